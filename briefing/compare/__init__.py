"""Findings of several articles -> stories: grouping, entities, origins, passages, claims. No spaCy, no I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.compare.accounts import ledger
    from briefing.compare.groups import Group, group
    from briefing.compare.story import compare_story

VERSION = "8"
"""Raised whenever a rule changes what is claimed, so that kept stories are made anew."""

__all__ = ["VERSION", "Group", "compare_story", "group", "ledger"]

_HOMES = {
    "Group": "briefing.compare.groups",
    "group": "briefing.compare.groups",
    "ledger": "briefing.compare.accounts",
    "compare_story": "briefing.compare.story",
}


def __getattr__(name: str) -> Any:
    """The public names, each from its home, so that telling the version loads none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
