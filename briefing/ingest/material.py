"""What the door hands to a format: the bytes of one file and the names it goes by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefing.errors import UnreadableInput
from briefing.model import Article

MAX_BYTES = 20 * 1024 * 1024
"""Largest file of one report."""
MAX_ARCHIVE_BYTES = 1024 * 1024 * 1024
"""Largest file of JSON Lines, which may hold many reports."""
MAX_CHARACTERS = 2_000_000
"""Longest text of one report: about 350,000 words."""


class Material(NamedTuple):
    """One file's content.

    Attributes:
        name: What messages call it: the path as the person gave it, or "standard input".
        file: What :attr:`Article.file` is to hold: the absolute path, or empty for standard input.
        content: The bytes.
    """

    name: str
    file: str
    content: bytes


Reader = Callable[[Material], Iterator[Article | UnreadableInput]]
"""A format's reader: yields an article, or the reason why there is none, for each report in the file."""
