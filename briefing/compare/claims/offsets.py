"""Days that one report names and the other reckons: "four days after the river rose", "a strike of 16 days", "4 May".

A length of time beside a day gives another day, before it or after it; a length alone counts from the day of its
sentence, or of the report, back to where a thing began or on to where it ends. That a day comes out is no proof, since
the days of one story are few: the passages must be on one matter.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.compare.amounts import Amount
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.index import Values, meetings
from briefing.compare.claims.workings import Half, one_thing, said, worked_out
from briefing.compare.periods import DAY, Period
from briefing.compare.reading import Passage, Reading
from briefing.model import Span

_AFTER = re.compile(r"^\s*(?:after|later|following|on|from)\b", re.IGNORECASE)
_BEFORE = re.compile(r"^\s*(?:before|earlier|previously|prior|ago|ahead of|short of)\b", re.IGNORECASE)
_LATE = re.compile(r"^\s*(?:late|behind schedule|too late|overdue)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:within|in|for|has|have|had|gave|give|given|gives|runs?|lasts?|another|deadline|grace|next|after|of)"
    r"(?: \w+){0,2}\s*$",
    re.IGNORECASE,
)
_LONGEST = 3 * 366 * 86400.0
_SHORTEST = 2 * 86400.0
_LONG = 5
"""Days of a length that says by itself when a thing began."""
_NEAR = {"offset": 0.05, "until": 0.06, "since": 0.15}
"""How near two passages must be, by how the day was reckoned."""


class Reckoned(NamedTuple):
    """A day that follows from a length of time.

    Attributes:
        way: How: an ``offset`` from a day that stands beside it, ``until`` or ``since``.
        length: Days of the length.
        fuzzy: Days that it may be off: a length in weeks or months is rounded.
    """

    passage: Passage
    span: Span
    day: dt.date
    working: str
    way: str
    length: int
    fuzzy: int


_Dated = tuple[Passage, Period]


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on days that two origins give otherwise and that are one."""
    rows = [list(reckoned(reading)) for reading in cases.readings]
    days = [[(p, x) for p in r.passages for x in p.periods if x.fine and not x.yearless] for r in cases.readings]
    by_day = Values(days, lambda told: told[1].start.date())

    def near(one: Reckoned) -> Mapping[int, Sequence[_Dated]]:
        return by_day.between(one.day - one.fuzzy * DAY, one.day + one.fuzzy * DAY)

    for i, j, pairs in meetings(cases, rows, near, both_ways=True):
        yield from _told(cases, cases.readings[i], cases.readings[j], pairs)


def _told(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: Iterable[tuple[Reckoned, _Dated]]
) -> Iterator[tuple[Case, Verdict]]:
    for one, (other, period) in pairs:
        if not _of_one(cases, one, other):
            continue
        why = f"{one.working} is {one.day:%Y-%m-%d}; “{said(theirs, period.span)}”."
        day = f"{period.start:%Y-%m-%d}"
        halves = Half(ours, one.passage, one.span, day), Half(theirs, other, period.span, day)
        yield worked_out(cases, "day reckoned", "date", why, *halves)


def _of_one(cases: CaseMaker, one: Reckoned, other: Passage) -> bool:
    if one.way == "since" and one.length < _LONG:
        return False
    return cases.of(one.passage, other).aligned.score >= _NEAR[one.way] and one_thing(cases, one.passage, other)


def reckoned(reading: Reading) -> Iterator[Reckoned]:
    """All days that follow from the lengths of time in a report."""
    published = reading.day
    for passage in reading.passages:
        lengths = [x for x in passage.amounts if x.dimension == "duration" and _SHORTEST <= x.value <= _LONGEST]
        days = [p for p in passage.periods if p.fine and not p.yearless]
        for length in lengths:
            if any(p.span.overlaps(length.span) for p in days):
                continue
            yield from _from(reading, passage, length, days, published)


def _from(
    reading: Reading, passage: Passage, length: Amount, days: Sequence[Period], published: dt.date | None
) -> Iterator[Reckoned]:
    text = reading.article.text
    after = text[length.span.end : length.span.end + 20]
    before = text[max(passage.span.start, length.span.start - 24) : length.span.start]
    anchors = [(p.start.date(), p.span, said(reading, p.span)) for p in days]
    span = round(length.value / 86400.0)
    fuzzy = 0 if length.unit in ("day", "hour") else 1 if length.unit == "week" else 3
    told = said(reading, length.span)
    if _AFTER.match(after) or _BEFORE.match(after) or _LATE.match(after):
        for day, where, words in anchors:
            whole = length.span.hull(where)
            for sign in (1, -1):
                shown = f"{words} {'+' if sign > 0 else '-'} {told}"
                yield Reckoned(passage, whole, day + sign * span * DAY, shown, "offset", span, fuzzy)
        return
    if not anchors and published is not None:
        anchors = [(published, length.span, f"{published:%Y-%m-%d}")]
    for day, where, words in anchors:
        whole = length.span.hull(where)
        if _UNTIL.search(before):
            yield Reckoned(passage, whole, day + span * DAY, f"{words} + {told}", "until", span, fuzzy)
        yield Reckoned(passage, whole, day - span * DAY, f"{words} - {told}", "since", span, fuzzy)


__all__ = ["Reckoned", "across", "reckoned"]
