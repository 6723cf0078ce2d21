"""Where names stand: the recogniser's spans, trimmed and sifted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

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

SILENT = frozenset({"navigation", "promotion", "footer", "timestamp"})
"""Furniture in which nothing is named."""

HEADLINE = 0.3
"""Worth of a label given in a headline, where capitals say little."""

LONGEST = 12
"""More words than this are no name, but a sentence the recogniser ran away with."""


@dataclass(slots=True, eq=False)
class Name:
    """Tokens ``[start, end)`` of the Doc that name something.

    Attributes:
        label: What it seems to name.
        weight: How much that label is worth as evidence; 0 where nothing but the shape speaks.
        rule: How it was found.
        title: The title in front of it ("Mr"), as written; empty where there is none.
        key: Its words as compared with other names.
    """

    start: int
    end: int
    label: EntityType
    weight: float
    rule: str
    title: str = ""
    key: tuple[str, ...] = field(default=())

    def span(self, doc: Doc) -> Span:
        """The tokens."""
        return doc[self.start : self.end]

    def text(self, doc: Doc) -> str:
        """The words as they stand, on one line."""
        return " ".join(doc[self.start : self.end].text.split())


class Coverage:
    """Which tokens already belong to a name."""

    def __init__(self, doc: Doc) -> None:
        self._taken = bytearray(len(doc))

    def take(self, name: Name) -> None:
        """Mark the tokens of ``name``."""
        self._taken[name.start : name.end] = b"\1" * (name.end - name.start)

    def free(self, start: int, end: int) -> bool:
        """True where no token of the span is taken."""
        return not any(self._taken[start:end])


def zones(doc: Doc) -> list[str]:
    """For each token the kind of furniture it stands in; empty for the reporting itself."""
    kinds = [""] * len(doc)
    article = doc._.article
    marks = sorted(article.furniture, key=lambda mark: mark.start) if article else []
    at = 0
    for token in doc:
        while at < len(marks) and marks[at].end <= token.idx:
            at += 1
        if at == len(marks):
            break
        if marks[at].start <= token.idx:
            kinds[token.i] = marks[at].kind
    if not marks:
        end = _headline_end(doc)
        kinds[:end] = ["headline"] * end
    return kinds


def _headline_end(doc: Doc) -> int:
    """Tokens of a first line that is a headline by its look: short, without a full stop, with more text below."""
    for token in doc[:40]:
        if "\n" in token.text:
            unfinished = token.i > 0 and not doc[token.i - 1].is_punct
            return token.i if unfinished and token.i < 30 and token.i + 1 < len(doc) else 0
    return 0


def recognised(doc: Doc, kinds: list[str]) -> Iterator[Name]:
    """The recogniser's names, without articles, titles, possessive endings and what is no name at all."""
    for label, start, end in _pieces(doc):
        name = trimmed(doc, _with_prefix(doc, start), end, label, "recognised")
        if name is None or kinds[name.start] in SILENT or is_portfolio(doc, name):
            continue
        _grow(doc, name)
        name.weight = HEADLINE if kinds[name.start] == "headline" else 1.0
        yield name


def _pieces(doc: Doc) -> Iterator[tuple[EntityType, int, int]]:
    """The recogniser's spans: broken at ends of lines and after Inc or Plc, two halves of a place joined."""
    pending: tuple[EntityType, int, int] | None = None
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        if label is None:
            continue
        for start, end in _parts(doc, ent.start, ent.end):
            if pending and _halves(doc, pending, (label, start, end)):
                pending = (pending[0] if pending[0] != "NORP" else label, pending[1], end)
                continue
            if pending:
                yield pending
            pending = (label, start, end)
    if pending:
        yield pending


