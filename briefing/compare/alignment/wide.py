"""Which passages of a wide story are worth a closer look, found article by article.

A story of many articles has too many passages for matrices of all with all, and too many pairs for a closer look at
each: what forty sources say need not be read in 780 pairs to be known for one claim. So each passage keeps the few that
are nearest to it in any other article; an account that differs is near those it differs from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from briefing.compare.alignment.likeness import Likeness, Measured, alike_words, rarity_of
from briefing.compare.lexicon import Lexicon, Word
from briefing.compare.reading import Passage, Reading

Matrix = NDArray[np.float32]
Term = TypeVar("Term", Word, str)
NEAREST = 3
"""Passages kept of each, by meaning, and as many by words."""


class _Block(NamedTuple):
    """Measures of one article's passages (rows) against all of the story (columns)."""

    meaning: Matrix
    words: Matrix
    cover: Matrix
    covered: Matrix
    names: Matrix
    common: Matrix


class Wide(Likeness):
    """Measures of the near pairs of a story; another pair is measured when it is asked for.

    Args:
        readings: The articles.
        vectors: A row a passage; None for words alone.
        lexicon: Which words are of like sense.
    """

    def __init__(self, readings: Sequence[Reading], vectors: Matrix | None, lexicon: Lexicon) -> None:
        self._passages: Sequence[Passage] = [p for reading in readings for p in reading.passages]
        self._vectors = vectors
        self.rarity = rarity_of(self._passages)
        vocabulary = sorted({word for p in self._passages for word in p.words})
        self.similar = alike_words(vocabulary, lexicon)
        self._words = _Postings([p.words for p in self._passages])
        self._names = _Postings([p.names for p in self._passages])
        weight = [self.rarity[word.lemma] for word in self._words.terms]
        self._weight = np.array(weight, np.float32)
        self._mass = self._words.sums(self._weight) + np.float32(1e-6)
        self._norm = np.sqrt(self._words.sums(self._weight**2)) + np.float32(1e-6)
        self._name_weight = np.log((1 + len(self._passages)) / self._names.counts()).astype(np.float32)
        self._name_mass = self._names.sums(self._name_weight)
        origin = {reading.source: reading.origin for reading in readings}
        self._origin = np.array([origin[p.source] for p in self._passages])
        self._starts = {r.source: (r.passages[0].number, r.passages[-1].number + 1) for r in readings if r.passages}
        self._near: dict[tuple[int, int], Measured] = {}
        for start, end in self._starts.values():
            self._keep(start, end, self._block(start, end))

    def pairs(self) -> list[tuple[int, int]]:
        """The near pairs, by the numbers of their passages, the smaller first."""
        return sorted(self._near)

    def measured(self, i: int, j: int) -> Measured:
        """All measures of passages ``i`` and ``j``, ``i < j``, of different articles."""
        return self._near.get((i, j)) or self._far(i, j)

    def _far(self, i: int, j: int) -> Measured:
        """Measures of two passages that are not near; whether either has a nearer one is not asked."""
        a, b = self._passages[i], self._passages[j]
        ours, theirs = set(a.words), set(b.words)
        meaning = float(self._vectors[i] @ self._vectors[j]) if self._vectors is not None else 0.0
        both = sum(self.rarity[word.lemma] ** 2 for word in ours & theirs)
        covers = (self.shared(ours, theirs), self.shared(theirs, ours))
        common = sum(float(self._name_weight[self._names.number[name]]) for name in set(a.names) & set(b.names))
        least = float(min(self._name_mass[i], self._name_mass[j]))
        return Measured(
            meaning,
            both / float(self._norm[i] * self._norm[j]),
            covers,
            common / (least + 1e-6) if least > 0 else 0.0,
            common,
            (meaning, sum(covers)),
        )

    def _block(self, start: int, end: int) -> _Block:
        count, n = end - start, len(self._passages)
        if self._vectors is None:
            meaning = np.zeros((count, n), np.float32)
        else:
            meaning = self._vectors[start:end] @ self._vectors.T
        own = sorted({term for number in range(start, end) for term in self._words.of(number)})
        wider = sorted({*own, *(other for term in own for other in self._like(term))})
        present = self._words.dense(wider)
        soft = present.copy()
        row = {term: k for k, term in enumerate(wider)}
        for term in wider:
            for other, weight in self._like(term).items():
                if other in row:
                    np.maximum(soft[row[term]], present[row[other]] * np.float32(weight), out=soft[row[term]])
        weighted = present * self._weight[wider][:, None]
        here = slice(start, end)
        words = (weighted[:, here].T @ weighted) / self._norm[here, None] / self._norm[None, :]
        cover = (weighted[:, here].T @ soft) / self._mass[here, None]
        covered = (soft[:, here].T @ weighted) / self._mass[None, :]
        names, common = self._named(start, end)
        return _Block(meaning, words.astype(np.float32), cover, covered, names, common)

    def _like(self, term: int) -> Mapping[int, float]:
        others = self.similar.get(self._words.terms[term])
        return {self._words.number[word]: weight for word, weight in others.items()} if others else {}

    def _named(self, start: int, end: int) -> tuple[Matrix, Matrix]:
        own = sorted({term for number in range(start, end) for term in self._names.of(number)})
        present = self._names.dense(own)
        common = (present[:, start:end].T * self._name_weight[own]) @ present
        least = np.minimum(self._name_mass[start:end, None], self._name_mass[None, :])
        return np.where(least > 0, common / (least + 1e-6), 0).astype(np.float32), common.astype(np.float32)

    def _keep(self, start: int, end: int, block: _Block) -> None:
        """Keep each row's nearest passages of other origins."""
        barred = self._origin == self._origin[start]
        for measure in (block.meaning + 0.1 * block.names, block.cover + block.covered + 0.2 * block.names):
            if not measure.any():
                continue
            measure[:, barred] = -1.0
            most = min(NEAREST, measure.shape[1] - 1)
            nearest = np.argpartition(-measure, most, axis=1)[:, :most]
            for row, others in enumerate(nearest.tolist()):
                for j in others:
                    if measure[row, j] > 0:
                        i = start + row
                        self._near.setdefault((min(i, j), max(i, j)), self._measured(start, i, j, block))

    def _measured(self, start: int, i: int, j: int, block: _Block) -> Measured:
        row = i - start
        first, last = self._starts[self._passages[j].source]
        meaning, cover, covered = block.meaning, block.cover, block.covered
        sums_row = cover[row, first:last] + covered[row, first:last]
        sums_column = cover[:, j] + covered[:, j]
        rivals = (
            max(_rival(meaning[row, first:last], j - first), _rival(meaning[:, j], row)),
            max(_rival(sums_row, j - first), _rival(sums_column, row)),
        )
        ways = float(cover[row, j]), float(covered[row, j])
        return Measured(
            float(meaning[row, j]),
            float(block.words[row, j]),
            ways if i < j else (ways[1], ways[0]),
            float(block.names[row, j]),
            float(block.common[row, j]),
            rivals,
        )


