"""Which format reads which file: by suffix, else by what the content looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from briefing.errors import UnreadableInput
from briefing.ingest.cleaning import normalise
from briefing.ingest.decoding import decode
from briefing.ingest.markdown import has_front_matter, read_markdown
from briefing.ingest.material import Material, Reader
from briefing.ingest.plain import read_plain
from briefing.ingest.records import read_records
from briefing.model import Article


class Format(NamedTuple):
    """A kind of file, the suffixes it goes by, and what reads it."""

    name: str
    suffixes: tuple[str, ...]
    read: Reader


def _read_html(material: Material) -> Iterator[Article | UnreadableInput]:
    """Pages need more than the other formats, which is loaded with the first of them."""
    from briefing.ingest.html import read_html

    return read_html(material)


RECORDS = Format("JSON", (".json", ".jsonl", ".ndjson"), read_records)
HTML = Format("HTML", (".html", ".htm", ".xhtml"), _read_html)
MARKDOWN = Format("Markdown", (".md", ".markdown"), read_markdown)
PLAIN = Format("text", (".txt", ".text"), read_plain)
FORMATS = (PLAIN, MARKDOWN, HTML, RECORDS)
"""To read another kind of file, write its module and name it here."""

_PAGE = re.compile(
    r"\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,50})?(?:<!--.{0,500}?-->\s{0,50})?"
    r"<(?:!doctype html|html|head|body|article|main|meta|div|p)\b",
    re.I | re.S,
)


def supported() -> tuple[str, ...]:
    """The suffixes that are read from folders: ``(".txt", ".text", ".md", ...)``."""
    return tuple(suffix for form in FORMATS for suffix in form.suffixes)


def format_of(name: str, content: bytes) -> Format:
    """The format of a file: its suffix's, or for another suffix and for standard input the one it looks like."""
    suffix = PurePath(name).suffix.casefold()
    for form in FORMATS:
        if suffix in form.suffixes:
            return form
    return sniff(content)


def sniff(content: bytes) -> Format:
    """JSON, HTML and front matter by how they begin; anything else is text."""
    start = normalise(decode(content[:70_000]))
    if start.lstrip()[:1] in {"{", "["} and re.match(r"\s*(?:\{\s*\"|\[\s*\{)", start):
        return RECORDS
    if _PAGE.match(start):
        return HTML
    return MARKDOWN if has_front_matter(start) else PLAIN
