"""Regions and rivers that an article names after a town which it names as well: "the Kharsk region", "Kharsk"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from briefing.model import EntityType
from briefing.nlp.names import lexicon
from briefing.nlp.names.spans import Name
from briefing.nlp.names.usage import usage


def told_from_towns(doc: Doc, names: Sequence[Name]) -> None:
    """Take "region" into the name where the same word is a town's elsewhere in the article, so that they are two."""
    around = [(name, kind) for name in names if (kind := _kind_behind(doc, name)) is not None]
    if not around:
        return
    keys = {name.key for name, _ in around}
    bare = [name for name in names if name.key in keys and _kind_behind(doc, name) is None]
    towns = {name.key for name in bare if usage(doc, name) == "settled"}
    others = {name.key for name in bare if usage(doc, name) != "water"}
    cities = {key for key in keys for name in names if name.key == (*key, "city")}
    for name, kind in around:
        if name.key in towns | cities or (kind == "LOC" and name.key in others):
            name.end += 1
            name.label, name.key = kind, (*name.key, doc[name.end - 1].lower_)


def _kind_behind(doc: Doc, name: Name) -> EntityType | None:
    """What the small word behind a name makes of it: a region or a river."""
    if name.end >= len(doc) or name.label == "NORP" or name.title or name.key[:1] in lexicon.demonyms():
        return None
    after, last = doc[name.end], doc[name.end - 1]
    if after.tag_ != "NN" or last.dep_ not in ("compound", "amod", "nmod") or last.head != after:
        return None
    return None if lexicon.is_body_word(name.key[-1]) else lexicon.AREAS_AROUND.get(after.text)
