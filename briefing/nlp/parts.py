"""Articles that are too long to be held whole: read part by part, and the findings put together.

A parsed text takes a kilobyte a word, its findings a fifth of that. So a part's Doc is given up before the next is
read. Within a part all is resolved as in any article; across parts a name is the one that an earlier part calls so.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from briefing.model import Article, Entity, Findings, Span, Token
from briefing.nlp import extensions
from briefing.nlp.findings import Records, of_records, records_of
from briefing.nlp.legible import legible
from briefing.nlp.pipeline import put_together, read_in_pieces, stretch
from briefing.nlp.places import mapped

PART = 150_000
"""Tokens of a part at most, give or take a piece: twice the longest reports that anybody writes."""

LONG, SMALL = 2_000_000, 15_000
"""Characters of a text whose findings alone fill memory, and of the pieces in which the model reads it, to take less.
Its parts are half as long."""


def findings_in_parts(nlp: Language, article: Article, pipeline: str) -> Findings:
    """The findings of an article of any length; one of a single part is read as a whole."""
    extensions.register()
    read = legible(article)
    found = Parts()
    pieces: list[Doc] = []
    start = size = 0
    most = PART if len(read.article.text) <= LONG else PART // 2
    for piece in read_in_pieces(nlp, read.article, SMALL if len(read.article.text) > LONG else 0):
        if pieces and size + len(piece) > most:
            start = found.take(nlp, pieces, read.article, start)
            size = 0
        pieces.append(piece)
        size += len(piece)
    found.take(nlp, pieces, read.article, start)
    return of_records(found.records(), read, article, pipeline)


class Parts:
    """The findings of the parts of one article, put together."""

    def __init__(self) -> None:
        self._found: dict[str, list[Any]] = defaultdict(list)
        self._entities: dict[str, Entity] = {}
        self._called: dict[tuple[str, str], set[str]] = defaultdict(set)

    def take(self, nlp: Language, pieces: list[Doc], article: Article, start: int) -> int:
        """Find what there is in the part that begins at ``start``, whose pieces the model has read; its end."""
        end = start + sum(piece[-1].idx + len(piece[-1].text_with_ws) for piece in pieces if len(piece))
        self.add(records_of(put_together(nlp, pieces, stretch(article, start, end))), start)
        return end

    def add(self, found: Records, start: int) -> None:
        """Add the records of the part that begins at ``start``."""
        entities = {entity.id: self._entity(entity) for entity in found["entities"]}
        quotes = {quote.id: f"q{n}" for n, quote in enumerate(found["quotes"], len(self._found["quotes"]) + 1)}
        sentences, tokens = len(self._found["sentences"]), len(self._found["tokens"])
        for token in found["tokens"]:
            head = token.head + tokens
            placed = Token(token.start + start, token.end + start, token.lemma, token.pos, token.dep, head)
            self._found["tokens"].append(placed)
        for field in ("sentences", "times", "quantities"):
            self._found[field] += _moved(found[field], start)
        for mention in _moved(found["mentions"], start):
            name = f"m{len(self._found['mentions']) + 1}"
            self._found["mentions"].append(_changed(mention, id=name, entity=entities[mention.entity]))
        for quote in _moved(found["quotes"], start):
            self._found["quotes"].append(_changed(quote, id=quotes[quote.id], entity=entities.get(quote.entity)))
        for fact in _moved(found["facts"], start):
            arguments = tuple(_changed(each, entity=entities.get(each.entity)) for each in fact.arguments)
            self._found["facts"].append(
                _changed(
                    fact,
                    id=f"f{len(self._found['facts'])}",
                    sentence=fact.sentence + sentences,
                    quote=quotes.get(fact.quote),
                    arguments=arguments,
                )
            )

    def _entity(self, entity: Entity) -> str:
        """The id of the entity in the whole article: a new one, or the only one of its type that was called so."""
        called = self._called[entity.type, entity.name]
        name = next(iter(called)) if len(called) == 1 else f"e{len(self._entities) + 1}"
        known = self._entities.get(name)
        if known is None:
            self._entities[name] = _changed(entity, id=name)
        else:
            self._entities[name] = _changed(
                known,
                forms=tuple(dict.fromkeys((*known.forms, *entity.forms))),
                roles=tuple(dict.fromkeys((*known.roles, *entity.roles))),
                gender=known.gender or entity.gender,
            )
        for form in (entity.name, *entity.forms):
            self._called[entity.type, form].add(name)
        return name

    def records(self) -> Records:
        """All of them."""
        found = {field: tuple(self._found.pop(field, ())) for field in ("sentences", "tokens", *extensions.FIELDS)}
        return found | {"entities": tuple(self._entities.values())}


def _moved(records: tuple[Any, ...], by: int) -> tuple[Any, ...]:
    """The records, counted in the whole article."""
    return mapped(records, lambda start, end: Span(start + by, end + by)) if by else records


def _changed(record: Any, **fields: Any) -> Any:
    return msgspec.structs.replace(record, **fields)
