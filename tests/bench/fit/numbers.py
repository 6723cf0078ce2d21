"""The scorer of two numbers: whether they answer one question."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing.compare.claims.measures import Measured, measured
from briefing.compare.claims.signs import Numbers, Signs, comparable_pairs
from briefing.compare.reading import Passage
from tests.bench.fit.material import Event, Labelled, Place
from tests.bench.fit.ridge import Row

NAMES = Signs._fields
PENALTY = 30.0
_FEWEST = 2.0
"""Numbers below this are in every report."""
_SAME = 0.5
"""How much equal numbers count: most of what is to be told is of numbers that differ."""
_Pair = tuple[Measured, Measured, Signs]


def rows(events: Sequence[Event]) -> Iterator[Row]:
    """Every pair of numbers of one kind, of two origins, of which it is told whether they answer one question."""
    for event in events:
        if event.whole:
            continue
        readings = event.cases.readings
        found = [Numbers(list(measured(reading)), event.cases.lexicon) for reading in readings]
        for i, j in itertools.combinations(range(len(readings)), 2):
            if readings[i].origin != readings[j].origin:
                yield from _of_two(event, list(comparable_pairs(event.cases, found[i], found[j])))


def _of_two(event: Event, pairs: Sequence[_Pair]) -> Iterator[Row]:
    met: dict[tuple[int, int], list[tuple[Measured, Measured]]] = defaultdict(list)
    for x, y, _ in pairs:
        if x.amount.near(y.amount):
            met[x.passage.number, y.passage.number].append((x, y))
    for x, y, looked in pairs:
        if min(x.amount.value / x.amount.factor, y.amount.value / y.amount.factor) < _FEWEST:
            continue
        twins = any(one is x or other is y for one, other in met[x.passage.number, y.passage.number])
        right = _answers(event, x, y, twins=twins)
        if right is not None:
            yield Row(event.name, looked, float(right), _SAME if x.amount.near(y.amount) else 1.0)


def _answers(event: Event, x: Measured, y: Measured, *, twins: bool) -> bool | None:
    """Whether two numbers answer one question; None where the labels leave it open.

    Args:
        event: The reports.
        x: A number.
        y: A number of another report.
        twins: Either is the same as a number of the other's sentence: it is not this that differs.
    """
    mine = [each for each in event.labelled if event.joins(x.passage, y.passage, each.ends)]
    turning = [each for each in mine if _turns_on(event, each, x) and _turns_on(event, each, y)]
    labels = {each.label for each in turning}
    if x.amount.near(y.amount):
        return True if labels else None
    if labels & {"differ", "update"}:
        return not twins
    if "equal" in labels or x.amount.meets(y.amount) or {each.label for each in mine} & {"differ", "update"}:
        return None
    return False


def _turns_on(event: Event, labelled: Labelled, number: Measured) -> bool:
    """Whether a label is about a number: it stands in the words that are said to agree or to differ."""
    return any(_holds(event, number.passage, where, number) for where in labelled.values)


def _holds(event: Event, passage: Passage, where: Place, number: Measured) -> bool:
    article = event.cases.readings[passage.source].article.id
    return article == where[0] and where[1].overlaps(number.amount.span)
