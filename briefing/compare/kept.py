"""What is found of a fact, an argument, a passage or a number is found once, however many others it is set against."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

_Asked = ParamSpec("_Asked")
_Found = TypeVar("_Found")
_TWO = 2


def kept(find: Callable[_Asked, _Found]) -> Callable[_Asked, _Found]:
    """Has a reading or a passage remember what ``find`` finds of it, or of one of its things.

    The first argument is the :class:`~briefing.compare.reading.Reading` or ``Passage`` that remembers; the last is what
    is asked about (a fact, an argument, an amount), known by identity: two that are equal are asked about twice. What
    stands between the two must follow from them. The answer may depend on nothing else, and nobody may change it.
    """
    anew: Callable[..., _Found] = find

    def look(*asked: Any) -> _Found:
        found = anew(*asked)
        thing = asked[-1]
        # With the thing, so that its id stays its own; what remembers needs no telling, and would keep itself alive.
        asked[0].kept.setdefault(find, {})[id(thing)] = (found, None if thing is asked[0] else thing)
        return found

    @functools.wraps(find)
    def ask(*asked: Any) -> _Found:
        try:
            known: _Found = asked[0].kept[find][id(asked[-1])][0]
        except KeyError:
            return look(*asked)
        return known

    @functools.wraps(find)
    def ask_of(home: Any, thing: Any) -> _Found:
        """The same of two arguments, as most are: these are asked a hundred times a passage."""
        try:
            known: _Found = home.kept[find][id(thing)][0]
        except KeyError:
            return look(home, thing)
        return known

    return cast("Callable[_Asked, _Found]", ask_of if len(inspect.signature(find).parameters) == _TWO else ask)
