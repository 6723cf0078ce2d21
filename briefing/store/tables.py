"""Records in and out of TinyDB: documents under their own ids, one transaction a change."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from tinydb import TinyDB
from tinydb.table import Document, Table

from briefing.errors import LibraryBroken, LibraryTooNew
from briefing.store.durable import DurableStorage, make_folder, write_file
from briefing.store.lock import WriterLock
from briefing.store.schema import META, SCHEMA_VERSION, migrate, version_of

Record = TypeVar("Record", bound=msgspec.Struct)


class KeyedTable(Table):
    """A TinyDB table whose documents have our ids instead of counted ones."""

    document_id_class = str  # type: ignore[assignment]
    default_query_cache_capacity = 0


class _Base(TinyDB):
    table_class = KeyedTable


class Tables:
    """One TinyDB file of the library: checked against the schema when opened, written in transactions.

    Args:
        path: The file.
        lock: The library's writer lock.
        backups: Folder for copies made before a migration, and for damaged files.

    Raises:
        LibraryTooNew: A newer release wrote the file.
        LibraryBroken: It cannot be read, nor can the state before it.
    """

    def __init__(self, path: Path, lock: WriterLock, backups: Path) -> None:
        self.path = path
        self._lock = lock
        self._backups = backups
        self.storage = DurableStorage(path, backups)
        self._base = _Base(storage=lambda: self.storage)
        self._check()

    def _check(self) -> None:
        found = version_of(self.storage.read() or {})
        if found > SCHEMA_VERSION:
            raise LibraryTooNew(
                f"{self.path} was written by a newer release (schema {found}; this one knows {SCHEMA_VERSION}).",
                "Use that release, or another library with --library. Nothing was changed.",
            )
        if found < SCHEMA_VERSION and self.path.exists():
            with self._lock.held():
                make_folder(self._backups)
                write_file(self._backups / f"{self.path.name}.schema-{found}", self.path.read_bytes())
                with self.storage.transaction():
                    self.storage.write(migrate(self.storage.read() or {}, found))

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Writes of the block reach the disk together, or not at all; other writers wait."""
        make_folder(self.path.parent)
        with self._lock.held(), self.storage.transaction():
            yield
            if self.storage.changed:
                tables = self.storage.read() or {}
                tables.setdefault(META, {"schema": {"version": SCHEMA_VERSION}})
                self.storage.write(tables)

    def all(self, table: str, kind: type[Record]) -> tuple[Record, ...]:
        """Every record of a table, in the order of insertion."""
        return tuple(self._convert(document, kind) for document in self._base.table(table))

    def raw(self, table: str) -> Mapping[str, Mapping[str, Any]]:
        """Every document of a table as it stands, by id."""
        return {str(document.doc_id): document for document in self._base.table(table)}

    def get(self, table: str, key: str, kind: type[Record]) -> Record | None:
        """One record; None where there is none of this id."""
        document = self._base.table(table).get(doc_id=key)  # type: ignore[call-overload]
        return None if document is None else self._convert(document, kind)

    def put(self, table: str, records: Mapping[str, msgspec.Struct | Mapping[str, Any]]) -> None:
        """Insert or replace records under their ids; to be called within :meth:`transaction`."""
        target = self._base.table(table)
        target.remove(doc_ids=list(records))  # type: ignore[arg-type]
        target.insert_multiple(Document(msgspec.to_builtins(value), doc_id=key) for key, value in records.items())  # type: ignore[arg-type]

    def drop(self, table: str, keys: Iterable[str]) -> None:
        """Remove records; ids that are not there are passed over; to be called within :meth:`transaction`."""
        self._base.table(table).remove(doc_ids=list(keys))  # type: ignore[arg-type]

    def _convert(self, document: Mapping[str, Any], kind: type[Record]) -> Record:
        try:
            return msgspec.convert(dict(document), kind)
        except msgspec.ValidationError as error:
            raise LibraryBroken(
                f"{self.path} holds a record that is not one of this program's: {error}. It is left untouched.",
                "Restore the file from a copy.",
            ) from error
