"""Quotations without a cue of their own, and whose words they are."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.names.agents import is_human
from briefing.nlp.quotes.cues import starts_sentence
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import chars, noun_phrase_at, root_of
from briefing.nlp.quotes.lexicon import frames_of
from briefing.nlp.quotes.marks import Quotation
from briefing.nlp.quotes.reading import Reading

GAP = 400
"""Code points between a quotation and one that continues it: the rest of the sentence with its cue."""
_SIGNATURE = 14
"""Tokens of the longest signature: a name, a calling, a day."""
_DASHES = frozenset(["–", "—", "―", "-", "--"])


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


def signed(reading: Reading, index: int) -> Draft | None:
    """A quotation by itself with a name after a dash and nothing else: "“We want bread.” — Nadia Belov, nurse"."""
    doc, (first, i) = reading.doc, reading.tokens[index]
    quotation = reading.quotations[index]
    while i < len(doc) and doc[i].is_space and doc[i].text.count("\n") < 2:
        i += 1
    if i + 1 >= len(doc) or doc[i].text not in _DASHES or not starts_sentence(reading, first):
        return None
    if not sentence_like(quotation.inner.of(reading.text)) and not _exclaimed(quotation.inner.of(reading.text)):
        return None
    end = next((j for j in range(i + 1, min(len(doc), i + _SIGNATURE)) if "\n" in doc[j].text), None)
    end = end or (len(doc) if len(doc) - i < _SIGNATURE else None)
    if end is None or any(reading.quoted(token) or frames_of(token) for token in doc[i + 1 : end]):
        return None
    head = noun_phrase_at(doc, i + 1)
    if head is None or head.i >= end or not (doc[i + 1].is_title or doc[i + 1].is_upper or is_human(head)):
        return None
    stop = next((j for j in range(i + 2, end) if not (doc[j].is_alpha or doc[j].text in _INNER)), end)
    return Draft([quotation.outer], [], head, "signed quotation", described=chars(doc, i + 1, stop), quoted=True)


_INNER = frozenset(["-", "'", "’", "."])


def introduced(reading: Reading, index: int) -> Draft | None:
    """A sentence in marks right after one about a person, with no cue: "Mr Okafor was blunt. “People died.”"."""
    first, end = reading.tokens[index]
    words = reading.quotations[index].inner.of(reading.text)
    if first == 0 or not starts_sentence(reading, first) or "\n" in reading.doc[first - 1].text:
        return None
    if not (sentence_like(words) or _exclaimed(words)) or words.endswith(",") or not _ends(reading, end):
        return None
    before = reading.doc[first - 1]
    start, stop = reading.sentence(before)
    if stop != first or not reading.readable(before) or reading.quoted(reading.doc[start]) or before.text == ":":
        return None
    speaker = _person(reading, start)
    return (
        Draft([reading.quotations[index].outer], [], speaker, "quotation-after-its-speaker", quoted=True)
        if speaker
        else None
    )


def _ends(reading: Reading, end: int) -> bool:
    """True where the sentence ends with the quotation."""
    return end >= len(reading.doc) or starts_sentence(reading, end) or "\n" in reading.doc[end].text


def _person(reading: Reading, start: int) -> Token | None:
    """The person a sentence is about: its subject, or who its opening "for" names; None in a sentence of speech."""
    root = root_of(reading.doc[start])
    if frames_of(root) & {"clause", "quotation"}:
        return None
    for child in root.lefts:
        if child.dep_ in ("nsubj", "nsubjpass") and _is_person(child):
            return child
    for child in root.lefts:
        if child.dep_ == "prep" and child.lower_ in ("for", "to"):
            return next((c for c in child.rights if c.dep_ == "pobj" and c.ent_type_ == "PERSON"), None)
    return None


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or token.lower_ in ("he", "she") or (token.pos_ == "NOUN" and is_human(token))
