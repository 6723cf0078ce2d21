"""One act that two reports date or place otherwise, or that one of them denies, however far apart they tell it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.alignment.facts import nominal
from briefing.compare.alignment.slots import fact_at
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import another_time, of_fact, same_words, shown, tellable
from briefing.compare.claims.happenings import Happening, by_kind, evidence, happenings, meeting, things_shared, unlike
from briefing.compare.claims.places import Place, apart
from briefing.compare.claims.polarity import same_object
from briefing.compare.periods import Period
from briefing.compare.reading import Reading

_OPEN = frozenset({"planned", "hedged", "conditional"})
_NEGATIVE = frozenset({"negated", "denied"})
_ENOUGH = 1.5
_ONE_DAY = 0.75
_FAR = dt.timedelta(days=5)
_LEAST = 0.5
_NEAR = 0.8
"""What it adds that the sentences are on one matter, as far as they are."""
_ALONE = 0.5
"""What it adds that either report dates or places the act once."""
_PLACED = re.compile(r"(?:^|\s)(in|at|near|outside|off|to|towards|for|from|of)(?:\s+(?:the|a|an))?\s*$", re.IGNORECASE)
_SETTLEMENT = re.compile(
    r"\b(in|at|near|outside|to|towards|for|from)\s+(?:the|a|an)\s+(?:\w+\s+){1,2}(?:of|in|at|near)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What leads a place in by another word: "towards the village of", "to a hospital in"."""
_TOWARDS = {"to": "to", "towards": "to", "for": "to", "from": "from", "of": "at"}
_TYPES = frozenset({"GPE", "LOC", "FAC"})
_NO_NAMES = frozenset({"pronoun", "nominal"})
"""Forms under which a place is not told as one: "its participation", "the country"."""


class _Dated(NamedTuple):
    act: Happening
    period: Period


