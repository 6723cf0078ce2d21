"""What widgets and workers tell the screen. They only tell; the screen's handlers change what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from briefing.errors import BriefingError
    from briefing.model import Article, Findings, Ledger, Story
    from briefing.tui.widgets.source_text import SourceText


class CursorMoved(Message):
    """The reader went to another sentence of an article, or came into its column."""

    def __init__(self, text: SourceText) -> None:
        super().__init__()
        self.text = text


class TextLaidOut(Message):
    """An article has been laid out for another width, so that rows are no longer where they were."""

    def __init__(self, text: SourceText) -> None:
        super().__init__()
        self.text = text


class SelectionChanged(Message):
    """Words are being selected in an article, or no longer."""

    def __init__(self, text: SourceText) -> None:
        super().__init__()
        self.text = text


class RowShown(Message):
    """A row of a panel became the current one: ``row`` is the id of its claim, entity, fact or note."""

    def __init__(self, panel: str, row: str) -> None:
        super().__init__()
        self.panel = panel
        self.row = row


class CellChosen(Message):
    """The current cell of the table of claims by sources was clicked."""


class PanelEmptied(Message):
    """The list that had the focus has no rows any more."""


class Progressed(Message):
    """Work goes on in the background."""

    def __init__(self, stage: str, done: int, total: int) -> None:
        super().__init__()
        self.stage = stage
        self.done = done
        self.total = total

    def can_replace(self, message: Message) -> bool:
        """Only the latest counts."""
        return isinstance(message, Progressed)


class FindingsArrived(Message):
    """An article has been analysed."""

    def __init__(self, article: Article, findings: Findings) -> None:
        super().__init__()
        self.article = article
        self.findings = findings


class StoryArrived(Message):
    """The articles of a story have been compared."""

    def __init__(self, story: Story) -> None:
        super().__init__()
        self.story = story


class LedgerDrawn(Message):
    """The ledger of a story has been drawn up."""

    def __init__(self, story: Story, ledger: Ledger) -> None:
        super().__init__()
        self.story = story
        self.ledger = ledger


class GroupsChanged(Message):
    """Articles have been put into stories anew."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest counts."""
        return isinstance(message, GroupsChanged)


class RefreshEnded(Message):
    """The background work is over: done, or stopped by an error."""

    def __init__(self, error: BriefingError | None = None) -> None:
        super().__init__()
        self.error = error


class ArticleFailed(Message):
    """An article could not be analysed; the others go on."""

    def __init__(self, article: Article, error: BriefingError) -> None:
        super().__init__()
        self.article = article
        self.error = error
