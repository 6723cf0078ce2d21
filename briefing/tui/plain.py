"""The one door through which the words of a source reach the screen.

Source text is never markup: it becomes :class:`textual.content.Content`, whose text is taken as it is. What a terminal
would obey or hide (control characters, escape sequences, bidirectional overrides, lone surrogates) is replaced by
visible signs, one code point for one, so that every offset into the text still holds.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content, Span

from briefing.model.visible import visible, visible_line


def plain(text: str, spans: Iterable[Span] = (), *, one_line: bool = False) -> Content:
    """Source text for the screen.

    Args:
        text: What the source says.
        spans: Styles, by offsets into ``text``.
        one_line: Whether line ends become spaces.
    """
    shown = visible_line(text) if one_line else visible(text)
    return Content(shown, list(spans), strip_control_codes=False)


def shortened(text: str, cells: int) -> str:
    """``text`` in one line of at most so many cells, with an ellipsis where it was cut."""
    content = plain(text, one_line=True)
    if content.cell_length <= cells:
        return content.plain
    return content.truncate(max(1, cells), ellipsis=True).plain.rstrip()
