"""What shows that two numbers of two passages are of one thing, and that they cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.alignment.slots import Slot, fact_at, slot_of, slots_alike
from briefing.compare.amounts import Amount
from briefing.compare.claims.case import Case, Verdict
from briefing.compare.kept import kept
from briefing.compare.kinds import kinds_of
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span

SLOT_APART = 0.6
"""Numbers that differ do so of one thing only where their slots are this much alike."""
CONFLICT_SCORE = 0.3
_OPEN = frozenset({"planned", "hedged", "conditional"})
_PEOPLE = listed("persons")
_ANOTHER = listed("another")
_ANYBODY = listed("anybody")
_MEASURES = listed("measures")
_LOOSELY = frozenset({"a", "an", "the", "about", "around", "some", "nearly", "almost", "only", "just"})
_ALIKE = 0.6
_WIDEST = 5.0
"""Numbers further apart than this times are hardly of one thing."""
_NO = re.compile(r"\b[Nn]o (?:\w+ )?(\w+)")
_SHIFT = re.compile(r"\s*(?:later|earlier|ago|before|after|old|previously|from now|hence|apart|ahead|late|early)\b")
_AGE = "year of age"
"""Ages differ from person to person; that they are one person's is not told by the words around them."""


class Number(NamedTuple):
    """A number with the words that govern it."""

    amount: Amount
    slot: Slot


def comparable(a: Amount, b: Amount) -> bool:
    """True where two numbers measure one kind of thing; people are one kind by whatever noun they are counted."""
    if a.dimension == b.dimension:
        return True
    kinds = [x.dimension.partition(" ") for x in (a, b)]
    if all(kind == "count" for kind, _, _ in kinds):
        return all(noun in _PEOPLE for _, _, noun in kinds)
    return {kind for kind, _, _ in kinds} <= {"count", ""}


def none_and_some(case: Case) -> Iterator[Verdict]:
    """``No accidents have been reported`` against ``two accidents``."""
    if case.aligned.score < CONFLICT_SCORE:
        return
    for first, passage, other in ((True, case.a, case.b), (False, case.b, case.a)):
        if not other.amounts:
            continue
        reading = case.ours if first else case.theirs
        for span, lemmas in _nones(reading, passage):
            for amount in other.amounts:
                kind, _, noun = amount.dimension.partition(" ")
                if kind == "count" and noun in lemmas and amount.value >= 1 and not of_others(case.theirs, amount):
                    told = ((span, "0"), (amount.span, amount.said))
                    values = case.values(*(told if first else told[::-1]))
                    why = f"“{reading.text(span)}” against {amount.said}."
                    fact = fact_at(passage.facts, span), fact_at(other.facts, amount.span)
                    if fact[0] is None or fact[1] is None or {fact[0].status, fact[1].status} & _OPEN:
                        continue
                    if case.later is first and case.later is not None:
                        yield Verdict("update", "number", "later number", why, values, weight=1.8, issue="number")
                    else:
                        yield Verdict("conflict", "number", "none and some", why, values, weight=1.9, issue="number")


@kept
def _nones(reading: Reading, passage: Passage) -> list[tuple[Span, set[str]]]:
    """Where a passage says "no" of things, and the lemmas of these."""
    found: list[tuple[Span, set[str]]] = []
    for match in _NO.finditer(reading.text(passage.span)):
        start = passage.span.start
        inside = reading.tokens((start + match.start(1), start + match.end(1)))
        lemmas = {reading.findings.tokens[i].lemma for i in inside}
        found.append((Span(start + match.start(), start + match.end()), lemmas))
    return found


