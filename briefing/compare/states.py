"""States, their people and their capitals: which names stand for one government, and which town is which capital."""

from __future__ import annotations

import functools
from typing import NamedTuple

from briefing.compare.lexicon import DATA


class State(NamedTuple):
    """A state.

    Attributes:
        name: Its usual English name.
        people: Adjectives and names of its people.
        capital: Empty where it is a city state.
        government: Other names, those of its government among them.
    """

    name: str
    people: tuple[str, ...]
    capital: str
    government: tuple[str, ...]


@functools.lru_cache(maxsize=1)
def states() -> tuple[State, ...]:
    """All states of the table."""
    found: list[State] = []
    for line in (DATA / "states.txt").read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        cells = [[part.strip() for part in cell.split(",")] for cell in line.split("|")]
        cells += [[""]] * (4 - len(cells))
        found.append(State(cells[0][0], tuple(cells[1]), cells[2][0], tuple(filter(None, cells[3]))))
    return tuple(found)


@functools.lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    table: dict[str, str] = {}
    for state in states():
        for name in (state.name, *state.people, state.capital, *state.government):
            if name:
                table.setdefault(_key(name), state.name)
    return table


@functools.lru_cache(maxsize=1)
def _capitals() -> dict[str, str]:
    return {_key(state.capital): state.name for state in states() if state.capital}


def state_named(name: str) -> str | None:
    """The state that a name stands for: its own, its people's, its capital's or its government's; None for others."""
    return _by_name().get(_key(name))


def capital_of(name: str) -> str | None:
    """The state whose capital has this name; None for other places."""
    return _capitals().get(_key(name))


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ").removesuffix("'s").removesuffix("’s").strip()
