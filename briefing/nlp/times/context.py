"""What a relative time is counted from: the day of publication, what the text spoke of last, and the tense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from briefing.model import TimeType
from briefing.nlp.times.patterns import Value

Slots = Mapping[str, Value]
"""The values that a match kept, by class or name."""
Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means; ``value`` is None where that cannot be known."""

    type: TimeType
    value: str | None = None
    mod: str | None = None


@dataclass(slots=True)
class Context:
    """What is known at one expression.

    Attributes:
        day: Day of publication, or of the dateline; None where neither is known.
        dateline: Month and day of a dateline without a year, where there is no ``day``.
        dateline_weekday: Its weekday, 1 to 7, where it is told, else 0.
        moment: Publication to the minute, where its clock time is known.
        offset: The publication's offset from UTC ("+10:30"), which "local time" means.
        spoken: Value of the date that the text spoke of last.
        spoken_day: The same as a day, where it is one.
        tense: Tells the tense of the verb that the expression belongs to.
        text: The expression in lower case, with plain apostrophes.
    """

    day: dt.date | None
    dateline: tuple[int, int] | None = None
    dateline_weekday: int = 0
    moment: dt.datetime | None = None
    offset: str = ""
    spoken: str | None = None
    spoken_day: dt.date | None = None
    tense: Callable[[], Tense] = field(default=lambda: "past")
    text: str = ""

    @property
    def reference(self) -> dt.date | None:
        """The day that "the day before" or a lone clock time counts from."""
        return self.spoken_day or self.day


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The month ``count`` months on."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def week(day: dt.date) -> str:
    """ISO 8601 week: ``2008-W41``."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def shifted(day: dt.date, days: int) -> dt.date | None:
    """``day`` moved by some days; None where the calendar ends."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def day_of(value: str | None) -> dt.date | None:
    """The day a value names or stands on; None where it names none."""
    try:
        return dt.date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


SHORT_WAY = 60
"""Days. A date without a year that lies this near is that one, whatever the tense ("was set for June 3")."""

NOT_LONG = 150
"""Days. In the present tense a month further ahead than this is the past one, since news looks back; a day lies ahead:
"the law takes effect January 1"."""


def nearest_year(month: int, day: int | None, context: Context) -> int | None:
    """The year of a date without one: near ones as they come, others as the tense says.

    Args:
        month: 1 to 12.
        day: Day of the month, or None for the whole month.
        context: With the day of publication and the tense.
    """
    if context.day is None:
        return None
    here = context.day
    if day is None and month == here.month:
        return here.year
    far: dict[int, int] = {}
    for year in (here.year - 1, here.year, here.year + 1):
        try:
            far[year] = (dt.date(year, month, day or 15) - here).days
        except ValueError:
            continue
    if not far:
        return None
    by_distance = sorted(far, key=lambda year: abs(far[year]))
    if day is not None and abs(far[by_distance[0]]) <= SHORT_WAY:
        return by_distance[0]
    tense = context.tense()
    if tense == "present":
        tense = "future" if day is not None or 0 < far[by_distance[0]] <= NOT_LONG else "past"
    wanted = [year for year in by_distance if (far[year] <= 0) == (tense == "past")]
    return (wanted or by_distance)[0]


_MODS = {"early": "START", "earlier": "START", "late": "END", "later": "END"}


def mod_of(slots: Slots, context: Context) -> str | None:
    """TIMEX3's modifier where a word of the expression asks for one."""
    for slot in ("EDGE", "MOD", "APPROX"):
        if slot in slots:
            return str(slots[slot])
    first = context.text.split(" ", 1)[0]
    return _MODS.get(first)
