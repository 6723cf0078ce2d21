"""What the scorer weighs for one pair of passages, each as a number between about -1 and 1."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from briefing.compare.alignment.likeness import Measured
from briefing.compare.amounts import Amount
from briefing.compare.periods import Period
from briefing.compare.reading import Passage
from briefing.model.span import made

Slots = Callable[[Amount, Amount], float]
"""How far two numbers hang on the same words, from 0 to 1."""
_SAME_SLOT = 0.5
_BY_CHANCE = 0.4
"""What is left of a shared number that hangs on other words in each passage."""
_OPENING = 2
"""Passages that open a report."""
_MOST_REPORTS = 4
"""Of more reports than this, no more is learnt by their number."""


class Features(NamedTuple):
    """One pair's features; the names are those of the weights file."""

    meaning: float
    """Cosine of the sentence vectors."""
    meaning_rank: float
    """How far that stands above the best rival of either passage in the other article; negative for a rival's."""
    words: float
    """TF-IDF cosine."""
    cover_most: float
    """Share of the better covered passage's words that the other has, by rarity and sense."""
    cover_least: float
    """The same of the worse covered."""
    cover_rank: float
    """How far the covers' sum stands above the best rival's."""
    names: float
    """Shared names, over the lesser of both."""
    common: float
    """Rarity of the shared names."""
    amounts: float
    """Numbers that can be the same, by how much that tells."""
    amounts_apart: float
    """Numbers of one measure that are not the same, where none is."""
    periods: float
    """Days and hours that meet."""
    words_least: float
    """How many words the shorter passage has, as a logarithm: of few words, less can be shared by chance."""
    words_most: float
    """The same of the longer."""
    displaced: float
    """How far apart the two stand in the course of their reports, from 0 to 1."""
    opening: float
    """How many of the two are among the first of their reports, which tell the news itself."""
    reports: float
    """How many reports the story has, as a logarithm: of more, more passages are near by chance."""


class Standing(NamedTuple):
    """Where a passage stands: how far into its report, from 0 to 1, and whether among the first."""

    at: float
    opening: bool


def standings(articles: Iterable[Sequence[Passage]]) -> list[Standing]:
    """The standing of every passage, by its number."""
    return [
        Standing(place / len(passages), place < _OPENING) for passages in articles for place in range(len(passages))
    ]


def features(
    a: Passage, b: Passage, measured: Measured, slots: Slots, stand: tuple[Standing, Standing], reports: int
) -> Features:
    """Features of ``a`` and ``b``, passages of two articles.

    Args:
        a: A passage.
        b: A passage of another article.
        measured: How alike the two are.
        slots: How far two of their numbers hang on the same words.
        stand: Where the two stand in their reports.
        reports: How many the story has.
    """
    lengths = math.log1p(len(a.words)), math.log1p(len(b.words))
    covers = measured.covers
    equal, apart = numbers_alike(a.amounts, b.amounts, slots) if a.amounts and b.amounts else (0.0, 0.0)
    told = (
        measured.meaning,
        measured.meaning - measured.rivals[0],
        measured.words,
        max(covers),
        min(covers),
        sum(covers) - measured.rivals[1],
        measured.names,
        min(1.0, measured.common / 8.0),
        equal,
        apart,
        dates_alike(a.periods, b.periods) if a.periods and b.periods else 0.0,
        min(lengths),
        max(lengths),
        abs(stand[0].at - stand[1].at),
        float(stand[0].opening + stand[1].opening),
        math.log(max(2, min(_MOST_REPORTS, reports))),
    )
    return made(Features, told)


def numbers_alike(ours: tuple[Amount, ...], theirs: tuple[Amount, ...], slots: Slots) -> tuple[float, float]:
    """How much the shared numbers tell, and whether numbers of one measure differ throughout.

    A long number shared tells more than a small one: that two sentences have "three" says next to nothing. One that
    hangs on other words in each ("a rise of 12 percent", "12 percent of the trade") may be there by chance.
    """
    told, comparable = 0.0, False
    for one in ours:
        for other in theirs:
            if not comparable_dimensions(one.dimension, other.dimension):
                continue
            if one.near(other):
                size = min(1.0, 0.25 + 0.25 * math.log10(1 + abs(one.value) / one.factor))
                if slots(one, other) < _SAME_SLOT:
                    size *= _BY_CHANCE
                told += size if one.dimension == other.dimension else 0.5 * size
            elif one.dimension == other.dimension:
                comparable = True
    return min(1.0, told), float(comparable and told == 0)


@functools.lru_cache(maxsize=65536)
def comparable_dimensions(a: str, b: str) -> bool:
    """True where two numbers measure one kind of thing, or one of them does not say what it counts."""
    if a == b:
        return True
    counts = {a.partition(" ")[0], b.partition(" ")[0]}
    return counts <= {"count", ""}


def dates_alike(ours: tuple[Period, ...], theirs: tuple[Period, ...]) -> float:
    """1 where a day or hour is the same, less for months and years; 0 where none is."""
    best = 0.0
    for one in ours:
        for other in theirs:
            if one.same(other):
                best = max(
                    best, 1.0 if one.fine and other.fine else 0.6 if "year" not in (one.grain, other.grain) else 0.4
                )
    return best
