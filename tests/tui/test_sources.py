"""Claims by source, the sources' accounts, their wording, what a claim may be worth, and narrowing the claims."""

from __future__ import annotations

import time

import pytest

from briefing.model import Article, Claim, Located, OriginGroup, Story
from briefing.tui.sheets import Only, Sheet, StorySheets
from briefing.tui.standings import Standings
from briefing.tui.widgets.matrix import Matrix
from briefing.tui.widgets.panels.sources import SourcesPanel
from tests.tui.conftest import Open, Reader
from tests.tui.sample import REUTERS, RFE

WORDS = "The vote was held. The mayor won. Turnout fell."


def sheets_of(days: list[str], claims: list[dict[int, str]], origins: list[tuple[int, ...]]) -> StorySheets:
    """Articles of these days with one text; claims by article number and words; origins by article numbers."""
    articles = [
        Article(id=f"a{n}", text=WORDS, source=f"Paper {n}", published=day or None) for n, day in enumerate(days)
    ]
    told = tuple(
        Claim(
            id=f"c{number}",
            status="single" if len(said) == 1 else "agreed",
            passages=tuple(
                Located(article=f"a{n}", start=WORDS.index(words), end=WORDS.index(words) + len(words))
                for n, words in said.items()
            ),
        )
        for number, said in enumerate(claims)
    )
    story = Story(
        id="s",
        title="Vote",
        articles=tuple(article.id for article in articles),
        origins=tuple(OriginGroup(articles=tuple(f"a{n}" for n in group)) for group in origins),
        claims=told,
    )
    return StorySheets("s", "Vote", [Sheet(article) for article in articles], story)


def stands(sheets: StorySheets, claim: int) -> list[str]:
    row = Standings(sheets).row(sheets.claims[claim])
    return [row[article].stand for article in sheets.articles]


def test_a_source_that_was_out_before_is_not_merely_silent() -> None:
    sheets = sheets_of(
        ["2031-05-01", "2031-05-02", "2031-05-02", ""], [{1: "The mayor won."}], [(0,), (1,), (2,), (3,)]
    )
    assert stands(sheets, 0) == ["earlier", "tells", "silent", "silent"]


def test_a_reprint_is_told_from_a_report_of_its_own() -> None:
    sheets = sheets_of(
        ["2031-05-01"] * 3,
        [{0: "The vote was held.", 1: "The vote was held.", 2: "The vote was held."}],
        [(0, 2), (1,)],
    )
    assert stands(sheets, 0) == ["tells", "tells", "copy"]
    assert Standings(sheets).row(sheets.claims[0])["a2"].origin == "a0"


def test_a_source_that_tells_it_in_another_claim_is_not_called_silent() -> None:
    sheets = sheets_of(
        ["2031-05-01"] * 3,
        [{0: "The mayor won.", 1: "The mayor won."}, {0: "mayor won", 2: "The mayor won."}],
        [(0,), (1,), (2,)],
    )
    assert stands(sheets, 0) == ["tells", "tells", "elsewhere"]
    assert stands(sheets, 1) == ["tells", "elsewhere", "tells"]


def test_sources_of_one_name_can_be_told_apart() -> None:
    articles = [Article(id=f"a{n}", text=WORDS, source="Post", published=f"2031-05-0{n + 1}") for n in range(2)]
    assert list(StorySheets("s", "", [Sheet(a) for a in articles]).labels.values()) == ["Post 05-01", "Post 05-02"]
    articles = [Article(id=f"a{n}", text=WORDS, source="Post") for n in range(2)]
    assert list(StorySheets("s", "", [Sheet(a) for a in articles]).labels.values()) == ["Post 1", "Post 2"]


def matrix(reader: Reader) -> Matrix:
    assert reader.desk.matrix
    return reader.desk.matrix


