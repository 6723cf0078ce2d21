"""How alike all passages of a story are, as matrices: meaning, words, names.

Three measures of one pair that fail differently: the encoder's cosine knows paraphrase but not names or numbers; shared
words weighted by how rare they are in the story know exactly what is said again; shared senses ("ferry", "ship") stand
between the two. None of them judges; the scorer weighs them together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.compare.lexicon import Lexicon, Word
from briefing.compare.reading import Passage

Matrix = NDArray[np.float32]
_ALIKE_LEAST = 0.4
"""Below this two words are not taken for alike."""


@dataclass(frozen=True, eq=False)
class Likeness:
    """Square matrices over the story's passages, by their number.

    Attributes:
        meaning: Cosine of the sentence vectors; zero where there are none.
        words: Cosine of the words' TF-IDF.
        cover: ``[i, j]``: the share of passage i's words, by rarity, that passage j has or says by a word of like sense.
        names: Shared names by rarity, over the lesser of both passages' names; zero where one has none.
        common: Rarity of all shared names together.
        rarity: Of each word, ``ln((1 + n) / df)``.
        name_rarity: The same of each name.
    """

    meaning: Matrix
    words: Matrix
    cover: Matrix
    names: Matrix
    common: Matrix
    rarity: dict[str, float]
    name_rarity: dict[str, float]


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
    soft = _soft(rows, present, lexicon)
    weighted = present * rare[:, None]
    norms = np.sqrt((weighted**2).sum(0)) + 1e-6
    words = (weighted.T @ weighted) / norms[:, None] / norms[None, :]
    cover = (weighted.T @ soft) / (weighted.sum(0)[:, None] + 1e-6)
    names, common, name_rarity = _names(passages)
    return Likeness(meaning, words, cover, names, common, lemma_rarity, name_rarity)


def _rarity(passages: Sequence[Passage]) -> dict[str, float]:
    counts: dict[str, int] = defaultdict(int)
    for passage in passages:
        for lemma in {word.lemma for word in passage.words}:
            counts[lemma] += 1
    return {lemma: float(np.log((1 + len(passages)) / count)) for lemma, count in counts.items()}


def _soft(rows: dict[Word, int], present: Matrix, lexicon: Lexicon) -> Matrix:
    """``[word, passage]``: how nearly the passage has the word, by the likest of its words."""
    having: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for word, row in rows.items():
        for concept, weight in lexicon.concepts(word).items():
            having[concept].append((row, weight))
    like: dict[int, dict[int, float]] = defaultdict(dict)
    for sharers in having.values():
        if len(sharers) < 2:
            continue
        for row, weight in sharers:
            mine = like[row]
            for other, its in sharers:
                if other != row and weight * its > mine.get(other, _ALIKE_LEAST):
                    mine[other] = weight * its
    soft = present.copy()
    for row, others in like.items():
        for other, weight in others.items():
            np.maximum(soft[row], present[other] * np.float32(weight), out=soft[row])
    return soft


def _names(passages: Sequence[Passage]) -> tuple[Matrix, Matrix, dict[str, float]]:
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
    return np.where(least > 0, common / (least + 1e-6), 0).astype(np.float32), common.astype(np.float32), rarity
