"""Which named body a description means: "the club", "the watchdog", "the mining group".

By the kinds that names and descriptions show. Where two may be meant, none is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from briefing.model import Entity, Mention
from briefing.nlp.extensions import text_of
from briefing.nlp.names import lexicon
from briefing.nlp.quotes import kinds
from briefing.nlp.quotes.strangers import Strangers

_NEAR = 1200
"""Code points back in which a body whose kind nothing shows may be meant."""
_CLOSE = 600
"""Code points back in which another of the kind makes it doubtful who is meant."""
_BESIDE = 500
"""Code points back in which the one body that acted is meant."""
_NAMES = frozenset({"name", "short", "acronym"})
_TYPES = frozenset({"ORG", "FAC", "PRODUCT", "WORK"})
_STEM = 5
"""Letters by which two forms of a word are taken for one: "controllers", "controllers'"."""
_WATCHING = frozenset({"regulator", "watchdog", "supervisor", "inspectorate", "overseer"})
"""Nouns that mean the one body that watches over a thing, whatever the words beside them."""
_WORD = 24
_CALLED = re.compile(r"([a-z]+),? [(]?$")
"""The noun before a body's initials."""
_WEAK = frozenset({"agency", "institute", "station", "panel", "charity", "international", "governing", "maker"})
"""Kinds whose nouns are said of companies too: "the credit agency Equifax"."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Bodies:
    """The bodies of one article by kind.

    Args:
        doc: The parse.
        mentions: Those of the names component, in the order of the text.
        entities: The entities by id.
        strangers: What is told of without a name.
    """

    def __init__(
        self, doc: Doc, mentions: Sequence[Mention], entities: Mapping[str, Entity], strangers: Strangers
    ) -> None:
        self._doc = doc
        self._entities = entities
        self._strangers = strangers
        self._text = text_of(doc)
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._at: dict[str, list[int]] = {}
        self._kinds: dict[str, kinds.Kinds] = {}
        self._public = (lexicon.BODY_NOUNS - lexicon.COMPANY) | lexicon.PRESS
        for mention in mentions:
            entity = entities.get(mention.entity)
            if entity is not None and entity.type in _TYPES:
                self._at.setdefault(entity.id, []).append(mention.start)
        for number in self._at:
            self._kinds[number] = self._shown(entities[number])
        for mention in mentions:
            if (said := self._said_before(mention)) and mention.entity in entities:
                at = self._at.setdefault(mention.entity, [])
                if mention.start not in at:
                    at.append(mention.start)
                self._kinds[mention.entity] = self._kinds.get(mention.entity, frozenset()) | said

    def _said_before(self, mention: Mention) -> kinds.Kinds:
        """What a body is called right before its name: "the drivers' union, ASLO"."""
        name = self._text[mention.start : mention.end]
        if mention.type in _TYPES or mention.form not in _NAMES or not name.isupper():
            return frozenset()
        before = _CALLED.search(self._text[max(0, mention.start - _WORD) : mention.start])
        return kinds.called(before[1]) if before is not None else frozenset()

    @staticmethod
    def _shown(entity: Entity) -> kinds.Kinds:
        """The kinds that its descriptions tell, else those that its names show."""
        told: kinds.Kinds = frozenset()
        for role in entity.roles:
            told |= kinds.of_role(role)
        for form in entity.forms or (entity.name,):
            told |= kinds.of_name(form) if len(form) > 1 else frozenset()
        return told

    def of(self, head: Token, start: int) -> Entity | None:
        """The body meant by the words from token ``start`` to ``head``."""
        noun = head.lemma_.lower()
        asked = kinds.called(noun)
        beside = [t for t in self._doc[start : head.i] if t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")]
        if (
            not asked
            or any(t.lower_ in kinds.listed("beside", "other") for t in beside)
            or head.tag_ not in ("NN", "NNP")
        ):
            return None
        trades = [kinds.trade(t.lower_) & asked for t in beside]
        for shown in trades:
            asked = shown or asked
        left = [t for t, shown in zip(beside, trades, strict=True) if not shown and not _neutral(t)]
        states = {s for t in beside if (s := lexicon.state_of((t.lower_,)))}
        here = self._doc[start].idx
        fits = [number for number, shown in self._kinds.items() if shown & asked and self._from(number, states)]
        if left:
            fits = self._told_more(fits, left) or (fits if noun in _WATCHING else [])
        before = [number for number in fits if self._at[number][0] < here]
        before = [number for number in before if self._has(number, noun)] or before
        if before:
            found = self._one(before, here, noun)
            return (
                found if found is None or not self._strangers.between(noun, self._last(found.id, here), here) else None
            )
        if left or self._strangers.any(noun):
            return None
        if noun in kinds.listed("open") and (unknown := self._open(here, head)) is not None:
            return unknown
        later = len(fits) == 1 and not self._open_any(here)
        return self._entities[fits[0]] if later and noun not in kinds.listed("beside", "loose") else None

    def _from(self, number: str, states: set[str]) -> bool:
        """False for a body that is told to be of another country."""
        told = {
            s
            for role in self._entities[number].roles
            for word in role.split()
            if (s := lexicon.state_of((word.lower(),)))
        }
        return not states or not told or bool(told & states)

    def _told_more(self, fits: list[str], left: list[Token]) -> list[str]:
        """Those whose names or descriptions have all the words."""
        asked = {t.lower_.rstrip("s'’")[:_STEM] for t in left}
        kept = []
        for number in fits:
            entity = self._entities[number]
            said = {w.lower()[:_STEM] for text in (*entity.forms, *entity.roles) for w in text.split()}
            if asked <= said:
                kept.append(number)
        return kept

    def _has(self, number: str, noun: str) -> bool:
        """True where its name or a description has the noun itself."""
        entity = self._entities[number]
        named = any(noun in form.lower().split() for form in entity.forms)
        return named or any(kinds.role_noun(role) == noun for role in entity.roles)

    def _last(self, number: str, here: int) -> int:
        """Where the body was mentioned last before the code point."""
        at = self._at[number]
        return at[bisect_left(at, here) - 1]

    def _one(self, before: list[str], here: int, noun: str) -> Entity | None:
        """The only one, or the last one where the others were named long before."""
        ranked = sorted(before, key=lambda number: self._last(number, here), reverse=True)
        last = self._last(ranked[0], here)
        if len(ranked) > 1 and here - self._last(ranked[1], here) <= _CLOSE:
            acted = self._acted(ranked, here) if noun in kinds.listed("beside", "loose") else None
            return self._entities[acted] if acted is not None else None
        if (here - last > _NEAR and self._open_any(here)) or self._joined(ranked[0], last):
            return None
        return self._entities[ranked[0]]

    def _joined(self, number: str, start: int) -> bool:
        """True where another body is named beside it: "two airlines, Skyline and Aeronord"."""
        at = bisect_left(self._starts, start)
        beside = self._mentions[max(0, at - 1) : at + 2]
        for mention in beside:
            first, last = sorted((mention, self._mentions[at]), key=lambda m: m.start)
            between = self._text[first.end : last.start].strip(" ,")
            if mention.entity != number and mention.type == "ORG" and between in ("and", "or", "&"):
                return True
        return False

    def _acted(self, among: list[str], here: int) -> str | None:
        """The one of them that was a subject shortly before."""
        found: set[str] = set()
        for index in range(bisect_left(self._starts, here) - 1, -1, -1):
            mention = self._mentions[index]
            if mention.start < here - _BESIDE:
                break
            if mention.entity in among and mention.form in _NAMES and self._subject(mention):
                found.add(mention.entity)
        return found.pop() if len(found) == 1 else None

    def _subject(self, mention: Mention) -> bool:
        name = self._doc.char_span(mention.start, mention.end)
        return name is not None and name.root.dep_ in _SUBJECTS

    def _unknown(self, number: str) -> bool:
        """True for a body of which nothing tells what kind it is."""
        entity = self._entities[number]
        if self._kinds[number] - _WEAK or entity.type != "ORG":
            return False
        named = {word.lower() for form in entity.forms for word in form.split()}
        roles = {kinds.role_noun(role) for role in entity.roles}
        agency = any(lexicon.key_of(form) in lexicon.agencies() | lexicon.known_bodies() for form in entity.forms)
        return not agency and not (named | roles) & self._public

    def _open_any(self, here: int) -> bool:
        """True where a body of no known kind was named shortly before."""
        return any(self._unknown(number) and 0 <= here - self._nearest(number, here) <= _NEAR for number in self._at)

    def _nearest(self, number: str, here: int) -> int:
        at = self._at[number]
        index = bisect_left(at, here) - 1
        return at[index] if index >= 0 else here + 1

    def _open(self, here: int, head: Token) -> Entity | None:
        """The one body of no known kind that was named shortly before."""
        near = [n for n in self._at if 0 <= here - self._nearest(n, here) <= _NEAR and self._unknown(n)]
        if len(near) > 1:
            acted = self._acted(near, here)
            return self._entities[acted] if acted is not None else None
        return self._entities[near[0]] if near else None


def _neutral(token: Token) -> bool:
    """True for a word that tells nothing of what a body does: "troubled", "Oslo-based", "Danish"."""
    word = token.lower_
    if (
        token.ent_type_ in ("NORP", "GPE", "DATE")
        or lexicon.state_of((word,))
        or token.tag_ in ("VBN", "VBG", "JJR", "JJS")
    ):
        return True
    hyphenated = "-" in word or (token.i + 1 < len(token.doc) and token.nbor(1).text == "-")
    return hyphenated or word in kinds.listed("beside", "neutral")
