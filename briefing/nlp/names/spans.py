"""A name's place in the text, and which tokens names have taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from briefing.model import EntityType

_FRINGE = "-–—\"'“”‘’•*_#"


@dataclass(slots=True, eq=False)
class Name:
    """Tokens ``[start, end)`` of the Doc that name something.

    Attributes:
        label: What it seems to name.
        weight: How much that label is worth as evidence; 0 where nothing but the shape speaks.
        rule: How it was found.
        title: The title in front of it ("Mr"), as written; empty where there is none.
        key: Its words as compared with other names.
    """

    start: int
    end: int
    label: EntityType
    weight: float
    rule: str
    title: str = ""
    key: tuple[str, ...] = field(default=())

    def span(self, doc: Doc) -> Span:
        """The tokens."""
        return doc[self.start : self.end]

    def chars(self, doc: Doc) -> tuple[int, int]:
        """Its code points, without a dash that the tokeniser left in front."""
        words = doc[self.start : self.end]
        start, text = int(words.start_char), str(words.text)
        bare = text.lstrip(_FRINGE)
        return start + len(text) - len(bare), start + len(_unstopped(text))

    def text(self, doc: Doc) -> str:
        """The words as they stand, on one line."""
        return " ".join(_unstopped(doc[self.start : self.end].text).lstrip(_FRINGE).split())


_STOPPED = re.compile(r"(?<=[a-z]{4})\.$")
"""A full stop left at a word that is no abbreviation: "China."."""


def _unstopped(text: str) -> str:
    """``text`` without what is not the name's at its end."""
    bare = text.rstrip(_FRINGE)
    return bare if bare.endswith(("Corp.", "Bros.")) else _STOPPED.sub("", bare)


class Coverage:
    """Which tokens already belong to a name."""

    def __init__(self, doc: Doc) -> None:
        self._taken = bytearray(len(doc))

    def take(self, name: Name) -> None:
        """Mark the tokens of ``name``."""
        self._taken[name.start : name.end] = b"\1" * (name.end - name.start)

    def admit(self, names: Iterable[Name]) -> list[Name]:
        """Those of ``names`` that stand free, taken as they come."""
        admitted: list[Name] = []
        for name in names:
            if self.free(name.start, name.end):
                self.take(name)
                admitted.append(name)
        return admitted

    def free(self, start: int, end: int) -> bool:
        """True where no token of the span is taken."""
        return not any(self._taken[start:end])
