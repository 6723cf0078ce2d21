"""Which of two reports came later: by publication, by the dateline, or by a later day that one tells of."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re

from briefing.compare.alignment.slots import fact_at
from briefing.compare.periods import Window
from briefing.compare.reading import Passage, Reading

_MONTHS = {name[:3].lower(): number for number, name in enumerate(calendar.month_name) if number}
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATE = rf"(?:{_MONTH} {_DAY}|{_DAY.replace('day', 'day2')} {_MONTH.replace('month', 'month2')})"
_DATELINE = re.compile(rf"^[^\n]{{0,60}}?,? {_DATE}(?:,? (?P<year>\d{{4}}))? ?(?:\([^)\n]{{1,40}}\)|--?|–|—)")
_FULL = re.compile(rf"\b{_DATE},? (?P<year>\d{{4}})\b")
_PARTICLES = frozenset({"of", "the", "and", "de", "del", "du", "la"})
_HEAD = 400
_FEW = 3
"""Lines above an article's first long line that may say when it appeared."""
_LONG = 120
_STANDING_IN = 2000
_NEAR = dt.timedelta(days=120)
"""Two dates of one story without a year lie this near, or which came first is not certain."""
_TOLD = frozenset({"stated", "attributed"})
_AHEAD = re.compile(r"\b(?:by|until|till|before|due|from|through|scheduled for)\s*(?:the )?$", re.IGNORECASE)
_PRESENT = re.compile(r"^(?:is|are|am|be|has|have|.*ing)$")


def order(a: Reading, b: Reading) -> bool | None:
    """True where ``b`` came later than ``a``, False where earlier, None where that is not certain.

    Of articles without a date, a dateline counts ("KYIV, Feb 24 (XYZ) -"), or a full date above the text; where there
    is neither, the days on which it may have appeared by what the others tell; and an article that tells what happened
    on a day after the other's is the later one.
    """
    ours, theirs = _appeared(a), _appeared(b)
    if ours is not None and theirs is not None:
        return _compare(ours, theirs)
    by_window = _by_window(a, b)
    if by_window is not None:
        return by_window
    if ours is not None and _tells_past(b, ours):
        return True
    if theirs is not None and _tells_past(a, theirs):
        return False
    return None


class StatedDay(dt.date):
    """A day of the stand-in year where the text names none."""

    @property
    def yearless(self) -> bool:
        """True where only month and day are told."""
        return self.year == _STANDING_IN

    def in_year(self, year: int) -> dt.date:
        """The same month and day of a year; the last of the month where it is shorter."""
        return dt.date(year, self.month, min(self.day, calendar.monthrange(year, self.month)[1]))


def _compare(a: StatedDay, b: StatedDay) -> bool | None:
    if a.yearless == b.yearless:
        return None if a == b else a < b
    year = b.year if a.yearless else a.year
    one, other = a.in_year(year), b.in_year(year)
    return None if one == other or abs(one - other) > _NEAR else one < other


def _by_window(a: Reading, b: Reading) -> bool | None:
    """The order where it is the same on all days on which the two may have appeared."""
    ours, theirs = _window(a), _window(b)
    if ours is None or theirs is None:
        return None
    if ours.last < theirs.first:
        return True
    return False if theirs.last < ours.first else None


def days_between(first: Reading, last: Reading) -> int:
    """Days that passed at least from one report to a later one; 0 where that is not known."""
    ours, theirs = _window(first), _window(last)
    return max(0, (theirs.first - ours.last).days) if ours and theirs else 0


def _window(reading: Reading) -> Window | None:
    return reading.window or (Window(reading.day, reading.day) if reading.day else None)


def stated_day(text: str) -> StatedDay | None:
    """The day that stands in an article's dateline, above its text, or in a last line that is a paper and a date."""
    _, lines, last = text[-_HEAD:].rstrip().rpartition("\n")
    return _stated(text[:_HEAD]) or (_below(last) if lines else None)


@functools.lru_cache(maxsize=4096)
def _stated(text: str) -> StatedDay | None:
    above: list[str] = []
    for line in text.splitlines()[: 2 * _FEW]:
        if len(line) >= _LONG or len(above) == _FEW:
            match = _DATELINE.match(line)
            return _day(match) if match else _above(above)
        if line.strip():
            above.append(line)
    return None


def _above(lines: list[str]) -> StatedDay | None:
    found = [match for line in lines for match in _FULL.finditer(line)]
    return _day(found[0]) if len(found) == 1 else None


def _below(line: str) -> StatedDay | None:
    """Of "Harian Utara, Kota Kinabalu, Tuesday, 15 August 2017"; a sentence has words in small letters."""
    match = _FULL.search(line)
    if match is None or match.end() < len(line):
        return None
    before = line[: match.start()].split()
    names = all(word[0].isupper() or word in _PARTICLES for word in before)
    return _day(match) if names and (not before or before[-1].endswith(",")) else None


def _day(match: re.Match[str]) -> StatedDay | None:
    parts = match.groupdict()
    month = _MONTHS[(parts["month"] or parts["month2"])[:3].lower()]
    try:
        return StatedDay(int(parts["year"] or _STANDING_IN), month, int(parts["day"] or parts["day2"]))
    except ValueError:
        return None


def _appeared(reading: Reading) -> StatedDay | None:
    day = reading.day
    if day is not None:
        return StatedDay(day.year, day.month, day.day)
    return stated_day(reading.article.text)


def _tells_past(reading: Reading, day: StatedDay) -> bool:
    """True where an article tells what happened after ``day``."""
    return not day.yearless and any(_passed(reading, passage, day) for passage in reading.passages)


def _passed(reading: Reading, passage: Passage, day: StatedDay) -> bool:
    for period in passage.periods:
        if not period.fine or period.yearless or period.start.date() <= day:
            continue
        fact = fact_at(passage.facts, period.span)
        if fact is None or fact.status not in _TOLD or not any(x.span.overlaps(period.span) for x in fact.arguments):
            continue
        word = reading.text(fact.predicate.span).casefold().partition(" ")[0]
        before = reading.article.text[max(0, period.span.start - 20) : period.span.start]
        present = _PRESENT.match(word) or word in (fact.predicate.lemma, f"{fact.predicate.lemma}s")
        if not present and not _AHEAD.search(before):
            return True
    return False
