"""The list at the left: stories, and the articles of the one that is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from briefing.tui.commands.bindings import bind
from briefing.tui.sheets import source_name
from briefing.tui.widgets.rows import FAINT, both_ends, hang, short_day, source, stack, styled

if TYPE_CHECKING:
    from briefing.model import Entry
    from briefing.tui.commands import Keymap
    from briefing.tui.glyphs import Glyphs
    from briefing.workspace import StoryListing

_TITLE_ROWS = 3
_AT_ONCE = 300
"""Stories listed before the reader asks for more, so that ten thousand open as quickly as ten."""
_AHEAD = 60


class Shown(NamedTuple):
    """What the list is to show."""

    listing: Sequence[StoryListing] = ()
    opened: str = ""
    read: frozenset[str] = frozenset()
    displayed: frozenset[str] = frozenset()


class StoryList(OptionList):
    """Stories, the latest first. Rows are ``story:ID`` and ``article:ID``.

    Args:
        keys: Keys of the commands.
        glyphs: The signs to draw with.
    """

    def __init__(self, keys: Keymap, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False, compact=True)
        bind(self, ("stories",), keys)
        self.glyphs = glyphs
        self.border_title = "Stories"
        self._shown = Shown()
        self._filled: tuple[object, ...] = ()
        self._written: list[tuple[str, Content]] = []
        self._room = _AT_ONCE

    def show(
        self,
        listing: Sequence[StoryListing],
        opened: str,
        read: frozenset[str],
        displayed: frozenset[str] = frozenset(),
    ) -> None:
        """Show the stories.

        Args:
            listing: In order.
            opened: Id of the story whose articles are listed.
            read: Ids of the articles that were read.
            displayed: Ids of the articles in the columns.
        """
        if self._shown.listing is not listing:
            self._room = max(_AT_ONCE, 2 * next((n for n, story in enumerate(listing) if story.id == opened), 0))
        self._shown = Shown(listing, opened, read, displayed)
        self._fill()

    def on_resize(self) -> None:
        """Rows are written for a width."""
        self._fill()

    def _fill(self) -> None:
        width = self.scrollable_content_region.width
        filled = (width, self._room, *self._shown)
        if not width or filled == self._filled:
            return
        self._filled = filled
        written = list(self._rows(self._shown, width))
        ids = [row for row, _ in written]
        with self.prevent(OptionList.OptionHighlighted):
            if ids == [row for row, _ in self._written]:
                for index, (content, before) in enumerate(zip(written, self._written, strict=True)):
                    if not content[1].is_same(before[1]):
                        self.replace_option_prompt_at_index(index, content[1])
            else:
                self._replace(written, ids)
        self._written = written

    def _replace(self, written: Sequence[tuple[str, Content]], ids: Sequence[str]) -> None:
        option = self.highlighted_option
        kept, scrolled, index = (option.id if option else None), self.scroll_offset.y, self.highlighted
        first = f"story:{self._shown.opened}"
        self.set_options(Option(content, id=row) for row, content in written)
        self.scroll_to(y=scrolled, animate=False, force=True)
        if kept == "more:":
            self.highlighted = index
        elif kept in ids:
            self.highlighted = ids.index(kept)
        elif first in ids:
            self.highlighted = ids.index(first)

    def _rows(self, shown: Shown, width: int) -> Iterator[tuple[str, Content]]:
        for story in shown.listing[: self._room]:
            opened = story.id == shown.opened
            yield f"story:{story.id}", self._story(story, opened, shown.read, width)
            for entry in story.articles if opened else ():
                fresh, displayed = entry.id not in shown.read, entry.id in shown.displayed
                yield f"article:{entry.id}", self._article(entry, fresh, displayed, width)
        left = len(shown.listing) - self._room
        if left > 0:
            yield "more:", styled(f"{self.glyphs.ellipsis} {left:,} more", FAINT)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Make more rows before the reader comes to the end of those there are."""
        super().watch_highlighted(highlighted)
        if highlighted is not None and highlighted >= self._room - _AHEAD and self._room < len(self._shown.listing):
            self._room *= 2
            self.call_later(self._fill)

    def _story(self, story: StoryListing, opened: bool, read: frozenset[str], width: int) -> Content:
        fresh = any(entry.id not in read for entry in story.articles)
        several = len(story.articles) > 1
        count = styled(f"{len(story.articles)}" if several or opened else short_day(story.articles[0].day), FAINT)
        twist = styled(f"{self.glyphs.open if opened else self.glyphs.closed} ", FAINT)
        title = source(story.title or "(no title)", "bold" if fresh else "")
        if not opened:
            return both_ends(twist.append(title), count, width)
        rows = hang(twist, title, width - 3).split("\n")
        if len(rows) > _TITLE_ROWS:
            rows[_TITLE_ROWS - 1 :] = [rows[_TITLE_ROWS - 1].rstrip().append(self.glyphs.ellipsis)]
        return stack([both_ends(rows[0], count, width), *rows[1:]])

    def _article(self, entry: Entry, fresh: bool, displayed: bool, width: int) -> Content:
        sign = styled(f"  {self.glyphs.unread if fresh else ' '} ", "bold $primary")
        name = source(source_name(entry), "bold" if displayed else "" if entry.source else f"italic {FAINT}")
        day = styled(short_day(entry.day) or "no date", FAINT)
        rows = [both_ends(sign.append(name), day, width)]
        if entry.title:
            rows.append(Content("    ").append(source(entry.title, FAINT, cells=max(4, width - 4))))
        return stack(rows)

    def step(self, by: int) -> None:
        """Move the current row."""
        if self.option_count:
            self.highlighted = min(max((self.highlighted or 0) + by, 0), self.option_count - 1)

    @property
    def current(self) -> tuple[str, str]:
        """What the current row is, ``story`` or ``article``, and its id; empty where there is none."""
        option = self.highlighted_option
        kind, _, value = (option.id or "").partition(":") if option else ("", "", "")
        return kind, value
