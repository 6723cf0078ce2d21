"""What one report gives in parts and the other whole: "3,600 families of five persons each", "18,000 people".

Every number that follows from the numbers of one sentence is worked out (so much each, a part of a whole, twice as
many, a rise by a fifth, votes as a share), and looked for among the numbers of the other reports. That the calculation
comes out is no proof: the sentences must be on one thing, and the rounder the number, the nearer each other.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.compare.amounts import Amount, half_digit, plain, say
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.index import Values, meetings
from briefing.compare.claims.rivals import comparable
from briefing.compare.claims.workings import Half, one_thing, worked_out
from briefing.compare.kinds import kinds_of
from briefing.compare.reading import Passage, Reading
from briefing.model import Span

_EACH = re.compile(
    r"\b(?:each|apiece|per (?:head|person|household|family|piece|unit|dose|capita|share|year|month|week|day|tonne|kilo"
    r"|hour|litre|night)|every (?:year|month|week|day|night)|a (?:head|piece|year|month|week|day|share|tonne|kilo|night"
    r"|litre)|on average|an average of|annually|yearly|monthly|weekly|daily|annual)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"^\s*of (?:the |its |their |his |her |some |about |all |those |these )*")
_UP = re.compile(
    r"\b(?:up|more|rose|risen|rise|increased?|higher|above|jump\w*|climb\w*|grew|grown|gain\w*|over)\b", re.IGNORECASE
)
_DOWN = re.compile(
    r"\b(?:down|less|fewer|fell|fallen|fall|lower|below|cut|cuts|reduced|reduction|drop\w*|decline\w*|lost|shrank|shorter)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:(?P<twice>twice|double[ds]?|doubling)|(?P<thrice>three times|tripled?|treble[ds]?|threefold)"
    r"|(?P<half>half as (?:many|much|large|big|long)|halved?|halving))\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:and|plus|besides|as well as|with)\b|,\s*(?:another\s)?$", re.IGNORECASE)
_OVER = re.compile(r"\b(?:over|for|in|during|across)\b", re.IGNORECASE)
_AGAINST = re.compile(r"^\s*(?:votes? |seats? |points? )?(?:to|against|versus|v)\s+$", re.IGNORECASE)
_EXACTLY = 2e-3
_ROUGHLY = 1.2e-2
_FINE = 0.006
"""How far a share may be from the one that comes out: it is mostly given in whole percent."""
_LEAST = 6
_MANY = 12
"""Numbers of a sentence that is a table; nothing is worked out of it."""
_NEAR = 0.03
"""How near two passages must be that name one thing."""
_APART_NEAR = 0.05
"""The same where they do not."""
_ROUND_NEAR = 0.1
"""The same of a share or a small number, which come out by chance."""
_LEAST_TELLING = 20
_ROUNDED = 0.025
"""How far a rounded number may be from what was worked out."""
_NESTED = re.compile(r"\bof (?:whom|them|which|these|those)\b|\bincluding\b|\bamong\b", re.IGNORECASE)


class Result(NamedTuple):
    """A number that follows from those of a passage.

    Attributes:
        amount: What it comes to; its words are those of the numbers that it follows from.
        working: How, in figures.
        rough: True where one of the numbers is round or given as about so much.
    """

    passage: Passage
    amount: Amount
    working: str
    rough: bool


_Number = tuple[Passage, Amount]


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on numbers that two origins put otherwise and that come to the same."""
    results = [list(worked(reading)) for reading in cases.readings]
    numbers = [[(p, x) for p in r.passages for x in p.amounts] for r in cases.readings]
    by_value = Values(numbers, lambda told: told[1].value)

    def near(one: Result) -> Mapping[int, Sequence[_Number]]:
        slack = abs(one.amount.value) * (0.04 if one.amount.dimension != "share" else 0.0) + _FINE
        return by_value.between(one.amount.value - slack, one.amount.value + slack)

    for i, j, pairs in meetings(cases, results, near, both_ways=True):
        yield from _told(cases, cases.readings[i], cases.readings[j], pairs)