class _Placed(NamedTuple):
    act: Happening
    place: Place
    way: str


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on acts of different origins."""
    told = [list(happenings(reading, cases.lexicon)) for reading in cases.readings]
    dated = [{x.act.fact.id: x for x in _dated(acts)} for acts in told]
    placed = [
        {x.act.fact.id: x for x in _placed(reading, acts)} for reading, acts in zip(cases.readings, told, strict=True)
    ]
    by_date = [by_kind([x.act for x in row.values()]) for row in dated]
    by_place = [by_kind([x.act for x in row.values()]) for row in placed]
    of_one_kind = {(i, j): pairs for i, j, pairs in meeting(cases, by_date, by_date)}
    in_places = {(i, j): pairs for i, j, pairs in meeting(cases, by_place, by_place)}
    for i, j in sorted({*of_one_kind, *in_places}):
        for one, other in of_one_kind.get((i, j), ()):
            yield from _dates(cases, dated[i][one.fact.id], dated[j][other.fact.id], dated[i], dated[j])
        for one, other in in_places.get((i, j), ()):
            kinds = one.kinds & other.kinds
            alone = _once(kinds, by_place[i]) and _once(kinds, by_place[j])
            yield from _places(cases, placed[i][one.fact.id], placed[j][other.fact.id], alone)


def _dated(acts: list[Happening]) -> Iterator[_Dated]:
    for act in acts:
        if act.fact.status in _NEGATIVE:
            continue
        periods = of_fact(act.passage, act.fact)
        if len(periods) == 1 or (periods and all(p.meets(periods[0]) for p in periods)):
            yield _Dated(act, min(periods, key=lambda p: p.end - p.start))


def _dates(
    cases: CaseMaker, one: _Dated, other: _Dated, ours: dict[str, _Dated], theirs: dict[str, _Dated]
) -> Iterator[tuple[Case, Verdict]]:
    a, b = one.period, other.period
    mine, its = one.act.fact, other.act.fact
    if a.meets(b) or nominal(mine) != nominal(its):
        return
    if (mine.status in _OPEN) != (its.status in _OPEN) and "be" not in (mine.predicate.lemma, its.predicate.lemma):
        return
    enough = evidence(cases, one.act, other.act)
    if enough < _LEAST or not _tellable(a, b):
        return
    kinds = one.act.kinds & other.act.kinds
    mine_too = [x for x in ours.values() if x.act.kinds & kinds and evidence(cases, x.act, other.act) >= _LEAST]
    its_too = [y for y in theirs.values() if y.act.kinds & kinds and evidence(cases, one.act, y.act) >= _LEAST]
    if any(x.period.meets(b) for x in mine_too) or any(y.period.meets(a) for y in its_too):
        return
    alone = len(mine_too) == 1 == len(its_too)
    case = cases.of(one.act.passage, other.act.passage)
    if enough + _ALONE * alone + _NEAR * case.aligned.score - unlike(case, mine, its) < _ENOUGH or same_words(
        case, a, b
    ):
        return
    if not things_shared(cases, one.act, other.act) and not same_object(case, mine, its):
        return
    if another_time(case, one.act.fact, other.act.fact):
        return
    values = case.values((a.span, shown(a)), (b.span, shown(b)))
    why = f"{shown(a)} against {shown(b)}."
    if mine.status == its.status == "planned" and case.later is not None:
        yield case, Verdict("update", "date", "new date", why, values, (mine, its), weight=1.7, issue="date")
        return
    yield case, Verdict("conflict", "date", "one act, two dates", why, values, (mine, its), weight=1.9, issue="date")


def _placed(reading: Reading, acts: list[Happening]) -> Iterator[_Placed]:
    types = {mention.entity: mention.type for mention in reading.findings.mentions}
    names = {entity.id: entity.name for entity in reading.findings.entities}
    for act in acts:
        if act.fact.status in _NEGATIVE or nominal(act.fact):
            continue
        found: list[_Placed] = []
        for mention in reading.mentions(act.fact.span):
            if types.get(mention.entity) not in _TYPES or mention.form in _NO_NAMES:
                continue
            if fact_at(act.passage.facts, mention.span) != act.fact:
                continue
            before = reading.article.text[max(0, mention.start - 40) : mention.start]
            led = _SETTLEMENT.search(before) or _PLACED.search(before)
            if led is None:
                continue
            place = Place(
                mention.span, names.get(mention.entity, ""), reading.entity.get(mention.entity, mention.entity)
            )
            way = led[1].casefold()
            found.append(_Placed(act, place, _TOWARDS.get(way, "at")))
        ways = {x.way for x in found}
        if len(found) == len(ways) and found:
            yield from (x for x in found if x.way == found[-1].way)


def _once(kinds: frozenset[str], table: dict[str, list[Happening]]) -> bool:
    """True where the article tells this of one act of these kinds alone."""
    return all(len(table.get(code, ())) <= 1 for code in kinds)


def _tellable(a: Period, b: Period) -> bool:
    """True where two dates that do not meet are two, however loosely they are given."""
    return tellable(a, b) or (a.grain != b.grain and not a.vague and not b.vague and a.apart(b) >= _FAR)


def _places(cases: CaseMaker, one: _Placed, other: _Placed, alone: bool) -> Iterator[tuple[Case, Verdict]]:
    mine, its = one.act.fact, other.act.fact
    if one.way != other.way or (mine.status in _OPEN) != (its.status in _OPEN):
        return
    if one.place.entity == other.place.entity:
        return
    here, there = {one.place.entity}, {other.place.entity}
    enough = evidence(
        cases, one.act._replace(parties=one.act.parties - here), other.act._replace(parties=other.act.parties - there)
    )
    if enough < _LEAST:
        return
    case = cases.of(one.act.passage, other.act.passage)
    if not apart(case, one.place, other.place) or another_time(case, one.act.fact, other.act.fact):
        return
    ours, theirs = of_fact(one.act.passage, mine), of_fact(other.act.passage, its)
    met = any(x.fine and y.fine and x.meets(y) for x in ours for y in theirs)
    if (ours and theirs and not any(x.meets(y) for x in ours for y in theirs)) or enough + (
        _ONE_DAY if met else _ALONE * alone
    ) - unlike(case, mine, its) < _ENOUGH:
        return
    values = case.values((one.place.span, one.place.name), (other.place.span, other.place.name))
    why = f"{one.place.name} against {other.place.name}."
    yield case, Verdict("conflict", "place", "one act, two places", why, values, (mine, its), weight=1.9, issue="place")
