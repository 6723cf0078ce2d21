"""What a time would be, told from a day of publication that is not known.

A report without a date says "on Friday". Resolved against some days that it may have appeared on, each expression
shows what it hangs on: a weekday on the weekday of publication, "last month" and "in May" on its month.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.model import Relative

_MIDDLE = dt.date(2015, 6, 15)
"""A Monday in the middle of a month in the middle of a year: no week, month or year ends near it."""
_WEEK = tuple(_MIDDLE + dt.timedelta(days=step) for step in range(7))
_MONTHS = tuple(dt.date(2015, month, 15) for month in range(1, 13))
PROBES = (*_WEEK, *_MONTHS[:5], *_MONTHS[6:])
"""Days against which a time is resolved to see what it hangs on: of each weekday and of each month."""

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(.*)")
_WEEKS = re.compile(r"(\d{4})-W(\d\d)(.*)")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?!\d)(.*)")
_YEAR = re.compile(r"(\d{4})(?!\d)(.*)")


def relative(values: Mapping[dt.date, str | None]) -> Relative | None:
    """What fits all values; None where nothing does.

    Args:
        values: Each of :data:`PROBES` -> the value of the expression in a report of that day.
    """
    if None in values.values():
        return None
    told = {day: str(value) for day, value in values.items()}
    for fits in _fitting(told):
        if all(fits.on(day) == value for day, value in told.items()):
            return fits
    return None


def _fitting(told: Mapping[dt.date, str]) -> Iterator[Relative]:
    """What may fit, the plainest first."""
    in_week, in_year = [told[day] for day in _WEEK], [told[day] for day in _MONTHS]
    if days := _matched(_DAY, in_week):
        steps = tuple((dt.date.fromisoformat(m[1]) - day).days for m, day in zip(days, _WEEK, strict=True))
        yield Relative("day", steps, days[0][2])
    if weeks := _matched(_WEEKS, in_week):
        mondays = [dt.date.fromisocalendar(int(m[1]), int(m[2]), 1) for m in weeks]
        steps = tuple((monday - _MIDDLE).days // 7 for monday in mondays)
        yield Relative("week", steps, weeks[0][3])
    if months := _matched(_MONTH, in_year):
        steps = tuple(
            12 * (int(m[1]) - day.year) + int(m[2]) - day.month for m, day in zip(months, _MONTHS, strict=True)
        )
        yield Relative("month", steps, months[0][3])
    if years := _matched(_YEAR, in_year):
        steps = tuple(int(m[1]) - day.year for m, day in zip(years, _MONTHS, strict=True))
        yield Relative("year", steps, years[0][2])


def _matched(pattern: re.Pattern[str], values: Sequence[str]) -> list[re.Match[str]]:
    """The matches, where every value has one."""
    found = [pattern.fullmatch(value) for value in values]
    return [match for match in found if match is not None] if None not in found else []
