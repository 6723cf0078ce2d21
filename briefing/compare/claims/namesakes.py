"""One person whom two sources call differently: "Mongi Chaabane and Walid Riahi", "Mongi Chaabane and Sami Riahi"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.claims import doers, holders
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.index import Index, meetings
from briefing.compare.lexicon import listed
from briefing.compare.names.people import compare_people
from briefing.compare.reading import Passage, Reading
from briefing.model import Mention

_INITIAL = 3
_SHORT = 4
"""A given name this short may be short for another that begins alike: "Gia" for "Giorgi"."""
_IN_ONE_BREATH = re.compile(r"[^.;:]{0,40}\band\b[^.;:]{0,20}")
_SINGLE = listed("held_by_one")
"""Roles that one person holds at a time."""


class _Person(NamedTuple):
    id: str
    name: str
    parts: tuple[str, ...]
    roles: frozenset[str]
    mention: Mention


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on persons of one surname and one place in the story, of whom each report knows one only."""
    yield from doers.across(cases)
    yield from holders.across(cases)
    found = [_persons(reading) for reading in cases.readings]
    known = [{person.id for person in row} for row in found]
    index = Index(found, lambda person: (person.parts[-1],))
    for i, j, pairs in meetings(cases, found, lambda person: index.find((person.parts[-1],))):
        for one, other in pairs:
            if one.id in known[j] or other.id in known[i] or not _two_names(one, other):
                continue
            if len([p for p in found[i] if p.parts[-1] == one.parts[-1]]) > 1:
                continue
            if len([p for p in found[j] if p.parts[-1] == other.parts[-1]]) > 1:
                continue
            a, b = _passage(cases.readings[i], one), _passage(cases.readings[j], other)
            if a is None or b is None:
                continue
            beside = sorted((set(a.names) & set(b.names)) - {one.id, other.id})
            if not one.roles & other.roles and not any(
                _named_with(cases.readings[i], a, one, x) and _named_with(cases.readings[j], b, other, x)
                for x in beside
            ):
                continue
            case = cases.of(a, b)
            values = case.values((one.mention.span, one.name), (other.mention.span, other.name))
            why = f"{one.name} against {other.name}."
            yield case, Verdict("conflict", "name", "one person, two names", why, values, weight=1.9, issue=one.id)


def _persons(reading: Reading) -> list[_Person]:
    first: dict[str, Mention] = {}
    for mention in reading.findings.mentions:
        if mention.form == "name" and len(reading.text(mention.span).split()) > 1:
            first.setdefault(mention.entity, mention)
    found: list[_Person] = []
    for entity in reading.findings.entities:
        parts = tuple(part for part in entity.name.casefold().split() if part.isalpha())
        if entity.type != "PERSON" or len(parts) < 2 or entity.id not in first:
            continue
        id_ = reading.entity.get(entity.id, f"{reading.article.id}:{entity.id}")
        roles = frozenset(r.casefold().removeprefix("the ") for r in entity.roles)
        single = frozenset(role for role in roles if _SINGLE & set(role.split()))
        found.append(_Person(id_, entity.name, parts, single, first[entity.id]))
    return found


def _two_names(one: _Person, other: _Person) -> bool:
    """True where the surname is one and the given names are two: not a short form, an initial, another spelling."""
    if one.parts[-1] != other.parts[-1] or one.parts[0] == other.parts[0]:
        return False
    shorter = min(len(one.parts[0]), len(other.parts[0]))
    if shorter < _INITIAL or (shorter <= _SHORT and one.parts[0][:2] == other.parts[0][:2]):
        return False
    return compare_people(one.name, other.name).verdict != "same"


def _passage(reading: Reading, person: _Person) -> Passage | None:
    return next((p for p in reading.passages if p.span.contains(person.mention.span)), None)


def _named_with(reading: Reading, passage: Passage, person: _Person, beside: str) -> bool:
    """True where the person is named in one breath with another: "N and M"."""
    for mention in reading.mentions(passage.span):
        if reading.entity.get(mention.entity) != beside or mention.form != "name":
            continue
        first, last = sorted((mention.span, person.mention.span))
        if _IN_ONE_BREATH.fullmatch(reading.article.text[first.end : last.start]):
            return True
    return False
