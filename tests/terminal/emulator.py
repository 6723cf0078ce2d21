"""The real program in a real pty, seen through a terminal emulator."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pexpect
import pyte

PATIENCE = 60.0
"""Seconds to wait for something to show; far more than it takes, so that a busy machine fails no test."""


class Terminal:
    """A program running in a terminal of a fixed size.

    Args:
        command: The program and its arguments.
        columns, rows: The terminal's size in cells.
        environ: Added to the process's environment.
    """

    def __init__(
        self, command: Sequence[str], *, columns: int = 120, rows: int = 40, environ: Mapping[str, str] | None = None
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environ or {})}
        for size in ("COLUMNS", "LINES"):  # would go before the size of the pty
            env.pop(size, None)
        self.process: Any = pexpect.spawn(
            command[0], list(command[1:]), dimensions=(rows, columns), env=env, timeout=PATIENCE, cwd=str(Path.cwd())
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.close(force=True)

    def press(self, *keys: str) -> None:
        """Type keys, as the bytes a terminal sends."""
        for key in keys:
            self.process.send(key)

    def read(self, timeout: float = 0.05) -> bool:
        """Take in what the program has written; False where there was nothing within ``timeout`` seconds."""
        written = self.bytes(timeout)
        self._stream.feed(written)
        return bool(written)

    def bytes(self, timeout: float) -> bytes:
        """What the program has written, as it is; empty where there was nothing within ``timeout`` seconds."""
        try:
            return bytes(self.process.read_nonblocking(1 << 16, timeout))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return b""

    def wait_for(self, text: str, *, gone: bool = False, patience: float = PATIENCE) -> str:
        """The screen once ``text`` is on it (or no longer is).

        Raises:
            AssertionError: It did not come within ``patience`` seconds; the message holds the screen.
        """
        end = time.monotonic() + patience
        while (text in self.text()) is gone:
            self.read()
            if time.monotonic() > end or (not self.process.isalive() and not self.read()):
                break
        assert (text in self.text()) is not gone, f"{text!r} {'still' if gone else 'not'} on the screen:\n{self.text()}"
        return self.text()

    def wait_for_end(self) -> int:
        """The exit status, once the program has ended."""
        end = time.monotonic() + PATIENCE
        while self.process.isalive():
            self.read()
            assert time.monotonic() < end, f"still running:\n{self.text()}"
        self.process.close()
        return int(self.process.exitstatus if self.process.exitstatus is not None else -self.process.signalstatus)

    def text(self) -> str:
        """What is on the screen, trailing blanks cut."""
        return "\n".join(line.rstrip() for line in self.screen.display)
