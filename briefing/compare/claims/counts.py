"""Things that two reports count otherwise, wherever they do: "with his 19 goals", "whose 17 league goals".

Only things that a report gives one number of, and that are neither people nor measures: tolls and prices change their
meaning with the sentence, while of 37 polling units and 41 polling stations there is one number.
"""

from __future__ import annotations

import itertools
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
    for i, j in itertools.combinations(range(len(found)), 2):
        if cases.readings[i].origin == cases.readings[j].origin:
            continue
        for lemma, ours in found[i].items():
            for other_lemma, theirs in found[j].items():
                if _one_thing(cases, ours[0], theirs[0], lemma, other_lemma):
                    yield from _compare(cases, ours, theirs)


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
        if not _comparable(case, one, other) or not _together(case, one, other):
            continue
        values = case.values((a.span, a.said), (b.span, b.said))
        if case.later is not None and renewed(case):
            first, last = (a, b) if case.later else (b, a)
            why = f"{first.said}, then {last.said} in a later report."
            yield case, Verdict("update", "number", "later number", why, values, weight=1.7, issue="number")
        else:
            why = f"{a.said} against {b.said}."
            yield case, Verdict("conflict", "number", "counted otherwise", why, values, weight=1.8, issue="number")


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
