"""Weights that are learnt anew go where the comparison reads them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from briefing.compare.alignment.features import Features
from briefing.compare.claims.signs import Signs
from briefing.compare.lexicon import DATA
from tests.bench.fit import contrasts, forecasts, numbers, passages
from tests.bench.fit.ridge import Row, average_precision, checked, fit
from tests.bench.fit.weights_file import put

ROWS = [Row(f"event {i}", [i % 2, (i * 7) % 5], float(i % 2)) for i in range(60)]


def test_what_decides_is_learnt_and_ranks_events_that_were_not_seen() -> None:
    model = fit(ROWS, 1.0)
    assert model.weights[0] > 10 * abs(model.weights[1])
    assert average_precision(ROWS, checked(ROWS, 1.0)) == 1.0


def test_of_clauses_of_which_one_is_right_the_one_that_shows_it_is_learnt_from() -> None:
    """Half of what is labelled right is beside the point: only its fellow has the sign."""
    rows = [
        Row(f"event {i}", [float(right and which), float(which)], float(right), matter=f"{i}")
        for i in range(60)
        for right in (i % 2 == 0,)
        for which in (0, 1)
    ]
    model = fit(rows, 1.0)
    logits = model.logits(np.array([row.features for row in rows]))
    assert all((logits[i] > 0) == (row.features[0] > 0) for i, row in enumerate(rows))
    assert average_precision(rows, checked(rows, 1.0)) == 1.0


@pytest.mark.parametrize(
    ("source", "section", "names"),
    [
        (DATA / "alignment.toml", "vectors", passages.names(with_vectors=True)),
        (DATA / "alignment.toml", "words", passages.names(with_vectors=False)),
        (DATA / "questions.toml", "", numbers.NAMES),
        (forecasts.FILE, "", forecasts.NAMES),
        (DATA / "answers.toml", "signs", contrasts.NAMES),
    ],
)
def test_new_weights_leave_thresholds_and_remarks_as_they_are(
    tmp_path: Path, source: Path, section: str, names: tuple[str, ...]
) -> None:
    copy = tmp_path / source.name
    copy.write_text(source.read_text("utf-8"), "utf-8")
    before = tomllib.loads(copy.read_text("utf-8"))
    rows = [Row(str(i), [float((i + n) % 3) for n in range(len(names))], float(i % 2)) for i in range(30)]
    put(copy, section, names, fit(rows, 1.0))
    after = tomllib.loads(copy.read_text("utf-8"))
    others = {k: v for k, v in after.items() if k != section} if section else {}
    assert all(before[k] == v for k, v in others.items())
    was, now = (table[section] if section else table for table in (before, after))
    own, its = (table.get("weights", {k: v for k, v in table.items() if k in names}) for table in (was, now))
    assert tuple(its) == names
    assert its != own
    learnt = {"bias", "weights", *names}
    assert {k: v for k, v in was.items() if k not in learnt} == {k: v for k, v in now.items() if k not in learnt}
    assert _remarks(copy) == _remarks(source)


def test_every_feature_has_a_weight() -> None:
    weights = tomllib.loads((DATA / "alignment.toml").read_text("utf-8"))["vectors"]["weights"]
    assert tuple(weights) == Features._fields
    assert tuple(tomllib.loads((DATA / "questions.toml").read_text("utf-8"))["weights"]) == Signs._fields
    assert tuple(tomllib.loads(forecasts.FILE.read_text("utf-8"))["weights"]) == forecasts.NAMES
    assert set(tomllib.loads((DATA / "answers.toml").read_text("utf-8"))["signs"]) > set(contrasts.NAMES)


def _remarks(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
