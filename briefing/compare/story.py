"""A group of articles -> the story they tell together."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.compare import VERSION
from briefing.compare.alignment import Matcher, align
from briefing.compare.claims import judge
from briefing.compare.earlier import Earlier
from briefing.compare.entities import link_entities
from briefing.compare.given import given_links
from briefing.compare.groups import Group
from briefing.compare.nesting import nest
from briefing.compare.origins import find_origins
from briefing.compare.reading import read_articles
from briefing.compare.undated import resolved, windows
from briefing.model import Alignment, Article, Correction, Findings, Story


def compare_story(
    group: Group,
    articles: Mapping[str, Article],
    findings: Mapping[str, Findings],
    vectors: Mapping[str, NDArray[np.float32]] | None = None,
    corrections: Sequence[Correction] = (),
    earlier: Earlier | None = None,
) -> Story:
    """Set the articles of one story against each other.

    Args:
        group: The story's articles, in its order.
        articles: By article id; those of the group at least.
        findings: The same.
        vectors: Article id -> a row a sentence of its findings; None, or an article left out, for words alone.
        corrections: The person's merges, splits, links and unlinks; each stands above what is found here.
        earlier: What the last comparison of this story left; given, it serves this one and is left for the next. Then
            how rare words are stays as it was counted until the story has grown by a tenth, and pairs of articles that
            stayed as they were are not judged again.

    Returns:
        The same story for the same input, to the byte; with ``earlier`` for the same rarities.
    """
    with _uncollected():
        return _compared(group, articles, findings, vectors, corrections, earlier)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps the collector of cycles from looking, again and again, through what holds none: a sixth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _compared(
    group: Group,
    articles: Mapping[str, Article],
    findings: Mapping[str, Findings],
    vectors: Mapping[str, NDArray[np.float32]] | None,
    corrections: Sequence[Correction],
    earlier: Earlier | None,
) -> Story:
    before = Earlier() if earlier is None else earlier
    before.begin(group.articles)
    members = [articles[id_] for id_ in group.articles]
    complete = vectors is not None and all(id_ in vectors for id_ in group.articles)
    appeared = windows(members, findings, vectors if complete else None)
    findings = {
        id_: resolved(findings[id_], appeared[id_]) if id_ in appeared else findings[id_] for id_ in group.articles
    }
    mine = [c for c in corrections if not c.story or c.story == group.id]
    origins = find_origins(members, findings)
    entities, suggestions = link_entities(members, findings, mine)
    number = {id_: i for i, origin in enumerate(origins) for id_ in origin.articles}
    readings = read_articles(members, findings, number, entities, before.readings, appeared)
    matcher = Matcher(readings, vectors if complete else None, before)
    given = given_links(mine, readings)
    aligned = align(matcher, given)
    claims = nest(judge(matcher, aligned, given.unlinked))
    if earlier is not None:
        earlier.end(matcher.rarity(), readings, aligned)
    return Story(
        id=group.id,
        title=group.title,
        articles=group.articles,
        pipeline=VERSION,
        origins=origins,
        entities=entities,
        suggestions=suggestions,
        alignments=tuple(
            Alignment(
                a=readings[pair.a.source].located(pair.a.span),
                b=readings[pair.b.source].located(pair.b.span),
                score=round(pair.score, 3),
            )
            for pair in aligned
            if pair.score >= matcher.scorer.threshold
            and (pair.given or not matcher.thin(pair.a, pair.b, pair.features))
        ),
        claims=claims,
    )
