"""The opening of a report that says where, when and by whom: "TASHKENT, Oct 21 (Reuters) - "."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.ingest.dates import find_dates
from briefing.ingest.outlets import agency

LONGEST = 120
"""No dateline reaches further into its paragraph, in code points."""
_SEPARATOR = re.compile(r"\s*(?:--+|—|–|\s-|\s_|(?<=\)):|(?<=\))-)(?=\s|\w|[\"'“‘])")
_CREDIT = re.compile(r"\(([^()]{2,60})\)")
_PLACE = re.compile(r"(?:St|Ft|Mt)?\.?\s?[^\W\d_][\w.'’/-]*(?:[\s,/|]+[^\W\d_][\w.'’-]*\.?){0,7}")
_CLOCK = re.compile(r"\s*\d{1,2}:\d\d")
_WEEKDAY = re.compile(r"\b(?:Mon|Tue|Wednes|Wed|Thurs|Thu|Fri|Satur|Sat|Sun)(?:day)?\b\.?")
_NOT_A_PLACE = re.compile(
    r"\b(?:the|and|but|his|her|a|an|it|he|she|they|we|in|on|at|is|was|has|of|file)\b", re.IGNORECASE
)


class Dateline(NamedTuple):
    """A dateline: its end in the paragraph (the separator included) and what it says."""

    end: int
    place: str | None
    agency: str | None
    date: str | None


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that a paragraph opens with, or None.

    It is one where the stretch before the first dash holds nothing but a place, a date and a credit, and shows it by a
    place in capitals, a credit in brackets alone, or a known agency.
    """
    head = paragraph[:LONGEST]
    for separator in _SEPARATOR.finditer(head):
        found = _read(head[: separator.start()], separator.end()) if separator.start() else None
        if found is not None and (found.agency or found.date or _opens_sentence(head[separator.end() :])):
            return found
    credit = _CREDIT.match(head)
    known = agency(credit[1]) if credit else None
    return Dateline(credit.end(), None, known, None) if credit and known else None


def _read(head: str, end: int) -> Dateline | None:
    credit = _CREDIT.search(head)
    signed = None
    rest = head
    if credit is not None:
        signed = credit[1].strip()
        rest = head[: credit.start()] + head[credit.end() :]
        if find_dates(signed):
            signed, rest = None, f"{head[: credit.start()]} {signed} {head[credit.end() :]}"
        if (signed and not (signed[0].isupper() or agency(signed))) or len((signed or "").split()) > 5:
            return None
    dates = find_dates(rest)
    if len(dates) > 1:
        return None
    for date in dates:
        rest = rest[: date.start] + (" " if _CLOCK.search(rest, date.end) else rest[date.end :])
    rest = _WEEKDAY.sub("", rest).strip(" ,|/")
    iso = dates[0].iso if dates else None
    if not rest:
        shown = signed is not None or iso is not None
        return Dateline(end, None, _spelled(signed), iso) if shown else None
    tail = rest.rsplit(",", 1)[-1].strip()
    if signed is None and dates and "," in rest and (known := agency(tail)):
        signed, rest = known, rest.rsplit(",", 1)[0].strip(" ,")
    return Dateline(end, _city(rest), _spelled(signed), iso) if _is_place(rest, signed, bool(dates)) else None


def _is_place(words: str, signed: str | None, dated: bool) -> bool:
    """Capitals ("NEW DELHI", "ST. PETERSBURG, Fla."), or a city as usually spelled beside a date or a known agency."""
    if not _PLACE.fullmatch(words) or _NOT_A_PLACE.search(words):
        return False
    city = re.split(r"[,|]", words, maxsplit=1)[0]
    capitals = sum(character.isupper() for character in city)
    if capitals >= 2 and city == city.upper():
        return signed is not None or dated or len(words.split()) <= 5
    few = len(city.split()) <= 3 and all(word[0].isupper() for word in words.split() if word[0].isalpha())
    return few and signed is not None and (dated or agency(signed) is not None)


def _opens_sentence(words: str) -> bool:
    """False for "NATO - the alliance that ...": capitals alone are a place only where a sentence follows."""
    return not words.lstrip(" \"'“‘")[:1].islower()


def _city(words: str) -> str:
    return re.split(r"[,|]", words, maxsplit=1)[0].strip()


def _spelled(signed: str | None) -> str | None:
    return (agency(signed) or signed) if signed else None
