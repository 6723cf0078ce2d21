"""Attributions within what another attribution reports: which are told of somebody else, and which are its echo.

"She said she believed the bridge was safe" is one attribution, "She said Berg had told her that the bridge was safe"
is two. What is reported of a third person's mind, or of words nobody has spoken yet ("said Berg should apologise"), is
part of the report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Token

from briefing.model import Quote
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.lexicon import frames_of
from briefing.nlp.quotes.reading import Reading

_TRANSPARENT = frozenset({"transcript-turn", "colon-then-paragraph", "verb-naming", "verb-charge"})
"""Rules whose content is no single report: what is said within it is told by its own words."""
_PHRASES = frozenset({"verb-infinitive", "verb-addressed", "verb-object", "verb-naming", "verb-preposition"})
"""Rules whose content is a phrase of the report around them rather than a report of its own."""
_BY_NOUN = frozenset({"noun-clause", "adjective-clause"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})

Attribution = tuple[Draft, Quote]


def without_echoes(reading: Reading, found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions without those that only repeat or belong to the one around them."""
    kept: list[Attribution] = []
    outer: dict[int, list[Attribution]] = defaultdict(list)
    every = list(found)
    for draft, quote in every:
        if draft.cue and draft.rule not in _TRANSPARENT and reading.readable(draft.cue[0]):
            outer[reading.sentence(draft.cue[0])[0]].append((draft, quote))
    for draft, quote in every:
        holders = outer.get(reading.sentence(draft.cue[0])[0], ()) if draft.cue else ()
        if not any(_echo(draft, quote, *holder) for holder in holders if holder[0] is not draft):
            kept.append((draft, quote))
    return kept


def _echo(draft: Draft, quote: Quote, holder: Draft, held_by: Quote) -> bool:
    if draft.quoted or not all(any(span.contains(cue) for span in holder.content) for cue in quote.cue):
        return False
    verb = next((token for token in draft.cue if token.pos_ == "VERB"), None)
    if verb is not None and verb.dep_ == "relcl" and _spoken(draft, verb):
        return False
    if quote.speaker is not None and quote.speaker == held_by.speaker:
        return True
    if verb is None:
        return draft.rule in _BY_NOUN
    return draft.rule in _PHRASES or not _spoken(draft, verb)


def _spoken(draft: Draft, verb: Token) -> bool:
    """True where somebody is told to have said it: no mere belief, and neither wish nor future."""
    if verb.tag_ not in _FINITE or any(child.tag_ == "MD" for child in verb.lefts):
        return False
    return any(frames_of(token) & {"quotation", "named"} for token in draft.cue)
