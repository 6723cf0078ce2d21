"""What one article knows of an entity, made ready for comparing."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from briefing.compare.entities.usage import Usage, usage
from briefing.compare.frequency import article_share
from briefing.compare.names.bodies import COMMON, Key, canonical, core, is_people, office, state_of
from briefing.compare.names.folding import key
from briefing.compare.names.people import is_title, person
from briefing.compare.states import state_named
from briefing.model import Article, Entity, Findings, Mention

Kind = Literal["person", "thing", "people"]
"""A person; a body, place or thing; a nation's people or its adjective."""

_OWNED = re.compile(r"(?:['’]s?)?\s+(?:[Nn]ew\s+|[Ff]ormer\s+)?")
_OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?")
_ENDING = re.compile(r"['’]s?$|[,;:]+$|(?<![.&][^\W\d_])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.$")


@dataclass(frozen=True, eq=False, slots=True)
class Local:
    """An entity of one article, or the part of it that the person split off.

    Attributes:
        article: The article's id.
        place: The article's place in the story.
        entity: The article's own record of it.
        mentions: Its mentions in the article, all forms.
        forms: How often each name form stands there, titles and possessive endings left out.
        kind: What it may be compared with.
        sure: True for a person whom a title, a role or a pronoun shows to be one.
        nation: The state whose ministry or office it is, where the words beside it say so.
        personal: True where a title in front, or "he" and "she", stand for it: no slip of types then.
        used: How its names are used, as far as a place may bear them.
        name: The fullest form.
    """

    article: str
    place: int
    entity: Entity
    mentions: tuple[Mention, ...]
    forms: Counter[str]
    kind: Kind
    sure: bool
    nation: str | None
    personal: bool = False
    used: frozenset[Usage] = frozenset()
    name: str = field(init=False)

    def __post_init__(self) -> None:
        fullest = max(self.forms, key=lambda form: (len(key(form)), len(form), self.forms[form], form), default="")
        object.__setattr__(self, "name", fullest)


def locals_of(articles: Sequence[Article], findings: Mapping[str, Findings]) -> list[Local]:
    """The entities of all articles that have at least one name, in order of article and first mention."""
    found: list[Local] = []
    for place, article in enumerate(articles):
        ours = findings[article.id]
        mentions: dict[str, list[Mention]] = {}
        for mention in ours.mentions:
            mentions.setdefault(mention.entity, []).append(mention)
        owners = dict(_owners(article, ours))
        for entity in ours.entities:
            named = mentions.get(entity.id, [])
            forms = forms_of(article, entity, named)
            if forms:
                nations = Counter(owners[m.id] for m in named if m.id in owners)
                nation = nations.most_common(1)[0][0] if nations else None
                found.append(_local(article, place, entity, named, forms, nation))
    return found


def _local(
    article: Article,
    place: int,
    entity: Entity,
    mentions: Sequence[Mention],
    forms: Counter[str],
    nation: str | None,
) -> Local:
    sure = entity.type == "PERSON" and bool(entity.gender or entity.roles)
    kind: Kind = "person" if entity.type == "PERSON" else "thing"
    if not sure and all(is_people(key(form)) for form in forms):
        kind = "people"
    return Local(
        article=article.id,
        place=place,
        entity=entity,
        mentions=tuple(mentions),
        forms=forms,
        kind=kind,
        sure=sure,
        nation=nation,
        personal=any(_is_personal(article.text, mention) for mention in mentions),
        used=frozenset(
            usage(article.text, mention.start, mention.end) for mention in mentions if mention.form in _NAMES
        ),
    )


_NAMES = frozenset({"name", "short", "acronym"})


def _is_personal(text: str, mention: Mention) -> bool:
    if mention.form == "pronoun":
        return text[mention.start : mention.end].lower() in _PERSONAL
    before = text[max(0, mention.start - 20) : mention.start].split()
    return bool(before) and is_title(before[-1])


_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})


def forms_of(article: Article, entity: Entity, mentions: Sequence[Mention]) -> Counter[str]:
    """The name forms of an entity and how often they stand in the article."""
    known = {key(form): form for form in reversed((entity.name, *entity.forms)) if key(form)}
    forms: Counter[str] = Counter()
    for mention in mentions:
        if mention.form in _NAMES:
            words = " ".join(_ENDING.sub("", article.text[mention.start : mention.end]).split())
            form = words if words in known.values() else known.get(key(words), words)
            if key(form):
                forms[form] += 1
    return forms


def generic(name: str) -> bool:
    """True for a name of common words alone ("Foreign Ministry", "Supreme Court"), which every state has one of."""
    return (
        all(article_share(word) >= COMMON or state_of((word,)) for word in core(name)) and state_of(core(name)) is None
    )


def mended(found: Sequence[Local]) -> list[Local]:
    """Locals with slips of types undone.

    A word that one article alone takes for a person, without a title or a pronoun, is the place or body of that name.
    """
    things = {canonical(local.name) for local in found if local.kind == "thing"}
    parts = {part for local in found if local.kind == "person" for part in _parts_of_full(local.name)}
    return [
        replace(local, kind="thing", sure=False)
        if local.kind == "person"
        and not local.personal
        and len(person(local.name).parts) == 1
        and canonical(local.name) in things
        and not parts.intersection(person(local.name).parts)
        else local
        for local in found
    ]


def _parts_of_full(name: str) -> tuple[str, ...]:
    parts = person(name).parts
    return parts if len(parts) > 1 else ()


def identity(local: Local) -> tuple[str, Key, str]:
    """Locals with the same identity are one by name alone."""
    name = local.name
    if local.kind == "people":
        return ("people", (), state_of(key(name)) or state_of(_singular(key(name))) or " ".join(key(name)))
    if local.kind == "person" and len(person(name).parts) > 1:
        return ("person", person(name).parts, person(name).generation)
    if local.kind == "person" and local.sure:
        return ("single", (*person(name).parts, person(name).generation), local.article)
    if local.entity.type == "LOC" and state_of(key(name)):
        return ("thing", canonical(name), "river")
    if generic(name) or office(name):
        found = office(name)
        return ("thing", canonical(name), (found.nation if found else None) or local.nation or "")
    return ("thing", canonical(name), "area" if local.used == {"area"} else "")


def _singular(name: Key) -> Key:
    return (*name[:-1], name[-1].removesuffix("s"))


def _owners(article: Article, findings: Findings) -> Iterator[tuple[str, str]]:
    """Mentions of bodies that stand beside a state's name or adjective ("Russia's Foreign Ministry"), and the state."""
    named = [m for m in findings.mentions if m.form != "pronoun"]
    for before, after in itertools.pairwise(named):
        between = article.text[before.end : after.start]
        if len(between) > 12:
            continue
        ends = article.text[before.start : before.end].endswith(("'s", "’s"))
        if after.type == "ORG" and (_OWNED.fullmatch(between) or (ends and not between.strip())):
            state = state_named(article.text[before.start : before.end])
            if state:
                yield after.id, state
        elif before.type == "ORG" and _OF.fullmatch(between):
            state = state_named(article.text[after.start : after.end])
            if state:
                yield before.id, state
