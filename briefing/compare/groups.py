"""Which articles are one story."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from briefing.compare.grouping.clusters import agglomerate
from briefing.compare.grouping.profile import Profile, profile
from briefing.compare.grouping.space import Space, Vector
from briefing.model import Article, Findings


class Group(msgspec.Struct, frozen=True):
    """Articles of one story.

    Attributes:
        id: The story given in the input, or ``s-`` and the id of the first article.
        title: Headline of the article that is most like all the others.
        articles: Ids by time of publication, unknown last, then by id.
    """

    id: str
    title: str
    articles: tuple[str, ...]


class Grouper:
    """Groups a library that grows: what an article is about is worked out once, when it joins."""

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._profiles: dict[str, Profile] = {}

    def add(self, article: Article, findings: Findings) -> None:
        """Take in an article, or a new version of one."""
        known = self._articles.get(article.id)
        if known != article:
            self._articles[article.id] = article
            self._profiles[article.id] = profile(article, findings)

    def remove(self, article_id: str) -> None:
        """Forget an article; an unknown one is no fault."""
        self._articles.pop(article_id, None)
        self._profiles.pop(article_id, None)

    def groups(self, *, moved: Mapping[str, str] | None = None, together: bool = False) -> tuple[Group, ...]:
        """All articles in stories; see :func:`group`."""
        order = sorted(self._articles.values(), key=published_order)
        profiles = [self._profiles[article.id] for article in order]
        space = Space(profiles)
        clusters = [list(range(len(order)))] if together else self._clusters(order, profiles, space, moved or {})
        told = [_group(order, members, space.vectors, moved or {}, together) for members in clusters if members]
        place = {article.id: i for i, article in enumerate(order)}
        return tuple(sorted(told, key=lambda group: place[group.articles[0]]))

    def _clusters(
        self, order: Sequence[Article], profiles: Sequence[Profile], space: Space, moved: Mapping[str, str]
    ) -> list[list[int]]:
        """The person's word first, then the input's, then what the texts tell."""
        named: dict[str, list[int]] = defaultdict(list)
        free: list[int] = []
        for i, article in enumerate(order):
            story = moved.get(article.id) or article.story
            if story is not None:
                named[story].append(i)
            else:
                free.append(i)
        index = {i: k for k, i in enumerate(free)}
        near = ((index[i], index[j], score) for i, j, score in space.near() if i in index and j in index)
        found = agglomerate([profiles[i] for i in free], near)
        clusters = [[free[k] for k in members] for members in found]
        for members in clusters:
            for i in tuple(members):
                members.extend(named.pop("s-" + order[i].id, ()))
        return [*clusters, *named.values()]


def group(
    articles: Sequence[Article],
    findings: Mapping[str, Findings],
    *,
    moved: Mapping[str, str] | None = None,
    together: bool = False,
) -> tuple[Group, ...]:
    """Put articles into stories, the story with the earliest article first.

    Args:
        articles: Articles with a ``story`` are grouped by it alone, the others by what they tell.
        findings: By article id; an article without any is left out.
        moved: Article id -> story id: the person's word, which stands above all else.
        together: Everything is one story.
    """
    grouper = Grouper()
    for article in articles:
        if article.id in findings:
            grouper.add(article, findings[article.id])
    return grouper.groups(moved=moved, together=together)


def published_order(article: Article) -> tuple[bool, dt.date, str, str]:
    """Sorts articles by time of publication, unknown last, then by id."""
    return (article.day is None, article.day or dt.date.min, _clock(article), article.id)


def _clock(article: Article) -> str:
    """The time of day in UTC where it is known with a zone, as it stands where it has none."""
    moment = article.moment
    if moment is None:
        return ""
    return (moment.astimezone(dt.UTC) if moment.tzinfo else moment).isoformat()


def _group(
    order: Sequence[Article],
    members: Sequence[int],
    vectors: Sequence[Vector],
    moved: Mapping[str, str],
    together: bool,
) -> Group:
    members = sorted(members)
    first = order[members[0]]
    named = {moved.get(order[i].id) or order[i].story for i in members} - {None}
    id = named.pop() if len(named) == 1 and not together else None
    return Group(
        id=id or "s-" + first.id,
        title=_title(order, members, vectors),
        articles=tuple(order[i].id for i in members),
    )


def _title(order: Sequence[Article], members: Sequence[int], vectors: Sequence[Vector]) -> str:
    """The headline of the article nearest to the middle of them all; the earlier of two equals.

    One that an editor wrote goes before one made of an article's opening words.
    """
    titled = [i for i in members if order[i].title]
    titled = [i for i in titled if order[i].title_from != "made"] or titled
    if not titled:
        return ""
    middle = vectors[members[0]]
    for i in members[1:]:
        middle = middle + vectors[i]
    return order[max(titled, key=lambda i: (round(vectors[i].dot(middle), 9), -i))].title
