"""Numbers of one thing that cannot both hold, and what shows that they are of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.alignment.slots import Slot, fact_at, slot_of, slots_alike
from briefing.compare.amounts import Amount
from briefing.compare.claims.case import Case, Verdict
from briefing.compare.claims.frames import frame
from briefing.compare.kept import kept
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Reading
from briefing.model import Fact, Span

SLOT_APART = 0.6
"""Numbers that differ do so of one thing only where their slots are this much alike."""
CONFLICT_SCORE = 0.3
_ANY = 0.15
_OPEN = frozenset({"planned", "hedged", "conditional"})
_PEOPLE = listed("persons")
_ANOTHER = listed("another")
_ANYBODY = listed("anybody")
_RENEWED = listed("renewed")
_MEASURES = listed("measures")
_LOOSELY = frozenset({"a", "an", "the", "about", "around", "some", "nearly", "almost", "only", "just"})
_ALIKE = 0.6
_WIDEST = 5.0
"""Numbers further apart than this times are hardly of one thing."""
_PLAINLY = 0.6
"""Passages this near are on one matter beyond doubt."""
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
        reading = case.ours if first else case.theirs
        for match in _NO.finditer(reading.text(passage.span)):
            inside = reading.tokens((passage.span.start + match.start(1), passage.span.start + match.end(1)))
            lemmas = {reading.findings.tokens[i].lemma for i in inside}
            for amount in other.amounts:
                kind, _, noun = amount.dimension.partition(" ")
                if kind == "count" and noun in lemmas and amount.value >= 1 and not of_others(case.theirs, amount):
                    span = Span(passage.span.start + match.start(), passage.span.start + match.end())
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


def apart(case: Case, ours: list[Number], theirs: list[Number]) -> Iterator[Verdict]:
    """Numbers of one slot that cannot both hold."""
    if case.aligned.score < _ANY:
        return
    for one in ours:
        rivals = [other for other in theirs if _rival(case, one, other)]
        if len(rivals) != 1 or sum(_rival(case, mine, rivals[0]) for mine in ours) != 1:
            continue
        other = rivals[0]
        a, b = one.amount, other.amount
        values = case.values((a.span, a.said), (b.span, b.said))
        if a.dimension == "duration" and (len(ours) > 1 or len(theirs) > 1) and case.aligned.score < CONFLICT_SCORE:
            continue
        facts = (fact_at(case.a.facts, a.span), fact_at(case.b.facts, b.span))
        if facts[0] is None or facts[1] is None or not _one_frame(case, (facts[0], one), (facts[1], other)):
            continue
        told = (facts[0], facts[1])
        if case.later is not None and renewed(case):
            first, last = (a, b) if case.later else (b, a)
            why = f"{first.said}, then {last.said} in a later report."
            yield Verdict("update", "number", "later number", why, values, told, weight=1.8, issue="number")
            continue
        why = f"{a.said} against {b.said}."
        yield Verdict("conflict", "number", "different numbers", why, values, told, weight=2.0, issue="number")


def disputed(case: Case) -> bool:
    """True where the passages have numbers of one thing that are not the same: they do not say the same."""
    ours = [Number(x, slot_of(case.ours, x.span)) for x in case.a.amounts]
    theirs = [Number(x, slot_of(case.theirs, x.span)) for x in case.b.amounts]
    rivals = [(i, j) for i, x in enumerate(ours) for j, y in enumerate(theirs) if _rival(case, x, y)]
    same = {(i, j) for i, x in enumerate(ours) for j, y in enumerate(theirs) if x.amount.near(y.amount)}
    return any(not any(i == k or j == m for k, m in same) for i, j in rivals)


def renewed(case: Case) -> bool:
    """True where the later report says itself that its number is the newer one."""
    passage, reading = (case.b, case.theirs) if case.later else (case.a, case.ours)
    words = {word.lemma for word in reading.words(passage.span)}
    return bool(words & _RENEWED)


def _one_frame(case: Case, a: tuple[Fact, Number], b: tuple[Fact, Number]) -> bool:
    """True where the facts around two numbers are one: predicate, who takes part and what is measured say so together.

    "The manifest listed 142 passengers" and "the ferry was certified to carry 150 passengers" are two facts.
    """
    if _able(case.ours, a[0]) != _able(case.theirs, b[0]):
        return False
    shared = frame(case, a[0], b[0], (a[1].amount.span, b[1].amount.span))
    if shared.clash or (not shared.stative and (a[0].status in _OPEN) != (b[0].status in _OPEN)):
        return False
    score = case.aligned.score
    told = (
        2.0 * (shared.predicate >= _ALIKE and not shared.stative)
        + 1.0 * (shared.predicate >= _ALIKE and shared.stative)
        + 2.0 * (measured(case, a[1], b[1]) >= _ALIKE)
        + 1.0 * (shared.actors >= _ALIKE)
        + 1.0 * (score >= _PLAINLY)
        + 1.0 * _only(case, a[1], b[1])
    )
    least = 3.0
    if (a[1].amount.dimension == "duration" and shared.predicate < _ALIKE) or (
        shared.predicate < _ALIKE and not shared.stative
    ):
        least = 4.0
    return told >= (least if score >= CONFLICT_SCORE else least + 0.5)


def _only(case: Case, a: Number, b: Number) -> bool:
    """True where each report has one number of the kind alone: the only speed it gives, the only count of medals."""
    kind, _, noun = a.amount.dimension.partition(" ")
    if a.amount.dimension != b.amount.dimension or kind in ("", "share", "money") or noun in _ANYBODY:
        return False
    if kind == "duration":
        return all(_alone(reading, x) for reading, x in ((case.ours, a), (case.theirs, b)))
    return all(
        sum(x.dimension == a.amount.dimension for passage in reading.passages for x in passage.amounts) == 1
        for reading in (case.ours, case.theirs)
    )


def _alone(reading: Reading, number: Number) -> bool:
    """True where no other length of time hangs on the same predicate."""
    others = [x for passage in reading.passages for x in passage.amounts if x.dimension == "duration"]
    return sum(slot_of(reading, x.span).predicate == number.slot.predicate for x in others) == 1


def _able(reading: Reading, fact: Fact) -> bool:
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


def _shifted(reading: Reading, amount: Amount) -> bool:
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
    """``from`` and ``by`` where they lead a number in: where a change begins, or how great it is, not where it ends."""
    before = reading.article.text[max(0, amount.span.start - 14) : amount.span.start].casefold().split()
    last = next((word for word in reversed(before) if word not in _LOOSELY), "")
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
        return not (_shifted(case.ours, a) or _shifted(case.theirs, b))
    return slots_alike(one.slot, other.slot, case.lexicon) >= SLOT_APART or measured(case, one, other) >= _ALIKE
