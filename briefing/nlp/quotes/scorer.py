"""A spaCy scorer for attributions."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.training import Example

from briefing.model import Quote

_SAME = 0.5
"""Intersection over union from which two contents are the same attribution."""


def score_quotes(examples: Iterable[Example]) -> dict[str, float]:
    """Precision, recall and F of content code points and of attributions with the right speaker.

    Attributions are paired one to one by content, the best pairs first, from an intersection over union of 0.5. The
    gold stands in ``example.reference._.quotes``.

    Returns:
        ``quotes_content_p``, ``_r``, ``_f`` over code points; ``quotes_found_f`` over attributions;
        ``quotes_speaker_f`` over attributions whose speaker's name is also that of the gold.
    """
    right = predicted = gold = found = speaker = got_count = want_count = 0
    for example in examples:
        want, got = example.reference._.quotes, example.predicted._.quotes
        want_chars, got_chars = _all(want), _all(got)
        right += len(want_chars & got_chars)
        predicted += len(got_chars)
        gold += len(want_chars)
        want_count += len(want)
        got_count += len(got)
        for a, b in _pairs(want, got):
            found += 1
            speaker += a.speaker == b.speaker
    figures = _figures("quotes_content", right, predicted, gold)
    figures["quotes_found_f"] = _figures("x", found, got_count, want_count)["x_f"]
    figures["quotes_speaker_f"] = _figures("x", speaker, got_count, want_count)["x_f"]
    return figures


def _all(quotes: Iterable[Quote]) -> set[int]:
    return set().union(*(_chars(quote) for quote in quotes))


def _chars(quote: Quote) -> set[int]:
    return {i for start, end in quote.content for i in range(start, end)}


def _pairs(want: tuple[Quote, ...], got: tuple[Quote, ...]) -> list[tuple[Quote, Quote]]:
    scored: list[tuple[float, int, int]] = []
    got_chars = [_chars(quote) for quote in got]
    for i, a in enumerate(want):
        chars = _chars(a)
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


def _figures(name: str, right: int, predicted: int, gold: int) -> dict[str, float]:
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    f = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {f"{name}_p": precision, f"{name}_r": recall, f"{name}_f": f}
