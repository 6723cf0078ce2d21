"""What all reports of a story have, by what it can be found by: so that a rule asks for its candidates alone.

A rule that brings its own pairs reads each report once, into a row of items, and never loops over all items of two
reports for all pairs of reports. It asks an index instead:

* :class:`Index` finds items by keys: a predicate's lemma, an entity, a measure, a kind of act, a word.
* :class:`Senses` gives as keys all words that are alike enough to a word (``lexicon.alike(x, y) >= least``).
* :class:`Values` finds items by a number between two.
* :func:`meetings` lays the items of two reports of different origins side by side, where an index finds them.

With ``index = Index(deeds, lambda deed: deed.things)``, the loop ``for i, j, pairs in meetings(cases, plans, find)``,
where ``find`` is ``lambda plan: index.find(plan.things)``, goes through the same pairs in the same order as loops over
``i``, ``j``, ``plans[i]`` and ``deeds[j]`` that ask whether the things of the two have one in common. An index may find
too much: what else is asked of a pair is asked of it then.
"""

from __future__ import annotations

import bisect
import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

from briefing.compare.lexicon import Lexicon, Word

if TYPE_CHECKING:
    from briefing.compare.claims.case import CaseMaker

MOST = 12
"""Reports of a wide story that one is set against for what more of them have."""

One = TypeVar("One")
Item = TypeVar("Item")


class Index(Generic[Item]):
    """Items of all reports by their keys.

    Args:
        rows: The items of each report.
        keys: What an item can be found by.
    """

    def __init__(self, rows: Sequence[Iterable[Item]], keys: Callable[[Item], Iterable[Hashable]]) -> None:
        self._having: dict[Hashable, dict[int, list[tuple[int, Item]]]] = defaultdict(lambda: defaultdict(list))
        for source, row in enumerate(rows):
            for at, item in enumerate(row):
                for key in set(keys(item)):
                    self._having[key][source].append((at, item))
        self._found: dict[tuple[Hashable, ...], dict[int, list[Item]]] = {}

    def find(self, keys: Iterable[Hashable]) -> Mapping[int, Sequence[Item]]:
        """Items that have one of the keys, by report, in their order."""
        having = self._having
        known = tuple([key for key in dict.fromkeys(keys) if key in having])
        if not known:
            return {}
        found = self._found.get(known)
        if found is None:
            found = self._found[known] = self._together(known)
        return found

    def _together(self, keys: tuple[Hashable, ...]) -> dict[int, list[Item]]:
        rows = [self._having[key] for key in keys]
        if len(rows) == 1:
            return {source: [item for _, item in row] for source, row in rows[0].items()}
        found: dict[int, dict[int, Item]] = defaultdict(dict)
        for one in rows:
            for source, row in one.items():
                found[source].update(row)
        return {source: [item for _, item in sorted(row.items(), key=_place)] for source, row in found.items()}


def _place(found: tuple[int, object]) -> int:
    return found[0]


class Senses:
    """Which words of a vocabulary say the same as a word.

    Args:
        words: The vocabulary.
        lexicon: Which words are alike.
        least: How much alike they must be.
    """

    def __init__(self, words: Iterable[Word], lexicon: Lexicon, least: float) -> None:
        self._lexicon, self._least = lexicon, least
        self._meaning: dict[str, list[tuple[Word, float]]] = defaultdict(list)
        self._near: dict[Word, tuple[Word, ...]] = {}
        for word in sorted(set(words)):
            for concept, weight in lexicon.concepts(word).items():
                self._meaning[concept].append((word, weight))

    def near(self, word: Word) -> tuple[Word, ...]:
        """Words of the vocabulary so much alike, the word itself among them if it is there."""
        known = self._near.get(word)
        if known is None:
            least, meaning = self._least, self._meaning
            found = [
                other
                for concept, weight in self._lexicon.concepts(word).items()
                if concept in meaning
                for other, its in meaning[concept]
                if weight * its >= least
            ]
            known = self._near[word] = tuple(dict.fromkeys(found))
        return known


