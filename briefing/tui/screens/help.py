"""Every key, by what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from briefing.tui.commands.bindings import key_sign
from briefing.tui.commands.command import Command, Context
from briefing.tui.commands.declared import COMMANDS
from briefing.tui.glyphs import STATUS_WORDS
from briefing.tui.screens.dialogs import Dialog
from briefing.tui.widgets.rows import FAINT, hang, stack, styled

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from briefing.model import ClaimStatus
    from briefing.tui.commands import Keymap
    from briefing.tui.glyphs import Glyphs

_KEY_ROOM = 17
_MEANINGS: dict[ClaimStatus, str] = {
    "agreed": "two or more origins state it",
    "compatible": "worded or counted otherwise, but the same once worked out",
    "conflict": "the accounts cannot both hold",
    "update": "a later report revises an earlier one, or a plan has been carried out",
    "single": "one origin alone tells it",
}


class HelpDialog(Dialog[None]):
    """The help.

    Args:
        keys: Keys of the commands.
        context: Where the reader is; its commands are in bold.
        glyphs: The signs in use.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,f1,question_mark,enter", "leave", "Leave", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown", "scroll(15)", "Page down", show=False),
        Binding("b,pageup", "scroll(-15)", "Page up", show=False),
    ]

    def __init__(self, keys: Keymap, context: Context, glyphs: Glyphs) -> None:
        super().__init__("Keys", hint="j k scroll   Esc leaves")
        self.keys = keys
        self.context = context
        self.glyphs = glyphs
        self.box.add_class("-large")
        self.text = Static("", classes="help-text", markup=False)

    def inside(self) -> ComposeResult:
        """The table."""
        with VerticalScroll():
            yield self.text

    def on_resize(self) -> None:
        """Write it for the width."""
        self.call_after_refresh(self._write)

    def _write(self) -> None:
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        self.text.update(stack(self._rows(max(30, width))))

    def _rows(self, width: int) -> Iterator[Content]:
        yield styled("Signs beside the text", "bold $primary")
        for status, words in _MEANINGS.items():
            sign = styled(f"  {self.glyphs.standing(status)} {STATUS_WORDS[status]}", f"bold ${status}")
            yield hang(sign.pad_right(max(1, _KEY_ROOM - sign.cell_length)), styled(words, ""), width)
        for group, commands in groupby(COMMANDS, key=lambda each: each.group):
            yield Content()
            yield styled(group, "bold $primary")
            for each in commands:
                yield self._row(each, width)

    def _row(self, each: Command, width: int) -> Content:
        keys = "  " + " ".join(key_sign(key) for key in self.keys[each.id])
        lead = styled(keys, "bold").pad_right(max(1, _KEY_ROOM - len(keys)))
        places = "" if {"everywhere", "text"} & set(each.contexts) else f" ({', '.join(each.contexts)})"
        words = styled(each.title, "bold" if {self.context, "everywhere"} & set(each.contexts) else "").append(
            styled(f"  {each.help}", FAINT)
        )
        return hang(lead, words.append(styled(places, FAINT)), width)

    def action_scroll(self, rows: int) -> None:
        """Scroll."""
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)