async def test_the_table_sets_claims_against_sources(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("8")
        shown = reader.screen_text()
        for words in (
            "Claims by source",
            "RFE/RL",
            "Reuters",
            "≠ on health grounds",
            "≈ a $500 million loan",
            "■",
            "·",
        ):
            assert words in shown
        assert reader.context == "matrix"
        assert "tells it" in shown


async def test_enter_in_the_table_goes_to_the_words_in_that_source(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("8", "g", "right", "enter")
        assert reader.context == "text"
        assert (reader.text.article_id, reader.desk.claim_id) == (REUTERS, "c-reason")
        assert "health grounds" in reader.sentence
        assert not matrix(reader).display
        await reader.press("8", "G", "enter")
        assert reader.text.article_id == REUTERS
        assert reader.sentence.startswith("Yesterday, Mr Lukashenko")


async def test_a_silent_source_is_said_to_be_silent(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("8", "G", "left", "enter")
        assert "RFE/RL says nothing of this" in reader.status
        assert reader.context == "matrix"
        assert "not to deny" in reader.screen_text()


async def test_the_table_is_left_with_escape_and_with_its_key(open_sample: Open) -> None:
    async with open_sample((80, 24)) as reader:
        await reader.press("8", "escape")
        assert reader.context == "text"
        assert not matrix(reader).display
        await reader.press("8", "8")
        assert reader.context == "text"
        assert reader.text.display


@pytest.mark.parametrize(("key", "place"), [("1", "claims"), ("l", "stories"), ("m", "text"), ("]", "text")])
@pytest.mark.parametrize("size", [(80, 24), (160, 40)])
async def test_the_table_makes_room_for_what_is_asked_for(
    open_sample: Open, key: str, place: str, size: tuple[int, int]
) -> None:
    async with open_sample(size) as reader:
        await reader.press("8", key)
        assert reader.context == place
        assert not matrix(reader).display
        await reader.press("escape", "j")
        assert reader.context == "text"
        assert reader.text.display


async def test_the_table_moves_by_rows_columns_pages_and_differences(open_sample: Open) -> None:
    async with open_sample((120, 24)) as reader:
        await reader.press("8", "g")
        table = matrix(reader)
        await reader.press("j", "k", "j")
        assert table.row == 1
        await reader.press("G")
        assert table.row == len(table.claims) - 1
        await reader.press("home", "space")
        assert table.row == min(table.page, len(table.claims) - 1)
        await reader.press("pageup")
        assert table.row == 0
        await reader.press("b", "w")
        assert table.column == 1
        await reader.press("shift+tab", "n")
        assert (table.row, table.column) == (1, 0)
        await reader.press("N")
        assert table.row == 0


async def test_claims_are_judged_filtered_noted_and_graded_in_the_table(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("8", "g", "+", "a")
        await reader.type("ask")
        await reader.press("enter", "c", "2", "enter")
        judged = {a.claim: a for a in reader.workspace.annotations()}
        assert judged["c-reason"].judge == "confirmed"
        assert (judged["c-force"].note, judged["c-force"].confidence) == ("ask", 2)
        await reader.press("f", "f")
        assert [claim.status for claim in matrix(reader).claims] == ["conflict"]
        assert "conflicts" in reader.screen_text()


async def test_the_panel_follows_the_table_where_there_is_room(open_sample: Open) -> None:
    async with open_sample((200, 50)) as reader:
        await reader.press("8", "g", "j", "j")
        assert reader.panel == "c-loan"
        assert "1/4 x 2,000,000,000 USD" in reader.detail


async def test_a_cell_can_be_clicked_and_clicked_again(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("8", "g")
        rows = reader.screen_text().split("\n")
        y = next(n for n, row in enumerate(rows) if "a $500 million loan" in row)
        await reader.pilot.click(offset=(rows[y].index("a $500 million loan") + 2, y))
        await reader.pilot.pause()
        assert (matrix(reader).row, matrix(reader).column) == (2, 1)
        await reader.pilot.click(offset=(rows[y].index("a $500 million loan") + 2, y))
        await reader.pilot.pause()
        assert reader.context == "text"
        assert "froze a $500 million loan" in reader.sentence


def test_twenty_sources_and_hundreds_of_claims_are_worked_out_at_once() -> None:
    said = [{n % 20: "The mayor won.", (n + 7) % 20: "The mayor won."} for n in range(400)]
    sheets = sheets_of([f"2031-05-{n + 1:02}" for n in range(20)], said, [(n,) for n in range(20)])
    table, begun = Standings(sheets), time.perf_counter()
    for claim in sheets.claims[:60]:
        assert len(table.row(claim)) == 20
    assert time.perf_counter() - begun < 2


async def test_the_sources_panel_tells_what_each_adds(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("6")
        assert reader.context == "sources"
        assert "Without this source" in reader.detail
        shown = reader.screen_text()
        for words in ("RFE/RL", "only it tells", "Reuters", "alone"):
            assert words in shown
        await reader.press("j", "j")
        assert "without RFE/RL it would be lost" in reader.detail
        assert reader.text.article_id == RFE


async def test_going_to_another_source_unfolds_it_and_brings_it_up(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("6", "end", "home")
        view = reader.desk.panel.current
        assert isinstance(view, SourcesPanel)
        assert view.opened == RFE
        view.go(f"{REUTERS}/source")
        await reader.pilot.pause()
        assert view.opened == REUTERS
        assert reader.text.article_id == REUTERS
        assert reader.panel == f"{REUTERS}/source"
        await reader.press("j", "enter")
        assert reader.context == "text"
        assert reader.text.article_id == REUTERS


async def test_a_source_is_graded_where_its_account_stands(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("6", "A", "b", "enter")
        assert "grade B" in reader.screen_text()
        await reader.press("escape", "1", "home")
        assert "RFE/RL B" in reader.detail
        await reader.press("u", "1", "home")
        assert "RFE/RL B" not in reader.detail


async def test_a_claim_shows_the_suggested_digit_its_reason_and_the_readers_own(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("1", "home")
        assert "suggested 4 doubtful" in reader.detail
        assert "cannot all hold" in reader.detail
        await reader.press("c")
        assert "Suggested: 4 doubtful" in reader.screen_text()
        await reader.press("5", "enter")
        assert "your grade 5 improbable" in reader.detail
        await reader.press("+", "home", "+")
        (kept,) = reader.workspace.annotations()
        assert (kept.judge, kept.confidence) == (None, 5)
        await reader.press("home", "c", "backspace", "enter")
        assert reader.workspace.annotations() == ()


async def test_the_wording_panel_lists_what_is_worded_otherwise(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("7")
        assert reader.context == "wording"
        shown = reader.screen_text()
        assert "What they are called" in shown
        for words in ("Lukashenka", "Lukashenko"):
            assert words in shown
        await reader.press("enter")
        assert reader.context == "text"
        (lit,) = reader.text.drawn.get("word")
        assert reader.text.sheet
        words = reader.text.sheet.article.text[lit[0] : lit[1]]
        assert words in reader.detail


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("numbers", {"c-loan"}), ("reasons", {"c-reason"}), ("decide", {"c-zbogar"}), ("lavrov", set())],
)
async def test_claims_are_narrowed(open_sample: Open, typed: str, kept: set[str]) -> None:
    async with open_sample() as reader:
        await reader.press("F")
        await reader.type(typed)
        await reader.press("enter")
        shown = {row.id for row in reader.desk.panel.current.listed}
        assert shown == kept or (
            not kept and len(shown) == len(reader.desk.sheets.claims if reader.desk.sheets else ())
        )
        await reader.press("F", "enter")
        assert reader.desk.only == Only()


async def test_claims_are_narrowed_to_a_source_and_said_to_be(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("F")
        await reader.type("reuters")
        await reader.press("enter")
        assert reader.desk.only == Only("source", REUTERS)
        assert "told by Reuters" in reader.status
        await reader.press("j")
        assert "filter: told by Reuters" in reader.status
        assert reader.desk.situation
        claims = reader.desk.situation.sheets.of_kind("all", reader.desk.only)
        assert {claim.id for claim in claims} >= {"c-border", "c-reason"}
        assert "c-base" not in {claim.id for claim in claims}
