"""Text -> lexemes, with numbers read: what the components for times and quantities both stand on.

spaCy's tokens cut ``$1.2-billion``, ``22km`` and ``504p`` in ways that depend on what stands around them, so numbers
are read from the characters, in one pass whose cost grows with the length of the text alone. The parse joins in later,
by offsets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from briefing.nlp.numerals.figures import figure_at
from briefing.nlp.numerals.lexemes import LONGEST_FIGURE, Kind, Lexeme, split
from briefing.nlp.numerals.words import (
    MAGNITUDES,
    ORDINALS,
    SHORT,
    SMALL,
    TENS,
    Reading,
    lexeme_at,
    magnitude,
    part_of_magnitude,
    scaled,
    words_at,
)

__all__ = ["LONGEST_FIGURE", "MAGNITUDES", "SHORT", "SMALL", "TENS", "Kind", "Lexeme", "read", "scaled"]

_BEGINNING = frozenset({*SMALL, *TENS, *ORDINALS, "a", "an", "half", "quarter"})
"""Words with which a number may begin."""


@lru_cache(maxsize=1)
def read(text: str) -> Sequence[Lexeme]:
    """The lexemes of ``text``, each number ("twenty-three", "1.2 billion") and ordinal ("21st") being one.

    The last text's are kept: several components read the same one, one after the other.
    """
    return tuple(_numbers(list(split(text)), text))


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


def _number_at(lexemes: Sequence[Lexeme], i: int) -> Reading | None:
    """The number that begins at lexeme ``i``: (index of its last lexeme, value, kind, magnitude)."""
    first = lexemes[i]
    if first.kind == "number":
        return figure_at(lexemes, i)
    if first.kind != "word" or first.lower not in _BEGINNING:
        return None
    if first.lower in ORDINALS:
        return i, float(ORDINALS[first.lower]), "ordinal", 1.0
    if first.lower in SMALL or first.lower in TENS:
        return part_of_magnitude(lexemes, i) or words_at(lexemes, i)
    follows = lexeme_at(lexemes, i + 1)
    if part := part_of_magnitude(lexemes, i):
        return part
    if first.lower == "half" and follows:
        last, scale = magnitude(lexemes, i + 1 if follows.lower == "a" else i, words=True)
        if scale > 1:
            return last, scale / 2, "number", scale
    if first.lower in ("a", "an") and follows and follows.lower in MAGNITUDES and follows.lower not in SHORT:
        return words_at(lexemes, i)
    return None
