"""The words that lead reasons in, and the words for what has reasons: ``causes.toml``."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from briefing.compare.lexicon import listed
from briefing.model import Span


class Causation(NamedTuple):
    """A cause and what it is the cause of.

    Attributes:
        cause: Its words.
        effect: The token that stands for what it explains; None where the sentence leaves that out.
        name: How the sentence gives it.
        denied: True for what is said not to be the cause.
        shared: True where the words say that it is one of several.
        sole: True where the words claim to give the cause, not an occasion: "the source was", "traced to".
    """

    cause: Span
    effect: int | None
    name: str
    denied: bool = False
    shared: bool = False
    sole: bool = False


@functools.lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The rows of ``causes.toml``."""
    return tomllib.loads((Path(__file__).parent / "causes.toml").read_text("utf-8"))


@functools.lru_cache(maxsize=1)
def markers() -> dict[str, list[dict[str, Any]]]:
    """The rows of markers by their lemma."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in table()["marker"]:
        rows.setdefault(row["lemma"], []).append(row)
    return rows


@functools.lru_cache(maxsize=1)
def verb_rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of verbs of cause by their lemmas."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in table()["verb"]:
        for lemma in row["lemmas"]:
            rows.setdefault(lemma, []).append(row)
    return rows


EVENTS = listed("main_events")
"""Nouns for what a report is about: whose cause is told, is the story's main event."""
CAUSES = frozenset({"cause", "reason", "culprit", "trigger", "source", "origin", "root", "explanation"})
DELIBERATE = frozenset(
    {"deliberately", "intentionally", "purposely", "wilfully", "willfully", "maliciously", "arson", "arsonist"}
)
"""Words that say that somebody did it."""
ANY = frozenset(table()["mishaps"]["any"].split())
"""Mishaps of no kind of their own: each may be what another report calls a fire or a crash."""
MISHAPS = frozenset(table()["mishaps"]["events"].split()) | {
    "bring down",
    "give way",
    "catch fire",
    "burn down",
    "break out",
}
"""Verbs and nouns for what befalls people and things."""
MEASURES = frozenset(table()["mishaps"]["measures"].split())
"""Verbs that name a measure without saying which: the story's own."""
UNNAMED = frozenset(table()["mishaps"]["unnamed"].split())
"""Verbs of why a source is not named."""
PUNISHING = frozenset(lemma for row in table()["marker"] if row["name"] == "punished for" for lemma in row["before"])
