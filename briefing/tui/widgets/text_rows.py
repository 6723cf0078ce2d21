"""An article drawn row by row.

Textual's line API: an article of any length opens at once, and only rows in view cost anything. A row is a stretch of
the text, see :mod:`briefing.tui.layout`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content, Span
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from briefing.tui.layout import Layout, Line
from briefing.tui.plain import plain
from briefing.tui.sheets import SALIENCE
from briefing.tui.widgets.layers import Layers
from briefing.tui.widgets.text_styles import text_styles

if TYPE_CHECKING:
    from briefing.model import ClaimStatus
    from briefing.tui.glyphs import Glyphs
    from briefing.tui.sheets import Sheet, StorySheets

GUTTER = 4


class TextRows(ScrollView):
    """The rows of an article with their gutter: cursor or counterpart bar, standing, sign of a mark.

    Args:
        glyphs: The signs to draw with.
        measure: Longest row of text, in cells.
    """

    ALLOW_SELECT = False

    def __init__(self, glyphs: Glyphs, measure: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.glyphs = glyphs
        self.measure = measure
        self.sheets: StorySheets | None = None
        self.sheet: Sheet | None = None
        self.drawn = Layers()
        self.signs: dict[int, tuple[str, str]] = {}
        """Sign and component class at the row in which an offset stands: notes and judgements."""
        self._layout_of_text: Layout | None = None
        self._title_rows: list[Content] = []
        self._blank_above = 0
        self._blank_below = 0
        self._styles_by_name: dict[str, Style] = {}

    @property
    def article_id(self) -> str:
        """Id of the article shown; empty where none is."""
        return self.sheet.article.id if self.sheet else ""

    def put(self, layer: str, stretches: Iterable[tuple[int, int]]) -> None:
        """Replace what one layer shows."""
        if self.drawn.put(layer, stretches):
            self.refresh()

    def put_signs(self, signs: dict[int, tuple[str, str]]) -> None:
        """Signs of notes and judgements, by the offset beside which they stand: the sign, and its component."""
        if signs != self.signs:
            self.signs = signs
            self.refresh()

    # Rows and places

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the window; laid out first where the width has become known only now."""
        if self._layout_of_text is None:
            self._lay_out()
        return super().render_lines(crop)

    def _lay_out(self) -> None:
        if self.sheet is None or not self.size.width:
            return
        width = min(self.measure, self.size.width - GUTTER - 1)
        text = self.sheet.article.text
        if self._layout_of_text is None or self._layout_of_text.width != width or self._layout_of_text.text != text:
            self._layout_of_text = Layout(text, width)
        self._title_rows = self._title(width)
        self._measure_height()

    def _title(self, width: int) -> list[Content]:
        """Rows above the text: the headline, where the text itself does not have it."""
        assert self.sheet is not None
        article = self.sheet.article
        if not article.title or article.title_from in ("made", "text") or article.title in article.text[:2000]:
            return []
        rows = [row.stylize("bold") for row in plain(article.title, one_line=True).wrap(width)]
        if article.author:
            rows += [row.stylize("$faint") for row in plain(f"By {article.author}", one_line=True).wrap(width)]
        return [*rows, Content()]

    def _measure_height(self) -> None:
        height = self._blank_above + len(self._title_rows) + self._blank_below
        height += self._layout_of_text.height if self._layout_of_text else 0
        self.virtual_size = Size(self.size.width, height)

    @property
    def _text_from(self) -> int:
        return self._blank_above + len(self._title_rows)

    def row_of(self, offset: int) -> int:
        """The row, from the top of all there is to scroll, in which a code point stands."""
        return self._text_from + (self._layout_of_text.row_of(offset) if self._layout_of_text else 0)

    def offset_at(self, column: int, row: int) -> int:
        """The code point drawn at a cell of the window."""
        if self._layout_of_text is None:
            return 0
        return self._layout_of_text.offset_at(
            row + self.scroll_offset.y - self._text_from, column - self._margin - GUTTER
        )

    # Drawing

    @property
    def _margin(self) -> int:
        width = self._layout_of_text.width if self._layout_of_text else 0
        return max(0, (self.size.width - GUTTER - width) // 2) if self.size.width > width + 2 * GUTTER else 0

    def render_line(self, y: int) -> Strip:
        """One row of the window."""
        base = self.get_visual_style()
        width = self.size.width
        row = y + self.scroll_offset.y - self._blank_above
        if self._layout_of_text is None or row < 0:
            return Strip.blank(width, base.rich_style)
        if row < len(self._title_rows):
            content = Content(" " * (self._margin + GUTTER)).append(self._title_rows[row])
        elif row - len(self._title_rows) < self._layout_of_text.height:
            content = self._row(self._layout_of_text.lines[row - len(self._title_rows)])
        else:
            return Strip.blank(width, base.rich_style)
        return Strip(content.render_segments(base)).adjust_cell_length(width, base.rich_style)

    def _row(self, line: Line) -> Content:
        assert self._layout_of_text is not None
        shown = self._layout_of_text.shown[line.start : line.end]
        spans = [
            Span(start - line.start, end - line.start, self._style(name))
            for start, end, name in self.drawn.within(line.start, line.end)
        ]
        text = Content(shown, spans, strip_control_codes=False)
        if line.start == line.end:
            return Content(" " * self._margin).append(text)
        return Content.assemble(" " * self._margin, *self._gutter(line), text, strip_control_codes=False)

    def _gutter(self, line: Line) -> tuple[Content, ...]:
        """Cursor or counterpart bar, standing of the sentence that begins here, sign of a note; a blank."""
        assert self.sheet is not None
        assert self.sheets is not None
        bar = standing = sign = Content(" ")
        for name, glyph, component in (("here", self.glyphs.cursor, "cursor"), ("beside", self.glyphs.lit, "lit")):
            if any(layer == name for _, _, layer in self.drawn.within(line.start, line.end)):
                bar = self._sign(glyph, component)
        begun: list[ClaimStatus] = []
        for index in self.sheet.sentences_of(line.start, line.end):
            status = self.sheets.standing(self.article_id, index)
            if status and line.start <= self.sheet.sentences[index].start < line.end:
                begun.append(status)
        if begun:
            most_telling = min(begun, key=SALIENCE.index)
            standing = self._sign(self.glyphs.standing(most_telling), most_telling)
        for offset, (glyph, component) in self.signs.items():
            if line.start <= offset < line.end:
                sign = self._sign(glyph, component)
        return bar, standing, sign, Content(" ")

    def _sign(self, glyph: str, component: str) -> Content:
        return Content(glyph).stylize(self._style(component))

    def _style(self, name: str) -> Style:
        """What a layer or sign adds to the style below it."""
        if not self._styles_by_name:
            self._styles_by_name = text_styles(self.app.theme_variables)
        return self._styles_by_name[name]

    def notify_style_update(self) -> None:
        """Another theme, other styles."""
        super().notify_style_update()
        self._styles_by_name = {}
