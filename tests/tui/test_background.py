"""Findings that arrive while one reads move nothing; what goes wrong is told."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import BriefingError, ModelMissing
from briefing.model import Findings, Foreign
from briefing.store.index import StoryLine
from briefing.tui import messages
from tests.tui import sample
from tests.tui.conftest import reading
from tests.tui.sample import REUTERS, RFE


async def test_texts_show_at_once_and_findings_move_nothing(tmp_path: Path) -> None:
    workspace = sample.open_library(tmp_path / "library")
    rfe, reuters = sample.articles()
    workspace.library.catalogue.add([rfe, reuters])
    async with reading(workspace, (120, 40), article=RFE) as reader:
        assert reader.desk.columns[0].article_id == RFE
        assert "not analysed yet" in reader.status
        await reader.press("j", "j", "j", "j", "j", "j")
        sentence, top = reader.sentence, reader.text.scroll_offset.y

        reader.desk.post_message(messages.Progressed("analysing", 1, 2))
        for article in (rfe, reuters):
            key = workspace.engine.findings_key(workspace.article(article.id))
            found = sample.findings(article, key)
            workspace.library.findings.put(article.id, key, found)
            reader.desk.post_message(messages.FindingsArrived(article, found))
        await reader.pilot.pause()
        assert "analysing 1/2" in reader.status
        assert (reader.sentence, reader.text.scroll_offset.y) == (sentence, top)

        told = sample.story(rfe, reuters)
        workspace.library.stories.put(told.id, "k", told)
        workspace.library.index.put("k", [StoryLine(id=told.id, title=told.title, articles=told.articles, key="k")])
        reader.desk.post_message(messages.GroupsChanged())
        reader.desk.post_message(messages.StoryArrived(told))
        reader.desk.post_message(messages.RefreshEnded())
        await reader.pilot.pause()
        assert reader.sentence == sentence
        assert [column.article_id for column in reader.desk.columns] == [RFE, REUTERS]
        assert "conflict of reason" in reader.screen_text()
        assert "analysing" not in reader.status


async def test_a_passage_in_another_language_says_why_nothing_is_known_of_it(tmp_path: Path) -> None:
    workspace = sample.open_library(tmp_path / "library")
    rfe, _ = sample.articles()
    workspace.library.catalogue.add([rfe])
    key = workspace.engine.findings_key(workspace.article(rfe.id))
    whole = Foreign(start=0, end=len(rfe.text), language="uz")
    found = Findings(
        article=rfe.id, text_hash=rfe.text_hash, pipeline=key, sentences=(whole.span,), foreign=(whole,)
    )  # fmt: skip
    workspace.library.findings.put(rfe.id, key, found)
    async with reading(workspace, (120, 40), article=RFE) as reader:
        assert "not analysed: in Uzbek" in reader.status


async def test_what_stops_the_work_is_told_and_reading_goes_on(folder: Path) -> None:
    async with reading(sample.open_library(folder), (120, 40)) as reader:
        reader.desk.post_message(messages.RefreshEnded(ModelMissing("No model [/ here.", "Install it.")))
        article = sample.articles()[0]
        reader.desk.post_message(messages.ArticleFailed(article, BriefingError("Too long.", title="Not analysed")))
        await reader.pilot.pause()
        shown = reader.screen_text()
        for words in ("Language model missing", "No model [/ here.", "Install it.", "Not analysed"):
            assert words in shown
        await reader.press("j")
        assert reader.sentence.startswith("Lukashenka had")


async def test_a_failure_of_the_library_is_told_and_nothing_is_shown_as_saved(folder: Path) -> None:
    workspace = sample.open_library(folder)
    async with reading(workspace, (120, 40)) as reader:

        def fail(*_: object, **__: object) -> None:
            raise BriefingError("The disk is full.", "Make room.", title="Not saved")

        workspace.annotate = fail  # type: ignore[assignment, method-assign]
        await reader.press("h")
        assert "The disk is full." in reader.screen_text()
        assert not reader.text.drawn.get("mark-yellow")


async def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    async with reading(sample.open_library(tmp_path / "none"), (80, 24)) as reader:
        shown = reader.screen_text()
        assert "Nothing to read yet" in shown
        assert "briefing read FOLDER" in shown
        assert "next difference" not in shown
        await reader.press("j", "n", "tab", "v", "h", "a", "1", "e", "u", "enter", "l", "f1", "escape", "T")
        assert "Nothing to read yet" in reader.screen_text()
