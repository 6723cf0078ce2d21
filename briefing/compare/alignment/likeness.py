"""How alike all passages of a story are, as matrices: meaning, words, names.

Three measures of one pair that fail differently: the encoder's cosine knows paraphrase but not names or numbers; shared
words weighted by how rare they are in the story know exactly what is said again; shared senses ("ferry", "ship") stand
between the two. None of them judges; the scorer weighs them together.
"""

from __future__ import annotations

import abc
import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.compare.alignment.weights import Weights
from briefing.compare.earlier import UNCOUNTED, Rarity
from briefing.compare.frequency import article_share
from briefing.compare.lexicon import Lexicon, Word
from briefing.compare.reading import Passage, Reading

Matrix = NDArray[np.float32]
_ALIKE_LEAST = 0.4
"""Below this two words are not taken for alike."""
_FEW = 6
"""Articles of which more pairs are looked at."""
_ENOUGH_PASSAGES = 12
"""Passages at which a story tells as much of a word's rarity as news at large does."""


class Measured(NamedTuple):
    """How alike two passages of different articles are.

    Attributes:
        meaning: Cosine of the sentence vectors; 0 where there are none.
        words: Cosine of the words' TF-IDF.
        covers: The share of either's words, by rarity, that the other has or says by a word of like sense.
        names: Shared names by rarity, over the lesser of both passages' names; 0 where one has none.
        common: Rarity of all shared names together.
        rivals: The best meaning and the best sum of covers that either has with another passage of the other's article.
    """

    meaning: float
    words: float
    covers: tuple[float, float]
    names: float
    common: float
    rivals: tuple[float, float]


class Likeness(abc.ABC):
    """The measures of a story's passages.

    Attributes:
        similar: Word -> other words of the story of like sense, with their likeness.
        rarity: Of each lemma: how rarely the story's passages, and news at large, use it.
        names: Of each name: how rarely the story's passages have it.
    """

    similar: Mapping[Word, Mapping[Word, float]]
    rarity: Mapping[str, float]
    names: Mapping[str, float]

    @abc.abstractmethod
    def pairs(self) -> Iterable[tuple[int, int]]:
        """Passages of different origins worth a closer look, by their numbers, the smaller first."""

    @abc.abstractmethod
    def measured(self, i: int, j: int) -> Measured:
        """All measures of two passages of different articles, ``i < j``."""

    def shared(self, ours: Set[Word], theirs: Set[Word]) -> float:
        """The share of ``ours``, by rarity, that ``theirs`` has or says by a word of like sense; 0 of no words."""
        weights = self.weights
        return weights.cover(weights.of(frozenset(ours)), weights.of(frozenset(theirs)))

    @cached_property
    def clauses(self) -> dict[int, list[Any]]:
        """Facts of the passages looked at so far, by their numbers: filled by the alignment."""
        return {}

    @cached_property
    def events(self) -> dict[tuple[str, ...], Any]:
        """What the clauses looked at so far tell of, by lemma: filled by the alignment."""
        return {}

    @cached_property
    def contents(self) -> dict[Any, tuple[int, dict[int, Any]]]:
        """What two clauses have in common, by what they say, of those looked at so far: filled by the alignment.

        Reports that took over a sentence have many clauses that say the same, and each says it to the others once.
        """
        return {}

    @cached_property
    def weights(self) -> Weights:
        """The story's words, weighed; for sets of words that are compared with many others."""
        return Weights(self.similar, self.rarity)


