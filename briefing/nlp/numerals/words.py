"""Numbers in words: "twenty-three", "two hundred and five", "one and a half million", "three-quarters of a million"."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from importlib.resources import files

from briefing.nlp.numerals.lexemes import HYPHENS, Kind, Lexeme

_TABLE = tomllib.loads(files(__package__).joinpath("numerals.toml").read_text("utf-8"))
SMALL: dict[str, int] = {word: value for value, word in enumerate(_TABLE["small"])}
TENS: dict[str, int] = {word: 10 * value for value, word in enumerate(_TABLE["tens"], 2)}
SHORT: dict[str, float] = _TABLE["short_magnitudes"]
MAGNITUDES: dict[str, float] = _TABLE["magnitudes"] | SHORT
ORDINALS = {word: value for value, word in enumerate(_TABLE["ordinals"], 1)} | {
    word[:-1] + "ieth": value for word, value in TENS.items()
}
_MOST_MAGNITUDES = 3

Reading = tuple[int, float, Kind, float]
"""Of a number: its last lexeme, its value, its kind, and the magnitude that was read as a part of it."""


def words_at(lexemes: Sequence[Lexeme], i: int) -> Reading:
    """Number words from ``i`` on: "twenty-three", "two hundred and five", "one and a half million"."""
    total, part, last, scale_read = 0.0, 0.0, i - 1, 1.0
    added, at = 0.0, i
    if lexemes[i].lower in ("a", "an"):
        part, last, at = 1.0, i, i + 1
    while (lexeme := lexeme_at(lexemes, at)) is not None and at < i + 24:
        word, joined = lexeme.lower, at > i
        hyphen = joined and lexeme.text in HYPHENS and not lexeme.spaced
        if (hyphen and _continues(lexeme_at(lexemes, at + 1), part)) or (
            joined
            and word == "and"
            and last >= i
            and scale_read > 1
            and _continues(lexeme_at(lexemes, at + 1), 0.0)
            and not _names_parts(lexeme_at(lexemes, at + 2))
        ):
            at += 1
            continue
        if word in SMALL and _fits(part, SMALL[word]):
            part += SMALL[word]
        elif word in TENS and part % 100 == 0:
            part += TENS[word]
        elif word in ORDINALS and joined and lexemes[at - 1].text in HYPHENS and _fits(part, ORDINALS[word]):
            if part % 10 == 0 and part >= 20 and ORDINALS[word] < 10:
                return at, total + part + ORDINALS[word], "ordinal", 1.0
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
        last, scale = magnitude(lexemes, decimals[0], words=True)
        return last, scaled(value + decimals[1], scale), "number", scale
    half = after_half(lexemes, last)
    if half and scale_read >= 1e6:
        return half[0], value + half[1] * scale_read, "number", scale_read
    if half and total == 0:
        last, scale = magnitude(lexemes, half[0], words=True)
        return last, scaled(value + half[1], scale), "number", scale
    return last, value, "number", scale_read


def part_of_magnitude(lexemes: Sequence[Lexeme], i: int) -> Reading | None:
    """As in "a quarter of a million", "three-quarters of a million", "quarter million"."""
    at, count = i, 1.0
    if lexemes[at].lower in ("a", "one", "three"):
        count, at = (3.0 if lexemes[at].lower == "three" else 1.0), at + 1
        if (hyphen := lexeme_at(lexemes, at)) and hyphen.text in HYPHENS:
            at += 1
    quarter = lexeme_at(lexemes, at)
    if quarter is None or quarter.lower != ("quarters" if count > 1 else "quarter"):
        return None
    after = [lexeme.lower for lexeme in lexemes[at + 1 : at + 3]]
    if after in (["of", "a"], ["of", "one"]):
        at += 2
    last, scale = magnitude(lexemes, at, words=True)
    return (last, count * scale / 4, "number", scale) if scale >= 1e6 else None


def _decimals(lexemes: Sequence[Lexeme], at: int) -> tuple[int, float] | None:
    """As in "(five) point seven five", "(two) point seventy-one": the last lexeme and what is behind the point."""
    if (point := lexeme_at(lexemes, at)) is None or point.lower != "point":
        return None
    digits, last = "", at
    while (lexeme := lexeme_at(lexemes, last + 1)) is not None and len(digits) < 6:
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
    if lexeme.lower in ORDINALS:
        return part % 10 == 0 and part >= 20
    return lexeme.lower in TENS or (lexeme.lower in MAGNITUDES and lexeme.lower not in SHORT)


def _fits(part: float, value: int) -> bool:
    """Whether a small number may follow what is read: "twenty three", "hundred five", never "two three"."""
    if part == 0:
        return True
    return part % 100 == 0 or (part % 10 == 0 and 20 <= part % 100 <= 90 and 0 < value < 10)


def after_half(lexemes: Sequence[Lexeme], last: int) -> tuple[int, float] | None:
    """The "and a half" or "and a quarter" behind lexeme ``last``: its last lexeme and its value."""
    words = tuple(lexeme.lower for lexeme in lexemes[last + 1 : last + 4])
    if words[:1] and words[0] in HYPHENS and [lexeme.spaced for lexeme in lexemes[last + 1 : last + 7]] == [False] * 6:
        hyphened = [lexeme.lower for lexeme in lexemes[last + 1 : last + 7]]
        if hyphened[1::2] == ["and", "a", "half"] and all(mark in HYPHENS for mark in hyphened[::2]):
            return last + 6, 0.5
    if words == ("and", "a", "half"):
        return last + 3, 0.5
    if words == ("and", "a", "quarter"):
        return last + 3, 0.25
    return None


def magnitude(lexemes: Sequence[Lexeme], last: int, *, words: bool) -> tuple[int, float]:
    """Magnitudes after lexeme ``last`` ("million", "-billion", "hundred million", "bn") and their product."""
    scale = 1.0
    for _ in range(_MOST_MAGNITUDES):
        at = last + 1
        hyphen = lexeme_at(lexemes, at)
        if hyphen and hyphen.text in HYPHENS and not hyphen.spaced:
            at += 1
        lexeme = lexeme_at(lexemes, at)
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


def lexeme_at(lexemes: Sequence[Lexeme], i: int) -> Lexeme | None:
    """Lexeme ``i``, or None where the text has no such."""
    return lexemes[i] if 0 <= i < len(lexemes) else None
