"""From the library to what the screen shows of a story."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from briefing.tui.sheets import Sheet, StorySheets

if TYPE_CHECKING:
    from briefing.model import Annotation
    from briefing.workspace import StoryListing, Workspace


def load_story(workspace: Workspace, listing: StoryListing, earlier: StorySheets | None = None) -> StorySheets:
    """A story's articles with all that is known of them by now.

    Args:
        workspace: The library.
        listing: The story, as the list has it.
        earlier: What was shown before, whose findings need not be read again.
    """
    sheets = []
    for entry in listing.articles:
        article = workspace.article(entry.id)
        known = earlier.sheets.get(entry.id) if earlier else None
        if known and known.findings and known.article == article:
            sheets.append(known)
        else:
            sheets.append(Sheet(article, workspace.findings(entry.id)))
    story = workspace.compared(listing.id)
    return StorySheets(
        listing.id,
        listing.title,
        sheets,
        story,
        _marks(workspace, {entry.id for entry in listing.articles}),
        workspace.judgements(story) if story else {},
        _grades(workspace),
        earlier.ledger if earlier and earlier.story is story else None,
    )


def with_marks(workspace: Workspace, sheets: StorySheets) -> StorySheets:
    """The same story with the person's marks as they are now."""
    return StorySheets(
        sheets.id,
        sheets.title,
        tuple(sheets.sheets.values()),
        sheets.story,
        _marks(workspace, sheets.articles),
        workspace.judgements(sheets.story) if sheets.story else {},
        _grades(workspace),
        sheets.ledger,
    )


def _grades(workspace: Workspace) -> dict[str, str]:
    return {c.subject: c.value for c in workspace.corrections() if c.kind == "grade" and c.value}


def _marks(workspace: Workspace, articles: Collection[str]) -> Iterator[Annotation]:
    """The person's annotations of these articles. The library would have to list all stories to find a story's."""
    for annotation in workspace.annotations():
        if any(anchor.article in articles for anchor in annotation.anchors):
            yield annotation
