"""What one source says somebody had and another that he had not: "a valid licence", "no licence"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.alignment.facts import arguments_alike, nominal
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.deeds import threatened
from briefing.compare.claims.index import Index, Senses, meetings
from briefing.compare.claims.telling import standings, words
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Fact

_HAVING = frozenset({"have", "hold", "carry", "possess", "own", "wear", "receive", "get", "obtain", "lack", "keep"})
_TOLD = frozenset({"stated", "attributed"})
_NEGATIVE = frozenset({"negated", "denied"})
_NOTHING = listed("absent_for_nothing") | listed("too_wide") | listed("measures") | listed("anybody")
"""Things that one may have and not have at once: doubts, choices, time."""
_OTHERS = listed("ordinals") | {
    "co",
    "deputy",
    "vice",
    "assistant",
    "former",
    "other",
    "another",
    "acting",
    "new",
    "old",
}
"""Words by which one holder of a role is told from another."""
_PREFIX = 4
"""Code points before a holder that may be the first half of its word: "co-pilot"."""
_ALIKE = 0.85
_ONE_PARTY = 0.6


class _Held(NamedTuple):
    passage: Passage
    fact: Fact
    holder: Argument
    thing: Word
    around: frozenset[str]
    without: bool


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on things that the same holder had and had not."""
    held = [list(_held(reading)) for reading in cases.readings]
    has = [[x for x in row if not x.without] for row in held]
    lacks = [[x for x in row if x.without] for row in held]
    index = Index(has, lambda each: (each.thing,))
    senses = Senses((each.thing for row in held for each in row), cases.lexicon, _ALIKE)
    for _, _, pairs in meetings(cases, lacks, lambda each: index.find(senses.near(each.thing)), both_ways=True):
        for lacking, having in pairs:
            case = cases.of(lacking.passage, having.passage)
            if _one_holder(case, lacking, having) and _one_sort(lacking, having) and _one_time(lacking, having):
                first = lacking.passage is case.a
                mine, its = (lacking.fact, having.fact) if first else (having.fact, lacking.fact)
                why = f"“{words(case, mine, ours=True)}” against “{words(case, its, ours=False)}”."
                values = standings(case, mine, its)
                verdict = Verdict("conflict", "outcome", "had and had not", why, values, (mine, its), weight=1.9)
                yield case, verdict._replace(issue="outcome")


def _held(reading: Reading) -> Iterator[_Held]:
    for passage in reading.passages:
        for fact in passage.facts:
            if fact.predicate.lemma not in _HAVING or nominal(fact) or threatened(fact):
                continue
            if fact.status not in _TOLD | _NEGATIVE:
                continue
            holders = [x for x in fact.arguments if x.role == "agent"]
            for thing in (x for x in fact.arguments if x.role == "patient"):
                head = reading.head(thing)
                if not holders or head is None or head.pos != "NOUN" or head.lemma in _NOTHING:
                    continue
                without = (fact.status in _NEGATIVE) != (fact.predicate.lemma == "lack")
                told = reading.words(thing.span)
                around = frozenset(w.lemma for w in told if w.pos in ("NOUN", "PROPN") and w.lemma != head.lemma)
                yield _Held(passage, fact, holders[0], head, around, without)


def _one_holder(case: Case, lacking: _Held, having: _Held) -> bool:
    first = lacking.passage is case.a
    x, y = (lacking.holder, having.holder) if first else (having.holder, lacking.holder)
    heads = case.ours.head(x), case.theirs.head(y)
    if any(head is None or (head.pos == "PRON" and z.entity is None) for head, z in zip(heads, (x, y), strict=True)):
        return False
    told = [
        set(re.split(r"\W+", reading.article.text[max(0, z.start - _PREFIX) : z.end].casefold()))
        for reading, z in ((case.ours, x), (case.theirs, y))
    ]
    if (told[0] ^ told[1]) & _OTHERS:
        return False
    return arguments_alike(x, y, case.ours, case.theirs, case.lexicon) >= _ONE_PARTY


def _one_sort(lacking: _Held, having: _Held) -> bool:
    """False where what was missing is of a kind that the other does not name: "no driving licence", "a licence"."""
    return lacking.around <= having.around or not lacking.around


def _one_time(lacking: _Held, having: _Held) -> bool:
    ours, theirs = of_fact(lacking.passage, lacking.fact), of_fact(having.passage, having.fact)
    return not ours or not theirs or any(x.meets(y) for x in ours for y in theirs)
