"""Plans and what became of them, wherever in the reports they stand: "will file a petition", "the petition was lodged".

A plan and a deed answer each other where they are one kind of act and enough besides is shared: whom or what they are
of, the day, the matter of the sentences, and that neither report tells of another act of the kind. A thing that was
expected and is there answers by itself ("a report is expected", "the report, published yesterday").
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefing.compare.alignment.facts import nominal
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.deeds import accomplished, foreseen, in_doubt, of_other, threatened
from briefing.compare.claims.frames import frame
from briefing.compare.claims.happenings import Happening, by_kind, evidence, happenings, meeting, unlike
from briefing.compare.claims.opposites import bearers
from briefing.compare.claims.polarity import same_object
from briefing.compare.claims.telling import standings, words
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact

_EXPECTING = frozenset({"expect", "await", "be due", "promise", "prepare"})
_APPEARING = frozenset({"publish", "release", "issue", "present", "unveil", "deliver", "arrive", "appear", "hand over"})
_NOT = frozenset({"negated", "denied"})
_TOLD = frozenset({"stated", "attributed"})
_TOO_WIDE = listed("too_wide")
_ENOUGH = 1.5
_THING = 1.0
"""What must be shared besides the kind of act and the day."""
_ONE_WORD = 0.5
"""What it adds that both reports use one word for the act, and not one that is everywhere in them."""
_ONE_DAY = 0.75
_ALONE = 0.25
"""What it adds, for either report, that it tells of no other act of the kind."""
_NEAR = 0.8
"""What it adds that the sentences are on one matter, as far as they are."""
_RARE = 1.2
_MATTER = 0.3
_LIKE = 0.9
_RARE_THING = 1.4


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Updates: what one report foresees and a later one tells as done."""
    told = [happenings(reading, cases.lexicon) for reading in cases.readings]
    plans = [
        by_kind([x for x in acts if _open(reading, x.fact)]) for reading, acts in zip(cases.readings, told, strict=True)
    ]
    deeds = [
        by_kind([x for x in acts if accomplished(reading, x.fact)])
        for reading, acts in zip(cases.readings, told, strict=True)
    ]
    for i, j, pairs in meeting(cases, plans, deeds, both_ways=True):
        if not cases.later(i, j):
            continue
        answered: set[str] = set()
        found = [(_strength(cases, plan, deed, plans[i], deeds[j]), plan, deed) for plan, deed in pairs]
        for strength, plan, deed in sorted(found, key=lambda x: (-x[0], x[1].fact.start, x[2].fact.start)):
            if strength >= _ENOUGH and plan.fact.id not in answered:
                answered.add(plan.fact.id)
                yield _verdict(cases, plan, deed)
    yield from _appeared(cases)


def _open(reading: Reading, fact: Fact) -> bool:
    return not nominal(fact) and (foreseen(fact) or in_doubt(reading, fact) or threatened(fact))


Table = dict[str, list[Happening]]


def _strength(cases: CaseMaker, plan: Happening, deed: Happening, plans: Table, deeds: Table) -> float:
    """How much shows a deed to be what was foreseen; 0 where it stood to reason that it is another."""
    shared = evidence(cases, plan, deed)
    case = cases.of(plan.passage, deed.passage)
    mine, its = (plan.fact, deed.fact) if plan.passage is case.a else (deed.fact, plan.fact)
    planned, done = of_fact(plan.passage, plan.fact), of_fact(deed.passage, deed.fact)
    met = [x.fine or y.fine for x in planned for y in done if x.meets(y)]
    day = cases.readings[plan.passage.source].day
    if day is not None and done and all(not y.yearless and y.end.date() < day - dt.timedelta(days=1) for y in done):
        return 0.0
    kinds = plan.kinds & deed.kinds
    alone = sum(all(len(table.get(code, ())) <= 1 for code in kinds) for table in (plans, deeds))
    lemma = plan.fact.predicate.lemma
    one_word = lemma == deed.fact.predicate.lemma and _rarity(cases, lemma) >= _RARE
    score = case.aligned.score
    if shared < _THING and not (one_word and met and alone == 2 and score >= _MATTER) and not (any(met) and shared):
        return 0.0
    if not (alone or any(met)) or not (any(met) or same_object(case, mine, its)) or frame(case, mine, its).clash:
        return 0.0
    if of_other(case, mine, its):
        return 0.0
    days = _ONE_DAY * (any(met) if shared else bool(met))
    return shared + _ONE_WORD * one_word + days + _ALONE * alone + _NEAR * score - unlike(case, mine, its)


