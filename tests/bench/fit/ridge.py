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


class Row(NamedTuple):
    """One thing to learn from: its features, whether it is right (0 to 1), and how much it counts."""

    event: str
    features: Sequence[float]
    right: float
    weight: float = 1.0


class Model(NamedTuple):
    """What is learnt."""

    bias: float
    weights: Matrix

    def logits(self, features: Matrix) -> Matrix:
        """How much speaks for each row."""
        return np.asarray(features @ self.weights + self.bias)


def fit(rows: Sequence[Row], penalty: float) -> Model:
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
    """The mean, over all that is right, of how much of what stands above it is right."""
    order = np.argsort(-logits, kind="stable")
    right = np.array([rows[i].right >= 0.5 for i in order])
    above = np.cumsum(right) / (1 + np.arange(len(right)))
    return float(above[right].mean()) if right.any() else 0.0
