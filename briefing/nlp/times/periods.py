"""Weeks, months, seasons, quarters, years, decades: what a matched expression means."""

from __future__ import annotations

import datetime as dt

from briefing.nlp.times.context import Context, Resolved, Slots, add_months, day_of, mod_of, nearest_year, shifted, week
from briefing.nlp.times.days import month_day, named_weekday

_SEASONS = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
"""The middle month of each, in the northern half of the world."""
_BACK = frozenset({"last", "past", "previous"})
_ON = frozenset({"next", "following"})


def shift_of(word: str) -> int:
    """Units to go from here: -1 for "last" and "previous", 1 for "next" and "following"."""
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
        return None if base is None else base + shift_of(str(slots["TEXTREL"]))
    return None if context.day is None else context.day.year + shift_of(str(slots.get("REL", "")))


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
        return unit_value(str(slots["UNIT"]), context.day, shift_of(str(slots.get("REL", ""))))
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
    year = year_of(slots, context) if says_year else _season_now(season, rel, context)
    year = year or (None if says_year else _year_of_month(_SEASONS[season], rel, context))
    return f"{year:04d}-{season}" if year else None


def _season_now(season: str, rel: str, context: Context) -> int | None:
    """The year of a lone season that it is now: "in the summer" in June is the one begun, whatever the tense."""
    if rel or context.day is None:
        return None
    for year in (context.day.year, context.day.year + 1):
        if abs((dt.date(year, _SEASONS[season], 15) - context.day).days) <= _HALF_A_SEASON:
            return year
    return None


_HALF_A_SEASON = 45
"""Days."""


def unit_beside_reference(slots: Slots, context: Context) -> Resolved:
    """As in "The previous year", "a month earlier": beside what the text spoke of, in the unit's own grain."""
    unit = str(slots["UNIT"])
    if slots.get("TEXTREL") == "same" and context.spoken is None:
        return Resolved("DATE")
    count = shift_of(str(slots["TEXTREL"])) if "TEXTREL" in slots else int(slots.get("TEXTEDGE", -1))
    base = day_spoken_of(context)
    return Resolved("DATE", unit_value(unit, base, count) if base else None)


def within_unit(slots: Slots, context: Context) -> Resolved:
    """As in "Later in the year": the one that the text spoke of, else that of publication."""
    base = day_spoken_of(context)
    return Resolved("DATE", unit_value(str(slots["UNIT"]), base, 0) if base else None)


def unit_spoken_of(slots: Slots, context: Context) -> Resolved:
    """As in "that year": the one that the text spoke of last; unknown where it spoke of none so exact."""
    word = context.text.split()[-1]
    spoken = context.spoken or ""
    if word == "year":
        return Resolved("DATE", spoken[:4] or None)
    if word == "month":
        return Resolved("DATE", spoken[:7] if spoken[5:7].isdecimal() else None)
    if word == "decade":
        return Resolved("DATE", spoken[:3] or None)
    if word == "week":
        return Resolved("DATE", week(context.spoken_day) if context.spoken_day else None)
    season = {"summer": "SU", "winter": "WI"}.get(word)
    if season:
        return Resolved("DATE", f"{spoken[:4]}-{season}" if spoken else None)
    if spoken[5:6] == "Q":
        return Resolved("DATE", spoken)
    return Resolved("DATE", f"{spoken[:4]}-Q{(int(spoken[5:7]) + 2) // 3}" if spoken[5:7].isdecimal() else None)


def then(slots: Slots, context: Context) -> Resolved:
    """As in "by then", "since then": what the text spoke of last, or nothing where that is long ago."""
    return Resolved("DATE", context.spoken)


def day_spoken_of(context: Context) -> dt.date | None:
    """A day within what the text spoke of last: the first of a month or year."""
    spoken = context.spoken or ""
    if spoken[4:6] == "-Q":
        spoken = f"{spoken[:4]}-{3 * int(spoken[6]) - 2:02d}"
    whole = {4: spoken + "-01-01", 7: spoken + "-01"}.get(len(spoken), spoken)
    return day_of(whole) or context.day


def same_period(slots: Slots, context: Context) -> Resolved:
    """As in "The same period last year": what the text spoke of, a year before."""
    spoken = context.spoken or ""
    if not spoken[:4].isdecimal() or "W" in spoken:
        return Resolved("DATE")
    return Resolved("DATE", f"{int(spoken[:4]) - 1:04d}{spoken[4:]}")


