"""Profiles as sparse vectors of unit length, and the near neighbours of each without comparing all with all.

Terms are weighted by ``(1 + ln tf) * idf``; the blocks of a profile are normalised apart and joined with fixed shares,
so that the dot product of two vectors is the weighted mean of the blocks' cosines. Document frequencies are those of
the articles at hand smoothed by those of English at large: two articles are judged by much the same measure as ten
thousand.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.compare.frequency import article_share
from briefing.compare.grouping.profile import Block, Profile

SHARES: Mapping[Block, float] = {
    "words": 0.25, "names": 0.25, "title": 0.15, "head": 0.20, "figures": 0.10, "pairs": 0.05
}  # fmt: skip
BACKGROUND = 100
"""Articles' worth of weight that English at large has against the articles at hand."""
PROBES = 40
"""How many of an article's heaviest terms look for neighbours."""
LONGEST_POSTING = 400
"""Terms of more articles than this look for no neighbours: they say little and cost much."""
NEIGHBOURS = 60
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
        return Vector(kept, np.bincount(where, weights=weight, minlength=len(kept)))

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
        self._terms: dict[tuple[Block, str], int] = {}
        self._frequency = self._document_frequency(profiles)
        self._count = len(profiles)
        self._idf: dict[tuple[Block, str], float] = {}
        self.vectors = [self._vector(profile) for profile in profiles]

    def near(self) -> Iterator[tuple[int, int, float]]:
        """Pairs ``(i, j, similarity)`` with ``i < j`` that share a telling term and are alike enough."""
        postings = self._postings()
        dense = np.zeros(len(self._terms) + 1)
        sizes = np.array([len(vector.index) for vector in self.vectors], dtype=np.int64)
        for i, vector in enumerate(self.vectors):
            found = self._candidates(i, vector, postings)
            found = found[sizes[found] > 0]
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

    def _candidates(self, i: int, vector: Vector, postings: Mapping[int, NDArray[np.int64]]) -> NDArray[np.int64]:
        heaviest = np.argsort(-vector.weight, kind="stable")
        lists: list[NDArray[np.int64]] = []
        weights: list[NDArray[np.float64]] = []
        for k in heaviest:
            posting = postings.get(int(vector.index[k]))
            if posting is None:
                continue
            lists.append(posting)
            weights.append(np.full(len(posting), vector.weight[k]))
            if len(lists) == PROBES:
                break
        if not lists:
            return np.empty(0, dtype=np.int64)
        articles, where = np.unique(np.concatenate(lists), return_inverse=True)
        shared = np.bincount(where, weights=np.concatenate(weights))
        order = np.lexsort((articles, -shared))
        best = articles[order][: NEIGHBOURS + 1]
        return best[best != i]

    def _postings(self) -> dict[int, NDArray[np.int64]]:
        lists: dict[int, list[int]] = defaultdict(list)
        for i, vector in enumerate(self.vectors):
            for term in vector.index.tolist():
                lists[term].append(i)
        return {
            term: np.array(articles, dtype=np.int64)
            for term, articles in lists.items()
            if 1 < len(articles) <= LONGEST_POSTING
        }

    def _document_frequency(self, profiles: Sequence[Profile]) -> Counter[tuple[Block, str]]:
        frequency: Counter[tuple[Block, str]] = Counter()
        for profile in profiles:
            for block, terms in profile.terms.items():
                frequency.update((block, term) for term in terms)
        return frequency

    def _weight(self, key: tuple[Block, str]) -> float:
        known = self._idf.get(key)
        if known is None:
            block, term = key
            expected = math.prod(map(article_share, term.split(" "))) if block == "pairs" else article_share(term)
            known = math.log((self._count + BACKGROUND + 1) / (self._frequency[key] + BACKGROUND * expected + 0.5))
            self._idf[key] = known = max(known, 0.0)
        return known

    def _vector(self, profile: Profile) -> Vector:
        pairs: list[tuple[int, float]] = []
        for block, terms in profile.terms.items():
            keys = [(block, term) for term in terms]
            weights = [
                (1 + math.log(count)) * self._weight(key) for key, count in zip(keys, terms.values(), strict=True)
            ]
            length = math.sqrt(sum(weight * weight for weight in weights))
            if not length:
                continue
            scale = math.sqrt(SHARES[block]) / length
            pairs.extend(
                (self._terms.setdefault(key, len(self._terms)), weight * scale)
                for key, weight in zip(keys, weights, strict=True)
                if weight > 0
            )
        pairs.sort()
        return Vector(
            np.array([k for k, _ in pairs], dtype=np.int64), np.array([w for _, w in pairs], dtype=np.float64)
        )
