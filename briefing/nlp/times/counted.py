"""Times counted from another one: from publication, or from what the text spoke of."""

from __future__ import annotations

import datetime as dt

from briefing.nlp.times.context import Context, Resolved, Slots, add_months, day_of, mod_of, shifted
from briefing.nlp.times.days import from_here, named_weekday, with_part
from briefing.nlp.times.lengths import count_of, unit_of
from briefing.nlp.times.periods import day_spoken_of, unit_value

_SCALE = {"10Y": (10, "Y"), "100Y": (100, "Y"), "1000Y": (1000, "Y"), "2W": (2, "W")}
_MONTHS = {"Y": 12, "10Y": 120, "100Y": 1200}
_SECONDS = {"TH": 3600, "TM": 60, "TS": 1}


def ago(slots: Slots, context: Context) -> Resolved:
    """As in "Three days ago", in the unit's own grain: a month's or a year's value for months and years."""
    count, unit = count_of(slots), unit_of(slots)
    if unit in _SECONDS:
        return Resolved("TIME", _seconds_ago(count, unit, context))
    if context.day is None:
        return Resolved("DATE")
    if not isinstance(count, str) and count != int(count) and unit in _MONTHS:
        count, unit = count * _MONTHS[unit], "M"
    if isinstance(count, str) or count != int(count):
        return Resolved("DATE", "PAST_REF")
    return Resolved("DATE", _moved(unit, context.day, -int(count)), mod_of(slots, context))


def _moved(unit: str, day: dt.date, count: int) -> str | None:
    scale, unit = {"100Y": (100, "Y"), "2W": (2, "W"), "1000Y": (1000, "Y")}.get(unit, (1, unit))
    year = day.year + count * scale
    if unit == "Y" and not 0 < year < 10_000:
        return None
    return unit_value(unit, day, count * scale)


def _seconds_ago(count: float | str, unit: str, context: Context) -> str | None:
    """The clock time some hours before publication, where its hour is known."""
    if context.moment is None or isinstance(count, str):
        return None
    try:
        there = context.moment - dt.timedelta(seconds=count * _SECONDS[unit])
    except OverflowError:
        return None
    return f"{there:%Y-%m-%dT%H:%M}{context.offset}"


def ago_two_units(slots: Slots, context: Context) -> Resolved:
    """As in "Two years and three months ago": in the grain of the smaller unit."""
    if context.day is None:
        return Resolved("DATE")
    there, grain = context.day, str(slots["low"])
    for count, unit in ((slots["n"], str(slots["UNIT"])), (slots["m"], grain)):
        if isinstance(count, str) or count != int(count):
            return Resolved("DATE")
        if unit in ("D", "W", "2W"):
            moved = shifted(there, -int(count) * {"D": 1, "W": 7, "2W": 14}[unit])
        else:
            year, month = add_months(there.year, there.month, -int(count) * _MONTHS.get(unit, 1))
            moved = dt.date(year, month, min(there.day, 28)) if 0 < year < 10_000 else None
        if moved is None:
            return Resolved("DATE")
        there = moved
    return Resolved("DATE", _moved(grain, there, 0), mod_of(slots, context))


def from_now(slots: Slots, context: Context) -> Resolved:
    """As in "Two weeks from now", "in three weeks' time"."""
    count, unit = count_of(slots), unit_of(slots)
    if unit in _SECONDS:
        return Resolved("TIME")
    if context.day is None:
        return Resolved("DATE")
    if isinstance(count, str) or count != int(count):
        return Resolved("DATE", "FUTURE_REF")
    return Resolved("DATE", _moved(unit, context.day, int(count)))


def days_from_day(slots: Slots, context: Context) -> Resolved:
    """As in "Two days after today", "a day before Monday"."""
    count = slots.get("n", 1.0)
    if "WEEKDAY" in slots:
        start = day_of(named_weekday(int(slots["WEEKDAY"]), "", context))
    else:
        start = day_of(from_here(int(slots["DAYWORD"]), context))
    if start is None or isinstance(count, str) or count != int(count):
        return Resolved("DATE")
    there = shifted(start, -int(count) if "before" in context.text.split() else int(count))
    return Resolved("DATE", there.isoformat() if there else None)


def unit_beyond(slots: Slots, context: Context) -> Resolved:
    """As in "The week after next", "the year before last"."""
    count = 2 if "next" in context.text.split() else -2
    return Resolved("DATE", _moved(str(slots["UNIT"]), context.day, count) if context.day else None)


def night_before_last(slots: Slots, context: Context) -> Resolved:
    """The part of the day two days before publication."""
    return Resolved("TIME", with_part(from_here(-2, context), f"T{slots['PART']}"))


def beside_reference(slots: Slots, context: Context) -> Resolved:
    """As in "Two months later", "a day earlier": from what the text spoke of last; unknown where that is not known."""
    count, unit = slots.get("n", 1.0), str(slots["UNIT"])
    spoken = context.spoken or ""
    sign = -1 if context.text.endswith("earlier") else 1
    if isinstance(count, str) or count != int(count) or not spoken[:4].isdecimal() or "W" in spoken:
        return Resolved("DATE")
    scale, unit = _SCALE.get(unit, (1, unit))
    steps = sign * int(count) * scale
    if unit == "Y":
        return Resolved("DATE", f"{int(spoken[:4]) + steps:04d}{spoken[4:7] if spoken[5:7].isdecimal() else ''}")
    base = context.spoken_day if unit != "M" or len(spoken) != len("2009-06") else day_spoken_of(context)
    return Resolved("DATE", unit_value(unit, base, steps) if base else None)


def year_before_period(slots: Slots, context: Context) -> Resolved:
    """As in "Up 4 percent in May from a year earlier": the month, quarter or year spoken of, a year before."""
    spoken = context.spoken or ""
    if not spoken[:4].isdecimal():
        return Resolved("DATE", str(context.day.year - 1) if context.day else None)
    grain = spoken[4:7] if spoken[5:7].isdecimal() or spoken[5:6] in ("Q", "H") else ""
    return Resolved("DATE", f"{int(spoken[:4]) - 1:04d}{grain}")
