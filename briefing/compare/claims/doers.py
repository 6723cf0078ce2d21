"""Who did it, by each source: whose deed it was, whom somebody blames for it, who claims it.

Two doers of one deed conflict where both are named, are of two sorts of people, or where one report rules the other's
doer out; where one is vague ("gunmen", "unknown men"), they may be one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from briefing.compare.alignment.facts import arguments_alike
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.doing import Doer, deeds, doers
from briefing.compare.claims.effects import acts_alike, one_event
from briefing.model import Argument

_BODIES = frozenset({"ORG", "NORP", "GPE"})
_SAME = 0.84
_SURE = 0.8
_FEWEST = 4


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on deeds of which two origins name two doers, or of which one rules the other's doer out."""
    told = [[x for passage in reading.passages for x in doers(reading, passage)] for reading in cases.readings]
    for i, j in itertools.combinations(range(len(told)), 2):
        if cases.readings[i].origin == cases.readings[j].origin:
            continue
        for one, other in itertools.product(told[i], told[j]):
            if (one.denied and other.denied) or not _two(one, other) or not _one_deed(cases, one, other):
                continue
            if not one.denied and not other.denied and _known(cases, told[i], told[j], one, other):
                continue
            case = cases.of(one.passage, other.passage)
            yield case, _verdict(case, one, other)


def _two(one: Doer, other: Doer) -> bool:
    """True where they cannot be the same; of one that is ruled out, where it is the other."""
    if one.denied != other.denied:
        return (one.entity is not None and one.entity == other.entity) or bool(one.sorts & other.sorts)
    if one.entity is not None and other.entity is not None:
        if one.entity == other.entity or _alike(one.name, other.name):
            return False
        made = one.once is not None and other.once is not None
        return made or one.type == other.type or {one.type, other.type} <= _BODIES or _apart(one, other)
    if one.once is not None or other.once is not None:
        return False
    return _apart(one, other)


def _apart(one: Doer, other: Doer) -> bool:
    return bool(one.sorts and other.sorts) and not one.sorts & other.sorts


def _one_deed(cases: CaseMaker, one: Doer, other: Doer) -> bool:
    """True for one act done to what is named alike; days that do not meet tell of two."""
    if (one.once is None) != (other.once is None):
        return False
    if one.once is not None and other.once is not None:
        if not one.effect.events & other.effect.events or cases.lexicon.alike(one.once, other.once) < _SAME:
            return False
        if one.effect.parties and other.effect.parties and not one.effect.parties & other.effect.parties:
            return False
    elif one_event(cases, one.effect, other.effect) < _SURE and not _spoken_of(cases, one, other):
        return False
    if one.fact is None or other.fact is None:
        return True
    case = cases.of(one.passage, other.passage)
    first, last = (one.fact, other.fact) if case.a is one.passage else (other.fact, one.fact)
    mine, its = ([x for x in fact.arguments if x.role == "patient"] for fact in (first, last))
    if mine and its and not any(_one_thing(case, x, y) for x in mine for y in its):
        return False
    ours, theirs = of_fact(one.passage, one.fact), of_fact(other.passage, other.fact)
    return not ours or not theirs or any(x.meets(y) for x in ours for y in theirs)


def _one_thing(case: Case, x: Argument, y: Argument) -> bool:
    """True where it is done to the same: an entity, or what is named alike."""
    if set(case.ours.names(x.span)) & set(case.theirs.names(y.span)):
        return True
    return arguments_alike(x, y, case.ours, case.theirs, case.lexicon) >= _SAME


def _spoken_of(cases: CaseMaker, one: Doer, other: Doer) -> bool:
    """True where "the abduction" of one report can be the only deed of the kind that the other tells."""
    for x, y in ((one.effect, other.effect), (other.effect, one.effect)):
        if x.bare or x.parties or x.things or not x.events & deeds():
            continue
        if acts_alike(cases, x, y):
            return True
    return False


def _known(cases: CaseMaker, ours: list[Doer], theirs: list[Doer], one: Doer, other: Doer) -> bool:
    """True where a report has the other report's doer for the deed as well."""
    return any(not x.denied and not _differ(x, other) and _one_deed(cases, x, other) for x in ours) or any(
        not y.denied and not _differ(y, one) and _one_deed(cases, y, one) for y in theirs
    )


def _differ(x: Doer, y: Doer) -> bool:
    return x.entity != y.entity if x.entity is not None and y.entity is not None else not x.sorts & y.sorts


def _verdict(case: Case, one: Doer, other: Doer) -> Verdict:
    values = case.values((one.words, one.name), (other.words, other.name))
    facts = (one.fact, other.fact) if one.fact is not None and other.fact is not None else None
    texts = [f"not {x.name}" if x.denied else x.name for x in (one, other)]
    deed = min(one.effect.events & other.effect.events or one.effect.events or {""})
    thing = f" {one.once.lemma}" if one.once is not None else ""
    why = f"{texts[0]} against {texts[1]}" + (f" ({deed}{thing})." if deed and not one.effect.bare else ".")
    both = one.entity is not None and other.entity is not None
    kind, rule = ("name", "one deed, two doers") if both else ("attribution", "one deed, two sorts of doers")
    if one.denied != other.denied:
        kind, rule = "attribution", "a doer denied"
    return Verdict("conflict", kind, rule, why, values, facts, weight=1.8, issue="doer")  # type: ignore[arg-type]


def _alike(a: str, b: str) -> bool:
    return bool({w for w in a.casefold().split() if len(w) >= _FEWEST} & set(b.casefold().split()))


__all__ = ["across"]
