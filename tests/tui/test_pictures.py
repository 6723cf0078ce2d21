"""Pictures of every view, compared with those that were looked at and found good.

After a change that is meant: ``pytest tests/tui/test_pictures.py --snapshot-update``, and look at every new picture.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from briefing.tui.app import BriefingApp
from tests.tui import sample
from tests.tui.conftest import settled
from tests.tui.pictures import portable

Compare = Callable[..., bool]
Look = Callable[..., bool]

SIZES = [(80, 24), (120, 40), (200, 50)]


class Drawn(BriefingApp):
    """The program, whose pictures name no fonts from elsewhere."""

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        return portable(super().export_screenshot(title=title, simplify=simplify))


@pytest.fixture
def look(sample_folder: Path, tmp_path: Path, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> Look:
    """``look(size, *keys, theme=...)``: whether the screen looks after these keys as it did."""
    monkeypatch.setattr("briefing.workspace.marks.now", lambda: "2009-06-15T08:00:00.000Z")
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr(TextArea, "cursor_blink", False)

    def compare(size: tuple[int, int], *keys: str, empty: bool = False, **screen: Any) -> bool:
        folder = tmp_path / "library"
        if not empty:
            shutil.copytree(sample_folder, folder)

        async def press(pilot: Pilot[None]) -> None:
            await settled(pilot)
            for key in keys:
                await pilot.press(key)
                await settled(pilot)
            await settled(pilot)

        app = Drawn(sample.open_library(folder, **screen), background=False)
        return snap_compare(app, terminal_size=size, run_before=press)

    return compare


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_reading(look: Look, size: tuple[int, int]) -> None:
    assert look(size, "n", "n")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_claims(look: Look, size: tuple[int, int]) -> None:
    assert look(size, "1", "home", "+", "-")


@pytest.mark.parametrize("theme", ["briefing-light", "high-contrast", "ansi"])
def test_other_themes(look: Look, theme: str) -> None:
    assert look((120, 40), "n", "n", "h", "1", theme=theme)


@pytest.mark.parametrize("panel", ["entities", "facts", "notes", "timeline", "wording"])
def test_panels(look: Look, panel: str) -> None:
    keys = {
        "entities": ("2", "j", "j", "enter"),
        "facts": ("n", "n", "n", "3"),
        "notes": ("h", "n", "n", "h", "h", "n", "V", "t", "l", "o", "a", "n", "enter", "4"),
        "timeline": ("5", "home"),
        "wording": ("7", "home"),
    }
    assert look((120, 40), *keys[panel])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_claims_by_source(look: Look, size: tuple[int, int]) -> None:
    assert look(size, "8", "g", "+", "j", "right")


@pytest.mark.parametrize("theme", ["briefing-light", "ansi"])
def test_claims_by_source_in_other_themes(look: Look, theme: str) -> None:
    assert look((120, 40), "8", "g", "right", theme=theme)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_sources(look: Look, size: tuple[int, int]) -> None:
    assert look(size, "6", "A", "b", "enter", "j", "j")


def test_claims_by_source_in_ascii(look: Look) -> None:
    assert look((80, 24), "8", "g", ascii=True)


def test_narrowing(look: Look) -> None:
    assert look((80, 24), "F", "o", "n")


def test_ascii(look: Look) -> None:
    assert look((120, 40), "n", "n", "h", "1", ascii=True)


def test_selecting(look: Look) -> None:
    assert look((120, 40), "n", "n", "v", "w", "w", "w", "v", "w", "w")


def test_a_note(look: Look) -> None:
    assert look((80, 24), "n", "n", "a", "w", "h", "y")


def test_the_palette(look: Look) -> None:
    assert look((80, 24), ":", "n", "o", "t")


def test_help(look: Look) -> None:
    assert look((120, 40), "f1")


def test_an_empty_library(look: Look) -> None:
    assert look((80, 24), empty=True)


def test_the_smallest(look: Look) -> None:
    assert look((60, 20), "n", "n")
