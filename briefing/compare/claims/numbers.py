"""Numbers: the same, the same once worked out, or not both possible.

A number of one source answers a number of another where both measure one kind of thing and hang on the same words.
Equal numbers are laid together first; only what is left can differ.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.alignment.slots import Slot, fact_at, slot_of, slots_alike
from briefing.compare.amounts import Amount, half_digit, plain, say
from briefing.compare.claims.case import Case, Verdict
from briefing.compare.claims.frames import frame
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Reading
from briefing.model import Fact, Span

SLOT_SAME = 0.5
"""Numbers that are equal answer each other where their slots are this much alike."""
SLOT_APART = 0.6
"""Numbers that differ do so of one thing only where their slots are this much alike."""
CONFLICT_SCORE = 0.3
_ANY_SCORE = 0.1
"""Numbers that are equal once their units are converted answer each other in passages less near."""
_OPEN = frozenset({"planned", "hedged", "conditional"})
_PEOPLE = listed("persons")
_ANOTHER = listed("another")
_ANYBODY = listed("anybody")
_RENEWED = listed("renewed")
_MEASURES = listed("measures")
_LOOSELY = frozenset(["a", "an", "the", "about", "around", "some", "nearly", "almost", "only", "just"])
_ALIKE = 0.6
_WIDEST = 5.0
"""Numbers further apart than this times are hardly of one thing."""
_PLAINLY = 0.6
"""Passages this near are on one matter beyond doubt."""
_NO = re.compile(r"\b[Nn]o (?:\w+ )?(\w+)")
_AGE = "year of age"
"""Ages differ from person to person; that they are one person's is not told by the words around them."""


class _Number(NamedTuple):
    amount: Amount
    slot: Slot


def numbers(case: Case) -> Iterator[Verdict]:
    """Verdicts on the numbers of two passages."""
    yield from _none(case)
    ours = [_Number(x, slot_of(case.ours, x.span)) for x in case.a.amounts]
    theirs = [_Number(x, slot_of(case.theirs, x.span)) for x in case.b.amounts]
    if not ours or not theirs:
        return
    for one, other in _equal(case, ours, theirs):
        ours.remove(one)
        theirs.remove(other)
        verdict = _same(case, one.amount, other.amount)
        if verdict is not None:
            yield verdict
    yield from _parts(case, ours, theirs)
    yield from _apart(case, ours, theirs)


def _none(case: Case) -> Iterator[Verdict]:
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
                if kind == "count" and noun in lemmas and amount.value >= 1 and not _of_others(case.theirs, amount):
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


def _equal(case: Case, ours: list[_Number], theirs: list[_Number]) -> list[tuple[_Number, _Number]]:
    """Pairs of numbers that can be one, each used once, best first."""
    scored: list[tuple[float, int, int]] = []
    for (i, one), (j, other) in itertools.product(enumerate(ours), enumerate(theirs)):
        if not comparable(one.amount, other.amount) or not one.amount.near(other.amount):
            continue
        alike = slots_alike(one.slot, other.slot, case.lexicon)
        measured = one.amount.dimension == other.amount.dimension and one.amount.dimension != ""
        converted = measured and one.amount.unit != other.amount.unit
        if alike < SLOT_SAME and not (measured and case.aligned.score >= (_ANY_SCORE if converted else CONFLICT_SCORE)):
            continue
        close = abs(one.amount.value - other.amount.value) / max(abs(one.amount.value), 1e-9)
        scored.append((alike + 0.5 * measured - close, i, j))
    scored.sort(key=lambda row: (-row[0], row[1], row[2]))
    left, right = set(range(len(ours))), set(range(len(theirs)))
    chosen: list[tuple[_Number, _Number]] = []
    for _, i, j in scored:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            chosen.append((ours[i], theirs[j]))
    return chosen


