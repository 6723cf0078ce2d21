"""The recogniser's spans, cut where they run over more than one name and put together where they are half of one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from briefing.model import EntityType
from briefing.nlp.names import lexicon

LABELS: dict[str, EntityType] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "FAC",
    "NORP": "NORP",
    "EVENT": "EVENT",
    "PRODUCT": "PRODUCT",
    "WORK_OF_ART": "WORK",
    "LAW": "LAW",
}
"""The recogniser's labels that are names, and ours for them."""

Piece = tuple[EntityType, int, int]
"""A label, and the tokens from and to."""

_DASHES = frozenset({"-", "–", "—", "--"})
_LEGAL = frozenset({"inc", "plc", "ltd", "llc", "corp", "gmbh", "llp"})
_BRACKETS = frozenset("()[]")
_STANDING = frozenset({"in", "on", "near", "at", "off", "outside", "for", "from", "to", "via"})
"""Prepositions between two places: "Dargahan on Qeshm", "left Abuja for Accra"."""
_PLACED = frozenset({"GPE", "LOC", "FAC"})
_SINGLE = _PLACED | {"PERSON", "NORP"}
"""Labels of names that hold no "and"."""
_SCORE = re.compile(r"\d{1,2}[-–:]\d{1,2}")


def pieces(doc: Doc) -> Iterator[Piece]:
    """The recogniser's names: broken at line ends, dashes, brackets and conjunctions, two halves of a place joined."""
    pending: Piece | None = None
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        if label is None:
            continue
        for start, end in _parts(doc, ent, label):
            if pending and _halves(doc, pending, (label, start, end)):
                pending = (pending[0] if pending[0] != "NORP" else label, pending[1], end)
                continue
            if pending:
                yield pending
            pending = (label, start, end)
    if pending:
        yield pending


def _parts(doc: Doc, ent: Span, label: EntityType) -> Iterator[tuple[int, int]]:
    """Where the names in one span begin and end."""
    first = ent.start
    for i in range(ent.start, ent.end):
        after = _break(doc, first, i, ent.end, label)
        if after is None:
            continue
        if first < i + after:
            yield first, i + after
        first = i + 1
    end = ent.end
    if end - first > 3 and _SCORE.fullmatch(doc[end - 3 : end].text):
        end -= 3
    if first < end:
        yield first, end


def _break(doc: Doc, first: int, at: int, end: int, label: EntityType) -> int | None:
    """1 where a name ends with the token ``at``, 0 where it ends before it; None where it goes on."""
    token = doc[at]
    text = token.text
    if "\n" in text or text in _BRACKETS:
        return 0
    if at == first or at + 1 == end:
        return 0 if at > first and _SCORE.fullmatch(text) else None
    word = text.lower()
    if label in _PLACED and (is_dash(doc, at) or word in _STANDING):
        return 0
    if word in ("and", "und") and _parts_two(doc, first, at, end, label):
        return 0
    if label == "ORG" and word in ("for", "at") and _is_body(doc, first, at) and _is_body(doc, at + 1, end):
        return 0
    if word.rstrip(".") in _LEGAL and doc[at + 1].text[0].isupper():
        return 1
    if token.tag_ == "POS" and lexicon.state_of(lexicon.key_of(doc[first:at].text)):
        return 0
    return None


def _parts_two(doc: Doc, first: int, at: int, end: int, label: EntityType) -> bool:
    """True for the "and" between "Zainabieh and Koohi", not for "Trinidad and Tobago" or "Ministry of Oil and Gas"."""
    if label in _SINGLE:
        return not (_is_body(doc, at, end) or lexicon.key_of(doc[first:end].text) in lexicon.pairs())
    if label != "ORG" or at - first < 2 or not _is_body(doc, first, at):
        return False
    rest = [doc[i].lower_ for i in range(at + 1, end)]
    return rest[0] == "the" or (_is_body(doc, at + 1, end) and not all(lexicon.is_body_word(word) for word in rest))


def _is_body(doc: Doc, start: int, end: int) -> bool:
    """True for tokens that end like a body's name: "Provincial Council"."""
    last = doc[end - 1].lower_.rstrip(".")
    named = end - start > 1 and doc[end - 1].text[0].isupper()
    return named and (last in lexicon.BODY_HEADS or last in lexicon.SUFFIXES)


def is_dash(doc: Doc, i: int) -> bool:
    """True for a dash between spaces, as behind a dateline: "SAN JOSE - Cisco"."""
    return i > 0 and doc[i].text in _DASHES and bool(doc[i].whitespace_) and bool(doc[i - 1].whitespace_)


def _halves(doc: Doc, one: Piece, other: Piece) -> bool:
    """True for "Tanjung" and "Labu" seen as two: places side by side that no list knows; and for a known pair."""
    if other[1] == one[2] + 1 and doc[one[2]].lower_ == "and":
        return lexicon.key_of(doc[one[1] : other[2]].text) in lexicon.pairs()
    if one[2] != other[1] or doc[one[2]].is_sent_start or one[2] - one[1] > 2:
        return False
    if not {one[0], other[0]} <= {"GPE", "LOC", "FAC", "NORP"}:
        return False
    return not any(lexicon.state_of(lexicon.key_of(doc[start:end].text)) for _, start, end in (one, other))
