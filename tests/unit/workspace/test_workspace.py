from __future__ import annotations

from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from typing import Any

import msgspec
import pytest

from briefing.errors import BriefingError, ModelMissing, UnknownArticle, WouldOverwrite, WrongUse
from briefing.model import Article, Story
from briefing.settings import Settings
from briefing.store import find_quote
from briefing.workspace import InlineExecutor, Refresh, Workspace, jobs
from briefing.workspace.executors import worker_pool
from tests.unit.workspace.conftest import ONE, CountingExecutor


def titles(workspace: Workspace) -> list[str]:
    return [article.title for article in workspace.articles()]


def only_story(workspace: Workspace) -> Story:
    workspace.refresh()
    (story,) = workspace.stories()
    return story


def annotate(workspace: Workspace, ref: str, quote: str, **says: Any) -> str:
    article = workspace.article(ref)
    return workspace.annotate(article.id, find_quote(article, quote), **says).id


def test_an_article_is_found_by_id_beginning_of_id_file_and_headline(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    article = workspace.article("one.md")
    for ref in (article.id, article.id[:6], article.title, article.title.upper(), str(news / "one.md")):
        assert workspace.article(ref).id == article.id
    with pytest.raises(UnknownArticle, match="nothing-like-it"):
        workspace.article("nothing-like-it")


def test_nothing_is_analysed_or_compared_twice(workspace: Workspace, news: Path, executor: CountingExecutor) -> None:
    workspace.add([news])
    workspace.refresh()
    assert executor.jobs == ["analyse", "analyse", "regroup", "compare"]
    executor.jobs.clear()
    workspace.refresh()
    with Workspace(workspace.settings, executor=executor) as again:
        again.refresh()
        assert len(again.stories()) == 1
    assert executor.jobs == []


def test_a_new_article_is_analysed_alone_and_only_its_story_compared_again(
    workspace: Workspace, news: Path, executor: CountingExecutor
) -> None:
    (news / "three.txt").write_text("Wheat fell\n\nWheat fell in Chicago, traders said on Monday.\n", "utf-8")
    workspace.add([news / "one.md", news / "three.txt"])
    workspace.refresh()
    executor.jobs.clear()
    workspace.add([news / "two.md"])
    workspace.refresh()
    assert executor.jobs == ["analyse", "regroup", "compare"]
    assert sorted(len(listing.articles) for listing in workspace.listing()) == [1, 2]


def regroupings(executor: CountingExecutor) -> list[jobs.Regrouping]:
    """What the executor was given to group."""
    given = [args[0] for name, args in zip(executor.jobs, executor.given, strict=True) if name == "regroup"]
    return [msgspec.msgpack.decode(material, type=jobs.Regrouping) for material in given]


def test_grouping_is_given_what_is_new_alone(workspace: Workspace, news: Path, executor: CountingExecutor) -> None:
    workspace.add([news / "one.md"])
    workspace.refresh()
    workspace.add([news / "two.md"])
    workspace.refresh()
    first, second = regroupings(executor)
    assert [outline.entry.title for outline in second.changed] == ["Halden bridge opened"]
    assert (first.since, second.since) == ("", first.key)
    assert [len(listing.articles) for listing in workspace.listing()] == [2]


def test_a_process_that_forgot_the_stories_is_given_everything(
    workspace: Workspace, news: Path, executor: CountingExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.add([news / "one.md"])
    workspace.refresh()
    monkeypatch.setattr(jobs, "_held", None)
    workspace.add([news / "two.md"])
    workspace.refresh()
    assert [len(each.changed) for each in regroupings(executor)] == [1, 1, 2]
    assert [len(listing.articles) for listing in workspace.listing()] == [2]


def test_what_articles_are_about_is_made_again_where_it_is_gone(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    workspace.refresh()
    before = workspace.listing()
    for path in (workspace.library.folder / "profiles").rglob("*.profile"):
        path.write_bytes(b"damaged")
    workspace.library.index.path.unlink()
    with Workspace(workspace.settings, inline=True) as again:
        again.refresh()
        assert [listing.id for listing in again.listing()] == [listing.id for listing in before]


def test_the_listing_shows_articles_at_once_and_counts_when_they_are_there(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    assert [listing.compared for listing in workspace.listing()] == [False, False]
    workspace.refresh()
    (listing,) = workspace.listing()
    assert listing.compared
    assert listing.origins == 2
    assert sum(listing.counts.values()) == len(workspace.story(listing.id).claims)


def test_findings_come_one_by_one_and_a_cancelled_run_keeps_what_it_has(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    told: list[str] = []
    hear = Refresh(on_findings=lambda article, _: told.append(article.id), cancelled=lambda: bool(told))
    workspace.refresh(hear)
    assert len(told) == 1
    assert workspace.findings(told[0]) is not None
    workspace.refresh()
    assert len(workspace.stories()) == 1


def test_a_date_set_by_the_reader_is_used_and_can_be_undone(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("Bridge opens\n\nThe bridge at Halden opened on Tuesday, officials said.\n", "utf-8")
    workspace.add([path])
    workspace.refresh()
    article = workspace.article("undated.txt")
    assert article.published is None
    assert [t.value for t in workspace.findings(article.id).times] == [None]  # type: ignore[union-attr]
    workspace.correct("published", article.id, "2011-05-05")
    workspace.correct("source", article.id, "Evening Courier")
    workspace.refresh()
    fixed = workspace.article(article.id)
    assert (fixed.published, fixed.published_from, fixed.source) == ("2011-05-05", "reader", "Evening Courier")
    assert [t.value for t in workspace.findings(article.id).times] == ["2011-05-03"]  # type: ignore[union-attr]
    workspace.undo()
    workspace.undo()
    assert workspace.article(article.id).published is None


@pytest.mark.parametrize("value", ["yesterday", "2011-13-01", "03.05.2011"])
def test_a_date_that_is_none_is_refused(workspace: Workspace, news: Path, value: str) -> None:
    workspace.add([news])
    with pytest.raises(WrongUse, match="2009-06-14"):
        workspace.correct("published", "one.md", value)


def test_an_article_moved_to_another_story_stays_there(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    story = only_story(workspace)
    moved = workspace.article("two.md").id
    workspace.correct("story", moved, "s-elsewhere")
    workspace.refresh()
    assert {listing.id: [e.id for e in listing.articles] for listing in workspace.listing()}["s-elsewhere"] == [moved]
    workspace.undo()
    workspace.refresh()
    assert [listing.id for listing in workspace.listing()] == [story.id]


def test_notes_follow_their_words_into_a_new_version(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    kept = annotate(workspace, "one.md", "A ferry had served the town", note="since when?")
    lost = annotate(workspace, "one.md", "cost 40 million euros", note="budget")
    (news / "one.md").write_text(
        ONE.replace("The bridge cost 40 million euros.", "Nobody would say more; the accounts stay closed.").replace(
            "Transport Minister", "CORRECTED: Transport Minister"
        ),
        "utf-8",
    )
    assert [outcome.kind for outcome in workspace.add([news / "one.md"])] == ["changed"]
    article = workspace.article("one.md")
    followed, orphan = workspace.annotation(kept), workspace.annotation(lost)
    assert followed.anchors[0].article == article.id
    assert followed.anchors[0].span.of(article.text) == "A ferry had served the town"
    assert not followed.orphan
    assert orphan.orphan
    assert orphan.anchors[0].exact == "cost 40 million euros"
    assert {a.id for a in workspace.annotations(article=article.id)} == {kept, lost}


def test_a_claim_is_judged_changed_and_taken_back(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    story = only_story(workspace)
    claim = next(claim for claim in story.claims if claim.status == "agreed")
    workspace.judge_claim(story.id, claim.id, "confirmed", note="seen it")
    workspace.judge_claim(story.id, claim.id, "unsure")
    judged = workspace.judgements(story)[claim.id]
    assert (judged.judge, judged.note) == ("unsure", "seen it")
    assert len(workspace.annotations()) == 1
    assert {anchor.article for anchor in judged.anchors} == {passage.article for passage in claim.passages}
    workspace.judge_claim(story.id, claim.id, None)
    assert workspace.judgements(story) == {}
    workspace.undo()
    assert workspace.judgements(story)[claim.id].judge == "unsure"


def test_every_step_names_what_undo_would_take_back(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    assert workspace.undo_title is None
    annotate(workspace, "one.md", "A ferry had served the town", note="x")
    assert workspace.undo_title == "note on “A ferry had served the town”"
    workspace.undo()
    assert workspace.redo_title == "note on “A ferry had served the town”"


def test_confidence_is_of_the_admiralty_code(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    with pytest.raises(WrongUse, match="1 to 6"):
        annotate(workspace, "one.md", "A ferry", confidence=7)


def test_an_export_keeps_what_the_person_wrote_between_the_marks(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    story = only_story(workspace)
    target = news / "out.md"
    workspace.write_export(story.id, "md", target)
    text = target.read_text("utf-8")
    start = text.index("-->", text.index("<!-- briefing:keep")) + len("-->")
    target.write_text(text[:start] + "\nMy own words.\n" + text[start:].lstrip("\n"), "utf-8")
    workspace.write_export(story.id, "md", target)
    assert "My own words." in target.read_text("utf-8")
    (news / "mine.md").write_text("other", "utf-8")
    with pytest.raises(WouldOverwrite):
        workspace.write_export(story.id, "md", news / "mine.md")


class FailingExecutor(InlineExecutor):
    """A pool that fails in one way whenever it is to analyse a certain article."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if fn.__name__ == "analyse" and b"ferry" in args[1]:
            failed: Future[Any] = Future()
            failed.set_exception(self.error)
            return failed
        return super().submit(fn, *args, **kwargs)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BrokenExecutor("a worker died"), "the process that analysed it died"),
        (IndexError("list index out of range"), "IndexError: list index out of range"),
    ],
)
def test_an_article_that_breaks_the_analysis_is_named_and_the_others_are_done(
    tmp_path: Path, news: Path, error: Exception, told: str
) -> None:
    failed: list[tuple[Article, BriefingError]] = []
    with Workspace(Settings(library=str(tmp_path / "lib")), executor=FailingExecutor(error)) as workspace:
        workspace.add([news])
        workspace.refresh(on_failure=lambda article, error: failed.append((article, error)))
        assert [article.title for article, _ in failed] == ["Minister opens the Halden bridge"]
        assert told in failed[0][1].message
        assert workspace.findings(workspace.article("two.md").id) is not None


def test_a_missing_model_stops_the_analysis_at_once(tmp_path: Path, news: Path) -> None:
    executor = FailingExecutor(ModelMissing("No model here."))
    with Workspace(Settings(library=str(tmp_path / "lib")), executor=executor) as workspace:
        workspace.add([news])
        with pytest.raises(ModelMissing):
            workspace.refresh()


def test_analysis_in_worker_processes_finds_the_same(tmp_path: Path, workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    here = only_story(workspace)
    pool = worker_pool(1)
    with Workspace(Settings(library=str(tmp_path / "other")), executor=pool) as elsewhere:
        elsewhere.add([news])
        assert only_story(elsewhere) == here
    pool.shutdown()


def test_a_grade_of_ones_own_needs_no_judgement(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    story = only_story(workspace)
    claim = story.claims[0]
    workspace.judge_claim(story.id, claim.id, None, confidence=3)
    graded = workspace.judgements(story)[claim.id]
    assert (graded.judge, graded.confidence) == (None, 3)
    workspace.judge_claim(story.id, claim.id, "confirmed")
    assert workspace.judgements(story)[claim.id].confidence == 3


def test_several_corrections_made_in_one_step_are_taken_back_in_one(workspace: Workspace) -> None:
    workspace.correct("split", "Ann Lee", "A. Lee", "Lee", story="s-1", title="“Ann Lee” is somebody else")
    assert [c.value for c in workspace.corrections()] == ["A. Lee", "Lee"]
    assert workspace.undo_title == "“Ann Lee” is somebody else"
    workspace.undo()
    assert workspace.corrections() == ()


def test_a_word_on_one_story_leaves_the_others_as_they_are(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    only_story(workspace)
    compared: list[str] = []
    workspace.correct("grade", "Harbour Post", "B")
    workspace.correct("merge", "Ann Lee", "A. Lee", story="s-of-something-else")
    workspace.refresh(on_story=lambda story: compared.append(story.id))
    assert compared == []
    workspace.correct("merge", "Ann Lee", "A. Lee")
    workspace.refresh(on_story=lambda story: compared.append(story.id))
    assert len(compared) == 1


def test_a_ledger_is_drawn_up_once_for_each_comparison(workspace: Workspace, news: Path) -> None:
    workspace.add([news])
    story = only_story(workspace)
    book = workspace.ledger(story)
    assert [account.article for account in book.accounts] == list(story.articles)
    assert workspace.ledger(workspace.story(story.id)) is book
