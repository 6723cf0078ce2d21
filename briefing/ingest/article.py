"""From what a format read to the record: metadata checked, layout read, every value with where it came from."""

from __future__ import annotations

import msgspec

from briefing.errors import UnreadableInput
from briefing.ingest.cleaning import collapse
from briefing.ingest.dates import parse_date
from briefing.ingest.layout import Layout, lay_out
from briefing.ingest.material import MAX_CHARACTERS
from briefing.ingest.outlets import clean
from briefing.model import Article, ArticleRecord, Furniture, Provenance
from briefing.model.article import content_id

MAX_TITLE = 500


def make_article(record: ArticleRecord, *, name: str, file: str, marked: tuple[Furniture, ...] = ()) -> Article:
    """The article of one record.

    Args:
        record: Normalised text and metadata as written.
        name: What messages call it.
        file: Where it was read from.
        marked: Furniture that the format itself knows.

    Raises:
        UnreadableInput: The text holds no words, or is longer than a report can be.
    """
    text = record.text
    if not any(character.isalpha() for character in text):
        raise UnreadableInput(f"{name}: {'holds no words' if text.strip() else 'is empty'}.")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableInput(
            f"{name}: its text has {len(text):,} characters; a report may have {MAX_CHARACTERS:,}.",
            "If it holds several reports, make a file of each.",
        )
    given = collapse(record.title)
    layout = lay_out(text, title=given, marked=marked)
    title, title_from = _title(given, layout)
    source, source_from = _first((clean(record.source), "metadata"), (layout.publisher or layout.agency, "text"))
    published, published_from = _first((parse_date(record.published), "metadata"), (layout.published, "text"))
    return Article(
        id=record.id or content_id(text, source),
        title=title,
        source=source,
        author=_author(record.author) or layout.author,
        published=published,
        url=collapse(record.url),
        story=record.story or None,
        title_from=title_from,
        source_from=source_from,
        published_from=published_from,
        place=layout.place,
        file=file,
        text=text,
        furniture=layout.marks,
    )


def with_text(record: ArticleRecord, text: str) -> ArticleRecord:
    """The record with its text normalised."""
    return msgspec.structs.replace(record, text=text)


def _title(given: str | None, layout: Layout) -> tuple[str, Provenance]:
    if given:
        return given[:MAX_TITLE], "metadata"
    if layout.headline:
        return " ".join(layout.headline.split()), "text"
    return layout.made, "made" if layout.made else "unknown"


def _first(*choices: tuple[str | None, Provenance]) -> tuple[str | None, Provenance]:
    return next(((value, origin) for value, origin in choices if value), (None, "unknown"))


def _author(name: str | None) -> str | None:
    name = collapse(name)
    return (name[3:].strip() if name and name[:3].casefold() == "by " else name) or None
