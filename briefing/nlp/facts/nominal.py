"""Who takes part in what an event noun names: "Russia's ban on imports", "the refusal of the minister"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.model import Role
from briefing.nlp.facts.participants import AMOUNTS, PLACES, Found, Participants, governed

_POSSESSOR: dict[str, Role] = {"act": "agent", "happening": "patient", "activity": "agent", "state": "agent"}
_OF: dict[str, Role] = {"act": "patient", "happening": "patient", "activity": "agent", "state": "agent"}
_MEASURES = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_AIMED = frozenset({"on", "against", "for", "over"})


def of_noun(noun: Token, participants: Participants) -> Iterator[Found]:
    """Role and head word of each participant of an event noun."""
    kind = participants.subjects.noun_class(noun) or "activity"
    for child in noun.children:
        if child.i in participants.times:
            continue
        if child.dep_ == "poss":
            yield _possessor_role(child, kind, participants), child
        elif child.dep_ == "compound" and child.pos_ in {"NOUN", "PROPN"} and kind in {"act", "happening"}:
            yield ("agent" if child.pos_ == "PROPN" and kind == "act" else "patient"), child
        elif child.dep_ in {"prep", "agent"}:
            yield from _of_phrase(child, kind, participants)


def _possessor_role(possessor: Token, kind: str, participants: Participants) -> Role:
    """The doer in "the minister's purchase", the thing in "the phone's release"."""
    undergoes = kind == "act" and possessor.pos_ == "NOUN" and not participants.words.acts(possessor.lemma_.lower())
    return "patient" if undergoes else _POSSESSOR.get(kind, "agent")


def _of_phrase(preposition: Token, kind: str, participants: Participants) -> Iterator[Found]:
    word = preposition.lower_
    for noun in governed(preposition):
        if noun.i in participants.times:
            yield "time", noun
        elif noun.ent_type_ in _MEASURES or (noun.ent_type_ in AMOUNTS and noun.pos_ in {"NUM", "SYM"}):
            yield "attribute", noun
        elif word in {"by", "between", "among"}:
            yield "agent", noun
        elif word == "with" and kind == "activity":
            yield "patient", noun
        elif noun.ent_type_ in PLACES and word in participants.words.place_prepositions:
            yield "place", noun
        elif word == "of":
            yield _OF.get(kind, "patient"), noun
        elif word in _AIMED and kind in {"act", "activity"}:
            yield "patient", noun
