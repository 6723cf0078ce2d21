"""The words of a text, read from the parse once: passes that look for names go through its capitals alone."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from briefing.nlp.columns import texts_of


@dataclass(frozen=True, slots=True)
class Words:
    """Each token's text, and what its letters say.

    Attributes:
        texts: The text of each token.
        capitals: Numbers of the tokens with a capital letter in them, in order.
        lines: Numbers of the tokens that open a line.
        lower: Words that the article also writes without a capital, so that a capital at a sentence's start says
            nothing.
    """

    texts: list[str]
    capitals: list[int]
    lines: list[int]
    lower: frozenset[str]

    @classmethod
    def of(cls, doc: Doc) -> Words:
        """The words of ``doc``."""
        texts = texts_of(doc)
        capitals = [i for i, text in enumerate(texts) if text != text.lower()]
        lines = [0, *(i + 1 for i, text in enumerate(texts) if "\n" in text)]
        return cls(texts, capitals, lines, frozenset(text for text in texts if text.islower()))
