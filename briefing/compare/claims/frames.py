"""How far two facts are one, whatever number, date or negation stands in them: by predicate and by who takes part.

"The plane was carrying 131 passengers" and "there were 143 passengers on board" are one fact but for the number: the
predicates say little, so the counted noun and the matter of the sentences must tell. An argument that points to nobody
by itself ("it", "no one") speaks neither for nor against.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

from briefing.compare.alignment.facts import (
    EMPTY,
    SAYING,
    Party,
    events,
    parties_alike,
    party_of,
    predicates_alike,
    roles,
)
from briefing.compare.claims.case import Case
from briefing.compare.kept import kept
from briefing.compare.lexicon import listed
from briefing.compare.reading import Reading
from briefing.model import Fact, Span

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
    mine, its = _told(case.ours, a), _told(case.theirs, b)
    if skip is not None:
        mine, its = ([x for x in told if not x.span.overlaps(s)] for told, s in zip((mine, its), skip, strict=True))
    parts: dict[str, float] = {}
    turned = _lone_patient(a) != _lone_patient(b)
    actors = bearers = 0.0
    clash = False
    alone = len(mine) == 1 or len(its) == 1
    for x, y in itertools.product(mine, its):
        alike = parties_alike(x.party, y.party, case.lexicon)
        actors = max(actors, alike)
        if (x.told_as == y.told_as) if turned else (x.role == y.role):
            parts[x.role] = max(parts.get(x.role, 0.0), alike)
        if x.role == y.role or alone:
            bearers = max(bearers, alike)
        clash = clash or (alike < _APART and x.role == y.role and x.named and y.named)
    verbs = predicates(case, a, b)
    lemmas = {a.predicate.lemma.partition(" ")[0], b.predicate.lemma.partition(" ")[0]}
    stative = bool(lemmas & _STATIVE)
    return Frame(verbs, stative, actors, bearers, min(parts.values(), default=1.0), bool(mine and its), clash)


def predicates(case: Case, a: Fact, b: Fact) -> float:
    """Likeness of the predicates alone: what most pairs of facts that share nothing can be told by."""
    return max(predicates_alike(x, y, case.lexicon) for x in events(a, case.ours) for y in events(b, case.theirs))


def _lone_patient(fact: Fact) -> bool:
    """True where only a patient takes part, as in a passive without its doer."""
    return [x.role for x in fact.arguments if x.role in _CORE] == ["patient"]


class _Told(NamedTuple):
    """Somebody or something that takes part.

    Attributes:
        role: As a part of the event.
        told_as: The role that the words have.
        named: True for one whom the story knows.
    """

    role: str
    told_as: str
    span: Span
    party: Party
    named: bool


@kept
def _told(reading: Reading, fact: Fact) -> list[_Told]:
    """Those who take part and are named by more than a pronoun."""
    found: list[_Told] = []
    for role, argument in roles(fact):
        head = reading.head(argument)
        if role not in _CORE or head is None:
            continue
        span = argument.span
        words = set(reading.text(span).casefold().split())
        if (head.pos == "PRON" and argument.entity is None) or words & _NOBODY or words == {"no", "one"}:
            continue
        named = argument.entity in reading.entity
        found.append(_Told(role, argument.role, span, party_of(reading, argument), named))
    return found


def speaks(fact: Fact) -> bool:
    """True for a fact that introduces what is said: it has nobody told and nothing confirmed, reported or denied."""
    return fact.predicate.lemma in SAYING and not any(x.role in ("recipient", "patient") for x in fact.arguments)


__all__ = ["Frame", "frame", "predicates", "speaks"]
