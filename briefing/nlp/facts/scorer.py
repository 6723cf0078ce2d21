"""Precision and recall of predicates and of who did what, for ``nlp.evaluate`` and the bench."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.scorer import PRFScore
from spacy.training import Example

from briefing.model import Fact, Span

_NO_PARTICIPANTS = frozenset({"time", "attribute"})
_LABELLED = frozenset({"agent", "patient"})
_WORD = re.compile(r"\w[\w'’-]*")
_SAME = 0.5
_SAME_END = 0.4


class Participant(NamedTuple):
    """A stretch of text with its role, or with none where roles are not compared."""

    span: Span
    role: str


def score_facts(examples: Iterable[Example]) -> dict[str, float]:
    """Compare ``doc._.facts`` of the predicted with those of the reference Docs; see :func:`figures`."""
    return figures((e.predicted.text, e.predicted._.facts, e.reference._.facts) for e in examples)


def figures(articles: Iterable[tuple[str, Sequence[Fact], Sequence[Fact]]]) -> dict[str, float]:
    """Precision, recall and F of predicates and of their participants, end to end.

    Predicates are paired one to one where they overlap, the best pairs first. A participant of a paired predicate is
    right where its intersection over union with one of the gold is 0.5, or where both end in the same word. Times and
    attributes are no participants.

    Args:
        articles: Text, facts found and facts wanted of each article, in code points of one text.

    Returns:
        ``facts_predicate_p``, ``_r``, ``_f``; ``facts_link_*`` of participants whatever their role; ``facts_role_*`` of
        agents and patients with the right role. All from 0 to 1.
    """
    predicates, links, roles = PRFScore(), PRFScore(), PRFScore()
    for text, found, wanted in articles:
        pairs = matched(found, wanted)
        _count(predicates, len(pairs), len(found), len(wanted))
        for score, participants in ((links, _linked), (roles, _labelled)):
            right = sum(len(_agreed(text, participants(a), participants(b))) for a, b in pairs)
            _count(score, right, sum(len(participants(a)) for a in found), sum(len(participants(b)) for b in wanted))
    scores = {"predicate": predicates, "link": links, "role": roles}
    return {
        f"facts_{name}_{short}": value
        for name, score in scores.items()
        for short, value in (("p", score.precision), ("r", score.recall), ("f", score.fscore))
    }


def matched(found: Sequence[Fact], wanted: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Pairs of facts with overlapping predicates, one to one, the most alike first."""
    likeness: dict[tuple[int, int], float] = {}
    right = sorted(range(len(wanted)), key=lambda j: wanted[j].predicate.start)
    at = 0
    for i in sorted(range(len(found)), key=lambda i: found[i].predicate.start):
        span = found[i].predicate.span
        while at < len(right) and wanted[right[at]].predicate.end <= span.start:
            at += 1
        for j in right[at:]:
            other = wanted[j].predicate.span
            if other.start >= span.end:
                break
            likeness[i, j] = _iou(span, other)
    return [(found[i], wanted[j]) for i, j in _one_to_one(likeness)]


def _linked(fact: Fact) -> list[Participant]:
    return sorted({Participant(each.span, "") for each in fact.arguments if each.role not in _NO_PARTICIPANTS})


def _labelled(fact: Fact) -> list[Participant]:
    return sorted({Participant(each.span, each.role) for each in fact.arguments if each.role in _LABELLED})


def _agreed(text: str, found: Sequence[Participant], wanted: Sequence[Participant]) -> list[tuple[int, int]]:
    likeness: dict[tuple[int, int], float] = {}
    for i, a in enumerate(found):
        for j, b in enumerate(wanted):
            shared = _iou(a.span, b.span)
            if a.role == b.role and (shared >= _SAME or _last_word(text, a.span) == _last_word(text, b.span)):
                likeness[i, j] = shared if shared >= _SAME else _SAME_END
    return _one_to_one(likeness)


def _one_to_one(likeness: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    left: set[int] = set()
    right: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted((-value, *pair) for pair, value in likeness.items() if value):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def _iou(a: Span, b: Span) -> float:
    shared = a.shared(b)
    return shared / (a.length + b.length - shared) if shared else 0.0


def _last_word(text: str, span: Span) -> int:
    """Where the last word of a span begins; its end where it holds none."""
    starts = [match.start() for match in _WORD.finditer(span.of(text))]
    return span.start + starts[-1] if starts else span.end


def _count(score: PRFScore, right: int, found: int, wanted: int) -> None:
    score.tp += right
    score.fp += found - right
    score.fn += wanted - right
