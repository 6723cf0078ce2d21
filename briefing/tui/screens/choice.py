"""Choosing one of several, found by typing parts of its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from briefing.tui.screens.dialogs import Dialog
from briefing.tui.widgets.rows import FAINT, both_ends, source, stack, styled

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

_MOST = 200
"""Rows that are listed; typing finds the others."""


class Choice(NamedTuple):
    """One to choose: what is handed back, its name, a few words at the right, and a line below it."""

    id: str
    name: str
    tail: str = ""
    below: str = ""


class ChoiceDialog(Dialog[str]):
    """Asks for one of several.

    Args:
        title: What is asked.
        choices: In order.
        quoted: What it is about.
    """

    def __init__(self, title: str, choices: Sequence[Choice], *, quoted: str = "") -> None:
        super().__init__(title, quoted=quoted, hint="Type to find; ↑ ↓ choose   Enter takes it   Esc leaves")
        self.choices = choices
        self._found: Sequence[Choice] = ()
        self.input = Input(placeholder="Part of the name")
        self.list = OptionList(markup=False, compact=True)
        self.list.can_focus = False

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
        """Those whose name or line holds every word that is typed."""
        self._fill(event.value)

    def _fill(self, query: str) -> None:
        width = max(20, self.input.size.width)
        words = query.casefold().split()
        found = [c for c in self.choices if all(word in f"{c.name} {c.below}".casefold() for word in words)]
        self._found = found[:_MOST]
        self.list.set_options(Option(self._row(each, width), id=str(n)) for n, each in enumerate(self._found))
        self.list.highlighted = 0 if found else None

    def _row(self, each: Choice, width: int) -> Content:
        rows = [both_ends(source(each.name), styled(each.tail, FAINT), width)]
        if each.below:
            rows.append(Content("  ").append(source(each.below, FAINT, cells=width - 2)))
        return stack(rows)

    def on_key(self, event: events.Key) -> None:
        """Arrows go through the list while one types."""
        if event.key in ("down", "up") and self.list.option_count:
            event.stop()
            step = 1 if event.key == "down" else -1
            self.list.highlighted = ((self.list.highlighted or 0) + step) % self.list.option_count

    def on_input_submitted(self) -> None:
        """Take the chosen one."""
        index = self.list.highlighted
        self.dismiss(self._found[index].id if index is not None else None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the one that was clicked."""
        event.stop()
        self.dismiss(self._found[event.option_index].id)
