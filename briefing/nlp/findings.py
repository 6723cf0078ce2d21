"""A finished Doc -> the records that leave the room."""

from __future__ import annotations

import itertools
from typing import Any

import msgspec
import numpy
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, POS, SENT_START
from spacy.tokens import Doc

from briefing.model import Article, Findings, Span, Token
from briefing.nlp.extensions import FIELDS, text_of
from briefing.nlp.languages import sentences_in
from briefing.nlp.legible import Legible

Records = dict[str, tuple[Any, ...]]
"""The findings by field."""


def findings_of(doc: Doc, article: Article, pipeline: str) -> Findings:
    """The findings of ``article`` whose Doc went through the whole pipeline."""
    read: Legible = doc._.legible or Legible(article, (), article.text)
    return of_records(records_of(doc), read, article, pipeline)


def records_of(doc: Doc) -> Records:
    """What was found in a Doc; sentences are trimmed of white space, and empty ones left out."""
    found: Records = {"sentences": sentence_spans(doc), "tokens": _tokens(doc)}
    return found | {field: getattr(doc._, field) for field in FIELDS}


def of_records(found: Records, read: Legible, article: Article, pipeline: str) -> Findings:
    """The findings of ``article``, whose records count what was read of it.

    Facts' ``sentence`` indexes the sentences. Those of passages in other languages, which were not read, are put among
    them.
    """
    found = found | {"foreign": read.foreign}
    if read.foreign:
        sentences = found["sentences"]
        unread = [span for passage in read.foreign for span in sentences_in(read.text, passage)]
        every = tuple(sorted((*sentences, *unread)))
        place = {span: index for index, span in enumerate(every)}
        found["sentences"] = every
        found["facts"] = tuple(
            msgspec.structs.replace(fact, sentence=place[sentences[fact.sentence]]) for fact in found["facts"]
        )
    if read.places is not None:
        found = {field: read.places.put_back(records) for field, records in found.items()}
    return Findings(article=article.id, text_hash=article.text_hash, pipeline=pipeline, **found)


def sentence_spans(doc: Doc) -> tuple[Span, ...]:
    """Code-point spans of the sentences, without the white space around them; none is empty."""
    spans: list[Span] = []
    text = text_of(doc)
    starts, lengths, begun = doc.to_array([IDX, LENGTH, SENT_START]).T.tolist()
    firsts = [i for i, begins in enumerate(begun) if begins == 1 or not i]
    for first, after in zip(firsts, [*firsts[1:], len(starts)], strict=False):
        start, end = starts[first], starts[after - 1] + lengths[after - 1]
        words = text[start:end]
        start, end = end - len(words.lstrip()), start + len(words.rstrip())
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)


def _tokens(doc: Doc) -> tuple[Token, ...]:
    """The tokens that are no white space, from the Doc's columns: a token is slow to answer."""
    columns = doc.to_array(_COLUMNS).astype(numpy.int64).T.tolist()
    _, _, lemmas, tags, arcs, _, spaces = columns
    strings = doc.vocab.strings
    lemma = {code: strings[code & _ALL_BITS].lower() for code in set(lemmas)}
    name = {code: strings[code & _ALL_BITS] for code in {*tags, *arcs}}
    position = list(itertools.accumulate((not space for space in spaces), initial=0))
    found: list[Token] = []
    for i, (start, length, base, tag, arc, step, space) in enumerate(zip(*columns, strict=True)):
        if not space:
            head = position[i] if spaces[i + step] else position[i + step]
            found.append(Token(start, start + length, lemma[base], name[tag], name[arc], head))
    return tuple(found)


_COLUMNS = [IDX, LENGTH, LEMMA, POS, DEP, HEAD, IS_SPACE]
_ALL_BITS = 2**64 - 1
"""Hashes have no sign, distances to heads have one."""
