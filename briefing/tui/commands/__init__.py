"""Every command of the screen, declared once.

:mod:`~briefing.tui.commands.declared` is the table from which key bindings, footer, palette, help, ``briefing keys``
and the README's table are made; it and :mod:`~briefing.tui.commands.keymap` know nothing of Textual. The other
modules hold what the commands do.
"""

from __future__ import annotations

from briefing.tui.commands.command import Command, Context
from briefing.tui.commands.declared import COMMANDS, command
from briefing.tui.commands.keymap import Keymap, keymap

__all__ = ["COMMANDS", "Command", "Context", "Keymap", "command", "keymap"]
