"""The Textual app: themes, keys and the way in."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType

from briefing.model.visible import visible, visible_line
from briefing.tui.commands import keymap
from briefing.tui.theme import DEFAULTS, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from briefing.errors import BriefingError
    from briefing.workspace import Workspace


class BriefingApp(App[None]):
    """The reader.

    Args:
        workspace: The library, opened.
        story, article: What to open first; the latest story where neither is given.
        background: Whether to analyse and compare what is new while the person reads.
    """

    TITLE = "briefing"
    CSS_PATH = Path(__file__).with_name("briefing.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        workspace: Workspace,
        *,
        story: str | None = None,
        article: str | None = None,
        background: bool = True,
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.keys = keymap(workspace.settings.keys)
        self.opening = (story, article)
        self.background = background
        for theme in THEMES:
            self.register_theme(theme)
        self._begin_with(workspace.settings.screen.theme)

    def _begin_with(self, name: str) -> None:
        """Set the theme before the style sheet is read, which would otherwise be applied twice at the start."""
        if self.available_themes[name].ansi:
            self.theme = name
            return
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables, for themes that are not ours."""
        return DEFAULTS

    def get_default_screen(self) -> Screen[None]:
        """The reading room."""
        from briefing.tui.screens.main import MainScreen

        return MainScreen(self.workspace, self.keys, *self.opening, background=self.background)

    def on_ready(self) -> None:
        """The first frame is out: collect garbage again, but not what the program itself is made of."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def complain(self, error: BriefingError) -> None:
        """Tell the person what went wrong, and the way out."""
        words = visible(f"{error.message}\n{error.hint}".strip())
        self.notify(words, title=visible_line(error.title), severity="error", markup=False, timeout=12)


def run(workspace: Workspace, *, story: str | None = None, article: str | None = None) -> None:
    """Open the screen on a library, until the person leaves.

    Args:
        workspace: The library, opened; it stays open.
        story: Id or title of the story to open first; the latest where none is given.
        article: Id or file name of the article to open first.

    Raises:
        BrokenSettings: The settings give a key to no command, or to two.
    """
    gc.disable()  # collecting while everything is being made costs a tenth of the start; on_ready turns it on
    BriefingApp(workspace, story=story, article=article).run(mouse=workspace.settings.screen.mouse)


def themes() -> Iterable[str]:
    """Names of the themes, in the order of the key that changes them."""
    return [theme.name for theme in THEMES]
