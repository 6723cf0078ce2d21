"""Quarters, halves and years of accounts: what a matched expression means."""

from __future__ import annotations

import datetime as dt

from briefing.nlp.times.context import Context, Resolved, Slots, add_months, mod_of, nearest_year
from briefing.nlp.times.periods import shift_of, year_of

_LONG_GONE = 3
"""Quarters: "the fourth quarter" in July is the one to come, in June the one before."""


def quarter(slots: Slots, context: Context) -> Resolved:
    """A quarter of a year: of the year that is named, else the one just begun or past, or to come by the tense."""
    prefix = "FY" if "FISCAL" in slots else ""
    n = slots["n"]
    if isinstance(n, str):
        return _quarter_from_here(n, slots, context, prefix)
    if not 1 <= int(n) <= 4:
        return Resolved("DATE")
    year = year_of(slots, context)
    if context.day is not None and not slots.keys() & {"YEAR", "REL", "TEXTREL"} and "year" not in context.text.split():
        year = _year_of_quarter(int(n), context.day, future=context.tense() == "future")
    return Resolved("DATE", f"{prefix}{year}-Q{int(n)}" if year else None)


def _year_of_quarter(n: int, here: dt.date, *, future: bool) -> int:
    """The year of the n-th quarter: the coming one where the tense looks ahead or the past one is long gone."""
    now = (here.month + 2) // 3
    if future:
        return here.year + (n < now)
    if n <= now:
        return here.year
    return here.year - 1 if now + 4 - n < _LONG_GONE else here.year


def _quarter_from_here(word: str, slots: Slots, context: Context, prefix: str) -> Resolved:
    if "YEAR" in slots or "year" in context.text.split():
        year = year_of(slots, context)
        return Resolved("DATE", f"{prefix}{year}-Q4" if year and word in ("last", "final") else None)
    if context.day is None:
        return Resolved("DATE")
    year, month = add_months(context.day.year, context.day.month, 3 * (-1 if word == "final" else shift_of(word)))
    return Resolved("DATE", f"{year}-Q{(month + 2) // 3}")


def half(slots: Slots, context: Context) -> Resolved:
    """As in "The first half of the year": ``2011-H1``."""
    year = year_of(slots, context)
    return Resolved("DATE", f"{year}-H{int(slots['n'])}" if year and int(slots["n"]) in (1, 2) else None)


def fiscal(slots: Slots, context: Context) -> Resolved:
    """As in "Fiscal 2019": ``FY2019``."""
    year = year_of(slots, context)
    return Resolved("DATE", f"FY{year}" if year else None, mod_of(slots, context))


def period_by_end(slots: Slots, context: Context) -> Resolved:
    """As in "The fiscal year ending March 2012" is FY2012, "the quarter ended June 30" 2009-Q2."""
    month = int(slots["MONTH"])
    year = int(slots["YEAR"]) if "YEAR" in slots else nearest_year(month, None, context)
    if year is None:
        return Resolved("DATE")
    words = context.text.split()
    if words[-1] == "year":
        return Resolved("DATE", f"FY{year:04d}")
    return Resolved("DATE", f"{year:04d}-Q{month // 3}" if month % 3 == 0 else None)
