"""The list, the panels, and going from them to the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Located
from briefing.tui.commands.correcting import give_link_up
from briefing.tui.commands.handling import does
from briefing.tui.commands.table import open_cell
from briefing.tui.widgets.panels.base import PanelView
from briefing.tui.widgets.panels.entities import EntitiesPanel
from briefing.tui.widgets.panels.facts import FactsPanel
from briefing.tui.widgets.panels.notes import NotesPanel
from briefing.tui.widgets.panels.sources import SourcesPanel
from briefing.tui.widgets.panels.timeline import TimelinePanel
from briefing.tui.widgets.panels.wording import WordingPanel

if TYPE_CHECKING:
    from briefing.tui.commands.command import Context
    from briefing.tui.screens.main import MainScreen
    from briefing.tui.widgets.panels.sources import Entry


def follow_row(desk: MainScreen, panel: str, row: str) -> None:
    """Let the text show what a panel's row is about; the panel keeps the focus."""
    view = desk.panel.current
    if panel == "matrix":
        desk.panel.look_at("claims", row)
        desk.tell("")
    elif panel == "claims" and desk.sheets:
        claim = next((claim for claim in desk.sheets.claims if claim.id == row), None)
        if claim and claim.passages:
            own = claim.of(desk.text.article_id)
            passage = own[0] if own else claim.passages[0]
            desk.claim_id = claim.id
            desk.go_to(passage.article, passage.span)
            desk.claim_id = claim.id
            desk.repaint(follow=False)
    elif isinstance(view, FactsPanel) and (fact := view.fact(row)):
        desk.go_to(desk.text.article_id, fact.span)
        desk.point_at([Located(article=desk.text.article_id, start=fact.start, end=fact.end)])
    elif isinstance(view, NotesPanel) and (note := view.annotation(row)) and note.anchors and not note.orphan:
        desk.go_to(note.anchors[0].article, note.anchors[0].span)
    elif isinstance(view, TimelinePanel) and (place := view.place(row)):
        desk.go_to(place.article, place.words)
        desk.point_at([Located(article=place.article, start=place.words.start, end=place.words.end)])
    elif isinstance(view, WordingPanel) and (words := view.place(row)):
        desk.go_to(words.place.article, words.place.span)
        desk.point_at(each.place for each in view.told(row))
    elif isinstance(view, SourcesPanel) and (entry := view.entry(row)):
        _follow_entry(desk, entry)


def _follow_entry(desk: MainScreen, entry: Entry) -> None:
    """To a source, or to the words that an entry of its account is about."""
    if not entry.places:
        if desk.text.article_id != entry.article:
            desk.arrived(desk.bring(entry.article), read=False)
        return
    first = entry.places[0]
    if entry.claim:
        desk.claim_id = entry.claim.id
    desk.go_to(first.article, first.span)
    if entry.claim is None:
        desk.point_at(entry.places)


@does("open")
async def open_here(desk: MainScreen) -> None:
    """From the text to its claim; from a panel to the words; from the list into an article."""
    context = desk.context
    if context == "text":
        await show_panel(desk, "claims")
    elif context == "stories":
        _open_row(desk)
    elif context == "matrix":
        open_cell(desk)
    elif isinstance(desk.panel.current, EntitiesPanel):
        _light(desk, desk.panel.current)
    else:
        follow_row(desk, context, desk.panel.current.current)
        desk.to_text()


def _open_row(desk: MainScreen) -> None:
    kind, value = desk.stories.current
    listing = next((s for s in desk.listing if s.id == value), None) if kind == "story" else desk.listing_of(value)
    if listing is None:
        return
    if desk.sheets is None or listing.id != desk.sheets.id:
        desk.open_story(listing, value if kind == "article" else "")
    elif kind == "article":
        desk.arrived(desk.bring(value), read=False)
    desk.leave_list()


def _light(desk: MainScreen, view: EntitiesPanel) -> None:
    """Light all mentions of the current entity, or put them out."""
    entity = view.entity()
    if entity is None:
        return
    desk.entity = "" if desk.entity == entity.id else entity.id
    desk.repaint(follow=False)
    if desk.entity:
        desk.tell(f"{entity.name}: {len(entity.mentions)} mentions lit; m and M go through them.")


@does("lights-out")
def lights_out(desk: MainScreen) -> None:
    """Put out what is lit."""
    if desk.link_from:
        give_link_up(desk)
        desk.tell("Given up.")
        return
    desk.entity = ""
    desk.text.put("found", [])
    desk.repaint()


@does("to-text")
def to_text(desk: MainScreen) -> None:
    """To the text."""
    desk.to_text()


@does("stories")
def stories(desk: MainScreen) -> None:
    """Show the list and go there; from there, hide it."""
    if desk.stories.display and desk.focused is desk.stories:
        desk.wants_stories = False
        desk.share_width()
        desk.to_text()
        return
    desk.leave_table()
    if not desk.stories.display:
        desk.wants_stories = True
        if desk.app.size.width < 140:
            desk.wants_panel = False
        desk.rearrange()
    desk.stories.focus()


@does("panel")
def panel(desk: MainScreen) -> None:
    """Show or hide the panel."""
    if desk.panel.display:
        desk.wants_panel = False
        desk.rearrange()
        desk.to_text()
    else:
        desk.show_panel()


async def show_panel(desk: MainScreen, context: Context) -> PanelView:
    """Show a panel and go there."""
    desk.show_panel()
    view = await desk.panel.choose(context)
    if desk.situation and view.has_rows(desk.situation):
        view.list.display = True
        view.list.focus()
    else:
        desk.text.focus()
    desk.repaint(follow=False)
    return view


@does("claims")
async def claims(desk: MainScreen) -> None:
    """The claims."""
    await show_panel(desk, "claims")


@does("entities")
async def entities(desk: MainScreen) -> None:
    """The entities."""
    await show_panel(desk, "entities")


@does("facts")
async def facts(desk: MainScreen) -> None:
    """The facts."""
    await show_panel(desk, "facts")


@does("notes")
async def notes(desk: MainScreen) -> None:
    """The notes."""
    await show_panel(desk, "notes")


@does("timeline")
async def timeline(desk: MainScreen) -> None:
    """The timeline."""
    await show_panel(desk, "timeline")


@does("sources")
async def sources(desk: MainScreen) -> None:
    """The accounts of the sources."""
    await show_panel(desk, "sources")


@does("wording")
async def wording(desk: MainScreen) -> None:
    """The wording."""
    await show_panel(desk, "wording")


@does("detail-down")
def detail_down(desk: MainScreen) -> None:
    """Read the detail on."""
    desk.panel.current.scroll_detail(1)


@does("detail-up")
def detail_up(desk: MainScreen) -> None:
    """Read the detail back."""
    desk.panel.current.scroll_detail(-1)


@does("next-row")
def next_row(desk: MainScreen) -> None:
    """Down by a row."""
    _step(desk, 1)


@does("previous-row")
def previous_row(desk: MainScreen) -> None:
    """Up by a row."""
    _step(desk, -1)


def _step(desk: MainScreen, by: int) -> None:
    if desk.focused is desk.stories:
        desk.stories.step(by)
    elif desk.matrix and desk.focused is desk.matrix:
        desk.matrix.step(by)
    else:
        desk.panel.current.step(by)
