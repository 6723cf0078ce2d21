"""Who takes part in what a verb tells, in which role."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.model import Role
from briefing.nlp.facts.lexicon import Lexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "iobj"})
_DEEPEST = 12
_FROM_DOING = frozenset(
    {"accuse", "bar", "stop", "prevent", "ban", "prohibit", "discourage", "suspect", "convict", "keep"}
)
PLACES = frozenset({"GPE", "LOC", "FAC"})
PLACE_PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "on",
        "near",
        "from",
        "to",
        "into",
        "inside",
        "outside",
        "off",
        "across",
        "through",
        "around",
        "over",
        "along",
        "toward",
        "towards",
        "via",
        "within",
        "between",
        "throughout",
        "beside",
        "behind",
        "above",
        "below",
    }
)

_GOVERNING = frozenset(
    {"to", "with", "for", "on", "against", "between", "among", "from", "of", "about", "over", "into", "by"}
)
AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_STATEMENTS = frozenset({"this", "that", "which", "what"})

Found = tuple[Role, Token]


class Participants:
    """Finds the participants of each verb of one Doc; remembers subjects, so that each is worked out once.

    Args:
        doc: Parsed.
        words: The lexicon.
        times: Indexes of tokens inside a time expression.
    """

    def __init__(self, doc: Doc, words: Lexicon, times: frozenset[int]) -> None:
        self.doc = doc
        self.words = words
        self.times = times
        self._subjects: dict[int, Token | None] = {}

    def of_verb(self, verb: Token) -> Iterator[Found]:
        """Role and head word of each participant of a verb or copula."""
        passive = is_passive(verb)
        objects = [child for child in verb.children if child.dep_ in OBJECTS and child.i not in self.times]
        subject = self.subject(verb)
        missing = self._relativized(verb, objects)
        if subject is not None and not self._says_nothing(subject, verb):
            yield self._subject_role(verb, passive=passive, alone=not objects and missing is None), subject
        if missing is not None:
            yield "patient", missing
        tells = verb.lemma_.lower() in self.words.tells and not passive
        for child in objects:
            yield self._object_role(verb, child, tells=tells), child
        yield from self._complements(verb)

    def subject(self, verb: Token, depth: int = 0) -> Token | None:
        """The surface subject: its own, shared, controlled, or the noun that a participle or clause modifies."""
        if verb.i not in self._subjects:
            self._subjects[verb.i] = None
            self._subjects[verb.i] = self._find_subject(verb, depth)
        return self._subjects[verb.i]

    def _find_subject(self, verb: Token, depth: int) -> Token | None:
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return antecedent(own, verb)
        head = verb.head
        if depth > _DEEPEST or head is verb or any(c.dep_ in {"expl", "csubj", "csubjpass"} for c in verb.children):
            return None
        if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
            return self.subject(head, depth + 1)
        if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
            controlled = verb.dep_ == "xcomp" or any(child.lower_ == "to" for child in verb.lefts)
            return self._controller(head, depth) if controlled else None
        if verb.dep_ in {"acl", "relcl", "amod"}:
            return self._modified(verb, head, depth)
        if verb.dep_ in {"advcl", "prep"} and head.pos_ in {"VERB", "AUX"}:
            return self.subject(head, depth + 1) if verb.tag_ in {"VBG", "VBN", "VB"} else None
        if verb.dep_ == "pcomp":
            return self._of_gerund(head, depth)
        return None

    def _controller(self, head: Token, depth: int) -> Token | None:
        """Who does what an infinitive says."""
        governed = next((child for child in head.children if child.dep_ in OBJECTS), None)
        if governed is not None and head.lemma_.lower() not in self.words.subject_control:
            return governed if self.noun_class(governed) is None else self.subject(head, depth + 1)
        if head.pos_ == "ADJ":
            return self.subject(head.head, depth + 1) if head.dep_ == "acomp" else None
        return self.subject(head, depth + 1)

    def _modified(self, verb: Token, head: Token, depth: int) -> Token | None:
        """The noun that a participle or infinitive modifies; for "a plan to sell", who plans."""
        if head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
            return None
        if verb.tag_ == "VB" and self.noun_class(head) is not None:
            return self._of_noun(head, depth)
        return head

    def _of_gerund(self, preposition: Token, depth: int) -> Token | None:
        """Who does what a gerund after a preposition says: "barred X from using", "cut costs by closing"."""
        governor = preposition.head
        if governor.pos_ in {"VERB", "AUX"}:
            if governor.lemma_.lower() in _FROM_DOING:
                governed = next((child for child in governor.children if child.dep_ in OBJECTS), None)
                if governed is not None:
                    return governed
            return self.subject(governor, depth + 1)
        return self._of_noun(governor, depth) if self.noun_class(governor) is not None else None

    def _of_noun(self, noun: Token, depth: int) -> Token | None:
        """Who has a plan, takes a step: the possessor, or the subject of the verb that governs the noun."""
        for child in noun.children:
            if child.dep_ == "poss":
                return child
        if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
            return self.subject(noun.head, depth + 1)
        return None

    def _subject_role(self, verb: Token, *, passive: bool, alone: bool) -> Role:
        lemma = lemma_of(verb)
        if passive or verb.pos_ == "AUX" or lemma in self.words.undergoes:
            return "patient"
        if alone and lemma in self.words.undergoes_alone:
            return "patient"
        return "agent"

    def _object_role(self, verb: Token, noun: Token, *, tells: bool) -> Role:
        """Whom one tells is the recipient; an amount of change and what a light verb carries are attributes."""
        lemma = lemma_of(verb)
        if tells:
            return "recipient"
        if noun.ent_type_ in AMOUNTS and lemma in self.words.undergoes | self.words.undergoes_alone:
            return "attribute"
        carried = lemma in self.words.light and self.noun_class(noun) is not None
        return "attribute" if carried else "patient"

    def _says_nothing(self, word: Token, verb: Token) -> bool:
        """A pronoun for a whole statement, or for none: "this means", "it is said that"."""
        if word.i in self.times or word.lower_ in _STATEMENTS:
            return True
        return word.lower_ == "it" and any(child.dep_ in {"ccomp", "csubj", "csubjpass"} for child in verb.children)

    def _relativized(self, verb: Token, objects: list[Token]) -> Token | None:
        """The noun that a relative clause without object speaks of: "the music it sells"."""
        if verb.dep_ != "relcl" or objects or is_passive(verb):
            return None
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is None or own.tag_ in {"WDT", "WP"} or verb.head.i in self.times:
            return None
        if any(child.lower_ in {"when", "where", "why"} or child.dep_ in {"ccomp", "xcomp"} for child in verb.children):
            return None
        stranded = any(child.dep_ == "prep" and not any(True for _ in child.children) for child in verb.children)
        return None if stranded or lemma_of(verb) in self.words.undergoes or verb.pos_ == "AUX" else verb.head

    def _complements(self, verb: Token) -> Iterator[Found]:
        """What follows the verb besides its objects."""
        for child in verb.children:
            if child.dep_ == "agent":
                yield from (("agent", noun) for noun in governed(child) if noun.i not in self.times)
            elif child.dep_ == "dative":
                if child.pos_ == "ADP":
                    yield from (("recipient", noun) for noun in governed(child))
                else:
                    yield "recipient", child
            elif child.dep_ in {"attr", "oprd"} and child.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
                yield ("patient" if _existential(verb) else "attribute"), child
            elif child.dep_ == "prep":
                yield from self.of_preposition(child)
            elif child.dep_ in {"npadvmod", "advmod", "dobj"} and child.i in self.times:
                yield "time", child

    def of_preposition(self, preposition: Token) -> Iterator[Found]:
        """Time, place or another participant."""
        for noun in governed(preposition):
            if noun.i in self.times:
                yield "time", noun
            elif noun.ent_type_ in PLACES and preposition.lower_ in PLACE_PREPOSITIONS:
                yield "place", noun
            elif preposition.lower_ == "as":
                yield "attribute", noun
            elif preposition.lower_ in _GOVERNING and self.noun_class(noun) is None:
                yield ("recipient" if preposition.lower_ == "to" else "other"), noun

    def noun_class(self, noun: Token) -> str | None:
        """The class of an event noun."""
        return self.words.noun_class(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None


def lemma_of(verb: Token) -> str:
    """The verb's lemma with its particle."""
    particle = next((child for child in verb.children if child.dep_ == "prt"), None)
    return f"{verb.lemma_.lower()} {particle.lower_}" if particle is not None else verb.lemma_.lower()


def is_passive(verb: Token) -> bool:
    """True for a passive form, the participle after a noun included ("music sold online")."""
    if verb.tag_ != "VBN":
        return False
    deps = {child.dep_ for child in verb.children}
    if deps & {"nsubjpass", "auxpass", "agent"}:
        return True
    if "aux" in deps or "nsubj" in deps:
        return False
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        return is_passive(verb.head) if verb.head.dep_ != "conj" else "dobj" not in deps
    return verb.dep_ in {"acl", "relcl", "amod", "advcl", "prep", "xcomp", "oprd", "ROOT"}


def antecedent(word: Token, verb: Token) -> Token:
    """The noun a relative pronoun stands for; any other word itself."""
    if word.tag_ not in {"WDT", "WP"}:
        return word
    clause = verb
    for _ in range(_DEEPEST):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.dep_ not in {"conj", "ccomp", "xcomp"}:
            break
        clause = clause.head
    return word


def governed(preposition: Token) -> Iterator[Token]:
    """The nouns a preposition governs."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield child


def _existential(verb: Token) -> bool:
    return any(child.dep_ == "expl" for child in verb.children)
