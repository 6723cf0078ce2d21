"""How much shows that two numbers of two reports answer one question.

"Nineteen witnesses testified" and "some 23 people gave evidence" answer one question in other words. No single sign
says so: the kind of thing that is counted, the verb, the sentences' matter, names that both have, and that neither
report gives another number of the kind do so together; their weights are data.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.compare.claims.case import CaseMaker
from briefing.compare.claims.measures import (
    FAR,
    SAME_NOUN,
    Kind,
    Measured,
    acts_alike,
    far,
    firm,
    kind_of,
    kinds_meet,
    nouns_alike,
    standing,
    told_of_old,
)
from briefing.compare.lexicon import Lexicon

OPEN = frozenset({"planned", "hedged", "conditional"})
FEW_WORDS = 0.2
"""Numbers with a lesser share of like words beside them have nothing beside them in common."""
_MIDDLING = 0.3
"""What stands for the distance of two numbers that are the same: that they are is no sign of one question."""
_LISTED = 60
"""Numbers of one kind that a report gives: of more, which are a table, none answers a question that another asks."""
_WIDEST = 1.8
"""Numbers further apart than this, as a logarithm, are hardly of one thing."""


class Signs(NamedTuple):
    """What is weighed for two numbers; the names are those of the weights file."""

    noun: float
    """Likeness of what is counted, or of what the measures hang on."""
    same_kind: float
    """One kind of thing under unlike nouns."""
    bare: float
    """One of them does not say what it counts."""
    money: float
    share: float
    duration: float
    counted: float
    """Things are counted, not people."""
    act: float
    """Likeness of the predicates."""
    near_most: float
    """Share of the better covered number's neighbouring words that the other's sentence has."""
    near_least: float
    """The same of the worse covered."""
    rank: float
    """How far the sentences' likeness stands above the best rival's."""
    score: float
    """The scorer's view of the sentences, as a logit."""
    names: float
    """Names that the sentences share."""
    few: float
    """How few other numbers of the kind either report gives."""
    twin: float
    """How many of the two stand in the other report as well."""
    ratio: float
    """How far apart they are."""
    open: float
    """One is planned or doubted, the other is not."""
    shared: float
    """Other numbers or days that both sentences have."""
    nothing: float
    """Neither the things nor the acts nor the words beside the numbers are alike."""
    fates: float
    """One counts the dead, the hurt, the missing or the held, the other does not or counts others of them."""
    bound: float
    """Either is given as a bound."""
    old: float
    """One sentence tells of a year or month long before the report, the other does not."""


def signs(cases: CaseMaker, a: Measured, b: Measured, rivals: tuple[int, int], twin: int) -> Signs:
    """What shows that two numbers answer one question.

    Args:
        cases: Of the story.
        a: A number of one report.
        b: A number of another, of one kind with it.
        rivals: How many numbers of the kind the second report gives for the first, and the first for the second.
        twin: How many of the two stand in the other report, too.
    """
    lexicon, like = cases.lexicon, cases.matcher.like
    case = cases.of(a.passage, b.passage)
    looked = case.aligned.features
    if a.noun is not None and b.noun is not None:
        noun = nouns_alike(a.noun, b.noun, lexicon)
    else:
        noun = max((lexicon.alike(x, y) for x in a.things for y in b.things), default=0.0)
    act = max((acts_alike(x, y, lexicon) for x in a.acts for y in b.acts), default=0.0)
    covers = sorted((like.shared(a.words, b.passage.vocabulary), like.shared(b.words, a.passage.vocabulary)))
    kind = a.amount.dimension.partition(" ")[0]
    score = min(0.999, max(0.001, case.aligned.score))
    same = a.amount.near(b.amount)
    people = "person" in a.kinds and "person" in b.kinds
    return Signs(
        noun,
        float(bool(a.kinds & b.kinds) and noun < SAME_NOUN),
        float((a.noun is None) != (b.noun is None) and kind in ("count", "")),
        float(kind == "money"),
        float(kind == "share"),
        float(kind == "duration"),
        float(kind in ("count", "") and not people),
        act,
        covers[1],
        covers[0],
        looked.meaning_rank,
        math.log(score / (1 - score)) / 3,
        looked.names,
        1.0 / math.sqrt(rivals[0] * rivals[1]),
        float(twin),
        _MIDDLING if same else min(FAR, far(a.amount, b.amount)),
        float(standing(a, OPEN) != standing(b, OPEN)),
        min(2.0, float(_besides(a, b))),
        float(noun < SAME_NOUN and act < SAME_NOUN and covers[1] < FEW_WORDS),
        float(a.fate != b.fate),
        float(not (firm(a.amount) and firm(b.amount))),
        float(told_of_old(a) != told_of_old(b)),
    )


