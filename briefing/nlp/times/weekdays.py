"""Weekdays that another time picks out: of a week, of a month, counted from a day."""

from __future__ import annotations

import datetime as dt

from briefing.nlp.times.context import Context, Resolved, Slots, add_months, day_of, nearest_year, shifted
from briefing.nlp.times.days import from_here


def weekday_of_week(slots: Slots, context: Context) -> Resolved:
    """As in "Thursday last week": the weekday in that ISO week."""
    if context.day is None:
        return Resolved("DATE")
    weeks = {"last": -7, "past": -7, "next": 7}.get(str(slots["REL"]), 0)
    there = shifted(context.day, weeks + int(slots["WEEKDAY"]) - context.day.isoweekday())
    return Resolved("DATE", there.isoformat() if there else None)


def weekday_of_week_there(slots: Slots, context: Context) -> Resolved:
    """As in "Monday of the following week": in the week beside that of the day the text spoke of."""
    base = context.spoken_day
    if base is None:
        return Resolved("DATE")
    weeks = {"previous": -7, "following": 7}.get(str(slots.get("TEXTREL", "")), 0)
    there = shifted(base, weeks + int(slots["WEEKDAY"]) - base.isoweekday())
    return Resolved("DATE", there.isoformat() if there else None)


def weekday_beside_reference(slots: Slots, context: Context) -> Resolved:
    """As in "the following Monday", "the Friday before": from the day the text spoke of, which must be known."""
    base = context.spoken_day
    if base is None:
        return Resolved("DATE")
    back = slots.get("TEXTREL") == "previous" or "before" in context.text.split()
    ahead = (int(slots["WEEKDAY"]) - base.isoweekday()) % 7
    there = shifted(base, (ahead or 7) - 7 if back and ahead else -7 if back else ahead or 7)
    return Resolved("DATE", there.isoformat() if there else None)


def weekday_and_day(slots: Slots, context: Context) -> Resolved:
    """As in "Friday the 26th": the nearest month in which that day is a Friday."""
    if context.day is None:
        return Resolved("DATE")
    weekday = int(slots.get("WEEKDAY", slots.get("SHORTDAY", 0)))
    for count in (0, 1, -1, 2, -2, 3, -3):
        year, month = add_months(context.day.year, context.day.month, count)
        there = day_of(f"{year:04d}-{month:02d}-{int(slots['NTH']):02d}")
        if there is not None and there.isoweekday() == weekday:
            return Resolved("DATE", there.isoformat())
    return Resolved("DATE")


def nth_weekday(slots: Slots, context: Context) -> Resolved:
    """As in "the first Sunday of May", "the last Friday of next month"."""
    month = _month_of(slots, context)
    if month is None:
        return Resolved("DATE")
    year, number = month
    weekday, n = int(slots["WEEKDAY"]), slots["n"]
    if isinstance(n, str):
        after = dt.date(*add_months(year, number, 1), 1)
        there = after - dt.timedelta(days=(after.isoweekday() - weekday - 1) % 7 + 1)
    else:
        first = dt.date(year, number, 1)
        there = first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (int(n) - 1))
    return Resolved("DATE", there.isoformat() if there.month == number else None)


def _month_of(slots: Slots, context: Context) -> tuple[int, int] | None:
    """Year and month that are named, or that of publication with the ones beside it."""
    if "MONTH" in slots:
        month = int(slots["MONTH"])
        year = int(slots["YEAR"]) if "YEAR" in slots else nearest_year(month, None, context)
        return (year, month) if year else None
    if context.day is None:
        return None
    shift = {"last": -1, "past": -1, "next": 1}.get(str(slots.get("REL", "")), 0)
    return add_months(context.day.year, context.day.month, shift)


def weekdays_ago(slots: Slots, context: Context) -> Resolved:
    """As in "two Sundays ago": so many back from publication, its own day not counted."""
    count = slots["n"]
    if context.day is None or isinstance(count, str) or count != int(count) or count < 1:
        return Resolved("DATE")
    back = (context.day.isoweekday() - int(slots["WEEKDAY"])) % 7 or 7
    there = shifted(context.day, -back - 7 * (int(count) - 1))
    return Resolved("DATE", there.isoformat() if there else None)


def weekday_before_last(slots: Slots, context: Context) -> Resolved:
    """As in "the Friday before last": a week before the last one."""
    if context.day is None:
        return Resolved("DATE")
    back = (context.day.isoweekday() - int(slots["WEEKDAY"])) % 7 or 7
    there = shifted(context.day, -back - 7)
    return Resolved("DATE", there.isoformat() if there else None)


def weeks_from_weekday(slots: Slots, context: Context) -> Resolved:
    """As in "Tuesday week", "a week ago Tuesday": from the coming day of that name, or back from the last."""
    back = "ago" in context.text.split()
    if context.day is None:
        return Resolved("DATE")
    if "WEEKDAY" in slots:
        ahead = (int(slots["WEEKDAY"]) - context.day.isoweekday()) % 7
        start = shifted(context.day, ahead - 7 if back and ahead else ahead)
    else:
        start = day_of(from_here(int(slots["DAYWORD"]), context))
    count = slots.get("n", 1.0)
    if start is None or isinstance(count, str) or count != int(count):
        return Resolved("DATE")
    fortnights = 2 if slots.get("WEEK") == "2W" else 1
    there = shifted(start, (-7 if back else 7) * int(count) * fortnights)
    return Resolved("DATE", there.isoformat() if there else None)
