"""One report as it came in."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Literal

import msgspec

from briefing.model.span import Span

FurnitureKind = Literal[
    "headline", "byline", "dateline", "credit", "caption", "navigation", "promotion", "timestamp", "footer"
]
"""What a marked stretch is, when it is not the reporting itself."""

Provenance = Literal["metadata", "text", "made", "reader", "unknown"]
"""Where a value came from: the file's metadata, words of the text, made from the lead, set by the person, nowhere."""


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that is not reporting: marked so that nothing is found in it, never cut.

    ``headline``, ``byline``, ``dateline`` and ``credit`` tell something about the report; the other kinds are furniture
    of the page it stood on.
    """

    start: int
    end: int
    kind: FurnitureKind

    @property
    def span(self) -> Span:
        """Its code points in the article's text."""
        return Span(self.start, self.end)


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is known of a report without its text: a line of the library's catalogue.

    Attributes:
        id: As given in the input, else :func:`content_id`; the same input has the same id from every command.
        title: Headline; made from the lead where the source has none (see ``title_from``).
        source: The outlet or agency, or None where nothing tells it.
        author: Byline without "By".
        published: ISO 8601 date, or date and time with or without zone; None where unknown.
        url: Where it was published.
        story: Story given in the input; articles with the same value are one story and are not grouped.
        title_from, source_from, published_from: Where each value came from.
        place: City of the dateline, as spelled there.
        file: The path or address it was read from, for versions and for messages; empty for standard input.
    """

    id: str
    title: str = ""
    source: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    story: str | None = None
    title_from: Provenance = "unknown"
    source_from: Provenance = "unknown"
    published_from: Provenance = "unknown"
    place: str | None = None
    file: str = ""

    @property
    def day(self) -> dt.date | None:
        """The day of publication, in the article's own zone."""
        return dt.date.fromisoformat(self.published[:10]) if self.published else None

    @property
    def moment(self) -> dt.datetime | None:
        """Date and time of publication where a time is known, with its zone if one is given."""
        if not self.published or len(self.published) <= len("2009-06-14"):
            return None
        return dt.datetime.fromisoformat(self.published)


def out_before(article: Entry, others: Sequence[Entry]) -> bool | None:
    """Whether an article was out before all of the others, and so could not know what they tell.

    By the day, and by the hour where all of that day have one with a zone.

    Returns:
        None where a date is missing, or there are no others.
    """
    day, days = article.day, [other.day for other in others]
    if day is None or None in days or not days:
        return None
    first = min(each for each in days if each is not None)
    if day != first:
        return day < first
    moments = [article.moment, *(other.moment for other in others if other.day == day)]
    zoned = [moment.astimezone(dt.UTC) for moment in moments if moment is not None and moment.tzinfo is not None]
    return len(zoned) == len(moments) and zoned[0] < min(zoned[1:])


class Article(Entry, frozen=True, kw_only=True, omit_defaults=True):
    """One version of one report, whole.

    Attributes:
        text: The text, normalised once at the door (newlines to ``\\n``, decoded). All offsets count its code points.
        furniture: Marked stretches, by start, not overlapping.
    """

    text: str
    furniture: tuple[Furniture, ...] = ()

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text, in hexadecimal: names the text's file and keys its findings."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def reports(self, span: tuple[int, int]) -> bool:
        """True where the span is reporting: no marked stretch covers half of it or more."""
        length = max(1, span[1] - span[0])
        return 2 * sum(mark.span.shared(span) for mark in self.furniture) < length


def content_id(text: str, source: str | None) -> str:
    """The id of an article that came without one: 12 hexadecimal digits of its text and source.

    The source counts, because the same words from two outlets are two articles of one origin.
    """
    digest = hashlib.sha256()
    digest.update((source or "").encode("utf-8", "surrogatepass"))
    digest.update(b"\0")
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:12]
