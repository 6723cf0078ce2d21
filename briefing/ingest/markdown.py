"""Markdown with YAML front matter: the text is what follows the front matter, as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.errors import UnreadableInput
from briefing.ingest.article import make_article
from briefing.ingest.cleaning import normalise
from briefing.ingest.decoding import decode
from briefing.ingest.material import Material
from briefing.model import Article, ArticleRecord

MAX_FRONT_MATTER = 64 * 1024
KEYS = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "publication", "site", "sitename", "site_name"),
    "author": ("author", "authors", "byline", "creator"),
    "published": ("published", "date", "datepublished", "published_at", "pubdate", "publication_date"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url"),
    "id": ("id",),
    "story": ("story",),
}
"""The front matter's names of each value, the first that is there counts."""
_FENCE = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_PAIR = re.compile(r"([A-Za-z_][\w -]{0,40}?)[ \t]*:[ \t]+(.{0,2000})")


def read_markdown(material: Material) -> Iterator[Article | UnreadableInput]:
    """The one article of a Markdown file."""
    block, text = split_front_matter(normalise(decode(material.content)))
    record = ArticleRecord(text=text, **_values(block))
    yield make_article(record, name=material.name, file=material.file)


def has_front_matter(text: str) -> bool:
    """True where a text opens with a block between two lines of ``---``, of which one line at least is a pair."""
    block, _ = split_front_matter(text)
    return _PAIR.search(block) is not None


def split_front_matter(text: str) -> tuple[str, str]:
    """Front matter (empty where there is none) and the text after it."""
    fence = _FENCE.match(text)
    close = _CLOSE.search(text, fence.end(), fence.end() + MAX_FRONT_MATTER) if fence else None
    if fence is None or close is None:
        return "", text
    return text[fence.end() : close.start()], text[close.end() :].lstrip("\n")


def _values(block: str) -> dict[str, str]:
    """The values we know by their names; nested values but a name or a list of names are left out."""
    written = {_key(key): value for key, value in _parse(block).items()}
    values = {}
    for field, names in KEYS.items():
        found = next((text for name in names if (text := _flat(written.get(name)))), None)
        if found:
            values[field] = found
    return values


def _parse(block: str) -> Mapping[str, Any]:
    """YAML with every scalar as it is written; lines of ``key: value`` where it is not quite YAML."""
    import yaml

    try:
        parsed = yaml.load(block, Loader=yaml.BaseLoader)  # makes strings, lists and mappings, nothing else
    except (yaml.YAMLError, RecursionError):
        parsed = None
    if isinstance(parsed, dict):
        return {str(key): value for key, value in parsed.items()}
    pairs = (_PAIR.fullmatch(line.strip()) for line in block.split("\n"))
    return {pair[1]: pair[2].strip().strip("\"'") for pair in pairs if pair}


def _key(name: str) -> str:
    return name.strip().casefold().replace("-", "_").replace(" ", "_")


def _flat(value: object) -> str | None:
    """A scalar, a list of scalars joined by commas, or the ``name`` of a mapping."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return ", ".join(filter(None, (_flat(part) for part in value[:20] if not isinstance(part, list)))) or None
    return value.strip() or None if isinstance(value, str) else None
