"""Scope of nouns: over their clauses, and over nouns of doing under a verb or another noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Token

from briefing.nlp.facts.verbs import is_infinitive
from briefing.nlp.status.conditions import condition_phrase
from briefing.nlp.status.lexicon import StatusLexicon
from briefing.nlp.status.operators import DEEPEST, NONE, Operator, Operators, is_negated, is_unsettled, operator_of
from briefing.nlp.status.telling import blamed_for
from briefing.nlp.status.words import governor, is_called_for_a_day, is_contrasted, is_definite, is_passive, rejects

if TYPE_CHECKING:
    from briefing.nlp.status.scope import Scopes


_AGAINST = frozenset({"at", "against", "on", "off"})


def noun_clause(scopes: Scopes, word: Token, head: Token, depth: int) -> Operators:
    """Scope of a noun over its clause: "a plan to carry", "denied reports that", "no evidence that"."""
    lemma = head.lemma_.lower()
    infinitive = is_infinitive(word)
    table = scopes.cues.infinitive_nouns if infinitive else scopes.cues.clause_nouns
    finite = infinitive or any(child.dep_ == "mark" for child in word.children) or says_what(scopes, word, head)
    if not finite:
        return NONE
    above = scopes.operators(head, depth + 1)
    few = any(child.lower_ in {"few", "little", "no"} for child in head.children)
    if infinitive and head.dep_ == "dobj" and head.head.lemma_ == "lack":
        return frozenset({Operator("negated", "lack-to")})
    if infinitive and few and lemma in table:
        return frozenset({Operator("negated", f"no-{lemma}")})
    if not infinitive and lemma in scopes.cues.certain and (few or is_negated(above)):
        return NONE
    if not infinitive and is_negated(above) and table.get(lemma) in {None, "hedged"}:
        return frozenset({Operator("negated", f"no-{lemma}")})
    if not infinitive and any(child.lower_ == "no" and child.dep_ == "det" for child in head.children):
        return frozenset({Operator("negated", f"no-{lemma}")})
    kind = "hearsay" if lemma in scopes.cues.hearsay and not infinitive else "noun"
    found = set(operator_of(table.get(lemma), f"{kind}-{lemma}"))
    if infinitive and lemma in table:
        found.update(above)
    if not infinitive:
        found.update(_rejected(scopes, head, depth))
        if _labelled(word, head.head, scopes.cues):
            found.add(Operator("denied", f"called-baseless-{lemma}"))
    return frozenset(found)


def _rejected(scopes: Scopes, noun: Token, depth: int) -> Operators:
    """What becomes of what a noun says: "rejected reports", "the charge is untrue", "false claims"."""
    verb, lemma = noun.head, noun.lemma_.lower()
    if noun.dep_ == "conj":
        return _rejected(scopes, verb, depth + 1) if depth < DEEPEST else NONE
    if any(child.dep_ == "amod" and child.lower_ in scopes.cues.baseless for child in noun.children):
        return frozenset({Operator("denied", f"baseless-{lemma}")})
    if noun.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
    elif noun.dep_ == "pobj" and verb.lower_ in _AGAINST:
        answer = verb.head.head if verb.head.pos_ == "ADV" else verb.head
        if answer.pos_ == "VERB" and answer.lemma_.lower() in scopes.cues.scoffing:
            return frozenset({Operator("denied", f"{answer.lemma_.lower()}-{verb.lower_}-{lemma}")})
    no_truth = noun.dep_ == "pobj" and verb.lower_ == "in" and verb.head.lower_ in scopes.cues.denials
    if no_truth and is_negated(scopes.operators(verb.head, depth + 1)):
        return frozenset({Operator("denied", f"no-truth-in-{lemma}")})
    if noun.dep_ == "dobj" and _calls_baseless(verb, scopes.cues):
        return frozenset({Operator("denied", f"called-baseless-{lemma}")})
    if noun.dep_ in {"dobj", "nsubjpass", "pobj"} and rejects(verb, scopes.cues):
        if is_negated(scopes.operators(verb, depth + 1)):
            return frozenset({Operator("hedged", f"not-rejected-{lemma}")})
        return frozenset({Operator("denied", f"rejected-{lemma}")})
    if noun.dep_ == "nsubj" and verb.lemma_ == "be":
        told = (child for child in verb.children if child.dep_ in {"acomp", "attr"})
        if any(child.lower_ in scopes.cues.baseless for child in told):
            return frozenset({Operator("denied", f"baseless-{lemma}")})
    if noun.dep_ == "nsubj" and verb.lemma_ in {"be", "have", "lack"} and _has_no_ground(verb, scopes.cues):
        return frozenset({Operator("denied", f"groundless-{lemma}")})
    return NONE


def _has_no_ground(verb: Token, cues: StatusLexicon) -> bool:
    """True for "is without foundation", "has no basis", "lacks substance", said of a claim."""
    for child in verb.rights:
        if verb.lemma_ == "be" and child.lower_ == "without":
            return any(ground.lower_ in cues.denials for ground in child.rights)
        if verb.lemma_ != "be" and child.dep_ == "dobj" and child.lower_ in cues.denials:
            return verb.lemma_ == "lack" or any(word.lower_ == "no" for word in child.lefts)
    return False


def _labelled(word: Token, verb: Token, cues: StatusLexicon) -> bool:
    """True for "described reports that it failed as false", where a parse hangs "as false" on the clause."""
    if verb.lemma_.lower() not in cues.labelling:
        return False
    return any(c.lower_ in cues.baseless and c.i > word.i and c.nbor(-1).lower_ == "as" for c in word.rights)


def _calls_baseless(verb: Token, cues: StatusLexicon) -> bool:
    """True for "described as false the claim that", "called the report that it failed nonsense"."""
    for child in verb.children:
        if child.dep_ in {"oprd", "acomp"} and child.lower_ in cues.baseless:
            return True
        if child.lower_ == "as" and any(word.lower_ in cues.baseless for word in child.rights):
            return True
    return False


def above_noun(scopes: Scopes, noun: Token, head: Token, depth: int) -> Operators:
    """A noun of doing under a verb or another noun."""
    if noun.dep_ == "conj":
        if head.head == head or depth >= DEEPEST:
            return NONE
        above = above_noun(scopes, head, head.head, depth + 1)
        return frozenset(o for o in above if o.status != "negated") if is_contrasted(noun, head) else above
    if noun.dep_ in {"dobj", "nsubjpass", "attr", "nsubj", "acomp"} and head.pos_ in {"VERB", "AUX"}:
        return _argument(scopes, noun, head, depth)
    if noun.dep_ == "pobj":
        if head.lower_ == "to" and head.head.lower_ == "guilty" and any(c.dep_ == "neg" for c in head.head.children):
            return frozenset({Operator("denied", "not-guilty")})
        if condition_phrase(noun, scopes.cues):
            return frozenset({Operator("conditional", "condition")})
        if head.lower_ == "without" and is_definite(noun):
            return NONE
        return _of_phrase(scopes, head, depth)
    return NONE


def _argument(scopes: Scopes, noun: Token, verb: Token, depth: int) -> Operators:
    lemma = verb.lemma_.lower()
    above = scopes.operators(verb, depth + 1)
    if noun.dep_ in {"dobj", "nsubjpass"}:
        if is_called_for_a_day(verb, scopes.cues):
            return above | {Operator("planned", f"{lemma}-for")}
        status = scopes.cues.objects.get(governor(verb)) if not _does_it_itself(noun, verb, scopes.cues) else None
        if status == "negated" and lemma in scopes.cues.presupposing and is_definite(noun) and is_unsettled(above):
            return NONE
        if status:
            if is_negated(above):
                return operator_of("hedged", "double-negation") if status == "negated" else NONE
            return operator_of(status, f"object-of-{lemma}") | (above if status == "planned" else NONE)
    if lemma not in scopes.cues.making and is_negated(above):
        above = frozenset(operator for operator in above if operator.status not in {"negated", "planned"})
    if noun.dep_ == "dobj" and lemma in scopes.cues.presupposing:
        return NONE
    if is_definite(noun) and lemma not in scopes.cues.taking_place:
        return NONE
    return above


def _does_it_itself(noun: Token, verb: Token, cues: StatusLexicon) -> bool:
    """True for "the inquiry is expected to find", where it is under way; not for "the talks are expected to begin"."""
    if noun.dep_ != "nsubjpass":
        return False
    does = next((child for child in verb.rights if child.dep_ == "xcomp"), None)
    return does is not None and is_definite(noun) and does.lemma_.lower() not in cues.taking_place | {"be"}


def _of_phrase(scopes: Scopes, preposition: Token, depth: int) -> Operators:
    if preposition.lower_ in {"without", "pending"}:
        return operator_of(scopes.cues.prepositions.get(preposition.lower_), f"preposition-{preposition.lower_}")
    governor = preposition.head
    lemma = governor.lemma_.lower()
    if governor.pos_ == "NOUN":
        if preposition.lower_ not in {"of", "for"}:
            return NONE
        rejected = _rejected(scopes, governor, depth) if lemma in scopes.cues.clause_nouns else NONE
        return rejected or _of_noun(scopes, governor, preposition, depth)
    if governor.pos_ == "VERB" and lemma in scopes.cues.accusing and _accuses(governor, preposition):
        return blamed_for(governor, preposition, scopes.cues)
    if preposition.lower_ == "from" and lemma in scopes.cues.preventing and governor.pos_ == "VERB":
        return frozenset({Operator("negated", f"from-{lemma}")})
    if preposition.lower_ not in {"of", "for"}:
        return NONE
    if preposition.lower_ == "for" and governor.pos_ == "VERB" and lemma in scopes.cues.calling:
        return scopes.operators(governor, depth + 1) | operator_of("planned", f"{lemma}-for")
    if preposition.lower_ == "for" and governor.pos_ == "VERB":
        return frozenset(o for o in scopes.operators(governor, depth + 1) if o.status == "planned")
    return NONE


def _of_noun(scopes: Scopes, noun: Token, preposition: Token, depth: int) -> Operators:
    """Scope of a noun over what follows its "of" or "for", negated with it: "no need for an inquiry"."""
    lemma = noun.lemma_.lower()
    status = scopes.cues.nouns_of.get(lemma)
    if status is None and lemma not in scopes.cues.evidential:
        return NONE
    if not is_negated(above_bearer(scopes, noun, depth)):
        return operator_of(status, f"{lemma}-{preposition.lower_}")
    return operator_of("negated", f"no-{lemma}") if status in {None, "planned", "hedged"} else NONE


def above_bearer(scopes: Scopes, noun: Token, depth: int) -> Operators:
    """The operators over a noun, and over a copula that it tells of: "was never in danger of"."""
    above = scopes.operators(noun, depth + 1)
    if noun.dep_ == "pobj" and noun.head.head.lemma_ == "be":
        above |= scopes.own(noun.head.head)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in scopes.cues.lacking and is_negated(scopes.own(verb)):
        above |= {Operator("negated", f"no-{noun.lemma_.lower()}")}
    return above


def of_nothing(scopes: Scopes, word: Token, head: Token, own: Operators, depth: int) -> Operators:
    """Scope over what would be done by or with what is not there: "no law requiring", "nothing to hide"."""
    if is_negated(own):
        return frozenset({Operator("hedged", "double-negation")})
    found = noun_clause(scopes, word, head, depth) if is_infinitive(word) else NONE
    return found | {Operator("negated", "absent")}


def says_what(scopes: Scopes, word: Token, head: Token) -> bool:
    """True for a clause that says what a noun says, though parsed as a relative one: "a report that it failed"."""
    if head.lemma_.lower() not in scopes.cues.clause_nouns:
        return False
    that = next((child for child in word.lefts if child.lower_ == "that"), None)
    if that is None or that.dep_ == "mark":
        return that is not None
    if that.dep_ != "dobj":
        return False
    return any(child.dep_ == "dobj" for child in word.rights) or head.lemma_.lower() in scopes.cues.hearsay


def _accuses(verb: Token, preposition: Token) -> bool:
    """True for the crime in "accused of fraud", "charged with murder", "tried for theft", "indicted on bribery"."""
    return preposition.lower_ in {"of", "with", "over", "for"} and (
        is_passive(verb) or verb.lemma_ in {"accuse", "suspect"}
    )