def _told(
    cases: CaseMaker, ours: Reading, theirs: Reading, pairs: Iterable[tuple[Result, _Number]]
) -> Iterator[tuple[Case, Verdict]]:
    for one, (other, number) in pairs:
        if not comes_to(one, number) or not _of_one(cases, one, other, number):
            continue
        why = f"{one.working} = {number.said}."
        halves = Half(ours, one.passage, one.amount.span, number.said), Half(theirs, other, number.span, number.said)
        yield worked_out(cases, "worked out", "number", why, *halves)


def comes_to(one: Result, number: Amount) -> bool:
    """True where a number is what was worked out, as finely as both are given."""
    value = one.amount.value
    if not of_one_kind(one.amount, number) or (number.value / number.factor < _LEAST and number.dimension != "share"):
        return False
    if any(of_one_kind(x, number) and x.near(number) for x in one.passage.amounts):
        return False
    if number.dimension == "share":
        return number.change is None and abs(value - number.value) <= _FINE
    if math.isclose(value, number.value, rel_tol=_ROUGHLY if one.rough else _EXACTLY):
        return True
    slack = half_digit(number.value / number.factor) * number.factor
    return not number.exact and abs(value - number.value) <= min(slack, _ROUNDED * number.value)


def of_one_kind(a: Amount, b: Amount) -> bool:
    """True for two numbers of one measure, or of people by any noun."""
    return comparable(a, b) or _people(a, b)


def _people(*amounts: Amount) -> bool:
    return all(
        x.dimension.startswith("count ") and "person" in kinds_of(x.dimension.partition(" ")[2]) for x in amounts
    )


def _of_one(cases: CaseMaker, one: Result, other: Passage, number: Amount) -> bool:
    """True where the passages are on one thing, the nearer each other the rounder the number is."""
    score = cases.of(one.passage, other).aligned.score
    if number.dimension == "share" or number.value < _LEAST_TELLING * number.factor:
        return score >= _ROUND_NEAR and one_thing(cases, one.passage, other)
    return score >= (_NEAR if one_thing(cases, one.passage, other) else _APART_NEAR)


def worked(reading: Reading) -> Iterator[Result]:
    """All numbers that follow from those of one sentence."""
    for passage in reading.passages:
        row = [x for x in passage.amounts if math.isfinite(x.value) and x.value > 0]
        if not row or len(row) > _MANY:
            continue
        yield from _products(reading, passage, row)
        yield from _yearly(reading, passage, row)
        yield from _shares(reading, passage, row)
        yield from _times(reading, passage, row)
        yield from _ratios(reading, passage, row)
        yield from _sums(reading, passage, row)


def _result(passage: Passage, like: Amount, parts: Sequence[Amount], value: float, working: str) -> Result:
    span = Span(min(x.span.start for x in parts), max(x.span.end for x in parts))
    told = value / like.factor
    amount = like._replace(span=span, value=value, exact=all(x.exact for x in parts), change=None,
                           said=say(told, told, like.unit))  # fmt: skip
    return Result(passage, amount, working, not all(x.exact or _whole(x) for x in parts))


def _whole(amount: Amount) -> bool:
    """True for a number that may be meant as it stands: not "about", nor with a scale word."""
    return math.isfinite(amount.low) and math.isfinite(amount.high) and amount.value < 1000 * amount.factor


def _products(reading: Reading, passage: Passage, row: Sequence[Amount]) -> Iterator[Result]:
    """``3,600 families, with an average of five persons each``, ``280 million a year for five years``."""
    if _EACH.search(reading.text(passage.span)) is None:
        return
    for each, many in itertools.permutations(row, 2):
        if (
            many.dimension == each.dimension
            or "share" in (each.dimension, many.dimension)
            or many.value < 2 * many.factor
        ):
            continue
        if not (many.dimension.startswith("count") or many.dimension == "duration") or each.dimension == "duration":
            continue
        if each.dimension.startswith("count") and each.value > many.value:
            continue
        times = many.value / many.factor
        yield _result(passage, each, (each, many), each.value * times, f"{plain(times)} x {each.said}")


def _yearly(reading: Reading, passage: Passage, row: Sequence[Amount]) -> Iterator[Result]:
    """``1.2 million over three years``, and so much a year."""
    text = reading.article.text
    for whole, years in itertools.product(row, row):
        if (
            years.dimension != "duration"
            or years.value < 2 * years.factor
            or whole.dimension[:5] not in ("money", "count")
        ):
            continue
        if _OVER.search(text[max(passage.span.start, years.span.start - 12) : years.span.start + 5]):
            times = years.value / years.factor
            yield _result(passage, whole, (whole, years), whole.value / times, f"{whole.said} / {plain(times)}")


