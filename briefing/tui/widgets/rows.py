"""Pieces that panels and lists are written with: hanging rows, quoted words, dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from textual.content import Content, Span

from briefing.tui.plain import plain, shortened

FAINT = "$faint"


def hang(lead: Content, body: Content, width: int) -> Content:
    """``lead``, then ``body`` wrapped beside it so that every row is at most ``width`` cells."""
    indent = lead.cell_length
    rows = body.wrap(max(8, width - indent))
    return stack(
        [lead.append(row) if not number else Content(" " * indent).append(row) for number, row in enumerate(rows)]
    )


def stack(rows: Iterable[Content]) -> Content:
    """Rows one below the other."""
    return Content("\n").join(rows)


def styled(text: str, style: str) -> Content:
    """Our own words in one style; markup in them means nothing."""
    return plain(text, [Span(0, len(text), style)] if style and text else ())


def source(text: str, style: str = "", *, cells: int = 0) -> Content:
    """A source's words in one line and one style, cut to so many cells where that is given."""
    shown = shortened(text, cells) if cells else text
    return plain(shown, [Span(0, len(shown), style)] if style and shown else (), one_line=True)


def both_ends(left: Content, right: Content, width: int) -> Content:
    """One row with ``right`` at its right edge; ``left`` is cut where both have no room."""
    room = max(1, width - right.cell_length - (1 if right else 0))
    left = left.truncate(room, ellipsis=True)
    return Content.assemble(left, " " * max(0, width - left.cell_length - right.cell_length), right)


def short_day(day: dt.date | None) -> str:
    """``14 Jun``; empty where unknown."""
    return f"{day.day} {day:%b}" if day else ""


def long_day(day: dt.date | None) -> str:
    """``14 June 2009``; empty where unknown."""
    return f"{day.day} {day:%B %Y}" if day else ""


def counted(number: int, noun: str, plural: str = "") -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
