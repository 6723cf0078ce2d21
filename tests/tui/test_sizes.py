"""Small and large terminals, and one that changes its size while one reads."""

from __future__ import annotations

import pytest

from briefing.tui.arrangement import arrange
from tests.tui.conftest import Open
from tests.tui.sample import REUTERS, RFE


@pytest.mark.parametrize("width", range(20, 260, 7))
@pytest.mark.parametrize("stories", [None, True, False])
@pytest.mark.parametrize("panel", [None, True, False])
def test_the_parts_never_take_more_than_there_is(width: int, stories: bool | None, panel: bool | None) -> None:
    parts = arrange(width, articles=4, most_columns=4, stories=stories, panel=panel)
    text = width - parts.stories - parts.panel
    assert text >= 0
    assert parts.columns * 30 <= text or parts.columns <= 1
    assert parts.columns or parts.stories == width or parts.panel == width


def test_one_source_below_90_two_above_more_where_it_is_wide() -> None:
    assert arrange(89, articles=4, most_columns=4).columns == 1
    assert arrange(90, articles=4, most_columns=4) == (0, 2, 0)
    assert arrange(100, articles=4, most_columns=2).panel > 0
    assert arrange(200, articles=4, most_columns=4).columns == 3
    assert arrange(200, articles=2, most_columns=4).columns == 2


async def test_80_by_24_shows_one_source_and_the_other_on_a_key(open_sample: Open) -> None:
    async with open_sample((80, 24)) as reader:
        assert len(reader.desk.columns) == 1
        assert "1 of 2" in reader.screen_text()
        await reader.press("n", "n", "tab")
        assert reader.text.article_id == REUTERS
        assert "on health grounds" in reader.screen_text()
        assert len(reader.desk.columns) == 1
        await reader.press("tab")
        assert reader.text.article_id == RFE
        assert reader.sentence.startswith("Moscow claimed")


async def test_80_by_24_has_the_panel_and_the_list_on_keys(open_sample: Open) -> None:
    async with open_sample((80, 24)) as reader:
        assert not reader.desk.panel.display
        await reader.press("n", "n", "enter")
        assert "conflict of reason" in reader.screen_text()
        assert "failing to fill out" in reader.screen_text()
        await reader.press("p")
        assert not reader.desk.panel.display
        await reader.press("l", "j", "j", "enter")
        assert reader.text.article_id == REUTERS
        assert not reader.desk.stories.display


async def test_60_by_20_can_be_read_and_judged(open_sample: Open) -> None:
    async with open_sample((60, 20)) as reader:
        await reader.press("n", "1", "+", "escape", "l", "escape", "f1", "escape", ":", "escape", "e", "escape")
        assert reader.workspace.annotations()[0].judge == "confirmed"
        assert reader.context == "text"
        assert "sentence" in reader.screen_text()


@pytest.mark.parametrize("size", [(40, 12), (20, 6), (250, 70)])
async def test_no_size_breaks_it(open_sample: Open, size: tuple[int, int]) -> None:
    async with open_sample(size) as reader:
        await reader.press(
            "j",
            "n",
            "tab",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6",
            "7",
            "8",
            "j",
            "w",
            "escape",
            "l",
            "escape",
            "v",
            "w",
            "escape",
        )
        assert reader.context == "text"


async def test_the_place_is_kept_when_the_terminal_changes(open_sample: Open) -> None:
    async with open_sample((200, 50)) as reader:
        await reader.press("n", "n")
        for size in ((80, 24), (120, 40), (60, 20), (200, 50)):
            await reader.pilot.resize_terminal(*size)
            await reader.pilot.pause()
            assert reader.sentence.startswith("Moscow claimed")
            assert 0 <= reader.text.level_row < reader.text.size.height
        right = reader.desk.columns[1]
        assert right.lit is not None
        assert right.row_of(right.lit[0]) - right.scroll_offset.y == reader.text.level_row


@pytest.mark.parametrize("key", ["2", "3", "4", "5", "6", "7", "8", "1"])
async def test_ascii_signs_draw_everything_in_ascii(open_sample: Open, key: str) -> None:
    async with open_sample((120, 40), ascii=True) as reader:
        await reader.press("n", "n", "h", "+", key)
        for row in reader.screen_text().split("\n"):
            drawn = row.translate(str.maketrans("“”’…", '""\'.'))
            assert drawn.isascii(), row
