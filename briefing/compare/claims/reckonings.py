"""What is reckoned from a clock, a calendar, an ordinal or a price each: "17 minutes later", "day three of the strike".

Each rule asks for a calculation that comes out and for a thing that both passages name.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.compare.amounts import Amount, plain
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.index import Index, Values, meetings
from briefing.compare.claims.tolls import fate_of
from briefing.compare.claims.workings import Half, one_thing, plainly, said, worked_out
from briefing.compare.kinds import kinds_of
from briefing.compare.periods import DAY, Period
from briefing.compare.reading import Passage, Reading
from briefing.model import Span

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NTH = rf"(?P<nth>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_NTH_DAY = re.compile(rf"\b{_NTH} (?:straight |consecutive |successive )?(?P<unit>day|week|night)\b", re.IGNORECASE)
_NTH_THING = re.compile(rf"\b(?:the|its|his|her|their|a|was|is) {_NTH}(?: (?P<what>[a-z-]+))?", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?P<n>{'|'.join(_NUMBERS)}|\d{{1,2}}) "
    r"(?:earlier|previous|other|prior|such|similar|former|preceding) (?P<what>[a-z-]+)",
    re.IGNORECASE,
)
_LATER = re.compile(r"\s*(?:later|afterwards|after (?:that|take-?off|leaving))\b", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:began|begun|start(?:ed|s)?|walked (?:out|off)|downed tools|since|broke out|erupted|launched|opened|called"
    r"|went on strike|laid down)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\s*(?:[a-z]+ )?(?:apiece|each|per (?:head|person|household|family)|a (?:head|month|week|day|piece)|every month)\b"
)
_STRIKE = re.compile(r"\b(?:strikes?|stoppage|walk-?out|industrial action)\b", re.IGNORECASE)
_STRIKING = re.compile(
    r"\b(?:walked (?:out|off)|downed tools|went on strike|stopped work|laid down|strike|stoppage)\b", re.IGNORECASE
)
_FINE = frozenset({"day", "part", "minute"})
_MANY = 2
_SLACK = dt.timedelta(minutes=3)
_DAY_SECONDS = 86400.0


class _NthDay(NamedTuple):
    passage: Passage
    span: Span
    start: dt.datetime
    days: int


class _Later(NamedTuple):
    passage: Passage
    start: Period
    amount: Amount
    end: dt.datetime


class _Left(NamedTuple):
    passage: Passage
    whole: Amount
    part: Amount
    left: float


class _Each(NamedTuple):
    passage: Passage
    each: Amount
    times: float
    span: Span
    product: float


class _Nth(NamedTuple):
    """An ordinal, or what makes the next one so: its words, and which it is."""

    passage: Passage
    span: Span
    words: str
    nth: int


_Dated = tuple[Passage, Period]
_Number = tuple[Passage, Amount]


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on what two origins put otherwise and comes to the same."""
    rules = [_later_pairs(cases), _left_pairs(cases), _each_pairs(cases), _nth_pairs(cases), *_day_pairs(cases)]
    found: dict[tuple[int, int], list[Iterator[tuple[Case, Verdict]]]] = defaultdict(list)
    for rule in rules:
        for i, j, verdicts in rule:
            found[i, j].append(verdicts)
    for pair in sorted(found):
        for verdicts in found[pair]:
            yield from verdicts


_Found = Iterator[tuple[int, int, Iterator[tuple[Case, Verdict]]]]
"""Of two reports, which they are and what they come to."""


def _later_pairs(cases: CaseMaker) -> _Found:
    rows = [list(_laters(reading)) for reading in cases.readings]
    clock = Values([[(p, x) for p in r.passages for x in p.periods if x.grain == "minute"] for r in cases.readings],
                   lambda told: told[1].start)  # fmt: skip
    met = meetings(cases, rows, lambda one: clock.between(one.end - _SLACK, one.end + _SLACK), both_ways=True)
    for i, j, pairs in met:
        yield i, j, _later(cases, cases.readings[i], cases.readings[j], pairs)


def _left_pairs(cases: CaseMaker) -> _Found:
    rows = [list(_lefts(reading)) for reading in cases.readings]
    by_value = _by_value(cases)
    for i, j, pairs in meetings(cases, rows, lambda one: by_value.between(one.left, one.left), both_ways=True):
        yield i, j, _left(cases, cases.readings[i], cases.readings[j], pairs)


def _each_pairs(cases: CaseMaker) -> _Found:
    rows = [list(_eaches(reading)) for reading in cases.readings]
    by_value = _by_value(cases)

    def near(one: _Each) -> Mapping[int, Sequence[_Number]]:
        slack = 0.002 * abs(one.product)
        return by_value.between(one.product - slack, one.product + slack)

    for i, j, pairs in meetings(cases, rows, near, both_ways=True):
        yield i, j, _each(cases, cases.readings[i], cases.readings[j], pairs)


