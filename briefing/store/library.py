"""The library: everything under one directory."""

from __future__ import annotations

from pathlib import Path

from briefing.store.catalogue import Catalogue
from briefing.store.computed import ProfileShelf, Shelf
from briefing.store.durable import make_folder
from briefing.store.index import StoryIndex
from briefing.store.lock import WriterLock
from briefing.store.person import Person
from briefing.store.schema import SCHEMA_VERSION
from briefing.store.tables import Tables
from briefing.store.vectors import VectorShelf

__all__ = ["SCHEMA_VERSION", "Library"]


class Library:
    """A library's rooms. Opening reads; the directory is made by the first write.

    Args:
        folder: The library's directory.

    Raises:
        LibraryTooNew: A newer release wrote it.
        LibraryBroken: A file of it cannot be read, nor the state before it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if folder.exists() and not folder.is_dir():
            make_folder(folder)
        self.lock = WriterLock(folder / "lock")
        backups = folder / "backups"
        self._durable = (
            Tables(folder / "catalogue.json", self.lock, backups),
            Tables(folder / "person.json", self.lock, backups),
        )
        self.catalogue = Catalogue(self._durable[0], folder / "texts")
        self.person = Person(self._durable[1])
        self.findings = Shelf(folder / "findings")
        self.stories = Shelf(folder / "stories")
        self.profiles = ProfileShelf(folder / "profiles")
        self.vectors = VectorShelf(folder / "vectors")
        self.index = StoryIndex(folder / "stories" / "index.json.gz")

    def notices(self) -> tuple[str, ...]:
        """What was restored since the library was opened, for the person to know."""
        return tuple(note for tables in self._durable if (note := tables.storage.restored))

    def revision(self) -> int:
        """Differs whenever something in the library has changed, also by another process."""
        total = 0
        for path in (*(tables.path for tables in self._durable), self.index.path):
            try:
                total += path.stat().st_mtime_ns
            except OSError:
                continue
        return total
