"""Questions asked over the reading room: one line, a note, yes or no. Escape always leaves without a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static, TextArea

from briefing.model.visible import visible, visible_line
from briefing.tui.plain import plain
from briefing.tui.widgets.rows import source

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

R = TypeVar("R")


class Dialog(ModalScreen[R]):
    """A box in the middle with a title in its frame.

    Args:
        title: What is asked.
        quoted: The source's words it is about.
        hint: The keys.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(self, title: str, *, quoted: str = "", hint: str = "") -> None:
        super().__init__()
        self.box = Vertical(classes="box")
        self.box.border_title = plain(f" {title} ", one_line=True)
        self.quoted = quoted
        self.hint = hint
        self.problem = Static("", classes="problem", markup=False)
        self.problem.display = False

    def compose(self) -> ComposeResult:
        """The words it is about, what is asked, the keys."""
        with self.box:
            if self.quoted:
                yield Static(source(self.quoted), classes="quoted", markup=False)
            yield from self.inside()
            yield self.problem
            if self.hint:
                yield Static(self.hint, classes="hint", markup=False)

    def inside(self) -> ComposeResult:
        """What is asked."""
        yield from ()

    def complain(self, words: str) -> None:
        """Say what is wrong with the answer."""
        self.problem.update(plain(words))
        self.problem.display = True

    def action_leave(self) -> None:
        """Leave without a change."""
        self.dismiss(None)

    def on_mount(self) -> None:
        """Carry plain glyphs over."""
        self.set_class(any(screen.has_class("-ascii") for screen in self.app.screen_stack), "-ascii")


class LineDialog(Dialog[str]):
    """Asks for one line.

    Args:
        value: What stands there now.
        check: Says what is wrong with an answer; empty where nothing is.
        suggestions: Completions of what is being typed.
    """

    def __init__(
        self,
        title: str,
        *,
        value: str = "",
        quoted: str = "",
        hint: str = "Enter saves   Esc leaves",
        check: Callable[[str], str] = lambda _: "",
        suggestions: Sequence[str] = (),
    ) -> None:
        super().__init__(title, quoted=quoted, hint=hint)
        self.check = check
        self.value = value
        self.shown = visible_line(value)
        self.input = Input(self.shown, suggester=LastWordSuggester(suggestions) if suggestions else None)

    def inside(self) -> ComposeResult:
        """The line."""
        yield self.input

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand the answer back where nothing is wrong with it."""
        event.stop()
        answer = self.value if event.value == self.shown else event.value.strip()
        wrong = self.check(answer)
        if wrong:
            self.complain(wrong)
        else:
            self.dismiss(answer)


class LastWordSuggester(SuggestFromList):
    """Completes what stands after the last comma."""

    def __init__(self, suggestions: Sequence[str]) -> None:
        super().__init__(suggestions, case_sensitive=False)

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last part completed."""
        before, comma, last = value.rpartition(",")
        typed = last.lstrip()
        if not typed:
            return None
        found = await super().get_suggestion(typed.casefold())
        return f"{before}{comma}{last[: len(last) - len(typed)]}{found}" if found else None


class NoteArea(TextArea):
    """A note: Enter saves it, as most notes are one line; Alt+Enter or Ctrl+J begins another."""

    def __init__(self, text: str) -> None:
        super().__init__(text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("alt+enter", "ctrl+j", "shift+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self.screen.dismiss(self.text.strip())
        else:
            await super()._on_key(event)


class NoteDialog(Dialog[str]):
    """Asks for a note of any length.

    Args:
        value: The note that stands there now.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f2", "editor", "Editor", show=False, priority=True)]

    def __init__(self, title: str, *, value: str = "", quoted: str = "") -> None:
        super().__init__(
            title, quoted=quoted, hint="Enter saves   Alt+Enter or Ctrl+J new line   F2 in $EDITOR   Esc leaves"
        )
        self.area = NoteArea(visible(value))

    def inside(self) -> ComposeResult:
        """The note."""
        yield self.area

    def on_mount(self) -> None:
        """Write on at the end."""
        super().on_mount()
        self.area.focus()
        self.area.move_cursor(self.area.document.end)

    def action_editor(self) -> None:
        """Write it in the reader's own editor."""
        from briefing.errors import BriefingError
        from briefing.tui.editor import edit_text

        try:
            with self.app.suspend():
                text = edit_text(self.area.text)
        except BriefingError as error:
            self.complain(f"{error.message} {error.hint}")
            return
        self.area.load_text(text)
        self.area.move_cursor(self.area.document.end)


class ConfirmDialog(Dialog[bool]):
    """Asks yes or no.

    Args:
        words: What would be done.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "yes", "Yes", show=False),
        Binding("n", "leave", "No", show=False),
    ]

    def __init__(self, title: str, words: str) -> None:
        super().__init__(title, hint="Enter or y does it   n or Esc leaves")
        self.words = words

    def inside(self) -> ComposeResult:
        """The question."""
        yield Static(plain(self.words), markup=False)

    def action_yes(self) -> None:
        """Do it."""
        self.dismiss(True)
