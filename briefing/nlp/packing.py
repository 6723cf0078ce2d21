"""Findings on a Doc go wherever the Doc goes: into ``Doc.to_bytes``, a ``DocBin``, another process.

spaCy packs what stands on a Doc with srsly, which asks the packers named here for what it does not know itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from srsly.msgpack import msgpack_decoders, msgpack_encoders  # type: ignore[import-untyped]

from briefing import model

_KIND, _RECORD = "briefing", "record"
Chain = Callable[[Any], Any] | None


def register() -> None:
    """Have srsly pack and unpack the model's records; calling it again changes nothing."""
    msgpack_encoders.register("briefing", func=packed)
    msgpack_decoders.register("briefing", func=unpacked)


def packed(value: Any, chain: Chain = None) -> Any:
    """A record as a mapping of its kind and its bytes; what is none goes to the next packer."""
    if isinstance(value, msgspec.Struct) and hasattr(model, type(value).__name__):
        return {_KIND: type(value).__name__, _RECORD: msgspec.msgpack.encode(value)}
    return value if chain is None else chain(value)


def unpacked(value: Any, chain: Chain = None) -> Any:
    """The record that was packed; any other mapping goes to the next unpacker."""
    if isinstance(value, dict) and value.keys() == {_KIND, _RECORD}:
        return msgspec.msgpack.decode(value[_RECORD], type=getattr(model, value[_KIND]))
    return value if chain is None else chain(value)
