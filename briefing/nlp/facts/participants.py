"""Who takes part in what a verb tells, in which role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from briefing.model import Role
from briefing.nlp.facts.kinds import Kinds
from briefing.nlp.facts.lexicon import Lexicon
from briefing.nlp.facts.phrases import is_word
from briefing.nlp.facts.relatives import antecedent, lost_object
from briefing.nlp.facts.subjects import OBJECTS, Subjects
from briefing.nlp.facts.verbs import SUBJECTS, is_infinitive, is_passive, plain_lemma, verb_part

AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})

_OF_STATEMENTS = frozenset({"mean", "imply", "suggest", "indicate"})
_WHERE = frozenset({"in", "at", "on", "near", "inside", "outside", "from", "to", "into", "through"})

Found = tuple[Role, Token]


class Participants:
    """Finds the participants of the predicates of one Doc.

    Args:
        words: The lexicon.
        times: Indexes of tokens inside a time expression.
        kinds: Index of a token inside a mention -> type of what is mentioned.
    """

    def __init__(self, words: Lexicon, times: frozenset[int], kinds: Mapping[int, str]) -> None:
        self.words = words
        self.times = times
        self.subjects = Subjects(words)
        self.kinds = Kinds(words, times, kinds)
        self._known: dict[int, tuple[Token | None, str, str]] = {}

    def _parts(self, verb: Token) -> tuple[Token | None, str, str]:
        """The word that is one with a verb, the verb's own lemma and the lemma of both, worked out once."""
        known = self._known.get(verb.i)
        if known is None:
            part, plain = verb_part(verb, self.words), plain_lemma(verb, self.words)
            known = self._known[verb.i] = (part, plain, f"{plain} {part.lower_}" if part is not None else plain)
        return known

    def _plain(self, verb: Token) -> str:
        return self._parts(verb)[1]

    def lemma(self, verb: Token) -> str:
        """The lemma of a verb with what makes one word with it."""
        return self._parts(verb)[2]

    def of_verb(self, verb: Token) -> Iterator[Found]:
        """Role and head word of each participant of a verb or copula."""
        passive = is_passive(verb, self.words)
        children = list(verb.children)
        objects = self._objects(verb, children, passive=passive)
        subject = self.subjects.of(verb)
        missing = (
            self._relativized(verb, objects, passive=passive) or lost_object(verb) or self._tough_object(verb, objects)
        )
        if subject is not None and not self._says_nothing(subject, verb):
            alone = not objects and missing is None
            yield self._subject_role(verb, children, subject, passive=passive, alone=alone), subject
        if missing is not None:
            yield "patient", missing
        for number, child in enumerate(objects):
            first_of_two = number == 0 and len(objects) > 1
            yield self._object_role(verb, child, passive=passive, first_of_two=first_of_two), child
        yield from self._complements(verb, children, passive=passive)

    def _objects(self, verb: Token, children: list[Token], *, passive: bool) -> list[Token]:
        """The objects, its own or those of the verb coordinated next to it ("arrested and questioned two men")."""
        part = self._parts(verb)[0]
        own = [
            antecedent(child, verb)
            for child in children
            if child.dep_ in OBJECTS and child != part and is_word(child) and not self._lasts(verb, child)
        ]
        if own or passive:
            return own
        following = _coordinated_next(verb)
        shares = following is not None and self._plain(verb) not in self.words.undergoes | self.words.undergoes_alone
        if not shares or following is None or is_passive(following, self.words):
            return []
        shared = [child for child in following.rights if child.dep_ in OBJECTS and not self._lasts(following, child)]
        return shared[:1] or self._objects(following, list(following.children), passive=False)

    def _lasts(self, verb: Token, noun: Token) -> bool:
        """Whether a time is how long or when, and no object: "spent two years", against "celebrated New Year"."""
        return noun.i in self.times and self._plain(verb) not in self.words.marks

    def _subject_role(self, verb: Token, children: list[Token], subject: Token, *, passive: bool, alone: bool) -> Role:
        lemma = self.lemma(verb)
        if passive:
            received = not alone and lemma in self.words.gives
            return "recipient" if received or self._hears(verb, subject, lemma) else "patient"
        if verb.pos_ == "AUX" or lemma == "be" or lemma in self.words.undergoes:
            return "patient"
        deps = {child.dep_ for child in children}
        if deps & {"acomp", "attr"}:
            return "patient"
        if alone and lemma in self.words.undergoes_alone and "xcomp" not in deps:
            return "agent" if lemma in self.words.willed and self.kinds.is_somebody(subject) else "patient"
        return "agent"

    def _object_role(self, verb: Token, noun: Token, *, passive: bool, first_of_two: bool) -> Role:
        """Who is told or given it receives; an amount of change and what a light verb carries are attributes."""
        lemma = self.lemma(verb)
        if not passive and self._hears(verb, noun, lemma):
            return "recipient"
        if first_of_two and lemma in self.words.gives:
            return "recipient"
        if not passive and lemma in self.words.gives_with and any(c.lower_ == "with" for c in verb.rights):
            return "recipient"
        counted = lemma in self.words.undergoes | self.words.undergoes_alone | self.words.costs
        if counted and noun.ent_type_ in AMOUNTS and not any(child.lower_ == "of" for child in noun.rights):
            return "attribute"
        return "attribute" if self.carries(verb, noun) else "patient"

    def carries(self, verb: Token, noun: Token) -> bool:
        """Whether a verb only carries an event noun: "made a visit", "posted a loss", but not "gave us the order"."""
        if self._plain(verb) == "give" and any(child.lower_ == "the" for child in noun.lefts):
            return False
        return self.subjects.noun_class(noun) is not None and (
            self.lends(verb) or self.lemma(verb) in self.words.supporting
        )

    def lends(self, verb: Token) -> bool:
        """Whether the subject of a verb is the doer, or the sufferer, of the noun it carries."""
        lemma = self.lemma(verb)
        return lemma in self.words.light or lemma in self.words.light_undergone or self._plain(verb) == "hold"

    def _hears(self, verb: Token, noun: Token, lemma: str) -> bool:
        """Whether one is told something: a person or body, or anything that an infinitive or a clause follows."""
        if lemma not in self.words.tells:
            return False
        if self.kinds.is_somebody(noun):
            return True
        return any(child.dep_ in {"ccomp", "xcomp"} or child.lower_ in {"of", "about"} for child in verb.rights)

    def _says_nothing(self, word: Token, verb: Token) -> bool:
        """A pronoun for a whole statement, or for none: "this means", "it is said that"."""
        if word.i in self.times or word.lower_ in self.words.statements:
            return True
        own = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
        if own is not None and own.lower_ == "which" and self._plain(verb) in _OF_STATEMENTS:
            return True
        return word.lower_ == "it" and any(child.dep_ in {"ccomp", "csubj", "csubjpass"} for child in verb.children)

    def _relativized(self, verb: Token, objects: list[Token], *, passive: bool) -> Token | None:
        """The noun that a relative clause without object speaks of: "the music it sells"."""
        if verb.dep_ != "relcl" or objects or passive:
            return None
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is None or own.tag_ in {"WDT", "WP"} or verb.head.i in self.times:
            return None
        if any(child.tag_ == "WP$" for child in own.lefts):
            return None
        if any(child.lower_ in {"when", "where", "why"} or child.dep_ in {"ccomp", "xcomp"} for child in verb.children):
            return None
        for child in verb.children:
            if child.dep_ == "prep" and (not child.n_lefts + child.n_rights or _relative(child)):
                return None
        undergoes = verb.pos_ == "AUX" or self.lemma(verb) in self.words.undergoes
        return None if undergoes else verb.head

    def _tough_object(self, verb: Token, objects: list[Token]) -> Token | None:
        """What "to reach" has as its object in "the bridge is hard to reach"."""
        while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            verb = verb.head
        adjective = verb.head
        if objects or verb.dep_ != "xcomp" or adjective.lemma_.lower() not in self.words.tough:
            return None
        subject = self.subjects.of(adjective.head) if adjective.dep_ == "acomp" else None
        return None if subject is None or subject.lower_ == "it" else subject

    def _complements(self, verb: Token, children: list[Token], *, passive: bool) -> Iterator[Found]:
        """What follows the verb besides its objects."""
        existential = any(child.dep_ == "expl" for child in children)
        if passive:
            yield from (("agent", noun) for noun in self.doers(verb))
        for child in children:
            if child.dep_ == "agent" and not passive and not any(other.dep_ == "dobj" for other in children):
                yield from (("agent", noun) for noun in governed(child) if noun.i not in self.times)
            elif child.dep_ == "dative":
                if child.pos_ == "ADP":
                    yield from (("recipient", noun) for noun in governed(child))
                else:
                    yield ("patient" if self._plain(verb) in self.words.costs else "recipient"), child
            elif child.dep_ in {"attr", "oprd"} and child.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
                yield ("patient" if existential else "attribute"), child
            elif child.dep_ == "prep":
                yield from self.of_preposition(child, verb, passive=passive)
            elif child.dep_ in {"npadvmod", "advmod", "dobj"} and child.i in self.times:
                if child.dep_ != "dobj" or self._lasts(verb, child):
                    yield "time", child
            elif child.dep_ == "npadvmod" and child.ent_type_ in AMOUNTS:
                yield "attribute", child
            elif child.dep_ == "ccomp":
                yield from self._told_to(verb, child)
                if child.pos_ in {"ADJ", "NOUN"} and child.i > verb.i:
                    yield from self._made(verb, child)
        if verb.dep_ == "relcl" and self.kinds.is_place(verb.head) and any(c.lower_ == "where" for c in verb.lefts):
            yield "place", verb.head

    def _made(self, verb: Token, clause: Token) -> Iterator[Found]:
        """What is held or made to be what: "made Anna Berg head of the party"."""
        subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
        if subject is None:
            return
        yield "patient", subject
        if clause.pos_ == "NOUN" and self._plain(verb) in self.words.makes:
            yield "attribute", clause

    def doers(self, verb: Token) -> Iterator[Token]:
        """What "by" governs after a passive, its own or that of the passive coordinated next to it."""
        by = next((child for child in verb.children if child.dep_ == "agent"), None)
        if by is None:
            following = _coordinated_next(verb)
            if following is not None and following.tag_ == verb.tag_:
                by = next((child for child in following.rights if child.dep_ == "agent"), None)
        if by is not None:
            yield from (noun for noun in governed(by) if noun.i not in self.times)

    def _told_to(self, verb: Token, clause: Token) -> Iterator[Found]:
        """Who is told, made or allowed to do it: the subject of the infinitive that the verb governs."""
        if self._plain(verb) not in self.words.object_control or clause.tag_ != "VB":
            return
        for child in clause.lefts:
            if child.dep_ in SUBJECTS and (is_infinitive(clause) or self._plain(verb) in {"let", "help"}):
                yield ("recipient" if self._plain(verb) in self.words.tells else "patient"), child

    def of_preposition(self, preposition: Token, verb: Token, *, passive: bool = False) -> Iterator[Found]:
        """Time, place or another participant."""
        word, plain = preposition.lower_, self._plain(verb)
        for pronoun in governed(preposition):
            noun = antecedent(pronoun, verb)
            if self.kinds.of_time(noun):
                yield "time", noun
            elif f"{plain} {word}" in self.words.bound:
                yield "other", noun
            elif self.kinds.named_place(noun) and self._goes(word, verb):
                yield "place", noun
            elif word == "with" and plain in self.words.gives_with:
                yield "patient", noun
            elif word == "by" and passive and noun.ent_type_ not in AMOUNTS:
                yield "agent", noun
            elif word == "as" or (word == "by" and preposition.dep_ == "prep"):
                yield "attribute", noun
            elif word in _WHERE and self.kinds.is_where(word, noun):
                yield "place", noun
            elif word in self.words.governing_prepositions and self.subjects.noun_class(noun) is None:
                received = word == "to" and plain not in self.words.motion and self.kinds.receives(noun)
                yield ("recipient" if received else "other"), noun

    def _goes(self, preposition: str, verb: Token) -> bool:
        """Whether a place's name after the preposition is where: "in Osaka", and "for Osaka" after "left"."""
        if preposition == "for":
            return self._plain(verb) in self.words.motion
        return preposition in self.words.place_prepositions


def governed(preposition: Token) -> Iterator[Token]:
    """The nouns a preposition governs, also through a second one ("out of Goma")."""
    for child in preposition.children:
        if child.dep_ == "pobj" and is_word(child):
            yield child
        elif child.dep_ == "prep" and child.i == preposition.i + 1:
            yield from (noun for noun in child.children if noun.dep_ == "pobj" and is_word(noun))


def _relative(preposition: Token) -> bool:
    """Whether a relative pronoun follows: "to which"."""
    return any(child.dep_ == "pobj" and child.tag_ in {"WDT", "WP"} for child in preposition.rights)


def _coordinated_next(verb: Token) -> Token | None:
    """The verb joined to this one with nothing but "and", commas and adverbs between: "searched and sealed"."""
    following = next((child for child in verb.rights if child.dep_ == "conj"), None)
    if following is None or following.i - verb.i > 3 or following.tag_ != verb.tag_:
        return None
    if any(child.dep_ not in {"cc", "conj", "punct"} for child in verb.rights if child.i < following.i):
        return None
    return following if all(child.dep_ in {"advmod", "neg"} for child in following.lefts) else None
