"""Numbers with a unit that are no quantity: "five years ago", "a three-year plan", codes, "one day" for some time."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.amounts import Amount
from briefing.nlp.quantities.units import HYPHENS, cues

_MOST_STEPS = 4
_LARGEST_MODEL = 100
_TO_NOUN = frozenset({"nummod", "compound", "amod", "nmod", "npadvmod", "quantmod", "punct", "advmod", "dep"})


def is_no_measure(lexemes: Sequence[Lexeme], amount: Amount, token: Token) -> bool:
    """Whether a number with a unit is no quantity after all: a time's length, a code, "one day" for some time."""
    if amount.unit is None:
        return _is_manner(lexemes, amount)
    if amount.high == 1 and amount.first and lexemes[amount.first - 1].lower == "not":
        return True  # "Not one crown was paid."
    return (
        _is_adjective(lexemes, amount, token)
        or _is_code(lexemes, amount)
        or _is_some_day(lexemes, amount)
        or _is_ago(lexemes, amount)
        or _is_model(lexemes, amount, token)
    )


def _is_manner(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "a four-way race", "one-sided", "9-to-5": how a thing is, and no count."""
    words = lexemes[amount.last + 1 : amount.last + 3]
    if len(words) == 2 and [word.lower for word in words] == ["-", "to"] and not words[1].spaced:
        return not isinstance(amount.value, tuple)
    return len(words) == 2 and words[0].text in HYPHENS and words[1].lower in cues()["words"]["manners"]


def _is_adjective(lexemes: Sequence[Lexeme], amount: Amount, token: Token) -> bool:
    """As in "a three-year plan": of what kind it is, told among the times; "a 16-month trial" lasted 16 months."""
    if amount.unit is None or not amount.unit.time or amount.last == amount.number:
        return False
    return lexemes[amount.number + 1].text in HYPHENS and not _lasts(token)


def _lasts(token: Token) -> bool:
    """Whether the noun behind a length is of something that goes on for it: "sentence", "strike", "journey"."""
    at = token
    for _ in range(_MOST_STEPS):
        if at.head.i <= at.i or at.dep_ not in _TO_NOUN:
            break
        at = at.head
    return at.i > token.i and at.pos_ == "NOUN" and at.lemma_.lower() in cues()["words"]["lasting"]


def _is_ago(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "five years ago": when it was, told among the times."""
    after = lexemes[amount.last + 1].lower if amount.last + 1 < len(lexemes) else ""
    return amount.unit is not None and amount.unit.time and after == "ago"


def _is_code(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "scp173m", "SCP-173m": what looks like a measure is the end of a code."""
    first = amount.first
    if not first or lexemes[first].spaced or not lexemes[first].figures:
        return False
    before = lexemes[first - 1]
    if before.kind == "word":
        return True
    if before.text not in HYPHENS or first < 2 or before.spaced:
        return False
    return lexemes[first - 2].text.isupper() and len(lexemes[first - 2].text) > 1


def _is_model(lexemes: Sequence[Lexeme], amount: Amount, token: Token) -> bool:
    """As in "a Long March 4C rocket": a figure and a letter at the end of a name, before what bears it."""
    if amount.unit is None or amount.first != amount.number or not amount.first or amount.high >= _LARGEST_MODEL:
        return False
    if len(lexemes[amount.last].text) != 1 or not lexemes[amount.first].spaced or token.i < 1:
        return False
    before = token.nbor(-1)
    at = token.nbor(1) if token.i + 1 < len(token.doc) and not token.text[-1].isalpha() else token
    behind = at.nbor(1) if at.i + 1 < len(at.doc) else at
    return before.pos_ == "PROPN" and behind.tag_ == "NN" and behind.text.islower()


def _is_some_day(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "One day it will end": no length of time."""
    words = cues()["words"]
    if amount.unit is None or amount.unit.name != "day" or lexemes[amount.number].lower != "one":
        return False
    before = lexemes[amount.first - 1].lower if amount.first else "."
    after = lexemes[amount.last + 1].lower if amount.last + 1 < len(lexemes) else "."
    return before in (".", ",", "“", '"', "that", "could", "would", "will", "may", "might", "and", "hopes", "to") and (
        after not in words["lengths_behind"] and after[0].isalpha()
    )
