"""Who holds a place that one person holds: "the victim was named as N", "N will run the company".

Two reports that fill one such place with two people conflict, where each knows nothing of the other's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.who import others
from briefing.compare.kept import kept
from briefing.compare.kinds import kinds_of
from briefing.compare.lexicon import listed
from briefing.compare.names.people import compare_people
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Entity, Fact, Span

_SINGLE = listed("held_by_one")
_TOP = frozenset({"chief", "executive", "head", "boss", "ceo", "director", "leader", "manager"})
_NAMING = frozenset({"name", "identify", "recognise", "recognize"})
_APPOINTING = frozenset({"name", "appoint", "elect", "choose", "pick", "nominate", "select", "designate", "install"})
_LEADING = frozenset({"run", "lead", "head", "manage", "take over", "captain", "chair", "direct"})
_STANDING_IN = frozenset({"stand in", "fill in", "step in", "deputise", "deputize", "act"})
_MEANWHILE = re.compile(
    r"\b(?:for the time being|for now|until|till|meanwhile|in the meantime|temporarily|provisionally|interim|acting"
    r"|caretaker)\b",
    re.IGNORECASE,
)
_GOING = frozenset({"lead", "head"})
_PARTIES = frozenset({"delegation", "team", "party", "side", "mission"})
"""What somebody leads to talks or the like, each country or body one."""
_SUCCEEDING = frozenset({"succeed", "replace"})
_OTHERWISE = frozenset(
    {"former", "deputy", "vice", "acting", "late", "outgoing", "assistant", "ex", "interim", "then", "co"}
)
_OPENING = 3
_UNSURE = frozenset({"negated", "denied", "conditional", "hedged"})


class Holder(NamedTuple):
    """Somebody in a place, as one passage gives it.

    Attributes:
        office: Words for the place.
        of: Whose or what place it is: entities and nouns.
    """

    passage: Passage
    fact: Fact
    id: str
    name: str
    words: Span
    office: frozenset[str]
    of: frozenset[str]


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on places that two origins fill with two people."""
    told = [[h for passage in reading.passages for h in holders(reading, passage)] for reading in cases.readings]
    known = [set(reading.entity.values()) for reading in cases.readings]
    for i, j in itertools.combinations(range(len(told)), 2):
        if cases.readings[i].origin == cases.readings[j].origin:
            continue
        for one, other in itertools.product(told[i], told[j]):
            if one.id in known[j] and other.id in known[i]:
                continue
            if one.id == other.id or not one.office & other.office or _one_name(one, other):
                continue
            if not one.of & other.of and not _both_about_it(cases, one, other):
                continue
            if _filled_by(told[i], other) or _filled_by(told[j], one):
                continue
            case = cases.of(one.passage, other.passage)
            if others(case, *((one.fact, other.fact) if case.a is one.passage else (other.fact, one.fact))):
                continue
            office = min(one.office & other.office)
            values = case.values((one.words, one.name), (other.words, other.name))
            why = f"{one.name} against {other.name} ({office})."
            facts = (one.fact, other.fact)
            yield (
                case,
                Verdict("conflict", "name", "one place, two people", why, values, facts, weight=1.8, issue=office),
            )


def _both_about_it(cases: CaseMaker, one: Holder, other: Holder) -> bool:
    """True where a report does not name the body, and both open with who is to head it."""
    if one.of and other.of:
        return False
    return all(x.passage.number - cases.readings[x.passage.source].passages[0].number < _OPENING for x in (one, other))


def _one_name(one: Holder, other: Holder) -> bool:
    shared = set(one.name.casefold().split()) & set(other.name.casefold().split())
    return bool(shared) or compare_people(one.name, other.name).verdict == "same"


def _filled_by(told: list[Holder], other: Holder) -> bool:
    return any(x.id == other.id or _one_name(x, other) for x in told)


@kept
def holders(reading: Reading, passage: Passage) -> tuple[Holder, ...]:
    """Everybody whom a passage puts into a place of one."""
    found: list[Holder] = []
    for fact in passage.facts:
        if fact.status not in _UNSURE:
            found.extend(_named(reading, passage, fact))
            found.extend(_appointed(reading, passage, fact))
            found.extend(_acting(reading, passage, fact))
            found.extend(_standing_in(reading, passage, fact))
            found.extend(_leading(reading, passage, fact))
    return tuple(found)


def _named(reading: Reading, passage: Passage, fact: Fact) -> Iterator[Holder]:
    """``The driver who died was identified as N``."""
    if fact.predicate.lemma not in _NAMING:
        return
    patient = next((x for x in fact.arguments if x.role == "patient"), None)
    person = _person(reading, next((x for x in fact.arguments if x.role == "attribute"), None))
    head = reading.head(patient) if patient is not None else None
    if patient is None or person is None or head is None or "person" not in kinds_of(head.lemma):
        return
    words = reading.text(patient.span).casefold().split()
    last = reading.tokens(patient.head or patient.span)
    singular = bool(last) and reading.text(_span(reading, last[-1])).casefold() == head.lemma
    if words[0] in ("the", "his", "her", "their", "its") and singular:
        dead = {"dead", "victim", "die", "kill", "killed", "died"} & {w.lemma for w in passage.words}
        yield Holder(passage, fact, *person, frozenset({"victim" if dead else head.lemma}), frozenset({"named"}))


