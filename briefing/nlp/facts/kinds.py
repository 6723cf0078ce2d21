"""What a word in a role names: somebody, a place, a stretch of time."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from briefing.nlp.facts.lexicon import Lexicon

PLACES = frozenset({"GPE", "LOC", "FAC"})

_RECEIVERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PERSONS = frozenset(
    {"he", "she", "him", "her", "his", "we", "us", "our", "i", "me", "my", "you", "your", "who", "whom"}
)
_NO_PLACES = frozenset({"PERSON", "NORP", "DATE", "TIME"})


class Kinds:
    """Tells what the words of one Doc name.

    Args:
        words: The lexicon.
        times: Indexes of tokens inside a time expression.
        mentioned: Index of a token inside a mention -> type of what is mentioned.
    """

    def __init__(self, words: Lexicon, times: frozenset[int], mentioned: Mapping[int, str]) -> None:
        self.words = words
        self.times = times
        self._mentioned = mentioned

    def of(self, noun: Token) -> str:
        """The type of what is mentioned; the model's where no mention holds the word."""
        return self._mentioned.get(noun.i) or noun.ent_type_

    def named_place(self, noun: Token) -> bool:
        """Whether a word is the name of a place."""
        return self.of(noun) in PLACES and noun.tag_ != "PRP$"

    def is_place(self, noun: Token) -> bool:
        """Whether a word names a place, by its name or as a common noun, also within a name ("the High Court")."""
        if self.named_place(noun):
            return True
        if noun.pos_ == "PROPN":
            return noun.lower_ in self.words.locations and self.of(noun) not in _NO_PLACES
        return noun.pos_ == "NOUN" and noun.lemma_.lower() in self.words.locations

    def is_where(self, preposition: str, noun: Token) -> bool:
        """Whether what a preposition governs is a place, or a body where it happens: "at Opel", "in the Senate"."""
        if preposition in {"in", "at"} and noun.pos_ == "PROPN" and self.of(noun) == "ORG":
            return True
        return self.is_place(noun)

    def of_time(self, noun: Token) -> bool:
        """Whether a noun is a time, or the stretch of one: "the third quarter of the fiscal year"."""
        if noun.i in self.times:
            return True
        if noun.lemma_.lower() not in self.words.stretches:
            return False
        of = next((child for child in noun.rights if child.lower_ == "of"), None)
        return of is not None and any(child.i in self.times for child in of.rights)

    def receives(self, noun: Token) -> bool:
        """Whether a word names somebody who can be given or told something."""
        if noun.pos_ in {"PROPN", "PRON"} or noun.ent_type_ in _RECEIVERS:
            return True
        return self.words.acts(noun.lemma_.lower())

    def is_somebody(self, noun: Token) -> bool:
        """Whether a word names a person, a body or a state, which acts of its own will."""
        kind = self._mentioned.get(noun.i)
        if kind is not None:
            return kind in _RECEIVERS
        if noun.pos_ == "PRON" or noun.tag_ == "PRP$":
            return noun.lower_ in _PERSONS
        return noun.ent_type_ in _RECEIVERS or (noun.pos_ == "NOUN" and self.words.acts(noun.lemma_.lower()))
