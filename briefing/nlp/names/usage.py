"""How the text speaks of what bears a place's name: as of a town, of a river, or of a spot where something stands."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc

from briefing.nlp.names import lexicon
from briefing.nlp.names.callings import kind_of
from briefing.nlp.names.spans import Name

Usage = Literal["settled", "inside", "spot", "built", "water", ""]
"""A settlement by its own words, "in X", "at X" or "from X", "the X pit" or "the plant at X", "the X", or none."""

_INSIDE = frozenset({"in", "near", "outside", "across", "throughout", "around"})
_SPOT = frozenset({"at", "from", "through", "via", "to"})
_IN_SOMEBODY = frozenset(
    {"believe", "belief", "confidence", "confide", "faith", "find", "interest", "invest", "investment", "see", "trust"}
)
"""What one does or has in a person or a firm."""


def usage(doc: Doc, name: Name) -> Usage:
    """How one mention of a bare name is used."""
    if name.rule == "dateline":
        return "settled"
    if name.title or name.start < 1:
        return "settled" if not name.title and _settles(doc, name.end) else ""
    before, earlier = doc[name.start - 1], doc[name.start - 2] if name.start > 1 else None
    word = before.lower_
    if name.end < len(doc) and doc[name.end].is_lower and kind_of(doc[name.end]) == "FAC":
        return "built"
    if word == "at" and earlier is not None and kind_of(earlier) == "FAC":
        return "built"
    if word in ("of", "in") and earlier is not None and _is_settled(earlier.lemma_.lower(), earlier.lower_):
        return "settled"
    if _settles(doc, name.end) or _is_settled(word, word):
        return "settled"
    if word == "the":
        return "water" if not _modifies(doc, name) else ""
    if name.end < len(doc) and doc[name.end].tag_ == "POS":
        return ""
    if word in _INSIDE:
        held = word == "in" and before.head.lemma_.lower() in _IN_SOMEBODY | lexicon.STAKES
        return "" if held else "inside"
    return "spot" if word in _SPOT else ""


_PEOPLE = frozenset({"people", "inhabitants", "residents", "souls"})
"""What a town has so and so many of."""


def _is_settled(lemma: str, word: str) -> bool:
    return lemma in lexicon.SETTLED or word in lexicon.SETTLED


def _settles(doc: Doc, at: int) -> bool:
    """True for "'s mayor", "residents", ", a town" behind a name."""
    if at < len(doc) and doc[at].tag_ == "POS":
        at += 1
    if at < len(doc) and doc[at].is_lower and _is_settled(doc[at].lemma_.lower(), doc[at].lower_):
        return True
    if at + 2 < len(doc) and doc[at].lemma_ == "have" and doc[at + 1].like_num:
        return any(word.lower_ in _PEOPLE for word in doc[at + 2 : at + 5])
    if at + 2 < len(doc) and doc[at].text == "," and doc[at + 1].lower_ in ("a", "the"):
        return any(_is_settled(word.lower_, word.lower_) for word in doc[at + 2 : at + 4])
    return False


def _modifies(doc: Doc, name: Name) -> bool:
    """True for "the Kano market", where the article is the market's."""
    if name.end >= len(doc):
        return False
    after = doc[name.end]
    return after.tag_ in ("NN", "NNS", "NNP", "NNPS", "POS", "JJ", "HYPH") and not after.is_sent_start
