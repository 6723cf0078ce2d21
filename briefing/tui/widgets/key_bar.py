"""The bottom line: the keys that matter where the reader is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from briefing.tui.commands.bindings import key_sign
from briefing.tui.commands.command import NEEDS_NO_STORY, Command, Context
from briefing.tui.commands.declared import COMMANDS
from briefing.tui.widgets.rows import styled

if TYPE_CHECKING:
    from briefing.tui.commands import Keymap


class KeyBar(Static):
    """Keys with one or two words each; the weightiest where room is short, in the order of the declarations.

    Args:
        keys: Keys of the commands.
    """

    def __init__(self, keys: Keymap, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self.keys = keys
        self.context: Context = "text"
        self.without_story = False

    def show(self, context: Context, without_story: bool = False) -> None:
        """Show the keys of a context; where no story is open, those that need none."""
        self.context = context
        self.without_story = without_story
        self.update(self._line(), layout=False)

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self.show(self.context, self.without_story)

    def _line(self) -> Content:
        room = self.size.width - 1
        chosen: set[str] = set()
        pieces = {each.id: self._piece(each) for each in self._offered()}
        for each in sorted(self._offered(), key=lambda each: -each.weight):
            if pieces[each.id].cell_length + 2 <= room:
                room -= pieces[each.id].cell_length + 2
                chosen.add(each.id)
        shown = [pieces[each.id] for each in self._offered() if each.id in chosen]
        return Content.assemble(" ", Content("  ").join(shown))

    def _offered(self) -> Iterator[Command]:
        for each in COMMANDS:
            if self.without_story and each.group not in NEEDS_NO_STORY:
                continue
            if each.label and (self.context in each.contexts or "everywhere" in each.contexts):
                yield each

    def _piece(self, each: Command) -> Content:
        sign = " ".join(key_sign(self.keys[command_id][0]) for command_id in (each.id, *each.beside))
        piece = Content.assemble(styled(sign, "bold $primary"), " ", styled(each.label, "$faint"))
        return piece.stylize(Style.from_meta({"command": each.id}))
