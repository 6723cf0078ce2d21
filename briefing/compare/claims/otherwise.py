"""One day or one number in other words, in passages that are not near enough to be laid beside each other by them: "on
Thursday" and "16 May", "about a fifth" and "20 percent".

The day or the number itself speaks for one matter, since it is given in two ways; the passages must name one thing
besides, and be nearer than two passages of a story are by chance.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator

from briefing.compare.amounts import Amount
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import alike, one_wording
from briefing.compare.claims.index import Index, Values, meetings
from briefing.compare.claims.numbers import worked
from briefing.compare.claims.rivals import comparable
from briefing.compare.claims.workings import one_thing
from briefing.compare.periods import Period
from briefing.compare.reading import Passage, Reading

_DAY_NEAR = 0.15
"""How near two passages must be that name one day in other words."""
_NUMBER_NEAR = 0.03
"""The same of one number."""
_LEAST = 100
"""Smaller counts are the same by chance."""
_SLACK = 0.05
_BACK = dt.timedelta(days=2)
"""The day of the news itself is named all over: one of the reports must look further back, or ahead."""

_Dated = tuple[Passage, Period]
_Counted = tuple[Passage, Amount]


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on days and numbers that two origins word otherwise."""
    days = [[(p, x) for p in r.passages for x in p.periods if x.fine and not x.yearless] for r in cases.readings]
    by_day = Index(days, lambda told: (told[1].start.date(),))
    for i, j, pairs in meetings(cases, days, lambda told: by_day.find((told[1].start.date(),))):
        yield from _days(cases, cases.readings[i], cases.readings[j], pairs)
    numbers = [[(p, x) for p in r.passages for x in p.amounts if _telling(x)] for r in cases.readings]
    by_value = Values(numbers, lambda told: told[1].value)
    met = meetings(cases, numbers, lambda one: by_value.between(*_around(one[1].value)))
    for i, j, told in met:
        yield from _numbers(cases, cases.readings[i], cases.readings[j], told)


def _days(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: Iterable[tuple[_Dated, _Dated]]
) -> Iterator[tuple[Case, Verdict]]:
    for (passage, a), (other, b) in pairs:
        if not a.same(b) or one_wording(ours, a, theirs, b) or not (_far(ours, a) or _far(theirs, b)):
            continue
        case = cases.of(passage, other)
        if case.aligned.score >= _DAY_NEAR and one_thing(cases, passage, other):
            yield case, alike(case, a, b, None)


def _far(reading: Reading, period: Period) -> bool:
    """True for a day that is not about that of the report."""
    day = reading.day
    return day is not None and abs(period.start.date() - day) >= _BACK


def _telling(amount: Amount) -> bool:
    """True for a share, a sum, a measure, or a count that is not small; a range is none of them."""
    kind = amount.dimension.partition(" ")[0]
    if kind in ("", "duration") or not math.isfinite(amount.value) or " to " in amount.said:
        return False
    return kind != "count" or amount.value >= _LEAST


def _around(value: float) -> tuple[float, float]:
    return value - _SLACK * abs(value), value + _SLACK * abs(value)


def _numbers(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: Iterable[tuple[_Counted, _Counted]]
) -> Iterator[tuple[Case, Verdict]]:
    for (passage, a), (other, b) in pairs:
        if not comparable(a, b) or not a.near(b) or a.change != b.change:
            continue
        mine, its = ours.text(a.span), theirs.text(b.span)
        if _wording(mine) == _wording(its) or abs(a.value - b.value) > _SLACK * abs(b.value):
            continue
        case = cases.of(passage, other)
        if case.aligned.score >= _NUMBER_NEAR and one_thing(cases, passage, other):
            rule, why = worked(a, b, mine, its)
            values = case.values((a.span, a.said), (b.span, b.said))
            yield case, Verdict("compatible", "number", rule, why, values, weight=0.5, issue=f"number {a.span.start}")


def _wording(words: str) -> str:
    return " ".join(words.casefold().split())


__all__ = ["across"]
