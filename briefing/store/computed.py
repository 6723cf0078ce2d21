"""What can be made again: findings and stories.

A file that is missing, damaged or made by another pipeline is simply not there; it is made anew.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage

from briefing.model import Findings, Story
from briefing.store.durable import make_folder, write_file

Kind = TypeVar("Kind", Findings, Story)


class CompressedStorage(Storage):
    """TinyDB's storage for one small document: gzip of compact JSON, replaced as a whole, not flushed to the device."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables; None where the file is missing or damaged."""
        try:
            tables: dict[str, dict[str, Any]] = msgspec.json.decode(gzip.decompress(self.path.read_bytes()))
        except (OSError, EOFError, zlib.error, msgspec.MsgspecError):
            return None
        return tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file."""
        make_folder(self.path.parent)
        write_file(self.path, gzip.compress(msgspec.json.encode(data), compresslevel=4, mtime=0), durable=False)


class Shelf:
    """Findings or stories, one file each.

    Args:
        folder: Where the files lie; made when the first is written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, name: str) -> bool:
        """True where there is a file of this name, sound or not."""
        return self._path(name).exists()

    def get(self, name: str, kind: type[Kind], key: str | None = None) -> Kind | None:
        """The record called ``name``; None where there is none, or none with this key.

        Args:
            name: An article's or story's id.
            kind: What it is.
            key: Everything the record depends on; a record with another key is stale.
        """
        with TinyDB(storage=lambda: CompressedStorage(self._path(name))) as base:
            document = next(iter(base.table("record")), None)
        if document is None or (key is not None and document.get("key") != key):
            return None
        try:
            return msgspec.convert(document["value"], kind)
        except (msgspec.ValidationError, KeyError):
            return None

    def key(self, name: str) -> str | None:
        """The key that the record called ``name`` was made with."""
        with TinyDB(storage=lambda: CompressedStorage(self._path(name))) as base:
            document = next(iter(base.table("record")), None)
        return None if document is None else document.get("key")

    def put(self, name: str, key: str, record: Findings | Story) -> None:
        """Keep a record under its name."""
        with TinyDB(storage=lambda: CompressedStorage(self._path(name))) as base:
            base.truncate()
            base.table("record").truncate()
            base.table("record").insert({"key": key, "value": msgspec.to_builtins(record)})

    def drop(self, name: str) -> None:
        """Forget a record."""
        self._path(name).unlink(missing_ok=True)

    def names_digest(self) -> set[str]:
        """File stems on the shelf, for finding what nothing refers to any more."""
        return {path.name.removesuffix(".json.gz") for path in self.folder.glob("*.json.gz")}

    def _path(self, name: str) -> Path:
        return self.folder / f"{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}.json.gz"
