"""Signals and messages that one source says were given, and another that it never had.

"Sirens were sounded 40 minutes before", said the manager; "I never heard a siren", "no alarm reached them", said those
who lived there.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.compare.alignment.facts import arguments_alike, nominal
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.index import Index, Senses, meetings
from briefing.compare.claims.telling import standings, words
from briefing.compare.lexicon import Word
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact

_NEGATIVE = frozenset({"negated", "denied"})
_TOLD = frozenset({"stated", "attributed"})
_ALIKE = 0.8
_RARE = 1.0
_MATTER = 0.3
_ONE_PARTY = 0.4


class _Sign(NamedTuple):
    passage: Passage
    fact: Fact
    sign: Word


@functools.lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    table = tomllib.loads((Path(__file__).parent / "unheard.toml").read_text("utf-8"))
    return {name: frozenset(row.replace("_", " ") for row in rows.split()) for name, rows in table.items()}


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on signs that one source says were given and another that it did not have."""
    given = [list(_given(reading)) for reading in cases.readings]
    missed = [list(_missed(reading)) for reading in cases.readings]
    index = Index(given, lambda sign: (_sort(sign.sign),))
    senses = Senses((_sort(sign.sign) for row in (*given, *missed) for sign in row), cases.lexicon, _ALIKE)
    for _, _, pairs in meetings(cases, missed, lambda sign: index.find(senses.near(_sort(sign.sign))), both_ways=True):
        for missing, sign in pairs:
            case = cases.of(missing.passage, sign.passage)
            if _one_matter(cases, case, missing, sign):
                first = missing.passage is case.a
                mine, its = (missing.fact, sign.fact) if first else (sign.fact, missing.fact)
                why = f"“{words(case, mine, ours=True)}” against “{words(case, its, ours=False)}”."
                values = standings(case, mine, its)
                verdict = Verdict("conflict", "outcome", "given and never had", why, values, (mine, its), weight=1.9)
                yield case, verdict._replace(issue="sign")


def _sort(sign: Word) -> Word:
    """A siren, an alarm and a warning are one sort of sign."""
    return Word("signal", "NOUN") if sign.lemma in _lists()["signal"] else sign


def _given(reading: Reading) -> Iterator[_Sign]:
    """``Sirens were sounded``, ``the ministry sent a warning``."""
    for passage in reading.passages:
        for fact in passage.facts:
            if fact.status in _TOLD and not nominal(fact) and fact.predicate.lemma in _lists()["giving"]:
                yield from (_Sign(passage, fact, sign) for sign in _signs(reading, fact, ("agent", "patient")))


def _missed(reading: Reading) -> Iterator[_Sign]:
    """``Never heard a siren``, ``no alarm reached them``."""
    for passage in reading.passages:
        for fact in passage.facts:
            if fact.status not in _NEGATIVE or nominal(fact):
                continue
            if fact.predicate.lemma in _lists()["having"]:
                yield from (_Sign(passage, fact, sign) for sign in _signs(reading, fact, ("patient",)))
            elif fact.predicate.lemma in _lists()["coming"]:
                yield from (_Sign(passage, fact, sign) for sign in _signs(reading, fact, ("agent", "patient")))


def _signs(reading: Reading, fact: Fact, roles: tuple[str, ...]) -> Iterator[Word]:
    for argument in fact.arguments:
        head = reading.head(argument)
        if argument.role in roles and head is not None and head.pos == "NOUN" and head.lemma in _lists()["signs"]:
            yield head


def _one_matter(cases: CaseMaker, case: Case, missing: _Sign, sign: _Sign) -> bool:
    """True where the time is one, and the sign is one that stands out, or the passages are on one matter."""
    ours, theirs = of_fact(missing.passage, missing.fact), of_fact(sign.passage, sign.fact)
    if ours and theirs and not any(x.meets(y) for x in ours for y in theirs):
        return False
    rarity = cases.matcher.like.rarity
    if rarity.get(sign.sign.lemma, 0.0) < _RARE and case.aligned.score < _MATTER:
        return False
    if _of_others(case, missing, sign):
        return False
    loud = missing.sign.lemma in _lists()["loud"] and sign.sign.lemma in _lists()["loud"]
    return loud or case.aligned.score >= _MATTER


def _of_others(case: Case, missing: _Sign, sign: _Sign) -> bool:
    """True where the one was given to somebody else than the one who had none."""
    ours, theirs = (case.ours, case.theirs) if missing.passage is case.a else (case.theirs, case.ours)
    without = [x for x in missing.fact.arguments if x.role in ("agent", "patient") and ours.head(x) != missing.sign]
    given = [x for x in sign.fact.arguments if x.role in ("recipient", "other", "place")]
    named = [x for x in without if (head := ours.head(x)) is not None and head.pos != "PRON"]
    return bool(named and given) and not any(
        arguments_alike(x, y, ours, theirs, case.lexicon) >= _ONE_PARTY for x in named for y in given
    )
