"""A spaCy scorer for attributions."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.training import Example

from briefing.model import Quote, Span

_SAME = 0.5
"""Intersection over union from which two contents are the same attribution."""

Quotes = Sequence[Quote]


def score_quotes(examples: Iterable[Example]) -> dict[str, float]:
    """The figures of :func:`score`, with the gold in ``example.reference._.quotes``."""
    return score((example.reference._.quotes, example.predicted._.quotes) for example in examples)


def score(articles: Iterable[tuple[Quotes, Quotes]]) -> dict[str, float]:
    """Precision, recall and F of what was attributed, to whom and by which cue.

    Attributions are paired one to one by content, the best pairs first, from an intersection over union of 0.5.

    Args:
        articles: The gold of each article and what was found in it.

    Returns:
        Under ``_p``, ``_r`` and ``_f`` each: ``quotes_content`` over code points; ``quotes_found`` over attributions;
        ``quotes_source`` over those whose source's words share a code point with the gold's, or have none where the
        gold has none; ``quotes_speaker`` over those whose speaker's name is the gold's; ``quotes_cue`` over stretches
        of cues that share a code point with one of the other side.
    """
    n: Counter[str] = Counter()
    for want, got in articles:
        want_chars, got_chars = _all(want), _all(got)
        n.update(right=len(want_chars & got_chars), got_chars=len(got_chars), want_chars=len(want_chars))
        n.update(want=len(want), got=len(got))
        for a, b in _pairs(want, got):
            n["found"] += 1
            n["speaker"] += a.speaker == b.speaker
            n["source"] += _touches(a.source, b.source) if a.source and b.source else not (a.source or b.source)
        want_cues, got_cues = _cues(want), _cues(got)
        n.update(want_cues=len(want_cues), got_cues=len(got_cues))
        n.update(cue_found=_met(want_cues, got_cues), cue_right=_met(got_cues, want_cues))
    figures = _figures("quotes_content", n["right"], n["got_chars"], n["want_chars"])
    for name in ("found", "source", "speaker"):
        figures |= _figures(f"quotes_{name}", n[name], n["got"], n["want"])
    return figures | _figures("quotes_cue", n["cue_right"], n["got_cues"], n["want_cues"], n["cue_found"])


def _all(quotes: Quotes) -> set[int]:
    return set().union(*(_chars(quote.content) for quote in quotes))


def _chars(spans: Iterable[Span]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _touches(a: Iterable[Span], b: Iterable[Span]) -> bool:
    return not _chars(a).isdisjoint(_chars(b))


def _cues(quotes: Quotes) -> list[Span]:
    return sorted(span for quote in quotes for span in quote.cue)


def _met(cues: list[Span], others: list[Span]) -> int:
    """How many of the cues share a code point with another; both are sorted."""
    ends: list[int] = []
    for other in others:
        ends.append(max(other.end, ends[-1] if ends else 0))
    starts = [other.start for other in others]
    return sum(ends[index - 1] > cue.start for cue in cues if (index := bisect_right(starts, cue.end - 1)))


def _pairs(want: Quotes, got: Quotes) -> list[tuple[Quote, Quote]]:
    scored: list[tuple[float, int, int]] = []
    got_chars = [_chars(quote.content) for quote in got]
    for i, a in enumerate(want):
        chars = _chars(a.content)
        for j, other in enumerate(got_chars):
            shared = len(chars & other)
            if shared and shared / len(chars | other) >= _SAME:
                scored.append((shared / len(chars | other), i, j))
    pairs: list[tuple[Quote, Quote]] = []
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((want[i], got[j]))
    return pairs


def _figures(name: str, right: int, predicted: int, gold: int, found: int | None = None) -> dict[str, float]:
    """Precision, recall and F; ``found`` counts the gold that was met, where that is not ``right``."""
    precision = right / predicted if predicted else 0.0
    recall = (right if found is None else found) / gold if gold else 0.0
    f = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f": f}
