"""So much a day in one report and so much a month in the other, or the whole of it; and sums in two currencies.

"Some 200,000 passengers a day" are "six million a month"; "1.2 billion cubic metres a year" are 12 billion in ten
years; 40 million euros are 26.2 billion CFA francs, whose rate is fixed, and a rate may stand in one of the reports.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.compare.amounts import Amount, half_digit, plain
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.index import Index, meetings
from briefing.compare.claims.rivals import comparable
from briefing.compare.claims.workings import Half, one_thing, worked_out
from briefing.compare.reading import Passage, Reading

_PER = re.compile(
    r"(?:\s+(?!\d)[\w'’-]+){0,3}?\s*,?\s+(?:an?|per|each|every)\s+(?P<unit>hour|day|week|month|year)\b", re.IGNORECASE
)
_UNIT = re.compile(r"(?P<what>.+) per (?P<unit>hour|day|week|month|year)")
_SECONDS = {"hour": 3600.0, "day": 86400.0, "week": 604800.0, "month": 2629800.0, "year": 31557600.0}
_IN_ONE = {
    ("hour", "day"): (24.0,),
    ("day", "week"): (7.0,),
    ("day", "month"): (30.0, 30.4, 31.0),
    ("day", "year"): (365.0, 360.0),
    ("week", "month"): (4.35, 4.0),
    ("week", "year"): (52.0,),
    ("month", "year"): (12.0,),
}
"""How many of the shorter stretch news reckons in the longer."""
_CLOSE = 0.015
_NEAR = 0.03
_FEWEST = 2.0
_LONGEST = 100.0
_PEGS = {
    ("EUR", "XOF"): 655.957,
    ("EUR", "XAF"): 655.957,
    ("EUR", "BGN"): 1.95583,
    ("EUR", "BAM"): 1.95583,
    ("EUR", "DKK"): 7.46,
    ("USD", "AED"): 3.6725,
    ("USD", "SAR"): 3.75,
    ("USD", "QAR"): 3.64,
    ("USD", "BHD"): 0.376,
    ("USD", "OMR"): 0.3845,
    ("USD", "JOD"): 0.709,
    ("USD", "HKD"): 7.8,
}
"""Rates that have been fixed, or all but fixed, for decades."""
_TO_ONE = re.compile(
    r"\s*(?:[\w-]+\s+){0,2}?(?:to|for|against) (?:the|a|one) (?:US |American )?(?P<of>dollar|euro|pound)", re.IGNORECASE
)
_OF_ONE = {"dollar": "money USD", "euro": "money EUR", "pound": "money GBP"}
_BESIDE = re.compile(r"\s*,?\s*(?:\(|or\b|equal to|equivalent to|[—–-])\s*(?:about |some |around |roughly |nearly )?$")
_RATE_CLOSE = 0.02
_MONEY_NEAR = 0.02
_MONEY_APART = 0.5
"""How near two passages must be that name no one thing besides the sum."""


class Rate(NamedTuple):
    """So much in a stretch of time; the amount's dimension is that of what it counts."""

    passage: Passage
    amount: Amount
    unit: str


