"""``briefing_status``: how far the text commits itself to each fact.

Stated, attributed, hedged, denied, negated, planned or conditional, by scope over the parse: an operator (auxiliary,
negation, governing verb or noun, condition, attribution) reaches the predicates below it, not the words beside it.
"""

from __future__ import annotations

from spacy.language import Language

from briefing.nlp.status.component import PRECEDENCE, FactStatus

__all__ = ["PRECEDENCE", "FactStatus", "make_status"]


@Language.factory(
    "briefing_status",
    assigns=["doc._.facts"],
    requires=["token.dep", "doc._.facts"],
    default_score_weights={"status_accuracy": 1.0},
)
def make_status(nlp: Language, name: str) -> FactStatus:
    """The component."""
    return FactStatus()