def _parts(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for i in range(start, end):
        if "\n" in doc[i].text:
            if first < i:
                yield first, i
            first = i + 1
        elif doc[i].lower_.rstrip(".") in _LEGAL and i + 1 < end and doc[i + 1].text[0].isupper():
            yield first, i + 1
            first = i + 1
        elif doc[i].tag_ == "POS" and lexicon.state_of(lexicon.key_of(doc[first:i].text)) and i + 1 < end:
            yield first, i
            first = i + 1
    if first < end:
        yield first, end


_LEGAL = frozenset({"inc", "plc", "ltd", "llc", "corp", "gmbh", "llp"})


def _halves(doc: Doc, one: tuple[EntityType, int, int], other: tuple[EntityType, int, int]) -> bool:
    """True for "Tanjung" and "Labu" seen as two: places side by side that no list knows."""
    if one[2] != other[1] or doc[one[2]].is_sent_start or one[2] - one[1] > 2:
        return False
    if not {one[0], other[0]} <= {"GPE", "LOC", "FAC", "NORP"}:
        return False
    return not any(lexicon.state_of(lexicon.key_of(doc[start:end].text)) for _, start, end in (one, other))


def _with_prefix(doc: Doc, start: int) -> int:
    """Where the name begins with the PT of a company or the MV of a ship in front."""
    if start and doc[start - 1].text in _PREFIXES:
        return start - 1
    if start > 1 and doc[start - 1].lower_ == "the" and doc[start - 2].text in _PREFIXES:
        return start
    return start


_PREFIXES = frozenset({"PT", "OAO", "OOO", "ZAO", "PAO", "AO", "MV", "MS", "KM", "SS", "HMS", "USS", "RMS", "MT", "FV"})


def _grow(doc: Doc, name: Name) -> None:
    """Take in the second half of a name that the recogniser cut ("Tanjung" of "Tanjung Labu")."""
    if name.end - name.start > 1 or name.end >= len(doc) or lexicon.listed_label(name.key):
        return
    last, after = doc[name.end - 1], doc[name.end]
    word = after.lower_.rstrip(".")
    if after.ent_type_ in LABELS or after.tag_ not in ("NNP", "NNPS") or not after.text[0].isupper():
        return
    if word in lexicon.TITLES or word in lexicon.OFFICES or word in lexicon.CALENDAR or after.is_sent_start:
        return
    if last.dep_ == "compound" and last.head == after and after.text.istitle():
        name.end += 1
        name.key = lexicon.key_of(doc[name.start : name.end].text)


def is_portfolio(doc: Doc, name: Name) -> bool:
    """True for "Kazakh Transport" in "Kazakh Transport Minister X" and "Digital Affairs" after "minister of"."""
    if name.label not in ("ORG", "PERSON", "GPE", "NORP", "PRODUCT"):
        return False
    key = name.key[1:] if len(name.key) > 1 and name.key[:1] in lexicon.demonyms() else name.key
    after = doc[name.end].lower_ if name.end < len(doc) else ""
    if key not in lexicon.demonyms() and after in ("minister", "secretary") and doc[name.end].text[0].isupper():
        return set(key) <= lexicon.MINISTRY_FIELDS | {"and", "foreign", "affairs"} or name.label == "ORG"
    before = doc[name.start - 2].lower_ if name.start > 1 else ""
    of = doc[name.start - 1].lower_ in ("of", "for") if name.start else False
    return (
        of
        and before in ("minister", "secretary")
        and (name.key[-1] == "affairs" or set(name.key) <= lexicon.MINISTRY_FIELDS)
    )


def trimmed(doc: Doc, start: int, end: int, label: EntityType, rule: str) -> Name | None:
    """The name within a span; None where there is none."""
    while start < end and _leads(doc[start], label, last=end - start == 1):
        start += 1
    while start < end and _trails(doc[end - 1], label):
        end -= 1
    first = start
    if label in ("PERSON", "ORG", "GPE", "NORP", "PRODUCT"):
        start = after_titles(doc, start, end, label)
    title = doc[first:start].text if start > first else ""
    while start < end and _leads(doc[start], label, last=end - start == 1):
        start += 1
    if start >= end or end - start > LONGEST:
        return None
    key = lexicon.key_of(doc[start:end].text)
    if is_junk(doc[start:end], key):
        return None
    return Name(start, end, "PERSON" if title else label, 1.0, rule, title, key)


def after_titles(doc: Doc, start: int, end: int, label: EntityType) -> int:
    """Where the name begins after its titles; ``start`` where the span has none in front of a person's name."""
    first, nation = start, False
    while end - start > 1:
        word = doc[start].lower_.rstrip(".")
        if word in lexicon.TITLES or doc[start].text == "-":
            start += 1
        elif not nation and start == first and (word,) in lexicon.demonyms() and label == "PERSON":
            nation, start = True, start + 1
        else:
            break
    courtesy = any(doc[i].lower_.rstrip(".") in lexicon.COURTESY for i in range(first, start))
    if label == "PERSON" and not (nation and start == first + 1):
        return start
    return start if courtesy else first


def _leads(token: Token, label: EntityType, *, last: bool) -> bool:
    """True for a word in front of a name that is no part of it."""
    if token.is_space or (token.is_punct and token.text not in {"@", "#"}) or token.text in {"'s", "’s"}:
        return True
    if token.lower_ in {"the", "a", "an"}:
        return not (token.text == "The" and not last and not opens(token) and label in ("ORG", "GPE", "WORK"))
    return not _capital(token.text) and token.lower_ not in lexicon.PARTICLES and not token.like_num


def _trails(token: Token, label: EntityType) -> bool:
    """True for a word after a name that is no part of it."""
    if token.text in {"'s", "’s", "'", "’", "s"} or token.is_space or token.is_punct:
        return token.text != "." or len(token.nbor(-1).text) > 1
    if _capital(token.text) or token.like_num or token.text[0].isdigit():
        return False
    return not (label != "PERSON" and is_head(token.lower_))


def is_head(word: str) -> bool:
    """True for a common noun that may end a name ("Oybek crossing", "the transport ministry")."""
    return word in lexicon.FACILITIES or word in lexicon.BODY_NOUNS or word in lexicon.WATER or word in lexicon.AREAS


def opens(token: Token, *, brackets: bool = True) -> bool:
    """True where a capital says nothing: first in a sentence, a line, a quotation or (if asked so) a bracket."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.nbor(-1)
    return (
        before.is_space
        or before.is_quote
        or before.text in {":", "(", "[", "-", "–", "—", "•", "*"}
        or before.is_left_punct
    )


def _capital(text: str) -> bool:
    return any(char.isupper() for char in text)


_NUMERIC = re.compile(r"[\d.,:/%$£€¥+\-–]+(st|nd|rd|th|s|bn|m|k|pm|am)?", re.IGNORECASE)


def is_junk(span: Span, key: tuple[str, ...]) -> bool:
    """True for what is never a name: numbers, dates, page furniture, words without a capital, addresses."""
    if not key or not any(_capital(token.text) for token in span):
        return True
    if any(token.like_url or token.like_email or "@" in token.text for token in span):
        return True
    words = [token for token in span if not token.is_punct]
    if all(token.lower_ in lexicon.JUNK or token.lower_.rstrip(".") in lexicon.CALENDAR for token in words):
        return True
    counted = lexicon.CALENDAR | lexicon.JUNK
    if all(_NUMERIC.fullmatch(token.text) or token.lower_ in counted for token in words):
        return True
    if len(words) == 1:
        word = words[0].lower_.rstrip(".")
        stop = words[0].is_stop and not words[0].text.isupper()
        return stop or word in lexicon.TITLES or not _spells(words[0].text)
    return all(token.lower_ in lexicon.OFFICES or token.lower_ in lexicon.TITLES for token in words)


def _spells(text: str) -> bool:
    """True for a word of letters, of which there are two at least."""
    return sum(char.isalpha() for char in text) > 1
