"""Which facts of two passages are one event: predicates of like sense with arguments of like reference."""

from __future__ import annotations

import functools
from typing import NamedTuple

from briefing.compare.lexicon import Lexicon, Word
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Fact

_CORE = frozenset({"agent", "patient", "recipient"})
SAYING = frozenset(
    "say tell state announce declare add report note remark comment explain stress emphasise emphasize underline confirm "
    "claim allege assert maintain insist contend argue accord quote write deny warn admit acknowledge concede".split()
)
"""Predicates that introduce what is said; the event is what is said, not the saying."""
_EMPTY = frozenset("be have do make take get go come become remain".split())
"""Predicates that many facts share without being one event."""


class FactPair(NamedTuple):
    """Two facts, one of each passage.

    Attributes:
        predicate: Likeness of the predicates, 0 to 1.
        same: True for the same lemma.
        core: Likeness of who did what to whom, over the arguments that both have; 0 where none meet.
        clash: Arguments of one role that are plainly not the same, as a share.
        other: Likeness of the remaining arguments.
        crossed: Likeness of one's agent and the other's patient, which passives and "sell"/"buy" turn round.
        empty: True where the predicate alone says little ("be", "have").
    """

    a: Fact
    b: Fact
    predicate: float
    same: bool
    core: float
    clash: float
    other: float
    crossed: float
    empty: bool

    @property
    def strength(self) -> float:
        """One number from 0 to 1: predicate first, then arguments."""
        if self.predicate <= 0:
            return 0.0
        support = max(self.core, 0.8 * self.crossed)
        base = self.predicate * (0.45 + 0.4 * support + 0.15 * self.other) * (1 - 0.35 * self.clash)
        return base * (0.5 if self.empty else 1.0)


def fact_pairs(a: Passage, b: Passage, readings: tuple[Reading, ...], lexicon: Lexicon) -> list[FactPair]:
    """Every pair of facts whose predicates have to do with each other."""
    found: list[FactPair] = []
    for ours in a.facts:
        for theirs in b.facts:
            alike = predicates_alike(ours.predicate.lemma, theirs.predicate.lemma, lexicon)
            if alike >= 0.35:
                found.append(_pair(ours, theirs, alike, readings[a.source], readings[b.source], lexicon))
    return found


@functools.lru_cache(maxsize=65536)
def predicates_alike(a: str, b: str, lexicon: Lexicon) -> float:
    """Likeness of two predicate lemmas; a particle or complement ("be calm") counts as part of the word."""
    if a == b:
        return 1.0
    best = max(lexicon.alike(Word(a, p), Word(b, q)) for p in ("VERB", "NOUN") for q in ("VERB", "NOUN"))
    (first, *rest), (second, *others) = a.split(), b.split()
    if (rest or others) and first not in _EMPTY and second not in _EMPTY:
        best = max(best, 0.75 * lexicon.alike(Word(first, "VERB"), Word(second, "VERB")))
    elif rest and others and first == second:
        best = max(best, 0.9 * lexicon.alike(Word(rest[-1], "ADJ"), Word(others[-1], "ADJ")))
    return best


def _pair(a: Fact, b: Fact, alike: float, ours: Reading, theirs: Reading, lexicon: Lexicon) -> FactPair:
    best: list[float] = []
    clashes = 0
    for role in ("agent", "patient", "recipient"):
        mine = [x for x in a.arguments if x.role == role]
        others = [x for x in b.arguments if x.role == role]
        if not mine or not others:
            continue
        likest = max(arguments_alike(x, y, ours, theirs, lexicon) for x in mine for y in others)
        best.append(likest)
        clashes += likest < 0.15
    crossed = max(
        (
            arguments_alike(x, y, ours, theirs, lexicon)
            for x in a.arguments
            for y in b.arguments
            if x.role in _CORE and y.role in _CORE and x.role != y.role
        ),
        default=0.0,
    )
    other = max(
        (
            arguments_alike(x, y, ours, theirs, lexicon)
            for x in a.arguments
            for y in b.arguments
            if x.role not in _CORE and x.role == y.role
        ),
        default=0.0,
    )
    same = a.predicate.lemma == b.predicate.lemma
    return FactPair(
        a,
        b,
        alike,
        same,
        sum(best) / len(best) if best else 0.0,
        clashes / len(best) if best else 0.0,
        other,
        crossed,
        a.predicate.lemma in _EMPTY or b.predicate.lemma in _EMPTY,
    )


def arguments_alike(a: Argument, b: Argument, ours: Reading, theirs: Reading, lexicon: Lexicon) -> float:
    """How far two arguments are the same thing: one entity, or heads of like sense."""
    mine = ours.entity.get(a.entity or "")
    its = theirs.entity.get(b.entity or "")
    if mine is not None and mine == its:
        return 1.0
    names, others = set(ours.names(a.span)), set(theirs.names(b.span))
    shared = bool(names & others)
    head, other_head = ours.head(a), theirs.head(b)
    alike = lexicon.alike(head, other_head) if head is not None and other_head is not None else 0.0
    if head is not None and head.pos == "PRON":
        alike = 0.0
    if mine is not None and its is not None:
        return min(alike, 0.2)
    return max(alike, 0.7 if shared else 0.0)
