"""What a person adds: annotations in the terms of the W3C Web Annotation Data Model, corrections, and their history."""

from __future__ import annotations

from typing import Literal

import msgspec

from briefing.model.span import Span

Motivation = Literal["highlighting", "commenting", "tagging", "assessing", "linking", "identifying"]
"""W3C motivations: a highlight, a note, tags, a judgement, a link between passages, a fact of the person's own."""

Judgement = Literal["confirmed", "disputed", "unsure"]

CorrectionKind = Literal[
    "source", "published", "title", "story", "merge", "split", "rename", "retype", "link", "unlink", "grade"
]
"""What the person's word replaces: an article's source, date, title or story; entities; passages; a source's grade."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where an annotation stands: W3C TextPositionSelector and TextQuoteSelector together.

    ``start``/``end`` count code points of the text with ``text_hash``; ``exact`` are the words there, ``prefix`` and
    ``suffix`` up to 32 code points before and after.
    """

    article: str
    text_hash: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def span(self) -> Span:
        """Its code points."""
        return Span(self.start, self.end)


class Annotation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="annotation"):
    """One annotation.

    Attributes:
        id: ``a-`` and 10 base-32 characters, never used twice.
        created, modified: ISO 8601, UTC, to the millisecond.
        motivation: The main purpose; a highlight with a note is ``commenting``.
        anchors: One, or two for a link between passages; a judged claim has one a passage.
        claim: Id of the judged claim; ``anchors`` find it again when the id has changed.
        note, tags, judge: What the person says.
        colour: Name of the highlight's colour.
        confidence: 1 to 6, the Admiralty code's credibility of the information (1 confirmed, 6 cannot be judged).
        orphan: True where the words can no longer be found; the position is then that of the old text.
    """

    id: str
    created: str
    modified: str
    motivation: Motivation
    anchors: tuple[Anchor, ...] = ()
    claim: str | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    judge: Judgement | None = None
    colour: str | None = None
    confidence: int | None = None
    orphan: bool = False


class Correction(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="correction"):
    """The person's word above the machine's.

    ``subject`` is what it is about (an article's id, an outlet's name, an entity's name form), ``value`` the new
    value or the other party, ``story`` the story it holds in (empty: everywhere).
    """

    id: str
    created: str
    kind: CorrectionKind
    subject: str
    value: str
    story: str = ""


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One step of the history: what stood before and what stands after, for undo and redo.

    A record absent before was added; absent after, removed. ``title`` names the step for the person ("note on
    'open discrimination'").
    """

    id: str
    at: str
    title: str
    before: tuple[Annotation | Correction, ...] = ()
    after: tuple[Annotation | Correction, ...] = ()
