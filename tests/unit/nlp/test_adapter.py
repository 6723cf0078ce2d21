from __future__ import annotations

import numpy as np
import pytest

from briefing.nlp import adapter, vectors
from briefing.nlp.adapter import Correction

RANDOM = np.random.default_rng(3)


def _model(name: str, weights: np.ndarray, scale: np.ndarray) -> bytes:
    """A file with one layer, and a field that the reader knows nothing of."""
    whole = adapter._model_class()()
    for suffix, array in (("q", weights), ("scale", scale)):
        whole.graph.initializer.add(name=f"{name}_{suffix}", dims=list(array.shape), raw_data=array.tobytes())
    return bytes(whole.SerializeToString()) + b"\x12\x05maker"


def _layer(model: bytes, name: str) -> np.ndarray:
    kept = {each.name: each for each in adapter._parsed(model).graph.initializer}
    weights = np.frombuffer(kept[f"{name}_q"].raw_data, np.int8).reshape(tuple(kept[f"{name}_q"].dims))
    found: np.ndarray = weights * np.frombuffer(kept[f"{name}_scale"].raw_data, np.float32)
    return found


def test_a_layer_is_what_it_was_and_the_correction() -> None:
    weights = RANDOM.integers(-127, 128, (6, 4)).astype(np.int8)
    scale = np.full((1, 4), 0.01, np.float32)
    change = Correction(RANDOM.normal(size=(6, 2)).astype(np.float32), RANDOM.normal(size=(2, 4)).astype(np.float32))
    found = adapter.corrected(_model("val_1", weights, scale), {"val_1": change})
    wanted = weights * scale + change.down @ change.up
    assert np.abs(_layer(found, "val_1") - wanted).max() <= np.abs(wanted).max() / 127
    assert found.endswith(b"\x12\x05maker")


def test_no_correction_leaves_the_file_as_it_is() -> None:
    model = _model("val_1", np.ones((2, 2), np.int8), np.ones((1, 2), np.float32))
    assert adapter.corrected(model, {}) == model


@pytest.mark.parametrize(("name", "shape"), [("val_2", (2, 2)), ("val_1", (3, 2)), ("val_1", (2, 3))])
def test_a_model_that_it_was_not_made_for_is_refused(name: str, shape: tuple[int, int]) -> None:
    model = _model("val_1", np.ones((2, 2), np.int8), np.ones((1, 2), np.float32))
    change = Correction(np.ones((shape[0], 1), np.float32), np.ones((1, shape[1]), np.float32))
    with pytest.raises(ValueError, match="no layer"):
        adapter.corrected(model, {name: change})


def test_what_is_no_model_is_refused() -> None:
    with pytest.raises(ValueError, match="no ONNX model"):
        adapter.corrected(b"\xff\xff\xff not a model", {})


def test_every_layer_of_the_installed_model_is_corrected() -> None:
    model = vectors.weights_file().read_bytes()
    changes = adapter.corrections()
    assert set(changes) == set(adapter.layers(model))
    before, after = adapter._parsed(model), adapter._parsed(adapter.corrected(model, changes))
    changed = {
        one.name.rpartition("_")[0]
        for one, other in zip(before.graph.initializer, after.graph.initializer, strict=True)
        if one.raw_data != other.raw_data
    }
    assert changed == set(changes)
