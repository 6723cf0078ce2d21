"""Pairs that may be one in what is meant, though not in what is named: the person decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.compare.names.bodies import state_of
from briefing.compare.names.folding import key
from briefing.compare.states import capital_of
from briefing.model import Article, Findings, StoryEntity, Suggestion


def capitals(
    articles: Sequence[Article], findings: Mapping[str, Findings], entities: Sequence[StoryEntity]
) -> Iterator[Suggestion]:
    """A capital that does what governments do ("Minsk said"), beside its state."""
    states = {state_of(key(entity.name)): entity for entity in entities if entity.type == "GPE"}
    acting = {
        (article.id, argument.entity)
        for article in articles
        for fact in findings[article.id].facts
        for argument in fact.arguments
        if argument.role == "agent" and argument.entity
    }
    for entity in entities:
        state = capital_of(entity.name)
        named = states.get(state) if state else None
        if named is None or named is entity:
            continue
        if any((mention.article, mention.entity) in acting for mention in entity.mentions):
            why = f"“{entity.name}” acts here as governments do; it is the capital of {named.name}"
            yield Suggestion(a=named.id, b=entity.id, rule="capital-for-government", why=why)
