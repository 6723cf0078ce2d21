"""What a fresh interpreter brings in: the start must stay quick, and the rooms apart."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"spacy", "thinc", "onnxruntime", "trafilatura", "lxml", "numpy", "tokenizers"}


def brought_in(statement: str) -> set[str]:
    shown = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.split(".")[0] for name in shown.stdout.split()}


@pytest.mark.parametrize(
    ("statement", "never"),
    [
        ("import briefing", HEAVY | {"textual", "tinydb", "rich", "msgspec"}),
        ("import briefing.cli", HEAVY | {"textual", "tinydb", "rich"}),
        ("import briefing.model", HEAVY | {"textual", "tinydb", "rich", "yaml"}),
        ("import briefing.tui.commands", HEAVY | {"textual", "tinydb", "rich"}),
        ("import briefing.tui.app, briefing.workspace", HEAVY),
        ("import briefing.nlp, briefing.ingest", HEAVY | {"textual", "tinydb"}),
        ("import briefing.compare", {"spacy", "textual", "tinydb", "onnxruntime"}),
    ],
)
def test_importing_brings_in_nothing_heavy(statement: str, never: set[str]) -> None:
    assert brought_in(statement) & never == set()
