"""The reader's word above the program's: kept, taken back by one key, and standing when all is compared anew."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from briefing.model import Article, Claim, StoryEntity, Suggestion
from briefing.settings import Settings
from briefing.workspace import Workspace
from tests.tui.conftest import Open, Reader, reading
from tests.tui.sample import REUTERS, RFE

POST = (
    "The mayor of Lindhaven, Aleksandr Petrenko, opened the new bridge on Friday. Petrenko said the bridge had cost "
    "40 million euros. The Lindhaven Port Trust paid for half of it. Selena Blackwood sang. "
    "Ann Marsh, who runs a shipyard, stayed away."
)
ECHO = (
    "Lindhaven's new bridge was opened on Friday by Mayor Alexander Petrenko. It had cost 45 million euros, Petrenko "
    "said. The Harbour Board paid for half of it. Serena Blackwood sang. Ann Marsh-Bell did not attend the ceremony."
)
GRAIN = "Wheat prices fell sharply in Chicago on Monday, traders said. Rain in Iowa helped the harvest."
ARTICLES = (
    Article(id="post", text=POST, title="Mayor opens bridge", source="Harbour Post", published="2031-05-02"),
    Article(id="echo", text=ECHO, title="Bridge opened", source="Evening Echo", published="2031-05-03"),
    Article(id="wheat", text=GRAIN, title="Wheat falls", source="Grain News", published="2031-04-28"),
)

Analysed = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture(scope="module")
def bridge_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three invented reports, really analysed and compared."""
    folder = tmp_path_factory.mktemp("bridge") / "library"
    with Workspace(Settings(library=str(folder)), inline=True) as workspace:
        workspace.library.catalogue.add(ARTICLES)
        workspace.refresh()
    return folder


@pytest.fixture
def open_bridge(bridge_folder: Path, tmp_path: Path) -> Analysed:
    """Opens the screen on them, as often as wanted, on the same library."""
    folder = tmp_path / "library"
    shutil.copytree(bridge_folder, folder)

    @contextlib.asynccontextmanager
    async def open_(size: tuple[int, int] = (120, 40)) -> AsyncIterator[Reader]:
        workspace = Workspace(Settings(library=str(folder)), inline=True)
        async with reading(workspace, size, article="post") as reader:
            yield reader

    return open_


def compare_anew(reader: Reader) -> None:
    """What the work in the background does after a correction."""
    reader.workspace.refresh()
    reader.desk.reload_list()
    reader.desk.renew()


def with_form(reader: Reader, form: str) -> list[StoryEntity]:
    assert reader.desk.sheets
    return [each for each in reader.desk.sheets.entities if any(form == known for _, known, _ in each.forms)]


async def to_entity(reader: Reader, form: str) -> None:
    """Open the panel and go to an entity."""
    await reader.press("2")
    reader.desk.panel.current.go(with_form(reader, form)[0].id)
    await reader.pilot.pause()


async def test_two_names_are_joined_for_good_and_undone(open_bridge: Analysed) -> None:
    async with open_bridge() as reader:
        await to_entity(reader, "Lindhaven Port Trust")
        await reader.press("J")
        await reader.type("harbour")
        await reader.press("enter")
        (correction,) = reader.workspace.corrections()
        assert (correction.kind, correction.story) == ("merge", "s-post")
        assert "“Lindhaven Port Trust” and “Harbour Board” taken for one" in reader.status
        compare_anew(reader)
        (joined,) = with_form(reader, "Harbour Board")
        assert with_form(reader, "Lindhaven Port Trust") == [joined]
        await reader.press("escape")
        await to_entity(reader, "Harbour Board")
        assert "joined by the reader" in reader.detail
    async with open_bridge() as reader:
        await reader.press("u")
        assert "“Harbour Board” taken for one" in reader.status
        compare_anew(reader)
        assert with_form(reader, "Lindhaven Port Trust") != with_form(reader, "Harbour Board")
        await reader.press("U")
        compare_anew(reader)
        assert with_form(reader, "Lindhaven Port Trust") == with_form(reader, "Harbour Board")


async def test_a_spelling_is_parted_for_good_and_undone(open_bridge: Analysed) -> None:
    async with open_bridge() as reader:
        assert len(with_form(reader, "Ann Marsh")) == 1
        await to_entity(reader, "Ann Marsh")
        assert "Ann Marsh = Ann Marsh-Bell" in reader.detail or "Ann Marsh-Bell = Ann Marsh" in reader.detail
        await reader.press("S")
        await reader.type("marsh-bell")
        await reader.press("enter")
        (correction,) = reader.workspace.corrections()
        assert (correction.kind, correction.subject, correction.value) == ("split", "Ann Marsh-Bell", "Ann Marsh")
        compare_anew(reader)
        assert with_form(reader, "Ann Marsh") != with_form(reader, "Ann Marsh-Bell")
        await reader.press("u")
        compare_anew(reader)
        assert with_form(reader, "Ann Marsh") == with_form(reader, "Ann Marsh-Bell")


async def test_a_name_and_a_kind_are_set_and_undone(open_bridge: Analysed) -> None:
    async with open_bridge() as reader:
        await to_entity(reader, "Harbour Board")
        await reader.press("R", *["backspace"] * len("Harbour Board"))
        await reader.type("The Board")
        await reader.press("enter", "Y")
        await reader.type("place")
        await reader.press("enter")
        compare_anew(reader)
        (board,) = with_form(reader, "Harbour Board")
        assert (board.name, board.type) == ("The Board", "GPE")
        await reader.press("u", "u")
        compare_anew(reader)
        (board,) = with_form(reader, "Harbour Board")
        assert (board.name, board.type) == ("Harbour Board", "ORG")


