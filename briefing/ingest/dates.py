"""Dates of publication: from metadata, timestamps and datelines to ISO 8601.

Only what names a year, a month and a day becomes a date. What could be two dates (03/04/2009) becomes none.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import re
from typing import NamedTuple

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ZONES = {"gmt": 0, "utc": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "msk": 180, "est": -300, "edt": -240}
ZONES |= {"cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420}
"""Minutes east of Greenwich, as newspapers' timestamps abbreviate them."""
YEARS = range(1600, 2200)
MAX_LENGTH = 120

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WRITTEN = (
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.I),
    re.compile(r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b"),
    re.compile(r"\b(?P<first>\d{1,2})(?P<mark>[/-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})\b"),
)
_WITHOUT_YEAR = (
    re.compile(rf"\b{_DAY}\s+{_MONTH}(?!\w)", re.I),
    re.compile(rf"\b{_MONTH}\s+{_DAY}(?!\w)", re.I),
)
_CLOCK = re.compile(r"\b(?P<hour>[0-2]?\d)[:.]\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?\s?(?P<half>[ap]\.?\s?m\b\.?)?", re.I)
_ZONE = re.compile(r"\s*\(?([A-Z]{1,4})\b|\s*([+-]\d{2}):?(\d{2})\b")


_AROUND_A_DATE = frozenset(
    {"at", "on", "am", "pm", "updated", "posted", "published", "created", "story", "first", "last"}
)


class FoundDate(NamedTuple):
    """A date within a line: where it stands, and what it comes to (None where it names no year)."""

    start: int
    end: int
    iso: str | None


def parse_date(value: str | None) -> str | None:
    """ISO 8601 for a date of metadata, or None where it is none.

    Args:
        value: ISO 8601 (kept as written), RFC 2822, or a date as newspapers write it, with or without a time.
    """
    value = (value or "").strip()
    if not value or len(value) > MAX_LENGTH:
        return None
    return _iso(value) or _rfc(value) or _newspaper(value)


def find_dates(line: str) -> list[FoundDate]:
    """The dates in a short line, by start; overlapping readings are left out."""
    found = [
        FoundDate(match.start(), match.end(), _calendar(match)) for form in _WRITTEN for match in form.finditer(line)
    ]
    found = [date for date in found if date.iso]
    for form in _WITHOUT_YEAR:
        for match in form.finditer(line):
            if not any(date.start < match.end() and match.start() < date.end for date in found):
                found.append(FoundDate(match.start(), match.end(), None))
    return sorted(found)


def without_dates(line: str) -> str:
    """What is left of a line without its dates, times, zones and days of the week."""
    for date in reversed(find_dates(line)):
        line = f"{line[: date.start]} {line[date.end :]}"
    line = _CLOCK.sub(" ", line)
    kept = []
    for word in re.findall(r"[\w/'’]+", line):
        bare = word.casefold()
        named_day = bare[:3] in WEEKDAYS and bare.endswith(("day", *WEEKDAYS))
        if not (bare in ZONES or bare in _AROUND_A_DATE or named_day or bare.isdigit()):
            kept.append(word)
    return " ".join(kept)


def _iso(value: str) -> str | None:
    """Kept as written where it is the extended form; the basic form and a space instead of T are rewritten."""
    try:
        if len(value) <= len("2009-06-14"):
            day = dt.date.fromisoformat(value)
            return day.isoformat() if day.year in YEARS else None
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.year not in YEARS:
        return None
    return value if re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d", value) else moment.isoformat()


def _rfc(value: str) -> str | None:
    if "," not in value and ":" not in value:
        return None
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat() if moment.year in YEARS else None


def _newspaper(value: str) -> str | None:
    """A date, and its time where one stands after or before it with a zone that is known or with none."""
    for form in _WRITTEN:
        match = form.search(value)
        day = _calendar(match) if match else None
        if match is None or day is None:
            continue
        return day + _clock(f"{value[: match.start()]} \n{value[match.end() :]}")
    return None


def _calendar(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    try:
        if "first" in parts:
            first, second = int(parts["first"]), int(parts["second"])
            if first <= 12 and second <= 12 and first != second:
                return None
            day, month = (first, second) if second <= 12 else (second, first)
        else:
            day = int(parts["day"])
            written = parts["month"]
            month = int(written) if written.isdigit() else MONTHS.index(written[:3].casefold()) + 1
        date = dt.date(int(parts["year"]), month, day)
    except ValueError:
        return None
    return date.isoformat() if date.year in YEARS else None


def _clock(rest: str) -> str:
    """``T10:05:00+00:00`` for the time beside a date; empty where there is none, or its zone is unknown."""
    times = list(_CLOCK.finditer(rest))
    if len(times) != 1:
        return ""
    hour, minute = int(times[0]["hour"]), int(times[0]["minute"])
    half = (times[0]["half"] or "").casefold()
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23:
        return ""
    zone = _ZONE.match(rest, times[0].end())
    clock = f"T{hour:02}:{minute:02}:00"
    if zone is None:
        return clock
    if zone[1]:
        minutes = ZONES.get(zone[1].casefold())
        return "" if minutes is None else clock + _offset(minutes)
    return f"{clock}{zone[2]}:{zone[3]}"


def _offset(minutes: int) -> str:
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
