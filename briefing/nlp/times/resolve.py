"""Days and clock times: what a matched expression means.

Longer periods are in ``periods.py``, lengths and rates in ``lengths.py``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from briefing.nlp.times.context import Context, Resolved, day_of, nearest_year, shifted
from briefing.nlp.times.lexicon import holidays
from briefing.nlp.times.patterns import Value

Slots = Mapping[str, Value]
_MODS = {"early": "START", "earlier": "START", "late": "END", "later": "END"}


def mod_of(slots: Slots, context: Context) -> str | None:
    """TIMEX3's modifier where a word of the expression asks for one."""
    for slot in ("EDGE", "MOD", "APPROX"):
        if slot in slots:
            return str(slots[slot])
    first = context.text.split(" ", 1)[0]
    return _MODS.get(first)


def day_value(slots: Slots, context: Context) -> str | None:
    """``YYYY-MM-DD`` of the day that the slots name; ``XXXX-MM-DD`` where only the year is unknown."""
    if "ISO" in slots:
        return _iso_day(str(slots["ISO"]))
    if "MONTH" in slots and "DAY" in slots:
        return _month_day(slots, context)
    if "WEEKDAY" in slots:
        return _weekday(int(slots["WEEKDAY"]), str(slots.get("REL", "")), context)
    if "DAYWORD" in slots:
        return _from_here(int(slots["DAYWORD"]), context)
    return None


def _month_day(slots: Slots, context: Context) -> str | None:
    month, day = int(slots["MONTH"]), int(slots["DAY"])
    year = int(slots["YEAR"]) if "YEAR" in slots else nearest_year(month, day, context)
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def _from_here(days: int, context: Context) -> str | None:
    if context.day is not None:
        there = shifted(context.day, days)
        return there.isoformat() if there else None
    if context.dateline is None:
        return None
    month, day = context.dateline
    there = dt.date(2001, month, min(day, 28 if month == 2 else 30)) + dt.timedelta(days=days)
    if day >= 28 or there.month != month:
        return None
    return f"XXXX-{month:02d}-{day + days:02d}"


def _weekday(weekday: int, rel: str, context: Context) -> str | None:
    """The last or the coming day of that name; the day of publication itself where it has the name."""
    if context.day is None:
        return None
    ahead = (weekday - context.day.isoweekday()) % 7
    if rel == "next":
        days = weekday - context.day.isoweekday() + 7
    elif rel == "last":
        days = ahead - 7 if ahead - 7 <= -2 else ahead - 14
    elif rel == "this":
        days = weekday - context.day.isoweekday()
    elif ahead == 0:
        days = 0
    else:
        days = ahead - 7 if context.tense() == "past" else ahead
    there = shifted(context.day, days)
    return there.isoformat() if there else None


def _iso_day(written: str) -> str | None:
    """Of ``2009-06-14`` or ``14/06/2009``; None where day and month cannot be told apart."""
    if "/" not in written:
        there = day_of(written)
        return there.isoformat() if there else None
    first, second, year = (int(part) for part in written.split("/"))
    year += (2000 if year < 50 else 1900) if year < 100 else 0
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if first > 12 else (second, first)
    try:
        return dt.date(year, month, day).isoformat()
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
    return Resolved("DATE", _from_here(-2 if "yesterday" in context.text else 2, context))


def weekday_of_week(slots: Slots, context: Context) -> Resolved:
    """As in "Thursday last week": the weekday in that ISO week."""
    if context.day is None:
        return Resolved("DATE")
    weeks = {"last": -7, "next": 7}.get(str(slots["REL"]), 0)
    there = shifted(context.day, weeks + int(slots["WEEKDAY"]) - context.day.isoweekday())
    return Resolved("DATE", there.isoformat() if there else None)


def tonight(slots: Slots, context: Context) -> Resolved:
    """The night of the day of publication."""
    return Resolved("TIME", _with(_from_here(0, context), "TNI"))


def day_part(slots: Slots, context: Context) -> Resolved:
    """As in "Thursday night", "the morning of June 3"."""
    return Resolved("TIME", _with(day_value(slots, context), f"T{slots['PART']}"), mod_of(slots, context))


def part_from_here(slots: Slots, context: Context) -> Resolved:
    """As in "This morning" is today's; "last night" yesterday's."""
    days = {"last": -1, "next": 1}.get(str(slots["REL"]), 0)
    return Resolved("TIME", _with(_from_here(days, context), f"T{slots['PART']}"), mod_of(slots, context))


