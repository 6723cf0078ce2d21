"""What kind of thing a name names: every sign in the article votes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from spacy.tokens import Doc, Token

from briefing.model import EntityType
from briefing.nlp.names import lexicon
from briefing.nlp.names.candidates import Name


class Votes(defaultdict[EntityType, float]):
    """How much speaks for each type."""

    def __init__(self, votes: Mapping[EntityType, float] | None = None) -> None:
        super().__init__(float, votes or {})

    def add(self, votes: Mapping[EntityType, float]) -> None:
        """Count ``votes`` in."""
        for label, weight in votes.items():
            self[label] += weight


PERSONAL_TITLE = 3.0
GIVEN_NAME = 2.0
NATION = 5.0
CAPITAL = 2.0
ENDING = 2.5
LEGAL_FORM = 4.0
ROLE = 2.0
"""Weights beside the recogniser's 1 a mention, so that two mentions do not outvote a title, and ten may."""


def votes_of(doc: Doc, names: Iterable[Name]) -> dict[tuple[str, ...], Votes]:
    """Each name's votes, by key: the recogniser's labels, its words, and what stands around it."""
    tally: dict[tuple[str, ...], Votes] = defaultdict(Votes)
    for name in names:
        votes = tally[name.key]
        if not votes:
            votes.add(shape_votes(name.key))
        votes[name.label] += name.weight
        votes.add(context_votes(doc, name))
    return tally


def best(votes: Votes, default: EntityType = "ORG") -> EntityType:
    """The label with most votes; the first given of equals."""
    return max(votes, key=lambda label: votes[label]) if votes else default


def shape_votes(key: tuple[str, ...]) -> Votes:
    """What a name's own words say."""
    votes = Votes()
    first, last = key[0], key[-1]
    if key in lexicon.states():
        votes["GPE"] += NATION
    elif key in lexicon.demonyms():
        votes["NORP"] += NATION
    elif key in lexicon.regions():
        votes["LOC"] += NATION
    elif key in lexicon.known_bodies():
        votes["ORG"] += NATION
    elif key in lexicon.capitals():
        votes["GPE"] += CAPITAL
    if len(key) > 1:
        _ending(votes, first, last, key)
        if lexicon.gender_of_given(first) and len(key) <= 4 and last not in lexicon.BODY_HEADS | lexicon.SUFFIXES:
            votes["PERSON"] += GIVEN_NAME
    return votes


def _ending(votes: Votes, first: str, last: str, key: tuple[str, ...]) -> None:
    """What the word for its kind says, which stands last, or first before "of"."""
    head = key[0] if len(key) > 2 and key[1] == "of" else last
    if last in lexicon.SUFFIXES or first == "pt":
        votes["ORG"] += LEGAL_FORM
    if head in lexicon.WATER or head in lexicon.LAND or first in ("lake", "mount", "cape"):
        votes["LOC"] += ENDING
    elif head in lexicon.LAWS:
        votes["LAW"] += ENDING
    elif head in lexicon.EVENTS:
        votes["EVENT"] += ENDING
    elif head in lexicon.BODY_HEADS:
        votes["ORG"] += ENDING
    elif head in lexicon.FACILITIES:
        votes["FAC"] += ENDING
    elif head in lexicon.AREAS:
        votes["GPE"] += ENDING
    if first in lexicon.SHIPS:
        votes["PRODUCT"] += ENDING


def context_votes(doc: Doc, name: Name) -> Votes:
    """What the words around one mention say."""
    votes = Votes()
    root = name.span(doc).root
    if name.title:
        votes["PERSON"] += PERSONAL_TITLE
    before = doc[name.start - 1] if name.start else None
    if before is not None and _is_role_before(before, root):
        votes["PERSON"] += ROLE
    if any(child.dep_ == "appos" and child.i >= name.end and is_office(child) for child in root.children):
        votes["PERSON"] += ROLE
    if root.dep_ == "appos" and is_office(root.head) and root.head.i < name.start:
        votes["PERSON"] += ROLE
    if _aged(doc, name.end):
        votes["PERSON"] += ROLE
    after = doc[name.end] if name.end < len(doc) else None
    if after is not None and (after.lower_ == "who" or (after.text == "," and _at(doc, name.end + 1) == "who")):
        votes["PERSON"] += 1.0
    if root.dep_ == "pobj" and root.head.lower_ in ("in", "near", "outside") and name.start == root.head.i + 1:
        votes["GPE"] += 0.5
    if root.dep_ == "nsubj" and root.head.lemma_ in ("say", "tell") and len(name.key) == 1:
        votes["PERSON"] += 0.25
    return votes


def is_office(token: Token) -> bool:
    """True for a common noun or a title that says what a person is."""
    return token.lemma_.lower() in lexicon.OFFICES or token.lower_ in lexicon.OFFICES


def _is_role_before(before: Token, root: Token) -> bool:
    """True for "spokesman" in "spokesman Dmitry Peskov"."""
    return is_office(before) and before.head == root and before.dep_ in ("compound", "nmod", "amod")


def _aged(doc: Doc, at: int) -> bool:
    """True before ", 51,"."""
    return (
        _at(doc, at) == ","
        and _at(doc, at + 1).isdigit()
        and _at(doc, at + 2) in (",", ".")
        and len(_at(doc, at + 1)) < 4
    )


def _at(doc: Doc, at: int) -> str:
    return str(doc[at].lower_) if at < len(doc) else ""
