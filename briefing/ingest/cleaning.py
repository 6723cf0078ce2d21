"""The one place where a text is changed, before the first offset into it is counted.

Newlines become ``\\n`` and a byte order mark at the start goes. Nothing else is touched: not a word, not a space, not a
control character (whoever shows the text makes those visible). From here on every offset counts this text.
"""

from __future__ import annotations

BYTE_ORDER_MARK = "\ufeff"


def normalise(text: str) -> str:
    """The text as it is kept.

    Args:
        text: Decoded text, with any newlines.
    """
    return newlines(text.removeprefix(BYTE_ORDER_MARK))


def newlines(text: str) -> str:
    """The text with ``\\n`` for every newline, and nothing else changed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def collapse(value: str | None) -> str | None:
    """A line of metadata with single spaces; None where nothing is left. Never used on an article's text."""
    return " ".join(value.split()) or None if value else None
