"""An act that one source tells and another denies, in whatever words and however far apart.

"It had intended to tear up the contract"; "it dismissed a report that it was planning to terminate the contract".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.compare.alignment.facts import arguments_alike, nominal
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.happenings import Happening, by_kind, evidence, happenings, meeting, unlike
from briefing.compare.claims.polarity import (
    affirms,
    ahead_of,
    counted_apart,
    of_two_speakers,
    said_and_denied,
    same_object,
    since,
)
from briefing.compare.lexicon import listed
from briefing.compare.reading import Reading
from briefing.model import Fact

_NEGATIVE = frozenset({"negated", "denied"})
_TOLD = frozenset({"stated", "attributed", "planned"})
_UNDERGOING = listed("undergoing")
_NO_NEWS = listed("no_news")
_ENOUGH = 1.5
_LEAST = 0.5
_NEAR = 0.8
"""What it adds that the sentences are on one matter, as far as they are."""
_ALONE = 0.5
"""What it adds that either report tells of no other act of the kind."""
_SAME = 0.6
_PLAN = re.compile(r"\b(?:object-of|clause-deny|rejected-report|infinitive)")
"""Rules of the facts by which what is denied may be a plan."""
_PARTLY = re.compile(r"\bof (?:the|its|their|his|her|all)\b|\b(?:other|some|most|many|only|few|half|remaining)\b", re.I)


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on acts that reports of different origins tell and deny."""
    told = [_news(reading, cases) for reading in cases.readings]
    denied = [by_kind([x for x in acts if x.fact.status in _NEGATIVE]) for acts in told]
    affirmed = [by_kind([x for x in acts if x.fact.status in _TOLD and affirms(reading, x.fact)])
                for reading, acts in zip(cases.readings, told, strict=True)]  # fmt: skip
    for i, j, pairs in meeting(cases, denied, affirmed, both_ways=True):
        for negative, positive in pairs:
            enough = evidence(cases, negative, positive)
            if enough < _LEAST:
                continue
            kinds = negative.kinds & positive.kinds
            alone = all(len(affirmed[j].get(code, ())) <= 1 for code in kinds)
            case = cases.of(negative.passage, positive.passage)
            first = negative.passage is case.a
            mine, its = (negative.fact, positive.fact) if first else (positive.fact, negative.fact)
            if enough + _ALONE * alone + _NEAR * case.aligned.score < _ENOUGH or unlike(case, mine, its):
                continue
            one = _one_plan(cases.readings[i], negative.fact, positive.fact) and _same_doer(case, mine, its)
            if (
                one
                and not of_two_speakers(case, mine, its)
                and not counted_apart(case, mine, its)
                and _one_time(case, negative, positive)
                and not _partly(case, mine, its)
                and _same_object(case, mine, its)
            ):
                yield case, said_and_denied(case, mine, its)


def _news(reading: Reading, cases: CaseMaker) -> list[Happening]:
    return [x for x in happenings(reading, cases.lexicon) if x.fact.predicate.lemma not in _NO_NEWS]


def _one_plan(reading: Reading, negative: Fact, positive: Fact) -> bool:
    """True where both are of what was done, or both of what is to be done."""
    ahead = ahead_of(reading, negative)
    if positive.status == "planned":
        return ahead or bool(_PLAN.search(negative.rule))
    return not ahead


def _same_doer(case: Case, mine: Fact, its: Fact) -> bool:
    """False where both say who did it, and it is not the same."""
    ours = [x for x in mine.arguments if x.role == "agent"]
    theirs = [y for y in its.arguments if y.role == "agent"]
    if not ours or not theirs:
        return True
    alike = max(arguments_alike(x, y, case.ours, case.theirs, case.lexicon) for x in ours for y in theirs)
    if alike >= _SAME:
        return True
    heads = [reading.head(x) for reading, x in ((case.ours, ours[0]), (case.theirs, theirs[0]))]
    return any(head is not None and head.pos == "PRON" for head in heads)


def _same_object(case: Case, mine: Fact, its: Fact) -> bool:
    """True where what stands beside the act is not another thing; an act that is named by a noun has it elsewhere."""
    undergone = {mine.predicate.lemma, its.predicate.lemma} & _UNDERGOING
    return bool(undergone) or nominal(mine) or nominal(its) or same_object(case, mine, its)


def _one_time(case: Case, negative: Happening, positive: Happening) -> bool:
    """True where nothing dates the two apart; what has not been "since 2009" has not been in 2015."""
    denied = of_fact(negative.passage, negative.fact)
    told = of_fact(positive.passage, positive.fact)
    reading = case.readings[negative.passage.source]
    if any(since(reading, x) and x.same(y) for x in denied for y in told):
        return False
    if not denied or not told or any(x.meets(y) for x in denied for y in told):
        return True
    for period in denied:
        before = reading.article.text[max(0, period.span.start - 12) : period.span.start].casefold().split()
        if "since" in before and any(y.start >= period.end for y in told):
            return True
    return False


def _partly(case: Case, mine: Fact, its: Fact) -> bool:
    """True where either tells of some only: four of the ten were not found, six were."""
    return any(
        _PARTLY.search(reading.text(argument.span))
        for reading, fact in ((case.ours, mine), (case.theirs, its))
        for argument in fact.arguments
        if argument.role in ("agent", "patient") and not nominal(fact)
    )
