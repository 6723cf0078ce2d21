"""Evidence for a type, and what a name's own words say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from briefing.model import EntityType
from briefing.nlp.names import lexicon, matching

NATION = 40.0
KNOWN = 5.0
LEGAL_FORM = 4.0
ENDING = 2.5
GIVEN_NAME = 2.0
CAPITAL = 2.0
SERIAL = 1.5
SURNAME = 1.2
PLACE_ENDING = 1.0
GIVEN_ALONE = 0.4
FOREIGN_KIND = 2.0
TRADE = 2.0
PARTICLE = 1.5
NOT_A_PLACE = 1.5
NUMBERED = 2.0
"""Weights beside the recogniser's 1 a mention: "Tajik" is a people however often it is taken for a place."""

PERSONAL_TITLE = 3.0
DATELINE = 3.0
OF_KIND = 2.5
ROLE = 2.0
OWNED = 1.5
HUMAN = 1.5
LINKED = 1.2
BESIDE = 1.2
HINT = 0.8
SAYS = 0.25
"""Weights beside the recogniser's 1 a mention: a title or a dateline settles it, a preposition only helps."""

SHORTEST = 6
"""Letters that a word must be longer than for its ending to say that it is a surname."""


class Votes(defaultdict[EntityType, float]):
    """How much speaks for each type."""

    def __init__(self, votes: Mapping[EntityType, float] | None = None) -> None:
        super().__init__(float, votes or {})

    def add(self, votes: Mapping[EntityType, float]) -> None:
        """Count ``votes`` in."""
        for label, weight in votes.items():
            self[label] += weight

    def margin(self) -> float:
        """How far the best type is ahead of the next."""
        ranked = sorted(self.values(), reverse=True)
        return ranked[0] - (ranked[1] if len(ranked) > 1 else 0.0) if ranked else 0.0

    def best(self, default: EntityType = "ORG") -> EntityType:
        """The type with most votes; the first given of equals; the default where nothing speaks for any."""
        top = max(self, key=lambda label: self[label], default=default)
        return top if self.get(top, 0.0) > 0 else default


def shape_votes(key: tuple[str, ...]) -> Votes:
    """What a name's own words say."""
    votes = Votes()
    if lexicon.state_named(key):
        votes["GPE"] += NATION
    elif key in lexicon.demonyms():
        votes["NORP"] += NATION
    elif key in lexicon.regions():
        votes["LOC"] += KNOWN
    elif key in lexicon.known_bodies() or lexicon.listed_label(key) == "ORG":
        votes["ORG"] += KNOWN
    elif key in lexicon.capitals():
        votes["GPE"] += CAPITAL
    elif len(key) == 1 and len(key[0]) > SHORTEST and key[0].endswith(lexicon.SURNAME_ENDINGS):
        votes["PERSON"] += SURNAME
    elif len(key) == 1 and len(key[0]) > SHORTEST and key[0].endswith(lexicon.PLACE_ENDINGS):
        votes["GPE"] += PLACE_ENDING
    elif len(key) == 1 and len(key[0]) > SHORTEST and key[0].endswith(lexicon.BODY_ENDINGS):
        votes["ORG"] += PLACE_ENDING
    if len(key) == 1 and lexicon.gender_of_given(key[0]) and not lexicon.state_of(key):
        votes["PERSON"] += GIVEN_ALONE
    if len(key) > 1:
        _ending(votes, key)
        if matching.numbers(key):
            counted = key[-1].isdigit() and "of" not in key and not lexicon.NUMBERED & set(key)
            votes["PRODUCT"] += NUMBERED if counted else SERIAL
        if key[:1] in lexicon.demonyms() and not lexicon.listed_label(key):
            votes["GPE"] -= NOT_A_PLACE
        if key[0] in _COMPASS and lexicon.state_of(key[1:]):
            votes["GPE"] += ENDING
        if len(key) > 2 and not _OF_PEOPLE.isdisjoint(key[1:-1]) and key[0] not in lexicon.FOREIGN_HEADS:
            votes["PERSON"] += PARTICLE
        kinds = lexicon.BODY_HEADS | lexicon.SUFFIXES | lexicon.FACILITIES
        if lexicon.gender_of_given(key[0]) and len(key) <= 4 and key[-1] not in kinds:
            votes["PERSON"] += GIVEN_NAME
    return votes


_OF_PEOPLE = frozenset({"van", "von", "der", "den", "ter", "ten", "bin", "ibn", "bint", "binti", "abu", "zu"})
"""Particles inside people's names alone: "Bas van Rijn", "Ahmed bin Ali"."""
_COMPASS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western"})


_CLAUSES = frozenset({"article", "section", "chapter", "proposition"})


def _is_built(word: str) -> bool:
    return word in lexicon.AREAS or word in lexicon.FACILITIES or word in lexicon.BODY_HEADS


def _ending(votes: Votes, key: tuple[str, ...]) -> None:
    """What the word for its kind says, which stands last, or first before "of"."""
    bare = key[: -len(matching.numbers(key)) or None] or key
    first, last = bare[0], bare[-1]
    head = first if len(bare) > 2 and bare[1] in ("of", "for") else last
    if last in lexicon.SUFFIXES or first == "pt":
        votes["ORG"] += LEGAL_FORM
    if first in lexicon.SHIPS:
        votes["PRODUCT"] += LEGAL_FORM
    if head in lexicon.WATER or head in lexicon.LAND or (first in lexicon.LAND_FIRST and not _is_built(last)):
        votes["LOC"] += ENDING
    elif head in lexicon.LAWS or first in _CLAUSES:
        votes["LAW"] += ENDING
    elif lexicon.kinds().get(head) == "WORK":
        votes["WORK"] += ENDING
    elif head in lexicon.EVENTS:
        votes["EVENT"] += ENDING
    elif head in lexicon.FACILITIES and head not in ("house", "center", "centre", "hospital", "church"):
        votes["FAC"] += ENDING
    elif head in lexicon.BODY_HEADS:
        votes["ORG"] += ENDING
    elif head in lexicon.TRADES and not lexicon.gender_of_given(first):
        votes["ORG"] += TRADE
    elif first in lexicon.FOREIGN_HEADS:
        votes["ORG"] += FOREIGN_KIND
    elif first in lexicon.FOREIGN_LAND and len(key) == 2:
        votes["LOC"] += PLACE_ENDING
    elif head in lexicon.AREAS:
        votes["GPE"] += ENDING
