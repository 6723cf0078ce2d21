"""Puts learnt weights into the data files; thresholds and what is said of them stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from tests.bench.fit.ridge import Model


def put(path: Path, section: str, names: Sequence[str], model: Model) -> None:
    """Write bias and weights into a section of a TOML file, or, with no section, into its top and ``[weights]``.

    A section has its weights in one table or each on a line of its own.
    """
    text = path.read_text("utf-8")
    bias, *numbers = lines(names, model)
    if not section:
        text = re.sub(r"(?m)^bias = .*$", bias, text, count=1)
        text = text.partition("[weights]\n")[0] + "[weights]\n" + "\n".join(numbers) + "\n"
    else:
        before, mark, after = text.partition(f"[{section}]\n")
        after = re.sub(r"(?m)^bias = .*$", bias, after, count=1)
        own, rest = _parted(after)
        if re.search(r"(?m)^weights = ", own):
            own = re.sub(r"(?ms)^weights = \{.*?\}$", f"weights = {{ {', '.join(numbers)} }}", own, count=1)
        else:
            for number in numbers:
                own = re.sub(rf"(?m)^{number.partition(' ')[0]} = .*$", number, own, count=1)
        text = before + mark + own + rest
    path.write_text(text, "utf-8")


def lines(names: Sequence[str], model: Model) -> list[str]:
    """The bias and the weights as a data file has them."""
    weights = zip(names, model.weights.tolist(), strict=True)
    return [f"bias = {model.bias:.3f}", *(f"{name} = {weight:.3f}" for name, weight in weights)]


def _parted(text: str) -> tuple[str, str]:
    """A section's own lines, and those of the sections after it."""
    following = re.search(r"(?m)^\[", text)
    at = following.start() if following else len(text)
    return text[:at], text[at:]
