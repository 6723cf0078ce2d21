"""Verbs that are all that tells of what they deny or promise: "denied this", "promised a new bridge"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.status.lexicon import StatusLexicon
from briefing.nlp.status.operators import NONE, Operator, Operators, is_claim, is_negated

_CONTRADICTING = frozenset({"contest", "dispute", "refute", "rebut", "contradict", "reject", "dismiss", "deny"})
_DISPUTING = frozenset({"deny", "dispute", "refute", "rebut"})
_CLAUSES = frozenset({"ccomp", "xcomp", "dative", "oprd"})


def of_contents(verb: Token, operators: Operators, facts: set[int], cues: StatusLexicon) -> Operators:
    """What is denied or promised by ``verb``, where no other fact tells it.

    Args:
        verb: The predicate.
        operators: Those over it.
        facts: Where the facts' predicates begin, in characters.
        cues: The lexicon.
    """
    lemma = verb.lemma_.lower()
    if lemma in cues.admitting:
        return _not_admitted(verb, operators, cues)
    denies = lemma in cues.rejecting
    if (not denies and lemma not in cues.promising) or verb.pos_ != "VERB" or is_negated(operators):
        return NONE
    thing = None
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass"}:
            thing = child
        elif child.dep_ in _CLAUSES and child.i > verb.i:
            return NONE
    if denies and verb.dep_ == "relcl" and (thing is None or thing.tag_ in {"WDT", "WP"}):
        claim = verb.head.lemma_.lower() in cues.hearsay or lemma in _DISPUTING
        return frozenset({Operator("denied", f"{lemma}-this")}) if claim else NONE
    if thing is None:
        return NONE
    if denies:
        denied = (
            is_claim(thing, cues)
            or _is_account(lemma, thing, cues)
            or (lemma == "deny" and thing.idx not in facts and thing.lemma_.lower() not in cues.granting)
        )
        return frozenset({Operator("denied", f"{lemma}-this")}) if denied else NONE
    if thing.dep_ == "dobj" and thing.idx not in facts:
        return frozenset({Operator("planned", f"{lemma}-object")})
    return NONE


def _not_admitted(verb: Token, operators: Operators, cues: StatusLexicon) -> Operators:
    """The status in "does not recognise this account", "refuses to accept the findings"."""
    if not is_negated(operators):
        return NONE
    for thing in verb.rights:
        if thing.dep_ == "dobj" and thing.lemma_.lower() in cues.accounts | cues.hearsay | cues.wrongs:
            return frozenset({Operator("denied", f"not-{verb.lemma_.lower()}")})
    return NONE


def _is_account(verb: str, thing: Token, cues: StatusLexicon) -> bool:
    """True for what somebody has found or told, contradicted: "contested the report's findings"."""
    return verb in _CONTRADICTING and thing.lemma_.lower() in cues.accounts
