"""Relative clauses: what their pronouns stand for, and those that the parser takes for something else."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.facts.lexicon import lexicon
from briefing.nlp.names.agents import is_body, is_human

_PAST = frozenset({"VBD", "VBN"})
_DEEPEST = 12
_WHO = frozenset({"who", "whom"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_HANGING = frozenset({"pobj", "prep", "amod", "appos", "acl", "poss", "compound"})


def antecedent(word: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for; any other word itself.

    Of what an apposition describes by name, the name ("Anna Berg, the minister, who"); for "who", the nearest noun
    before it that can be a person ("people familiar with the matter who").
    """
    if word.tag_ not in {"WDT", "WP"}:
        return word
    clause = verb
    for _ in range(_DEEPEST):
        if clause.dep_ == "relcl":
            return _named(_person(clause.head) if word.lower_ in _WHO else clause.head)
        if clause.dep_ not in {"conj", "ccomp", "xcomp"}:
            break
        clause = clause.head
    return word


def _named(noun: Token) -> Token:
    described = noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN" and noun.i > noun.head.i
    return noun.head if described else noun


def _person(noun: Token) -> Token:
    """The noun, or where it is a thing or a body the nearest person that it hangs on; itself where there is none."""
    above = noun
    for _ in range(_DEEPEST):
        if above.pos_ in _NOMINAL and _may_be_person(above):
            return above
        if above.dep_ not in _HANGING or above.head == above:
            break
        above = above.head
    return noun


def _may_be_person(noun: Token) -> bool:
    if noun.ent_type_ or noun.pos_ != "NOUN":
        return noun.ent_type_ in {"PERSON", "NORP", "CARDINAL"} or noun.pos_ == "PRON"
    return (is_human(noun) or noun.lemma_ == "source" or lexicon().acts(noun.lemma_.lower())) and not is_body(noun)


def lost_object(verb: Token) -> Token | None:
    """Of "seized" in "the town (that) the rebels seized was empty", the town.

    The parser reads it as rebels that were seized and makes "was" the relative clause of the town.
    """
    subject = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in _PAST or subject.dep_ != "nsubj" or verb.i != subject.i + 1:
        return None
    main = subject.head
    if main.dep_ != "relcl" or main.i < verb.i or not main.head.i < subject.left_edge.i:
        return None
    between = main.doc[main.head.i + 1 : subject.left_edge.i]
    if any(token.lower_ not in {"that", "which", "whom"} for token in between):
        return None
    return main.head if all(child.dep_ in {"advmod", "neg"} for child in verb.children) else None


def lost_subject(verb: Token, own: Token) -> Token | None:
    """Of "was" in the same sentence, the town."""
    return next(
        (noun for child in own.rights if child.dep_ == "acl" and (noun := lost_object(child)) is not None), None
    )
