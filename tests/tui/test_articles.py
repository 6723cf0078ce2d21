"""The list of stories, and what is known of an article itself."""

from __future__ import annotations

from pathlib import Path

from briefing.model import Article
from tests.tui import sample
from tests.tui.conftest import Open, reading
from tests.tui.sample import REUTERS, RFE


async def test_the_list_shows_sources_dates_and_what_is_unread(open_sample: Open) -> None:
    async with open_sample((160, 40)) as reader:
        shown = reader.screen_text()
        for words in ("Stories", "● RFE/RL", "● Reuters", "14 Jun"):
            assert words in shown
        await reader.press("j")
        assert "● RFE/RL" not in reader.screen_text()
        assert "● Reuters" in reader.screen_text()


async def test_an_article_is_opened_from_the_list(open_sample: Open) -> None:
    async with open_sample((160, 40)) as reader:
        await reader.press("l")
        assert reader.context == "stories"
        await reader.press("j", "j", "enter")
        assert reader.context == "text"
        assert reader.text.article_id == REUTERS


async def test_the_list_comes_and_goes_where_room_is_short(open_sample: Open) -> None:
    async with open_sample((100, 30)) as reader:
        assert not reader.desk.stories.display
        await reader.press("l")
        assert reader.desk.stories.display
        assert reader.context == "stories"
        await reader.press("l")
        assert not reader.desk.stories.display
        assert reader.context == "text"


async def test_an_article_is_marked_read_and_unread(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("r")
        assert reader.workspace.is_read(RFE)
        await reader.press("r")
        assert not reader.workspace.is_read(RFE)


async def test_the_source_is_set_and_can_be_taken_back(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("S", *["backspace"] * 6)
        await reader.type("Radio Liberty")
        await reader.press("enter")
        assert reader.workspace.article(RFE).source == "Radio Liberty"
        assert "Radio Liberty" in reader.screen_text()
        await reader.press("u")
        assert reader.workspace.article(RFE).source == "RFE/RL"
        assert "Radio Liberty" not in str(reader.text.border_title)


async def test_the_date_is_set_and_a_wrong_one_is_refused(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("D", *["backspace"] * 10)
        await reader.type("June")
        await reader.press("enter")
        assert "That is not a date" in reader.screen_text()
        await reader.press(*["backspace"] * 4)
        await reader.type("2009-06-15")
        await reader.press("enter")
        assert reader.workspace.article(RFE).published == "2009-06-15"
        assert "15 June 2009" in reader.screen_text()


async def test_a_source_is_graded_from_a_to_f(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("A", "z", "enter")
        assert "from A to F" in reader.screen_text()
        await reader.press("backspace", "b", "enter")
        (grade,) = reader.workspace.corrections()
        assert (grade.kind, grade.subject, grade.value) == ("grade", "RFE/RL", "B")


async def test_escape_leaves_a_dialog_without_a_change(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("S", "x", "escape")
        assert reader.workspace.article(RFE).source == "RFE/RL"
        assert reader.workspace.corrections() == ()


async def test_a_library_of_thousands_is_listed_as_one_goes(tmp_path: Path) -> None:
    workspace = sample.open_library(tmp_path / "library")
    workspace.library.catalogue.add(
        [Article(id=f"n{n:04}", text=f"Report {n} came in.", title=f"Report {n}", source="Post") for n in range(1500)]
    )
    async with reading(workspace, (160, 40)) as reader:
        assert reader.desk.stories.option_count < 500
        await reader.press("l", "end")
        assert 500 < reader.desk.stories.option_count < 1000
        await reader.press("end", "end", "end", "end")
        assert reader.desk.stories.current[0] == "story"
        await reader.press("enter")
        assert reader.text.article_id == reader.desk.listing[-1].articles[0].id


async def test_one_can_begin_with_an_article(open_sample: Open) -> None:
    async with open_sample(article=REUTERS) as reader:
        assert reader.text.article_id == REUTERS


async def test_an_unknown_article_is_told_and_the_library_opens(open_sample: Open) -> None:
    async with open_sample(article="nowhere.txt") as reader:
        assert reader.text.article_id == RFE
        (notice,) = list(reader.app._notifications)
        assert "nowhere.txt" in notice.message
