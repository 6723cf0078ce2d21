"""Text -> lexemes, with numbers read: what the components for times and quantities both stand on.

spaCy's tokens cut ``$1.2-billion``, ``22km`` and ``504p`` in ways that depend on what stands around them, so numbers
are read from the characters, in one pass whose cost grows with the length of the text alone. The parse joins in later,
by offsets.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec.structs import replace

Kind = Literal["word", "number", "ordinal", "clock", "date", "symbol"]

LONGEST_FIGURE = 24
"""More digits than this are an identifier, not a number; they are never converted."""

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

_TABLE = tomllib.loads(files(__package__).joinpath("numerals.toml").read_text("utf-8"))
SMALL: dict[str, int] = {word: value for value, word in enumerate(_TABLE["small"])}
TENS: dict[str, int] = {word: 10 * value for value, word in enumerate(_TABLE["tens"], 2)}
SHORT: dict[str, float] = _TABLE["short_magnitudes"]
MAGNITUDES: dict[str, float] = _TABLE["magnitudes"] | SHORT
_ORDINALS = {word: value for value, word in enumerate(_TABLE["ordinals"], 1)} | {
    word[:-1] + "ieth": value for word, value in TENS.items()
}
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_VULGAR = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5} | {
    "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_CROSSES = frozenset("x×*")
_LARGEST_POWER = 40
_GROUPING = str.maketrans("", "", ", \u00a0\u2009\u202f")
_HYPHENS = frozenset("-‐‑")
_MOST_MAGNITUDES = 3
_SLASHES = frozenset("/⁄")
_DENOMINATORS = frozenset({2, 3, 4, 5, 8, 10, 16, 32, 64, 128})


_BEGINNING = frozenset({*SMALL, *TENS, *_ORDINALS, "a", "an", "half", "quarter"})
"""Words with which a number may begin."""


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


@lru_cache(maxsize=1)
def read(text: str) -> Sequence[Lexeme]:
    """The lexemes of ``text``, each number ("twenty-three", "1.2 billion") and ordinal ("21st") being one.

    The last text's are kept: several components read the same one, one after the other.
    """
    return tuple(_numbers(list(_split(text)), text))


def _split(text: str) -> Iterator[Lexeme]:
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
        elif words in _VULGAR:
            kind, value, figures = "number", _VULGAR[words], True
        if kind == "word" and lower.count(".") == 1:
            lower = lower.rstrip(".")
        yield Lexeme(start, end, words, lower, kind, value, spaced, figures)  # type: ignore[arg-type]


def _numbers(lexemes: Sequence[Lexeme], text: str) -> Iterator[Lexeme]:
    i = 0
    while i < len(lexemes):
        taken = _number_at(lexemes, i)
        if taken is None:
            yield lexemes[i]
            i += 1
            continue
        last, value, kind, scaled = taken
        first = lexemes[i]
        words = text[first.start : lexemes[last].end]
        figures = any(lexeme.figures for lexeme in lexemes[i : last + 1])
        yield replace(
            first,
            end=lexemes[last].end,
            text=words,
            lower=words.lower(),
            kind=kind,
            value=value,
            figures=figures,
            scaled=scaled,
        )
        i = last + 1


def _number_at(lexemes: Sequence[Lexeme], i: int) -> tuple[int, float, Kind, float] | None:
    """The number that begins at lexeme ``i``: (index of its last lexeme, value, kind, magnitude)."""
    first = lexemes[i]
    if first.kind == "number":
        return _figure_at(lexemes, i)
    if first.kind != "word" or first.lower not in _BEGINNING:
        return None
    if first.lower in _ORDINALS:
        return i, float(_ORDINALS[first.lower]), "ordinal", 1.0
    if first.lower in SMALL or first.lower in TENS:
        return _part_of_magnitude(lexemes, i) or _words_at(lexemes, i)
    follows = _at(lexemes, i + 1)
    if part := _part_of_magnitude(lexemes, i):
        return part
    if first.lower == "half" and follows:
        last, scale = _magnitude(lexemes, i + 1 if follows.lower == "a" else i, words=True)
        if scale > 1:
            return last, scale / 2, "number", scale
    if first.lower in ("a", "an") and follows and follows.lower in MAGNITUDES and follows.lower not in SHORT:
        return _words_at(lexemes, i)
    return None


def _part_of_magnitude(lexemes: Sequence[Lexeme], i: int) -> tuple[int, float, Kind, float] | None:
    """As in "a quarter of a million", "three-quarters of a million", "quarter million"."""
    at, count = i, 1.0
    if lexemes[at].lower in ("a", "one", "three"):
        count, at = (3.0 if lexemes[at].lower == "three" else 1.0), at + 1
        if (hyphen := _at(lexemes, at)) and hyphen.text in _HYPHENS:
            at += 1
    quarter = _at(lexemes, at)
    if quarter is None or quarter.lower != ("quarters" if count > 1 else "quarter"):
        return None
    after = [lexeme.lower for lexeme in lexemes[at + 1 : at + 3]]
    if after in (["of", "a"], ["of", "one"]):
        at += 2
    last, scale = _magnitude(lexemes, at, words=True)
    return (last, count * scale / 4, "number", scale) if scale >= 1e6 else None


def _figure_at(lexemes: Sequence[Lexeme], i: int) -> tuple[int, float, Kind, float]:
    value, last = lexemes[i].value, i
    part = _part_at(lexemes, i)
    if part is not None:
        return i + 2, part, "number", 1.0
    after = _at(lexemes, i + 1)
    if after and after.kind == "number" and (part := _part_at(lexemes, i + 1)) is not None and value == int(value):
        return i + 3, value + part, "number", 1.0
    if after and not after.spaced and after.lower in _ENDINGS and value == int(value):
        return i + 1, value, "ordinal", 1.0
    if after and after.text in _VULGAR and value == int(value):
        value, last = value + after.value, i + 1
    half = _and_a_half(lexemes, last)
    if half:
        value, last = value + half[1], half[0]
    if power := _power(lexemes, last + 1):
        last, exponent = power
        return last, value * 10.0**exponent if exponent > 0 else value / 10.0**-exponent, "number", 1.0
    last, scale = _magnitude(lexemes, last, words=False)
    if scale >= 1e6 and half is None and (half := _and_a_half(lexemes, last)):
        last, value = half[0], value + half[1]
    return last, scaled(value, scale), "number", scale


def _power(lexemes: Sequence[Lexeme], at: int) -> tuple[int, int] | None:
    """The power of ten that begins at lexeme ``at``, as in "1.3 x 10^6", "2×10⁻³": its last lexeme and exponent."""
    if at + 2 >= len(lexemes) or lexemes[at].text not in _CROSSES or lexemes[at + 1].text != "10":
        return None
    caret = lexemes[at + 2].text == "^"
    figures, last = "", at + 2 + caret
    while (lexeme := _at(lexemes, last)) is not None and not lexeme.spaced and len(figures) < 4:
        mark = lexeme.text.translate(_RAISED).replace("−", "-")
        if not (mark.isascii() and (mark.isdecimal() or (mark == "-" and not figures))):
            break
        figures, last = figures + mark, last + 1
    if not figures.lstrip("-") or abs(int(figures)) > _LARGEST_POWER:
        return None
    return last - 1, int(figures)


def _part_at(lexemes: Sequence[Lexeme], i: int) -> float | None:
    """The part of one written "3/4" at lexeme ``i`` in front of a word; "24/7" and "9/11" are none."""
    if i + 3 >= len(lexemes) or lexemes[i + 1].text not in _SLASHES or lexemes[i + 2].kind != "number":
        return None
    if lexemes[i + 1].spaced or lexemes[i + 2].spaced or not lexemes[i].text.isdecimal():
        return None
    above, below = lexemes[i].value, lexemes[i + 2].value
    after = lexemes[i + 3]
    if not 0 < above < below or below not in _DENOMINATORS:
        return None
    if after.kind != "word" or not after.spaced or after.text[0].isupper():
        return None
    return above / below


def _words_at(lexemes: Sequence[Lexeme], i: int) -> tuple[int, float, Kind, float]:
    """Number words from ``i`` on: "twenty-three", "two hundred and five", "one and a half million"."""
    total, part, last, scale_read = 0.0, 0.0, i - 1, 1.0
    added, at = 0.0, i
    if lexemes[i].lower in ("a", "an"):
        part, last, at = 1.0, i, i + 1
    while (lexeme := _at(lexemes, at)) is not None and at < i + 24:
        word, joined = lexeme.lower, at > i
        hyphen = joined and lexeme.text in _HYPHENS and not lexeme.spaced
        if (hyphen and _continues(_at(lexemes, at + 1), part)) or (
            joined
            and word == "and"
            and last >= i
            and scale_read > 1
            and _continues(_at(lexemes, at + 1), 0.0)
            and not _names_parts(_at(lexemes, at + 2))
        ):
            at += 1
            continue
        if word in SMALL and _fits(part, SMALL[word]):
            part += SMALL[word]
        elif word in TENS and part % 100 == 0:
            part += TENS[word]
        elif word in _ORDINALS and joined and lexemes[at - 1].text in _HYPHENS and _fits(part, _ORDINALS[word]):
            if part % 10 == 0 and part >= 20 and _ORDINALS[word] < 10:
                return at, total + part + _ORDINALS[word], "ordinal", 1.0
            break
        elif word in MAGNITUDES and word not in SHORT and joined:
            scale = MAGNITUDES[word]
            if scale == 100:
                part = max(part, 1.0) * scale
            elif part == 0 and added:
                total, added = total + added * (scale - 1), added * scale
            else:
                added = max(part, 1.0) * scale
                total, part = total + added, 0.0
            scale_read = max(scale_read, scale)
        else:
            break
        last = at
        at += 1
    value = total + part
    if total == 0 and (decimals := _decimals(lexemes, last + 1)):
        last, scale = _magnitude(lexemes, decimals[0], words=True)
        return last, scaled(value + decimals[1], scale), "number", scale
    half = _and_a_half(lexemes, last)
    if half and scale_read >= 1e6:
        return half[0], value + half[1] * scale_read, "number", scale_read
    if half and total == 0:
        last, scale = _magnitude(lexemes, half[0], words=True)
        return last, scaled(value + half[1], scale), "number", scale
    return last, value, "number", scale_read


def _decimals(lexemes: Sequence[Lexeme], at: int) -> tuple[int, float] | None:
    """As in "(five) point seven five", "(two) point seventy-one": the last lexeme and what is behind the point."""
    if (point := _at(lexemes, at)) is None or point.lower != "point":
        return None
    digits, last = "", at
    while (lexeme := _at(lexemes, last + 1)) is not None and len(digits) < 6:
        if lexeme.lower not in SMALL or (digits and SMALL[lexeme.lower] > 9):
            break
        digits, last = digits + str(SMALL[lexeme.lower]), last + 1
    return (last, float("0." + digits)) if digits else None


def _names_parts(lexeme: Lexeme | None) -> bool:
    """As in "five billion and three quarters": the last word."""
    return lexeme is not None and lexeme.lower in ("quarters", "thirds", "halves", "fifths", "tenths")


def _continues(lexeme: Lexeme | None, part: float) -> bool:
    if lexeme is None:
        return False
    if lexeme.lower in SMALL:
        return _fits(part, SMALL[lexeme.lower])
    if lexeme.lower in _ORDINALS:
        return part % 10 == 0 and part >= 20
    return lexeme.lower in TENS or (lexeme.lower in MAGNITUDES and lexeme.lower not in SHORT)


def _fits(part: float, value: int) -> bool:
    """Whether a small number may follow what is read: "twenty three", "hundred five", never "two three"."""
    if part == 0:
        return True
    return part % 100 == 0 or (part % 10 == 0 and 20 <= part % 100 <= 90 and 0 < value < 10)


def _and_a_half(lexemes: Sequence[Lexeme], last: int) -> tuple[int, float] | None:
    words = tuple(lexeme.lower for lexeme in lexemes[last + 1 : last + 4])
    if words[:1] and words[0] in _HYPHENS and [lexeme.spaced for lexeme in lexemes[last + 1 : last + 7]] == [False] * 6:
        hyphened = [lexeme.lower for lexeme in lexemes[last + 1 : last + 7]]
        if hyphened[1::2] == ["and", "a", "half"] and all(mark in _HYPHENS for mark in hyphened[::2]):
            return last + 6, 0.5
    if words == ("and", "a", "half"):
        return last + 3, 0.5
    if words == ("and", "a", "quarter"):
        return last + 3, 0.25
    return None


def _magnitude(lexemes: Sequence[Lexeme], last: int, *, words: bool) -> tuple[int, float]:
    """Magnitudes after lexeme ``last`` ("million", "-billion", "hundred million", "bn") and their product."""
    scale = 1.0
    for _ in range(_MOST_MAGNITUDES):
        at = last + 1
        hyphen = _at(lexemes, at)
        if hyphen and hyphen.text in _HYPHENS and not hyphen.spaced:
            at += 1
        lexeme = _at(lexemes, at)
        if lexeme is None or lexeme.lower not in MAGNITUDES or (words and lexeme.lower in SHORT):
            return last, scale
        if scale > 1 and MAGNITUDES[lexeme.lower] < scale:
            return last, scale
        scale *= MAGNITUDES[lexeme.lower]
        last = at
    return last, scale


def scaled(value: float, scale: float) -> float:
    """``value`` times ``scale`` without what floats leave over: 2.07 billion are 2070000000."""
    product = value * scale
    whole = round(product) if abs(product) < 1e18 else product
    return float(whole) if abs(product - whole) <= 1e-9 * abs(product) else product


def _at(lexemes: Sequence[Lexeme], i: int) -> Lexeme | None:
    return lexemes[i] if 0 <= i < len(lexemes) else None
