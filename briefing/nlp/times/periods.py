"""Weeks, months, seasons, quarters, years, decades: what a matched expression means."""

from __future__ import annotations

import datetime as dt

from briefing.nlp.times.context import Context, Resolved, Slots, add_months, day_of, mod_of, nearest_year, shifted, week

_SEASONS = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
"""The middle month of each, in the northern half of the world."""
_LONG_GONE = 3
"""Quarters: "the fourth quarter" in July is the one to come, in June the one before."""
_BACK = frozenset({"last", "previous"})
_ON = frozenset({"next", "following"})


def _shift(word: str) -> int:
    return -1 if word in _BACK else 1 if word in _ON else 0


def unit_value(unit: str, day: dt.date, count: int) -> str | None:
    """The unit (day, week, month ...) ``count`` units from that of ``day``."""
    if unit in ("D", "W", "2W"):
        there = shifted(day, count * {"D": 1, "W": 7, "2W": 14}[unit])
        return None if there is None else there.isoformat() if unit == "D" else week(there)
    if unit == "M":
        year, month = add_months(day.year, day.month, count)
        return f"{year:04d}-{month:02d}"
    if unit == "Y":
        return f"{day.year + count:04d}"
    if unit == "10Y":
        return f"{day.year // 10 + count:03d}"
    if unit == "100Y":
        return f"{day.year // 100 + count:02d}"
    return None


def year_of(slots: Slots, context: Context) -> int | None:
    """The year that the slots name; "the year" is that of publication."""
    if "YEAR" in slots:
        return int(slots["YEAR"])
    if "TEXTREL" in slots:
        base = int(context.spoken[:4]) if context.spoken and context.spoken[:4].isdecimal() else None
        return None if base is None else base + _shift(str(slots["TEXTREL"]))
    return None if context.day is None else context.day.year + _shift(str(slots.get("REL", "")))


def period(slots: Slots, context: Context) -> Resolved:
    """A month, season, year or unit counted from here, or an edge of one, which is kept as the modifier."""
    return Resolved("DATE", _period_value(slots, context), mod_of(slots, context))


def _period_value(slots: Slots, context: Context) -> str | None:
    says_year = "YEAR" in slots or "year" in context.text.split()
    if "MONTH" in slots:
        month = int(slots["MONTH"])
        year = year_of(slots, context) if says_year else _year_of_month(month, str(slots.get("REL", "")), context)
        return f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
    if "SEASON" in slots:
        return _season_value(slots, context, says_year=says_year)
    if "decade" in slots or "short" in slots:
        return decade(slots, context).value
    if "YEAR" in slots:
        return f"{int(slots['YEAR']):04d}"
    if "TEXTREL" in slots:
        return unit_beside_reference(slots, context).value
    if "UNIT" in slots and context.day is not None:
        return unit_value(str(slots["UNIT"]), context.day, _shift(str(slots.get("REL", ""))))
    if says_year:
        year = year_of(slots, context)
        return f"{year:04d}" if year else None
    return None


def _year_of_month(month: int, rel: str, context: Context) -> int | None:
    if context.day is None:
        return None
    here = context.day
    if rel == "last":
        return here.year - (month >= here.month)
    if rel == "next":
        return here.year + (month <= here.month)
    return here.year if rel == "this" else nearest_year(month, None, context)


def _season_value(slots: Slots, context: Context, *, says_year: bool) -> str | None:
    season, rel = str(slots["SEASON"]), str(slots.get("REL", ""))
    year = year_of(slots, context) if says_year else _year_of_month(_SEASONS[season], rel, context)
    return f"{year:04d}-{season}" if year else None


def unit_beside_reference(slots: Slots, context: Context) -> Resolved:
    """As in "The previous year", "a month earlier": beside what the text spoke of, in the unit's own grain."""
    unit = str(slots["UNIT"])
    count = _shift(str(slots["TEXTREL"])) if "TEXTREL" in slots else int(slots.get("TEXTEDGE", -1))
    base = _spoken_day(context)
    return Resolved("DATE", unit_value(unit, base, count) if base else None)


