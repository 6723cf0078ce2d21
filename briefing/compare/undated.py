"""When a report without a date appeared, by what the others of its story tell.

"On Friday" in a report without a date is any Friday. Where another report, whose date is known, tells in like words of
what happened on 17 November, the day of publication is one from which "Friday" is that day. Every day that the report
may have appeared on is weighed: by such pairs of sentences; by what reports do (they tell of the day itself or of the
day before); by the news not being older than the event. The days that weigh almost as much as the best one are the
window; a time is resolved where all of them give it one value, and an order of two reports is known where all agree.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from briefing.compare.chronology import stated_day
from briefing.compare.periods import Window
from briefing.model import Article, Fact, Findings, Relative, Time

Vectors = Mapping[str, NDArray[np.float32]]
_ALIKE = 0.4
"""Likeness of two sentences from which their days may be of one event."""
_SURE = 0.1
"""What such a pair weighs at the least."""
_WORDED = 0.2
"""How much it counts that the two clauses share their words, beside what shares :data:`_SHARED` of them."""
_SHARED = 0.3
_FRESH = (0.08, 0.08, 0.04)
"""What it weighs that the last day a report tells of is its own, the day before, or two days before."""
_ISO = 10
_LATE = 0.03
"""What a week after the last of the others, or a day before the first, counts against a day."""
_LEAST = 0.2
"""A best day that weighs less than this is a guess."""
_CLOSE = 0.24
"""Days that weigh as much less than the best one are in the window."""
_BEFORE, _AFTER = 10, 100
"""Days before the first and after the last of the others that are weighed."""
_LONGEST = 1000
"""Of reports further apart than so many days nothing is told."""
_EVENT = 4
"""Days before a dated report within which the event lies that it tells of."""
_LEAD, _LONG = 2, 70
"""Sentences of a lead, and the code points of one that is no headline."""
_NEAR = 120
"""A dateline without a year is that of the year which brings it nearest to the others, if so near."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


class _Day(NamedTuple):
    """A day that a sentence names.

    Attributes:
        sentence: Its index.
        day: Ordinal of the day; None where it hangs on the day of publication.
        relative: How it does.
        words: Content words of the clause.
    """

    sentence: int
    day: int | None
    relative: Relative | None
    words: frozenset[str]


def windows(
    articles: Sequence[Article], findings: Mapping[str, Findings], vectors: Vectors | None
) -> dict[str, Window]:
    """When the reports without a date appeared, by article id; those of which nothing can be told are left out.

    Args:
        articles: Of one story.
        findings: By article id.
        vectors: Article id -> a row a sentence; without them only a dateline tells a day.
    """
    dated = [article for article in articles if article.day is not None]
    hanging = [a for a in articles if a.day is None and any(time.relative for time in findings[a.id].times)]
    if not dated or not hanging:
        return {}
    others = [_Dated(a, findings[a.id], vectors[a.id]) for a in dated] if vectors is not None else []
    found: dict[str, Window] = {}
    for article in hanging:
        day = _by_dateline(article, dated)
        window = Window(day, day) if day else None
        if window is None and vectors is not None:
            window = _weighed(findings[article.id], vectors[article.id], others)
        if window is not None:
            found[article.id] = window
    return found


def resolved(findings: Findings, window: Window) -> Findings:
    """The findings with the times that mean the same whichever day of the window is that of publication."""
    days = [window.first + dt.timedelta(days=step) for step in range((window.last - window.first).days + 1)]
    return msgspec.structs.replace(findings, times=tuple(_resolved(time, days) for time in findings.times))


def _resolved(time: Time, days: Sequence[dt.date]) -> Time:
    if time.relative is None:
        return time
    values = {time.relative.on(day) for day in days}
    return msgspec.structs.replace(time, value=values.pop()) if len(values) == 1 else time


