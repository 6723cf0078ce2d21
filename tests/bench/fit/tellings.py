"""Invented sentences and short reports, with which of them are on one matter: what the encoder is taught with."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

_NO_PAIR = -1
_LESS = 0.5
"""The weight of two sentences that were written for different matters, where one was written to mislead."""


class Tellings(NamedTuple):
    """The sentences of one event.

    Attributes:
        sentences: Of all its reports.
        same: (n, n): 1 where two are on one matter, 0 where they are not, -1 where nothing is said of it.
        weight: (n, n): how much each pair counts.
    """

    sentences: tuple[str, ...]
    same: NDArray[np.int8]
    weight: NDArray[np.float32]


def is_taught(event: Mapping[str, Any], number: int) -> bool:
    """Whether the encoder learns from an event, by its number in its file: from half of the labelled pairs of reports,
    and from three of four of the other reports. What is left shows how near it finds what it never saw."""
    return number % 4 != 3 if "reports" in event else number % 2 == 0


def read_tellings(folder: Path) -> Iterator[Tellings]:
    """All events of a folder of JSON Lines, in the forms that its README tells."""
    for path in sorted(folder.glob("**/*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            event = json.loads(line)
            if "items" in event:
                yield _of_items(event)
            elif is_taught(event, number):
                yield _of_reports(event) if "reports" in event else _of_pair(event)


def _members(matter: Mapping[str, Any], first: str) -> list[str]:
    """All that are on a matter, whatever they say of it."""
    differ = [each for _, each in matter.get("differ", ())]
    return [*matter[first], *differ, *matter.get("equal", ()), *matter.get("update", ())]


def _of_items(event: Mapping[str, Any]) -> Tellings:
    """Of sentences written in sets: those that tell one matter, however they answer it, and those near to it."""
    told: list[tuple[str, int, bool]] = []
    for number, item in enumerate(event["items"]):
        members = _members(item, "same")
        told += [(text, number, True) for text in members] + [(text, number, False) for text in item.get("near", ())]
    same = np.zeros((len(told), len(told)), np.int8)
    weight = np.ones(same.shape, np.float32)
    for (i, (_, its, on_it)), (j, (_, others, on_too)) in itertools.product(enumerate(told), repeat=2):
        if i == j or (its == others and not on_it and not on_too):
            same[i, j] = _NO_PAIR
        elif its == others:
            same[i, j] = on_it and on_too
        elif not (on_it and on_too):
            weight[i, j] = _LESS
    return Tellings(tuple(text for text, _, _ in told), same, weight)


def _of_reports(event: Mapping[str, Any]) -> Tellings:
    """Of whole reports: sentences of two of them are on one matter where a matter names both."""
    places = [f"{name}{i}" for name, told in event["reports"].items() for i in range(len(told))]
    at = {place: number for number, place in enumerate(places)}
    matters = [_members(each, "agree") for each in event["matters"]]
    return _across(
        [(text, name) for name, told in event["reports"].items() for text in told],
        {(at[a], at[b]) for matter in matters for a, b in itertools.permutations(matter, 2)},
    )


def _of_pair(event: Mapping[str, Any]) -> Tellings:
    """Of two reports of which every pair of sentences is labelled."""
    first = len(event["a"])
    ends = {(row["a"], first + row["b"]) for row in event["pairs"]}
    return _across([(text, side) for side in "ab" for text in event[side]], ends | {(b, a) for a, b in ends})


def _across(told: list[tuple[str, str]], together: set[tuple[int, int]]) -> Tellings:
    same = np.zeros((len(told), len(told)), np.int8)
    for (i, (_, ours)), (j, (_, theirs)) in itertools.product(enumerate(told), repeat=2):
        same[i, j] = _NO_PAIR if ours == theirs else (i, j) in together
    return Tellings(tuple(text for text, _ in told), same, np.ones(same.shape, np.float32))
