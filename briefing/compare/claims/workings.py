"""What comes to the same once worked out, wherever in two reports it stands: sums, parts of a whole, hours on a clock.

Each rule asks for a calculation that comes out and for a thing that both passages name, so that chance does not make
two unlike sentences one.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from briefing.compare.amounts import Amount, plain
from briefing.compare.claims.case import Case, CaseMaker, Value, Verdict
from briefing.compare.claims.index import Senses, Values, meetings
from briefing.compare.claims.rivals import comparable
from briefing.compare.kept import kept
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import ClaimKind, Span

_PEOPLE = listed("persons") | {"crew", "member", "guard", "driver", "nurse", "teacher", "guest", "miner"}
_TOO_WIDE = listed("too_wide") | listed("measures")
_ALIKE = 0.6
_RARE = 1.0
_LEAST = 10
"""Sums of less come out by chance."""
_AND = re.compile(r"^[^.;:\d]{0,24}?(?:,| and| plus| as well as| besides| along with)\s+(?:another |the )?$")
_OF_ALL = re.compile(r"^\s*of (?:the|its|their|his|her|some|about|all)?\s*(?:the )?$")
_DAY = 86400.0
_CLOSE = 0.021
"""Numbers further apart than this share of them come to the same by no rule here."""
_ROUND = 1000
"""Whole numbers below this are meant as they stand."""
_LOOSELY = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|over|under|than|least|most|up to|dozens?|hundreds?)\b",
    re.IGNORECASE,
)


class Half(NamedTuple):
    """One side of a working: the words in their passage, and what they come to."""

    reading: Reading
    passage: Passage
    span: Span
    value: str


class _Sum(NamedTuple):
    passage: Passage
    parts: tuple[Amount, ...]


class _Share(NamedTuple):
    passage: Passage
    part: Amount
    whole: Amount


class _Hours(NamedTuple):
    passage: Passage
    span: Span
    seconds: float
    said: str


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on what two origins give in unlike numbers that come to the same."""
    sums = [list(_sums(reading)) for reading in cases.readings]
    shares = [list(_shares(reading)) for reading in cases.readings]
    hours = [list(_hours(reading)) for reading in cases.readings]
    by_value = Values(
        [[(p, x) for p in r.passages for x in p.amounts] for r in cases.readings], lambda each: each[1].value
    )

    def near(value: float) -> Mapping[int, Sequence[_Number]]:
        return by_value.between(value - _CLOSE * abs(value), value + _CLOSE * abs(value))

    added = _met(meetings(cases, sums, lambda one: near(sum(x.value for x in one.parts)), both_ways=True))
    divided = _met(meetings(cases, shares, lambda one: near(one.part.value / one.whole.value), both_ways=True))
    lasted = _met(meetings(cases, hours, lambda one: near(one.seconds), both_ways=True))
    for i, j in sorted({*added, *divided, *lasted}):
        ours, theirs = cases.readings[i], cases.readings[j]
        yield from _added(cases, ours, theirs, added.get((i, j), ()))
        yield from _divided(cases, ours, theirs, divided.get((i, j), ()))
        yield from _lasted(cases, ours, theirs, lasted.get((i, j), ()))


_Number = tuple[Passage, Amount]
_Pair = TypeVar("_Pair")


def _met(found: Iterable[tuple[int, int, list[_Pair]]]) -> dict[tuple[int, int], list[_Pair]]:
    return {(i, j): pairs for i, j, pairs in found}


def worked_out(cases: CaseMaker, rule: str, kind: ClaimKind, why: str, one: Half, other: Half) -> tuple[Case, Verdict]:
    """The verdict that two sides come to the same, with its working."""
    first, second = sorted((one, other), key=lambda half: half.reading.source)
    values = tuple(Value(half.reading.source, half.span, half.value) for half in (first, second))
    issue = f"{rule} {first.span.start}"
    case = cases.of(one.passage, other.passage)
    return case, Verdict("compatible", kind, rule, why, values, weight=1.2, issue=issue)


