"""What says that a name is a place: prepositions in front, distances behind, places beside."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.model import EntityType
from briefing.nlp.names import lexicon
from briefing.nlp.names.callings import ends_phrase, is_office, kind_of, word_at
from briefing.nlp.names.spans import Name
from briefing.nlp.names.votes import HINT, LINKED, OF_KIND, OWNED, Votes

_PLACED: dict[str, EntityType] = {
    "in": "GPE",
    "near": "GPE",
    "outside": "GPE",
    "around": "GPE",
    "towards": "GPE",
    "off": "LOC",
}
_ABOARD = frozenset({"aboard", "onboard"})


def by_preposition(doc: Doc, name: Name, root: Token, votes: Votes) -> None:
    """As in "in Osh", "the port of Aktau", "shares in Andradina", "flew to Nairobi", "crew of the Gibe"."""
    at = name.start - 1
    if doc[at].lower_ in ("the", '"', "“", "‘") and at:
        at -= 1
    before = doc[at]
    if before.pos_ not in ("ADP", "SCONJ", "PART") and before.lower_ not in _ABOARD:
        return
    word, noun = before.lower_, doc[at - 1] if at else before
    bare = at == name.start - 1
    if word in _ABOARD or (word == "of" and noun.lower_ in ("crew", "captain", "skipper", "aboard")):
        votes["PRODUCT"] += OWNED
    elif word == "in" and noun.lemma_ in lexicon.STAKES:
        votes["ORG"] += OWNED
    elif word in ("from", "of", "for") and noun.lemma_ in lexicon.FIGHTERS and not name.title:
        votes["ORG"] += HINT
    elif word == "of" and (label := kind_of(noun)):
        votes[label] += OF_KIND if label in ("GPE", "LOC", "FAC") and (bare or noun.tag_ == "NN") else 0.0
    elif bare and word in _PLACED and ends_phrase(doc, name):
        alone = (
            len(name.key) == 1 and root.text.istitle() and not lexicon.is_body_word(name.key[0]) and word != "towards"
        )
        beside = (word in _NEAR or _lives(noun)) and not any(lexicon.is_body_word(part) for part in name.key)
        votes[_PLACED[word]] += LINKED if alone or beside else HINT
    elif bare and word == "at" and ends_phrase(doc, name):
        votes["PERSON"] -= HINT
        if (label := kind_of(noun)) in ("FAC", "GPE", "LOC"):
            votes[label] += OWNED
    elif bare and word in ("to", "from", "into", "through", "via") and not name.title:
        votes["GPE"] += _moves(before, root)


_NEAR = frozenset({"near", "outside", "around"})


def _lives(noun: Token) -> bool:
    """True for who or what is in a place: "doctors in Pader", "a hospital in Jorf Lasfar"."""
    if noun.lemma_ in lexicon.FOLK or (noun.tag_ == "NNS" and is_office(noun)) or noun.lower_ == "police":
        return True
    return noun.pos_ == "NOUN" and kind_of(noun) in ("FAC", "GPE")


def _moves(preposition: Token, root: Token) -> float:
    """How much speaks for a place in what one flees to or comes from."""
    governor = preposition.head
    if root.dep_ != "pobj" or root.head != preposition:
        return 0.0
    if preposition.lower_ == "from" and governor.lemma_ in lexicon.FOLK:
        return LINKED
    return HINT if governor.lemma_ in lexicon.MOTION else 0.0


def is_far(doc: Doc, at: int) -> bool:
    """True for "which is 15 kilometres from", "60 miles north of": what says where a place lies."""
    if word_at(doc, at) == "which":
        at += 2
    while word_at(doc, at) in ("some", "about", "around", "nearly"):
        at += 1
    return at + 1 < len(doc) and doc[at].like_num and doc[at + 1].lower_ in _DISTANCES


_DISTANCES = frozenset({"km", "kilometres", "kilometers", "miles"})


def is_in_place(root: Token) -> bool:
    """True for "Selby" in "in Grimsby and Selby"."""
    first = root.head
    preposition = first.head
    return (
        first.pos_ == "PROPN" and first.dep_ == "pobj" and preposition.lower_ in _PLACED and first.i - preposition.i < 4
    )
