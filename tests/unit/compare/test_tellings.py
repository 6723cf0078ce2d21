from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench.fit.tellings import Tellings, read_tellings

SETS = {
    "event": "a ferry goes down",
    "items": [
        {
            "same": ["The ferry sank.", "The ship went down."],
            "differ": [["outcome", "The ferry stayed afloat."]],
            "equal": [],
            "near": ["The ferry was built in 1970.", "A ship sank last year."],
        },
        {"same": ["Six died.", "There were six dead."], "differ": [], "near": []},
    ],
}
REPORTS = {
    "event": "a vote",
    "reports": {
        "a": ["The bill passed.", "It rained."],
        "b": ["Parliament adopted it."],
        "c": ["The law fell through."],
    },
    "matters": [{"agree": ["a0", "b0"], "differ": [["outcome", "c0"]], "equal": [], "update": []}],
}
PAIR = {"topic": "x", "a": ["One.", "Two."], "b": ["Uno."], "pairs": [{"a": 0, "b": 0, "label": "agree"}]}


def _read(folder: Path, *events: Any) -> list[Tellings]:
    (folder / "events.jsonl").write_text("\n".join(json.dumps(event) for event in events), "utf-8")
    return list(read_tellings(folder))


def _same(told: Tellings, one: str, other: str) -> int:
    return int(told.same[told.sentences.index(one), told.sentences.index(other)])


def test_what_contradicts_is_on_the_matter_and_what_is_near_is_not(tmp_path: Path) -> None:
    (told,) = _read(tmp_path, SETS)
    assert _same(told, "The ferry sank.", "The ship went down.") == 1
    assert _same(told, "The ferry sank.", "The ferry stayed afloat.") == 1
    assert _same(told, "The ferry sank.", "A ship sank last year.") == 0
    assert _same(told, "The ferry sank.", "Six died.") == 0
    assert _same(told, "The ferry was built in 1970.", "A ship sank last year.") == -1


def test_sentences_of_one_report_are_not_set_against_each_other(tmp_path: Path) -> None:
    (told,) = _read(tmp_path, REPORTS)
    assert _same(told, "The bill passed.", "It rained.") == -1
    assert _same(told, "The bill passed.", "Parliament adopted it.") == 1
    assert _same(told, "Parliament adopted it.", "The law fell through.") == 1
    assert _same(told, "It rained.", "Parliament adopted it.") == 0
    assert np.array_equal(told.same, told.same.T)


def test_part_of_the_events_is_kept_to_check_with(tmp_path: Path) -> None:
    assert len(_read(tmp_path, PAIR, PAIR, PAIR, PAIR)) == 2
    assert len(_read(tmp_path, REPORTS, REPORTS, REPORTS, REPORTS)) == 3
