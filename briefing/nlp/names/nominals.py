"""Descriptions that take up a name: "the minister", "the Belarusian leader", "the ministry", "the company".

A description is resolved only where exactly one name of the article holds the role, and was named before.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.model import MentionForm
from briefing.nlp.names import lexicon
from briefing.nlp.names.referents import Referent

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
    """Definite descriptions of exactly one named person or body."""
    people = [(who, _held(who)) for who in referents if who.label == "PERSON"]
    bodies = [(who, _held(who) | _named(who)) for who in referents if who.label == "ORG"]
    covered = {i for who in referents for name in who.names for i in range(name.start, name.end)}
    found: list[Reference] = []
    for token in doc:
        word = token.lemma_.lower()
        if token.tag_ != "NN" or token.i in covered or not _definite(token):
            continue
        if any(child.dep_ == "appos" for child in token.children) or token.dep_ in ("compound", "appos", "attr"):
            continue
        start = _start(token)
        if any(i in covered and doc[i].ent_type_ != "NORP" for i in range(start, token.i)):
            continue
        words = frozenset(t.lower_ for t in doc[start : token.i] if t.pos_ != "DET")
        if word in lexicon.OFFICES and word not in lexicon.LOOSE:
            who = _only(people, _Role(word, words), start)
        elif word in _BODIES:
            who = _only(bodies, _Role(word, words), start)
        else:
            continue
        if who is not None:
            found.append((start + (doc[start].pos_ == "DET"), token.i + 1, who, "nominal", "role held by one alone"))
    return found


def _definite(token: Token) -> bool:
    """True for a noun after "the", without a phrase or clause that would single out another one."""
    if not any(child.lower_ == "the" and child.dep_ == "det" for child in token.children):
        return False
    return not any(child.dep_ in ("relcl", "acl", "prep") and child.i == token.i + 1 for child in token.children)


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
