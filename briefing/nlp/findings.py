"""A finished Doc -> the records that leave the room."""

from __future__ import annotations

from typing import Any

import msgspec
from spacy.tokens import Doc

from briefing.model import Article, Findings, Span, Token
from briefing.nlp.languages import sentences_in
from briefing.nlp.legible import Legible


def findings_of(doc: Doc, article: Article, pipeline: str) -> Findings:
    """The findings of ``article`` whose Doc went through the whole pipeline.

    Sentences are trimmed of white space and empty ones left out; facts' ``sentence`` indexes what is left. Those of
    passages in other languages, which the Doc does not hold, are put among them.
    """
    read: Legible = doc._.legible or Legible(article, (), article.text)
    sentences, facts = sentence_spans(doc), doc._.facts
    if read.foreign:
        unread = [span for passage in read.foreign for span in sentences_in(read.text, passage)]
        every = tuple(sorted((*sentences, *unread)))
        place = {span: index for index, span in enumerate(every)}
        facts = tuple(msgspec.structs.replace(fact, sentence=place[sentences[fact.sentence]]) for fact in facts)
        sentences = every
    found: dict[str, Any] = {
        "sentences": sentences,
        "tokens": _tokens(doc),
        "entities": doc._.entities,
        "mentions": doc._.mentions,
        "quotes": doc._.quotes,
        "times": doc._.times,
        "quantities": doc._.quantities,
        "facts": facts,
        "foreign": read.foreign,
    }
    if read.places is not None:
        found = {field: read.places.put_back(records) for field, records in found.items()}
    return Findings(article=article.id, text_hash=article.text_hash, pipeline=pipeline, **found)


def sentence_spans(doc: Doc) -> tuple[Span, ...]:
    """Code-point spans of the sentences, without the white space around them; none is empty."""
    spans: list[Span] = []
    text = doc.text  # put together anew at each access
    for sent in doc.sents:
        start, end = sent.start_char, sent.end_char
        words = text[start:end]
        start, end = end - len(words.lstrip()), start + len(words.rstrip())
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)


def _tokens(doc: Doc) -> tuple[Token, ...]:
    kept = [token for token in doc if not token.is_space]
    index = {token.i: position for position, token in enumerate(kept)}
    return tuple(
        Token(
            start=token.idx,
            end=token.idx + len(token.text),
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            dep=token.dep_,
            head=index.get(token.head.i, position),
        )
        for position, token in enumerate(kept)
    )