def turn_of_year(slots: Slots, context: Context) -> Resolved:
    """The January of this year where the tense is past or the year still young; else the one to come."""
    if context.day is None:
        return Resolved("DATE")
    ahead = context.tense() != "past" and context.day.month > _FEBRUARY
    return Resolved("DATE", f"{context.day.year + ahead:04d}-01", "START")


def end_of_year(slots: Slots, context: Context) -> Resolved:
    """As in "by the end of the year": the December of the year that the text looks back on, else of publication's."""
    if context.day is None:
        return Resolved("DATE")
    year = context.day.year
    if "back" in slots and context.tense() == "past":
        spoken = int(context.spoken[:4]) if context.spoken and context.spoken[:4].isdecimal() else year
        year = spoken if spoken < year else year - (context.day.month <= _JUNE)
    return Resolved("DATE", f"{year:04d}-12", "END")


def this_time(slots: Slots, context: Context) -> Resolved:
    """As in "this time last year": the month, week or day that corresponds to that of publication."""
    if context.day is None:
        return Resolved("DATE")
    rel = str(slots["REL"])
    if "WEEKDAY" in slots:
        return Resolved("DATE", named_weekday(int(slots["WEEKDAY"]), rel, context))
    unit, count = str(slots["UNIT"]), shift_of(rel)
    if unit == "Y":
        return Resolved("DATE", f"{context.day.year + count:04d}-{context.day.month:02d}")
    return Resolved("DATE", unit_value(unit, context.day, count))


def day_of_month(slots: Slots, context: Context) -> Resolved:
    """As in "The 15th of last month"."""
    month = unit_value("M", context.day, shift_of(str(slots.get("REL", "")))) if context.day else None
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


def week_of_year(slots: Slots, context: Context) -> Resolved:
    """As in "The first week of 2015": the ISO week of that number; the last one is W52 or W53."""
    year = year_of(slots, context)
    if year is None or not dt.MINYEAR <= year <= dt.MAXYEAR:
        return Resolved("DATE")
    last = dt.date(year, 12, 28).isocalendar()[1]
    number = last if isinstance(slots["n"], str) else int(slots["n"])
    return Resolved("DATE", f"{year:04d}-W{number:02d}" if 1 <= number <= last else None)


def week_of_day(slots: Slots, context: Context) -> Resolved:
    """As in "The week of June 8", "the weekend of June 13"."""
    there = day_of(month_day(slots, context))
    return Resolved("DATE", f"{week(there)}{slots.get('part', '')}" if there else None)


def weekend(slots: Slots, context: Context) -> Resolved:
    """The one just past, unless the tense looks ahead: ``2008-W42-WE``."""
    base = context.day
    if base is None:
        return Resolved("DATE")
    rel = str(slots.get("REL", slots.get("TEXTREL", "")))
    weeks = shift_of(rel)
    if not rel and context.tense() != "future" and base.isoweekday() < _SATURDAY:
        weeks = -1
    there = shifted(base, 7 * weeks)
    return Resolved("DATE", f"{week(there)}-WE" if there else None)


_SATURDAY = 6
_FEBRUARY, _JUNE = 2, 6
"""Until then, what was so "at the end of the year" was so in the year before."""


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


def before_christ(slots: Slots, context: Context) -> Resolved:
    """As in "300 BC": ``BC0300``."""
    return Resolved("DATE", f"BC{int(slots.get('YEAR', slots.get('n', 0))):04d}")


def short_year(slots: Slots, context: Context) -> Resolved:
    """As in "In '08": of the century that puts it before publication, or a few years after."""
    here = context.day.year if context.day else _TURN
    century = here // 100 * 100
    year = century + int(slots["n"])
    return Resolved("DATE", f"{year if year <= here + _AHEAD else year - 100:04d}")


_TURN, _AHEAD = 2030, 10


def season_of_years(slots: Slots, context: Context) -> Resolved:
    """As in "The 2009/10 season": the two years as an ISO 8601 interval."""
    first = int(slots["YEAR"])
    return Resolved("DATE", f"{first:04d}/{first + 1:04d}")


def last_of_span(slots: Slots, context: Context) -> Resolved:
    """As in "1914-18": the second year, of the first one's century."""
    return Resolved("DATE", f"{int(slots['from']) // 100:02d}{int(slots['n']):02d}")
