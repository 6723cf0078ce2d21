"""Numbers in figures, with what belongs to them: "1.2 billion", "3/4", "2½", "1.3 x 10^6", "21st"."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.nlp.numerals.lexemes import VULGAR, Lexeme
from briefing.nlp.numerals.words import Reading, after_half, lexeme_at, magnitude, scaled

_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_CROSSES = frozenset("x×*")
_LARGEST_POWER = 40
_SLASHES = frozenset("/⁄")
_DENOMINATORS = frozenset({2, 3, 4, 5, 8, 10, 16, 32, 64, 128})


def figure_at(lexemes: Sequence[Lexeme], i: int) -> Reading:
    """The number whose figures are lexeme ``i``, with a fraction, power, magnitude or ordinal ending behind them."""
    value, last = lexemes[i].value, i
    part = _part_at(lexemes, i)
    if part is not None:
        return i + 2, part, "number", 1.0
    after = lexeme_at(lexemes, i + 1)
    if after and after.kind == "number" and (part := _part_at(lexemes, i + 1)) is not None and value == int(value):
        return i + 3, value + part, "number", 1.0
    if after and not after.spaced and after.lower in _ENDINGS and value == int(value):
        return i + 1, value, "ordinal", 1.0
    if after and after.text in VULGAR and value == int(value):
        value, last = value + after.value, i + 1
    half = after_half(lexemes, last)
    if half:
        value, last = value + half[1], half[0]
    if power := _power(lexemes, last + 1):
        last, exponent = power
        return last, value * 10.0**exponent if exponent > 0 else value / 10.0**-exponent, "number", 1.0
    last, scale = magnitude(lexemes, last, words=False)
    if scale >= 1e6 and half is None and (half := after_half(lexemes, last)):
        last, value = half[0], value + half[1]
    return last, scaled(value, scale), "number", scale


def _power(lexemes: Sequence[Lexeme], at: int) -> tuple[int, int] | None:
    """The power of ten that begins at lexeme ``at``, as in "1.3 x 10^6", "2×10⁻³": its last lexeme and exponent."""
    if at + 2 >= len(lexemes) or lexemes[at].text not in _CROSSES or lexemes[at + 1].text != "10":
        return None
    caret = lexemes[at + 2].text == "^"
    figures, last = "", at + 2 + caret
    while (lexeme := lexeme_at(lexemes, last)) is not None and not lexeme.spaced and len(figures) < 4:
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
