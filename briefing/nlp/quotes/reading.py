"""One article's parse with its quotation marks, as the rules read it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.model import Span
from briefing.nlp.extensions import text_of
from briefing.nlp.quotes.grammar import chars, trimmed
from briefing.nlp.quotes.marks import Quotation, quotations

_SILENT = frozenset({"byline", "dateline", "credit", "caption", "navigation", "promotion", "timestamp", "footer"})
"""Marked stretches in which nobody is quoted; headlines do quote."""


_LONGEST = 600
"""Tokens of the longest sentence that is read; beyond, work would grow with the square of its length."""


class Reading:
    """A Doc, its quotations, and which token lies in which.

    Attributes:
        doc: The parse.
        text: Its text.
        quotations: The stretches in quotation marks.
        tokens: For each quotation, its tokens ``[start, end)``, marks included.
        inside: For each token, the index of its quotation, or -1.
        headline: End of the headline, 0 where there is none.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = text_of(doc)
        self.quotations: tuple[Quotation, ...] = quotations(self.text)
        self._starts = [quotation.outer.start for quotation in self.quotations]
        self._offsets = [token.idx for token in doc]
        self.inside: list[int] = [-1] * len(doc)
        self._sentences: list[tuple[int, int]] = list(self._sentence_ranges())
        self.tokens: list[tuple[int, int]] = list(self._ranges())
        article = doc._.article
        furniture = article.furniture if article else ()
        self._silent = [mark.span for mark in furniture if mark.kind in _SILENT]
        self._silent_starts = [span.start for span in self._silent]
        self.headline = max((mark.end for mark in furniture if mark.kind == "headline"), default=0)

    def _ranges(self) -> Iterator[tuple[int, int]]:
        i, count = 0, len(self.doc)
        for index, quotation in enumerate(self.quotations):
            while i < count and self.doc[i].idx + len(self.doc[i]) <= quotation.outer.start:
                i += 1
            start = i
            while i < count and self.doc[i].idx < quotation.outer.end:
                self.inside[i] = index
                i += 1
            yield start, i

    def _sentence_ranges(self) -> Iterator[tuple[int, int]]:
        for sentence in self.doc.sents:
            span = (sentence.start, sentence.end)
            yield from (span for _ in range(*span))

    def sentence(self, token: Token) -> tuple[int, int]:
        """First token and end of the token's sentence, without a walk through it."""
        return self._sentences[token.i]

    def readable(self, token: Token) -> bool:
        """False in a "sentence" that nobody wrote: a table, a list, or noise without a stop."""
        start, end = self._sentences[token.i]
        return end - start <= _LONGEST and not self.silent((token.idx, token.idx + len(token)))

    def touching(self, span: Span) -> Iterator[Quotation]:
        """The quotations that share a code point with the span."""
        index = max(0, bisect_right(self._starts, span.start) - 1)
        while index < len(self._starts) and self._starts[index] < span.end:
            if self.quotations[index].outer.overlaps(span):
                yield self.quotations[index]
            index += 1

    def at(self, offset: int) -> Token | None:
        """The token that begins at the code point."""
        i = bisect_left(self._offsets, offset)
        return self.doc[i] if i < len(self._offsets) and self._offsets[i] == offset else None

    def silent(self, span: tuple[int, int]) -> bool:
        """True within a byline, credit, caption or the page's furniture."""
        if not self._silent:
            return False
        index = bisect_right(self._silent_starts, span[0])
        return any(mark.overlaps(span) for mark in self._silent[max(0, index - 1) : index + 1])

    def quoted(self, token: Token) -> bool:
        """True inside quotation marks."""
        return self.inside[token.i] >= 0

    def opening(self, start: int, end: int) -> int:
        """Where a sentence with its cue at token ``end`` begins to be reported: after its last colon or semicolon."""
        for i in range(end - 1, start, -1):
            if self.doc[i].text in (":", ";") and self.inside[i] < 0:
                return i + 1
        return start

    def words(self, start: int, end: int) -> Span | None:
        """Code points of the tokens, without punctuation at the edges and with quotation marks made whole."""
        if start >= end:
            return None
        span = trimmed(self.text, chars(self.doc, start, end))
        return self.whole(self._hyphenated(span), start, end) if span else None

    def _hyphenated(self, span: Span) -> Span:
        """The span with the rest of a hyphenated word that tokens cut: "anti-gay"."""
        end = span.end
        while end + 1 < len(self.text) and self.text[end] == "-" and self.text[end + 1].isalnum():
            end += 1
            while end < len(self.text) and self.text[end].isalnum():
                end += 1
        return Span(span.start, end)

    def whole(self, span: Span, start: int, end: int) -> Span:
        """The span widened so that it cuts no quotation."""
        for i in {self.inside[start], self.inside[end - 1]} - {-1}:
            outer = self.quotations[i].outer
            if not span.contains(outer) and span.overlaps(outer):
                span = span.hull(outer)
        return span