def _rival(values: Matrix, but: int) -> float:
    """The greatest of some values but one; 0 where there is no other."""
    if len(values) < 2:
        return 0.0
    return float(max(values[:but].max(initial=-1.0), values[but + 1 :].max(initial=-1.0)))


class _Postings(Generic[Term]):
    """Which passages have which terms."""

    def __init__(self, having: Sequence[Sequence[Term]]) -> None:
        self.terms: list[Term] = sorted({term for terms in having for term in terms})
        self.number: dict[Term, int] = {term: k for k, term in enumerate(self.terms)}
        self._of: list[list[int]] = [sorted({self.number[term] for term in terms}) for terms in having]
        holders: dict[int, list[int]] = defaultdict(list)
        for passage, terms in enumerate(self._of):
            for term in terms:
                holders[term].append(passage)
        self._holders = [np.array(holders[term], np.int64) for term in range(len(self.terms))]

    def of(self, passage: int) -> Sequence[int]:
        """The terms of a passage."""
        return self._of[passage]

    def counts(self) -> NDArray[np.int64]:
        """In how many passages each term is."""
        return np.array([len(holders) for holders in self._holders], np.int64)

    def sums(self, weight: Matrix) -> Matrix:
        """For each passage the weight of all its terms."""
        return np.array([weight[terms].sum() if terms else 0.0 for terms in self._of], np.float32)

    def dense(self, terms: Sequence[int]) -> Matrix:
        """``[k, passage]``: whether the passage has the k-th of these terms."""
        present = np.zeros((len(terms), len(self._of)), np.float32)
        for k, term in enumerate(terms):
            present[k, self._holders[term]] = 1.0
        return present
