"""How exact an amount is, by the words before it and behind it: "nearly", "at least", "or more"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from briefing.model import Bound
from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.amounts import Amount
from briefing.nlp.quantities.units import cues, unit_at

_PREPOSITIONS = frozenset({"over", "above", "below", "under"})
_PAST_A_NOUN = frozenset({"or more", "or so", "or fewer", "or less", "or thereabouts", "at most", "at least"})
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "other", "another", "some"})
_TURNS = frozenset({"turn", "turns", "turned", "turning"})
_ADVERBS = frozenset({"already", "now", "far", "way", "even", "still", "only", "just"})


@cache
def _last_words() -> tuple[frozenset[str], int]:
    """The words with which a phrase before a number can end, and how many words the longest has."""
    phrases = [phrase.replace("sub-", "sub -").split() for phrase in cues()["bounds"]["before"]]
    return frozenset(words[-1] for words in phrases), max(map(len, phrases))


def bounded(lexemes: Sequence[Lexeme], amount: Amount) -> Amount:
    """The amount with the words before or behind it that say how exact it is."""
    found = _before(lexemes, amount)
    return found if found.bound in "<>" else _behind(lexemes, found)


def _before(lexemes: Sequence[Lexeme], amount: Amount) -> Amount:
    ends, longest = _last_words()
    if not amount.first or lexemes[amount.first - 1].lower not in ends:
        return amount
    phrases: dict[str, Bound] = cues()["bounds"]["before"]
    for count in range(min(longest, amount.first), 0, -1):
        first = amount.first - count
        phrase = " ".join(lexeme.lower for lexeme in lexemes[first : amount.first]).replace("sub -", "sub-")
        if phrase == "around" and first and lexemes[first - 1].lower in _TURNS:
            continue
        if phrase in phrases and not (phrase in _PREPOSITIONS and _is_place(lexemes, first, amount)):
            return replace(amount, first=first, bound=phrases[phrase])
    return amount


def _behind(lexemes: Sequence[Lexeme], amount: Amount) -> Amount:
    after: dict[str, Bound] = cues()["bounds"]["after"]
    at = amount.last + 1
    for count in range(min(3, len(lexemes) - at), 0, -1):
        phrase = " ".join(lexeme.lower for lexeme in lexemes[at : at + count])
        if (
            phrase in after
            and not (phrase == "plus" and not _closes(lexemes, amount))
            and not _number(lexemes, at + count)
        ):
            return replace(amount, last=amount.last + count, bound=after[phrase])
    if amount.unit is None and at + 2 < len(lexemes) and lexemes[at].kind == "word":
        phrase = " ".join(lexeme.lower for lexeme in lexemes[at + 1 : at + 3])
        if phrase in _PAST_A_NOUN and not _number(lexemes, at + 3):
            return replace(amount, bound=after[phrase])
    return amount


def _closes(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Whether a "plus" is the amount's own: "30 plus people", not "£250 plus costs"."""
    after = lexemes[amount.last + 2] if amount.last + 2 < len(lexemes) else None
    if after is None or after.kind == "symbol":
        return True
    return amount.unit is None and after.kind == "word" and after.lower not in _ARTICLES


def _number(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether the words belong to the next number: "12 dead, at least 40 hurt"."""
    return at < len(lexemes) and lexemes[at].kind == "number"


def _is_place(lexemes: Sequence[Lexeme], first: int, amount: Amount) -> bool:
    """As in "2 ppb below 15 ppb", "fell out over 1 paper": a preposition of its own, not a bound."""
    if not first:
        return False
    before = lexemes[first - 1]
    if before.lower in ("in", "flew", "spread", "points", "point") or before.kind == "number":
        return True
    if lexemes[amount.number].lower in ("one", "1"):
        return before.lower not in _ADVERBS
    return unit_at(lexemes, first - 1) is not None
