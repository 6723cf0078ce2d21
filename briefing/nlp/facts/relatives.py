"""Relative clauses: what their pronouns stand for, and those that the parser takes for something else."""

from __future__ import annotations

from spacy.tokens import Token

_PAST = frozenset({"VBD", "VBN"})
_DEEPEST = 12


def antecedent(word: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for; any other word itself."""
    if word.tag_ not in {"WDT", "WP"}:
        return word
    clause = verb
    for _ in range(_DEEPEST):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.dep_ not in {"conj", "ccomp", "xcomp"}:
            break
        clause = clause.head
    return word


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
