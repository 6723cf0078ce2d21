"""What is found of a fact, an argument, a passage or a number is found once, however many others it is set against."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from briefing.compare.reading import Reading

_Thing = TypeVar("_Thing")
_Found = TypeVar("_Found")


def kept(find: Callable[[Reading, _Thing], _Found]) -> Callable[[Reading, _Thing], _Found]:
    """Has an article's reading remember what ``find`` finds of one of its things.

    For functions of a reading and one thing that is the article's own (a fact, an argument, a passage, an amount), of
    which the answer depends on nothing else and is never changed by who asks. The thing is known by identity.
    """

    @functools.wraps(find)
    def ask(reading: Reading, thing: _Thing) -> _Found:
        known = reading.kept.get(find)
        if known is None:
            known = reading.kept[find] = {}
        answer = known.get(id(thing))
        if answer is None:
            answer = known[id(thing)] = (find(reading, thing), thing)  # the thing, so that its identity stays its own
        found: _Found = answer[0]
        return found

    return ask
