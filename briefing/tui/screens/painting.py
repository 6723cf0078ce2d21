"""What the screen writes around the texts, and the layers it puts on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from briefing.model import Annotation
from briefing.tui.sheets import EVERYTHING, Sheet, differs
from briefing.tui.theme import HIGHLIGHTS
from briefing.tui.widgets.panels.claims import KIND_WORDS, heading, only_words
from briefing.tui.widgets.rows import FAINT, both_ends, counted, long_day, source, styled

if TYPE_CHECKING:
    from briefing.tui.screens.room import ReadingRoom
    from briefing.tui.widgets.source_text import SourceText


def paint(desk: ReadingRoom, *, follow: bool = True) -> None:
    """Bring layers, signs, frames, bars, list and panel up to what is open."""
    for column in desk.all_columns:
        if column.sheet is not None:
            _layers(desk, column)
            _frame(desk, column)
    situation = desk.situation
    if situation:
        table = desk.matrix if desk.matrix and desk.matrix.display else None
        # beside the table the panel shows the table's claim, whatever the text behind it is at
        desk.panel.show(situation, follow=follow and table is None)
        if table is not None:
            table.show(situation)
    sheets = desk.sheets
    if sheets and sheets.story and sheets.several and sheets.ledger is None:
        desk.ledgers.want(sheets.story)
    write_list(desk)
    write_bars(desk)


def write_list(desk: ReadingRoom) -> None:
    """The list at the left."""
    if not desk.stories.display:
        return
    shown = frozenset(column.article_id for column in desk.columns if column.sheet)
    desk.stories.show(desk.listing, desk.sheets.id if desk.sheets else "", desk.read, shown)


def _frame(desk: ReadingRoom, column: SourceText) -> None:
    assert column.sheet is not None
    article = column.sheet.article
    column.set_class(column is desk.text, "-active")
    order = desk.sheets.articles if desk.sheets else ()
    place = ""
    if len(desk.columns) < len(order) and article.id in order:
        place = f"{order.index(article.id) + 1} of {len(order)}"
    column.name_source(column.sheet.name, long_day(article.day) or "no date", place)


def _layers(desk: ReadingRoom, column: SourceText) -> None:
    assert desk.sheets is not None
    article = column.article_id
    marks: dict[str, list[tuple[int, int]]] = {colour: [] for colour in HIGHLIGHTS}
    noted: list[tuple[int, int]] = []
    signs: dict[int, tuple[str, str]] = {}
    for annotation in desk.sheets.annotations:
        for anchor in annotation.anchors:
            if anchor.article != article or annotation.orphan:
                continue
            sign = sign_of(desk, annotation)
            if sign:
                signs[anchor.start] = sign
            if annotation.colour in marks:
                marks[annotation.colour].append(anchor.span)
            elif not annotation.claim:
                noted.append(anchor.span)
    for colour, spans in marks.items():
        column.put(f"mark-{colour}", spans)
    column.put("noted", noted)
    column.put_signs(signs)
    claim = desk.claim
    words = [value.span for value in claim.values if value.article == article] if claim else []
    column.put("word", desk.pointed_at.get(article, ()) if desk.pointed_at else words)
    entity = next((e for e in desk.sheets.entities if e.id == desk.entity), None)
    column.put("mention", [m.span for m in entity.mentions if m.article == article] if entity else [])


def sign_of(desk: ReadingRoom, annotation: Annotation) -> tuple[str, str] | None:
    """The sign beside annotated words, and its component class."""
    if annotation.judge:
        component = {"confirmed": "agreed", "disputed": "conflict", "unsure": "sign"}[annotation.judge]
        return desk.glyphs.judged(annotation.judge), component
    if annotation.note or annotation.tags:
        return desk.glyphs.note, "sign"
    return desk.glyphs.mark, "sign"


def write_bars(desk: ReadingRoom) -> None:
    """Head, status and keys."""
    width = max(10, desk.app.size.width - 2)
    desk.head.update(_head(desk, width))
    desk.status.update(_status(desk, width))
    desk.key_bar.show(desk.context, without_story=desk.sheets is None)


def _head(desk: ReadingRoom, width: int) -> Content:
    if desk.sheets is None:
        return styled("briefing", "bold")
    story = desk.sheets.story
    parts = [counted(len(desk.sheets.articles), "article")]
    if story and desk.sheets.several:
        parts.append(counted(len(story.origins), "origin"))
        claims = desk.sheets.claims
        parts += [counted(len(claims), "claim"), counted(sum(map(differs, claims)), "difference")]
    right = styled(f" {desk.glyphs.dot} ".join(parts[: 4 if width >= 90 else 2]), FAINT)
    return both_ends(source(desk.sheets.title, "bold"), right, width)


def _status(desk: ReadingRoom, width: int) -> Content:
    """Where the reader is and what is known of it; at the right, what is going on."""
    right = Content()
    if desk.progress:
        right = styled(desk.progress, "$primary")
    elif desk.kind != "all" or desk.only != EVERYTHING:
        right = styled(f"filter: {filter_words(desk)}", "$accent").truncate(max(20, width // 2), ellipsis=True)
    if desk.said:
        return both_ends(source(desk.said, "$accent"), right, width)
    if desk.text.chooser:
        return both_ends(styled(_selecting(desk), "$accent"), right, width)
    if desk.sheets is None or desk.text.sheet is None:
        return both_ends(styled("The library is empty." if not desk.sheets else "", FAINT), right, width)
    sheet = desk.text.sheet
    place = styled(f"{desk.text.cursor + 1}/{len(sheet.sentences)}", FAINT)
    claim = desk.claim
    if desk.matrix and desk.matrix.display:
        place, claim = Content(), desk.matrix.claim
    if claim is None:
        words = _unread(sheet, desk.text.cursor)
        return both_ends(place.append("  ").append(styled(words, FAINT)), right, width)
    sign = styled(f"{desk.glyphs.standing(claim.status)} {heading(claim)}", f"bold ${claim.status}")
    sign = Content("  " if place else "").append(sign)
    why = source(f"  {claim.why}") if claim.why else Content()
    return both_ends(Content.assemble(place, sign, why), right, width)


def filter_words(desk: ReadingRoom) -> str:
    """What claims are narrowed to."""
    narrowed = only_words(desk.only, desk.sheets) if desk.sheets else ""
    return ", ".join(words for words in (KIND_WORDS[desk.kind] if desk.kind != "all" else "", narrowed) if words)


def _unread(sheet: Sheet, sentence: int) -> str:
    """Why nothing is known of a sentence, where there is a reason."""
    if sheet.findings is None:
        return "not analysed yet"
    language = sheet.language_of(sentence)
    return f"not analysed: in {language}" if language else ""


def _selecting(desk: ReadingRoom) -> str:
    if desk.text.chooser and desk.text.chooser.anchored:
        return "select: move on with w b or j k; h highlight, a note, t tag, y copy; Esc leaves"
    return "select: w b move to where the selection begins, then v; V takes whole sentences; Esc leaves"
