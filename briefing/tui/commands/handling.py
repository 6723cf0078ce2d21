"""From a command's id to what it does, and whether it can be done here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from briefing.tui.commands.command import NEEDS_NO_STORY
from briefing.tui.commands.declared import command

if TYPE_CHECKING:
    from briefing.tui.screens.main import MainScreen

Handler = Callable[["MainScreen"], object]
"""Acts on the reading room; may be a coroutine function."""

_HANDLERS: dict[str, Handler] = {}

F = TypeVar("F", bound=Handler)


def does(command_id: str) -> Callable[[F], F]:
    """Declare a function to be what a command does.

    Raises:
        KeyError: No such command is declared.
    """
    command(command_id)

    def register(function: F) -> F:
        _HANDLERS[command_id] = function
        return function

    return register


def handler(command_id: str) -> Handler:
    """What a command does."""
    from briefing.tui.commands import (  # noqa: F401
        articles,
        correcting,
        judging,
        marking,
        moving,
        panels,
        selecting,
        sharing,
        table,
    )

    return _HANDLERS[command_id]


def available(desk: MainScreen, command_id: str) -> bool:
    """Whether a command can be given where the reader is."""
    each = command(command_id)
    if each.group not in NEEDS_NO_STORY and desk.sheets is None:
        return False
    if "everywhere" in each.contexts:
        return desk.text.chooser is None or command_id not in _NOT_WHILE_SELECTING
    return desk.context in each.contexts


_NOT_WHILE_SELECTING = frozenset(
    {"next-difference", "previous-difference", "next-of-kind", "previous-of-kind", "next-mention", "previous-mention"}
)
