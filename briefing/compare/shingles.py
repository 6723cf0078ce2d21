"""Shared wording: hashed runs of words, and how much of one report stands in another.

Containment rather than resemblance (Broder 1997), because a reprint is cut to fit: a report is a copy of another when
most of *its own* words stand there, however much longer the other is.
"""

from __future__ import annotations

import bisect
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.compare.names.folding import american
from briefing.model import Article, Findings, Token

RUN = 5
"""Words in a shingle: long enough that stock phrases are rare, short enough to survive a copy editor."""

_OPENING = "“«„"
_CLOSING = {"“": "”", "«": "»", "„": "“”", '"': '"'}
_LONGEST_QUOTATION = 1500


class Wording(NamedTuple):
    """The wording of one report, for telling copies.

    Attributes:
        shingles: Hashes of runs of ``RUN`` words of its reporting, direct quotations left out.
        own: Those of them that lie outside indirect speech: words that nobody handed to the press.
        sentences: For each sentence of reporting, the shingles that begin in it; sentences with none are left out.
        whole: Hash of the whole text, white space apart.
    """

    shingles: frozenset[int]
    own: frozenset[int]
    sentences: tuple[frozenset[int], ...]
    whole: int

    def held_by(self, other: Wording) -> float:
        """The share of this report's wording that stands in the other, from 0 to 1."""
        return len(self.shingles & other.shingles) / len(self.shingles) if self.shingles else 0.0

    def own_held_by(self, other: Wording) -> float:
        """The same for the words that are nobody's statement."""
        return len(self.own & other.shingles) / len(self.own) if self.own else 0.0

    def sentences_held_by(self, other: Wording) -> float:
        """The share of this report's sentences of which most stands in the other."""
        if not self.sentences:
            return 0.0
        return sum(2 * len(runs & other.shingles) >= len(runs) for runs in self.sentences) / len(self.sentences)


def wording(article: Article, findings: Findings) -> Wording:
    """The wording of one report: lemmas in runs that cross neither furniture nor direct quotations."""
    quoted = _merged([*quotations(article.text), *_spans(findings, ("direct", "mixed"))])
    marks = _merged((mark.start, mark.end) for mark in article.furniture)
    said = _merged(_spans(findings, ("indirect",)))
    ends = [span.end for span in findings.sentences]
    shingles: set[int] = set()
    own: set[int] = set()
    by_sentence: dict[int, set[int]] = {}
    sentence = 0
    for stretch in _stretches(findings.tokens, _merged([*quoted, *marks])):
        words = [american(token.lemma).encode("utf-8", "surrogatepass") for token in stretch]
        outside = [not free for free in _covered(stretch, said)]
        for i in range(len(stretch) - RUN + 1):
            code = zlib.crc32(b" ".join(words[i : i + RUN]))
            while sentence < len(ends) and ends[sentence] <= stretch[i].start:
                sentence += 1
            shingles.add(code)
            by_sentence.setdefault(sentence, set()).add(code)
            if outside[i] and outside[i + RUN - 1]:
                own.add(code)
    whole = zlib.crc32(" ".join(article.text.split()).encode("utf-8", "surrogatepass"))
    return Wording(frozenset(shingles), frozenset(own), tuple(map(frozenset, by_sentence.values())), whole)


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between quotation marks, marks included; a quotation left open ends with its paragraph."""
    opened: int | None = None
    closing = ""
    for match in re.finditer(r"[“«„”»\"\n]", text):
        mark, at = match.group(), match.start()
        if opened is None:
            if mark in _OPENING or mark == '"':
                opened, closing = at, _CLOSING[mark]
        elif mark in closing or mark == "\n" or at - opened > _LONGEST_QUOTATION:
            yield (opened, at + 1)
            opened = None
    if opened is not None:
        yield (opened, len(text))


def _spans(findings: Findings, kinds: Sequence[str]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for quote in findings.quotes if quote.kind in kinds for span in quote.content]


def _merged(spans: Iterator[tuple[int, int]] | Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same stretches by start, those that touch joined."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _covered(tokens: Sequence[Token], spans: Sequence[tuple[int, int]]) -> list[bool]:
    """For each token, whether it begins inside one of the stretches (both in rising order)."""
    starts = [token.start for token in tokens]
    inside = [False] * len(starts)
    for start, end in spans:
        first, last = bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)
        inside[first:last] = [True] * (last - first)
    return inside


def _stretches(tokens: Sequence[Token], barred: Sequence[tuple[int, int]]) -> Iterator[list[Token]]:
    """Runs of word tokens between the barred stretches."""
    run: list[Token] = []
    for token, inside in zip(tokens, _covered(tokens, barred), strict=True):
        if inside:
            if run:
                yield run
            run = []
        elif token.pos not in {"PUNCT", "SYM", "SPACE"}:
            run.append(token)
    if run:
        yield run
