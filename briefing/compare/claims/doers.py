"""Who did what is done once to one thing: "the dam was built by Orm", "Vell, the firm that built the dam"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Fact

_ONCE = listed("done_once")
_TOLD = frozenset({"stated", "attributed"})
_NAMED = frozenset({"ORG", "PERSON"})
_SAME = 0.84
_FEWEST = 4


class _Deed(NamedTuple):
    passage: Passage
    fact: Fact
    lemma: str
    doer: str
    name: str
    words: Argument
    thing: Word
    things: frozenset[str]


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on deeds of which two origins name two doers."""
    told = [list(_deeds(reading)) for reading in cases.readings]
    for i, j in itertools.combinations(range(len(told)), 2):
        if cases.readings[i].origin == cases.readings[j].origin:
            continue
        for one, other in itertools.product(told[i], told[j]):
            if not _one_deed(cases, one, other) or one.doer == other.doer or _alike(one.name, other.name):
                continue
            if any(_also(cases, x, other) for x in told[i]) or any(_also(cases, y, one) for y in told[j]):
                continue
            case = cases.of(one.passage, other.passage)
            values = case.values((one.words.span, one.name), (other.words.span, other.name))
            why = f"{one.name} against {other.name} ({one.lemma} {one.thing.lemma})."
            facts = (one.fact, other.fact)
            yield case, Verdict("conflict", "name", "one deed, two doers", why, values, facts, weight=1.8, issue="doer")


def _one_deed(cases: CaseMaker, one: _Deed, other: _Deed) -> bool:
    """True for one act done to what is named alike; days that do not meet tell of two."""
    if one.lemma != other.lemma or cases.lexicon.alike(one.thing, other.thing) < _SAME:
        return False
    if one.things and other.things and not one.things & other.things:
        return False
    ours, theirs = of_fact(one.passage, one.fact), of_fact(other.passage, other.fact)
    return not ours or not theirs or any(x.meets(y) for x in ours for y in theirs)


def _also(cases: CaseMaker, one: _Deed, other: _Deed) -> bool:
    """True where a report names the other report's doer for the deed as well."""
    return one.doer == other.doer and _one_deed(cases, one, other)


def _alike(a: str, b: str) -> bool:
    return bool({w for w in a.casefold().split() if len(w) >= _FEWEST} & set(b.casefold().split()))


def _deeds(reading: Reading) -> Iterator[_Deed]:
    entities = {entity.id: entity for entity in reading.findings.entities}
    for passage in reading.passages:
        for fact in passage.facts:
            if fact.predicate.lemma not in _ONCE or fact.status not in _TOLD:
                continue
            doers = [x for x in fact.arguments if x.role == "agent" and x.entity in entities]
            things = [x for x in fact.arguments if x.role == "patient"]
            if len(doers) != 1 or len(things) != 1:
                continue
            doer, head = doers[0], reading.head(things[0])
            entity = entities[doer.entity or ""]
            if entity.type not in _NAMED or head is None or head.pos != "NOUN" or not _definite(reading, things[0]):
                continue
            named = frozenset(reading.names(things[0].span)) - {reading.entity.get(entity.id, "")}
            yield _Deed(
                passage,
                fact,
                fact.predicate.lemma,
                reading.entity.get(entity.id, f"{reading.article.id}:{entity.id}"),
                entity.name,
                doer,
                head,
                named,
            )


def _definite(reading: Reading, argument: Argument) -> bool:
    """True for "the dam", "Kolani's dam"; not for "a dam" or "dams"."""
    first = reading.text(argument.span).split(" ", 1)[0].casefold()
    return first in ("the", "its", "his", "her", "their") or first.endswith(("'s", "’s"))


__all__ = ["across"]
