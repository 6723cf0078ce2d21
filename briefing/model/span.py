"""A stretch of an article's text."""

from __future__ import annotations

from typing import NamedTuple

made = tuple.__new__
"""``made(Span, (start, end))`` is ``Span(start, end)`` at half the cost, for tuples of which a story has very many."""


class Span(NamedTuple):
    """Code points ``[start, end)`` of one article's text; ``text[start:end]`` is exactly what the source says."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: tuple[int, int]) -> bool:
        """True where the two share at least one code point."""
        return self.start < other[1] and other[0] < self.end

    def contains(self, other: tuple[int, int]) -> bool:
        """True where ``other`` lies wholly within this span."""
        return self.start <= other[0] and other[1] <= self.end

    def shared(self, other: tuple[int, int]) -> int:
        """Number of code points in both."""
        return max(0, min(self.end, other[1]) - max(self.start, other[0]))

    def hull(self, other: tuple[int, int]) -> Span:
        """The least span that holds both."""
        return made(Span, (min(self.start, other[0]), max(self.end, other[1])))
