"""Speakers without a name that are taken up again: "two people familiar with the talks … one of them … the pair"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from briefing.model import Quote
from briefing.nlp.names.agents import is_human
from briefing.nlp.quotes import kinds

TAKEN_UP = "unnamed speaker as before"

_DEFINITE = frozenset({"the", "that", "this", "those", "these"})
_PART = frozenset(
    {
        "one",
        "another",
        "other",
        "others",
        "two",
        "three",
        "some",
        "several",
        "most",
        "all",
        "none",
        "either",
        "second",
        "third",
    }
)
_BOTH = frozenset({"both"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NEAR = 2500
"""Code points from one speaker without a name to the words that take it up."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A speaker without a name: its noun, its words, where they stand."""

    noun: str
    words: str
    several: bool
    human: bool
    at: int


class Unnamed:
    """The speakers of one article that nobody names, in the order of the text."""

    def __init__(self) -> None:
        self._told: list[_Told] = []

    def take_up(self, head: Token, quote: Quote) -> str | None:
        """The words by which the speaker was introduced; None where these are its first."""
        at = quote.source[0].start
        first = head.left_edge.lower_
        noun, several = head.lemma_.lower(), _several(head)
        if head.pos_ not in ("NOUN", "PROPN") or head.dep_ == "appos":
            return self._part(head, at)
        known = first in _DEFINITE
        if known and (found := self._same(head, noun, several, at)) is not None:
            return found
        if quote.speaker is not None and not known:
            self._told.append(_Told(noun, quote.speaker, several, _human(head), at))
        return None

    def _same(self, head: Token, noun: str, several: bool, at: int) -> str | None:
        """Whom "the official", "the pair" takes up: the last one called so, or the last speaker without a name."""
        beside = {t.lower_ for t in head.lefts if t.dep_ in ("amod", "compound", "nmod", "poss")}
        if any(c.dep_ in ("prep", "relcl", "acl") and c.i == head.i + 1 for c in head.rights):
            return None
        anyone = noun in kinds.listed("anonymous", "several" if several else "one")
        for told in reversed(self._told):
            if at - told.at > _NEAR:
                return None
            if told.several == several and told.noun == noun and beside <= set(told.words.lower().split()):
                return told.words
            if anyone and told.human and not beside:
                return told.words if told.several == several else f"one of {told.words}" if told.several else None
        return None

    def _part(self, head: Token, at: int) -> str | None:
        """Whose part "one", "another", "both" and "one of them" are."""
        word = head.lower_
        of = next((c for c in head.rights if c.lower_ == "of"), None)
        of_whom = next(iter(of.rights), None) if of is not None else None
        if (word not in _PART and word not in _BOTH) or (of_whom is not None and of_whom.lower_ != "them"):
            return None
        for told in reversed(self._told):
            if at - told.at > _NEAR:
                return None
            if told.several and told.human:
                return told.words if word in _BOTH else f"{word} of {told.words}"
        return None


def _several(noun: Token) -> bool:
    return noun.tag_ in _PLURAL or noun.lower_ in ("pair", "duo", "trio", "people")


def _human(noun: Token) -> bool:
    """True for people, known by the noun or its ending."""
    lemma = noun.lemma_.lower()
    listed = kinds.listed("anonymous", "one") | kinds.listed("anonymous", "several")
    return is_human(noun) or lemma in listed or lemma.endswith(("er", "or", "ist", "ian", "ant", "man", "ee"))
