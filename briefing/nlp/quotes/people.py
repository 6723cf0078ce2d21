"""Which named person a description means: "the senator", "the Dane", "the 23-year-old", "the novelist".

By the roles that the article gives its people; by nationality, age or calling where only one person was told of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from briefing.model import Entity, Mention
from briefing.nlp.extensions import text_of
from briefing.nlp.names import lexicon
from briefing.nlp.names.agents import gender_of, is_aged, is_human
from briefing.nlp.quotes import kinds
from briefing.nlp.quotes.strangers import Strangers

_CLOSE = 600
"""Code points back in which another who may be called so makes it doubtful who is meant."""
_FAR = 700
"""Code points back to the one person who may be meant by what anybody can be."""
_SENTENCES = 2
_WALK = 120
"""Tokens back in which the last sentences are looked for."""
_AGED = re.compile(r",? \(?(?:aged )?(\d{1,3})(?![\d\w])")
"""An age right after a name."""
_YEARS = re.compile(r"(\d{1,3})[- ]year[- ]old")
LESSER = frozenset({"prime", "deputy", "vice", "former", "ex", "acting", "assistant", "shadow", "then"})
"""Words that make a role another one: "the president" is not the vice president."""
_NO_SINGULAR = ("s", "sh", "ch", "ese")
"""Ends of words for peoples that mean all of them: "the Swiss", "the Dutch"."""


class People:
    """The people of one article by role.

    Args:
        doc: The parse.
        mentions: Those of the names component, in the order of the text.
        entities: The entities by id.
        strangers: Who is told of without a name.
    """

    def __init__(
        self, doc: Doc, mentions: Sequence[Mention], entities: Mapping[str, Entity], strangers: Strangers
    ) -> None:
        self._doc = doc
        self._text = text_of(doc)
        self._entities = entities
        self._strangers = strangers
        self._mentions = [m for m in mentions if m.type == "PERSON" and m.entity in entities]
        self._starts = [mention.start for mention in self._mentions]
        self._roles: dict[str, set[tuple[str, frozenset[str]]]] = {}
        self._by_age: dict[str, set[str]] | None = None
        for entity in entities.values():
            if entity.type == "PERSON":
                self._roles[entity.id] = {
                    (kinds.role_noun(role), frozenset(role.lower().replace("-", " ").split()) & LESSER)
                    for role in entity.roles
                }

    def of(self, head: Token, start: int) -> Entity | None:
        """The person meant by the words from token ``start`` to ``head``."""
        noun, here = head.lemma_.lower(), self._doc[start].idx
        beside = [t.lower_ for t in self._doc[start : head.i]]
        if head.tag_ not in ("NN", "NNP", "JJ"):
            return None
        if (aged := self._aged(head, start)) is not None:
            return aged
        if not is_human(head) and noun not in kinds.listed("attributes"):
            return None
        lesser = frozenset(beside) & LESSER
        if {"other", "second", "third", "another", "new", "same"} & set(beside):
            return None
        holders = {w for w, roles in self._roles.items() if any(_called(role, noun, lesser) for role in roles)}
        if holders:
            found = self._last_of(holders, here)
            met = found is not None and not self._strangers.between(noun, self._last(found.id, here), here)
            return found if met else None
        past = bool(kinds.listed("past") & set(beside)) or self._himself(head)
        if not past and noun not in kinds.listed("attributes"):
            return None
        if self._strangers.any(noun):
            return None
        found = self._one_near(start)
        known = {role for role, _ in self._roles.get(found.id, ())} - lexicon.LOOSE if found is not None else set()
        if found is None or (known and not past) or gender_of(head) not in (None, found.gender, *_either(found)):
            return None
        return found

    def national(self, head: Token, start: int) -> Entity | None:
        """The person meant by "the Dane"."""
        word = head.lower_
        if word.endswith(_NO_SINGULAR) or head.tag_ not in ("NN", "NNP", "JJ") or head.head.tag_ == "VBP":
            return None
        state = lexicon.state_of((word,))
        told = {number for number in self._roles if state is not None and state in self._states(number)}
        here = self._doc[start].idx
        if told:
            return self._last_of(told, here)
        if any(self._doc[i].lower_ == "the" and _of_a_people(self._doc[i + 1]) for i in self._back(start)):
            return None  # "The Italian … The Norwegian": each is another
        found = self._one_near(start)
        return found if found is not None and not self._states(found.id) else None

    def _back(self, start: int) -> range:
        return range(max(0, start - _BESIDE), max(0, start - 1))

    def _states(self, number: str) -> set[str]:
        """The states that a person's roles name."""
        told = (word for role in self._entities[number].roles for word in role.replace("-", " ").split())
        return {state for word in told if (state := lexicon.state_of((word.lower(),)))}

    def _aged(self, head: Token, start: int) -> Entity | None:
        """The one person of that age, in "the 23-year-old" and "the 19-year-old student"."""
        words = self._text[self._doc[start].idx : head.idx + len(head)]
        told = _YEARS.search(words) if head.i - start < _MANY else None
        if told is None:
            return None
        if self._by_age is None:
            self._by_age = defaultdict(set)
            for mention in self._mentions:
                age = _AGED.match(self._text, mention.end)
                if age is not None:
                    self._by_age[age[1]].add(mention.entity)
        found = self._by_age.get(told[1], set())
        if len(found) == 1:
            return self._entities[next(iter(found))]
        alone = self._one_near(start) if not found else None
        return alone if is_aged(head) or (alone is not None and not self._strangers.any(head.lemma_.lower())) else None

    def _himself(self, head: Token) -> bool:
        """True for "the player himself"."""
        after = head.i + 1
        return after < len(self._doc) and self._doc[after].lower_ in ("himself", "herself")

    def _last(self, number: str, here: int) -> int:
        return next((m.start for m in self._before(here) if m.entity == number), here)

    def _before(self, here: int) -> Iterator[Mention]:
        """Mentions before the code point, the last one first."""
        for index in range(bisect_left(self._starts, here) - 1, -1, -1):
            yield self._mentions[index]

    def _last_of(self, holders: set[str], here: int) -> Entity | None:
        """The only holder told of before, or the last one where the others were told of long before."""
        found: Mention | None = None
        for mention in self._before(here):
            if mention.entity not in holders or (found is not None and mention.entity == found.entity):
                continue
            if found is None:
                found = mention
            elif here - mention.start <= _CLOSE:
                return None
            else:
                break
        if found is None:
            return self._entities[next(iter(holders))] if len(holders) == 1 else None
        return self._entities[found.entity]

    def _one_near(self, start: int) -> Entity | None:
        """The one person told of in the last sentences; else the one of the last sentence that tells of any."""
        since, passed = start, 0
        near: list[set[str]] = [set() for _ in range(_SENTENCES + 1)]
        bounds = [self._doc[start].idx]
        while since > 0 and start - since < _WALK and passed <= _SENTENCES:
            if self._doc[since].is_sent_start:
                bounds.append(self._doc[since].idx)
                passed += 1
            since -= 1
        bounds = bounds if since > 0 else [*bounds, 0]
        for mention in self._before(bounds[0]):
            place = next((n for n, bound in enumerate(bounds[1:]) if mention.start >= bound), None)
            if place is None or place > _SENTENCES or bounds[0] - mention.start > _FAR:
                break
            near[place].add(mention.entity)
        told = next((who for who in near if who), set())
        return self._entities[next(iter(told))] if len(told) == 1 else None


_MANY = 12
"""Words before a noun among which its age stands."""


_BESIDE = 40
"""Tokens back in which another of a people is set against one."""


def _of_a_people(token: Token) -> bool:
    """True for the noun of "the Dane said": a people's name that is a subject."""
    return token.dep_ in ("nsubj", "nsubjpass") and token.ent_type_ == "NORP" and token.tag_ in ("NN", "NNP", "JJ")


def _called(role: tuple[str, frozenset[str]], noun: str, lesser: frozenset[str]) -> bool:
    """True where the holder of a role may be called by the noun."""
    held, words = role
    return words == lesser and (held == noun or held in kinds.roles_called(noun))


def _either(person: Entity) -> tuple[str, ...]:
    return ("f", "m") if person.gender is None else ()