def _spoken_day(context: Context) -> dt.date | None:
    """A day within what the text spoke of last: the first of a month or year."""
    spoken = context.spoken or ""
    whole = {4: spoken + "-01-01", 7: spoken + "-01"}.get(len(spoken), spoken)
    return day_of(whole) or context.day


def same_period(slots: Slots, context: Context) -> Resolved:
    """As in "The same period last year": what the text spoke of, a year before."""
    spoken = context.spoken or ""
    if not spoken[:4].isdecimal() or "W" in spoken:
        return Resolved("DATE")
    return Resolved("DATE", f"{int(spoken[:4]) - 1:04d}{spoken[4:]}")


def day_of_month(slots: Slots, context: Context) -> Resolved:
    """As in "The 15th of last month"."""
    month = unit_value("M", context.day, _shift(str(slots["REL"]))) if context.day else None
    there = day_of(f"{month}-{int(slots['DAY']):02d}")
    return Resolved("DATE", there.isoformat() if there else None)


def week_of_month(slots: Slots, context: Context) -> Resolved:
    """As in "The last week of March": the last ISO week that lies wholly in it, or the n-th that touches it."""
    month = int(slots["MONTH"])
    year = int(slots["YEAR"]) if "YEAR" in slots else nearest_year(month, None, context)
    if year is None:
        return Resolved("DATE")
    if slots["n"] == "last":
        after = dt.date(*add_months(year, month, 1), 1)
        return Resolved("DATE", week(after - dt.timedelta(days=after.isoweekday())))
    if not 1 <= int(slots["n"]) <= 5:
        return Resolved("DATE")
    return Resolved("DATE", week(dt.date(year, month, 1) + dt.timedelta(weeks=int(slots["n"]) - 1)))


def weekend(slots: Slots, context: Context) -> Resolved:
    """The one just past, unless the tense looks ahead: ``2008-W42-WE``."""
    base = context.day
    if base is None:
        return Resolved("DATE")
    rel = str(slots.get("REL", slots.get("TEXTREL", "")))
    weeks = _shift(rel)
    if not rel and context.tense() != "future" and base.isoweekday() < 6:
        weeks = -1
    there = shifted(base, 7 * weeks)
    return Resolved("DATE", f"{week(there)}-WE" if there else None)


def quarter(slots: Slots, context: Context) -> Resolved:
    """A quarter of a year: of the year that is named, else the one just begun or past, or to come by the tense."""
    prefix = "FY" if "FISCAL" in slots else ""
    n = slots["n"]
    if isinstance(n, str):
        return _quarter_from_here(n, slots, context)
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


def _quarter_from_here(word: str, slots: Slots, context: Context) -> Resolved:
    if "YEAR" in slots or "year" in context.text.split():
        year = year_of(slots, context)
        return Resolved("DATE", f"{year}-Q4" if year and word in ("last", "final") else None)
    if context.day is None:
        return Resolved("DATE")
    year, month = add_months(context.day.year, context.day.month, 3 * (-1 if word == "final" else _shift(word)))
    return Resolved("DATE", f"{year}-Q{(month + 2) // 3}")


def half(slots: Slots, context: Context) -> Resolved:
    """As in "The first half of the year": ``2011-H1``."""
    year = year_of(slots, context)
    return Resolved("DATE", f"{year}-H{int(slots['n'])}" if year and int(slots["n"]) in (1, 2) else None)


def fiscal(slots: Slots, context: Context) -> Resolved:
    """As in "Fiscal 2019": ``FY2019``."""
    year = year_of(slots, context)
    return Resolved("DATE", f"FY{year}" if year else None, mod_of(slots, context))


def decade(slots: Slots, context: Context) -> Resolved:
    """As in "The early 1990s": ``199`` with its modifier."""
    number = int(slots.get("decade", slots.get("short", -1)))
    number += 1900 if number < 100 else 0
    if number % 10:
        return Resolved("DATE")
    return Resolved("DATE", f"{number // 10:03d}", mod_of(slots, context))


def century(slots: Slots, context: Context) -> Resolved:
    """As in "The 19th century": ``18``."""
    n = int(slots["n"])
    return Resolved("DATE", f"{n - 1:02d}" if 1 <= n <= 30 else None, mod_of(slots, context))
