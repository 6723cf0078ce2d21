"""Quotations without a cue of their own, and whose words they are."""

from __future__ import annotations

from briefing.nlp.quotes.cues import starts_sentence
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.marks import Quotation
from briefing.nlp.quotes.reading import Reading

GAP = 400
"""Code points between a quotation and one that continues it: the rest of the sentence with its cue."""


def continued(reading: Reading, index: int, last: Draft | None) -> Draft | None:
    """The last attribution goes on where only the end of its sentence stands between, and the words are a sentence."""
    quotation = reading.quotations[index]
    words, first = quotation.inner.of(reading.text), reading.tokens[index][0]
    if last is None or not (sentence_like(words) or (starts_sentence(reading, first) and _exclaimed(words))):
        return None
    cue_end = max((token.idx + len(token) for token in last.cue), default=0)
    since = max(last.content[-1].end, cue_end)
    gap = reading.text[since : quotation.outer.start]
    if len(gap) > GAP or _sentence_between(reading, since, index):
        return None
    if "\n" in gap and not (last.quoted and _whole_paragraph(reading, quotation)):
        return None
    return last


def _whole_paragraph(reading: Reading, quotation: Quotation) -> bool:
    """True where nothing stands beside the quotation in its paragraph."""
    text, (start, end) = reading.text, quotation.outer
    before = text[max(0, start - GAP) : start].rpartition("\n")[2]
    after = text[end : end + GAP].partition("\n")[0]
    return not before.strip() and not after.strip(" .,")


def _sentence_between(reading: Reading, since: int, index: int) -> bool:
    """True where a sentence begins between the code point and the quotation."""
    i = reading.tokens[index][0] - 1
    while i >= 0 and reading.doc[i].idx >= since:
        if reading.doc[i].is_sent_start and reading.doc[i].text[0].isalnum():
            return True
        i -= 1
    return False


def _exclaimed(words: str) -> bool:
    """True for a sentence of a word or two: "Never."."""
    return words[:1].isupper() and words.endswith((".", "!", "?"))


def sentence_like(words: str) -> bool:
    """True for words that make a sentence of three words or more."""
    stripped = words.strip(" .…[(‘'")
    return len(words.split()) >= 3 and stripped[:1].isupper() and words.rstrip().endswith((".", "!", "?", "…", ","))
