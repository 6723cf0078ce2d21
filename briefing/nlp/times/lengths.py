"""Lengths, rates, times counted from another, and unspecific ones: what a matched expression means."""

from __future__ import annotations

from briefing.nlp.times.context import Context, Resolved, Slots, mod_of
from briefing.nlp.times.periods import unit_value

_SCALE = {"10Y": (10, "Y"), "100Y": (100, "Y"), "1000Y": (1000, "Y"), "2W": (2, "W")}


def length(count: float | str, unit: str) -> str:
    """TIMEX3 duration: ``P3D``, ``PT2H``; ``X`` stands for an unknown number."""
    scale, unit = _SCALE.get(unit, (1, unit))
    number = (count if count == "X" else f"{int(count) * scale}") if isinstance(count, str) else f"{count * scale:.10g}"
    if unit.startswith("T"):
        return f"PT{number}{unit[1:]}"
    return f"P{number}{unit}"


def _unit(slots: Slots) -> str:
    return str(slots.get("UNIT") or slots.get("UNITS") or slots.get("SECOND"))


def _count(slots: Slots) -> float | str:
    return slots.get("n", slots.get("MANY", "X" if "UNITS" in slots else 1.0))


def duration(slots: Slots, context: Context) -> Resolved:
    """As in "33 years", "several days", "the past decade"."""
    return Resolved("DURATION", length(_count(slots), _unit(slots)), mod_of(slots, context))


def long_duration(slots: Slots, context: Context) -> Resolved:
    """As in "Four minutes and 12 seconds": ``PT4M12S``."""
    high, low = length(slots["n"], _unit(slots)), length(slots["m"], str(slots["low"]))
    if high.startswith("PT") != low.startswith("PT"):
        return Resolved("DURATION", high + low.removeprefix("P"))
    return Resolved("DURATION", high + low.removeprefix("PT").removeprefix("P"))


def one_unit(slots: Slots, context: Context) -> Resolved:
    """As in "A week": a length; as a rate where it follows what is counted ("24 hours a day")."""
    return Resolved("DURATION", length(1.0, _unit(slots)))


def half_duration(slots: Slots, context: Context) -> Resolved:
    """As in "Half an hour" is PT30M, "a year and a half" P18M, "half a century" P50Y."""
    count = 1.5 if "and" in context.text.split() else 0.5
    unit = _unit(slots)
    finer = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "D": (24, "TH"), "10Y": (10, "Y"), "100Y": (100, "Y")}
    scale, fine = finer.get(unit, (1, unit))
    return Resolved("DURATION", length(count * scale, fine))


def rate(slots: Slots, context: Context) -> Resolved:
    """As in "Every two weeks", "per year"."""
    return Resolved("SET", length(slots.get("n", 2.0 if "other" in context.text.split() else 1.0), _unit(slots)))


def recurring(slots: Slots, context: Context) -> Resolved:
    """As in "Every Monday", "Mondays": ``XXXX-WXX-1``."""
    if "WEEKDAY" in slots or "WEEKDAYS" in slots:
        return Resolved("SET", f"XXXX-WXX-{int(slots.get('WEEKDAY', slots.get('WEEKDAYS', 0)))}")
    if "MONTH" in slots:
        return Resolved("SET", f"XXXX-{int(slots['MONTH']):02d}")
    if "SEASON" in slots:
        return Resolved("SET", f"XXXX-{slots['SEASON']}")
    if "PART" in slots or "PARTS" in slots:
        return Resolved("SET", f"XXXX-XX-XXT{slots.get('PART', slots.get('PARTS'))}")
    return Resolved("SET", "XXXX-WXX-WE")


def often(slots: Slots, context: Context) -> Resolved:
    """As in "Annual", "daily"."""
    return Resolved("SET", str(slots["OFTEN"]))


def ago(slots: Slots, context: Context) -> Resolved:
    """As in "Three days ago", in the unit's own grain: a month's or a year's value for months and years."""
    count, unit = _count(slots), _unit(slots)
    if context.day is None:
        return Resolved("DATE")
    if isinstance(count, str) or count != int(count):
        return Resolved("DATE", "PAST_REF")
    scale, unit = {"100Y": (100, "Y"), "2W": (2, "W")}.get(unit, (1, unit))
    return Resolved("DATE", unit_value(unit, context.day, -int(count) * scale), mod_of(slots, context))


def beside_reference(slots: Slots, context: Context) -> Resolved:
    """As in "Two months later", "a day earlier": from what the text spoke of last; unknown where that is not known."""
    count, unit = slots.get("n", 1.0), _unit(slots)
    spoken = context.spoken or ""
    sign = -1 if context.text.endswith("earlier") else 1
    if isinstance(count, str) or count != int(count) or not spoken[:4].isdecimal() or "W" in spoken:
        return Resolved("DATE")
    scale, unit = {"10Y": (10, "Y"), "100Y": (100, "Y"), "2W": (2, "W")}.get(unit, (1, unit))
    steps = sign * int(count) * scale
    if unit == "Y":
        return Resolved("DATE", f"{int(spoken[:4]) + steps:04d}{spoken[4:7] if '-' in spoken[:5] else ''}")
    if context.spoken_day is None:
        return Resolved("DATE")
    return Resolved("DATE", unit_value(unit, context.spoken_day, steps))


def vague(slots: Slots, context: Context) -> Resolved:
    """An unspecific time; the rule table gives its value."""
    return Resolved("DATE", str(slots["value"]))
