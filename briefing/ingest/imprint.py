"""The day in a line that tells of a report and is no sentence of it: "Radio Lipa, 5 July 2019. Text: Ana Ivova."."""

from __future__ import annotations

import re

from briefing.ingest.dates import find_dates, parse_date, without_dates

LONGEST = 160
_PARTS = re.compile(r"[.,;|·•–—()/]\s*|:\s+|\s-\s")
_MOST_WORDS = 6
_MOST_LOWERED = 2
"""Words without a capital in one part: "English page", "From our correspondent in Sofia"; more make a sentence."""
_SMALL = frozenset({"by", "from", "in", "of", "the", "and", "to", "for", "at", "on", "our", "a", "an", "own", "with"})


def imprint_date(line: str) -> str | None:
    """The day of a line that consists of short parts and one full date, which stands apart from them.

    Args:
        line: Of the head of a report, between its headline and its first paragraph.
    """
    if len(line) > LONGEST:
        return None
    dates = find_dates(line)
    if len(dates) != 1 or dates[0].iso is None:
        return None
    before, after = _PARTS.split(line[: dates[0].start]), _PARTS.split(line[dates[0].end :])
    beside = f"{before[-1]} {after[0]}"
    if any(not word[0].isupper() for word in without_dates(beside).split()) or len(without_dates(beside).split()) > 3:
        return None
    if not all(is_label(part) for part in (*before[:-1], *after[1:])):
        return None
    return parse_date(line)


def is_label(part: str, *, most: int = _MOST_WORDS) -> bool:
    """Whether words are few and hardly any of them without a capital, as in no sentence."""
    words = part.split()
    lowered = [word for word in words if word[0].islower() and word not in _SMALL]
    return len(words) <= most and len(lowered) <= _MOST_LOWERED