def _appointed(reading: Reading, passage: Passage, fact: Fact) -> Iterator[Holder]:
    """``Named N as its new chief executive``, ``N will run the company``, ``N will succeed the late archbishop``."""
    lemma = fact.predicate.lemma
    agent = next((x for x in fact.arguments if x.role == "agent"), None)
    patient = next((x for x in fact.arguments if x.role == "patient"), None)
    attribute = next((x for x in fact.arguments if x.role == "attribute"), None)
    if lemma in _APPOINTING and patient is not None and attribute is not None:
        person, office = _person(reading, patient), _office(reading, attribute.span)
    elif lemma in _LEADING and agent is not None and patient is not None and fact.status == "planned":
        person, office = _person(reading, agent), frozenset({"head"})
    elif lemma in _SUCCEEDING and agent is not None and patient is not None:
        person, office = _person(reading, agent), _office(reading, patient.span)
    elif lemma.partition(" ")[0] == "be" and patient is not None and attribute is not None:
        person, office = _person(reading, attribute), _office(reading, patient.span)
        if "new" not in reading.text(patient.span).casefold().split():
            return
    else:
        return
    if person is not None and office:
        of = frozenset(reading.names(passage.span)) - {person[0]} | _before(reading, passage)
        yield Holder(passage, fact, *person, office, of)


def _standing_in(reading: Reading, passage: Passage, fact: Fact) -> Iterator[Holder]:
    """``N will stand in for her``, ``until a successor is found the board will be headed by N``."""
    person = _person(reading, next((x for x in fact.arguments if x.role == "agent"), None))
    if person is None:
        return
    if fact.predicate.lemma in _STANDING_IN:
        for argument in fact.arguments:
            entity = reading.entity.get(argument.entity or "")
            if argument.role not in ("agent", "time", "place") and entity not in (None, person[0]):
                yield Holder(passage, fact, *person, frozenset({"stand-in"}), frozenset({str(entity)}))
    elif (
        fact.predicate.lemma in _LEADING and fact.status == "planned" and _MEANWHILE.search(reading.text(passage.span))
    ):
        of = frozenset(reading.names(passage.span)) - {person[0]} | _before(reading, passage)
        yield Holder(passage, fact, *person, frozenset({"stand-in"}), of)


def _leading(reading: Reading, passage: Passage, fact: Fact) -> Iterator[Holder]:
    """``N, who led the Finnish delegation``: of a country or a body that is named beside it."""
    patient = next((x for x in fact.arguments if x.role == "patient"), None)
    person = _person(reading, next((x for x in fact.arguments if x.role == "agent"), None))
    if fact.predicate.lemma not in _GOING or patient is None or person is None:
        return
    head = reading.head(patient)
    if head is None or head.lemma not in _PARTIES:
        return
    words = reading.text(patient.span).replace("’s", "").replace("'s", "").split()
    whose = frozenset(word.casefold() for word in words[1:] if word[:1].isupper()) | {*reading.names(patient.span)}
    if whose:
        yield Holder(passage, fact, *person, frozenset({"head of the delegation"}), whose)


def _acting(reading: Reading, passage: Passage, fact: Fact) -> Iterator[Holder]:
    """``The returning officer, N, declared the result``: somebody who does by office what is done once."""
    acts = _acts(fact.predicate.lemma)
    if not acts or fact.status not in ("stated", "attributed"):
        return
    agent = next((x for x in fact.arguments if x.role == "agent"), None)
    person = _person(reading, agent)
    if agent is None or person is None:
        return
    office = _office(reading, agent.span, exact=True)
    things = frozenset(
        f"{act}:{head.lemma}"
        for x in fact.arguments
        if x.role == "patient" and (head := reading.head(x)) is not None and head.pos == "NOUN"
        for act in acts
    )
    things |= frozenset(f"{act}:" for act in acts & {"declare", "sentence"})
    if office and things:
        yield Holder(passage, fact, *person, office, things)


def _acts(lemma: str) -> frozenset[str]:
    return frozenset(act for act in _OFFICIAL if lemma in _OFFICIAL[act])


_OFFICIAL = {
    "declare": {"declare", "announce", "proclaim", "read out"},
    "open": {"open", "inaugurate", "unveil"},
    "sentence": {"sentence", "jail", "convict", "acquit", "fine"},
    "sign": {"sign", "initial"},
    "lead": {"lead", "head", "chair", "preside over"},
}


def _office(reading: Reading, span: Span, *, exact: bool = False) -> frozenset[str]:
    tokens = reading.findings.tokens
    words = [tokens[i].lemma for i in reading.tokens(span) if tokens[i].pos in ("NOUN", "PROPN", "ADJ")]
    if set(words) & _OTHERWISE - ({"late"} if not exact else set()):
        return frozenset()
    single = set(words) & _SINGLE
    if exact:
        return frozenset({" ".join(sorted(single))}) if single else frozenset()
    return frozenset(single | ({"head"} if single & _TOP else set())) - {"chief", "executive", "director"}


def _before(reading: Reading, passage: Passage) -> frozenset[str]:
    """Names of the passage before, which "the company" may stand for."""
    at = passage.number - reading.passages[0].number
    return frozenset(reading.passages[at - 1].names) if at > 0 else frozenset()


def _person(reading: Reading, argument: Argument | None) -> tuple[str, str, Span] | None:
    """The story's entity, the name and the words of a person whom an argument names in full."""
    if argument is None:
        return None
    entities = _entities(reading)
    for mention in reading.mentions(argument.span):
        entity = entities.get(mention.entity)
        named = mention.form == "name" and entity is not None and len(entity.name.split()) > 1
        if named and entity is not None and (entity.type == "PERSON" or mention.entity == argument.entity):
            return reading.entity.get(entity.id, f"{reading.article.id}:{entity.id}"), entity.name, mention.span
    return None


@kept
def _entities(reading: Reading) -> dict[str, Entity]:
    """The entities of an article by id."""
    return {entity.id: entity for entity in reading.findings.entities}


def _span(reading: Reading, token: int) -> Span:
    return Span(reading.findings.tokens[token].start, reading.findings.tokens[token].end)


__all__ = ["across", "holders"]
