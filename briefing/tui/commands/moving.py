"""Moving about in the texts."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from briefing.model import Claim
from briefing.tui.commands.handling import does
from briefing.tui.layout import paragraphs
from briefing.tui.sheets import EVERYTHING, KINDS, Only, differs
from briefing.tui.widgets.panels.claims import KIND_WORDS, MATTERS, only_words

if TYPE_CHECKING:
    from briefing.tui.screens.main import MainScreen

_ENTITIES_OFFERED = 40
"""People, bodies and places offered to narrow claims to, the most mentioned first."""


@does("next-sentence")
def next_sentence(desk: MainScreen) -> None:
    """On by a sentence; a selection grows by one."""
    _by_sentences(desk, 1)


@does("previous-sentence")
def previous_sentence(desk: MainScreen) -> None:
    """Back by a sentence."""
    _by_sentences(desk, -1)


def _by_sentences(desk: MainScreen, count: int) -> None:
    chooser = desk.text.chooser
    if chooser is None:
        desk.move(desk.text.cursor + count)
        return
    chooser.by_sentences(count)
    desk.text.choose(chooser)
    desk.move(chooser.sentence)


@does("next-paragraph")
def next_paragraph(desk: MainScreen) -> None:
    """To the start of the next paragraph."""
    _to_paragraph(desk, 1)


@does("previous-paragraph")
def previous_paragraph(desk: MainScreen) -> None:
    """To the start of this paragraph, or of the one before."""
    _to_paragraph(desk, -1)


def _to_paragraph(desk: MainScreen, way: int) -> None:
    sheet = desk.text.sheet
    if sheet is None:
        return
    starts = [start for start, _ in paragraphs(sheet.article.text)]
    here = desk.text.sentence[0]
    index = bisect.bisect_right(starts, here) if way > 0 else bisect.bisect_left(starts, here) - 1
    if not 0 <= index < len(starts):
        return
    desk.move(sheet.sentences_of(starts[index], starts[index] + 1)[0])


@does("page-down")
def page_down(desk: MainScreen) -> None:
    """On by a page."""
    _by_page(desk, 1)


@does("page-up")
def page_up(desk: MainScreen) -> None:
    """Back by a page."""
    _by_page(desk, -1)


def _by_page(desk: MainScreen, way: int) -> None:
    text = desk.text
    if text.sheet is None:
        return
    at = text.cursor
    text.page(way)
    there = text.sentence_in_view
    if (there - at) * way <= 0:
        there = at + way
    desk.move(there)


@does("first-sentence")
def first_sentence(desk: MainScreen) -> None:
    """To the top."""
    desk.move(0)


@does("last-sentence")
def last_sentence(desk: MainScreen) -> None:
    """To the end."""
    if desk.text.sheet:
        desk.move(len(desk.text.sheet.sentences) - 1)


@does("other-source")
def other_source(desk: MainScreen) -> None:
    """To the counterpart in the next source."""
    _to_source(desk, 1)


@does("other-source-back")
def other_source_back(desk: MainScreen) -> None:
    """To the counterpart in the source before."""
    _to_source(desk, -1)


def _to_source(desk: MainScreen, way: int) -> None:
    sheets, text = desk.sheets, desk.text
    if sheets is None or text.sheet is None or not sheets.several:
        return
    columns = [column for column in desk.columns if column.sheet]
    if len(columns) > 1:
        column = columns[(columns.index(text) + way) % len(columns)]
        other = column.article_id
    else:
        order = sheets.articles
        other = order[(order.index(text.article_id) + way) % len(order)]
    span = sheets.counterpart(text.article_id, text.cursor, other, desk.claim)
    claim_id = desk.claim_id
    row = text.level_row
    column = desk.bring(other)
    if span is not None:
        desk.claim_id = claim_id
        column.level(span, row)
    desk.arrived(column)


@does("swap-sources")
def swap_sources(desk: MainScreen) -> None:
    """The active column and the next change places."""
    columns = desk.columns
    if len(columns) < 2:
        other_source(desk)
        return
    index = columns.index(desk.text)
    desk.exchange(columns[index], columns[(index + 1) % len(columns)])


@does("cycle-source")
def cycle_source(desk: MainScreen) -> None:
    """The next article of the story that is in no other column."""
    sheets, text = desk.sheets, desk.text
    if sheets is None or text.sheet is None:
        return
    taken = {column.article_id for column in desk.columns if column is not text}
    order = [article for article in sheets.articles if article not in taken]
    if len(order) < 2:
        desk.tell("Every source of this story is in view.")
        return
    text.show(sheets, order[(order.index(text.article_id) + 1) % len(order)])
    desk.arrived(text)


@does("columns")
def columns(desk: MainScreen) -> None:
    """One column, or as many as fit."""
    desk.most_columns = 1 if desk.most_columns > 1 else max(2, desk.options.columns)
    desk.share_width()
    desk.call_after_refresh(desk.settle)


@does("next-difference")
def next_difference(desk: MainScreen) -> None:
    """To the next sentence with a difference."""
    _to_difference(desk, 1)


@does("previous-difference")
def previous_difference(desk: MainScreen) -> None:
    """To the sentence with a difference before."""
    _to_difference(desk, -1)


def _to_difference(desk: MainScreen, way: int) -> None:
    """In the text or in the table."""
    if desk.matrix and desk.context == "matrix":
        from briefing.tui.widgets.matrix import next_difference as row_after

        desk.matrix.go(row_after(desk.matrix.claims, desk.matrix.row, way), desk.matrix.column)
    else:
        _to_claim(desk, way, [claim for claim in _claims(desk) if differs(claim)], "difference")


@does("next-of-kind")
def next_of_kind(desk: MainScreen) -> None:
    """To the next claim of the chosen kind."""
    if desk.sheets:
        _to_claim(desk, 1, list(desk.sheets.of_kind(desk.kind, desk.only)), "claim of this kind")


@does("previous-of-kind")
def previous_of_kind(desk: MainScreen) -> None:
    """To the claim of the chosen kind before."""
    if desk.sheets:
        _to_claim(desk, -1, list(desk.sheets.of_kind(desk.kind, desk.only)), "claim of this kind")


def _claims(desk: MainScreen) -> tuple[Claim, ...]:
    return desk.sheets.claims if desk.sheets else ()


def _to_claim(desk: MainScreen, way: int, claims: list[Claim], noun: str) -> None:
    """To the nearest claim in this article in reading order, round the end."""
    sheet, article = desk.text.sheet, desk.text.article_id
    if sheet is None:
        return
    places: dict[int, Claim] = {}
    for claim in claims:
        for passage in claim.of(article)[:1]:
            places.setdefault(sheet.sentences_of(passage.start, passage.end)[0], claim)
    if not places:
        desk.tell(f"There is no {noun} in this article.")
        return
    order = sorted(places)
    beyond = [index for index in order if (index - desk.text.cursor) * way > 0]
    if not beyond:
        desk.tell("From the top again." if way > 0 else "From the end again.")
    there = (beyond or order)[0 if way > 0 else -1]
    desk.claim_id = places[there].id
    desk.move(there, far=True)
    if desk.context == "matrix":
        desk.to_text()


@does("choose-kind")
def choose_kind(desk: MainScreen) -> None:
    """The next kind, for the panel and for ] and [."""
    desk.kind = KINDS[(KINDS.index(desk.kind) + 1) % len(KINDS)]
    desk.tell(f"Showing {KIND_WORDS[desk.kind]}.")
    desk.repaint()


@does("narrow")
async def narrow(desk: MainScreen) -> None:
    """Ask what claims are narrowed to besides their kind."""
    from briefing.tui.screens.choice import Choice, ChoiceDialog

    sheets = desk.sheets
    if sheets is None:
        return
    offered: dict[str, Only] = {"nothing": EVERYTHING}
    wanted = [Only("certainty", "unsure"), *(Only("matter", matter) for matter in MATTERS)]
    wanted += [Only("source", article) for article in sheets.articles]
    entities = sorted(sheets.entities, key=lambda each: each.id != desk.entity)[:_ENTITIES_OFFERED]
    wanted += [Only("entity", each.id) for each in entities]
    choices = [Choice("nothing", "all claims", str(len(sheets.of_kind(desk.kind))))]
    for only in wanted:
        count = len(sheets.of_kind(desk.kind, only))
        if count:
            offered[f"{only.by}/{only.value}"] = only
            choices.append(Choice(f"{only.by}/{only.value}", only_words(only, sheets), str(count)))
    chosen = await desk.app.push_screen_wait(
        ChoiceDialog("Narrow claims to", choices, quoted="" if desk.kind == "all" else KIND_WORDS[desk.kind])
    )
    if chosen is None:
        return
    desk.only = offered[chosen]
    words = only_words(desk.only, sheets)
    desk.tell(f"Showing {KIND_WORDS[desk.kind]}{f' {words}' if words else ''}.")
    desk.repaint()


@does("next-mention")
def next_mention(desk: MainScreen) -> None:
    """To the next mention of the lit entity."""
    _to_mention(desk, 1)


@does("previous-mention")
def previous_mention(desk: MainScreen) -> None:
    """To the mention before."""
    _to_mention(desk, -1)


def _to_mention(desk: MainScreen, way: int) -> None:
    sheets, text = desk.sheets, desk.text
    if sheets is None or text.sheet is None:
        return
    entity = next((e for e in sheets.entities if e.id == desk.entity), None)
    if entity is None:
        entity = sheets.entity_at(text.article_id, text.sentence)
        if entity is None:
            desk.tell("Nobody is named in this sentence. Press 2 and choose whom to follow.")
            return
        desk.entity = entity.id
    order = {article: index for index, article in enumerate(sheets.articles)}
    places = sorted(
        {(order[m.article], sheets.sheets[m.article].sentence_at(m.start), m.article) for m in entity.mentions}
    )
    here = (order[text.article_id], text.cursor, text.article_id)
    beyond = [place for place in places if (place > here if way > 0 else place < here)]
    place = (beyond or places)[0 if way > 0 else -1]
    desk.go_to(place[2], sheets.sheets[place[2]].sentences[place[1]])
    if desk.context == "matrix":
        desk.to_text()
    desk.tell(f"{entity.name}: {places.index(place) + 1} of {len(places)} sentences")


@does("search")
async def search(desk: MainScreen) -> None:
    """Open the search line."""
    from briefing.tui.widgets.search_bar import SearchBar

    if not desk.query(SearchBar):
        bar = SearchBar(id="search")
        await desk.mount(bar, before=desk.status)
        bar.focus()
