"""What has become of one person, by each source: missing, dead, held, free. States that exclude each other."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.lexicon import listed_kinds
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span

STATES = listed_kinds("standings")
"""States of a person, by the lemmas that show them."""
_TOGETHER = (
    frozenset({"held", "safe"}),
    frozenset({"free", "safe"}),
    frozenset({"missing", "in flight"}),
    frozenset({"safe", "in flight"}),
)
_AMONG = re.compile(r"\W{0,2}(?:among|one of) the (\w+) (?:is|was)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s*$", re.IGNORECASE)


class _Standing(NamedTuple):
    person: str
    state: str
    passage: Passage
    fact: Fact
    words: Span


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on persons of whom two origins give states that exclude each other."""
    found = [list(_standings(reading)) for reading in cases.readings]
    for i, j in itertools.combinations(range(len(found)), 2):
        if cases.readings[i].origin == cases.readings[j].origin:
            continue
        told: set[tuple[str, str, str]] = set()
        for one, other in itertools.product(found[i], found[j]):
            key = (one.person, one.state, other.state)
            if one.person != other.person or one.state == other.state or key in told:
                continue
            if frozenset({one.state, other.state}) in _TOGETHER or _both(found[i], other) or _both(found[j], one):
                continue
            told.add(key)
            case = cases.of(one.passage, other.passage)
            yield case, _verdict(case, one, other)


def _both(standings: list[_Standing], other: _Standing) -> bool:
    """True where a report has the other's state as well: it tells a course of events."""
    return any(s.person == other.person and s.state == other.state for s in standings)


def _standings(reading: Reading) -> Iterator[_Standing]:
    persons = {entity.id for entity in reading.findings.entities if entity.type == "PERSON"}
    for passage in reading.passages:
        among = _named_among(reading, passage)
        if among is not None:
            yield among
            continue
        for fact in passage.facts:
            if fact.status in ("negated", "denied", "planned", "conditional", "hedged"):
                continue
            people = {
                reading.entity.get(m.entity, m.entity) for m in reading.mentions(fact.span) if m.entity in persons
            }
            people |= {
                reading.entity[x.entity] for x in fact.arguments if x.entity in persons and x.entity in reading.entity
            }
            if len(people) != 1:
                continue
            state = _state(reading, fact)
            if state is not None and _suffers(reading, fact, persons):
                yield _Standing(next(iter(people)), state, passage, fact, fact.span)


def _named_among(reading: Reading, passage: Passage) -> _Standing | None:
    """``Among the missing is the captain, N``: the only person of the passage, by the group that leads it in."""
    match = _AMONG.match(reading.text(passage.span))
    if match is None or not passage.facts:
        return None
    people = {reading.entity.get(m.entity, m.entity) for m in reading.mentions(passage.span) if m.type == "PERSON"}
    state = next((state for state, shown in STATES.items() if match[1].lower() in shown), None)
    if len(people) != 1 or state is None:
        return None
    return _Standing(people.pop(), state, passage, passage.facts[0], passage.span)


def _shown(reading: Reading, fact: Fact) -> set[str]:
    """Lemmas and words of a fact's clause: "missing" is a verb to the parser and a state to the reader."""
    tokens = reading.findings.tokens
    inside = reading.tokens(fact.span)
    return {tokens[i].lemma for i in inside} | {reading.text((tokens[i].start, tokens[i].end)).lower() for i in inside}


def _state(reading: Reading, fact: Fact) -> str | None:
    """The state that a fact shows: by its predicate, or by a word beside "be"."""
    words = set(fact.predicate.lemma.split())
    if words & {"be", "remain", "have", "take", "find", "lie"}:
        words |= _shown(reading, fact)
    found = [state for state, shown in STATES.items() if shown & words]
    return found[0] if len(found) == 1 else None


def _suffers(reading: Reading, fact: Fact, persons: set[str]) -> bool:
    """True where the person is who the state is said of: patient, only one to take part, or named beside "be"."""
    agents = [x for x in fact.arguments if x.role == "agent"]
    patients = [x for x in fact.arguments if x.role == "patient"]
    if patients:
        return any(x.entity in persons for x in patients)
    if agents and fact.predicate.lemma in ("kill", "arrest", "detain", "rescue", "release", "murder", "jail"):
        return False
    return not agents or any(x.entity in persons for x in agents)


def _verdict(case: Case, one: _Standing, other: _Standing) -> Verdict:
    texts = [" ".join(reading.text(s.words).split())[:80] for reading, s in ((case.ours, one), (case.theirs, other))]
    values = case.values((one.words, one.state), (other.words, other.state))
    facts = (one.fact, other.fact)
    issue = f"state of {one.person}"
    first, last = (one, other) if case.later is not False else (other, one)
    if case.later is not None and not _already(case, first, last):
        why = f"{first.state.capitalize()} in the earlier report, {last.state} in the later."
        return Verdict("update", "outcome", "state of a person", why, values, facts, weight=1.6, issue=issue)
    why = f"{one.state.capitalize()} (“{texts[0]}”) against {other.state} (“{texts[1]}”)."
    return Verdict("conflict", "outcome", "states of a person", why, values, facts, weight=2.0, issue=issue)


def _already(case: Case, first: _Standing, last: _Standing) -> bool:
    """True where the later report dates its state to before the earlier report appeared ("in custody since Sunday")."""
    reading = case.theirs if last.passage is case.b else case.ours
    earlier = (case.ours if reading is case.theirs else case.theirs).day
    if earlier is None:
        return False
    for period in last.passage.periods:
        before = reading.article.text[max(0, period.span.start - 8) : period.span.start]
        if _SINCE.search(before) and last.fact.span.contains(period.span) and period.start.date() < earlier:
            return True
    return False
