"""Lengths of time against dates: "21 days to appeal" and "by 6 June", "for five months" and "since June", ages."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.compare.amounts import Amount
from briefing.compare.claims import reckonings
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.index import Values, meetings
from briefing.compare.claims.workings import Half, one_thing, plainly, said, worked_out
from briefing.compare.lexicon import Word, listed
from briefing.compare.periods import Period
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span

_TOO_WIDE = listed("too_wide") | listed("measures")
_SAME = 0.9
_AGE = "year of age"
_DAY = 86400.0
_WEEK, _QUARTER, _YEAR = dt.timedelta(days=8), dt.timedelta(days=93), dt.timedelta(days=366)
_SHORTEST = 4
"""Days of a term that is worth working out."""
_TERM = re.compile(r"\b(?:within|in|has|have|had|given|gave|gives|next|for|another)\s+(?:\w+ )?$", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:by|until|till|before|on|expires?|due|deadline|in)\b[^.]{0,24}$", re.IGNORECASE)
_AGO = re.compile(r"^\s*(?:ago|earlier|now)\b", re.IGNORECASE)
_FOR = re.compile(
    r"\b(?:for|after|in)\s+(?:the (?:past|last) |about |some |almost |nearly |more than |over )*$", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|on|in|from|of)\s+(?:early |late |mid-)?$", re.IGNORECASE)
_BEGAN = listed("beginning")


class _Length(NamedTuple):
    """A length of time in a dated report, with the day that it counts from or back to."""

    passage: Passage
    amount: Amount
    end: dt.datetime


class _Lengths(NamedTuple):
    """Of one article: terms that run from its day, lengths that end on it, ages on it."""

    terms: list[_Length]
    spans: list[_Length]
    ages: list[_Length]


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on lengths of time and dates of two origins that come to the same."""
    yield from reckonings.across(cases)
    lengths = [_lengths(reading) for reading in cases.readings]
    dated = [
        [(p, x) for p in r.passages for x in p.periods if not x.yearless and (_leads(r, x) or _begun(p, x))]
        for r in cases.readings
    ]
    by_start = {
        width: Values(
            [[e for e in enumerate(row) if _width(e[1][1]) == width] for row in dated], lambda e: e[1][1].start
        )
        for width in (_WEEK, _QUARTER, _YEAR)
    }

    def near(length: tuple[_Length, dt.timedelta]) -> Iterator[Mapping[int, Sequence[tuple[int, _Dated]]]]:
        """Dates that may be where a length of time ends or began, and their places among the dates of a report."""
        slack, end = length[1], length[0].end
        for width, values in by_start.items():
            low = end - slack - width if end - dt.datetime.min > slack + width else dt.datetime.min
            yield values.between(low, end + slack if dt.datetime.max - end > slack else dt.datetime.max)

    def all_near(length: tuple[_Length, dt.timedelta]) -> Mapping[int, Sequence[tuple[int, _Dated]]]:
        found: dict[int, list[tuple[int, _Dated]]] = defaultdict(list)
        for table in near(length):
            for source, row in table.items():
                found[source].extend(row)
        return found

    for i, j, pairs in meetings(cases, [_slack(x) for x in lengths], all_near, both_ways=True):
        ours, theirs = cases.readings[i], cases.readings[j]
        for _, (passage, period) in sorted({at: found for _, (at, found) in pairs}.items()):
            there = (theirs, passage, period)
            yield from _run_out(cases, ours, lengths[i].terms, there)
            yield from _began(cases, ours, lengths[i].spans, there)
            yield from _aged(cases, ours, lengths[i].ages, there)


_Dated = tuple[Passage, Period]


def _width(period: Period) -> dt.timedelta:
    """The least of the three that a stretch of time is no longer than."""
    length = period.end - period.start
    return _WEEK if length <= _WEEK else _QUARTER if length <= _QUARTER else _YEAR


def _slack(lengths: _Lengths) -> list[tuple[_Length, dt.timedelta]]:
    """Lengths, and how far from the day that they come to a date may lie."""
    found = [(x, dt.timedelta(days=2)) for x in lengths.terms]
    found += [(x, dt.timedelta(seconds=x.amount.factor)) for x in lengths.spans]
    for x in lengths.ages:
        try:
            found.append((x._replace(end=x.end.replace(year=x.end.year - int(x.amount.value), day=1)), 2 * _YEAR))
        except ValueError:
            continue
    return found


def _leads(reading: Reading, period: Period) -> bool:
    """True for a date that something ends by, or has been since."""
    before = _before(reading, period.span)
    return bool(_ENDS.search(before) or _SINCE.search(before))


def _begun(passage: Passage, period: Period) -> list[Fact]:
    """What began at a date."""
    return [f for f in passage.facts if f.predicate.lemma.partition(" ")[0] in _BEGAN and f.span.contains(period.span)]


def _lengths(reading: Reading) -> _Lengths:
    found = _Lengths([], [], [])
    if reading.day is None:
        return found
    day = dt.datetime.combine(reading.day, dt.time())
    for passage in reading.passages:
        for amount in passage.amounts:
            if amount.unit == _AGE and plainly(reading, amount):
                found.ages.append(_Length(passage, amount, day))
            if amount.dimension != "duration" or amount.factor < _DAY or amount.low <= 0 or amount.change is not None:
                continue
            try:
                length = dt.timedelta(seconds=amount.value)
                ends = day + length, day - length
            except OverflowError:
                continue
            before = _before(reading, amount.span)
            if _TERM.search(before) and amount.value >= _SHORTEST * _DAY:
                found.terms.append(_Length(passage, amount, ends[0]))
            after = reading.article.text[amount.span.end : amount.span.end + 12]
            if _FOR.search(before) or _AGO.match(after):
                found.spans.append(_Length(passage, amount, ends[1]))
    return found


