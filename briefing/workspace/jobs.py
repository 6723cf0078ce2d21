"""The units of work that an executor runs, here or in another process or on another machine.

They take and give bytes (the packed form of :mod:`briefing.store.computed`, MessagePack for the rest), know no library
and touch no disk, so that any executor will do. What they need is imported when they run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from briefing.model import Article, Correction, Entry, Findings, Story
from briefing.store.computed import pack, unpack

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from briefing.compare.earlier import Earlier
    from briefing.compare.groups import Grouper

Arrays = Mapping[str, "NDArray[Any]"]


class ArticleSet(msgspec.Struct, frozen=True, kw_only=True):
    """Articles with their packed findings, in the same order."""

    articles: tuple[Article, ...]
    findings: tuple[bytes, ...]

    def opened(self) -> dict[str, Findings]:
        """Findings by article id."""
        return {a.id: unpack(f, Findings) for a, f in zip(self.articles, self.findings, strict=True)}


class Outline(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What grouping needs of an article: its line in the catalogue, and its packed profile."""

    entry: Entry
    profile: bytes


def outline(article: Entry, profile: bytes) -> Outline:
    """The outline of an article; of a richer record only what every entry has is taken."""
    entry = Entry(**{name: getattr(article, name) for name in Entry.__struct_fields__})
    return Outline(entry=entry, profile=profile)


class Regrouping(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A grouping that goes on from an earlier one.

    Attributes:
        since: Names the grouping it goes on from; empty where ``changed`` is everything.
        key: Names this one.
        changed: Articles that are new or different.
        gone: Ids of those that are there no more.
        moved: Article id -> story id, all of the person's words.
    """

    since: str
    key: str
    changed: tuple[Outline, ...] = ()
    gone: tuple[str, ...] = ()
    moved: dict[str, str] = {}


class Analysed(NamedTuple):
    """One article's packed findings, and what it is about in packed form."""

    findings: bytes
    profile: bytes


class GroupRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Which articles are one story."""

    id: str
    title: str
    articles: tuple[str, ...]


def analyse(model: str, articles: bytes) -> list[Analysed]:
    """Findings and profiles of MessagePack-encoded articles, in order."""
    from briefing.compare.grouping.profile import profile
    from briefing.nlp import analyse_batch

    batch = msgspec.msgpack.decode(articles, type=list[Article])
    found = analyse_batch(model, batch)
    return [Analysed(pack(f), msgspec.msgpack.encode(profile(a, f))) for a, f in zip(batch, found, strict=True)]


def profiles(material: bytes) -> list[bytes]:
    """Packed profiles of the articles of an encoded :class:`ArticleSet`, in order."""
    from briefing.compare.grouping.profile import profile

    given = msgspec.msgpack.decode(material, type=ArticleSet)
    findings = given.opened()
    return [msgspec.msgpack.encode(profile(article, findings[article.id])) for article in given.articles]


_held: tuple[str, Grouper] | None = None
"""The grouping that this process made last, under its key."""


def regroup(material: bytes, together: bool = False) -> list[GroupRecord] | None:
    """The stories after an encoded :class:`Regrouping`; None where this process does not hold what it goes on from."""
    from briefing.compare.grouping.profile import Profile
    from briefing.compare.groups import Grouper

    global _held
    given = msgspec.msgpack.decode(material, type=Regrouping)
    held, _held = _held, None
    if given.since and (held is None or held[0] != given.since):
        return None
    grouper = held[1] if given.since and held is not None else Grouper()
    for article_id in given.gone:
        grouper.remove(article_id)
    for outline in given.changed:
        grouper.add_profile(outline.entry, msgspec.msgpack.decode(outline.profile, type=Profile))
    groups = grouper.groups(moved=given.moved, together=together)
    _held = (given.key, grouper)
    return [GroupRecord(id=g.id, title=g.title, articles=g.articles) for g in groups]


_last: tuple[str, Earlier] | None = None
"""The wide story that this process compared last, and what is left of it for when an article joins."""
_WIDE = 10
"""Articles of a story that one more makes no more than a tenth larger."""


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
    from briefing.compare.earlier import Earlier

    global _last
    earlier = _last[1] if _last is not None and _last[0] == group.id else Earlier()
    if len(group.articles) >= _WIDE:
        _last = (group.id, earlier)
    given = msgspec.msgpack.decode(material, type=ArticleSet)
    findings = given.opened()
    made = _missing_vectors(given.articles, findings, vectors) if len(given.articles) > 1 else {}
    story: Story = compare_story(
        Group(id=group.id, title=group.title, articles=group.articles),
        {article.id: article for article in given.articles},
        findings,
        {**vectors, **made},
        corrections,
        earlier,
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
