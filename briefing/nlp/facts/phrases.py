"""From a head word to the words of its phrase."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.model import Span

_TRAILING = frozenset({"relcl", "advcl", "punct", "cc", "conj", "ccomp", "parataxis", "dep"})
_BESIDE_CLAUSE = frozenset({"punct", "cc", "conj", "parataxis", "dep"})
_OPENING = frozenset("\"'“‘([{«`-–—,;:")


def is_word(token: Token) -> bool:
    """Neither white space nor punctuation."""
    return not (token.is_space or token.is_punct)


def phrase(head: Token, *, without: frozenset[str] = _TRAILING) -> Span:
    """The noun phrase of ``head``: its subtree without relative clauses, coordinated phrases and trailing marks.

    Code points; a possessive ending is left out. Runs in the number of children.
    """
    first, last = head, head
    for child in head.children:
        if child.dep_ in without or child.dep_ == "case":
            continue
        if child.i < head.i and child.left_edge.i < first.i:
            first = child.left_edge
        elif child.i > head.i and child.right_edge.i > last.i:
            last = child.right_edge
    return trimmed(first, last)


def clause(head: Token) -> Span:
    """The clause of a verb: its subtree without coordinated clauses."""
    first, last = head, head
    for child in head.children:
        if child.dep_ in _BESIDE_CLAUSE:
            continue
        if child.left_edge.i < first.i:
            first = child.left_edge
        if child.right_edge.i > last.i:
            last = child.right_edge
    return trimmed(first, last)


def trimmed(first: Token, last: Token) -> Span:
    """Code points from ``first`` to ``last`` without marks and spaces at either end."""
    doc = first.doc
    start, end = first.i, last.i
    while start < end and (doc[start].is_space or (doc[start].is_punct and doc[start].text in _OPENING)):
        start += 1
    while end > start and (doc[end].is_space or (doc[end].is_punct and doc[end].text not in {"%", ")"})):
        end -= 1
    return Span(doc[start].idx, doc[end].idx + len(doc[end].text))
