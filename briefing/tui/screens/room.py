"""What is open in the reading room, and how the reader moves in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from briefing.model import Change, Correction
from briefing.tui.arrangement import LIST_FROM, Arrangement, arrange
from briefing.tui.commands.bindings import bind
from briefing.tui.commands.command import Context
from briefing.tui.glyphs import glyphs
from briefing.tui.loading import load_story, with_marks
from briefing.tui.screens import painting
from briefing.tui.screens.background import BackgroundWork, LedgerWork
from briefing.tui.screens.welcome import welcome_words
from briefing.tui.sheets import EVERYTHING, Kind, StorySheets
from briefing.tui.widgets.key_bar import KeyBar
from briefing.tui.widgets.panel import Panel
from briefing.tui.widgets.panels.base import RowList, Situation
from briefing.tui.widgets.source_text import SourceText
from briefing.tui.widgets.story_list import StoryList

if TYPE_CHECKING:
    from briefing.model import Claim, Located, Span
    from briefing.tui.app import BriefingApp
    from briefing.tui.commands import Keymap
    from briefing.tui.widgets.matrix import Matrix
    from briefing.workspace import StoryListing, Workspace


class ReadingRoom(Screen[None]):
    """Holds what is open: the story, the columns, where the reader is, and what has been chosen.

    Args:
        workspace: The library.
        keys: Keys of the commands.
        background: Whether to bring the library up to date meanwhile.
    """

    AUTO_FOCUS = ""
    app: BriefingApp

    def __init__(self, workspace: Workspace, keys: Keymap, *, background: bool = True) -> None:
        super().__init__()
        bind(self, ("everywhere",), keys)
        self.workspace = workspace
        self.keys = keys
        self.options = workspace.settings.screen
        self.glyphs = glyphs(self.options.ascii)
        self.set_class(self.options.ascii, "-ascii")
        self.work = BackgroundWork(self, workspace) if background else None
        self.ledgers = LedgerWork(self, workspace)

        self.listing: Sequence[StoryListing] = ()
        self.read: frozenset[str] = frozenset()
        """Ids of the articles that were read."""
        self.sheets: StorySheets | None = None
        self.most_columns = self.options.columns
        self.wants_stories: bool | None = None
        self.wants_panel: bool | None = None
        self.kind: Kind = "all"
        self.only = EVERYTHING
        self.entity = ""
        self.claim_id = ""
        self.link_from: tuple[str, tuple[int, int]] | None = None
        """The first end of a link that the reader is making: an article and a stretch of it."""
        self.pointed_at: Mapping[str, Sequence[Span]] = {}
        """Words that a panel points at, by article; until the reader moves on, they go before a claim's."""
        self.progress = ""
        self.said = ""
        self._to_settle = False

        self.head = Static("", id="head", markup=False)
        self.status = Static("", id="status", markup=False)
        self.key_bar = KeyBar(keys, id="keys")
        self.stories = StoryList(keys, self.glyphs, id="stories")
        self.all_columns = [
            SourceText(keys, self.glyphs, self.options.measure, id=f"source-{n}") for n in range(self.options.columns)
        ]
        self.text = self.all_columns[0]
        """The column the reader is in."""
        self.row = Horizontal(id="columns")
        self.welcome = Static(welcome_words(), id="welcome", markup=False)
        self.panel = Panel(keys, self.glyphs, id="panel")
        self.matrix: Matrix | None = None
        """Claims by sources; made when it is first looked at, and then in place of the texts or not displayed."""

    # What is open

    @property
    def columns(self) -> list[SourceText]:
        """The columns in view, from the left."""
        return [column for column in self.all_columns if column.display]

    @property
    def situation(self) -> Situation | None:
        """Where the reader is."""
        if self.sheets is None or self.text.sheet is None:
            return None
        return Situation(self.sheets, self.text.article_id, self.text.cursor, self.kind, self.entity, self.only)

    @property
    def claim(self) -> Claim | None:
        """The claim that is being looked at: the chosen one, if it touches this sentence; else the sentence's first."""
        if self.sheets is None or self.text.sheet is None:
            return None
        claims = self.sheets.claims_at(self.text.article_id, self.text.cursor)
        return next((claim for claim in claims if claim.id == self.claim_id), claims[0] if claims else None)

    @property
    def context(self) -> Context:
        """Where keys go now."""
        focused = self.focused
        if focused is not None and focused is self.matrix:
            return "matrix"
        if isinstance(focused, RowList):
            return focused.context
        if focused is self.stories:
            return "stories"
        return "selecting" if self.text.chooser else "text"

    def listing_of(self, article_id: str) -> StoryListing | None:
        """The story an article is in."""
        return next((s for s in self.listing if any(entry.id == article_id for entry in s.articles)), None)

    def reload_list(self) -> None:
        """Read the stories' list anew."""
        self.listing = self.workspace.listing()
        self.read = self.workspace.read_ids()
        painting.write_list(self)

    def open_story(self, listing: StoryListing, article_id: str = "") -> None:
        """Show a story's articles in the columns, beginning with one of them."""
        self.sheets = load_story(self.workspace, listing)
        self.text, self.entity, self.claim_id = self.all_columns[0], "", ""
        self.pointed_at, self.link_from = {}, None
        order = list(self.sheets.articles)
        if article_id in order:
            order = order[order.index(article_id) :] + order[: order.index(article_id)]
        for number, column in enumerate(self.all_columns):
            if number < len(order):
                column.show(self.sheets, order[number])
            else:
                column.clear()
        self.share_width()
        self.arrived(self.text, read=False)

    def renew(self) -> None:
        """Take what is new in the library into what is open; nothing that is being read moves."""
        if self.sheets is None:
            if self.listing:
                self.open_story(self.listing[0])
                self.text.focus()
            return
        listing = self.listing_of(self.text.article_id) or self._same_story()
        if listing is None:
            return
        self.sheets = load_story(self.workspace, listing, self.sheets)
        for column in self.all_columns:
            column.renew(self.sheets)
        shown = [column.article_id for column in self.all_columns]
        waiting = [article for article in self.sheets.articles if article not in shown]
        for column in self.all_columns:
            if column.article_id not in self.sheets.sheets:
                if waiting:
                    column.show(self.sheets, waiting.pop(0))
                else:
                    column.clear()
        if self.text.sheet is None:
            self.text = self.all_columns[0]
        self.share_width()
        painting.paint(self)

    def _same_story(self) -> StoryListing | None:
        """The story that is open, where the article being read has become another version of itself."""
        return next((s for s in self.listing if self.sheets and s.id == self.sheets.id), None)

    def share_width(self) -> Arrangement:
        """Share out the width."""
        table = self.matrix is not None and self.matrix.display
        arrangement = arrange(
            self.app.size.width,
            articles=len(self.sheets.articles) if self.sheets else 1,
            most_columns=self.most_columns,
            stories=False if table or not self.sheets else self.wants_stories,
            panel=self.app.size.width >= LIST_FROM if table else self.wants_panel if self.sheets else False,
        )
        for part, width in ((self.stories, arrangement.stories), (self.panel, arrangement.panel)):
            part.display = width > 0
            if width:
                part.styles.width = width
        self.welcome.display = self.sheets is None
        self.row.display = arrangement.columns > 0 and self.sheets is not None and not table
        filled = [column for column in self.all_columns if column.sheet] or self.all_columns[:1]
        shown = min(max(1, arrangement.columns), len(filled))
        first = min(filled.index(self.text), len(filled) - shown) if self.text in filled else 0
        for column in self.all_columns:
            column.display = column in filled[first : first + shown]
        return arrangement

    # Moving

    def point_at(self, places: Iterable[Located]) -> None:
        """Bring words out in the texts, until the reader moves on."""
        found: dict[str, list[Span]] = {}
        for place in places:
            found.setdefault(place.article, []).append(place.span)
        self.pointed_at = found
        painting.paint(self, follow=False)

    def move(self, sentence: int, *, far: bool = False) -> None:
        """Go to a sentence of the reader's column; ``far`` for a jump."""
        self.pointed_at = {}
        self.text.move_to(sentence, far=far)
        self.arrived(self.text)

    def go_to(self, article_id: str, span: tuple[int, int]) -> None:
        """Go to words of any article of the story, which is brought into a column if it is in none."""
        if self.sheets is None or article_id not in self.sheets.sheets:
            return
        self.bring(article_id)
        self.move(self.sheets.sheets[article_id].sentences_of(*span)[0], far=True)

    def bring(self, article_id: str) -> SourceText:
        """Enter the column that shows an article; where none does, it comes into the one beside the reader's."""
        assert self.sheets is not None
        column = next((column for column in self.all_columns if column.article_id == article_id), None)
        if column is None:
            columns = self.columns
            column = columns[(columns.index(self.text) + 1) % len(columns)]
            column.show(self.sheets, article_id)
        self.enter(column)
        return column

    def exchange(self, one: SourceText, other: SourceText) -> None:
        """Let two columns change places."""
        a, b = self.all_columns.index(one), self.all_columns.index(other)
        self.all_columns[a], self.all_columns[b] = other, one
        for column in self.all_columns:
            self.row.move_child(column, after=-1)

    def enter(self, column: SourceText) -> None:
        """Make a column the one the reader is in."""
        had_focus = isinstance(self.focused, SourceText)
        self.text = column
        self.share_width()
        if had_focus:
            column.focus()

    def arrived(self, text: SourceText, *, read: bool = True) -> None:
        """Follow the reader: counterparts level and lit, panel, signs and status."""
        if self.sheets is None or text.sheet is None:
            return
        self.text = text
        text.take_cursor()
        claim = self.claim
        self.claim_id = claim.id if claim else ""
        for other in self.columns:
            if other is not text and other.sheet is not None:
                span = self.sheets.counterpart(text.article_id, text.cursor, other.article_id, claim)
                other.level(span, text.level_row)
        if read and text.article_id not in self.read:
            self.mark_read(text.article_id)
        painting.paint(self)

    def mark_read(self, article_id: str, read: bool = True) -> None:
        """Mark an article read, or unread again."""
        self.workspace.mark_read(article_id, read)
        self.read = self.workspace.read_ids()

    def repaint(self, *, follow: bool = True) -> None:
        """Bring everything drawn up to date; ``follow`` lets the panel's row go with the reader."""
        painting.paint(self, follow=follow)

    def rearrange(self) -> None:
        """Share the width out anew and keep the place."""
        self.share_width()
        self.call_after_refresh(self.settle)

    def to_text(self) -> None:
        """Go back to the text; what had the whole width gives it up."""
        self.leave_table()
        if not self.columns or not self.row.display:
            self.wants_stories = self.wants_panel = None
            self.rearrange()
        self.text.focus()

    def leave_table(self) -> None:
        """Put the texts in place of the table of claims by sources."""
        if self.matrix and self.matrix.display:
            self.matrix.display = False
            self.rearrange()

    def leave_list(self) -> None:
        """From the list to the text; where there is little room, the list goes."""
        if self.app.size.width < LIST_FROM:
            self.wants_stories = self.wants_panel = None
            self.rearrange()
        self.text.focus()

    def show_panel(self) -> None:
        """Show the panel if it is not there."""
        self.leave_table()
        if not self.panel.display:
            self.wants_panel = True
            if self.app.size.width < LIST_FROM:
                self.wants_stories = False
            self.rearrange()

    # What the person changes

    def tell(self, words: str) -> None:
        """Say something in the status line until the next key."""
        self.said = words
        painting.write_bars(self)

    def marked(self) -> None:
        """The person's marks have changed."""
        self.text.choose(None)
        if self.sheets:
            self.sheets = with_marks(self.workspace, self.sheets)
            for column in self.all_columns:
                column.renew(self.sheets)
        painting.paint(self)

    def corrected(self) -> None:
        """The person's word on articles or entities has changed, so findings may."""
        self.reload_list()
        self.renew()
        self.begin_work()

    def changed(self, change: Change | None) -> None:
        """A step was taken back, or made again."""
        if change is None:
            return
        if any(isinstance(record, Correction) for record in (*change.before, *change.after)):
            self.corrected()
        else:
            self.marked()

    def begin_work(self) -> None:
        """Bring the library up to date in the background."""
        if self.work:
            self.work.start()

    def leave(self) -> None:
        """Leave; everything is on disk already."""
        if self.work:
            self.work.stop()
        self.workspace.close()
        self.app.exit()

    def settle(self) -> None:
        """After the widths have changed: keep the sentence in view and its counterpart level."""
        self._to_settle = False
        if self.sheets is not None and self.text.sheet is not None:
            self.text.bring_into_view(self.text.sentence)
            self.arrived(self.text, read=False)
        else:
            painting.write_bars(self)
