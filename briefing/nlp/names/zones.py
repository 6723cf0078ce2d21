"""Where in the article a word stands: in the reporting, in a headline, in the page's furniture."""

from __future__ import annotations

from spacy.tokens import Doc, Token

SILENT = frozenset({"navigation", "promotion", "footer", "timestamp"})
"""Furniture in which nothing is named."""

LINE = 30
"""Tokens of the longest first line that may be an unmarked headline."""
LOUD = 4
"""Words in capitals in a row that are a heading, and no name."""


def zones(doc: Doc) -> list[str]:
    """For each token the kind of furniture it stands in; empty for the reporting itself.

    An unmarked first line that looks like a headline, and a row of words in capitals, count as ``headline``: there a
    capital says nothing.
    """
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
    for start, end in _loud(doc):
        kinds[start:end] = [kind or "headline" for kind in kinds[start:end]]
    return kinds


def _headline_end(doc: Doc) -> int:
    """Tokens of a first line that is a headline by its look: short, with more below, unfinished or in title case."""
    for token in doc[: LINE + 1]:
        if "\n" in token.text:
            line = doc[: token.i]
            if token.i == 0 or token.i + 1 == len(doc):
                return 0
            return token.i if not line[-1].is_punct or in_title_case(list(line)) else 0
    return 0


def in_title_case(tokens: list[Token]) -> bool:
    """True where nearly all longer words begin with a capital."""
    words = [token for token in tokens if token.is_alpha and len(token.text) > 3]
    return len(words) > 2 and sum(token.text[0].isupper() for token in words) > 0.8 * len(words)


def _loud(doc: Doc) -> list[tuple[int, int]]:
    """Rows of words in capitals, punctuation between them included."""
    rows: list[tuple[int, int]] = []
    start, words = -1, 0
    for token in doc:
        if token.is_alpha and token.is_upper:
            start, words = (token.i if start < 0 else start), words + 1
        elif start >= 0 and (token.is_alpha or token.is_space):
            if words >= LOUD:
                rows.append((start, token.i))
            start, words = -1, 0
    if words >= LOUD:
        rows.append((start, len(doc)))
    return rows