class Values(Generic[Item]):
    """Items of all reports by a number, or by a day.

    Args:
        rows: The items of each report.
        value: The number, or the day, of an item.
    """

    def __init__(self, rows: Sequence[Iterable[Item]], value: Callable[[Item], Any]) -> None:
        found = [(value(item), source, at, item) for source, row in enumerate(rows) for at, item in enumerate(row)]
        self._found = sorted(found, key=lambda each: each[:3])
        self._values = [each[0] for each in self._found]

    def between(self, low: Any, high: Any) -> Mapping[int, Sequence[Item]]:
        """Items whose number lies between two, both included, by report, in their order."""
        first, last = bisect.bisect_left(self._values, low), bisect.bisect_right(self._values, high)
        found: dict[int, list[Item]] = defaultdict(list)
        for _, source, _, item in sorted(self._found[first:last], key=lambda each: each[1:3]):
            found[source].append(item)
        return found


class Beside:
    """Which reports of a wide story are nearest to each other: those that have the most passages near each other.

    What forty reports tell need not be set against each other in 780 pairs for one that differs to be found: where more
    than ``MOST`` have something, each is set against about so many, the nearest to it and those it is nearest to. What
    few reports have is set against all of them, however far apart they are.

    Args:
        count: How many reports there are.
        near: The reports of each two passages that are near each other.
    """

    def __init__(self, count: int, near: Iterable[tuple[int, int]]) -> None:
        common = np.zeros((count, count), np.int64)
        pairs = np.array(list(near), np.int64).reshape(-1, 2)
        np.add.at(common, (pairs[:, 0], pairs[:, 1]), 1)
        common += common.T
        np.fill_diagonal(common, -1)
        ranks = np.empty_like(common)
        places = np.arange(count)
        for row, ranked, at in zip(common, ranks, places, strict=True):
            ranked[np.lexsort(((places - at) % count, -row))] = places
        ranks = np.minimum(ranks, ranks.T)
        self._ranks: list[list[int]] = ranks.tolist()
        self._others: list[list[int]] = np.argsort(ranks, axis=1, kind="stable").tolist()

    def nearest(self, report: int, found: Mapping[int, Sequence[Item]]) -> Mapping[int, Sequence[Item]]:
        """What was found in the reports near one; about ``MOST`` of them, however many were found."""
        having, ranks = len(found), self._ranks[report]
        most = MOST * len(ranks)
        if having * having < most:
            return {source: row for source, row in found.items() if ranks[source] * having < most}
        near = itertools.takewhile(lambda source: ranks[source] * having < most, self._others[report])
        return {source: found[source] for source in near if source in found}

    def meet(self, one: int, other: int, having: int) -> bool:
        """True for two reports near enough to be set against each other for what so many have."""
        ranks = self._ranks[one]
        return ranks[other] * having < MOST * len(ranks)


def meetings(
    cases: CaseMaker,
    rows: Sequence[Iterable[One]],
    find: Callable[[One], Mapping[int, Sequence[Item]]],
    *,
    both_ways: bool = False,
) -> Iterator[tuple[int, int, list[tuple[One, Item]]]]:
    """Pairs of reports of different origins in which something meets, with what meets.

    Args:
        cases: The story.
        rows: The items of each report.
        find: For an item, what it meets in all reports.
        both_ways: Whether the second report may be the one that stands first in the story.

    What a wide story has in most of its reports need not be set against all of them: see :class:`Beside`.
    """
    origins = [reading.origin for reading in cases.readings]
    beside = cases.beside
    for i, row in enumerate(rows):
        met: dict[int, list[tuple[One, Item]]] = defaultdict(list)
        for one in row:
            found = find(one)
            if beside is not None and len(found) > MOST:
                found = beside.nearest(i, found)
            for j, others in found.items():
                if (both_ways or j > i) and origins[i] != origins[j]:
                    met[j] += [(one, other) for other in others]
        for j in sorted(met):
            yield i, j, met[j]


__all__ = ["Beside", "Index", "Senses", "Values", "meetings"]
