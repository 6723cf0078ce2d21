"""The word lists beside this package, read once."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Literal

import msgspec

NounClass = Literal["act", "happening", "activity", "state", "named"]


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of single words.

    Attributes:
        nouns: Lemma of an event noun -> its class, which decides the roles of its "of" phrase and possessor.
        named: Heads of proper names that are events ("conference").
        not_derived: Nouns that end like derived ones and are no events.
        endings: Endings that derive event nouns.
        prepositional_nouns: Nouns that with "in" make a preposition ("in response to").
        doers: Common nouns that act; other possessors of a noun of doing undergo it.
        undergoes, undergoes_alone: Verbs whose subject is the patient, always or where there is no object.
        tells: Verbs whose object is the hearer.
        subject_control: Verbs whose subject does what their infinitive says, object or not.
        light: Verbs that carry an event noun.
        prepositional: Verbs whose participle is a preposition.
        participles: Participles before a noun that tell of an event.
        idioms: Verbs with the object that is a part of them ("take part").
        adverbs: Adverbs that are a part of the verb before them ("back").
        from_doing: Verbs whose object does what the gerund after "from", "of" or "as" says.
        place_prepositions: Prepositions that say where, before a place's name.
        governing_prepositions: Prepositions whose noun takes part.
        statements: Pronouns that stand for a statement.
        lemmas: The model's wrong lemmas -> the right ones.
    """

    nouns: dict[str, NounClass]
    named: frozenset[str]
    not_derived: frozenset[str]
    endings: tuple[str, ...]
    prepositional_nouns: frozenset[str]
    doers: frozenset[str]
    undergoes: frozenset[str]
    undergoes_alone: frozenset[str]
    tells: frozenset[str]
    subject_control: frozenset[str]
    light: frozenset[str]
    prepositional: frozenset[str]
    participles: frozenset[str]
    idioms: frozenset[str]
    adverbs: frozenset[str]
    from_doing: frozenset[str]
    place_prepositions: frozenset[str]
    governing_prepositions: frozenset[str]
    statements: frozenset[str]
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
        return lemma in self.doers or (len(lemma) > 4 and lemma.endswith(("er", "or", "ist", "ian", "man")))


@functools.cache
def lexicon() -> Lexicon:
    """The lists of ``event_nouns.toml`` and ``verbs.toml``."""
    here = resources.files("briefing.nlp.facts")
    nouns = tomllib.loads((here / "event_nouns.toml").read_text("utf-8"))
    tables = tomllib.loads((here / "verbs.toml").read_text("utf-8"))
    lemmas = tables.pop("lemmas")
    verbs = {key: _words(value) for key, value in tables.items()}
    classes: tuple[NounClass, ...] = ("state", "activity", "happening", "act")
    return Lexicon(
        nouns={word: kind for kind in classes for word in sorted(_words(nouns[kind]))},
        named=_words(nouns["named"]),
        not_derived=_words(nouns["not_derived"]),
        endings=tuple(nouns["endings"]),
        prepositional_nouns=_words(nouns["prepositional"]),
        doers=_words(nouns["doers"]),
        undergoes=verbs["undergoes"],
        undergoes_alone=verbs["undergoes_alone"],
        tells=verbs["tells"],
        subject_control=verbs["subject_control"],
        light=verbs["light"],
        prepositional=verbs["prepositional"],
        participles=verbs["eventive_participles"],
        idioms=verbs["idioms"],
        adverbs=verbs["adverbs"],
        from_doing=verbs["from_doing"],
        place_prepositions=verbs["place_prepositions"],
        governing_prepositions=verbs["governing_prepositions"],
        statements=verbs["statements"],
        lemmas=lemmas,
    )


def _words(text: str) -> frozenset[str]:
    """The words of a list; ``_`` joins a verb and its particle."""
    return frozenset(word.replace("_", " ") for word in text.split())
