"""One writer at a time, across processes.

The lock is the operating system's, on a file of the library: it is released when its holder dies, so there are no stale
locks to clean up. Readers need none, since every state on disk is whole.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from briefing.errors import LibraryLocked, NotWritten
from briefing.store.durable import PRIVATE_FILE

PATIENCE = 10.0
"""Seconds to wait for another writer; each holds the lock for milliseconds."""


class WriterLock:
    """The right to write to one library; it may be taken again by the thread that holds it."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self.path = path
        self._lock = FileLock(path, timeout=patience, mode=PRIVATE_FILE, thread_local=False)
        self._threads = threading.RLock()

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock for the block.

        Raises:
            LibraryLocked: Another process did not let go in time.
            NotWritten: The lock's file cannot be made (read-only or vanished directory).
        """
        with self._threads:
            try:
                self._lock.acquire()
            except Timeout as error:
                raise LibraryLocked(
                    f"Another program is writing to the library {self.path.parent}.",
                    "Wait for it to finish, or close it; then do it again.",
                ) from error
            except OSError as error:
                raise NotWritten(
                    f"The library {self.path.parent} cannot be written to: {error.strerror or error}.",
                    "Check that the folder is there and writable, or choose another with --library.",
                ) from error
            try:
                yield
            finally:
                self._lock.release()
