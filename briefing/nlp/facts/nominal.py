"""Who takes part in what an event noun names: "Russia's ban on imports", "the refusal of the minister"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.model import Role
from briefing.nlp.facts.participants import Found, Participants, governed

_POSSESSOR: dict[str, Role] = {"act": "agent", "happening": "patient", "activity": "agent", "state": "agent"}
_OF: dict[str, Role] = {"act": "patient", "happening": "patient", "activity": "agent", "state": "agent"}
_AIMED = frozenset({"on", "against", "for", "over"})


def of_noun(noun: Token, participants: Participants) -> Iterator[Found]:
    """Role and head word of each participant of an event noun."""
    kind = participants.noun_class(noun) or "activity"
    doer = False
    for child in noun.children:
        if child.dep_ == "poss" and child.i not in participants.times:
            doer = True
            yield _POSSESSOR.get(kind, "agent"), child
        elif child.dep_ == "compound" and child.pos_ in {"NOUN", "PROPN"} and kind in {"act", "happening"}:
            yield ("agent" if child.pos_ == "PROPN" and kind == "act" else "patient"), child
        elif child.dep_ in {"prep", "agent"}:
            yield from _of_phrase(noun, child, kind, participants)
    if not doer:
        yield from (("agent", word) for word in _carried(noun, participants))


def _of_phrase(noun: Token, preposition: Token, kind: str, participants: Participants) -> Iterator[Found]:
    word = preposition.lower_
    for governed_noun in governed(preposition):
        if governed_noun.i in participants.times:
            yield "time", governed_noun
        elif word == "of" and participants.noun_class(governed_noun) is None:
            yield _OF.get(kind, "patient"), governed_noun
        elif word in {"by", "between", "among"}:
            yield "agent", governed_noun
        elif word in _AIMED and kind in {"act", "activity"} and participants.noun_class(governed_noun) is None:
            yield "patient", governed_noun
        elif governed_noun.ent_type_ in {"GPE", "LOC", "FAC"}:
            yield "place", governed_noun
        elif word == "with" and kind == "activity":
            yield "patient", governed_noun


def _carried(noun: Token, participants: Participants) -> Iterator[Token]:
    """The subject of the light verb that carries the noun: "the minister made a visit"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB" or verb.lemma_.lower() not in participants.words.light:
        return
    subject = participants.subject(verb)
    if subject is not None and participants.noun_class(subject) is None:
        yield subject
