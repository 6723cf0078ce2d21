"""What widgets and workers tell the screen. They only tell; the screen's handlers change what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from briefing.errors import BriefingError
    from briefing.model import Article, Findings, Story
    from briefing.tui.widgets.source_text import SourceText


@dataclass
class CursorMoved(Message):
    """The reader went to another sentence of an article, or came into its column."""

    text: SourceText


@dataclass
class TextLaidOut(Message):
    """An article has been laid out for another width, so that rows are no longer where they were."""

    text: SourceText


@dataclass
class SelectionChanged(Message):
    """Words are being selected in an article, or no longer."""

    text: SourceText


@dataclass
class RowShown(Message):
    """A row of a panel became the current one: ``row`` is the id of its claim, entity, fact or note."""

    panel: str
    row: str
    by_reader: bool = True


@dataclass
class Progressed(Message):
    """Work goes on in the background."""

    stage: str
    done: int
    total: int

    def can_replace(self, message: Message) -> bool:
        """Only the latest counts."""
        return isinstance(message, Progressed)


@dataclass
class FindingsArrived(Message):
    """An article has been analysed."""

    article: Article
    findings: Findings


@dataclass
class StoryArrived(Message):
    """The articles of a story have been compared."""

    story: Story


@dataclass
class GroupsChanged(Message):
    """Articles have been put into stories anew."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest counts."""
        return isinstance(message, GroupsChanged)


@dataclass
class RefreshEnded(Message):
    """The background work is over: done, or stopped by an error."""

    error: BriefingError | None = None


@dataclass
class ArticleFailed(Message):
    """An article could not be analysed; the others go on."""

    article: Article
    error: BriefingError
