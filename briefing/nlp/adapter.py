"""Our change to the sentence encoder: low-rank corrections of its weights, laid over the model as it is installed.

The encoder as published knows what a sentence is about; it puts "the pact was signed" near "the pact was refused", and
far from "the four put their names to it". The corrections were learnt from sentences written for the purpose, several
outlets' tellings of one matter among other matters of the same event, so that what a reader would lay side by side
comes near, however it is worded. Method: low-rank adaptation of each linear layer (Hu et al., LoRA, 2021);
``tests/bench/fit`` holds the learning.

The model keeps each layer as int8 with a scale for each output. Those are taken apart, corrected and rounded again
here, in memory; the installed file stays as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).parent / "data" / "matter-adapter.npz"
"""Of each corrected layer two arrays of half floats, ``NAME.down``, (inputs, rank), ``NAME.up``, (rank, outputs)."""
_INT8 = 127


class Correction(NamedTuple):
    """What is added to a layer's weights: the product of two thin matrices.

    Attributes:
        down: (inputs, rank).
        up: (rank, outputs).
    """

    down: NDArray[np.float32]
    up: NDArray[np.float32]


def adapter_id() -> str:
    """Which corrections they are: the start of the file's SHA-256."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()[:8]


def corrections() -> dict[str, Correction]:
    """Of each layer by its name in the model.

    Raises:
        OSError, ValueError: The file is missing or broken.
    """
    with np.load(FILE, allow_pickle=False) as kept:
        names = sorted({name.rpartition(".")[0] for name in kept.files})
        halves = {name: (kept[f"{name}.down"], kept[f"{name}.up"]) for name in names}
    return {name: Correction(down.astype(np.float32), up.astype(np.float32)) for name, (down, up) in halves.items()}


def corrected(model: bytes, changes: Mapping[str, Correction]) -> bytes:
    """The model with its layers corrected.

    Args:
        model: An ONNX file, whose layer ``x`` is kept as ``x_q``, int8 of (inputs, outputs), and ``x_scale``, float32
            of (1, outputs).
        changes: What to add to which layers.

    Raises:
        ValueError: No model, or not one with all these layers.
    """
    whole = _parsed(model)
    kept = {each.name: each for each in whole.graph.initializer}
    for name, change in changes.items():
        weights, scales = kept.get(f"{name}_q"), kept.get(f"{name}_scale")
        shape = (change.down.shape[0], change.up.shape[1])
        if weights is None or scales is None or tuple(weights.dims) != shape or tuple(scales.dims) != (1, shape[1]):
            raise ValueError(f"no layer {name} of {shape[0]} x {shape[1]}")
        before = np.frombuffer(weights.raw_data, np.int8).reshape(shape) * np.frombuffer(scales.raw_data, "<f4")
        after = before + change.down @ change.up
        scale = (np.abs(after).max(axis=0) / _INT8).clip(1e-12).astype("<f4")
        weights.raw_data = np.rint(after / scale).astype(np.int8).tobytes()
        scales.raw_data = scale.tobytes()
    return bytes(whole.SerializeToString())


def layers(model: bytes) -> list[str]:
    """Names of a model's layers that can be corrected, as they follow each other in it.

    Raises:
        ValueError: No model.
    """
    names = [each.name for each in _parsed(model).graph.initializer]
    return [name.removesuffix("_q") for name in names if name.startswith("val_") and name.endswith("_q")]


def _parsed(model: bytes) -> Any:
    whole = _model_class()()
    try:
        whole.ParseFromString(model)
    except Exception as error:  # its own kind, which is no ValueError in every release
        raise ValueError("no ONNX model") from error
    return whole


def _model_class() -> Any:
    """ONNX's own form, as far as it matters here; what else a file holds is kept as it is."""
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

    form = descriptor_pb2.FileDescriptorProto(name="onnx-part.proto", package="onnx", syntax="proto2")
    for message, fields in _fields():
        of = form.message_type.add(name=message)
        for name, number, kind, many, inner in fields:
            of.field.add(name=name, number=number, type=kind, label=3 if many else 1, type_name=inner)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(form)
    return message_factory.GetMessageClass(pool.FindMessageTypeByName("onnx.ModelProto"))


def _fields() -> Iterator[tuple[str, list[tuple[str, int, int, bool, str | None]]]]:
    """Messages, and of each field name, number, type by protobuf's own numbers, whether repeated, and inner message."""
    int64, text, message, raw = 3, 9, 11, 12
    dims, name, data = ("dims", 1, int64, True, None), ("name", 8, text, False, None), ("raw_data", 9, raw, False, None)
    yield "TensorProto", [dims, name, data]
    yield "GraphProto", [("initializer", 5, message, True, ".onnx.TensorProto")]
    yield "ModelProto", [("graph", 7, message, False, ".onnx.GraphProto")]
