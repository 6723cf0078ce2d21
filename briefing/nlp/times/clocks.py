"""Clock times: what a matched expression means, with its zone."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from briefing.nlp.times.context import Context, Resolved, Slots, day_of, mod_of
from briefing.nlp.times.days import day_value, from_here

_AN_HOUR, _HALF_AN_HOUR = 60, 30
_HOURS_IN_WORDS = 12
_HALVES = {"EV": "pm", "AF": "pm", "NI": "pm", "MO": "am"}


def clock(slots: Slots, context: Context) -> Resolved:
    """A clock time, on its day where that is named, else on the day the text speaks of."""
    there = day_value(slots, context)
    if there is None and not slots.keys() & {"WEEKDAY", "DAYWORD", "MONTH", "ISO"}:
        days = -1 if slots.get("REL") in ("last", "past") else 0
        if "REL" in slots or "tonight" in context.text.split():
            there = from_here(days, context)
        else:
            there = context.reference.isoformat() if context.reference else None
    time = _time_of_day(slots, context)
    if time is None or there is None:
        return Resolved("TIME")
    return Resolved("TIME", f"{there}T{time}{_offset(slots, there, context)}", mod_of(slots, context))


def first_hour(slots: Slots, context: Context) -> Resolved:
    """As in "between 9 and 11 a.m.": in the half of the day that the second hour names, unless it comes round first."""
    upto = slots.get("to") or str(slots.get("clockto") or slots.get("dotto")).partition(":")[0]
    first, second = int(slots["HOUR"]) % _HOURS_IN_WORDS, int(upto) % _HOURS_IN_WORDS
    half = str(slots["upto"])
    if first > second:
        half = "am" if half == "pm" else "pm"
    there = context.reference
    time = _time_of_day({"HOUR": slots["HOUR"], "AMPM": half}, context)
    return Resolved("TIME", f"{there.isoformat()}T{time}" if there and time else None)


def _in_words(slots: Slots, context: Context) -> str:
    """As in "half past four", "a quarter to three", "ten minutes to midnight"; empty where no clock shows it."""
    hour = int(str(slots["NOON"])[:2]) if "NOON" in slots else int(slots.get("HOUR", 0))
    minutes = int(slots.get("minutes", _HALF_AN_HOUR))
    if not 0 < minutes < _AN_HOUR or ("NOON" not in slots and not 1 <= hour <= _HOURS_IN_WORDS):
        return ""
    if "to" in context.text.split():
        hour, minutes = hour - 1 or _HOURS_IN_WORDS, _AN_HOUR - minutes
    return f"{hour % 24:02d}:{minutes:02d}"


def _time_of_day(slots: Slots, context: Context) -> str | None:
    if "minutes" in slots or {"half", "past"} <= set(context.text.split()):
        written = _in_words(slots, context)
    elif "NOON" in slots or "FOURFIGURES" in slots:
        written = str(slots.get("NOON") or slots["FOURFIGURES"])
        written = written if ":" in written else f"{written[:2]}:{written[2:]}"
    elif "HOUR" in slots:
        written = f"{int(slots['HOUR']):02d}:00"
    else:
        written = str(slots.get("CLOCK") or slots.get("DOTCLOCK") or "")
    hour, _, minute = written.partition(":")
    minute, _, second = minute.partition(":")
    if not hour or int(hour) > 24 or int(minute) > 59:
        return None
    number = int(hour)
    half = slots.get("AMPM") or _HALVES.get(str(slots.get("PART")), "")
    if half == "pm" and number < 12:
        number += 12
    elif half == "am" and number == 12:
        number = 0
    return f"{number:02d}:{minute}:{second}" if second else f"{number:02d}:{minute}"


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
