"""How often the status is right, for ``nlp.evaluate``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spacy.scorer import PRFScore
from spacy.training import Example

from briefing.nlp.facts.scorer import matched


def score_status(examples: Iterable[Example]) -> dict[str, Any]:
    """Compare the statuses of facts whose predicates are in both the predicted and the reference Doc.

    Returns:
        ``status_accuracy``, and ``status_per_type``: precision, recall and F of each status.
    """
    right = pairs = 0
    by_status: dict[str, PRFScore] = {}
    for example in examples:
        for found, wanted in matched(example.predicted._.facts, example.reference._.facts):
            pairs += 1
            if found.status == wanted.status:
                right += 1
                by_status.setdefault(found.status, PRFScore()).tp += 1
            else:
                by_status.setdefault(found.status, PRFScore()).fp += 1
                by_status.setdefault(wanted.status, PRFScore()).fn += 1
    return {
        "status_accuracy": right / pairs if pairs else 0.0,
        "status_per_type": {status: score.to_dict() for status, score in sorted(by_status.items())},
    }
