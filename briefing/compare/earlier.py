"""What the comparison of a story leaves for the next one, when an article has joined: it looks at what that touches.

How rare a word or a name is, is counted over the story; one article more changes all of it by a little, and with it the
score of every pair. So it stays as it was counted until a story has grown by a tenth: words that are new are counted as
they come, the others keep their weight. Pairs of passages of articles that stayed as they were then have the measures
they had, and what was found of their facts and judged of the two stands. What rests on the whole story is made anew:
who is whom, which passages are near each other, what is told far apart, and which rulings are one claim.

The result is that of a whole comparison with the same rarities: ``Earlier(rarity)`` makes one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple

from briefing.compare.lexicon import Word

if TYPE_CHECKING:
    from briefing.compare.alignment import Aligned
    from briefing.compare.alignment.facts import FactPair
    from briefing.compare.claims.case import Case, Verdict
    from briefing.compare.reading import Passage, Reading

Rule = Callable[["Case"], Iterable["Verdict"]]
_GROWN = 1.1
"""A story that is this many times what its rarities were counted over is counted anew."""


class Rarity(NamedTuple):
    """How rare the words and names of a story are, as counted over some of its articles.

    Attributes:
        articles: Which ones.
        words: Of each lemma.
        names: Of each story entity.
        bare: Words that stood within names alone, or the like: they have no others of like sense.
    """

    articles: frozenset[str] = frozenset()
    words: Mapping[str, float] = {}
    names: Mapping[str, float] = {}
    bare: Set[Word] = frozenset()

    def holds(self, articles: Sequence[str]) -> bool:
        """True for a story of the same articles and few more."""
        return self.articles <= set(articles) and len(articles) < _GROWN * len(self.articles)


UNCOUNTED = Rarity()
"""Of a story that was not compared before."""


class Earlier:
    """The memory of one story's comparisons, each of which goes on from the one before.

    Args:
        rarity: To go by, as long as it holds.

    Attributes:
        rarity: What was gone by last.
        readings: The articles as they were read last, by id.
    """

    def __init__(self, rarity: Rarity = UNCOUNTED) -> None:
        self.rarity = rarity
        self.readings: dict[str, Reading] = {}
        self._measured: dict[tuple[int, int], tuple[Passage, Passage, float, tuple[FactPair, ...]]] = {}
        self._judged: dict[tuple[int, int], tuple[Aligned, bool | None, dict[Rule, Sequence[Verdict]]]] = {}

    def begin(self, articles: Sequence[str]) -> None:
        """Forgets what does not hold for a story of these articles."""
        if not self.rarity.holds(articles):
            self.rarity = UNCOUNTED
            self.readings, self._measured, self._judged = {}, {}, {}

    def end(self, rarity: Rarity, readings: Sequence[Reading], aligned: Sequence[Aligned]) -> None:
        """Keeps what was found of a story, and lets go of what is no part of it now."""
        self.rarity = rarity
        self.readings = {reading.article.id: reading for reading in readings}
        pairs = {(pair.a.number, pair.b.number) for pair in aligned}
        self._measured = {key: known for key, known in self._measured.items() if key in pairs}
        self._judged = {key: known for key, known in self._judged.items() if key in pairs}

    def facts(
        self, a: Passage, b: Passage, meaning: float, find: Callable[[Passage, Passage], tuple[FactPair, ...]]
    ) -> tuple[FactPair, ...]:
        """Facts of two passages that may be one event: as found before, where the passages are those of before."""
        known = self._measured.get((a.number, b.number))
        if known is None or known[0] is not a or known[1] is not b or known[2] != meaning:
            known = self._measured[a.number, b.number] = (a, b, meaning, find(a, b))
        return known[3]

    def judged(self, pair: Aligned, rules: Sequence[Rule], case: Case) -> Sequence[Sequence[Verdict]]:
        """What each rule says of a pair: what it said before, where nothing of the pair has changed."""
        key = (pair.a.number, pair.b.number)
        known = self._judged.get(key)
        if known is None or known[1] is not case.later or (known[0] is not pair and not _same(known[0], pair)):
            known = self._judged[key] = (pair, case.later, {})
        told = known[2]
        for rule in rules:
            if rule not in told:
                told[rule] = tuple(rule(case))
        return [told[rule] for rule in rules]


def _same(before: Aligned, now: Aligned) -> bool:
    """True for pairs of the same passages, with the same facts and measures."""
    return before.a is now.a and before.b is now.b and before.pairs is now.pairs and before[2:] == now[2:]


__all__ = ["Earlier", "Rarity"]
