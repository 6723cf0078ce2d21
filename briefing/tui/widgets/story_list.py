"""The list at the left: stories, and the articles of the one that is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from briefing.tui.commands.bindings import bind
from briefing.tui.widgets.rows import FAINT, both_ends, hang, short_day, source, stack, styled

if TYPE_CHECKING:
    from briefing.model import Entry
    from briefing.tui.commands import Keymap
    from briefing.tui.glyphs import Glyphs
    from briefing.workspace import StoryListing

_TITLE_ROWS = 3


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
        self._shown: tuple[Sequence[StoryListing], str, frozenset[str], frozenset[str]] = (
            (),
            "",
            frozenset(),
            frozenset(),
        )
        self._filled: tuple[object, ...] = ()
        self._written: list[tuple[str, Content]] = []

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
        self._shown = (listing, opened, read, displayed)
        self._fill()

    def on_resize(self) -> None:
        """Rows are written for a width."""
        self._fill()

    def _fill(self) -> None:
        listing, opened, read, displayed = self._shown
        width = self.scrollable_content_region.width
        filled = (width, *self._shown)
        if not width or filled == self._filled:
            return
        self._filled = filled
        written = list(self._rows(listing, opened, read, displayed, width))
        if [row for row, _ in written] == [row for row, _ in self._written] and all(
            a.is_same(b) for (_, a), (_, b) in zip(written, self._written, strict=True)
        ):
            return
        option = self.highlighted_option
        kept, scrolled = (option.id if option else None), self.scroll_offset.y
        first = not self._written
        self._written = written
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(Option(content, id=row) for row, content in written)
            self.scroll_to(y=scrolled, animate=False, force=True)
            ids = [row for row, _ in written]
            if kept in ids:
                self.highlighted = ids.index(kept)
            elif first and f"story:{opened}" in ids:
                self.highlighted = ids.index(f"story:{opened}")

    def _rows(
        self,
        listing: Sequence[StoryListing],
        opened: str,
        read: frozenset[str],
        displayed: frozenset[str],
        width: int,
    ) -> Iterator[tuple[str, Content]]:
        for story in listing:
            yield f"story:{story.id}", self._story(story, story.id == opened, read, width)
            if story.id == opened:
                for entry in story.articles:
                    yield (
                        f"article:{entry.id}",
                        self._article(entry, entry.id not in read, entry.id in displayed, width),
                    )

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
        name = source(
            entry.source or "unknown source", "bold" if displayed else "" if entry.source else f"italic {FAINT}"
        )
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
