"""Facts: what is said to be, to happen or to be done, who takes part, and how far the source commits itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from briefing.model import Fact
from briefing.tui.glyphs import COMMITMENT
from briefing.tui.sheets import Sheet
from briefing.tui.widgets.panels.base import PanelView, Row, Situation
from briefing.tui.widgets.rows import FAINT, both_ends, hang, source, stack, styled

_AROUND = 60
"""Sentences before and after the current one whose facts are listed."""
_ROLE_ORDER = ("agent", "patient", "recipient", "attribute", "place", "time", "other")
_STATUS_STYLE = {"stated": "$agreed", "denied": "$conflict", "negated": "$conflict", "attributed": "$compatible"}


class FactsPanel(PanelView):
    """The facts of the article, by sentence, with those of the current sentence at hand."""

    context = "facts"

    def rows(self, situation: Situation, width: int) -> Sequence[Row]:
        """A row a fact near the reader: the predicate and who takes part."""
        sheet = situation.sheets.sheets[situation.article]
        here = situation.sentence
        facts = sheet.findings.facts if sheet.findings else ()
        return [
            Row(fact.id, self._row(fact, sheet, fact.sentence == here, width))
            for fact in facts
            if abs(fact.sentence - here) <= _AROUND
        ]

    def rests_on(self, situation: Situation) -> tuple[object, ...]:
        """The story and the place in it."""
        return situation.sheets, situation.article, situation.sentence

    def nothing_text(self, situation: Situation) -> str:
        """Why there are none."""
        analysed = situation.sheets.sheets[situation.article].findings is not None
        return "No facts were found in this article." if analysed else "This article is being analysed. Read on."

    def following(self, situation: Situation) -> str:
        """The first fact of the current sentence."""
        sheet = situation.sheets.sheets[situation.article]
        facts = sheet.facts_of(situation.sentence)
        ids = [fact.id for fact in facts]
        return "" if not ids or self.current in ids else ids[0]

    def fact(self, fact_id: str = "") -> Fact | None:
        """The fact of this id, or the current one."""
        if self.situation is None:
            return None
        sheet = self.situation.sheets.sheets[self.situation.article]
        wanted = fact_id or self.current
        return next((fact for fact in (sheet.findings.facts if sheet.findings else ()) if fact.id == wanted), None)

    def _row(self, fact: Fact, sheet: Sheet, here: bool, width: int) -> Content:
        text = sheet.article.text
        bar = styled(self.glyphs.cursor if here else " ", "$primary")
        predicate = source(f" {fact.predicate.span.of(text)}", "bold")
        status = styled(COMMITMENT[fact.status], _STATUS_STYLE.get(fact.status, "$accent"))
        rows = [both_ends(bar.append(predicate), status, width)]
        parts = sorted(fact.arguments, key=lambda argument: (_ROLE_ORDER.index(argument.role), argument.start))
        if parts:
            words = f" {self.glyphs.dot} ".join(part.span.of(text) for part in parts)
            rows.append(bar.append(source(f"  {words}", FAINT, cells=width - 1)))
        return stack(rows)

    def detail(self, situation: Situation, row: str, width: int) -> Content:
        """The clause, and each part with its role."""
        fact = self.fact(row)
        if fact is None:
            return Content()
        return stack(self._detail(fact, situation.sheets.sheets[situation.article], width))

    def _detail(self, fact: Fact, sheet: Sheet, width: int) -> Iterator[Content]:
        text = sheet.article.text
        yield both_ends(source(sheet.name, "bold"), styled(COMMITMENT[fact.status], FAINT), width)
        clause = source(text[fact.start : fact.end])
        clause = clause.stylize("bold", fact.predicate.start - fact.start, fact.predicate.end - fact.start)
        yield from clause.wrap(width)
        yield Content()
        for role in _ROLE_ORDER:
            for argument in fact.arguments:
                if argument.role == role:
                    yield hang(styled(f"{role:<10}", FAINT), source(argument.span.of(text)), width)
        quote = next((q for q in sheet.findings.quotes if q.id == fact.quote), None) if sheet.findings else None
        if quote and quote.speaker:
            yield hang(styled(f"{'said by':<10}", FAINT), source(quote.speaker), width)
        yield Content()
        yield from styled(f"rule {fact.rule}" if fact.rule else "", FAINT).wrap(width)
