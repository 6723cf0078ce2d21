"""How well times are found: TempEval-3's strict and relaxed spans, types, and values on the spans.

The figures are those of UzZaman and others 2013, "SemEval-2013 Task 1: TempEval-3": spans are paired one to one, a type
or value is right only on a paired span, and counts against all that were found and all that should have been.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.training import Example

from briefing.model import Time

Answers = tuple[Sequence[Time], Sequence[Time]]
"""The right times of one text, and those that were found."""
_COUNTS = ("relaxed", "strict", "type", "value")


def score_times(examples: Iterable[Example]) -> dict[str, float]:
    """The figures of :func:`measure` over examples whose Docs hold times in ``doc._.times``.

    Args:
        examples: Whose reference Docs hold the right answers.
    """
    return measure((example.reference._.times, example.predicted._.times) for example in examples)


def measure(texts: Iterable[Answers]) -> dict[str, float]:
    """Precision, recall and F of times.

    Args:
        texts: For each text the right times and those found.

    Returns:
        From 0 to 1: ``times_p``, ``times_r``, ``times_f`` (spans that overlap at all), and the same three under
        ``times_strict`` (the very span), ``times_type`` and ``times_value`` (never right where the answer has none).
    """
    right = dict.fromkeys(_COUNTS, 0)
    wanted = found = 0
    for gold, predicted in texts:
        wanted, found = wanted + len(gold), found + len(predicted)
        for time, other in pairs(gold, predicted):
            right["relaxed"] += 1
            right["strict"] += time.span == other.span
            right["type"] += time.type == other.type
            right["value"] += time.value is not None and time.value == other.value
    figures: dict[str, float] = {}
    for name, count in right.items():
        stem = "times" if name == "relaxed" else f"times_{name}"
        figures[f"{stem}_p"] = count / found if found else 0.0
        figures[f"{stem}_r"] = count / wanted if wanted else 0.0
        figures[f"{stem}_f"] = 2 * count / (found + wanted) if found + wanted else 0.0
    return figures


def pairs(gold: Sequence[Time], predicted: Sequence[Time]) -> list[tuple[Time, Time]]:
    """Right and found times that overlap, one to one, those with the greatest overlap for their length first."""
    shares = sorted(
        (-_overlap(time, other), i, j)
        for i, time in enumerate(gold)
        for j, other in enumerate(predicted)
        if time.span.overlaps(other.span)
    )
    left, right, paired = set(range(len(gold))), set(range(len(predicted))), []
    for _, i, j in shares:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            paired.append((gold[i], predicted[j]))
    return paired


def _overlap(time: Time, other: Time) -> float:
    """Shared code points by those of either (Jaccard)."""
    shared = time.span.shared(other.span)
    return shared / (time.end - time.start + other.end - other.start - shared)
