"""Plain agreement: two passages, or a fact of each, say the same."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.compare.alignment.facts import SAYING, FactPair
from briefing.compare.claims.case import Case, Verdict

FACT_STRONG = 0.45
"""Facts of this strength are one event in passages that are on one matter."""


def agreement(case: Case, threshold: float) -> Iterator[Verdict]:
    """Verdicts of agreement on two passages: one for each pair of facts that is one event, or one for the whole."""
    if case.aligned.score < threshold:
        return
    chosen = best_pairs(case, FACT_STRONG)
    for pair in chosen:
        if polar(pair):
            continue
        yield Verdict(
            "agreed",
            None,
            "same event",
            _why(case, pair),
            facts=(pair.a, pair.b),
            weight=0.3 * case.aligned.score,
            issue="event",
        )
    if not chosen:
        yield Verdict("agreed", None, "same matter", "Both say it in words of like meaning.", weight=0.2, issue="event")


def best_pairs(case: Case, least: float) -> list[FactPair]:
    """Pairs of facts that are one event, each fact used once, strongest first; the saying is left out."""
    left: set[str] = set()
    right: set[str] = set()
    chosen: list[FactPair] = []
    for pair in case.pairs(least):
        if pair.a.predicate.lemma in SAYING or pair.a.id in left or pair.b.id in right:
            continue
        left.add(pair.a.id)
        right.add(pair.b.id)
        chosen.append(pair)
    return chosen


def polar(pair: FactPair) -> bool:
    """True where one fact is negated or denied and the other is not."""
    negative = {"negated", "denied"}
    return (pair.a.status in negative) != (pair.b.status in negative)


def _why(case: Case, pair: FactPair) -> str:
    ours, theirs = case.ours.text(pair.a.predicate.span), case.theirs.text(pair.b.predicate.span)
    if ours.casefold() == theirs.casefold():
        return f"Both have “{ours}” of the same."
    return f"“{ours}” and “{theirs}” tell of the same."
