"""Who takes part in what an event noun names: "Russia's ban on imports", "the refusal of the minister"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.model import Role
from briefing.nlp.facts.kinds import PLACES
from briefing.nlp.facts.participants import AMOUNTS, Found, Participants, governed
from briefing.nlp.facts.verbs import is_passive

_POSSESSOR: dict[str, Role] = {"act": "agent", "happening": "patient", "activity": "agent", "state": "agent"}
_OF: dict[str, Role] = {"act": "patient", "happening": "patient", "activity": "agent", "state": "agent"}
_MEASURES = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_AIMED = frozenset({"on", "against", "for", "over"})
_FOES = frozenset({"on", "against"})
_DONE = frozenset({"act", "activity"})


def of_noun(noun: Token, participants: Participants) -> Iterator[Found]:
    """Role and head word of each participant of an event noun, its own first, then those that a light verb lends it."""
    kind = participants.subjects.noun_class(noun) or "activity"
    own = list(_own(noun, kind, participants))
    has_patient = any(role == "patient" for role, _ in own)
    if any(role == "agent" and other.dep_ != "pobj" for role, other in own):
        yield from own
        return
    lent = list(_lent(noun, kind, participants, has_patient=has_patient))
    doing = any(role == "agent" for role, _ in lent)
    yield from (each for each in own if each[0] != "agent" or not doing)
    if doing or not any(role == "agent" for role, _ in own):
        yield from lent


def _own(noun: Token, kind: str, participants: Participants) -> Iterator[Found]:
    children = [child for child in noun.children if child.i not in participants.times]
    possessor = next((child for child in children if child.dep_ == "poss"), None)
    undergone = any(child.dep_ == "prep" and child.lower_ == "of" for child in children)
    by = any(child.dep_ in {"prep", "agent"} and child.lower_ == "by" for child in children)
    for child in children:
        if child.dep_ == "poss":
            yield _possessor_role(noun, child, kind, participants, alone=not undergone, by=by), child
        elif child.dep_ == "compound" and child.ent_type_ in AMOUNTS:
            yield "attribute", child
        elif child.dep_ == "compound" and child.pos_ in {"NOUN", "PROPN"} and kind != "state":
            role = _compound_role(child, kind, participants, doer=possessor is not None or by)
            if role is not None:
                yield role, child
        elif child.dep_ == "amod" and child.ent_type_ == "NORP" and kind in _DONE and possessor is None and not by:
            yield "agent", child
        elif child.dep_ in {"prep", "agent"}:
            yield from _of_phrase(noun, child, kind, participants)


def _possessor_role(
    noun: Token, possessor: Token, kind: str, participants: Participants, *, alone: bool, by: bool
) -> Role:
    """The doer in "the minister's purchase"; the thing in "the phone's release", the one in "his arrest"."""
    undergone = noun.lemma_.lower() in participants.words.done_to and possessor.ent_type_ != "GPE"
    if kind in _DONE and alone and (by or undergone):
        return "patient"
    thing = possessor.pos_ == "NOUN" or possessor.lower_ == "its"
    if kind == "act" and alone and thing and not participants.kinds.is_somebody(possessor):
        return "patient"
    return _POSSESSOR.get(kind, "agent")


def _compound_role(word: Token, kind: str, participants: Participants, *, doer: bool) -> Role | None:
    """The role of "police" in "police raid", of "oil" in "oil exports"; None where it may only say of which sort."""
    if kind == "activity" and participants.kinds.named_place(word):
        return "place"
    somebody = participants.kinds.is_somebody(word)
    if kind in _DONE and somebody and not doer:
        return "agent"
    if kind == "activity":
        return None
    return "patient"


def _of_phrase(noun: Token, preposition: Token, kind: str, participants: Participants) -> Iterator[Found]:
    word, words = preposition.lower_, participants.words
    for other in governed(preposition):
        if other.i in participants.times:
            yield "time", other
        elif other.ent_type_ in _MEASURES or (other.ent_type_ in AMOUNTS and other.pos_ in {"NUM", "SYM"}):
            yield "attribute", other
        elif word in {"by", "between", "among"}:
            yield "agent", other
        elif word == "with" and kind == "activity":
            yield "patient", other
        elif word == "to" and noun.lemma_.lower() in words.transfers:
            yield "recipient", other
        elif word == "of":
            done = noun.lemma_.lower() in words.done_to or _has_possessor(noun)
            somebody = kind == "state" or participants.kinds.is_somebody(other)
            yield ("patient" if done or not somebody else _OF.get(kind, "patient")), other
        elif (
            word == "from"
            and kind in _DONE
            and noun.lemma_.lower() not in words.motion
            and participants.kinds.is_somebody(other)
        ):
            yield "agent", other
        elif _undergoes(noun, word, other, kind, participants):
            yield "patient", other
        elif _says_where(word, other, kind, participants):
            yield "place", other
        elif word in _AIMED and (kind == "act" or (kind == "activity" and word in _FOES)):
            yield "patient", other
        elif word in _AIMED and kind == "activity":
            yield "other", other
        elif participants.kinds.is_place(other) and word in words.place_prepositions:
            yield "place", other


def _undergoes(noun: Token, word: str, other: Token, kind: str, participants: Participants) -> bool:
    """Whether a noun is done to what "to" or "in" governs: "damage to the bridge", "a rise in rents"."""
    lemma, words = noun.lemma_.lower(), participants.words
    if word == "to":
        return kind in _DONE and lemma in words.directed
    return word == "in" and lemma in words.changes and participants.kinds.of(other) not in PLACES


def _says_where(word: str, noun: Token, kind: str, participants: Participants) -> bool:
    """Whether a named place says where: "talks in Geneva", "a festival on the Strip", but not "sanctions on Iran"."""
    if not participants.kinds.named_place(noun) or word not in participants.words.place_prepositions:
        return False
    if word == "over":
        return kind == "act"
    return word not in _AIMED or (word == "on" and participants.kinds.of(noun) != "GPE" and kind == "activity")


def _has_to_do(noun: Token, verb: Token) -> bool:
    """Whether somebody has a plan to do something, a hope that something will be."""
    return verb.lemma_ == "have" and any(child.dep_ == "acl" for child in noun.rights)


def _has_possessor(noun: Token) -> bool:
    return any(child.dep_ == "poss" for child in noun.lefts)


def _lent(noun: Token, kind: str, participants: Participants, *, has_patient: bool) -> Iterator[Found]:
    """What the light verb says of it: "the board made a decision on Tuesday", "a raid was launched by police"."""
    verb = noun.head
    if verb.pos_ != "VERB" or not (participants.lends(verb) or _has_to_do(noun, verb)):
        return
    if noun.dep_ == "dobj" and not is_passive(verb, participants.words):
        subject = participants.subjects.of(verb)
        doers = [subject] if subject is not None else []
    elif noun.dep_ == "nsubjpass":
        doers = list(participants.doers(verb))
    else:
        return
    undergone = kind == "happening" or participants.lemma(verb) in participants.words.light_undergone
    if not (undergone and has_patient):
        yield from (("patient" if undergone else "agent", doer) for doer in doers)
    for child in verb.children:
        if child.i in participants.times and child.dep_ in {"npadvmod", "advmod"}:
            yield "time", child
        elif child.dep_ == "prep":
            found = participants.of_preposition(child, verb)
            yield from ((role, other) for role, other in found if role == "time")
