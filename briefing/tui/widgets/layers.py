"""Stretches of a text that are drawn in a manner of their own: lit, marked, found, selected."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator

ORDER = (
    "furniture",
    "headline",
    "beside",
    "here",
    "mark-yellow",
    "mark-green",
    "mark-blue",
    "mark-pink",
    "noted",
    "word",
    "mention",
    "found",
    "selected",
)
"""Names of the layers, the lowest first; :mod:`~briefing.tui.widgets.text_styles` tells how each looks."""


class Layers:
    """Stretches by layer, quick to ask for those of one row."""

    def __init__(self) -> None:
        self._starts: dict[str, list[int]] = {}
        self._ends: dict[str, list[int]] = {}

    def put(self, name: str, stretches: Iterable[tuple[int, int]]) -> bool:
        """Replace a layer.

        Returns:
            Whether it is another than before.
        """
        merged = _merged(stretches)
        starts, ends = [start for start, _ in merged], [end for _, end in merged]
        changed = self._starts.get(name, []) != starts or self._ends.get(name, []) != ends
        self._starts[name], self._ends[name] = starts, ends
        return changed

    def get(self, name: str) -> list[tuple[int, int]]:
        """A layer's stretches, by start, not overlapping."""
        return list(zip(self._starts.get(name, ()), self._ends.get(name, ()), strict=True))

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """What is drawn in ``[start, end)``, the lowest layer first: offsets cut to it, and the layer's name."""
        for name in ORDER:
            ends = self._ends.get(name)
            if not ends:
                continue
            starts = self._starts[name]
            for index in range(bisect.bisect_right(ends, start), len(starts)):
                if starts[index] >= end:
                    break
                yield max(starts[index], start), min(ends[index], end), name


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((s, e) for s, e in stretches if e > s):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
