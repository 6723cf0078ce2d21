"""Colours that can be read: WCAG AA on every ground they stand on."""

from __future__ import annotations

import itertools

import pytest
from textual.color import Color
from textual.theme import Theme

from briefing.tui.theme import DEFAULTS, HIGHLIGHTS, STANDING, THEMES

_AA = 4.5
_SOLID = [theme for theme in THEMES if not theme.ansi]


def _ratio(one: str, other: str) -> float:
    a, b = (_luminance(Color.parse(colour)) for colour in (one, other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def _luminance(colour: Color) -> float:
    parts = [c / 255 for c in (colour.r, colour.g, colour.b)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", _SOLID, ids=lambda theme: theme.name)
def test_text_and_signs_can_be_read_on_every_ground(theme: Theme) -> None:
    v = {**theme.variables, "background": theme.background, "surface": theme.surface, "panel": theme.panel}
    v |= {"foreground": theme.foreground, "primary": theme.primary, "accent": theme.accent}
    plain = ("foreground", "primary", "accent", "faint", "mention", *STANDING)
    grounds = ("background", "surface", "panel")
    pairs = [
        *itertools.product(plain, grounds),
        *itertools.product(("foreground",), ("here", "beside", "word", "found")),
        *itertools.product(("faint", *STANDING), ("block-cursor-background", "block-cursor-blurred-background")),
        ("block-cursor-foreground", "block-cursor-background"),
        ("selected-text", "selected"),
        *(("mark-text", f"mark-{name}") for name in HIGHLIGHTS),
    ]
    low = {
        f"{a} on {b}": round(_ratio(str(v[a]), str(v[b])), 2) for a, b in pairs if _ratio(str(v[a]), str(v[b])) < _AA
    }
    assert not low


def test_every_theme_has_every_variable() -> None:
    for theme in THEMES:
        missing = {name for name in DEFAULTS if name not in theme.variables and not name.startswith("scrollbar")}
        assert missing <= {"block-hover-background"}, theme.name
