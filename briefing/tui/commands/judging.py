"""Judging claims in one key each, and saying who is whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.commands.handling import does
from briefing.tui.widgets.panels.claims import ClaimsPanel
from briefing.tui.widgets.panels.entities import EntitiesPanel

if TYPE_CHECKING:
    from briefing.model import Judgement
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
    claim = view.claim() if in_panel and isinstance(view, ClaimsPanel) else desk.claim
    if claim is None or desk.sheets is None:
        desk.tell("No claim rests on this sentence.")
        return
    standing = desk.sheets.judgement(claim)
    again = standing is not None and standing.judge == judge
    rows = [row.id for row in view.listed] if in_panel else []
    desk.workspace.judge_claim(desk.sheets.id, claim.id, None if again else judge)
    desk.tell("Judgement taken back." if again else f"{judge.capitalize()}: {claim.why or 'this claim'}")
    desk.marked()
    if in_panel and not again:
        _go_on(view, rows, claim.id)


def _go_on(view: ClaimsPanel | object, rows: list[str], judged: str) -> None:
    """To the claim that came after the judged one, which may have left the list."""
    assert isinstance(view, ClaimsPanel)
    left = {row.id for row in view.listed}
    following = [row for row in rows[rows.index(judged) + 1 :] if row in left] if judged in rows else []
    if following:
        view.go(following[0])


@does("accept-suggestion")
def accept_suggestion(desk: MainScreen) -> None:
    """They are one."""
    _settle(desk, "merge")


@does("reject-suggestion")
def reject_suggestion(desk: MainScreen) -> None:
    """They are two."""
    _settle(desk, "split")


def _settle(desk: MainScreen, kind: str) -> None:
    view = desk.panel.current
    suggestion = view.suggestion() if isinstance(view, EntitiesPanel) else None
    if suggestion is None or desk.sheets is None:
        desk.tell("Nothing is suggested here.")
        return
    names = {entity.id: entity.name for entity in desk.sheets.entities}
    a, b = names.get(suggestion.a, suggestion.a), names.get(suggestion.b, suggestion.b)
    desk.workspace.correct("merge" if kind == "merge" else "split", a, b, story=desk.sheets.id)
    desk.tell(f"{a} and {b} are {'one' if kind == 'merge' else 'kept apart'}; the story is compared anew.")
    desk.begin_work()
