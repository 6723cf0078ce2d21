"""What one article is about, in counted terms and in days."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from briefing.model import Article, Findings, Token

Block = Literal["words", "names", "title", "head", "figures"]
"""All content words; words of names; headline; headline and lead; numbers."""

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
HEAD_SENTENCES = 2
LONGEST = 600
"""Content words read of one article: what a report is about is said by then, and cost stays bounded."""

_WORD = re.compile(r"\w[\w'’-]*")
_SHORT_OF_REPORTING = frozenset({"byline", "dateline", "credit", "caption", "navigation", "promotion", "footer"})


class Profile(NamedTuple):
    """What one article is about.

    Attributes:
        article: Its id.
        terms: How often each term occurs, by block; lemmas in lower case.
        published: The day of publication as a proleptic Gregorian ordinal, or None.
        told: The days that the text itself speaks of, as ordinals.
    """

    article: str
    terms: Mapping[Block, Mapping[str, float]]
    published: int | None
    told: frozenset[int]


def profile(article: Article, findings: Findings) -> Profile:
    """The profile of one article, from its parse and its time expressions."""
    title = Counter(_headline(article, findings))
    terms: dict[Block, Counter[str]] = {"words": Counter(), "names": Counter(), "title": title, "figures": Counter()}
    terms["head"] = head = Counter(title)
    words, names, figures = terms["words"], terms["names"], terms["figures"]
    head_end = _head_end(article, findings)
    for token in _content(article, findings):
        lemma = token.lemma
        words[lemma] += 1
        if token.pos == "PROPN":
            names[lemma] += 1
        elif token.pos == "NUM":
            figures[lemma] += 1
        if token.start < head_end:
            head[lemma] += 1
    day = article.day
    return Profile(
        article=article.id,
        terms=terms,
        published=day.toordinal() if day else None,
        told=frozenset(_told(findings)),
    )


def _content(article: Article, findings: Findings) -> Iterator[Token]:
    """Content words outside the furniture, up to ``LONGEST``."""
    marks = iter([mark for mark in article.furniture if mark.kind in _SHORT_OF_REPORTING])
    mark = next(marks, None)
    left = LONGEST
    for token in findings.tokens:
        while mark is not None and mark.end <= token.start:
            mark = next(marks, None)
        if token.pos not in CONTENT or (mark is not None and mark.start <= token.start):
            continue
        if token.lemma.isalnum() or any(map(str.isalnum, token.lemma)):
            yield token
            left -= 1
            if not left:
                return


def _headline(article: Article, findings: Findings) -> Iterator[str]:
    """The headline's words as lemmas, small words left out; those of the text where the same word stands there."""
    if not article.title:
        return
    text = article.text
    lemmas = {text[token.start : token.end].lower(): token for token in reversed(findings.tokens[:LONGEST])}
    for match in _WORD.finditer(article.title.lower()):
        word = match.group().removesuffix("'s").removesuffix("’s")
        known = lemmas.get(word)
        if known is None and len(word) > 2:
            yield word
        elif known is not None and known.pos in CONTENT:
            yield known.lemma


def _head_end(article: Article, findings: Findings) -> int:
    """Where the first sentences of reporting end; a headline before them belongs to the head as well."""
    reporting = (span for span in findings.sentences if article.reports(span))
    end = 0
    for _, span in zip(range(HEAD_SENTENCES), reporting, strict=False):
        end = span.end
    return end


def _told(findings: Findings) -> Iterator[int]:
    for time in findings.times:
        value = (time.value or "")[:10]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            try:
                yield dt.date.fromisoformat(value).toordinal()
            except ValueError:
                continue
