"""What is reckoned from a clock, a calendar, an ordinal or a price each: "17 minutes later", "day three of the strike".

Each rule asks for a calculation that comes out and for a thing that both passages name.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.amounts import plain
from briefing.compare.claims.case import Case, CaseMaker, Verdict
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
_MANY = 2
_SLACK = dt.timedelta(minutes=3)
_DAY_SECONDS = 86400.0


class _NthDay(NamedTuple):
    passage: Passage
    span: Span
    start: dt.datetime
    days: int


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on what two origins put otherwise and comes to the same."""
    counted = [list(_nth_days(reading)) for reading in cases.readings]
    for i, j in itertools.permutations(range(len(cases.readings)), 2):
        ours, theirs = cases.readings[i], cases.readings[j]
        if ours.origin == theirs.origin:
            continue
        yield from _later(cases, ours, theirs)
        yield from _left(cases, ours, theirs)
        yield from _each(cases, ours, theirs)
        yield from _nth(cases, ours, theirs)
        yield from _since(cases, ours, theirs, counted[i])
        if i < j:
            yield from _one_start(cases, (ours, counted[i]), (theirs, counted[j]))


def _later(cases: CaseMaker, ours: Reading, theirs: Reading) -> Iterator[tuple[Case, Verdict]]:
    """``At 9:20 ... 17 minutes later`` in one, ``at 9:37`` in the other."""
    for passage in ours.passages:
        clock = [p for p in passage.periods if p.grain == "minute"]
        for amount in passage.amounts:
            if amount.dimension != "duration" or not _LATER.match(ours.article.text, amount.span.end):
                continue
            start = next((p for p in reversed(clock) if p.span.end <= amount.span.start), None)
            if start is None or amount.value >= _DAY_SECONDS:
                continue
            end = start.start + dt.timedelta(seconds=amount.value)
            for other, period in ((p, x) for p in theirs.passages for x in p.periods):
                if period.grain != "minute" or not _meets(period, end, start) or not one_thing(cases, passage, other):
                    continue
                why = f"{start.start:%H:%M} + {amount.said} = {end:%H:%M}."
                halves = (
                    Half(ours, passage, Span(start.span.start, amount.span.end), f"{end:%H:%M}"),
                    Half(theirs, other, period.span, period.value),
                )
                yield worked_out(cases, "so much later", "date", why, *halves)


def _meets(period: Period, moment: dt.datetime, like: Period) -> bool:
    return period.zoned == like.zoned and abs(period.start - moment) <= _SLACK


def _left(cases: CaseMaker, ours: Reading, theirs: Reading) -> Iterator[tuple[Case, Verdict]]:
    """``34 were found, 15 of them dead`` in one, ``19 were found alive`` in the other."""
    for passage in ours.passages:
        for whole, part in itertools.permutations([x for x in passage.amounts if plainly(ours, x)], 2):
            people = all("person" in kinds_of(x.dimension.partition(" ")[2]) for x in (whole, part))
            left = whole.value - part.value
            if not people or left < _MANY or part.value < _MANY or "of them" not in _after(ours, part.span):
                continue
            for other, rest in ((p, x) for p in theirs.passages for x in p.amounts):
                if rest.value != left or not plainly(theirs, rest):
                    continue
                if "person" not in kinds_of(rest.dimension.partition(" ")[2]):
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


def _each(cases: CaseMaker, ours: Reading, theirs: Reading) -> Iterator[tuple[Case, Verdict]]:
    """``640 households, reckoned at five people apiece`` in one, ``3,200 people`` in the other."""
    for passage in ours.passages:
        for each, many in itertools.permutations(passage.amounts, 2):
            if not _EACH.match(ours.article.text, each.span.end) or each.dimension in ("share", ""):
                continue
            if many.dimension == each.dimension or many.value < _MANY or many.dimension == "share":
                continue
            times = many.value / many.factor
            product = each.value * times
            for other, whole in ((p, x) for p in theirs.passages for x in p.amounts):
                if whole.dimension != each.dimension or not math.isclose(whole.value, product, rel_tol=1e-3):
                    continue
                if whole.value < 10 * whole.factor or not one_thing(cases, passage, other):
                    continue
                why = f"{plain(times)} x {each.said} = {whole.said}."
                span = Span(min(each.span.start, many.span.start), max(each.span.end, many.span.end))
                halves = Half(ours, passage, span, whole.said), Half(theirs, other, whole.span, whole.said)
                yield worked_out(cases, "so much each", "number", why, *halves)


def _nth(cases: CaseMaker, ours: Reading, theirs: Reading) -> Iterator[tuple[Case, Verdict]]:
    """``Three earlier truces`` in one, ``the fourth`` in the other."""
    for passage in ours.passages:
        for match in _BEFORE.finditer(ours.text(passage.span)):
            for other in theirs.passages:
                for nth in _NTH_THING.finditer(theirs.text(other.span)):
                    if _ordinal(nth["nth"]) != _number(match["n"]) + 1 or not one_thing(cases, passage, other):
                        continue
                    if cases.of(passage, other).aligned.score < _NEAR:
                        continue
                    why = f"{match['n']} before it, so it is number {_ordinal(nth['nth'])}."
                    here = Span(passage.span.start + match.start(), passage.span.start + match.end())
                    there = Span(other.span.start + nth.start(), other.span.start + nth.end())
                    count = str(_ordinal(nth["nth"]))
                    halves = Half(ours, passage, here, count), Half(theirs, other, there, count)
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
    published = reading.article.day
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


def _since(cases: CaseMaker, ours: Reading, theirs: Reading, counted: list[_NthDay]) -> Iterator[tuple[Case, Verdict]]:
    """``The third day of the strike`` on a Wednesday in one, ``walked out on Monday`` in the other."""
    for passage, span, start, days in counted:
        for other, period in ((p, x) for p in theirs.passages for x in p.periods):
            if period.grain not in ("day", "part", "minute") or period.start.date() != start.date():
                continue
            began = _BEGAN.search(theirs.text(other.span))
            strikes = _STRIKE.search(ours.text(passage.span)) and _STRIKING.search(theirs.text(other.span))
            if began and (strikes or one_thing(cases, passage, other)):
                why = f"Day {days} of what began on {start:%Y-%m-%d}; “{said(theirs, period.span)}”."
                halves = (
                    Half(ours, passage, span, f"{start:%Y-%m-%d}"),
                    Half(theirs, other, period.span, period.value),
                )
                yield worked_out(cases, "day of its course", "date", why, *halves)


def _one_start(
    cases: CaseMaker, a: tuple[Reading, list[_NthDay]], b: tuple[Reading, list[_NthDay]]
) -> Iterator[tuple[Case, Verdict]]:
    """``The third day`` on a Wednesday in one, ``the fifth day`` on the Friday in the other."""
    for one, other in itertools.product(a[1], b[1]):
        if one.start == other.start and one.days != other.days and one_thing(cases, one.passage, other.passage):
            day = f"{one.start:%Y-%m-%d}"
            why = f"Day {one.days} and day {other.days} of what began on {day}."
            halves = Half(a[0], one.passage, one.span, day), Half(b[0], other.passage, other.span, day)
            yield worked_out(cases, "day of its course", "date", why, *halves)


__all__ = ["across"]
