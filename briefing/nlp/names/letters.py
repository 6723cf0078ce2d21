"""A name in its own letters, in brackets behind it in Latin ones: "Mahmoud Darwish (محمود درويش)"."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from spacy.tokens import Doc

from briefing.nlp.names.spans import Coverage, Name

LONGEST = 8
"""More tokens than a name in other letters has."""


def in_own_letters(doc: Doc, names: list[Name], cover: Coverage) -> Iterator[Name]:
    """Such names, known by the words of the name in front; those the recogniser saw already are only renamed."""
    seen = {name.start: name for name in names}
    for name in list(names):
        end = _end(doc, name.end) if name.end < len(doc) else 0
        if not end:
            continue
        start = name.end + 1
        other = seen.get(start)
        if other is not None and other.end == end:
            other.key, other.label, other.weight, other.rule = name.key, name.label, 0.0, "in its own letters"
        elif cover.free(start, end):
            found = Name(start, end, name.label, 0.0, "in its own letters", "", name.key)
            cover.take(found)
            yield found


def _end(doc: Doc, at: int) -> int:
    """Where the letters end in a bracket that opens at ``at``; 0 where there is none, or something else is in it."""
    if doc[at].text != "(":
        return 0
    end = at + 1
    while end < len(doc) and end - at <= LONGEST and _is_foreign(doc[end].text):
        end += 1
    return end if at + 1 < end < len(doc) and doc[end].text == ")" else 0


def _is_foreign(text: str) -> bool:
    return not text.isascii() and text.isalpha() and not is_latin(text)


def is_latin(text: str) -> bool:
    """True for words in Latin letters, with or without accents."""
    return text.isascii() or all(unicodedata.name(char, "").startswith("LATIN") for char in text if char.isalpha())
