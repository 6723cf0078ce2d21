"""Scope of verbs, adjectives and prepositions over the clauses under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from briefing.model import Status
from briefing.nlp.facts.verbs import is_infinitive
from briefing.nlp.status.nouns import above_bearer, noun_clause
from briefing.nlp.status.operators import NONE, Operator, Operators, is_negated, operator_of
from briefing.nlp.status.telling import blamed_for, told_of
from briefing.nlp.status.words import governor, is_marked, is_passive

if TYPE_CHECKING:
    from briefing.nlp.status.scope import Scopes

_COPULAS = frozenset({"remain", "seem", "appear", "look", "become"})
_UNSETTLED = frozenset({"planned", "hedged", "negated", "conditional"})


def above_clause(scopes: Scopes, word: Token, head: Token, depth: int) -> Operators:
    """Scope over a clause: "believes 46 are missing", "denied that it was so", "asked whether"."""
    if head.pos_ in {"NOUN", "PROPN"}:
        return noun_clause(scopes, word, head, depth)
    if word.i < head.i and any(child.dep_ == "dobj" for child in head.rights):
        return NONE
    if any(child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in word.children):
        return frozenset({Operator("hedged", "open-question")})
    lemma = head.lemma_.lower()
    if lemma in scopes.cues.proving and word.i > head.i and _is_unsettled(scopes, head, depth):
        return frozenset({Operator("hedged", f"to-{lemma}")})
    if word.i < head.i and lemma in scopes.cues.reporting and lemma not in {"believe", "think"}:
        return NONE
    status = scopes.cues.clauses.get(governor(head).lower())
    participle = word.tag_ in {"VBN", "VBG"} or (word.tag_ == "VBD" and lemma == "want")
    if participle and not any(child.dep_ in {"aux", "auxpass", "mark"} for child in word.children):
        status = scopes.cues.infinitives.get(lemma, status) if lemma not in scopes.cues.reporting else status
    if word.tag_ == "VBN" and lemma in {"get", "have"} and not is_marked(word):
        return scopes.operators(head, depth + 1)
    if word.tag_ == "VB" and lemma in scopes.cues.mandating:
        return frozenset({Operator("planned", f"clause-{lemma}")})
    negated = is_negated(scopes.operators(head, depth + 1))
    if negated and lemma in scopes.cues.shifting:
        return frozenset({Operator("negated", f"negated-{lemma}")})
    if negated and (status in {"denied", "negated"} or lemma in scopes.cues.suggesting):
        return frozenset({Operator("hedged", f"not-{lemma}")})
    if head.pos_ == "ADJ" or lemma == "be" or (lemma in _COPULAS and _tells_quality(head)):
        return _above_copula(scopes, word, head, status, negated=negated, depth=depth)
    if status is None and is_passive(head) and any(child.lower_ == "it" for child in head.lefts):
        status = scopes.cues.infinitives.get(lemma) if lemma not in scopes.cues.proving and lemma != "know" else None
        return operator_of(status, f"it-is-{lemma}") if status == "hedged" else NONE
    return operator_of(status, f"clause-{lemma}")


def _tells_quality(verb: Token) -> bool:
    return any(child.dep_ in {"acomp", "oprd"} for child in verb.rights)


def _above_copula(
    scopes: Scopes, word: Token, head: Token, status: Status | None, *, negated: bool, depth: int
) -> Operators:
    """Scope over a clause that is said to be so or not: "it is not true that", "that he fled is a lie"."""
    cues = scopes.cues
    before = scopes.doc[max(0, word.left_edge.i - 3) : word.left_edge.i].text.lower()
    if before.startswith("far from ") and before[9:] in cues.sure:
        return frozenset({Operator("hedged", "far-from")})
    told = (
        head
        if head.dep_ in {"acomp", "oprd"}
        else next((c for c in head.children if c.dep_ in {"acomp", "attr"}), None)
    )
    if told is None:
        return _operator_of_subject(scopes, head)
    above = scopes.operators(head.head if told == head else head, depth + 1)
    negated = negated or is_negated(above)
    if negated and (told.lower_ in cues.denials or told.lower_ in cues.untrue):
        return frozenset({Operator("denied", f"not-{told.lower_}")})
    if negated and told.lower_ in cues.sure:
        return frozenset({Operator("hedged", f"not-{told.lower_}")})
    if not negated and told.lower_ in cues.false:
        return frozenset({Operator("denied", f"called-{told.lower_}")})
    if told.lower_ in cues.sure or told.lower_ in cues.untrue:
        return frozenset(operator for operator in above if operator.status == "conditional")
    return operator_of(cues.clauses.get(told.lower_, status), f"clause-{told.lower_}")


def _operator_of_subject(scopes: Scopes, copula: Token) -> Operators:
    """The status of "the fear is that the dam will burst"."""
    subject = next((child for child in copula.lefts if child.dep_ == "nsubj"), None)
    status = scopes.cues.clause_nouns.get(subject.lemma_.lower()) if subject is not None else None
    return operator_of(status, f"{subject.lemma_.lower()}-is") if subject is not None and status else NONE


def _is_after(word: Token, before: str) -> bool:
    return word.i > 0 and word.nbor(-1).lower_ == before


def _is_unsettled(scopes: Scopes, verb: Token, depth: int) -> bool:
    """True for a verb of proof that is itself only planned, hedged or negated: "must prove that she knew"."""
    return any(operator.status in _UNSETTLED for operator in scopes.operators(verb, depth + 1))


def above_gerund(scopes: Scopes, word: Token, preposition: Token, depth: int) -> Operators:
    """Scope over a gerund: "without signing", "no intention of going", "barred them from using"."""
    name = preposition.lower_
    if preposition.i > 0 and name in {"of", "than"}:
        name = f"{scopes.doc[preposition.i - 1].lower_} {name}"
    status = scopes.cues.prepositions.get(preposition.lower_) or scopes.cues.prepositions.get(name)
    if status:
        return operator_of(status, f"preposition-{preposition.lower_}")
    governing = preposition.head
    if governing.lower_ == "due" or (preposition.lower_ == "due" and is_infinitive(word)):
        return frozenset({Operator("planned", "infinitive-due")}) if is_infinitive(word) else NONE
    if governing.lower_ == "guilty" and any(child.dep_ == "neg" for child in governing.children):
        return frozenset({Operator("denied", "not-guilty")})
    if (
        name in {"for", "on"}
        and governing.pos_ == "VERB"
        and scopes.cues.gerunds.get(governing.lemma_.lower()) == "planned"
    ):
        return frozenset({Operator("planned", f"{governing.lemma_.lower()}-{name}")})
    if name == "to" and governing.lower_ in scopes.cues.brinks:
        return scopes.operators(governing.head, depth + 1) | {Operator("planned", f"{governing.lower_}-to")}
    if name == "from" and (governing.lower_ == "far" or _is_after(preposition, "far")):
        return frozenset({Operator("negated", "far-from")})
    if governing.pos_ in {"NOUN", "PROPN"}:
        status = scopes.cues.infinitive_nouns.get(governing.lemma_.lower())
        if status is None and governing.lemma_.lower() in scopes.cues.evidential:
            status = "hedged"
        if status is None:
            return NONE
        if any(child.lower_ in {"little", "scant"} for child in governing.lefts):
            return frozenset({Operator("negated", f"little-{governing.lemma_.lower()}")})
        above = above_bearer(scopes, governing, depth)
        if status == "hedged" and is_negated(above):
            return frozenset({Operator("negated", f"no-{governing.lemma_.lower()}")})
        return above | operator_of(status, f"noun-{governing.lemma_.lower()}")
    if preposition.lower_ == "from" and governing.lemma_.lower() in scopes.cues.preventing:
        return frozenset({Operator("negated", f"from-{governing.lemma_.lower()}")})
    if governing.lemma_.lower() in scopes.cues.clearing and preposition.lower_ == "of":
        return frozenset({Operator("negated", f"{governing.lemma_.lower()}-of")})
    return blamed_for(governing, preposition, scopes.cues) or told_of(word, scopes.cues)
