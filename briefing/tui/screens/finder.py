"""A line above a list: typing leaves what matches, arrows choose, Enter takes."""

from __future__ import annotations

import abc
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from briefing.tui.screens.dialogs import Dialog

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

Row = tuple[str, Content]
"""What is handed back for a row, and how it looks."""
_NARROWEST = 20


class Finder(Dialog[str]):
    """Asks for one of several, found by typing.

    Args:
        title: What is asked.
        placeholder: What the empty line says.
        hint: The keys.
        quoted: What it is about.
    """

    def __init__(self, title: str, *, placeholder: str, hint: str, quoted: str = "") -> None:
        super().__init__(title, quoted=quoted, hint=hint)
        self.input = Input(placeholder=placeholder)
        self.list = OptionList(markup=False, compact=True)
        self.list.can_focus = False
        self._ids: Sequence[str] = ()

    @abc.abstractmethod
    def rows(self, query: str, width: int) -> Sequence[Row]:
        """The rows that match ``query``, all where it is empty, best first; each ``width`` cells wide."""

    def inside(self) -> ComposeResult:
        """The line and the list."""
        yield self.input
        yield self.list

    def on_mount(self) -> None:
        """All, to begin with."""
        super().on_mount()
        self.input.focus()
        self.call_after_refresh(self._fill, "")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Those that match what is typed."""
        self._fill(event.value)

    def _fill(self, query: str) -> None:
        rows = self.rows(query, max(_NARROWEST, self.input.size.width))
        self._ids = [id_ for id_, _ in rows]
        # numbered, since what is chosen may be any text and a list takes each name once
        self.list.set_options(Option(row, id=str(number)) for number, (_, row) in enumerate(rows))
        self.list.highlighted = 0 if rows else None

    def on_key(self, event: events.Key) -> None:
        """Arrows go through the list while one types."""
        if event.key in ("down", "up") and self.list.option_count:
            event.stop()
            step = 1 if event.key == "down" else -1
            self.list.highlighted = ((self.list.highlighted or 0) + step) % self.list.option_count

    def on_input_submitted(self) -> None:
        """Take the chosen one."""
        index = self.list.highlighted
        self.dismiss(self._ids[index] if index is not None else None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the one that was clicked."""
        event.stop()
        self.dismiss(self._ids[event.option_index])
