"""How well mentions and entities are found, for ``nlp.evaluate`` and for benchmarks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy import util
from spacy.training import Example

from briefing.model import Mention

Article = tuple[Sequence[Mention], Sequence[Mention]]
"""The right mentions of one article, and those found."""
Figures = dict[str, float]


def make_names_scorer() -> Any:
    """The scorer, as the registry hands it out."""
    return score_names


util.registry.scorers("briefing.names_scorer.v1", func=make_names_scorer)


def score_names(examples: Iterable[Example], **_: Any) -> Figures:
    """The mentions of the predicted Docs against ``doc._.mentions`` of the references, see :func:`score_mentions`."""
    return score_mentions((each.reference._.mentions, each.predicted._.mentions) for each in examples)


def score_mentions(articles: Iterable[Article]) -> Figures:
    """Mentions, types and clusters, over all articles together.

    Returns:
        ``mentions_p``, ``_r``, ``_f``: mentions with exactly the same code points; ``names_p``, ``_r``, ``_f``: with
        the right type as well; ``names_f_PERSON`` and its like: the same for one type; ``mentions_overlap_p``, ``_r``,
        ``_f``: mentions that share a code point with one of the other side; ``mentions_type``: share of the exact ones
        with the right type; ``entities_p``, ``_r``, ``_f``: B-cubed (Bagga and Baldwin 1998) over the right mentions,
        each taken for the one found that overlaps it most; one that is not found is alone.
    """
    count: Counter[str] = Counter()
    precision = recall = 0.0
    for gold, ours in articles:
        _count_exact(gold, ours, count)
        paired = _paired(gold, ours)
        count["touched"] += sum(mention is not None for mention in paired)
        count["touching"] += sum(mention is not None for mention in _paired(ours, gold))
        p, r = _b_cubed(gold, paired)
        precision, recall = precision + p, recall + r
    given, wanted = max(1, count["given"]), max(1, count["wanted"])
    figures = _with_f("mentions", count["exact"] / given, count["exact"] / wanted)
    figures |= _with_f("names", count["typed"] / given, count["typed"] / wanted)
    figures |= _with_f("mentions_overlap", count["touching"] / given, count["touched"] / wanted)
    figures["mentions_type"] = count["typed"] / max(1, count["exact"])
    for label in sorted(key[7:] for key in count if key.startswith("wanted ")):
        shares = (count[f"typed {label}"] / max(1, count[f"{side} {label}"]) for side in ("given", "wanted"))
        figures[f"names_f_{label}"] = _with_f("names", *shares)["names_f"]
    return figures | _with_f("entities", precision / wanted, recall / wanted)


def _count_exact(gold: Sequence[Mention], ours: Sequence[Mention], count: Counter[str]) -> None:
    """Count mentions given, wanted, with the same code points, and with the type as well."""
    places = {(mention.start, mention.end): mention.type for mention in gold}
    for side, mentions in (("wanted", gold), ("given", ours)):
        count[side] += len(mentions)
        count.update(f"{side} {mention.type}" for mention in mentions)
    for mention in ours:
        label = places.get((mention.start, mention.end))
        count["exact"] += label is not None
        if label == mention.type:
            count.update(("typed", f"typed {label}"))


def _paired(some: Sequence[Mention], others: Sequence[Mention]) -> list[Mention | None]:
    """For each of ``some`` the one of ``others`` that overlaps it most by its share of both; None where none does."""
    tiles: dict[int, list[Mention]] = defaultdict(list)
    for other in others:
        for tile in _tiles(other):
            tiles[tile].append(other)
    found: list[Mention | None] = []
    for one in some:
        near = [other for tile in _tiles(one) for other in tiles[tile]]
        best = max(near, key=lambda other: _overlap(one, other), default=None)
        found.append(best if best is not None and _overlap(one, best) > 0 else None)
    return found


_TILE = 64
"""Code points of a stretch of text by which mentions near each other are looked up."""


def _tiles(mention: Mention) -> Iterator[int]:
    yield from range(mention.start // _TILE, mention.end // _TILE + 1)


def _overlap(one: Mention, other: Mention) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared > 0 else 0.0


def _b_cubed(gold: Sequence[Mention], paired: Sequence[Mention | None]) -> tuple[float, float]:
    """Sums over the right mentions of each one's precision and recall."""
    ids = [f"e {mine.entity}" if mine else f"alone {i}" for i, mine in enumerate(paired)]
    together = Counter((mention.entity, mine) for mention, mine in zip(gold, ids, strict=True))
    of_gold = Counter(mention.entity for mention in gold)
    of_ours = Counter(ids)
    precision = sum(count * count / of_ours[mine] for (_, mine), count in together.items())
    recall = sum(count * count / of_gold[theirs] for (theirs, _), count in together.items())
    return precision, recall


def _with_f(name: str, precision: float, recall: float) -> Figures:
    total = precision + recall
    f = 2 * precision * recall / total if total else 0.0
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f": f}
