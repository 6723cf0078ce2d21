"""What the parse adds to an amount: what is counted, what it is a part of, whether it is a rise or a fall."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from briefing.model import Direction, Span
from briefing.nlp.quantities.units import cues

_TO_NOUN = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "det", "predet", "appos"})
_MOST_STEPS = 6


def counted_noun(token: Token) -> Token | None:
    """The noun that the number at ``token`` counts: "trucks" of "160 trucks" and of "160 of the trucks"."""
    at = token
    for _ in range(_MOST_STEPS):
        if at.pos_ in ("NOUN", "PROPN") and at.i != token.i:
            return at if at.i > token.i else None
        of = next((child for child in at.children if child.dep_ == "prep" and child.lower_ == "of"), None)
        if of is not None and of.i > token.i:
            inner = next((child for child in of.children if child.dep_ == "pobj"), None)
            return inner if inner is not None and inner.pos_ in ("NOUN", "PROPN") else None
        if at.dep_ not in _TO_NOUN or at.head.i == at.i:
            break
        at = at.head
    if token.dep_ == "conj" and token.head.pos_ == "NOUN" and token.nbor(-1).lower_ == "or":
        return token.head
    return None


def is_age(token: Token) -> bool:
    """Whether the bare number at ``token`` is somebody's age: "Yusuf Lapae, 34, a teacher"."""
    doc = token.doc
    if token.i < 2 or token.i + 1 >= len(doc) or not token.text.isdecimal() or len(token.text) > 3:
        return False
    before, earlier = doc[token.i - 1], doc[token.i - 2]
    if before.lower_ == "of" and earlier.lower_ in ("age", "ages"):
        return True
    set_off = before.text == "," and doc[token.i + 1].text in (",", ".")
    return set_off and (earlier.ent_type_ == "PERSON" or (earlier.pos_ == "PROPN" and earlier.ent_type_ == ""))


def casualties(token: Token) -> bool:
    """Whether the bare number at ``token`` counts people: "killing nine", "31 were injured"."""
    verbs = cues()["words"]["casualties"]
    return token.dep_ in ("dobj", "nsubjpass", "nsubj", "oprd") and token.head.lemma_.lower() in verbs


def part_of(token: Token, *, after: int) -> Span | None:
    """The whole that a share is taken of: "the cost" in "one quarter of the cost"."""
    of = _of(token, after)
    if of is None:
        return None
    inner = next((child for child in of.children if child.dep_ in ("pobj", "pcomp")), None)
    if inner is None:
        return None
    return _phrase(inner)


def _of(token: Token, after: int) -> Token | None:
    """The "of" behind the share; code point ``after`` is where the share ends."""
    at = token.i
    while at < len(token.doc) and token.doc[at].idx < after:
        at += 1
    return token.doc[at] if at < len(token.doc) and token.doc[at].lower_ == "of" else None


def _phrase(noun: Token) -> Span:
    """The noun with what stands before it and its own "of" phrases; no clauses, no apposition."""
    left, right = noun.left_edge, noun
    for child in noun.rights:
        if child.dep_ != "prep" or child.lower_ != "of":
            break
        right = child.right_edge
    while right.i > noun.i and (right.is_punct or right.is_space):
        right = right.nbor(-1)
    while left.i < noun.i and (left.is_punct or left.is_space) and not left.is_currency:
        left = left.nbor(1)
    return Span(left.idx, right.idx + len(right.text))


def noun_span(noun: Token) -> Span:
    """The noun with the nouns and adjectives right before it."""
    left = noun
    while left.i > noun.sent.start and left.nbor(-1).head.i == noun.i and left.nbor(-1).dep_ in ("compound", "amod"):
        left = left.nbor(-1)
    return Span(left.idx, noun.idx + len(noun.text))


def direction(tokens: Iterable[Token], *, measured: bool) -> Direction | None:
    """Whether the amount is how much something rose or fell: "rose 11 percent", "cut by a third", "a fall of 38".

    Args:
        tokens: Of the amount.
        measured: Whether it is a share, money or a measure; some verbs of change ("lose") need that.
    """
    inside = list(tokens)
    if not inside:
        return None
    places = {token.i for token in inside}
    top = next((token for token in inside if token.head.i not in places), inside[-1])
    governor = top.head
    if top.dep_ == "pobj" and governor.lower_ == "by":
        return _change(governor.head, measured=measured)
    if top.dep_ == "pobj" and governor.lower_ == "of":
        return _change_noun(governor.head)
    if top.dep_ == "prep" and top.i == inside[0].i:
        return _change(governor, measured=measured)
    if top.dep_ in ("dobj", "npadvmod", "advmod", "attr", "nummod", "obl", "dep", "quantmod", "acomp", "oprd"):
        return _change(governor, measured=measured)
    return None


def _change(word: Token, *, measured: bool) -> Direction | None:
    lemma, table = word.lemma_.lower(), cues()["change"]
    if word.pos_ in ("ADV", "ADP", "ADJ", "PART"):
        return "up" if word.lower_ in table["adverbs_up"] else "down" if word.lower_ in table["adverbs_down"] else None
    if word.pos_ == "NOUN":
        return _change_noun(word)
    if lemma in table["only_measured"] and not measured:
        return None
    beside = {child.lower_ for child in word.children if child.dep_ == "advmod"}
    if beside & set(table["turned_up"]):
        return "up"
    if beside & set(table["turned_down"]):
        return "down"
    return "up" if lemma in table["up"] else "down" if lemma in table["down"] else None


def _change_noun(word: Token) -> Direction | None:
    lemma, table = word.lemma_.lower(), cues()["change"]
    return "up" if lemma in table["nouns_up"] else "down" if lemma in table["nouns_down"] else None
