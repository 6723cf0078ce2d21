"""How alike all passages of a story are, as matrices: meaning, words, names.

Three measures of one pair that fail differently: the encoder's cosine knows paraphrase but not names or numbers; shared
words weighted by how rare they are in the story know exactly what is said again; shared senses ("ferry", "ship") stand
between the two. None of them judges; the scorer weighs them together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.compare.frequency import article_share
from briefing.compare.lexicon import Lexicon, Word
from briefing.compare.reading import Passage

Matrix = NDArray[np.float32]
_ALIKE_LEAST = 0.4
"""Below this two words are not taken for alike."""
_ENOUGH_PASSAGES = 12
"""Passages at which a story tells as much of a word's rarity as news at large does."""


@dataclass(frozen=True, eq=False)
class Likeness:
    """Square matrices over the story's passages, by their number.

    Attributes:
        meaning: Cosine of the sentence vectors; zero where there are none.
        words: Cosine of the words' TF-IDF.
        cover: ``[i, j]``: the share of passage i's words, by rarity, that passage j has or says by a word of like
            sense.
        names: Shared names by rarity, over the lesser of both passages' names; zero where one has none.
        common: Rarity of all shared names together.
        similar: Word -> other words of the story of like sense, with their likeness.
        rarity: Of each lemma: how rarely the story's passages, and news at large, use it.
    """

    meaning: Matrix
    words: Matrix
    cover: Matrix
    names: Matrix
    common: Matrix
    similar: Mapping[Word, Mapping[Word, float]]
    rarity: Mapping[str, float]

    def shared(self, ours: Set[Word], theirs: Set[Word]) -> float:
        """The share of ``ours``, by rarity, that ``theirs`` has or says by a word of like sense; 0 of no words."""
        whole = said = 0.0
        for word in ours:
            rare = self.rarity.get(word.lemma, 1.0)
            whole += rare
            if word in theirs:
                said += rare
            elif word in self.similar:
                said += rare * max((w for other, w in self.similar[word].items() if other in theirs), default=0.0)
        return said / whole if whole else 0.0


def likeness(passages: Sequence[Passage], vectors: Matrix | None, lexicon: Lexicon) -> Likeness:
    """The matrices for ``passages``; ``vectors`` has a row a passage."""
    n = len(passages)
    meaning = (vectors @ vectors.T).astype(np.float32) if vectors is not None and n else np.zeros((n, n), np.float32)
    rows = {word: row for row, word in enumerate(sorted({word for p in passages for word in p.words}))}
    present = np.zeros((len(rows), n), np.float32)
    for passage in passages:
        for word in passage.words:
            present[rows[word], passage.number] = 1.0
    lemma_rarity = _rarity(passages)
    rare = np.array([lemma_rarity[word.lemma] for word in rows], np.float32)
    similar = _similar(rows, lexicon)
    soft = _soft(rows, present, similar)
    weighted = present * rare[:, None]
    norms = np.sqrt((weighted**2).sum(0)) + 1e-6
    words = (weighted.T @ weighted) / norms[:, None] / norms[None, :]
    cover = (weighted.T @ soft) / (weighted.sum(0)[:, None] + 1e-6)
    names, common = _names(passages)
    return Likeness(meaning, words, cover, names, common, similar, lemma_rarity)


def _rarity(passages: Sequence[Passage]) -> dict[str, float]:
    """``ln((1 + n) / df)`` in the story, tempered by how common the word is in news: a story of two passages is too
    short to tell a common word from a rare one.
    """
    counts: dict[str, int] = defaultdict(int)
    for passage in passages:
        for lemma in {word.lemma for word in passage.words}:
            counts[lemma] += 1
    here = {lemma: math.log((1 + len(passages)) / count) for lemma, count in counts.items()}
    at_large = {lemma: min(4.0, -math.log(article_share(lemma) + 0.01)) for lemma in counts}
    trust = len(passages) / (len(passages) + _ENOUGH_PASSAGES)
    return {lemma: max(0.1, trust * here[lemma] + (1 - trust) * at_large[lemma]) for lemma in counts}


def _similar(rows: Mapping[Word, int], lexicon: Lexicon) -> dict[Word, dict[Word, float]]:
    having: dict[str, list[tuple[Word, float]]] = defaultdict(list)
    for word in rows:
        for concept, weight in lexicon.concepts(word).items():
            having[concept].append((word, weight))
    similar: dict[Word, dict[Word, float]] = defaultdict(dict)
    for sharers in having.values():
        for word, weight in sharers if len(sharers) > 1 else ():
            mine = similar[word]
            for other, its in sharers:
                if other != word and weight * its > mine.get(other, _ALIKE_LEAST):
                    mine[other] = weight * its
    return {word: others for word, others in similar.items() if others}


def _soft(rows: Mapping[Word, int], present: Matrix, similar: Mapping[Word, Mapping[Word, float]]) -> Matrix:
    """``[word, passage]``: how nearly the passage has the word, by the likest of its words."""
    soft = present.copy()
    for word, others in similar.items():
        row = rows[word]
        for other, weight in others.items():
            np.maximum(soft[row], present[rows[other]] * np.float32(weight), out=soft[row])
    return soft


def _names(passages: Sequence[Passage]) -> tuple[Matrix, Matrix]:
    n = len(passages)
    counts: dict[str, int] = defaultdict(int)
    for passage in passages:
        for name in passage.names:
            counts[name] += 1
    rarity = {name: float(np.log((1 + n) / count)) for name, count in counts.items()}
    rows = {name: row for row, name in enumerate(sorted(counts))}
    present = np.zeros((len(rows), n), np.float32)
    for passage in passages:
        for name in passage.names:
            present[rows[name], passage.number] = np.sqrt(rarity[name])
    common = present.T @ present
    mass = np.diag(common)
    least = np.minimum(mass[:, None], mass[None, :])
    return np.where(least > 0, common / (least + 1e-6), 0).astype(np.float32), common.astype(np.float32)
