"""Results told as two numbers: "won 2-1", "a 3-0 defeat", "beat Levent 4:2", "ruled 5-4"."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.amounts import DASHES
from briefing.nlp.quantities.units import cues

_BEFORE = 6
"""Words between the verb and the result: "beat Haydut Sliven away 2-0"."""
_HIGHEST = 200
_HIGHEST_BY_COLON = 9
"""Behind a colon a second number of two figures is the minutes of a clock time."""


def score_at(lexemes: Sequence[Lexeme], at: int) -> str | None:
    """Whether the three lexemes from ``at`` are a result: "vote" or "game" by the words around them, else None."""
    if at + 2 >= len(lexemes) or not _is_pair(lexemes, at):
        return None
    words = cues()["scores"]
    after = [lexeme.lower for lexeme in lexemes[at + 3 : at + 5]]
    if after[:1] and (after[0] in words["of_votes"] or (after[0] == "majority" and "or" not in after)):
        return "vote"
    if after[:1] and after[0] in words["of_games"]:
        return "game"
    for before in range(at - 1, max(-1, at - _BEFORE - 1), -1):
        lexeme = lexemes[before]
        if lexeme.text in ".!?;" or (lexeme.kind == "number" and lexeme.figures):
            return None
        if lexeme.lower in words["voting"]:
            return "vote"
        if lexeme.lower in words["playing"]:
            return "game"
    return None


def points_of(lexemes: Sequence[Lexeme]) -> str | None:
    """What a game in this text is counted in: "goal", "point", or None where nothing tells."""
    words = cues()["scores"]
    said = {lexeme.lower for lexeme in lexemes}
    if said & set(words["by_points"]):
        return "point"
    return "goal" if said & set(words["goals"]) else None


def _is_pair(lexemes: Sequence[Lexeme], at: int) -> bool:
    first, link, second = lexemes[at : at + 3]
    if first.kind != "number" or second.kind != "number" or link.spaced or second.spaced:
        return False
    if not (first.text.isdecimal() and second.text.isdecimal()) or max(first.value, second.value) > _HIGHEST:
        return False
    if link.text == ":":
        if max(first.value, second.value) > _HIGHEST_BY_COLON or len(second.text) > 1:
            return False
    elif link.text not in DASHES:
        return False
    if at and not first.spaced and lexemes[at - 1].text not in "(“\"'‘":
        return False
    if at + 3 >= len(lexemes):
        return True
    after = lexemes[at + 3]
    if after.text in DASHES or after.text in ":/%°" or (after.kind in ("number", "word") and not after.spaced):
        return False
    return not (after.text == "," and at + 5 < len(lexemes) and _is_set(lexemes, at + 4))


def _is_set(lexemes: Sequence[Lexeme], at: int) -> bool:
    """As in the second of "6-4, 7-5"."""
    return lexemes[at].kind == "number" and lexemes[at + 1].text in DASHES and not lexemes[at + 1].spaced
