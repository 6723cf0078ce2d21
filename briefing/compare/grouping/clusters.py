"""From near pairs to stories: average-link agglomeration that asks whether the whole would hold together.

A threshold alone joins two matches of one tournament and tears apart the loose coverage of one disaster: what counts is
how alike two groups are *against* how alike each is within. Two groups are joined while the mean similarity between
them is at least ``HOLD`` of the geometric mean of their cohesion, the nearest pair first. Cohesion is the mean
similarity within a group, shrunk towards ``PRIOR`` where there are few pairs to tell it from; for two single articles
this comes to a fixed threshold. No chains: one link between two groups decides nothing, since pairs that are not near
count as nothing alike.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Sequence

from briefing.compare.grouping.profile import Profile

HOLD = 0.56
HOLD_STEP = 0.015
HOLD_LARGE = 0.14
"""For each article that the smaller of two groups has beyond one, this much more is asked, up to ``HOLD_LARGE``."""
PRIOR = 0.12
PRIOR_PAIRS = 4.0
FLOOR = 0.07
"""Two groups less alike than this on average are never joined."""
FRESH_DAYS = 3
STALE_DAYS = 63
STALE_LOSS = 0.3
"""Reports more than ``FRESH_DAYS`` apart lose of their similarity, up to this share at ``STALE_DAYS``."""
RIVAL = 0.4
"""Reports of different days that are more alike than this, and tell only of their own days, are of two like events."""


class Cluster:
    """Some articles taken together.

    Attributes:
        within: Sum of the similarities of all pairs within.
        cohesion: Mean similarity within, shrunk towards the prior.
        days: Days of publication, as ordinals.
        told: Days that the texts speak of, and the two after each.
    """

    __slots__ = ("cohesion", "days", "first", "last", "members", "size", "told", "within")

    def __init__(self, members: list[int], within: float, days: frozenset[int], told: frozenset[int]) -> None:
        self.members = members
        self.size = len(members)
        self.within = within
        pairs = self.size * (self.size - 1) / 2
        self.cohesion = (within + PRIOR_PAIRS * PRIOR) / (pairs + PRIOR_PAIRS)
        self.days = days
        self.first = min(days, default=0)
        self.last = max(days, default=0)
        self.told = told

    def tells_of(self, other: Cluster) -> bool:
        """True where the texts name a day on which the other's reports came out, or one of the two before."""
        return not self.told.isdisjoint(other.days)

    def joined(self, other: Cluster, between: float) -> Cluster:
        """Both as one; ``between`` is the mean similarity of a member here and a member there."""
        within = self.within + other.within + between * self.size * other.size
        return Cluster(self.members + other.members, within, self.days | other.days, self.told | other.told)


def agglomerate(profiles: Sequence[Profile], near: Iterable[tuple[int, int, float]]) -> list[list[int]]:
    """Indices of ``profiles`` in groups; every index is in exactly one."""
    return _Agglomeration(profiles, near).run()


class _Agglomeration:
    """One run: the live clusters, who is near whom, and the heap of pairs, best first."""

    def __init__(self, profiles: Sequence[Profile], near: Iterable[tuple[int, int, float]]) -> None:
        self.live: dict[int, Cluster] = {
            i: Cluster(
                [i],
                0.0,
                frozenset([p.published] if p.published is not None else []),
                frozenset(day + after for day in p.told for after in range(3)),
            )
            for i, p in enumerate(profiles)
        }
        self.between: dict[int, dict[int, float]] = {i: {} for i in self.live}
        self.heap: list[tuple[float, int, int]] = []
        for i, j, score in near:
            if j not in self.between[i]:
                self._link(i, j, score)

    def run(self) -> list[list[int]]:
        """Join until nothing holds together any better."""
        following = len(self.live)
        while self.heap:
            _, i, j = heapq.heappop(self.heap)
            if i in self.live and j in self.live:
                self._join(i, j, following)
                following += 1
        return sorted(sorted(cluster.members) for cluster in self.live.values())

    def _link(self, i: int, j: int, score: float) -> None:
        """Note how alike two clusters are, and queue them where they would hold together."""
        self.between[i][j] = self.between[j][i] = score
        if score < FLOOR:
            return
        a, b = self.live[i], self.live[j]
        score *= fading(a, b, score)
        hold = score / math.sqrt(a.cohesion * b.cohesion)
        if score >= FLOOR and hold >= wanted(a.size, b.size):
            heapq.heappush(self.heap, (-hold, min(i, j), max(i, j)))

    def _join(self, i: int, j: int, new: int) -> None:
        a, b = self.live.pop(i), self.live.pop(j)
        near_a, near_b = self.between.pop(i), self.between.pop(j)
        both = a.joined(b, near_a.pop(j))
        near_b.pop(i)
        self.live[new] = both
        self.between[new] = {}
        for k in sorted(near_a.keys() | near_b.keys()):
            self.between[k].pop(i, None)
            self.between[k].pop(j, None)
            score = (a.size * near_a.get(k, 0.0) + b.size * near_b.get(k, 0.0)) / both.size
            if score >= FLOOR:
                self._link(new, k, score)


def wanted(size: int, other: int) -> float:
    """How much of their cohesion two clusters must keep: the larger both are, the less can be chance."""
    return HOLD + min(HOLD_LARGE, HOLD_STEP * (min(size, other) - 1))


def fading(a: Cluster, b: Cluster, score: float) -> float:
    """What distance in time leaves of two clusters' similarity: 1 for reports of the same days or of unknown date.

    Reports that each tell what happened on a day of their own, with no word of the other's day, and yet read much
    alike, tell of two events of one kind: two sittings of a bank's board, two legs of a match. Nothing is left of
    theirs.
    """
    if not a.days or not b.days:
        return 1.0
    earlier, later = (a, b) if a.first <= b.first else (b, a)
    gap = max(0, later.first - earlier.last) - FRESH_DAYS
    if gap <= 0:
        return 1.0
    own_days = earlier.tells_of(earlier) and later.tells_of(later)
    if score >= RIVAL and own_days and not (later.tells_of(earlier) or earlier.tells_of(later)):
        return 0.0
    return 1.0 - STALE_LOSS * min(1.0, gap / (STALE_DAYS - FRESH_DAYS))