def comparable(a: Amount, b: Amount) -> bool:
    """True where two numbers measure one kind of thing; people are one kind by whatever noun they are counted."""
    if a.dimension == b.dimension:
        return True
    kinds = [x.dimension.partition(" ") for x in (a, b)]
    if all(kind == "count" for kind, _, _ in kinds):
        return all(noun in _PEOPLE for _, _, noun in kinds)
    return {kind for kind, _, _ in kinds} <= {"count", ""}


def _same(case: Case, a: Amount, b: Amount) -> Verdict | None:
    """Agreement on a number; with the working where it is not plainly the same."""
    values = case.values((a.span, a.said), (b.span, b.said))
    ours, theirs = case.ours.text(a.span), case.theirs.text(b.span)
    score = case.aligned.score
    if math.isclose(a.value, b.value, rel_tol=1e-9) and a.unit == b.unit and _plain(a) and _plain(b):
        return Verdict("agreed", None, "same number", f"Both give {a.said}.", values, weight=0.4 * score, issue=a.said)
    working = worked(a, b, ours, theirs)
    return Verdict("compatible", "number", working[0], working[1], values, weight=0.5 + 0.5 * score, issue="number")


def _plain(amount: Amount) -> bool:
    """True where nothing says that the number is a bound."""
    return math.isfinite(amount.low) and math.isfinite(amount.high)


def worked(a: Amount, b: Amount, ours: str, theirs: str) -> tuple[str, str]:
    """Name of the rule and the working that shows two unlike numbers to be one."""
    converted = ""
    if a.unit != b.unit and a.factor and b.factor and a.dimension == b.dimension:
        inside = a.value / b.factor
        converted = f"{a.said} = {say(_rounded(inside), _rounded(inside), b.unit)}"
        if math.isclose(a.value, b.value, rel_tol=1e-6):
            return "unit", f"{converted}."
    if math.isclose(a.value, b.value, rel_tol=1e-9):
        return "wording", f"“{ours.strip()}” and “{theirs.strip()}” are both {b.said}."
    rougher, finer, words = (
        (a, b, ours)
        if half_digit(a.value / a.factor) * a.factor >= half_digit(b.value / b.factor) * b.factor
        else (b, a, theirs)
    )
    step = f"{converted}; " if converted else ""
    if not math.isfinite(rougher.high) or not math.isfinite(finer.high):
        bound, exact = (rougher, finer) if not math.isfinite(rougher.high) else (finer, rougher)
        return "bound", f"{step}{exact.said} is more than {bound.said}."
    if converted:
        return "unit and rounding", f"{converted}, “{words.strip()}”."
    return "rounding", f"{finer.said} is {rougher.said} rounded (“{words.strip()}”)."


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")


def _parts(case: Case, ours: list[_Number], theirs: list[_Number]) -> Iterator[Verdict]:
    """A share of a whole in one source is an amount in the other: 1/4 x 2,000,000,000 USD = 500,000,000 USD."""
    for here, there, flipped in ((ours, theirs, False), (theirs, ours, True)):
        for share in list(here):
            if share.amount.dimension != "share" or share.amount.change is not None:
                continue
            found = _part(case, share, there, flipped)
            if found is not None:
                verdict, answered = found
                here.remove(share)
                there.remove(answered)
                yield verdict


def _part(case: Case, share: _Number, there: list[_Number], flipped: bool) -> tuple[Verdict, _Number] | None:
    for other in there:
        if other.amount.dimension in ("", "share", "duration"):
            continue
        for whole, distance in _wholes(case, share.amount, other.amount, flipped):
            part = share.amount.value * whole.value
            tolerance = max(_slack(share.amount), _slack(other.amount), _slack(whole)) if distance == 0 else 0.004
            if abs(part - other.amount.value) > tolerance * abs(part):
                continue
            equal = "=" if math.isclose(part, other.amount.value, rel_tol=1e-6) else "≈"
            result = say(_rounded(part / whole.factor), _rounded(part / whole.factor), whole.unit)
            shown = f"{fraction(share.amount.value)} x {whole.said} = {result}"
            if equal == "≈":
                shown += f" ≈ {other.amount.said}"
            first, second = (share, other) if not flipped else (other, share)
            worth = (result, other.amount.said) if not flipped else (other.amount.said, result)
            values = case.values((first.amount.span, worth[0]), (second.amount.span, worth[1]))
            return Verdict(
                "compatible", "number", "part of a whole", shown + ".", values, weight=1.6, issue="number"
            ), other
    return None