def _besides(a: Measured, b: Measured) -> int:
    """Other numbers and days that both sentences have."""
    numbers = sum(
        x.near(y) and x.dimension == y.dimension and x.value >= 2 * x.factor
        for x in a.passage.amounts
        for y in b.passage.amounts
        if x is not a.amount and y is not b.amount
    )
    return numbers + sum(x.fine and y.fine and x.same(y) for x in a.passage.periods for y in b.passage.periods)


class Numbers:
    """The numbers of one report, by what they can be set against.

    Args:
        found: The numbers, in order.
        lexicon: Which nouns are alike.
    """

    def __init__(self, found: Sequence[Measured], lexicon: Lexicon) -> None:
        self.found = found
        self.of_passage: dict[int, list[Measured]] = defaultdict(list)
        self._lexicon = lexicon
        self._kinds: dict[Kind, list[Measured]] = defaultdict(list)
        self._against: dict[Kind, tuple[list[Measured], int]] = {}
        for one in found:
            self.of_passage[one.passage.number].append(one)
            self._kinds[kind_of(one)].append(one)
        listed = {kind for kind, row in self._kinds.items() if len(row) > _LISTED}
        if listed:
            self.found = [one for one in found if kind_of(one) not in listed]
            self._kinds = {kind: row for kind, row in self._kinds.items() if kind not in listed}
            self.of_passage = {at: [x for x in row if kind_of(x) not in listed] for at, row in self.of_passage.items()}
        self._twins: dict[int, bool] = {}

    def have(self, one: Measured) -> bool:
        """True where the report has a number of another report itself."""
        known = self._twins.get(id(one))
        if known is None:
            known = self._twins[id(one)] = any(one.amount.near(other.amount) for other in self.against(one)[0])
        return known

    def against(self, one: Measured) -> tuple[list[Measured], int]:
        """Numbers here that one of another report can be set against, and how many unlike ones these are."""
        known = self._against.get(kind_of(one))
        if known is None:
            kinds = [kind for kind in self._kinds if kinds_meet(kind_of(one), kind, self._lexicon)]
            numbers = [each for kind in kinds for each in self._kinds[kind]]
            known = numbers, len({each.amount.value for each in numbers})
            self._against[kind_of(one)] = known
        return known


def comparable_pairs(
    cases: CaseMaker, ours: Numbers, theirs: Numbers, near: Iterable[tuple[int, int]] | None = None
) -> Iterator[tuple[Measured, Measured, Signs]]:
    """Numbers of two reports that are of one kind, with what shows their questions to be one.

    Args:
        cases: Of the story.
        ours: Numbers of one report.
        theirs: Numbers of another.
        near: Pairs of passages worth a look; None for all.
    """
    if near is None:
        pairs = ((x, y) for x in ours.found for y in theirs.against(x)[0])
    else:
        pairs = ((x, y) for a, b in near for x in ours.of_passage.get(a, ()) for y in theirs.of_passage.get(b, ()))
    for x, y in pairs:
        if far(x.amount, y.amount) > _WIDEST or not kinds_meet(kind_of(x), kind_of(y), cases.lexicon):
            continue
        unlike, unlike_others = theirs.against(x)[1], ours.against(y)[1]
        twin = 0 if x.amount.near(y.amount) else theirs.have(x) + ours.have(y)
        yield x, y, signs(cases, x, y, (unlike, unlike_others), twin)
