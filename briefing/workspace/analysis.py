"""From texts to stories: what is to be made, in which order, and where it runs.

Findings depend on the text, its date and furniture, and the pipeline; a story on its articles' findings and the
person's corrections. Both are kept under a key of all that, so nothing is made twice and nothing stale is shown.
"""

from __future__ import annotations

import concurrent.futures
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

import msgspec

from briefing.errors import BriefingError
from briefing.model import Article, Correction, Findings, Story
from briefing.nlp.analysis import check_model, pipeline_id
from briefing.settings import Language
from briefing.store.catalogue import Filed
from briefing.store.computed import unpack
from briefing.workspace import jobs
from briefing.workspace.executors import InlineExecutor, end_pool, is_broken, worker_pool

Progress = Callable[[str, int, int], None]
"""Told the stage ("analysing", "grouping", "comparing"), how much is done, and of how much."""

T = TypeVar("T")

FEW = 6
"""Articles that are analysed faster here than in new processes."""
BATCH = 4
AHEAD = 8
"""Units of work handed out before the first is back: enough to keep workers busy, few enough to cancel quickly."""


class Refresh(msgspec.Struct, kw_only=True):
    """What the caller of a long run wants to hear, and how it calls it off."""

    progress: Progress | None = None
    on_findings: Callable[[Article, Findings], None] | None = None
    on_groups: Callable[[], None] | None = None
    on_story: Callable[[Story], None] | None = None
    on_failure: Callable[[Article, BriefingError], None] | None = None
    cancelled: Callable[[], bool] = lambda: False

    def report(self, stage: str, done: int, total: int) -> None:
        """Pass progress on."""
        if self.progress:
            self.progress(stage, done, total)


def digest(*parts: object) -> str:
    """A key of whatever something was made from."""
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:24]


