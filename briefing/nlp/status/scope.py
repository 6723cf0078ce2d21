"""From the words around a predicate to its status, by scope over the parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.model import Status
from briefing.nlp.facts.verbs import is_infinitive
from briefing.nlp.status.conditions import condition_phrase, conditions
from briefing.nlp.status.lexicon import StatusLexicon
from briefing.nlp.status.operators import Operator, absent, asks, gives_reason, own_operators

_DEEPEST = 12
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_UNSETTLED = frozenset({"planned", "hedged", "negated", "conditional"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})

Operators = frozenset[Operator]
_NONE: Operators = frozenset()


class Scopes:
    """The operators over each predicate of one Doc; each is worked out once."""

    def __init__(self, doc: Doc, cues: StatusLexicon) -> None:
        self.doc = doc
        self.cues = cues
        self._all: dict[int, Operators] = {}

    def operators(self, word: Token, depth: int = 0) -> Operators:
        """All operators whose scope the predicate ``word`` is in."""
        if word.i not in self._all:
            self._all[word.i] = _NONE
            own = self._own(word)
            found = own | self._above(word, own, depth)
            self._all[word.i] = _undone(found, self.cues)
        return self._all[word.i]

    def _own(self, word: Token) -> Operators:
        found = set(own_operators(word, self.cues))
        if word.pos_ in {"VERB", "AUX"}:
            found.update(conditions(word, self.cues, negated=_negated(frozenset(found))))
            if asks(word):
                found.add(Operator("hedged", "question"))
            if word.tag_ == "VBN" and word.lemma_ in self.cues.scheduled and _passive(word):
                found.add(Operator("planned", f"passive-{word.lemma_}"))
        return frozenset(found)

    def _above(self, word: Token, own: Operators, depth: int) -> Operators:
        """Operators that reach a word from the word that governs it."""
        head = word.head
        if head == word or depth > _DEEPEST:
            return _NONE
        if word.pos_ in {"NOUN", "PROPN"}:
            return self._above_noun(word, head, depth)
        if word.dep_ == "conj":
            return self._shared(word, head, depth) if not gives_reason(word) else _NONE
        modal = any(child.tag_ == "MD" for child in word.lefts)
        bare = is_infinitive(word) or (word.tag_ == "VB" and not modal)
        if word.dep_ == "xcomp" or (word.dep_ in {"ccomp", "advcl"} and bare and not _marked(word)):
            return self._infinitive(word, head, depth)
        if word.dep_ in {"ccomp", "csubj"}:
            return self._clause(word, head, depth)
        if word.dep_ in {"acl", "relcl"}:
            if absent(word, head, self.cues):
                return self._of_nothing(word, head, own, depth)
            if word.dep_ == "acl" or is_infinitive(word) or self._says_what(word, head):
                return self._noun_clause(word, head, depth)
            return _NONE
        if word.dep_ == "pcomp":
            return self._gerund(word, head, depth)
        return _NONE

    def _of_nothing(self, word: Token, head: Token, own: Operators, depth: int) -> Operators:
        """Scope over what would be done by or with what is not there: "no law requiring", "nothing to hide"."""
        if _negated(own):
            return frozenset({Operator("hedged", "double-negation")})
        found = self._noun_clause(word, head, depth) if is_infinitive(word) else _NONE
        return found | {Operator("negated", "absent")}

    def _says_what(self, word: Token, head: Token) -> bool:
        """True for a clause that says what a noun says, though parsed as a relative one: "a report that it failed"."""
        if head.lemma_.lower() not in self.cues.clause_nouns:
            return False
        that = next((child for child in word.lefts if child.lower_ == "that"), None)
        if that is None or that.dep_ == "mark":
            return that is not None
        return that.dep_ == "dobj" and any(child.dep_ == "dobj" for child in word.rights)

    def _infinitive(self, word: Token, head: Token, depth: int) -> Operators:
        """Scope over an infinitive: "plans to hire", "was to have provided", "forced to cancel", "flew in to see"."""
        if word.dep_ == "advcl":
            return frozenset({Operator("planned", "purpose")}) if is_infinitive(word) else _NONE
        if head.lemma_ == "let" and not any(child.dep_ in _SUBJECTS for child in head.children):
            return frozenset({Operator("planned", "let-us")})
        gerund = word.tag_ == "VBG" and not is_infinitive(word)
        table = self.cues.gerunds if gerund else self.cues.infinitives
        status = table.get(_governor(head))
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
        if status == "hedged" and head.pos_ == "VERB" and not _passive(head) and head.lemma_ not in self.cues.seeming:
            status = None
        if status == "hedged" and _negated(self._own(head)):
            status = None
        return above | _operator(status, f"infinitive-{head.lemma_.lower()}")

    def _clause(self, word: Token, head: Token, depth: int) -> Operators:
        """Scope over a clause: "believes 46 are missing", "denied that it was so", "asked whether"."""
        if head.pos_ in {"NOUN", "PROPN"}:
            return self._noun_clause(word, head, depth)
        if word.i < head.i and any(child.dep_ == "dobj" for child in head.rights):
            return _NONE
        if any(child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in word.children):
            return frozenset({Operator("hedged", "open-question")})
        lemma = head.lemma_.lower()
        if lemma in self.cues.proving and word.i > head.i and self._is_unsettled(head, depth):
            return frozenset({Operator("hedged", f"to-{lemma}")})
        if word.i < head.i and lemma in self.cues.reporting and lemma not in {"believe", "think"}:
            return _NONE
        status = self.cues.clauses.get(lemma)
        if word.tag_ in {"VBN", "VBG"} and not any(child.dep_ in {"aux", "mark"} for child in word.children):
            status = self.cues.infinitives.get(lemma, status) if lemma not in self.cues.reporting else status
        if word.tag_ == "VBN" and lemma in {"get", "have"} and not _marked(word):
            return self.operators(head, depth + 1)
        if word.tag_ == "VB" and lemma in self.cues.mandating:
            return frozenset({Operator("planned", f"clause-{lemma}")})
        negated = _negated(self.operators(head, depth + 1))
        if negated and lemma in self.cues.shifting:
            return frozenset({Operator("negated", f"negated-{lemma}")})
        if negated and (status == "denied" or lemma in self.cues.suggesting):
            return frozenset({Operator("hedged", f"not-{lemma}")})
        if head.pos_ == "ADJ" or lemma == "be":
            before = self.doc[max(0, word.left_edge.i - 3) : word.left_edge.i].text.lower()
            if before.startswith("far from ") and before[9:] in self.cues.sure:
                return frozenset({Operator("hedged", "far-from")})
            adjective = head if head.dep_ == "acomp" else next((c for c in head.children if c.dep_ == "acomp"), None)
            negated = negated or _negated(self.operators(head.head, depth + 1)) if adjective is head else negated
            if adjective is not None:
                if negated and adjective.lower_ in self.cues.denials:
                    return frozenset({Operator("denied", f"not-{adjective.lower_}")})
                if negated and adjective.lower_ in self.cues.sure:
                    return frozenset({Operator("hedged", f"not-{adjective.lower_}")})
                status = self.cues.clauses.get(adjective.lower_, status)
        return _operator(status, f"clause-{lemma}")

    def _is_unsettled(self, verb: Token, depth: int) -> bool:
        """True for a verb of proof that is itself only planned, hedged or negated: "must prove that she knew"."""
        return any(operator.status in _UNSETTLED for operator in self.operators(verb, depth + 1))

    def _noun_clause(self, word: Token, head: Token, depth: int) -> Operators:
        """Scope of a noun over its clause: "a plan to carry", "denied reports that", "no evidence that"."""
        lemma = head.lemma_.lower()
        infinitive = is_infinitive(word)
        table = self.cues.infinitive_nouns if infinitive else self.cues.clause_nouns
        finite = infinitive or any(child.dep_ == "mark" for child in word.children)
        if not finite:
            return _NONE
        above = self.operators(head, depth + 1)
        few = any(child.lower_ in {"few", "little", "no"} for child in head.children)
        if not infinitive and lemma in self.cues.certain and (few or _negated(above)):
            return _NONE
        if not infinitive and _negated(above) and table.get(lemma) in {None, "hedged"}:
            return frozenset({Operator("negated", f"no-{lemma}")})
        if not infinitive and any(child.lower_ == "no" and child.dep_ == "det" for child in head.children):
            return frozenset({Operator("negated", f"no-{lemma}")})
        kind = "hearsay" if lemma in self.cues.hearsay and not infinitive else "noun"
        found = set(_operator(table.get(lemma), f"{kind}-{lemma}"))
        if infinitive and lemma in table:
            found.update(above)
        if not infinitive:
            found.update(self._rejected(head, depth))
        return frozenset(found)

    def _rejected(self, noun: Token, depth: int) -> Operators:
        """What becomes of what a noun says: "rejected reports", "the charge is untrue", "false claims"."""
        verb, lemma = noun.head, noun.lemma_.lower()
        if noun.dep_ == "conj":
            return self._rejected(verb, depth + 1) if depth < _DEEPEST else _NONE
        if any(child.dep_ == "amod" and child.lower_ in self.cues.baseless for child in noun.children):
            return frozenset({Operator("denied", f"baseless-{lemma}")})
        if noun.dep_ == "pobj" and verb.lower_ == "as":
            verb = verb.head
        if noun.dep_ in {"dobj", "nsubjpass", "pobj"} and verb.lemma_.lower() in self.cues.rejecting:
            if _negated(self.operators(verb, depth + 1)):
                return frozenset({Operator("hedged", f"not-rejected-{lemma}")})
            return frozenset({Operator("denied", f"rejected-{lemma}")})
        if noun.dep_ == "nsubj" and verb.lemma_ == "be":
            told = (child for child in verb.children if child.dep_ in {"acomp", "attr"})
            if any(child.lower_ in self.cues.baseless for child in told):
                return frozenset({Operator("denied", f"baseless-{lemma}")})
        return _NONE

    def _gerund(self, word: Token, preposition: Token, depth: int) -> Operators:
        """Scope over a gerund: "without signing", "no intention of going", "barred them from using"."""
        name = preposition.lower_
        if preposition.i > 0 and name in {"of", "than"}:
            name = f"{self.doc[preposition.i - 1].lower_} {name}"
        status = self.cues.prepositions.get(preposition.lower_) or self.cues.prepositions.get(name)
        if status:
            return _operator(status, f"preposition-{preposition.lower_}")
        governor = preposition.head
        if governor.lower_ == "due" or (preposition.lower_ == "due" and is_infinitive(word)):
            return frozenset({Operator("planned", "infinitive-due")}) if is_infinitive(word) else _NONE
        if governor.lower_ == "guilty" and any(child.dep_ == "neg" for child in governor.children):
            return frozenset({Operator("denied", "not-guilty")})
        if name == "from" and governor.lower_ == "far":
            return frozenset({Operator("negated", "far-from")})
        if governor.pos_ in {"NOUN", "PROPN"}:
            status = self.cues.infinitive_nouns.get(governor.lemma_.lower())
            if status is None:
                return _NONE
            above = self.operators(governor, depth + 1)
            return above | _operator(status, f"noun-{governor.lemma_.lower()}")
        if preposition.lower_ == "from" and governor.lemma_.lower() in self.cues.preventing:
            return frozenset({Operator("negated", f"from-{governor.lemma_.lower()}")})
        if governor.lemma_.lower() in self.cues.clearing and preposition.lower_ == "of":
            return frozenset({Operator("negated", f"{governor.lemma_.lower()}-of")})
        if governor.lemma_.lower() in self.cues.accusing and preposition.lower_ in {"of", "with", "over", "for"}:
            return frozenset({Operator("hedged", f"{governor.lemma_.lower()}-{preposition.lower_}")})
        return _NONE

    def _shared(self, word: Token, head: Token, depth: int) -> Operators:
        """What a coordinated verb shares with the first: its governor, and its auxiliaries where it has none."""
        if word.tag_ == "VBG" and head.tag_ != "VBG" and self.doc[word.left_edge.i - 1].lower_ in {"of", "than"}:
            before = f"{self.doc[word.left_edge.i - 2].lower_} {self.doc[word.left_edge.i - 1].lower_}"
            if before in self.cues.prepositions:
                return _operator(self.cues.prepositions[before], f"preposition-{before.replace(' ', '-')}")
        above = self.operators(head, depth + 1)
        subject = any(child.dep_ in _SUBJECTS for child in word.children)
        governed = self._above(head, _NONE, depth + 1) if head.dep_ not in {"ROOT"} else _NONE
        own_auxiliary = any(child.dep_ in {"aux", "auxpass", "neg"} for child in word.children)
        if subject or own_auxiliary or (word.tag_ in _FINITE and word.tag_ != head.tag_):
            return governed
        return above if not _contrasted(word, head) else frozenset(o for o in above if o.status != "negated")

    def _above_noun(self, noun: Token, head: Token, depth: int) -> Operators:
        """A noun of doing under a verb or another noun."""
        if noun.dep_ == "conj":
            return self._above_noun(head, head.head, depth + 1) if head.head != head and depth < _DEEPEST else _NONE
        if noun.dep_ in {"dobj", "nsubjpass", "attr", "nsubj", "acomp"} and head.pos_ in {"VERB", "AUX"}:
            return self._argument(noun, head, depth)
        if noun.dep_ == "pobj":
            if condition_phrase(noun, self.cues):
                return frozenset({Operator("conditional", "condition")})
            return self._of_phrase(head, depth)
        return _NONE

    def _argument(self, noun: Token, verb: Token, depth: int) -> Operators:
        lemma = verb.lemma_.lower()
        above = self.operators(verb, depth + 1)
        if noun.dep_ in {"dobj", "nsubjpass"}:
            status = self.cues.objects.get(_governor(verb))
            if status == "negated" and lemma in self.cues.presupposing and _definite(noun) and _unsettled(above):
                return _NONE
            if status:
                if _negated(above):
                    return _operator("hedged", "double-negation") if status == "negated" else _NONE
                return _operator(status, f"object-of-{lemma}") | (above if status == "planned" else _NONE)
        if lemma not in self.cues.making and _negated(above):
            above = frozenset(operator for operator in above if operator.status not in {"negated", "planned"})
        if noun.dep_ == "dobj" and lemma in self.cues.presupposing:
            return _NONE
        if _definite(noun) and lemma not in self.cues.taking_place:
            return _NONE
        return above

    def _of_phrase(self, preposition: Token, depth: int) -> Operators:
        if preposition.lower_ in {"without", "pending"}:
            return _operator(self.cues.prepositions.get(preposition.lower_), f"preposition-{preposition.lower_}")
        governor = preposition.head
        lemma = governor.lemma_.lower()
        if governor.pos_ == "NOUN":
            if preposition.lower_ not in {"of", "for"}:
                return _NONE
            rejected = self._rejected(governor, depth) if lemma in self.cues.clause_nouns else _NONE
            return rejected or self._of_noun(governor, preposition, depth)
        if governor.pos_ == "VERB" and lemma in self.cues.accusing and _accuses(governor, preposition):
            return frozenset({Operator("hedged", f"{lemma}-{preposition.lower_}")})
        if preposition.lower_ not in {"of", "for"}:
            return _NONE
        if preposition.lower_ == "for" and governor.pos_ == "VERB" and lemma in self.cues.calling:
            return self.operators(governor, depth + 1) | _operator("planned", f"{lemma}-for")
        if preposition.lower_ == "for" and governor.pos_ == "VERB":
            return frozenset(o for o in self.operators(governor, depth + 1) if o.status == "planned")
        return _NONE

    def _of_noun(self, noun: Token, preposition: Token, depth: int) -> Operators:
        """Scope of a noun over what follows its "of" or "for", negated with it: "no need for an inquiry"."""
        lemma = noun.lemma_.lower()
        status = self.cues.nouns_of.get(lemma)
        if status is None:
            return _NONE
        above = self.operators(noun, depth + 1)
        if noun.dep_ == "pobj" and noun.head.head.lemma_ == "be":
            above |= self._own(noun.head.head)
        if not _negated(above):
            return _operator(status, f"{lemma}-{preposition.lower_}")
        return _operator("negated", f"no-{lemma}") if status == "planned" else _NONE


def _operator(status: Status | None, rule: str) -> Operators:
    return frozenset({Operator(status, rule)}) if status else _NONE


def _governor(head: Token) -> str:
    """The word by which a governor is listed: a verb's lemma with its particle, an adjective as written."""
    if head.pos_ == "ADJ":
        return str(head.lower_)
    particle = next((f" {child.lower_}" for child in head.children if child.dep_ == "prt"), "")
    return f"{head.lemma_.lower()}{particle}"


def _definite(noun: Token) -> bool:
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _DEFINITE) for c in noun.children)


def _accuses(verb: Token, preposition: Token) -> bool:
    """True for the crime in "accused of fraud", "charged with murder", "tried for theft", "indicted on bribery"."""
    return preposition.lower_ in {"of", "with", "over", "for"} and (
        _passive(verb) or verb.lemma_ in {"accuse", "suspect"}
    )


def _unsettled(operators: Operators) -> bool:
    return any(operator.status in {"planned", "conditional", "hedged"} for operator in operators)


def _negated(operators: Operators) -> bool:
    return any(operator.status == "negated" for operator in operators)


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


def _marked(word: Token) -> bool:
    return any(child.dep_ == "mark" for child in word.children)


def _passive(verb: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)


def _contrasted(word: Token, head: Token) -> bool:
    return any(child.dep_ == "cc" and child.lower_ == "but" and child.i < word.i for child in head.children)
