"""What a source says is never markup and never obeyed by the terminal; offsets into it always hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content

from briefing.errors import BriefingError
from briefing.model import Article
from briefing.tui.plain import plain, shortened
from briefing.workspace import Workspace
from tests.tui import sample
from tests.tui.conftest import reading

HOSTILE = (
    "[Updated] PM said [sic] it was [b]bold[/b], [@click=app.quit]click[/] here. Then came closing [/ slash and [/]. "
    "An \x1b[31mescape\x1b[0m and a \x07 bell and \x9b2J rang. The \u202egpj.exe\u202c came too. "
    "Wide 日本語 text e\u0301 with 👩\u200d👩\u200d👧 stood\tthere. The end came [link=http://x.example]now[/link]."
)


@pytest.mark.parametrize(
    "text", [HOSTILE, "[/]", "[b]", "closing [/ slash", "\x1b]8;;http://x\x07", "", "a\r\nb", "\x00", "\udc80"]
)
def test_text_becomes_content_code_point_for_code_point(text: str) -> None:
    content = plain(text)
    assert len(content.plain) == len(text)
    assert not content.spans
    for given, shown in zip(text, content.plain, strict=True):
        assert shown == given or not given.isalnum()


def test_nothing_a_terminal_obeys_is_left() -> None:
    shown = plain(HOSTILE).plain
    assert not any(ord(c) < 32 and c != "\n" for c in shown)
    assert not any(0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E for c in shown)
    shown.encode("utf-8")
    assert "[Updated] PM said [sic]" in shown
    assert "closing [/ slash" in shown


def test_a_line_is_cut_by_cells_not_characters() -> None:
    assert Content(shortened("日本語日本語", 7)).cell_length <= 7
    assert shortened("short", 7) == "short"
    assert shortened("a\nb", 7) == "a b"


@pytest.fixture
def hostile(tmp_path: Path) -> Workspace:
    """A library whose words, title and source would all like to be obeyed."""
    workspace = sample.open_library(tmp_path / "library")
    for number in range(2):
        workspace.library.catalogue.add(
            [
                Article(
                    id=f"h{number}",
                    text=HOSTILE,
                    title="[Updated] closing [/ slash \x1b[2J [sic]",
                    source="[bold]Out\x1blet[/",
                    author="[red]By\x07line",
                    published="2024-02-0" + str(1 + number),
                    story="one [/ story",
                )
            ]
        )
    return workspace


async def test_every_part_of_the_screen_shows_hostile_words_as_they_are(hostile: Workspace) -> None:
    async with reading(hostile, (160, 45)) as reader:
        shown = reader.screen_text()
        assert shown.count("closing [/ slash") >= 3
        assert "[bold]Out␛let[/" in shown
        assert "[Updated] PM said [sic]" in shown
        await reader.press("a")
        assert "[Updated] PM said [sic]" in reader.screen_text()
        await reader.type("[/ my [note")
        await reader.press("enter", "4")
        assert "[/ my [note" in reader.screen_text()
        await reader.press("t")
        await reader.type("[tag")
        await reader.press("enter")
        assert "#[tag" in reader.screen_text()
        await reader.press("S", "escape", "escape", "l", "j", "r", "S")
        assert "closing [/ slash" in reader.screen_text()
        assert "\x1b" not in reader.screen_text()


async def test_a_message_of_an_error_is_not_markup(hostile: Workspace) -> None:
    async with reading(hostile, (120, 40)) as reader:
        reader.app.complain(BriefingError("file [/ name\x1b[2J", "try [b]", title="Bad [/ thing"))
        await reader.pilot.pause()
        shown = reader.screen_text()
        for words in ("file [/ name␛[2J", "try [b]", "Bad [/ thing"):
            assert words in shown


async def test_words_of_any_width_are_marked_exactly(hostile: Workspace) -> None:
    async with reading(hostile, (120, 40)) as reader:
        await reader.press("/")
        await reader.type("Wide")
        await reader.press("escape", "v", "w", "v", "w", "w", "w", "w", "w", "h")
        (mark,) = reader.workspace.annotations()
        anchor = mark.anchors[0]
        assert anchor.exact == HOSTILE[anchor.start : anchor.end]
        assert anchor.exact.startswith("日本語 text e\u0301 with 👩\u200d👩\u200d👧")


async def test_no_row_is_wider_than_its_column(hostile: Workspace) -> None:
    async with reading(hostile, (100, 30)) as reader:
        for column in reader.desk.columns:
            for y in range(column.size.height):
                assert column.render_line(y).cell_length == column.size.width
