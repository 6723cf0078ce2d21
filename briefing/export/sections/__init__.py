"""The sections of a story's summary, in order: each takes the page and gives Markdown, empty where it has nothing."""

from __future__ import annotations

from collections.abc import Callable

from briefing.export.page import Page
from briefing.export.sections.accounts import wording
from briefing.export.sections.agreement import agreed, compatible, differences, updates
from briefing.export.sections.bottom_line import bottom_line
from briefing.export.sections.gaps import gaps
from briefing.export.sections.notes import notes
from briefing.export.sections.people import who
from briefing.export.sections.quotations import quotations
from briefing.export.sections.single import single
from briefing.export.sections.sources import sources
from briefing.export.sections.timeline import timeline

Section = Callable[[Page], str]

SECTIONS: tuple[tuple[str, Section, str], ...] = (
    ("The bottom line", bottom_line, "bottom-line"),
    ("Agreed", agreed, ""),
    ("Where sources differ", differences, ""),
    ("The same once worked out", compatible, ""),
    ("Later word", updates, ""),
    ("Reported by one source only", single, ""),
    ("How they word it", wording, ""),
    ("Timeline", timeline, ""),
    ("Who is who", who, ""),
    ("Quotations", quotations, ""),
    ("The analyst's notes", notes, "notes"),
    ("Gaps", gaps, ""),
    ("Sources", sources, ""),
)
"""Heading, what writes it, and the name of the kept block at its end (empty: none)."""
