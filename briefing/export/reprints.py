"""Finding a reprint's sentence in its original."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.model import Span

ALIKE = 0.75
"""From which share of common words on two sentences of one origin are one sentence."""


class SentenceIndex:
    """The sentences of one article by the words in them.

    Args:
        text: The article's text.
        sentences: Its sentences.
    """

    def __init__(self, text: str, sentences: Iterable[Span]) -> None:
        self._sentences = [(span, word_set(span.of(text))) for span in sentences]
        self._holding: dict[str, list[int]] = {}
        for number, (_, words) in enumerate(self._sentences):
            for word in words:
                self._holding.setdefault(word, []).append(number)

    def alike(self, words: frozenset[str]) -> Span | None:
        """The first sentence with nearly these words; None where there is none.

        Sentences that share three quarters of their words share one of any quarter and one more; so only those are
        looked at that hold one of the rarest.
        """
        rarest = sorted(words, key=lambda word: (len(self._holding.get(word, ())), word))
        rarest = rarest[: int(len(words) * (1 - ALIKE)) + 1]
        for number in sorted({number for word in rarest for number in self._holding.get(word, ())}):
            span, told = self._sentences[number]
            if len(words & told) >= ALIKE * len(words | told):
                return span
        return None


def word_set(text: str) -> frozenset[str]:
    """The words of a stretch, without case."""
    return frozenset(re.findall(r"\w+", text.casefold()))