def _rarity(cases: CaseMaker, lemma: str) -> float:
    return cases.matcher.like.rarity.get(lemma.partition(" ")[0], 0.0)


def _appeared(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """``A report is expected in May``, ``the report, published yesterday``."""
    awaited = [
        _of_things(r, lambda _, f: f.predicate.lemma in _EXPECTING and f.status not in _NOT) for r in cases.readings
    ]
    there = [_of_things(r, lambda r, f: f.predicate.lemma in _APPEARING and _shown(r, f)) for r in cases.readings]
    for i, j in itertools.permutations(range(len(cases.readings)), 2):
        if not awaited[i] or not there[j]:
            continue
        if cases.readings[i].origin == cases.readings[j].origin or not cases.later(i, j):
            continue
        for plan in awaited[i]:
            for deed in [x for x in there[j] if _one_thing(cases, plan, x)][:1]:
                yield _verdict(cases, plan, deed)


class _OfThings(NamedTuple):
    passage: Passage
    fact: Fact
    things: tuple[Word, ...]


def _of_things(reading: Reading, wanted: Callable[[Reading, Fact], bool]) -> list[_OfThings]:
    """Facts of common nouns that are not everywhere."""
    found: list[_OfThings] = []
    for passage in reading.passages:
        for fact in passage.facts:
            if nominal(fact) or not wanted(reading, fact):
                continue
            heads = [reading.head(argument) for argument in bearers(fact)]
            things = tuple(x for x in heads if x is not None and x.pos == "NOUN" and x.lemma not in _TOO_WIDE)
            if things:
                found.append(_OfThings(passage, fact, things))
    return found


def _one_thing(cases: CaseMaker, plan: _OfThings, deed: _OfThings) -> bool:
    """True where both are of one thing, not one that every report of the story has many of, and no other day's."""
    if not any(
        cases.lexicon.alike(x, y) >= _LIKE and cases.matcher.like.rarity.get(x.lemma, 0.0) >= _RARE_THING
        for x, y in itertools.product(plan.things, deed.things)
    ):
        return False
    case = cases.of(plan.passage, deed.passage)
    mine, its = (plan.fact, deed.fact) if plan.passage is case.a else (deed.fact, plan.fact)
    planned, done = of_fact(plan.passage, plan.fact), of_fact(deed.passage, deed.fact)
    one_time = not planned or not done or any(x.meets(y) for x in planned for y in done)
    return one_time and not frame(case, mine, its).clash


def _shown(reading: Reading, fact: Fact) -> bool:
    """True for what is told as done, participles of the passive among it: infinitives and "-ing" do not say so."""
    if nominal(fact) or fact.status not in _TOLD:
        return False
    predicate = reading.text(fact.predicate.span).casefold().split()
    return not (reading.text(fact.span).casefold().startswith("to ") or predicate[0].endswith("ing"))


def _verdict(cases: CaseMaker, plan: Happening | _OfThings, deed: Happening | _OfThings) -> tuple[Case, Verdict]:
    case = cases.of(plan.passage, deed.passage)
    first = plan.passage is case.a
    mine, its = (plan.fact, deed.fact) if first else (deed.fact, plan.fact)
    planned, done = words(case, plan.fact, ours=first), words(case, deed.fact, ours=not first)
    settled = plan.fact.status in ("hedged", "conditional")
    rule = "since settled" if settled else "planned, since done"
    why = f"{'Open' if settled else 'Planned'} in one report (“{planned}”), done in the other (“{done}”)."
    values = standings(case, mine, its)
    return case, Verdict("update", None, rule, why, values, (mine, its), weight=1.4, issue="plan")
