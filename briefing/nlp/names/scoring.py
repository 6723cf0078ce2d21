"""How well mentions and entities are found, for ``nlp.evaluate`` and for benchmarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from spacy import util
from spacy.training import Example

from briefing.model import Mention

Spans = dict[tuple[int, int], Mention]


def make_names_scorer() -> Any:
    """The scorer, as the registry hands it out."""
    return score_names


util.registry.scorers("briefing.names_scorer.v1", func=make_names_scorer)


def score_names(examples: Iterable[Example], **_: Any) -> dict[str, float]:
    """Mentions, types and clusters of the predicted Docs against ``doc._.mentions`` of the references.

    Returns:
        ``mentions_p``, ``mentions_r``, ``mentions_f``: mentions with exactly the same code points; ``mentions_type``:
        share of them with the right type; ``entities_p``, ``entities_r``, ``entities_f``: B-cubed (Bagga and Baldwin
        1998) over the reference's mentions, where a mention not found is alone.
    """
    found = given = wanted = typed = 0
    precision = recall = 0.0
    for example in examples:
        gold = {(m.start, m.end): m for m in example.reference._.mentions}
        ours = {(m.start, m.end): m for m in example.predicted._.mentions}
        both = gold.keys() & ours.keys()
        found, given, wanted = found + len(both), given + len(ours), wanted + len(gold)
        typed += sum(gold[span].type == ours[span].type for span in both)
        p, r = _b_cubed(gold, ours)
        precision, recall = precision + p, recall + r
    figures = _with_f("mentions", found / max(1, given), found / max(1, wanted))
    figures["mentions_type"] = typed / max(1, found)
    return figures | _with_f("entities", precision / max(1, wanted), recall / max(1, wanted))


def _b_cubed(gold: Spans, ours: Spans) -> tuple[float, float]:
    """Sums over the reference's mentions of each one's precision and recall."""
    ids = {span: ours[span].entity if span in ours else f"alone {span}" for span in gold}
    together = Counter((gold[span].entity, ids[span]) for span in gold)
    of_gold = Counter(mention.entity for mention in gold.values())
    of_ours = Counter(ids.values())
    precision = sum(count * count / of_ours[mine] for (_, mine), count in together.items())
    recall = sum(count * count / of_gold[theirs] for (theirs, _), count in together.items())
    return precision, recall


def _with_f(name: str, precision: float, recall: float) -> dict[str, float]:
    total = precision + recall
    f = 2 * precision * recall / total if total else 0.0
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f": f}
