"""How two facts are shown to a reader: their words, and how each stands."""

from __future__ import annotations

from briefing.compare.claims.case import Case, Value
from briefing.model import Fact


def standings(case: Case, a: Fact, b: Fact) -> tuple[Value, Value]:
    """Both predicates with their standing, as values."""
    return case.values(
        (a.predicate.span, f"{a.predicate.lemma} ({a.status})"), (b.predicate.span, f"{b.predicate.lemma} ({b.status})")
    )


def words(case: Case, fact: Fact, ours: bool) -> str:
    """The fact's clause, shortened for one line."""
    reading = case.ours if ours else case.theirs
    words = " ".join(reading.text(fact.span).split())
    return words if len(words) <= 90 else words[:87].rsplit(" ", 1)[0] + " ..."
