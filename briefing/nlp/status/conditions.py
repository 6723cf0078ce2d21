"""Conditions and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.nlp.status.lexicon import StatusLexicon
from briefing.nlp.status.operators import Operator

_CLAUSES = frozenset({"advcl", "pcomp"})
_MODALS = frozenset({"could", "might", "would", "may"})
_LONGEST_PHRASE = 3


def conditions(verb: Token, cues: StatusLexicon, *, negated: bool) -> Iterator[Operator]:
    """The verb's own clause as a condition, or as what follows from one.

    Args:
        verb: Of the clause.
        cues: The lexicon.
        negated: Whether the verb is negated; "not until" is a condition, "until" a time.
    """
    if verb.dep_ in _CLAUSES:
        main = main_verb(verb)
        if open_question(verb, main, cues):
            yield Operator("hedged", "open-question")
        elif _is_condition(verb, cues, modal=_has_modal(main)):
            yield Operator("conditional", "condition")
    elif verb.dep_ == "acl" and verb.head.lemma_.lower() in cues.condition_nouns:
        yield Operator("conditional", "condition")
    if verb.lemma_.lower() in cues.reporting:
        return
    modal = _has_modal(verb)
    for clause in _clauses_of(verb):
        until = negated and any(mark.lower_ in {"until", "unless"} for mark in clause.children)
        if until or (_is_condition(clause, cues, modal=modal) and not open_question(clause, verb, cues)):
            yield Operator("conditional", "consequence")


def main_verb(clause: Token) -> Token:
    """The verb that an adverbial clause belongs to, also through an adverb ("as long as the truce holds")."""
    return clause.head.head if clause.head.pos_ == "ADV" or clause.dep_ == "pcomp" else clause.head


def open_question(clause: Token, main: Token, cues: StatusLexicon) -> bool:
    """True for the clause in "it is unclear if"."""
    if not any(child.dep_ == "mark" and child.lower_ in {"if", "whether"} for child in clause.children):
        return False
    return any(child.dep_ == "acomp" and cues.clauses.get(child.lower_) == "hedged" for child in main.children)


def _clauses_of(verb: Token) -> Iterator[Token]:
    """Adverbial clauses of a verb, those of its adverbs included."""
    for child in verb.children:
        if child.dep_ in _CLAUSES:
            yield child
        elif child.dep_ in {"advmod", "prep"}:
            yield from (clause for clause in child.children if clause.dep_ in _CLAUSES)


def _is_condition(clause: Token, cues: StatusLexicon, *, modal: bool) -> bool:
    """Whether a clause is a condition; ``modal`` where its main clause has "could", "might" or "would"."""
    if clause.lower_ in cues.conditions or (clause.dep_ == "pcomp" and clause.head.lower_ in cues.conditions):
        return True
    for child in clause.lefts:
        if child.dep_ in {"mark", "advmod", "prep", "det"}:
            word = child.lower_
            if word in cues.conditions or (modal and word in cues.conditions_with_modal):
                return True
    first = clause.left_edge.i
    around = [token.lower_ for token in clause.doc[max(0, first - _LONGEST_PHRASE) : first + _LONGEST_PHRASE]]
    return any(_holds(around, phrase) for phrase in cues.condition_phrases) or _inverted(clause)


def _holds(words: list[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(words[at : at + size]) == phrase for at in range(len(words) - size + 1))


def _inverted(clause: Token) -> bool:
    """True for a condition without a conjunction: "should the talks fail", "had they known"."""
    first = clause.left_edge
    if first.lower_ not in {"should", "had", "were"} or first.head != clause:
        return False
    return any(child.dep_ in {"nsubj", "nsubjpass"} and child.i > first.i for child in clause.children)


def _has_modal(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in _MODALS for child in verb.children)
