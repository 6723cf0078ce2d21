"""How the layers and signs of a text look, from the variables of the theme.

Component classes would do the same, at the price of matching some twenty of them against the style sheet for every
column before the first text can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.color import Color
from textual.style import Style


class Look(NamedTuple):
    """Names of theme variables, without their ``$``; ``style`` names one, ``added`` is what always holds."""

    foreground: str = ""
    background: str = ""
    style: str = ""
    added: str = ""


_LOOKS: dict[str, Look] = {
    "furniture": Look("faint"),
    "headline": Look(added="bold"),
    "here": Look(background="here", style="here-style"),
    "beside": Look(background="beside", style="beside-style"),
    "word": Look(background="word", style="word-style"),
    "mention": Look("mention", added="bold underline"),
    "found": Look(background="found", style="found-style"),
    "selected": Look("selected-text", "selected", "selected-style"),
    "noted": Look(added="underline"),
    **{f"mark-{name}": Look("mark-text", f"mark-{name}", "mark-style") for name in ("yellow", "green", "blue", "pink")},
    **{name: Look(name, added="bold") for name in ("agreed", "compatible", "conflict", "update")},
    "single": Look("single"),
    "cursor": Look("frame-active"),
    "lit": Look("agreed"),
    "sign": Look("accent", added="bold"),
}


def text_styles(variables: Mapping[str, str]) -> dict[str, Style]:
    """Styles by layer and sign, to be added to the style of the text."""
    return {name: _style(look, variables) for name, look in _LOOKS.items()}


def _ground(value: str) -> Color | None:
    """A background; a terminal's default one would only hide the layer below."""
    return None if value == "ansi_default" else Color.parse(value)


def _style(look: Look, variables: Mapping[str, str]) -> Style:
    words = f"{variables[look.style] if look.style else ''} {look.added}".split()
    return Style(
        foreground=Color.parse(variables[look.foreground]) if look.foreground else None,
        background=_ground(variables[look.background]) if look.background else None,
        bold=True if "bold" in words else None,
        underline=True if "underline" in words else None,
        reverse=True if "reverse" in words else None,
    )
