"""Names that go on beyond the recogniser's span: second halves, particles, offices of the same body."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from briefing.nlp.names import lexicon
from briefing.nlp.names.callings import kind_of
from briefing.nlp.names.pieces import LABELS
from briefing.nlp.names.spans import Name
from briefing.nlp.names.trimming import is_rank_in_name, opens

_PREFIXES = frozenset({"PT", "OAO", "OOO", "ZAO", "PAO", "AO", "MV", "MS", "KM", "SS", "HMS", "USS", "RMS", "MT", "FV"})
REACH = 5
"""Tokens that a name may go on for."""
_MODEL = re.compile(r"(?:[A-Z]{1,3}-?)?\d{1,4}(?:-\d{1,4})?[A-Z]{0,3}")
"""What tells models of one make apart: "737-800", "4C"."""


def with_prefix(doc: Doc, start: int) -> int:
    """Where the name begins with the PT of a company, the MV or the Queen of a ship in front, or "Banco"."""
    while start and _leads(doc, start - 1):
        start -= 1
    return start


def _leads(doc: Doc, at: int) -> bool:
    word = doc[at]
    if word.text in _PREFIXES or is_rank_in_name(doc, at):
        return True
    foreign = word.lower_ in lexicon.FOREIGN_HEADS and word.text[0].isupper()
    return foreign and not word.ent_type_ and doc[at + 1].tag_ in ("NNP", "NNPS") and not doc[at + 1].is_sent_start


def grow(doc: Doc, name: Name) -> None:
    """Take in what the recogniser cut off a name."""
    end = _end_of(doc, name)
    if end > name.end:
        name.end = end
        name.key = lexicon.key_of(doc[name.start : end].text)


def _end_of(doc: Doc, name: Name) -> int:
    if name.end >= len(doc):
        return name.end
    after = doc[name.end]
    if after.text == "/" and name.end + 1 < len(doc):
        joined = lexicon.key_of(doc[name.start : name.end + 2].text)
        return name.end + 2 if joined in lexicon.agencies() else name.end
    if after.is_sent_start or not doc[name.end - 1].whitespace_:
        return name.end
    for more in lexicon.listed_from(name.key):
        at = name.end + more
        if lexicon.listed_label(lexicon.key_of(doc[name.start : at].text)):
            return at
    return (
        _behind_particle(doc, name)
        or _to_head(doc, name)
        or _facility(doc, name)
        or _peninsula(doc, name)
        or _second_half(doc, name)
        or _model(doc, name)
        or name.end
    )


def _behind_particle(doc: Doc, name: Name) -> int:
    """The end of "Ursula von der Leyen", "Folha do Norte" behind their particles; 0 where there are none."""
    at = name.end
    while at < len(doc) and at - name.end < 3 and doc[at].is_lower and doc[at].lower_ in lexicon.NAME_PARTICLES:
        at += 1
    if at > name.end and at < len(doc) and doc[at].text == "-" and not doc[at - 1].whitespace_:
        at += 1
    if at == name.end or at >= len(doc) or not _is_proper(doc[at]) or lexicon.listed_label(name.key):
        return 0
    if doc[at].ent_type_ == "PERSON" or lexicon.gender_of_given(name.key[0]):
        name.label = "PERSON"
    first = at
    while at < len(doc) and at - first < 3 and _is_proper(doc[at]) and doc[at].ent_type_ == doc[first].ent_type_:
        at += 1
    return at


def _to_head(doc: Doc, name: Name) -> int:
    """The end of "Hamid Karzai International Airport" where the span ends with the man; 0 where nothing follows."""
    at = name.end
    while at < len(doc) and at - name.end < REACH and _is_proper(doc[at]) and not doc[at].is_sent_start:
        at += 1
    while at > name.end and not _is_kind(doc[at - 1]):
        at -= 1
    if at == name.end or (name.end - name.start == 1 and lexicon.listed_label(name.key) and at - name.end > 1):
        return 0
    if lexicon.key_of(doc[name.end : at].text) in lexicon.known_bodies():
        return 0
    legal = doc[at - 1].lower_.rstrip(".") in lexicon.SUFFIXES
    if at - name.end > 1 and (
        (_is_kind(doc[name.end - 1]) and not legal) or lexicon.gender_of_given(doc[name.end].text)
    ):
        return 0
    if doc[name.end - 1].dep_ != "compound" or name.label == "NORP" or not doc[at - 1].is_ancestor(doc[name.end - 1]):
        return 0
    name.label = "FAC" if doc[at - 1].lower_ in lexicon.FACILITIES else "ORG"
    name.title = ""
    return at


def _is_kind(token: Token) -> bool:
    """True for a capitalised word for a kind of body or building, that names end with."""
    word = token.lower_.rstrip(".")
    return word in lexicon.BODY_HEADS or word in lexicon.FACILITIES or word in lexicon.SUFFIXES


def _facility(doc: Doc, name: Name) -> int:
    """The end of "Kilinto prison", "Ofer military prison"; 0 where no building follows."""
    the = name.start > 0 and doc[name.start - 1].lower_ == "the" and not name.title
    if (
        not (name.label in ("FAC", "GPE", "LOC", "ORG") or (the and name.label == "PERSON"))
        or len(name.key) > 3
        or lexicon.listed_label(name.key)
    ):
        return 0
    if (name.start and doc[name.start - 1].lower_ in ("a", "an", "another")) or name.key[0] in lexicon.AREAS:
        return 0
    last = doc[name.end - 1]
    head = last.head
    if (
        last.dep_ not in ("compound", "amod")
        or not 0 <= head.i - name.end < 2
        or head.tag_ != "NN"
        or not head.is_lower
    ):
        return 0
    between = doc[name.end] if head.i > name.end else None
    if between is None:
        built = head.lower_ in lexicon.BUILT
    else:
        joined = between.pos_ in ("NOUN", "ADJ") and between.head.i in (head.i, last.i)
        built = joined and (head.lower_ in lexicon.BUILT or (name.label != "GPE" and head.lower_ in _WORKS))
    if not built:
        return 0
    name.label = "FAC"
    return int(head.i) + 1


def _peninsula(doc: Doc, name: Name) -> int:
    """The end of "Korean peninsula", whose first word alone is a people; 0 where none follows."""
    if doc[name.end].text != "peninsula" or name.label not in ("NORP", "GPE", "LOC") or len(name.key) > 1:
        return 0
    name.label = "LOC"
    return name.end + 1


_WORKS = frozenset({"station", "plant"})
"""Works that a name takes in with what they make: "Zarafod hydropower station"."""


def _second_half(doc: Doc, name: Name) -> int:
    """The end of "Tanjung Labu" where the span holds the first word alone; 0 where nothing follows."""
    if name.end - name.start > 1 or lexicon.listed_label(name.key):
        return 0
    last, after = doc[name.end - 1], doc[name.end]
    word = after.lower_.rstrip(".")
    if after.ent_type_ in LABELS or not _is_proper(after):
        return 0
    if word in lexicon.TITLES or word in lexicon.OFFICES or word in lexicon.CALENDAR:
        return 0
    return name.end + 1 if last.dep_ == "compound" and last.head == after and after.text.istitle() else 0


def _model(doc: Doc, name: Name) -> int:
    """The end of "Boeing 737-800", "Long March 4C"; 0 where no model's number follows, or it counts what comes next."""
    after = doc[name.end]
    if name.label in ("ORG", "PRODUCT") and after.text.isdigit() and _glued(doc, name.end):
        name.label = "PRODUCT"
        return name.end + 3
    if after.text.isdigit() and 1 < len(after.text) < 5 and _is_numbered(doc, name):
        name.label = "PRODUCT"
        return name.end + 1
    if name.label not in ("ORG", "PRODUCT") or not _MODEL.fullmatch(after.text) or after.text.isdigit():
        return 0
    name.label = "PRODUCT"
    return name.end + 1