class Close(Likeness):
    """Matrices over all passages of a story of few articles; each passage's best in every other article is looked at.

    Args:
        readings: The articles.
        vectors: A row a passage; None for words alone.
        lexicon: Which words are of like sense.
        counted: What was counted before of the story's words and names; others are counted here.
    """

    def __init__(
        self,
        readings: Sequence[Reading],
        vectors: Matrix | None,
        lexicon: Lexicon,
        counted: Rarity = UNCOUNTED,
    ) -> None:
        self._readings = readings
        self._passages = passages = [p for reading in readings for p in reading.passages]
        n = len(passages)
        self._meaning = np.zeros((n, n), np.float32)
        if vectors is not None and n:
            self._meaning = (vectors @ vectors.T).astype(np.float32)
        rows = {word: row for row, word in enumerate(sorted({word for p in passages for word in p.words}))}
        present = np.zeros((len(rows), n), np.float32)
        for passage in passages:
            for word in passage.words:
                present[rows[word], passage.number] = 1.0
        self.rarity = rarity_of(passages, counted.words)
        self.names = name_rarity_of(passages, counted.names)
        rare = np.array([self.rarity[word.lemma] for word in rows], np.float32)
        self.similar = alike_words([word for word in rows if word not in counted.bare], lexicon)
        soft = _soft(rows, present, self.similar)
        weighted = present * rare[:, None]
        norms = np.sqrt((weighted**2).sum(0)) + 1e-6
        self._words = (weighted.T @ weighted) / norms[:, None] / norms[None, :]
        self._cover = (weighted.T @ soft) / (weighted.sum(0)[:, None] + 1e-6)
        self._names, self._common = _names(passages, self.names)
        self._rivals: dict[tuple[int, int], tuple[Matrix, Matrix]] = {}

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Of every two articles of different origins, each passage's best by meaning and by words."""
        most = 4 if len(self._readings) <= _FEW else 2
        for a, b in itertools.combinations(self._readings, 2):
            if a.origin != b.origin and a.passages and b.passages:
                yield from sorted(self._best(a, b, most))

    def _best(self, a: Reading, b: Reading, most: int) -> set[tuple[int, int]]:
        rows, columns = _numbers(a), _numbers(b)
        cover = self._cover[np.ix_(rows, columns)] + self._cover[np.ix_(columns, rows)].T
        names = self._names[np.ix_(rows, columns)]
        chosen: set[tuple[int, int]] = set()
        for measure in (self._meaning[np.ix_(rows, columns)] + 0.1 * names, cover + 0.2 * names):
            if not measure.any():
                continue
            by_row = np.argsort(-measure, axis=1, kind="stable")[:, :most]
            by_column = np.argsort(-measure, axis=0, kind="stable")[:most, :]
            chosen.update((i, j) for i, row in enumerate(by_row.tolist()) for j in row)
            chosen.update((i, j) for row in by_column.tolist() for j, i in enumerate(row))
        return {(int(rows[i]), int(columns[j])) for i, j in chosen}

    def measured(self, i: int, j: int) -> Measured:
        """All measures of two passages of different articles, ``i < j``."""
        return Measured(
            float(self._meaning[i, j]),
            float(self._words[i, j]),
            (float(self._cover[i, j]), float(self._cover[j, i])),
            float(self._names[i, j]),
            float(self._common[i, j]),
            self._rivals_of(i, j),
        )

    def _rivals_of(self, i: int, j: int) -> tuple[float, float]:
        a, b = self._passages[i], self._passages[j]
        sources = (a.source, b.source)
        ours, theirs = self._readings[a.source], self._readings[b.source]
        if sources not in self._rivals:
            rows, columns = _numbers(ours), _numbers(theirs)
            meaning = self._meaning[np.ix_(rows, columns)]
            cover = self._cover[np.ix_(rows, columns)] + self._cover[np.ix_(columns, rows)].T
            self._rivals[sources] = (_best_others(meaning), _best_others(cover))
        row, column = i - ours.passages[0].number, j - theirs.passages[0].number
        by_meaning, by_cover = self._rivals[sources]
        return float(by_meaning[row, column]), float(by_cover[row, column])


def _numbers(reading: Reading) -> NDArray[np.int64]:
    return np.arange(reading.passages[0].number, reading.passages[-1].number + 1)


