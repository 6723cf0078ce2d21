"""Which articles are one story: kept in one small file, so that lists need not open every story."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from tinydb import TinyDB

from briefing.store.computed import CompressedStorage


class StoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One story of the library.

    Attributes:
        id, title, articles: As in :class:`~briefing.model.Story`.
        key: What the comparison was made from; empty until it is made.
        origins: Number of independent origins; 0 until compared.
        counts: Claims by status.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    key: str = ""
    origins: int = 0
    counts: dict[str, int] = {}


class StoryIndex:
    """The stories' list. It can be made again, so a damaged one counts as empty."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen: tuple[int, int] | None = None
        self._kept: tuple[str, tuple[StoryLine, ...]] = ("", ())

    def lines(self) -> tuple[StoryLine, ...]:
        """Every story, as last grouped."""
        return self._read()[1]

    def key(self) -> str:
        """What the grouping was made from; empty where there is none."""
        return self._read()[0]

    def put(self, key: str, lines: Iterable[StoryLine]) -> None:
        """Replace the list."""
        with TinyDB(storage=lambda: CompressedStorage(self.path)) as base:
            base.storage.write(
                {
                    "index": {"1": {"key": key}},
                    "stories": {str(n): msgspec.to_builtins(line) for n, line in enumerate(lines, 1)},
                }
            )
        self._seen = None

    def _read(self) -> tuple[str, tuple[StoryLine, ...]]:
        try:
            stat = self.path.stat()
        except OSError:
            return "", ()
        seen = (stat.st_ino, stat.st_mtime_ns)
        if seen != self._seen:
            self._kept = self._load()
            self._seen = seen
        return self._kept

    def _load(self) -> tuple[str, tuple[StoryLine, ...]]:
        with TinyDB(storage=lambda: CompressedStorage(self.path)) as base:
            head = next(iter(base.table("index")), None)
            try:
                lines = tuple(msgspec.convert(dict(row), StoryLine) for row in base.table("stories"))
            except msgspec.ValidationError:
                return "", ()
        return (str(head["key"]) if head else "", lines)
