"""Weights that are learnt anew go where the comparison reads them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefing.compare.alignment.features import Features
from briefing.compare.claims.signs import Signs
from briefing.compare.lexicon import DATA
from tests.bench.fit import numbers, passages
from tests.bench.fit.ridge import Row, average_precision, checked, fit
from tests.bench.fit.weights_file import put

ROWS = [Row(f"event {i}", [i % 2, (i * 7) % 5], float(i % 2)) for i in range(60)]


def test_what_decides_is_learnt_and_ranks_events_that_were_not_seen() -> None:
    model = fit(ROWS, 1.0)
    assert model.weights[0] > 10 * abs(model.weights[1])
    assert average_precision(ROWS, checked(ROWS, 1.0)) == 1.0


@pytest.mark.parametrize(
    ("file", "section", "names"),
    [
        ("alignment.toml", "vectors", passages.names(with_vectors=True)),
        ("alignment.toml", "words", passages.names(with_vectors=False)),
        ("questions.toml", "", numbers.NAMES),
    ],
)
def test_new_weights_leave_thresholds_and_remarks_as_they_are(
    tmp_path: Path, file: str, section: str, names: tuple[str, ...]
) -> None:
    copy = tmp_path / file
    copy.write_text((DATA / file).read_text("utf-8"), "utf-8")
    before = tomllib.loads(copy.read_text("utf-8"))
    rows = [Row(str(i), [float((i + n) % 3) for n in range(len(names))], float(i % 2)) for i in range(30)]
    put(copy, section, names, fit(rows, 1.0))
    after = tomllib.loads(copy.read_text("utf-8"))
    was, now = (table[section] if section else table for table in (before, after))
    assert tuple(now["weights"]) == names
    assert now["weights"] != was["weights"]
    learnt = {"bias", "weights"}
    assert {k: v for k, v in was.items() if k not in learnt} == {k: v for k, v in now.items() if k not in learnt}
    assert _remarks(copy) == _remarks(DATA / file)


def test_every_feature_has_a_weight() -> None:
    weights = tomllib.loads((DATA / "alignment.toml").read_text("utf-8"))["vectors"]["weights"]
    assert tuple(weights) == Features._fields
    assert tuple(tomllib.loads((DATA / "questions.toml").read_text("utf-8"))["weights"]) == Signs._fields


def _remarks(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
