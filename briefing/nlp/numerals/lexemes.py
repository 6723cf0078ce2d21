"""Text -> words, figures and signs: the first of two steps, in which no number is read over several words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

Kind = Literal["word", "number", "ordinal", "clock", "date", "symbol"]

LONGEST_FIGURE = 24
"""More digits than this are an identifier, not a number; they are never converted."""
HYPHENS = frozenset("-‐‑")
VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5} | {
    "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
_GROUPING = str.maketrans("", "", ", \u00a0\u2009\u202f")

_LEXEME = re.compile(
    r"""
    (?P<plain>[A-Za-z]++(?![\w.'’]))
  | (?P<date>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)
            |\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)
            |(?<![\d-])\d{1,2}-\d{1,2}-\d{4}(?![\d-])|\d{4}/\d{1,2}/\d{1,2}(?![\d/])|\d{4}\.\d{1,2}\.\d{1,2}(?![\d.]))
  | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
  | (?P<figure>\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?![\d])(?:\.\d+)?
            |(?<![\w.,+-])[1-9]\d{0,2}(?:(?:[\u00a0\u2009\u202f]\d{3}){1,6}|(?:\ \d{3}){2,6}|\ 000)(?:\.\d+)?(?![,-]?\d)
            |\d+(?:\.\d+)?|(?<!\w)\.\d+)
  | (?P<word>o['’]clock|[AaPp]\.\s?[Mm]\.?(?![^\W\d_])|(?:[A-Z]\.){2,4}
            |(?<!\w)(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.
            |[^\W\d_]+)
  | (?P<symbol>\S)
    """,
    re.VERBOSE,
)


class Lexeme(msgspec.Struct, frozen=True, gc=False):
    """A word, number or sign of the text.

    Attributes:
        start, end: Code points.
        text: As written.
        lower: In lower case; an abbreviation of a month or day without its full stop.
        kind: What it is; a number may be several words ("two and a half million").
        value: Of a number or ordinal.
        spaced: White space (or nothing) stands before it.
        figures: Written in figures, at least in part.
        scaled: The magnitude that was read as a part of it (1e9 in ``1.2-billion``), 1 without one.
    """

    start: int
    end: int
    text: str
    lower: str
    kind: Kind
    value: float = 0.0
    spaced: bool = True
    figures: bool = False
    scaled: float = 1.0


def split(text: str) -> Iterator[Lexeme]:
    """The lexemes of ``text`` as they stand; words of a number are still apart."""
    end = 0
    for found in _LEXEME.finditer(text):
        words, kind, (start, stop) = found.group(), found.lastgroup, found.span()
        spaced = start > end or start == 0
        end, lower = stop, words.lower()
        if kind == "plain":  # nine in ten
            yield Lexeme(start, end, words, lower, "word", 0.0, spaced)
            continue
        value, figures = 0.0, False
        if kind == "figure":
            kind = "number" if len(words) <= LONGEST_FIGURE else "symbol"
            value, figures = (float(words.translate(_GROUPING)) if kind == "number" else 0.0), True
        elif words in VULGAR:
            kind, value, figures = "number", VULGAR[words], True
        if kind == "word" and lower.count(".") == 1:
            lower = lower.rstrip(".")
        yield Lexeme(start, end, words, lower, kind, value, spaced, figures)  # type: ignore[arg-type]