def rarity_of(passages: Sequence[Passage], counted: Mapping[str, float]) -> dict[str, float]:
    """``ln((1 + n) / df)`` in the story, tempered by how common the word is in news: a story of two passages is too
    short to tell a common word from a rare one. What was ``counted`` before stays as it was.
    """
    counts: dict[str, int] = defaultdict(int)
    for passage in passages:
        for lemma in {word.lemma for word in passage.words}:
            counts[lemma] += 1
    here = {lemma: math.log((1 + len(passages)) / count) for lemma, count in counts.items()}
    at_large = {lemma: min(4.0, -math.log(article_share(lemma) + 0.01)) for lemma in counts}
    trust = len(passages) / (len(passages) + _ENOUGH_PASSAGES)
    rarity = {lemma: max(0.1, trust * here[lemma] + (1 - trust) * at_large[lemma]) for lemma in counts}
    return {lemma: counted.get(lemma, rare) for lemma, rare in rarity.items()} if counted else rarity


def name_rarity_of(passages: Sequence[Passage], counted: Mapping[str, float]) -> dict[str, float]:
    """``ln((1 + n) / df)`` of each name; what was ``counted`` before stays as it was."""
    counts: dict[str, int] = defaultdict(int)
    for passage in passages:
        for name in passage.names:
            counts[name] += 1
    return {name: counted.get(name, float(np.log((1 + len(passages)) / count))) for name, count in counts.items()}


def alike_words(vocabulary: Iterable[Word], lexicon: Lexicon) -> dict[Word, dict[Word, float]]:
    """Word -> other words of a vocabulary that share a sense with it, and how far."""
    having: dict[str, list[tuple[Word, float]]] = defaultdict(list)
    for word in vocabulary:
        for concept, weight in lexicon.concepts(word).items():
            having[concept].append((word, weight))
    similar: dict[Word, dict[Word, float]] = defaultdict(dict)
    for sharers in having.values():
        for word, weight in sharers if len(sharers) > 1 else ():
            mine = similar[word]
            for other, its in sharers:
                if other != word and weight * its > mine.get(other, _ALIKE_LEAST):
                    mine[other] = weight * its
    return {word: others for word, others in similar.items() if others}


def _soft(rows: Mapping[Word, int], present: Matrix, similar: Mapping[Word, Mapping[Word, float]]) -> Matrix:
    """``[word, passage]``: how nearly the passage has the word, by the likest of its words."""
    soft = present.copy()
    for word, others in similar.items():
        row = rows[word]
        for other, weight in others.items():
            np.maximum(soft[row], present[rows[other]] * np.float32(weight), out=soft[row])
    return soft


def _names(passages: Sequence[Passage], rarity: Mapping[str, float]) -> tuple[Matrix, Matrix]:
    rows = {name: row for row, name in enumerate(sorted(rarity))}
    present = np.zeros((len(rows), len(passages)), np.float32)
    for passage in passages:
        for name in passage.names:
            present[rows[name], passage.number] = np.sqrt(rarity[name])
    common = present.T @ present
    mass = np.diag(common)
    least = np.minimum(mass[:, None], mass[None, :])
    return np.where(least > 0, common / (least + 1e-6), 0).astype(np.float32), common.astype(np.float32)


def _best_others(measure: NDArray[np.float32]) -> NDArray[np.float32]:
    """``[i, j]``: the greatest value of row i and column j outside ``[i, j]``; 0 where there is none."""
    found = np.zeros_like(measure)
    for values, out in ((measure, found), (measure.T, found.T)):
        if values.shape[1] < 2:
            continue
        top = np.argmax(values, axis=1)
        second = np.partition(values, -2, axis=1)[:, -2]
        rival = np.repeat(values.max(axis=1)[:, None], values.shape[1], axis=1)
        rival[np.arange(len(values)), top] = second
        np.maximum(out, rival, out=out)
    return found
