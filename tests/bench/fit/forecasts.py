"""The scorer of plans and deeds: whether a later report tells as past what an earlier one expects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.compare.claims import forecasts
from tests.bench.fit.material import Event
from tests.bench.fit.ridge import Row

NAMES = forecasts.Signs._fields
FILE = Path(forecasts.__file__).with_suffix(".toml")
PENALTY = 30.0


def rows(events: Sequence[Event]) -> Iterator[Row]:
    """Every plan and every deed of a later passage; labels tell which passages are an update, not which clauses.

    Nothing is learnt of events that the sentence encoder was taught with: it finds them nearer than others.
    """
    for event in events:
        if event.taught:
            continue
        for pairs in forecasts.met(event.cases, lambda _: True):
            for pair in pairs:
                right = "update" in event.labels(pair.passage, pair.other)
                matter = f"{pair.passage.number} {pair.other.number}"
                yield Row(event.name, pair.signs, float(right), matter=matter)
