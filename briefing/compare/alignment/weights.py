"""How much of some words others say: each word by how rare it is in the story, or by the likest that says it.

Words that are set against many others are weighed once; what is left for each pair is to look numbers up in a table.
Sets of words have no order: the sums are those of :func:`math.fsum`, which are the same in any.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from briefing.compare.lexicon import Word


class Weighed:
    """Words, each by its number, with how rare it is.

    Attributes:
        words: Number and rarity of each.
        numbers: The numbers alone.
        whole: All rarity together.
        similar: Those of the words that have others of like sense in the story.
        likest: Word -> how nearly these words say it; filled when first asked for.
    """

    __slots__ = ("likest", "numbers", "similar", "whole", "words")

    def __init__(self, words: tuple[tuple[int, float], ...], similar: tuple[Word, ...]) -> None:
        self.words = words
        self.similar = similar
        self.numbers = frozenset(number for number, _ in words)
        self.whole = math.fsum([rare for _, rare in words])
        self.likest: dict[int, float] | None = None


class Weights:
    """Weighs the words of one story.

    Args:
        similar: Word -> other words of like sense, with their likeness.
        rarity: Of each lemma; 1 of one that is not there.
    """

    def __init__(self, similar: Mapping[Word, Mapping[Word, float]], rarity: Mapping[str, float]) -> None:
        self._similar = similar
        self._rarity = rarity
        self._numbers: dict[Word, int] = {}
        self._rated: dict[Word, tuple[int, float]] = {}
        self._near: dict[Word, dict[int, float]] = {}
        self._weighed: dict[frozenset[Word], Weighed] = {}

    def of(self, words: frozenset[Word]) -> Weighed:
        """The words with their weights; the same words are weighed once."""
        known = self._weighed.get(words)
        if known is None:
            weights = tuple([self._rated.get(word) or self._rate(word) for word in words])
            known = self._weighed[words] = Weighed(weights, tuple(word for word in words if word in self._similar))
        return known

    def cover(self, ours: Weighed, theirs: Weighed) -> float:
        """The share of ours, by rarity, that theirs have or say by a word of like sense; 0 of no words."""
        if not ours.whole:
            return 0.0
        likest = theirs.likest
        if likest is None:
            likest = self._likest(theirs)
        return math.fsum([rare * likest[number] for number, rare in ours.words if number in likest]) / ours.whole

    def _rate(self, word: Word) -> tuple[int, float]:
        rated = self._rated[word] = self._number(word), self._rarity.get(word.lemma, 1.0)
        return rated

    def _number(self, word: Word) -> int:
        return self._numbers.setdefault(word, len(self._numbers))

    def squares(self, ours: Weighed, theirs: Weighed) -> float:
        """The squares of the rarity of all words that both have."""
        return math.fsum([rare * rare for number, rare in ours.words if number in theirs.numbers])

    def said(self, ours: Weighed, theirs: Weighed, least: float) -> int:
        """How many of our words theirs say, each by a word so much alike."""
        likest = self._likest(theirs)
        return sum(likest.get(number, 0.0) >= least for number in ours.numbers)

    def _likest(self, words: Weighed) -> dict[int, float]:
        """All that the words say themselves, or by a word of like sense, and how nearly."""
        if words.likest is not None:
            return words.likest
        found: dict[int, float] = {}
        for word in words.similar:
            near = self._near.get(word)
            if near is None:
                near = {self._number(other): likeness for other, likeness in self._similar[word].items()}
                self._near[word] = near
            if not found:
                found = near.copy()
                continue
            for number, likeness in near.items():
                if likeness > found.get(number, 0.0):
                    found[number] = likeness
        found.update(dict.fromkeys(words.numbers, 1.0))
        words.likest = found
        return found


__all__ = ["Weighed", "Weights"]
