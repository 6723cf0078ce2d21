"""Whether an amount is how much something rose or fell: "rose 11 percent", "cut by a third", "down 3 cents".

The parse is asked first; where it attaches the amount wrongly, the words right before it tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from briefing.model import Direction
from briefing.nlp.quantities.units import cues

_MOST_STEPS = 6
_LEVELS = frozenset(
    {"to", "at", "from", "with", "in", "for", "since", "than", "against", "near", "and", "toward", "towards"}
)
_PACES = frozenset({"rate", "pace", "clip", "speed"})


def direction(tokens: Sequence[Token], *, measured: bool) -> Direction | None:
    """Up or down where the amount of ``tokens`` is the size of a rise or fall, None where it is a level.

    Args:
        tokens: Of the amount, bound words and currency included.
        measured: Whether it is a share, money or a measure; some verbs of change ("lose") need that.
    """
    if not tokens or not tokens[0].i:
        return None
    before = tokens[0].nbor(-1)
    if _stands_for_a_level(before):
        return _pace(tokens) if before.lower_ == "of" else None
    if verb := _verb_before(before, measured=measured):
        return verb
    places = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in places), tokens[-1])
    governor = top.head
    if top.dep_ == "pobj" and governor.lower_ == "by":
        return _of_word(governor.head, measured=measured)
    if top.dep_ == "pobj" and governor.lower_ == "of":
        return _of_noun(governor.head) or _pace(tokens)
    if top.dep_ == "prep" and top.i == tokens[0].i:
        return _of_word(governor, measured=measured)
    if top.dep_ in ("dobj", "npadvmod", "advmod", "attr", "nummod", "obl", "dep", "quantmod", "acomp", "oprd"):
        return _of_word(governor, measured=measured)
    return None


def moves(token: Token) -> bool:
    """Whether ``token`` is a verb of change, or the "by" or "up" behind one: then an amount follows that is a step."""
    table = cues()["change"]
    if token.lower_ in ("by", "up", "down"):
        return True
    return token.pos_ == "VERB" and token.lemma_.lower() in {*table["up"], *table["down"]}


def _stands_for_a_level(before: Token) -> bool:
    """As in "rose to a record 200": "to", perhaps with an article and an adjective, stands before the amount."""
    at = before
    for _ in range(3):
        if at.pos_ not in ("DET", "ADJ") or not at.i:
            break
        at = at.nbor(-1)
    return at.lower_ in _LEVELS


def _verb_before(before: Token, *, measured: bool) -> Direction | None:
    """The verb or adverb of change right before the amount, over "by", adverbs and articles."""
    table = cues()["change"]
    at, by = before, False
    for _ in range(_MOST_STEPS):
        word = at.lower_
        particle = at.dep_ == "prt" and not measured and not by
        if word in table["adverbs_up"] and not particle:
            return "up"
        if word in table["adverbs_down"] and not particle:
            return "down"
        if word == "off" and measured and at.head.lemma_ == "be":
            return "down"
        if at.pos_ in ("VERB", "AUX"):
            return _of_verb(at, measured=measured or by)
        if word != "by" and at.pos_ not in ("ADV", "DET", "ADJ"):
            return None
        by = by or word == "by"
        if not at.i or at.is_sent_start:
            return None
        at = at.nbor(-1)
    return None


def _of_word(word: Token, *, measured: bool) -> Direction | None:
    table = cues()["change"]
    if word.pos_ in ("ADV", "ADP", "ADJ", "PART"):
        return "up" if word.lower_ in table["adverbs_up"] else "down" if word.lower_ in table["adverbs_down"] else None
    return _of_noun(word) if word.pos_ == "NOUN" else _of_verb(word, measured=measured)


def _of_verb(verb: Token, *, measured: bool) -> Direction | None:
    lemma, table = verb.lemma_.lower(), cues()["change"]
    if lemma in table["only_measured"] and not measured:
        return None
    beside = {child.lower_ for child in verb.children if child.dep_ in ("advmod", "prt")}
    if beside & set(table["turned_up"]):
        return "up"
    if beside & set(table["turned_down"]):
        return "down"
    if lemma in table["up"]:
        return "up"
    return "down" if lemma in table["down"] else None


def _of_noun(noun: Token) -> Direction | None:
    lemma, table = noun.lemma_.lower(), cues()["change"]
    return "up" if lemma in table["nouns_up"] else "down" if lemma in table["nouns_down"] else None


def _pace(tokens: Sequence[Token]) -> Direction | None:
    """As in "contracted at an annual rate of 1.5 percent"."""
    of = tokens[0].nbor(-1)
    pace = of.head
    if of.lower_ != "of" or pace.lemma_.lower() not in _PACES or pace.head.lower_ != "at":
        return None
    return _of_verb(pace.head.head, measured=True)
