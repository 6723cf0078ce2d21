"""What is found of a fact, an argument, a passage or a number is found once, however many others it is set against."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

_Asked = ParamSpec("_Asked")
_Found = TypeVar("_Found")


def kept(find: Callable[_Asked, _Found]) -> Callable[_Asked, _Found]:
    """Has a reading or a passage remember what ``find`` finds of it, or of one of its things.

    The first argument is the :class:`~briefing.compare.reading.Reading` or ``Passage`` that remembers; the last is what
    is asked about (a fact, an argument, an amount), known by identity: two that are equal are asked about twice. What
    stands between the two must follow from them. The answer may depend on nothing else, and nobody may change it.
    """
    anew: Callable[..., _Found] = find

    @functools.wraps(find)
    def ask(*asked: Any) -> _Found:
        thing = asked[-1]
        kept = asked[0].kept
        try:
            known: _Found = kept[find][id(thing)][0]
        except KeyError:
            found = anew(*asked)
        else:
            return known
        # With the thing, so that its id stays its own; what remembers needs no telling, and would keep itself alive.
        kept.setdefault(find, {})[id(thing)] = (found, None if thing is asked[0] else thing)
        return found

    return cast("Callable[_Asked, _Found]", ask)
