"""Parses that are surely wrong, mended on the Doc before the facts are read from it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.nlp.columns import tokens_with
from briefing.nlp.facts.lexicon import Lexicon, lexicon
from briefing.nlp.facts.reduced import mend_reduced

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_HIGHEST = 4
_ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def mend(doc: Doc) -> None:
    """Hang on its verb the doer of a passive, and on the first subject the second: only heads and labels change."""
    words = lexicon()
    mend_reduced(doc, words)
    for token in tokens_with(doc, "DEP", _SUBJECTS | {"prep"}):
        dep = token.dep_
        if dep == "prep" and token.lower_ == "by":
            _doer(token, words)
            _doer_of_noun(token, words)
        elif dep in _SUBJECTS:
            if token.head.dep_ in _AUXILIARIES and token.head.head.pos_ == "VERB":
                token.head = token.head.head
            _second_subject(token)


def _doer(by: Token, words: Lexicon) -> None:
    """As in "was given to the builder by the bank", where the parser has a builder by the bank."""
    verb = by.head
    if words.noun_class(verb.lemma_.lower()) is not None:
        return
    for _ in range(_HIGHEST):
        if verb.pos_ not in {"NOUN", "PROPN"}:
            break
        if verb.dep_ == "dobj":
            verb = verb.head
        elif verb.dep_ == "pobj":
            verb = verb.head.head
        else:
            return
    if verb == by.head or verb.tag_ != "VBN":
        return
    children = [child.dep_ for child in verb.children]
    if "auxpass" not in children or "agent" in children:
        return
    doer = next((child for child in by.rights if child.dep_ == "pobj"), None)
    if doer is not None and (doer.ent_type_ in _ACTORS or words.acts(doer.lemma_.lower())):
        by.head, by.dep_ = verb, "agent"


def _doer_of_noun(by: Token, words: Lexicon) -> None:
    """As in "cleared the takeover of Brent Air by its rival", where the parser has it cleared by the rival."""
    verb = by.head
    if verb.pos_ != "VERB" or any(child.dep_ == "auxpass" for child in verb.lefts):
        return
    noun = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < by.i), None)
    if noun is None or words.noun_class(noun.lemma_.lower()) not in {"act", "activity"}:
        return
    doer = next((child for child in by.rights if child.dep_ == "pobj"), None)
    if doer is not None and (doer.ent_type_ in _ACTORS or words.acts(doer.lemma_.lower())):
        by.head = noun


def _second_subject(first: Token) -> None:
    """As in "The general, Ali Hassan, and two guards were shot", where the parser has two subjects."""
    verb = first.head
    second = next((child for child in verb.lefts if child.i > first.i and child.dep_ == first.dep_), None)
    if second is None or second.left_edge.i == 0:
        return
    joint = first.doc[second.left_edge.i - 1]
    if joint.dep_ == "cc" and joint.head == first:
        second.head, second.dep_ = first, "conj"