def _shares(reading: Reading, passage: Passage, row: Sequence[Amount]) -> Iterator[Result]:
    """``90,000 doses, three quarters of what was ordered``, ``583, up by two fifths``, ``a fifth less``."""
    text = reading.article.text
    for share in (x for x in row if x.dimension == "share" and 0 < x.value < 3):
        after = text[share.span.end : share.span.end + 40]
        around = text[max(passage.span.start, share.span.start - 28) : share.span.end + 24]
        rise, fall = _UP.search(around), _DOWN.search(around)
        for whole in row:
            if whole.dimension in ("share", "duration"):
                continue
            part = f"{share.said} of {whole.said}"
            if _OF.match(after) and 0 < share.value < 1:
                if 0 <= whole.span.start - share.span.end <= 24:
                    yield _result(passage, whole, (share, whole), whole.value * share.value, part)
                else:
                    yield _result(
                        passage, whole, (share, whole), whole.value / share.value, f"{whole.said} / {share.said}"
                    )
            for found, sign in ((rise, 1.0), (fall, -1.0)):
                if found is not None and 1 + sign * share.value > 0:
                    factor = 1 + sign * share.value
                    shown = f"{'+' if sign > 0 else '-'}{share.said}"
                    yield _result(passage, whole, (share, whole), whole.value / factor, f"{whole.said} before {shown}")
                    yield _result(passage, whole, (share, whole), whole.value * factor, f"{whole.said} {shown}")


def _times(reading: Reading, passage: Passage, row: Sequence[Amount]) -> Iterator[Result]:
    """``Has 60 beds and hopes to have twice as many``, ``will double to 6 euros``."""
    match = _TIMES.search(reading.text(passage.span))
    if match is None:
        return
    factor = 2.0 if match["twice"] else 3.0 if match["thrice"] else 0.5
    span = Span(passage.span.start + match.start(), passage.span.start + match.end())
    for number in row:
        if number.dimension in ("share", "duration", "count times") or number.span.overlaps(span):
            continue
        words = number._replace(span=span)
        yield _result(passage, number, (number, words), number.value * factor, f"{plain(factor)} x {number.said}")
        yield _result(passage, number, (number, words), number.value / factor, f"{number.said} / {plain(factor)}")


def _ratios(reading: Reading, passage: Passage, row: Sequence[Amount]) -> Iterator[Result]:
    """``57,600 pesos more on 640,000``, ``211 votes to 34``: shares."""
    text = reading.article.text
    for a, b in itertools.permutations(row, 2):
        if {a.dimension, b.dimension} & {"share", "duration"} or not comparable(a, b) or a.value >= b.value:
            continue
        share = a._replace(dimension="share", unit="percent", factor=0.01)
        yield _result(passage, share, (a, b), a.value / b.value, f"{a.said} / {b.said}")
    for a, b in itertools.pairwise(row):
        if a.dimension.startswith("count") and _AGAINST.match(text[a.span.end : b.span.start]):
            whole = a.value + b.value
            for one in (a, b):
                share = one._replace(dimension="share", unit="percent", factor=0.01)
                yield _result(passage, share, (a, b), one.value / whole, f"{plain(one.value)} / {plain(whole)}")


def _sums(reading: Reading, passage: Passage, row: Sequence[Amount]) -> Iterator[Result]:
    """``1,140 dockers and 260 crane operators``; of people, or of one measure."""
    for size in (2, 3):
        for at in range(len(row) - size + 1):
            parts = row[at : at + size]
            first = parts[0]
            if first.dimension in ("share", "", "duration") or not all(of_one_kind(first, x) for x in parts[1:]):
                continue
            gaps = [reading.article.text[a.span.end : b.span.start] for a, b in itertools.pairwise(parts)]
            if all(_JOINED.search(gap) and not _NESTED.search(gap) for gap in gaps):
                total = sum(x.value for x in parts)
                yield _result(passage, first, parts, total, " + ".join(x.said for x in parts))


__all__ = ["Result", "across", "comes_to", "of_one_kind", "worked"]