def _nth_pairs(cases: CaseMaker) -> _Found:
    rows = [list(_befores(reading)) for reading in cases.readings]
    index = Index([list(_nth_things(reading)) if any(rows) else [] for reading in cases.readings], lambda x: (x.nth,))
    for i, j, pairs in meetings(cases, rows, lambda one: index.find((one.nth,)), both_ways=True):
        yield i, j, _nth(cases, cases.readings[i], cases.readings[j], pairs)


def _day_pairs(cases: CaseMaker) -> tuple[_Found, _Found]:
    rows = [list(_nth_days(reading)) for reading in cases.readings]
    days = [[(p, x) for p in r.passages for x in p.periods if x.grain in _FINE] for r in cases.readings]
    by_day = Index(days, lambda told: (told[1].start.date(),))
    by_start = Index(rows, lambda one: (one.start,))

    def since() -> _Found:
        met = meetings(cases, rows, lambda one: by_day.find((one.start.date(),)), both_ways=True)
        for i, j, pairs in met:
            yield i, j, _since(cases, cases.readings[i], cases.readings[j], pairs)

    def one_start() -> _Found:
        for i, j, pairs in meetings(cases, rows, lambda one: by_start.find((one.start,))):
            yield i, j, _one_start(cases, cases.readings[i], cases.readings[j], pairs)

    return since(), one_start()


def _by_value(cases: CaseMaker) -> Values[_Number]:
    return Values([[(p, x) for p in r.passages for x in p.amounts] for r in cases.readings], lambda told: told[1].value)


def _laters(reading: Reading) -> Iterator[_Later]:
    for passage in reading.passages:
        clock = [p for p in passage.periods if p.grain == "minute"]
        for amount in passage.amounts if clock else ():
            if amount.dimension != "duration" or not _LATER.match(reading.article.text, amount.span.end):
                continue
            start = next((p for p in reversed(clock) if p.span.end <= amount.span.start), None)
            if start is not None and amount.value < _DAY_SECONDS:
                yield _Later(passage, start, amount, start.start + dt.timedelta(seconds=amount.value))


def _later(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: list[tuple[_Later, _Dated]]
) -> Iterator[tuple[Case, Verdict]]:
    """``At 9:20 ... 17 minutes later`` in one, ``at 9:37`` in the other."""
    for (passage, start, amount, end), (other, period) in pairs:
        if _meets(period, end, start) and one_thing(cases, passage, other):
            why = f"{start.start:%H:%M} + {amount.said} = {end:%H:%M}."
            halves = (
                Half(ours, passage, Span(start.span.start, amount.span.end), f"{end:%H:%M}"),
                Half(theirs, other, period.span, period.value),
            )
            yield worked_out(cases, "so much later", "date", why, *halves)


def _meets(period: Period, moment: dt.datetime, like: Period) -> bool:
    return period.zoned == like.zoned and abs(period.start - moment) <= _SLACK


def _lefts(reading: Reading) -> Iterator[_Left]:
    for passage in reading.passages:
        parts = [x for x in passage.amounts if "of them" in _after(reading, x.span)]
        for whole, part in itertools.permutations(passage.amounts, 2) if parts else ():
            if part not in parts or not plainly(reading, whole) or not plainly(reading, part):
                continue
            people = all("person" in kinds_of(x.dimension.partition(" ")[2]) for x in (whole, part))
            if people and whole.value - part.value >= _MANY and part.value >= _MANY:
                yield _Left(passage, whole, part, whole.value - part.value)


def _left(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: list[tuple[_Left, _Number]]
) -> Iterator[tuple[Case, Verdict]]:
    """``34 were found, 15 of them dead`` in one, ``19 were found alive`` in the other."""
    for (passage, whole, part, left), (other, rest) in pairs:
        if not plainly(theirs, rest) or "person" not in kinds_of(rest.dimension.partition(" ")[2]):
            continue
        apart = {fate_of(ours, passage, part), fate_of(theirs, other, rest)} == {"dead", "saved"}
        if not apart and not one_thing(cases, passage, other):
            continue
        why = f"{whole.said} - {plain(part.value)} = {rest.said}."
        span = Span(min(whole.span.start, part.span.start), max(whole.span.end, part.span.end))
        halves = Half(ours, passage, span, plain(left)), Half(theirs, other, rest.span, rest.said)
        yield worked_out(cases, "what is left", "number", why, *halves)


def _after(reading: Reading, span: Span) -> str:
    return reading.article.text[span.end : span.end + 16]


def _eaches(reading: Reading) -> Iterator[_Each]:
    for passage in reading.passages:
        for each in passage.amounts:
            if each.dimension in ("share", "") or not _EACH.match(reading.article.text, each.span.end):
                continue
            for many in passage.amounts:
                if many is each or many.dimension == each.dimension or many.value < _MANY or many.dimension == "share":
                    continue
                times = many.value / many.factor
                span = Span(min(each.span.start, many.span.start), max(each.span.end, many.span.end))
                yield _Each(passage, each, times, span, each.value * times)


