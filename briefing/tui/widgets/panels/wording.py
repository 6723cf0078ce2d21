"""Wording: what each source calls people and acts, and how it brings speakers in. Listed, not scored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from briefing.model import Worded, Wording, WordingKind
from briefing.tui.sheets import StorySheets
from briefing.tui.widgets.panels.base import PanelView, Row, Situation
from briefing.tui.widgets.panels.claims import worded
from briefing.tui.widgets.rows import FAINT, both_ends, counted, hang, source, stack, styled

TITLES: dict[WordingKind, str] = {
    "act": "What was done",
    "saying": "How speakers are brought in",
    "entity": "What they are called",
}
_NAME_ROOM = 11


class WordingPanel(PanelView):
    """What the sources do not word alike: acts first, then verbs of saying, then names."""

    context = "wording"

    def rows(self, situation: Situation, width: int) -> Sequence[Row]:
        """A row a matter, with each source's words."""
        rows: list[Row] = []
        for kind in TITLES:
            found = [each for each in _wordings(situation.sheets) if each.kind == kind]
            for number, each in enumerate(found):
                content = self._row(each, situation.sheets, width)
                if not number:
                    title = both_ends(styled(TITLES[kind], "bold $primary"), styled(f"{len(found)}", FAINT), width)
                    content = stack([title, content])
                rows.append(Row(f"{each.kind}/{each.subject}", content))
        return rows

    def nothing_text(self, situation: Situation) -> str:
        """Why there are none."""
        if not situation.sheets.several:
            return "This story has one article so far. Wording is compared where there are several."
        if situation.sheets.ledger is None:
            return "How the sources word things is being drawn up."
        return "The sources word everything alike."

    def wording(self, row: str = "") -> Wording | None:
        """The matter of a row, or of the current one."""
        wanted = row or self.current
        found = _wordings(self.situation.sheets) if self.situation else ()
        return next((each for each in found if f"{each.kind}/{each.subject}" == wanted), None)

    def told(self, row: str = "") -> Sequence[Worded]:
        """All words of a row, whatever their source."""
        found = self.wording(row)
        return found.words if found else ()

    def place(self, row: str = "") -> Worded | None:
        """The words of a row in the article being read, or in the first that has some."""
        found = self.wording(row)
        if found is None or self.situation is None:
            return None
        here = [each for each in found.words if each.place.article == self.situation.article]
        return (here or list(found.words))[0]

    def _row(self, each: Wording, sheets: StorySheets, width: int) -> Content:
        rows = [source(each.name, "italic" if each.kind == "act" else "bold", cells=width)]
        room = min(2 + max(map(len, sheets.labels.values()), default=0), max(_NAME_ROOM, width // 3))
        for article, words in worded(each, self.glyphs.times):
            lead = source(f"  {sheets.labels.get(article, '')}", FAINT, cells=room)
            lead = lead.append(" " * max(1, room + 1 - lead.cell_length))
            rows.append(lead.append(source(words, cells=max(4, width - lead.cell_length))))
        return stack(rows)

    def detail(self, situation: Situation, row: str, width: int) -> Content:
        """Each source's words, with the sentence in which they first stand."""
        found = self.wording(row)
        return stack(self._detail(found, situation.sheets, width)) if found else Content()

    def _detail(self, found: Wording, sheets: StorySheets, width: int) -> Iterator[Content]:
        yield from source(found.name, "bold").wrap(width)
        last = ""
        for each in found.words:
            sheet = sheets.sheets.get(each.place.article)
            if sheet is None:
                continue
            if each.place.article != last:
                yield Content()
                yield source(sheets.labels[each.place.article], "bold $primary", cells=width)
            last = each.place.article
            count = styled(counted(each.count, "time") if each.count > 1 else "", FAINT)
            yield both_ends(Content("  ").append(source(each.words, "bold")), count, width)
            sentence = sheet.sentences[sheet.sentence_at(each.place.start)]
            yield hang(Content("    "), source(sentence.of(sheet.article.text), FAINT), width)


def _wordings(sheets: StorySheets) -> Sequence[Wording]:
    return sheets.ledger.wordings if sheets.ledger else ()
