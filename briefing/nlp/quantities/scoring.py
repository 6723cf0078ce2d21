"""How well quantities are found: spans that overlap, with the same value, unit, bound and change."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from spacy.training import Example

from briefing.model import Quantity


def score_quantities(examples: Iterable[Example]) -> dict[str, float]:
    """F of the values, of values with units, and of values with bound and change.

    Args:
        examples: Whose reference Docs hold the right answers in ``doc._.quantities``.

    Returns:
        ``quantities_value_f``, ``quantities_unit_f`` and ``quantities_change_f``, from 0 to 1.
    """
    total = values = units = changes = 0
    for example in examples:
        got: Sequence[Quantity] = example.predicted._.quantities
        gold: Sequence[Quantity] = example.reference._.quantities
        total += len(got) + len(gold)
        left = list(got)
        for quantity in gold:
            found = next((q for q in left if q.span.overlaps(quantity.span) and same_value(q, quantity)), None)
            if found is None:
                continue
            left.remove(found)
            values += 1
            units += found.unit == quantity.unit
            changes += (found.bound, found.change) == (quantity.bound, quantity.change)
    return {
        name: 2 * right / total if total else 0.0
        for name, right in (
            ("quantities_value_f", values),
            ("quantities_unit_f", units),
            ("quantities_change_f", changes),
        )
    }


def same_value(one: Quantity, other: Quantity) -> bool:
    """Whether the numbers are equal, ranges end by end."""
    if isinstance(one.value, tuple) and isinstance(other.value, tuple):
        return all(math.isclose(a, b, rel_tol=1e-6) for a, b in zip(one.value, other.value, strict=True))
    if isinstance(one.value, tuple) or isinstance(other.value, tuple):
        return False
    return math.isclose(one.value, other.value, rel_tol=1e-6)
