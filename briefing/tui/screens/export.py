"""The summary of a story: looked at, then written to a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from briefing.errors import BriefingError, WouldOverwrite
from briefing.model.visible import visible_line
from briefing.tui.plain import plain
from briefing.tui.screens.dialogs import ConfirmDialog, Dialog

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from briefing.workspace import ExportFormat, Workspace

_FORMATS: tuple[ExportFormat, ...] = ("md", "json", "csv")
_NOT_IN_NAMES = re.compile(r"[^\w]+")


class ExportDialog(Dialog[None]):
    """Preview and writing of a summary.

    Args:
        workspace: The library.
        story_id, title: The story.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "next_format", "Format", show=False, priority=True),
        Binding("pagedown", "scroll(1)", "Down", show=False, priority=True),
        Binding("pageup", "scroll(-1)", "Up", show=False, priority=True),
        Binding("down", "scroll_row(1)", "Down", show=False, priority=True),
        Binding("up", "scroll_row(-1)", "Up", show=False, priority=True),
    ]

    def __init__(self, workspace: Workspace, story_id: str, title: str) -> None:
        super().__init__(
            "Export the summary",
            hint="Enter writes the file   Tab Markdown, JSON, CSV   ↑ ↓ PgUp PgDn look   Esc leaves",
        )
        self.workspace = workspace
        self.story_id = story_id
        self.format: ExportFormat = "md"
        self.box.add_class("-large")
        self.stem = _NOT_IN_NAMES.sub("-", title.casefold()).strip("-")[:60].strip("-") or "summary"
        self.preview = Static("", markup=False)
        self.input = Input(f"{self.stem}.md")

    def inside(self) -> ComposeResult:
        """The preview, and where to write it."""
        with VerticalScroll(classes="preview", can_focus=False):
            yield self.preview
        yield self.input

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self._show()
        self.input.focus()

    def _show(self) -> None:
        try:
            self.preview.update(plain(self.workspace.export(self.story_id, self.format)))
        except BriefingError as error:
            self.complain(f"{error.message} {error.hint}")

    def action_next_format(self) -> None:
        """Another format; a file name that was not changed follows."""
        before = self.format
        self.format = _FORMATS[(_FORMATS.index(before) + 1) % len(_FORMATS)]
        if self.input.value.endswith(f".{before}"):
            self.input.value = f"{self.input.value.removesuffix(before)}{self.format}"
        self._show()

    def action_scroll(self, pages: int) -> None:
        """Scroll the preview by pages."""
        view = self.query_one(".preview", VerticalScroll)
        view.scroll_relative(y=pages * max(1, view.size.height - 2), animate=False)

    def action_scroll_row(self, rows: int) -> None:
        """Scroll the preview."""
        self.query_one(".preview", VerticalScroll).scroll_relative(y=rows, animate=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write it."""
        event.stop()
        path = Path(event.value.strip()).expanduser()
        if not event.value.strip() or path.is_dir():
            self.complain("Write the name of a file.")
            return
        self._write(path, force=False)

    def _write(self, path: Path, *, force: bool) -> None:
        try:
            written = self.workspace.write_export(self.story_id, self.format, path, force=force)
        except WouldOverwrite:
            question = ConfirmDialog("File exists", f"{path} was not written by briefing. Overwrite it?")
            self.app.push_screen(question, lambda yes: self._write(path, force=True) if yes else None)
        except BriefingError as error:
            self.complain(f"{error.message} {error.hint}")
        else:
            self.app.notify(visible_line(f"Written to {written}"), title="Exported", markup=False)
            self.dismiss(None)
