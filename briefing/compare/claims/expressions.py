"""Which words an expression cannot do without: so that few expressions are tried on a sentence, and fewer ever made.

Reports have few of the thousands of expressions that answer some question. Nearly all end in a certain word, or in one
of several ("(?:the )?(?:dam|reservoir)"): where a sentence has none of these, the expression is not in it.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from typing import Generic, TypeVar

Row = TypeVar("Row")

_GROUP = re.compile(r"\([^()]*\)")
_AHEAD = re.compile(r"\(\?[!=](?:[^()]|\([^()]*\))*\)$")
_WORDS = re.compile(r"[a-z|? ]+")
_BEGINS = re.compile(r"(?:^| |\\b| \)\??| \)\{\d,\d\})$")
"""What stands in an expression before the beginning of a word."""
_LONGEST = 12
"""What tells that a word begins is no longer than this."""


@functools.cache
def needed(rest: str) -> frozenset[str]:
    """The words of which a sentence must have one to have an expression that goes on so; none where that is open."""
    if "(?!" in rest or "(?=" in rest:
        rest = _AHEAD.sub("", rest)
    rest = rest.removesuffix(r"\b")
    if rest.endswith(")"):
        start = rest.rfind("(?:")
        told = rest[start + 3 : -1] if start >= 0 else ""
    else:
        told = rest[len(rest.removesuffix("?").rstrip("abcdefghijklmnopqrstuvwxyz")) :]
        start = len(rest) - len(told)
    if (
        not _WORDS.fullmatch(told)
        or not _BEGINS.search(rest[max(0, start - _LONGEST) : start])
        or _parted(rest[:start])
    ):
        return frozenset()
    words: set[str] = set()
    for one in told.split("|"):
        word = one.partition(" ")[0]
        if not word.rstrip("?") or "?" in word[:-1]:
            return frozenset()
        words.update((word[:-1], word[:-2]) if word.endswith("?") else (word,))
    return frozenset(words - {""})


def _parted(rest: str) -> bool:
    """True where the whole is one of several, so that its end is not that of all."""
    while "|" in rest and (bare := _GROUP.sub("", rest)) != rest:
        rest = bare
    return "|" in rest


class Begun(Generic[Row]):
    """Expressions that begin with one word.

    Args:
        rows: Them, each with how it goes on.
    """

    def __init__(self, rows: Iterable[tuple[Row, str]]) -> None:
        self._rows: list[tuple[Row, str]] = list(rows)
        self._open_at: list[int] = []
        self._needing: dict[str, list[int]] = defaultdict(list)
        for at, (_, rest) in enumerate(self._rows):
            words = needed(rest)
            for word in words:
                self._needing[word].append(at)
            if not words:
                self._open_at.append(at)
        self._open = [self._rows[at] for at in self._open_at]

    def likely(self, said: Set[str]) -> Sequence[tuple[Row, str]]:
        """Those that a sentence of such words may have, in order."""
        shared = self._needing.keys() & said
        if not shared:
            return self._open
        found = set(self._open_at)
        for word in shared:
            found.update(self._needing[word])
        return [self._rows[at] for at in sorted(found)]


__all__ = ["Begun", "needed"]
