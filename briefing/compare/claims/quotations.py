"""Whose words they are, by each source: the same quotation, from the same mouth or from two."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.index import Index, meetings
from briefing.compare.reading import Passage, Reading
from briefing.model import Quote, Span

_FEWEST_WORDS = 5
_SAME = 0.8
_HALF = 0.5


class _Quoted(NamedTuple):
    quote: Quote
    passage: Passage
    span: Span
    words: frozenset[str]
    speaker: str | None


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on direct quotations that two origins carry in the same words."""
    found = [list(_quoted(reading)) for reading in cases.readings]
    index = Index(found, lambda quoted: quoted.words)
    common = Counter(word for row in found for quoted in row for word in quoted.words)

    def find(one: _Quoted) -> Mapping[int, Sequence[_Quoted]]:
        """Quotations that may share half of the words: they share one at least of all but the commonest half."""
        rarest = sorted(one.words, key=lambda word: (common[word], word))
        return index.find(rarest[: len(rarest) - math.ceil(_HALF * len(rarest)) + 1])

    for _, _, pairs in meetings(cases, found, find):
        for one, other in pairs:
            if len(one.words & other.words) < _SAME * min(len(one.words), len(other.words)):
                continue
            if len(one.words & other.words) < _HALF * max(len(one.words), len(other.words)):
                continue
            case = cases.of(one.passage, other.passage)
            yield case, _verdict(case, one, other)


def _quoted(reading: Reading) -> Iterator[_Quoted]:
    for quote in reading.findings.quotes:
        if quote.kind == "indirect":
            continue
        for passage in reading.passages:
            parts = [content for content in quote.content if content.overlaps(passage.span)]
            if not parts:
                continue
            span = Span(max(parts[0].start, passage.span.start), min(parts[-1].end, passage.span.end))
            words = frozenset(reading.text(span).casefold().replace("’", "'").split())
            if len(words) >= _FEWEST_WORDS:
                yield _Quoted(quote, passage, span, words, reading.speaker(quote.id))


def _verdict(case: Case, one: _Quoted, other: _Quoted) -> Verdict:
    names = one.quote.speaker or "unnamed", other.quote.speaker or "unnamed"
    values = case.values((one.span, names[0]), (other.span, names[1]))
    known = one.speaker is not None and other.speaker is not None
    named = one.quote.entity is not None and other.quote.entity is not None
    told_of = one.speaker in other.passage.names or other.speaker in one.passage.names
    if named and known and one.speaker != other.speaker and not told_of and not _one_side(case, one, other):
        why = f"The same words from {names[0]} and from {names[1]}."
        return Verdict("conflict", "attribution", "same words, two speakers", why, values, weight=2.0, issue="speaker")
    why = f"Both quote {names[0] if one.quote.speaker else names[1]} with the same words."
    sure = one.speaker == other.speaker
    return Verdict("agreed", None, "same quotation", why, values, weight=1.2, issue="quotation", sure=sure)


def _one_side(case: Case, one: _Quoted, other: _Quoted) -> bool:
    """True where one speaker is a body that the other may speak for: then it is no conflict."""
    types = []
    for reading, quoted in ((case.ours, one), (case.theirs, other)):
        types.append(next((e.type for e in reading.findings.entities if e.id == quoted.quote.entity), ""))
    return types != ["PERSON", "PERSON"]
