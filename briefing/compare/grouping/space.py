"""Profiles as sparse vectors of unit length, and the near neighbours of each without comparing all with all.

Terms are weighted by ``(1 + ln tf) * idf``; the blocks of a profile are normalised apart and joined with fixed shares,
so that the dot product of two vectors is the weighted mean of the blocks' cosines. Document frequencies are those of
the articles at hand smoothed by those of English at large: two articles are judged by much the same measure as ten
thousand.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.compare.frequency import article_share
from briefing.compare.grouping.profile import Block, Profile

SHARES: Mapping[Block, float] = {"words": 0.35, "names": 0.15, "title": 0.2, "head": 0.2, "figures": 0.1}
BACKGROUND = 200
"""Articles' worth of weight that English at large has against the articles at hand."""
PROBES = 30
"""How many of an article's heaviest terms look for neighbours."""
LONGEST_POSTING = 100
"""Of a term's articles so many at most are looked at, those nearest in the order given: that of publication."""
NEIGHBOURS = 50
"""Most neighbours kept of one article."""
LEAST = 0.05
"""Neighbours less alike than this are none."""


class Vector:
    """A sparse vector: indices in rising order, and their weights."""

    __slots__ = ("index", "weight")

    def __init__(self, index: NDArray[np.int64], weight: NDArray[np.float64]) -> None:
        self.index = index
        self.weight = weight

    def __add__(self, other: Vector) -> Vector:
        index = np.concatenate((self.index, other.index))
        weight = np.concatenate((self.weight, other.weight))
        kept, where = np.unique(index, return_inverse=True)
        return Vector(kept, np.bincount(where, weights=weight, minlength=len(kept)).astype(np.float64))

    def dot(self, other: Vector) -> float:
        """The dot product."""
        short, long = (self, other) if len(self.index) <= len(other.index) else (other, self)
        if not len(long.index):
            return 0.0
        at = np.minimum(np.searchsorted(long.index, short.index), len(long.index) - 1)
        return float(np.dot(short.weight * (long.index[at] == short.index), long.weight[at]))


class Space:
    """The vectors of some profiles, and who is near whom."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        counted = _Counts(profiles)
        self._size = len(counted.expected)
        self._frequency = np.bincount(counted.term, minlength=self._size)
        idf = np.log((len(profiles) + BACKGROUND + 1) / (self._frequency + BACKGROUND * counted.expected + 0.5))
        weight = (1.0 + np.log(counted.count)) * np.maximum(idf, 0.0)[counted.term]
        weight *= np.sqrt(counted.share) / _lengths(weight, counted.article * len(SHARES) + counted.block)
        weight /= _lengths(weight, counted.article)
        order = np.lexsort((counted.term, counted.article))
        starts = np.searchsorted(counted.article[order], np.arange(len(profiles) + 1))
        index, weight = counted.term[order], weight[order]
        self.vectors = [Vector(index[a:b], weight[a:b]) for a, b in itertools.pairwise(starts.tolist())]
        by_term = np.argsort(counted.term, kind="stable")
        self._holders = counted.article[by_term]
        self._posting = np.searchsorted(counted.term[by_term], np.arange(self._size + 1))

    def near(self) -> Iterator[tuple[int, int, float]]:
        """Pairs ``(i, j, similarity)`` with ``i < j`` that share a telling term and are alike enough."""
        dense = np.zeros(self._size)
        sizes = np.array([len(vector.index) for vector in self.vectors], dtype=np.int64)
        for i, vector in enumerate(self.vectors):
            found = self._candidates(i, vector)
            if not len(found):
                continue
            dense[vector.index] = vector.weight
            index = np.concatenate([self.vectors[j].index for j in found])
            weight = np.concatenate([self.vectors[j].weight for j in found])
            starts = np.concatenate(([0], np.cumsum(sizes[found])[:-1]))
            scores = np.add.reduceat(dense[index] * weight, starts)
            dense[vector.index] = 0.0
            for j, score in zip(found.tolist(), scores.tolist(), strict=True):
                if score >= LEAST:
                    yield (min(i, j), max(i, j), score)

    def _candidates(self, i: int, vector: Vector) -> NDArray[np.int64]:
        """Articles that share telling terms with one, those with the most weight in common."""
        telling = np.flatnonzero(self._frequency[vector.index] > 1)
        if not len(telling):
            return np.empty(0, dtype=np.int64)
        probes = telling[np.argsort(-vector.weight[telling], kind="stable")[:PROBES]]
        lists = [self._around(i, term) for term in vector.index[probes].tolist()]
        weights = np.repeat(vector.weight[probes], [len(holders) for holders in lists])
        articles, where = np.unique(np.concatenate(lists), return_inverse=True)
        shared = np.bincount(where, weights=weights)
        best = articles[np.lexsort((articles, -shared))][: NEIGHBOURS + 1]
        others: NDArray[np.int64] = best[best != i]
        return others

    def _around(self, i: int, term: int) -> NDArray[np.int64]:
        """Articles with a term; of many, those that stand nearest to one in the order given."""
        start, end = int(self._posting[term]), int(self._posting[term + 1])
        if end - start > LONGEST_POSTING:
            at = start + int(np.searchsorted(self._holders[start:end], i))
            start = max(start, min(at - LONGEST_POSTING // 2, end - LONGEST_POSTING))
            end = start + LONGEST_POSTING
        return self._holders[start:end]


class _Counts:
    """All terms of all profiles in columns: article, block, term's number and count, and the block's share.

    ``expected`` is, for each term's number, the share of articles in which English at large has it.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        tables: dict[Block, dict[str, int]] = {block: {} for block in SHARES}
        expected: list[float] = []
        columns: tuple[list[int], list[int], list[int], list[float]] = ([], [], [], [])
        for article, profile in enumerate(profiles):
            for number, (block, table) in enumerate(tables.items()):
                terms = profile.terms[block]
                for term in terms:
                    if term not in table:
                        table[term] = len(expected)
                        expected.append(article_share(term))
                columns[0].extend([article] * len(terms))
                columns[1].extend([number] * len(terms))
                columns[2].extend(map(table.__getitem__, terms))
                columns[3].extend(terms.values())
        self.article = np.array(columns[0], dtype=np.int64)
        self.block = np.array(columns[1], dtype=np.int64)
        self.term = np.array(columns[2], dtype=np.int64)
        self.count = np.array(columns[3], dtype=np.float64)
        self.share = np.array(list(SHARES.values()))[self.block]
        self.expected = np.array(expected, dtype=np.float64)


def _lengths(weight: NDArray[np.float64], group: NDArray[np.int64]) -> NDArray[np.float64]:
    """For each weight the Euclidean length of its group, 1 where that is nothing."""
    squares = np.bincount(group, weights=weight * weight)
    found: NDArray[np.float64] = np.sqrt(np.where(squares > 0, squares, 1.0))[group]
    return found
