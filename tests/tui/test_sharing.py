"""Export, palette, help, themes, leaving."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.tui.theme import THEMES
from tests.tui.conftest import Open


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def test_the_summary_is_looked_at_and_written(open_sample: Open, tmp_path: Path) -> None:
    async with open_sample() as reader:
        await reader.press("e")
        assert "Belarus and the CSTO summit" in reader.screen_text()
        before = reader.screen_text()
        await reader.press("pagedown")
        assert reader.screen_text() != before
        await reader.press("enter")
        written = (tmp_path / "belarus-and-the-csto-summit.md").read_text("utf-8")
        assert written == reader.workspace.export("s-summit", "md")
        assert len(reader.app.screen_stack) == 1


async def test_another_format_takes_another_ending(open_sample: Open, tmp_path: Path) -> None:
    async with open_sample() as reader:
        await reader.press("e", "tab", "tab", "enter")
        assert (tmp_path / "belarus-and-the-csto-summit.csv").is_file()


async def test_a_foreign_file_is_overwritten_only_when_asked(open_sample: Open, tmp_path: Path) -> None:
    foreign = tmp_path / "belarus-and-the-csto-summit.md"
    foreign.write_text("my own", "utf-8")
    async with open_sample() as reader:
        await reader.press("e", "enter")
        assert "was not written by briefing" in reader.screen_text()
        await reader.press("n")
        assert foreign.read_text("utf-8") == "my own"
        await reader.press("enter", "y")
        assert foreign.read_text("utf-8") != "my own"


async def test_a_folder_that_is_not_there_is_told(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("e", "home")
        await reader.type("gone/")
        await reader.press("enter")
        assert "could not be written" in reader.screen_text()


async def test_the_palette_finds_a_command_by_its_name(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press(":")
        await reader.type("timeline")
        assert "What happened when" in reader.screen_text()
        await reader.press("enter")
        assert reader.desk.panel.chosen == "timeline"


async def test_the_palette_is_left_without_a_change(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("ctrl+p", "down", "escape")
        assert len(reader.app.screen_stack) == 1
        assert reader.workspace.annotations() == ()


async def test_help_shows_every_key_and_scrolls(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("f1")
        assert "Signs beside the text" in reader.screen_text()
        for _ in range(12):
            await reader.press("space")
        assert "Leave; everything is saved already" in reader.screen_text()
        await reader.press("escape")
        await reader.press("4")
        await reader.press("escape", "l", "?")
        assert "Signs beside the text" in reader.screen_text()


async def test_the_theme_changes_by_a_key(open_sample: Open) -> None:
    async with open_sample() as reader:
        seen = []
        for _ in THEMES:
            seen.append(reader.app.theme)
            await reader.press("T")
        assert seen == [theme.name for theme in THEMES]
        assert reader.app.theme == seen[0]


async def test_q_leaves(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("q")
        assert not reader.app.is_running or reader.app._exit
