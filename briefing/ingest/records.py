"""JSON and JSON Lines in the form ``briefing/1``: one object an article, the text kept as it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from briefing.errors import UnreadableInput
from briefing.ingest.article import make_article, with_text
from briefing.ingest.cleaning import newlines
from briefing.ingest.decoding import decode
from briefing.ingest.material import Material
from briefing.model import Article, ArticleRecord

_DECODER = msgspec.json.Decoder(ArticleRecord)
_AT = re.compile(r" - at `\$\.?([^`]*)`$")


def read_records(material: Material) -> Iterator[Article | UnreadableInput]:
    """Every article of a file: an object a line, one object, a list of objects, or ``{"articles": [...]}``.

    A line or object that is none is refused by its number with the reason, and the rest is read.
    """
    text = decode(material.content).removeprefix("\ufeff")
    whole = _whole(text)
    if whole is None and _is_lines(text, material.name):
        yield from _lines(text, material)
    elif whole is None:
        yield _broken(text, material.name)
    else:
        for number, value in enumerate(whole, 1):
            place = f"{material.name}#{number}" if len(whole) > 1 else material.name
            yield _article(msgspec.json.encode(value), place, material, number)


def _whole(text: str) -> list[Any] | None:
    """The objects of a file that is one JSON value over several lines; None where it is JSON Lines."""
    first = text.lstrip()[:1]
    if first == "{" and _is_value(text.lstrip().split("\n", 1)[0]):
        return None
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return None
    if isinstance(value, dict) and isinstance(value.get("articles"), list) and "text" not in value:
        value = value["articles"]
    return value if isinstance(value, list) else [value]


def _is_lines(text: str, name: str) -> bool:
    """False for a ``.json`` file that is broken as a whole: one refusal says so, not one a line."""
    if not name.casefold().endswith(".json"):
        return True
    return any(_is_value(line) for line in text.split("\n", 20)[:20] if line.strip())


def _broken(text: str, name: str) -> UnreadableInput:
    try:
        msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
        return UnreadableInput(f"{name}: {_reason(error)}")
    return UnreadableInput(f"{name}: is no object.")


def _is_value(line: str) -> bool:
    try:
        return isinstance(msgspec.json.decode(line), dict) and '"articles"' not in line[:200]
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return False


def _lines(text: str, material: Material) -> Iterator[Article | UnreadableInput]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _article(line, f"{material.name}:{number}", material, number)


def _article(line: str | bytes, place: str, material: Material, number: int) -> Article | UnreadableInput:
    """One article, or why it is none; its file is ``path#id``, or ``path#number`` where no id is given."""
    try:
        record = _DECODER.decode(line)
        file = f"{material.file}#{record.id or number}" if material.file else ""
        return make_article(with_text(record, newlines(record.text)), name=place, file=file)
    except UnreadableInput as refusal:
        return refusal
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
        return UnreadableInput(
            f"{place}: {_reason(error)}",
            "An article is an object with `text` and, if known, `title`, `source`, `published` and so on, all strings.",
        )


def _reason(error: Exception) -> str:
    """The decoder's words, in a reader's terms."""
    if isinstance(error, msgspec.ValidationError):
        words = str(error)
        at = _AT.search(words)
        if "missing required field" in words:
            return "has no `text`."
        if at and at[1]:
            return f"`{at[1]}` is no string."
        return "is no object."
    if isinstance(error, RecursionError):
        return "is nested too deep."
    return f"is not JSON ({error})."