def part_of_reference(slots: Slots, context: Context) -> Resolved:
    """As in "In the morning": of the day the text speaks of."""
    there = context.reference
    return Resolved("TIME", f"{there.isoformat()}T{slots['PART']}" if there else None)


def part_of_day_before(slots: Slots, context: Context) -> Resolved:
    """As in "The evening before", "the following night": beside the day the text spoke of."""
    if str(slots.get("TEXTREL", "")) == "same":
        return part_of_reference(slots, context)
    there = _beside(context, 1 if slots.get("TEXTREL") == "following" else -1)
    return Resolved("TIME", _with(there, f"T{slots['PART']}"))


def reference_day(slots: Slots, context: Context) -> Resolved:
    """As in "Earlier in the day", "that day"."""
    there = context.reference
    return Resolved("DATE", there.isoformat() if there else None)


def day_beside_reference(slots: Slots, context: Context) -> Resolved:
    """As in "The next day", "the day before": beside the day the text spoke of; unknown where it spoke of none."""
    if slots.get("TEXTREL") == "same":
        return reference_day(slots, context)
    back = slots.get("TEXTREL") == "previous" or slots.get("TEXTEDGE") == -1 or "before" in context.text.split()
    return Resolved("DATE", _beside(context, -1 if back else 1))


def _beside(context: Context, days: int) -> str | None:
    there = shifted(context.spoken_day, days) if context.spoken_day else None
    return there.isoformat() if there else None


def holiday(slots: Slots, context: Context) -> Resolved:
    """A day with a name of its own."""
    name = next((name for name in holidays() if context.text.startswith(name)), None)
    if name is None:
        return Resolved("DATE")
    month, day_ = (int(part) for part in holidays()[name].split("-"))
    return Resolved("DATE", _month_day({**slots, "MONTH": month, "DAY": day_}, context))


def clock(slots: Slots, context: Context) -> Resolved:
    """A clock time, on its day where that is named, else on the day the text speaks of."""
    there = day_value(slots, context)
    if there is None and not slots.keys() & {"WEEKDAY", "DAYWORD", "MONTH", "ISO"}:
        days = -1 if slots.get("REL") == "last" else 0
        if "REL" in slots:
            there = _from_here(days, context)
        else:
            there = context.reference.isoformat() if context.reference else None
    time = _time_of_day(slots)
    if time is None or there is None:
        return Resolved("TIME")
    return Resolved("TIME", f"{there}T{time}{_offset(slots, there, context)}", mod_of(slots, context))


def _time_of_day(slots: Slots) -> str | None:
    if "NOON" in slots or "FOURFIGURES" in slots:
        written = str(slots.get("NOON") or slots["FOURFIGURES"])
        written = written if ":" in written else f"{written[:2]}:{written[2:]}"
    elif "HOUR" in slots:
        written = f"{int(slots['HOUR']):02d}:00"
    else:
        written = str(slots.get("CLOCK") or slots.get("DOTCLOCK") or "")
    hour, _, minute = written.partition(":")
    if not hour or int(hour) > 24 or int(minute) > 59:
        return None
    number = int(hour)
    half = slots.get("AMPM") or {"EV": "pm", "AF": "pm", "NI": "pm", "MO": "am"}.get(str(slots.get("PART")), "")
    if half == "pm" and number < 12:
        number += 12
    elif half == "am" and number == 12:
        number = 0
    return f"{number:02d}:{minute}"


@cache
def _zones_by_city() -> dict[str, str]:
    return {name.rsplit("/", 1)[-1].replace("_", " ").lower(): name for name in sorted(available_timezones())}


def _offset(slots: Slots, there: str, context: Context) -> str:
    """ISO 8601 offset of the zone that the expression names; empty where it names none that is known."""
    if "ZONE" in slots:
        return str(slots["ZONE"])
    if "local time" in context.text:
        return context.offset
    zone = str(slots["REGION"]) if "REGION" in slots else None
    if zone is None and "CITY" in slots:
        named = context.text.removesuffix(" time").split()
        zone = _zones_by_city().get(" ".join(named[-2:])) or _zones_by_city().get(named[-1])
    on = day_of(there)
    if zone is None or on is None:
        return ""
    try:
        moved = dt.datetime(on.year, on.month, on.day, 12, tzinfo=ZoneInfo(zone)).strftime("%z")
    except ZoneInfoNotFoundError:
        return ""
    return f"{moved[:3]}:{moved[3:5]}"


def _with(day_: str | None, part: str) -> str | None:
    return day_ + part if day_ else None
