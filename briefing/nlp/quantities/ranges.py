"""Amounts with the second number that makes them a range: "5 to 10 percent", "from $75 a barrel in May to $45"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.amounts import DASHES, LETTER_MAGNITUDES, Amount, single, with_smaller
from briefing.nlp.quantities.bounds import bounded
from briefing.nlp.quantities.units import HYPHENS, Unit, cues, currency_before

LEVEL = "level before a change"
_OPENING = frozenset({"from", "between"})
_BY = frozenset({"by", "up", "down"})
_GAP = 10
"""Words that may stand between the two ends of "from ... to ..."."""
_LINKS = frozenset({"up", "to", "about", "around", "nearly", "some", "almost", "just", "over"})
_WIDEST_STEP = 2.5
"""Behind a verb of change, "400 to 2,300" is a step and a level, "3 to 4" a range: how far a range's ends are apart."""


def amount_at(
    lexemes: Sequence[Lexeme],
    at: int,
    *,
    sterling: bool,
    moves: Callable[[int], bool],
    leads: Callable[[int, int, bool], bool] = lambda first, last, bare: False,
) -> Amount:
    """The amount whose first number is lexeme ``at``: with range, unit and bound.

    Args:
        lexemes: Of the text.
        at: Index of a number.
        sterling: Whether "pounds" is money in this text where nothing else tells.
        moves: Whether a verb of change stands right before a lexeme ("added $6"): then a "to" leads to a level.
        leads: Whether the "from" before a lexeme belongs to a change, which leads from one level to another and is no
            range; told the last lexeme of the other number and whether both are without a unit.
    """
    amount = with_smaller(lexemes, single(lexemes, at, sterling=sterling), sterling=sterling)
    joined = _range(lexemes, amount, sterling=sterling, moves=moves, leads=leads)
    found = bounded(lexemes, joined)
    opened = found.first and lexemes[found.first - 1].lower in _OPENING
    if joined is not amount and opened and found.bound in "<>":
        return joined
    return found


def _range(
    lexemes: Sequence[Lexeme],
    amount: Amount,
    *,
    sterling: bool,
    moves: Callable[[int], bool],
    leads: Callable[[int, int, bool], bool],
) -> Amount:
    """The amount together with a second one that makes it a range, where there is one."""
    joined = _second(lexemes, amount)
    if joined is None:
        return amount
    at, rule = joined
    other = single(lexemes, at, sterling=sterling)
    if not _same_kind(lexemes, amount, other):
        return amount
    low, high = _ends(amount, other, lexemes)
    falling = low > high and not _words_before(lexemes, amount.first) & _OPENING
    if falling and (not _measured_twice(amount, other) or moves(amount.first)):
        return amount
    if lexemes[amount.last + 1].lower == "to" and not _words_before(lexemes, amount.first) & _OPENING:
        step = high > low * _WIDEST_STEP if amount.unit is None and other.unit is None else amount.unit is not None
        if step and moves(amount.first):
            return amount
    unit = other.unit or amount.unit
    opened = "from" in _words_before(lexemes, amount.first) and (
        lexemes[amount.last + 1].lower == "to" or (rule == "from to" and not (unit and unit.money))
    )
    if (
        opened
        and _is_level(unit)
        and not _goes_on(lexemes, other.last)
        and leads(amount.first, other.last, unit is None)
    ):
        return replace(amount, value=low, unit=unit, rule=LEVEL)
    return replace(
        amount,
        last=max(other.last, amount.last),
        number=other.number,
        value=(low, high),
        unit=unit,
        rule=rule if unit is None else amount.rule if amount.unit else other.rule,
    )


def _measured_twice(amount: Amount, other: Amount) -> bool:
    """As in "densities of 1.3 A/cm2 to 0.03 A/cm2", which may fall; sums and times do not."""
    unit = amount.unit
    return unit is not None and other.unit is not None and not (unit.money or unit.time or unit.name == "percent")


def _is_level(unit: Unit | None) -> bool:
    """Counts, sums, shares and lengths of time; of other measures "from 20 to 29 mpg" is told as a stretch."""
    return unit is None or unit.money or unit.time or unit.name in ("percent", "cent", "basis point")


def _goes_on(lexemes: Sequence[Lexeme], last: int) -> bool:
    """As in "from 5 to 7 per cent to 3 to 5 per cent": the first two are a range."""
    return last + 1 < len(lexemes) and lexemes[last + 1].lower in ("to", "-", "–")


def _second(lexemes: Sequence[Lexeme], amount: Amount) -> tuple[int, str] | None:
    """The lexeme of the second number of a range and the rule that joins it."""
    at = amount.last + 1
    if at >= len(lexemes):
        return None
    link, before = lexemes[at].lower, _words_before(lexemes, amount.first)
    if link in DASHES and (not lexemes[at].spaced or (at + 1 < len(lexemes) and lexemes[at + 1].spaced)):
        number = _number_after(lexemes, at)
        plain = number is not None and lexemes[number].kind == "number"
        return (number, "range") if number is not None and plain and not _score(lexemes, amount, number) else None
    if link == "to" or (link == "or" and amount.unit is None):
        number = _number_after(lexemes, at)
        if number is not None and (amount.unit is None or before & _OPENING or _twin(lexemes, amount, number)):
            return number, "range"
    if link == "and" and "between" in before:
        number = _number_after(lexemes, at)
        return (number, "range") if number is not None else None
    if "from" in before:
        number = _far_end(lexemes, at)
        return (number, "from to") if number is not None else None
    return None


