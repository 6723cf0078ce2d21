"""Quotations that go on in a sentence of their own.

“We will not sign,” she said. “Nobody asked us.” Both are hers, and they are two statements: what the second says is no
part of what she is said to have said in the first. A quotation that its cue only interrupts, within one sentence, stays
one.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from briefing.model import Quote, Span

CONTINUED = "continued after the cue"

_ENDS = frozenset(".!?…")


def parted(text: str, quote: Quote) -> Iterator[Quote]:
    """A direct quotation, cut where the narrator ends a sentence within it; what goes on has no cue of its own.

    Args:
        text: The article's.
        quote: Its ``content`` in the order of the text.
    """
    if quote.kind != "direct" or len(quote.content) < 2:
        yield quote
        return
    parts: list[list[Span]] = [[quote.content[0]]]
    for before, after in zip(quote.content, quote.content[1:], strict=False):
        if _ends_a_sentence(text[before.end : after.start]):
            parts.append([after])
        else:
            parts[-1].append(after)
    if len(parts) == 1:
        yield quote
        return
    yield msgspec.structs.replace(quote, content=tuple(parts[0]))
    for part in parts[1:]:
        yield msgspec.structs.replace(quote, content=tuple(part), cue=(), rule=f"{quote.rule}, {CONTINUED}")


def _ends_a_sentence(between: str) -> bool:
    """True where words of the narrator stand between two stretches, and the last of them ends a sentence."""
    narrated = between.strip().strip("\"'“”‘’«»„").strip()
    return any(char.isalpha() for char in narrated) and narrated[-1] in _ENDS
