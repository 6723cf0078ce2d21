"""The units of work that an executor runs, here or in another process or on another machine.

They take and give bytes (the packed form of :mod:`briefing.store.computed`, MessagePack for the rest), know no library
and touch no disk, so that any executor will do. What they need is imported when they run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from briefing.model import Article, Correction, Findings, Story
from briefing.store.computed import pack, unpack

if TYPE_CHECKING:
    from numpy.typing import NDArray

Arrays = Mapping[str, "NDArray[Any]"]


class ArticleSet(msgspec.Struct, frozen=True, kw_only=True):
    """Articles with their packed findings, in the same order."""

    articles: tuple[Article, ...]
    findings: tuple[bytes, ...]

    def opened(self) -> dict[str, Findings]:
        """Findings by article id."""
        return {a.id: unpack(f, Findings) for a, f in zip(self.articles, self.findings, strict=True)}


class GroupRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Which articles are one story."""

    id: str
    title: str
    articles: tuple[str, ...]


def analyse(model: str, articles: bytes) -> list[bytes]:
    """Packed findings of MessagePack-encoded articles, in order."""
    from briefing.nlp import analyse_batch

    return [pack(f) for f in analyse_batch(model, msgspec.msgpack.decode(articles, type=list[Article]))]


def group(material: bytes, moved: Mapping[str, str], together: bool) -> list[GroupRecord]:
    """The stories among the articles of an encoded :class:`ArticleSet`."""
    from briefing.compare import group as group_articles

    given = msgspec.msgpack.decode(material, type=ArticleSet)
    groups = group_articles(given.articles, given.opened(), moved=moved, together=together)
    return [GroupRecord(id=g.id, title=g.title, articles=g.articles) for g in groups]


def compare(
    group: GroupRecord, material: bytes, vectors: Arrays, corrections: Sequence[Correction]
) -> tuple[bytes, dict[str, NDArray[Any]]]:
    """One story, packed, and the sentence vectors that had to be made for it.

    Args:
        group: The story's articles.
        material: The same articles as an encoded :class:`ArticleSet`.
        vectors: Sentence vectors that are known already, by article id.
        corrections: The person's word.
    """
    from briefing.compare import Group, compare_story

    given = msgspec.msgpack.decode(material, type=ArticleSet)
    findings = given.opened()
    made = _missing_vectors(given.articles, findings, vectors) if len(given.articles) > 1 else {}
    story: Story = compare_story(
        Group(id=group.id, title=group.title, articles=group.articles),
        {article.id: article for article in given.articles},
        findings,
        {**vectors, **made},
        corrections,
    )
    return pack(story), made


def _missing_vectors(
    articles: Sequence[Article], findings: Mapping[str, Findings], vectors: Arrays
) -> dict[str, NDArray[Any]]:
    """Vectors of the articles that have none, embedded together, which is faster than one by one."""
    from briefing.nlp.vectors import embed

    missing = [article for article in articles if article.id not in vectors]
    counts = [len(findings[article.id].sentences) for article in missing]
    sentences = [span.of(article.text) for article in missing for span in findings[article.id].sentences]
    if not sentences:
        return {}
    rows = embed(sentences)
    made: dict[str, NDArray[Any]] = {}
    start = 0
    for article, count in zip(missing, counts, strict=True):
        made[article.id] = rows[start : start + count]
        start += count
    return made
