"""Speakers who contradict what others say of them: what they negate is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.model import Quote
from briefing.nlp import extensions
from briefing.nlp.status.lexicon import StatusLexicon
from briefing.nlp.status.operators import Operator, Operators

_NEAR = 250
_NOT = re.compile(r"\b(?:not|never|no|nobody|none|nothing|neither)\b|n['’]t\b")
_RIGHT_BEHIND = 5
"""Characters from a denial to a quotation that carries it on, whoever speaks for the party."""
_BESIDE = frozenset({"advcl", "conj", "xcomp"})
_TOLD_OF = frozenset({"attr", "acomp", "dobj", "nsubj"})


def denying_quotes(doc: Doc, cues: StatusLexicon) -> frozenset[str]:
    """Ids of the attributions whose speaker contradicts somebody.

    By the cue ("insisted", "repeated"), by a denial beside it ("Denying the charge, he said ...", "denied it, saying
    ..."), or by going on in quotation marks where the speaker has just denied something.
    """
    found: set[str] = set()
    text = extensions.text_of(doc)
    last: Quote | None = None
    for quote in doc._.quotes:
        words = list(_cue(doc, quote))
        goes_on = last is not None and _goes_on(quote, last)
        if goes_on or any(_contradicts(word, cues) for word in words):
            found.add(quote.id)
        if goes_on or any(_denies(word, cues) for word in words):
            last = quote
        elif quote.id in found:
            last = quote if _NOT.search(text, quote.span.start, quote.span.end) else None
    return frozenset(found)


def in_attribution(
    word: Token, operators: Operators | set[Operator], quote: Quote, denying: frozenset[str], cues: StatusLexicon
) -> Operator:
    """Attributed; denied where the speaker negates what others say of the matter."""
    negations = [operator.rule for operator in operators if operator.status == "negated"]
    if negations and quote.id in denying and not _is_custom(word):
        return Operator("denied", "negated-by-denying-speaker")
    if negations and not all(rule.startswith("negated-") for rule in negations):
        said_of = [child for child in word.children if child.dep_ in _TOLD_OF]
        nothing = any(token.lower_ == "nothing" and any(c.lemma_ == "do" for c in token.rights) for token in said_of)
        if nothing or any(token.lemma_.lower() in cues.denials for token in (word, *said_of)):
            return Operator("denied", "idiom-of-denial")
    return Operator("attributed", "in-attribution")


def announcing_quotes(doc: Doc) -> frozenset[str]:
    """Ids of the attributions that announce: what they tell in the present is to come."""
    return frozenset(
        quote.id for quote in doc._.quotes if any(word.lemma_.lower() == "announce" for word in _cue(doc, quote))
    )


def is_announced(word: Token) -> bool:
    """True for "is leaving" in "announced that it is leaving"."""
    return word.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ in {"VBZ", "VBP"} for c in word.lefts)


def _is_custom(word: Token) -> bool:
    """True for what somebody does as a rule, which no one has said otherwise: "it does not deal with kidnappers"."""
    if word.tag_ != "VB" or word.lemma_ == "be":
        return False
    return any(child.dep_ == "aux" and child.lower_ in {"do", "does"} for child in word.lefts)


def _cue(doc: Doc, quote: Quote) -> Iterator[Token]:
    for span in quote.cue:
        yield from doc.char_span(span.start, span.end, alignment_mode="expand") or ()


def _contradicts(word: Token, cues: StatusLexicon) -> bool:
    """True for "insists", and for "said" in "denied it and said", "rejecting the charge, said"."""
    if word.lemma_.lower() in cues.insisting:
        return not any(child.dep_ == "neg" for child in word.lefts)
    if word.pos_ != "VERB":
        return False
    if word.dep_ in _BESIDE and word.head.i < word.i and _denies(word.head, cues):
        return True
    return any(child.dep_ == "advcl" and child.tag_ == "VBG" and _denies(child, cues) for child in word.children)


def _denies(word: Token, cues: StatusLexicon) -> bool:
    """True for "denied the claim", "dismissed reports that it failed", not for "did not deny", "dismissed the cook"."""
    if word.pos_ != "VERB" or word.lemma_.lower() not in cues.rejecting:
        return False
    if any(child.dep_ == "neg" for child in word.lefts):
        return False
    if word.lemma_.lower() in {"deny", "refute", "rebut"}:
        return True
    return any(child.dep_ == "dobj" and child.lemma_.lower() in cues.hearsay for child in word.rights)


def _goes_on(quote: Quote, last: Quote) -> bool:
    """True for the next words in quotation marks, the speaker's own or right behind the denial."""
    gap = quote.span.start - last.span.end
    if quote.kind == "indirect":
        return False
    if 0 <= gap <= _RIGHT_BEHIND:
        return True
    if (quote.entity, quote.speaker) == (None, None):
        return False
    same = quote.entity == last.entity if quote.entity and last.entity else quote.speaker == last.speaker
    return same and 0 <= gap < _NEAR
