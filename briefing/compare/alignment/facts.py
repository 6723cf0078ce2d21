"""Which facts of two passages are one event: predicates of like sense, like arguments, clauses of like words."""

from __future__ import annotations

import functools
import math
import operator
import tomllib
from typing import NamedTuple

from briefing.compare.alignment.likeness import Likeness
from briefing.compare.kept import kept
from briefing.compare.lexicon import DATA, Lexicon, Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Fact
from briefing.model.span import made

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
    mine, its = (_clauses(readings[x.source], x, like, lexicon) for x in (a, b))
    if not mine or not its:
        return []
    meaning = like.measured(a.number, b.number).meaning
    scorer = fact_scorer()
    found: list[FactPair] = []
    for one in mine:
        known, told_of, numbers, likenesses = one.known, one.events, one.numbers, one.events.alike
        for other in its:
            alike = likenesses.get(other.events.number)
            if alike is None:
                alike = likenesses[other.events.number] = _events_alike(told_of, other.events, lexicon)
            if alike < _RELATED and numbers.isdisjoint(other.numbers):
                continue
            content = other.content
            if content not in known:
                known[content] = _shared(one, other, alike, like, lexicon)
            shared = known[content]
            if shared is None:
                continue
            features, told = shared
            strength = scorer.strength(told, meaning)
            weighed = made(FactFeatures, (*features, meaning))
            pair = made(FactPair, (one.fact, other.fact, weighed, strength))
            if strength >= _LEAST or pair.one_event:
                found.append(pair)
    return found


Shared = tuple[tuple[float, ...], float]
"""The features of two clauses but the meaning of their passages, and what the scorer makes of these."""


def _shared(one: Clause, other: Clause, alike: float, like: Likeness, lexicon: Lexicon) -> Shared | None:
    """What two clauses of events so much alike have in common; None where they have nothing to do with each other."""
    cover_of = like.weights.cover
    cover = cover_of(one.words, other.words)
    if alike < _RELATED and cover < _RELATED:
        return None
    back = cover_of(other.words, one.words)
    if alike < _RELATED and back < _RELATED:
        return None
    covers = (cover, back) if cover >= back else (back, cover)
    features = fact_features(one, other, alike, covers, lexicon)
    return features, fact_scorer().begun(features)


class Events:
    """What a clause tells of, by its lemmas, in one story.

    Attributes:
        number: Its own.
        lemmas: The predicate's, and that of the noun beside it where that is the event.
        concepts: All that these can mean.
        plain: True for lemmas of one word.
        alike: How alike those looked at so far are, by their numbers.
    """

    __slots__ = ("alike", "concepts", "lemmas", "number", "plain")

    def __init__(self, number: int, lemmas: tuple[str, ...], lexicon: Lexicon) -> None:
        self.number = number
        self.lemmas = lemmas
        self.concepts = frozenset().union(*[lexicon.concepts_of_event(lemma) for lemma in lemmas])
        self.plain = not any(" " in lemma for lemma in lemmas)
        self.alike: dict[int, float] = {}


def _events_alike(ours: Events, theirs: Events, lexicon: Lexicon) -> float:
    """How alike two events are by the likest of their lemmas: most share no sense, and are plainly not."""
    if ours.plain and theirs.plain and ours.concepts.isdisjoint(theirs.concepts):
        return 0.0
    return max([predicates_alike(x, y, lexicon) for x in ours.lemmas for y in theirs.lemmas])


class Clause:
    """A fact with what is asked of it in every pair.

    Attributes:
        fact: It.
        content: Number of what it says; two that say the same have one number.
        known: What it has in common with clauses looked at so far, by their content.
        words: Words and names of its predicate and arguments, weighed.
        numbers: The numbers of these alone.
        events: What it tells of.
        core: Of its arguments those that say who did what to whom, each with its role and what it is.
        others: What the remaining ones are.
    """

    __slots__ = (
        *("content", "core", "empty", "events", "fact", "known", "nominal", "numbers", "others", "saying", "words"),
    )

    def __init__(self, reading: Reading, fact: Fact, like: Likeness, lexicon: Lexicon) -> None:
        lemma = fact.predicate.lemma
        self.fact = fact
        self.words = like.weights.of(clause_words(reading, fact))
        self.numbers = self.words.numbers
        lemmas = tuple(events(fact, reading))
        known = like.events.get(lemmas)
        if known is None:
            known = like.events[lemmas] = Events(len(like.events), lemmas, lexicon)
        self.events: Events = known
        told = roles(fact)
        self.core = [(role, party_of(reading, argument)) for role, argument in told if role in _CORE]
        self.others = [party_of(reading, argument) for role, argument in told if role not in _CORE]
        self.nominal = float(nominal(fact))
        self.empty, self.saying = lemma in EMPTY, lemma in SAYING
        # All that is asked of it below: the same words are weighed once, and known by that.
        says = (id(self.words), known.number, *self.core, None, *self.others, self.nominal, lemma, fact.status)
        self.content, self.known = like.contents.setdefault(says, (len(like.contents), {}))


def _clauses(reading: Reading, passage: Passage, like: Likeness, lexicon: Lexicon) -> list[Clause]:
    """The facts of a passage, looked at once in a story."""
    known = like.clauses.get(passage.number)
    if known is None:
        known = like.clauses[passage.number] = [Clause(reading, fact, like, lexicon) for fact in passage.facts]
    return known


@kept
def clause_words(reading: Reading, fact: Fact) -> frozenset[Word]:
    """Words and names of a fact's predicate and arguments; names as words of their own kind."""
    arguments = [(argument.start, argument.end) for argument in fact.arguments]
    return reading.terms([(fact.predicate.start, fact.predicate.end), *arguments])


