"""How right claims are on pairs of reports whose every pair of sentences is labelled; see ``tests/fixtures/pairs``.

A claim joins two sentences where it has a passage on each. Half of the events were never read when rules were made.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing.model import Article, Claim, Span
from briefing.nlp import Analyser
from tests.bench.accuracy.compared import compared

Row = tuple[str, str, str]
Pair = tuple[int, int]
_WANTED = {
    "agree": {"agreed", "compatible"},
    "equal": {"agreed", "compatible"},
    "differ": {"conflict"},
    "update": {"update"},
}
DAYS = {"a": "2025-03-05", "b": "2025-03-06"}
_IN_A_PARAGRAPH = 3


def pair_rows(analyser: Analyser, folder: Path) -> list[Row]:
    """The figures of all files of ``folder``, those of events that were read and of the others apart."""
    counts = {True: Counter[str](), False: Counter[str]()}
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            counts[number % 2 == 0].update(_count(analyser, json.loads(line)))
    return [row for read in (True, False) for row in _rows(counts[read], "read for kinds" if read else "never read")]


def _rows(count: Counter[str], called: str) -> Iterator[Row]:
    against = f"{count['events']} pairs of reports, {called}"
    names = {"agree": "agreements", "equal": "equal once worked out", "differ": "conflicts", "update": "updates"}
    for label, name in names.items():
        yield f"{name}: found", _share(count[f"{label} found"], count[label]), against
    for status in ("conflict", "update"):
        yield f"{status}s: precision", _share(count[f"{status} right"], count[f"{status} told"]), against
    yield "sentences of one source tied to another", _share(count["tied"], count["only"]), against


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _count(analyser: Analyser, event: Mapping[str, Any]) -> Counter[str]:
    spans: dict[str, list[Span]] = {}
    articles = []
    for side in DAYS:
        text, spans[side] = in_print(event[side])
        articles.append(Article(id=side, text=text, source=f"Outlet {side.upper()}", published=DAYS[side]))
    labels: dict[Pair, set[str]] = defaultdict(set)
    for row in event["pairs"]:
        labels[row["a"], row["b"]].add(row["label"])
    count: Counter[str] = Counter(events=1)
    called: dict[Pair, set[str]] = defaultdict(set)
    for claim in compared(analyser, articles).story.claims:
        joined = list(_joined(claim, spans))
        for pair in joined:
            called[pair].add(claim.status)
        if joined and claim.status in ("conflict", "update"):
            label = "differ" if claim.status == "conflict" else "update"
            right = any(label in labels[pair] for pair in joined)
            count.update({f"{claim.status} told": 1, f"{claim.status} right": right})
    for pair, held in labels.items():
        for label in held:
            count.update({label: 1, f"{label} found": bool(called[pair] & _WANTED[label])})
    for place, side in enumerate(DAYS):
        shared = {pair[place] for pair, held in labels.items() if held}
        tied = {pair[place] for pair, held in called.items() if held & _WANTED["agree"]}
        alone = set(range(len(event[side]))) - shared
        count.update({"only": len(alone), "tied": len(alone & tied)})
    return count


def in_print(sentences: list[str]) -> tuple[str, list[Span]]:
    """The report as it would be printed, and where its sentences stand."""
    text, spans = "", []
    for number, sentence in enumerate(sentences):
        if text:
            text += " " if number % _IN_A_PARAGRAPH else "\n\n"
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence
    return text, spans


def _joined(claim: Claim, spans: Mapping[str, list[Span]]) -> Iterator[Pair]:
    on = {side: {n for n, span in enumerate(spans[side]) if _told(claim, side, span)} for side in DAYS}
    yield from ((i, j) for i in sorted(on["a"]) for j in sorted(on["b"]))


def _told(claim: Claim, side: str, span: Span) -> bool:
    return any(
        p.article == side and 2 * p.span.shared(span) >= min(p.span.length, span.length) > 0 for p in claim.passages
    )
