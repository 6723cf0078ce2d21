"""Which facts of two passages are one event: predicates of like sense, like arguments, clauses of like words."""

from __future__ import annotations

import functools
import itertools
import math
import tomllib
from collections.abc import Iterable
from typing import NamedTuple

from briefing.compare.alignment.likeness import Likeness
from briefing.compare.lexicon import DATA, Lexicon, Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Fact

_CORE = ("agent", "patient", "recipient")
SAYING = listed("saying")
"""Predicates that introduce what is said; the event is what is said, not the saying."""
EMPTY = listed("empty")
"""Predicates that many facts share without being one event."""
_HOLDING = frozenset({"hold", "take place", "occur", "happen", "stage", "come", "follow", "last"})
"""Verbs of which the event is the noun beside them."""
_LIGHT = frozenset({"take", "make", "give", "put", "carry out", "reach", "hold"})
"""Verbs of which the event is their object: "took into custody", "made an arrest"."""
_CLASH = 0.15
_OF_STATE = 0.8
"""Likeness of a state and somebody who acts for it: "the Uzbeks", "the head of the Uzbek delegation"."""
_NAMED = 0.7
"""Likeness of two that name the same: "the Aldane car", "Aldane"."""
_OF_ONE = 0.4
"""Likeness of two things of one owner: "Aldane's shares", "Aldane's sales"."""
_RELATED = 0.3
"""Facts whose predicates, or whose clauses, are less alike than this have nothing to do with each other."""
_LEAST = 0.04
"""Pairs below this strength are not kept."""


class FactFeatures(NamedTuple):
    """What the scorer of facts weighs; the names are those of the weights file."""

    predicate: float
    """Likeness of the predicates."""
    same: float
    """One lemma."""
    core: float
    """Likeness of who did what to whom, over the roles that both have."""
    clash: float
    """Share of those roles whose arguments are plainly not the same."""
    crossed: float
    """Likeness of one's agent and the other's patient: passives, "sell" and "buy"."""
    other: float
    """Likeness of the remaining arguments."""
    cover_most: float
    """Share of the better covered clause's words that the other has."""
    cover_least: float
    """The same of the worse covered."""
    empty: float
    """A predicate that says little alone."""
    nominal: float
    """How many of the two are nouns."""
    saying: float
    """Both introduce what is said."""
    status: float
    """Both have one standing (stated, planned, negated ...)."""
    meaning: float
    """Likeness of the passages."""


class FactPair(NamedTuple):
    """Two facts, one of each passage; ``strength`` from 0 to 1: how likely they are one event."""

    a: Fact
    b: Fact
    features: FactFeatures
    strength: float

    @property
    def one_event(self) -> bool:
        """True where predicate and arguments both say that the two are one event."""
        f = self.features
        return self.strength >= 0.5 or (f.predicate >= 0.7 and f.core >= 0.6 and f.clash <= 0.34)


def fact_pairs(
    a: Passage, b: Passage, readings: tuple[Reading, ...], like: Likeness, lexicon: Lexicon
) -> list[FactPair]:
    """Every pair of facts that have to do with each other."""
    ours, theirs = readings[a.source], readings[b.source]
    mine = [(fact, clause_words(ours, fact)) for fact in a.facts]
    its = [(fact, clause_words(theirs, fact)) for fact in b.facts]
    meaning = like.measured(a.number, b.number).meaning
    scorer = fact_scorer()
    found: list[FactPair] = []
    for (fact, words), (other, other_words) in itertools.product(mine, its):
        alike = max(predicates_alike(x, y, lexicon) for x in events(fact, ours) for y in events(other, theirs))
        if alike < _RELATED and not words & other_words:
            continue
        covers = sorted((like.shared(words, other_words), like.shared(other_words, words)))
        if alike < _RELATED and covers[0] < _RELATED:
            continue
        features = fact_features(fact, other, alike, (covers[1], covers[0]), meaning, ours, theirs, lexicon)
        pair = FactPair(fact, other, features, scorer.score(features))
        if pair.strength >= _LEAST or pair.one_event:
            found.append(pair)
    return found


def clause_words(reading: Reading, fact: Fact) -> frozenset[Word]:
    """Words and names of a fact's predicate and arguments; names as words of their own kind."""
    known = reading.said.get(fact.id)
    if known is not None:
        return known
    words: set[Word] = set()
    for span in (fact.predicate.span, *(argument.span for argument in fact.arguments)):
        words.update(word for word in reading.words(span) if word.pos != "PROPN")
        words.update(Word(name, "NAME") for name in reading.names(span))
    return reading.said.setdefault(fact.id, frozenset(words))


def events(fact: Fact, reading: Reading) -> list[str]:
    """The predicate's lemma; of "a meeting will be held", the meeting as well."""
    lemma = fact.predicate.lemma
    if lemma not in _HOLDING and lemma not in _LIGHT:
        return [lemma]
    told = ("agent", "patient") if lemma in _HOLDING else ("patient", "other", "attribute")
    heads = [reading.head(argument) for argument in fact.arguments if argument.role in told]
    return [lemma, *(head.lemma for head in heads if head is not None and head.pos == "NOUN")]


