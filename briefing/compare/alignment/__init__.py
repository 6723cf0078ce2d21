"""Passages on the same matter, across the articles of a story: many to many, in any order, never forced."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.compare.alignment.facts import FactPair, fact_pairs
from briefing.compare.alignment.features import Features, features
from briefing.compare.alignment.likeness import Likeness, likeness
from briefing.compare.alignment.scorer import Scorer, scorer
from briefing.compare.alignment.slots import slot_of, slots_alike
from briefing.compare.amounts import Amount
from briefing.compare.given import Given
from briefing.compare.lexicon import lexicon
from briefing.compare.reading import Passage, Reading

__all__ = ["Aligned", "Matcher", "align"]


_LEAST_MATTER = 2
"""Content words, names, numbers and dates of a passage that can be told from others at all."""


class Aligned(NamedTuple):
    """Two passages on the same matter.

    Attributes:
        a, b: Passages, by the order of articles.
        score: From 0 to 1: how likely a reader would lay them side by side.
        pairs: Facts of the two that may be one event, strongest first.
        features: What the score rests on.
        given: True where the person linked them.
    """

    a: Passage
    b: Passage
    score: float
    pairs: tuple[FactPair, ...]
    features: Features
    given: bool = False


class Matcher:
    """Proposes and scores pairs of passages of one story.

    Args:
        readings: The articles.
        vectors: Article id -> a row a sentence of the findings; None for words alone.
    """

    def __init__(self, readings: Sequence[Reading], vectors: Mapping[str, NDArray[np.float32]] | None = None) -> None:
        self.readings = tuple(readings)
        self.lexicon = lexicon()
        self.passages = tuple(p for reading in readings for p in reading.passages)
        self.scorer: Scorer = scorer(with_vectors=vectors is not None)
        self.like: Likeness = likeness(self.passages, self._rows(vectors), self.lexicon)
        self._best: dict[tuple[int, int], tuple[NDArray[np.float32], NDArray[np.float32]]] = {}

    def _rows(self, vectors: Mapping[str, NDArray[np.float32]] | None) -> NDArray[np.float32] | None:
        if vectors is None or not self.passages:
            return None
        rows = [vectors[self.readings[p.source].article.id][p.sentence] for p in self.passages]
        return np.asarray(rows, np.float32).reshape(len(rows), -1)

    def candidates(self, a: Reading, b: Reading, most: int) -> list[tuple[Passage, Passage]]:
        """Pairs of two articles worth a closer look: each passage's ``most`` best by meaning and by words."""
        if not a.passages or not b.passages:
            return []
        rows, columns = _numbers(a), _numbers(b)
        cover = self.like.cover[np.ix_(rows, columns)] + self.like.cover[np.ix_(columns, rows)].T
        names = self.like.names[np.ix_(rows, columns)]
        chosen: set[tuple[int, int]] = set()
        for measure in (self.like.meaning[np.ix_(rows, columns)] + 0.1 * names, cover + 0.2 * names):
            if not measure.any():
                continue
            by_row = np.argsort(-measure, axis=1, kind="stable")[:, :most]
            by_column = np.argsort(-measure, axis=0, kind="stable")[:most, :]
            chosen.update((i, j) for i, row in enumerate(by_row.tolist()) for j in row)
            chosen.update((i, j) for row in by_column.tolist() for j, i in enumerate(row))
        found = [(a.passages[i], b.passages[j]) for i, j in sorted(chosen)]
        return [(p, q) for p, q in found if min(_matter(p), _matter(q)) >= _LEAST_MATTER]

    def look(self, a: Passage, b: Passage) -> Features:
        """Features of one pair."""
        ours, theirs = self.readings[a.source], self.readings[b.source]

        def slots(x: Amount, y: Amount) -> float:
            return slots_alike(slot_of(ours, x.span), slot_of(theirs, y.span), self.lexicon)

        return features(a, b, self.like, self._rivals(a, b), slots)

    def facts(self, a: Passage, b: Passage) -> tuple[FactPair, ...]:
        """Facts of two passages that may be one event, strongest first."""
        found = fact_pairs(a, b, self.readings, self.like, self.lexicon)
        return tuple(sorted(found, key=lambda pair: (-pair.strength, pair.a.start, pair.b.start)))

    def _rivals(self, a: Passage, b: Passage) -> tuple[float, float]:
        """The best meaning and the best cover of either passage with another of the other article."""
        sources = (a.source, b.source)
        if sources not in self._best:
            rows, columns = _numbers(self.readings[a.source]), _numbers(self.readings[b.source])
            meaning = self.like.meaning[np.ix_(rows, columns)]
            cover = self.like.cover[np.ix_(rows, columns)] + self.like.cover[np.ix_(columns, rows)].T
            self._best[sources] = (_rivals(meaning), _rivals(cover))
        row = a.number - self.readings[a.source].passages[0].number
        column = b.number - self.readings[b.source].passages[0].number
        meaning_rivals, cover_rivals = self._best[sources]
        return float(meaning_rivals[row, column]), float(cover_rivals[row, column])


def _rivals(measure: NDArray[np.float32]) -> NDArray[np.float32]:
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


def _matter(passage: Passage) -> int:
    return len(passage.words) + len(passage.names) + len(passage.amounts) + len(passage.periods)


def _numbers(reading: Reading) -> NDArray[np.int64]:
    return np.arange(reading.passages[0].number, reading.passages[-1].number + 1)


def align(matcher: Matcher, given: Given | None = None) -> tuple[Aligned, ...]:
    """Pairs of passages of different origins, by article and start.

    Those above the scorer's threshold are alignments; those between ``loose`` and it are handed on for rules that bring
    evidence of their own. What the person linked has the score 1, what the person unlinked is not among them.
    """
    given = given or Given()
    readings = matcher.readings
    most = 4 if len(readings) <= 6 else 2
    found: list[Aligned] = []
    for a, b in itertools.combinations(readings, 2):
        chosen = matcher.candidates(a, b, most) if a.origin != b.origin else []
        told = [
            (matcher.passages[i], matcher.passages[j])
            for i, j in given.linked
            if matcher.passages[i].source == a.source and matcher.passages[j].source == b.source
        ]
        for ours, theirs in sorted({*chosen, *told}, key=lambda pair: (pair[0].number, pair[1].number)):
            key = (ours.number, theirs.number)
            if key in given.unlinked:
                continue
            looked = matcher.look(ours, theirs)
            score = 1.0 if key in given.linked else matcher.scorer.score(looked)
            if score >= matcher.scorer.loose:
                found.append(Aligned(ours, theirs, score, matcher.facts(ours, theirs), looked, key in given.linked))
    return tuple(found)
