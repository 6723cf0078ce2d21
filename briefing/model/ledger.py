"""What each source adds to a story and what it leaves out, how each words a matter, and what a claim may be worth."""

from __future__ import annotations

from typing import Literal

import msgspec

from briefing.model.story import Located

WordingKind = Literal["entity", "act", "saying"]
"""What someone or something is called; with which verb an act is told; with which verb a speaker is brought in."""


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that every other origin makes and this source does not. To be silent is not to deny.

    Attributes:
        claim: Its id.
        earlier: True where the source was out before any of the others told it, and so could not know; None where a
            date is missing.
    """

    claim: str
    earlier: bool | None


class Voice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Someone whom a source quotes.

    Attributes:
        name: As the comparison names the speaker, or the description of an unnamed one.
        entity: The story's entity, where it is one.
        statements: The words given as theirs, by start.
        alone: True where no other origin quotes them.
    """

    name: str
    entity: str | None = None
    statements: tuple[Located, ...] = ()
    alone: bool = False


class Citation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Another medium on whose word a source relies: one it passes statements on from, or credits for its copy.

    ``places`` are the statements that it took from there; none for a credit.
    """

    name: str
    how: Literal["statement", "credit"]
    places: tuple[Located, ...] = ()


class Account(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one article is worth to the story.

    Attributes:
        article: Its id.
        origin: Index of its origin in :attr:`~briefing.model.Story.origins`.
        alone: Ids of the claims that its origin alone makes.
        silent: What all other origins have and its own has not; only where there are two others or more.
        voices: Whom it quotes, the most quoted first.
        cites: On which media it relies.
        loses: Ids of the claims that nobody would make without this article.
        weakens: Ids of the claims of several origins that would come down to one without it.
    """

    article: str
    origin: int
    alone: tuple[str, ...] = ()
    silent: tuple[Silence, ...] = ()
    voices: tuple[Voice, ...] = ()
    cites: tuple[Citation, ...] = ()
    loses: tuple[str, ...] = ()
    weakens: tuple[str, ...] = ()


class Worded(msgspec.Struct, frozen=True, kw_only=True):
    """One source's words for a matter: ``words`` as they stand at ``place``, the first of ``count`` such places."""

    words: str
    place: Located
    count: int = 1


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """How the sources word one matter, where they do not word it alike.

    ``subject`` is the id of an entity, or of a claim for an act; ``name`` is what a reader knows it by.
    """

    kind: WordingKind
    subject: str
    name: str
    words: tuple[Worded, ...]


class Credibility(msgspec.Struct, frozen=True, kw_only=True):
    """The second half of an Admiralty grade, suggested: 1 confirmed, 2 probably, 3 possibly true, 4 doubtful,
    5 improbable, 6 cannot be judged. The first half, the source's reliability from A to F, is the reader's alone.
    """

    claim: str
    digit: int
    why: str


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts of all articles in the story's order, how they word things, and what each claim may be worth."""

    story: str
    accounts: tuple[Account, ...] = ()
    wordings: tuple[Wording, ...] = ()
    credibility: tuple[Credibility, ...] = ()
