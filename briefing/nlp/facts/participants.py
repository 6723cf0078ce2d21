"""Who takes part in what a verb tells, in which role."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.model import Role
from briefing.nlp.facts.lexicon import Lexicon
from briefing.nlp.facts.phrases import is_word
from briefing.nlp.facts.subjects import OBJECTS, SUBJECTS, Subjects, antecedent
from briefing.nlp.facts.verbs import is_passive, verb_lemma, verb_part

PLACES = frozenset({"GPE", "LOC", "FAC"})
AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})

_RECEIVERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})

Found = tuple[Role, Token]


class Participants:
    """Finds the participants of the predicates of one Doc.

    Args:
        words: The lexicon.
        times: Indexes of tokens inside a time expression.
    """

    def __init__(self, words: Lexicon, times: frozenset[int]) -> None:
        self.words = words
        self.times = times
        self.subjects = Subjects(words)

    def of_verb(self, verb: Token) -> Iterator[Found]:
        """Role and head word of each participant of a verb or copula."""
        passive = is_passive(verb)
        part = verb_part(verb, self.words)
        objects = [
            antecedent(child, verb)
            for child in verb.children
            if child.dep_ in OBJECTS and child.i not in self.times and child != part and is_word(child)
        ]
        subject = self.subjects.of(verb)
        missing = self._relativized(verb, objects)
        if subject is not None and not self._says_nothing(subject, verb):
            yield self._subject_role(verb, passive=passive, alone=not objects and missing is None), subject
        if missing is not None:
            yield "patient", missing
        tells = verb.lemma_.lower() in self.words.tells and not passive
        for child in objects:
            yield self._object_role(verb, child, tells=tells), child
        yield from self._complements(verb)

    def _subject_role(self, verb: Token, *, passive: bool, alone: bool) -> Role:
        lemma = verb_lemma(verb, self.words)
        if passive or verb.pos_ == "AUX" or lemma in self.words.undergoes:
            return "patient"
        if any(child.dep_ in {"acomp", "attr"} for child in verb.children):
            return "patient"
        if alone and lemma in self.words.undergoes_alone:
            return "patient"
        return "agent"

    def _object_role(self, verb: Token, noun: Token, *, tells: bool) -> Role:
        """Whom one tells is the recipient; an amount of change and what a light verb carries are attributes."""
        lemma = verb_lemma(verb, self.words)
        if tells:
            return "recipient"
        if noun.ent_type_ in AMOUNTS and lemma in self.words.undergoes | self.words.undergoes_alone:
            return "attribute"
        carried = lemma in self.words.light and self.subjects.noun_class(noun) is not None
        return "attribute" if carried else "patient"

    def _says_nothing(self, word: Token, verb: Token) -> bool:
        """A pronoun for a whole statement, or for none: "this means", "it is said that"."""
        if word.i in self.times or word.lower_ in self.words.statements:
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
        if any(child.dep_ == "prep" and not child.n_lefts + child.n_rights for child in verb.children):
            return None
        undergoes = verb.pos_ == "AUX" or verb_lemma(verb, self.words) in self.words.undergoes
        return None if undergoes else verb.head

    def _complements(self, verb: Token) -> Iterator[Found]:
        """What follows the verb besides its objects."""
        existential = any(child.dep_ == "expl" for child in verb.children)
        for child in verb.children:
            if child.dep_ == "agent":
                yield from (("agent", noun) for noun in governed(child) if noun.i not in self.times)
            elif child.dep_ == "dative":
                if child.pos_ == "ADP":
                    yield from (("recipient", noun) for noun in governed(child))
                else:
                    yield "recipient", child
            elif child.dep_ in {"attr", "oprd"} and child.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
                yield ("patient" if existential else "attribute"), child
            elif child.dep_ == "prep":
                yield from self.of_preposition(child)
            elif child.dep_ in {"npadvmod", "advmod", "dobj"} and child.i in self.times:
                yield "time", child
            elif child.dep_ == "npadvmod" and child.ent_type_ in AMOUNTS:
                yield "attribute", child

    def of_preposition(self, preposition: Token) -> Iterator[Found]:
        """Time, place or another participant."""
        for noun in governed(preposition):
            if noun.i in self.times:
                yield "time", noun
            elif noun.ent_type_ in PLACES and preposition.lower_ in self.words.place_prepositions:
                yield "place", noun
            elif preposition.lower_ == "as" or (preposition.lower_ == "by" and preposition.dep_ == "prep"):
                yield "attribute", noun
            elif preposition.lower_ in self.words.governing_prepositions and self.subjects.noun_class(noun) is None:
                yield ("recipient" if preposition.lower_ == "to" and self._receives(noun) else "other"), noun

    def _receives(self, noun: Token) -> bool:
        """Whether a word names somebody who can be given or told something."""
        if noun.pos_ in {"PROPN", "PRON"} or noun.ent_type_ in _RECEIVERS:
            return True
        return self.words.acts(noun.lemma_.lower())


def governed(preposition: Token) -> Iterator[Token]:
    """The nouns a preposition governs, also through a second one ("out of Goma")."""
    for child in preposition.children:
        if child.dep_ == "pobj" and is_word(child):
            yield child
        elif child.dep_ == "prep" and child.i == preposition.i + 1:
            yield from (noun for noun in child.children if noun.dep_ == "pobj" and is_word(noun))
