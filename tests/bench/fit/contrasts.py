"""The scorer of answers that exclude each other: whether they are of one matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.compare.claims import contrasts
from tests.bench.fit.material import Event
from tests.bench.fit.ridge import Row

NAMES = contrasts.Signs._fields
PENALTY = 30.0


def rows(events: Sequence[Event]) -> Iterator[Row]:
    """Every two answers that exclude each other; right where a reader found the passages to differ."""
    for event in events:
        for one, other, signs in contrasts.met(event.cases):
            labels = event.labels(one.passage, other.passage)
            if contrasts.moved_on(event.cases, one, other):
                continue
            if "differ" in labels or "update" not in labels:
                yield Row(event.name, signs, float("differ" in labels))
