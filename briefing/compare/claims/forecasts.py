"""What a report expects and a later one tells as past, in whatever words: "hope to reach the trapped men by Thursday",
"the last of them was brought to the surface on Friday".

No single sign tells that a deed is what was foreseen. Each passage that foresees something is set against the passages
of a later report that are nearest to it, and a logistic model weighs what speaks for it together: how near the passages
are, and whether nearer than any other; how much of the plan the later passage says again; who and what takes part; the
days. Its weights are data.
"""

from __future__ import annotations

import datetime as dt
import functools
import math
import operator
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.compare.alignment.facts import (
    EMPTY,
    arguments_alike,
    clause_words,
    events,
    nominal,
    predicates_alike,
    roles,
)
from briefing.compare.alignment.features import Features
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.deeds import accomplished, foreseen, in_doubt, of_other, threatened
from briefing.compare.claims.frames import speaks
from briefing.compare.claims.telling import standings, words
from briefing.compare.kept import kept
from briefing.compare.lexicon import Word
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Fact

_TOLD = frozenset({"stated", "attributed"})
_NEGATIVE = frozenset({"negated", "denied"})
_OPEN = frozenset({"planned", "hedged", "conditional"})
_WEIGHED = ("object-of", "yet")
"""Rules of what is considered, undecided, or not done so far."""
_AT_LAST = re.compile(r"\b(?:since|finally|at last|as planned|already|now|eventually)\b", re.IGNORECASE)
_UNKNOWN = 0.35
"""Likeness of those who take part where one of the two leaves them out."""
_UNLIKE = -0.3
"""The same where they are plainly not one."""
_AGAIN = 0.5
"""Share of a plan's words that another plan of the later passage has where it is the same."""
_ONE_ACT = 0.7
_LINKED = 0.35
"""What acts or things must have in common besides the days and the matter of the sentences."""
_OF_WORDS = 1.5
_REPEATED = 0.8
"""Passages that say so much the same are one text twice."""
_FEWEST = 2
"""Words of a clause that tells a deed."""
_HAD_BEEN = re.compile(r"\b(?:have|has|had|having)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|since)\b", re.IGNORECASE)
DAY = dt.timedelta(days=1)


class Signs(NamedTuple):
    """What is weighed of a plan and a deed; the names are those of the weights file."""

    meaning: float
    """Likeness of the passages."""
    meaning_rank: float
    """How far it stands above their best rivals'."""
    cover_most: float
    """Share of the better covered passage's words that the other has."""
    cover_rank: float
    """How far the covers' sum stands above the best rival's."""
    common: float
    """Rarity of the shared names."""
    predicate: float
    """Likeness of the predicates."""
    lemma: float
    """One predicate."""
    patient: float
    """Likeness of whom or what it is done to."""
    agent: float
    """Likeness of who does it."""
    crossed: float
    """Likeness of any two that take part."""
    said_again: float
    """Share of the plan's words that the later passage has."""
    done: float
    """A finite clause in the past."""
    undone: float
    """Told as not done."""
    nominal: float
    """How many of the two are nouns."""
    empty: float
    """The deed's predicate says little."""
    day_met: float
    """The deed's day is the plan's."""
    after: float
    """The deed's day is not before the earlier report's."""
    dated: float
    """The plan's clause says when."""
    at_last: float
    """The deed is told as what had been awaited: "finally", "since"."""
    threatened: float
    """It was to come only if something else did."""
    undecided: float
    """It was being considered."""


class _Model(NamedTuple):
    bias: float
    weights: tuple[float, ...]
    threshold: float
    dated: float
    least: float

    def worth(self, near: Features) -> bool:
        """True where two passages are near enough for anything else to tell: the rest is dearer to ask."""
        of_passages = (near.meaning, near.meaning_rank, near.cover_most, near.cover_rank, near.common)
        return bool(self.bias + sum(map(operator.mul, self.weights, of_passages)) >= self.least)

    def score(self, signs: Signs) -> float:
        z = self.bias + sum(map(operator.mul, self.weights, signs))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))


@functools.lru_cache(maxsize=1)
def _model() -> _Model:
    table = tomllib.loads((Path(__file__).parent / "forecasts.toml").read_text("utf-8"))
    return _Model(
        table["bias"],
        tuple(table["weights"].get(name, 0.0) for name in Signs._fields),
        table["threshold"],
        table["dated"],
        table["least"],
    )


class Met(NamedTuple):
    """A plan of one passage and a deed of a later one."""

    passage: Passage
    plan: Fact
    other: Passage
    deed: Fact
    signs: Signs

    @property
    def linked(self) -> bool:
        """Whether acts, parties or words have enough in common."""
        of = self.signs
        return max(of.predicate, of.patient, of.crossed, _OF_WORDS * of.said_again) >= _LINKED