@functools.lru_cache(maxsize=65536)
def predicates_alike(a: str, b: str, lexicon: Lexicon) -> float:
    """Likeness of two predicate lemmas; a particle or complement ("be calm") counts as part of the word."""
    if a == b:
        return 1.0
    best = max(lexicon.alike(Word(a, p), Word(b, q)) for p in ("VERB", "NOUN") for q in ("VERB", "NOUN"))
    (first, *rest), (second, *others) = a.split(), b.split()
    if (rest or others) and first not in EMPTY and second not in EMPTY:
        best = max(best, 0.75 * lexicon.alike(Word(first, "VERB"), Word(second, "VERB")))
    elif rest and others and first == second:
        best = max(best, 0.9 * lexicon.alike(Word(rest[-1], "ADJ"), Word(others[-1], "ADJ")))
    return best


def fact_features(
    a: Fact,
    b: Fact,
    alike: float,
    covers: tuple[float, float],
    meaning: float,
    ours: Reading,
    theirs: Reading,
    lexicon: Lexicon,
) -> FactFeatures:
    """Features of two facts whose predicates are ``alike`` and whose clauses cover each other by ``covers``."""
    by_roles: dict[tuple[str, str], float] = {}
    mine, its = roles(a), roles(b)
    for (role, x), (other, y) in itertools.product(mine, its):
        if (role in _CORE) == (other in _CORE):
            likeness = arguments_alike(x, y, ours, theirs, lexicon)
            by_roles[role, other] = max(by_roles.get((role, other), 0.0), likeness)
    core = [by_roles[role, role] for role in _CORE if (role, role) in by_roles]
    return FactFeatures(
        alike,
        float(a.predicate.lemma == b.predicate.lemma),
        sum(core) / len(core) if core else 0.0,
        sum(likest < _CLASH for likest in core) / len(core) if core else 0.0,
        _most(v for (r, s), v in by_roles.items() if r in _CORE and r != s),
        _most(v for (r, s), v in by_roles.items() if r not in _CORE),
        *covers,
        float(a.predicate.lemma in EMPTY or b.predicate.lemma in EMPTY),
        float(nominal(a)) + float(nominal(b)),
        float(a.predicate.lemma in SAYING and b.predicate.lemma in SAYING),
        float(a.status == b.status),
        meaning,
    )


def roles(fact: Fact) -> list[tuple[str, Argument]]:
    """The arguments with their roles; one that alone takes part is the agent, since "the ship sank" and "the ship went
    down" differ in nothing that a reader sees.
    """
    core = [argument for argument in fact.arguments if argument.role in _CORE]
    alone = len(core) == 1 and core[0].role == "patient" and not nominal(fact)
    return [("agent" if alone and x.role == "patient" else x.role, x) for x in fact.arguments]


def _most(values: Iterable[float]) -> float:
    return max(values, default=0.0)


def nominal(fact: Fact) -> bool:
    """True where the predicate is a noun."""
    return "noun" in fact.rule.partition(" ")[0]


def arguments_alike(a: Argument, b: Argument, ours: Reading, theirs: Reading, lexicon: Lexicon) -> float:
    """How far two arguments are the same thing: one entity, a state and its people, or heads of like sense."""
    mine = ours.entity.get(a.entity or "")
    its = theirs.entity.get(b.entity or "")
    if mine is not None and mine == its:
        return 1.0
    names, others = set(ours.names(a.span)), set(theirs.names(b.span))
    if any(party is not None and party.startswith("state:") and party in names & others for party in (mine, its)):
        return _OF_STATE
    head, other_head = ours.head(a), theirs.head(b)
    alike = lexicon.alike(head, other_head) if head is not None and other_head is not None else 0.0
    if head is not None and head.pos == "PRON":
        alike = 0.0
    if mine is not None and its is not None:
        return min(alike, 0.2)
    if not names & others:
        return alike
    apart = alike < _RELATED and head is not None and other_head is not None and head.pos == other_head.pos == "NOUN"
    return max(alike, _OF_ONE if apart else _NAMED)


class FactScorer(NamedTuple):
    """A logistic model over :class:`FactFeatures`."""

    bias: float
    weights: tuple[float, ...]

    def score(self, features: FactFeatures) -> float:
        """From 0 to 1: how likely the two are one event."""
        z = self.bias + sum(w * x for w, x in zip(self.weights, features, strict=True))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))


@functools.lru_cache(maxsize=1)
def fact_scorer() -> FactScorer:
    """The model, with the weights of the data file."""
    model = tomllib.loads((DATA / "alignment.toml").read_text("utf-8"))["facts"]
    return FactScorer(model["bias"], tuple(model["weights"].get(name, 0.0) for name in FactFeatures._fields))