_There = tuple[Reading, Passage, Period]


def _run_out(cases: CaseMaker, ours: Reading, terms: list[_Length], there: _There) -> Iterator[tuple[Case, Verdict]]:
    """``21 days to appeal`` in a report of 16 May, ``by 6 June`` in the other."""
    theirs, other, period = there
    whole = period.grain == "month" and period.value[-2:].isdigit()
    if (
        period.grain not in ("day", "part", "minute", "month")
        or whole
        or not _ENDS.search(_before(theirs, period.span))
    ):
        return
    for passage, term, end in terms:
        slack = dt.timedelta(days=1 if term.unit in ("day", "week") else 2)
        begun = end - dt.timedelta(seconds=term.value)
        if period.start <= begun or not period.start - slack <= end < period.end + slack:
            continue
        if one_thing(cases, passage, other):
            why = f"{term.said} from {begun:%Y-%m-%d} end about {end:%Y-%m-%d}; “{said(theirs, period.span)}”."
            halves = Half(ours, passage, term.span, f"{end:%Y-%m-%d}"), Half(theirs, other, period.span, period.value)
            yield worked_out(cases, "term", "date", why, *halves)


def _began(cases: CaseMaker, ours: Reading, spans: list[_Length], there: _There) -> Iterator[tuple[Case, Verdict]]:
    """``Dead for five months`` in a report of November, ``out of order since June`` in the other."""
    theirs, other, period = there
    if period.grain not in ("day", "month", "year") or not _SINCE.search(_before(theirs, period.span)):
        return
    for passage, length, start in spans:
        slack = dt.timedelta(seconds=length.factor * (0.35 if length.unit in ("month", "year") else 0.05))
        fine = period.grain == "day" or length.unit == "year" or (length.unit == period.grain == "month")
        day = start + dt.timedelta(seconds=length.value)
        if not fine or period.start >= day or not period.start - slack <= start < period.end + slack:
            continue
        if _one_bearer(cases, (ours, passage, length.span), (theirs, other, period.span)):
            why = f"{length.said} before {day:%Y-%m-%d} is about {start:%Y-%m}; “{said(theirs, period.span)}”."
            halves = Half(ours, passage, length.span, f"{start:%Y-%m}"), Half(theirs, other, period.span, period.value)
            yield worked_out(cases, "length of time", "date", why, *halves)


def _aged(cases: CaseMaker, ours: Reading, ages: list[_Length], there: _There) -> Iterator[tuple[Case, Verdict]]:
    """``41 years old`` in a report of 2016, ``built in 1975`` in the other."""
    theirs, other, period = there
    for passage, age, day in ages:
        years = day.year - period.start.year
        if years not in (int(age.value), int(age.value) + 1):
            continue
        began = _begun(other, period)
        if not began:
            continue
        born = began[0].predicate.lemma == "bear"
        if not born and years != int(age.value):
            continue
        if not (set(passage.names) & set(other.names) if born else _told_before(cases, theirs, passage, other)):
            continue
        why = f"{day.year} - {period.start.year} = {years}; “{said(ours, age.span)}”."
        halves = (
            Half(ours, passage, age.span, str(day.year - int(age.value))),
            Half(theirs, other, period.span, period.value),
        )
        yield worked_out(cases, "age", "date", why, *halves)


def _told_before(cases: CaseMaker, theirs: Reading, passage: Passage, other: Passage) -> bool:
    """True where both passages name one thing, or the one before the second does and "it" stands for it."""
    if one_thing(cases, passage, other):
        return True
    at = other.number - theirs.passages[0].number
    return at > 0 and one_thing(cases, passage, theirs.passages[at - 1])


def _before(reading: Reading, span: Span) -> str:
    return reading.article.text[max(0, span.start - 40) : span.start]


_Place = tuple[Reading, Passage, Span]


def _one_bearer(cases: CaseMaker, a: _Place, b: _Place) -> bool:
    """True where the clauses around two spans say something of one thing or of one that is named."""
    ours, theirs = _bearers(*a), _bearers(*b)
    for (word, entity), (other, its) in itertools.product(ours, theirs):
        if entity is not None and entity == its:
            return True
        if word is not None and other is not None and cases.lexicon.alike(word, other) >= _SAME:
            return True
    return False


def _bearers(reading: Reading, passage: Passage, span: Span) -> list[tuple[Word | None, str | None]]:
    facts = [f for f in passage.facts if f.span.contains(span) and f.arguments]
    if not facts:
        return []
    fact = min(facts, key=lambda f: f.span.length)
    found: list[tuple[Word | None, str | None]] = []
    for argument in fact.arguments:
        if argument.role in ("agent", "patient"):
            head = reading.head(argument)
            thing = head is not None and head.pos == "NOUN" and head.lemma not in _TOO_WIDE
            found.append((head if thing else None, reading.entity.get(argument.entity or "")))
    return found


__all__ = ["across"]
