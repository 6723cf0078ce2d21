"""What an apposition says of somebody or something: "Lukashenka, the president", "the president, Lukashenka"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.facts.lexicon import Lexicon

_NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP", "EVENT", "WORK_OF_ART"})
_MEASURED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_NO_NAMES = _MEASURED | {"NORP"}
_SET_OFF = frozenset(",-–—")
_KNOWN = frozenset({"det", "poss"})
_MODIFIERS = frozenset({"amod", "compound", "prep"})


def described(apposition: Token, words: Lexicon) -> tuple[Token, Token] | None:
    """The description and the name of an apposition; None where it is no pair of the two.

    Args:
        apposition: The word whose relation is ``appos``.
        words: The lexicon.
    """
    head = apposition.head
    if not _set_off(apposition):
        return None
    for description, name in ((apposition, head), (head, apposition)):
        if _is_name(name) and _describes(description, words):
            return description, name
    return None


def _set_off(apposition: Token) -> bool:
    """Whether a comma or dash parts it from what it stands beside; brackets hold acronyms and ages."""
    first = apposition.left_edge.i
    return first > 0 and apposition.doc[first - 1].text in _SET_OFF


def _is_name(token: Token) -> bool:
    if token.pos_ != "PROPN" or token.ent_type_ in _NO_NAMES:
        return False
    return not any(child.lower_ in {"a", "an"} for child in token.lefts)


def _describes(token: Token, words: Lexicon) -> bool:
    """Whether a noun says who or what something is: "the president", "a city of two million", "secretary general"."""
    relations = {child.dep_ for child in token.children}
    if token.tag_ == "NN":
        known = bool(relations & _KNOWN) or (words.acts(token.lemma_.lower()) and bool(relations & _MODIFIERS))
        return known and token.ent_type_ not in _NAMED | _MEASURED
    return token.tag_ == "NNP" and words.acts(token.lower_) and bool(relations & {"det", "prep"})
