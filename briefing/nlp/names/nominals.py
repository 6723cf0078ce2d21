"""Descriptions that take up a name: "the minister", "the Belarusian leader", "the ministry", "the company".

A description is resolved only where exactly one name of the article holds the role, and was named before.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.model import MentionForm
from briefing.nlp.columns import texts_of
from briefing.nlp.names import lexicon
from briefing.nlp.names.agents import is_aged
from briefing.nlp.names.neuters import reports
from briefing.nlp.names.referents import Referent
from briefing.nlp.names.scene import common_nouns

Reference = tuple[int, int, Referent, MentionForm, str]

_BODIES = lexicon.BODY_NOUNS | lexicon.COMPANY
_LESSER = frozenset({"vice", "deputy", "former", "ex", "acting", "assistant", "late", "then", "co"})
"""Words that make a role another one: "the president" is not the vice president."""


@dataclass(frozen=True, slots=True)
class _Role:
    """A role's head noun and the words before it, in lower case."""

    head: str
    words: frozenset[str]


def nominals(doc: Doc, referents: list[Referent]) -> list[Reference]:
    """Definite descriptions of exactly one named person, body or state."""
    people = [(who, _held(who)) for who in referents if who.label == "PERSON"]
    bodies = [(who, _held(who) | _named(who)) for who in referents if who.label == "ORG"]
    covered = {i for who in referents for name in who.names for i in range(name.start, name.end)}
    recent = Recent(referents)
    found: list[Reference] = []
    for token in common_nouns(doc, texts_of(doc)):
        if token.i in covered or not _definite(token):
            continue
        word = token.lower_
        if any(child.dep_ == "appos" for child in token.children) or token.dep_ in ("compound", "appos", "attr"):
            continue
        start = _start(token)
        if any(i in covered and doc[i].ent_type_ != "NORP" for i in range(start, token.i)):
            continue
        rule, who = "role held by one alone", None
        lemma = token.lemma_.lower()
        words = frozenset(t.lower_ for t in doc[start : token.i] if t.pos_ != "DET")
        if is_aged(token):
            rule, who = "age of the one person near", recent.person(start)
        elif word == "country" and not words:
            rule, who = "country last named", recent.state(start)
        elif lemma in lexicon.ANY_COMPANY and not words:
            rule, who = recent.company(start, _only(bodies, _Role(lemma, words), start))
        elif lemma in lexicon.OFFICES and lemma not in lexicon.LOOSE:
            who = _only(people, _Role(lemma, words), start)
        elif lemma in _BODIES:
            who = _only(bodies, _Role(lemma, words), start)
        if who is not None:
            found.append((start + (doc[start].pos_ == "DET"), token.i + 1, who, "nominal", rule))
    return found


class Recent:
    """What was named last, for descriptions that say little: "the company", "the country", "the 34-year-old".

    Args:
        referents: Those with a name.
    """

    def __init__(self, referents: list[Referent]) -> None:
        kinds = {id(who): _trade(who) for who in referents}
        rows = [(name.start, who) for who in referents for name in who.names]
        rows.sort(key=lambda row: row[0])
        self._rows: dict[str, list[tuple[int, Referent]]] = {"company": [], "state": [], "person": []}
        self._companies: list[int] = []
        seen: set[int] = set()
        for start, who in rows:
            kind = kinds[id(who)]
            if kind not in self._rows:
                continue
            self._rows[kind].append((start, who))
            if kind == "company":
                seen.add(id(who))
                self._companies.append(len(seen))

    def _near(self, kind: str, before: int) -> list[Referent]:
        """Those of a kind named in the last words, the last one first."""
        rows = self._rows[kind]
        at = bisect.bisect_left(rows, before, key=lambda row: row[0])
        near: list[Referent] = []
        while at > 0 and before - rows[at - 1][0] <= _NEAR and len(near) < _MANY:
            at -= 1
            near.append(rows[at][1])
        return near

    def person(self, before: int) -> Referent | None:
        """The one person named in the last words."""
        return _alone(self._near("person", before))

    def state(self, before: int) -> Referent | None:
        """The one state named in the last words, its people and capital included."""
        near = self._near("state", before)
        states = {_state(who) for who in near}
        return next((who for who in near if who.label == "GPE" and _country(who)), None) if len(states) == 1 else None

    def company(self, before: int, holder: Referent | None) -> tuple[str, Referent | None]:
        """The company that the text calls so, where no other was named since; else the only one named so far."""
        rows = self._rows["company"]
        at = bisect.bisect_left(rows, before, key=lambda row: row[0])
        last = rows[at - 1][1] if at else None
        if holder is not None:
            return "role held by one alone", holder if last in (None, holder) else None
        return "one company named", last if at > 1 and self._companies[at - 1] == 1 else None


