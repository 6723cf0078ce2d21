"""The panel at the right: a line of tabs, and the panel that is chosen. A panel is made when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from briefing.tui.commands.bindings import key_sign
from briefing.tui.widgets.panels.base import PanelView, Situation
from briefing.tui.widgets.panels.claims import ClaimsPanel
from briefing.tui.widgets.rows import stack, styled

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from briefing.tui.commands import Context, Keymap
    from briefing.tui.glyphs import Glyphs

_TWO_ROWS_FROM = 30
"""Height from which on the tabs may take two rows."""
LABELS: dict[Context, str] = {
    "claims": "Claims",
    "entities": "Entities",
    "facts": "Facts",
    "notes": "Notes",
    "timeline": "Time",
    "sources": "Sources",
    "wording": "Words",
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
    if context == "sources":
        from briefing.tui.widgets.panels.sources import SourcesPanel

        return SourcesPanel
    if context == "wording":
        from briefing.tui.widgets.panels.wording import WordingPanel

        return WordingPanel
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

    def look_at(self, context: Context, row: str) -> None:
        """Show a row of a panel, if that is the one in view."""
        if self.display and self.chosen == context and self._situation:
            self.current.put(row)

    def on_resize(self) -> None:
        """Fit the tabs."""
        self._write_tabs()

    def _write_tabs(self) -> None:
        """Every panel's name, in two rows where there is room for that alone, else the keys of those not chosen."""
        room = self.size.width
        names = [self._tab(context, label) for context, label in LABELS.items()]
        keys = [
            name if context == self.chosen else self._tab(context, key_sign(self.keys[context][0]))
            for context, name in zip(LABELS, names, strict=True)
        ]
        half = (len(names) + 1) // 2
        halves = [Content("  ").join(names[:half]), Content("  ").join(names[half:])]
        rows = [[Content(gap).join(tabs)] for gap, tabs in (("  ", names), (" ", names), ("   ", keys), (" ", keys))]
        rows[2:2] = [halves] if self.size.height >= _TWO_ROWS_FROM else []
        self.tabs.update(stack(next((r for r in rows if max(each.cell_length for each in r) <= room), rows[-1])))

    def _tab(self, context: Context, words: str) -> Content:
        style = "bold $primary underline" if context == self.chosen else "$faint"
        return styled(words, style).stylize(Style.from_meta({"command": context}))