class Answered(NamedTuple):
    """A plan of one passage and the deed of a later one that answers it best."""

    passage: Passage
    plan: Fact
    other: Passage
    deed: Fact
    signs: Signs
    score: float


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Updates: of each plan, the deed of a later report that most likely answers it."""
    model = _model()
    answered: set[tuple[int, int]] = set()
    found = [
        x
        for x in answers(cases)
        if x.score >= model.threshold or (x.score >= model.dated and _came_since(cases, x.passage, x.other, x.deed))
    ]
    for one in sorted(found, key=lambda x: (-x.score, x.passage.number, x.other.number, x.plan.start)):
        key = (one.passage.number, one.other.source)
        if key not in answered:
            answered.add(key)
            yield _told(cases, one)


def _came_since(cases: CaseMaker, first: Passage, second: Passage, deed: Fact) -> bool:
    """True where the deed was on a day that the earlier report had still to come, and the later one behind it.

    Two reports of one day tell of the same plans in other words; what comes of them has a day of its own.
    """
    day, now = cases.readings[first.source].day, cases.readings[second.source].day
    if day is None or now is None:
        return False
    told = of_fact(second, deed) or second.periods
    return any(x.fine and not x.yearless and day < x.start.date() <= now for x in told)


def answers(cases: CaseMaker) -> Iterator[Answered]:
    """The likeliest plan and deed of every two passages that are near each other, the later report's second."""
    for pairs in met(cases, _model().worth):
        found = _likeliest(pairs)
        if found is not None:
            yield found


def likelihood(cases: CaseMaker, first: Passage, second: Passage) -> float:
    """How likely it is that a passage tells as done what another foresees, were its report the later one; 0 to 1."""
    found = _likeliest(_of_two(cases, first, second, _model().worth))
    return found.score if found is not None else 0.0


def _likeliest(pairs: Iterable[Met]) -> Answered | None:
    model = _model()
    found = (Answered(*pair, model.score(pair.signs)) for pair in pairs if pair.linked)
    return max(found, key=lambda x: x.score, default=None)


def met(cases: CaseMaker, worth: Callable[[Features], bool]) -> Iterator[list[Met]]:
    """Of every two passages, the later report's second, all plans and deeds that may belong together.

    Args:
        cases: The story.
        worth: Whether two passages are near enough to be looked at.
    """
    for a, b in cases.matcher.candidates():
        later = cases.later(a.source, b.source)
        if later is None:
            continue
        pairs = _of_two(cases, *((a, b) if later else (b, a)), worth)
        if pairs:
            yield pairs


def _of_two(cases: CaseMaker, first: Passage, second: Passage, worth: Callable[[Features], bool]) -> list[Met]:
    """All plans of a passage and deeds of a later one that may belong together."""
    plans = _plans(cases.readings[first.source], first)
    deeds = _deeds(cases.readings[second.source], second) if plans else ()
    if not deeds:
        return []
    near = cases.of(first, second).aligned.features
    if not worth(near) or max(near.cover_least, near.words) >= _REPEATED:
        return []
    return [
        Met(first, plan, second, deed, _signs(cases, first, plan, second, deed))
        for plan in plans
        for deed in deeds
        if not _barred(cases, first, plan, second, deed)
    ]


def _barred(cases: CaseMaker, first: Passage, plan: Fact, second: Passage, deed: Fact) -> bool:
    """True where a deed cannot be what was planned: days speak against it, or the plan is told again."""
    ours, theirs = cases.readings[first.source], cases.readings[second.source]
    day = ours.day
    told = of_fact(second, deed) or second.periods
    if day is not None and told and all(not y.yearless and y.end.date() < day - DAY for y in told):
        return True
    until, now = of_fact(first, plan), theirs.day
    if now is not None and until and all(not x.yearless and x.start.date() > now + 2 * DAY for x in until):
        return not any(_FROM.search(ours.text(x.span)) for x in until)
    acts = events(plan, ours)
    if nominal(deed) and max(predicates_alike(x, deed.predicate.lemma, cases.lexicon) for x in acts) < _ONE_ACT:
        return True
    case = cases.of(first, second)
    mine, its = (plan, deed) if first is case.a else (deed, plan)
    if plan.predicate.lemma == deed.predicate.lemma and of_other(case, mine, its):
        return True
    return len(theirs.words(deed.span)) < _FEWEST or _told_again(cases, ours, plan, theirs, second)


