"""Numbers of two passages that are the same, or the same once worked out.

A number of one source answers a number of another where both measure one kind of thing and hang on the same words.
Equal numbers are laid together first; only what is left can differ.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

from briefing.compare.alignment.slots import slot_of, slots_alike
from briefing.compare.amounts import Amount, half_digit, plain, say
from briefing.compare.claims.case import Case, Verdict
from briefing.compare.claims.rivals import CONFLICT_SCORE, Number, comparable, none_and_some

SLOT_SAME = 0.5
"""Numbers that are equal answer each other where their slots are this much alike."""
_ANY_SCORE = 0.1
"""Numbers that are equal once their units are converted answer each other in passages less near."""
_LONG = 4


def numbers(case: Case) -> Iterator[Verdict]:
    """Verdicts on the numbers of two passages."""
    yield from none_and_some(case)
    if not case.a.amounts or not case.b.amounts:
        return
    ours = [Number(x, slot_of(case.ours, x.span)) for x in case.a.amounts]
    theirs = [Number(x, slot_of(case.theirs, x.span)) for x in case.b.amounts]
    for one, other in _equal(case, ours, theirs):
        ours.remove(one)
        theirs.remove(other)
        verdict = _same(case, one.amount, other.amount)
        if verdict is not None:
            yield verdict
    yield from _parts(case, ours, theirs)


def _equal(case: Case, ours: list[Number], theirs: list[Number]) -> list[tuple[Number, Number]]:
    """Pairs of numbers that can be one, each used once, best first."""
    scored: list[tuple[float, int, int]] = []
    for (i, one), (j, other) in itertools.product(enumerate(ours), enumerate(theirs)):
        if not comparable(one.amount, other.amount) or not one.amount.near(other.amount):
            continue
        alike = 1.0 if _long(one.amount, other.amount) else slots_alike(one.slot, other.slot, case.lexicon)
        measured = one.amount.dimension == other.amount.dimension and one.amount.dimension != ""
        converted = measured and one.amount.unit != other.amount.unit
        if alike < SLOT_SAME and not (measured and case.aligned.score >= (_ANY_SCORE if converted else CONFLICT_SCORE)):
            continue
        close = abs(one.amount.value - other.amount.value) / max(abs(one.amount.value), 1e-9)
        scored.append((alike + 0.5 * measured - close, i, j))
    scored.sort(key=lambda row: (-row[0], row[1], row[2]))
    left, right = set(range(len(ours))), set(range(len(theirs)))
    chosen: list[tuple[Number, Number]] = []
    for _, i, j in scored:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            chosen.append((ours[i], theirs[j]))
    return chosen


def _long(a: Amount, b: Amount) -> bool:
    """True for the same number of so many digits that it is one by chance in no two reports."""
    return a.value == b.value and len(f"{a.value / a.factor:.10g}".replace(".", "").rstrip("0")) >= _LONG


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
    if a.dimension == b.dimension == "share" and _figures(ours) != _figures(theirs):
        share, words = (b, ours) if _figures(theirs) else (a, theirs)
        return "rounding", f"{share.said} is nearly “{words.strip()}”."
    rougher, finer, words = (
        (a, b, ours)
        if (not a.exact, half_digit(a.value / a.factor) * a.factor)
        >= (not b.exact, half_digit(b.value / b.factor) * b.factor)
        else (b, a, theirs)
    )
    step = f"{converted}; " if converted else ""
    if not math.isfinite(rougher.high) or not math.isfinite(finer.high):
        bound, exact = (rougher, finer) if not math.isfinite(rougher.high) else (finer, rougher)
        return "bound", f"{step}{exact.said} is more than {bound.said}."
    if converted:
        return "unit and rounding", f"{converted}, “{words.strip()}”."
    return "rounding", f"{finer.said} is {rougher.said} rounded (“{words.strip()}”)."


def _figures(words: str) -> bool:
    """True for a number in figures; "a seventh" is rougher than any."""
    return any(char.isdigit() for char in words)


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")


def _parts(case: Case, ours: list[Number], theirs: list[Number]) -> Iterator[Verdict]:
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


def _part(case: Case, share: Number, there: list[Number], flipped: bool) -> tuple[Verdict, Number] | None:
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
