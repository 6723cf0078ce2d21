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
    parameters = len(inspect.signature(find).parameters)

    # Asked a hundred times a passage, so that each way of asking has a function of its own, and what is not known is
    # found out without an exception. What is found of the one that remembers needs no more than that it was found.

    @functools.wraps(find)
    def ask_itself(home: Any) -> _Found:
        known = home.kept.get(find)
        if known is None:
            known = home.kept[find] = (anew(home),)
        found: _Found = known[0]
        return found

    @functools.wraps(find)
    def ask_of(home: Any, thing: Any) -> _Found:
        rows = home.kept.get(find)
        if rows is None:
            rows = home.kept[find] = {}
        known = rows.get(id(thing))
        if known is None:
            # With the thing, so that its id stays its own.
            known = rows[id(thing)] = (anew(home, thing), thing)
        found: _Found = known[0]
        return found

    @functools.wraps(find)
    def ask(*asked: Any) -> _Found:
        home, thing = asked[0], asked[-1]
        rows = home.kept.get(find)
        if rows is None:
            rows = home.kept[find] = {}
        known = rows.get(id(thing))
        if known is None:
            known = rows[id(thing)] = (anew(*asked), thing)
        found: _Found = known[0]
        return found

    chosen: Callable[..., _Found] = ask_itself if parameters == 1 else ask_of if parameters == _TWO else ask
    return cast("Callable[_Asked, _Found]", chosen)
