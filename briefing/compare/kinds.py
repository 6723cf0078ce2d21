"""What kind of thing a noun names, where news calls one thing by many: people, ships, vehicles, firms, buildings.

``data/noun-kinds.txt.gz`` lists the nouns of each kind, drawn from WordNet's kinds of things.
"""

from __future__ import annotations

import functools
import gzip
import re

from briefing.compare.lexicon import DATA, lexicon
from briefing.compare.states import state_named

_PEOPLE = frozenset({"person"})
_OF_A_PLACE = re.compile(r"[a-z]{3,}(?:ian|ean|ese|ani|eni|shi|sti|aki|ari)s?")
"""How names of people after their country or town end: "Ardeshis", "Mirvanians"."""
_LONGEST = 24
_COUNTED_FOR = {"being": _PEOPLE, "job": _PEOPLE, "post": _PEOPLE, "workplace": _PEOPLE}
"""What is counted where people are meant: "two hundred human beings", "2,400 jobs"."""


@functools.lru_cache(maxsize=1)
def _kinds() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    with gzip.open(DATA / "noun-kinds.txt.gz", "rt", encoding="ascii") as file:
        for line in file:
            kind, _, nouns = line.rstrip("\n").partition("\t")
            for noun in nouns.split(" "):
                table.setdefault(noun, set()).add(kind)
    return {noun: frozenset(kinds) for noun, kinds in table.items()}


def kinds_of(noun: str) -> frozenset[str]:
    """Kinds of thing that a noun names: ``person`` of "herder", ``ship`` of "ferry"; empty where it is of none."""
    known = _COUNTED_FOR.get(noun) or _kinds().get(noun)
    if known is None:
        known = _kinds().get(noun.rpartition("-")[2].rpartition(" ")[2])
    if known is None:
        return _PEOPLE if of_a_place(noun) else frozenset()
    return known


@functools.lru_cache(maxsize=4096)
def of_a_place(noun: str) -> bool:
    """True for people named after where they come from: "Indian", and by its ending what no dictionary has."""
    if state_named(noun.title()) is not None or state_named(noun.removesuffix("s").title()) is not None:
        return True
    return len(noun) < _LONGEST and _OF_A_PLACE.fullmatch(noun) is not None and not lexicon().knows(noun)
