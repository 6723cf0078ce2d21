"""What a number measures: the kind of thing, the nouns it hangs on, the acts above it, the words beside it."""

from __future__ import annotations

import datetime as dt
import functools
import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.alignment.facts import EMPTY, SAYING, nominal, predicates_alike
from briefing.compare.alignment.slots import fact_at, slot_of
from briefing.compare.amounts import Amount
from briefing.compare.claims.tolls import fate_of
from briefing.compare.kept import kept
from briefing.compare.kinds import kinds_of
from briefing.compare.lexicon import Lexicon, Word, listed
from briefing.compare.periods import Period
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span

_MEASURES = listed("measures")
_AGE = "year of age"
SAME_NOUN = 0.6
"""Nouns, or predicates, this much alike are of one thing."""
_NO_NOUN = ("other", "times")
"""What stands where a count does not say of what."""
_ENDLESS = 600
"""Code points of what is no sentence: captions and headlines strung together."""
_NEAR_WORDS = 9
"""Words on either side of a number that say what it is about, within its sentence."""
_SINCE = re.compile(r"\b(?:since|until|till|after|before|from)\s+(?:early |late |mid-|the )?$", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_ANOTHER = listed("another") | {"others"}
FAR = 3.0
"""How far apart two numbers are counted at most, as a logarithm."""
_OLD = dt.timedelta(days=45)
"""What is dated this long before the report is another matter."""
_OF = re.compile(
    r"^\s*(?:[a-z-]+\s+){0,3}(?:of|in|out of|from)\s+"
    r"(?:(?:the|its|his|her|their|those|these|all|about|some|more than|a total of)\s+)*$",
    re.IGNORECASE,
)
"""What stands between a part and its whole: "three of the 23", "14 jets out of 70"."""


Kind = tuple[str, str | None, str]
"""The dimension of a number, which way it changes, and the fate of whom it counts."""


class Measured(NamedTuple):
    """A number of one report with what shows its question.

    Attributes:
        reading, passage, amount: Where it stands.
        fact: The narrowest clause around it.
        kinds: Kinds of what is counted ("person", "ship"), or the measure's dimension.
        noun: What is counted; None for measures and bare numbers.
        things: Nouns that the number hangs on.
        acts: Lemmas of the predicates above it.
        words: Content words near it.
        fate: ``dead``, ``hurt``, ``missing`` ... of whom it counts; empty of others.
    """

    reading: Reading
    passage: Passage
    amount: Amount
    fact: Fact | None
    kinds: frozenset[str]
    noun: Word | None
    things: tuple[Word, ...]
    acts: tuple[str, ...]
    words: frozenset[Word]
    fate: str


def measured(reading: Reading) -> Iterator[Measured]:
    """All numbers of a report that measure or count something."""
    for passage in reading.passages:
        if passage.span.length >= _ENDLESS:
            continue
        for amount in passage.amounts:
            dimension, _, noun = amount.dimension.partition(" ")
            if noun == _AGE:
                continue
            counted = dimension == "count" and noun not in _NO_NOUN
            slot = slot_of(reading, amount.span)
            fact = fact_at(passage.facts, amount.span)
            yield Measured(
                reading,
                passage,
                amount,
                fact,
                kinds_of(noun) if counted else frozenset(),
                Word(noun, "NOUN") if counted else None,
                tuple(
                    w for w in (*slot.nouns, *slot.around) if w.pos in ("NOUN", "PROPN") and w.lemma not in _MEASURES
                )[:5],
                tuple(dict.fromkeys(_acts(passage, fact, slot.predicate))),
                frozenset(_near(reading, passage, amount.span)),
                fate_of(reading, passage, amount) or "",
            )


def _acts(passage: Passage, fact: Fact | None, predicate: str) -> Iterator[str]:
    if fact is not None and fact.predicate.lemma not in SAYING:
        yield fact.predicate.lemma
        for other in passage.facts:
            if nominal(other) and fact.span.contains(other.span):
                yield other.predicate.lemma
    if predicate and predicate not in SAYING:
        yield predicate


def _near(reading: Reading, passage: Passage, span: Span) -> Iterator[Word]:
    tokens, inside = reading.findings.tokens, reading.tokens(span)
    low = max(passage.first, (inside.start if inside else passage.first) - _NEAR_WORDS)
    high = min(passage.last, (inside.stop if inside else passage.first) + _NEAR_WORDS)
    known = set(passage.words)
    for k in range(low, high):
        word = Word(tokens[k].lemma, tokens[k].pos)
        if k not in inside and word in known and word.lemma not in _MEASURES:
            yield word


def nouns_alike(a: Word, b: Word, lexicon: Lexicon) -> float:
    """Likeness of what two numbers count; "polling unit" and "polling station" are of one make."""
    alike = lexicon.alike(a, b)
    (make, _, head), (other, _, its) = a.lemma.rpartition(" "), b.lemma.rpartition(" ")
    if make and other:
        alike = max(alike, 0.84 if make == other else 0.0)
    elif make or other:
        alike = max(alike, 0.9 * lexicon.alike(Word(head, "NOUN"), Word(its, "NOUN")))
    return alike


def kind_of(one: Measured) -> Kind:
    """All of a number that :func:`kinds_meet` asks for: a story has few kinds, and each is met by all others."""
    return one.amount.dimension, one.amount.change, one.fate


@functools.lru_cache(maxsize=65536)
def kinds_meet(a: Kind, b: Kind, lexicon: Lexicon) -> bool:
    """True where numbers of two kinds can be set against each other at all."""
    (dimension, change, fate), (other, its_change, its_fate) = a, b
    if (change is None) != (its_change is None) and dimension != "share":
        return False
    if {change, its_change} == {"up", "down"}:
        return False
    if dimension == other:
        return dimension != ""
    (ours, _, noun), (theirs, _, its_noun) = dimension.partition(" "), other.partition(" ")
    if ours == theirs == "count":
        if fate and fate == its_fate:
            return True
        if noun in _NO_NOUN or its_noun in _NO_NOUN:
            return True
        alike = nouns_alike(Word(noun, "NOUN"), Word(its_noun, "NOUN"), lexicon)
        return bool(kinds_of(noun) & kinds_of(its_noun)) or alike >= SAME_NOUN
    return {ours, theirs} == {"count", ""}


def further(one: Measured) -> bool:
    """True of a number of others: "four more flights", "three others"."""
    text, span = one.reading.article.text, one.amount.span
    around = f"{text[max(0, span.start - 9) : span.start]} {text[span.end : span.end + 9]}".replace("more than", "")
    return any(word in _ANOTHER for word in _WORD.findall(around.casefold()))


def far(a: Amount, b: Amount) -> float:
    """How far apart two numbers are, as the logarithm of their ratio."""
    less, more = sorted((abs(a.value), abs(b.value)))
    return math.log(more / less) if less > 0 else FAR


def whole(one: Measured) -> bool:
    """True of the second number of "three of the five"."""
    text, amounts = one.reading.article.text, one.passage.amounts
    return any(
        0 <= one.amount.span.start - x.span.end < 40
        and 0 < x.value < one.amount.value
        and _OF.match(text[x.span.end : one.amount.span.start]) is not None
        for x in amounts
    )


def standing(one: Measured, statuses: frozenset[str]) -> bool:
    """True where the clause around a number has one of these standings."""
    return one.fact is not None and one.fact.status in statuses


def firm(amount: Amount) -> bool:
    """True for a number that is no bound."""
    return math.isfinite(amount.low) and math.isfinite(amount.high)


def told_of_old(one: Measured) -> bool:
    """True where its sentence tells of a time long before the report."""
    return _tells_of_old(one.reading, one.passage)


@kept
def _tells_of_old(reading: Reading, passage: Passage) -> bool:
    text = reading.article.text
    return any(
        long_ago(reading, p) and not _SINCE.search(text[max(0, p.span.start - 16) : p.span.start])
        for p in passage.periods
    )


def long_ago(reading: Reading, period: Period) -> bool:
    """True for a time long before the report."""
    day = reading.day
    return day is not None and not period.yearless and period.end < dt.datetime.combine(day, dt.time()) - _OLD


@functools.lru_cache(maxsize=65536)
def acts_alike(a: str, b: str, lexicon: Lexicon) -> float:
    """Likeness of two predicates; those that say nothing are not alike by their lemma."""
    if a in EMPTY and b in EMPTY:
        return 0.3
    return predicates_alike(a, b, lexicon)
