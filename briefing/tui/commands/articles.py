"""What is known of an article itself: source, date, grade of the source, read or not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefing.tui.commands.handling import does
from briefing.tui.widgets.panels.sources import SourcesPanel

if TYPE_CHECKING:
    from briefing.model import Article
    from briefing.tui.screens.main import MainScreen


def chosen_article(desk: MainScreen) -> Article | None:
    """The article of the list's or the sources' row, or the one being read."""
    if desk.context == "sources" and isinstance(view := desk.panel.current, SourcesPanel) and (entry := view.entry()):
        return desk.workspace.article(entry.article)
    if desk.context == "stories":
        kind, value = desk.stories.current
        if kind == "article":
            return desk.workspace.article(value)
        listing = next((story for story in desk.listing if story.id == value), None)
        return desk.workspace.article(listing.articles[0].id) if listing else None
    return desk.text.sheet.article if desk.text.sheet else None


@does("set-source")
async def set_source(desk: MainScreen) -> None:
    """Ask for the outlet and keep it."""
    from briefing.tui.screens.dialogs import LineDialog

    article = chosen_article(desk)
    if article is None:
        return
    known = sorted({entry.source for entry in desk.workspace.entries() if entry.source})
    answer = await desk.app.push_screen_wait(
        LineDialog(
            "Source of this article",
            value=article.source or "",
            quoted=article.title,
            suggestions=known,
            hint="→ completes a known name   Enter saves; empty means unknown   Esc leaves",
        )
    )
    if answer is None or answer == (article.source or ""):
        return
    desk.workspace.correct("source", article.id, answer)
    desk.tell(f"The source is now {answer or 'unknown'}.")
    desk.corrected()


@does("set-date")
async def set_date(desk: MainScreen) -> None:
    """Ask for the date of publication and keep it."""
    from briefing.tui.screens.dialogs import LineDialog

    article = chosen_article(desk)
    if article is None:
        return
    answer = await desk.app.push_screen_wait(
        LineDialog(
            "Date of publication",
            value=article.published or "",
            quoted=article.title,
            check=_date_problem,
            hint="2009-06-14, or 2009-06-14T18:30   Enter saves; empty means unknown   Esc leaves",
        )
    )
    if answer is None or answer == (article.published or ""):
        return
    desk.workspace.correct("published", article.id, answer)
    desk.tell(f"The date is now {answer or 'unknown'}.")
    desk.corrected()


def _date_problem(answer: str) -> str:
    try:
        if answer:
            dt.datetime.fromisoformat(answer)
    except ValueError:
        return "That is not a date. Write it as 2009-06-14, or with a time as 2009-06-14T18:30."
    return ""


@does("grade-source")
async def grade_source(desk: MainScreen) -> None:
    """Ask for a grade of the outlet and keep it."""
    from briefing.tui.screens.dialogs import LineDialog

    article = chosen_article(desk)
    if article is None:
        return
    if not article.source:
        desk.tell("The source of this article is unknown. S sets it.")
        return
    grades = {c.subject: c.value for c in desk.workspace.corrections() if c.kind == "grade"}
    before = grades.get(article.source, "")
    answer = await desk.app.push_screen_wait(
        LineDialog(
            f"Grade of {article.source}",
            value=before,
            hint="A reliable  B usually reliable  C fairly reliable  D not usually reliable  E unreliable\n"
            "F cannot be judged   Enter saves; empty takes the grade away   Esc leaves",
            check=lambda answer: "" if answer.upper() in ("", *"ABCDEF") else "A grade is a letter from A to F.",
        )
    )
    if answer is None or answer.upper() == before:
        return
    desk.workspace.correct("grade", article.source, answer.upper())
    desk.tell(f"{article.source} is graded {answer.upper() or 'no longer'}.")
    desk.marked()


@does("mark-read")
def mark_read(desk: MainScreen) -> None:
    """Read, or unread again."""
    article = chosen_article(desk)
    if article is None:
        return
    read = article.id not in desk.read
    desk.mark_read(article.id, read)
    desk.tell("Marked as read." if read else "Marked as unread.")
    desk.repaint()
