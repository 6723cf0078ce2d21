"""Clock times: what a matched expression means, with its zone."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from briefing.nlp.times.context import Context, Resolved, Slots, day_of, mod_of
from briefing.nlp.times.days import day_value, from_here

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
