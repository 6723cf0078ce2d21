"""``python -m tests.bench.fit passages|numbers``: learn the weights anew and write them into the data files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from briefing.compare.lexicon import DATA
from briefing.nlp import Analyser
from tests.bench.fit import numbers, passages
from tests.bench.fit.material import Event, events
from tests.bench.fit.ridge import Row, average_precision, checked, fit
from tests.bench.fit.weights_file import put

FIXTURES = Path("tests/fixtures")


def main(names: list[str]) -> None:
    """Fit what is named; print what was learnt from, and how well it ranks events that it had not seen."""
    found = list(events(FIXTURES, Analyser()))
    if "passages" in names:
        for section, with_vectors in (("vectors", True), ("words", False)):
            rows = list(passages.rows(found, with_vectors=with_vectors))
            _report(f"passages, {section}", found, rows, passages.PENALTY)
            model = passages.held(fit(rows, passages.PENALTY))
            put(DATA / "alignment.toml", section, passages.names(with_vectors=with_vectors), model)
    if "numbers" in names:
        rows = list(numbers.rows(found))
        _report("numbers", found, rows, numbers.PENALTY)
        put(DATA / "questions.toml", "", numbers.NAMES, fit(rows, numbers.PENALTY))


def _report(what: str, found: Sequence[Event], rows: Sequence[Row], penalty: float) -> None:
    right = sum(row.right >= 0.5 for row in rows)
    ap = average_precision(rows, checked(rows, penalty))
    print(f"{what}: {len(rows)} pairs of {len(found)} events, {right} right; average precision {ap:.3f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:] or ["passages", "numbers"])
