"""Bare numbers that count people: "killing nine", "two were acquitted", "three of them said"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.quantities.counted import of_behind
from briefing.nlp.quantities.units import cues

_STATES = 200
"""More than there are states, which sign and refuse as people do."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ALSO_ONE = frozenset({"accused", "deceased", "disabled"})
"""Of the words for people who came to harm, those that may also name one: "the accused, 27, denies it"."""
_ONES = frozenset({"them", "whom", "us", "you"})


def casualties(token: Token) -> bool:
    """Whether the bare number at ``token`` counts people who came to harm: "killing nine", "31 were injured"."""
    verbs = cues()["words"]["casualties"]
    if token.i > 1 and token.nbor(-1).lower_ == "of" and token.nbor(-2).lower_ in cues()["words"]["parents"]:
        return False
    of = of_behind(token, token.idx + len(token.text))
    if of is not None and not any(child.lower_ in _ONES for child in of.children):
        return any(child.lower_ == "those" or child.lower_ in cues()["words"]["fates"] for child in of.children)
    following = token.doc[token.i + 1 : token.i + 3]
    if [word.lower_ for word in following] == ["on", "board"]:
        return True
    for word in following:
        if word.lower_ in cues()["words"]["fates"]:
            return True
        if word.lemma_ != "be":
            break
    if token.dep_ == "nsubjpass" and token.head.lemma_ == "take":
        behind = token.doc[token.head.i + 1 : token.head.i + 5]
        return any(word.lemma_.lower() == "hospital" for word in behind)
    return token.dep_ in ("dobj", "nsubjpass", "nsubj", "oprd") and token.head.lemma_.lower() in verbs


def counts_people(token: Token, value: float) -> bool:
    """Whether the bare number at ``token`` does or undergoes what only people do: "three said", "six were jailed"."""
    words = cues()["words"]
    if any(child.dep_ == "relcl" and _told_by_who(child) for child in token.children):
        return True
    if _in_apposition(token) or _is_crowd(token):
        return True
    verb = token.head
    if token.dep_ == "conj":
        return False
    if token.dep_ in _SUBJECTS and verb.lemma_ == "be":
        return any(child.lower_ in words["human_states"] for child in verb.children) or _is_kept(verb)
    lemma = verb.lemma_.lower()
    if token.dep_ == "nsubj":
        told = verb.tag_ != "VBN" and lemma in words["telling"]
        if value > _STATES and lemma in words["many_do"]:
            return True
        return lemma in words["people_do"] or told or (lemma == "remain" and _is_kept(verb))
    if lemma in words["done_to_people"]:
        return token.dep_ in ("nsubjpass", "dobj")
    return token.dep_ == "nsubjpass" and lemma == "find" and any(child.lower_ == "guilty" for child in verb.children)


def _told_by_who(clause: Token) -> bool:
    return any(child.lower_ == "who" and child.dep_ in _SUBJECTS for child in clause.children)


def _in_apposition(token: Token) -> bool:
    """As in "The injured, 57 at last count, were flown out"."""
    if token.i < 2 or token.nbor(-1).text != ",":
        return False
    people = token.nbor(-2)
    if people.lower_ in _ALSO_ONE:
        return False
    return people.lower_ in cues()["words"]["fates"] and token.i > 2 and token.nbor(-3).dep_ in ("det", "amod", "poss")


def _is_crowd(token: Token) -> bool:
    """As in "played in front of 22,000"."""
    return token.i > 2 and token.nbor(-1).lower_ == "of" and token.nbor(-2).lower_ == "front"


def _is_kept(verb: Token) -> bool:
    """As in "14 are in intensive care", "two remain in custody"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "under"):
            return any(place.lemma_.lower() in cues()["words"]["keeps_people"] for place in child.children)
    return False
