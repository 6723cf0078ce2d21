"""Datelines: "ADDIS ABABA, Feb 9 (Horn of Africa Newswire) -", "SEOUL/TOKYO (Kyodo) --"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from briefing.nlp.names import lexicon
from briefing.nlp.names.spans import Coverage, Name
from briefing.nlp.names.words import Words
from briefing.nlp.names.zones import SILENT

LONGEST = 24
"""Tokens within which a dateline must come to its dash or bracket."""
PLACE = 4
"""Words of a place's name."""
_ENDS = frozenset({"-", "–", "—", "--", "―"})
SURE = 3.0
"""Worth of a dateline's label beside the recogniser's 1."""


def by_dateline(doc: Doc, kinds: list[str], words: Words, cover: Coverage) -> Iterator[Name]:
    """Places in capitals that open a line with a dateline, and what stands in its brackets."""
    for start in words.lines:
        if start >= len(doc) or kinds[start] in SILENT or not words.texts[start].isupper():
            continue
        end = _end_of(words, start)
        if not end:
            continue
        for name in _places(doc, words, start, end):
            cover.take(name)
            yield name
        credit = _credit(doc, words, start, end)
        if credit is not None and cover.free(credit.start, credit.end):
            cover.take(credit)
            yield credit


def _end_of(words: Words, start: int) -> int:
    """The token behind which the reporting begins; 0 where the line has no dateline."""
    for at in range(start + 1, min(len(words.texts), start + LONGEST)):
        text = words.texts[at]
        if "\n" in text:
            return 0
        if text in _ENDS and words.texts[at - 1] not in _ENDS:
            return at
    return 0


def _places(doc: Doc, words: Words, start: int, end: int) -> Iterator[Name]:
    """The places before the first comma, bracket or dash, one or more with strokes between."""
    at = first = start
    while at <= end and at - start < 3 * PLACE:
        text = words.texts[at]
        if text == "/" or not _is_loud(words, at):
            if first < at <= first + PLACE + 2 and (text == "/" or text in _ENDS or text in (",", "(")):
                key = lexicon.key_of(doc[first:at].text)
                if key and key not in lexicon.agencies() and not set(key) <= lexicon.JUNK:
                    yield Name(first, at, "GPE", SURE, "dateline", "", key)
            if text != "/":
                return
            first = at + 1
        at += 1


def _is_loud(words: Words, at: int) -> bool:
    """True for a word in capitals, a hyphen or apostrophe inside one."""
    text = words.texts[at]
    return (text.isupper() and not text.endswith(":")) or (text in ("-", "'", "’") and words.texts[at + 1].isupper())


def _credit(doc: Doc, words: Words, start: int, end: int) -> Name | None:
    """The agency in brackets right before the dash: "(Horn of Africa Newswire) -"."""
    if words.texts[end - 1] != ")":
        return None
    first = end - 2
    while first > start and words.texts[first] != "(":
        first -= 1
    if not 1 <= end - 2 - first <= 6 or not words.texts[first + 1][0].isupper():
        return None
    if any(text.isdigit() or text.lower() in ("by", "reporting") for text in words.texts[first:end]):
        return None
    key = lexicon.key_of(doc[first + 1 : end - 1].text)
    return Name(first + 1, end - 1, "ORG", SURE, "dateline", "", key) if key else None
