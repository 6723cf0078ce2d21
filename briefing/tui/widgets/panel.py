"""The panel at the right: a line of tabs, and the panel that is chosen. A panel is made when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from briefing.tui.widgets.panels.base import PanelView, Situation
from briefing.tui.widgets.panels.claims import ClaimsPanel
from briefing.tui.widgets.rows import styled

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from briefing.tui.commands import Context, Keymap
    from briefing.tui.glyphs import Glyphs

LABELS: dict[Context, str] = {
    "claims": "Claims",
    "entities": "Entities",
    "facts": "Facts",
    "notes": "Notes",
    "timeline": "Time",
}


def _view_class(context: Context) -> type[PanelView]:
    """The class of a panel; it is imported when the panel is first looked at."""
    if context == "entities":
        from briefing.tui.widgets.panels.entities import EntitiesPanel

        return EntitiesPanel
    if context == "facts":
        from briefing.tui.widgets.panels.facts import FactsPanel

        return FactsPanel
    if context == "notes":
        from briefing.tui.widgets.panels.notes import NotesPanel

        return NotesPanel
    if context == "timeline":
        from briefing.tui.widgets.panels.timeline import TimelinePanel

        return TimelinePanel
    return ClaimsPanel


class Panel(Vertical):
    """The panels, one of which is shown.

    Args:
        keys: Keys of the commands.
        glyphs: The signs to draw with.
    """

    def __init__(self, keys: Keymap, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.keys = keys
        self.glyphs = glyphs
        self.chosen: Context = "claims"
        self.tabs = Static("", classes="tabs", markup=False)
        self._views: dict[Context, PanelView] = {}
        self._situation: Situation | None = None

    def compose(self) -> ComposeResult:
        """The tabs and the first panel."""
        yield self.tabs
        yield self.view("claims")

    def view(self, context: Context) -> PanelView:
        """One of the panels."""
        if context not in self._views:
            self._views[context] = _view_class(context)(self.keys, self.glyphs)
        return self._views[context]

    @property
    def current(self) -> PanelView:
        """The panel that is shown."""
        return self.view(self.chosen)

    async def choose(self, context: Context) -> PanelView:
        """Show another panel."""
        self.chosen = context
        view = self.view(context)
        if not view.is_attached:
            await self.mount(view)
        for other in self._views.values():
            other.display = other is view
        self._write_tabs()
        if self._situation:
            view.show(self._situation)
        return view

    def show(self, situation: Situation, *, follow: bool = True) -> None:
        """Tell the panel in view where the reader is."""
        self._situation = situation
        self._write_tabs()
        if self.display:
            self.current.show(situation, follow=follow)

    def on_resize(self) -> None:
        """Fit the tabs."""
        self._write_tabs()

    def _write_tabs(self) -> None:
        tabs = []
        for context, label in LABELS.items():
            style = "bold $primary underline" if context == self.chosen else "$faint"
            tab = styled(label, style).stylize(Style.from_meta({"command": context}))
            tabs.append(tab)
        gap = "  " if sum(tab.cell_length + 2 for tab in tabs) <= self.size.width else " "
        self.tabs.update(Content(gap).join(tabs))
