"""A day or month that was set and is put off or brought forward: "is due to start in March", "not before June".

The later report says itself that it is another day than had been thought: by a word ("postponed", "put back", "not
before"), or by naming the old one beside the new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact, shown
from briefing.compare.claims.telling import standings
from briefing.compare.claims.workings import one_thing
from briefing.compare.periods import Period
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact

_PUT_OFF = re.compile(
    r"\b(?:postpon\w+|put (?:off|back)|push\w* back|delay\w*|deferr?\w*|reschedul\w*|adjourn\w*|brought forward"
    r"|instead of|rather than|moved? (?:to|from|back)|extend\w*|prolong\w*"
    r"|not\b[^.;]{0,40}\b(?:before|until|but (?:in|on|at|by|from|only))|no (?:earlier|sooner) than|at the earliest)\b",
    re.IGNORECASE,
)
_OPEN = frozenset({"planned", "hedged", "conditional"})
_GRAINS = frozenset({"minute", "part", "day", "week", "month", "season"})
_FURTHEST = 730
"""Days by which a date is moved; what lies further off is another matter."""
_NEAR = 0.4
_NAMED = 0.15
"""How near two passages must be where the later one names the old day as well."""


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Updates: what an earlier report sets for one day and a later one says was moved to another."""
    for a, b in cases.matcher.candidates():
        if not a.periods or not b.periods:
            continue
        later = cases.later(a.source, b.source)
        if later is None or cases.readings[a.source].origin == cases.readings[b.source].origin:
            continue
        first, last = (a, b) if later else (b, a)
        if _PUT_OFF.search(cases.readings[last.source].text(last.span)) is None:
            continue
        case = cases.of(a, b)
        if case.aligned.score < _NAMED or not one_thing(cases, a, b):
            continue
        found = _moved(cases.readings[last.source], first, last, near=case.aligned.score >= _NEAR)
        if found is not None:
            yield case, _told(case, first, *found)


def _moved(theirs: Reading, first: Passage, last: Passage, *, near: bool) -> tuple[Fact, Period, Fact, Period] | None:
    """The plan with its day, and what the later passage puts in its place; None where no other day is told of."""
    for plan in first.facts:
        for old in of_fact(first, plan) if plan.status in _OPEN else ():
            if not _set(old):
                continue
            named = [x for x in last.periods if x.same(old)]
            others = [x for x in last.periods if _set(x) and not x.meets(old) and x.start > old.start]
            others += [x for x in last.periods if _set(x) and named and not x.meets(old) and x not in others]
            published = theirs.day
            others = [x for x in others if published is None or x.end.date() > published]
            others = [x for x in others if abs((x.start - old.start).days) <= _FURTHEST]
            if others and (named or near):
                new = others[0]
                fact = next((f for f in last.facts if new in of_fact(last, f)), None)
                if fact is not None:
                    return plan, old, fact, new
    return None


def _set(period: Period) -> bool:
    return period.grain in _GRAINS and not period.yearless


def _told(case: Case, first: Passage, plan: Fact, old: Period, fact: Fact, new: Period) -> Verdict:
    ours = first is case.a
    facts = (plan, fact) if ours else (fact, plan)
    why = f"Set for {shown(old)}, then for {shown(new)} in a later report."
    return Verdict("update", "date", "new date", why, standings(case, *facts), facts, weight=1.8, issue="date")


__all__ = ["across"]
