"""Which of two reports came later, where no date tells: the one that tells as done what the other foresees.

Of 240 pairs of reports of which one was read without its date, 87 differ by so much, two of them the wrong way round.
"""

from __future__ import annotations

from collections import defaultdict

from briefing.compare.claims import forecasts
from briefing.compare.claims.case import CaseMaker

_LEAST = 0.2
"""A likelihood below this says nothing."""
_MORE = 0.5
"""How much more the deeds of the one answer plans of the other than the other way round, summed."""

_SEVERAL = 2
"""Passages whose plans are answered: one may be a coincidence, and would prove its own update."""


def sequence(cases: CaseMaker) -> dict[tuple[int, int], bool]:
    """Two articles by their positions, the lower first -> whether the second came later; uncertain ones left out."""
    answered: dict[tuple[int, int], float] = defaultdict(float)
    plans: dict[tuple[int, int], set[int]] = defaultdict(set)
    for a, b in cases.matcher.candidates():
        if not cases.unordered(a.source, b.source):
            continue
        for first, second in ((a, b), (b, a)):
            likely = forecasts.likelihood(cases, first, second)
            if likely > _LEAST:
                answered[first.source, second.source] += likely
                plans[first.source, second.source].add(first.number)
    more = {(one, other): score - answered.get((other, one), 0.0) for (one, other), score in answered.items()}
    return {
        (min(pair), max(pair)): pair[0] < pair[1]
        for pair, score in more.items()
        if score >= _MORE and len(plans[pair]) >= _SEVERAL
    }


__all__ = ["sequence"]
