"""What one article is about, in counted terms and in days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from briefing.model import Article, Findings, Token

Block = Literal["words", "names", "title", "head", "figures", "pairs"]
"""All content words; words of names; headline; headline and lead; numbers; neighbouring content words."""

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
HEAD_SENTENCES = 2
LONGEST = 3000
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
    content = list(_content(article, findings))
    words: Counter[str] = Counter()
    names: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    title = Counter(_headline(article, findings))
    head = Counter(title)
    head_end = _head_end(article, findings)
    before: Token | None = None
    for token in content:
        words[token.lemma] += 1
        if token.pos == "PROPN":
            names[token.lemma] += 1
        elif token.pos == "NUM":
            figures[token.lemma] += 1
        if token.start < head_end:
            head[token.lemma] += 1
        if before is not None and token.start - before.end <= 1:
            pairs[f"{before.lemma} {token.lemma}"] += 1
        before = token
    day = article.day
    return Profile(
        article=article.id,
        terms={"words": words, "names": names, "title": title, "head": head, "figures": figures, "pairs": pairs},
        published=day.toordinal() if day else None,
        told=frozenset(_told(findings)),
    )


def _content(article: Article, findings: Findings) -> Iterator[Token]:
    """Content words outside the furniture, up to ``LONGEST``."""
    marks = [mark for mark in article.furniture if mark.kind in _SHORT_OF_REPORTING]
    at = given = 0
    for token in findings.tokens:
        while at < len(marks) and marks[at].end <= token.start:
            at += 1
        inside = at < len(marks) and marks[at].start <= token.start
        if inside or token.pos not in CONTENT or not any(map(str.isalnum, token.lemma)):
            continue
        yield token
        given += 1
        if given == LONGEST:
            return


def _headline(article: Article, findings: Findings) -> Iterator[str]:
    """The headline's words as lemmas, small words left out; those of the text where the same word stands there."""
    tokens = findings.tokens[:LONGEST]
    lemmas = {article.text[token.start : token.end].lower(): token for token in reversed(tokens)}
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
    import datetime as dt

    for time in findings.times:
        value = (time.value or "")[:10]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            try:
                yield dt.date.fromisoformat(value).toordinal()
            except ValueError:
                continue
