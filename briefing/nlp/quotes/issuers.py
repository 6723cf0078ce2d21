"""Whose statement a statement is: "the statement said" speaks for whoever is told to have issued it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from spacy.tokens import Doc, Token

from briefing.nlp.quotes.grammar import subject
from briefing.nlp.quotes.lexicon import frames_of, lemma, words

_NAMED = frozenset({"ORG", "PERSON", "GPE", "NORP"})
_DEFINITE = frozenset({"the", "this", "that"})
_NEAR = 400
"""Tokens back to the last word on whose paper it is."""


class Issuers:
    """Who issued the statements, letters and posts of one article, each by the last sentence that tells."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._told: dict[str, list[tuple[int, Token]]] | None = None

    def of(self, paper: Token) -> Token | None:
        """Head of the words that name the issuer; None where ``paper`` is no statement or nobody is named."""
        if not is_paper(paper):
            return None
        issuer = _named_beside(paper)
        if issuer is None and self._doc[paper.left_edge.i].lower_ in _DEFINITE:
            issuer = self._before(paper)
        return None if issuer is None or is_paper(issuer) else issuer

    def _before(self, paper: Token) -> Token | None:
        if self._told is None:
            self._told = defaultdict(list)
            for token in self._doc:
                if is_paper(token) and (issuer := _named_beside(token) or _issued_by(token)) is not None:
                    self._told[lemma(token)].append((token.i, issuer))
        told = self._told.get(lemma(paper), [])
        index = bisect_left(told, paper.i, key=lambda entry: entry[0]) - 1
        return told[index][1] if index >= 0 and paper.i - told[index][0] <= _NEAR else None


def is_paper(token: Token) -> bool:
    """True for a statement, a letter, a post: what somebody issues."""
    return token.pos_ == "NOUN" and lemma(token) in words("sources", "issued")


def _named_beside(paper: Token) -> Token | None:
    """As in "the ministry's statement", "a statement from the ministry", "a Kremlin statement"."""
    for child in paper.lefts:
        if child.dep_ == "poss" and child.pos_ != "PRON":
            return child
        if child.dep_ == "compound" and child.ent_type_ in _NAMED:
            return child
    for child in paper.rights:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
            return next((c for c in child.children if c.dep_ == "pobj" and c.pos_ in ("NOUN", "PROPN")), None)
    after = paper.right_edge.i + 1
    beside = paper.doc[after] if after < len(paper.doc) else paper
    if beside.dep_ == "prep" and beside.lower_ in ("by", "from") and beside.head == paper.head:
        return next((c for c in beside.children if c.dep_ == "pobj" and c.pos_ in ("NOUN", "PROPN")), None)
    return None


def _issued_by(paper: Token) -> Token | None:
    """As in "the ministry said in a statement", "the ministry issued a statement"."""
    verb = paper.head.head if paper.dep_ == "pobj" and paper.head.lower_ in ("in", "via", "through") else paper.head
    if paper.dep_ == "dobj" and lemma(verb) not in words("sources", "issuing"):
        return None
    if paper.dep_ == "pobj" and not frames_of(verb):
        return None
    return subject(verb) if paper.dep_ in ("dobj", "pobj") and verb.pos_ == "VERB" else None
