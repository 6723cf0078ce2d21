"""The scorer of passages: which two sentences of two reports a reader would lay side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.compare.alignment import Matcher
from briefing.compare.alignment.features import Features
from tests.bench.fit.material import Event
from tests.bench.fit.ridge import Model, Row

PENALTY = 10.0
_LESS_SURE = 0.77
_RARER = 0.95
"""Reports written to be compared share more than others do: the odds learnt from them are brought nearer to even, and
held down, until one sentence in fifteen that stands alone is tied to another source."""


def names(*, with_vectors: bool) -> tuple[str, ...]:
    """What is weighed; without vectors there is no meaning to compare."""
    return tuple(name for name in Features._fields if with_vectors or not name.startswith("meaning"))


def rows(events: Sequence[Event], *, with_vectors: bool) -> Iterator[Row]:
    """Every pair of passages that the matcher proposes.

    Of one that is partly elsewhere nothing is learnt; nor, with vectors, of what the encoder was taught with.
    """
    weighed = names(with_vectors=with_vectors)
    for event in events:
        if with_vectors and event.taught:
            continue
        matcher = event.cases.matcher if with_vectors else Matcher(event.cases.readings)
        for a, b in matcher.candidates():
            right = bool(event.labels(a, b))
            if right or not any(event.is_on(passage, where) for where in event.unsure for passage in (a, b)):
                looked = matcher.look(a, b)
                yield Row(event.name, [getattr(looked, name) for name in weighed], float(right))


def held(model: Model) -> Model:
    """The model as reports in life ask for it."""
    return Model(_LESS_SURE * model.bias - _RARER, _LESS_SURE * model.weights)
