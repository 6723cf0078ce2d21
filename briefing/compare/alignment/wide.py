"""Which passages of a wide story are worth a closer look, found article by article.

A story of many articles has too many passages for matrices of all with all, and too many pairs for a closer look at
each: what forty sources say need not be read in 780 pairs to be known for one claim. So each passage keeps the few that
are nearest to it in any other article; an account that differs is near those it differs from.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from briefing.compare.alignment.likeness import Likeness, Measured, alike_words, name_rarity_of, rarity_of
from briefing.compare.earlier import UNCOUNTED, Rarity
from briefing.compare.lexicon import Lexicon, Word
from briefing.compare.reading import Passage, Reading
from briefing.model.span import made

Matrix = NDArray[np.float32]
Term = TypeVar("Term", Word, str)
NEAREST = 3
"""Passages kept of each, by meaning, and as many by words."""
_NONE = np.zeros(0, np.int64)
_CELLS = 8_000_000
"""Numbers in a product of the vectors of some passages with all: 32 MB. Few large products cost less than many small
ones, after each of which the threads of the library wait at full speed for the next.
"""


_TOGETHER = 8_192
"""Pairs of passages whose vectors are multiplied at once."""


class Wide(Likeness):
    """Measures of the near pairs of a story; another pair is measured when it is asked for.

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
        self._passages: Sequence[Passage] = [p for reading in readings for p in reading.passages]
        self._vectors = vectors
        self.rarity = rarity_of(self._passages, counted.words)
        self.names = name_rarity_of(self._passages, counted.names)
        self._said = [p.vocabulary for p in self._passages]
        self.similar = alike_words(sorted(frozenset().union(*self._said) - counted.bare), lexicon)
        self._words = _Postings([p.words for p in self._passages])
        self._names = _Postings([p.names for p in self._passages])
        self._weight = np.array([self.rarity[word.lemma] for word in self._words.terms], np.float32)
        self._squared = self._weight**2
        self._norm = np.sqrt(self._words.sums(self._weight**2)) + np.float32(1e-6)
        self._name_weight = np.array([self.names[name] for name in self._names.terms], np.float32)
        self._name_mass = self._names.sums(self._name_weight)
        self._weighed = [self.weights.of(said) for said in self._said]
        self._named = [frozenset(p.names) for p in self._passages]
        self._rare = {name: float(self._name_weight[at]) for name, at in self._names.number.items()}
        self._least = self._name_mass.tolist()
        origin = {reading.source: reading.origin for reading in readings}
        self._origin = np.array([origin[p.source] for p in self._passages])
        near: set[tuple[int, int]] = set()
        for start, meaning in self._meanings([len(reading.passages) for reading in readings]):
            near.update(self._nearest(start, start + len(meaning), meaning))
        self._near = self._with_rivals(self._all_alone(sorted(near)))

    def pairs(self) -> Iterable[tuple[int, int]]:
        """Each passage with those of other origins that are nearest to it."""
        return self._near

    def measured(self, i: int, j: int) -> Measured:
        """All measures of two passages of different articles, ``i < j``; the near ones alone are set against rivals."""
        return self._near.get((i, j)) or self._alone(i, j)

    def _nearest(self, start: int, end: int, meaning: Matrix) -> Iterator[tuple[int, int]]:
        """The near pairs of passages ``[start, end)``, which are one article's."""
        barred = self._origin == self._origin[start]
        names = 0.1 * self._shared_names(start, end)
        for measure in (meaning, self._shared_words(start, end)):
            measure += names
            measure[:, barred] = 0.0
            most = min(NEAREST, measure.shape[1] - 1)
            nearest = np.argpartition(-measure, most, axis=1)[:, :most]
            rows, columns = np.nonzero(np.take_along_axis(measure, nearest, axis=1) > 0)
            others = nearest[rows, columns]
            rows += start
            yield from zip(np.minimum(rows, others).tolist(), np.maximum(rows, others).tolist(), strict=True)

    def _meanings(self, lengths: Iterable[int]) -> Iterator[tuple[int, Matrix]]:
        """Of each article that has passages, the first one and how like in meaning all of its are to all passages.

        Several articles go into one product: it costs a quarter of a product for each.
        """
        count = len(self._passages)
        start = first = 0
        rows = np.zeros((0, count), np.float32)
        for length in filter(None, lengths):
            if start + length > first + len(rows):
                first, last = start, max(start + length, min(count, start + _CELLS // count))
                if self._vectors is None:
                    rows = np.zeros((last - first, count), np.float32)
                else:
                    rows = np.asarray(self._vectors[first:last] @ self._vectors.T)
            yield start, rows[start - first : start - first + length]
            start += length

    def _shared_words(self, start: int, end: int) -> Matrix:
        """Cosine of the words' TF-IDF, of one article's passages with all."""
        common = self._words.common(start, end, self._squared)
        common /= self._norm[start:end, None]
        common /= self._norm[None, :]
        return common

    def _shared_names(self, start: int, end: int) -> Matrix:
        """Shared names by rarity, over the lesser of both passages' names."""
        common = self._names.common(start, end, self._name_weight)
        for row, number in zip(common, range(start, end), strict=True):
            sharing = self._names.sharing(number)  # few: most passages share no name
            row[sharing] /= np.minimum(self._name_mass[number], self._name_mass[sharing]) + np.float32(1e-6)
        return common

    def _all_alone(self, pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Measured]:
        """Measures of many pairs of passages that have no rivals."""
        found: dict[tuple[int, int], Measured] = {}
        for first in range(0, len(pairs), _TOGETHER):
            some = pairs[first : first + _TOGETHER]
            ours, theirs = np.array(some).T
            meanings = [0.0] * len(some)
            if self._vectors is not None:
                meanings = (self._vectors[ours][:, None] @ self._vectors[theirs][:, :, None]).ravel().tolist()
            norms = (self._norm[ours] * self._norm[theirs]).tolist()
            for pair, meaning, norm in zip(some, meanings, norms, strict=True):
                found[pair] = self._measured_alone(*pair, meaning, norm)
        return found

    def _alone(self, i: int, j: int) -> Measured:
        """Measures of two passages that have no rivals."""
        meaning = float(self._vectors[i] @ self._vectors[j]) if self._vectors is not None else 0.0
        return self._measured_alone(i, j, meaning, float(self._norm[i] * self._norm[j]))

    def _measured_alone(self, i: int, j: int, meaning: float, norm: float) -> Measured:
        weights, ours, theirs = self.weights, self._weighed[i], self._weighed[j]
        covers = (weights.cover(ours, theirs), weights.cover(theirs, ours))
        shared = self._named[i] & self._named[j]
        common = math.fsum([self._rare[name] for name in shared]) if shared else 0.0
        least = min(self._least[i], self._least[j])
        words = weights.squares(ours, theirs) / norm
        names = common / (least + 1e-6) if least > 0 else 0.0
        return made(Measured, (meaning, words, covers, names, common, (0.0, 0.0)))

    def _with_rivals(self, near: Mapping[tuple[int, int], Measured]) -> dict[tuple[int, int], Measured]:
        """The measures, each with the best that either passage has with another of the other's article."""
        best: dict[tuple[int, int], list[tuple[float, float, int]]] = defaultdict(list)
        for (i, j), each in near.items():
            covers = sum(each.covers)
            best[i, self._passages[j].source].append((each.meaning, covers, j))
            best[j, self._passages[i].source].append((each.meaning, covers, i))
        found = dict(near)
        for (i, j), each in near.items():
            ours, theirs = best[i, self._passages[j].source], best[j, self._passages[i].source]
            if len(ours) == len(theirs) == 1:  # the pair itself, as mostly
                continue
            rivals = [rival for rival in ours if rival[2] != j] + [rival for rival in theirs if rival[2] != i]
            found[i, j] = each._replace(rivals=(max([r[0] for r in rivals]), max([r[1] for r in rivals])))
        return found


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

    def sums(self, weight: Matrix) -> Matrix:
        """For each passage the weight of all its terms."""
        return np.array([weight[terms].sum() if terms else 0.0 for terms in self._of], np.float32)

    def sharing(self, passage: int) -> NDArray[np.int64]:
        """The passages that share a term with one, it itself among them."""
        holders = [self._holders[term] for term in self._of[passage]]
        return np.unique(np.concatenate(holders)) if len(holders) > 1 else holders[0] if holders else _NONE

    def common(self, start: int, end: int, weight: Matrix) -> Matrix:
        """``[k, passage]``: the weight of all terms that the k-th passage of ``[start, end)`` shares with a passage."""
        found = np.zeros((end - start, len(self._of)), np.float32)
        for row, number in zip(found, range(start, end), strict=True):
            for term in self._of[number]:
                row[self._holders[term]] += weight[term]
        return found
