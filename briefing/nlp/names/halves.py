"""Names that were found in two halves, put together: "Adhanom" and "Gebre", "Zanu" and "PF"."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from briefing.nlp.names import lexicon
from briefing.nlp.names.spans import Name


def put_together(doc: Doc, names: list[Name]) -> list[Name]:
    """Make one name of the halves of a person's that were found apart: "Adhanom" and "Gebre"."""
    whole: list[Name] = []
    parts = Counter(word for name in names for word in name.key)
    for name in names:
        near = whole and whole[-1].end == name.start
        if whole and _are_one_body(doc, whole[-1], name, parts):
            first = whole[-1]
            first.end, first.label, first.title = name.end, "ORG", ""
            first.key = lexicon.key_of(doc[first.start : first.end].text)
        elif near and _are_halves(doc, whole[-1], name) and _is_new(whole[-1], name, parts):
            first = whole[-1]
            first.end, first.label = name.end, "PERSON"
            first.key = lexicon.key_of(doc[first.start : first.end].text)
        else:
            whole.append(name)
    return whole


def _are_one_body(doc: Doc, one: Name, other: Name, parts: Counter[str]) -> bool:
    """True for "Zanu" and "PF", "Vodacom" and "Tanzania", "Pheu" and "Thai" before "party", found apart."""
    if one.end + 1 == other.start:
        dash = doc[one.end]
        if dash.lower_ in _JOINING:
            return one.label == other.label == "ORG" and not _is_listed(one, other)
        if dash.text != "-" or dash.whitespace_ or doc[one.end - 1].whitespace_:
            return False
        short = len(other.key) == 1 and doc[other.start].text.isupper() and len(other.key[0]) < _LONGEST_LETTERS
        return short and len(one.key) == 1 and parts[one.key[0]] == parts[other.key[0]] and not _is_listed(one, other)
    if one.end != other.start or doc[other.start].is_sent_start or one.title or other.title:
        return False
    last = doc[other.end - 1]
    if other.label == "NORP":
        return other.end < len(doc) and doc[other.end].text == "party" and not lexicon.listed_label(one.key)
    if one.label != "ORG" or other.label != "GPE" or not lexicon.state_named(other.key) or _is_listed(one):
        return False
    modifies = last.dep_ in ("compound", "nmod", "amod", "poss") and last.head.i > last.i
    return not modifies and lexicon.key_of(one.text(doc)) not in lexicon.known_bodies()


_JOINING = frozenset({"de", "des", "del", "della", "do", "da", "das", "dos", "du", "di"})
"""Small words within the names of bodies abroad: "Bourse Régionale des Valeurs Mobilières"."""
_LONGEST_LETTERS = 5


def _is_listed(*names: Name) -> bool:
    return any(lexicon.listed_label(name.key) for name in names)


def _is_new(one: Name, other: Name, parts: Counter[str]) -> bool:
    """False for "Understated Perez", where Perez is known without it, and for a first half that is no given name.

    A second half of several words may come again without its first: "San Suu Kyi", "Suu Kyi".
    """
    given = one.rule != "capitals" or parts[one.key[-1]] > 1 or lexicon.gender_of_given(one.key[0])
    return bool(given) and parts[other.key[-1]] <= 1 + (other.rule == "capitals" and len(other.key) > 1)


def _goes_on(doc: Doc, one: Name, other: Name) -> bool:
    """True for "Abdel Moneim" and "Abdel Maqsud" where the parser has one name; a new given name begins another."""
    if one.label != "PERSON" or other.label != "PERSON" or one.key == other.key or len(one.key) + len(other.key) > 5:
        return False
    if other.key[0] != one.key[0] and lexicon.gender_of_given(other.key[0]):
        return False
    last = doc[one.end - 1]
    return last.dep_ == "compound" and other.start <= last.head.i < other.end


def _are_halves(doc: Doc, one: Name, other: Name) -> bool:
    """True for words without a sign between them that no list knows, where one half at least is a person's."""
    last, first = doc[one.end - 1], doc[other.start]
    if other.title or first.is_sent_start or not first.is_title or len(other.key) > 3:
        return False
    if len(one.key) > 1:
        return _goes_on(doc, one, other)
    found = (one.rule == "capitals", other.rule == "capitals")
    if one.label == "PERSON":
        fits = found[1] or (other.label in ("PERSON", "NORP") and len(other.key) == 1)
    else:
        fits = found[0] and other.label in ("PERSON", "NORP") and len(other.key) == 1
    if not fits or any(lexicon.stands_alone(name.key) or lexicon.listed_label(name.key) for name in (one, other)):
        return False
    if lexicon.is_body_word(other.key[-1]) or lexicon.is_body_word(one.key[0]):
        return False
    return bool(other.start <= last.head.i < other.end or first.head == last)
