"""Plain text: the whole file is the text."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import UnreadableInput
from briefing.ingest.article import make_article
from briefing.ingest.cleaning import normalise
from briefing.ingest.decoding import decode
from briefing.ingest.material import Material
from briefing.model import Article, ArticleRecord


def read_plain(material: Material) -> Iterator[Article | UnreadableInput]:
    """The one article of a text file."""
    record = ArticleRecord(text=normalise(decode(material.content)))
    yield make_article(record, name=material.name, file=material.file)
