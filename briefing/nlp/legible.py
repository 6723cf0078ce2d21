"""What the model is given to read of an article, place for place as long as the article's own text."""

from __future__ import annotations

import re

import msgspec

from briefing.model import Article, Foreign
from briefing.nlp.languages import foreign_passages, veiled

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""Half a character, which no encoding can write."""


def legible(article: Article) -> tuple[Article, tuple[Foreign, ...]]:
    """The article with its passages in other languages veiled, and these passages."""
    passages = foreign_passages(article.text)
    text = veiled(article.text, passages)
    if not text.isascii():
        text = _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    if text == article.text:
        return article, ()
    return msgspec.structs.replace(article, text=text), passages
