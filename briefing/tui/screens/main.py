"""The reading room: stories at the left, sources side by side, panels at the right, status and keys below."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal
from textual.widgets import OptionList

from briefing.errors import BriefingError, UnknownArticle
from briefing.model.visible import visible
from briefing.tui import messages
from briefing.tui.screens import painting
from briefing.tui.screens.room import ReadingRoom
from briefing.tui.widgets.source_text import SourceText

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.worker import Worker

    from briefing.tui.commands import Keymap
    from briefing.workspace import StoryListing, Workspace


_WORK_AFTER = 0.25
"""Seconds before the work begins, so that it does not delay the first text."""
_LOOK_AROUND = 1.0
"""Seconds between looks for what another window or the command line has written."""
_DIALOG_PATIENCE = 1.0
"""Seconds that later keys wait for a dialog to take them."""


class MainScreen(ReadingRoom):
    """The reading room as a screen: it composes, hears messages, and gives commands to their handlers.

    Args:
        workspace: The library.
        keys: Keys of the commands.
        story, article: What to open first.
        background: Whether to bring the library up to date meanwhile.
    """

    def __init__(
        self, workspace: Workspace, keys: Keymap, story: str | None, article: str | None, *, background: bool = True
    ) -> None:
        super().__init__(workspace, keys, background=background)
        self.opening = (story, article)
        self._revision = 0

    def compose(self) -> ComposeResult:
        """Everything, once; what has no room is not displayed."""
        yield self.head
        with Horizontal(id="desk"):
            yield self.stories
            yield self.welcome
            with self.row:
                yield from self.all_columns
            yield self.panel
        yield self.status
        yield self.key_bar

    def on_mount(self) -> None:
        """Show the first text, then begin the work."""
        self.reload_list()
        self._open_first()

    def _open_first(self) -> None:
        story, article = self.opening
        try:
            listing = self._first(story, article)
            wanted = self.workspace.article(article).id if article else ""
        except BriefingError as error:
            self.app.complain(error)
            listing, wanted = self.listing[0] if self.listing else None, ""
        if listing:
            self.open_story(listing, wanted)
            self.text.focus()
        else:
            self.share_width()
            painting.write_bars(self)
        for notice in self.workspace.notices():
            self.app.notify(visible(notice), title="Library", severity="warning", markup=False, timeout=12)
        if self.work:
            self.set_timer(_WORK_AFTER, self.work.start)
        self._revision = self.workspace.revision()
        self.set_interval(_LOOK_AROUND, self._look_around)

    def _look_around(self) -> None:
        """Take in what came into the library from elsewhere; new articles are analysed."""
        revision = self.workspace.revision()
        if revision == self._revision:
            return
        self._revision = revision
        known = {entry.id for listing in self.listing for entry in listing.articles}
        self.attempt(self._take_in)
        if self.work and not known.issuperset(entry.id for s in self.listing for entry in s.articles):
            self.work.start()

    def _take_in(self) -> None:
        self.reload_list()
        self.renew()

    def _first(self, story: str | None, article: str | None) -> StoryListing | None:
        if article:
            return self.listing_of(self.workspace.article(article).id)
        if story:
            for listing in self.listing:
                if story in (listing.id, listing.title):
                    return listing
            raise UnknownArticle(f"There is no story {story!r} in the library.", "The list shows them all.")
        return self.listing[0] if self.listing else None

    # Handlers

    def on_resize(self, event: events.Resize) -> None:
        """Share the new width out."""
        self.share_width()
        self.call_after_refresh(self.settle)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the keys that matter here."""
        if isinstance(event.widget, SourceText) and event.widget in self.columns and event.widget is not self.text:
            self.arrived(event.widget, read=False)
        painting.write_bars(self)

    def on_cursor_moved(self, event: messages.CursorMoved) -> None:
        """The reader clicked into an article."""
        self.arrived(event.text)

    def on_text_laid_out(self, event: messages.TextLaidOut) -> None:
        """Bring counterparts level again, once for all columns."""
        if not self._to_settle:
            self._to_settle = True
            self.call_after_refresh(self.settle)

    async def on_click(self, event: events.Click) -> None:
        """Tabs and keys can be clicked."""
        command_id = event.style.meta.get("command")
        if command_id and self.check_action("command", (command_id,)):
            await self.action_command(command_id)

    def on_selection_changed(self, event: messages.SelectionChanged) -> None:
        """Other keys matter while words are selected."""
        painting.write_bars(self)

    def on_row_shown(self, event: messages.RowShown) -> None:
        """The text follows the panel."""
        from briefing.tui.commands.panels import follow_row

        self.attempt(lambda: follow_row(self, event.panel, event.row))

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on a row is Enter there."""
        event.stop()
        await self.action_command("open")

    async def on_cell_chosen(self) -> None:
        """A click on the current cell is Enter there."""
        await self.action_command("open")

    def on_panel_emptied(self) -> None:
        """Nothing to choose there; read on."""
        self.to_text()

    def on_progressed(self, event: messages.Progressed) -> None:
        """Show how far the work is."""
        self.progress = f"{event.stage} {event.done}/{event.total}" if event.total else event.stage
        painting.write_bars(self)

    def on_findings_arrived(self, event: messages.FindingsArrived) -> None:
        """An article that is open has been analysed."""
        if self.sheets and event.article.id in self.sheets.sheets:
            self.renew()

    def on_groups_changed(self) -> None:
        """Stories have been formed anew."""
        self.reload_list()
        self.renew()

    def on_story_arrived(self, event: messages.StoryArrived) -> None:
        """A story has been compared."""
        self.reload_list()
        if self.sheets is None or self.text.article_id in event.story.articles:
            self.renew()

    def on_ledger_drawn(self, event: messages.LedgerDrawn) -> None:
        """The panels can tell what each source adds, and what claims may be worth."""
        if self.sheets and self.sheets.story is event.story:
            self.sheets = self.sheets.with_ledger(event.ledger)
            painting.paint(self, follow=False)

    def on_article_failed(self, event: messages.ArticleFailed) -> None:
        """Say which article could not be analysed."""
        self.app.complain(event.error)

    def on_refresh_ended(self, event: messages.RefreshEnded) -> None:
        """Say so, or what stopped it."""
        self.progress = ""
        self.reload_list()
        self.renew()
        painting.write_bars(self)
        if event.error:
            self.app.complain(event.error)

    def on_unmount(self) -> None:
        """Call the work off; everything else is on disk already."""
        if self.work:
            self.work.stop()

    # Commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command can be given here."""
        if action != "command":
            return True
        from briefing.tui.commands.handling import available

        return available(self, str(parameters[0]))

    async def action_command(self, command_id: str) -> None:
        """Carry out a command; what goes wrong is told. Keys typed on wait for a dialog that it opens."""
        from briefing.tui.commands.handling import handler

        self.said = ""
        going = self.attempt(lambda: handler(command_id)(self))
        end = time.monotonic() + _DIALOG_PATIENCE
        while going and not going.is_finished and time.monotonic() < end:
            if self.app.screen is not self and self.app.screen.focused is not None:
                break
            await asyncio.sleep(0.005)

    def attempt(self, act: Callable[[], object]) -> Worker[None] | None:
        """Do something; an error is shown, never fatal. What goes on (a dialog) is handed back."""
        try:
            result = act()
        except BriefingError as error:
            self.app.complain(error)
            return None
        return self.run_worker(self._finish(result), group="command") if inspect.iscoroutine(result) else None

    async def _finish(self, going: Coroutine[Any, Any, object]) -> None:
        try:
            await going
        except BriefingError as error:
            self.app.complain(error)
