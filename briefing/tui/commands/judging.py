"""Judging claims in one key each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.commands.handling import does
from briefing.tui.commands.table import current_claim
from briefing.tui.widgets.panels.claims import ClaimsPanel

if TYPE_CHECKING:
    from briefing.model import Claim, Judgement
    from briefing.tui.screens.main import MainScreen


@does("accept")
def accept(desk: MainScreen) -> None:
    """It is so."""
    _judge(desk, "confirmed")


@does("reject")
def reject(desk: MainScreen) -> None:
    """It is not so."""
    _judge(desk, "disputed")


@does("doubt")
def doubt(desk: MainScreen) -> None:
    """It may not be so."""
    _judge(desk, "unsure")


def _judge(desk: MainScreen, judge: Judgement) -> None:
    view = desk.panel.current
    in_panel = desk.context == "claims" and isinstance(view, ClaimsPanel)
    claim = chosen_claim(desk)
    if claim is None or desk.sheets is None:
        desk.tell("No claim rests on this sentence.")
        return
    standing = desk.sheets.judgement(claim)
    again = standing is not None and standing.judge == judge
    rows = [row.id for row in view.listed] if in_panel else []
    if again and standing and (standing.note or standing.confidence):
        desk.workspace.edit(standing.id, judge=None)
    else:
        desk.workspace.judge_claim(desk.sheets.id, claim.id, None if again else judge)
    told = "Judgement taken back." if again else f"{judge.capitalize()}: {claim.why or 'this claim'}"
    desk.tell(told)
    desk.marked()
    if in_panel and not again:
        _go_on(view, rows, claim.id)
    elif desk.context == "matrix" and desk.matrix and not again and desk.matrix.claim == claim:
        desk.matrix.step(1)
        desk.tell(told)


def chosen_claim(desk: MainScreen) -> Claim | None:
    """The claim of the panel's row, of the table's row, or of the sentence being read."""
    view = desk.panel.current
    if desk.context == "claims" and isinstance(view, ClaimsPanel):
        return view.claim()
    return current_claim(desk) if desk.context == "matrix" else desk.claim


def _go_on(view: ClaimsPanel | object, rows: list[str], judged: str) -> None:
    """To the claim that came after the judged one, which may have left the list."""
    assert isinstance(view, ClaimsPanel)
    left = {row.id for row in view.listed}
    following = [row for row in rows[rows.index(judged) + 1 :] if row in left] if judged in rows else []
    if following:
        view.go(following[0])
