"""Scope of verbs, adjectives and prepositions over the clauses under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from briefing.nlp.facts.verbs import is_infinitive
from briefing.nlp.status.nouns import noun_clause
from briefing.nlp.status.operators import NONE, Operator, Operators, is_negated, operator_of
from briefing.nlp.status.words import is_marked

if TYPE_CHECKING:
    from briefing.nlp.status.scope import Scopes

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
    status = scopes.cues.clauses.get(lemma)
    if word.tag_ in {"VBN", "VBG"} and not any(child.dep_ in {"aux", "mark"} for child in word.children):
        status = scopes.cues.infinitives.get(lemma, status) if lemma not in scopes.cues.reporting else status
    if word.tag_ == "VBN" and lemma in {"get", "have"} and not is_marked(word):
        return scopes.operators(head, depth + 1)
    if word.tag_ == "VB" and lemma in scopes.cues.mandating:
        return frozenset({Operator("planned", f"clause-{lemma}")})
    negated = is_negated(scopes.operators(head, depth + 1))
    if negated and lemma in scopes.cues.shifting:
        return frozenset({Operator("negated", f"negated-{lemma}")})
    if negated and (status == "denied" or lemma in scopes.cues.suggesting):
        return frozenset({Operator("hedged", f"not-{lemma}")})
    if head.pos_ == "ADJ" or lemma == "be":
        before = scopes.doc[max(0, word.left_edge.i - 3) : word.left_edge.i].text.lower()
        if before.startswith("far from ") and before[9:] in scopes.cues.sure:
            return frozenset({Operator("hedged", "far-from")})
        adjective = head if head.dep_ == "acomp" else next((c for c in head.children if c.dep_ == "acomp"), None)
        negated = negated or is_negated(scopes.operators(head.head, depth + 1)) if adjective is head else negated
        if adjective is not None:
            if negated and adjective.lower_ in scopes.cues.denials:
                return frozenset({Operator("denied", f"not-{adjective.lower_}")})
            if negated and adjective.lower_ in scopes.cues.sure:
                return frozenset({Operator("hedged", f"not-{adjective.lower_}")})
            status = scopes.cues.clauses.get(adjective.lower_, status)
    return operator_of(status, f"clause-{lemma}")


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
    governor = preposition.head
    if governor.lower_ == "due" or (preposition.lower_ == "due" and is_infinitive(word)):
        return frozenset({Operator("planned", "infinitive-due")}) if is_infinitive(word) else NONE
    if governor.lower_ == "guilty" and any(child.dep_ == "neg" for child in governor.children):
        return frozenset({Operator("denied", "not-guilty")})
    if name == "from" and governor.lower_ == "far":
        return frozenset({Operator("negated", "far-from")})
    if governor.pos_ in {"NOUN", "PROPN"}:
        status = scopes.cues.infinitive_nouns.get(governor.lemma_.lower())
        if status is None:
            return NONE
        above = scopes.operators(governor, depth + 1)
        return above | operator_of(status, f"noun-{governor.lemma_.lower()}")
    if preposition.lower_ == "from" and governor.lemma_.lower() in scopes.cues.preventing:
        return frozenset({Operator("negated", f"from-{governor.lemma_.lower()}")})
    if governor.lemma_.lower() in scopes.cues.clearing and preposition.lower_ == "of":
        return frozenset({Operator("negated", f"{governor.lemma_.lower()}-of")})
    if governor.lemma_.lower() in scopes.cues.accusing and preposition.lower_ in {"of", "with", "over", "for"}:
        return frozenset({Operator("hedged", f"{governor.lemma_.lower()}-{preposition.lower_}")})
    return NONE
