"""Puts learnt weights into the data files; thresholds and what is said of them stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tests.bench.fit.ridge import Model


def put(path: Path, section: str, names: Sequence[str], model: Model) -> None:
    """Write bias and weights into a section of a TOML file, or, with no section, into its top and ``[weights]``."""
    text = path.read_text("utf-8")
    numbers = [f"{name} = {weight:.3f}" for name, weight in zip(names, model.weights.tolist(), strict=True)]
    if not section:
        text = re.sub(r"(?m)^bias = .*$", f"bias = {model.bias:.3f}", text, count=1)
        text = text.partition("[weights]\n")[0] + "[weights]\n" + "\n".join(numbers) + "\n"
    else:
        before, mark, after = text.partition(f"[{section}]\n")
        after = re.sub(r"(?m)^bias = .*$", f"bias = {model.bias:.3f}", after, count=1)
        after = re.sub(r"(?ms)^weights = \{.*?\}$", f"weights = {{ {', '.join(numbers)} }}", after, count=1)
        text = before + mark + after
    path.write_text(text, "utf-8")
