"""Rulings of one issue: which verdicts on pairs of passages are one claim of several sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.compare.claims.case import Verdict
from briefing.compare.reading import Passage
from briefing.model import Span

_OF_FACTS = frozenset({"event", "saying"})
"""Issues of facts that are one, whatever else the words around them are about."""


class Ruling(NamedTuple):
    """A verdict with the passages it is about."""

    a: Passage
    b: Passage
    a_span: Span
    b_span: Span
    verdict: Verdict
    score: float
    attributed: bool


class _Issue:
    """Rulings that hang together, and whom and what they are about."""

    def __init__(self, ruling: Ruling) -> None:
        self.rulings: list[Ruling] = []
        self._sources: set[int] = set()
        self._facts: set[tuple[int, str]] = set()
        self._spans: dict[int, dict[Span, None]] = defaultdict(dict)
        self.take(ruling)

    def take(self, ruling: Ruling) -> None:
        """Add a ruling."""
        self.rulings.append(ruling)
        self._sources |= {ruling.a.source, ruling.b.source}
        self._spans[ruling.a.source][ruling.a_span] = None
        self._spans[ruling.b.source][ruling.b_span] = None
        if ruling.verdict.facts is not None:
            self._facts |= {
                (ruling.a.source, ruling.verdict.facts[0].id),
                (ruling.b.source, ruling.verdict.facts[1].id),
            }

    def takes(self, ruling: Ruling) -> bool:
        """True where a ruling is about the same words, or the same fact, and brings no second passage of an article
        against them.
        """
        (a, a_span), (b, b_span) = (ruling.a.source, ruling.a_span), (ruling.b.source, ruling.b_span)
        told = ruling.verdict.facts
        if told is not None and ruling.verdict.issue in _OF_FACTS:
            ours, theirs = (a, told[0].id) in self._facts, (b, told[1].id) in self._facts
        else:
            ours, theirs = self._has(a, a_span), self._has(b, b_span)
        return (ours or theirs) and (ours or a not in self._sources) and (theirs or b not in self._sources)

    def _has(self, source: int, span: Span) -> bool:
        known = self._spans.get(source)
        return known is not None and (span in known or any(_same_words(span, other) for other in known))


def issues(rulings: Sequence[Ruling]) -> Iterator[list[Ruling]]:
    """Rulings of one issue whose passages hang together; agreement only where nearly all of them are paired."""
    buckets: dict[tuple[str, str | None, str], list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        buckets[ruling.verdict.status, ruling.verdict.kind, ruling.verdict.issue].append(ruling)
    for bucket in buckets.values():
        found: list[_Issue] = []
        touching: dict[int, set[int]] = defaultdict(set)
        for ruling in sorted(bucket, key=lambda r: (-r.score, r.a.number, r.b.number, r.a_span, r.b_span)):
            passages = (ruling.a.number, ruling.b.number)
            for home in sorted(touching[ruling.a.number] | touching[ruling.b.number]):
                if found[home].takes(ruling):
                    found[home].take(ruling)
                    break
            else:
                home = len(found)
                found.append(_Issue(ruling))
            for number in passages:
                touching[number].add(home)
        yield from (issue.rulings for issue in found)


def _same_words(a: Span, b: Span) -> bool:
    return 2 * a.shared(b) >= max(a.length, b.length)
