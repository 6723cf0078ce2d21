"""What the parse adds to an amount: what is counted, and what it is a part of."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.model import Quantity, Span
from briefing.nlp.quantities.units import cues

_TO_NOUN = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "det", "predet", "appos"})
_MOST_STEPS = 6
_PERSON_ENDINGS = ("man", "woman", "ist", "ian", "eer", "cher", "iver", "mer", "ner", "yer")


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
    return _noun_behind(token)


def _noun_behind(token: Token) -> Token | None:
    """The plural right behind the number whose phrase holds it: "engineers" in "200-300 engineers"."""
    for at in range(token.i + 1, min(token.i + 4, len(token.doc))):
        word = token.doc[at]
        if word.tag_ in ("NNS", "NNPS"):
            return word if word.left_edge.i <= token.i else None
        if word.pos_ not in ("ADJ", "NOUN") and word.tag_ != "HYPH":
            break
    return None


def is_magnitude(token: Token) -> bool:
    """As in "a magnitude 6.3 earthquake"."""
    return token.i > 0 and token.nbor(-1).lower_ in ("magnitude", "magnitude-")


def halved(token: Token) -> Span | None:
    """The whole of a half without "of": "the crew" in "half the crew"."""
    if token.lower_ != "half" or token.i + 1 >= len(token.doc):
        return None
    head = token.head
    if token.dep_ not in ("predet", "det", "nmod", "quantmod", "amod") or head.i <= token.i or head.pos_ != "NOUN":
        return None
    first = token.nbor(1)
    return Span(first.idx, _phrase(head).end) if first.i <= head.i else None


def takes_unit(quantity: Quantity, before: Quantity, between: str) -> bool:
    """Whether a bare number has the unit of the one before: "98.4 yen, up from 97.9", "nine days ... instead of 16"."""
    if isinstance(quantity.value, tuple) or isinstance(before.value, tuple) or before.change or "." in between:
        return False
    if not between.endswith(tuple(cues()["words"]["against"])):
        return False
    return before.value > 0 and 0.1 < quantity.value / before.value < 10


def is_age(token: Token) -> bool:
    """Whether the bare number at ``token`` is somebody's age: "Yusuf Lapae, 34, a teacher"."""
    doc = token.doc
    if token.i < 2 or token.i + 1 >= len(doc) or not token.text.isdecimal() or len(token.text) > 3:
        return False
    before, earlier = doc[token.i - 1], doc[token.i - 2]
    if before.lower_ == "of" and earlier.lower_ in ("age", "ages"):
        return True
    set_off = before.text == "," and doc[token.i + 1].text in (",", ".")
    if not set_off:
        return False
    if earlier.tag_ == "NN" and earlier.dep_ in ("nsubj", "nsubjpass", "appos"):
        return earlier.lower_.endswith(_PERSON_ENDINGS) or earlier.lower_ in cues()["words"]["persons"]
    return earlier.ent_type_ == "PERSON" or (earlier.pos_ == "PROPN" and earlier.ent_type_ == "")


def counted_by_subject(token: Token) -> str | None:
    """What a bare number counts by the subject: "case" in "the number of cases rose to 2,300"; a toll, people."""
    words, at = cues()["words"], token
    for _ in range(_MOST_STEPS):
        if at.pos_ in ("VERB", "AUX") or at.head.i == at.i:
            break
        at = at.head
    subject = next((child for child in at.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")), None)
    if subject is None or subject.i >= token.i:
        return None
    if subject.lemma_.lower() in words["head_counts"]:
        return "person"
    if subject.lemma_.lower() not in words["counts"]:
        return None
    of = next((child for child in subject.children if child.dep_ == "prep" and child.lower_ == "of"), None)
    inner = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    return inner.lemma_.lower() if inner is not None and inner.tag_ in ("NNS", "NNPS") else None


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
