"""How each source words a matter: what it calls people and bodies, and which verb it has for an act or for speaking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from briefing.model import Article, Claim, Fact, Findings, Located, Span, Story, Token, Worded, Wording, WordingKind

_OF_THE_VERB = frozenset({"aux", "auxpass", "neg", "prt"})
_TOLD_BY_SEVERAL = frozenset({"agreed", "compatible", "conflict", "update"})
_LONGEST = 40
"""Code points of a verb with what belongs to it; what is longer is no wording of an act."""


class _Text:
    """One article's words by place."""

    def __init__(self, article: Article, findings: Findings) -> None:
        self.article = article
        self.findings = findings

    @cached_property
    def facts(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.findings.facts}

    @cached_property
    def _at(self) -> dict[int, int]:
        return {token.start: i for i, token in enumerate(self.findings.tokens)}

    @cached_property
    def _of_verbs(self) -> dict[int, list[Token]]:
        """Auxiliaries, negations and particles by the index of their verb."""
        found: dict[int, list[Token]] = defaultdict(list)
        for token in self.findings.tokens:
            if token.dep in _OF_THE_VERB:
                found[token.head].append(token)
        return found

    def verb_group(self, fact: Fact) -> Span:
        """The predicate with its auxiliaries, negation and particle, where they stand together."""
        span = fact.predicate.span
        index = self._at.get(span.start)
        for token in self._of_verbs.get(index, ()) if index is not None else ():
            wider = span.hull(Span(token.start, token.end))
            if wider.length <= _LONGEST and "," not in self.article.text[wider.start : wider.end]:
                span = wider
        return span

    def lemma(self, span: Span) -> str:
        """The lemmas of a stretch, for telling whether two sources word it alike."""
        return " ".join(t.lemma for t in self.findings.tokens if span.start <= t.start < span.end)

    def worded(self, spans: Sequence[Span]) -> Worded:
        """A stretch as it stands, and how often the like of it does."""
        first = spans[0]
        return Worded(
            words=" ".join(self.article.text[first.start : first.end].split()),
            place=Located(article=self.article.id, start=first.start, end=first.end),
            count=len(spans),
        )


def wordings(
    story: Story, claims: Sequence[Claim], articles: Sequence[Article], findings: Mapping[str, Findings]
) -> tuple[Wording, ...]:
    """Every matter that two sources or more tell and do not word alike: entities, then acts, then speakers."""
    texts = {article.id: _Text(article, findings[article.id]) for article in articles if article.id in findings}
    return (*_names(story, texts), *_acts(claims, texts), *_sayings(story, texts))


def _names(story: Story, texts: Mapping[str, _Text]) -> Iterator[Wording]:
    """What an entity is called: its names and descriptions by source."""
    for entity in story.entities:
        places: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for mention in sorted(entity.mentions, key=attrgetter("article", "start")):
            if mention.form != "pronoun" and mention.article in texts:
                words = texts[mention.article].article.text[mention.start : mention.end]
                places[mention.article, _bare(words)].append(mention.span)
        yield from _differing("entity", entity.id, entity.name, places, texts)


def _acts(claims: Sequence[Claim], texts: Mapping[str, _Text]) -> Iterator[Wording]:
    """With which verb each source tells what several tell."""
    given: set[frozenset[tuple[str, str]]] = set()
    for claim in claims:
        if claim.status not in _TOLD_BY_SEVERAL or not claim.sure:
            continue
        places: dict[tuple[str, str], list[Span]] = defaultdict(list)
        told: set[tuple[str, str]] = set()
        for ref in claim.facts:
            text = texts.get(ref.article)
            fact = text.facts.get(ref.fact) if text else None
            if text and fact and fact.predicate.lemma != "be":
                told.add((ref.article, ref.fact))
                span = text.verb_group(fact)
                places[ref.article, text.lemma(span)].append(span)
        if frozenset(told) in given:
            continue
        given.add(frozenset(told))
        first = claim.passages[0]
        shown = texts[first.article].article.text[first.start : first.end] if first.article in texts else claim.id
        yield from _differing("act", claim.id, " ".join(shown.split()), places, texts)


def _sayings(story: Story, texts: Mapping[str, _Text]) -> Iterator[Wording]:
    """With which verb each source brings a speaker in: said, claimed, admitted."""
    known = {(m.article, m.entity): entity.id for entity in story.entities for m in entity.mentions}
    cues: dict[str, dict[tuple[str, str], list[Span]]] = defaultdict(lambda: defaultdict(list))
    for id, text in texts.items():
        for quote in text.findings.quotes:
            entity = known.get((id, quote.entity)) if quote.entity else None
            if entity and len(quote.cue) == 1:
                cues[entity][id, text.lemma(quote.cue[0])].append(quote.cue[0])
    for each in story.entities:
        if each.id in cues:
            yield from _differing("saying", each.id, each.name, cues[each.id], texts)


def _differing(
    kind: WordingKind,
    subject: str,
    name: str,
    places: Mapping[tuple[str, str], Sequence[Span]],
    texts: Mapping[str, _Text],
) -> Iterator[Wording]:
    """A wording where two sources or more tell the matter and do not have the same words for it."""
    by_source: dict[str, set[str]] = defaultdict(set)
    for article, words in places:
        by_source[article].add(words)
    if len(by_source) < 2 or _all_alike(by_source.values()):
        return
    told = [texts[article].worded(spans) for (article, _), spans in places.items()]
    order = {id: i for i, id in enumerate(texts)}
    told.sort(key=lambda each: (order[each.place.article], -each.count, each.place.start))
    yield Wording(kind=kind, subject=subject, name=name, words=tuple(told))


def _all_alike(sets: Iterable[set[str]]) -> bool:
    first, *others = sets
    return all(each == first for each in others)


def _bare(words: str) -> str:
    """A name in lower case, without article and possessive ending."""
    bare = " ".join(words.casefold().split()).removeprefix("the ")
    return bare.removesuffix("'s").removesuffix("’s")
