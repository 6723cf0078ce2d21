"""Choosing one of several, found by typing parts of its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from briefing.tui.screens.finder import Finder, Row
from briefing.tui.widgets.rows import FAINT, both_ends, source, stack, styled

_MOST = 200
"""Rows that are listed; typing finds the others."""


class Choice(NamedTuple):
    """One to choose: what is handed back, its name, a few words at the right, and a line below it."""

    id: str
    name: str
    tail: str = ""
    below: str = ""


class ChoiceDialog(Finder):
    """Asks for one of several.

    Args:
        title: What is asked.
        choices: In order.
        quoted: What it is about.
    """

    def __init__(self, title: str, choices: Sequence[Choice], *, quoted: str = "") -> None:
        hint = "Type to find; ↑ ↓ choose   Enter takes it   Esc leaves"
        super().__init__(title, placeholder="Part of the name", hint=hint, quoted=quoted)
        self.choices = choices

    def rows(self, query: str, width: int) -> Sequence[Row]:
        """Those whose name or line holds every word that is typed."""
        words = query.casefold().split()
        found = [c for c in self.choices if all(word in f"{c.name} {c.below}".casefold() for word in words)]
        return [(each.id, _row(each, width)) for each in found[:_MOST]]


def _row(each: Choice, width: int) -> Content:
    rows = [both_ends(source(each.name), styled(each.tail, FAINT), width)]
    if each.below:
        rows.append(Content("  ").append(source(each.below, FAINT, cells=width - 2)))
    return stack(rows)
