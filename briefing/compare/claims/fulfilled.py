"""Events that one report expects and a later one tells of as past, by their nouns: "threatened to strike from Monday",
"after eight days of strike".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.alignment.facts import SAYING, nominal, predicates_alike
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.deeds import accomplished, foreseen, in_doubt, threatened
from briefing.compare.claims.telling import standings, words
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Fact

_TOLD = frozenset({"stated", "attributed"})
_NOT = frozenset({"planned", "conditional", "negated", "denied"})
_TOO_WIDE = listed("too_wide") | listed("measures")
_HINDERED = listed("not_held")
"""Words of a passage that tells of an event without saying that it took place."""
_HAPPENINGS = listed("happenings")
"""Nouns of what is set for a day, and is then held or not."""
_ALSO = {
    "walk out": "strike",
    "walkout": "strike",
    "stoppage": "strike",
    "rally": "protest",
    "demonstration": "protest",
}
_DOING = frozenset({"strike", "walk out", "protest", "march", "vote", "meet", "launch", "visit", "land", "fly", "test"})
"""Verbs of the same."""
_STOPPING = frozenset({"stop", "down", "halt", "lay down", "cease"})
"""Verbs of a strike: "stop work", "down tools"."""
_HOLDING = frozenset(
    {"hold", "stage", "end", "stop", "begin", "start", "conclude", "finish", "open", "close", "pass", "win"}
)
"""Verbs of which the event itself is what is done."""
_AFTER = re.compile(r"\b(?:after|during|following|since)\b[^,.;]{0,30}$", re.IGNORECASE)
_SAME = 0.9
_RARE = 1.2
_EVIDENCE = 2
"""Of a name, a word and a day that are shared, so many."""


class _Event(NamedTuple):
    passage: Passage
    fact: Fact
    noun: str


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Updates: what one report expects and a later one tells of as past."""
    plans = [list(_expected(reading)) for reading in cases.readings]
    past = [list(_past(reading)) for reading in cases.readings]
    for i, j in itertools.permutations(range(len(cases.readings)), 2):
        if cases.readings[i].origin == cases.readings[j].origin or not cases.later(i, j):
            continue
        for plan in plans[i]:
            deed = next((x for x in past[j] if _one_event(cases, plan, x)), None)
            if deed is not None:
                yield _told(cases, plan, deed)


def _expected(reading: Reading) -> Iterator[_Event]:
    """Events still to come: what is planned, and the event nouns that take part in it."""
    for passage in reading.passages:
        for fact in passage.facts:
            if not (foreseen(fact) or in_doubt(reading, fact) or threatened(fact)) or fact.predicate.lemma in SAYING:
                continue
            if fact.predicate.lemma in _HAPPENINGS | _DOING:
                yield _Event(passage, fact, fact.predicate.lemma)
            if fact.predicate.lemma in _STOPPING and any(_work(reading, x) for x in fact.arguments):
                yield _Event(passage, fact, "strike")
            for argument in fact.arguments:
                head = reading.head(argument)
                if argument.role != "time" and head is not None and head.pos == "NOUN" and head.lemma in _HAPPENINGS:
                    yield _Event(passage, fact, head.lemma)


def _work(reading: Reading, argument: Argument) -> bool:
    head = reading.head(argument)
    return argument.role == "patient" and head is not None and head.lemma in ("work", "tool")


def _past(reading: Reading) -> Iterator[_Event]:
    """Event nouns of what took place."""
    for passage in reading.passages:
        lemmas = {t.lemma for t in reading.findings.tokens[passage.first : passage.last]}
        if lemmas & _HINDERED or any(
            f.status in ("planned", "conditional", "negated", "denied") for f in passage.facts
        ):
            continue
        for fact in passage.facts:
            if nominal(fact) and fact.status in _TOLD and fact.predicate.lemma in _HAPPENINGS and _held(reading, fact):
                yield _Event(passage, fact, fact.predicate.lemma)


def _held(reading: Reading, fact: Fact) -> bool:
    """True for what follows "after" or "during", and for what is said to have done something."""
    if _behind(reading, fact):
        return True
    home = next(p for p in reading.passages if p.span.contains(fact.predicate.span))
    return any(
        x.role == ("patient" if f.predicate.lemma in _HOLDING else "agent")
        and reading.head(x) == Word(fact.predicate.lemma, "NOUN")
        and x.span.contains(fact.predicate.span)
        and accomplished(reading, f)
        for f in home.facts
        for x in f.arguments
    )


def _behind(reading: Reading, fact: Fact) -> bool:
    """True for "after eight days of strike", "during the strike"."""
    return _AFTER.search(reading.article.text[max(0, fact.predicate.start - 40) : fact.predicate.start]) is not None


def _one_event(cases: CaseMaker, plan: _Event, deed: _Event) -> bool:
    if min(_rarity(cases, plan.noun), _rarity(cases, deed.noun)) < _RARE:
        return False
    names = [_ALSO.get(x.noun, x.noun) for x in (plan, deed)]
    if predicates_alike(names[0], names[1], cases.lexicon) < _SAME or plan.noun in _TOO_WIDE:
        return False
    planned, past = of_fact(plan.passage, plan.fact), deed.passage.periods
    if planned and past and all(y.end <= x.start for x in planned for y in past):
        return False
    met = any(x.fine and y.fine and x.meets(y) for x in planned for y in past)
    named = bool(set(plan.passage.names) & set(deed.passage.names))
    evidence = named + _shared(cases, plan, deed) + met + _behind(cases.readings[deed.passage.source], deed.fact)
    return evidence >= _EVIDENCE


def _rarity(cases: CaseMaker, lemma: str) -> float:
    return cases.matcher.like.rarity.get(lemma, 0.0)


def _shared(cases: CaseMaker, plan: _Event, deed: _Event) -> bool:
    """True where the passages share a word besides the event."""
    return any(
        x.pos in ("NOUN", "ADJ") and x.lemma not in _TOO_WIDE | {plan.noun, deed.noun} and _alike(cases, x, y)
        for x in plan.passage.words
        for y in deed.passage.words
    )


def _alike(cases: CaseMaker, x: Word, y: Word) -> bool:
    return cases.lexicon.alike(x, y) >= _SAME


def _told(cases: CaseMaker, plan: _Event, deed: _Event) -> tuple[Case, Verdict]:
    case = cases.of(plan.passage, deed.passage)
    facts = (plan.fact, deed.fact) if case.a is plan.passage else (deed.fact, plan.fact)
    shown = [words(case, fact, ours=n == 0) for n, fact in enumerate(facts)]
    first, last = shown if case.a is plan.passage else shown[::-1]
    why = f"Expected in one report (“{first}”), past in the other (“{last}”)."
    values = standings(case, *facts)
    return case, Verdict("update", None, "expected, since past", why, values, facts, weight=1.3, issue="plan")


__all__ = ["across"]
