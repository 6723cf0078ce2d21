"""Days with a name of their own."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from briefing.nlp.times.context import Context, Resolved, Slots, day_of, nearest_year, shifted
from briefing.nlp.times.lexicon import holidays


def holiday(slots: Slots, context: Context) -> Resolved:
    """The day of that name, of the year that is said or asked for by the tense."""
    text = _squeezed(context.text.removeprefix(f"{slots.get('REL', '')} ").removeprefix("the "))
    name = max((name for name in _names() if text.startswith(name)), key=len, default=None)
    if name is None:
        return Resolved("DATE")
    code = _names()[name]
    if code == _UNKNOWN:
        return Resolved("DATE")
    year = int(slots["YEAR"]) if "YEAR" in slots else _year(code, str(slots.get("REL", "")), context)
    if "REL" in slots and "year" in context.text.split() and context.day is not None:
        year = context.day.year + {"last": -1, "past": -1, "next": 1}.get(str(slots["REL"]), 0)
    if year is None:
        return Resolved("DATE", None if "/" in code or code[0] in _MOVABLE else f"XXXX-{code}")
    return Resolved("DATE", on(code, year).isoformat())


def holiday_eve(slots: Slots, context: Context) -> Resolved:
    """As in "the eve of Easter": the day before it."""
    return _beside(-1, slots, context)


def days_from_holiday(slots: Slots, context: Context) -> Resolved:
    """As in "two days before Christmas", "a week after Easter"."""
    words = context.text.split()
    count = slots.get("n", 1.0)
    if isinstance(count, str) or count != int(count):
        return Resolved("DATE")
    days = int(count) * (7 if words[1].startswith("week") else 1)
    return _beside(-days if "before" in words else days, slots, context)


def _beside(days: int, slots: Slots, context: Context) -> Resolved:
    """Some days from the holiday that stands at the end of the expression."""
    name = re.split(r"\b(?:of|before|after) ", context.text, maxsplit=1)[-1]
    there = day_of(holiday(slots, replace(context, text=name)).value)
    moved = shifted(there, days) if there else None
    return Resolved("DATE", moved.isoformat() if moved else None)


_UNKNOWN = "?"


def _squeezed(words: str) -> str:
    """Letters alone, so that "New Year’s Eve" and "new years eve" are one."""
    return "".join(char for char in words if char.isalpha())


@cache
def _names() -> dict[str, str]:
    return {_squeezed(name): code for name, code in holidays().items()}


def _year(code: str, rel: str, context: Context) -> int | None:
    if context.day is None or rel not in ("last", "past", "next", "this"):
        there = on(code, context.day.year) if context.day else dt.date(2001, 1, 1)
        return nearest_year(there.month, there.day, context)
    gone = on(code, context.day.year) < context.day
    return context.day.year + {"last": 0 if gone else -1, "past": 0 if gone else -1, "next": 1 if gone else 0}.get(
        rel, 0
    )


def on(code: str, year: int) -> dt.date:
    """The day that a code of the lexicon stands for in ``year``."""
    if code[0] in _MOVABLE:
        return _MOVABLE[code[0]](year) + dt.timedelta(days=int(code[1:]))
    if "/" not in code:
        return dt.date.fromisoformat(f"{year:04d}-{code}")
    month, nth, rest = code.split("/")
    weekday, _, later = rest.partition("+")
    if int(nth) > 0:
        first = dt.date(year, int(month), 1)
        found = first + dt.timedelta(days=(int(weekday) - first.isoweekday()) % 7 + 7 * (int(nth) - 1))
    else:
        last = dt.date(year + int(month) // 12, int(month) % 12 + 1, 1) - dt.timedelta(days=1)
        found = last - dt.timedelta(days=(last.isoweekday() - int(weekday)) % 7)
    return found + dt.timedelta(days=int(later or 0))


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian calendar by Meeus, told in the Gregorian one; right from 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=13)


_MOVABLE = {"E": easter, "O": orthodox_easter}
