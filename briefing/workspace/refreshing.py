"""Bringing a library up to date: what has no findings is analysed, what changed is grouped and compared."""

from __future__ import annotations

import functools
import threading
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from briefing.model import Article, Correction, Entry, Story
from briefing.store import Library
from briefing.store.catalogue import Filed
from briefing.store.index import StoryLine
from briefing.workspace import jobs
from briefing.workspace.analysis import Engine, Refresh, digest

COMPARED_BY = frozenset({"merge", "split", "rename", "retype", "link", "unlink"})
"""Kinds of corrections that a comparison takes into account; the others stand on the articles, or judge nothing."""

_TOGETHER = 200
"""Articles whose findings are handed over at once to find out what they are about."""


class Refresher:
    """Makes and keeps findings and stories; one run at a time.

    Args:
        library: Where they are kept.
        engine: What makes them.
    """

    def __init__(self, library: Library, engine: Engine) -> None:
        self._library = library
        self._engine = engine
        self._running = threading.Lock()

    def run(self, articles: Mapping[str, Filed], corrections: Sequence[Correction], hear: Refresh) -> None:
        """Bring everything up to date with these articles and corrections.

        Raises:
            ModelMissing: The language model is not there.
        """
        with self._running:
            keys = {i: self._engine.findings_key(article) for i, article in articles.items()}
            self._analyse(articles, keys, hear)
            if hear.cancelled():
                return
            ready = {i: a for i, a in articles.items() if self._library.findings.has(i, keys[i])}
            moved = {c.subject: c.value for c in corrections if c.kind == "story"}
            lines = self._group(ready, keys, moved, hear)
            self._compare(ready, keys, lines, corrections, hear)

    def _analyse(self, articles: Mapping[str, Filed], keys: Mapping[str, str], hear: Refresh) -> None:
        shelf = self._library.findings
        pending = [self._whole(article) for i, article in articles.items() if not shelf.has(i, keys[i])]
        for article, findings, packed in self._engine.analyse(pending, hear):
            shelf.put(article.id, keys[article.id], findings)
            self._library.profiles.put(article.id, _profile_key(article, keys[article.id]), packed.profile)
            if hear.on_findings:
                hear.on_findings(article, findings)

    def _whole(self, entry: Filed) -> Article:
        return self._library.catalogue.with_text(entry)

    def _group(
        self, articles: Mapping[str, Filed], keys: Mapping[str, str], moved: Mapping[str, str], hear: Refresh
    ) -> dict[str, StoryLine]:
        """The stories' list, made anew where anything it rests on has changed."""
        from briefing.compare import VERSION

        index = self._library.index
        told = {i: digest(VERSION, _told(a, keys[i]), a.published) for i, a in articles.items()}
        key = digest(VERSION, sorted(told.items()), sorted(moved.items()))
        if key != index.key():
            self._profile([a for i, a in articles.items() if not self._has_profile(a, keys[i])], keys)
            outlines = {i: functools.partial(self._outline, a, keys[i]) for i, a in articles.items()}
            groups = self._engine.group(outlines, told, moved, hear) if articles else []
            earlier = {line.id: line for line in index.lines()}
            index.put(key, [_story_line(group, earlier.get(group.id)) for group in groups])
            if hear.on_groups:
                hear.on_groups()
        return {line.id: line for line in index.lines()}

    def _has_profile(self, article: Filed, key: str) -> bool:
        return self._library.profiles.has(article.id, _profile_key(article, key))

    def _profile(self, articles: Sequence[Filed], keys: Mapping[str, str]) -> None:
        """Find out what articles are about that were analysed before that was kept, or under another headline."""
        for start in range(0, len(articles), _TOGETHER):
            some = [self._whole(article) for article in articles[start : start + _TOGETHER]]
            packed = {article.id: self._library.findings.packed(article.id, keys[article.id]) for article in some}
            for article, profile in zip(some, self._engine.outlines(some, packed), strict=True):
                self._library.profiles.put(article.id, _profile_key(article, keys[article.id]), profile)

    def _outline(self, article: Filed, key: str) -> jobs.Outline:
        profile = self._library.profiles.get(article.id, _profile_key(article, key))
        if profile is None:
            self._profile([article], {article.id: key})
            profile = self._library.profiles.get(article.id, _profile_key(article, key)) or b""
        return jobs.outline(article, profile)

    def _compare(
        self,
        articles: Mapping[str, Filed],
        keys: Mapping[str, str],
        lines: dict[str, StoryLine],
        corrections: Sequence[Correction],
        hear: Refresh,
    ) -> None:
        from briefing.compare import VERSION

        wanted = {
            line.id: digest(
                VERSION,
                line.articles,
                [_told(articles[i], keys[i]) for i in line.articles],
                _bearing_on(line.id, corrections),
            )
            for line in lines.values()
        }
        due = [
            jobs.GroupRecord(id=line.id, title=line.title, articles=line.articles)
            for line in lines.values()
            if line.key != wanted[line.id] or not self._library.stories.has(line.id, line.key)
        ]
        if not due:
            return

        whole = {i: self._whole(articles[i]) for record in due for i in record.articles}

        def packed(article_id: str) -> bytes:
            return self._library.findings.packed(article_id, keys[article_id])

        def vectors(article_id: str) -> Any:
            return self._library.vectors.get(keys[article_id])

        try:
            for record, story, made in self._engine.compare(due, whole, packed, vectors, corrections, hear):
                for article_id, rows in made.items():
                    self._library.vectors.put(keys[article_id], rows)
                self._library.stories.put(record.id, wanted[record.id], story)
                lines[record.id] = _compared_line(lines[record.id], story, wanted[record.id])
                if hear.on_story:
                    hear.on_story(story)
        finally:
            self._library.index.put(self._library.index.key(), lines.values())


def _bearing_on(story_id: str, corrections: Sequence[Correction]) -> list[Correction]:
    """The person's word on entities and passages of a story; a word on another story leaves this one's as it is."""
    return [c for c in corrections if c.kind in COMPARED_BY and c.story in ("", story_id)]


def _profile_key(article: Entry, findings_key: str) -> str:
    """Everything a profile depends on."""
    from briefing.compare import VERSION

    return digest(VERSION, findings_key, article.title)


def _told(article: Entry, findings_key: str) -> tuple[str | None, ...]:
    """What grouping and comparing take from an article besides its findings."""
    return article.id, findings_key, article.source, article.title, article.url, article.story


def _story_line(group: jobs.GroupRecord, earlier: StoryLine | None) -> StoryLine:
    same = earlier is not None and earlier.articles == group.articles
    if same and earlier is not None:
        return msgspec.structs.replace(earlier, title=group.title)
    return StoryLine(id=group.id, title=group.title, articles=group.articles)


def _compared_line(line: StoryLine, story: Story, key: str) -> StoryLine:
    counts: dict[str, int] = {}
    for claim in story.claims:
        if claim.within is not None:
            continue
        counts[claim.status] = counts.get(claim.status, 0) + 1
    return msgspec.structs.replace(line, key=key, origins=len(story.origins), counts=counts)
