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
from briefing.nlp.quotes.bodies import Bodies
from briefing.nlp.quotes.grammar import phrase
from briefing.nlp.quotes.lexicon import words
from briefing.nlp.quotes.people import People
from briefing.nlp.quotes.strangers import Strangers

BY_STATE = "speaker by the state"
BY_OFFICE = "speaker by the office"
BY_LEAD = "speaker by what is led"
BY_WORDS = "speaker by the words of a name"
BY_KIND = "speaker by the kind of body"
BY_ROLE = "speaker by what the text calls people"
BY_PEOPLE = "speaker by nationality"
"""What the rules add to the record of a quotation whose source they name."""

_DEFINITE = frozenset({"the", "its", "their", "his", "her"})
_LESSER = frozenset({"prime", "deputy", "vice", "former", "ex", "acting", "assistant"})
_BACK = 200
"""Mentions that are looked through for the last holder of an office."""
_STEM = 5
"""Letters by which two forms of a word are taken for one: "controllers", "controllers'"."""
_ITSELF = frozenset({"itself", "himself", "herself"})
_SEATED = frozenset({"mp", "senator", "congressman", "congresswoman"})
"""Whose seat may follow: "the MP for Tyre"."""
_NAMES = frozenset({"name", "short", "acronym"})
_TITLED = {"professor": "professor", "prof": "professor", "dr": "doctor", "inspector": "inspector", "father": "priest"}
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
        strangers = Strangers(doc)
        self._bodies = Bodies(doc, mentions, entities, strangers)
        self._people = People(doc, mentions, entities, strangers)
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
        if found is None and self._singled_out(head, start, end):
            self.rule = BY_KIND
            found = self._bodies.of(head, start)
            if found is None and self._doc[start].lower_ == "the":
                self.rule = BY_ROLE
                found = self._people.of(head, start)
        return found

    def one_of_a_people(self, head: Token) -> Entity | None:
        """Who is meant by "the Dane"."""
        start, _ = phrase(head)
        if self._doc[start].lower_ != "the":
            return None
        self.rule = BY_PEOPLE
        return self._people.national(head, start)

    def _singled_out(self, head: Token, start: int, end: int) -> bool:
        """True for "the X", alone or before a comma: no other words tell which X."""
        first = self._doc[start]
        opened = first.lower_ == "the" or (first.dep_ == "poss" and first.ent_type_ in ("GPE", "NORP"))
        if head.i + 1 < len(self._doc) and self._doc[head.i + 1].tag_ in ("WDT", "WP", "VBN"):
            return False  # "the trust that runs it"
        alone = end == head.i + 1 or self._doc[head.i + 1].text == "," or self._doc[head.i + 1].lower_ in _ITSELF
        return opened and (alone or head.lower_ in _SEATED)

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
