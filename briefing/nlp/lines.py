"""Line breaks that do not end a sentence: in text wrapped at a column, and where a page set a link on its own line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

_LEAST, _MOST = 40, 120
"""Characters of a full line in a text that is wrapped at a column."""
_TAIL = 40
_CLOSED = re.compile(r"(?:[.!?…][\"'”’»)\]]*|[:;])$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|No|vs)\.$")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_UNFINISHED = frozenset({"the", "a", "an", "of", "to", "and", "or", "by", "for", "with", "from", "that", "at"})
"""Words with which no line ends that says something whole."""
_CLOSERS = (".", ",", ";", "’s ", "'s ", ")")
"""What stands behind a link that is on a line of its own."""


class _Line(NamedTuple):
    """A line without the blanks around it; ``stop`` is where its line break stands."""

    text: str
    stop: int
    gap: bool

    @property
    def closed(self) -> bool:
        tail = self.text[-_TAIL:]
        return _CLOSED.search(tail) is not None and _ABBREVIATION.search(tail) is None

    @property
    def opens_low(self) -> bool:
        """Its first word is in small letters: "iPhone" and "•" are none."""
        word = _WORD.match(self.text)
        return word is not None and word[0].islower()

    @property
    def unfinished(self) -> bool:
        """It ends in a word after which something must come."""
        words = self.text[-_TAIL:].split()
        return len(words) > 2 and words[-1] in _UNFINISHED


def soft_breaks(text: str) -> frozenset[int]:
    """Where in ``text`` a line break stands inside a sentence or a paragraph, so that it ends nothing.

    In a text wrapped at a column, those within its paragraphs. Elsewhere those before a line in small letters or behind
    a word such as "the", if the lines so joined end as sentences do: a list of goods does not.
    """
    lines = list(_lines(text))
    pairs = list(itertools.pairwise(lines))
    soft = [_runs_on(before, after) for before, after in pairs]
    if _is_wrapped(pairs):
        full = (not after.gap and len(before.text) >= _LEAST for before, after in pairs)
        return frozenset(line.stop for line, joined, within in zip(lines, soft, full, strict=False) if joined or within)
    breaks: set[int] = set()
    run: list[int] = []
    for line, joined in zip(lines, [*soft, False], strict=False):
        if joined:
            run.append(line.stop)
            continue
        if line.closed:
            breaks.update(run)
        run = []
    return frozenset(breaks)


def _lines(text: str) -> Iterator[_Line]:
    start, gap = 0, True
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            yield _Line(bare, start + len(raw), gap)
        gap = not bare
        start += len(raw) + 1


def _runs_on(before: _Line, after: _Line) -> bool:
    if after.gap or before.closed:
        return False
    return after.opens_low or before.unfinished or after.text.startswith(_CLOSERS)


def _is_wrapped(pairs: list[tuple[_Line, _Line]]) -> bool:
    """Whether full lines run on into the next, as a quarter of all and more than one do in text wrapped at a column."""
    adjacent = run_on = 0
    for before, after in pairs:
        if not after.gap:
            adjacent += 1
            run_on += _LEAST <= len(before.text) <= _MOST and not before.closed and after.opens_low
    return run_on >= 2 and run_on * 4 >= adjacent
