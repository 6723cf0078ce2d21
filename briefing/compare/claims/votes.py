"""Votes and scores: "212 to 198", "four votes against three", "won 2-1"; and how one person voted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.reading import Passage, Reading
from briefing.model import Span

_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "nil",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ]
    )
} | {"zero": 0, "none": 0}
_NUMBER = rf"\d{{1,4}}|{'|'.join(_WORDS)}"
_TALLY = re.compile(
    rf"(?<![\w.,/:–-])(?P<a>{_NUMBER})(?P<unit>\s+(?:votes?|members?|ballots?|goals?))?(?:\s+(?:in\s+favou?r|for))?"
    rf"(?:\s*[-–]\s*|\s+(?:votes?\s+)?(?:to|against|and)\s+)(?P<b>{_NUMBER})(?P<after>\s+(?:votes?\b|against\b|goals?\b))?"
    rf"(?!\s*(?:%|percent|per\s+cent|o'clock|[ap]\.?m\b|years?|months?|weeks?|days?|hours?|minutes?|metres?|km|miles?))",
    re.IGNORECASE,
)
_VOTING = re.compile(
    r"\b(?:vot\w+|ballot|carried|passed|approved|rejected|adopted|split|majority|divided)\b", re.IGNORECASE
)
_PLAYING = re.compile(
    r"\b(?:beat\w*|won|wins?|los[te]\w*|defeat\w*|drew|drawn?|victory|goals?|match|thrash\w*|score\w*)\b", re.IGNORECASE
)
_FOR = r"(?P<for>vot(?:ed|ing) (?:\w+ )?(?:in favou?r|for)|among (?:those|the \w+) in favou?r|(?:supported|backed) the)"
_AGAINST = r"(?P<against>vot(?:ed|ing) (?:\w+ )?against|among (?:those|the \w+) (?:opposed|against)|dissented)"
_ABSTAINED = r"(?P<abstained>abstained)"
_STANCE = re.compile(rf"\b(?:{_FOR}|{_AGAINST}|{_ABSTAINED})\b", re.IGNORECASE)
_PLAY_SCORE = 0.3


_OF = re.compile(
    rf"\b(?P<some>{_NUMBER})\s+of\s+(?:the|its|his|her|their)\s+(?:\w+\s+)?(?P<all>{_NUMBER})\s+"
    r"(?:members?|judges?|directors?|justices?|jurors?|governors?|experts?|advisers?|councillors?|commissioners?)\b",
    re.IGNORECASE,
)
"""A part of a body that votes: "three of its five members"."""


class _Tally(NamedTuple):
    kind: str
    numbers: tuple[int, int]
    passage: Passage
    span: Span


class _Stance(NamedTuple):
    person: str
    side: str
    passage: Passage
    span: Span


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on the tallies of different origins, and on how a person voted."""
    tallies = [list(_tallies(reading)) for reading in cases.readings]
    stances = [list(_stances(reading)) for reading in cases.readings]
    for i, j in itertools.combinations(range(len(cases.readings)), 2):
        if cases.readings[i].origin == cases.readings[j].origin:
            continue
        yield from _tallied(cases, tallies[i], tallies[j])
        for one, other in itertools.product(stances[i], stances[j]):
            if one.person == other.person and one.side != other.side:
                case = cases.of(one.passage, other.passage)
                values = case.values((one.span, one.side), (other.span, other.side))
                why = f"Voted {one.side} by one, {other.side} by the other."
                yield (
                    case,
                    Verdict(
                        "conflict",
                        "outcome",
                        "votes of a person",
                        why,
                        values,
                        weight=2.0,
                        issue=f"vote of {one.person}",
                    ),
                )


def _tallied(cases: CaseMaker, ours: list[_Tally], theirs: list[_Tally]) -> Iterator[tuple[Case, Verdict]]:
    for kind in ("vote", "score"):
        mine = {t.numbers for t in ours if t.kind == kind}
        its = {t.numbers for t in theirs if t.kind == kind}
        if len(mine) != 1 or len(its) != 1:
            continue
        one = next(t for t in ours if t.kind == kind)
        other = next(t for t in theirs if t.kind == kind)
        case = cases.of(one.passage, other.passage)
        said = ["{} to {}".format(*t.numbers) for t in (one, other)]
        values = case.values((one.span, said[0]), (other.span, said[1]))
        if one.numbers == other.numbers:
            why = f"Both give {said[0]}."
            yield case, Verdict("agreed", None, "same tally", why, values, weight=0.9, issue=kind)
        elif kind == "vote" or case.aligned.score >= _PLAY_SCORE:
            why = f"{said[0]} against {said[1]}."
            yield case, Verdict("conflict", "number", "different tallies", why, values, weight=2.0, issue=kind)


def _tallies(reading: Reading) -> Iterator[_Tally]:
    for passage in reading.passages:
        text = reading.text(passage.span)
        voting, playing = _VOTING.search(text) is not None, _PLAYING.search(text) is not None
        if not voting and not playing:
            continue
        for match in _OF.finditer(text) if voting else ():
            some, whole = _value(match["some"]), _value(match["all"])
            if 2 * some > whole >= some and _STANCE.search(text, match.end()):
                span = Span(passage.span.start + match.start(), passage.span.start + match.end())
                yield _Tally("vote", (some, whole - some), passage, span)
        for match in _TALLY.finditer(text):
            marked = bool(match["unit"] or match["after"])
            if " and " in match[0] and not (match["after"] or "").strip().casefold().startswith("against"):
                continue
            before = text[: match.start()].rstrip().rpartition(" ")[2].casefold()
            if before in ("from", "between") or (match.start() and text[match.start() - 1] in ".,/:-"):
                continue
            kind = "vote" if voting and (marked or not playing) else "score"
            if kind == "score" and not playing:
                continue
            numbers = sorted((_value(match["a"]), _value(match["b"])), reverse=True)
            span = Span(passage.span.start + match.start(), passage.span.start + match.end())
            yield _Tally(kind, (numbers[0], numbers[1]), passage, span)


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word.casefold()]


def _stances(reading: Reading) -> Iterator[_Stance]:
    for passage in reading.passages:
        match = _STANCE.search(reading.text(passage.span))
        if match is None:
            continue
        people = {reading.entity.get(m.entity, m.entity) for m in reading.mentions(passage.span) if m.type == "PERSON"}
        if len(people) != 1:
            continue
        side = next(name for name, found in match.groupdict().items() if found)
        span = Span(passage.span.start + match.start(), passage.span.start + match.end())
        yield _Stance(people.pop(), side, passage, span)