async def test_one_spelling_alone_cannot_be_parted(open_bridge: Analysed) -> None:
    async with open_bridge() as reader:
        await to_entity(reader, "Harbour Board")
        await reader.press("S")
        assert "one spelling only" in reader.status
        assert reader.workspace.corrections() == ()


async def test_an_article_is_put_into_another_story_and_back(open_bridge: Analysed) -> None:
    async with open_bridge() as reader:
        await reader.press("P")
        assert "a story of its own" in reader.screen_text()
        await reader.type("wheat")
        await reader.press("enter")
        assert "Harbour Post put into “Wheat falls”" in reader.status
        compare_anew(reader)
        assert reader.desk.sheets
        assert set(reader.desk.sheets.articles) == {"post", "wheat"}
        await reader.press("u")
        compare_anew(reader)
        assert set(reader.desk.sheets.articles) == {"post", "echo"}
        await reader.press("P", "enter")
        compare_anew(reader)
        assert reader.desk.sheets.articles == ("post",)
        await reader.press("P")
        await reader.type("program")
        await reader.press("enter")
        compare_anew(reader)
        assert set(reader.desk.sheets.articles) == {"post", "echo"}


def between(reader: Reader, post: str, echo: str) -> list[Claim]:
    """Claims that set two sentences beside each other."""
    assert reader.desk.sheets
    starts = {"post": POST.index(post), "echo": ECHO.index(echo)}
    ends = {"post": starts["post"] + len(post), "echo": starts["echo"] + len(echo)}
    return [
        claim
        for claim in reader.desk.sheets.claims
        if all(any(starts[a] <= p.start < ends[a] for p in claim.of(a)) for a in starts)
    ]


async def test_passages_are_linked_by_hand_and_the_link_is_undone(open_bridge: Analysed) -> None:
    ann, marsh = "Ann Marsh, who runs a shipyard", "Ann Marsh-Bell did not attend"
    async with open_bridge() as reader:
        assert not between(reader, ann, marsh)
        await reader.press("G", "L")
        assert "One end taken" in reader.status
        assert reader.text.drawn.get("found")
        await reader.press("tab", "G", "L")
        (correction,) = reader.workspace.corrections()
        assert correction.kind == "link"
        assert {correction.subject.split(":")[0], correction.value.split(":")[0]} == {"post", "echo"}
        compare_anew(reader)
        assert between(reader, ann, marsh)
        await reader.press("u")
        compare_anew(reader)
        assert not between(reader, ann, marsh)


async def test_passages_are_parted_by_hand_and_joined_again_by_undo(open_bridge: Analysed) -> None:
    half = "The Lindhaven Port Trust paid", "The Harbour Board paid"
    async with open_bridge() as reader:
        assert between(reader, *half)
        await reader.press("j", "j", "X")
        assert "parted from Evening Echo" in reader.status
        compare_anew(reader)
        assert not between(reader, *half)
        await reader.press("u")
        compare_anew(reader)
        assert between(reader, *half)


async def test_a_link_is_given_up_with_escape(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("L", "escape")
        assert reader.desk.link_from is None
        await reader.press("tab", "L")
        assert reader.workspace.corrections() == ()


async def test_two_ends_in_one_source_link_nothing(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("L", "j", "L")
        assert reader.workspace.corrections() == ()
        await reader.press("tab", "L")
        (correction,) = reader.workspace.corrections()
        assert (correction.subject.split(":")[0], correction.value.split(":")[0]) == (RFE, REUTERS)


async def test_what_one_source_alone_tells_cannot_be_parted(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("1", "end", "X")
        assert "nothing to part" in reader.status
        assert reader.workspace.corrections() == ()


def suggested(reader: Reader) -> list[Suggestion]:
    assert reader.desk.sheets
    assert reader.desk.sheets.story
    return list(reader.desk.sheets.story.suggestions)


async def test_a_suggestion_that_is_taken_makes_one_of_two_and_is_not_made_again(open_bridge: Analysed) -> None:
    async with open_bridge() as reader:
        assert with_form(reader, "Selena Blackwood") != with_form(reader, "Serena Blackwood")
        assert len(suggested(reader)) == 1
        await to_entity(reader, "Selena Blackwood")
        await reader.press("+")
        compare_anew(reader)
        assert with_form(reader, "Selena Blackwood") == with_form(reader, "Serena Blackwood")
        assert not suggested(reader)


async def test_a_suggestion_that_is_refused_leaves_two_and_is_not_made_again(open_bridge: Analysed) -> None:
    async with open_bridge() as reader:
        assert len(suggested(reader)) == 1
        await to_entity(reader, "Selena Blackwood")
        await reader.press("-")
        compare_anew(reader)
        assert with_form(reader, "Selena Blackwood") != with_form(reader, "Serena Blackwood")
        assert not suggested(reader)


async def test_a_suggestion_is_accepted_and_undone(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("2", "j", "j", "j", "+")
        (correction,) = reader.workspace.corrections()
        assert (correction.kind, {correction.subject, correction.value}) == ("merge", {"CSTO", "Medvedev"})
        await reader.press("u")
        assert reader.workspace.corrections() == ()
