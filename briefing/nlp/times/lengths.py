"""Lengths, rates, times counted from another, and unspecific ones: what a matched expression means."""

from __future__ import annotations

from briefing.nlp.times.context import Context, Resolved, Slots, mod_of

_SCALE = {"10Y": (10, "Y"), "100Y": (100, "Y"), "1000Y": (1000, "Y"), "2W": (2, "W"), "3M": (3, "M")}


def length(count: float | str, unit: str) -> str:
    """TIMEX3 duration: ``P3D``, ``PT2H``; ``X`` stands for an unknown number."""
    scale, unit = _SCALE.get(unit, (1, unit))
    number = (count if count == "X" else f"{int(count) * scale}") if isinstance(count, str) else f"{count * scale:.10g}"
    if unit.startswith("T"):
        return f"PT{number}{unit[1:]}"
    return f"P{number}{unit}"


def unit_of(slots: Slots) -> str:
    """The unit that the slots name."""
    return str(slots.get("UNIT") or slots.get("UNITS") or slots.get("SECOND") or slots.get("QUARTERS"))


def count_of(slots: Slots) -> float | str:
    """How many; ``X`` where that is left open."""
    return slots.get("n", slots.get("MANY", "X" if "UNITS" in slots else 1.0))


def duration(slots: Slots, context: Context) -> Resolved:
    """As in "33 years", "several days", "the past decade"."""
    return Resolved("DURATION", length(count_of(slots), unit_of(slots)), mod_of(slots, context))


def long_duration(slots: Slots, context: Context) -> Resolved:
    """As in "Four minutes and 12 seconds": ``PT4M12S``; "two days and four hours" is ``P2DT4H``."""
    value = length(slots["n"], unit_of(slots))
    for count, unit in (("m", "low"), ("k", "least")):
        if unit in slots:
            part = length(slots[count], str(slots[unit]))
            value += part.removeprefix("PT" if value.startswith("PT") or "T" in value else "P")
    return Resolved("DURATION", value)


def one_unit(slots: Slots, context: Context) -> Resolved:
    """As in "A week": a length; as a rate where it follows what is counted ("24 hours a day")."""
    return Resolved("DURATION", length(1.0, unit_of(slots)))


def half_duration(slots: Slots, context: Context) -> Resolved:
    """As in "Half an hour" is PT30M, "a year and a half" P18M, "half a century" P50Y."""
    count = 1.5 if "and" in context.text.split() else 0.5
    unit = unit_of(slots)
    finer = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "D": (24, "TH"), "10Y": (10, "Y"), "100Y": (100, "Y")}
    scale, fine = finer.get(unit, (1, unit))
    return Resolved("DURATION", length(count * scale, fine))


def quarter_of_unit(slots: Slots, context: Context) -> Resolved:
    """As in "A quarter of a century": P25Y."""
    scale, unit = _SCALE.get(unit_of(slots), (1, unit_of(slots)))
    return Resolved("DURATION", length(scale / 4, unit))


def rate(slots: Slots, context: Context) -> Resolved:
    """As in "Every two weeks", "per year", "four times a night"."""
    if "PART" in slots:
        return Resolved("SET", "P1D")
    return Resolved("SET", length(slots.get("n", 2.0 if "other" in context.text.split() else 1.0), unit_of(slots)))


def recurring(slots: Slots, context: Context) -> Resolved:
    """As in "Every Monday", "Mondays": ``XXXX-WXX-1``."""
    if "WEEKDAY" in slots or "WEEKDAYS" in slots:
        part = f"T{slots['PARTS']}" if "PARTS" in slots else ""
        return Resolved("SET", f"XXXX-WXX-{int(slots.get('WEEKDAY', slots.get('WEEKDAYS', 0)))}{part}")
    if "DAY" in slots:
        return Resolved("SET", f"XXXX-XX-{int(slots['DAY']):02d}")
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


_PARTED = {"P1Y": "P6M", "P1M": "P15D"}
_DOUBLED = {"P1W": "P2W", "P1M": "P2M", "P1Y": "P2Y"}


def often_parted(slots: Slots, context: Context) -> Resolved:
    """As in "Semi-annual" is P6M, "bi-weekly" P2W; "twice daily" is a rate of days."""
    often = str(slots["OFTEN"])
    table = {"bi": _DOUBLED, "semi": _PARTED, "half": _PARTED}.get(context.text.split("-")[0].strip(), {})
    return Resolved("SET", table.get(often, often))


def vague(slots: Slots, context: Context) -> Resolved:
    """An unspecific time; the rule table gives its value."""
    return Resolved("DATE", str(slots["value"]))
