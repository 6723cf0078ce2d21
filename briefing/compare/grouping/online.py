"""A grouping that goes on: what joins or leaves a library is settled among its neighbours, and the rest stays.

A full grouping weighs every term anew and asks every pair of near articles; one more report among ten thousand changes
next to nothing of that. So the weights of the last full grouping are kept, the newcomer's neighbours are looked up, and
the stories they are in are put together again from their articles. Once a good share of the library has changed, all is
made anew.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.compare.grouping.clusters import FLOOR, agglomerate
from briefing.compare.grouping.profile import Profile
from briefing.compare.grouping.space import Space, Vector

Place = tuple[bool, dt.date, str, str]
"""What articles are ordered by."""


class Settled:
    """The stories of a library as they stand, by article id.

    Args:
        profiles: In the order of publication.
        places: For each of them what it is ordered by.
        free: Whether an article is grouped by what it tells; the others are somebody's word.
    """

    def __init__(self, profiles: Sequence[Profile], places: Sequence[Place], free: Iterable[str]) -> None:
        self._space = Space(profiles)
        self._places = list(places)
        self._profiles = list(profiles)
        self._number = {profile.article: i for i, profile in enumerate(profiles)}
        self._pairs = _Pairs(len(profiles), self._space.near())
        self._story: dict[str, int] = {}
        self._members: dict[int, list[str]] = {}
        self._following = 0
        self._put_together(sorted(set(free), key=self._number.__getitem__))
        self.changed = 0

    def __len__(self) -> int:
        return len(self._number)

    def __contains__(self, article: str) -> bool:
        return article in self._number

    def vector(self, article: str) -> Vector:
        """What an article is about, as a vector."""
        return self._space.vectors[self._number[article]]

    def stories(self) -> Iterator[list[str]]:
        """The articles of each story that was found."""
        yield from self._members.values()

    def drop(self, article: str) -> None:
        """Forget an article. Its story is put together again from those that are left."""
        left = self._leave(article)
        del self._number[article]
        self.changed += 1
        self._put_together(left)

    def join(self, profile: Profile, place: Place, *, free: bool) -> None:
        """Take in an article, a new version of one, or one that somebody's word binds now or binds no more.

        Args:
            profile: What it is about.
            place: What it is ordered by.
            free: Whether it is grouped by what it tells.
        """
        known = self._number.get(profile.article)
        left = self._leave(profile.article)
        if known is None or self._profiles[known] != profile:
            number = self._space.add(profile)
            self._profiles.append(profile)
            self._number[profile.article] = number
            self.changed += 1
            at = bisect.bisect_left(self._places, place)
            self._pairs.add(number, self._space.near_to(number, at))
        if free:
            for story in self._near_stories(profile.article):
                left += self._members.pop(story)
            left.append(profile.article)
        self._put_together(left)

    def _leave(self, article: str) -> list[str]:
        """Take an article out of its story; who is left in it, to be put together again."""
        story = self._story.pop(article, None)
        return [other for other in self._members.pop(story) if other != article] if story is not None else []

    def _near_stories(self, article: str) -> list[int]:
        """Stories that an article could belong to: those it is like enough on average."""
        total: dict[int, float] = defaultdict(float)
        for other, score in self._neighbours(article):
            if (story := self._story.get(other)) is not None and story in self._members:
                total[story] += score
        return [story for story, score in total.items() if score >= FLOOR * len(self._members[story])]

    def _neighbours(self, article: str) -> Iterator[tuple[str, float]]:
        for other, score in self._pairs.of(self._number[article]):
            name = self._profiles[other].article
            if self._number.get(name) == other:
                yield name, score

    def _put_together(self, articles: Sequence[str]) -> None:
        """Group some articles anew by their likeness to each other."""
        index = {self._number[article]: k for k, article in enumerate(articles)}
        near = (
            (k, index[other], score)
            for number, k in index.items()
            for other, score in self._pairs.of(number)
            if k < index.get(other, -1)
        )
        profiles = [self._profiles[number] for number in index]
        for members in agglomerate(profiles, near):
            self._members[self._following] = [articles[k] for k in members]
            self._story.update((articles[k], self._following) for k in members)
            self._following += 1


class _Pairs:
    """Who is near whom, both ways: arrays for those there at the start, lists for those that joined."""

    def __init__(self, count: int, near: Iterable[tuple[int, int, float]]) -> None:
        found = {(i, j): score for i, j, score in near}
        ends = np.array(list(found), dtype=np.int32).reshape(-1, 2)
        scores = np.array(list(found.values()), dtype=np.float64)
        one = np.concatenate((ends[:, 0], ends[:, 1]))
        order = np.argsort(one, kind="stable")
        self._other: NDArray[np.int32] = np.concatenate((ends[:, 1], ends[:, 0]))[order]
        self._score: NDArray[np.float64] = np.concatenate((scores, scores))[order]
        self._starts = np.searchsorted(one[order], np.arange(count + 1)).tolist()
        self._joined: dict[int, dict[int, float]] = defaultdict(dict)

    def add(self, number: int, near: Iterable[tuple[int, float]]) -> None:
        """Note whom a newcomer is near."""
        for other, score in near:
            self._joined[number][other] = self._joined[other][number] = score

    def of(self, number: int) -> Iterator[tuple[int, float]]:
        """Whom an article is near, and how near."""
        if number + 1 < len(self._starts):
            start, end = self._starts[number], self._starts[number + 1]
            yield from zip(self._other[start:end].tolist(), self._score[start:end].tolist(), strict=True)
        yield from self._joined.get(number, {}).items()
