"""What all panels share: a list of rows, the detail of the current one below it, and what they are told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from briefing.tui import messages
from briefing.tui.commands.bindings import bind
from briefing.tui.sheets import EVERYTHING, Only
from briefing.tui.widgets.rows import styled

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from briefing.tui.commands import Context, Keymap
    from briefing.tui.glyphs import Glyphs
    from briefing.tui.sheets import Kind, StorySheets


class Situation(NamedTuple):
    """Where the reader is, and what has been chosen."""

    sheets: StorySheets
    article: str
    sentence: int
    kind: Kind = "all"
    entity: str = ""
    only: Only = EVERYTHING


class Row(NamedTuple):
    """A row of a panel: the id of what it shows, and how it looks."""

    id: str
    content: Content


class RowList(OptionList):
    """A list whose movements are commands; it tells which row became current."""

    def __init__(self, context: Context, keys: Keymap) -> None:
        super().__init__(markup=False, compact=True)
        self.context: Context = context
        bind(self, (context,), keys)


class PanelView(Vertical):
    """A panel.

    Args:
        keys: Keys of the commands.
        glyphs: The signs to draw with.
    """

    context: ClassVar[Context]
    nothing: ClassVar[str] = "Nothing here yet."

    def __init__(self, keys: Keymap, glyphs: Glyphs) -> None:
        super().__init__(id=f"panel-{self.context}", classes="panel-view")
        self.glyphs = glyphs
        self.situation: Situation | None = None
        self._rows: Sequence[Row] = ()
        self._rows_key: tuple[object, ...] = ()
        self._detail_key: tuple[object, ...] = ()
        self.list = RowList(self.context, keys)
        self.nothing_here = Static("", classes="nothing", markup=False)
        self.detail_text = Static("", classes="detail-text", markup=False)

    def compose(self) -> ComposeResult:
        """The list, and the detail below it."""
        yield self.list
        yield self.nothing_here
        with VerticalScroll(classes="detail", can_focus=False):
            yield self.detail_text

    # What a panel says for itself

    def rows(self, situation: Situation, width: int) -> Sequence[Row]:
        """Its rows, each at most ``width`` cells wide."""
        raise NotImplementedError

    def rests_on(self, situation: Situation) -> tuple[object, ...]:
        """What its rows depend on; they are written anew when this changes."""
        return (situation.sheets,)

    def detail(self, situation: Situation, row: str, width: int) -> Content:
        """What is said of one row below the list."""
        raise NotImplementedError

    def following(self, situation: Situation) -> str:
        """The row that belongs to where the reader is; empty where the current one may stay."""
        return ""

    # What all do alike

    @property
    def _width(self) -> int:
        """Cells for a row, beside the scrollbar."""
        return max(10, self.size.width - 1)

    @property
    def current(self) -> str:
        """Id of the current row; empty where there is none."""
        option = self.list.highlighted_option
        return (option.id or "") if option else ""

    @property
    def listed(self) -> Sequence[Row]:
        """Its rows as they are."""
        return self._rows

    def show(self, situation: Situation, *, follow: bool = True) -> None:
        """Show a situation; the row stays current where it is still there, or follows the reader."""
        self.situation = situation
        wanted = (self.following(situation) if follow and not self.list.has_focus else "") or self.current
        self._fill(wanted)

    def put(self, row: str) -> None:
        """Make a row the current one; the text stays where it is."""
        self._fill(row)

    def _fill(self, wanted: str) -> None:
        if self.situation is None or not self.size.width:
            return
        key = (self._width, *self.rests_on(self.situation))
        rows = self._rows if key == self._rows_key else self.rows(self.situation, self._width)
        self._rows_key = key
        with self.prevent(OptionList.OptionHighlighted):
            if not _alike(rows, self._rows):
                kept, scrolled = self.list.highlighted, self.list.scroll_offset.y
                self.list.set_options(Option(row.content, id=row.id) for row in rows)
                self.list.scroll_to(y=scrolled, animate=False, force=True)
                self.list.highlighted = min(kept, len(rows) - 1) if kept is not None and rows else None
            self._rows = rows
            index = next((index for index, row in enumerate(rows) if row.id == wanted), None)
            if index is not None:
                self.list.highlighted = index
            elif self.list.highlighted is None and rows:
                self.list.highlighted = 0
        if not rows and self.list.has_focus:
            self.post_message(messages.PanelEmptied())
        self.list.display = bool(rows)
        self.nothing_here.display = not rows
        if not rows:
            self.nothing_here.update(styled(self.nothing_text(self.situation), "$faint"))
        self._show_detail()

    def nothing_text(self, situation: Situation) -> str:
        """What to say where there are no rows."""
        return self.nothing

    def has_rows(self, situation: Situation) -> bool:
        """Whether there is anything to list."""
        return bool(self.rows(situation, 40))

    def go(self, row: str) -> None:
        """Make a row the current one, as the reader does: the text follows."""
        index = next((index for index, each in enumerate(self._rows) if each.id == row), None)
        if index is not None:
            self.list.highlighted = index

    def step(self, by: int) -> None:
        """Move the current row, as the reader does."""
        if self._rows:
            self.list.highlighted = min(max((self.list.highlighted or 0) + by, 0), len(self._rows) - 1)

    def scroll_detail(self, by: int) -> None:
        """Scroll the detail by pages."""
        detail = self.query_one(".detail", VerticalScroll)
        detail.scroll_relative(y=by * max(1, detail.size.height - 1), animate=False)

    def _show_detail(self) -> None:
        detail = self.query_one(".detail", VerticalScroll)
        row = self.current
        detail.display = bool(row)
        if row and self.situation:
            key = (row, self._width, *self.rests_on(self.situation))
            if key == self._detail_key:
                return
            self._detail_key = key
            self.detail_text.update(self.detail(self.situation, row, self._width))
            detail.scroll_home(animate=False, immediate=True)

    def on_resize(self, event: events.Resize) -> None:
        """Rows are written for a width."""
        self.call_after_refresh(self._refit)

    def _refit(self) -> None:
        self._fill(self.current)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell the screen which row is current now."""
        event.stop()
        self._show_detail()
        if event.option_id:
            self.post_message(messages.RowShown(self.context, event.option_id))


def _alike(rows: Sequence[Row], others: Sequence[Row]) -> bool:
    return rows is others or (
        len(rows) == len(others)
        and all(a.id == b.id and a.content.is_same(b.content) for a, b in zip(rows, others, strict=True))
    )
