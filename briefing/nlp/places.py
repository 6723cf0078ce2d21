"""From places in the text that the model read back to places in the article's own text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

import msgspec

from briefing.model import Span

T = TypeVar("T")


class Change(NamedTuple):
    """``own[start:end]`` of the article's text, for which the model read ``length`` other characters."""

    start: int
    end: int
    length: int


class Places:
    """What became of the places in a text in which some stretches were replaced.

    Args:
        changes: In order, none overlapping.
    """

    def __init__(self, changes: list[Change]) -> None:
        self._own = [0]
        self._read = [0]
        self._changed = [Change(0, 0, 0)]
        shift = 0
        for change in changes:
            self._own.append(change.start)
            self._read.append(change.start + shift)
            self._changed.append(change)
            shift += change.length - (change.end - change.start)

    def own(self, place: int) -> int:
        """Where in the article's text the character stands that was read at ``place``."""
        at = bisect_right(self._read, place) - 1
        change = self._changed[at]
        inside = place - self._read[at]
        if inside >= change.length:
            return change.end + inside - change.length
        return min(change.start + inside, change.end - 1)

    def read(self, place: int) -> int:
        """Where the character was read that stands at ``place`` of the article's text."""
        at = bisect_right(self._own, place) - 1
        change = self._changed[at]
        if place >= change.end:
            return self._read[at] + change.length + place - change.end
        return self._read[at] + min(place - change.start, change.length)

    def own_span(self, start: int, end: int) -> Span:
        """The stretch of the article's text that was read as ``[start, end)``; never empty where that is not."""
        if end <= start:
            return Span(self.own(start), self.own(start))
        return Span(self.own(start), self._own_end(end - 1))

    def _own_end(self, place: int) -> int:
        """Where the character that was read at ``place`` ends in the article's text."""
        at = bisect_right(self._read, place) - 1
        change = self._changed[at]
        inside = place - self._read[at]
        if inside >= change.length:
            return change.end + inside - change.length + 1
        return change.end if inside == change.length - 1 else min(change.start + inside + 1, change.end)

    def put_back(self, record: T) -> T:
        """The record, or tuple of records, with every offset in it counted in the article's text."""
        return mapped(record, self.own_span)


def mapped(record: T, to: Callable[[int, int], Span]) -> T:
    """The record, or tuple of records, with another span for each in it."""
    return _mapped(record, to)  # type: ignore[no-any-return]


def _mapped(value: Any, to: Callable[[int, int], Span]) -> Any:
    if isinstance(value, Span):
        return to(value.start, value.end)
    if isinstance(value, tuple):
        return tuple(_mapped(each, to) for each in value)
    if not isinstance(value, msgspec.Struct):
        return value
    fields = {name: _mapped(getattr(value, name), to) for name in value.__struct_fields__}
    if "start" in fields and "end" in fields:
        fields["start"], fields["end"] = to(fields["start"], fields["end"])
    return type(value)(**fields)
