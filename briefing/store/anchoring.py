"""Where an annotation stands, and finding its words again when the text has changed.

An anchor is a W3C TextPositionSelector with a TextQuoteSelector. In a changed text the exact words are looked for
first; several places, or none, are told apart by their surroundings, and the best one is taken only above a threshold
and by a margin over the runner-up. Otherwise the annotation becomes an orphan: it never moves to the wrong words.
"""

from __future__ import annotations

import difflib
import itertools
import re
from typing import NamedTuple

from briefing.errors import QuoteNotFound
from briefing.model import Anchor, Article, Span

CONTEXT = 32
"""Code points kept on either side."""
THRESHOLD = 0.75
MARGIN = 0.1
FUZZY_LIMIT = 2_000
"""Code points of a quotation beyond which only exact words are looked for."""


class Found(NamedTuple):
    """A place found again, and how alike it is (1: the same words in the same surroundings)."""

    span: Span
    score: float


def anchor_at(article: Article, span: tuple[int, int]) -> Anchor:
    """The anchor of ``span`` in the article.

    Raises:
        QuoteNotFound: The span is empty or reaches beyond the text.
    """
    start, end = span
    if not 0 <= start < end <= len(article.text):
        raise QuoteNotFound(f"There are no words at {start}-{end} of article {article.id}.")
    return Anchor(
        article=article.id,
        text_hash=article.text_hash,
        start=start,
        end=end,
        exact=article.text[start:end],
        prefix=article.text[max(0, start - CONTEXT) : start],
        suffix=article.text[end : end + CONTEXT],
    )


def find_quote(article: Article, quote: str, nth: int | None = None) -> Span:
    """Where the words stand in the article; white space and the shape of quotation marks do not matter.

    Args:
        article: Where to look.
        quote: The words.
        nth: Which occurrence, from 0; None asks for the only one.

    Raises:
        QuoteNotFound: The words are not there, or there more than once and ``nth`` does not say which.
    """
    words = quote.split()
    if not words:
        raise QuoteNotFound("No words were given.", "Give the words to annotate with --quote.")
    places = [Span(*match.span()) for match in re.finditer(r"\s+".join(map(_loose, words)), article.text)]
    name = article.title or article.id
    if not places:
        raise QuoteNotFound(
            f"{_short(quote)} does not stand in {name!r}.", "Copy the words exactly; white space does not matter."
        )
    if nth is None and len(places) > 1:
        raise QuoteNotFound(
            f"{_short(quote)} stands {len(places)} times in {name!r}.",
            f"Say which with --nth, from 0 to {len(places) - 1}, or give more words.",
        )
    index = nth or 0
    if not 0 <= index < len(places):
        raise QuoteNotFound(
            f"{_short(quote)} stands only {len(places)} times in {name!r}; there is no number {index}.",
            f"--nth counts from 0 to {len(places) - 1}.",
        )
    return places[index]


_ALIKE = ('"“”„‟«»', "'‘’‚‛", "-–—‐‑")
_LOOSE = {char: f"[{re.escape(chars)}]" for chars in _ALIKE for char in chars}


def _loose(word: str) -> str:
    return "".join(_LOOSE.get(char, re.escape(char)) for char in word)


def _short(quote: str) -> str:
    flat = " ".join(quote.split())
    return f"“{flat[:60]}{'…' if len(flat) > 60 else ''}”"


def find_again(anchor: Anchor, text: str) -> Found | None:
    """The anchor's place in a changed text; None where it is not certain (the annotation is then an orphan)."""
    exact = [match.start() for match in re.finditer(re.escape(anchor.exact), text)] if anchor.exact else []
    places = [Span(start, start + len(anchor.exact)) for start in exact]
    if not places and len(anchor.exact) <= FUZZY_LIMIT:
        places = _near(anchor, text)
    ranked = sorted((Found(place, _likeness(anchor, text, place)) for place in places), key=lambda f: -f.score)
    if not ranked or ranked[0].score < THRESHOLD:
        return None
    if len(ranked) > 1 and ranked[0].score - ranked[1].score < MARGIN:
        return None
    return ranked[0]


def _likeness(anchor: Anchor, text: str, place: Span) -> float:
    """Mean likeness of words and surroundings; the words of the only exact match count as certain."""
    words = _ratio(anchor.exact, place.of(text))
    before = _ratio(anchor.prefix, text[max(0, place.start - CONTEXT) : place.start])
    after = _ratio(anchor.suffix, text[place.end : place.end + CONTEXT])
    surroundings = (before + after) / 2
    long_enough = min(1.0, len(anchor.exact) / 24)
    weight = 0.5 + 0.35 * long_enough
    return weight * words + (1 - weight) * surroundings


def _ratio(a: str, b: str) -> float:
    if a == b:
        return 1.0
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()


def _near(anchor: Anchor, text: str) -> list[Span]:
    """Places where the changed words may stand: between their old neighbours, else around their longest words."""
    bounded: list[Span] = []
    before, after = anchor.prefix[-16:], anchor.suffix[:16]
    if len(before) >= 8 and len(after) >= 8:
        for match in re.finditer(re.escape(before), text):
            end = text.find(after, match.end(), match.end() + 2 * len(anchor.exact) + 2 * CONTEXT)
            if end > match.end():
                bounded.append(Span(match.end(), end))
    around: list[Span] = []
    for word in sorted(set(re.findall(r"\w{5,}", anchor.exact)), key=len, reverse=True)[:4]:
        offset = anchor.exact.find(word)
        for match in itertools.islice(re.finditer(re.escape(word), text), 20):
            start = max(0, match.start() - offset)
            around.append(Span(start, min(len(text), start + len(anchor.exact))))
    around.sort(key=lambda place: -_likeness(anchor, text, place))
    kept: list[Span] = []
    for place in (*bounded, *around):  # overlapping guesses are one place, and neighbours know its edges best
        if not any(place.overlaps(other) for other in kept):
            kept.append(place)
    return kept
