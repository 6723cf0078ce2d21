"""What the words around a name say about the kind of thing it is."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.model import EntityType
from briefing.nlp.names import lexicon
from briefing.nlp.names.spans import Name
from briefing.nlp.names.votes import Votes

PERSONAL_TITLE = 3.0
DATELINE = 3.0
ROLE = 2.0
OF_KIND = 2.5
OWNED = 1.5
BESIDE = 1.2
HUMAN = 1.5
HINT = 0.7
SAYS = 0.25
"""Weights beside the recogniser's 1 a mention: a title or a dateline settles it, a preposition only helps."""

_PLACED: dict[str, EntityType] = {
    "in": "GPE",
    "near": "GPE",
    "outside": "GPE",
    "around": "GPE",
    "towards": "GPE",
    "off": "LOC",
}


def context_votes(doc: Doc, name: Name, kind: str = "") -> Votes:
    """Evidence from one mention; ``kind`` is the furniture it stands in."""
    votes = Votes()
    root = name.span(doc).root
    if name.title:
        votes["PERSON"] += PERSONAL_TITLE
    if kind == "dateline" or is_dateline(doc, name):
        votes["GPE"] += DATELINE
    if kind == "credit":
        votes["ORG"] += ROLE
    _before(doc, name, root, votes)
    _after(doc, name, root, votes)
    _apposition(name, root, votes)
    _acting(doc, name, root, votes)
    return votes


def _acting(doc: Doc, name: Name, root: Token, votes: Votes) -> None:
    """What only people do or have, for a word that stands alone: "Sadikova resigned", "Sadikova's husband"."""
    if len(name.key) > 1:
        return
    if root.dep_ == "nsubj" and root.head.lemma_ in ("say", "tell"):
        votes["PERSON"] += SAYS
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_ in lexicon.HUMAN_VERBS:
        votes["PERSON"] += HUMAN
    if root.dep_ == "poss" and root.head.lemma_.lower() in lexicon.HUMAN_NOUNS:
        votes["PERSON"] += HUMAN


def _before(doc: Doc, name: Name, root: Token, votes: Votes) -> None:
    """As in "spokesman Dmitry Peskov", "the ferry Bintang Selatan", "in Osh", "the port of Aktau"."""
    if name.start == 0:
        return
    before = doc[name.start - 1]
    if before.pos_ == "NOUN" or (before.head == root and before.dep_ in ("compound", "nmod", "amod")):
        joined = before.head == root or root.head == before
        label = "PERSON" if is_office(before) else kind_of(before)
        if label and before.tag_ != "NNS":
            votes[label] += ROLE if joined else BESIDE
    if before.lower_ in _PLACED and before.pos_ == "ADP" and _ends_phrase(doc, name):
        votes[_PLACED[before.lower_]] += HINT
    if before.lower_ == "at" and before.pos_ == "ADP" and _ends_phrase(doc, name):
        votes["PERSON"] -= HINT
        if name.start > 1 and (label := kind_of(doc[name.start - 2])) in ("FAC", "GPE", "LOC"):
            votes[label] += OWNED
    if root.dep_ == "conj" and _in_place(root):
        votes["GPE"] += HINT
    if before.lower_ == "of" and name.start > 1 and (label := kind_of(doc[name.start - 2])):
        votes[label] += OF_KIND if label in ("GPE", "LOC", "FAC") else 0.0
    if before.lower_ == "the" and _ends_phrase(doc, name) and not name.title:
        votes["PERSON"] -= 1.0
        votes["GPE"] -= HINT
        votes["PRODUCT"] += 0.3
        votes["ORG"] += 0.4


def _after(doc: Doc, name: Name, root: Token, votes: Votes) -> None:
    """As in "the Kestrel rocket", "Corvane's shares", "Karimov, 51,", "Betts, who"."""
    owner = name.end < len(doc) and doc[name.end].tag_ == "POS"
    at = name.end + owner
    if at < len(doc) and root.dep_ in ("compound", "nmod", "poss", "amod") and root.head.i >= at:
        head = root.head if not owner else doc[at] if doc[at].pos_ == "NOUN" else root.head
        label = kind_of(head)
        if label and head.text[0].islower() and head.i - at < 3:
            votes["GPE" if owner and head.lower_ in lexicon.STATES_OWN else label] += OWNED
        elif head.lower_ in lexicon.STATES_OWN and owner:
            votes["GPE"] += OWNED
        elif is_office(head) and head.text[0].islower() and not owner:
            votes["ORG"] += HINT
    if _word(doc, name.end) == "," and _word(doc, name.end + 1).isdigit() and _word(doc, name.end + 2) in (",", "."):
        votes["PERSON"] += ROLE if len(_word(doc, name.end + 1)) < 3 else 0.0
    if _word(doc, name.end) == "who" or (_word(doc, name.end) == "," and _word(doc, name.end + 1) == "who"):
        votes["PERSON"] += ROLE


def _apposition(name: Name, root: Token, votes: Votes) -> None:
    """As in "Hale, the chief executive", "the operator, Samudra Jaya", "Osh is a city"."""
    described = [child for child in root.children if child.dep_ == "appos" and child.i >= name.end]
    if root.dep_ == "appos" and root.head.i < name.start:
        described.append(office_above(name, root.head))
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        described += [child for child in root.head.children if child.dep_ == "attr"]
    for noun in described:
        if noun.pos_ != "NOUN":
            continue
        if is_office(noun):
            votes["PERSON"] += ROLE
        elif label := kind_of(noun):
            votes[label] += ROLE


def office_above(name: Name, noun: Token) -> Token:
    """The spokeswoman in "a spokeswoman for the firm, Ida Lund", where a parser sets a person beside the firm."""
    person = name.label == "PERSON" or (len(name.key) > 1 and lexicon.gender_of_given(name.key[0]))
    above = noun.head.head if noun.dep_ == "pobj" else noun
    return above if person and above.i < noun.i and is_office(above) and not is_office(noun) else noun


def _in_place(root: Token) -> bool:
    """True for "Selby" in "in Grimsby and Selby"."""
    first = root.head
    preposition = first.head
    return first.pos_ == "PROPN" and first.dep_ == "pobj" and preposition.lower_ == "in" and first.i - preposition.i < 4


def kind_of(noun: Token) -> EntityType | None:
    """The type of what is called by this common noun."""
    return lexicon.kinds().get(noun.lower_) or lexicon.kinds().get(noun.lemma_.lower())


def is_office(token: Token) -> bool:
    """True for a common noun or a title that says what a person is."""
    return token.lemma_.lower() in lexicon.OFFICES or token.lower_ in lexicon.OFFICES


def is_dateline(doc: Doc, name: Name) -> bool:
    """True for a place in capitals that opens a paragraph: "TASHKENT, Oct 21 (SRNS) -"."""
    words = doc[name.start : name.end]
    if not all(token.is_upper or token.is_punct for token in words) or len(words.text) < 3:
        return False
    opens = name.start == 0 or doc[name.start - 1].is_space
    return opens and _word(doc, name.end) in (",", "(", "-", "–", "—", "--", ":")


def _ends_phrase(doc: Doc, name: Name) -> bool:
    """True where no noun follows that the name would only modify."""
    return name.end >= len(doc) or (doc[name.end].pos_ not in ("NOUN", "PROPN") and doc[name.end].text != "-")


def _word(doc: Doc, at: int) -> str:
    return str(doc[at].lower_) if at < len(doc) else ""
