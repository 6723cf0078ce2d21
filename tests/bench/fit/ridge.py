"""Logistic regression with a ridge: few weights, learnt from little, that lean on no single event."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
_STEPS = 40
_PARTS = 6
_ROUNDS = 4


class Row(NamedTuple):
    """One thing to learn from.

    Attributes:
        event: Nothing of one event is learnt from when another part of it is checked.
        features: What is weighed.
        right: Whether it is right, 0 to 1.
        weight: How much it counts.
        matter: Where it is only known that one of several is right, what they have in common.
    """

    event: str
    features: Sequence[float]
    right: float
    weight: float = 1.0
    matter: str = ""


class Model(NamedTuple):
    """What is learnt."""

    bias: float
    weights: Matrix

    def logits(self, features: Matrix) -> Matrix:
        """How much speaks for each row."""
        return np.asarray(features @ self.weights + self.bias)


def fit(rows: Sequence[Row], penalty: float) -> Model:
    """The weights; of several rows of one matter of which one is right, the likeliest is taken, time and again."""
    model = _newton(rows, penalty)
    if any(row.matter for row in rows):
        x = np.array([row.features for row in rows], np.float64)
        for _ in range(_ROUNDS):
            first = set(likeliest(rows, model.logits(x)))
            model = _newton([row for i, row in enumerate(rows) if i in first or row.right < 0.5], penalty)
    return model


def likeliest(rows: Sequence[Row], logits: Matrix) -> list[int]:
    """Which rows stand highest of their matter; a row without one stands by itself."""
    best: dict[tuple[str, str | int], int] = {}
    for i, row in enumerate(rows):
        key = (row.event, row.matter or i)
        if key not in best or logits[i] > logits[best[key]]:
            best[key] = i
    return sorted(best.values())


def _newton(rows: Sequence[Row], penalty: float) -> Model:
    """Newton's method on features of unit variance; the bias is not held small."""
    x = np.array([row.features for row in rows], np.float64)
    y, weight = np.array([row.right for row in rows]), np.array([row.weight for row in rows])
    middle, spread = x.mean(0), x.std(0) + 1e-6
    z = np.c_[(x - middle) / spread, np.ones(len(x))]
    held = np.r_[np.full(x.shape[1], penalty), 1e-6]
    found = np.zeros(z.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-np.clip(z @ found, -30, 30)))
        slope = z.T @ (weight * (p - y)) + held * found
        curve = (z * (weight * p * (1 - p))[:, None]).T @ z + np.diag(held)
        found -= np.linalg.solve(curve, slope)
    weights = found[:-1] / spread
    return Model(float(found[-1] - weights @ middle), weights)


def checked(rows: Sequence[Row], penalty: float) -> Matrix:
    """The logit of each row by a model that saw nothing of its event, nor of a sixth of the others."""
    part = np.array([zlib.crc32(row.event.encode()) % _PARTS for row in rows])
    logits = np.zeros(len(rows))
    x = np.array([row.features for row in rows], np.float64)
    for number in range(_PARTS):
        held_out = part == number
        if held_out.any():
            model = fit([row for row, out in zip(rows, held_out, strict=True) if not out], penalty)
            logits[held_out] = model.logits(x[held_out])
    return logits


def average_precision(rows: Sequence[Row], logits: Matrix) -> float:
    """The mean, over all that is right, of how much of what stands above it is right; of each matter one row counts."""
    order = sorted(likeliest(rows, logits), key=lambda i: -logits[i])
    right = np.array([rows[i].right >= 0.5 for i in order])
    above = np.cumsum(right) / (1 + np.arange(len(right)))
    return float(above[right].mean()) if right.any() else 0.0