def said(reading: Reading, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(reading.text(span).split())


@kept
def plainly(reading: Reading, amount: Amount) -> bool:
    """True for a number that is given without "about" or "more than"; 40 people are 40, though 40 may be rounded."""
    if not math.isfinite(amount.low) or not math.isfinite(amount.high) or amount.change is not None:
        return False
    if round(amount.value / amount.factor) != amount.value / amount.factor:
        return amount.exact
    words = reading.article.text[max(0, amount.span.start - 16) : amount.span.end]
    return amount.value < _ROUND * amount.factor and not _LOOSELY.search(words)


def one_thing(cases: CaseMaker, a: Passage, b: Passage) -> bool:
    """True where the passages share a name, or a word that is not everywhere in the story."""
    return not set(a.names).isdisjoint(b.names) or not _telling(cases, a).isdisjoint(b.words)


@kept
def _telling(cases: CaseMaker, passage: Passage) -> frozenset[Word]:
    """What the words of a passage that are not everywhere in the story may be said by in another."""
    rare = cases.matcher.like.rarity
    told = [
        word
        for word in passage.words
        if word.pos not in ("NUM", "ADV") and word.lemma not in _TOO_WIDE and rare.get(word.lemma, 0.0) >= _RARE
    ]
    return frozenset(near for word in told for near in _senses(cases).near(word))


@kept
def _senses(cases: CaseMaker) -> Senses:
    """The words of all passages of the story."""
    return Senses((word for passage in cases.matcher.passages for word in passage.vocabulary), cases.lexicon, _ALIKE)


def _sums(reading: Reading) -> Iterator[_Sum]:
    """Exact numbers that a sentence counts up: neighbours joined by "and" or a comma."""
    for passage in reading.passages:
        row = [x for x in passage.amounts if plainly(reading, x)]
        for size in (3, 2):
            for at in range(len(row) - size + 1):
                parts = tuple(row[at : at + size])
                gaps = [reading.article.text[a.span.end : b.span.start] for a, b in itertools.pairwise(parts)]
                if all(_AND.match(gap) for gap in gaps) and all(_counted_up(parts[0], x) for x in parts[1:]):
                    yield _Sum(passage, parts)


def _counted_up(a: Amount, b: Amount) -> bool:
    """True for numbers of one measure, or of people by any noun."""
    return comparable(a, b) or {x.dimension.partition(" ")[2] for x in (a, b)} <= _PEOPLE


def _added(
    cases: CaseMaker, ours: Reading, theirs: Reading, near: Iterable[tuple[_Sum, _Number]]
) -> Iterator[tuple[Case, Verdict]]:
    """``58 passengers and four crew`` in one, ``62 people on board`` in the other."""
    for (passage, parts), (other, whole) in near:
        total = sum(x.value for x in parts)
        if not plainly(theirs, whole) or whole.value < _LEAST * whole.factor or abs(whole.value - total) > 1e-6 * total:
            continue
        if not all(_counted_up(x, whole) for x in parts) or any(x.value == whole.value for x in passage.amounts):
            continue
        if not one_thing(cases, passage, other):
            continue
        told = " + ".join(x.said for x in parts)
        span = Span(parts[0].span.start, parts[-1].span.end)
        halves = Half(ours, passage, span, told), Half(theirs, other, whole.span, whole.said)
        yield worked_out(cases, "sum", "number", f"{told} = {whole.said}.", *halves)


def _shares(reading: Reading) -> Iterator[_Share]:
    for passage in reading.passages:
        for part, whole in itertools.pairwise(passage.amounts):
            gap = reading.article.text[part.span.end : whole.span.start]
            if _OF_ALL.match(gap) and 0 < part.value < whole.value and comparable(part, whole):
                yield _Share(passage, part, whole)


def _divided(
    cases: CaseMaker, ours: Reading, theirs: Reading, near: Iterable[tuple[_Share, _Number]]
) -> Iterator[tuple[Case, Verdict]]:
    """``Some 430 of the 640`` in one, ``two thirds of the workforce`` in the other."""
    for (passage, part, whole), (other, share) in near:
        ratio = part.value / whole.value
        if share.dimension != "share" or share.change is not None or abs(share.value - ratio) > 0.02 * ratio:
            continue
        if not one_thing(cases, other, passage):
            continue
        working = f"{plain(part.value)} / {plain(whole.value)} = {ratio:.0%}"
        span = Span(part.span.start, whole.span.end)
        halves = Half(ours, passage, span, f"{ratio:.0%}"), Half(theirs, other, share.span, share.said)
        why = f"{working}; “{said(theirs, share.span)}”."
        yield worked_out(cases, "share of a whole", "number", why, *halves)


def _hours(reading: Reading) -> Iterator[_Hours]:
    for passage in reading.passages:
        clock = [p for p in passage.periods if p.grain == "minute"]
        for first, last in itertools.pairwise(clock):
            gap = reading.article.text[first.span.end : last.span.start].casefold().split()
            seconds = (last.start - first.start).total_seconds()
            if gap[-1:] in (["to"], ["until"], ["till"], ["and"]) and 0 < seconds < _DAY:
                span = Span(first.span.start, last.span.end)
                yield _Hours(passage, span, seconds, f"{first.start:%H:%M} to {last.start:%H:%M}")


def _lasted(
    cases: CaseMaker, ours: Reading, theirs: Reading, near: Iterable[tuple[_Hours, _Number]]
) -> Iterator[tuple[Case, Verdict]]:
    """``From nine until noon`` in one, ``three hours`` in the other."""
    for (passage, span, seconds, told), (other, length) in near:
        as_long = length.dimension == "duration" and abs(length.value - seconds) <= 0.02 * seconds
        if as_long and one_thing(cases, passage, other):
            halves = Half(ours, passage, span, length.said), Half(theirs, other, length.span, length.said)
            yield worked_out(cases, "span of hours", "date", f"{told} = {length.said}.", *halves)


def _about(length: Amount, seconds: float) -> bool:
    """True where a length of time can stand for so many seconds: "almost three hours" for ten past two."""
    slack = 0.02 * seconds
    return length.near_low - slack <= seconds <= length.near_high + slack


__all__ = ["Half", "across", "one_thing", "plainly", "said", "worked_out"]
