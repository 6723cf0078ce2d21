"""What the library holds, as the person sees it: articles with corrections applied, stories as lists show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from briefing.errors import UnknownArticle
from briefing.model import Article, Entry, Story
from briefing.store import Library
from briefing.store.catalogue import Filed

_STORIES_KEPT = 32
"""Opened stories held in memory."""


class StoryListing(msgspec.Struct, frozen=True, kw_only=True):
    """A story as lists show it, without opening it.

    Attributes:
        articles: By time of publication.
        compared: Whether the comparison is there and belongs to these articles.
        origins: Independent origins; 0 until compared.
        counts: Claims by status.
    """

    id: str
    title: str
    articles: tuple[Entry, ...]
    compared: bool = False
    origins: int = 0
    counts: dict[str, int] = {}


class Contents:
    """The articles and stories of one library, found by whatever a person may call them."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._stories: dict[str, tuple[str, Story]] = {}

    def entries(self) -> tuple[Filed, ...]:
        """What is known of every article, the person's corrections applied; oldest first, unknown dates last."""
        fixes = self._fixes()
        return tuple(sorted((_corrected(e, fixes) for e in self.library.catalogue.entries()), key=_by_date))

    def articles(self) -> tuple[Article, ...]:
        """Every article with its text, as :meth:`entries` orders them. For lists, take :meth:`entries`."""
        return tuple(self.library.catalogue.with_text(entry) for entry in self.entries())

    def article(self, ref: str) -> Article:
        """One article, by its id, the beginning of an id, its file's name, or its headline.

        Raises:
            UnknownArticle: Nothing, or more than one article, answers to ``ref``.
        """
        try:
            entry = self.library.catalogue.entry(ref)
        except UnknownArticle:
            entry = self._by_reference(ref)
        return self.library.catalogue.with_text(_corrected(entry, self._fixes()))

    def _by_reference(self, ref: str) -> Filed:
        entries = self.library.catalogue.entries()
        tests: tuple[Callable[[Filed], bool], ...] = (
            lambda e: e.id.startswith(ref) and len(ref) >= 3,
            lambda e: e.file in {ref, str(Path(ref).absolute())} or Path(e.file).name == ref,
            lambda e: e.title.casefold() == ref.casefold(),
        )
        for test in tests:
            found = [entry for entry in entries if test(entry)]
            if len(found) == 1:
                return found[0]
            if found:
                names = ", ".join(entry.id for entry in found[:5])
                raise UnknownArticle(f"{ref!r} may mean {len(found)} articles: {names}.", "Give more of the id.")
        raise UnknownArticle(f"There is no article {ref!r} in the library.", "`briefing list` shows them all.")

    def listing(self) -> tuple[StoryListing, ...]:
        """Stories as lists show them, the latest first; articles not yet grouped stand alone."""
        known = {entry.id: entry for entry in self.entries()}
        listings: list[StoryListing] = []
        for line in self.library.index.lines():
            members = tuple(known.pop(i) for i in line.articles if i in known)
            if members:
                compared = bool(line.key) and len(members) == len(line.articles)
                listings.append(
                    StoryListing(
                        id=line.id,
                        title=line.title,
                        articles=members,
                        compared=compared,
                        origins=line.origins if compared else 0,
                        counts=line.counts if compared else {},
                    )
                )
        listings += _ungrouped(known.values())
        return tuple(sorted(listings, key=_latest, reverse=True))

    def stories(self) -> tuple[Story, ...]:
        """Every story that has been compared, as the list has them."""
        return tuple(story for listing in self.listing() if (story := self.compared(listing.id)) is not None)

    def compared(self, story_id: str) -> Story | None:
        """A story's comparison; None until it is made."""
        line = next((line for line in self.library.index.lines() if line.id == story_id), None)
        if line is None or not line.key:
            return None
        kept = self._stories.get(story_id)
        if kept and kept[0] == line.key:
            return kept[1]
        story = self.library.stories.get(story_id, line.key, Story)
        if story is not None:
            if len(self._stories) >= _STORIES_KEPT:
                self._stories.clear()
            self._stories[story_id] = (line.key, story)
        return story

    def story(self, ref: str) -> Story:
        """One compared story, by its id, the beginning of it, its title, or one of its articles.

        Raises:
            UnknownArticle: There is no such story, or it has not been compared yet.
        """
        lines = self.library.index.lines()
        found = [line for line in lines if line.id == ref]
        found = found or [line for line in lines if line.id.startswith(ref) or line.title.casefold() == ref.casefold()]
        if not found:
            article_id = self.article(ref).id
            found = [line for line in lines if article_id in line.articles]
        story = self.compared(found[0].id) if len(found) == 1 else None
        if story is None:
            raise UnknownArticle(f"There is no compared story {ref!r}.", "`briefing list` shows the stories.")
        return story

    def _fixes(self) -> dict[tuple[str, str], str]:
        return {(c.subject, c.kind): c.value for c in self.library.person.corrections()}


def _corrected(entry: Filed, fixes: dict[tuple[str, str], str]) -> Filed:
    """A catalogue line with the person's source, date and title; an empty value means unknown."""
    changes: dict[str, Any] = {}
    for field in ("source", "published", "title"):
        value = fixes.get((entry.id, field))
        if value is not None:
            changes[field] = value or ("" if field == "title" else None)
            changes[f"{field}_from"] = "reader"
    return msgspec.structs.replace(entry, **changes) if changes else entry


def _by_date(entry: Entry) -> tuple[bool, str, str]:
    return entry.published is None, entry.published or "", entry.id


def _latest(listing: StoryListing) -> str:
    """The last known day or moment of publication in a story; empty, so last of all, where none is known."""
    return max(entry.published or "" for entry in listing.articles)


def _ungrouped(entries: Iterable[Entry]) -> list[StoryListing]:
    """Articles that no grouping has seen: together where their input says so, else each alone."""
    members: dict[str, list[Entry]] = {}
    for entry in entries:
        members.setdefault(entry.story or f"s-{entry.id}", []).append(entry)
    return [StoryListing(id=i, title=es[0].title, articles=tuple(es)) for i, es in members.items()]
