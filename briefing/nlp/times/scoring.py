"""How well times are found: TempEval-3's relaxed spans, and values on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.training import Example

from briefing.model import Time


def score_times(examples: Iterable[Example]) -> dict[str, float]:
    """Precision, recall and F of the spans (any overlap, one to one), and F of the values.

    Args:
        examples: Whose reference Docs hold the right answers in ``doc._.times``.

    Returns:
        ``times_p``, ``times_r``, ``times_f`` and ``times_value_f``, from 0 to 1.
    """
    right = values = predicted = wanted = 0
    for example in examples:
        got: Sequence[Time] = example.predicted._.times
        gold: Sequence[Time] = example.reference._.times
        predicted, wanted = predicted + len(got), wanted + len(gold)
        left = list(got)
        for time in gold:
            best = max(left, key=lambda other: time.span.shared(other.span), default=None)
            if best is None or not time.span.overlaps(best.span):
                continue
            left.remove(best)
            right += 1
            values += time.value is not None and time.value == best.value
    return {
        "times_p": right / predicted if predicted else 0.0,
        "times_r": right / wanted if wanted else 0.0,
        "times_f": 2 * right / (predicted + wanted) if predicted + wanted else 0.0,
        "times_value_f": 2 * values / (predicted + wanted) if predicted + wanted else 0.0,
    }
