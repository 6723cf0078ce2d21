"""Which key gives which command: the declared keys, and the reader's own from the settings, checked."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

from briefing.errors import BrokenSettings
from briefing.tui.commands.command import PANELS, Command, Context
from briefing.tui.commands.declared import COMMANDS

Keymap = Mapping[str, tuple[str, ...]]
"""Keys by command id, the one to show in front."""

_PLACES: tuple[Context, ...] = ("text", "selecting", "stories", *PANELS, "matrix")
_NAMED = frozenset(
    [
        "space",
        "enter",
        "escape",
        "tab",
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pageup",
        "pagedown",
        "insert",
        "delete",
        "backspace",
        "comma",
    ]
) | {f"f{number}" for number in range(1, 25)}
_MODIFIED = re.compile(r"(?:(?:shift|ctrl|alt)\+)+(?=.)")


def keymap(own: Mapping[str, str] | None = None) -> Keymap:
    """Keys of every command.

    Args:
        own: The reader's keys by command id, several separated by commas or spaces (``settings.keys``).

    Raises:
        BrokenSettings: An unknown command, a key that no terminal sends, or one key for two commands in one place.
    """
    own = own or {}
    known = {each.id for each in COMMANDS}
    for command_id in own:
        if command_id not in known:
            near = difflib.get_close_matches(command_id, known, 1)
            raise BrokenSettings(
                f"keys: there is no command {command_id!r}.",
                f"Did you mean {near[0]!r}?" if near else "`briefing keys` lists every command.",
            )
    keys = {each.id: _parse(each.id, own[each.id]) if each.id in own else each.keys for each in COMMANDS}
    return _without_clashes(keys, own)


def _parse(command_id: str, value: str) -> tuple[str, ...]:
    keys = tuple(key for key in re.split(r"[,\s]+", value.strip()) if key)
    if not keys:
        raise BrokenSettings(f"keys: {command_id!r} has no key.", "Name one, or remove the line for the default.")
    for key in keys:
        base = _MODIFIED.sub("", key, count=1)
        if base not in _NAMED and not (len(base) == 1 and base.isprintable()):
            raise BrokenSettings(
                f"keys: {key!r} for {command_id!r} is not a key.",
                "Write one character, or a name such as space, f2, pagedown, shift+tab, ctrl+p.",
            )
    return keys


def places(each: Command) -> tuple[Context, ...]:
    """Where a command can be given, with ``everywhere`` spelled out."""
    return _PLACES if "everywhere" in each.contexts else each.contexts


def _without_clashes(keys: dict[str, tuple[str, ...]], own: Mapping[str, str]) -> Keymap:
    """The keys, where each means one thing in each place.

    A key the reader chose is taken from commands that had it by default, as long as they keep another one.
    """
    owners: dict[tuple[Context, str], Command] = {}
    for each in sorted(COMMANDS, key=lambda each: each.id not in own):
        for place in places(each):
            for key in keys[each.id]:
                other = owners.setdefault((place, key), each)
                if other is each:
                    continue
                left = tuple(k for k in keys[each.id] if k != key)
                if each.id in own or not left:
                    raise BrokenSettings(
                        f"keys: {key!r} would be both {other.id!r} and {each.id!r} ({place}).",
                        f"Give one of the two another key, for instance {each.id!r}.",
                    )
                keys[each.id] = left
    return keys
