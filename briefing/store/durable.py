"""Writing that survives a crash, and the TinyDB storage made of it.

The order of operations, and what holds if the process or the machine stops after each:

1. the new state is written to a file beside the old one and flushed to the device (fsync): the old state stands;
2. the old file is linked under its backup name, ``.last``: the old state stands, twice;
3. the new file is renamed over the old one, which is atomic: either the old or the new state stands, whole;
4. the folder is flushed (fsync), so that the rename itself survives a loss of power: the new state stands.

Only then does a write return: *acknowledged means on disk*. Every state carries its SHA-256. A file that does not match
its checksum is set aside, never overwritten, and the state before it (``.last``) takes its place.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from briefing.errors import LibraryBroken, NotWritten

Tables = dict[str, dict[str, Any]]

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
LAST = ".last"


class Envelope(msgspec.Struct):
    """A state on disk: its tables, as raw JSON, and their checksum."""

    format: str
    sha256: str
    tables: msgspec.Raw


FORMAT = "briefing-library"


def make_folder(folder: Path) -> None:
    """Make ``folder`` and whatever is missing above it, readable by the user alone.

    Raises:
        NotWritten: The folder cannot be made.
    """
    try:
        for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
            missing.mkdir(exist_ok=True, mode=PRIVATE_FOLDER)
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise NotWritten(
            f"The folder {folder} cannot be made: {_reason(error)}.",
            "Check its permissions, or choose another with --library.",
        ) from error


def flush_folder(folder: Path) -> None:
    """Flush a folder's entries to the device, where the system can (Windows cannot open folders)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_file(path: Path, content: bytes, *, durable: bool = True, keep_last: bool = False) -> None:
    """Replace ``path`` by ``content``, whole or not at all.

    Args:
        path: The file; its folder exists.
        content: All of its bytes.
        durable: Flush to the device before returning; not needed for what can be made again.
        keep_last: Keep the state before under ``.last``.

    Raises:
        NotWritten: Disk full, folder gone, no permission; the old file still stands.
    """
    beside = ""
    try:
        descriptor, beside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        if keep_last and path.exists():
            _keep_last(path)
        Path(beside).replace(path)
        beside = ""
        if durable:
            flush_folder(path.parent)
    except OSError as error:
        raise NotWritten(
            f"{path} could not be written: {_reason(error)}. What was there before still stands.",
            "Free some space or mend the folder's permissions, then do it again.",
        ) from error
    finally:
        if beside:
            with contextlib.suppress(OSError):
                Path(beside).unlink()


def _keep_last(path: Path) -> None:
    last = path.with_name(path.name + LAST)
    link = path.with_name(f".{path.name}{LAST}.{os.getpid()}.new")
    with contextlib.suppress(FileNotFoundError):
        link.unlink()
    try:
        os.link(path, link)
    except OSError:  # a file system without hard links
        shutil.copyfile(path, link)
    link.replace(last)


def pack(tables: Tables) -> bytes:
    """The bytes of a state: one JSON object with the tables and their checksum."""
    raw = msgspec.json.encode(tables)
    return msgspec.json.encode(Envelope(FORMAT, hashlib.sha256(raw).hexdigest(), msgspec.Raw(raw))) + b"\n"


def unpack(content: bytes) -> Tables:
    """The tables of a packed state.

    Raises:
        ValueError: It is not one, or does not match its checksum.
    """
    envelope = msgspec.json.decode(content, type=Envelope)
    raw = bytes(envelope.tables)
    if envelope.format != FORMAT:
        raise ValueError("not a file of this program's library")
    if hashlib.sha256(raw).hexdigest() != envelope.sha256:
        raise ValueError("its checksum does not match: the file is damaged")
    tables: Tables = msgspec.json.decode(raw, type=Tables)
    return tables


class DurableStorage(Storage):
    """TinyDB's storage in one file that always holds a whole state.

    Reading is kept in memory until the file on disk is another one. Within :meth:`transaction` writes gather in memory
    and reach the disk together; if anything fails, none of them has happened.

    Args:
        path: The file; missing means no tables yet.
        aside: Folder where a damaged file is set aside.
    """

    def __init__(self, path: Path, aside: Path) -> None:
        self.path = path
        self.aside = aside
        self.restored: str | None = None
        self._tables: Tables | None = None
        self._seen: tuple[int, int, int] | None = None
        self._open = False
        self.changed = False

    def read(self) -> Tables | None:
        """The tables as they stand on disk, or as the open transaction has made them."""
        if self._open:
            return self._tables
        seen = self._signature()
        if self._tables is None or seen != self._seen:
            self._tables = self._load()
            self._seen = self._signature()
        return self._tables

    def write(self, data: Tables) -> None:
        """Keep ``data``: on disk when this returns, or at the end of the open transaction."""
        self._tables = data
        self.changed = True
        if not self._open:
            self._flush()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Gather the writes of the block into one; an error undoes them all. The caller holds the writer's lock."""
        self.read()
        self._open = True
        self.changed = False
        try:
            yield
            if self.changed:
                self._flush()
        except BaseException:
            self._tables = self._seen = None
            raise
        finally:
            self._open = False

    def _flush(self) -> None:
        try:
            write_file(self.path, pack(self._tables or {}), keep_last=True)
        except NotWritten:
            self._tables = self._seen = None
            raise
        self._seen = self._signature()

    def _signature(self) -> tuple[int, int, int] | None:
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise LibraryBroken(f"{self.path} cannot be read: {_reason(error)}.", "Check its permissions.") from error
        return stat.st_ino, stat.st_mtime_ns, stat.st_size

    def _load(self) -> Tables:
        try:
            return unpack(self.path.read_bytes())
        except FileNotFoundError:
            return self._from_last("is gone", absent_is_new=True)
        except OSError as error:
            raise LibraryBroken(f"{self.path} cannot be read: {_reason(error)}.", "Check its permissions.") from error
        except (ValueError, msgspec.MsgspecError) as error:
            return self._from_last(str(error))

    def _from_last(self, why: str, *, absent_is_new: bool = False) -> Tables:
        """The state before, put in place of a damaged or missing file, which is set aside."""
        last = self.path.with_name(self.path.name + LAST)
        try:
            content = last.read_bytes()
            tables = unpack(content)
        except FileNotFoundError:
            if absent_is_new:
                return {}
            raise LibraryBroken(
                f"{self.path} cannot be read: {why}; there is no earlier state beside it. It is left untouched.",
                "Restore it from a copy, or move it away to begin anew.",
            ) from None
        except (OSError, ValueError, msgspec.MsgspecError) as error:
            raise LibraryBroken(
                f"{self.path} cannot be read: {why}; nor can {last.name}: {error}. Both are left untouched.",
                "Restore one of them from a copy.",
            ) from error
        if self.path.exists():
            make_folder(self.aside)
            spoilt = self.aside / f"{self.path.name}.{hashlib.sha256(self.path.read_bytes()).hexdigest()[:12]}.damaged"
            shutil.copy2(self.path, spoilt)
            self.restored = (
                f"{self.path.name} was damaged ({why}); the state before it is restored, {spoilt} is the rest."
            )
        else:
            self.restored = f"{self.path.name} was gone; the state before it is restored."
        write_file(self.path, content)
        return tables


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