def _is_numbered(doc: Doc, name: Name) -> bool:
    """True for "the Boreal 900" with nothing behind that the number would count."""
    if not name.start or doc[name.start - 1].lower_ != "the" or name.label not in ("ORG", "PRODUCT", "GPE", "LOC"):
        return False
    after = doc[name.end + 1] if name.end + 1 < len(doc) else None
    ends = after is None or after.is_punct or after.pos_ in ("VERB", "AUX", "ADP") or kind_of(after) == "PRODUCT"
    return len(name.key) < 3 and ends and not lexicon.listed_label(name.key) and not lexicon.is_body_word(name.key[-1])


def _glued(doc: Doc, at: int) -> bool:
    """True for "737-800": two numbers of three figures about a hyphen."""
    if at + 2 >= len(doc) or doc[at + 1].text != "-" or doc[at].whitespace_ or doc[at + 1].whitespace_:
        return False
    return len(doc[at]) > 2 and doc[at + 2].text.isdigit() and len(doc[at + 2]) > 2


def _is_proper(token: Token) -> bool:
    return token.tag_ in ("NNP", "NNPS") and bool(token.text[0].isupper())


def take_in_offshoot(doc: Doc, name: Name) -> None:
    """Make "Harlan" in "the Harlan family trust" or "the Harlan estate" that, which is not Harlan."""
    end = name.end
    if len(name.key) > 3 or lexicon.listed_label(name.key) or lexicon.stands_alone(name.key):
        return
    while end < len(doc) and end - name.end < 2 and doc[end].lower_ in lexicon.OFFSHOOTS and doc[end].tag_ == "NN":
        end += 1
    if end > name.end:
        name.end, name.label, name.title = end, "ORG", ""
        name.key = lexicon.key_of(doc[name.start : name.end].text)


def take_in_partner(doc: Doc, name: Name) -> None:
    """Begin "Bakers' and Food Trades Union" with the bakers, whom the recogniser left out."""
    at = name.start
    if at < 4 or doc[at - 1].lower_ != "and" or doc[at - 2].text not in ("'", "’", "'s", "’s"):
        return
    first = doc[at - 3]
    if name.key[-1] in lexicon.BODY_HEADS and _is_proper(first) and doc[at - 4].lower_ == "the":
        name.start, name.label = first.i, "ORG"
        name.key = lexicon.key_of(doc[name.start : name.end].text)


def take_in_given_names(doc: Doc, name: Name) -> None:
    """Begin with the given name that the span left out: "Nimal" before "Siripala de Silva"."""
    start = name.start
    if name.label != "PERSON" or name.title or start == 0 or doc[start].is_sent_start:
        return
    before = doc[start - 1]
    word = before.lower_.rstrip(".")
    plain = before.text.isalpha() and before.text.istitle() and not before.ent_type_ and before.tag_ == "NNP"
    if not plain or word in lexicon.TITLES or word.rstrip("s") in lexicon.OFFICES or word in lexicon.CALENDAR:
        return
    if lexicon.gender_of_given(doc[start].text) or (opens(before) and not lexicon.gender_of_given(before.text)):
        return
    if before.dep_ != "compound" or before.head.i < start or before.head.i >= name.end or (word,) in lexicon.demonyms():
        return
    if lexicon.is_body_word(word) or lexicon.listed_label((word,)):
        return
    name.start = start - 1
    name.key = lexicon.key_of(doc[name.start : name.end].text)
