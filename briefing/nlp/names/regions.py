"""Regions, rivers and works that an article names after a town which it names as well: "the Kharsk region"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from briefing.model import EntityType
from briefing.nlp.names import lexicon
from briefing.nlp.names.callings import kind_of
from briefing.nlp.names.spans import Name
from briefing.nlp.names.usage import usage

REACH = 3
"""Words behind a name within which the word for its kind stands: "the Kuroda nuclear power plant"."""


def told_from_towns(doc: Doc, names: Sequence[Name]) -> None:
    """Take "region" into the name where the same word is a town's elsewhere in the article, so that they are two."""
    around = [(name, *kind) for name in names if (kind := _kind_behind(doc, name)) is not None]
    if not around:
        return
    keys, long = {name.key for name, _, _ in around}, {id(name) for name, _, _ in around}
    bare = [name for name in names if name.key in keys and id(name) not in long]
    uses = {(name.key, usage(doc, name)) for name in bare}
    cities = {name.key[:-1] for name in names if name.key[-1] == "city"}
    for name, label, end in around:
        town = (name.key, "settled") in uses or name.key in cities
        town = town or (label == "LOC" and any(key == name.key and use != "water" for key, use in uses))
        if town or (label == "FAC" and (name.key, "inside") in uses):
            name.end, name.label = end, label
            name.key = (*name.key, *(word.lower_ for word in doc[end - 1 : end]))


def _kind_behind(doc: Doc, name: Name) -> tuple[EntityType, int] | None:
    """What the small word behind a name makes of it, a region, a river or a plant, and where that word ends."""
    if name.end >= len(doc) or name.label == "NORP" or name.title or name.key[:1] in lexicon.demonyms():
        return None
    last, after = doc[name.end - 1], doc[name.end]
    head = after if after.text in lexicon.AREAS_AROUND and last.head == after.head else last.head
    if last.dep_ not in ("compound", "amod", "nmod") or not name.end <= head.i < name.end + REACH:
        return None
    if head.tag_ != "NN" or not doc[name.end : head.i + 1].text.islower() or lexicon.is_body_word(name.key[-1]):
        return None
    if head.i == name.end and head.text in lexicon.AREAS_AROUND:
        return lexicon.AREAS_AROUND[head.text], head.i + 1
    return ("FAC", head.i + 1) if kind_of(head) == "FAC" else None
