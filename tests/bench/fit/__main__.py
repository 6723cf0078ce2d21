"""``python -m tests.bench.fit [--dry] NAME...``: learn weights anew and write them into the data files.

Names are ``passages``, ``numbers``, ``forecasts`` and ``contrasts``; without any, all are learnt. With ``--dry`` the
new weights are printed and no file is touched.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from briefing.compare.lexicon import DATA
from briefing.nlp import Analyser
from tests.bench.fit import contrasts, forecasts, numbers, passages
from tests.bench.fit.material import Event, events
from tests.bench.fit.ridge import Model, Row, average_precision, checked, fit
from tests.bench.fit.weights_file import lines, put

FIXTURES = Path("tests/fixtures")
ALL = ("passages", "numbers", "forecasts", "contrasts")


def main(names: Sequence[str], *, dry: bool = False) -> None:
    """Fit what is named; print what was learnt from, and how well it ranks events that it had not seen."""
    found = list(events(FIXTURES, Analyser()))

    def keep(path: Path, section: str, weighed: Sequence[str], model: Model) -> None:
        if dry:
            print("\n".join(lines(weighed, model)), flush=True)
        else:
            put(path, section, weighed, model)

    if "passages" in names:
        for section, with_vectors in (("vectors", True), ("words", False)):
            rows = list(passages.rows(found, with_vectors=with_vectors))
            _report(f"passages, {section}", found, rows, passages.PENALTY)
            model = passages.held(fit(rows, passages.PENALTY))
            keep(DATA / "alignment.toml", section, passages.names(with_vectors=with_vectors), model)
    if "numbers" in names:
        rows = list(numbers.rows(found))
        _report("numbers", found, rows, numbers.PENALTY)
        keep(DATA / "questions.toml", "", numbers.NAMES, fit(rows, numbers.PENALTY))
    if "forecasts" in names:
        rows = list(forecasts.rows(found))
        _report("forecasts", found, rows, forecasts.PENALTY)
        keep(forecasts.FILE, "", forecasts.NAMES, fit(rows, forecasts.PENALTY))
    if "contrasts" in names:
        rows = list(contrasts.rows(found))
        _report("contrasts", found, rows, contrasts.PENALTY)
        keep(DATA / "answers.toml", "signs", contrasts.NAMES, fit(rows, contrasts.PENALTY))


def _report(what: str, found: Sequence[Event], rows: Sequence[Row], penalty: float) -> None:
    right = sum(row.right >= 0.5 for row in rows)
    ap = average_precision(rows, checked(rows, penalty))
    print(f"{what}: {len(rows)} pairs of {len(found)} events, {right} right; average precision {ap:.3f}", flush=True)


if __name__ == "__main__":
    asked = [name for name in sys.argv[1:] if name != "--dry"]
    main(asked or ALL, dry="--dry" in sys.argv)