def events(fact: Fact, reading: Reading) -> list[str]:
    """The predicate's lemma; of "a meeting will be held", the meeting as well."""
    lemma = fact.predicate.lemma
    if lemma not in _HOLDING and lemma not in _LIGHT:
        return [lemma]
    told = ("agent", "patient") if lemma in _HOLDING else ("patient", "other", "attribute")
    heads = [reading.head(argument) for argument in fact.arguments if argument.role in told]
    return [lemma, *(head.lemma for head in heads if head is not None and head.pos == "NOUN")]


@functools.lru_cache(maxsize=131072)
def predicates_alike(a: str, b: str, lexicon: Lexicon) -> float:
    """Likeness of two predicate lemmas; a particle or complement ("be calm") counts as part of the word."""
    if a == b:
        return 1.0
    best = lexicon.events_alike(a, b)
    (first, *rest), (second, *others) = a.split(), b.split()
    if (rest or others) and first not in EMPTY and second not in EMPTY:
        best = max(best, 0.75 * lexicon.alike(Word(first, "VERB"), Word(second, "VERB")))
    elif rest and others and first == second:
        best = max(best, 0.9 * lexicon.alike(Word(rest[-1], "ADJ"), Word(others[-1], "ADJ")))
    return best


def fact_features(
    a: Clause, b: Clause, alike: float, covers: tuple[float, float], lexicon: Lexicon
) -> tuple[float, ...]:
    """All but the last, for facts with predicates ``alike``, whose clauses cover each other by ``covers``."""
    in_role: dict[str, float] = {}
    crossed = other = 0.0
    for role, x in a.core:
        for its_role, y in b.core:
            likeness = parties_alike(x, y, lexicon)
            if role != its_role:
                crossed = max(crossed, likeness)
            elif likeness >= in_role.get(role, 0.0):
                in_role[role] = likeness
    for x in a.others:
        for y in b.others:
            other = max(other, parties_alike(x, y, lexicon))
    core = [in_role[role] for role in _CORE if role in in_role]
    return (
        alike,
        float(a.fact.predicate.lemma == b.fact.predicate.lemma),
        sum(core) / len(core) if core else 0.0,
        sum(likest < _CLASH for likest in core) / len(core) if core else 0.0,
        crossed,
        other,
        *covers,
        float(a.empty or b.empty),
        a.nominal + b.nominal,
        float(a.saying and b.saying),
        float(a.fact.status == b.fact.status),
    )


def roles(fact: Fact) -> list[tuple[str, Argument]]:
    """The arguments with their roles; one that alone takes part is the agent, since "the ship sank" and "the ship went
    down" differ in nothing that a reader sees.
    """
    core = [argument for argument in fact.arguments if argument.role in _CORE]
    alone = len(core) == 1 and core[0].role == "patient" and not nominal(fact)
    return [("agent" if alone and x.role == "patient" else x.role, x) for x in fact.arguments]


def nominal(fact: Fact) -> bool:
    """True where the predicate is a noun."""
    return _of_noun(fact.rule)


@functools.lru_cache(maxsize=4096)
def _of_noun(rule: str) -> bool:
    return "noun" in rule.partition(" ")[0]


def arguments_alike(a: Argument, b: Argument, ours: Reading, theirs: Reading, lexicon: Lexicon) -> float:
    """How far two arguments are the same thing: one entity, a state and its people, or heads of like sense."""
    return parties_alike(party_of(ours, a), party_of(theirs, b), lexicon)


class Party(NamedTuple):
    """What an argument is: the story's entity, its head word, and all that it names."""

    entity: str | None
    head: Word | None
    names: frozenset[str]


@kept
def party_of(reading: Reading, argument: Argument) -> Party:
    """What an argument is, looked up once."""
    names = frozenset(reading.names((argument.start, argument.end)))
    return Party(reading.entity.get(argument.entity or ""), reading.head(argument), names)


def parties_alike(a: Party, b: Party, lexicon: Lexicon) -> float:
    """How far two arguments, looked up before, are the same thing."""
    mine, head, names = a
    its, other_head, others = b
    if mine is not None and mine == its:
        return 1.0
    apart = names.isdisjoint(others)
    if not apart:
        for party in (mine, its):
            if party is not None and party.startswith("state:") and party in names and party in others:
                return _OF_STATE
    alike = 0.0
    if head is not None and other_head is not None and head.pos != "PRON":
        alike = lexicon.alike(head, other_head)
    if mine is not None and its is not None:
        return min(alike, 0.2)
    if apart:
        return alike
    unlike = alike < _RELATED and head is not None and other_head is not None and head.pos == other_head.pos == "NOUN"
    return max(alike, _OF_ONE if unlike else _NAMED)


class FactScorer(NamedTuple):
    """A logistic model over :class:`FactFeatures`."""

    bias: float
    weights: tuple[float, ...]

    def begun(self, features: tuple[float, ...]) -> float:
        """What all features but the last, the meaning, come to."""
        return sum(map(operator.mul, self.weights, features), 0.0)

    def strength(self, begun: float, meaning: float) -> float:
        """From 0 to 1: how likely the two are one event."""
        z = self.bias + (begun + self.weights[-1] * meaning)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))


@functools.lru_cache(maxsize=1)
def fact_scorer() -> FactScorer:
    """The model, with the weights of the data file."""
    model = tomllib.loads((DATA / "alignment.toml").read_text("utf-8"))["facts"]
    return FactScorer(model["bias"], tuple(model["weights"].get(name, 0.0) for name in FactFeatures._fields))
