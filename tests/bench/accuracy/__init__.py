"""How right the findings are: on the repository's own annotated texts, and on public sets where they are given."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from briefing.nlp import Analyser
from tests.bench.accuracy import compared, names, pairs, sentences, sets, stories

DATA = "BRIEFING_BENCH_DATA"
"""Names the folder of the public sets; see README.md beside this file."""
FIXTURES = Path("tests/fixtures")


def run() -> list[tuple[str, str, str]]:
    """Each figure with the texts it was taken on; F unless the name says otherwise."""
    nlp = Analyser().nlp
    found = stories.rows(nlp, FIXTURES / "stories", "five invented stories")
    found += stories.rows(nlp, FIXTURES / "unseen", "stories written without sight of the rules")
    status, matrix = sentences.status_rows(nlp, FIXTURES / "statuses.txt")
    found += status
    found += sentences.pronoun_rows(nlp, FIXTURES / "pronouns.json", (FIXTURES / "stories", Path()))
    found += names.rows(nlp, FIXTURES / "names")
    if folder := os.environ.get(DATA):
        found += sets.rows(nlp, Path(folder))
    print(f"Status, wanted against found:\n{matrix}\n", file=sys.stderr)
    return found


def run_compared() -> list[tuple[str, str, str]]:
    """The same for the comparison."""
    analyser = Analyser()
    found = compared.story_rows(analyser, FIXTURES / "stories", "invented stories")
    found += compared.story_rows(analyser, FIXTURES / "unseen", "stories written without sight of the rules")
    found += pairs.pair_rows(analyser, FIXTURES / "pairs")
    if folder := os.environ.get(DATA):
        found += compared.set_rows(analyser, Path(folder))
    return found
