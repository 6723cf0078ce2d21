"""Every command, declared once: the table that keys, footer, palette, help and ``briefing keys`` are made from."""

from __future__ import annotations

from briefing.tui.commands.command import Command
from briefing.tui.commands.declared.marking import MARKING_COMMANDS
from briefing.tui.commands.declared.reading import READING_COMMANDS
from briefing.tui.commands.declared.rooms import ROOM_COMMANDS

COMMANDS: tuple[Command, ...] = READING_COMMANDS + MARKING_COMMANDS + ROOM_COMMANDS

_BY_ID = {each.id: each for each in COMMANDS}


def command(command_id: str) -> Command:
    """The command of this id.

    Raises:
        KeyError: There is none.
    """
    return _BY_ID[command_id]
