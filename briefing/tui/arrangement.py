"""What fits on the screen: the list, so many sources, the panel."""

from __future__ import annotations

from typing import NamedTuple

ONE_SOURCE_BELOW = 90
PANEL_FROM = 100
LIST_FROM = 140
WIDE = 200
_COLUMN = 32
"""Least width of a column where there are several."""
_LEAST_TEXT = 34
"""Least width of the text beside a list or panel that was asked for; with less, that is all there is to see."""


class Arrangement(NamedTuple):
    """Widths in cells, 0 where a part is not shown."""

    stories: int
    columns: int
    panel: int


def arrange(
    width: int, *, articles: int, most_columns: int, stories: bool | None = None, panel: bool | None = None
) -> Arrangement:
    """How a width is shared out.

    Args:
        width: Of the terminal.
        articles: How many the story has.
        most_columns: Sources the reader wants side by side.
        stories: Whether the reader asked for the list or sent it away; None: shown where there is room.
        panel: Likewise for the panel.
    """
    list_width = (34 if width >= WIDE else 28) if (width >= LIST_FROM if stories is None else stories) else 0
    panel_width = _panel_width(width) if (width >= PANEL_FROM if panel is None else panel) else 0
    if width - list_width - panel_width < _LEAST_TEXT:
        if panel_width and panel and width - panel_width >= _LEAST_TEXT:
            list_width = 0
        elif list_width and stories and width - list_width >= _LEAST_TEXT:
            panel_width = 0
        elif list_width and stories:
            return Arrangement(width, 0, 0)
        elif panel_width:
            return Arrangement(0, 0, width)
    text = width - list_width - panel_width
    most = min(most_columns, max(1, articles))
    columns = 1 if width < ONE_SOURCE_BELOW else max(1, min(most, text // _COLUMN))
    if width < WIDE:
        columns = min(columns, 2)
    return Arrangement(list_width, columns, panel_width)


def _panel_width(width: int) -> int:
    if width >= WIDE:
        return 52
    return 42 if width >= LIST_FROM else 36
