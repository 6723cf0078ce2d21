"""The word lists beside this package, read once."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Literal

import msgspec

_DOING = ("er", "or", "ist", "ian", "man")

NounClass = Literal["act", "happening", "activity", "state", "named"]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of single words.

    Attributes:
        nouns: Lemma of an event noun -> its class, which decides the roles of its "of" phrase and possessor.
        sometimes: Nouns that are events only where the sentence shows it.
        not_gerunds: Nouns in "-ing" that are things.
        named: Heads of proper names that are events ("conference").
        not_derived: Nouns that end like derived ones and are no events.
        endings: Endings that derive event nouns.
        prepositional_nouns: Nouns that with "in" make a preposition ("in response to").
        doers: Common nouns that act; other possessors of a noun of doing undergo it.
        things: Nouns that end like those of doers ("computer") and act not.
        done_to: Event nouns whose possessor alone undergoes them, even if it is somebody ("his arrest").
        transfers: Event nouns with a receiver after "to".
        directed: Event nouns that are done to what "to" governs.
        undergoes, undergoes_alone: Verbs whose subject is the patient, always or where there is no object.
        willed: Of these, verbs whose subject acts where it is somebody.
        tells: Verbs whose object is the hearer.
        gives: Verbs of giving, with a receiver beside the object.
        costs: Verbs with a patient and an amount.
        gives_with: Verbs whose object receives what "with" governs.
        takes_object: Verbs that never stand without an object.
        object_control: Verbs whose object does what their infinitive says.
        subject_control: Verbs whose subject does what their infinitive says, object or not.
        light: Verbs that carry an event noun, of which their subject is the doer.
        light_undergone: The same, where it happens to their subject.
        supporting: Verbs that carry an event noun and say more than who did it.
        bounding: Verbs whose subject or object is an event.
        gerund_nouns: Nouns whose gerund is done by who has them ("difficulty finding").
        infinitive_nouns: Nouns whose infinitive is done by who has them.
        prepositional: Verbs whose participle is a preposition.
        prepositional_forms: Participles that stand for prepositions.
        participles: Participles before a noun that tell of an event.
        idioms: Verbs with the object that is a part of them ("take part").
        adverbs: Adverbs that are a part of the verb before them ("back").
        from_doing: Verbs whose object does what the gerund after "from", "of" or "as" says.
        place_prepositions: Prepositions that say where, before a place's name.
        locations: Common nouns that say where after "in" or "at".
        tough: Adjectives whose subject undergoes their infinitive ("hard to reach").
        marks: Verbs whose object may be a time.
        makes: Verbs that make or hold somebody to be something.
        raising: Verbs whose infinitive may be said of their object.
        wishes: Verbs whose infinitive is done by their object or, without one, by their subject.
        causing: Verbs of having or seeing a thing done ("had his house searched").
        bound: Verbs with the preposition that governs what they are aimed at ("invest in").
        changes: Nouns of a change in what "in" governs ("a rise in rents").
        motion: Verbs and nouns of going, which have no receiver; "from" says where they begin.
        governing_prepositions: Prepositions whose noun takes part.
        statements: Pronouns that stand for a statement.
        stretches: Nouns for a part of a time ("the middle of").
        lemmas: The model's wrong lemmas -> the right ones.
    """

    nouns: dict[str, NounClass]
    sometimes: frozenset[str]
    not_gerunds: frozenset[str]
    named: frozenset[str]
    not_derived: frozenset[str]
    endings: tuple[str, ...]
    prepositional_nouns: frozenset[str]
    doers: frozenset[str]
    things: frozenset[str]
    done_to: frozenset[str]
    transfers: frozenset[str]
    directed: frozenset[str]
    undergoes: frozenset[str]
    undergoes_alone: frozenset[str]
    willed: frozenset[str]
    tells: frozenset[str]
    gives: frozenset[str]
    costs: frozenset[str]
    gives_with: frozenset[str]
    takes_object: frozenset[str]
    object_control: frozenset[str]
    subject_control: frozenset[str]
    light: frozenset[str]
    light_undergone: frozenset[str]
    supporting: frozenset[str]
    bounding: frozenset[str]
    gerund_nouns: frozenset[str]
    infinitive_nouns: frozenset[str]
    prepositional: frozenset[str]
    prepositional_forms: frozenset[str]
    participles: frozenset[str]
    idioms: frozenset[str]
    adverbs: frozenset[str]
    from_doing: frozenset[str]
    place_prepositions: frozenset[str]
    locations: frozenset[str]
    tough: frozenset[str]
    marks: frozenset[str]
    makes: frozenset[str]
    raising: frozenset[str]
    wishes: frozenset[str]
    causing: frozenset[str]
    bound: frozenset[str]
    changes: frozenset[str]
    motion: frozenset[str]
    governing_prepositions: frozenset[str]
    statements: frozenset[str]
    stretches: frozenset[str]
    lemmas: dict[str, str]

    def noun_class(self, lemma: str) -> NounClass | None:
        """The class of an event noun, listed or derived; None for any other noun."""
        listed = self.nouns.get(lemma)
        if listed:
            return listed
        derived = len(lemma) > 7 and lemma.endswith(self.endings) and lemma not in self.not_derived
        return "act" if derived else None

    def acts(self, lemma: str) -> bool:
        """Whether a common noun is of somebody who does things: listed, or "-er", "-or", "-ist", "-man"."""
        if lemma in self.doers:
            return True
        return len(lemma) > 4 and lemma.endswith(_DOING) and lemma not in self.things


@functools.cache
def lexicon() -> Lexicon:
    """The lists of ``event_nouns.toml`` and ``verbs.toml``."""
    here = resources.files("briefing.nlp.facts")
    nouns = tomllib.loads((here / "event_nouns.toml").read_text("utf-8"))
    tables = tomllib.loads((here / "verbs.toml").read_text("utf-8"))
    lemmas = tables.pop("lemmas")
    classes: tuple[NounClass, ...] = ("state", "activity", "happening", "act")
    lists: dict[str, object] = {key: _words(value) for key, value in (tables | nouns).items() if isinstance(value, str)}
    lists["nouns"] = {word: kind for kind in classes for word in sorted(_words(nouns[kind]))}
    return msgspec.convert(lists | {"endings": nouns["endings"], "lemmas": lemmas}, Lexicon)


def _words(text: str) -> frozenset[str]:
    """The words of a list; ``_`` joins a verb and its particle."""
    return frozenset(word.replace("_", " ") for word in text.split())
