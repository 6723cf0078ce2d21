"""One article to read: the sentence cursor, its counterpart beside another's, and words being selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Span
from briefing.model.visible import visible_line
from briefing.tui import messages
from briefing.tui.commands.bindings import bind
from briefing.tui.plain import plain
from briefing.tui.widgets.chooser import Chooser
from briefing.tui.widgets.layers import Layers
from briefing.tui.widgets.rows import FAINT, styled
from briefing.tui.widgets.text_rows import TextRows

if TYPE_CHECKING:
    from textual import events

    from briefing.tui.commands import Keymap
    from briefing.tui.glyphs import Glyphs
    from briefing.tui.sheets import StorySheets

_CONTEXT = 2
"""Rows kept between the cursor's sentence and the edge of the window."""


class SourceText(TextRows, can_focus=True):
    """An article with a sentence cursor.

    Args:
        keys: Keys of the commands.
        glyphs: The signs to draw with.
        measure: Longest row of text, in cells.
    """

    def __init__(self, keys: Keymap, glyphs: Glyphs, measure: int, *, id: str | None = None) -> None:
        super().__init__(glyphs, measure, id=id)
        bind(self, ("text", "selecting"), keys)
        self.cursor = 0
        self.read_here = False
        """Whether this is the column the reader is in."""
        self.lit: tuple[int, int] | None = None
        self.chooser: Chooser | None = None
        self._drag_from: int | None = None

    @property
    def sentence(self) -> tuple[int, int]:
        """The sentence under the cursor."""
        return self.sheet.sentences[self.cursor] if self.sheet else (0, 0)

    def sentence_of(self, index: int) -> Span:
        """A sentence by its index."""
        assert self.sheet is not None
        return self.sheet.sentences[index]

    def show(self, sheets: StorySheets, article_id: str) -> None:
        """Show an article from its top, with the cursor on the first sentence of the reporting."""
        self.sheets, self.sheet = sheets, sheets.sheets[article_id]
        self.cursor = self.sheet.first_of_reporting
        self.chooser, self.lit, self.signs = None, None, {}
        self.drawn = Layers()
        self._blank_above = self._blank_below = 0
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True)
        self._put_furniture()

    def clear(self) -> None:
        """Show nothing."""
        self.sheets = self.sheet = self.chooser = self.lit = None
        self._layout_of_text, self._title_rows, self.cursor = None, [], 0
        self.refresh()

    def renew(self, sheets: StorySheets) -> None:
        """Take what has since been found, without moving anything."""
        if self.sheet is None or self.article_id not in sheets.sheets:
            return
        before = Span(*self.sentence)
        self.sheets, self.sheet = sheets, sheets.sheets[self.article_id]
        candidates = self.sheet.sentences_of(*before)
        self.cursor = max(candidates, key=lambda index: before.shared(self.sentence_of(index)))
        self._lay_out()
        self._put_furniture()

    def _put_furniture(self) -> None:
        assert self.sheet is not None
        marks = self.sheet.article.furniture
        self.drawn.put("headline", [mark.span for mark in marks if mark.kind == "headline"])
        unread = self.sheet.findings.foreign if self.sheet.findings else ()
        faint = [*(mark.span for mark in marks if mark.kind != "headline"), *(passage.span for passage in unread)]
        self.drawn.put("furniture", faint)
        self._put_cursor()

    def _put_cursor(self) -> None:
        self.drawn.put("here", [self.sentence] if self.read_here else [])
        self.drawn.put("beside", [self.lit] if self.lit else [])
        self.refresh()

    @property
    def level_row(self) -> int:
        """The row of the window at which the cursor's sentence begins."""
        return self.row_of(self.sentence[0]) - self.scroll_offset.y

    @property
    def sentence_in_view(self) -> int:
        """Index of the sentence at the top of the window."""
        if self.sheet is None or self._layout_of_text is None:
            return 0
        offset = self._layout_of_text.offset_at(max(0, self.scroll_offset.y - self._text_from), 0)
        return self.sheet.sentence_at(offset)

    # Moving

    def move_to(self, sentence: int, *, far: bool = False) -> None:
        """Put the cursor on a sentence and bring it into view.

        Args:
            sentence: Its index; beyond the ends, the first or last.
            far: A jump, not a step: a sentence near the edge comes into the upper half of the window.
        """
        if self.sheet is None:
            return
        self.cursor = min(max(sentence, 0), len(self.sheet.sentences) - 1)
        self.take_cursor()
        self.bring_into_view(self.sentence, far=far)

    def take_cursor(self) -> None:
        """Become the column the reader is in."""
        self.read_here, self.lit = True, None
        self._put_cursor()

    def bring_into_view(self, span: tuple[int, int], *, far: bool = False) -> None:
        """Scroll no further than needed to see a stretch with a little around it."""
        if self._layout_of_text is None:
            return
        height = self.scrollable_content_region.height
        first, after = (self._text_from + row for row in self._layout_of_text.rows_of(*span))
        if first == self._text_from and after < height:
            self._blank_above = 0
            self._scroll_rows(0)
            return
        top = self.scroll_offset.y
        context = min(height // 4 if far else _CONTEXT, max(0, (height - (after - first)) // 2))
        if first - context >= top and after + context <= top + height:
            return
        if far or abs(first - top) > 2 * height or after - first >= height:
            target = first - height // 3
        elif first - context < top:
            target = first - context
        else:
            target = after + context - height
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
        """Be beside the reader's column: light a passage and bring it to a row of the window.

        Blank rows make up for what the text lacks above or below. Without a passage, the text stays where it is.
        """
        self.read_here, self.lit = False, span
        if span is not None and self.sheet is not None:
            self.cursor = self.sheet.sentences_of(*span)[0]
        self._put_cursor()
        if span is None or self._layout_of_text is None:
            return
        height = self.scrollable_content_region.height
        place = len(self._title_rows) + self._layout_of_text.row_of(span[0])
        row = min(max(row, 0), max(0, height - 1))
        self._blank_above = max(0, row - place)
        target = max(0, place - row)
        self._blank_below = max(0, target + height - self._text_from - self._layout_of_text.height)
        self._measure_height()
        self.scroll_to(y=target, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor's sentence, or the top row's words, where they are when the width changes."""
        if self.sheet is None:
            return
        before, height = self._layout_of_text, self.size.height
        row = self.level_row
        top = before.offset_at(max(0, self.scroll_offset.y - self._text_from), 0) if before else 0
        self._lay_out()
        if self._layout_of_text is before:
            return
        if before is not None and self.scroll_offset.y:
            target = self.row_of(self.sentence[0]) - row if 0 <= row < height else self.row_of(top)
            self.scroll_to(y=max(0, target), animate=False, force=True)
        self.post_message(messages.TextLaidOut(self))

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

    # The mouse

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
        self.post_message(messages.CursorMoved(self))

    # The frame

    def name_source(self, name: str, date: str, place: str = "") -> None:
        """Say in the frame whose words these are, when they were published, and which of several this is."""
        title = plain(visible_line(name))
        if date and len(name) + len(date) + 10 < self.size.width:
            title = title.append(styled(f"  {date}", f"not bold {FAINT}"))
        self.border_title = title
        self.border_subtitle = plain(place) if place else None
