"""What lies between two numbers of one report and stands alone in the other: "by 1,204 votes to 989", "lost by 215".

A difference is told by a word ("a gap of", "short of", "won by"), the rest of a whole by another ("the other four",
"all but two", "dissented"); shares that two own come to the whole.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.compare.amounts import Amount, half_digit, plain
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.derived import of_one_kind
from briefing.compare.claims.index import Values, meetings
from briefing.compare.claims.rivals import comparable
from briefing.compare.claims.workings import Half, one_thing, worked_out
from briefing.compare.reading import Passage, Reading
from briefing.model import Span

_GAP = re.compile(
    r"\b(?:difference|differ|gap|margin|majority|lost by|won by|win by|beat \S+ by|beaten by|lead of|ahead|behind"
    r"|short of|apart|cheaper|dearer|lower|higher|fewer|shortfall|distance)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:others?|remaining|remainder|rest|left|still|all but|except|dissent\w*|against|opposed|minority|before"
    r"|survivors?|unaccounted)\b",
    re.IGNORECASE,
)
_REST_OF_ALL = re.compile(r"\bthe (?:rest|remainder|balance|remaining)\b", re.IGNORECASE)
_OWNS = re.compile(r"\b(?:own\w*|hold\w*|held|stakes?|shares?|shareholder|belong\w*|controls?)\b", re.IGNORECASE)
_AROUND = 44
_LEAST = 2
_NEAR = 0.1
_APART = 0.3
"""How near two passages must be that name no one thing besides."""
_REST_NEAR = 0.2
_EXACT = 1e-6
_ROUGH = 0.012
_FINE = 0.006
_MANY = 8


class Gap(NamedTuple):
    """Two numbers of a passage and what lies between them."""

    passage: Passage
    whole: Amount
    part: Amount
    left: float


_Number = tuple[Passage, Amount]


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on numbers that are the difference of two others, or the rest of a whole."""
    rows = [list(gaps(reading)) for reading in cases.readings]
    by_value = Values([[(p, x) for p in r.passages for x in p.amounts] for r in cases.readings], lambda x: x[1].value)

    def near(one: Gap) -> Mapping[int, Sequence[_Number]]:
        slack = _ROUGH * one.left
        return by_value.between(one.left - slack, one.left + slack)

    for i, j, pairs in meetings(cases, rows, near, both_ways=True):
        for one, (other, number) in pairs:
            if not _comes_to(one, number) or not _told(cases, one, other, number):
                continue
            why = f"{one.whole.said} - {plain(one.part.value / one.part.factor)} = {number.said}."
            span = Span(min(one.whole.span.start, one.part.span.start), max(one.whole.span.end, one.part.span.end))
            halves = (
                Half(cases.readings[i], one.passage, span, number.said),
                Half(cases.readings[j], other, number.span, number.said),
            )
            yield worked_out(cases, "difference", "number", why, *halves)
    yield from _shares(cases)


def gaps(reading: Reading) -> Iterator[Gap]:
    """All differences of two numbers of one kind within a sentence."""
    for passage in reading.passages:
        row = [x for x in passage.amounts if math.isfinite(x.value) and x.value > 0 and x.dimension != "share"]
        if len(row) > _MANY:
            continue
        for one, other in itertools.combinations(row, 2):
            whole, part = (one, other) if one.value > other.value else (other, one)
            alike = (of_one_kind(whole, part) or comparable(whole, part)) and whole.dimension != "duration"
            if alike and whole.value - part.value >= _LEAST * whole.factor:
                yield Gap(passage, whole, part, whole.value - part.value)


def _comes_to(one: Gap, number: Amount) -> bool:
    kinds = [x for x in (one.whole, one.part) if of_one_kind(x, number) or comparable(x, number)]
    if not kinds or number.dimension in ("share", "duration") or number.value in (one.whole.value, one.part.value):
        return False
    slack = sum(half_digit(x.value / x.factor) * x.factor for x in (one.whole, one.part, number) if not _whole(x))
    return abs(one.left - number.value) <= min(slack, _ROUGH * one.left) + _EXACT


def _whole(amount: Amount) -> bool:
    """True for a number that is meant as it stands."""
    return amount.exact or amount.value < 1000 * amount.factor


def _told(cases: CaseMaker, one: Gap, other: Passage, number: Amount) -> bool:
    """True where words beside the number say that it is a difference or a rest, and the passages are on one thing."""
    text = cases.readings[other.source].article.text
    start, end = max(other.span.start, number.span.start - _AROUND), min(other.span.end, number.span.end + _AROUND)
    around = text[start:end]
    score = cases.of(one.passage, other).aligned.score
    if _GAP.search(around):
        return score >= _APART or (score >= _NEAR and one_thing(cases, one.passage, other))
    counts = one.whole.dimension.startswith("count") and number.value == round(number.value)
    return counts and bool(_REST.search(around)) and score >= _REST_NEAR


def _shares(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """``Holds 70 percent and the Kelen group the remainder`` in one, ``30 percent`` in the other."""
    rows = [[(p, x) for p in r.passages for x in p.amounts if x.dimension == "share" and x.change is None]
            for r in cases.readings]  # fmt: skip
    by_value = Values(rows, lambda told: told[1].value)
    met = meetings(cases, rows, lambda told: by_value.between(1 - told[1].value - _FINE, 1 - told[1].value + _FINE))
    for i, j, pairs in met:
        ours, theirs = cases.readings[i], cases.readings[j]
        for (passage, one), (other, rest) in pairs:
            if abs(one.value - rest.value) < _FINE:
                continue
            texts = ours.text(passage.span), theirs.text(other.span)
            told = any(_REST_OF_ALL.search(text) for text in texts) or all(_OWNS.search(text) for text in texts)
            if not told or cases.of(passage, other).aligned.score < _NEAR or not one_thing(cases, passage, other):
                continue
            why = f"100% - {one.said} = {rest.said}."
            halves = Half(ours, passage, one.span, one.said), Half(theirs, other, rest.span, rest.said)
            yield worked_out(cases, "the rest", "number", why, *halves)


__all__ = ["Gap", "across", "gaps"]
