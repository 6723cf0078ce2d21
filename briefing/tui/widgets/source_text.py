"""One article to read: the sentence cursor, the gutter of signs, and whatever is lit or marked.

Drawn row by row (Textual's line API), so that an article of any length opens at once and only rows in view cost
anything. A row is a stretch of the text, see :mod:`briefing.tui.layout`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content, Span
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from briefing.model.visible import visible_line
from briefing.tui import messages
from briefing.tui.commands.bindings import bind
from briefing.tui.layout import Layout, Line
from briefing.tui.plain import plain
from briefing.tui.sheets import SALIENCE
from briefing.tui.widgets.chooser import Chooser
from briefing.tui.widgets.layers import ORDER, Layers

if TYPE_CHECKING:
    from textual import events

    from briefing.model import ClaimStatus
    from briefing.tui.commands import Keymap
    from briefing.tui.glyphs import Glyphs
    from briefing.tui.sheets import Sheet, StorySheets

GUTTER = 4
_LEAST_CONTEXT = 2


class SourceText(ScrollView, can_focus=True):
    """An article with a sentence cursor.

    Args:
        keys: Keys of the commands.
        glyphs: The signs to draw with.
        measure: Longest row of text, in cells.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        *(f"source--{name}" for name in ORDER),
        *(f"source--{name}" for name in SALIENCE),
        "source--title",
        "source--cursor",
        "source--lit",
        "source--sign",
    }

    def __init__(self, keys: Keymap, glyphs: Glyphs, measure: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        bind(self, ("text", "selecting"), keys)
        self.glyphs = glyphs
        self.measure = measure
        self.sheets: StorySheets | None = None
        self.sheet: Sheet | None = None
        self.drawn = Layers()
        self.cursor = 0
        self.lit: tuple[int, int] | None = None
        self.chooser: Chooser | None = None
        self.signs: dict[int, tuple[str, str]] = {}
        """Sign and component class at the row in which an offset stands: notes and judgements."""
        self._layout_of_text: Layout | None = None
        self._title_rows: list[Content] = []
        self._blank_above = 0
        self._blank_below = 0
        self._drag_from: int | None = None
        self._styles_by_name: dict[str, Style] = {}

    # What it shows

    @property
    def article_id(self) -> str:
        """Id of the article shown; empty where none is."""
        return self.sheet.article.id if self.sheet else ""

    @property
    def sentence(self) -> tuple[int, int]:
        """The sentence under the cursor."""
        return self.sheet.sentences[self.cursor] if self.sheet else (0, 0)

    def show(self, sheets: StorySheets, article_id: str, *, cursor: int | None = None) -> None:
        """Show an article from its top, or at a sentence."""
        self.sheets, self.sheet = sheets, sheets.sheets[article_id]
        self.cursor = self.sheet.first_of_reporting if cursor is None else cursor
        self.chooser, self.lit, self.signs = None, None, {}
        self.drawn = Layers()
        self._blank_above = self._blank_below = 0
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True)
        if cursor is not None:
            self.bring_into_view(self.sentence)
        self._put_static_layers()
        self.refresh()

    def renew(self, sheets: StorySheets) -> None:
        """Take what has since been found, without moving anything."""
        if self.sheet is None or self.article_id not in sheets.sheets:
            return
        offset = self.sentence[0]
        self.sheets, self.sheet = sheets, sheets.sheets[self.article_id]
        self.cursor = self.sheet.sentence_at(offset)
        self._put_static_layers()
        self.refresh()

    def _put_static_layers(self) -> None:
        assert self.sheet is not None
        marks = self.sheet.article.furniture
        self.drawn.put("headline", [mark.span for mark in marks if mark.kind == "headline"])
        self.drawn.put("furniture", [mark.span for mark in marks if mark.kind != "headline"])
        self._put_cursor()

    def _put_cursor(self) -> None:
        self.drawn.put("here", [self.sentence])
        self.drawn.put("beside", [self.lit] if self.lit else [])

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
        rows = plain(article.title, one_line=True).wrap(width)
        if article.author:
            rows.append(Content())
            rows += plain(f"By {article.author}", one_line=True).wrap(width)
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

    @property
    def level_row(self) -> int:
        """The row of the window at which the cursor's sentence begins."""
        return self.row_of(self.sentence[0]) - self.scroll_offset.y

    @property
    def sentence_in_view(self) -> int:
        """Index of the first sentence that begins in the window."""
        if self.sheet is None or self._layout_of_text is None:
            return 0
        offset = self._layout_of_text.offset_at(max(0, self.scroll_offset.y - self._text_from), 0)
        return self.sheet.sentence_at(offset)

    def offset_at(self, column: int, row: int) -> int:
        """The code point drawn at a cell of the window."""
        if self._layout_of_text is None:
            return 0
        return self._layout_of_text.offset_at(
            row + self.scroll_offset.y - self._text_from, column - self._margin - GUTTER
        )

    # Moving

    def move_to(self, sentence: int, *, tell: bool = True) -> None:
        """Put the cursor on a sentence and bring it into view."""
        if self.sheet is None:
            return
        self.cursor = min(max(sentence, 0), len(self.sheet.sentences) - 1)
        self.lit = None
        self._put_cursor()
        self.bring_into_view(self.sentence)
        self.refresh()
        if tell:
            self.post_message(messages.CursorMoved(self))

    def bring_into_view(self, span: tuple[int, int]) -> None:
        """Scroll no further than needed to see a stretch with a little around it; far jumps put it in the upper half."""
        if self._layout_of_text is None:
            return
        height = self.scrollable_content_region.height
        first, after = (self._text_from + row for row in self._layout_of_text.rows_of(*span))
        top = self.scroll_offset.y
        if first == self._text_from and first < height // 2:
            first = 0
        context = min(_LEAST_CONTEXT, max(0, (height - (after - first)) // 2))
        if first - context >= top and after + context <= top + height:
            return
        near = -height < first - top < 2 * height
        if first - context < top and near:
            target = first - context
        elif near and after - first < height:
            target = after + context - height
        else:
            target = first - height // 3
        self._scroll_rows(target)

    def page(self, way: int) -> None:
        """Scroll by a window less two rows."""
        height = self.scrollable_content_region.height
        rows = self._text_from + (self._layout_of_text.height if self._layout_of_text else 0)
        self._scroll_rows(min(self.scroll_offset.y + way * max(1, height - 2), max(0, rows - height)))

    def _scroll_rows(self, target: int) -> None:
        """Scroll, and give up blank rows above or below that are no longer needed."""
        if self._blank_above:
            spare = min(self._blank_above, max(0, target))
            self._blank_above -= spare
            target -= spare
        self._blank_below = 0
        self._measure_height()
        self.scroll_to(y=max(0, target), animate=False, force=True)

    def level(self, span: tuple[int, int] | None, row: int) -> None:
        """Light the passage and bring it to a row of the window, with blank above or below where the text ends."""
        self.lit = span
        self._put_cursor()
        if span is not None and self.sheet is not None and self._layout_of_text is not None:
            self.cursor = self.sheet.sentences_of(*span)[0]
            self.drawn.put("here", [])
            height = self.scrollable_content_region.height
            place = len(self._title_rows) + self._layout_of_text.row_of(span[0])
            self._blank_above = max(0, row - place)
            target = max(0, place - row)
            rows = self._text_from + self._layout_of_text.height
            self._blank_below = max(0, target + height - rows)
            self._measure_height()
            self.scroll_to(y=target, animate=False, force=True)
        elif span is None:
            self.drawn.put("here", [])
        self.refresh()

    def take_cursor(self) -> None:
        """Become the column the reader is in."""
        self.lit = None
        self._put_cursor()
        self.refresh()

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
            title = self._title_rows[row].stylize(self._style("title"))
            content = Content(" " * (self._margin + GUTTER)).append(title)
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
        """What a component's rules add to the style below it."""
        if name not in self._styles_by_name:
            rules = self.get_component_styles(f"source--{name}")
            text = rules.text_style
            self._styles_by_name[name] = Style(
                background=rules.background if rules.has_rule("background") else None,
                foreground=rules.color if rules.has_rule("color") else None,
                bold=text.bold,
                italic=text.italic,
                underline=text.underline,
                reverse=text.reverse,
            )
        return self._styles_by_name[name]

    def notify_style_update(self) -> None:
        """Another theme, other styles."""
        super().notify_style_update()
        self._styles_by_name.clear()

    # Events

    def on_resize(self) -> None:
        """Keep the cursor's sentence, or the top row's words, where they are when the width changes."""
        if self.sheet is None:
            return
        before, height = self._layout_of_text, self.size.height
        row = self.level_row
        top = before.offset_at(max(0, self.scroll_offset.y - self._text_from), 0) if before else 0
        self._lay_out()
        if before is None or self._layout_of_text is before:
            self.bring_into_view(self.sentence)
        elif self.scroll_offset.y:
            target = self.row_of(self.sentence[0]) - row if 0 <= row < height else self.row_of(top)
            self.scroll_to(y=max(0, target), animate=False, force=True)
        self.post_message(messages.TextLaidOut(self))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a drag, or a click."""
        if event.button == 1 and (place := event.get_content_offset(self)) is not None:
            self._drag_from = self.offset_at(place.x, place.y)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select what is dragged over, by whole words."""
        if self._drag_from is None or self.sheet is None:
            return
        offset = self.offset_at(event.x - self.styles.gutter.left, event.y - self.styles.gutter.top)
        if offset != self._drag_from or self.chooser is not None:
            chooser = Chooser(self.sheet, self.sheet.sentence_at(self._drag_from))
            chooser.between(self._drag_from, offset)
            self.choose(chooser)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag; a click moves the cursor."""
        if self._drag_from is None or self.sheet is None:
            return
        self.capture_mouse(False)
        offset, self._drag_from = self._drag_from, None
        selected = self.selection
        if selected is None or not selected[0] <= offset <= selected[1]:
            self.choose(None)
        self.move_to(self.sheet.sentence_at(offset))

    # Selecting

    @property
    def selection(self) -> tuple[int, int] | None:
        """The words being selected; None where none are."""
        return self.chooser.span if self.chooser else None

    @property
    def target(self) -> tuple[int, int]:
        """What a mark would be put on: the selection, else the sentence."""
        return self.selection or self.sentence

    def choose(self, chooser: Chooser | None) -> None:
        """Show what is being selected; None gives it up."""
        self.chooser = chooser
        self.put("selected", [chooser.span] if chooser else [])
        self.post_message(messages.SelectionChanged(self))

    def name_source(self, label: str, date: str) -> None:
        """Say in the frame whose words these are."""
        head = f" {visible_line(label)} "
        self.border_title = plain(head)
        self.border_subtitle = plain(f" {date} ") if date else None
