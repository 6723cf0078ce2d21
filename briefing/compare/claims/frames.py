"""How far two facts are one, whatever number, date or negation stands in them: by predicate and by who takes part.

"The plane was carrying 131 passengers" and "there were 143 passengers on board" are one fact but for the number: the
predicates say little, so the counted noun and the matter of the sentences must tell. An argument that points to nobody
by itself ("it", "no one") speaks neither for nor against.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

from briefing.compare.alignment.facts import EMPTY, SAYING, arguments_alike, events, predicates_alike, roles
from briefing.compare.claims.case import Case
from briefing.compare.lexicon import listed
from briefing.compare.reading import Reading
from briefing.model import Argument, Fact, Span

_CORE = ("agent", "patient", "recipient")
_APART = 0.15
_STATIVE = EMPTY | listed("stative")
"""Predicates of which the arguments, not the verb, say what is told."""
_NOBODY = listed("nobody")


class Frame(NamedTuple):
    """What two facts share.

    Attributes:
        predicate: Likeness of the predicates.
        stative: True where one of them says little alone.
        actors: Likeness of the likest of those who take part.
        bearers: Likeness of those of whom the predicate is said: the patients, else who alone takes part.
        least: Of the parts that both have, the likeness of the one that is least alike; 1 where they share no part.
        known: True where both name somebody or something that takes part.
        clash: True where two named ones in one part are not the same.
    """

    predicate: float
    stative: bool
    actors: float
    bearers: float
    least: float
    known: bool
    clash: bool


def frame(case: Case, a: Fact, b: Fact, skip: tuple[Span, Span] | None = None) -> Frame:
    """What facts ``a`` and ``b`` share; arguments that hold the spans of ``skip`` are left out."""
    mine = _told(case.ours, a, skip[0] if skip else None)
    its = _told(case.theirs, b, skip[1] if skip else None)
    parts: dict[str, float] = {}
    turned = _lone_patient(a) != _lone_patient(b)
    actors = bearers = 0.0
    clash = False
    for (role, x), (other, y) in itertools.product(mine, its):
        alike = arguments_alike(x, y, case.ours, case.theirs, case.lexicon)
        actors = max(actors, alike)
        if (x.role == y.role) if turned else (role == other):
            parts[role] = max(parts.get(role, 0.0), alike)
        if (role == other) or len(mine) == 1 or len(its) == 1:
            bearers = max(bearers, alike)
        named = bool(x.entity in case.ours.entity and y.entity in case.theirs.entity)
        clash = clash or (role == other and named and alike < _APART)
    verbs = max(predicates_alike(x, y, case.lexicon) for x in events(a, case.ours) for y in events(b, case.theirs))
    lemmas = {a.predicate.lemma.partition(" ")[0], b.predicate.lemma.partition(" ")[0]}
    stative = bool(lemmas & _STATIVE)
    return Frame(verbs, stative, actors, bearers, min(parts.values(), default=1.0), bool(mine and its), clash)


def _lone_patient(fact: Fact) -> bool:
    """True where only a patient takes part, as in a passive without its doer."""
    return [x.role for x in fact.arguments if x.role in _CORE] == ["patient"]


def _told(reading: Reading, fact: Fact, skip: Span | None) -> list[tuple[str, Argument]]:
    """Those who take part and are named by more than a pronoun."""
    found: list[tuple[str, Argument]] = []
    for role, argument in roles(fact):
        head = reading.head(argument)
        if role not in _CORE or (skip is not None and argument.span.overlaps(skip)) or head is None:
            continue
        words = set(reading.text(argument.span).casefold().split())
        if (head.pos == "PRON" and argument.entity is None) or words & _NOBODY or words == {"no", "one"}:
            continue
        found.append((role, argument))
    return found


def speaks(fact: Fact) -> bool:
    """True for a fact that introduces what is said: it has nobody told and nothing confirmed, reported or denied."""
    return fact.predicate.lemma in SAYING and not any(x.role in ("recipient", "patient") for x in fact.arguments)


__all__ = ["Frame", "frame", "speaks"]
