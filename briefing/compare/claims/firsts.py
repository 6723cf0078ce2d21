"""What an earlier report says has not come yet and a later one tells: "no arrests were made", "two men were held".

An investigation of one event is one: somebody held, somebody charged, a claim of responsibility or a cause that is
named in a later report answers "nobody", "no one" or "not known", wherever in the reports it stands.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.alignment.facts import nominal
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.deeds import accomplished
from briefing.compare.claims.telling import words
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span


class _First(NamedTuple):
    name: str
    none: re.Pattern[str]
    verbs: frozenset[str]
    near: float


_NOBODY = r"\b(?:nobody|no one|no-one|no (?:group|suspects?|person|organisation|organization|side))\b[^.;]{0,40}?"
_FIRSTS = (
    _First(
        "nobody held, since held",
        re.compile(
            rf"{_NOBODY}\b(?:arrested|detained|held|in custody)\b|\bno (?:arrests?|detentions?)\b", re.IGNORECASE
        ),
        frozenset({"arrest", "detain", "capture", "apprehend", "jail", "remand", "take into custody"}),
        0.1,
    ),
    _First(
        "nobody charged, since charged",
        re.compile(rf"{_NOBODY}\bcharged\b|\bno charges?\b", re.IGNORECASE),
        frozenset({"charge", "indict"}),
        0.1,
    ),
    _First(
        "unclaimed, since claimed",
        re.compile(rf"{_NOBODY}\bclaimed\b|\bno (?:\w+ )?claim of\b", re.IGNORECASE),
        frozenset({"claim"}),
        0.3,
    ),
    _First(
        "cause unknown, since named",
        re.compile(
            r"\bcause\b[^.;]{0,50}?\b(?:not (?:yet |immediately )?(?:been )?(?:known|clear|established|determined)"
            r"|unknown|unclear|mystery)\b|\bnot (?:yet )?(?:known|clear) what (?:caused|started|set)\b",
            re.IGNORECASE,
        ),
        frozenset({"blame", "cause", "trigger", "start", "attribute", "trace", "establish", "set off"}),
        0.3,
    ),
)
"""Of each: the words for "none so far", the verbs of the first, and how near the passages must be."""


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Updates: of each kind, the likeliest passage of a later report that answers "nobody" or "not known"."""
    none = [list(_nones(reading)) for reading in cases.readings]
    for i, j in itertools.permutations(range(len(cases.readings)), 2):
        if not none[i] or cases.readings[i].origin == cases.readings[j].origin or not cases.later(i, j):
            continue
        for first, passage, span in none[i]:
            found = [
                (cases.of(passage, other).aligned.score, other, fact)
                for other, fact in _told_first(cases.readings[j], first)
                if not _before(cases.readings[i], other, fact)
            ]
            best = max(found, key=lambda x: (x[0], -x[2].start), default=None)
            if best is not None and best[0] >= first.near:
                yield _verdict(cases, first, passage, span, best[1], best[2])


def _nones(reading: Reading) -> Iterator[tuple[_First, Passage, Span]]:
    for passage in reading.passages:
        text = reading.text(passage.span)
        for first in _FIRSTS:
            match = first.none.search(text)
            if match is not None:
                yield first, passage, Span(passage.span.start + match.start(), passage.span.start + match.end())


def _told_first(reading: Reading, first: _First) -> Iterator[tuple[Passage, Fact]]:
    for passage in reading.passages:
        if first.none.search(reading.text(passage.span)) is not None:
            continue
        for fact in passage.facts:
            if fact.predicate.lemma in first.verbs and not nominal(fact) and accomplished(reading, fact):
                yield passage, fact


def _before(ours: Reading, other: Passage, fact: Fact) -> bool:
    """True for what was on a day before the earlier report: it is not what was still to come then."""
    day = ours.day
    told = of_fact(other, fact)
    return day is not None and bool(told) and all(not x.yearless and x.end.date() <= day for x in told)


def _verdict(
    cases: CaseMaker, first: _First, passage: Passage, span: Span, other: Passage, fact: Fact
) -> tuple[Case, Verdict]:
    case = cases.of(passage, other)
    ours = passage is case.a
    said = " ".join(cases.readings[passage.source].text(span).split())
    done = words(case, fact, ours=not ours)
    why = f"{first.name.capitalize()}: “{said}”, then “{done}”."
    told = [(span, said), (fact.predicate.span, done)]
    values = case.values(*(told if ours else told[::-1]))
    return case, Verdict("update", "outcome", first.name, why, values, weight=1.5, issue=first.name)


__all__ = ["across"]
