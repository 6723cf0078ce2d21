"""Stretches of numbers told by a plural ("dozens of people"), and multiples told by a word ("threefold", "doubled")."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.amounts import Amount, and_a_half
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


def _measurable(lexemes: Sequence[Lexeme], at: int) -> bool:
    """As in "twice the size", "twice the first estimate"."""
    if at + 1 < len(lexemes) and lexemes[at].lower in ("first", "second", "earlier", "usual", "normal", "original"):
        at += 1
    return at < len(lexemes) and lexemes[at].lower in cues()["words"]["measurable"]


def multiple_at(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """As in "threefold", "twice as many", "twice the size": three times, two times."""
    count = cues()["multiples"].get(lexemes[at].lower)
    if count is None and (count := cues()["comparing"].get(lexemes[at].lower)):
        behind = [lexeme.lower for lexeme in lexemes[at + 1 : at + 3]]
        many = behind in (["as", "many"], ["as", "much"])
        if not many and (behind[:1] != ["the"] or not _measurable(lexemes, at + 2)):
            return None
    return Amount(at, at, at, float(count), _TIMES, rule="times") if count else None


def one_and_a_half(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """As in "a year and a half", "an hour and a half"."""
    if lexemes[at].lower not in ("a", "an") or at + 4 >= len(lexemes):
        return None
    found = unit_at(lexemes, at + 1)
    if found is None or not and_a_half(lexemes, found[0]):
        return None
    unit = found[1]
    return bounded(
        lexemes, Amount(at, found[0] + 3, at, 1.5 / unit.per, unit, rule="duration" if unit.time else "measure")
    )
