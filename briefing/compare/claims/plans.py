"""Plans and what became of them, wherever in the reports they stand: "will file a petition", "the petition was lodged".

A plan and a deed answer each other where they are of one thing, not too common a one, and their predicates are alike; a
thing that was expected and is there answers by itself ("a report is expected", "the report, published yesterday").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.compare.alignment.facts import EMPTY, SAYING, nominal, predicates_alike
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.frames import frame
from briefing.compare.claims.index import Index, Senses, meetings
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact

_OPEN = frozenset({"planned", "hedged"})
_DONE = frozenset({"stated", "attributed"})
_EXPECTING = frozenset({"expect", "await", "be due", "promise", "prepare"})
_APPEARING = frozenset({"publish", "release", "issue", "present", "unveil", "deliver", "arrive", "appear", "hand over"})
_TOO_WIDE = listed("too_wide")
_SAME = 0.6
_LIKE = 0.9
_RARE = 1.4
"""A thing rarer than this is one that two reports of a story hardly mean differently."""


class _Step(NamedTuple):
    fact: Fact
    passage: Passage
    things: tuple[Word, ...]


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Updates: what one report plans and another, not an earlier one, tells as done."""
    plans = [list(_steps(reading, _OPEN)) for reading in cases.readings]
    deeds = [list(_steps(reading, _DONE)) for reading in cases.readings]
    by_thing = Index(deeds, lambda deed: deed.things)
    senses = Senses((thing for row in deeds for deed in row for thing in deed.things), cases.lexicon, _LIKE)

    def of_one_thing(plan: _Step) -> Mapping[int, Sequence[_Step]]:
        return by_thing.find(word for thing in plan.things if _rare(cases, thing) for word in senses.near(thing))

    for _, _, pairs in meetings(cases, plans, of_one_thing, both_ways=True):
        answered: set[str] = set()
        for plan, deed in pairs:
            if plan.fact.id in answered or not _carried_out(cases, plan, deed):
                continue
            answered.add(plan.fact.id)
            case = cases.of(plan.passage, deed.passage)
            later = case.later if plan.passage is case.a else (None if case.later is None else not case.later)
            mine, its = (plan.fact, deed.fact) if plan.passage is case.a else (deed.fact, plan.fact)
            if later is False or frame(case, mine, its).clash or not _one_time(case, mine, its):
                continue
            yield case, _verdict(case, plan, deed, mine, its)


def _steps(reading: Reading, standing: frozenset[str]) -> Iterator[_Step]:
    for passage in reading.passages:
        for fact in passage.facts:
            lemma = fact.predicate.lemma
            expected = lemma in _EXPECTING and standing is _OPEN and fact.status not in ("negated", "denied")
            if nominal(fact) or (fact.status not in standing and not expected) or lemma in SAYING | EMPTY:
                continue
            if standing is _DONE and _unfinished(reading, fact):
                continue
            things = tuple(_things(reading, fact))
            if things:
                yield _Step(fact, passage, things)


def _unfinished(reading: Reading, fact: Fact) -> bool:
    """True for infinitives and participles in -ing, which do not say that anything was done."""
    words = reading.text(fact.predicate.span).casefold().split()
    return reading.text(fact.span).casefold().startswith("to ") or words[0].endswith("ing")


def _things(reading: Reading, fact: Fact) -> Iterator[Word]:
    """Of what it is said: the patients, else the only one who takes part; common nouns alone."""
    patients = [x for x in fact.arguments if x.role == "patient"]
    for argument in patients or [x for x in fact.arguments if x.role == "agent"]:
        head = reading.head(argument)
        if head is not None and head.pos == "NOUN" and head.lemma not in _TOO_WIDE:
            yield head


def _rare(cases: CaseMaker, thing: Word) -> bool:
    """True of a thing that is not one that every report of the story has many of."""
    return cases.matcher.like.rarity.get(thing.lemma, 0.0) >= _RARE


def _carried_out(cases: CaseMaker, plan: _Step, deed: _Step) -> bool:
    mine, its = plan.fact.predicate.lemma, deed.fact.predicate.lemma
    if mine in _EXPECTING:
        return its in _APPEARING
    return predicates_alike(mine, its, cases.lexicon) >= _SAME


def _one_time(case: Case, a: Fact, b: Fact) -> bool:
    ours, theirs = of_fact(case.a, a), of_fact(case.b, b)
    return not ours or not theirs or any(x.meets(y) for x in ours for y in theirs)


def _verdict(case: Case, plan: _Step, deed: _Step, mine: Fact, its: Fact) -> Verdict:
    texts = {
        step.fact.id: " ".join(reading.text(step.fact.span).split())[:90]
        for step, reading in ((plan, _home(case, plan)), (deed, _home(case, deed)))
    }
    why = f"Planned in one report (“{texts[plan.fact.id]}”), done in the other (“{texts[deed.fact.id]}”)."
    values = case.values(
        (mine.predicate.span, f"{mine.predicate.lemma} ({mine.status})"),
        (its.predicate.span, f"{its.predicate.lemma} ({its.status})"),
    )
    return Verdict("update", None, "planned, since done", why, values, (mine, its), weight=1.4, issue="plan")


def _home(case: Case, step: _Step) -> Reading:
    return case.ours if step.passage is case.a else case.theirs