def _by_dateline(article: Article, dated: Sequence[Article]) -> dt.date | None:
    """The day of a dateline without a year, in the year that brings it nearest to the others."""
    told = stated_day(article.text)
    if told is None:
        return None
    if not told.yearless:
        return dt.date(told.year, told.month, told.day)
    days = sorted(article.day for article in dated if article.day is not None)
    middle = days[len(days) // 2]
    years = [told.in_year(year) for year in range(middle.year - 1, middle.year + 2) if dt.MINYEAR <= year <= dt.MAXYEAR]
    nearest = min(years, key=lambda day: abs(day - middle))
    return nearest if abs(nearest - middle) <= dt.timedelta(days=_NEAR) else None


class _Dated:
    """A report with a date: its days, and the vectors of their sentences."""

    def __init__(self, article: Article, findings: Findings, vectors: NDArray[np.float32]) -> None:
        assert article.day is not None
        self.day = article.day.toordinal()
        self.days = [day for day in _days(findings) if day.day is not None]
        self.rows = vectors[[day.sentence for day in self.days]]


def _days(findings: Findings) -> list[_Day]:
    """The days that a report names, and those that hang on its own."""
    starts = [sentence.start for sentence in findings.sentences]
    tokens = [token.start for token in findings.tokens]
    facts: dict[int, list[Fact]] = defaultdict(list)
    for fact in findings.facts:
        facts[fact.sentence].append(fact)
    found: list[_Day] = []
    for time in findings.times:
        hangs = time.relative is not None and time.relative.unit == "day"
        day = None if hangs else _named(time)
        if day is not None or hangs:
            sentence = bisect_right(starts, time.start) - 1
            words = _clause(findings, tokens, facts[sentence], time)
            found.append(_Day(sentence, day, time.relative if hangs else None, words))
    return found


def _named(time: Time) -> int | None:
    """The ordinal of the day that a time names, with its year."""
    try:
        return dt.date.fromisoformat((time.value or "")[:_ISO]).toordinal() if time.type in ("DATE", "TIME") else None
    except ValueError:
        return None


def _clause(findings: Findings, starts: Sequence[int], facts: Sequence[Fact], time: Time) -> frozenset[str]:
    """Content words of the fact of which the narrowest argument holds a time; ``starts`` are the tokens'."""
    holding = [
        (argument.span.end - argument.span.start, number)
        for number, fact in enumerate(facts)
        for argument in fact.arguments
        if argument.span.start <= time.start and time.end <= argument.span.end
    ]
    if not holding:
        return frozenset()
    fact = facts[min(holding)[1]]
    spans = [fact.predicate.span, *(argument.span for argument in fact.arguments)]
    inside = [range(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans]
    tokens = findings.tokens
    return frozenset(tokens[i].lemma for row in inside for i in row if tokens[i].pos in _CONTENT)


def _weighed(findings: Findings, vectors: NDArray[np.float32], others: Sequence[_Dated]) -> Window | None:
    """The window that the days of the others leave; None where too little speaks for any."""
    mine = [day for day in _days(findings) if day.relative is not None]
    first, last = min(other.day for other in others), max(other.day for other in others)
    if last - first > _LONGEST:
        return None
    days = np.arange(max(1, first - _BEFORE), min(dt.date.max.toordinal(), last + _AFTER) + 1)
    weight = np.zeros(len(days))
    told = [_on(day, days) for day in mine]
    for day, where in zip(mine, told, strict=True):
        for there, likeness in _likenesses(day, vectors[day.sentence], others).items():
            weight[where == there] += likeness - _ALIKE + _SURE
    past = [where for day, where in zip(mine, told, strict=True) if day.relative and max(day.relative.steps) <= 0]
    if past:
        passed = days - np.max(past, axis=0)
        for since, fresh in enumerate(_FRESH):
            weight[passed == since] += fresh
    weight -= _LATE * (np.maximum(0, days - last - len(_WEEK)) / len(_WEEK) + np.maximum(0, first - days))
    weight[_older(findings, mine, told, others)] = -np.inf
    best = weight.max(initial=-np.inf)
    close = days[weight >= best - _CLOSE if best >= _LEAST else np.isfinite(weight)].tolist()
    if len(close) in (0, len(days)):
        return None
    return Window(dt.date.fromordinal(close[0]), dt.date.fromordinal(close[-1]))


_WEEK = range(7)


def _on(day: _Day, days: NDArray[np.int64]) -> NDArray[np.int64]:
    """The day that the words mean in reports of some days; all are ordinals."""
    assert day.relative is not None
    steps = np.array(day.relative.steps)
    moved: NDArray[np.int64] = days + steps[(days - 1) % len(_WEEK)]
    return moved


def _likenesses(mine: _Day, row: NDArray[np.float32], others: Sequence[_Dated]) -> dict[int, float]:
    """The days that others tell of in a like sentence -> how like it is."""
    found: dict[int, float] = {}
    for other in others:
        likeness = other.rows @ row
        for at in np.nonzero(likeness >= _ALIKE - _WORDED)[0].tolist():
            theirs = other.days[at]
            shared = len(mine.words & theirs.words) / max(1, min(len(mine.words), len(theirs.words)))
            score = float(likeness[at]) + _WORDED * (shared - _SHARED)
            if score >= _ALIKE and theirs.day is not None:
                found[theirs.day] = max(score, found.get(theirs.day, 0.0))
    return found


def _older(
    findings: Findings, mine: Sequence[_Day], told: Sequence[NDArray[np.int64]], others: Sequence[_Dated]
) -> NDArray[np.bool_]:
    """For each day, whether the lead would then tell only of what was before the event."""
    never = np.zeros(len(told[0]) if told else 0, dtype=bool)
    event = min(
        (d.day for o in others for d in o.days if d.day is not None and 0 <= o.day - d.day <= _EVENT), default=None
    )
    long = (number for number, span in enumerate(findings.sentences) if span.end - span.start > _LONG)
    lead = set(islice(long, _LEAD))
    news = [
        where
        for day, where in zip(mine, told, strict=True)
        if day.sentence in lead and day.relative is not None and max(day.relative.steps) <= 0
    ]
    if event is None or not news:
        return never
    before: NDArray[np.bool_] = np.max(news, axis=0) < event
    return before
