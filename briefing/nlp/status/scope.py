"""From the words around a predicate to its status, by scope over the parse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from briefing.nlp.facts.verbs import is_infinitive
from briefing.nlp.status.clauses import above_clause, above_gerund
from briefing.nlp.status.conditions import as_if, conditions
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
from briefing.nlp.status.telling import as_somebody_said, in_a_version, told_of
from briefing.nlp.status.terms import terms
from briefing.nlp.status.words import governor, is_called_for_a_day, is_contrasted, is_marked, is_passive

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_OPENINGS = frozenset({"ROOT", "ccomp", "advcl", "parataxis"})
_LETTING = frozenset({"allow", "permit", "enable", "entitle", "empower", "let"})
_GENERAL = frozenset({"VB", "VBP", "VBZ", "VBG"})
_HELPERS = frozenset({"aux", "auxpass"})
_TOLD = frozenset({"VBD", "VBZ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Scopes:
    """The operators over each predicate of one Doc; each is worked out once."""

    def __init__(self, doc: Doc, cues: StatusLexicon) -> None:
        self.doc = doc
        self.cues = cues
        self._all: dict[int, Operators] = {}
        self._owns: dict[int, Operators] = {}

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
        if word.i not in self._owns:
            children = tuple(word.children)
            found = set(own_operators(word, children, self.cues))
            if word.pos_ in {"VERB", "AUX"}:
                found.update(conditions(word, children, self.cues, negated=is_negated(frozenset(found))))
                found.update(self._of_clause(word, children))
            self._owns[word.i] = frozenset(found)
        return self._owns[word.i]

    def _of_clause(self, verb: Token, children: Sequence[Token]) -> Iterator[Operator]:
        """Whether a clause asks, orders, is an aside's matter or is set for a day."""
        for child in children:
            if child.dep_ == "mark":
                if child.lower_ == "whether":
                    yield Operator("hedged", "open-question")
            elif child.dep_ == "advcl":
                yield from as_somebody_said(child, self.cues)
            elif child.dep_ == "prep":
                yield from in_a_version(child, self.cues)
            elif child.dep_ == "parataxis" and self._supposes(child):
                yield Operator("hedged", "it-is-thought")
        if asks(verb, children):
            yield Operator("hedged", "question")
        if verb.tag_ == "VBN" and verb.lemma_ in self.cues.scheduled and is_passive(verb):
            yield Operator("planned", f"passive-{verb.lemma_}")
        if verb.tag_ == "VB" and verb.dep_ in _OPENINGS:
            yield from _bidden(verb)
        if verb.tag_ == "VBN" and is_called_for_a_day(verb, self.cues) and is_passive(verb):
            yield Operator("planned", f"{verb.lemma_.lower()}-for")
        if verb.tag_ == "VBN" and verb.lemma_.lower() in self.cues.presuming and _is_held(verb, children):
            yield Operator("hedged", f"{verb.lemma_.lower()}-to-be")
        yield from terms(verb, children, self.cues)

    def _supposes(self, aside: Token) -> bool:
        """True for an aside such as "it is thought", "it is reported"."""
        lemma = aside.lemma_.lower()
        if self.cues.infinitives.get(lemma) != "hedged" or lemma == "know":
            return False
        return any(child.dep_ == "nsubjpass" and child.lower_ == "it" for child in aside.lefts)

    def _above(self, word: Token, own: Operators, depth: int) -> Operators:
        """Operators that reach a word from the word that governs it."""
        head = word.head
        if head == word or depth > DEEPEST:
            return NONE
        if word.pos_ in {"NOUN", "PROPN"}:
            return above_noun(self, word, head, depth)
        if word.dep_ == "conj":
            return self._shared(word, head, depth) if not gives_reason(word) else NONE
        modal = any(child.tag_ == "MD" or (child.dep_ == "aux" and child.lemma_ == "do") for child in word.lefts)
        bare = is_infinitive(word) or (word.tag_ == "VB" and not modal)
        if word.dep_ == "xcomp" or (word.dep_ in {"ccomp", "advcl"} and bare and not is_marked(word)):
            return self._infinitive(word, head, depth)
        if word.dep_ == "advcl" and is_infinitive(word):
            return frozenset({Operator("planned", "for-to")})
        if word.dep_ == "advcl":
            return self._beside(word, head, depth)
        if word.dep_ in {"ccomp", "csubj"}:
            return told_of(word, self.cues) or above_clause(self, word, head, depth)
        if word.dep_ == "acl" and word.tag_ != "VB" and (told := told_of(word, self.cues) or _without(word, head)):
            return told
        if word.dep_ in {"acl", "relcl"}:
            if absent(word, head, self.cues):
                return of_nothing(self, word, head, own, depth)
            if word.dep_ == "acl" or is_infinitive(word) or says_what(self, word, head):
                return noun_clause(self, word, head, depth)
            return NONE
        if word.dep_ == "pcomp" or (word.dep_ == "pobj" and word.tag_ == "VBG"):
            return above_gerund(self, word, head, depth)
        return NONE

    def _beside(self, word: Token, head: Token, depth: int) -> Operators:
        """Scope over a clause of time or manner: "when he appears", "as if it had failed", "rather than sell"."""
        if as_if(word):
            return frozenset({Operator("hedged", "as-if")})
        first = word.left_edge.lower_
        if first == "rather" and any(child.lower_ == "than" for child in word.lefts):
            return frozenset({Operator("negated", "rather-than")})
        if first not in self.cues.times or not _is_present(word):
            return NONE
        main = self.operators(head.head if head.pos_ == "ADV" else head, depth + 1)
        return frozenset(Operator("planned", f"{first}-planned") for o in main if o.status == "planned")

    def _infinitive(self, word: Token, head: Token, depth: int) -> Operators:
        """Scope over an infinitive: "plans to hire", "was to have provided", "forced to cancel", "flew in to see"."""
        if is_infinitive(word) and _too(head):
            return frozenset({Operator("negated", "too-to")})
        if word.dep_ == "advcl":
            if any(child.dep_ == "dobj" and child.lower_ == "little" for child in head.rights):
                return frozenset({Operator("negated", "little-to")})
            return frozenset({Operator("planned", "purpose")}) if is_infinitive(word) else NONE
        if head.lemma_ == "let" and not any(child.dep_ in _SUBJECTS for child in head.children):
            return frozenset({Operator("planned", "let-us")})
        gerund = word.tag_ == "VBG" and not is_infinitive(word)
        if gerund and (told := told_of(word, self.cues)):
            return told
        table = self.cues.gerunds if gerund else self.cues.infinitives
        status = table.get(governor(head))
        above = self.operators(head, depth + 1)
        if head.pos_ == "AUX" and head.lemma_ == "be" and not is_infinitive(word):
            status = None
        if head.lemma_ in {"have", "be", "remain"} and any(child.lower_ == "yet" for child in head.children):
            return frozenset({Operator("negated", "yet-to")})
        if head.lemma_ in _LETTING and head.tag_ in _GENERAL and is_infinitive(word):
            status = "planned"
        if head.lemma_ == "have" and head.tag_ in {"VB", "VBP", "VBZ"} and is_infinitive(word):
            status = "planned"
        perfect = any(child.dep_ == "aux" and child.lower_ == "have" for child in word.children)
        if status == "planned" and perfect and head.lemma_ in self.cues.guessing:
            status = "hedged"
            above = frozenset(operator for operator in above if operator.status != "planned")
        if head.pos_ == "ADJ" and head.dep_ == "acomp":
            above |= self.operators(head.head, depth + 1)
        known = head.lemma_ == "know" or head.dep_ != "acl"
        acts = known and head.pos_ == "VERB" and not gerund and not is_passive(head)
        if status == "hedged" and (acts or is_negated(self.own(head))) and head.lemma_ not in self.cues.seeming:
            status = None
        return above | operator_of(status, f"infinitive-{head.lemma_.lower()}")

    def _shared(self, word: Token, head: Token, depth: int) -> Operators:
        """What a coordinated verb shares with the first: its governor, and its auxiliaries where it has none."""
        if word.tag_ == "VBG" and head.tag_ != "VBG" and self.doc[word.left_edge.i - 1].lower_ in {"of", "than"}:
            before = f"{self.doc[word.left_edge.i - 2].lower_} {self.doc[word.left_edge.i - 1].lower_}"
            if before in self.cues.prepositions:
                return operator_of(self.cues.prepositions[before], f"preposition-{before.replace(' ', '-')}")
        if head.dep_ in {"xcomp", "ccomp"} and depth < DEEPEST and is_infinitive(head) and _is_finite(word):
            return self._shared(word, head.head, depth + 1)
        above = self.operators(head, depth + 1)
        subject = any(child.dep_ in _SUBJECTS for child in word.children)
        governed = self._above(head, NONE, depth + 1) if head.dep_ not in {"ROOT"} else NONE
        own_auxiliary = any(child.dep_ in {"aux", "auxpass", "neg"} for child in word.children)
        if subject or own_auxiliary or (word.tag_ in _FINITE and word.tag_ != head.tag_):
            return governed
        return above if not is_contrasted(word, head) else frozenset(o for o in above if o.status != "negated")


