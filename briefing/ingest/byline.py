"""Bylines: "By Olga Brandt", "From Olga Brandt in Tashkent", "Olga Brandt, diplomatic correspondent"."""

from __future__ import annotations

import re

from briefing.ingest.dates import find_dates
from briefing.ingest.outlets import agency

LONGEST = 120
_OPENING = re.compile(r"(?:written |reported )?by:?\s+|from\s+(?=\S+ \S+.* in )|words:\s+", re.IGNORECASE)
_FROM = re.compile(r"^(?:by|from):?\s+", re.IGNORECASE)
_PARTICLES = frozenset(
    {
        "de",
        "da",
        "di",
        "du",
        "del",
        "della",
        "der",
        "den",
        "van",
        "von",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "ter",
        "and",
        "&",
        "y",
    }
)
_ROLE = re.compile(
    r"\b(?:correspondent|editor|reporter|writer|staff|bureau|columnist|analyst|agencies|contributor)\b", re.IGNORECASE
)
_PLACED = re.compile(r"\s+in\s+(?=[A-Z])|\s+at\s+(?=[A-Z])|,\s+|\s+\|\s+|\s+for\s+(?=[A-Z])")


def read_byline(line: str) -> str | None:
    """Who wrote it, as the line spells it without "By"; None where the line is no byline."""
    line = _before_its_date(line.strip(" *_"))
    if len(line) > LONGEST or (line.endswith(".") and not re.search(r"\b\w\.$", line)):
        return None
    opening = _OPENING.match(line)
    rest = line[opening.end() :] if opening else line
    parts = _PLACED.split(rest)
    if opening is None:
        if not _is_name(parts[0]) or not _ROLE.search(rest[len(parts[0]) :]):
            return None
    elif not (_is_name(parts[0]) or (_ROLE.search(parts[0]) and parts[0][0].isupper())):
        return None
    return rest.strip(" ,") if len(rest.split()) <= 14 else None


def _before_its_date(line: str) -> str:
    """As "By Olga Brandt" of "By Olga Brandt | 12 June 2018, 14:05"."""
    date = next((date for date in find_dates(line[:LONGEST]) if date.iso), None)
    return line[: date.start].rstrip(" ,;|·•–—-(/") if date is not None and date.start else line


def read_agency_line(line: str) -> str | None:
    """The agency that a byline names in a person's place: "By Reuters", "AFP in Minsk"; None for any other line."""
    line = line.strip(" *_")
    if len(line) > LONGEST or line.endswith("."):
        return None
    first, *rest = _PLACED.split(_FROM.sub("", line))
    return agency(first) if all(len(part.split()) <= 3 for part in rest) else None


def _is_name(words: str) -> bool:
    """Two to eight capitalised words, particles and "and" among them; one word counts in capitals only."""
    parts = words.split()
    if not parts or len(parts) > 8 or any(character.isdigit() for character in words):
        return False
    named = [part for part in parts if part.casefold() not in _PARTICLES]
    return len(named) >= 2 and all(part[0].isupper() or part[:2].casefold() in {"al", "el", "d'"} for part in named)
