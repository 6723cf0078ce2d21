"""Whom a description without a name means: "the minister", "the head of the brewery", "the drivers' union".

By the offices and kinds that the article gives its people and bodies. Where two may be meant, it stays a description.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc, Token

from briefing.model import Entity, Mention
from briefing.nlp.extensions import text_of
from briefing.nlp.names import lexicon
from briefing.nlp.names.agents import is_body
from briefing.nlp.quotes.grammar import phrase
from briefing.nlp.quotes.lexicon import words

BY_STATE = "speaker by the state"
BY_OFFICE = "speaker by the office"
BY_LEAD = "speaker by what is led"
BY_WORDS = "speaker by the words of a name"
BY_LAST = "speaker as the last body that acted"
BY_KIND = "speaker by the kind of company"
"""What the rules add to the record of a quotation whose source they name."""

_DEFINITE = frozenset({"the", "its", "their", "his", "her"})
_LESSER = frozenset({"prime", "deputy", "vice", "former", "ex", "acting", "assistant"})
_BACK = 200
"""Mentions that are looked through for the last holder of an office."""
_STEM = 5
"""Letters by which two forms of a word are taken for one: "controllers", "controllers'"."""
_BESIDE = 500
"""Code points back in which the one body that acted is "the company"."""
_NEAR = 1200
"""Code points back in which the one company named is "the carrier"."""
_NAMES = frozenset({"name", "short", "acronym"})
_TITLED = {"professor": "professor", "prof": "professor", "dr": "doctor", "inspector": "inspector"}
"""Titles in front of names, and what their bearer is called."""
_TITLE = 12
"""Code points before a name in which its title stands."""
_HEADS = lexicon.LEADERS | {"boss", "director", "chairperson", "commander", "manager"}


class Descriptions:
    """The holders of offices and the bodies by kind, of one article.

    Args:
        doc: The parse.
        mentions: Those of the names component, in the order of the text.
        entities: The entities by id.

    Attributes:
        rule: Name of the rule that was tried last; of the one that found, where one did.
    """

    def __init__(self, doc: Doc, mentions: Sequence[Mention], entities: Mapping[str, Entity]) -> None:
        self.rule = ""
        self._doc = doc
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._entities = entities
        self._holders: dict[str, set[str]] = defaultdict(set)
        for entity in entities.values():
            for role in entity.roles:
                self._holders[_office(role)].add(entity.id)
        self._by_stem: dict[str, set[str]] | None = None
        self._states = {
            state: entity
            for entity in entities.values()
            if entity.type == "GPE" and (state := lexicon.state_named(lexicon.key_of(entity.name)))
        }
        text = text_of(doc)
        for mention in mentions:
            if mention.type == "PERSON" and mention.form in _NAMES and (called := _title(text, mention)):
                self._holders[called].add(mention.entity)

    def holds(self, noun: str, entity: str) -> None:
        """Note that ``noun`` was said of an entity."""
        self._holders[noun].add(entity)

    def state(self, name: str) -> Entity | None:
        """The state whose capital speaks for it, or whose adjective is said of its government, where it is named."""
        key = lexicon.key_of(name)
        state = None if lexicon.state_named(key) else lexicon.state_of(key)
        return self._states.get(state) if state else None

    def of(self, head: Token) -> Entity | None:
        """Who is meant by the words around ``head``; None where nobody or several may be."""
        start, end = phrase(head)
        if self._doc[start].lower_ not in _DEFINITE and not any(c.dep_ == "poss" for c in head.lefts):
            return None
        before = bisect_left(self._starts, self._doc[start].idx)
        near = self._mentions[max(0, before - _BACK) : before]
        plain = head.i - start <= 1
        if head.lower_ == "government":
            self.rule = BY_STATE
            return self._government(head)
        self.rule = BY_OFFICE
        found = self._holder(head, near) if plain and self._doc[start].lower_ in _DEFINITE else None
        if found is not None and any(c.lower_ == "of" for c in head.rights) and not self._holds_all(found, head, end):
            found = None  # "the president of the Republic" beside a president of a court
        if found is None and head.lower_ in _HEADS and end > head.i + 1:
            self.rule = BY_LEAD
            found = self._leader(head, end, near)
        if found is None and is_body(head) and head.i > start:
            self.rule = BY_WORDS
            found = self._by_name(head, start)
        if (
            found is None
            and plain
            and self._doc[start].lower_ == "the"
            and head.lower_ in words("descriptions", "companies")
        ):
            self.rule = BY_KIND
            found = self._one_company(head, start, near)
        alone = end == head.i + 1 or self._doc[head.i + 1].text == ","
        if found is None and alone and self._doc[start].lower_ == "the":
            self.rule = BY_LAST
            found = self._last_subject(head, start, near)
        return found

    def _government(self, head: Token) -> Entity | None:
        """The state, in "the Bosnian government" and "the government in Belgrade"."""
        named = [c.text for c in head.lefts if c.dep_ in ("amod", "compound", "nmod")]
        named += [p.text for c in head.rights if c.lower_ == "in" for p in c.children if p.dep_ == "pobj"]
        return self.state(named[0]) if len(named) == 1 else None

    def _holder(self, head: Token, near: Sequence[Mention]) -> Entity | None:
        """Who was last named as holding the office, in "the minister said"."""
        holders = self._holders.get(head.lemma_.lower())
        for mention in reversed(near) if holders else ():
            if holders and mention.entity in holders:
                return self._entities.get(mention.entity)
        return None

    def _holds_all(self, holder: Entity, head: Token, end: int) -> bool:
        """True where one of the holder's roles has all the words after the office, or none after its own."""
        told = _stems(t.text for t in self._doc[head.i + 1 : end] if t.pos_ in ("NOUN", "PROPN", "ADJ"))
        roles = [role for role in holder.roles if _office(role) == head.lemma_.lower()]
        return not roles or any(" of " not in role or told & _stems(role.split()) for role in roles)

    def _leader(self, head: Token, end: int, near: Sequence[Mention]) -> Entity | None:
        """Who leads it, in "the head of the space agency" and "the head of government"."""
        led = _stems(token.text for token in self._doc[head.i + 1 : end] if token.pos_ in ("NOUN", "PROPN", "ADJ"))
        office = next((key for key in ("government", "state", "diplomacy") if led == _stems([key])), "")
        titles = words("descriptions", f"head_of_{office}") if office else frozenset[str]()
        found = {
            mention.entity
            for mention in near
            if mention.type == "PERSON"
            and any(_leads(role, led, titles) for role in self._entities[mention.entity].roles)
        }
        return self._entities[found.pop()] if len(found) == 1 else None

    def _by_name(self, head: Token, start: int) -> Entity | None:
        """The body whose name has all words of the description: "the drivers' union" of a Union of Bus Drivers."""
        asked = _stems(t.text for t in self._doc[start : head.i + 1] if t.pos_ in ("NOUN", "PROPN", "ADJ"))
        if len(asked) < 2:
            return None
        if self._by_stem is None:
            self._by_stem = defaultdict(set)
            for entity in self._entities.values():
                for stem in _stems(entity.name.split()) if entity.type == "ORG" else ():
                    self._by_stem[stem].add(entity.id)
        found = set.intersection(*(self._by_stem.get(stem, set()) for stem in asked))
        return self._entities[found.pop()] if len(found) == 1 else None

    def _one_company(self, head: Token, start: int, near: Sequence[Mention]) -> Entity | None:
        """The one body named shortly before that may be called so: "the carrier" after a Sahara Air."""
        since = self._doc[start].idx - _NEAR
        recent = {m.entity for m in near if m.type == "ORG" and m.start >= since and m.form in _NAMES}
        found = [one for one in recent if self._may_be(self._entities[one], head)]
        return self._entities[found[0]] if len(found) == 1 else None

    def _last_subject(self, head: Token, start: int, near: Sequence[Mention]) -> Entity | None:
        """The one body that acted shortly before: "Bluefin Seafoods halted exports. The company said"."""
        if head.lemma_.lower() not in words("descriptions", "any_company"):
            return None
        since, found = self._doc[start].idx - _BESIDE, None
        for mention in reversed(near):
            if mention.start < since:
                break
            if mention.type != "ORG" or mention.form not in _NAMES or mention.entity == found:
                continue
            name = self._doc.char_span(mention.start, mention.end)
            if (
                name is None
                or name.root.dep_ not in ("nsubj", "nsubjpass")
                or not self._may_be(self._entities[mention.entity], head)
            ):
                continue
            if found is not None:
                return None
            found = mention.entity
        return self._entities[found] if found is not None else None

    def _may_be(self, entity: Entity, head: Token) -> bool:
        """True for a body whose name and roles tell nothing else of its kind."""
        named = {word.lower() for form in entity.forms for word in form.split()}
        kinds = {_office(role) for role in entity.roles} | named
        if any(tuple(form.lower().split()) in lexicon.agencies() for form in entity.forms):
            return False
        public = (lexicon.BODY_NOUNS - lexicon.COMPANY) | lexicon.PRESS | words("descriptions", "public")
        return head.lemma_.lower() in kinds or not kinds & public


def _title(text: str, mention: Mention) -> str | None:
    """What the bearer of the title before a name is called, or of the one it begins with."""
    before = text[max(0, mention.start - _TITLE) : mention.start].split()[-1:]
    for word in (*before, *text[mention.start : mention.end].split()[:1]):
        if (called := _TITLED.get(word.lower().rstrip("."))) is not None:
            return called
    return None


def _leads(role: str, led: frozenset[str], titles: frozenset[str]) -> bool:
    """True for the role of whoever leads what is named by its words, or holds one of the titles."""
    office, _, what = role.lower().partition(" of ")
    if titles:
        return office.replace(" ", "_") in titles
    return office.split()[-1:] != [] and office.split()[-1] in _HEADS and led <= _stems(what.split())


def _stems(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(part.lower().rstrip(".,'’")[:_STEM] for part in parts if len(part) > 2) - {"the", "and"}


def _office(role: str) -> str:
    """The noun of a role: ``minister`` of "Minister of Health"; none of "prime minister", who is not "the minister"."""
    parts = role.split(" of ")[0].split(" for ")[0].lower().split()
    return "" if not parts or _LESSER & set(parts) else parts[-1]
