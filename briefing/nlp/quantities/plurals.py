"""Stretches of numbers told by a plural ("dozens of people"), and multiples told by a word ("threefold", "doubled")."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.amounts import Amount
from briefing.nlp.quantities.bounds import bounded
from briefing.nlp.quantities.units import Unit, cues, unit_at

_TIMES = Unit("times")


def plural_at(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """As in "Tens of thousands of": from the least it can mean to where the next such word begins."""
    ends = cues()["plurals"].get(lexemes[at].lower)
    if ends is None or (at and lexemes[at - 1].kind in ("number", "ordinal")):
        return None
    low, high, last = float(ends[0]), float(ends[1]), at
    while last + 2 < len(lexemes) and lexemes[last + 1].lower == "of" and lexemes[last + 2].lower in cues()["plurals"]:
        last += 2
        scale = cues()["plurals"][lexemes[last].lower][0]
        low, high = low * scale, high * scale
        if high > 1e18:
            return None
    if last + 1 >= len(lexemes) or lexemes[last + 1].lower != "of":
        return None
    if (found := unit_at(lexemes, last + 2)) is not None:
        return bounded(lexemes, Amount(at, found[0], last, (low, high), found[1], rule="plural"))
    return bounded(lexemes, Amount(at, last, last, (low, high), rule="plural"))


def multiple_at(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """As in "Threefold": three times."""
    count = cues()["multiples"].get(lexemes[at].lower)
    return Amount(at, at, at, float(count), _TIMES, rule="times") if count else None