_NEAR, _MANY = 45, 12


def _trade(who: Referent) -> str:
    """Company, state or person, where it may be called so; empty else."""
    if who.label == "PERSON":
        return "person"
    if who.label in ("GPE", "NORP"):
        return "state" if _state(who) else ""
    if who.label != "ORG" or reports(who) or who.has(_is_public):
        return ""
    heads = {role.split(" of ")[0].split()[-1].lower() for role in who.roles if role.split(" of ")[0].split()}
    return "" if heads & _PUBLIC else "company"


_PUBLIC = lexicon.BODY_NOUNS - lexicon.COMPANY


def _is_public(form: tuple[str, ...]) -> bool:
    return form in lexicon.known_bodies() or any(word in _PUBLIC or word in _OFFICIAL for word in form)


_OFFICIAL = frozenset(
    {"congress", "senate", "house", "government", "police", "army", "navy", "force", "forces", "white"}
)


def _state(who: Referent) -> str | None:
    return next((state for state in map(lexicon.state_of, who.forms) if state), None)


def _country(who: Referent) -> bool:
    return any(lexicon.state_named(form) for form in who.forms)


def _alone(near: list[Referent]) -> Referent | None:
    return near[0] if near and all(who is near[0] for who in near) else None


def _definite(token: Token) -> bool:
    """True for a noun after "the", without a phrase or clause that would single out another one."""
    if not any(child.lower_ == "the" and child.dep_ == "det" for child in token.children):
        return False
    following = [child for child in token.rights if child.dep_ in ("relcl", "acl", "prep")]
    return not any(child.left_edge.i == token.i + 1 for child in following)


def _start(token: Token) -> int:
    return min((child.i for child in token.lefts if child.dep_ in ("det", "amod", "compound", "nmod")), default=token.i)


def _held(who: Referent) -> frozenset[_Role]:
    """The roles the article gives a name."""
    roles = set()
    for role in who.roles:
        words = [word.strip(".,").lower() for word in role.split(" of ")[0].split(" for ")[0].replace("-", " ").split()]
        if words:
            roles.add(_Role(lexicon.SPELLED_OUT.get(words[-1], words[-1]), frozenset(words[:-1])))
    return frozenset(roles)


def _named(who: Referent) -> frozenset[_Role]:
    """The kind of body that a name itself tells: the ministry, the bank; the company where it ends in Plc."""
    roles = set()
    for key in who.forms:
        if len(key) > 1 and key[-1] in lexicon.SUFFIXES:
            roles.add(_Role("company", frozenset()))
        for word in key if len(key) > 1 else ():
            if word in _BODIES:
                roles.add(_Role(word, frozenset(key) - {word}))
    return frozenset(roles)


def _only(candidates: list[tuple[Referent, frozenset[_Role]]], asked: _Role, before: int) -> Referent | None:
    """The one of those named before that holds the role; None where none or several do."""
    named = ((who, held) for who, held in candidates if who.first < before)
    holders = [who for who, held in named if any(_is(role, asked) for role in held)]
    return holders[0] if len(holders) == 1 else None


def _is(held: _Role, asked: _Role) -> bool:
    """True where the description asked for may mean the role held: no word of it speaks against."""
    same = held.head == asked.head or (asked.head == "leader" and held.head in lexicon.LEADERS)
    same = same or (asked.head in lexicon.ANY_COMPANY and held.head in lexicon.COMPANY and not asked.words)
    if not same:
        return False
    asked_states = {lexicon.state_of((word,)) for word in asked.words} - {None}
    held_states = {lexicon.state_of((word,)) for word in held.words} - {None}
    if asked_states and asked_states != held_states:
        return False
    if held.words & _LESSER != asked.words & _LESSER:
        return False
    rest = {word for word in asked.words if lexicon.state_of((word,)) is None}
    return rest <= held.words
