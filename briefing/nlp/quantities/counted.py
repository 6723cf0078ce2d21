"""What the parse adds to an amount: what is counted, and what it is a part of."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from briefing.model import Quantity, Span
from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.units import cues

_TO_NOUN = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "det", "predet", "appos"})
_MOST_STEPS = 6
_QUAKES = frozenset({"quake", "earthquake", "temblor", "tremor", "aftershock"})
_NO_PLURALS = frozenset({"is", "has", "was", "does", "'s"})


def counted_noun(token: Token, *, after: int) -> Token | None:
    """The noun that the number at ``token`` counts: "trucks" of "160 trucks" and of "160 of the trucks".

    Args:
        token: The number.
        after: The code point where the amount ends; an "m" for millions is no noun.
    """
    at = token
    for _ in range(_MOST_STEPS):
        if at.pos_ in ("NOUN", "PROPN") and at.i != token.i:
            if at.idx >= after or at.i < token.i:
                return _heading(token, at) if at.i > token.i else None
            at = at.head
            continue
        of = next((child for child in at.children if child.dep_ == "prep" and child.lower_ == "of"), None)
        if of is not None and of.i > token.i:
            inner = next((child for child in of.children if child.dep_ == "pobj"), None)
            if inner is None or inner.pos_ not in ("NOUN", "PROPN"):
                return None
            marked = token.tag_ == "NNS" or of.nbor(1).pos_ in ("DET", "NUM")
            return inner if marked or _definite(inner) else None
        if at.dep_ not in _TO_NOUN or at.head.i == at.i:
            break
        at = at.head
    if token.dep_ == "conj" and token.head.pos_ == "NOUN" and token.nbor(-1).lower_ == "or":
        return token.head
    return _noun_behind(token, after) or _noun_behind_magnitude(token, after) or _verb_for_noun(token)


def _heading(token: Token, noun: Token) -> Token:
    """The plural that a singular noun stands before: "debates" of "three president debates"."""
    head = noun.head
    joined = noun.dep_ in ("compound", "nmod") and head.i == noun.i + 1 and head.tag_ == "NNS"
    return head if joined and noun.tag_ == "NN" and noun.i == token.i + 1 else noun


def _noun_behind(token: Token, after: int = 0) -> Token | None:
    """The plural right behind the number whose phrase holds it: "engineers" in "200-300 engineers"."""
    for at in range(token.i + 1, min(token.i + 4, len(token.doc))):
        word = token.doc[at]
        if word.idx < after:
            continue
        acronyms = word.pos_ in ("NOUN", "PROPN") and word.text[-2:-1].isupper() and word.text[-1] == "s"
        if acronyms or word.tag_ in ("NNS", "NNPS"):
            return word if word.left_edge.i <= token.i else None
        if word.pos_ not in ("ADJ", "NOUN") and word.tag_ != "HYPH":
            break
    return None


def _noun_behind_magnitude(token: Token, after: int) -> Token | None:
    """The plural behind a glued magnitude that the model takes for a noun: "visitors" of "2m visitors"."""
    at = token.i
    while at < len(token.doc) and token.doc[at].idx < after:
        at += 1
    if not (token.doc[at - 1].text[-1].isalpha() and (at - 1 > token.i or token.text[0].isdecimal())):
        return None
    for word in token.doc[at : at + 3]:
        if word.tag_ in ("NNS", "NNPS"):
            return word
        if word.pos_ not in ("ADJ", "NOUN", "PROPN"):
            break
    return None


def _verb_for_noun(token: Token) -> Token | None:
    """The plural that the model takes for a verb: "batches" in "Three batches totalling 800 bottles were recalled"."""
    if not token.is_sent_start or token.i + 1 >= len(token.doc) or token.lower_ in ("one", "1"):
        return None
    word = token.nbor(1)
    return word if word.tag_ == "VBZ" and word.lower_.endswith("s") and word.lower_ not in _NO_PLURALS else None


def suspended(lexemes: Sequence[Lexeme], last: int) -> str | None:
    """The noun that follows a later hyphen: "cylinder" for the first two of "four-, five- and six-cylinder engines"."""
    if last + 2 >= len(lexemes) or lexemes[last + 1].text != "-" or lexemes[last + 1].spaced:
        return None
    if not (lexemes[last + 2].spaced or lexemes[last + 2].text == ","):
        return None
    for at in range(last + 2, min(last + 8, len(lexemes) - 2)):
        if lexemes[at].kind != "number" and lexemes[at].lower not in (",", "and", "or", "to", "-"):
            return None
        joined = lexemes[at].kind == "number" and lexemes[at + 1].text == "-" and not lexemes[at + 1].spaced
        if joined and lexemes[at + 2].kind == "word" and not lexemes[at + 2].spaced:
            return lexemes[at + 2].lower
    return None


def is_magnitude(token: Token) -> bool:
    """As in "a magnitude 6.3 earthquake", "a magnitude of 6.3", "a 6.1 quake"."""
    if "." in token.text and token.head.lemma_.lower() in _QUAKES and token.head.i > token.i:
        return True
    before = token.i - 1
    if before > 0 and (token.doc[before].tag_ == "HYPH" or token.doc[before].lower_ == "of"):
        before -= 1
    return before >= 0 and token.doc[before].lower_.startswith("magnitude")


def halved(token: Token) -> Span | None:
    """The whole of a half without "of": "the crew" in "half the crew"."""
    if token.lower_ != "half" or token.i + 1 >= len(token.doc):
        return None
    head = token.head
    if token.dep_ not in ("predet", "det", "nmod", "quantmod", "amod") or head.i <= token.i or head.pos_ != "NOUN":
        return None
    first = token.nbor(1)
    return Span(first.idx, _phrase(head).end) if first.i <= head.i else None


def directly_behind(token: Token) -> Span | None:
    """The whole without "of" behind a share: "voters" in "two in five voters"."""
    noun = _noun_behind(token)
    return noun_span(noun) if noun is not None else None


def takes_unit(quantity: Quantity, before: Quantity, between: str) -> bool:
    """Whether a bare number has the unit of the one before: "98.4 yen, up from 97.9", "nine days ... instead of 16"."""
    if isinstance(quantity.value, tuple) or isinstance(before.value, tuple) or before.change or "." in between:
        return False
    votes = between == "to" and before.rule == "counted"
    if not votes and not between.endswith(tuple(cues()["words"]["against"])):
        return False
    return before.value > 0 and 0.1 < quantity.value / before.value < 10


def counted_by_subject(token: Token) -> str | None:
    """What a bare number counts by the subject: "case" in "the number of cases rose to 2,300"; a toll, people."""
    words, at = cues()["words"], token
    group = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if group is not None and group.lemma_.lower() in (*words["groups"], *words["parents"]):
        return "child" if group.lemma_.lower() in words["parents"] else "person"
    if token.i and token.nbor(-1).lower_ == "population":
        return "person"
    level = False
    for _ in range(_MOST_STEPS):
        if (at.pos_ in ("VERB", "AUX") and not (level and at.dep_ == "acl")) or at.head.i == at.i:
            break
        level = level or at.lower_ in ("at", "to")
        at = at.head
    estimated = level and at.lemma_ in words["estimating"]
    roles = ("dobj", "nsubjpass") if estimated else ("nsubj", "nsubjpass", "dobj")
    subject = next((child for child in at.children if child.dep_ in roles), None)
    if subject is not None and subject.tag_ in ("WDT", "WP") and at.dep_ == "relcl":
        subject = at.head
    if subject is None or subject.i >= token.i:
        return None
    if subject.lemma_.lower() in words["head_counts"]:
        return "person"
    if subject.lemma_.lower() not in words["counts"]:
        return None
    of = next((child for child in subject.children if child.dep_ == "prep" and child.lower_ == "of"), None)
    inner = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    if inner is not None and (inner.lower_ in words["fates"] or inner.lower_ == "those"):
        return "person"
    return inner.lemma_.lower() if inner is not None and inner.tag_ in ("NNS", "NNPS") else None


def counted_by_predicate(token: Token) -> str | None:
    """What a bare number is said to be: "child" in "Twelve of them were children", "twelve were children"."""
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return None
    told = next((child for child in token.head.children if child.dep_ == "attr" and child.i > token.i), None)
    return told.lemma_.lower() if told is not None and told.tag_ == "NNS" else None


def name_of(noun: Token) -> str:
    """The noun's lemma; of "unit", which says nothing alone, with the noun before it: "polling unit"."""
    lemma = noun.lemma_.lower()
    if noun.tag_ == "NNPS" and lemma.endswith("s") and lemma == noun.lower_:
        return lemma.removesuffix("s")
    if lemma in cues()["words"]["joined"] and (rest := _joined_to(noun)):
        return f"{lemma}-{rest}"
    if lemma != "unit" or not noun.i:
        return lemma
    kind = noun.nbor(-1)
    return f"{kind.lower_} {lemma}" if kind.head.i == noun.i and kind.dep_ in ("compound", "amod") else lemma


