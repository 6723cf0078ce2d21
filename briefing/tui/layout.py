"""How an article's text falls into lines of a given width.

Every line is a stretch of the text, so that a cell of the screen and a code point of the source can always be told
from each other. Nothing here knows Textual; the work is linear in the length of the text.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

from briefing.model.visible import visible_line

_SHORTEST_FULL_LINE = 45
_LONGEST_FULL_LINE = 100


class Line(NamedTuple):
    """One row: code points ``[start, end)``, blank where they are none; ``paragraph`` counts from 0."""

    start: int
    end: int
    paragraph: int


class Layout:
    """The rows of a text.

    Args:
        text: As the source has it.
        width: Cells a row may take.
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(8, width)
        self.shown = visible_line(text)
        """The text as it is drawn: as many code points, nothing dangerous, line ends as spaces."""
        self.paragraphs = paragraphs(text)
        self.lines: list[Line] = list(self._rows())
        self._starts = [line.start for line in self.lines]

    def _rows(self) -> Iterator[Line]:
        for number, (start, end) in enumerate(self.paragraphs):
            if number:
                yield Line(start, start, number)
            for left, right in wrap(self.shown, start, end, self.width):
                yield Line(left, right, number)

    @property
    def height(self) -> int:
        """Number of rows."""
        return len(self.lines)

    def row_of(self, offset: int) -> int:
        """The row in which a code point stands, or the nearest one before it."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def rows_of(self, start: int, end: int) -> tuple[int, int]:
        """First row of a stretch, and the row after its last."""
        return self.row_of(start), self.row_of(max(start, end - 1)) + 1

    def offset_at(self, row: int, cell: int) -> int:
        """The code point drawn at a cell of a row; the row's last one beyond its end."""
        if not self.lines:
            return 0
        line = self.lines[min(max(row, 0), self.height - 1)]
        taken = 0
        for offset in range(line.start, line.end):
            taken += get_character_cell_size(self.shown[offset])
            if taken > cell:
                return offset
        return max(line.start, line.end - 1)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text, without the blank around them.

    An empty line parts paragraphs. A single line end does, too, unless the text is hard-wrapped, as letters and wire
    copy are: then all lines but a paragraph's last are nearly full, and the line end is a space.
    """
    blocks = list(_stretches(text, "\n\n" if _hard_wrapped(text) else "\n"))
    return blocks or [(0, 0)]


def _stretches(text: str, parting: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find(parting, start)
        end = len(text) if end < 0 else end
        left, right = start, end
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            yield left, right
        start = end + len(parting)


def _hard_wrapped(text: str) -> bool:
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [len(a) for a, b in pairwise(lines) if a and b]
    if len(inner) < 3 or "\n\n" not in text:
        return False
    full = sum(_SHORTEST_FULL_LINE <= length <= _LONGEST_FULL_LINE for length in inner)
    return full >= 0.8 * len(inner)


def wrap(shown: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Stretches of ``shown[start:end]`` that fit in ``width`` cells, broken at spaces where there are any.

    The space a line is broken at belongs to no line.
    """
    narrow = cell_len(shown[start:end]) == end - start and shown[start:end].isprintable()
    while start < end:
        limit = min(end, start + width) if narrow else _reach(shown, start, end, width)
        if limit >= end:
            yield start, end
            return
        if shown[limit] == " ":
            cut = limit
        else:
            cut = shown.rfind(" ", start, limit)
            if cut <= start:
                hyphen = shown.rfind("-", start, limit)
                cut = hyphen + 1 if hyphen > start else limit
        yield start, max(start + 1, len(shown[start:cut].rstrip(" ")) + start)
        start = cut
        while start < end and shown[start] == " ":
            start += 1


def _reach(shown: str, start: int, end: int, width: int) -> int:
    """How far from ``start`` the text fits in ``width`` cells, keeping joined emoji and combining marks together."""
    taken = 0
    for offset in range(start, end):
        character = shown[offset]
        size = get_character_cell_size(character)
        joined = offset > start and shown[offset - 1] == "\u200d"
        if character == "\ufe0f" and offset > start and get_character_cell_size(shown[offset - 1]) == 1:
            size = 1
        if joined:
            continue
        if taken + size > width and offset > start:
            return offset
        taken += size
    return end


def words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of a stretch, with the punctuation that touches them left out at either end."""
    position = start
    while position < end:
        while position < end and text[position].isspace():
            position += 1
        left = position
        while position < end and not text[position].isspace():
            position += 1
        right = position
        while left < right and not _in_word(text[left]):
            left += 1
        while right > left and not _in_word(text[right - 1]):
            right -= 1
        if left < right:
            yield left, right


def _in_word(character: str) -> bool:
    return character.isalnum() or character in "%$€£¥°" or ord(character) > 0x2FFF or _combines(character)


def _combines(character: str) -> bool:
    return get_character_cell_size(character) == 0
