"""Finding words in the article as one types."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.widgets import Input

if TYPE_CHECKING:
    from briefing.tui.screens.main import MainScreen

_MOST = 20_000
"""Places that are lit at most, so that a single letter in a very long text does not slow the typing."""


class SearchBar(Input):
    """The search line, above the status; it acts on the column the reader is in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        Binding("down", "go(1)", "Next", show=False),
        Binding("up", "go(-1)", "Previous", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            placeholder="Find in this article: Enter or ↓ next, ↑ previous, Esc leaves", id=id, compact=True
        )
        self._begun_at = 0

    def on_mount(self) -> None:
        """Search from where the reader is."""
        self._begun_at = self.desk.text.sentence[0]

    @property
    def desk(self) -> MainScreen:
        """The reading room."""
        return cast("MainScreen", self.screen)

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where the words stand in the article; letter case counts only where capitals are typed."""
        sheet, wanted = self.desk.text.sheet, self.value
        if sheet is None or not wanted.strip():
            return []
        flags = re.IGNORECASE if wanted == wanted.lower() else 0
        pattern = re.compile(r"\s+".join(map(re.escape, wanted.split())), flags)
        found = []
        for match in pattern.finditer(sheet.article.text):
            found.append(match.span())
            if len(found) == _MOST:
                break
        return found

    def on_input_changed(self, event: Input.Changed) -> None:
        """Light what matches and go to the first from where the search began."""
        event.stop()
        places = self.places
        self.desk.text.put("found", places)
        if places:
            self._show(next((place for place in places if place[0] >= self._begun_at), places[0]))
        elif self.value.strip():
            self.desk.tell(f"Not in this article: {self.value}")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next place."""
        event.stop()
        self.action_go(1)

    def action_go(self, way: int) -> None:
        """To the next place, or the one before, round the end."""
        places = self.places
        if not places:
            return
        beyond = [p for p in places if (p[0] > self._begun_at if way > 0 else p[0] < self._begun_at)]
        self._show((beyond or places)[0 if way > 0 else -1])

    def _show(self, place: tuple[int, int]) -> None:
        desk = self.desk
        self._begun_at = place[0]
        if desk.text.sheet:
            desk.move(desk.text.sheet.sentence_at(place[0]))
            desk.text.bring_into_view(place)
            places = self.places
            desk.tell(f"{places.index(place) + 1} of {len(places)}")

    def action_leave(self) -> None:
        """Back to the text; what was found stays lit until Esc there."""
        desk = self.desk
        desk.text.focus()
        self.remove()
