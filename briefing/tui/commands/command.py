"""What a command is. Needs nothing but the standard library and msgspec, so that commands can be listed anywhere."""

from __future__ import annotations

from typing import Literal

import msgspec

Context = Literal[
    "everywhere",
    "text",
    "selecting",
    "stories",
    "claims",
    "entities",
    "facts",
    "notes",
    "timeline",
    "sources",
    "wording",
    "matrix",
]
"""Where a command can be given: anywhere, in the text, while words are being selected there, in a list or panel, in
the table of claims by sources."""

Group = Literal["Reading", "Differences", "Selecting", "Marking", "Judging", "Panels", "Articles", "Everywhere"]

NEEDS_NO_STORY: frozenset[Group] = frozenset({"Everywhere"})
"""Groups whose commands make sense in an empty library."""

PANELS: tuple[Context, ...] = ("claims", "entities", "facts", "notes", "timeline", "sources", "wording")
READING: tuple[Context, ...] = ("text", "selecting")


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """One thing a reader can do.

    Attributes:
        id: How settings, tests and handlers name it.
        keys: Default keys, the one shown first in front. Single characters, or ``space``, ``enter``, ``escape``,
            ``tab``, ``up``, ``pagedown``, ``f1``, with ``shift+`` or ``ctrl+`` before them.
        title: Two to four words, for palette and help.
        help: One sentence.
        label: One or two words for the footer; empty where the footer does not show it.
        weight: The footer shows the heavier first when room is short.
        beside: Ids of commands whose keys the footer shows together with this one's.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    group: Group
    contexts: tuple[Context, ...] = ("everywhere",)
    label: str = ""
    weight: int = 0
    beside: tuple[str, ...] = ()
