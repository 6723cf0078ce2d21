"""A text as lines with places: what the recognition of headlines, bylines and furniture works on."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Inc|Ltd|Corp|Co|Jr|Sr|No|St|vs)\.$")


class Line(NamedTuple):
    """A line without the blanks around it; ``gap`` where an empty line (or nothing) stands before it."""

    start: int
    end: int
    text: str
    gap: bool

    @property
    def words(self) -> int:
        """Number of words, counted in the first 2,000 code points."""
        return len(self.text[:2000].split())

    @property
    def prose(self) -> bool:
        """True where it reads as a sentence of the report and not as a heading."""
        return self.words >= 26 or (self.words >= 4 and self.ends_sentence)

    @property
    def ends_sentence(self) -> bool:
        """True where it ends as sentences do; "Tarrant Foods Inc." does not."""
        tail = self.text[-40:]
        return _SENTENCE_END.search(tail) is not None and _ABBREVIATION.search(tail) is None


def split_lines(text: str) -> list[Line]:
    """The lines that hold something; where the text is wrapped at a column, each paragraph counts as one line."""
    lines: list[Line] = []
    start, gap = 0, True
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            begin = start + raw.index(bare[0])
            lines.append(Line(begin, begin + len(bare), bare, gap))
        gap = not bare
        start += len(raw) + 1
    return _unwrapped(lines, text) if _is_wrapped(lines) else lines


def _is_wrapped(lines: list[Line]) -> bool:
    """True where lines run on into the next in the middle of a sentence."""
    adjacent = run_on = 0
    for before, after in itertools.pairwise(lines):
        if not after.gap:
            adjacent += 1
            run_on += 40 <= len(before.text) <= 120 and not before.ends_sentence and not after.text[0].isupper()
    return run_on >= 2 and run_on * 4 >= adjacent


def _unwrapped(lines: list[Line], text: str) -> list[Line]:
    """One line a paragraph; a short line that does not reach the column stays alone (a headline above its lead)."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before is None or line.gap or len(before.text.rsplit("\n", 1)[-1]) < 40:
            joined.append(line)
        else:
            joined[-1] = Line(before.start, line.end, text[before.start : line.end], before.gap)
    return joined
