"""Any command by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.fuzzy import Matcher

from briefing.tui.commands.bindings import key_sign
from briefing.tui.commands.command import Command, Context
from briefing.tui.commands.declared import COMMANDS
from briefing.tui.screens.finder import Finder, Row
from briefing.tui.widgets.rows import FAINT, both_ends, stack, styled

if TYPE_CHECKING:
    from briefing.tui.commands import Keymap

_NOT_LISTED = frozenset({"palette", "help-here"})
_HELP = 0.6
"""What a match in the help counts beside one in the title."""


class PaletteDialog(Finder):
    """Commands that can be given here, found by typing parts of their names.

    Args:
        keys: Keys of the commands.
        context: Where the reader is.
    """

    def __init__(self, keys: Keymap, context: Context) -> None:
        hint = "Type to find; ↑ ↓ choose   Enter does it   Esc leaves"
        super().__init__("Commands", placeholder="Command", hint=hint)
        self.keys = keys
        self.offered = [
            each
            for each in COMMANDS
            if each.id not in _NOT_LISTED and (context in each.contexts or "everywhere" in each.contexts)
        ]

    def rows(self, query: str, width: int) -> Sequence[Row]:
        """Those that match what is typed, the nearest first."""
        found = self.offered
        if query:
            matcher = Matcher(query)
            ranked = [(max(matcher.match(each.title), _HELP * matcher.match(each.help)), each) for each in found]
            found = [each for score, each in sorted(ranked, key=lambda pair: -pair[0]) if score > 0]
        return [(each.id, self._row(each, width)) for each in found]

    def _row(self, each: Command, width: int) -> Content:
        keys = " ".join(key_sign(key) for key in self.keys[each.id])
        return stack([both_ends(styled(each.title, "bold"), styled(keys, "$primary"), width),
                      styled(f"  {each.help}", FAINT).truncate(width, ellipsis=True)])  # fmt: skip
