"""Timeline: what each source dates, by the day it comes to."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from briefing.model import Span
from briefing.tui.sheets import Sheet, StorySheets
from briefing.tui.widgets.panels.base import PanelView, Row, Situation
from briefing.tui.widgets.rows import FAINT, both_ends, source, stack, styled

_DATED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?\Z")


class Dated(NamedTuple):
    """A sentence with a date in it: ``when`` sorts, ``label`` is for a reader."""

    when: str
    label: str
    article: str
    sentence: int
    words: Span


class TimelinePanel(PanelView):
    """Dated sentences of all articles, the earliest first."""

    context = "timeline"
    nothing = "No dates that can be placed have been found yet."

    def rows(self, situation: Situation, width: int) -> Sequence[Row]:
        """A row a dated sentence, below its day."""
        rows: list[Row] = []
        label = ""
        for each in dated(situation.sheets):
            sheet = situation.sheets.sheets[each.article]
            lead = source(f"  {sheet.name}", FAINT, cells=11)
            lead = lead.append(" " * max(1, 12 - lead.cell_length))
            line = lead.append(_excerpt(sheet, each, max(8, width - lead.cell_length)))
            if each.label != label:
                line = stack([styled(each.label, "bold $primary"), line])
            label = each.label
            rows.append(Row(_row_id(each), line))
        return rows

    def place(self, row: str = "") -> Dated | None:
        """The dated sentence of a row, or of the current one."""
        wanted = row or self.current
        found = dated(self.situation.sheets) if self.situation else ()
        return next((each for each in found if _row_id(each) == wanted), None)

    def detail(self, situation: Situation, row: str, width: int) -> Content:
        """The whole sentence, and what its words come to."""
        each = self.place(row)
        return stack(self._detail(each, situation.sheets.sheets[each.article], width)) if each else Content()

    def _detail(self, each: Dated, sheet: Sheet, width: int) -> Iterator[Content]:
        text = sheet.article.text
        yield both_ends(source(sheet.name, "bold"), styled(each.when, FAINT), width)
        span = sheet.sentences[each.sentence]
        words = source(span.of(text)).stylize(
            "bold $primary", each.words.start - span.start, each.words.end - span.start
        )
        yield from words.wrap(width)


def dated(sheets: StorySheets) -> list[Dated]:
    """Sentences whose dates come to a day, a month or a year; one row a day and sentence."""
    found: dict[tuple[str, str, int], Dated] = {}
    for article, sheet in sheets.sheets.items():
        for time in sheet.findings.times if sheet.findings else ():
            parts = _DATED.match(time.value or "")
            if parts is None or time.type not in ("DATE", "TIME"):
                continue
            index = sheet.sentence_at(time.start)
            if not sheet.article.reports(sheet.sentences[index]):
                continue
            when = "-".join(part for part in parts.groups() if part)
            found.setdefault((when, article, index), Dated(when, _label(parts), article, index, time.span))
    order = {article: index for index, article in enumerate(sheets.articles)}
    return sorted(found.values(), key=lambda each: (each.when, order[each.article], each.sentence))


def _label(parts: re.Match[str]) -> str:
    year, month, day = parts.groups()
    try:
        if day:
            moment = dt.date(int(year), int(month), int(day))
            return f"{moment.day} {moment:%B} {year}, {moment:%A}"
        return f"{dt.date(int(year), int(month), 1):%B} {year}" if month else year
    except ValueError:
        return "-".join(part for part in parts.groups() if part)


def _excerpt(sheet: Sheet, each: Dated, cells: int) -> Content:
    """The sentence around its date, in one row."""
    text, span = sheet.article.text, sheet.sentences[each.sentence]
    start = span.start
    if each.words.end - span.start > cells - 1:
        start = text.find(" ", max(span.start, each.words.end - cells + 2), each.words.start) + 1 or each.words.start
    excerpt = text[start : span.end]
    return source(excerpt if start == span.start else f"…{excerpt}", cells=cells)


def _row_id(each: Dated) -> str:
    return f"{each.when}/{each.article}/{each.sentence}"
