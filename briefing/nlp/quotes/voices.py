"""The speaker between the commas before a cue, where the parser lost the subject.

"Reached at home, Ms Lund, 54, insisted"; "S, its spokeswoman, Ida Lund, told reporters"; "In the market Ida Lund, who
sells bread, said". Read from the tokens: what stands between two commas is a name, a calling, an age or an aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from briefing.nlp.names import lexicon
from briefing.nlp.names.agents import is_body, is_human
from briefing.nlp.quotes.grammar import noun_phrase_at
from briefing.nlp.quotes.reading import Reading

_FAR = 60
"""Tokens from a cue back to its speaker."""
_STRETCHES = 6
_LONG = 14
"""Tokens of the longest name or calling between two commas."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASIDE = frozenset({"WP", "WDT", "WRB", "WP$", "VBG", "VBN"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "PRODUCT", "CARDINAL", "MONEY", "QUANTITY"})
_DELAY = 12
"""Tokens between a cue and a speaker that follows it late."""


class Voice(NamedTuple):
    """Head of the words that name a speaker, and their first token."""

    head: Token
    first: int


def voice_before(reading: Reading, verb: Token) -> Voice | None:
    """The speaker between commas before a cue; None where other words stand there."""
    name: Voice | None = None
    calling: Voice | None = None
    for start, end in _stretches(reading, verb):
        first = reading.doc[start]
        if all(token.like_num or token.text == "aged" for token in reading.doc[start:end]):
            continue
        opens = start == reading.sentence(verb)[0]
        lost = first.tag_ == "VBD" and first.dep_ == "advcl"  # "the minister, heard by the deputies, repeated"
        if lost or first.tag_ in _ASIDE or (first.pos_ in ("ADP", "ADV", "SCONJ") and not opens):
            if name is not None or calling is not None:
                break
            continue
        found = _voice(reading, start, end)
        if found is None:
            if opens and name is None and calling is None:
                return _at_the_end(reading, start, end)
            break
        if _is_name(found.head):
            if name is not None:
                break
            name = found
        elif name is not None and calling is not None:
            break
        elif calling is None or calling.head.left_edge.lower_ in ("a", "an"):
            calling = found
        else:
            break
    if name is None and calling is not None and calling.first > 1 and reading.doc[calling.first - 2].pos_ == "PROPN":
        return None  # "He added that Ion Rus, the deputy, had argued": of whom it is told
    if name is None or calling is None:
        return name or calling
    return Voice(name.head, min(name.first, calling.first))


def voice_after(verb: Token) -> Token | None:
    """The name that follows a cue after a place or a day: "“…,” declared in front of our microphone Ida Lund"."""
    doc = verb.doc
    for i in range(verb.i + 2, min(len(doc), verb.i + _DELAY)):
        token = doc[i]
        if token.is_punct or token.is_sent_start or token.pos_ in ("VERB", "AUX"):
            return None
        if token.ent_type_ == "PERSON" and token.ent_iob_ == "B" and doc[i - 1].pos_ in ("NOUN", "PRON", "ADV", "NUM"):
            while i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I":
                i += 1
            return doc[i]
    return None


def _stretches(reading: Reading, verb: Token) -> Iterator[tuple[int, int]]:
    """The tokens between the commas before the cue, the nearest first."""
    doc, (first, _) = reading.doc, reading.sentence(verb)
    end = verb.i
    while end > first and (doc[end - 1].dep_ in ("aux", "advmod", "neg") or doc[end - 1].is_space):
        end -= 1
    if end == first or doc[end - 1].text != ",":
        return
    end -= 1
    start = end
    for _ in range(_STRETCHES):
        while start > first and doc[start - 1].text != "," and not _bars(reading, start - 1):
            start -= 1
        if verb.i - start > _FAR:
            return
        if start < end:
            yield start, end
        if start == first or doc[start - 1].text != ",":
            return
        end = start = start - 1


def _bars(reading: Reading, i: int) -> bool:
    """True for what ends the words about a speaker: a mark, a colon, a dash, a quotation."""
    token = reading.doc[i]
    return reading.quoted(token) or token.text in (":", ";", "–", "—", "--")


def _voice(reading: Reading, start: int, end: int) -> Voice | None:
    """The name or calling that all words of a stretch make."""
    words = reading.doc[start:end]
    if end - start > _LONG or any(token.tag_ in _FINITE for token in words):
        return None
    head = noun_phrase_at(reading.doc, start)
    if head is None or not start <= head.i < end or head.ent_type_ in _PLACES:
        return None
    return Voice(head, start) if _is_name(head) or is_human(head) or is_body(head) or _titled(words[0]) else None


def _is_name(head: Token) -> bool:
    return head.ent_type_ in ("PERSON", "ORG", "NORP") or (head.pos_ == "PROPN" and not is_human(head))


def _titled(token: Token) -> bool:
    return token.lower_.rstrip(".") in lexicon.TITLES


def _at_the_end(reading: Reading, start: int, end: int) -> Voice | None:
    """The name right after a place that opens the sentence: "In the market Ida Lund"."""
    doc, last = reading.doc, reading.doc[end - 1]
    if last.ent_type_ != "PERSON" and not (last.pos_ == "PROPN" and last.ent_type_ == ""):
        return None
    since = end - 1
    while since > start and doc[since - 1].pos_ == "PROPN":
        since -= 1
    if end - since < 2 or (doc[since - 1].pos_ == "ADP" and last.ent_type_ != "PERSON"):
        return None
    return Voice(last, since) if doc[since - 1].pos_ in ("NOUN", "DET", "NUM", "PROPN", "ADJ") else None