def _wholes(case: Case, share: Amount, part: Amount, flipped: bool) -> Iterator[tuple[Amount, int]]:
    """Amounts that the share may be of, nearest first: in its passage, in the other's, anywhere in either article."""
    home, away = (case.ours, case.theirs) if not flipped else (case.theirs, case.ours)
    own, others = (case.a, case.b) if not flipped else (case.b, case.a)
    seen: set[tuple[int, int, int]] = set()
    near = [(home, passage, 0) for passage in home.passages if abs(passage.number - own.number) <= 1]
    near += [(away, passage, 0) for passage in away.passages if passage.number == others.number]
    far = [(reading, passage, 1) for reading in (home, away) for passage in reading.passages]
    for reading, passage, distance in (*near, *(far if case.aligned.score >= CONFLICT_SCORE else ())):
        for amount in passage.amounts:
            place = (reading.source, *amount.span)
            if place not in seen and amount.dimension == part.dimension and amount.value > part.value:
                seen.add(place)
                yield amount, distance


def _slack(amount: Amount) -> float:
    """How far a number may be off by its rounding, as a share of it."""
    if not math.isfinite(amount.high) or not math.isfinite(amount.low) or not amount.value:
        return 0.0
    rounding = half_digit(amount.value / amount.factor) * amount.factor / abs(amount.value)
    return min(0.06, rounding) if not amount.exact else 0.005


def fraction(share: float) -> str:
    """A share as a reader would write it: 1/4, 2/3, 15%."""
    for below in (2, 3, 4, 5, 8, 10):
        above = share * below
        if abs(above - round(above)) < 1e-6 and round(above) > 0:
            shared = math.gcd(round(above), below)
            return f"{round(above) // shared}/{below // shared}"
    return f"{plain(share * 100)}%"


def _apart(case: Case, ours: list[_Number], theirs: list[_Number]) -> Iterator[Verdict]:
    """Numbers of one slot that cannot both hold."""
    if case.aligned.score < CONFLICT_SCORE:
        return
    for one in ours:
        rivals = [other for other in theirs if _rival(case, one, other)]
        if len(rivals) != 1 or sum(_rival(case, mine, rivals[0]) for mine in ours) != 1:
            continue
        other = rivals[0]
        a, b = one.amount, other.amount
        values = case.values((a.span, a.said), (b.span, b.said))
        facts = (fact_at(case.a.facts, a.span), fact_at(case.b.facts, b.span))
        if facts[0] is None or facts[1] is None or not _one_frame(case, (facts[0], one), (facts[1], other)):
            continue
        told = (facts[0], facts[1])
        if case.later is not None and _renewed(case):
            first, last = (a, b) if case.later else (b, a)
            why = f"{first.said}, then {last.said} in a later report."
            yield Verdict("update", "number", "later number", why, values, told, weight=1.8, issue="number")
            continue
        why = f"{a.said} against {b.said}."
        yield Verdict("conflict", "number", "different numbers", why, values, told, weight=2.0, issue="number")


def disputed(case: Case) -> bool:
    """True where the passages have numbers of one thing that are not the same: they do not say the same."""
    ours = [_Number(x, slot_of(case.ours, x.span)) for x in case.a.amounts]
    theirs = [_Number(x, slot_of(case.theirs, x.span)) for x in case.b.amounts]
    rivals = [(i, j) for i, x in enumerate(ours) for j, y in enumerate(theirs) if _rival(case, x, y)]
    same = {(i, j) for i, x in enumerate(ours) for j, y in enumerate(theirs) if x.amount.near(y.amount)}
    return any(not any(i == k or j == m for k, m in same) for i, j in rivals)


