"""Words of a source as inert text in Markdown, YAML and CSV.

What an article says must reach the reader as it stands and do nothing: no link, no picture, no HTML, no emphasis, no
formula, and nothing invisible.
"""

from __future__ import annotations

import json
import re
import unicodedata
from urllib.parse import quote, urlsplit

_SPECIAL = re.compile(r"[\\`*\[\]|$~^]|(?<!\w)_|_(?!\w)")
_AUTOLINK = re.compile(r"(?:https?|ftp|mailto|xmpp):|www\.|//|(?<=\w)\.(?=[a-z]{2,}\b)", re.IGNORECASE)
"""What renderers make links of without being asked: addresses, and names that look like those of hosts."""
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
_BLOCK_START = re.compile(r"^(?:#{1,6}(?=\s|$)|[+-](?=\s|$)|[-=]{2,}|\d{1,9}(?=[.)](?:\s|$)))")
_CLOSING_HASHES = re.compile(r"#+$")
_URL_SAFE = "/:?#@!$&'*+,;=~%._-"
_CONTROL_PICTURES = 0x2400


def visible(text: str) -> str:
    """The text on one line, with control, direction and invisible characters shown as ``␛`` or ``<U+202E>``."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    shown = "".join(character if character.isprintable() else _shown(character) for character in text)
    return " ".join(shown.split())


def inline(text: str, *, start: bool = False) -> str:
    """The text as inert inline Markdown: as it stands once rendered, and nothing else.

    Args:
        text: Words of a source or a person.
        start: Whether it opens a paragraph, a list item or a line, where more signs have a meaning.
    """
    text = _ENTITY.sub("&amp;", visible(text)).replace("<", "&lt;").replace(">", "&gt;")
    text = _SPECIAL.sub(lambda found: "\\" + found[0], text)
    text = _AUTOLINK.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", text)
    text = _CLOSING_HASHES.sub(lambda found: "\\#" * len(found[0]), text)
    if not start:
        return text
    return _BLOCK_START.sub(lambda found: found[0] + "\\" if found[0].isdigit() else "\\" + found[0], text)


def link(title: str, url: str | None) -> str:
    """A link where the address is one of the web, else the title alone."""
    try:
        address = urlsplit(url or "")
    except ValueError:
        return inline(title)
    if address.scheme not in {"http", "https"} or not address.netloc or url is None or not url.isprintable():
        return inline(title)
    return f"[{inline(title)}](<{quote(url, safe=_URL_SAFE)}>)"


def scalar(value: str | None) -> str:
    """A YAML scalar: a JSON string, which YAML reads the same; ``null`` for None."""
    return "null" if value is None else json.dumps(visible(value), ensure_ascii=False)


def csv_cell(value: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what begins like one."""
    return "'" + value if value[:1] in {"=", "+", "-", "@", "\t", "\r"} else value


def _shown(character: str) -> str:
    code = ord(character)
    if character in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return "\u2421"
    if unicodedata.category(character) == "Zs" or character in "\u200c\u200d":
        return character
    return f"<U+{code:04X}>"
