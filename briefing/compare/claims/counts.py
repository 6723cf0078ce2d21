"""Things that two reports count otherwise, wherever they do: "with his 19 goals", "whose 17 league goals".

Of things, only those that a report gives one number of, and that are no people: tolls change their meaning with the
sentence, while of 37 polling units and 41 polling stations there is one number. Of measures, only the one length or the
one price that a report gives, where the other gives one too and the sentences are near each other.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.alignment.slots import fact_at
from briefing.compare.amounts import Amount
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.rivals import led_by, of_others, renewed
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact

_ALIKE = 0.84
_WIDEST = 3.0
_SCORE = 0.12
_NEAR = {
    "length": 0.25,
    "speed": 0.25,
    "mass": 0.25,
    "volume": 0.25,
    "area": 0.25,
    "money": 0.45,
    "share": 0.6,
    "duration": 0.6,
}
"""How near the sentences must be where each report has one measure of its kind."""
_RATIO = re.compile(
    r"\b(?:half|third|quarter|fourth|fifth|sixth|tenth|fifths|thirds|quarters|twice|double|triple|times|earlier|previous(?:ly)?"
    r"|last year|of which|share|portion|instead of|compared)\b",
    re.IGNORECASE,
)
"""Where one number may be a part of the other, or an earlier one."""
_NEGATIVE = frozenset({"negated", "denied"})
_OPEN = frozenset({"planned", "hedged", "conditional"})
_WIDE = listed("too_wide") | listed("persons") | listed("measures") | listed("members") | listed("counted_anew")
_MODIFYING = frozenset({"compound", "amod", "nmod"})


class _Count(NamedTuple):
    amount: Amount
    noun: Word
    kind: frozenset[str]
    passage: Passage
    fact: Fact | None


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on numbers of things that reports of different origins have one number of each."""
    found = [_by_noun(reading) for reading in cases.readings]
    measured = [_lone_measures(reading) for reading in cases.readings]
    for i, j in itertools.combinations(range(len(found)), 2):
        if cases.readings[i].origin == cases.readings[j].origin:
            continue
        for lemma, ours in found[i].items():
            for other_lemma, theirs in found[j].items():
                if _one_thing(cases, ours[0], theirs[0], lemma, other_lemma):
                    yield from _compare(cases, ours, theirs)
        for dimension in measured[i].keys() & measured[j].keys():
            yield from _measured(cases, measured[i][dimension], measured[j][dimension])


def _one_thing(cases: CaseMaker, a: _Count, b: _Count, lemma: str, other: str) -> bool:
    """True for one noun, nouns of like sense, or of like make ("polling unit", "polling station")."""
    return lemma == other or bool(a.kind & b.kind) or cases.lexicon.alike(a.noun, b.noun) >= _ALIKE


def _by_noun(reading: Reading) -> dict[str, list[_Count]]:
    """What an article counts, by noun."""
    table: dict[str, list[_Count]] = defaultdict(list)
    tokens = reading.findings.tokens
    for passage in reading.passages:
        for amount in passage.amounts:
            kind, _, noun = amount.dimension.partition(" ")
            if kind != "count" or not noun or noun in _WIDE or " " in noun or amount.change is not None:
                continue
            after = range(reading.tokens(amount.span).stop, min(passage.last, reading.tokens(amount.span).stop + 3))
            make = frozenset(
                tokens[k].lemma
                for k in after
                if tokens[k].dep in _MODIFYING and tokens[tokens[k].head].lemma == noun and tokens[k].pos != "ADJ"
            )
            fact = fact_at(passage.facts, amount.span)
            table[noun].append(_Count(amount, Word(noun, "NOUN"), make, passage, fact))
    return table


def _compare(cases: CaseMaker, ours: list[_Count], theirs: list[_Count]) -> Iterator[tuple[Case, Verdict]]:
    """The verdict on two articles' numbers of one thing, if either has one alone."""
    if any(not x.amount.near(ours[0].amount) for x in ours) or any(not y.amount.near(theirs[0].amount) for y in theirs):
        return
    for one, other in itertools.product(ours, theirs):
        a, b = one.amount, other.amount
        if (
            a.meets(b)
            or a.near(b)
            or max(a.value, b.value) > _WIDEST * min(a.value, b.value)
            or min(a.value, b.value) < 2
        ):
            continue
        case = cases.of(one.passage, other.passage)
        if _comparable(case, one, other) and _together(case, one, other):
            yield case, _verdict(case, a, b, "counted otherwise")


def _verdict(case: Case, a: Amount, b: Amount, rule: str) -> Verdict:
    values = case.values((a.span, a.said), (b.span, b.said))
    if case.later is not None and renewed(case):
        first, last = (a, b) if case.later else (b, a)
        why = f"{first.said}, then {last.said} in a later report."
        return Verdict("update", "number", "later number", why, values, weight=1.7, issue="number")
    why = f"{a.said} against {b.said}."
    return Verdict("conflict", "number", rule, why, values, weight=1.8, issue="number")


def _lone_measures(reading: Reading) -> dict[str, _Count]:
    """Measures of which an article gives one of the kind alone."""
    table: dict[str, list[_Count]] = defaultdict(list)
    for passage in reading.passages:
        for amount in passage.amounts:
            if amount.dimension.partition(" ")[0] in _NEAR:
                fact = fact_at(passage.facts, amount.span)
                table[amount.dimension].append(_Count(amount, Word("", "NOUN"), frozenset(), passage, fact))
    return {dimension: row[0] for dimension, row in table.items() if len(row) == 1 and row[0].amount.change is None}


def _measured(cases: CaseMaker, one: _Count, other: _Count) -> Iterator[tuple[Case, Verdict]]:
    a, b = one.amount, other.amount
    less, more = sorted((abs(a.value), abs(b.value)))
    if a.meets(b) or a.near(b) or more > _WIDEST * less:
        return
    case = cases.of(one.passage, other.passage)
    if case.aligned.score < _NEAR[a.dimension.partition(" ")[0]] or not _comparable(case, one, other):
        return
    if not any(_RATIO.search(reading.text(x.passage.span)) for reading, x in ((case.ours, one), (case.theirs, other))):
        yield case, _verdict(case, a, b, "measured otherwise")


def _comparable(case: Case, one: _Count, other: _Count) -> bool:
    """False for parts, changes, other days, and what is denied or only planned by one."""
    if of_others(case.ours, one.amount) or of_others(case.theirs, other.amount):
        return False
    if led_by(case.ours, one.amount) != led_by(case.theirs, other.amount):
        return False
    if one.fact is None or other.fact is None:
        return True
    mine, its = one.fact.status, other.fact.status
    if (mine in _NEGATIVE) != (its in _NEGATIVE) or (mine in _OPEN) != (its in _OPEN):
        return False
    ours, theirs = of_fact(one.passage, one.fact), of_fact(other.passage, other.fact)
    dated = [p for p in (*ours, *theirs) if not p.fine]
    return not dated and (not ours or not theirs or any(x.meets(y) for x in ours for y in theirs))


def _together(case: Case, one: _Count, other: _Count) -> bool:
    """True where something besides shows that one thing is counted: a party, another number, the sentences' matter."""
    if case.aligned.score >= _SCORE or set(one.passage.names) & set(other.passage.names):
        return True
    return any(
        x.near(y) and x.dimension == y.dimension != ""
        for x in one.passage.amounts
        for y in other.passage.amounts
        if x is not one.amount and y is not other.amount
    )
