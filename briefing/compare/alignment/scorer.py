"""The logistic scorer: weighs the features of a pair into one number. Its weights are data."""

from __future__ import annotations

import functools
import math
import operator
import tomllib
from typing import NamedTuple

from briefing.compare.alignment.features import Features
from briefing.compare.lexicon import DATA


class Scorer(NamedTuple):
    """A logistic model.

    Attributes:
        bias: Its constant.
        weights: One a feature, in their order.
        threshold: The least score of an alignment.
        loose: The least score of a pair that rules with evidence of their own may look at.
    """

    bias: float
    weights: tuple[float, ...]
    threshold: float
    loose: float

    def score(self, features: Features) -> float:
        """From 0 to 1: how likely a reader would lay the two passages side by side."""
        z = self.bias + sum(map(operator.mul, self.weights, features))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))


@functools.lru_cache(maxsize=2)
def scorer(*, with_vectors: bool) -> Scorer:
    """The model for stories with sentence vectors, or for words alone."""
    table = tomllib.loads((DATA / "alignment.toml").read_text("utf-8"))
    model = table["vectors" if with_vectors else "words"]
    weights = tuple(model["weights"].get(name, 0.0) for name in Features._fields)
    return Scorer(model["bias"], weights, model["threshold"], model["loose"])