def _renewed(case: Case) -> bool:
    """True where the later report says itself that its number is the newer one."""
    passage, reading = (case.b, case.theirs) if case.later else (case.a, case.ours)
    words = {word.lemma for word in reading.words(passage.span)}
    return bool(words & _RENEWED)


def _one_frame(case: Case, a: tuple[Fact, _Number], b: tuple[Fact, _Number]) -> bool:
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
    )
    least = 3.0
    if a[1].amount.dimension == "duration" or (shared.predicate < _ALIKE and not shared.stative):
        least = 4.0
    return told >= least


def _able(reading: Reading, fact: Fact) -> bool:
    """True for what may be rather than is: "certified to carry 150", "can hold 150", "built for 150"."""
    tokens, at = reading.findings.tokens, reading.tokens(fact.predicate.span)
    before = tokens[at[0] - 1].lemma if at and at[0] > 0 else ""
    return (before == "to" and fact.status != "planned") or before in ("can", "could", "may", "might")


def measured(case: Case, a: _Number, b: _Number) -> float:
    """How alike the things are that two numbers count or measure, units left out.

    What is counted stands beside its number; of what is weighed or paid, it may be anything that takes part.
    """
    ours, theirs = _things(a), _things(b)
    alike = max((case.lexicon.alike(x, y) for x in ours for y in theirs), default=0.0)
    if _of_people(a.amount) and _of_people(b.amount):
        vague = {x.amount.dimension.partition(" ")[2] for x in (a, b)} & _ANYBODY
        return max(alike, _ALIKE if vague else 0.0)
    return alike


def _things(number: _Number) -> list[Word]:
    nouns = [word for word in number.slot.nouns if word.lemma not in _MEASURES]
    if number.amount.dimension.partition(" ")[0] in ("count", "share", ""):
        return nouns[:2]
    return nouns + [w for w in number.slot.around if w.pos in ("NOUN", "PROPN") and w.lemma not in _MEASURES]


def _of_people(amount: Amount) -> bool:
    kind, _, noun = amount.dimension.partition(" ")
    return kind == "count" and noun in _PEOPLE


def _of_others(reading: Reading, amount: Amount) -> bool:
    """True for a count of others, or of a part: "22 other defendants", "23 of the defendants, including"."""
    around = reading.article.text[max(0, amount.span.start - 10) : amount.span.end + 16].casefold()
    around = around.replace("more than", "")
    return any(word in _ANOTHER for word in around.split()) or " of the " in around or " of them" in around


def _led_by(reading: Reading, amount: Amount) -> str:
    """``from`` and ``by`` where they lead a number in: where a change begins, or how great it is, not where it ends."""
    before = reading.article.text[max(0, amount.span.start - 14) : amount.span.start].casefold().split()
    last = next((word for word in reversed(before) if word not in _LOOSELY), "")
    return last if last in ("from", "by") else ""


def _rival(case: Case, one: _Number, other: _Number) -> bool:
    a, b = one.amount, other.amount
    if a.unit == _AGE or _led_by(case.ours, a) != _led_by(case.theirs, b):
        return False
    if _of_others(case.ours, a) or _of_others(case.theirs, b):
        return False
    if not comparable(a, b) or a.dimension == "" or a.meets(b) or a.near(b) or {a.change, b.change} == {"up", "down"}:
        return False
    ratio = max(a.value, b.value) / max(1e-9, min(a.value, b.value))
    if ratio > _WIDEST:
        return False
    return slots_alike(one.slot, other.slot, case.lexicon) >= SLOT_APART or measured(case, one, other) >= _ALIKE
