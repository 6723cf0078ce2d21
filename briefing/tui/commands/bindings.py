"""Textual key bindings made of the declared commands."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode

from briefing.tui.commands.command import Context
from briefing.tui.commands.declared import COMMANDS
from briefing.tui.commands.keymap import Keymap

_SIGNS = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "backspace": "Backspace",
    "comma": ",",
}


def bind(node: DOMNode, contexts: Iterable[Context], keys: Keymap) -> None:
    """Give a widget or screen the keys of all commands of these contexts, beside those it inherits.

    Textual's keymap cannot hold one key for two commands of a widget, of which only one is available at a time
    (words are selected in the text, or not); so the bindings are set on the instance.
    """
    wanted = set(contexts)
    own = BindingsMap(
        Binding(",".join(keys[each.id]), f"screen.command('{each.id}')", each.title, id=each.id, show=False)
        for each in COMMANDS
        if wanted & set(each.contexts)
    )
    inherited = node._bindings.key_to_bindings
    node._bindings = BindingsMap.from_keys({**inherited, **own.key_to_bindings})


def key_sign(key: str) -> str:
    """A key as a reader knows it: ``pagedown`` is ``PgDn``, ``f1`` is ``F1``."""
    if key in _SIGNS:
        return _SIGNS[key]
    if key.startswith("ctrl+"):
        return "Ctrl+" + key.removeprefix("ctrl+").upper()
    return key.upper() if len(key) > 1 else key
