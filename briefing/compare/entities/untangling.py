"""A firm and its branch, a town and its region: what one article tells apart by these names, no other takes for one.

"Volkmar AG put money into Volkmar Bank" makes "Volkmar" in another article no short form of the bank, and "the town of
Beni" beside "Beni Territory" makes Beni the town.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.compare.entities.local import Local
from briefing.compare.names.bodies import Key, canonical
from briefing.compare.names.folding import key
from briefing.model import Article, Mention

Pair = tuple[Key, Key]


def untangled(found: Sequence[Local], articles: Iterable[Article]) -> list[Local]:
    """Locals, with those parted that hold two names which another article gives to two."""
    texts = {article.id: article.text for article in articles}
    by_article: dict[str, list[Local]] = defaultdict(list)
    for local in found:
        by_article[local.article].append(local)
    apart = {pair for locals_ in by_article.values() for pair in _told_apart(locals_)}
    return [part for local in found for part in _parted(local, apart, texts[local.article])] if apart else list(found)


def _told_apart(found: Sequence[Local]) -> Iterable[Pair]:
    """Names of two things of one article, of which one begins the other."""
    names: dict[Key, Local] = {}
    for local in found:
        if local.kind == "thing":
            names.update((canonical(form), local) for form in local.forms)
    for full, local in names.items():
        for size in range(1, len(full)):
            short = names.get(full[:size])
            if short is not None and short is not local and _is_of_its_own(short):
                yield full[:size], full


def _is_of_its_own(short: Local) -> bool:
    """True for a body, and for a place that is spoken of as a town: no slip of the article's."""
    return short.entity.type == "ORG" or "settled" in short.used


def _parted(local: Local, apart: set[Pair], text: str) -> list[Local]:
    if local.kind != "thing":
        return [local]
    forms = {canonical(form) for form in local.forms}
    short = next((pair[0] for pair in sorted(apart) if pair[0] in forms and pair[1] in forms), None)
    if short is None:
        return [local]
    ours: list[Mention] = []
    others: list[Mention] = []
    last = others
    for mention in sorted(local.mentions, key=lambda mention: mention.start):
        if mention.form in ("name", "short", "acronym"):
            last = ours if canonical(text[mention.start : mention.end]) == short else others
        last.append(mention)
    if not ours or not others:
        return [local]
    words = {key(form) for form in local.forms if canonical(form) == short}
    one = Counter({form: count for form, count in local.forms.items() if key(form) in words})
    rest = Counter({form: count for form, count in local.forms.items() if key(form) not in words})
    return [replace(local, mentions=tuple(ours), forms=one), replace(local, mentions=tuple(others), forms=rest)]
