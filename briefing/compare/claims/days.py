"""One act on one day, told in other words: "was banned on Thursday", "on 16 May the committee punished him".

Which day a word names was worked out by the analysis; two tellings of one kind of act on the same day are one act where
enough of who and what was in it is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.compare.alignment.facts import nominal
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import alike, of_fact, one_wording
from briefing.compare.claims.happenings import Happening, by_kind, evidence, happenings, meeting, unlike
from briefing.compare.claims.index import Index, meetings
from briefing.compare.claims.telling import standings, words
from briefing.compare.kept import kept
from briefing.compare.periods import DAY, Period
from briefing.compare.reading import Passage
from briefing.model import Fact

_TOLD = frozenset({"stated", "attributed"})
_ENOUGH = 0.6
"""Evidence that two tellings of one kind of act on one day are of one act."""
_PLAINLY = 1.4
"""The same where the acts are not of one kind."""
_FEW = 12
"""Articles of a story in which acts of unlike kinds are set against each other."""


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on acts of one day that two origins tell: dated in other words, or planned and since done."""
    told = [
        [act for act in happenings(reading, cases.lexicon) if act.fact.status in _TOLD | {"planned"} and _day(act)]
        for reading in cases.readings
    ]
    kinds = [by_kind(acts) for acts in told]
    for _, _, pairs in meeting(cases, kinds, kinds, _on) if len(told) > _FEW else _all(cases, told):
        for one, other in pairs:
            a, b = _day(one), _day(other)
            if a is None or b is None or not a.same(b) or nominal(one.fact) or nominal(other.fact):
                continue
            planned = [act.fact.status == "planned" for act in (one, other)]
            ours, theirs = cases.readings[one.passage.source], cases.readings[other.passage.source]
            if planned[0] == planned[1] and one_wording(ours, a, theirs, b):
                continue
            least = _ENOUGH if one.kinds & other.kinds else _PLAINLY
            enough = evidence(cases, one, other)
            if enough < least:
                continue
            case = cases.of(one.passage, other.passage)
            if planned[0] != planned[1] and one.kinds & other.kinds:
                if unlike(case, one.fact, other.fact) < 1 and case.later is planned[0]:
                    yield case, _done(case, one, other, planned[0])
            elif planned[0] == planned[1] and enough - unlike(case, one.fact, other.fact) >= least:
                verdict = alike(case, a, b, (one.fact, other.fact))
                yield case, verdict._replace(rule="one act, one day", weight=1.1)


def _all(
    cases: CaseMaker, told: Sequence[Sequence[Happening]]
) -> Iterator[tuple[int, int, list[tuple[Happening, Happening]]]]:
    """Every two acts of different origins that may be of one day."""
    index = Index(told, _on)
    yield from meetings(cases, told, lambda act: index.find(_on(act)))


def _on(act: Happening) -> set[tuple[int, int]]:
    """Months and days on which an act may have been, whatever the year."""
    day = _day(act)
    if day is None:
        return set()
    dates = {(day.start + n * DAY).date() for n in range((day.end - day.start).days + 1)} | {day.end.date()}
    leap = {(2, 28), (2, 29)}
    found = {(date.month, date.day) for date in dates}
    return found | leap if found & leap else found


def _done(case: Case, one: Happening, other: Happening, first: bool) -> Verdict:
    """Planned for a day by the earlier report, told of that day by the later."""
    facts = (one.fact, other.fact)
    shown = [words(case, fact, ours=n == 0) for n, fact in enumerate(facts)]
    before, since = shown if first else shown[::-1]
    why = f"Planned in one report (“{before}”), past in the other (“{since}”)."
    values = standings(case, *facts)
    return Verdict("update", None, "planned for a day, since past", why, values, facts, weight=1.3, issue="plan")


def _day(act: Happening) -> Period | None:
    """The one day or hour that an act is dated by."""
    return _one_day(act.passage, act.fact)


@kept
def _one_day(passage: Passage, fact: Fact) -> Period | None:
    found = of_fact(passage, fact)
    if not found or not all(p.fine and p.meets(found[0]) for p in found):
        return None
    return min(found, key=lambda p: p.end - p.start)


__all__ = ["across"]
