"""What kind of thing a noun names, where news calls one thing by many: people, ships, vehicles, firms, buildings.

``data/noun-kinds.txt.gz`` lists the nouns of each kind, drawn from WordNet's kinds of things.
"""

from __future__ import annotations

import functools
import gzip

from briefing.compare.lexicon import DATA
from briefing.compare.states import state_named

_PEOPLE = frozenset({"person"})


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
    known = _kinds().get(noun)
    if known is None:
        known = _kinds().get(noun.rpartition("-")[2].rpartition(" ")[2])
    if known is None:
        return _PEOPLE if state_named(noun.title()) is not None else frozenset()
    return known
