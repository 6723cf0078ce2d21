"""Where the same event was, by each source: one place under two names, or two places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefing.compare.alignment.facts import FactPair
from briefing.compare.alignment.slots import fact_at
from briefing.compare.claims.case import Case, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.who import others
from briefing.compare.kept import kept
from briefing.compare.lexicon import listed
from briefing.compare.reading import Passage, Reading
from briefing.compare.states import capital_of, state_named, states
from briefing.model import Fact, Span

_STRONG = 0.3
_ANCHORED = 0.7
_SCORE = 0.2
_TYPES = frozenset({"GPE", "LOC", "FAC"})
_ROLES = frozenset({"place", "other", "recipient"})
_PREPOSITIONS = listed("at_a_place")
_LINK = 44
_WITHIN = re.compile(
    r"(?:,| in| of| and| district| area| quarter| borough| suburb| province| county| region| city| town| stop"
    r"| station)*"
    r"(?:,? (?:in|of|on|near|at)?)?\s*(?:the )?"
    r"(?:(?:(?:north|south)[- ]?(?:east|west)|north|south|east|west|central|upper|lower|inner|outer|greater|downtown)"
    r"(?:ern)?\s+)*"
    r"(?:(?:district|area|quarter|borough|suburbs?|outskirts|province|county|region|city|town|part|state|island) "
    r"(?:of )?(?:the )?)?",
    re.IGNORECASE,
)
"""What stands between a place and the one it lies in: ", south ", " in the ", ", in the suburbs of "."""
_FOR = frozenset({"for"})
_BESIDE = frozenset({"near", "outside", "off", "around"})
_AREA = (
    r"(?:province|region|county|district|state|prefecture|governorate|oblast|islands?|valley|department|canton|area)"
)
_REGION_AFTER = re.compile(rf"\s+{_AREA}\b", re.IGNORECASE)
_REGION_BEFORE = re.compile(
    rf"\b(?:{_AREA} of|(?:north|south|east|west|central)(?:ern)?(?:[- ]?(?:east|west)(?:ern)?)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b(?:the\s+)?(?:capital of (?P<of>[A-Z][\w.' -]{2,30})|(?P<people>[A-Z][a-z]+) capital)\b")


class Place(NamedTuple):
    """A named place in a passage."""

    span: Span
    name: str
    entity: str


def places(case: Case) -> Iterator[Verdict]:
    """Verdicts on the places of facts that are one event."""
    told: set[tuple[Span, Span]] = set()
    for pair in case.pairs(0.0):
        if not (pair.one_event or pair.strength >= _STRONG):
            continue
        ours = _of_fact(case.ours, case.a, pair.a)
        theirs = _of_fact(case.theirs, case.b, pair.b) if len(ours) == 1 else ()
        if len(theirs) != 1 or (ours[0].span, theirs[0].span) in told:
            continue
        told.add((ours[0].span, theirs[0].span))
        verdict = _compare(case, pair, ours[0], theirs[0])
        if verdict is not None:
            yield verdict


@kept
def _of_fact(reading: Reading, passage: Passage, fact: Fact) -> list[Place]:
    """Named places among the arguments that can say where, else those of the clause outside its arguments."""
    types, names = _known(reading)
    found: list[Place] = []
    capitals = "capital" in reading.text(passage.span)
    for argument in fact.arguments:
        if argument.role not in _ROLES:
            continue
        capital = _CAPITAL.search(reading.text(argument.span)) if capitals else None
        if capital is not None and (named := _town(capital)) is not None:
            found.append(Place(argument.span, named, ""))
        elif argument.entity is not None and types.get(argument.entity) in _TYPES:
            name = names.get(argument.entity, reading.text(argument.span))
            found.append(Place(argument.span, name, reading.entity.get(argument.entity, argument.entity)))
        elif argument.role == "place":
            inside = [
                m for m in reading.mentions(argument.span) if m.type in ("GPE", "LOC") and _led_in(reading, m.span)
            ]
            for m in inside[-1:]:
                found.append(Place(m.span, names.get(m.entity, ""), reading.entity.get(m.entity, m.entity)))
    for capital in _CAPITAL.finditer(reading.text(fact.span)) if capitals and not found else ():
        span = Span(fact.start + capital.start(), fact.start + capital.end())
        town = _town(capital)
        if town is not None and fact_at(passage.facts, span) == fact:
            found.append(Place(span, town, ""))
    if found:
        return found
    return [
        Place(mention.span, names.get(mention.entity, ""), reading.entity.get(mention.entity, mention.entity))
        for mention in reading.mentions(fact.span)
        if mention.type in ("LOC", "GPE")
        and not any(x.span.overlaps(mention.span) for x in fact.arguments)
        and _led_in(reading, mention.span)
        and fact_at(passage.facts, mention.span) in (fact, None)
    ]


@kept
def _known(reading: Reading) -> tuple[dict[str, str], dict[str, str]]:
    """Types and names of an article's entities."""
    types: dict[str, str] = {mention.entity: mention.type for mention in reading.findings.mentions}
    return types, {entity.id: entity.name for entity in reading.findings.entities}


def _led_in(reading: Reading, span: Span) -> bool:
    """True where a preposition of place stands before a name."""
    before = reading.article.text[max(0, span.start - 12) : span.start].split()
    if before and before[-1] == "the":
        before.pop()
    return bool(before) and before[-1] in _PREPOSITIONS


def _town(match: re.Match[str]) -> str | None:
    state = state_named(match["of"] or match["people"])
    return next((s.capital for s in states() if s.name == state and s.capital), None)


