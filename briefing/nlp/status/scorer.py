"""How often the status is right, for ``nlp.evaluate``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, get_args

from spacy.scorer import PRFScore
from spacy.training import Example

from briefing.model import Status
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


def confusion(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The confusion matrix of statuses, as rows of a table.

    Args:
        pairs: The status wanted and the one found, for each clause; any other word, such as ``-``, where no fact was
            found.

    Returns:
        A head row, then a row for each status wanted: its name, how often each status was found, in the order of
        :data:`~briefing.model.Status`, how often none was, and the share that is right.
    """
    known = get_args(Status)
    counts = Counter((wanted, found if found in known else "-") for wanted, found in pairs)
    rows: list[tuple[str, ...]] = [("wanted", *known, "-", "right")]
    for wanted in known:
        found = [counts[wanted, status] for status in (*known, "-")]
        right = f"{counts[wanted, wanted] / sum(found):.2f}" if sum(found) else ""
        rows.append((wanted, *map(str, found), right))
    return rows
