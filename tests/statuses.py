"""Reading the sentences whose clauses are marked with their status; see ``fixtures/statuses.md``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.model import Fact

SENTENCES = Path(__file__).parent / "fixtures" / "statuses.txt"
_MARK = re.compile(r"\[([^|\]]+)\|([a-z|]+)\]")


class Marked(NamedTuple):
    """A sentence without its marks, and of each clause marked the start and end of its predicate and what is right."""

    text: str
    clauses: tuple[tuple[int, int, tuple[str, ...]], ...]


def marked_sentences(path: Path = SENTENCES) -> list[Marked]:
    """All sentences of ``path`` with a marked clause."""
    lines = path.read_text("utf-8").splitlines()
    found = (_marked(line) for line in lines if not line.startswith("#"))
    return [sentence for sentence in found if sentence.clauses]


def _marked(line: str) -> Marked:
    text, last = "", 0
    clauses: list[tuple[int, int, tuple[str, ...]]] = []
    for mark in _MARK.finditer(line):
        text += line[last : mark.start()]
        clauses.append((len(text), len(text) + len(mark[1]), tuple(mark[2].split("|"))))
        text, last = text + mark[1], mark.end()
    return Marked(text + line[last:], tuple(clauses))


def wanted_and_found(sentence: Marked, facts: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    """For each clause the status wanted and the one found, ``-`` where no fact was."""
    told = list(facts)
    for start, end, wanted in sentence.clauses:
        inside = (fact for fact in told if fact.predicate.start < end and start < fact.predicate.end)
        found = next((fact.status for fact in inside), "-")
        yield (found if found in wanted else wanted[0]), found
