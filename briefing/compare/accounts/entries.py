"""What each article tells alone, leaves out, whom it quotes and on which media it relies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations
from typing import NamedTuple

from briefing.compare.media import credited, is_medium, is_own_name
from briefing.model import (
    Account,
    Article,
    Citation,
    Claim,
    Findings,
    Located,
    Quote,
    Silence,
    Story,
    Voice,
    out_before,
)

_NOBODY = frozenset(
    ("all", "both", "each", "he", "it", "many", "most", "one", "others", "several", "she", "some", "they", "those")
)
"""Words in a speaker's place that name nobody."""
_TOLD_BY_SEVERAL = frozenset({"agreed", "compatible"})


class _Speaker(NamedTuple):
    """Who speaks, alike in all articles: the story's entity, or else the name or description."""

    entity: str | None
    name: str


class _Scene:
    """What all accounts are drawn from."""

    def __init__(
        self, story: Story, claims: Sequence[Claim], articles: Sequence[Article], findings: Mapping[str, Findings]
    ) -> None:
        self.claims = claims
        self.articles = {article.id: article for article in articles}
        self.origin = {id: number for number, group in enumerate(story.origins) for id in group.articles}
        self.tellers = {claim.id: {passage.article for passage in claim.passages} for claim in claims}
        self.origins = {id: {self.origin[a] for a in tellers} for id, tellers in self.tellers.items()}
        self.met = _met(story, claims)
        names = {entity.id: entity.name for entity in story.entities}
        known = {(m.article, m.entity): entity.id for entity in story.entities for m in entity.mentions}
        self.said: dict[str, dict[_Speaker, list[Quote]]] = {}
        self.heard: dict[_Speaker, set[int]] = defaultdict(set)
        for article in articles:
            said = self.said.setdefault(article.id, defaultdict(list))
            for quote in findings[article.id].quotes if article.id in findings else ():
                entity = known.get((article.id, quote.entity)) if quote.entity else None
                name = names[entity] if entity else quote.speaker
                if name and name.casefold() not in _NOBODY:
                    speaker = _Speaker(entity, name if entity else name.casefold())
                    said[speaker].append(quote)
                    self.heard[speaker].add(self.origin[article.id])
        self.shown = {
            _Speaker(None, q.speaker.casefold()): q.speaker
            for id in self.said
            for q in (findings[id].quotes if id in findings else ())
            if q.speaker
        }
        self.roles = {
            (id, entity.id): entity.roles for id in self.said if id in findings for entity in findings[id].entities
        }

    def called(self, speaker: _Speaker) -> str:
        """What a reader knows a speaker by."""
        return speaker.name if speaker.entity else self.shown[speaker]

    def touched(self, passage: Located, articles: Set[str]) -> bool:
        """Whether one of these articles speaks of a passage's matter in any way: agreeing, differing, or aligned."""
        near = self.met.get(passage.article, ())
        return any(place.span.overlaps(passage.span) and other in articles for place, other in near)


def _met(story: Story, claims: Sequence[Claim]) -> Mapping[str, Sequence[tuple[Located, str]]]:
    """By article, its passages that are set against another's, and that other's id."""
    found: dict[str, list[tuple[Located, str]]] = defaultdict(list)
    for claim in claims:
        for a, b in combinations(claim.passages, 2):
            found[a.article].append((a, b.article))
            found[b.article].append((b, a.article))
    return found


def _overlaps(passage: Located, others: Sequence[Located]) -> bool:
    return any(other.article == passage.article and other.span.overlaps(passage.span) for other in others)


def accounts(
    story: Story, claims: Sequence[Claim], articles: Sequence[Article], findings: Mapping[str, Findings]
) -> tuple[Account, ...]:
    """An account of every article, in the story's order.

    Args:
        story: The comparison.
        claims: Those of its claims that count.
        articles: The story's articles.
        findings: By article id.
    """
    scene = _Scene(story, claims, articles, findings)
    return tuple(_account(article, scene) for article in articles)


def _account(article: Article, scene: _Scene) -> Account:
    origin = scene.origin[article.id]
    loses, weakens = [], []
    for claim in scene.claims:
        if article.id not in scene.tellers[claim.id]:
            continue
        left = {scene.origin[id] for id in scene.tellers[claim.id] - {article.id}}
        if not left:
            loses.append(claim.id)
        elif claim.status in _TOLD_BY_SEVERAL and len(left) == 1 < len(scene.origins[claim.id]):
            weakens.append(claim.id)
    return Account(
        article=article.id,
        origin=origin,
        alone=tuple(c.id for c in scene.claims if c.status == "single" and scene.origins[c.id] == {origin}),
        silent=tuple(_silences(article, origin, scene)),
        voices=tuple(_voices(article, scene)),
        cites=tuple(_citations(article, scene)),
        loses=tuple(loses),
        weakens=tuple(weakens),
    )


def _silences(article: Article, origin: int, scene: _Scene) -> Iterator[Silence]:
    others = set(scene.origin.values()) - {origin}
    if len(others) < 2:
        return
    mine = {id for id, number in scene.origin.items() if number == origin}
    given: list[Located] = []
    for claim in scene.claims:
        if claim.status not in _TOLD_BY_SEVERAL or not claim.sure or scene.origins[claim.id] != others:
            continue
        if any(scene.touched(passage, mine) or _overlaps(passage, given) for passage in claim.passages):
            continue
        given.extend(claim.passages)
        tellers = [scene.articles[id] for id in scene.tellers[claim.id]]
        yield Silence(claim=claim.id, earlier=out_before(article, tellers))


def _voices(article: Article, scene: _Scene) -> Iterator[Voice]:
    said = scene.said[article.id]
    for speaker, quotes in sorted(said.items(), key=lambda item: (-len(item[1]), item[1][0].span)):
        yield Voice(
            name=scene.called(speaker),
            entity=speaker.entity,
            statements=tuple(_located(article, quote) for quote in quotes),
            alone=scene.heard[speaker] == {scene.origin[article.id]},
        )


def _citations(article: Article, scene: _Scene) -> Iterator[Citation]:
    """Media that speak or pass on statements in the article, then those it credits its copy to."""
    places: dict[str, list[Located]] = defaultdict(list)
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    for speaker, quotes in scene.said[article.id].items():
        for quote in quotes:
            roles = scene.roles.get((article.id, quote.entity), ()) if quote.entity else ()
            called = scene.called(speaker)
            name = quote.via or (called if is_medium(called, roles) else None)
            if name and not is_own_name(name, article):
                places[name.casefold()].append(_located(article, quote))
                shown[name.casefold()][name] += 1
    for key, found in places.items():
        yield Citation(name=shown[key].most_common(1)[0][0], how="statement", places=tuple(sorted(found, key=_start)))
    for name in credited(article):
        if name.casefold() not in places and not is_own_name(name, article):
            yield Citation(name=name, how="credit")


def _located(article: Article, quote: Quote) -> Located:
    return Located(article=article.id, start=quote.span.start, end=quote.span.end)


def _start(place: Located) -> int:
    return place.start
