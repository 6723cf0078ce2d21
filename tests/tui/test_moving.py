"""Moving in the texts: by sentence, paragraph, page, difference, mention, word found."""

from __future__ import annotations

from tests.tui.conftest import Open
from tests.tui.sample import REUTERS, RFE


async def test_the_first_sentence_is_the_first_of_the_reporting_not_the_navigation(open_sample: Open) -> None:
    async with open_sample() as reader:
        assert reader.text.article_id == RFE
        assert reader.sentence.startswith("(RFE/RL) -- Belarus has signaled")


async def test_j_and_k_and_arrows_go_by_sentence(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("j")
        assert reader.sentence.startswith("Lukashenka had been due")
        await reader.press("down")
        assert reader.sentence.startswith("Belarus's Foreign Ministry")
        await reader.press("k", "up")
        assert reader.sentence.startswith("(RFE/RL)")


async def test_paragraphs_pages_top_and_end(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("}")
        assert reader.sentence.startswith("Lukashenka had been due")
        await reader.press("{")
        assert reader.sentence.startswith("(RFE/RL)")
        before = reader.text.cursor
        await reader.press("space")
        assert reader.text.cursor > before + 3
        await reader.press("b")
        assert reader.text.cursor <= before + 1
        await reader.press("G")
        assert reader.sentence.endswith("Samuel Zbogar.")
        await reader.press("g")
        assert reader.text.cursor == 0
        assert reader.text.scroll_offset.y == 0


async def test_the_counterpart_is_brought_level_and_lit(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("n", "n")
        left, right = reader.desk.columns
        assert reader.sentence.startswith("Moscow claimed Belarusian exporters")
        assert right.sheet
        assert right.lit is not None
        assert right.sheet.article.text[slice(*right.lit)].startswith("Russia said this was imposed on health grounds")
        assert right.row_of(right.lit[0]) - right.scroll_offset.y == left.level_row


async def test_the_counterpart_is_level_even_where_the_other_text_has_just_begun(open_sample: Open) -> None:
    async with open_sample() as reader:
        left, right = reader.desk.columns
        assert left.level_row > 3
        assert right.lit is not None
        assert right.row_of(right.lit[0]) - right.scroll_offset.y == left.level_row


async def test_a_sentence_without_counterpart_leaves_the_other_text_where_it_is(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("n", "n")
        right = reader.desk.columns[1]
        await reader.press("G")
        before = right.scroll_offset.y
        await reader.press("k")
        assert right.lit is None
        assert right.scroll_offset.y == before


async def test_n_goes_from_difference_to_difference_and_round(open_sample: Open) -> None:
    async with open_sample() as reader:
        seen = []
        for _ in range(4):
            await reader.press("n")
            assert reader.desk.claim
            seen.append(reader.desk.claim.id)
        assert seen == ["c-force", "c-reason", "c-loan", "c-force"]
        assert "From the top again" in reader.status
        await reader.press("N")
        assert reader.panel == "c-loan"


async def test_brackets_go_by_the_chosen_kind(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("f", "f")
        assert reader.desk.kind == "conflict"
        await reader.press("]")
        assert reader.desk.claim
        assert reader.desk.claim.id == "c-reason"
        await reader.press("g", "[")
        assert reader.desk.claim.id == "c-reason"


async def test_tab_goes_to_the_counterpart_in_the_other_source(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("n", "n", "tab")
        assert reader.text.article_id == REUTERS
        assert reader.sentence.startswith("Russia said this was imposed on health grounds")
        assert reader.desk.focused is reader.text
        await reader.press("shift+tab")
        assert reader.text.article_id == RFE
        assert reader.sentence.startswith("Moscow claimed")


async def test_sources_change_places(open_sample: Open) -> None:
    async with open_sample() as reader:
        assert [column.article_id for column in reader.desk.columns] == [RFE, REUTERS]
        await reader.press("s")
        assert [column.article_id for column in reader.desk.columns] == [REUTERS, RFE]
        assert reader.text.article_id == RFE
        row = list(reader.desk.row.children)
        assert row.index(reader.desk.columns[0]) < row.index(reader.desk.columns[1])


async def test_another_source_comes_only_where_one_is_waiting(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("o")
        assert "Every source of this story is in view" in reader.status
        await reader.press("z")
        await reader.press("o")
        assert reader.text.article_id == REUTERS


async def test_one_column_or_as_many_as_fit(open_sample: Open) -> None:
    async with open_sample() as reader:
        assert len(reader.desk.columns) == 2
        await reader.press("z")
        assert len(reader.desk.columns) == 1
        await reader.press("z")
        assert len(reader.desk.columns) == 2


async def test_m_goes_through_the_mentions_of_all_sources(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("2", "j", "j", "enter", "escape")
        assert reader.desk.entity == "e-lukashenka"
        await reader.press("m")
        assert "Lukashenka" in reader.sentence
        for _ in range(12):
            await reader.press("m")
            if reader.text.article_id == REUTERS:
                break
        assert reader.text.article_id == REUTERS
        assert "Lukashenko" in reader.sentence
        await reader.press("M")
        assert reader.text.article_id == RFE


async def test_search_goes_to_the_words_as_they_are_typed(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("/")
        await reader.type("manas")
        assert "Manas air base" in reader.sentence
        await reader.press("escape")
        assert reader.desk.focused is reader.text
        assert reader.text.drawn.get("found")
        await reader.press("escape")
        assert not reader.text.drawn.get("found")


async def test_search_goes_on_with_enter_and_says_how_many(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("/")
        await reader.type("Bakiev")
        first = reader.sentence
        await reader.press("enter")
        assert "2 of" in reader.status
        await reader.press("enter", "up", "up")
        assert reader.sentence == first
        await reader.type("xx")
        assert "Not in this article" in reader.status


async def test_a_click_moves_the_cursor(open_sample: Open) -> None:
    async with open_sample() as reader:
        right = reader.desk.columns[1]
        await reader.pilot.click(right, offset=(12, right.level_row + 12))
        await reader.pilot.pause()
        assert reader.text is right
        assert reader.desk.focused is right
        assert right.cursor > 0


async def test_reading_on_marks_the_article_as_read_and_opening_does_not(open_sample: Open) -> None:
    async with open_sample() as reader:
        assert not reader.workspace.is_read(RFE)
        await reader.press("j")
        assert reader.workspace.is_read(RFE)
        assert not reader.workspace.is_read(REUTERS)