def _twin(lexemes: Sequence[Lexeme], amount: Amount, number: int) -> bool:
    """As in "$3 billion to $5 billion", but not "18 sen to RM23.50" or "by $4 billion to $9 billion"."""
    unit = single(lexemes, number, sterling=False).unit
    if unit is None or amount.unit is None or unit.name != amount.unit.name or amount.sign:
        return False
    return not _words_before(lexemes, amount.first) & _BY


def _score(lexemes: Sequence[Lexeme], amount: Amount, number: int) -> bool:
    """As in "2-0" with nothing that is counted behind it is a result, and "555-1234" a number to ring."""
    after = lexemes[number + 1] if number + 1 < len(lexemes) else None
    if amount.unit is None and lexemes[amount.number].value == lexemes[number].value:
        return True
    if amount.unit is not None or not lexemes[amount.number].figures:
        return False
    if after is None or after.kind != "word":
        return after is None or after.text not in "%°"
    return after.lower in cues()["words"]["results"]


def _number_after(lexemes: Sequence[Lexeme], at: int) -> int | None:
    """The number behind the link at ``at``, with at most a currency or a bound word before it."""
    for number in range(at + 1, min(at + 5, len(lexemes))):
        if lexemes[number].kind == "number":
            if number == at + 1:
                return number
            money = currency_before(lexemes, number)
            first = money[0] if money else number
            between = [lexeme.lower for lexeme in lexemes[at + 1 : first]]
            return number if all(word in HYPHENS or word in _LINKS for word in between) else None
    return None


def _far_end(lexemes: Sequence[Lexeme], at: int) -> int | None:
    """As in "From $75 a barrel in 2008 to $45": the number behind a "to" some words on in the same clause."""
    ranging = any(lexeme.lower.startswith(("rang", "var")) for lexeme in lexemes[max(0, at - 6) : at])
    for link in range(at, min(at + _GAP, len(lexemes))):
        lexeme = lexemes[link]
        if lexeme.kind == "number" and not _moment(lexemes, link):
            return None
        if lexeme.text in ",;.:()" or (not ranging and _at_a_thing(lexemes, link)):
            return None
        if lexeme.lower == "to":
            return _number_after(lexemes, link)
    return None


def _at_a_thing(lexemes: Sequence[Lexeme], at: int) -> bool:
    """As in "from 58 percent in the last poll to 55": what stands between ends is told of each; they are no range."""
    words = cues()["words"]
    if lexemes[at].lower not in words["at_a_thing"] or at + 1 >= len(lexemes) or lexemes[at + 1].kind == "number":
        return False
    near = [lexeme.lower for lexeme in lexemes[at + 1 : at + 4]]
    return near[0] in words["articles"] and set(words["moments"]).isdisjoint(near)


def _moment(lexemes: Sequence[Lexeme], at: int) -> bool:
    """The number says when: "in 2008", "at 10.45pm"."""
    if lexemes[at - 1].lower == "at":
        return at + 1 < len(lexemes) and lexemes[at + 1].lower.replace(".", "") in ("am", "pm")
    return lexemes[at - 1].lower in ("in", "since", "of", "during") and _year(lexemes[at])


def _year(lexeme: Lexeme) -> bool:
    return lexeme.text.isdecimal() and len(lexeme.text) == 4 and 1800 <= lexeme.value <= 2100


def _same_kind(lexemes: Sequence[Lexeme], amount: Amount, other: Amount) -> bool:
    if amount.unit is None:
        return True
    if other.unit is None:
        return not _year(lexemes[other.number])
    return amount.unit.name == other.unit.name


def _ends(amount: Amount, other: Amount, lexemes: Sequence[Lexeme]) -> tuple[float, float]:
    """Both ends; a magnitude or a small unit of the second counts for the first: "33-35 billion", "10-20p"."""
    low, high = float(amount.high), float(other.high)
    scale = lexemes[other.number].scaled
    if scale == 1 and other.last > other.number and abs(high) >= 1e3 > lexemes[other.number].value:
        scale = LETTER_MAGNITUDES.get(lexemes[other.number + 1].text, 1.0)
    first = lexemes[amount.number]
    unscaled = first.scaled == 1 and first.value == abs(low)
    if scale > 1 and unscaled and abs(low) <= abs(high / scale):
        low *= scale
    if amount.unit is None and other.unit is not None:
        low /= other.unit.per
    return low, high


def _words_before(lexemes: Sequence[Lexeme], first: int) -> set[str]:
    return {lexeme.lower for lexeme in lexemes[max(0, first - 3) : first]}
