"""Passages on the same matter, across the articles of a story: many to many, in any order, never forced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.compare.alignment.facts import FactPair, fact_pairs
from briefing.compare.alignment.features import Features, features, standings
from briefing.compare.alignment.likeness import Close, Likeness
from briefing.compare.alignment.scorer import Scorer, scorer
from briefing.compare.alignment.slots import slot_of, slots_alike
from briefing.compare.alignment.wide import Wide
from briefing.compare.amounts import Amount
from briefing.compare.earlier import Earlier, Rarity
from briefing.compare.given import Given
from briefing.compare.lexicon import lexicon
from briefing.compare.reading import Passage, Reading

__all__ = ["Aligned", "Matcher", "align"]


CLOSE = 12
"""Articles of which every two are set against each other; of more, each passage against those nearest to it."""
_SHARED = 0.6
"""Words this much alike are shared."""
_FEWEST = 2
"""Words that must be shared where nothing else is."""
_LEAST_MATTER = 2
"""Content words, names, numbers and dates of a passage that can be told from others at all."""


class Aligned(NamedTuple):
    """Two passages on the same matter.

    Attributes:
        a, b: Passages, by the order of articles.
        score: From 0 to 1: how likely a reader would lay them side by side.
        pairs: Facts of the two that may be one event, strongest first.
        features: What the score rests on.
        given: True where the person linked them.
    """

    a: Passage
    b: Passage
    score: float
    pairs: tuple[FactPair, ...]
    features: Features
    given: bool = False


class Matcher:
    """Proposes and scores pairs of passages of one story.

    Args:
        readings: The articles.
        vectors: Article id -> a row a sentence of the findings; None for words alone.
        earlier: What earlier comparisons of the story left.
    """

    def __init__(
        self,
        readings: Sequence[Reading],
        vectors: Mapping[str, NDArray[np.float32]] | None = None,
        earlier: Earlier | None = None,
    ) -> None:
        self.readings = tuple(readings)
        self.earlier = Earlier() if earlier is None else earlier
        self.lexicon = lexicon()
        self.passages = tuple(p for reading in readings for p in reading.passages)
        self._standings = standings(reading.passages for reading in self.readings)
        self._reports = len({reading.origin for reading in self.readings})
        self.scorer: Scorer = scorer(with_vectors=vectors is not None)
        kind = Close if len(self.readings) <= CLOSE else Wide
        self.like: Likeness = kind(self.readings, self._rows(vectors), self.lexicon, self.earlier.rarity)

    def _rows(self, vectors: Mapping[str, NDArray[np.float32]] | None) -> NDArray[np.float32] | None:
        if vectors is None or not self.passages:
            return None
        rows = [vectors[self.readings[p.source].article.id][p.sentence] for p in self.passages]
        return np.asarray(rows, np.float32).reshape(len(rows), -1)

    def rarity(self) -> Rarity:
        """What was gone by for how rare words and names are: all that a story that goes on from this one keeps."""
        counted = self.earlier.rarity
        content = {word for reading in self.readings for word in reading.content}
        bare = (content - {word for passage in self.passages for word in passage.words}) | counted.bare
        return Rarity(
            counted.articles or frozenset(reading.article.id for reading in self.readings),
            {**{word.lemma: 1.0 for word in bare}, **self.like.rarity, **counted.words},
            {**self.like.names, **counted.names},
            bare,
        )

    def candidates(self) -> Iterator[tuple[Passage, Passage]]:
        """Pairs of different origins worth a closer look."""
        telling = [_matter(passage) >= _LEAST_MATTER for passage in self.passages]
        for i, j in self.like.pairs():
            if telling[i] and telling[j]:
                yield self.passages[i], self.passages[j]

    def place(self, pair: tuple[int, int]) -> tuple[int, int, int, int]:
        """Sorts pairs of passages by their articles, then by where they stand."""
        return self.passages[pair[0]].source, self.passages[pair[1]].source, *pair

    def look(self, a: Passage, b: Passage) -> Features:
        """Features of one pair."""
        ours, theirs = self.readings[a.source], self.readings[b.source]

        def slots(x: Amount, y: Amount) -> float:
            return slots_alike(slot_of(ours, x.span), slot_of(theirs, y.span), self.lexicon)

        stand = self._standings[a.number], self._standings[b.number]
        return features(a, b, self.like.measured(a.number, b.number), slots, stand, self._reports)

    def thin(self, a: Passage, b: Passage, looked: Features) -> bool:
        """True where two passages share one word at most, and no name, number or day: one thing, perhaps, no matter."""
        if looked.amounts or looked.periods or set(a.names) & set(b.names):
            return False
        weights = self.like.weights
        ours, theirs = weights.of(a.vocabulary), weights.of(b.vocabulary)
        return min(weights.said(ours, theirs, _SHARED), weights.said(theirs, ours, _SHARED)) < _FEWEST

    def facts(self, a: Passage, b: Passage) -> tuple[FactPair, ...]:
        """Facts of two passages that may be one event, strongest first."""
        return self.earlier.facts(a, b, self.like.measured(a.number, b.number).meaning, self._facts)

    def _facts(self, a: Passage, b: Passage) -> tuple[FactPair, ...]:
        found = fact_pairs(a, b, self.readings, self.like, self.lexicon)
        return tuple(sorted(found, key=lambda pair: (-pair.strength, pair.a.start, pair.b.start)))


def _matter(passage: Passage) -> int:
    return len(passage.words) + len(passage.names) + len(passage.amounts) + len(passage.periods)


def align(matcher: Matcher, given: Given | None = None) -> tuple[Aligned, ...]:
    """Pairs of passages of different origins, by article and start.

    Those above the scorer's threshold are alignments; those between ``loose`` and it are handed on for rules that bring
    evidence of their own. What the person linked has the score 1, what the person unlinked is not among them.
    """
    given = given or Given()
    chosen = [(a.number, b.number) for a, b in matcher.candidates()]
    found: list[Aligned] = []
    for key in sorted({*chosen, *given.linked} - given.unlinked, key=matcher.place):
        ours, theirs = matcher.passages[key[0]], matcher.passages[key[1]]
        looked = matcher.look(ours, theirs)
        score = 1.0 if key in given.linked else matcher.scorer.score(looked)
        if score >= matcher.scorer.loose:
            found.append(Aligned(ours, theirs, score, matcher.facts(ours, theirs), looked, key in given.linked))
    return tuple(found)
