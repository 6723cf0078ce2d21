"""Profiles as sparse vectors of unit length, and the near neighbours of each without comparing all with all.

Terms are weighted by ``(1 + ln tf) * idf``; the blocks of a profile are normalised apart and joined with fixed shares,
so that the dot product of two vectors is the weighted mean of the blocks' cosines. Document frequencies are those of
the articles at hand smoothed by those of English at large: two articles are judged by much the same measure as ten
thousand.
"""

from __future__ import annotations

import itertools
import math
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
    """The vectors of some profiles, and who is near whom.

    What terms weigh is settled by the profiles it is made of; one that joins later (:meth:`add`) is weighed by that.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        counted = _Counts(profiles)
        self._tables = counted.tables
        self._articles = len(profiles)
        self._frequency = np.bincount(counted.term, minlength=len(counted.expected))
        self._idf = self._rarity(self._frequency, counted.expected)
        weight = (1.0 + np.log(counted.count)) * self._idf[counted.term]
        weight *= np.sqrt(counted.share) / _lengths(weight, counted.article * len(SHARES) + counted.block)
        weight /= _lengths(weight, counted.article)
        order = np.lexsort((counted.term, counted.article))
        starts = np.searchsorted(counted.article[order], np.arange(len(profiles) + 1))
        index, weight = counted.term[order], weight[order]
        self.vectors = [Vector(index[a:b], weight[a:b]) for a, b in itertools.pairwise(starts.tolist())]
        by_term = np.argsort(counted.term, kind="stable")
        self._holders = counted.article[by_term]
        self._keys = counted.term[by_term] * self._articles + self._holders
        self._posting = np.searchsorted(counted.term[by_term], np.arange(len(self._idf) + 1))
        self._joined: dict[int, list[int]] = {}
        self._dense = np.zeros(len(self._idf))

    def _rarity(self, frequency: NDArray[np.int64], expected: NDArray[np.float64]) -> NDArray[np.float64]:
        """Inverse document frequency of terms, those of English at large counted in."""
        idf = np.log((self._articles + BACKGROUND + 1) / (frequency + BACKGROUND * expected + 0.5))
        return np.asarray(np.maximum(idf, 0.0))

    def add(self, profile: Profile) -> int:
        """Take in one more profile; its number. The weights of terms stay as they are."""
        number = len(self.vectors)
        self._learn(profile)
        parts: dict[int, float] = {}
        for block, share in SHARES.items():
            terms = {self._tables[block][term]: count for term, count in profile.terms[block].items()}
            weights = {term: (1.0 + math.log(count)) * float(self._idf[term]) for term, count in terms.items()}
            length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
            for term, weight in weights.items():
                parts[term] = weight * math.sqrt(share) / length
        index = np.array(sorted(parts), dtype=np.int64)
        weights_found = np.array([parts[term] for term in index.tolist()], dtype=np.float64)
        whole = float(np.sqrt(np.dot(weights_found, weights_found))) or 1.0
        self.vectors.append(Vector(index, weights_found / whole))
        self._frequency[index] += 1
        for term in index.tolist():
            self._joined.setdefault(term, []).append(number)
        return number

    def _learn(self, profile: Profile) -> None:
        """Number the terms that nobody had; each is weighed as one that a single article has."""
        expected: list[float] = []
        for block, table in self._tables.items():
            for term in profile.terms[block]:
                if term not in table:
                    table[term] = len(self._idf) + len(expected)
                    expected.append(article_share(term))
        count = len(expected)
        self._idf = np.concatenate((self._idf, self._rarity(np.ones(count, dtype=np.int64), np.array(expected))))
        self._frequency = np.concatenate((self._frequency, np.zeros(count, dtype=np.int64)))
        self._posting = np.concatenate((self._posting, np.full(count, self._posting[-1])))
        self._dense = np.zeros(len(self._idf))

    def near(self) -> Iterator[tuple[int, int, float]]:
        """Pairs ``(i, j, similarity)`` with ``i < j`` that share a telling term and are alike enough."""
        for i in range(len(self.vectors)):
            for j, score in self.near_to(i, i):
                yield (min(i, j), max(i, j), score)

    def near_to(self, i: int, place: int) -> Iterator[tuple[int, float]]:
        """Those near one article, and how near.

        Args:
            i: Its number.
            place: Where it stands, or would stand, in the order given: of many that have a term the nearest to it are
                looked at.
        """
        vector = self.vectors[i]
        found = self._candidates(i, place, vector)
        if not len(found):
            return
        others = [self.vectors[j] for j in found.tolist()]
        self._dense[vector.index] = vector.weight
        index = np.concatenate([other.index for other in others])
        weight = np.concatenate([other.weight for other in others])
        starts = np.concatenate(([0], np.cumsum([len(other.index) for other in others])[:-1]))
        scores = np.add.reduceat(self._dense[index] * weight, starts)
        self._dense[vector.index] = 0.0
        for j, score in zip(found.tolist(), scores.tolist(), strict=True):
            if score >= LEAST:
                yield j, score

    def _candidates(self, i: int, place: int, vector: Vector) -> NDArray[np.int64]:
        """Articles that share telling terms with one, those with the most weight in common."""
        telling = np.flatnonzero(self._frequency[vector.index] > 1)
        if not len(telling):
            return np.empty(0, dtype=np.int64)
        probes = telling[np.argsort(-vector.weight[telling], kind="stable")[:PROBES]]
        holders, weights = self._around(place, vector.index[probes], vector.weight[probes])
        articles, where = np.unique(holders, return_inverse=True)
        shared = np.bincount(where, weights=weights)
        best = articles[np.lexsort((articles, -shared))][: NEIGHBOURS + 1]
        others: NDArray[np.int64] = best[best != i]
        return others

    def _around(
        self, place: int, terms: NDArray[np.int64], weights: NDArray[np.float64]
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Articles with any of these terms, one entry a term, and the terms' weights.

        Of many with one term those nearest to a place in the order given; and all joined since.
        """
        start, end = self._posting[terms], self._posting[terms + 1]
        at = np.searchsorted(self._keys, terms * self._articles + place)
        long = end - start > LONGEST_POSTING
        start = np.where(long, np.clip(at - LONGEST_POSTING // 2, start, end - LONGEST_POSTING), start)
        lengths = np.where(long, LONGEST_POSTING, end - start)
        skipped = np.repeat(start - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        holders = self._holders[skipped + np.arange(len(skipped))]
        told = np.repeat(weights, lengths)
        if not self._joined:
            return holders, told
        joined = [self._joined.get(term, ()) for term in terms.tolist()]
        later = np.array(list(itertools.chain.from_iterable(joined)), dtype=np.int64)
        return np.concatenate((holders, later)), np.concatenate((told, np.repeat(weights, [len(j) for j in joined])))


class _Counts:
    """All terms of all profiles in columns: article, block, term's number and count, and the block's share.

    ``expected`` is, for each term's number, the share of articles in which English at large has it.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.tables: dict[Block, dict[str, int]] = {block: {} for block in SHARES}
        expected: list[float] = []
        columns: tuple[list[int], list[int], list[int], list[float]] = ([], [], [], [])
        for article, profile in enumerate(profiles):
            for number, (block, table) in enumerate(self.tables.items()):
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
