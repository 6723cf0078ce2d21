"""The one way in: a library opened, with everything that can be done to it."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Any, Literal

import msgspec

from briefing.errors import BriefingError, UnreadableInput, WouldOverwrite, WrongUse
from briefing.model import (
    Annotation,
    Article,
    Change,
    Claim,
    Correction,
    CorrectionKind,
    Entry,
    Findings,
    Judgement,
    Ledger,
    Story,
)
from briefing.settings import Settings
from briefing.store import Library
from briefing.store.catalogue import Added
from briefing.workspace import export, jobs
from briefing.workspace.analysis import Engine, Progress, Refresh, digest
from briefing.workspace.contents import Contents, StoryListing
from briefing.workspace.marks import Marks, judgements
from briefing.workspace.refreshing import Refresher

OutcomeKind = Literal["new", "known", "changed", "refused"]
ExportFormat = Literal["md", "json", "csv"]

_TOLD_EVERY = 25
"""Files between two reports of progress while reading."""
_LEDGERS_KEPT = 8
"""Ledgers held in memory."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one file or article that was added.

    Attributes:
        name: The file's or article's name, as a person knows it.
        article: The article; None where it was refused.
        message: One line; the reason where it was refused.
        error: The refusal itself.
    """

    kind: OutcomeKind
    name: str
    article: Article | None
    message: str
    error: BriefingError | None = None


class Workspace:
    """A library and its person.

    Args:
        settings: Which library, which model.
        executor: Where analysis runs; worker processes of our own by default.
        inline: Analyse a few articles in this process; not for a screen, which must not wait.

    Raises:
        LibraryTooNew, LibraryBroken: The library cannot be opened; it is left untouched.
    """

    def __init__(self, settings: Settings, *, executor: Executor | None = None, inline: bool = False) -> None:
        self.settings = settings
        self.library = Library(settings.library_dir)
        self.engine = Engine(settings.language, executor, inline=inline)
        self.marks = Marks(self.library)
        self.contents = Contents(self.library)
        self._refresher = Refresher(self.library, self.engine)
        self._ledgers: dict[str, tuple[Story, Ledger]] = {}

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the workers; everything else is on disk already."""
        self.engine.close()

    # ---------------------------------------------------------------- articles

    def add(
        self, paths: Iterable[str | Path], *, stdin: bytes | None = None, progress: Progress | None = None
    ) -> tuple[Outcome, ...]:
        """Add files and folders (``-`` is standard input) to the library; the ones that cannot be read are refused."""
        from briefing.ingest import read

        results: list[Outcome | None] = []
        articles: list[Article] = []
        for item in read(paths, stdin=stdin):
            if isinstance(item, UnreadableInput):
                results.append(Outcome(kind="refused", name="", article=None, message=str(item), error=item))
            else:
                results.append(None)
                articles.append(item)
            if progress and len(results) % _TOLD_EVERY == 0:
                progress("reading", len(results), 0)
        added = iter(self._file(articles))
        return tuple(result or _outcome(next(added)) for result in results)

    def _file(self, articles: Sequence[Article]) -> tuple[Added, ...]:
        if not articles:
            return ()
        added = self.library.catalogue.add(articles)
        for item in added:
            if item.arrival == "changed" and item.before is not None:
                self.marks.carry_over(item.before, item.article)
        return added

    def entries(self) -> tuple[Entry, ...]:
        """What is known of every article, the person's corrections applied; oldest first, unknown dates last."""
        return self.contents.entries()

    def articles(self) -> tuple[Article, ...]:
        """Every article with its text, as :meth:`entries` orders them. For lists, take :meth:`entries`."""
        return self.contents.articles()

    def article(self, ref: str) -> Article:
        """One article, by its id, the beginning of an id, its file's name, or its headline.

        Raises:
            UnknownArticle: Nothing, or more than one article, answers to ``ref``.
        """
        return self.contents.article(ref)

    def listing(self) -> tuple[StoryListing, ...]:
        """Stories as lists show them, the latest first; articles not yet grouped stand alone at the top."""
        return self.contents.listing()

    def compared(self, story_id: str) -> Story | None:
        """A story's comparison; None until it is made."""
        return self.contents.compared(story_id)

    def stories(self) -> tuple[Story, ...]:
        """Every story that has been compared, as the list has them."""
        return self.contents.stories()

    def story(self, ref: str) -> Story:
        """One compared story, by its id, the beginning of it, its title, or one of its articles.

        Raises:
            UnknownArticle: There is no such story, or it has not been compared yet.
        """
        return self.contents.story(ref)

    # ---------------------------------------------------------------- analysis

    def findings(self, article_id: str) -> Findings | None:
        """What was found in an article; None until it is analysed."""
        article = self.article(article_id)
        return self.library.findings.get(article.id, self.engine.findings_key(article), Findings)

    def refresh(self, hear: Refresh | None = None, **told: Any) -> None:
        """Analyse what has no findings, group, compare what has changed, and keep it all; blocks until it is done.

        Args:
            hear: What can be listened to, and how to cancel.
            **told: The same by name: ``progress``, ``on_findings``, ``on_groups``, ``on_story``, ``on_failure``,
                ``cancelled``.

        Raises:
            ModelMissing: The language model is not there.
        """
        articles = {entry.id: entry for entry in self.contents.entries()}
        self._refresher.run(articles, self.corrections(), hear or Refresh(**told))

    def analyse_articles(self, articles: Sequence[Article], hear: Refresh) -> Iterator[tuple[Article, Findings]]:
        """Findings of articles that need not be in the library; nothing is stored."""
        return ((article, findings) for article, findings, _ in self.engine.analyse(articles, hear))

    def compare_articles(
        self, articles: Sequence[Article], hear: Refresh, *, together: bool = False
    ) -> Iterator[Story]:
        """Stories of articles that need not be in the library; nothing is stored."""
        made: dict[str, jobs.Analysed] = {}
        for article, findings, packed in self.engine.analyse(articles, hear):
            made[article.id] = packed
            if hear.on_findings:
                hear.on_findings(article, findings)
        ready = {article.id: article for article in articles if article.id in made}
        outlines = {i: functools.partial(jobs.outline, article, made[i].profile) for i, article in ready.items()}
        groups = self.engine.group(outlines, {i: digest(a) for i, a in ready.items()}, {}, hear, together=together)
        for _, story, _ in self.engine.compare(groups, ready, lambda i: made[i].findings, lambda _: None, (), hear):
            yield story

    def ledger(self, story: Story) -> Ledger:
        """What each source adds to a story and leaves out, how it words things, and what each claim may be worth.

        Drawn up once for each comparison of a story; also from a thread.
        """
        from briefing.compare import ledger

        kept = self._ledgers.get(story.id)
        if kept and kept[0] is story:
            return kept[1]
        articles = {article_id: self.article(article_id) for article_id in story.articles}
        found = ((article_id, self.findings(article_id)) for article_id in story.articles)
        book = ledger(story, articles, {article_id: findings for article_id, findings in found if findings is not None})
        if len(self._ledgers) >= _LEDGERS_KEPT:
            self._ledgers.clear()
        self._ledgers[story.id] = story, book
        return book

    # ---------------------------------------------------------------- the person

    def annotations(self, *, story: str | None = None, article: str | None = None) -> tuple[Annotation, ...]:
        """Annotations, oldest first; of one story or article where that is given."""
        found = self.marks.annotations()
        if article is not None:
            return tuple(a for a in found if any(anchor.article == article for anchor in a.anchors))
        if story is not None:
            members = {i for line in self.listing() if line.id == story for i in (e.id for e in line.articles)}
            return tuple(a for a in found if any(anchor.article in members for anchor in a.anchors))
        return found

    def annotation(self, annotation_id: str) -> Annotation:
        """One annotation; UnknownAnnotation where there is none."""
        return self.marks.annotation(annotation_id)

    def annotate(self, article_id: str, span: tuple[int, int], **says: Any) -> Annotation:
        """Annotate a stretch of an article; see :meth:`Marks.annotate`. On disk when it returns."""
        return self.marks.annotate(self.article(article_id), span, **says)

    def judgement(self, claim: Claim) -> Annotation | None:
        """The person's judgement of a claim, by its id."""
        return next((a for a in reversed(self.marks.annotations()) if a.claim == claim.id), None)

    def judgements(self, story: Story) -> dict[str, Annotation]:
        """The judged claims of a story; a judgement follows its words where the claim has changed."""
        return judgements(story, self.marks.annotations())

    def judge_claim(
        self,
        story_id: str,
        claim_id: str,
        judge: Judgement | None,
        *,
        note: str | None = None,
        confidence: int | None = None,
    ) -> Annotation | None:
        """Set the judgement of a claim, or take it back with None; a note that stands stays unless another is given."""
        story = self.story(story_id)
        claim = next((claim for claim in story.claims if claim.id == claim_id), None)
        if claim is None:
            raise WrongUse(f"The story {story.title!r} has no claim {claim_id!r}.")
        articles = {passage.article: self.article(passage.article) for passage in claim.passages}
        return self.marks.judge(claim, articles, self.judgements(story).get(claim_id), judge, note, confidence)

    def edit(self, annotation_id: str, **changes: Any) -> Annotation:
        """Change what an annotation says; see :meth:`Marks.edit`."""
        return self.marks.edit(annotation_id, **changes)

    def remove(self, annotation_id: str) -> Annotation:
        """Remove an annotation."""
        return self.marks.remove([annotation_id])[0]

    def correct(self, kind: CorrectionKind, subject: str, *values: str, story: str = "", title: str = "") -> Correction:
        """Put the person's word above the machine's; several values are several corrections, made in one step.

        Args:
            kind: What is corrected.
            subject: An article, an outlet, a form of a name, or a place: see :class:`~briefing.model.Correction`.
            values: The new value, or the other parties.
            story: Where it holds; everywhere if none is given.
            title: What the history calls the step.

        Raises:
            WrongUse: A date that is none.
            UnknownArticle: There is no such article.
        """
        if kind in {"source", "published", "title", "story"}:
            subject = self.article(subject).id
        told = [_checked_date(value) if kind == "published" and value else value.strip() for value in values]
        return self.marks.correct(kind, subject, told, story=story, title=title)[0]

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections, oldest first."""
        return self.marks.corrections()

    def undo(self) -> Change | None:
        """Take the person's last step back; None where there is none."""
        return self._settled(self.marks.undo())

    def redo(self) -> Change | None:
        """Do the last undone step again; None where there is none."""
        return self._settled(self.marks.redo())

    def _settled(self, change: Change | None) -> Change | None:
        """Annotations that came back from the history stand where their words now are."""
        back = [a for a in (*change.before, *change.after) if isinstance(a, Annotation)] if change else []
        for article_id in {anchor.article for annotation in back for anchor in annotation.anchors}:
            self.marks.carry_over(article_id, self.article(article_id))
        return change

    @property
    def undo_title(self) -> str | None:
        """What :meth:`undo` would take back."""
        return self.marks.undo_title

    @property
    def redo_title(self) -> str | None:
        """What :meth:`redo` would do again."""
        return self.marks.redo_title

    def mark_read(self, article_id: str, read: bool = True) -> None:
        """Mark an article read or unread."""
        self.library.person.mark_read([article_id], read=read)

    def is_read(self, article_id: str) -> bool:
        """True where the article is marked read."""
        return article_id in self.library.person.read()

    def read_ids(self) -> frozenset[str]:
        """Ids of all articles marked read."""
        return self.library.person.read()

    # ---------------------------------------------------------------- out

    def export(self, story: str | None, format: ExportFormat, previous: str = "") -> str:
        """The summary of one story, or of all; ``previous`` is the earlier text whose kept parts survive."""
        stories = [self.story(story)] if story is not None else list(self.stories())
        return export.render([self.dossier(one, previous) for one in stories], format)

    def dossier(self, story: Story, previous: str = "") -> Any:
        """Everything an export of a story needs."""
        articles = tuple(self.article(article_id) for article_id in story.articles)
        return export.dossier(
            story,
            articles,
            {a.id: f for a in articles if (f := self.findings(a.id)) is not None},
            self.annotations(story=story.id),
            self.corrections(),
            self.ledger(story),
            previous,
        )

    def write_export(self, story: str | None, format: ExportFormat, path: Path, *, force: bool = False) -> Path:
        """Write the summary to a file, keeping what the person wrote between the marks of an earlier one.

        Raises:
            WouldOverwrite: The file was not written by this program, and ``force`` is not given.
            NotWritten: It could not be written; what was there still stands.
        """
        previous = export.earlier(path)
        if previous is None and path.exists() and not force:
            raise WouldOverwrite(
                f"{path} exists and was not written by briefing.", "Choose another name, or overwrite it with --force."
            )
        return export.write(path, self.export(story, format, previous or ""))

    def revision(self) -> int:
        """Differs whenever something in the library has changed, also by another process."""
        return self.library.revision()

    def notices(self) -> tuple[str, ...]:
        """What the person must be told about the library: files that were restored."""
        return self.library.notices()


def _outcome(added: Added) -> Outcome:
    article = added.article
    name = article.title or article.file or article.id
    words = {"new": "added", "known": "known already", "changed": "new version of an article in the library"}
    return Outcome(kind=added.arrival, name=name, article=article, message=words[added.arrival])


def _checked_date(value: str) -> str:
    try:
        return (
            dt.date.fromisoformat(value).isoformat()
            if len(value) <= len("2009-06-14")
            else dt.datetime.fromisoformat(value).isoformat()
        )
    except ValueError:
        raise WrongUse(
            f"{value!r} is not a date.", "Write it as 2009-06-14, or with a time as 2009-06-14T18:30."
        ) from None
