"""What a number or date is about: the words that govern it in the parse.

"a $500 million loan to Belarus" and "withheld the last quarter of a $2-billion loan" are set against each other because
both numbers hang on a loan; "142 passengers and 24 crew" must not be set against "two dozen crew" by its first number.
"""

from __future__ import annotations

import dataclasses
import functools

from briefing.compare.alignment.facts import nominal
from briefing.compare.lexicon import Lexicon, Word
from briefing.compare.reading import Reading
from briefing.model import Fact, Span, Token

_HANGING = frozenset({"compound", "amod", "nmod", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "oprd"})
_DEPTH = 7
_NEAR = 6
"""How many words on the whole of "72 percent of the children" may stand."""


@dataclasses.dataclass(frozen=True, eq=False, slots=True)
class Slot:
    """What governs a stretch; each is known by itself, so that looking a pair of them up does not spell them out.

    Attributes:
        nouns: Nouns of the stretch, what it is a share of, and those up to its predicate, nearest first.
        predicate: The verb above them, or empty.
        around: Further words of the predicate's phrase: its subject, objects and their modifiers.
    """

    nouns: tuple[Word, ...]
    predicate: str
    around: tuple[Word, ...]


def slot_of(reading: Reading, span: Span) -> Slot:
    """The words that govern ``span``; kept by the reading."""
    known = reading.slots.get(span)
    if known is None:
        known = reading.slots[span] = _slot(reading, span)
    return known


def _slot(reading: Reading, span: Span) -> Slot:
    tokens = reading.findings.tokens
    inside = reading.tokens(span)
    if not inside:
        return Slot((), "", ())
    at = _top(tokens, inside)
    nouns: list[Word] = [
        Word(tokens[i].lemma, tokens[i].pos) for i in reversed(inside) if tokens[i].pos in ("NOUN", "PROPN")
    ]
    nouns += [
        Word(tokens[i].lemma, tokens[i].pos)
        for i in range(inside[-1] + 1, min(len(tokens), inside[-1] + _NEAR))
        if tokens[i].dep == "pobj" and tokens[tokens[i].head].lemma == "of" and tokens[tokens[i].head].head in inside
    ]
    predicate = ""
    for _ in range(_DEPTH):
        token = tokens[at]
        if at not in inside:
            if token.pos in ("VERB", "AUX"):
                predicate = token.lemma
                break
            if token.pos in ("NOUN", "PROPN"):
                nouns.append(Word(token.lemma, token.pos))
        if token.head == at:
            break
        at = token.head
    around = [
        Word(tokens[i].lemma, tokens[i].pos)
        for i in range(max(0, at - 40), min(len(tokens), at + 40))
        if tokens[i].dep in _HANGING and i not in inside and tokens[i].pos in ("NOUN", "ADJ", "VERB")
        and (tokens[i].head == at or tokens[tokens[i].head].head == at)
    ]  # fmt: skip
    return Slot(tuple(nouns), predicate, tuple(around))


def _top(tokens: tuple[Token, ...], inside: range) -> int:
    """The token of a stretch that hangs on something outside it."""
    for i in inside:
        if tokens[i].head not in inside:
            return i
    return inside[-1]


@functools.lru_cache(maxsize=65536)
def slots_alike(a: Slot, b: Slot, lexicon: Lexicon) -> float:
    """How far two stretches hang on the same thing, 0 to 1."""
    alike, others = lexicon.alike, (*b.nouns, *b.around)
    nearest = max([alike(x, y) for x in a.nouns[:2] for y in b.nouns[:2]], default=0.0)
    wider = max([alike(x, y) for x in (*a.nouns, *a.around) for y in others], default=0.0)
    verbs = lexicon.alike(Word(a.predicate, "VERB"), Word(b.predicate, "VERB")) if a.predicate and b.predicate else 0.0
    return max(nearest, 0.6 * wider + 0.4 * verbs)


def fact_at(facts: tuple[Fact, ...], span: Span) -> Fact | None:
    """The narrowest fact of a verb whose clause holds the stretch."""
    start, end = span
    holding = [fact for fact in facts if fact.start <= start and end <= fact.end and not nominal(fact)]
    if len(holding) <= 1:
        return holding[0] if holding else None
    return min(holding, key=lambda fact: (fact.end - fact.start, fact.start))
