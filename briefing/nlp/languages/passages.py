"""A text -> its passages in other languages: paragraphs, or runs of whole sentences in them.

Never a part of a sentence: foreign names, titles and words that an English sentence quotes stay with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from briefing.model import Foreign, Span
from briefing.nlp.languages.evidence import ENGLISH, UNSURE, Verdict, counted, english_only, judge, speaks_english
from briefing.nlp.languages.lexicon import words

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_ENDS = tuple(".!?:;…。！？।\"'”’»)]")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[^\sa-z])|[。！？।]+[”’»」』）]*\s*")
_QUOTATION = re.compile(r'“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|"[^"]*"')
WRAPPED = 40
"""Characters of the shortest line that may go on in the next, as in text wrapped by hand."""
NEAR = 0.8
"""A passage is taken for the language of the article's other passages where that has this share of the best one's
words: Danish and Norwegian, Croatian and Serbian differ in a few."""


def foreign_passages(text: str) -> tuple[Foreign, ...]:
    """The passages of ``text`` that are not English, in order, none overlapping; neighbours of one language are one."""
    found: list[Foreign] = []
    doubtful: list[Span] = []
    for paragraph in _paragraphs(text):
        words = paragraph.of(text)
        if english_only(words):
            doubtful.append(paragraph)
            continue
        before = len(found)
        found += _in_paragraph(text, paragraph)
        if len(found) == before:
            doubtful.append(paragraph)
    if not found:
        return ()
    return tuple(_joined(text, _with_short_ones(text, _settled(text, found), doubtful)))


def veiled(text: str, passages: Iterable[Foreign]) -> str:
    """The text with line ends in place of the passages: as long as before, so that every offset holds."""
    parts: list[str] = []
    at = 0
    for passage in passages:
        parts += (text[at : passage.start], "\n" * (passage.end - passage.start))
        at = passage.end
    return "".join((*parts, text[at:])) if parts else text


def sentences_in(text: str, passage: Foreign) -> Iterator[Span]:
    """Its sentences by the punctuation alone: there is no parse of them."""
    for line in _LINE.finditer(text, passage.start, passage.end):
        yield from _sentences(text, _trimmed(text, *line.span()))


def _paragraphs(text: str) -> Iterator[Span]:
    """Lines, those put together that were wrapped by hand."""
    begin = end = -1
    for line in _LINE.finditer(text):
        span = _trimmed(text, *line.span())
        if span.length == 0:
            continue
        wrapped = end - begin >= WRAPPED and not text.endswith(_ENDS, begin, end) and text[span.start].islower()
        if begin >= 0 and not (wrapped and line.start() - end <= 2):
            yield Span(begin, end)
            begin = -1
        begin, end = (span.start if begin < 0 else begin), span.end
    if begin >= 0:
        yield Span(begin, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(end - len(words.lstrip()), start + len(words.rstrip())) if words.strip() else Span(start, start)


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """Its sentences; a quotation stays with the sentence that it begins in."""
    quotations = [match.span() for match in _QUOTATION.finditer(text, paragraph.start, paragraph.end)]
    ends = [end for _, end in quotations]
    begin = paragraph.start
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        at = bisect_left(ends, match.end())
        if at < len(quotations) and quotations[at][0] <= match.start() and match.end() < quotations[at][1]:
            continue
        if (span := _trimmed(text, begin, match.end())).length:
            yield span
        begin = match.end()
    if (span := _trimmed(text, begin, paragraph.end)).length:
        yield span


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Foreign]:
    sentences = list(_sentences(text, paragraph))
    verdicts = [_of_sentence(sentence.of(text)) for sentence in sentences]
    if not any(verdict.kind == "english" for verdict in verdicts):
        whole = judge(paragraph.of(text))
        if whole.kind == "foreign":
            yield _foreign(paragraph, whole)
            return
    first = 0
    while first < len(sentences):
        last = first
        while last < len(sentences) and verdicts[last].kind != "english":
            last += 1
        marked = [i for i in range(first, last) if verdicts[i].kind == "foreign"]
        if marked:
            run = sentences[marked[0]].hull(sentences[marked[-1]])
            yield _foreign(run, verdicts[marked[0]])
        first = last + 1


def _of_sentence(sentence: str) -> Verdict:
    """Of one sentence: English where the words around its quotations are, whatever they quote."""
    around = _QUOTATION.sub(" ", sentence)
    if len(around) < len(sentence) and speaks_english(around):
        return ENGLISH
    return judge(sentence)


def _foreign(span: Span, verdict: Verdict) -> Foreign:
    return Foreign(start=span.start, end=span.end, language=verdict.language, rule=verdict.rule)


def _settled(text: str, found: list[Foreign]) -> list[Foreign]:
    """Each passage in the language that most of the article's passages are in, where its own words allow it."""
    counts = [
        counted(text[each.start : each.end]) if each.rule.endswith("words") and each.language else Counter()
        for each in found
    ]
    total: Counter[str] = Counter()
    for own in counts:
        total.update(own)
    return [
        msgspec.structs.replace(each, language=_likeliest(own, total)) if own else each
        for each, own in zip(found, counts, strict=True)
    ]


def _likeliest(own: Counter[str], total: Counter[str]) -> str:
    """The language; of two as likely, the first in the lists, which more people write."""
    least = NEAR * max(own.values())
    order = words().codes
    return max(
        (code for code in own if own[code] >= least), key=lambda code: (total[code], own[code], -order.index(code))
    )


def _with_short_ones(text: str, found: list[Foreign], doubtful: list[Span]) -> list[Foreign]:
    """And the short paragraphs between two passages of one language, as a heading or "Oui." is.

    In an article without one English paragraph also those before the first and after the last.
    """
    unsure = [(span, judge(span.of(text)) == UNSURE) for span in doubtful]
    throughout = all(short for _, short in unsure)
    added: list[Foreign] = []
    at = 0
    for before, behind in zip([None, *found], [*found, None], strict=True):
        gap: list[tuple[Span, bool]] = []
        while at < len(unsure) and (behind is None or unsure[at][0].start < behind.start):
            gap.append(unsure[at])
            at += 1
        language = (behind or before or found[0]).language
        same = throughout if before is None or behind is None else before.language == behind.language
        if same and all(short for _, short in gap):
            added += [Foreign(start=s.start, end=s.end, language=language, rule="between") for s, _ in gap]
    return sorted([*found, *added], key=lambda each: each.start)


def _joined(text: str, found: list[Foreign]) -> Iterator[Foreign]:
    """Passages of one language that only white space parts, as one."""
    current = found[0]
    for each in found[1:]:
        if each.language == current.language and not text[current.end : each.start].strip():
            current = msgspec.structs.replace(current, end=each.end)
        else:
            yield current
            current = each
    yield current
