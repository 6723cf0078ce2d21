"""Standard error: what went wrong, and how far long work is."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.errors import BriefingError

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from briefing.workspace import Progress

PATIENCE = 1.0
"""Seconds before work is worth a progress bar."""


def say(line: str) -> None:
    """One line to the person; nothing of a source's text in it is obeyed by the terminal."""
    from briefing.model.visible import visible_line

    print(visible_line(line), file=sys.stderr)


def tell(error: BriefingError) -> None:
    """An error: title, message, and the way out on a line of its own."""
    say(f"{error.title}: {error.message}")
    if error.hint:
        say(f"  {error.hint}")


@contextlib.contextmanager
def progress() -> Iterator[Progress]:
    """A progress callback that draws bars on a terminal once the work takes over a second; else it is silent."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    bars = _Bars()
    try:
        yield bars.report
    finally:
        bars.stop()


class _Bars:
    """Rich's progress bars, made when they are first worth it."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._bar: Bar | None = None
        self._tasks: dict[str, TaskID] = {}

    def report(self, stage: str, done: int, total: int) -> None:
        if self._bar is None:
            if time.monotonic() - self._began < PATIENCE and done:
                return
            self._bar = self._start()
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(stage, total=total or None)
        self._bar.update(self._tasks[stage], completed=done, total=total or None)

    def stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()

    @staticmethod
    def _start() -> Bar:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

        bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        bar.start()
        return bar
