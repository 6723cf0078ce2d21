"""The table of claims by sources: opening it, moving in it, going from a cell to the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.commands.handling import does

if TYPE_CHECKING:
    from briefing.model import Claim
    from briefing.tui.screens.main import MainScreen


@does("matrix")
async def matrix(desk: MainScreen) -> None:
    """Show the table in place of the texts; from there, back to them."""
    from briefing.tui.widgets.matrix import Matrix

    if desk.matrix and desk.matrix.display:
        desk.to_text()
        return
    if desk.sheets is None or not desk.sheets.several or not desk.sheets.claims:
        desk.tell("The table is there once several articles have been compared.")
        return
    if desk.matrix is None:
        desk.matrix = Matrix(desk.keys, desk.glyphs, id="matrix")
        await desk.query_one("#desk").mount(desk.matrix, before=desk.panel)
    desk.matrix.display = True
    desk.rearrange()
    desk.repaint(follow=False)
    desk.matrix.begin_at(desk.claim_id, desk.text.article_id)
    desk.matrix.focus()


def current_claim(desk: MainScreen) -> Claim | None:
    """The claim of the table's current row, where the reader is in the table."""
    return desk.matrix.claim if desk.matrix and desk.context == "matrix" else None


def open_cell(desk: MainScreen) -> None:
    """To the words of a source, or say that there are none."""
    table = desk.matrix
    cell, claim = (table.cell, table.claim) if table else (None, None)
    if table is None or cell is None or claim is None or desk.sheets is None:
        return
    if cell.place is None:
        desk.tell(f"{desk.sheets.labels[table.article]} says nothing of this.")
        return
    desk.claim_id = claim.id
    desk.go_to(cell.place.article, cell.place.span)
    desk.claim_id = claim.id
    desk.to_text()


@does("next-column")
def next_column(desk: MainScreen) -> None:
    """To the next source."""
    if desk.matrix:
        desk.matrix.step(columns=1)


@does("previous-column")
def previous_column(desk: MainScreen) -> None:
    """To the source before."""
    if desk.matrix:
        desk.matrix.step(columns=-1)


@does("next-page")
def next_page(desk: MainScreen) -> None:
    """On by a page."""
    if desk.matrix:
        desk.matrix.step(desk.matrix.page)


@does("previous-page")
def previous_page(desk: MainScreen) -> None:
    """Back by a page."""
    if desk.matrix:
        desk.matrix.step(-desk.matrix.page)


@does("first-row")
def first_row(desk: MainScreen) -> None:
    """To the first claim."""
    if desk.matrix:
        desk.matrix.go(0, desk.matrix.column)


@does("last-row")
def last_row(desk: MainScreen) -> None:
    """To the last claim."""
    if desk.matrix:
        desk.matrix.go(len(desk.matrix.claims) - 1, desk.matrix.column)
