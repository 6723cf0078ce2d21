"""Conditions and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from briefing.nlp.status.lexicon import StatusLexicon
from briefing.nlp.status.operators import Operator
from briefing.nlp.status.words import governor

_CLAUSES = frozenset({"advcl", "pcomp"})
_CONDITION_DEPS = _CLAUSES | {"ccomp", "advmod", "prep"}
_INVERTED_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_MODALS = frozenset({"could", "might", "would", "may"})
_LONGEST_PHRASE = 3
_BEFORE_A_CLAUSE = frozenset({"mark", "cc", "punct"})


def conditions(verb: Token, children: Sequence[Token], cues: StatusLexicon, *, negated: bool) -> Iterator[Operator]:
    """The verb's own clause as a condition, or as what follows from one.

    A condition on a promise is one on what is promised: "agreed to disarm if" leaves the agreement as it is.

    Args:
        verb: Of the clause.
        children: Its dependents.
        cues: The lexicon.
        negated: Whether the verb is negated; "not until" is a condition, "until" a time.
    """
    if verb.dep_ in _CLAUSES:
        main = main_verb(verb)
        if open_question(verb, main, cues):
            yield Operator("hedged", "open-question")
        elif _is_condition(verb, cues, modal=_has_modal(main)) or (
            _waits(verb) and _has_not(main) and not _is_told(main)
        ):
            yield Operator("conditional", "condition")
    elif _hangs_on_condition(verb, cues):
        yield Operator("conditional", "condition")
    if verb.lemma_.lower() in cues.reporting:
        return
    if verb.dep_ == "xcomp" and cues.infinitives.get(verb.head.lemma_.lower()) == "planned" and _is_bare(verb.head):
        above = tuple(verb.head.children)
        if _follows(verb.head, above, cues, negated=negated) or _follows(verb, children, cues, negated=negated):
            yield Operator("conditional", "consequence")
    elif _follows(verb, _with_trailing(verb, children, cues), cues, negated=negated) and not (
        _promises(verb, cues) or (negated and _leaves_open(verb, cues))
    ):
        yield Operator("conditional", "consequence")
    elif _is_counterfactual(verb, children):
        yield Operator("conditional", "would-have-without")


def _with_trailing(verb: Token, children: Sequence[Token], cues: StatusLexicon) -> Sequence[Token]:
    """The verb's dependents, with a condition behind it hung on the reporting verb: "says it could, provided that"."""
    head = verb.head
    if verb.dep_ != "ccomp" or verb.i < head.i or head.lemma_.lower() not in cues.reporting:
        return children
    return (*children, *(c for c in head.rights if c.i > verb.i and c.dep_ in {"prep", "advcl"}))


