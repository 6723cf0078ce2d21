"""How common a word is in English at large, so that two articles alone already tell a rare word from a common one."""

from __future__ import annotations

import functools
import importlib.resources
import math
from collections.abc import Mapping

ARTICLE_WORDS = 400
"""Length of the article that :func:`article_share` has in mind: that of a usual agency report."""

UNLISTED = 2.5e-7
"""Share of running words of a word that the table leaves out."""

NEWS_SHARES: Mapping[str, float] = {
    **dict.fromkeys(("say", "tell", "report", "year", "people"), 0.6),
    **dict.fromkeys(("official", "government", "country", "president", "state", "statement", "month", "week"), 0.25),
    **dict.fromkeys(("minister", "spokesman", "police", "agency", "authority", "leader", "company", "group"), 0.15),
    **dict.fromkeys(("spokeswoman", "reporter", "announce", "national", "international", "chief", "ministry"), 0.12),
    **dict.fromkeys(("accord", "conference", "expect", "include", "monday", "tuesday", "wednesday", "thursday"), 0.2),
    **dict.fromkeys(("friday", "saturday", "sunday", "former", "public", "percent", "million", "mr."), 0.2),
    **dict.fromkeys(("january", "february", "march", "april", "june", "july", "august", "september"), 0.08),
    **dict.fromkeys(("october", "november", "december", "billion", "photo", "image", "newspaper", "reuters"), 0.06),
}
"""Share of news articles that use a word, where reporting uses it far more than people do when they chat."""


@functools.cache
def _word_shares() -> Mapping[str, float]:
    text = importlib.resources.files("briefing.compare").joinpath("data", "word-shares.txt").read_text("utf-8")
    shares: dict[str, float] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        level, *words = line.split(" ")
        shares.update(dict.fromkeys(words, 10 ** (int(level) / 10)))
    return shares


@functools.lru_cache(maxsize=200_000)
def article_share(lemma: str) -> float:
    """The share of news articles, from 0 to 1, in which ``lemma`` (lower case) is to be expected at least once."""
    if lemma in NEWS_SHARES:
        return NEWS_SHARES[lemma]
    return -math.expm1(-ARTICLE_WORDS * _word_shares().get(lemma, UNLISTED))