def _told_again(cases: CaseMaker, ours: Reading, plan: Fact, theirs: Reading, second: Passage) -> bool:
    """True where a passage tells as a plan what another does."""
    weights = cases.matcher.like.weights
    mine, acts = weights.of(clause_words(ours, plan)), events(plan, ours)
    return any(
        fact.status in _OPEN and not nominal(fact)
        and (max(predicates_alike(x, y, cases.lexicon) for x in acts for y in events(fact, theirs)) >= _ONE_ACT
             or weights.cover(mine, weights.of(clause_words(theirs, fact))) >= _AGAIN)
        for fact in second.facts
    )  # fmt: skip


@kept
def _plans(reading: Reading, passage: Passage) -> tuple[Fact, ...]:
    return tuple(f for f in passage.facts if _ahead(reading, f) and not speaks(f))


def _ahead(reading: Reading, fact: Fact) -> bool:
    if fact.status in _OPEN and (foreseen(fact) or in_doubt(reading, fact) or threatened(fact)):
        return _HAD_BEEN.search(reading.text((fact.start, fact.predicate.start))) is None
    return (fact.status in _OPEN or fact.status == "negated") and any(way in fact.rule for way in _WEIGHED)


@kept
def _deeds(reading: Reading, passage: Passage) -> tuple[Fact, ...]:
    return tuple(g for g in passage.facts if _past(reading, g) and not speaks(g))


def _past(reading: Reading, fact: Fact) -> bool:
    if nominal(fact):
        return fact.status in _TOLD
    return fact.status in _NEGATIVE or accomplished(reading, fact)


def _signs(cases: CaseMaker, first: Passage, plan: Fact, second: Passage, deed: Fact) -> Signs:
    case = cases.of(first, second)
    near = case.aligned.features
    ours, theirs = cases.readings[first.source], cases.readings[second.source]
    acts, done = events(plan, ours), events(deed, theirs)
    mine, its = _parts(plan), _parts(deed)

    def alike(xs: list[Argument], ys: list[Argument]) -> float:
        if not xs or not ys:
            return _UNKNOWN
        best = max(arguments_alike(x, y, ours, theirs, cases.lexicon) for x in xs for y in ys)
        return best if best else _UNLIKE

    planned, told = of_fact(first, plan), of_fact(second, deed)
    day = ours.day
    weights = cases.matcher.like.weights
    said = frozenset(second.words) | frozenset(Word(name, "NAME") for name in second.names)
    return Signs(
        near.meaning,
        near.meaning_rank,
        near.cover_most,
        near.cover_rank,
        near.common,
        max(predicates_alike(x, y, cases.lexicon) for x in acts for y in done),
        float(plan.predicate.lemma == deed.predicate.lemma),
        alike(mine["patient"], its["patient"]),
        alike(mine["agent"], its["agent"]),
        alike([x for row in mine.values() for x in row], [y for row in its.values() for y in row]),
        weights.cover(weights.of(clause_words(ours, plan)), weights.of(said)),
        float(accomplished(theirs, deed)),
        float(deed.status in _NEGATIVE),
        float(nominal(plan)) + float(nominal(deed)),
        float(deed.predicate.lemma in EMPTY),
        float(any(x.fine and y.fine and x.meets(y) for x in planned for y in told)),
        float(day is not None and any(
            y.fine and not y.yearless and y.start.date() >= day for y in told or second.periods
        )),
        float(bool(planned)),
        float(_AT_LAST.search(theirs.text(deed.span)) is not None),
        float(threatened(plan)),
        float(any(way in plan.rule for way in _WEIGHED)),
    )  # fmt: skip


def _parts(fact: Fact) -> dict[str, list[Argument]]:
    """Those who take part, by their roles; times are left out."""
    found: dict[str, list[Argument]] = {"patient": [], "agent": []}
    for role, argument in roles(fact):
        if role != "time":
            found.setdefault(role, []).append(argument)
    return found


def _told(cases: CaseMaker, found: Answered) -> tuple[Case, Verdict]:
    case = cases.of(found.passage, found.other)
    first = found.passage is case.a
    facts = (found.plan, found.deed) if first else (found.deed, found.plan)
    planned, done = words(case, found.plan, ours=first), words(case, found.deed, ours=not first)
    if found.deed.status in _NEGATIVE:
        rule, why = "expected, since off", f"Expected in one report (“{planned}”), not so in the other (“{done}”)."
    elif found.plan.status == "planned":
        rule, why = "expected, since done", f"Planned in one report (“{planned}”), done in the other (“{done}”)."
    else:
        rule, why = "open, since settled", f"Open in one report (“{planned}”), settled in the other (“{done}”)."
    values = standings(case, *facts)
    return case, Verdict("update", None, rule, why, values, facts, weight=1.35, issue="plan")


__all__ = ["Answered", "Met", "Signs", "across", "answers", "likelihood", "met"]
