"""Days and parts of days: what a matched expression means."""

from __future__ import annotations

import datetime as dt
import re

from briefing.nlp.times.context import Context, Resolved, Slots, add_months, day_of, mod_of, nearest_year, shifted
from briefing.nlp.times.lexicon import tables

LAST_DAY, LAST_MONTH = 31, 12
"""A figure above these is no day, no month."""


def day_value(slots: Slots, context: Context) -> str | None:
    """``YYYY-MM-DD`` of the day that the slots name; ``XXXX-MM-DD`` where only the year is unknown."""
    if "ISO" in slots:
        return _iso_day(str(slots["ISO"]))
    if "MONTH" in slots and "DAY" in slots:
        return month_day(slots, context)
    if "WEEKDAY" in slots:
        return named_weekday(int(slots["WEEKDAY"]), str(slots.get("REL", "")), context)
    if "DAYWORD" in slots:
        return from_here(int(slots["DAYWORD"]), context)
    return None


def month_day(slots: Slots, context: Context) -> str | None:
    """``YYYY-MM-DD`` of a month and day, whose year may be unsaid."""
    month, day = int(slots["MONTH"]), int(slots["DAY"])
    if "YEAR" in slots:
        year: int | None = int(slots["YEAR"])
    elif "REL" in slots and context.day is not None:
        year = context.day.year + {"last": -1, "past": -1, "next": 1}.get(str(slots["REL"]), 0)
    else:
        year = nearest_year(month, day, context)
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def from_here(days: int, context: Context) -> str | None:
    """The day some days from publication, or from the dateline's."""
    if context.day is not None:
        there = shifted(context.day, days)
        return there.isoformat() if there else None
    if context.dateline is None:
        return None
    month, day = context.dateline
    found = {_yearless(_calendar_day(year, month, day), days) for year in _LEAP_AND_COMMON}
    return found.pop() if len(found) == 1 else None


def _yearless(value: str | None, days: int) -> str | None:
    moved = shifted(dt.date.fromisoformat(value), days) if value else None
    return f"XXXX-{moved:%m-%d}" if moved else None


_LEAP_AND_COMMON = (2000, 2001)


_COMING = frozenset({"coming", "upcoming"})


def named_weekday(weekday: int, rel: str, context: Context) -> str | None:
    """The last or the coming day of that name; the day of publication (or dateline) itself where it has the name."""
    here = context.day.isoweekday() if context.day else context.dateline_weekday
    if not here:
        return None
    ahead = (weekday - here) % 7
    if rel == "next" and not _COMING.isdisjoint(context.text.split()):
        days = ahead or 7
    elif rel == "next":
        days = weekday - here + 7
    elif rel == "past":
        days = ahead - 7
    elif rel == "last":
        days = ahead - 7 if ahead - 7 <= -2 else ahead - 14
    elif rel == "this":
        days = weekday - here
    elif ahead == 0:
        days = 0
    else:
        days = ahead - 7 if context.tense() == "past" else ahead
    return from_here(days, context)


def _iso_day(written: str) -> str | None:
    """Of ``2009-06-14``, ``14/06/2009`` or ``14.6.2009``; None where day and month cannot be told apart."""
    there = day_of(written)
    if there is not None:
        return there.isoformat()
    first, second, third = (int(part) for part in re.split(r"[-./]", written)[:3])
    if first > LAST_DAY:
        return _calendar_day(first, second, third)
    year = third + ((2000 if third < 50 else 1900) if third < 100 else 0)
    if "." not in written and first <= LAST_MONTH and second <= LAST_MONTH and first != second:
        return None
    day_, month = (second, first) if second > LAST_MONTH else (first, second)
    return _calendar_day(year, month, day_)


def _calendar_day(year: int, month: int, day_: int) -> str | None:
    try:
        return dt.date(year, month, day_).isoformat()
    except ValueError:
        return None


def day(slots: Slots, context: Context) -> Resolved:
    """A day named by date, weekday or word."""
    return Resolved("DATE", day_value(slots, context), mod_of(slots, context))


def iso(slots: Slots, context: Context) -> Resolved:
    """A date in figures, with or without a clock time."""
    written = str(slots["ISO"]).replace(" ", "T")
    if "T" in written and day_of(written):
        return Resolved("TIME", written)
    return Resolved("DATE", _iso_day(written))


def day_beyond(slots: Slots, context: Context) -> Resolved:
    """The day before yesterday, the day after tomorrow."""
    return Resolved("DATE", from_here(-2 if "yesterday" in context.text else 2, context))


def tonight(slots: Slots, context: Context) -> Resolved:
    """The night of the day of publication."""
    return Resolved("TIME", with_part(from_here(0, context), "TNI"))


