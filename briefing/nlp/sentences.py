"""``briefing_sentences``: where the parser may not join, and where it must not cut.

A new line and the edge of a marked stretch (headline, byline, dateline, credit) begin a sentence; the parser decides the
rest. Runs before the parser, which keeps the boundaries it finds set.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.nlp import extensions


@Language.factory("briefing_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Sentences:
    """The component."""
    return Sentences()


class Sentences:
    """Sets ``is_sent_start`` at paragraph breaks and at the edges of furniture."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the forced boundaries of ``doc``."""
        extensions.register()
        article = doc._.article
        edges = {edge for mark in article.furniture for edge in (mark.start, mark.end)} if article else set()
        pending = False
        for token in doc:
            if token.i == 0:
                continue
            before = doc[token.i - 1]
            pending = pending or "\n" in before.text or "\n" in before.whitespace_
            pending = pending or any(before.idx < edge <= token.idx for edge in edges)
            if token.is_space:
                token.is_sent_start = False
            elif pending:
                token.is_sent_start = True
                pending = False
        return doc
