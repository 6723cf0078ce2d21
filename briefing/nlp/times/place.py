"""Where an expression stands: what the conditions of ``guards.py`` look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from briefing.nlp.numerals import Lexeme
from briefing.nlp.times.lexicon import tables


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: lexemes ``first`` to ``last`` of ``lexemes``, with spaCy's token of the last word."""

    lexemes: Sequence[Lexeme]
    first: int
    last: int
    token: Token

    def before(self, steps: int = 1) -> str:
        """The word ``steps`` before it, in lower case; empty at the edge of the text."""
        at = self.first - steps
        return self.lexemes[at].lower if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """The word ``steps`` after it."""
        at = self.last + steps
        return self.lexemes[at].lower if at < len(self.lexemes) else ""

    @property
    def next_token(self) -> Token | None:
        """SpaCy's token after it."""
        at = self.token.i + 1
        return self.token.doc[at] if at < len(self.token.doc) else None


@cache
def words_of(name: str) -> frozenset[str]:
    """A word list of the lexicon."""
    return frozenset(tables()["words"][name])
