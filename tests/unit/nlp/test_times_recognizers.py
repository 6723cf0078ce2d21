"""How many of another project's dates and times are read: Microsoft Recognizers-Text, see the fixture's README."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from briefing.model import Findings, Time

Analyse = Callable[..., Findings]
CASES = Path(__file__).parents[2] / "fixtures" / "times" / "recognizers.jsonl"
CLOCK = frozenset({"time", "part of day"})
"""Kinds whose values there name no day."""


@pytest.fixture(scope="module")
def shares(analyse: Analyse) -> Mapping[str, float]:
    """The share right of each kind, and of all."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in CASES.read_text("utf-8").splitlines():
        case = json.loads(line)
        times = analyse(case["text"], published=case["published"]).times
        for kind in (case["kind"], "all"):
            total[kind] += 1
            right[kind] += _right(case, times)
    return {kind: right[kind] / total[kind] for kind in total}


def _right(case: Mapping[str, Any], times: Sequence[Time]) -> bool:
    start, end = case["start"], case["start"] + len(case["words"])
    values = [time.value for time in times if time.start < end and start < time.end and time.value]
    return any(_agree(value, want, case["kind"]) for value in values for want in case["values"])


def _agree(value: str, want: str, kind: str) -> bool:
    if kind in CLOCK:
        return value.endswith(want) or f"{want}:" in value
    if kind == "datetime":
        return value.startswith(want)
    return value == want


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("all", 0.75),
        ("daterange", 0.9),
        ("set", 0.95),
        ("quarter", 0.9),
        ("duration", 0.7),
        ("part", 0.8),
        ("date", 0.6),
    ],
)
def test_most_times_of_another_projects_specifications_are_read(
    shares: Mapping[str, float], kind: str, least: float
) -> None:
    assert shares[kind] >= least