def _is_finite(verb: Token) -> bool:
    """True for a verb that goes on with the sentence, not with the infinitive before: "refused to pay and moved it"."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    return (helpers[0] if helpers else verb).tag_ in _TOLD


def _is_present(verb: Token) -> bool:
    """True for "appears", "is published", "has been published", "can be published"."""
    helpers = [child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    first = helpers[0] if helpers else verb
    return first.tag_ in {"VBZ", "VBP"} or first.lower_ == "can"


def _bidden(verb: Token) -> Operators:
    """What a sentence asks for or a headline tells of: "Stay at home", "Steelmaker to shed 900 jobs"."""
    subject = any(child.dep_ in _SUBJECTS for child in verb.lefts)
    if verb.dep_ != "ROOT" and (verb.i > verb.head.i or is_marked(verb)):
        return NONE
    if is_infinitive(verb):
        return frozenset({Operator("planned", "headline-infinitive")}) if subject else NONE
    if subject or any(child.dep_ == "aux" and child.lower_ != "do" for child in verb.lefts):
        return NONE
    first = verb.left_edge
    while first.is_punct and first.i < verb.i:
        first = first.nbor(1)
    opens = first.is_sent_start or first.nbor(-1).is_punct
    return frozenset({Operator("planned", "imperative")}) if opens else NONE


def _without(word: Token, head: Token) -> Operators:
    """What "without a deal being reached" says was not done."""
    being = word.tag_ == "VBG" or any(child.lower_ == "being" for child in word.lefts)
    if being and head.dep_ == "pobj" and head.head.lower_ == "without":
        return frozenset({Operator("negated", "preposition-without")})
    return NONE


def _is_held(verb: Token, children: Sequence[Token]) -> bool:
    """True for "is presumed dead", "12 men feared drowned": what they are held to be has no verb of its own."""
    for child in children:
        bare = child.dep_ == "xcomp" and child.tag_ == "VBN" and not any(c.dep_ in _HELPERS for c in child.lefts)
        if child.dep_ in {"oprd", "acomp"} or bare:
            return verb.dep_ == "acl" or is_passive(verb)
    return False


def _too(head: Token) -> bool:
    """True for what "too weak to carry", "too late to save" says cannot be."""
    for child in head.lefts if head.pos_ in {"ADJ", "ADV"} else head.rights:
        if child.lower_ == "too" and child.dep_ == "advmod":
            return child.i == 0 or child.nbor(-1).lower_ not in {"only", "all", "not", "n't"}
    return False


def _undone(operators: Operators, cues: StatusLexicon) -> Operators:
    """Two negations: "never stopped shelling" says that it was done, "did not refuse to sign" nothing certain."""
    negations = [operator for operator in operators if operator.status == "negated"]
    if len(negations) != 2:
        return operators
    inner = next((rule for _, rule in negations if rule.startswith(("infinitive-", "gerund-"))), "")
    if not inner:
        return operators
    left = operators - set(negations)
    if inner.split("-", 1)[1] in cues.aspects:
        return left
    return frozenset(o for o in left if o.rule != "consequence") | {Operator("hedged", "double-negation")}
