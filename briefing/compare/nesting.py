"""Which agreements only repeat a part of another: so that a reader judges a matter once.

Two sentences that agree bring an agreement for each predicate they share ("said", "refused", "turned down"). Programs
want them all; a person wants the one that says most, and finds the others within it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from briefing.model import Claim, Located

_STRIDE = 256
"""Code points a bucket of passages spans, so that only claims near each other are compared."""


def nest(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, in their order, those that only repeat a part of another marked with :attr:`Claim.within`.

    Only sure agreements nest, and what is offered as perhaps one event or matter; only where every passage lies inside
    one of the outer claim and the inner one turns on no value of its own. A sure claim never hides in an offered one.
    """
    agreed = [claim for claim in claims if (claim.status == "agreed" and claim.sure) or _offered(claim)]
    near: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in agreed:
        for key in sorted({key for passage in claim.passages for key in _buckets(passage)}):
            near[key].append(claim)
    weights = {claim.id: _weight(claim) for claim in agreed}
    outer = {claim.id: _outer(claim, near, weights) for claim in agreed}
    return tuple(
        msgspec.structs.replace(claim, within=_outermost(claim.id, outer)) if outer.get(claim.id) else claim
        for claim in claims
    )


_Weight = tuple[bool, int, int, int, str]


def _outer(claim: Claim, near: Mapping[tuple[str, int], Sequence[Claim]], weights: Mapping[str, _Weight]) -> str | None:
    rivals = min((near[passage.article, passage.start // _STRIDE] for passage in claim.passages), key=len)
    weight = weights[claim.id]
    holding = [rival for rival in rivals if weights[rival.id] > weight and _says_more(rival, claim)]
    return max(holding, key=lambda rival: weights[rival.id]).id if holding else None


def _outermost(claim_id: str, outer: dict[str, str | None]) -> str | None:
    """The end of the chain; it has one, since each link has more weight than the one before."""
    above = outer[claim_id]
    while above is not None and (further := outer.get(above)) is not None:
        above = further
    return above


def _offered(claim: Claim) -> bool:
    return claim.status == "compatible" and not claim.sure and not claim.values


def _says_more(outer: Claim, inner: Claim) -> bool:
    """True where ``outer``, which has more to show for it, holds all of ``inner``."""
    if inner.sure and not outer.sure:
        return False
    if outer.id == inner.id or not set(inner.values) <= set(outer.values):
        return False
    return all(
        any(
            wide.article == passage.article and wide.start <= passage.start and passage.end <= wide.end
            for wide in outer.passages
        )
        for passage in inner.passages
    )


def _weight(claim: Claim) -> _Weight:
    words = sum(passage.span.length for passage in claim.passages)
    return claim.sure, words, len(claim.values), len(claim.facts), claim.id


def _buckets(passage: Located) -> Iterator[tuple[str, int]]:
    for bucket in range(passage.start // _STRIDE, (passage.end - 1) // _STRIDE + 1):
        yield passage.article, bucket
