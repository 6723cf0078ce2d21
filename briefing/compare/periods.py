"""Dates as stretches of time, so that "late May" and "the end of May" can be laid on each other.

A TIMEX3 value becomes a half-open stretch on one time line. Where the zone is given, the line is UTC and stretches of
different zones can be compared; where it is not, the local day stands, and a margin covers what the zone may do.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from briefing.model import Span, Time

_YEARLESS = 2000
"""Stands in for the year of ``XXXX-06-14``: a leap year, so that 29 February exists."""
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 14)}
_PARTS_OF_DAY = {"MO": (5, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30), "DT": (6, 20)}
_VALUE = re.compile(
    r"(?P<year>\d{4}|XXXX)"
    r"(?:-(?:W(?P<week>\d{2})(?:-(?P<weekend>WE)|-(?P<weekday>\d))?|H(?P<half>[12])|Q(?P<quarter>[1-4])"
    r"|(?P<season>SP|SU|FA|AU|WI)|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?"
    r"(?:T(?:(?P<part>MO|MI|AF|EV|NI|DT)|(?P<hour>\d{2})(?::(?P<minute>\d{2}))?(?::\d{2})?)"
    r"(?P<zone>Z|[+-]\d{2}:\d{2})?)?"
)
_DECADE = re.compile(r"1\d\d|20\d")
DAY = dt.timedelta(days=1)
_LONE = frozenset(
    {"clock time", "noon or midnight", "clock time of 24 hours", "clock time with a full stop", "first hour of a range",
     "clock time and part", "clock time in words", "hour of a part", "part and clock time", "part of the day spoken of"}
)  # fmt: skip
"""Rules of times whose words name no day."""


class Period(NamedTuple):
    """A stretch of time.

    Attributes:
        span: Its words.
        start, end: Half open; local time, or UTC where ``zoned``.
        grain: ``minute``, ``part``, ``day``, ``week``, ``month``, ``season``, ``year``, ``decade``.
        yearless: True where the year is unknown; the year of ``start`` means nothing then.
        zoned: True where the zone is known.
        value: The TIMEX3 value, with its modifier.
        whole_start, whole_end: The stretch before its modifier narrowed it ("late May": all of May).
        vague: True where the words leave more room than the value ("about", "around").
        lone: True where the words name an hour, and no day: the day is what the text seemed to speak of.
    """

    span: Span
    start: dt.datetime
    end: dt.datetime
    grain: str
    yearless: bool
    zoned: bool
    value: str
    whole_start: dt.datetime
    whole_end: dt.datetime
    vague: bool = False
    lone: bool = False

    @property
    def fine(self) -> bool:
        """True for a day or less."""
        return self.grain in ("minute", "part", "day")

    def meets(self, other: Period) -> bool:
        """True where both can be the time of one event, rounding and zones considered."""
        ours, theirs = _one_year(self, other)
        margin = dt.timedelta(minutes=90) if "minute" in (self.grain, other.grain) else dt.timedelta(0)
        if self.zoned != other.zoned and self.fine and other.fine:
            margin = dt.timedelta(hours=14)
        return ours[0] < theirs[1] + margin and theirs[0] < ours[1] + margin

    def same(self, other: Period) -> bool:
        """True where both name the same stretch, or almost."""
        ours, theirs = _one_year(self, other)
        shared = min(ours[1], theirs[1]) - max(ours[0], theirs[0])
        shorter = min(ours[1] - ours[0], theirs[1] - theirs[0])
        return shared > dt.timedelta(0) and 2 * shared >= shorter

    def apart(self, other: Period) -> dt.timedelta:
        """The gap between the two; zero where they meet."""
        ours, theirs = _one_year(self, other)
        return max(ours[0] - theirs[1], theirs[0] - ours[1], dt.timedelta(0))


class Window(NamedTuple):
    """The first and the last day on which a report may have appeared."""

    first: dt.date
    last: dt.date


def _one_year(a: Period, b: Period) -> tuple[tuple[dt.datetime, dt.datetime], tuple[dt.datetime, dt.datetime]]:
    """The ends of both, in one year where one of them has none."""
    if a.yearless == b.yearless:
        return (a.start, a.end), (b.start, b.end)
    if a.yearless:
        return _moved(a, b.start.year), (b.start, b.end)
    return (a.start, a.end), _moved(b, a.start.year)


def _moved(period: Period, year: int) -> tuple[dt.datetime, dt.datetime]:
    shift = year - _YEARLESS
    return _years_later(period.start, shift), _years_later(period.end, shift)


def _years_later(moment: dt.datetime, years: int) -> dt.datetime:
    try:
        return moment.replace(year=moment.year + years)
    except ValueError:
        return moment.replace(year=moment.year + years, day=28)


def period_of(time: Time) -> Period | None:
    """The stretch that a date or time of the findings names; None where it cannot be placed."""
    if time.type not in ("DATE", "TIME") or not time.value:
        return None
    match = _VALUE.fullmatch(time.value)
    if match is None:
        return _decade(time)
    try:
        return _period(time, match)
    except (ValueError, OverflowError):
        return None


def _decade(time: Time) -> Period | None:
    """``198``: the 1980s."""
    if time.value is None or not _DECADE.fullmatch(time.value):
        return None
    year = 10 * int(time.value)
    start, end = dt.datetime(year, 1, 1), dt.datetime(year + 10, 1, 1)
    narrowed = _narrowed(start, end, time.mod)
    value = f"{time.value}0s {time.mod}" if time.mod else f"{time.value}0s"
    return Period(Span(time.start, time.end), *narrowed, "decade", False, False, value, start, end)


def _period(time: Time, match: re.Match[str]) -> Period | None:
    group = match.groupdict()
    yearless = group["year"] == "XXXX"
    year = _YEARLESS if yearless else int(group["year"])
    if not 1 <= year <= 9990:
        return None
    start, end, grain = _days(year, group)
    if group["part"] or group["hour"]:
        start, end, grain = _hours(start, group)
    whole = (start, end)
    start, end = _narrowed(start, end, time.mod)
    zone = group["zone"]
    if zone:
        offset = dt.timedelta(0)
        if zone != "Z":
            sign = 1 if zone[0] == "+" else -1
            offset = sign * dt.timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
        start, end = start - offset, end - offset
        whole = (whole[0] - offset, whole[1] - offset)
    value = f"{time.value} {time.mod}" if time.mod else str(time.value)
    return Period(
        Span(time.start, time.end), start, end, grain, yearless, bool(zone), value, *whole,
        vague=time.mod == "APPROX", lone=time.rule in _LONE,
    )  # fmt: skip


def _days(year: int, group: dict[str, str | None]) -> tuple[dt.datetime, dt.datetime, str]:
    if group["week"]:
        monday = dt.datetime.combine(dt.date.fromisocalendar(year, int(group["week"]), 1), dt.time())
        if group["weekend"]:
            return monday + 5 * DAY, monday + 7 * DAY, "day"
        if group["weekday"]:
            return monday + (int(group["weekday"]) - 1) * DAY, monday + int(group["weekday"]) * DAY, "day"
        return monday, monday + 7 * DAY, "week"
    if group["half"]:
        return *_months(year, 6 * int(group["half"]) - 5, 6), "season"
    if group["quarter"]:
        return *_months(year, 3 * int(group["quarter"]) - 2, 3), "season"
    if group["season"]:
        first, last = _SEASONS[group["season"]]
        return *_months(year, first, last - first + 1), "season"
    if group["day"]:
        start = dt.datetime(year, int(group["month"] or 1), int(group["day"]))
        return start, start + DAY, "day"
    if group["month"]:
        return *_months(year, int(group["month"]), 1), "month"
    return dt.datetime(year, 1, 1), dt.datetime(year + 1, 1, 1), "year"


def _months(year: int, first: int, count: int) -> tuple[dt.datetime, dt.datetime]:
    last = first - 1 + count
    return dt.datetime(year, first, 1), dt.datetime(year + last // 12, last % 12 + 1, 1)


def _hours(start: dt.datetime, group: dict[str, str | None]) -> tuple[dt.datetime, dt.datetime, str]:
    if group["part"]:
        first, last = _PARTS_OF_DAY[group["part"]]
        return start + dt.timedelta(hours=first), start + dt.timedelta(hours=last), "part"
    moment = start + dt.timedelta(hours=int(group["hour"] or 0), minutes=int(group["minute"] or 0))
    return moment, moment + dt.timedelta(minutes=1), "minute"


def _narrowed(start: dt.datetime, end: dt.datetime, mod: str | None) -> tuple[dt.datetime, dt.datetime]:
    """What START, MID and END leave of a stretch."""
    third = (end - start) / 3
    if mod in ("START", "EARLY"):
        return start, start + third
    if mod == "MID":
        return start + third, end - third
    if mod in ("END", "LATE"):
        return end - third, end
    return start, end
