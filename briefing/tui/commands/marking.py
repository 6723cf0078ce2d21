"""The person's marks: highlights, notes, tags, confidence; undo and redo. On disk before the screen shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.visible import visible_line
from briefing.tui.commands.handling import does
from briefing.tui.commands.judging import chosen_claim
from briefing.tui.glyphs import CREDIBILITY
from briefing.tui.theme import HIGHLIGHTS
from briefing.tui.widgets.panels.notes import NotesPanel
from briefing.tui.widgets.rows import long_day

if TYPE_CHECKING:
    from briefing.model import Annotation
    from briefing.tui.screens.main import MainScreen

_ON_CLAIMS = frozenset({"claims", "matrix"})
"""Where a note, a grade or their removal is about a claim, not about words."""


def exactly_here(desk: MainScreen) -> Annotation | None:
    """The annotation that stands on just these words, or the one chosen in the notes panel."""
    if desk.context == "notes":
        view = desk.panel.current
        return view.annotation() if isinstance(view, NotesPanel) else None
    if desk.sheets is None:
        return None
    span = desk.text.target
    for annotation in desk.sheets.annotations_at(desk.text.article_id, span):
        if any(a.article == desk.text.article_id and (a.start, a.end) == tuple(span) for a in annotation.anchors):
            return annotation
    return None


def _here(desk: MainScreen) -> Annotation | None:
    """As :func:`exactly_here`, else the closest one that touches these words."""
    exact = exactly_here(desk)
    if exact or desk.sheets is None or desk.context == "notes":
        return exact
    found = desk.sheets.annotations_at(desk.text.article_id, desk.text.target)
    return found[0] if found else None


def _words(desk: MainScreen) -> str:
    start, end = desk.text.target
    return desk.text.sheet.article.text[start:end] if desk.text.sheet else ""


@does("highlight")
def highlight(desk: MainScreen) -> None:
    """Highlight, or change to the next colour."""
    standing = exactly_here(desk)
    if standing is None:
        desk.workspace.annotate(desk.text.article_id, desk.text.target, colour=HIGHLIGHTS[0])
        colour = HIGHLIGHTS[0]
    else:
        following = HIGHLIGHTS.index(standing.colour) + 1 if standing.colour in HIGHLIGHTS else 0
        colour = HIGHLIGHTS[following % len(HIGHLIGHTS)]
        desk.workspace.edit(standing.id, colour=colour)
    desk.tell(f"Highlighted in {colour}; h again for another colour, u takes it back.")
    desk.marked()


@does("note")
async def note(desk: MainScreen) -> None:
    """Ask for a note and keep it."""
    from briefing.tui.screens.dialogs import NoteDialog

    if desk.context in _ON_CLAIMS:
        await _note_on_claim(desk)
        return
    standing, target, article = exactly_here(desk), desk.text.target, desk.text.article_id
    if desk.context == "notes" and standing is None:
        return
    quoted = standing.anchors[0].exact if standing and standing.anchors else _words(desk)
    before = standing.note if standing else ""
    written = await desk.app.push_screen_wait(NoteDialog("Note", value=before, quoted=quoted))
    if written is None or written == before:
        return
    if standing:
        desk.workspace.edit(standing.id, note=written)
    else:
        desk.workspace.annotate(article, target, note=written)
    desk.tell("Note saved.")
    desk.marked()


async def _note_on_claim(desk: MainScreen) -> None:
    from briefing.tui.screens.dialogs import NoteDialog

    claim = chosen_claim(desk)
    if claim is None or desk.sheets is None:
        return
    judgement = desk.sheets.judgement(claim)
    before = judgement.note if judgement else ""
    written = await desk.app.push_screen_wait(NoteDialog("Note on this claim", value=before, quoted=claim.why))
    if written is None or written == before:
        return
    desk.workspace.judge_claim(desk.sheets.id, claim.id, judgement.judge if judgement else None, note=written)
    desk.tell("Note saved.")
    desk.marked()


@does("tag")
async def tag(desk: MainScreen) -> None:
    """Ask for tags and keep them."""
    from briefing.tui.screens.dialogs import LineDialog

    standing, target, article = exactly_here(desk), desk.text.target, desk.text.article_id
    if desk.context == "notes" and standing is None:
        return
    quoted = standing.anchors[0].exact if standing and standing.anchors else _words(desk)
    used = sorted({tag for annotation in desk.workspace.annotations() for tag in annotation.tags})
    before = ", ".join(standing.tags) if standing else ""
    answer = await desk.app.push_screen_wait(
        LineDialog(
            "Tags",
            value=before,
            quoted=quoted,
            hint="Separate tags by commas; → completes   Enter saves   Esc leaves",
            suggestions=used,
        )
    )
    if answer is None or answer == before:
        return
    tags = tuple(part.strip() for part in answer.split(",") if part.strip())
    if standing:
        desk.workspace.edit(standing.id, tags=tags)
    elif tags:
        desk.workspace.annotate(article, target, tags=tags)
    desk.tell("Tags saved.")
    desk.marked()


@does("confidence")
async def confidence(desk: MainScreen) -> None:
    """Ask for a grade of the information and keep it."""
    if desk.context in _ON_CLAIMS:
        await _confidence_in_claim(desk)
        return
    standing, target, article = exactly_here(desk), desk.text.target, desk.text.article_id
    if desk.context == "notes" and standing is None:
        return
    quoted = standing.anchors[0].exact if standing and standing.anchors else _words(desk)
    before = standing.confidence if standing else None
    grade = await _ask_for_grade(desk, before, quoted)
    if grade == before:
        return
    if standing:
        desk.workspace.edit(standing.id, confidence=grade)
    else:
        desk.workspace.annotate(article, target, confidence=grade)
    desk.tell("Grade saved.")
    desk.marked()


async def _confidence_in_claim(desk: MainScreen) -> None:
    claim = chosen_claim(desk)
    if claim is None or desk.sheets is None:
        return
    suggested = desk.sheets.credibility(claim)
    said = f"Suggested: {suggested.digit} {CREDIBILITY[suggested.digit]}. {suggested.why}" if suggested else claim.why
    standing = desk.sheets.judgement(claim)
    before = standing.confidence if standing else None
    grade = await _ask_for_grade(desk, before, said)
    if grade == before:
        return
    if grade is not None:
        judge = standing.judge if standing else None
        desk.workspace.judge_claim(desk.sheets.id, claim.id, judge, confidence=grade)
    elif standing and (standing.judge or standing.note):
        desk.workspace.edit(standing.id, confidence=None)
    elif standing:
        desk.workspace.remove(standing.id)
    desk.tell("Grade saved." if grade else "Grade taken away.")
    desk.marked()


async def _ask_for_grade(desk: MainScreen, before: int | None, quoted: str) -> int | None:
    from briefing.tui.screens.dialogs import LineDialog

    answer = await desk.app.push_screen_wait(
        LineDialog(
            "Confidence in this information",
            value=str(before or ""),
            quoted=quoted,
            hint="  ".join(f"{digit} {words}" for digit, words in CREDIBILITY.items())
            + "\nEnter saves; empty takes the grade away   Esc leaves",
            check=lambda answer: "" if answer in ("", *"123456") else "A grade is a number from 1 to 6.",
        )
    )
    if answer is None:
        return before
    return int(answer) if answer else None


@does("remove-note")
def remove_note(desk: MainScreen) -> None:
    """Remove what stands here."""
    if desk.context in _ON_CLAIMS:
        claim = chosen_claim(desk)
        standing = desk.sheets.judgement(claim) if desk.sheets and claim else None
    else:
        standing = _here(desk)
    if standing is None:
        desk.tell("Nothing of yours stands here.")
        return
    desk.workspace.remove(standing.id)
    desk.tell(f"Removed: {desk.workspace.undo_title or 'the mark'}. u brings it back.")
    desk.marked()


@does("copy")
def copy(desk: MainScreen) -> None:
    """Copy words with where they come from."""
    sheet = desk.text.sheet
    if sheet is None:
        return
    article = sheet.article
    citation = ", ".join(part for part in (sheet.name, article.title, long_day(article.day)) if part)
    desk.app.copy_to_clipboard(visible_line(f"“{_words(desk)}” ({citation})"))
    desk.text.choose(None)
    desk.tell("Copied with its source.")


@does("undo")
def undo(desk: MainScreen) -> None:
    """Take the last change back."""
    change = desk.workspace.undo()
    desk.tell(f"Taken back: {change.title}" if change else "There is nothing to take back.")
    desk.changed(change)


@does("redo")
def redo(desk: MainScreen) -> None:
    """Make it again."""
    change = desk.workspace.redo()
    desk.tell(f"Made again: {change.title}" if change else "There is nothing to make again.")
    desk.changed(change)