def _joined_to(noun: Token) -> str:
    """The word behind the hyphen: "accused" in "co-accused"."""
    if noun.i + 2 >= len(noun.doc) or noun.nbor(1).text != "-" or noun.whitespace_ or noun.nbor(1).whitespace_:
        return ""
    second = noun.nbor(2)
    return second.lemma_.lower() if second.tag_ == "NNS" else second.lower_


def _definite(noun: Token) -> bool:
    """As in "the passengers", "its members", "15 members": a whole that parts can be counted of."""
    return any(child.dep_ in ("det", "poss", "nummod", "predet") and child.i < noun.i for child in noun.children)


def counted_part_of(token: Token, noun: Token | None, *, after: int) -> Span | None:
    """The whole that a count is taken of: "the 124 passengers" in "40 of the 124 passengers"."""
    of = of_behind(token, after)
    if of is None or of.i + 1 >= len(token.doc):
        return None
    first = of.nbor(1)
    if noun is not None:
        definite = first.pos_ in ("DET", "NUM") or first.dep_ == "poss" or first.tag_ == "PRP$"
        return Span(first.idx, _phrase(noun).end) if definite and first.i <= noun.i else None
    inner = next((child for child in of.children if child.dep_ == "pobj"), None)
    return _phrase(inner) if inner is not None and (inner.pos_ == "PRON" or _definite(inner)) else None


def part_of(token: Token, *, after: int) -> Span | None:
    """The whole that a share is taken of: "the cost" in "one quarter of the cost"."""
    of = of_behind(token, after)
    if of is None:
        return None
    inner = next((child for child in of.children if child.dep_ in ("pobj", "pcomp")), None)
    if inner is None:
        return None
    return _phrase(inner)


def of_behind(token: Token, after: int) -> Token | None:
    """The "of" behind the share; code point ``after`` is where the share ends."""
    at = token.i
    while at < len(token.doc) and token.doc[at].idx < after:
        at += 1
    return token.doc[at] if at < len(token.doc) and token.doc[at].lower_ == "of" else None


def _phrase(noun: Token) -> Span:
    """The noun with what stands before it and its own "of" phrases; no clauses, no apposition."""
    left, right = noun.left_edge, noun
    for child in noun.rights:
        if noun.lower_ == "those" and child.dep_ in ("acl", "relcl"):
            right = child.right_edge
            break
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
