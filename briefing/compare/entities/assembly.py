"""From linked candidates to the records of the story."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from briefing.compare.entities.evidence import Candidate
from briefing.compare.entities.orders import Orders
from briefing.compare.names.bodies import is_people, state_of
from briefing.compare.names.folding import fold, key
from briefing.compare.states import capital_of
from briefing.model import Article, EntityType, StoryEntity, StoryMention

MOST_ROLES = 12


def assemble(candidates: Sequence[Candidate], orders: Orders, articles: Sequence[Article]) -> tuple[StoryEntity, ...]:
    """The story's entities: those of most sources first, then most mentioned, then first mentioned."""
    order = sorted(candidates, key=_prominence)
    taken: Counter[str] = Counter()
    found: list[StoryEntity] = []
    for candidate in order:
        name = orders.name_of(candidate) or shown_name(candidate)
        type_ = orders.type_of(candidate) or settled_type(candidate, name)
        digest = hashlib.sha256(f"{fold(name)}\0{type_}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
        taken[digest] += 1
        found.append(
            StoryEntity(
                id=f"e-{digest}" + (f"-{taken[digest]}" if taken[digest] > 1 else ""),
                name=name,
                type=type_,
                mentions=_mentions(candidate),
                forms=_forms(candidate),
                roles=_roles(candidate),
                links=tuple(candidate.links),
            )
        )
    return tuple(found)


def entity_ids(candidates: Sequence[Candidate], entities: Sequence[StoryEntity]) -> Mapping[int, str]:
    """The entity of each local, by ``id()`` of the local; entities as :func:`assemble` gave them."""
    order = sorted(candidates, key=_prominence)
    return {
        id(local): entity.id for candidate, entity in zip(order, entities, strict=True) for local in candidate.members
    }


def shown_name(candidate: Candidate) -> str:
    """The fullest form of the most sources; of several, the longest, then the most used, then the first."""
    sources: Counter[tuple[str, ...]] = Counter()
    spelled: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    longest = max(len(key(local.name)) for local in candidate.members)
    for local in candidate.members:
        if len(key(local.name)) > 1 or longest == 1:
            sources[key(local.name)] += 1
        for form, count in local.forms.items():
            spelled[key(form)][form] += count
    best = max(sources, key=lambda words: (sources[words], len(words), sum(spelled[words].values())))
    return max(spelled[best], key=lambda form: (not form.isupper(), spelled[best][form], form))


def settled_type(candidate: Candidate, name: str) -> EntityType:
    """The type that most evidence speaks for; states, their people and capitals are known."""
    words = key(name)
    if candidate.kind == "people" or (is_people(words) and not candidate.sure):
        return "NORP"
    if not candidate.sure and (state_of(words) or capital_of(name)):
        return "GPE"
    votes: Counter[EntityType] = Counter()
    for local in candidate.members:
        slip = local.kind != "person" and local.entity.type == "PERSON"
        votes[local.entity.type] += 0 if slip else 2 + min(len(local.mentions), 4) + 6 * local.sure
    best = max(votes.values())
    return next(type_ for type_ in votes if votes[type_] == best)


def _prominence(candidate: Candidate) -> tuple[int, int, int, int]:
    first = candidate.members[0]
    mentions = sum(len(local.mentions) for local in candidate.members)
    return (-len(candidate.articles), -mentions, first.place, first.mentions[0].start)


def _mentions(candidate: Candidate) -> tuple[StoryMention, ...]:
    found = [
        (local.place, mention.start, mention.end, local, mention)
        for local in candidate.members
        for mention in local.mentions
    ]
    found.sort(key=lambda row: row[:3])
    return tuple(
        StoryMention(article=local.article, start=m.start, end=m.end, entity=m.entity, form=m.form)
        for _, _, _, local, m in found
    )


def _forms(candidate: Candidate) -> tuple[tuple[str, str, int], ...]:
    by_article: dict[str, Counter[str]] = defaultdict(Counter)
    for local in candidate.members:
        by_article[local.article].update(local.forms)
    return tuple(
        (article, form, count)
        for article, forms in by_article.items()
        for form, count in sorted(forms.items(), key=lambda item: (-item[1], item[0]))
    )


def _roles(candidate: Candidate) -> tuple[str, ...]:
    roles = {fold(role): role for local in reversed(candidate.members) for role in reversed(local.entity.roles)}
    order = dict.fromkeys(fold(role) for local in candidate.members for role in local.entity.roles)
    return tuple(roles[folded] for folded in order)[:MOST_ROLES]
