"""Notes: all that the person marked in this story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from briefing.model import Annotation
from briefing.tui.sheets import StorySheets
from briefing.tui.widgets.panels.base import PanelView, Row, Situation
from briefing.tui.widgets.rows import FAINT, both_ends, hang, source, stack, styled

_JUDGED_STYLE = {"confirmed": "bold $agreed", "disputed": "bold $conflict", "unsure": "bold $accent"}


class NotesPanel(PanelView):
    """The person's notes, highlights, tags and judgements, in the order of the articles and their texts."""

    context = "notes"
    nothing = "Nothing marked yet. In the text: h highlights, a writes a note, t sets tags, + - ? judge a claim."

    def rows(self, situation: Situation, width: int) -> Sequence[Row]:
        """A row an annotation."""
        order = {article: index for index, article in enumerate(situation.sheets.articles)}
        placed = sorted(
            situation.sheets.annotations,
            key=lambda a: min(((order.get(x.article, 99), x.start) for x in a.anchors), default=(99, 0)),
        )
        return [Row(each.id, self._row(each, situation.sheets, width)) for each in placed]

    def annotation(self, annotation_id: str = "") -> Annotation | None:
        """The annotation of this id, or the current one."""
        wanted = annotation_id or self.current
        annotations = self.situation.sheets.annotations if self.situation else ()
        return next((each for each in annotations if each.id == wanted), None)

    def _row(self, each: Annotation, sheets: StorySheets, width: int) -> Content:
        if each.judge:
            sign = styled(f"{self.glyphs.judged(each.judge)} ", _JUDGED_STYLE[each.judge])
        elif each.note:
            sign = styled(f"{self.glyphs.note} ", "$accent")
        else:
            sign = styled(f"{self.glyphs.mark} ", f"on $mark-{each.colour}" if each.colour else "$accent")
        names = {a.article: sheets.sheets[a.article].name for a in each.anchors if a.article in sheets.sheets}
        tail = source(", ".join(names.values()), FAINT, cells=max(8, width // 3))
        if each.orphan:
            tail = styled("words gone", "$conflict")
        words = each.anchors[0].exact if each.anchors else ""
        rows = [both_ends(sign.append(source(words, FAINT if each.note else "")), tail, width)]
        if each.note:
            rows.append(Content("  ").append(source(each.note, cells=width - 2)))
        if each.tags:
            rows.append(
                Content("  ").append(source(" ".join(f"#{tag}" for tag in each.tags), "$primary", cells=width - 2))
            )
        return stack(rows)

    def detail(self, situation: Situation, row: str, width: int) -> Content:
        """The words, and all that was said of them."""
        each = self.annotation(row)
        return stack(self._detail(each, situation.sheets, width)) if each else Content()

    def _detail(self, each: Annotation, sheets: StorySheets, width: int) -> Iterator[Content]:
        if each.orphan:
            yield from styled("These words no longer stand in the article.", "$conflict").wrap(width)
        if each.note:
            for paragraph in each.note.split("\n"):
                yield from source(paragraph, "bold").wrap(width) if paragraph else [Content()]
        if each.tags:
            yield from source(" ".join(f"#{tag}" for tag in each.tags), "$primary").wrap(width)
        if each.judge:
            yield styled(f"{self.glyphs.judged(each.judge)} {each.judge}", _JUDGED_STYLE[each.judge])
        if each.confidence:
            yield styled(f"information graded {each.confidence}", FAINT)
        for anchor in each.anchors:
            sheet = sheets.sheets.get(anchor.article)
            yield Content()
            yield source(sheet.name if sheet else "another story", "bold", cells=width)
            yield hang(Content("  "), source(anchor.exact), width)
        yield Content()
        yield styled(f"{each.created[:10]}   a change   t tags   x remove", FAINT)
