"""One act that two reports date or place otherwise, or that one of them denies, however far apart they tell it."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.compare.alignment.facts import SAYING, nominal
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import another_time, of_fact, one_paper, same_words, shown, tellable
from briefing.compare.claims.happenings import (
    Happening,
    act_codes,
    by_kind,
    evidence,
    happenings,
    meeting,
    things_shared,
    unlike,
)
from briefing.compare.claims.places import Place, apart
from briefing.compare.claims.polarity import same_object
from briefing.compare.claims.who import one_who, others
from briefing.compare.lexicon import listed
from briefing.compare.periods import Period
from briefing.compare.reading import Reading
from briefing.compare.states import state_named
from briefing.model import Fact, Span

_OFTEN = SAYING | listed("publishing") | {"reveal", "unveil", "confirm", "announce", "break", "show", "warn", "tell"}
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
_NEAR_DAYS = 0.15
"""What it adds that two days are near each other, as they are where one act is dated wrongly."""
_DONE_ONCE = 0.5
"""What it adds that nobody does it twice."""
_DEEP = 8
_NEAR_VERB = 12
_WAYS = {
    **dict.fromkeys(("in", "at", "inside", "within", "on", "of", "over", "above"), "at"),
    **dict.fromkeys(("to", "into", "towards", "toward", "for", "onto"), "to"),
    **dict.fromkeys(("from", "out"), "from"),
    **dict.fromkeys(("near", "outside", "off", "around", "beside", "by", "past"), "near"),
}
"""How a preposition on a verb places the act."""
_OBJECTS = frozenset({"dobj", "attr", "obj"})
_NOT_THERE = frozenset({"nsubj", "nsubjpass", "poss", "conj", "appos", "nmod"})
_HELD = frozenset({"take place", "happen", "occur"})
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
    if a.meets(b):
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
    once = _done_once(cases, one.act, other.act)
    enough += _NEAR_DAYS * (a.fine and b.fine and a.apart(b) <= _FAR) + _DONE_ONCE * once
    if enough + _ALONE * alone + _NEAR * case.aligned.score - unlike(case, mine, its) < _ENOUGH or same_words(
        case, a, b
    ):
        return
    if not once and not things_shared(cases, one.act, other.act) and not same_object(case, mine, its):
        return
    if another_time(case, one.act.fact, other.act.fact) or _told_often(case, mine, its):
        return
    values = case.values((a.span, shown(a)), (b.span, shown(b)))
    why = f"{shown(a)} against {shown(b)}."
    if mine.status == its.status == "planned" and case.later is not None:
        yield case, Verdict("update", "date", "new date", why, values, (mine, its), weight=1.7, issue="date")
        return
    yield case, Verdict("conflict", "date", "one act, two dates", why, values, (mine, its), weight=1.9, issue="date")


def _done_once(cases: CaseMaker, one: Happening, other: Happening) -> bool:
    """True for what one person does or undergoes once, who is named in both: "quit", "handed in his resignation"."""
    if not one.kinds & other.kinds & _once_kinds():
        return False
    return bool(_people(cases.readings[one.passage.source], one) & _people(cases.readings[other.passage.source], other))


@functools.lru_cache(maxsize=1)
def _once_kinds() -> frozenset[str]:
    return frozenset(code for lemma in listed("once_in_a_life") for code in act_codes(lemma))


def _people(reading: Reading, act: Happening) -> set[str]:
    """Persons who do an act or whom it is done to."""
    types = {entity.id: entity.type for entity in reading.findings.entities}
    return {
        reading.entity.get(x.entity, x.entity)
        for x in act.fact.arguments
        if x.role in ("agent", "patient") and x.entity is not None and types.get(x.entity) == "PERSON"
    }


def _told_often(case: Case, mine: Fact, its: Fact) -> bool:
    """True for what is said, shown or published, as it is again and again, unless both name one thing by one word."""
    return bool({mine.predicate.lemma, its.predicate.lemma} & _OFTEN) and not one_paper(case, mine, its)


def _placed(reading: Reading, acts: Sequence[Happening]) -> Iterator[_Placed]:
    types = {mention.entity: mention.type for mention in reading.findings.mentions}
    names = {entity.id: entity.name for entity in reading.findings.entities}
    for act in acts:
        if act.fact.status in _NEGATIVE or nominal(act.fact):
            continue
        found: list[_Placed] = []
        for mention in reading.mentions(act.fact.span):
            type_, entity = types.get(mention.entity), mention.entity
            if type_ == "ORG":
                entity = _town_of(reading, reading.text(mention.span)) or entity
            if (type_ not in _TYPES and entity == mention.entity) or mention.form in _NO_NAMES:
                continue
            way = _way(reading, act, mention.span)
            if way is not None:
                place = Place(mention.span, names.get(entity, ""), reading.entity.get(entity, entity))
                found.append(_Placed(act, place, way))
        ways = {x.way for x in found}
        if len(found) == len(ways) and found:
            yield from (x for x in found if x.way == found[-1].way)


def _town_of(reading: Reading, name: str) -> str | None:
    """The town in the name of a body that stands there: "the Provincial Penitentiary of Quelim"."""
    words = name.split()
    towns = {e.name: e.id for e in reading.findings.entities if e.type == "GPE"}
    return next((towns[word] for word in words if len(words) > 1 and word in towns), None)


def _way(reading: Reading, act: Happening, place: Span) -> str | None:
    """How a place stands to an act: where it is, where it goes or comes from; by the first preposition on its verb."""
    inside = reading.tokens(place)
    tokens = reading.findings.tokens
    predicate = act.fact.predicate.span
    tops = [i for i in inside if tokens[i].head not in inside]
    at = tops[0] if tops else -1
    inner = outer = ""
    for _ in range(_DEEP if tops else 0):
        if predicate.start <= tokens[at].start < predicate.end:
            way = _WAYS.get(outer)
            near = range(at, min(act.passage.last, at + _NEAR_VERB))
            goes = any(tokens[k].head == at and tokens[k].lemma == "to" and tokens[k].dep == "prep" for k in near)
            return "to" if way == "at" and goes else way
        if tokens[at].pos == "ADP":
            inner, outer = inner or tokens[at].lemma, tokens[at].lemma
        elif tokens[at].pos in ("VERB", "AUX") or tokens[at].dep in _NOT_THERE or tokens[at].head == at:
            return None
        elif tokens[at].dep in _OBJECTS:
            if inner == "of":
                return None
            outer = inner
        at = tokens[at].head
    return None


def _once(kinds: frozenset[str], table: dict[str, list[Happening]]) -> bool:
    """True where the article tells this of one act of these kinds alone."""
    return all(len(table.get(code, ())) <= 1 for code in kinds)


def _tellable(a: Period, b: Period) -> bool:
    """True where two dates that do not meet are two, however loosely they are given."""
    if a.lone or b.lone:
        return tellable(a, b)
    return tellable(a, b) or (a.grain != b.grain and not a.vague and not b.vague and a.apart(b) >= _FAR)


def _places(cases: CaseMaker, one: _Placed, other: _Placed, alone: bool) -> Iterator[tuple[Case, Verdict]]:
    mine, its = one.act.fact, other.act.fact
    if one.way != other.way or (mine.status in _OPEN) != (its.status in _OPEN):
        return
    if one.place.entity == other.place.entity:
        return
    case = cases.of(one.act.passage, other.act.passage)
    same = one_who(case, mine, its) or (alone and any(_only_named(case, x) for x in (one, other)))
    if not same and not _enough(cases, one, other, alone):
        return
    if not apart(case, one.place, other.place) or others(case, mine, its) or another_time(case, mine, its):
        return
    values = case.values((one.place.span, one.place.name), (other.place.span, other.place.name))
    why = f"{one.place.name} against {other.place.name}."
    yield case, Verdict("conflict", "place", "one act, two places", why, values, (mine, its), weight=1.9, issue="place")


def _only_named(case: Case, placed: _Placed) -> bool:
    """True for "the handover took place": the act is named, and neither who nor what was in it."""
    fact = placed.act.fact
    reading = case.ours if placed.act.passage is case.a else case.theirs
    held = [x for x in fact.arguments if x.role in ("patient", "agent")] if fact.predicate.lemma in _HELD else []
    return len(held) == 1 and len(reading.text(held[0].span).split()) == 2 and not reading.names(held[0].span)


def _enough(cases: CaseMaker, one: _Placed, other: _Placed, alone: bool) -> bool:
    """True where the day, or who and what else takes part, shows two tellings to be of one act."""
    mine, its = one.act.fact, other.act.fact
    if mine.status in _OPEN and all(state_named(x.place.name) is not None for x in (one, other)):
        return False
    here, there = {one.place.entity}, {other.place.entity}
    enough = evidence(
        cases, one.act._replace(parties=one.act.parties - here), other.act._replace(parties=other.act.parties - there)
    )
    ours, theirs = of_fact(one.act.passage, mine), of_fact(other.act.passage, its)
    met = any(x.fine and y.fine and x.meets(y) for x in ours for y in theirs)
    case = cases.of(one.act.passage, other.act.passage)
    if enough < _LEAST or (ours and theirs and not any(x.meets(y) for x in ours for y in theirs)):
        return False
    return enough + (_ONE_DAY if met else _ALONE * alone) - unlike(case, mine, its) >= _ENOUGH
