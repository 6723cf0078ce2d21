"""What several articles say together."""

from __future__ import annotations

from typing import Literal

import msgspec

from briefing.model.findings import EntityType, MentionForm
from briefing.model.span import Span, made

ClaimStatus = Literal["agreed", "single", "compatible", "update", "conflict"]
ClaimKind = Literal["number", "date", "name", "outcome", "reason", "place", "attribution"]


class Located(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of one article of the story: code points ``[start, end)`` of that article's text."""

    article: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its code points in the article."""
        return made(Span, (self.start, self.end))


class StoryMention(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of an entity, in one article; ``entity`` is its id in that article's findings."""

    article: str
    start: int
    end: int
    entity: str
    form: MentionForm = "name"

    @property
    def span(self) -> Span:
        """Its code points in the article."""
        return made(Span, (self.start, self.end))


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Why two articles' entities were taken for one: ``a`` and ``b`` are name forms, ``why`` one line for a reader."""

    a: str
    b: str
    rule: str
    why: str


class StoryEntity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone or something under all its spellings.

    Attributes:
        id: Stable while its members stay the same.
        name: The fullest form of the most sources.
        forms: ``(article id, form, count)``, names only, by article in the story's order, most frequent first.
        links: The reason of every merge that made it.
    """

    id: str
    name: str
    type: EntityType
    mentions: tuple[StoryMention, ...] = ()
    forms: tuple[tuple[str, str, int], ...] = ()
    roles: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """Two entities that may be one: ``a`` and ``b`` are ids of story entities; the person decides."""

    a: str
    b: str
    rule: str
    why: str


class OriginGroup(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Articles of one origin (an original and its reprints, or copy of one agency), the fullest first."""

    articles: tuple[str, ...]
    agency: str | None = None
    rule: str = ""
    why: str = ""


class Alignment(msgspec.Struct, frozen=True, kw_only=True):
    """Two passages on the same matter; ``score`` from 0 to 1."""

    a: Located
    b: Located
    score: float


class FactRef(msgspec.Struct, frozen=True, kw_only=True):
    """A fact of one article's findings."""

    article: str
    fact: str


class ClaimValue(msgspec.Struct, frozen=True, kw_only=True):
    """The words on which a claim turns, in one article, and what they come to (``500,000,000 USD``, ``2009-06-06``)."""

    article: str
    start: int
    end: int
    value: str

    @property
    def span(self) -> Span:
        """Its code points in the article."""
        return made(Span, (self.start, self.end))


class Claim(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one or more sources say of one matter, and how their accounts stand to each other.

    Attributes:
        id: The same for the same passages with the same words.
        status: ``agreed`` by two or more origins; ``single`` origin; ``compatible`` once worked out; ``update`` of an
            earlier report; ``conflict`` where they cannot both hold.
        kind: What a difference is about; None where there is none.
        passages: The words of every source, by the order of articles in the story, then by start.
        facts: Findings the claim rests on.
        values: The words that agree or differ, and what they come to.
        why: One line for a reader; the working where something was worked out.
        rule: Name of the rule that decided.
        origins: How many independent origins stand behind it.
        sure: False where it is offered for the person to decide (status is then the cautious one).
        attributed: True where every source gives it as somebody's word and not as its own.
        within: Id of the claim that says the same with more of the same words; lists may leave this one out.
    """

    id: str
    status: ClaimStatus
    kind: ClaimKind | None = None
    passages: tuple[Located, ...] = ()
    facts: tuple[FactRef, ...] = ()
    values: tuple[ClaimValue, ...] = ()
    why: str = ""
    rule: str = ""
    origins: int = 1
    sure: bool = True
    attributed: bool = False
    within: str | None = None

    def of(self, article: str) -> tuple[Located, ...]:
        """Its passages in one article."""
        return tuple(passage for passage in self.passages if passage.article == article)


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The articles of one event set against each other.

    Attributes:
        id: As given in the input, else ``s-`` and the id of its first article.
        articles: Ids by time of publication, unknown last, then by id.
        pipeline: Version of the comparison, for telling stale results.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    pipeline: str = ""
    origins: tuple[OriginGroup, ...] = ()
    entities: tuple[StoryEntity, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    claims: tuple[Claim, ...] = ()
