"""Surnames that an article uses before it names their bearer in full, where another article knows another bearer.

News names people in full first. "Mayor Duarte" before "Paulo Duarte" may be Helena, of whom another report tells:
such mentions become somebody of their own, to be placed by office like any other surname.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from briefing.compare.entities.local import Local
from briefing.compare.names.folding import fold
from briefing.compare.names.people import compare_people, is_title, person
from briefing.model import Article, Mention

CROWD = 200
"""Full names of one surname in one story beyond which none is looked at."""
_OFFICE = re.compile(r"(?:(?:[A-Z][\w'’.-]+ ){1,4}|\b[a-z]+ )$")
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "madam", "lady", "lord", "dame", "mister", "prof"})


def loosened(found: Sequence[Local], articles: Iterable[Article]) -> list[Local]:
    """Locals, with surnames that come too early parted from the full name where somebody else may be meant."""
    by_id = {article.id: article for article in articles}
    bearers: Mapping[str, set[str]] = defaultdict(set)
    for local in found:
        for name in _full_names(local):
            bearers[person(name).parts[-1]].add(name)
    result: list[Local] = []
    for local in found:
        others = {name for own in _full_names(local) for name in bearers[person(own).parts[-1]]}
        rival = len(others) <= CROWD and any(
            compare_people(own, name).verdict == "different" for own in _full_names(local) for name in others
        )
        result += _parted(local, by_id[local.article]) if rival else [local]
    return result


def _full_names(local: Local) -> list[str]:
    return [form for form in local.forms if len(person(form).parts) > 1] if local.kind == "person" else []


def _parted(local: Local, article: Article) -> list[Local]:
    """The early mentions and the rest; the local as it is where none is early, or the text goes on to call it so."""
    silent = [(mark.start, mark.end) for mark in article.furniture]
    named = [m for m in local.mentions if m.form != "pronoun" and not any(a <= m.start < b for a, b in silent)]
    full = next((m.start for m in named if len(person(article.text[m.start : m.end]).parts) > 1), None)
    if full is None:
        return [local]
    surnames = {person(name).parts[-1:] for name in _full_names(local)}
    early = [m for m in named if m.start < full and person(article.text[m.start : m.end]).parts in surnames]
    again = any(m.start > full and len(person(article.text[m.start : m.end]).parts) == 1 for m in named)
    titles = [title for m in early if (title := _office(article.text, m))]
    if not early or (again and not titles):
        return [local]
    first, last = early[0].start, full
    ours = [m for m in local.mentions if first <= m.start < last and not any(a <= m.start < b for a, b in silent)]
    return [_part(local, article, ours, titles), _rest(local, article, ours, titles)]


def _office(text: str, mention: Mention) -> str:
    """The office in front of a mention: "Mayor" of "Mayor Duarte"; empty for a courtesy or nothing."""
    match = _OFFICE.search(text[max(0, mention.start - 60) : mention.start])
    words = match.group().split() if match else []
    return " ".join(words) if words and is_title(words[-1]) and words[-1].strip(".").lower() not in _COURTESY else ""


def _part(local: Local, article: Article, mentions: Sequence[Mention], titles: Sequence[str]) -> Local:
    names = Counter(article.text[m.start : m.end] for m in mentions if m.form != "pronoun")
    forms = Counter({form: count for form, count in local.forms.items() if form in names}) or names
    entity = msgspec.structs.replace(local.entity, roles=tuple(dict.fromkeys(titles)), gender=None)
    return replace(local, entity=entity, mentions=tuple(mentions), forms=forms, sure=True)


def _rest(local: Local, article: Article, early: Sequence[Mention], titles: Sequence[str]) -> Local:
    mentions = [m for m in local.mentions if m not in early]
    kept = {" ".join(article.text[m.start : m.end].split()) for m in mentions}
    forms = Counter({form: count for form, count in local.forms.items() if form in kept or len(person(form).parts) > 1})
    roles = tuple(role for role in local.entity.roles if fold(role) not in {fold(title) for title in titles})
    own = any(m.form == "pronoun" for m in mentions) or not any(m.form == "pronoun" for m in early)
    entity = msgspec.structs.replace(local.entity, roles=roles, gender=local.entity.gender if own else None)
    return replace(local, entity=entity, mentions=tuple(mentions), forms=forms)
