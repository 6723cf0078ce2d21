"""Votes told as two numbers: "voted four to three", "by 212 votes to 198", "88 to 41, with six abstentions"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from briefing.model import Quantity
from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.units import cues

_NEAR = 12
"""Words between the vote and its first number."""
_VOTE = "vote"
_BETWEEN = (["to"], ["against"], ["votes", "to"], ["votes", "against"])
_SIDES = frozenset({"for", "against", "favour", "favor"})
_AROUND_SIDES = frozenset({"votes", "voted", "were", "in", "and", ",", "with", "to", "but", "members"})


def with_votes(quantities: Sequence[Quantity], lexemes: Sequence[Lexeme], starts: Sequence[int]) -> list[Quantity]:
    """The quantities, those that are the two sides of a vote with votes as their unit.

    Args:
        quantities: By start.
        lexemes: Of the text.
        starts: Where each lexeme begins.
    """
    found = list(quantities)
    for at, (first, second) in enumerate(pairwise(quantities)):
        if first.unit not in (None, _VOTE) or second.unit not in (None, _VOTE) or first.unit == second.unit == _VOTE:
            continue
        ends = bisect_left(starts, first.end), bisect_left(starts, second.start)
        between = [lexeme.lower for lexeme in lexemes[slice(*ends)]]
        if between not in _BETWEEN and not _sides(between, lexemes, bisect_left(starts, second.end)):
            continue
        if (
            _VOTE in (first.unit, second.unit)
            or "voted" in between
            or _voted(lexemes, bisect_left(starts, first.start))
        ):
            for place in (at, at + 1):
                found[place] = msgspec.structs.replace(found[place], unit=_VOTE, rule="tally")
    return found


def _sides(between: Sequence[str], lexemes: Sequence[Lexeme], after: int) -> bool:
    """As in "52 votes for and 34 against", "19 voted in favour, eight voted against"."""
    behind = {lexeme.lower for lexeme in lexemes[after : after + 4]}
    if not _SIDES & set(between) or not _SIDES & behind or len(between) > 6:
        return False
    return all(word in _SIDES or word in _AROUND_SIDES for word in between)


def _voted(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether a word of voting stands before, in the same sentence."""
    words = cues()["words"]["voting"]
    for before in range(at - 1, max(-1, at - _NEAR - 1), -1):
        if lexemes[before].text in ".!?;":
            return False
        if lexemes[before].lower in words:
            return True
    return False
