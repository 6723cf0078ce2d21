"""Whom a verb is said of: its own subject, or the one it shares, is controlled by, or modifies."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.facts.lexicon import Lexicon
from briefing.nlp.facts.relatives import antecedent, lost_subject
from briefing.nlp.facts.verbs import SUBJECTS, is_infinitive, is_passive, plain_lemma

OBJECTS = frozenset({"dobj", "iobj"})
_NON_FINITE = frozenset({"VBG", "VBN", "VB"})
_RELATIVE = frozenset({"WDT", "WP"})
_TIMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
_DASHES = frozenset("-–—")
_DEEPEST = 12


class Subjects:
    """Finds the subject of each verb of one Doc, and remembers it, so that each is worked out once."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self._subjects: dict[int, Token | None] = {}

    def of(self, verb: Token, depth: int = 0) -> Token | None:
        """The surface subject: its own, shared, controlled, or the noun that a participle or clause modifies."""
        if verb.i not in self._subjects:
            self._subjects[verb.i] = None
            self._subjects[verb.i] = self._find_subject(verb, depth)
        return self._subjects[verb.i]

    def _find_subject(self, verb: Token, depth: int) -> Token | None:
        own = own_subject(verb) or _before_dash(verb)
        if own is not None:
            return lost_subject(verb, own) or antecedent(own, verb)
        head = verb.head
        if depth > _DEEPEST or head == verb or any(c.dep_ in {"expl", "csubj", "csubjpass"} for c in verb.children):
            return None
        if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
            return self.of(head, depth + 1)
        if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
            if verb.dep_ == "xcomp" and self._raises(verb, head):
                return head.head
            controlled = verb.dep_ == "xcomp" or is_infinitive(verb)
            return self._controller(head, depth) if controlled else None
        if verb.dep_ == "pobj" and verb.tag_ == "VB" and head.lower_ == "to":
            return self._controller(head.head, depth)
        if verb.dep_ in {"oprd", "acomp"} and verb.tag_ == "VBN" and head.pos_ in {"VERB", "AUX"}:
            return self._controller(head, depth)
        if verb.dep_ in {"acl", "relcl", "amod"}:
            return self._modified(verb, head, depth)
        if verb.dep_ in {"advcl", "prep"} and head.pos_ in {"VERB", "AUX"}:
            return self._of_adverbial(verb, head, depth) if verb.tag_ in _NON_FINITE else None
        if verb.dep_ == "pcomp":
            return self._of_gerund(head, depth)
        return None

    def _raises(self, verb: Token, head: Token) -> bool:
        """Whether an infinitive is said of what a relative clause speaks of: "a bill that they want to be passed"."""
        if head.dep_ != "relcl" or head.head.pos_ not in {"NOUN", "PROPN"}:
            return False
        lemma = plain_lemma(head, self.words)
        if lemma not in self.words.raising and lemma not in self.words.object_control:
            return False
        children = list(head.children)
        subject = next((child for child in children if child.dep_ in SUBJECTS), None)
        objects = [child for child in children if child.dep_ in OBJECTS]
        if subject is None or subject.tag_ in _RELATIVE or any(o.tag_ not in _RELATIVE for o in objects):
            return False
        if any(child.lower_ in {"where", "when", "why"} for child in children):
            return False
        if any(child.dep_ in OBJECTS for child in verb.rights):
            return bool(objects)
        lemma = plain_lemma(verb, self.words)
        return is_passive(verb, self.words) or lemma in self.words.undergoes or lemma in self.words.undergoes_alone

    def _controller(self, head: Token, depth: int) -> Token | None:
        """Who does what an infinitive says."""
        governed = next((child for child in head.children if child.dep_ in OBJECTS), None)
        if governed is not None and plain_lemma(head, self.words) not in self.words.subject_control:
            return governed if self.noun_class(governed) is None else self.of(head, depth + 1)
        if head.pos_ == "ADJ":
            tough = head.lemma_.lower() in self.words.tough
            return self.of(head.head, depth + 1) if head.dep_ == "acomp" and not tough else None
        subject = self.of(head, depth + 1)
        if subject is not None and head.pos_ == "AUX" and head.lemma_ == "be" and self._is_aim(subject):
            return self._of_noun(subject, depth)
        return subject

    def _is_aim(self, noun: Token) -> bool:
        """Whether a noun is itself what is done: "our goal is to build"."""
        return self.noun_class(noun) is not None or noun.lemma_.lower() in self.words.infinitive_nouns

    def _of_adverbial(self, verb: Token, head: Token, depth: int) -> Token | None:
        """Who does what a clause without subject says; of a purpose after a passive, its doer ("called to discuss")."""
        if any(child.dep_ == "mark" and child.lower_ in {"as", "than", "if"} for child in verb.lefts):
            return None
        if is_infinitive(verb) and verb.i > head.i and is_passive(head, self.words):
            by = next((child for child in head.rights if child.dep_ == "agent"), None)
            return next((child for child in by.rights if child.dep_ == "pobj"), None) if by is not None else None
        return self.of(head, depth + 1)

    def _modified(self, verb: Token, head: Token, depth: int) -> Token | None:
        """The noun that a participle or infinitive modifies; for "a plan to sell", who plans."""
        if head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
            return None
        lemma = head.lemma_.lower()
        governor = head.head
        if (
            is_infinitive(verb)
            and head.dep_ == "dobj"
            and plain_lemma(governor, self.words) in self.words.object_control
        ):
            return head
        if is_infinitive(verb):
            held = self.noun_class(head) is not None or lemma in self.words.infinitive_nouns
        else:
            held = verb.tag_ == "VBG" and lemma in self.words.gerund_nouns
        if held:
            return self._of_noun(head, depth)
        return head

    def _of_gerund(self, preposition: Token, depth: int) -> Token | None:
        """Who does what a gerund after a preposition says: "barred X from using", "cut costs by closing"."""
        governor = preposition.head
        if governor.pos_ in {"VERB", "AUX"}:
            if plain_lemma(governor, self.words) in self.words.from_doing or preposition.lower_ == "as":
                governed = next((child for child in governor.children if child.dep_ in OBJECTS), None)
                if governed is not None:
                    return governed
            return self.of(governor, depth + 1)
        return self._of_noun(governor, depth) if self.noun_class(governor) is not None else None

    def _of_noun(self, noun: Token, depth: int) -> Token | None:
        """Who has a plan, takes a step, is given a right: possessor, receiver, or subject of the governing verb."""
        for child in noun.children:
            if child.dep_ == "poss":
                return child
        if noun.dep_ != "dobj" or noun.head.pos_ != "VERB":
            return None
        receiver = next((c for c in noun.head.children if c.dep_ == "dative" and c.pos_ != "ADP"), None)
        return receiver if receiver is not None else self.of(noun.head, depth + 1)

    def noun_class(self, noun: Token) -> str | None:
        """The class of an event noun."""
        return self.words.noun_class(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None


def own_subject(verb: Token) -> Token | None:
    """The verb's own subject; of several ("Slav neighbours Russia and Belarus have") the nearest before it."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    before = [child for child in own if child.i < verb.i]
    nearest = before[-1] if before else next(iter(own), None)
    return nearest if nearest is None else _past_dateline(nearest)


def _before_dash(verb: Token) -> Token | None:
    """Of "The ferry - built in 1981 - sank", the ferry, which the parser makes an adverb of the participle."""
    clause = next((child for child in verb.lefts if child.dep_ == "advcl" and child.tag_ == "VBN"), None)
    noun = next(clause.lefts, None) if clause is not None else (next(verb.lefts, None) if verb.tag_ == "VBN" else None)
    if noun is None or noun.dep_ != "npadvmod" or noun.pos_ not in {"NOUN", "PROPN"} or noun.ent_type_ in _TIMES:
        return None
    after = noun.doc[noun.right_edge.i + 1] if noun.right_edge.i + 1 < len(noun.doc) else noun
    return noun if after.text in _DASHES else None


def _past_dateline(word: Token) -> Token:
    """The word that the parser put in apposition to a dateline: "WASHINGTON - United Airlines has"."""
    if not word.text.isupper() or not word.left_edge.is_sent_start:
        return word
    beside = (child for child in word.rights if child.dep_ == "appos")
    return next((child for child in beside if child.doc[child.left_edge.i - 1].text in _DASHES), word)