def _each(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: list[tuple[_Each, _Number]]
) -> Iterator[tuple[Case, Verdict]]:
    """``640 households, reckoned at five people apiece`` in one, ``3,200 people`` in the other."""
    for (passage, each, times, span, product), (other, whole) in pairs:
        if whole.dimension != each.dimension or not math.isclose(whole.value, product, rel_tol=1e-3):
            continue
        if whole.value < 10 * whole.factor or not one_thing(cases, passage, other):
            continue
        why = f"{plain(times)} x {each.said} = {whole.said}."
        halves = Half(ours, passage, span, whole.said), Half(theirs, other, whole.span, whole.said)
        yield worked_out(cases, "so much each", "number", why, *halves)


def _befores(reading: Reading) -> Iterator[_Nth]:
    for passage in reading.passages:
        for match in _BEFORE.finditer(reading.text(passage.span)):
            span = Span(passage.span.start + match.start(), passage.span.start + match.end())
            yield _Nth(passage, span, match["n"], _number(match["n"]) + 1)


def _nth_things(reading: Reading) -> Iterator[_Nth]:
    for passage in reading.passages:
        for match in _NTH_THING.finditer(reading.text(passage.span)):
            span = Span(passage.span.start + match.start(), passage.span.start + match.end())
            yield _Nth(passage, span, match["nth"], _ordinal(match["nth"]))


def _nth(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: list[tuple[_Nth, _Nth]]
) -> Iterator[tuple[Case, Verdict]]:
    """``Three earlier truces`` in one, ``the fourth`` in the other."""
    for one, other in pairs:
        if not one_thing(cases, one.passage, other.passage):
            continue
        if cases.of(one.passage, other.passage).aligned.score < _NEAR:
            continue
        why = f"{one.words} before it, so it is number {other.nth}."
        count = str(other.nth)
        halves = Half(ours, one.passage, one.span, count), Half(theirs, other.passage, other.span, count)
        yield worked_out(cases, "number of the like", "number", why, *halves)


_NEAR = 0.03
"""How near two passages must be for an ordinal in one to count what the other counts."""


def _ordinal(word: str) -> int:
    word = word.casefold()
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(word[:-2])


def _number(word: str) -> int:
    word = word.casefold()
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)


def _nth_days(reading: Reading) -> Iterator[_NthDay]:
    """``On Wednesday, the third day of a strike``: what began on Monday."""
    published = reading.day
    for passage in reading.passages:
        for match in _NTH_DAY.finditer(reading.text(passage.span)):
            if match["unit"].casefold() == "week":
                continue
            days = _ordinal(match["nth"])
            told = [p for p in passage.periods if p.grain in ("day", "part", "minute") and not p.yearless]
            if len({p.start.date() for p in told}) > 1:
                continue
            day = told[0].start if told else dt.datetime.combine(published, dt.time()) if published else None
            if day is None or days < _MANY:
                continue
            start = dt.datetime.combine(day.date(), dt.time()) - (days - 1) * DAY
            span = Span(passage.span.start + match.start(), passage.span.start + match.end())
            yield _NthDay(passage, span, start, days)


def _since(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: list[tuple[_NthDay, _Dated]]
) -> Iterator[tuple[Case, Verdict]]:
    """``The third day of the strike`` on a Wednesday in one, ``walked out on Monday`` in the other."""
    for (passage, span, start, days), (other, period) in pairs:
        began = _BEGAN.search(theirs.text(other.span))
        strikes = _STRIKE.search(ours.text(passage.span)) and _STRIKING.search(theirs.text(other.span))
        if began and (strikes or one_thing(cases, passage, other)):
            why = f"Day {days} of what began on {start:%Y-%m-%d}; “{said(theirs, period.span)}”."
            halves = Half(ours, passage, span, f"{start:%Y-%m-%d}"), Half(theirs, other, period.span, period.value)
            yield worked_out(cases, "day of its course", "date", why, *halves)


def _one_start(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: list[tuple[_NthDay, _NthDay]]
) -> Iterator[tuple[Case, Verdict]]:
    """``The third day`` on a Wednesday in one, ``the fifth day`` on the Friday in the other."""
    for one, other in pairs:
        if one.days != other.days and one_thing(cases, one.passage, other.passage):
            day = f"{one.start:%Y-%m-%d}"
            why = f"Day {one.days} and day {other.days} of what began on {day}."
            halves = Half(ours, one.passage, one.span, day), Half(theirs, other.passage, other.span, day)
            yield worked_out(cases, "day of its course", "date", why, *halves)


__all__ = ["across"]
