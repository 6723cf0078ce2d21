"""Precision and recall of predicates and of who did what, for ``nlp.evaluate``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.scorer import PRFScore
from spacy.training import Example

from briefing.model import Argument, Fact


def score_facts(examples: Iterable[Example]) -> dict[str, float]:
    """Compare ``doc._.facts`` of the predicted with those of the reference Docs.

    A predicate is right where it overlaps one of the reference; an argument, where on such a pair the reference has one
    of its role that ends in the same word or shares half of both.

    Returns:
        ``facts_predicate_p``, ``_r``, ``_f`` and ``facts_argument_p``, ``_r``, ``_f``, 0 to 1.
    """
    predicates, arguments = PRFScore(), PRFScore()
    for example in examples:
        found, wanted = example.predicted._.facts, example.reference._.facts
        pairs = list(matched(found, wanted))
        _count(predicates, len(pairs), len(found), len(wanted))
        right = sum(_shared(a.arguments, b.arguments) for a, b in pairs)
        _count(arguments, right, _number_of_arguments(found), _number_of_arguments(wanted))
    return {
        "facts_predicate_p": predicates.precision,
        "facts_predicate_r": predicates.recall,
        "facts_predicate_f": predicates.fscore,
        "facts_argument_p": arguments.precision,
        "facts_argument_r": arguments.recall,
        "facts_argument_f": arguments.fscore,
    }


def matched(found: Iterable[Fact], wanted: Iterable[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts with overlapping predicates, one to one, in text order."""
    left = sorted(found, key=lambda fact: fact.predicate.start)
    right = sorted(wanted, key=lambda fact: fact.predicate.start)
    i = j = 0
    while i < len(left) and j < len(right):
        a, b = left[i].predicate.span, right[j].predicate.span
        if a.overlaps(b):
            yield left[i], right[j]
            i, j = i + 1, j + 1
        elif a.end <= b.start:
            i += 1
        else:
            j += 1


def _count(score: PRFScore, right: int, found: int, wanted: int) -> None:
    score.tp += right
    score.fp += found - right
    score.fn += wanted - right


def _number_of_arguments(facts: Iterable[Fact]) -> int:
    return sum(len(fact.arguments) for fact in facts)


def _shared(found: Iterable[Argument], wanted: Iterable[Argument]) -> int:
    """Number of arguments that both have, each counted once."""
    left = list(wanted)
    for argument in found:
        partner = next((other for other in left if _same(argument, other)), None)
        if partner is not None:
            left.remove(partner)
    return len(list(wanted)) - len(left)


def _same(a: Argument, b: Argument) -> bool:
    if a.role != b.role:
        return False
    shared = a.span.shared(b.span)
    return a.end == b.end or 2 * shared >= a.span.hull(b.span).length
