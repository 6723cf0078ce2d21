"""Selecting words and sentences by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.tui.commands.handling import does
from briefing.tui.widgets.chooser import Chooser

if TYPE_CHECKING:
    from briefing.tui.screens.main import MainScreen


def _chooser(desk: MainScreen) -> Chooser | None:
    text = desk.text
    if text.chooser is None and text.sheet is not None:
        try:
            text.choose(Chooser(text.sheet, text.cursor))
        except ValueError:
            desk.tell("There are no words to select here.")
    return text.chooser


def _change(desk: MainScreen, act: Callable[[Chooser], None]) -> None:
    chooser = _chooser(desk)
    if chooser:
        act(chooser)
        desk.text.choose(chooser)
        desk.text.bring_into_view(chooser.span)


@does("select-words")
def select_words(desk: MainScreen) -> None:
    """First a caret, then a selection, then neither."""
    chooser = desk.text.chooser
    if chooser is None:
        _chooser(desk)
    elif not chooser.anchored:
        _change(desk, Chooser.anchor)
    else:
        desk.text.choose(None)


@does("select-sentence")
def select_sentence(desk: MainScreen) -> None:
    """The whole sentence."""
    _change(desk, Chooser.take_sentence)


@does("word-forward")
def word_forward(desk: MainScreen) -> None:
    """On by a word."""
    _change(desk, lambda chooser: chooser.by_words(1))


@does("word-back")
def word_back(desk: MainScreen) -> None:
    """Back by a word."""
    _change(desk, lambda chooser: chooser.by_words(-1))


@does("other-end")
def other_end(desk: MainScreen) -> None:
    """The other end moves from now on."""
    _change(desk, Chooser.other_end)


@does("stop-selecting")
def stop_selecting(desk: MainScreen) -> None:
    """Give up."""
    desk.text.choose(None)
