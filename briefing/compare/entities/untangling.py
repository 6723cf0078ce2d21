"""A firm and its branch, a town and its region: what one article tells apart by these names, no other takes for one.

"Volkmar AG put money into Volkmar Bank" makes "Volkmar" in another article no short form of the bank, and "the town of
Beni" beside "Beni Territory" makes Beni the town.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.compare.entities.local import Local
from briefing.compare.names.bodies import Key, canonical, ends_in_head
from briefing.compare.names.folding import key
from briefing.compare.names.people import person
from briefing.model import Article, Mention

Pair = tuple[Key, Key]
CROWD = 60
"""People of one surname in one article beyond which nothing is to be learned from them."""


def told_apart(found: Sequence[Local], articles: Iterable[Article]) -> Mapping[Key, set[Key]]:
    """Shorter name -> longer names that some article gives to another."""
    texts = {article.id: article.text for article in articles}
    by_article: dict[str, list[Local]] = defaultdict(list)
    for local in found:
        by_article[local.article].append(local)
    apart: dict[Key, set[Key]] = defaultdict(set)
    for article, ours in by_article.items():
        for short, full in itertools.chain(_things(ours, texts[article]), _people(ours)):
            apart[short].add(full)
    return apart


def untangled(found: Sequence[Local], apart: Mapping[Key, set[Key]], articles: Iterable[Article]) -> list[Local]:
    """Locals, with those parted that hold two names which another article gives to two."""
    texts = {article.id: article.text for article in articles}
    return [part for local in found for part in _parted(local, apart, texts[local.article])] if apart else list(found)


def _things(found: Sequence[Local], text: str) -> Iterator[Pair]:
    """Names of two things of one article, of which one begins the other."""
    names: dict[Key, Local] = {}
    for local in found:
        if local.kind == "thing":
            names.update((canonical(form), local) for form in local.forms)
    for full, local in names.items():
        for size in range(1, len(full)):
            short = names.get(full[:size])
            if short is not None and short is not local and _is_of_its_own(short, local, text):
                yield full[:size], full


def _people(found: Sequence[Local]) -> Iterator[Pair]:
    """Full names of two people of one surname."""
    by_end: dict[str, list[tuple[Key, Local]]] = defaultdict(list)
    for local in found:
        for form in local.forms if local.kind == "person" else ():
            if len(person(form).parts) > 1:
                by_end[canonical(form)[-1]].append((canonical(form), local))
    for rows in by_end.values():
        if len(rows) <= CROWD:
            yield from ((x, y) for x, one in rows for y, other in rows if one is not other and x != y)


def _is_of_its_own(short: Local, full: Local, text: str) -> bool:
    """True for a town by its use, a ware, a body that stays one behind the longer name, or in one breath with it.

    A word before the longer name is only early, "Harvard" in front of "Harvard University"; the Bar Association is not.
    """
    if "settled" in short.used or (short.entity.type == "PRODUCT" != full.entity.type):
        return True
    first, named = full.mentions[0], [mention for mention in short.mentions if mention.form != "pronoun"]
    whole = short.entity.type == "ORG" and ends_in_head(canonical(short.name))
    if named and (whole or (short.entity.type == "ORG" and named[0].start > first.start)):
        return True
    ends = sorted((m.start, m.end) for m in full.mentions if m.form != "pronoun")[:CROWD]
    return any(
        0 < start - mention.end < REACH and not _SENTENCE.search(text, mention.end, start)
        for mention in named[:CROWD]
        for start, _ in ends
    )


REACH = 160
_SENTENCE = re.compile(r"[.!?;:]['”’\")]*\s|\n")


def _parted(local: Local, apart: Mapping[Key, set[Key]], text: str) -> list[Local]:
    forms = {canonical(form) for form in local.forms}
    short = min((form for form in forms if apart.get(form, set()) & forms), default=None)
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
