"""Whom a passage says to have done something: by a verb of deeds, by blame, by a claim; and whom it rules out.

"Was beaten by his own bodyguards", "Orm built the dam", "blamed the attack on Boko Fida", "it was the work of two
schoolboys", "claimed responsibility for the strike", "by robbers, and not by jihadists".
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.compare.claims.causation import causations
from briefing.compare.claims.effects import Effect, effect_of
from briefing.compare.claims.syntax import OBJECT, Syntax, syntax
from briefing.compare.kept import kept
from briefing.compare.kinds import kinds_of
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Fact, Span

_ONCE = listed("done_once")
_TOLD = frozenset({"stated", "attributed"})
_DENIED = frozenset({"denied", "negated"})
_ENDLESS = 600
"""Code points of what is no sentence: captions and lists strung together."""
_BLAMING = frozenset({"blamed", "to blame", "the result of", "behind it", "caused by", "started by"})
_GROUPS = frozenset(
    {"group", "movement", "organisation", "organization", "network", "front", "brigade", "faction", "cell"}
)
_GROUP_NOUNS = frozenset(
    {"gang", "army", "police", "militia", "mafia", "troop", "opposition", "party", "crew", "family"}
)


class Doer(NamedTuple):
    """Somebody who did something, as one passage gives it.

    Attributes:
        words: Those that name the doer.
        entity: The story's entity, where the doer is named.
        type: Of the entity.
        name: Of the entity, else the words.
        sorts: What sorts of people the words show.
        effect: What was done.
        once: The thing, where it is a deed of making: "the dam" that somebody built.
        denied: True for one who is said not to have done it.
    """

    passage: Passage
    fact: Fact | None
    words: Span
    entity: str | None
    type: str
    name: str
    sorts: frozenset[str]
    effect: Effect
    once: Word | None
    denied: bool


@kept
def doers(reading: Reading, passage: Passage) -> tuple[Doer, ...]:
    """Everybody of whom a passage says that they did, or did not do, a deed."""
    found = [*_makers(reading, passage), *_agents(reading, passage), *_blamed(reading, passage)]
    unique: dict[tuple[Span, bool], Doer] = {}
    for one in found:
        unique.setdefault((one.words, one.denied), one)
    return tuple(unique.values())


def _makers(reading: Reading, passage: Passage) -> Iterator[Doer]:
    """Agents of deeds that are done to one thing once: "the dam was built by Orm"."""
    entities = {entity.id: entity for entity in reading.findings.entities}
    for fact in passage.facts:
        if fact.predicate.lemma not in _ONCE or fact.status not in _TOLD:
            continue
        agents = [x for x in fact.arguments if x.role == "agent" and x.entity in entities]
        things = [x for x in fact.arguments if x.role == "patient"]
        if len(agents) != 1 or len(things) != 1:
            continue
        agent, head = agents[0], reading.head(things[0])
        entity = entities[agent.entity or ""]
        if entity.type not in ("ORG", "PERSON") or head is None or head.pos not in ("NOUN", "PROPN"):
            continue
        if not _definite(reading, things[0]):
            continue
        id_ = reading.entity.get(entity.id, f"{reading.article.id}:{entity.id}")
        named = frozenset(reading.names(things[0].span)) - {reading.entity.get(entity.id, "")}
        effect = Effect(frozenset({fact.predicate.lemma}), named, frozenset({head}), False, False)
        yield Doer(passage, fact, agent.span, id_, entity.type, entity.name, frozenset(), effect, head, False)


def _agents(reading: Reading, passage: Passage) -> Iterator[Doer]:
    """Agents of deeds: "was beaten by his own bodyguards", "Boko Fida carried out the attack"."""
    parse = syntax(reading, passage)
    for fact in passage.facts if passage.span.length < _ENDLESS else ():
        lemma = fact.predicate.lemma.replace(" ", "-")
        taken = lemma == "take" and _taken_captive(reading, fact)
        if not (taken or lemma in _table("deeds") or lemma in _table("doing")) or fact.status not in _TOLD | _DENIED:
            continue
        at = next(iter(reading.tokens(fact.predicate.span)), None)
        agent = next((x for x in fact.arguments if x.role == "agent"), None)
        if at is None or agent is None or parse.tokens[at].pos != "VERB" or at not in parse.inside:
            continue
        denied = fact.status in _DENIED
        doing = parse.kid(at, (*OBJECT, "nsubjpass")) if lemma in _table("doing") else at
        if doing is None or (parse.tokens[doing].pos == "NOUN" and parse.tokens[doing].lemma not in _table("deeds")):
            continue
        effect = effect_of(reading, passage, doing, agent.span)
        if taken:
            effect = effect._replace(events=frozenset({"kidnap", "abduct", "abduction"}))
        yield from _parted(reading, parse, fact, agent.span, effect, denied)


def _taken_captive(reading: Reading, fact: Fact) -> bool:
    """True for people who "had been taken by" somebody."""
    patients = [reading.head(x) for x in fact.arguments if x.role == "patient"]
    told = reading.article.text[fact.predicate.start : fact.predicate.end].casefold() == "taken"
    people = any(h is not None and (h.pos == "PROPN" or "person" in kinds_of(h.lemma)) for h in patients)
    return told and people and not any(x.role in ("place", "recipient") for x in fact.arguments)


def _blamed(reading: Reading, passage: Passage) -> Iterator[Doer]:
    """Those whom a report blames: "blamed the attack on Boko Fida", "it was the work of schoolboys"."""
    parse = syntax(reading, passage)
    yield from _claimed(reading, parse)
    for one in causations(reading, passage):
        if one.name not in _BLAMING or not people(reading, passage, one.cause):
            continue
        effect = effect_of(reading, passage, one.effect, one.cause)
        if one.effect is not None and not effect.bare and not effect.events & deeds():
            continue
        doer = _doer(reading, passage, None, one.cause, effect, one.denied)
        if doer is not None:
            yield doer


def _claimed(reading: Reading, parse: Syntax) -> Iterator[Doer]:
    """Those who "claimed responsibility for the strike"."""
    for fact in parse.passage.facts:
        if fact.predicate.lemma not in ("claim", "accept", "admit") or fact.status not in _TOLD | _DENIED:
            continue
        agent = next((x for x in fact.arguments if x.role == "agent"), None)
        at = next(iter(reading.tokens(fact.predicate.span)), None)
        thing = parse.kid(at, OBJECT) if at is not None else None
        if agent is None or at is None or thing is None or parse.tokens[thing].lemma != "responsibility":
            continue
        deed = next(iter(parse.objects(thing, ("for",)) or parse.objects(at, ("for",))), None)
        effect = effect_of(reading, parse.passage, deed, agent.span)
        doer = _doer(reading, parse.passage, fact, agent.span, effect, fact.status in _DENIED)
        if doer is not None and (deed is None or effect.bare or effect.events & deeds()):
            yield doer


def _parted(reading: Reading, parse: Syntax, fact: Fact, words: Span, effect: Effect, denied: bool) -> Iterator[Doer]:
    """The doer, and who is said beside it not to be: "by robbers, and not by jihadists"."""
    doer = _doer(reading, parse.passage, fact, words, effect, denied)
    if doer is not None:
        yield doer
    for i in parse.inside:
        near = 0 <= parse.tokens[i].start - words.end <= 8
        if not near or denied or parse.word(i) != "not":
            continue
        last = next((k for k in range(i + 1, parse.inside.stop) if parse.tokens[k].pos in ("NOUN", "PROPN")), None)
        if last is not None and last - i <= 4:
            span = Span(parse.tokens[i + 1].start, parse.tokens[last].end)
            other = _doer(reading, parse.passage, fact, span, effect, True)
            if other is not None:
                yield other
        return


def _doer(
    reading: Reading, passage: Passage, fact: Fact | None, words: Span, effect: Effect, denied: bool
) -> Doer | None:
    entities = {entity.id: entity for entity in reading.findings.entities}
    head = _head(reading, passage, words)
    if head is None:
        return None
    tokens = reading.findings.tokens
    named = [m for m in reading.mentions(words) if m.form != "pronoun" and m.start <= tokens[head].start < m.end]
    appos = [m for m in reading.mentions(words) if m.form == "name" and m.type in ("ORG", "PERSON")]
    mention = next(iter(named or (appos if tokens[head].lemma in _GROUPS | {"member"} else [])), None)
    entity = entities.get(mention.entity) if mention is not None else None
    if entity is None and (tokens[head].pos == "PRON" or not _is_people(reading, head)):
        return None
    sorts = _sorts(reading, words)
    if entity is not None:
        sorts = _sorts_of({w for role in entity.roles for w in role.casefold().split()})
        if not sorts and _groups(entity.roles, reading, words):
            sorts = frozenset({"militants"})
    name = entity.name if entity is not None else _short(reading.text(words))
    id_ = reading.entity.get(entity.id, f"{reading.article.id}:{entity.id}") if entity is not None else None
    if entity is None and not sorts:
        return None
    type_ = entity.type if entity is not None else ""
    return Doer(passage, fact, words, id_, type_, name, sorts, effect, None, denied)


def _groups(roles: tuple[str, ...], reading: Reading, words: Span) -> bool:
    told = {w for role in roles for w in role.casefold().split()} | {w.lemma for w in reading.words(words)}
    return bool(told & _GROUPS)


@kept
def people(reading: Reading, passage: Passage, words: Span) -> bool:
    """True for words that name people or a body: whom somebody blames, not what."""
    head = _head(reading, passage, words)
    if head is None:
        return False
    start = reading.findings.tokens[head].start
    named = [m for m in reading.mentions(words) if m.start <= start < m.end and m.form == "name"]
    if named:
        return named[0].type in ("PERSON", "ORG", "NORP", "GPE")
    return _is_people(reading, head)


def _is_people(reading: Reading, head: int) -> bool:
    lemma = reading.findings.tokens[head].lemma
    return lemma in _GROUP_NOUNS | _GROUPS or "person" in kinds_of(lemma) or bool(_sorts_of({lemma}))


def _head(reading: Reading, passage: Passage, words: Span) -> int | None:
    """The token on which the words hang."""
    inside = [i for i in reading.tokens(words) if passage.first <= i < passage.last]
    tokens = reading.findings.tokens
    return next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), None)


def _sorts(reading: Reading, words: Span) -> frozenset[str]:
    """What sorts of people the words before a relative clause show; former soldiers are none."""
    tokens = reading.findings.tokens
    lemmas = []
    for i in reading.tokens(words):
        if tokens[i].pos in ("VERB", "AUX") or tokens[i].lemma in (",", "who", "that", "from", "against"):
            break
        lemmas.append(tokens[i].lemma)
    sorts = _sorts_of(set(lemmas))
    if {"former", "ex"} & set(lemmas) and sorts & {"soldiers", "police"}:
        return (sorts - {"soldiers", "police"}) | {"veterans"}
    return sorts


def _sorts_of(words: set[str]) -> frozenset[str]:
    return frozenset(sort for sort, nouns in _sort_table().items() if nouns & words)


def _definite(reading: Reading, argument: Argument) -> bool:
    """True for "the dam", "Kolani's dam"; not for "a dam" or "dams"."""
    first = reading.text(argument.span).split(" ", 1)[0].casefold()
    return first in ("the", "its", "his", "her", "their") or first.endswith(("'s", "’s"))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:57].rsplit(" ", 1)[0] + " ..."


def deeds() -> frozenset[str]:
    """Verbs and nouns for what is done to somebody or something once."""
    return _table("deeds")


@functools.lru_cache(maxsize=8)
def _table(name: str) -> frozenset[str]:
    return frozenset(str(_lists()[name]).split())


@functools.lru_cache(maxsize=1)
def _sort_table() -> dict[str, frozenset[str]]:
    return {sort: frozenset(nouns.split()) for sort, nouns in _lists()["sorts"].items()}


@functools.lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "doers.toml").read_text("utf-8"))


__all__ = ["Doer", "deeds", "doers", "people"]
