"""Who speaks when: a time inside quotation marks counts from the day the words were spoken.

"We buried him this morning," he told the paper on Monday -- that morning is Monday's, whenever the paper came out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

SPEAKING = frozenset({"say", "tell", "add", "announce", "write", "declare", "reply", "ask", "warn", "state", "insist"})
"""Verbs of telling, by lemma; a day that hangs on one is the day of speech."""
_OPENING, _CLOSING, _STRAIGHT = "“", "”", '"'
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}{_STRAIGHT}\n]")


class Quotations:
    """The stretches of a text that stand in double quotation marks; one never reaches over a new line.

    Args:
        text: Of the article.
    """

    def __init__(self, text: str) -> None:
        self._spans = _quoted(text)
        self._starts = [start for start, _ in self._spans]

    def holds(self, offset: int) -> bool:
        """Whether the code point lies inside quotation marks."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._spans[at][1]


def _quoted(text: str) -> Sequence[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    opened = -1
    for found in _MARKS.finditer(text):
        at, char = found.start(), found.group()
        if char == "\n":
            opened = -1
        elif opened < 0:
            opened = at if char != _CLOSING else -1
        elif char != _OPENING:
            spans.append((opened, at + 1))
            opened = -1
    return spans