def disputed(case: Case) -> bool:
    """True where the passages have numbers of one thing that are not the same: they do not say the same."""
    if not case.a.amounts or not case.b.amounts:
        return False
    ours = [Number(x, slot_of(case.ours, x.span)) for x in case.a.amounts]
    theirs = [Number(x, slot_of(case.theirs, x.span)) for x in case.b.amounts]
    rivals = [(i, j) for i, x in enumerate(ours) for j, y in enumerate(theirs) if _rival(case, x, y)]
    same = {(i, j) for i, x in enumerate(ours) for j, y in enumerate(theirs) if x.amount.near(y.amount)}
    return any(not any(i == k or j == m for k, m in same) for i, j in rivals)


def able(reading: Reading, fact: Fact) -> bool:
    """True for what may be rather than is: "certified to carry 150", "can hold 150", "built for 150"."""
    tokens, at = reading.findings.tokens, reading.tokens(fact.predicate.span)
    before = tokens[at[0] - 1].lemma if at and at[0] > 0 else ""
    return (before == "to" and fact.status != "planned") or before in ("can", "could", "may", "might")


def measured(case: Case, a: Number, b: Number) -> float:
    """How alike the things are that two numbers count or measure, units left out.

    What is counted stands beside its number; of what is weighed or paid, it may be anything that takes part.
    """
    ours, theirs = _things(a), _things(b)
    alike = max((case.lexicon.alike(x, y) for x in ours for y in theirs), default=0.0)
    if _of_people(a.amount) and _of_people(b.amount):
        vague = {x.amount.dimension.partition(" ")[2] for x in (a, b)} & _ANYBODY
        return max(alike, _ALIKE if vague else 0.0)
    return alike


def _things(number: Number) -> list[Word]:
    nouns = [word for word in number.slot.nouns if word.lemma not in _MEASURES]
    if number.amount.dimension.partition(" ")[0] in ("count", "share", ""):
        return nouns[:2]
    return nouns + [w for w in number.slot.around if w.pos in ("NOUN", "PROPN") and w.lemma not in _MEASURES]


def _of_people(amount: Amount) -> bool:
    kind, _, noun = amount.dimension.partition(" ")
    return kind == "count" and noun in _PEOPLE


def shifted(reading: Reading, amount: Amount) -> bool:
    """True for "two days later", "three weeks ago": how far off something was, not how long it lasted."""
    return _SHIFT.match(reading.article.text, amount.span.end) is not None


@kept
def of_others(reading: Reading, amount: Amount) -> bool:
    """True for a count of others, or of a part: "22 other defendants", "23 of the defendants, including"."""
    around = reading.article.text[max(0, amount.span.start - 10) : amount.span.end + 16].casefold()
    around = around.replace("more than", "")
    return any(word in _ANOTHER for word in around.split()) or " of the " in around or " of them" in around


@kept
def led_by(reading: Reading, amount: Amount) -> str:
    """``from`` and ``by`` where they lead a number in: where a change begins, or how great it is, not where it ends.

    "Used by seven million people" tells of those who do it, no change.
    """
    before = reading.article.text[max(0, amount.span.start - 14) : amount.span.start].casefold().split()
    last = next((word for word in reversed(before) if word not in _LOOSELY), "")
    if last == "by" and amount.change is None and "person" in kinds_of(amount.dimension.partition(" ")[2]):
        return ""
    return last if last in ("from", "by") else ""


def _rival(case: Case, one: Number, other: Number) -> bool:
    a, b = one.amount, other.amount
    if a.unit == _AGE or led_by(case.ours, a) != led_by(case.theirs, b):
        return False
    if of_others(case.ours, a) or of_others(case.theirs, b):
        return False
    if not comparable(a, b) or a.dimension == "" or a.meets(b) or a.near(b) or {a.change, b.change} == {"up", "down"}:
        return False
    ratio = max(a.value, b.value) / max(1e-9, min(a.value, b.value))
    if ratio > _WIDEST:
        return False
    if a.dimension == "duration":
        return not (shifted(case.ours, a) or shifted(case.theirs, b))
    return slots_alike(one.slot, other.slot, case.lexicon) >= SLOT_APART or measured(case, one, other) >= _ALIKE
