"""What holds of the findings of any text whatever."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from briefing.model import Findings, Span


def check(text: str, found: Findings) -> None:
    """Fails where a finding points outside the text, at nothing, at what is not there, or into a foreign passage."""
    for span in _spans(found):
        assert 0 <= span.start < span.end <= len(text), (span, len(text))
    rows: tuple[Any, ...] = (
        found.sentences,
        found.mentions,
        found.times,
        found.quantities,
        found.tokens,
        found.foreign,
    )
    for row in rows:
        starts = [each.start for each in row]
        assert starts == sorted(starts)
    _check_sentences(text, found)
    _check_references(found)
    for passage in found.foreign:
        findings: tuple[Any, ...] = (*found.mentions, *found.times, *found.quantities, *found.tokens)
        for finding in findings:
            assert not passage.span.overlaps((finding.start, finding.end)), finding
        for fact in found.facts:
            assert not passage.span.overlaps(Span(fact.predicate.start, fact.predicate.end)), fact
        for quote in found.quotes:
            assert not any(passage.span.overlaps(part) for part in (*quote.cue, *quote.source)), quote


def _check_sentences(text: str, found: Findings) -> None:
    for before, after in pairwise(found.sentences):
        assert before.end <= after.start
    for sentence in found.sentences:
        assert sentence.of(text).strip()
    for fact in found.facts:
        assert 0 <= fact.sentence < len(found.sentences)
        sentence = found.sentences[fact.sentence]
        assert sentence.start <= fact.predicate.start < sentence.end, fact


def _check_references(found: Findings) -> None:
    entities = _unique(entity.id for entity in found.entities)
    quotes = _unique(quote.id for quote in found.quotes)
    _unique(mention.id for mention in found.mentions)
    _unique(fact.id for fact in found.facts)
    assert {mention.entity for mention in found.mentions} <= entities
    assert {quote.entity for quote in found.quotes if quote.entity} <= entities
    assert {argument.entity for fact in found.facts for argument in fact.arguments if argument.entity} <= entities
    assert {fact.quote for fact in found.facts if fact.quote} <= quotes
    for token in found.tokens:
        assert 0 <= token.head < len(found.tokens)
    ruled: tuple[Any, ...] = (found.mentions, found.quotes, found.times, found.quantities, found.facts, found.foreign)
    for finding in (each for row in ruled for each in row):
        assert finding.rule, finding


def _unique(ids: Iterable[str]) -> set[str]:
    listed = list(ids)
    assert len(listed) == len(set(listed))
    return set(listed)


def _spans(found: Findings) -> Iterable[Span]:
    records: list[Any] = [*found.mentions, *found.times, *found.quantities, *found.facts, *found.foreign, *found.tokens]
    for record in records:
        yield Span(record.start, record.end)
    yield from found.sentences
    for quote in found.quotes:
        yield from (*quote.content, *quote.cue, *quote.source)
    for quantity in found.quantities:
        yield from (span for span in (quantity.counted, quantity.part_of) if span is not None)
    for fact in found.facts:
        yield Span(fact.predicate.start, fact.predicate.end)
        for argument in fact.arguments:
            yield Span(argument.start, argument.end)
            if argument.head is not None:
                yield argument.head
