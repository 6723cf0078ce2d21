"""Whether an amount is how much something rose or fell: "rose 11 percent", "cut by a third", "down 3 cents".

The parse is asked first; where it attaches the amount wrongly, the words right before it tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Token

from briefing.model import Direction
from briefing.nlp.quantities.amounts import Amount
from briefing.nlp.quantities.units import cues

Size = Literal["share", "measure", "length", "time", "count"]
"""Of an amount: a share, points or a price; a measure or a sum of money; a way; a time; a count or bare number."""

_LARGEST_PRICE = 10_000
_MOST_STEPS = 6
_BEHIND = 8
"""Words behind "higher" in which the time stands that it is compared with."""
_LEVELS = frozenset(
    {"to", "at", "from", "with", "in", "for", "since", "than", "against", "near", "and", "toward", "towards"}
)
_STEPS = frozenset({"dobj", "npadvmod", "advmod", "attr", "nummod", "obl", "dep", "quantmod", "acomp", "oprd"})
_PACES = frozenset({"rate", "pace", "clip", "speed"})


def size_of(amount: Amount) -> Size:
    """Of what kind an amount with a unit is."""
    unit = amount.unit
    if unit is None:
        return "count"
    if unit.time:
        return "time"
    if unit.name in cues()["change"]["lengths"]:
        return "length"
    price = (unit.money or unit.name in ("cent", "sen")) and abs(amount.high) < _LARGEST_PRICE
    return "share" if price or unit.name in ("percent", "percentage point", "basis point", "times") else "measure"


def direction(tokens: Sequence[Token], *, size: Size) -> Direction | None:
    """Up or down where the amount of ``tokens`` is the size of a rise or fall, None where it is a level.

    Args:
        tokens: Of the amount, bound words and currency included.
        size: Of what kind it is; some verbs of change ("lose") need a share, a price or a measure.
    """
    if not tokens or not tokens[0].i:
        return None
    before = tokens[0].nbor(-1)
    if size == "share" and (compared := _compared(tokens[-1])):
        return compared
    places = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in places), tokens[-1])
    if top.dep_ == "conj" and before.lower_ == "and" and top.head.lemma_ == top.lemma_:
        top = top.head
        return _of_word(top.head, size=size) if top.dep_ in _STEPS else None
    if _stands_for_a_level(before):
        return _pace(tokens) if before.lower_ == "of" else None
    if verb := _verb_before(before, size=size):
        return verb
    governor = top.head
    if top.dep_ == "pobj" and governor.lower_ == "by":
        return _of_word(governor.head, size="share")
    if top.dep_ == "pobj" and governor.lower_ == "of":
        return _of_noun(governor.head, size=size) or _pace(tokens)
    if top.dep_ == "prep" and top.i == tokens[0].i:
        return _of_word(governor, size=size)
    if top.dep_ in _STEPS:
        return _of_word(governor, size=size)
    return None


def _compared(last: Token) -> Direction | None:
    """As in "8 percent lower than a year earlier", "was 11 percent higher"; not "taller than the church"."""
    if last.i + 1 >= len(last.doc):
        return None
    word, table = last.nbor(1), cues()["change"]
    lower = word.lower_
    way: Direction | None = "up" if lower in table["more"] else "down" if lower in table["less"] else None
    if way is None:
        return None
    behind = [last.doc[at] for at in range(word.i + 1, min(word.i + 1 + _BEHIND, len(last.doc)))]
    if behind and behind[0].lower_ == "than":
        return way if any(token.lower_ in table["times_before"] for token in behind) else None
    return way if word.head.lemma_ == "be" and lower not in table["only_than"] else None


def moves(token: Token) -> bool:
    """Whether ``token`` is a verb of change, or the "by" or "up" behind one: then an amount follows that is a step."""
    table = cues()["change"]
    if token.lower_ in ("by", "up", "down"):
        return True
    return token.pos_ == "VERB" and token.lemma_.lower() in {*table["up"], *table["down"]}


def leads(token: Token, last: Token | None) -> bool:
    """Whether the "from" at or right before ``token`` belongs to a change: "shortened from four years to two".

    Args:
        token: In front of the first amount.
        last: Of the second amount where both are bare numbers; then something must be counted: "deaths rose from 12 to
            17" or "from 12 to 17 schools", while "horsepower went from 240 to 273" is a stretch.
    """
    at = token
    for _ in range(3):
        if at.lower_ == "from" or not at.i:
            break
        at = at.nbor(-1)
    if at.lower_ != "from":
        return False
    governor = at.head
    table = cues()["change"]
    if governor.pos_ == "NOUN" and (governor.lemma_ in table["nouns_up"] or governor.lemma_ in table["nouns_down"]):
        return last is None or governor.pos_ == "NOUN"
    if governor.pos_ == "NOUN" and governor.dep_ in ("dobj", "pobj"):
        governor = governor.head if governor.dep_ == "dobj" else governor.head.head
        if governor.pos_ == "NOUN" and governor.dep_ == "dobj":
            governor = governor.head
    lemma = governor.lemma_.lower()
    if governor.pos_ != "VERB" or not (lemma in table["moved"] or lemma in table["up"] or lemma in table["down"]):
        return False
    return last is None or _counts(governor, last)


def _counts(verb: Token, last: Token) -> bool:
    if last.dep_ == "nummod" and last.head.i > last.i and last.head.tag_ == "NNS":
        return True
    words = cues()["words"]
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and child.i < last.i:
            lemma = child.lemma_.lower()
            if child.tag_ == "NNS" or lemma in words["head_counts"] or lemma in words["counts"]:
                return True
    return False


def _stands_for_a_level(before: Token) -> bool:
    """As in "rose to a record 200": "to", perhaps with an article and an adjective, stands before the amount."""
    at = before
    for _ in range(3):
        if at.pos_ not in ("DET", "ADJ") or not at.i:
            break
        at = at.nbor(-1)
    return at.lower_ in _LEVELS


def _verb_before(before: Token, *, size: Size) -> Direction | None:
    """The verb or adverb of change right before the amount, over "by", adverbs and articles."""
    table = cues()["change"]
    at, by = before, False
    for _ in range(_MOST_STEPS):
        word = at.lower_
        particle = size in ("count", "time") and not by and not _says_so(at)
        if word in table["adverbs_up"] and not particle:
            return "up"
        if word in table["adverbs_down"] and not particle:
            return "down"
        if word == "off" and size != "count" and (at.nbor(-1).is_punct or at.head.lemma_ == "be"):
            return "down"
        if at.pos_ in ("VERB", "AUX"):
            return _of_verb(at, size="share" if by else size)
        if word != "by" and at.pos_ not in ("ADV", "DET", "ADJ"):
            return None
        by = by or word == "by"
        if not at.i or at.is_sent_start:
            return None
        at = at.nbor(-1)
    return None


def _says_so(adverb: Token) -> bool:
    """Whether an "up" before a bare count is its direction: "sales, up 5,000", not "gun down 14 people"."""
    return adverb.i > 0 and (adverb.nbor(-1).lemma_ == "be" or adverb.nbor(-1).is_punct)


def _of_word(word: Token, *, size: Size) -> Direction | None:
    table = cues()["change"]
    if word.pos_ in ("ADV", "ADP", "ADJ", "PART"):
        return "up" if word.lower_ in table["adverbs_up"] else "down" if word.lower_ in table["adverbs_down"] else None
    return _of_noun(word, size=size) if word.pos_ == "NOUN" else _of_verb(word, size=size)


def _of_verb(verb: Token, *, size: Size) -> Direction | None:
    lemma, table = verb.lemma_.lower(), cues()["change"]
    if lemma in table["only_measured"] and size in ("count", "time"):
        return None
    if (lemma in table["only_shares"] and size == "measure") or (lemma in table["motions"] and size == "length"):
        return None
    beside = {child.lower_ for child in verb.children if child.dep_ in ("advmod", "prt")}
    if beside & set(table["turned_up"]):
        return "up"
    if beside & set(table["turned_down"]):
        return "down"
    if lemma in table["up"]:
        return "up"
    return "down" if lemma in table["down"] else None


def _of_noun(noun: Token, *, size: Size) -> Direction | None:
    lemma, table = noun.lemma_.lower(), cues()["change"]
    if size in ("measure", "length") and lemma in table["nouns_also_things"]:
        return None
    return "up" if lemma in table["nouns_up"] else "down" if lemma in table["nouns_down"] else None


def _pace(tokens: Sequence[Token]) -> Direction | None:
    """As in "contracted at an annual rate of 1.5 percent"."""
    of = tokens[0].nbor(-1)
    pace = of.head
    if of.lower_ != "of" or pace.lemma_.lower() not in _PACES or pace.head.lower_ != "at":
        return None
    return _of_verb(pace.head.head, size="share")
