"""The person's word on which passages belong together: it stands above the machine's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.compare.reading import Passage, Reading
from briefing.model import Correction

_PLACE = re.compile(r"(?P<article>.+):(?P<start>\d{1,9})-(?P<end>\d{1,9})", re.DOTALL)


class Given(NamedTuple):
    """Pairs of passage numbers, the lesser first, that the person linked or unlinked."""

    linked: frozenset[tuple[int, int]] = frozenset()
    unlinked: frozenset[tuple[int, int]] = frozenset()


def given_links(corrections: Sequence[Correction], readings: Sequence[Reading]) -> Given:
    """Links and unlinks among these articles, in the order they were made: the last word on a pair stands.

    ``subject`` and ``value`` are places, ``article:start-end``; one that names no reporting of these articles says
    nothing here.
    """
    told: dict[tuple[int, int], str] = {}
    for correction in corrections:
        if correction.kind not in ("link", "unlink"):
            continue
        for ours in _passages(correction.subject, readings):
            for theirs in _passages(correction.value, readings):
                if ours.source != theirs.source:
                    told[min(ours.number, theirs.number), max(ours.number, theirs.number)] = correction.kind
    return Given(
        frozenset(pair for pair, kind in told.items() if kind == "link"),
        frozenset(pair for pair, kind in told.items() if kind == "unlink"),
    )


def _passages(place: str, readings: Sequence[Reading]) -> list[Passage]:
    match = _PLACE.fullmatch(place)
    if match is None:
        return []
    span = (int(match["start"]), int(match["end"]))
    return [
        passage
        for reading in readings
        if reading.article.id == match["article"]
        for passage in reading.passages
        if 2 * passage.span.shared(span) >= min(passage.span.length, max(1, span[1] - span[0]))
    ]
