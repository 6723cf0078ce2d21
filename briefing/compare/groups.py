"""Which articles are one story."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from briefing.compare.grouping.online import Place, Settled
from briefing.compare.grouping.profile import Profile, profile
from briefing.compare.grouping.space import Vector
from briefing.model import Article, Entry, Findings

SMALL = 300
"""A library of so many articles is grouped anew whenever it changes: it takes no time, and nothing is approximate."""
RENEWED = 0.05
"""Once this share of a library has changed since, it is grouped anew."""


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
    """Groups a library that grows.

    What an article is about is worked out once, when it joins. In a library of more than ``SMALL`` articles a few that
    join, leave or are moved are settled among their neighbours, at a cost that hardly grows with the library; once more
    than ``RENEWED`` of it has changed, all is grouped anew.
    """

    def __init__(self) -> None:
        self._articles: dict[str, Entry] = {}
        self._profiles: dict[str, Profile] = {}
        self._places: dict[str, Place] = {}
        self._settled: Settled | None = None
        self._bound: frozenset[str] = frozenset()
        self._changed: set[str] = set()
        self._told: dict[tuple[str, ...], Group] = {}

    def add(self, article: Article, findings: Findings) -> None:
        """Take in an article, or a new version of one."""
        if self._articles.get(article.id) != article:
            self.add_profile(article, profile(article, findings))

    def add_profile(self, article: Entry, told: Profile) -> None:
        """The same where it is known already what the article is about."""
        self._articles[article.id] = article
        self._profiles[article.id] = told
        self._places[article.id] = published_order(article)
        self._changed.add(article.id)

    def remove(self, article_id: str) -> None:
        """Forget an article; an unknown one is no fault."""
        if self._articles.pop(article_id, None) is not None:
            del self._profiles[article_id], self._places[article_id]
            self._changed.add(article_id)

    def groups(self, *, moved: Mapping[str, str] | None = None, together: bool = False) -> tuple[Group, ...]:
        """All articles in stories; see :func:`group`."""
        said = {id: story for id, a in self._articles.items() if (story := (moved or {}).get(id) or a.story)}
        settled = self._settle(frozenset(self._articles) if together else frozenset(said))
        if together:
            stories = [list(self._articles)] if self._articles else []
        else:
            stories = _with_named(settled.stories(), said)
        place = self._places
        found = [self._told_of(sorted(members, key=place.__getitem__), {} if together else said) for members in stories]
        self._changed.clear()
        return tuple(sorted(found, key=lambda group: place[group.articles[0]]))

    def _settle(self, bound: frozenset[str]) -> Settled:
        """The stories found among the articles that nobody's word binds."""
        settled, changed = self._settled, self._changed | (bound ^ self._bound)
        self._bound = bound
        if (
            settled is None
            or max(len(settled), len(self._articles)) <= SMALL
            or (settled.changed + len(changed) > RENEWED * len(settled))
        ):
            order = sorted(self._articles, key=self._places.__getitem__)
            profiles = [self._profiles[id] for id in order]
            self._settled = Settled(profiles, [self._places[id] for id in order], set(self._articles) - bound)
            self._told.clear()
            return self._settled
        for id in sorted(changed):
            if id in self._articles:
                settled.join(self._profiles[id], self._places[id], free=id not in bound)
            elif id in settled:
                settled.drop(id)
        return settled

    def _told_of(self, members: Sequence[str], said: Mapping[str, str]) -> Group:
        """The record of a story; one of which nothing has changed is not made again."""
        ids = tuple(members)
        named = {story for id in ids if (story := said.get(id))}
        name = named.pop() if len(named) == 1 else "s-" + ids[0]
        known = self._told.get(ids)
        if known is None or known.id != name or not self._changed.isdisjoint(ids):
            assert self._settled is not None
            title = _title([self._articles[id] for id in ids], [self._settled.vector(id) for id in ids])
            known = self._told[ids] = Group(id=name, title=title, articles=ids)
        return known


def _with_named(found: Iterable[Sequence[str]], said: Mapping[str, str]) -> list[list[str]]:
    """The stories that were found, each with the articles said to belong to it, and those that are only said to be."""
    named: dict[str, list[str]] = defaultdict(list)
    for id, story in said.items():
        named[story].append(id)
    stories = [list(members) for members in found]
    for members in stories:
        for id in tuple(members):
            members.extend(named.pop("s-" + id, ()))
    return [*stories, *named.values()]


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


def published_order(article: Entry) -> Place:
    """Sorts articles by time of publication, unknown last, then by id."""
    return (article.day is None, article.day or dt.date.min, _clock(article), article.id)


def _clock(article: Entry) -> str:
    """The time of day in UTC where it is known with a zone, as it stands where it has none."""
    moment = article.moment
    if moment is None:
        return ""
    return (moment.astimezone(dt.UTC) if moment.tzinfo else moment).isoformat()


def _title(articles: Sequence[Entry], vectors: Sequence[Vector]) -> str:
    """The headline of the article nearest to the middle of them all; the earlier of two equals.

    One that an editor wrote goes before one made of an article's opening words.
    """
    titled = [i for i, article in enumerate(articles) if article.title]
    titled = [i for i in titled if articles[i].title_from != "made"] or titled
    if not titled:
        return ""
    middle = vectors[0]
    for vector in vectors[1:]:
        middle = middle + vector
    return articles[max(titled, key=lambda i: (round(vectors[i].dot(middle), 9), -i))].title
