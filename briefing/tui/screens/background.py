"""The work that goes on while one reads: analysis and comparison in worker processes, heard of by messages."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from briefing.errors import BriefingError
from briefing.tui import messages

if TYPE_CHECKING:
    from briefing.model import Article, Story
    from briefing.workspace import Workspace


LEDGER_AFTER = 0.3
"""Seconds before the first ledger is begun, so that it does not delay the first text."""


class LedgerWork:
    """Draws up the ledger of the story that is open, once for each comparison, in a thread.

    Args:
        screen: Where the thread is started, and who is told.
        workspace: The library.
    """

    def __init__(self, screen: Screen[None], workspace: Workspace) -> None:
        self._screen = screen
        self._workspace = workspace
        self._begun: Story | None = None

    def want(self, story: Story) -> None:
        """Begin, unless this one has been begun already."""
        if story is self._begun:
            return
        wait = LEDGER_AFTER if self._begun is None else 0
        self._begun = story
        self._screen.run_worker(lambda: self._draw(story, wait), group="ledger", thread=True, exit_on_error=False)

    def _draw(self, story: Story, wait: float) -> None:
        time.sleep(wait)
        if story is self._begun:
            self._screen.post_message(messages.LedgerDrawn(story, self._workspace.ledger(story)))


class BackgroundWork:
    """One run of :meth:`Workspace.refresh` in a thread; it only posts messages.

    Args:
        screen: Where the thread is started, and who is told.
        workspace: The library.
    """

    def __init__(self, screen: Screen[None], workspace: Workspace) -> None:
        self._screen = screen
        self._workspace = workspace
        self._cancelled = threading.Event()
        self.failures: list[tuple[Article, BriefingError]] = []

    def start(self) -> None:
        """Begin; an earlier run is called off."""
        self._cancelled.set()
        self._cancelled = threading.Event()
        cancelled = self._cancelled
        self._screen.run_worker(lambda: self._run(cancelled), group="refresh", thread=True, exit_on_error=False)

    def stop(self) -> None:
        """Call it off; what is unfinished is begun anew next time."""
        self._cancelled.set()

    def _run(self, cancelled: threading.Event) -> None:
        tell = _Teller(self._screen, cancelled)
        error: BriefingError | None = None
        try:
            self._workspace.refresh(
                progress=lambda stage, done, total: tell(messages.Progressed(stage, done, total)),
                on_findings=lambda article, findings: tell(messages.FindingsArrived(article, findings)),
                on_groups=lambda: tell(messages.GroupsChanged()),
                on_story=lambda story: tell(messages.StoryArrived(story)),
                on_failure=lambda article, failure: tell(messages.ArticleFailed(article, failure)),
                cancelled=cancelled.is_set,
            )
        except BriefingError as failure:
            error = failure
        except Exception as failure:  # noqa: BLE001 - a fault in the background must not take the reading away
            error = BriefingError(f"The analysis stopped: {failure!r}.", "What is open can be read and marked on.")
        tell(messages.RefreshEnded(error))


class _Teller:
    """Posts messages to the screen as long as the run is wanted."""

    def __init__(self, screen: MessagePump, cancelled: threading.Event) -> None:
        self._screen = screen
        self._cancelled = cancelled

    def __call__(self, message: Message) -> None:
        if not self._cancelled.is_set():
            self._screen.post_message(message)