def _compare(case: Case, pair: FactPair, a: Place, b: Place) -> Verdict | None:
    values = case.values((a.span, a.name), (b.span, b.name))
    facts = (pair.a, pair.b)
    if a.name.casefold() == b.name.casefold() or (a.entity and a.entity == b.entity and not _mere_state(a, b)):
        if case.ours.text(a.span).casefold() == case.theirs.text(b.span).casefold() or (a.entity and b.entity):
            return None
        town = b.name if b.entity else a.name
        words = case.ours.text(a.span) if not a.entity else case.theirs.text(b.span)
        why = f"“{words.strip()}” is {town}."
        return Verdict("compatible", "place", "capital", why, values, facts, weight=1.2, issue="place")
    if (
        not apart(case, a, b)
        or _leaves(case, a, b)
        or others(case, pair.a, pair.b)
        or case.aligned.score < _SCORE
        or not _anchored(case, pair)
    ):
        return None
    why = f"{a.name} against {b.name}."
    return Verdict("conflict", "place", "different places", why, values, facts, weight=2.0, issue="place")


def apart(case: Case, a: Place, b: Place) -> bool:
    """True where neither of two places lies in the other, as far as the table and the articles tell."""
    if a.name.casefold() == b.name.casefold() or _within(a, b) or _told_within(case, a, b):
        return False
    return _kind(case, a) == _kind(case, b)


def _kind(case: Case, place: Place) -> str:
    """What kind of place a name is in the story: one may lie in another of a wider kind, unbeknown to the reports."""
    known: dict[str, str] = case.kept.setdefault(_kind, {})
    if place.name not in known:
        known[place.name] = _kind_told(case, place)
    return known[place.name]


def _kind_told(case: Case, place: Place) -> str:
    if state_named(place.name) is not None and capital_of(place.name) is None:
        return "state"
    if re.search(rf"\b{_AREA}\b", place.name, re.IGNORECASE):
        return "region"
    for reading in case.readings:
        for match in re.finditer(re.escape(place.name), reading.article.text):
            after = reading.article.text[match.end() : match.end() + 16]
            before = reading.article.text[max(0, match.start() - 24) : match.start()]
            if _REGION_AFTER.match(after) or _REGION_BEFORE.search(before):
                return "region"
    return "town" if place.name in _towns(case) else "spot"


def _towns(case: Case) -> set[str]:
    """The words of all mentions of towns, districts and the like in the story."""
    known: dict[str, set[str]] = case.kept.setdefault(_towns, {})
    if not known:
        known["GPE"] = {r.text((m.start, m.end)) for r in case.readings for m in r.findings.mentions if m.type == "GPE"}
    return known["GPE"]


def _mere_state(a: Place, b: Place) -> bool:
    """True where two names are one government and still two places: "Moscow" and "Russia"."""
    return a.entity.startswith("state:") and a.name.casefold() != b.name.casefold()


def _within(a: Place, b: Place) -> bool:
    """True where one lies in the other, or may: a state and its capital, "South Sulawesi" and "Sulawesi"."""
    for inner, outer in ((a, b), (b, a)):
        if (
            capital_of(inner.name) is not None
            and capital_of(inner.name) == state_named(outer.name)
            and capital_of(outer.name) is None
        ):
            return True
        if set(inner.name.casefold().split()) & set(outer.name.casefold().split()):
            return True
    is_state = [state_named(p.name) is not None and capital_of(p.name) is None for p in (a, b)]
    return any(is_state) and not all(is_state)


def _told_within(case: Case, a: Place, b: Place) -> bool:
    """True where any report of the story tells that one lies in the other; asked once in a story for any two names."""
    known: dict[Any, bool] = case.kept.setdefault(_told_within, {})
    names = frozenset({a.name, b.name})
    if names not in known:
        known[names] = _tells_within(case.readings, a.name, b.name)
    return known[names]


def _tells_within(readings: Sequence[Reading], a: str, b: str) -> bool:
    """True where any report tells that one place lies in the other: "Croydon, south London"."""
    for inner, outer in ((a, b), (b, a)):
        if not inner or not outer:
            continue
        for reading in readings:
            text, at = reading.article.text, -1
            while (at := text.find(inner, at + 1)) >= 0:
                after = text[at + len(inner) : at + len(inner) + len(outer) + _LINK]
                if outer in after and _WITHIN.fullmatch(after[: after.find(outer)]):
                    return True
    return False


def _leaves(case: Case, a: Place, b: Place) -> bool:
    """True where one of two places is where something comes from, or whom it is for, and the other where it is."""
    before = [
        reading.article.text[max(0, place.span.start - 10) : place.span.start].split()
        for reading, place in ((case.ours, a), (case.theirs, b))
    ]
    if any("from" in words for words in before):
        return True
    last = [words[-1].casefold() if words else "" for words in before]
    return any(len({word in some for word in last}) > 1 for some in (_FOR, _BESIDE))


def _anchored(case: Case, pair: FactPair) -> bool:
    """True where something besides the predicate shows one event: the day, or who took part."""
    ours, theirs = of_fact(case.a, pair.a), of_fact(case.b, pair.b)
    if any(x.fine and y.fine and x.same(y) for x in ours for y in theirs):
        return True
    dated = ours and theirs and not any(x.meets(y) for x in ours for y in theirs)
    return not dated and (pair.features.core >= _ANCHORED or case.aligned.score >= 0.5)