def day_part(slots: Slots, context: Context) -> Resolved:
    """As in "Thursday night", "the morning of June 3"."""
    part = str(slots.get("PART", "MO"))
    mod = "START" if "hours" in context.text.split() else mod_of(slots, context)
    return Resolved("TIME", with_part(day_value(slots, context), f"T{part}"), mod)


def night_between(slots: Slots, context: Context) -> Resolved:
    """As in "the night of 12 to 13 June", "the night between Wednesday and Thursday": that of the first day."""
    return Resolved("TIME", with_part(day_value(slots, context), "TNI"))


def part_from_here(slots: Slots, context: Context) -> Resolved:
    """As in "This morning" is today's; "last night" yesterday's."""
    days = {"last": -1, "next": 1}.get(str(slots["REL"]), 0)
    return Resolved("TIME", with_part(from_here(days, context), f"T{slots['PART']}"), mod_of(slots, context))


def part_of_reference(slots: Slots, context: Context) -> Resolved:
    """As in "In the morning": of the day the text speaks of."""
    there = context.reference
    if there and slots.get("PART") == "MO" and _after_dark(context) and not _DAWN.isdisjoint(context.text.split()):
        there = shifted(there, 1)
    mod = str(slots["MOD"]) if "MOD" in slots else None
    return Resolved("TIME", f"{there.isoformat()}T{slots.get('PART', 'MO')}" if there else None, mod)


def _after_dark(context: Context) -> bool:
    """Whether the text spoke last of an evening or a night: the dawn that it goes on to is the next day's."""
    part = (context.spoken or "").partition("T")[2]
    return part in ("EV", "NI") or (part[:2].isdecimal() and int(part[:2]) >= _DUSK)


_DUSK = 18
_DAWN = frozenset({"dawn", "sunrise", "daybreak", "early", "small"})


def part_of_day_before(slots: Slots, context: Context) -> Resolved:
    """As in "The evening before", "the following night": beside the day the text spoke of."""
    if str(slots.get("TEXTREL", "")) == "same":
        return part_of_reference(slots, context)
    there = beside(context, 1 if slots.get("TEXTREL") == "following" else -1)
    return Resolved("TIME", with_part(there, f"T{slots['PART']}"))


def second_part(slots: Slots, context: Context) -> Resolved:
    """As in "Thursday afternoon or evening": the second part, of the same day."""
    return Resolved("TIME", with_part(day_value(slots, context), f"T{slots['second']}"))


def overnight(slots: Slots, context: Context) -> Resolved:
    """The night into the day of publication."""
    return Resolved("TIME", with_part(from_here(-1, context), "TNI"))


def day_in_history(slots: Slots, context: Context) -> Resolved:
    """As in "9/11", "the September 11 attacks": the one day that bears the name."""
    date = f"{int(slots['MONTH']):02d}-{int(slots['DAY']):02d}" if "MONTH" in slots else context.text.replace(" ", "")
    return Resolved("DATE", tables()["days_in_history"].get(date))


def reference_day(slots: Slots, context: Context) -> Resolved:
    """As in "Earlier in the day", "that day"."""
    there = context.reference
    return Resolved("DATE", there.isoformat() if there else None)


def day_beside_reference(slots: Slots, context: Context) -> Resolved:
    """As in "The next day", "the day before": beside the day the text spoke of; unknown where it spoke of none."""
    if slots.get("TEXTREL") == "same":
        return reference_day(slots, context)
    back = slots.get("TEXTREL") == "previous" or slots.get("TEXTEDGE") == -1 or "before" in context.text.split()
    return Resolved("DATE", beside(context, -1 if back else 1))


def beside(context: Context, days: int) -> str | None:
    """The day some days from the one that the text spoke of."""
    there = shifted(context.spoken_day, days) if context.spoken_day else None
    return there.isoformat() if there else None


def day_of_this_month(slots: Slots, context: Context) -> Resolved:
    """As in "on the 18th": of the month of publication, or the one beside it that the tense asks for."""
    if context.day is None:
        return Resolved("DATE")
    day_, here = int(slots["NTH"]), context.day
    tense = context.tense()
    count = -1 if tense == "past" and day_ > here.day else 1 if tense != "past" and day_ < here.day else 0
    year, month = add_months(here.year, here.month, count)
    there = day_of(f"{year:04d}-{month:02d}-{day_:02d}")
    return Resolved("DATE", there.isoformat() if there else None)


def with_part(day_: str | None, part: str) -> str | None:
    """The day with a part of it; None where the day is unknown."""
    return day_ + part if day_ else None