class Engine:
    """Analyses and compares, in an executor; keeps nothing but its workers.

    Args:
        language: The model and the number of workers.
        executor: The caller's own; it is not shut down here.
        inline: Do small work in this process rather than in new ones.
    """

    def __init__(self, language: Language, executor: Executor | None = None, *, inline: bool = False) -> None:
        self.language = language
        self.pipeline = pipeline_id(language.model)
        self._given = executor
        self._inline = inline
        self._pool: Executor | None = None
        self._grouping: Executor | None = None
        self._grouped: tuple[str, dict[str, str]] = ("", {})

    def close(self) -> None:
        """End the workers that were started here."""
        for pool in (self._pool, self._grouping):
            if pool is not None:
                end_pool(pool)
        self._pool = self._grouping = None

    def findings_key(self, article: Article | Filed) -> str:
        """Everything the findings of an article depend on."""
        return digest(self.pipeline, article.text_hash, article.published, article.place, article.furniture)

    def analyse(self, articles: Sequence[Article], hear: Refresh) -> Iterator[tuple[Article, Findings, jobs.Analysed]]:
        """Findings of each article, as they come; also in their packed form, with what the article is about.

        Where a worker dies or the analysis breaks under a batch, each of its articles is tried once more alone; if that
        fails too, the others go on and ``hear.on_failure`` is told.

        Raises:
            BriefingError: Nothing can be analysed: the model is not there.
        """
        if not articles:
            return
        check_model(self.language.model)
        size = 1 if len(articles) <= 4 * BATCH else BATCH
        batches = [articles[i : i + size] for i in range(0, len(articles), size)]
        alone: list[Sequence[Article]] = []
        done = 0
        hear.report("analysing", 0, len(articles))
        for round_ in (batches, alone):
            for batch, result in self._run(round_, self._analysis, len(articles), hear.cancelled):
                if isinstance(result, BaseException):
                    if isinstance(result, BriefingError):
                        raise result
                    if is_broken(result):
                        self.close()
                    if round_ is batches:
                        alone.extend([article] for article in batch)
                    else:
                        _failed(batch[0], result, hear)
                    continue
                for article, analysed in zip(batch, result, strict=True):
                    done += 1
                    hear.report("analysing", done, len(articles))
                    yield article, unpack(analysed.findings, Findings), analysed

    def group(
        self,
        outlines: Mapping[str, Callable[[], jobs.Outline]],
        keys: Mapping[str, str],
        moved: Mapping[str, str],
        hear: Refresh,
        *,
        together: bool = False,
    ) -> list[jobs.GroupRecord]:
        """The stories among some articles. What did not change since the last time is not handed over again.

        Args:
            outlines: By article id, what makes the article's outline.
            keys: By article id, everything the outline depends on.
            moved: Article id -> story id, the person's word.
            hear: Told that grouping begins.
            together: Everything is one story.
        """
        hear.report("grouping", 0, 1)
        key = digest(sorted(keys.items()), sorted(moved.items()), together)
        since, known = self._grouped
        changed = [id for id, made_of in keys.items() if known.get(id) != made_of]
        found = None
        if since:
            found = self._regroup(since, key, [outlines[id]() for id in changed], known.keys() - keys.keys(), moved)
        if found is None:
            found = self._regroup("", key, [outline() for outline in outlines.values()], (), moved, together)
        self._grouped = ("" if together else key, dict(keys))
        return found or []

    def _regroup(
        self,
        since: str,
        key: str,
        changed: Sequence[jobs.Outline],
        gone: Iterable[str],
        moved: Mapping[str, str],
        together: bool = False,
    ) -> list[jobs.GroupRecord] | None:
        """None where the process that did it last is no longer there, or another was asked."""
        regrouping = jobs.Regrouping(
            since=since, key=key, changed=tuple(changed), gone=tuple(sorted(gone)), moved=dict(moved)
        )
        executor = self._grouping_executor(len(changed))
        try:
            return executor.submit(jobs.regroup, msgspec.msgpack.encode(regrouping), together).result()
        except concurrent.futures.BrokenExecutor:
            self.close()
            if not since:
                raise
            return None

    def outlines(self, articles: Sequence[Article], packed: Mapping[str, bytes]) -> list[bytes]:
        """Packed profiles of analysed articles, in order; ``packed`` are their findings."""
        return self._executor(len(articles)).submit(jobs.profiles, _material(articles, packed)).result()

    def compare(
        self,
        groups: Sequence[jobs.GroupRecord],
        articles: Mapping[str, Article],
        packed: Callable[[str], bytes],
        vectors: Callable[[str], Any],
        corrections: Sequence[Correction],
        hear: Refresh,
    ) -> Iterator[tuple[jobs.GroupRecord, Story, dict[str, Any]]]:
        """Each group's story as it comes, and the sentence vectors that were made for it."""

        def start(executor: Executor, group: jobs.GroupRecord) -> Future[tuple[bytes, dict[str, Any]]]:
            known = {i: v for i in group.articles if (v := vectors(i)) is not None} if len(group.articles) > 1 else {}
            material = _material([articles[i] for i in group.articles], {i: packed(i) for i in group.articles})
            return executor.submit(jobs.compare, group, material, known, corrections)

        total = sum(len(group.articles) for group in groups)
        hear.report("comparing", 0, len(groups))
        for done, (group, result) in enumerate(self._run(groups, start, total, hear.cancelled), 1):
            if isinstance(result, BaseException):
                raise result
            hear.report("comparing", done, len(groups))
            story, made = result
            yield group, unpack(story, Story), made

    def _analysis(self, executor: Executor, batch: Sequence[Article]) -> Future[list[jobs.Analysed]]:
        return executor.submit(jobs.analyse, self.language.model, msgspec.msgpack.encode(list(batch)))

    def _executor(self, articles: int) -> Executor:
        if self._given is not None:
            return self._given
        if self._pool is None:
            if self._inline and articles <= FEW:
                return InlineExecutor()
            self._pool = worker_pool(self.language.workers)
        return self._pool

    def _grouping_executor(self, articles: int) -> Executor:
        """One process of its own, which keeps what it grouped; few articles are grouped here."""
        if self._given is not None:
            return self._given
        if self._grouping is None:
            if self._inline and articles <= FEW:
                return InlineExecutor()
            self._grouping = worker_pool(1)
        return self._grouping

    def _run(
        self,
        units: Iterable[T],
        start: Callable[[Executor, T], Future[Any]],
        articles: int,
        cancelled: Callable[[], bool],
    ) -> Iterator[tuple[T, Any]]:
        """Each unit with its result or error, in order, a few handed out ahead."""
        waiting: list[tuple[T, Future[Any]]] = []
        queue = iter(units)
        while not cancelled():
            while len(waiting) < AHEAD and (unit := next(queue, None)) is not None:
                waiting.append((unit, self._start(start, unit, articles)))
            if not waiting:
                return
            unit, future = waiting.pop(0)
            while not cancelled():
                try:
                    yield unit, future.exception(timeout=0.2) or future.result()
                    break
                except concurrent.futures.TimeoutError:
                    continue
        for _, future in waiting:
            future.cancel()

    def _start(self, start: Callable[[Executor, T], Future[Any]], unit: T, articles: int) -> Future[Any]:
        try:
            return start(self._executor(articles), unit)
        except concurrent.futures.BrokenExecutor as error:
            self.close()
            broken: Future[Any] = Future()
            broken.set_exception(error)
            return broken


def _failed(article: Article, error: BaseException, hear: Refresh) -> None:
    """Tell that one article could not be analysed, and why as far as it is known."""
    if not hear.on_failure:
        return
    name = article.title or article.id
    if is_broken(error):
        message = f"{name}: the process that analysed it died."
        hint = "It may need more memory than there is; the other articles are done."
    else:
        message = f"{name}: the analysis broke off ({type(error).__name__}: {error})."
        hint = "This is a fault of the program, worth reporting with the article; the other articles are done."
    hear.on_failure(article, BriefingError(message, hint, title="Not analysed"))


def _material(articles: Sequence[Article], packed: Mapping[str, bytes]) -> bytes:
    return msgspec.msgpack.encode(
        jobs.ArticleSet(articles=tuple(articles), findings=tuple(packed[article.id] for article in articles))
    )
