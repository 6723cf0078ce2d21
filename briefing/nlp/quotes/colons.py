"""Attribution by a colon: headlines, transcripts, and a paragraph set off after "X said:"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from briefing.model import Mention, Span
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import auxiliaries, subject, trimmed
from briefing.nlp.quotes.lexicon import frames_of, lemma, words
from briefing.nlp.quotes.reading import Reading

_HEADLINE = 160
"""Code points of a first line that may be a headline with its speaker before a colon."""
_BEFORE = 8
"""Tokens before a headline's colon."""
_TURN = re.compile(r"^[ \t]*([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):[ \t]+(?=[^\s])(.*)$", re.MULTILINE)
"""A turn of a transcript: a name or Q and A, a colon, what was said."""
_LEAST_TURNS = 2
_GAP = 2
"""Code points between a turn and the next: the ends of their lines."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_REACH = 40
"""Tokens from a cue to the colon at the end of its paragraph."""


def colon_attributions(reading: Reading) -> Iterator[Draft]:
    """The attributions by a colon outside quotation marks."""
    turns = list(_turns(reading))
    headline = _headline(reading)
    if headline is not None and all(turn.cue != headline.cue for turn in turns):
        yield headline
    yield from turns
    yield from _blocks(reading)


def _headline(reading: Reading) -> Draft | None:
    """As in "Minister: no deal", the first line."""
    line_end = reading.text.find("\n")
    end = reading.headline or (line_end if line_end >= 0 else len(reading.text))
    colon = reading.text.find(": ", 0, end)
    if not 0 < colon < end - 2 or end > _HEADLINE:
        return None
    line = [token for token in reading.doc[:_HEADLINE] if token.idx < (line_end if colon < line_end < end else end)]
    mark = next((token for token in line if token.idx == colon), None)
    if mark is None or not 0 < mark.i <= _BEFORE:
        return None
    speaker = line[mark.i - 1]
    if speaker.lower_ in words("headlines", "labels"):
        return None
    named = speaker.pos_ == "PROPN" or any(mention.span.contains((speaker.idx, colon)) for mention in _first(reading))
    if not _may_speak(reading, speaker, line[mark.i + 1 :]):
        return None
    if not named and lemma(speaker) not in words("headlines", "speakers"):
        return None
    if any(token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN" for token in line[: mark.i]):
        return None
    content = reading.words(mark.i + 1, len(line))
    said = Span(line[0].idx, speaker.idx + len(speaker))
    return Draft([content], [mark], speaker, "headline-colon", described=said) if content else None


def _may_speak(reading: Reading, speaker: Token, told: list[Token]) -> bool:
    """False for a place, a thing or an event before the colon, which is the matter: "Kolani: the report"."""
    span = (speaker.idx, speaker.idx + len(speaker))
    kind = next((mention.type for mention in _first(reading) if mention.span.contains(span)), speaker.ent_type_)
    tells = any(
        token.tag_ in _FINITE and told[n - 1].tag_ not in _RELATIVE and token.dep_ not in ("relcl", "acl", "advcl")
        for n, token in enumerate(told)
    )
    topic = told and (told[0].pos_ == "DET" or told[0].tag_ in _RELATIVE)  # "Varna: the bridge that nobody wanted"
    if kind in ("GPE", "LOC") or (topic and kind != "PERSON"):
        return tells
    return kind not in ("FAC", "EVENT", "PRODUCT", "WORK", "WORK_OF_ART", "LAW")


def _first(reading: Reading) -> tuple[Mention, ...]:
    """The article's first mentions, among which the headline's are."""
    mentions: tuple[Mention, ...] = reading.doc._.mentions[:_BEFORE]
    return mentions


def _turns(reading: Reading) -> Iterator[Draft]:
    """The turns of a transcript, wherever at least two lines begin with a speaker and a colon."""
    turns = [
        turn
        for turn in _TURN.finditer(reading.text, reading.headline)
        if turn[1].lower() not in words("headlines", "labels") and not reading.silent(turn.span())
    ]
    labels = Counter(turn[1] for turn in turns)
    for before, turn, after in zip([None, *turns], turns, [*turns[1:], None], strict=False):
        beside = (before and turn.start() - before.end() <= _GAP) or (after and after.start() - turn.end() <= _GAP)
        known = labels[turn[1]] >= _LEAST_TURNS or turn[1].isupper() or (beside and max(labels.values()) > 1)
        if len(turns) < _LEAST_TURNS or not known:
            continue
        mark = reading.at(turn.end(1))
        content = trimmed(reading.text, Span(*turn.span(2)))
        if mark is None or mark.i == 0 or content is None or content.of(reading.text).count(" ") < 2:
            continue
        speaker = None if turn[1] in ("Q", "A") else reading.doc[mark.i - 1]
        if not reading.quoted(mark):
            yield Draft([content], [mark], speaker, "transcript-turn", described=Span(*turn.span(1)))


def _blocks(reading: Reading) -> Iterator[Draft]:
    """A paragraph without quotation marks after one that ends in "X said:"."""
    for match in re.finditer(r":[ \t]*\n\s*(\S[^\n]*)", reading.text):
        mark = reading.at(match.start())
        block = Span(*match.span(1))
        if mark is None or reading.quoted(mark) or reading.silent(block) or mark.idx < reading.headline:
            continue
        if any(quotation.outer.overlaps(block) for quotation in reading.touching(Span(block.start, block.start + 1))):
            continue
        cue = _cue_before(reading, mark)
        if cue is not None and (speaker := subject(cue, passive=True)) is not None:
            yield Draft([block], auxiliaries(cue), speaker, "colon-then-paragraph")


def _cue_before(reading: Reading, mark: Token) -> Token | None:
    for i in range(mark.i - 1, max(-1, mark.i - _REACH), -1):
        token = reading.doc[i]
        if token.is_space or reading.quoted(token):
            return None
        if "quotation" in frames_of(token):
            return token
        if token.is_sent_start:
            return None
    return None
