"""Months that one report names and the other reckons: "from March 2015, for 42 months", "September 2018".

A length in whole months or years beside a month gives another month; months alone count back from the report to where a
thing began. Years alone are too round to say so, and days are reckoned elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.amounts import Amount
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.index import Index, meetings
from briefing.compare.claims.workings import Half, one_thing, said, worked_out
from briefing.compare.periods import Period
from briefing.compare.reading import Passage, Reading
from briefing.model import Span

_BEGAN = re.compile(
    r"\b(?:began|begun|start(?:ed|s)?|since|broke out|erupted|launched|open(?:ed|s)?|called|went on|set up|founded"
    r"|built|arrested|detained|signed|took office|elected|last|closed|imposed|came into force)\b",
    re.IGNORECASE,
)
_OLD = re.compile(r"^[\s-]*(?:old|ago|of age|later|in prison|in jail)\b", re.IGNORECASE)
_TERM = re.compile(r"\b(?:sentenced|jailed|ban(?:ned)?|prison|suspended|fined|term of)\b", re.IGNORECASE)
_FEWEST = 2
_MOST = 1200
_ANCHORED = 0.1
_FROM_NOW = 0.02


class Reached(NamedTuple):
    """A month that follows from a length of time, as months since the year 0."""

    passage: Passage
    span: Span
    month: int
    working: str
    from_now: bool


_Dated = tuple[Passage, Period]


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on months and years that two origins give otherwise and that are one."""
    rows = [list(reached(reading)) for reading in cases.readings]
    dated = [
        [(p, x) for p in r.passages for x in p.periods if not x.yearless and (x.fine or x.grain == "month")]
        if any(rows)
        else []
        for r in cases.readings
    ]
    by_month = Index(dated, lambda told: (_month(told[1]),))
    for i, j, pairs in meetings(cases, rows, lambda one: by_month.find((one.month,)), both_ways=True):
        ours, theirs = cases.readings[i], cases.readings[j]
        for one, (other, period) in pairs:
            if not _of_one(cases, theirs, one, other):
                continue
            month = f"{period.start:%Y-%m}"
            why = f"{one.working} is {month}; “{said(theirs, period.span)}”."
            halves = Half(ours, one.passage, one.span, month), Half(theirs, other, period.span, month)
            rule = "length of time" if one.from_now else "month reckoned"
            yield worked_out(cases, rule, "date", why, *halves)


def _month(period: Period) -> int:
    return period.start.year * 12 + period.start.month - 1


def _of_one(cases: CaseMaker, theirs: Reading, one: Reached, other: Passage) -> bool:
    if not one_thing(cases, one.passage, other):
        return False
    score = cases.of(one.passage, other).aligned.score
    if one.from_now:
        return score >= _FROM_NOW and _BEGAN.search(theirs.text(other.span)) is not None
    return score >= _ANCHORED


def reached(reading: Reading) -> Iterator[Reached]:
    """All months that follow from the lengths of time in a report."""
    for passage in reading.passages:
        for length in passage.amounts:
            if length.dimension == "duration" and length.unit in ("month", "year", "decade"):
                yield from _from(reading, passage, length)


def _from(reading: Reading, passage: Passage, length: Amount) -> Iterator[Reached]:
    text = reading.article.text
    count = round(length.value / 2629800.0)
    if not _FEWEST <= count <= _MOST or _OLD.match(text[length.span.end : length.span.end + 16]):
        return
    told = said(reading, length.span)
    anchors = [p for p in passage.periods if not p.yearless and p.grain == "month"]
    for anchor in anchors:
        month = _month(anchor)
        whole = length.span.hull(anchor.span)
        for sign in (1, -1):
            working = f"{said(reading, anchor.span)} {'+' if sign > 0 else '-'} {told}"
            yield Reached(passage, whole, month + sign * count, working, False)
    day = reading.day
    if (
        anchors
        or day is None
        or length.unit != "month"
        or any(p.fine and not p.yearless for p in passage.periods if p.start.date() != day)
    ):
        return
    if _TERM.search(reading.text(passage.span)) and not re.search(r"\bmonths?-?\s*(?:trial|war|strike)", told):
        return
    now = day.year * 12 + day.month - 1
    yield Reached(passage, length.span, now - count, f"{day:%Y-%m} - {told}", True)


__all__ = ["Reached", "across", "reached"]
