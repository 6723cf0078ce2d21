"""From the words around a predicate to its status, by scope over the parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.nlp.facts.verbs import is_infinitive
from briefing.nlp.status.clauses import above_clause, above_gerund
from briefing.nlp.status.conditions import conditions
from briefing.nlp.status.lexicon import StatusLexicon
from briefing.nlp.status.nouns import above_noun, noun_clause, of_nothing, says_what
from briefing.nlp.status.operators import (
    DEEPEST,
    NONE,
    Operator,
    Operators,
    absent,
    asks,
    gives_reason,
    is_negated,
    operator_of,
    own_operators,
)
from briefing.nlp.status.words import governor, is_marked, is_passive

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Scopes:
    """The operators over each predicate of one Doc; each is worked out once."""

    def __init__(self, doc: Doc, cues: StatusLexicon) -> None:
        self.doc = doc
        self.cues = cues
        self._all: dict[int, Operators] = {}

    def operators(self, word: Token, depth: int = 0) -> Operators:
        """All operators whose scope the predicate ``word`` is in."""
        if word.i not in self._all:
            self._all[word.i] = NONE
            own = self.own(word)
            found = own | self._above(word, own, depth)
            self._all[word.i] = _undone(found, self.cues)
        return self._all[word.i]

    def own(self, word: Token) -> Operators:
        """Operators among the word's own dependents."""
        found = set(own_operators(word, self.cues))
        if word.pos_ in {"VERB", "AUX"}:
            found.update(conditions(word, self.cues, negated=is_negated(frozenset(found))))
            if asks(word):
                found.add(Operator("hedged", "question"))
            if word.tag_ == "VBN" and word.lemma_ in self.cues.scheduled and is_passive(word):
                found.add(Operator("planned", f"passive-{word.lemma_}"))
        return frozenset(found)

    def _above(self, word: Token, own: Operators, depth: int) -> Operators:
        """Operators that reach a word from the word that governs it."""
        head = word.head
        if head == word or depth > DEEPEST:
            return NONE
        if word.pos_ in {"NOUN", "PROPN"}:
            return above_noun(self, word, head, depth)
        if word.dep_ == "conj":
            return self._shared(word, head, depth) if not gives_reason(word) else NONE
        modal = any(child.tag_ == "MD" for child in word.lefts)
        bare = is_infinitive(word) or (word.tag_ == "VB" and not modal)
        if word.dep_ == "xcomp" or (word.dep_ in {"ccomp", "advcl"} and bare and not is_marked(word)):
            return self._infinitive(word, head, depth)
        if word.dep_ in {"ccomp", "csubj"}:
            return above_clause(self, word, head, depth)
        if word.dep_ in {"acl", "relcl"}:
            if absent(word, head, self.cues):
                return of_nothing(self, word, head, own, depth)
            if word.dep_ == "acl" or is_infinitive(word) or says_what(self, word, head):
                return noun_clause(self, word, head, depth)
            return NONE
        if word.dep_ == "pcomp":
            return above_gerund(self, word, head, depth)
        return NONE

    def _infinitive(self, word: Token, head: Token, depth: int) -> Operators:
        """Scope over an infinitive: "plans to hire", "was to have provided", "forced to cancel", "flew in to see"."""
        if word.dep_ == "advcl":
            return frozenset({Operator("planned", "purpose")}) if is_infinitive(word) else NONE
        if head.lemma_ == "let" and not any(child.dep_ in _SUBJECTS for child in head.children):
            return frozenset({Operator("planned", "let-us")})
        gerund = word.tag_ == "VBG" and not is_infinitive(word)
        table = self.cues.gerunds if gerund else self.cues.infinitives
        status = table.get(governor(head))
        above = self.operators(head, depth + 1)
        if head.pos_ == "AUX" and head.lemma_ == "be" and not is_infinitive(word):
            status = None
        if head.lemma_ in {"have", "be", "remain"} and any(child.lower_ == "yet" for child in head.children):
            return frozenset({Operator("negated", "yet-to")})
        if head.lemma_ == "have" and head.tag_ in {"VB", "VBP", "VBZ"} and is_infinitive(word):
            status = "planned"
        perfect = any(child.dep_ == "aux" and child.lower_ == "have" for child in word.children)
        if status == "planned" and perfect and head.lemma_ in self.cues.guessing:
            status = "hedged"
            above = frozenset(operator for operator in above if operator.status != "planned")
        if head.pos_ == "ADJ" and head.dep_ == "acomp":
            above |= self.operators(head.head, depth + 1)
        if status == "hedged" and head.pos_ == "VERB" and not is_passive(head) and head.lemma_ not in self.cues.seeming:
            status = None
        if status == "hedged" and is_negated(self.own(head)):
            status = None
        return above | operator_of(status, f"infinitive-{head.lemma_.lower()}")

    def _shared(self, word: Token, head: Token, depth: int) -> Operators:
        """What a coordinated verb shares with the first: its governor, and its auxiliaries where it has none."""
        if word.tag_ == "VBG" and head.tag_ != "VBG" and self.doc[word.left_edge.i - 1].lower_ in {"of", "than"}:
            before = f"{self.doc[word.left_edge.i - 2].lower_} {self.doc[word.left_edge.i - 1].lower_}"
            if before in self.cues.prepositions:
                return operator_of(self.cues.prepositions[before], f"preposition-{before.replace(' ', '-')}")
        above = self.operators(head, depth + 1)
        subject = any(child.dep_ in _SUBJECTS for child in word.children)
        governed = self._above(head, NONE, depth + 1) if head.dep_ not in {"ROOT"} else NONE
        own_auxiliary = any(child.dep_ in {"aux", "auxpass", "neg"} for child in word.children)
        if subject or own_auxiliary or (word.tag_ in _FINITE and word.tag_ != head.tag_):
            return governed
        return above if not _contrasted(word, head) else frozenset(o for o in above if o.status != "negated")


def _undone(operators: Operators, cues: StatusLexicon) -> Operators:
    """Two negations: "never stopped shelling" says that it was done, "did not refuse to sign" nothing certain."""
    negations = [operator for operator in operators if operator.status == "negated"]
    if len(negations) != 2:
        return operators
    inner = next((rule for _, rule in negations if rule.startswith(("infinitive-", "gerund-"))), "")
    if not inner:
        return operators
    left = operators - set(negations)
    return left if inner.split("-", 1)[1] in cues.aspects else left | {Operator("hedged", "double-negation")}


def _contrasted(word: Token, head: Token) -> bool:
    return any(child.dep_ == "cc" and child.lower_ == "but" and child.i < word.i for child in head.children)
