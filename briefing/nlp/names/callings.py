"""What common nouns call the name beside them, and what stands next to a name."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.model import EntityType
from briefing.nlp.names import lexicon
from briefing.nlp.names.spans import Name


def kind_of(noun: Token) -> EntityType | None:
    """The type of what is called by this common noun."""
    return lexicon.kinds().get(noun.lower_) or lexicon.kinds().get(noun.lemma_.lower())


def is_office(token: Token) -> bool:
    """True for a common noun or a title that says what a person is."""
    return token.lemma_.lower() in lexicon.OFFICES or token.lower_ in lexicon.OFFICES


def is_person_word(token: Token) -> bool:
    """True for a common noun for a person, by office or otherwise: "a suspect", "chairwoman"."""
    return is_office(token) or token.lemma_.lower() in lexicon.FOLK


def ends_phrase(doc: Doc, name: Name) -> bool:
    """True where no noun follows that the name would only modify."""
    return name.end >= len(doc) or (doc[name.end].pos_ not in ("NOUN", "PROPN") and doc[name.end].text != "-")


def word_at(doc: Doc, at: int) -> str:
    """The token at ``at`` in small letters; empty beyond the text."""
    return str(doc[at].lower_) if 0 <= at < len(doc) else ""