def _hangs_on_condition(verb: Token, cues: StatusLexicon) -> bool:
    """True for the clause in "provided it passes", "on condition that it passes", "were it to pass"."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.lower_ == "were" and head.dep_ in {"ccomp", "advcl"} and _inverted(head):
        return True
    if verb.dep_ in {"ccomp", "dep"} and _inverted(verb):
        return head.lemma_.lower() not in cues.reporting
    if verb.dep_ == "ccomp" and _fallen_apart(head):
        return verb.i > head.i
    if verb.dep_ == "ccomp" and _stands_after_in_case(verb):
        return True
    if verb.dep_ == "ccomp":
        return head.lower_ in cues.conditions and head.dep_ in {"prep", "mark", "advcl"}
    if verb.dep_ not in {"acl", "relcl"}:
        return False
    return _is_condition_noun(head, cues) or (head.dep_ == "nsubj" and _inverted(head.head))


def _stands_after_in_case(clause: Token) -> bool:
    """True for the clause in "it would appeal in case the verdict went against it", hung on the verb by a parse."""
    first = clause.left_edge.i
    if not any(child.dep_ in _INVERTED_SUBJECTS for child in clause.lefts):
        return False
    return first > 1 and _holds([token.lower_ for token in clause.doc[first - 2 : first]], ("in", "case"))


def _fallen_apart(had: Token) -> bool:
    """True for the "had" of "they would have won had the rains not come", where a parse takes it for the main verb."""
    if had.lower_ != "had" or had.dep_ not in {"ROOT", "ccomp"}:
        return False
    sides = [child.i < had.i for child in had.children if child.dep_ == "ccomp"]
    return True in sides and False in sides


def _follows(verb: Token, children: Sequence[Token], cues: StatusLexicon, *, negated: bool) -> bool:
    """True where a verb has a condition beside it."""
    if verb.dep_ == "ccomp" and verb.i < verb.head.i and _fallen_apart(verb.head):
        return True
    modal: bool | None = None
    for child in children:
        dep = child.dep_
        if dep == "prep" and (child.lower_ == "depending" or _is_that_case(child)):
            return True
        if dep not in _CONDITION_DEPS:
            continue
        if dep == "ccomp" and child.i > verb.i and _stands_after_in_case(child) and _has_modal(verb):
            return True
        if modal is None:
            modal = any(other.dep_ == "aux" and other.lower_ in _MODALS for other in children)
        if dep == "prep" and _is_condition_phrase(child, cues, modal=modal):
            return True
        if dep in _CLAUSES or (dep == "ccomp" and (child.i < verb.i or child.lower_ == "were") and _inverted(child)):
            clauses = [child]
        else:
            clauses = [clause for clause in child.children if clause.dep_ in _CLAUSES] if dep != "ccomp" else []
        if any(_conditions(clause, verb, cues, modal=modal, negated=negated) for clause in clauses):
            return True
    return False


def _conditions(clause: Token, verb: Token, cues: StatusLexicon, *, modal: bool, negated: bool) -> bool:
    """True where what a verb says hangs on a clause of its own."""
    if negated and _waits(clause):
        return not _is_told(verb)
    if not _is_condition(clause, cues, modal=modal) or open_question(clause, verb, cues):
        return False
    return modal or not _is_precaution(clause)


def _is_condition_phrase(preposition: Token, cues: StatusLexicon, *, modal: bool) -> bool:
    """True for "provided" and its clause, "in the event of", "on condition that"."""
    if preposition.lower_ in cues.conditions:
        return any(child.dep_ == "ccomp" for child in preposition.children)
    for noun in preposition.rights:
        if noun.dep_ == "pobj":
            return _is_condition_noun(noun, cues) and (modal or (noun.lower_ != "case" and _has_clause(noun)))
    return False


def _is_that_case(preposition: Token) -> bool:
    """True for "in that case", "in such an event"."""
    if preposition.lower_ != "in":
        return False
    return any(
        noun.dep_ == "pobj" and noun.lower_ in {"case", "event"} and noun.left_edge.lower_ in {"that", "this", "such"}
        for noun in preposition.rights
    )


def _has_clause(noun: Token) -> bool:
    """True for "on condition that it passes"; what was done "on condition of anonymity" is done."""
    return noun.lower_ != "condition" or any(child.dep_ in {"acl", "relcl"} for child in noun.rights)


def _promises(verb: Token, cues: StatusLexicon) -> bool:
    """True for a verb of planning with an infinitive, told as done: "agreed to disarm"."""
    if cues.infinitives.get(verb.lemma_.lower()) != "planned" or not _is_bare(verb):
        return False
    return any(child.dep_ == "xcomp" for child in verb.children)


def _leaves_open(verb: Token, cues: StatusLexicon) -> bool:
    """True for "ruled out" in "had not ruled out closing it if": that is said, and what it leaves open hangs on it."""
    return cues.gerunds.get(governor(verb)) == "negated" and _is_bare(verb)


def _is_bare(verb: Token) -> bool:
    return not any(child.dep_ == "aux" and child.tag_ in {"MD", "TO"} for child in verb.children)


def _is_condition_noun(noun: Token, cues: StatusLexicon) -> bool:
    """True for the noun in "on condition that", "in the event of"."""
    if noun.lemma_.lower() not in cues.condition_nouns or noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "on"}:
        return False
    return any(child.dep_ in {"acl", "relcl"} or child.lower_ == "of" for child in noun.rights)


_OTHERWISE_THAN = frozenset(
    {"say", "think", "believe", "suggest", "know", "claim", "argue", "decide", "do", "show", "be"}
)
"""What is done otherwise in another way, not under another condition."""


def _is_counterfactual(verb: Token, children: Sequence[Token]) -> bool:
    """True for "it would have cost less", "without the loan it would fail", "but for the rain they would".

    A parse may hang the clause on the noun after "without".
    """
    auxiliaries = {child.lower_ for child in children if child.dep_ == "aux"}
    if {"would", "have"} <= auxiliaries:
        return True
    if not auxiliaries & {"would", "could", "might"}:
        return False
    if verb.dep_ in {"relcl", "ccomp"} and verb.head.dep_ == "pobj" and verb.head.head.lower_ == "without":
        first = next((child for child in children if not child.is_punct), verb)
        return first.dep_ in _INVERTED_SUBJECTS and first.tag_ not in {"WDT", "WP"}
    opening = next((token.i for token in children if token.dep_ not in _BEFORE_A_CLAUSE), verb.i)
    for child in children:
        if child.lower_ in {"without", "otherwise"} and ("have" in auxiliaries or child.i == opening):
            return True
        if child.lower_ == "otherwise" and verb.lemma_ not in _OTHERWISE_THAN:
            return True
        if child.lower_ == "for" and child.dep_ == "prep" and child.i > 0 and child.nbor(-1).lower_ == "but":
            return True
    return False


def condition_phrase(noun: Token, cues: StatusLexicon) -> bool:
    """True for the noun of doing in "in the event of a defeat"."""
    above = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and _is_condition_noun(above, cues)


def _is_precaution(clause: Token) -> bool:
    """True for "in case", "lest": "the army has stacked sandbags in case the river rises"."""
    first = clause.left_edge.i
    words = [token.lower_ for token in clause.doc[max(0, first - 2) : first + 2]]
    return "lest" in words or _holds(words, ("in", "case"))


def _waits(clause: Token) -> bool:
    return any(
        child.lower_ in {"until", "unless"} and child.dep_ in {"mark", "prep", "advmod"} for child in clause.lefts
    )


def _is_awaited(clause: Token, main: Token) -> bool:
    """True for the clause in "will not fly until we know", not in "did not decide until they had won"."""
    return _waits(clause) and _has_not(main) and not _is_told(main)


def _has_not(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def main_verb(clause: Token) -> Token:
    """The verb that an adverbial clause belongs to, also through an adverb ("as long as the truce holds")."""
    return clause.head.head if clause.head.pos_ == "ADV" or clause.dep_ == "pcomp" else clause.head


def open_question(clause: Token, main: Token, cues: StatusLexicon) -> bool:
    """True for the clause in "it is unclear if"."""
    if not any(child.dep_ == "mark" and child.lower_ in {"if", "whether"} for child in clause.children):
        return False
    if main.lemma_.lower() in cues.asking and clause.left_edge.i == main.i + 1:
        return True
    return any(child.dep_ == "acomp" and cues.clauses.get(child.lower_) == "hedged" for child in main.children)


def as_if(clause: Token) -> bool:
    """True for the clause in "looks as if they will fail", "as though nothing had happened"."""
    mark = next((child for child in clause.lefts if child.dep_ == "mark" and child.lower_ in {"if", "though"}), None)
    return mark is not None and mark.i > 0 and mark.nbor(-1).lower_ == "as"


def _is_condition(clause: Token, cues: StatusLexicon, *, modal: bool) -> bool:
    """Whether a clause is a condition, unlike "if anything", "as if"; ``modal`` where its main clause has a modal."""
    if clause.lower_ == "anything" or as_if(clause):
        return False
    if clause.lower_ in cues.conditions or (clause.dep_ == "pcomp" and clause.head.lower_ in cues.conditions):
        return True
    for child in clause.lefts:
        if child.dep_ in {"mark", "advmod", "prep", "det"}:
            word = child.lower_
            if word in cues.conditions or (modal and word in cues.conditions_with_modal):
                return True
    first = clause.left_edge.i
    around = [token.lower_ for token in clause.doc[max(0, first - _LONGEST_PHRASE) : first + _LONGEST_PHRASE]]
    phrases = tuple(phrase for phrase in cues.condition_phrases if phrase[0] in around)
    if phrases and _is_told(main_verb(clause)):
        phrases = tuple(phrase for phrase in phrases if phrase[0] != "only" or phrase[1] == "if")
    return any(_holds(around, phrase) for phrase in phrases) or _inverted(clause)


def _holds(words: list[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(words[at : at + size]) == phrase for at in range(len(words) - size + 1))


def _is_told(main: Token) -> bool:
    """True for what has happened: "only when the smoke cleared did they see"."""
    helpers = [child for child in main.lefts if child.dep_ in {"aux", "auxpass"}]
    return (helpers[0] if helpers else main).tag_ == "VBD"


def _inverted(clause: Token) -> bool:
    """True for a condition without a conjunction: "should the talks fail", "had they known", "were he to resign"."""
    if clause.lower_ == "were":
        first, subjects = clause, [child for child in clause.rights if child.dep_ in _INVERTED_SUBJECTS]
        to_do = [child for child in clause.rights if child.dep_ == "xcomp" and child.tag_ == "VB"]
        subjects += [child for to in to_do for child in to.lefts if child.dep_ == "nsubj"]
        subjects += [child for child in clause.rights if child.dep_ == "attr" and to_do and child.i < to_do[0].i]
    else:
        helpers = (child for child in clause.lefts if child.dep_ in {"aux", "auxpass"})
        found = next((child for child in helpers if child.lower_ in {"should", "had", "were"}), None)
        if found is None:
            return False
        first, subjects = found, [child for child in clause.lefts if child.dep_ in _INVERTED_SUBJECTS]
    if not subjects or any(subject.i < first.i for subject in subjects):
        return False
    return _opens(first, clause) and not any(child.text == "?" for child in clause.rights)


def _opens(first: Token, clause: Token) -> bool:
    """True for the first word of a clause; "even" may stand before it."""
    before = first.nbor(-1) if first.i > 0 else None
    if before is not None and before.lower_ == "even":
        return True
    if first == clause.left_edge or before is None or before.is_punct:
        return True
    return before.lower_ in {"and", "but", "or", "that"} or before.pos_ in {"NOUN", "PROPN", "VERB", "AUX", "PRON"}


def _has_modal(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in _MODALS for child in verb.children)
