"""The speaker behind the words that name a source: a name, or the description where nobody is named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Doc, Token

from briefing.model import Entity, Mention, Quote, Span
from briefing.nlp.quotes.grammar import chars, phrase

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_NEAR = 500
"""Code points from one source to the pronoun that takes it up."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "him", "her", "them"})


class Speakers:
    """Resolves sources by the mentions and entities of the names component; without them, by the parse's own names."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._text: str = doc.text
        self._mentions: Sequence[Mention] = sorted(doc._.mentions, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._mentions]
        self._entities: dict[str, Entity] = {entity.id: entity for entity in doc._.entities}

    def resolve(self, head: Token) -> tuple[str | None, str | None]:
        """Name and entity of the speaker whose source's head is ``head``."""
        if head.lower_ in _RELATIVE and head.head.dep_ == "relcl":
            head = head.head.head
        for token in (head, *(c for c in head.children if c.dep_ == "appos")):
            mention = self._at(token)
            if mention is not None and (entity := self._entities.get(mention.entity)) is not None:
                if token is head and mention.type != "PERSON" and (person := self._person(head)) is not None:
                    return person
                return entity.name, entity.id
        if (named := self._within(head)) is not None:
            return named
        if head.lower_ in _PRONOUNS or head.lower_ in _RELATIVE:
            return None, None
        return _description(self._doc, head), None

    def carried(self, quotes: Sequence[Quote]) -> Iterator[Quote]:
        """The quotes, in which "he" or "she" that nothing resolved is the speaker just before."""
        before: Quote | None = None
        for quote in quotes:
            pronoun = bool(quote.source) and quote.source[0].of(self._text).lower() in ("he", "she")
            if quote.speaker is None and pronoun and before is not None and self._follows(before, quote):
                quote = msgspec.structs.replace(quote, speaker=before.speaker, entity=before.entity)
            yield quote
            before = quote if quote.speaker is not None else before

    def _follows(self, before: Quote, quote: Quote) -> bool:
        """True where the earlier speaker is a person, or described, and named shortly before the pronoun."""
        if not before.source or not 0 < quote.source[0].start - before.source[-1].end <= _NEAR:
            return False
        entity = self._entities.get(before.entity) if before.entity else None
        return entity is None or entity.type == "PERSON"

    def _person(self, head: Token) -> tuple[str, str] | None:
        """A person in apposition to an office: "the ministry's spokesman, X"."""
        for child in head.children:
            if child.dep_ == "appos" and (mention := self._at(child)) is not None and mention.type == "PERSON":
                entity = self._entities.get(mention.entity)
                if entity is not None:
                    return entity.name, entity.id
        return None

    def _within(self, head: Token) -> tuple[str, str] | None:
        """The one person named in the source's words after an office: "the chairman of the region, X"."""
        if head.pos_ == "PRON":
            return None
        end = chars(self._doc, *phrase(head)).end
        index = bisect_left(self._starts, head.idx)
        while index < len(self._mentions) and self._starts[index] < end:
            mention = self._mentions[index]
            if mention.type == "PERSON" and self._text[mention.start - 2 : mention.start] == ", ":
                entity = self._entities.get(mention.entity)
                return (entity.name, entity.id) if entity is not None else None
            index += 1
        return None

    def _at(self, token: Token) -> Mention | None:
        """The mention that holds the token."""
        index = bisect_left(self._starts, token.idx + 1) - 1
        for mention in reversed(self._mentions[max(0, index - 3) : index + 1]):
            if mention.span.contains((token.idx, token.idx + len(token))):
                return mention
        return None


def source_span(doc: Doc, head: Token) -> Span:
    """Code points of the words that name the source."""
    return chars(doc, *phrase(head))


def _description(doc: Doc, head: Token) -> str:
    """The words that describe a source without a name, in the lower case of running text."""
    start, end = phrase(head)
    stop = next((i for i in range(head.i + 1, end) if doc[i].text == ","), end)
    words: str = doc[start:stop].text.replace("\n", " ")
    first = doc[start]
    return words[0].lower() + words[1:] if first.pos_ in ("DET", "NUM", "ADJ", "NOUN") and first.is_title else words
