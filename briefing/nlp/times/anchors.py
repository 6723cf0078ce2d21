"""The day that an undated report's own words prove it to be of: nothing else may stand for a day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model import Furniture, Span

_HEADS = frozenset({"dateline", "timestamp", "byline", "credit"})
"""Furniture that tells when a report was made."""
_BESIDE = re.compile(r"\s?[,(–—-]\s?|\s")
"""Between "today" and its date: "today, 14 October 2011", "today (October 14, 2011)"."""
_BEHIND = re.compile(r"[\s(–—-]*")
"""Between a dateline and a date that goes on with it: "MAKASSAR (AP) — May 19, 2013 —"."""
_CLOSED = re.compile(r"\s*(?:\)|--|–|—|\s-\s|:)")
_SIGNED = re.compile(r"(?:[^\W\d_][\w.'’-]*[\s,]+){0,3}")
"""In front of a date in a report's last line: nothing, or a place."""
_COLOPHON = re.compile(r"(?:(?:[^\W\d_a-z][\w.'’&-]*|of|the|and|de|del|du|la)[,\s]+){1,8}(?<=, )")
"""The same: a paper and its town, in capitals: "Harian Utara, Kota Kinabalu, ". No sentence has a comma there."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or day word of the text.

    Attributes:
        span: Its code points.
        value: TIMEX3 value; empty for a day word.
        weekday: 1 to 7 where the date names its weekday, else 0.
        shift: Days from the report's own day, of "today" or "yesterday"; None for a date.
        quoted: Whether it stands in quotation marks.
    """

    span: Span
    value: str
    weekday: int = 0
    shift: int | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the text proves: a day, or the month and day of a dateline without year, with its weekday if told."""

    day: dt.date | None = None
    dateline: tuple[int, int] | None = None
    weekday: int = 0


def anchor_of(text: str, marks: Iterable[Furniture], dates: Sequence[Dated]) -> Anchor:
    """The report's own day.

    Args:
        text: Of the report.
        marks: Its furniture.
        dates: Its dates and day words, in order.
    """
    heads = [mark for mark in marks if mark.kind in _HEADS]
    yearless = Anchor()
    for date in dates:
        head = next((mark for mark in heads if mark.start <= date.span.start and date.span.end <= mark.end), None)
        if (day := _full(date)) is not None and (head or _goes_on(text, heads, date)):
            return Anchor(day)
        if head and yearless.dateline is None and (found := re.fullmatch(r"XXXX-(\d\d)-(\d\d)", date.value)):
            yearless = Anchor(dateline=(int(found[1]), int(found[2])), weekday=date.weekday)
    told = _told(text, dates) or _signed(text, dates)
    return Anchor(told) if told else yearless


FORESEEN = 4
"""Years ahead within which the first year lies that a report looks forward to."""


def day_by_weekday(dateline: tuple[int, int], weekday: int, latest: int, ahead: int | None = None) -> dt.date | None:
    """The day of a dateline without year: that of the two years in question in which it falls on the weekday.

    Nearly every report looks back on its own year or on the one before; so it is of the latest year that it looks back
    on, or of the next. None where neither fits. The weekday is that of the first sentence, which by the custom of wire
    copy is the dateline's own.

    Args:
        dateline: Month and day.
        weekday: 1 for Monday to 7.
        latest: The latest year that the report looks back on.
        ahead: The first year that it looks forward to, if any: a report whose plans all lie far ahead of the year that
            fits is of a later one, which its text does not tell.
    """
    fitting = [day for year in (latest, latest + 1) if (day := _on(year, *dateline)) and day.isoweekday() == weekday]
    if len(fitting) != 1 or (ahead is not None and ahead > fitting[0].year + FORESEEN):
        return None
    return fitting[0]


def _on(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _full(date: Dated) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date.value[:10])
    except ValueError:
        return None


def _goes_on(text: str, heads: Sequence[Furniture], date: Dated) -> bool:
    """Directly behind a dateline, and closed off from the sentence that follows."""
    near = any(
        mark.kind == "dateline" and mark.end <= date.span.start and _BEHIND.fullmatch(text, mark.end, date.span.start)
        for mark in heads
    )
    return near and _CLOSED.match(text, date.span.end) is not None


def _told(text: str, dates: Sequence[Dated]) -> dt.date | None:
    """As in "today, 14 October 2011"."""
    for word, date in pairwise(dates):
        day = _full(date)
        if word.shift is None or word.quoted or day is None:
            continue
        if _BESIDE.fullmatch(text, word.span.end, date.span.start):
            return day - dt.timedelta(days=word.shift)
    return None


def _signed(text: str, dates: Sequence[Dated]) -> dt.date | None:
    """A last line that is nothing but a date, or a place and a date."""
    end = len(text.rstrip())
    start = text.rfind("\n", 0, end) + 1
    for date in dates:
        if start <= date.span.start and date.span.end >= end - 1 and start > 0:
            signed = any(form.fullmatch(text, start, date.span.start) for form in (_SIGNED, _COLOPHON))
            return _full(date) if signed else None
    return None
