"""``briefing_facts``: predicates with the phrases that take part in them.

A fact is a predication (verb, event noun, adjective or noun with a copula); its arguments have coarse roles, which the
parse and a few lists of words decide. Writes ``doc._.facts``.
"""

from __future__ import annotations

from spacy.language import Language

from briefing.nlp.facts.component import Facts

__all__ = ["Facts", "make_facts"]


@Language.factory(
    "briefing_facts",
    assigns=["doc._.facts"],
    requires=["token.dep", "token.pos"],
    default_score_weights={"facts_predicate_f": 0.5, "facts_role_f": 0.5},
)
def make_facts(nlp: Language, name: str) -> Facts:
    """The component."""
    return Facts()
