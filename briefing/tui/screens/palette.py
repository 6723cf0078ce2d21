"""Any command by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.fuzzy import Matcher
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from briefing.tui.commands.bindings import key_sign
from briefing.tui.commands.command import Command, Context
from briefing.tui.commands.declared import COMMANDS
from briefing.tui.screens.dialogs import Dialog
from briefing.tui.widgets.rows import FAINT, both_ends, stack, styled

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from briefing.tui.commands import Keymap

_NOT_LISTED = frozenset({"palette", "help-here"})


class PaletteDialog(Dialog[str]):
    """Commands that can be given here, found by typing parts of their names.

    Args:
        keys: Keys of the commands.
        context: Where the reader is.
    """

    def __init__(self, keys: Keymap, context: Context) -> None:
        super().__init__("Commands", hint="Type to find; ↑ ↓ choose   Enter does it   Esc leaves")
        self.keys = keys
        self.offered = [
            each
            for each in COMMANDS
            if each.id not in _NOT_LISTED and (context in each.contexts or "everywhere" in each.contexts)
        ]
        self.input = Input(placeholder="Command")
        self.list = OptionList(markup=False, compact=True)
        self.list.can_focus = False

    def inside(self) -> ComposeResult:
        """The line and the list."""
        yield self.input
        yield self.list

    def on_mount(self) -> None:
        """All commands, to begin with."""
        super().on_mount()
        self.call_after_refresh(self._fill, "")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Those that match what is typed."""
        self._fill(event.value)

    def _fill(self, query: str) -> None:
        width = max(20, self.input.size.width)
        if query:
            matcher = Matcher(query)
            ranked = [(max(matcher.match(each.title), 0.6 * matcher.match(each.help)), each) for each in self.offered]
            found = [each for score, each in sorted(ranked, key=lambda pair: -pair[0]) if score > 0]
        else:
            found = self.offered
        self.list.set_options(Option(self._row(each, width), id=each.id) for each in found)
        self.list.highlighted = 0 if found else None

    def _row(self, each: Command, width: int) -> Content:
        keys = " ".join(key_sign(key) for key in self.keys[each.id])
        return stack([both_ends(styled(each.title, "bold"), styled(keys, "$primary"), width),
                      styled(f"  {each.help}", FAINT).truncate(width, ellipsis=True)])  # fmt: skip

    def on_key(self, event: events.Key) -> None:
        """Arrows go through the list while one types."""
        if event.key in ("down", "up") and self.list.option_count:
            event.stop()
            step = 1 if event.key == "down" else -1
            self.list.highlighted = ((self.list.highlighted or 0) + step) % self.list.option_count

    def on_input_submitted(self) -> None:
        """Do the chosen one."""
        option = self.list.highlighted_option
        self.dismiss(option.id if option else None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do the one that was clicked."""
        event.stop()
        self.dismiss(event.option_id)
