"""What can be made again: findings and stories.

A file that is missing, damaged or made from something else is simply not there; it is made anew.
"""

from __future__ import annotations

import contextlib
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

_TABLE = "record"


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


def pack(record: Findings | Story) -> bytes:
    """A record in the form of its file, for handing it to another process."""
    return gzip.compress(msgspec.json.encode({_TABLE: {"1": record}}), compresslevel=1, mtime=0)


def unpack(content: bytes, kind: type[Kind]) -> Kind:
    """The record of a packed file.

    Raises:
        ValueError: The bytes are not such a file.
    """
    try:
        tables = msgspec.json.decode(gzip.decompress(content), type=dict[str, dict[str, kind]])  # type: ignore[valid-type]
        record: Kind = tables[_TABLE]["1"]
    except (OSError, EOFError, zlib.error, KeyError, msgspec.MsgspecError) as error:
        raise ValueError(f"not a packed {kind.__name__}: {error}") from error
    return record


class _Files:
    """Files that are named by what they are of, and by the key of everything it was made from.

    Args:
        folder: Where the files lie; made when the first is written.
    """

    ending = ""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, name: str, key: str) -> bool:
        """True where there is a file of this name and key, sound or not."""
        return self._path(name, key).exists()

    def _path(self, name: str, key: str) -> Path:
        stem = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:24]
        return self.folder / stem[:2] / f"{stem}.{hashlib.sha256(key.encode()).hexdigest()[:12]}{self.ending}"

    def _alone(self, path: Path) -> None:
        """Remove the files of the same name with other keys."""
        for stale in path.parent.glob(f"{path.name.partition('.')[0]}.*{self.ending}"):
            if stale != path:
                with contextlib.suppress(OSError):
                    stale.unlink()


class Shelf(_Files):
    """Findings or stories, one TinyDB file each."""

    ending = ".json.gz"

    def get(self, name: str, key: str, kind: type[Kind]) -> Kind | None:
        """The record called ``name`` that was made with ``key``; None where there is none, or a damaged one."""
        try:
            return unpack(self.packed(name, key), kind)
        except (OSError, ValueError):
            return None

    def packed(self, name: str, key: str) -> bytes:
        """A record in the form of its file, for another process to :func:`unpack`.

        Raises:
            OSError: There is none.
        """
        return self._path(name, key).read_bytes()

    def put(self, name: str, key: str, record: Findings | Story) -> None:
        """Keep a record under its name and key; those of the name with other keys go."""
        path = self._path(name, key)
        with TinyDB(storage=lambda: CompressedStorage(path)) as base:
            base.drop_tables()
            base.table(_TABLE).insert(msgspec.to_builtins(record))
        self._alone(path)


class ProfileShelf(_Files):
    """What each article is about, as the grouping packs it."""

    ending = ".profile"

    def get(self, name: str, key: str) -> bytes | None:
        """The packed profile; None where there is none, or a damaged one."""
        try:
            return zlib.decompress(self._path(name, key).read_bytes())
        except (OSError, zlib.error):
            return None

    def put(self, name: str, key: str, profile: bytes) -> None:
        """Keep a profile under its name and key; those of the name with other keys go."""
        path = self._path(name, key)
        make_folder(path.parent)
        write_file(path, zlib.compress(profile, 1), durable=False)
        self._alone(path)