_Number = tuple[Passage, Amount]


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on rates and sums that come to the same."""
    rows = [list(rates(reading)) for reading in cases.readings]
    by_kind = Index(rows, lambda rate: (rate.amount.dimension,))
    for i, j, pairs in meetings(cases, rows, lambda rate: by_kind.find((rate.amount.dimension,))):
        yield from _two_rates(cases, cases.readings[i], cases.readings[j], pairs)
    totals = [
        [(p, x) for p in r.passages for x in p.amounts if _rate(r, x) is None] if any(rows) else []
        for r in cases.readings
    ]
    by_measure = Index(totals, lambda told: (told[1].dimension,))
    met = meetings(cases, rows, lambda rate: by_measure.find((rate.amount.dimension,)), both_ways=True)
    for i, j, whole in met:
        yield from _totals(cases, cases.readings[i], cases.readings[j], whole)
    yield from _currencies(cases)


def rates(reading: Reading) -> Iterator[Rate]:
    """All amounts that a report gives for an hour, a day, a week, a month or a year."""
    for passage in reading.passages:
        for amount in passage.amounts:
            found = _rate(reading, amount)
            if found is not None and amount.dimension != "duration" and amount.value > 0:
                yield Rate(passage, amount._replace(dimension=found[0]), found[1])


def _rate(reading: Reading, amount: Amount) -> tuple[str, str] | None:
    """What an amount counts and in which stretch of time; None where it is not told of one."""
    match = _UNIT.fullmatch(amount.dimension)
    if match is not None:
        return match["what"], match["unit"]
    if amount.dimension in ("", "share", "duration"):
        return None
    behind = _PER.match(reading.article.text, amount.span.end)
    return None if behind is None else (amount.dimension, behind["unit"].casefold())


def _two_rates(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: Iterable[tuple[Rate, Rate]]
) -> Iterator[tuple[Case, Verdict]]:
    """``200,000 passengers a day`` in one, ``six million a month`` in the other."""
    for one, other in pairs:
        if one.unit == other.unit:
            continue
        short, long = sorted((one, other), key=lambda rate: _SECONDS[rate.unit])
        times = next(
            (n for n in _IN_ONE.get((short.unit, long.unit), ()) if _comes_to(short.amount, n, long.amount)), None
        )
        if times is None or not _on_one_thing(cases, one.passage, other.passage):
            continue
        why = f"{plain(times)} x {short.amount.said} = {long.amount.said}."
        halves = (
            Half(ours, one.passage, one.amount.span, f"{one.amount.said} a {one.unit}"),
            Half(theirs, other.passage, other.amount.span, f"{other.amount.said} a {other.unit}"),
        )
        yield worked_out(cases, "rate", "number", why, *halves)


def _totals(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: Iterable[tuple[Rate, _Number]]
) -> Iterator[tuple[Case, Verdict]]:
    """``1.2 billion a year`` in one, ``a ten-year deal for 12 billion`` in the other."""
    for rate, (other, total) in pairs:
        lengths = [x for p in (rate.passage, other) for x in p.amounts if x.dimension == "duration"]
        for length in lengths:
            times = length.value / _SECONDS[rate.unit]
            near = _FEWEST - 1e-3 <= times <= _LONGEST and _comes_to(rate.amount, times, total)
            if not near or not _on_one_thing(cases, rate.passage, other):
                continue
            why = f"{plain(round(times, 1))} x {rate.amount.said} = {total.said}."
            halves = (
                Half(ours, rate.passage, rate.amount.span, total.said),
                Half(theirs, other, total.span, total.said),
            )
            yield worked_out(cases, "rate and whole", "number", why, *halves)
            break


def _on_one_thing(cases: CaseMaker, a: Passage, b: Passage) -> bool:
    return cases.of(a, b).aligned.score >= _NEAR and one_thing(cases, a, b)


def _comes_to(part: Amount, times: float, whole: Amount) -> bool:
    """True where so many times a number are the other, as finely as both are given."""
    if not comparable(part, whole):
        return False
    slack = _CLOSE * whole.value + _half(whole) + times * _half(part)
    return abs(times * part.value - whole.value) <= min(slack, 2 * _CLOSE * whole.value)


def _half(amount: Amount) -> float:
    return 0.0 if amount.exact else half_digit(amount.value / amount.factor) * amount.factor


def _currencies(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """``40 million euros`` in one, ``26.2 billion CFA francs`` in the other."""
    told: dict[tuple[str, str], float] = {(f"money {a}", f"money {b}"): rate for (a, b), rate in _PEGS.items()}
    for reading in cases.readings:
        told.update(_told_rates(reading))
    rows = [
        [(p, x) for p in r.passages for x in p.amounts if any(x.dimension == a for a, _ in told)]
        for r in cases.readings
    ]
    sums = [[(p, x) for p in r.passages for x in p.amounts] for r in cases.readings]
    by_measure = Index(sums, lambda told: (told[1].dimension,))

    def foreign(number: _Number) -> Mapping[int, Sequence[_Number]]:
        return by_measure.find(b for a, b in told if a == number[1].dimension)

    for i, j, pairs in meetings(cases, rows, foreign, both_ways=True):
        for (passage, one), (other, there) in pairs:
            rate = told[one.dimension, there.dimension]
            if not _changed(one, rate, there) or _plain(passage, there) or _plain(other, one):
                continue
            if not _one_sum(cases, passage, other):
                continue
            why = f"{one.said} x {plain(rate)} = {there.said}."
            halves = (
                Half(cases.readings[i], passage, one.span, there.said),
                Half(cases.readings[j], other, there.span, there.said),
            )
            yield worked_out(cases, "currency", "number", why, *halves)


def _changed(one: Amount, rate: float, other: Amount) -> bool:
    slack = _half(other) + rate * _half(one)
    return abs(one.value * rate - other.value) <= min(_CLOSE * other.value, slack + 0.002 * other.value)


def _plain(passage: Passage, amount: Amount) -> bool:
    """True where a passage gives the sum in this currency anyhow."""
    return any(x.dimension == amount.dimension and x.near(amount) for x in passage.amounts)


def _one_sum(cases: CaseMaker, a: Passage, b: Passage) -> bool:
    score = cases.of(a, b).aligned.score
    return score >= _MONEY_APART or (score >= _MONEY_NEAR and one_thing(cases, a, b))


def _told_rates(reading: Reading) -> Iterator[tuple[tuple[str, str], float]]:
    """Rates that a report tells outright: "at 2,300 soums to the dollar", or by giving a sum twice."""
    for passage in reading.passages:
        for amount in passage.amounts:
            match = _TO_ONE.match(reading.article.text, amount.span.end)
            if match is not None and amount.dimension not in ("", "share", "duration"):
                yield (_OF_ONE[match["of"].casefold()], amount.dimension), amount.value
        money = [x for x in passage.amounts if x.dimension.startswith("money ") and x.value > 0]
        for one, other in itertools.pairwise(money):
            gap = reading.article.text[one.span.end : other.span.start]
            if one.dimension != other.dimension and _BESIDE.fullmatch(gap):
                yield (one.dimension, other.dimension), other.value / one.value
                yield (other.dimension, one.dimension), one.value / other.value


__all__ = ["Rate", "across", "rates"]
