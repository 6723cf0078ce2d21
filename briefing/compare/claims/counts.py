"""Numbers of two reports that answer one question, however it is put: the same, not both possible, or since revised.

Each number of a report is matched with the one of the other that is likeliest to answer its question, so that a number
is set against another only where no better counterpart is left for either.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.compare.alignment.likeness import Close
from briefing.compare.amounts import Amount
from briefing.compare.chronology import days_between
from briefing.compare.claims.bars import about_one, barred
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.measures import SAME_NOUN, Measured, acts_alike, further, measured
from briefing.compare.claims.numbers import worked
from briefing.compare.claims.signs import OPEN, Numbers, Signs, comparable_pairs
from briefing.compare.lexicon import DATA

_ALIKE_COUNTS = 1.5
"""What it adds to the likeness of two numbers that they are the same, when the likeliest counterpart is looked for."""
_NEWER = re.compile(
    r"\b(?:now|no longer)\b[^,;.]{0,30}$"
    r"|\b(?:risen|rose|rises|climbed|grown|fallen|revised|corrected|updated|raised|lowered|swelled|mounted"
    r"|since been put)\b[^,;.]{0,80}$",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:up|down) from\b|\b(?:first|initially|originally|previously|earlier)\s+(?:\w+\s+)?(?:put|estimated|reported"
    r"|given|stated|announced|thought|expected|foreseen|planned|said)\b|\binstead of\b|\bnot \d",
    re.IGNORECASE,
)
_TO_DATE = re.compile(
    r"\b(?:so far|to date|until (?:\w+day|now|then)|as of|by (?:\w+day|noon|midday|midnight)"
    r"|at last count|up to (?:now|then|\w+day)|continued? to|continues to|still|ha(?:s|ve) now)\b",
    re.IGNORECASE,
)
"""What stands with a count that is true of one moment."""
_PERFECT = re.compile(
    r"\b(?:has|have)(?:\s+(?:been|since|already|now|so far|also|thus far|\w+ly))*\s+[\w-]+$", re.IGNORECASE
)
"""A predicate, with what stands before it, that tells what has come about so far."""
_DAYS = 2
"""So many days must have passed for it: of one that appeared the day before, the count is more likely another."""
_SIDE = 45
"""Characters beside a number."""
_DAY = 24.0
_AHEAD = re.compile(
    r"\b(?:will|is|are|due|planned?|plans|expects?|expected|going to|next|tomorrow|should|may|might|could|would"
    r"|estimat\w+|forecasts?|on offer|offered|propos\w+)\b",
    re.IGNORECASE,
)
_FATED = 1.0
"""How much less shows that two numbers of the dead, or of the missing, are one toll that has risen."""
_TELLING = 2
_SMALL = 12
"""Numbers up to this stand in two sentences by chance."""
_FEWEST = 2
"""A single one of something is hardly a count."""


class _Weights(NamedTuple):
    bias: float
    weights: tuple[float, ...]
    apart: float
    same: float
    rest: float
    same_words: float
    converted: float


@functools.lru_cache(maxsize=1)
def _model() -> _Weights:
    table = tomllib.loads((DATA / "questions.toml").read_text("utf-8"))
    weights = tuple(float(table["weights"].get(name, 0.0)) for name in Signs._fields)
    return _Weights(
        table["bias"], weights, table["apart"], table["same"], table["rest"], table["same_words"], table["converted"]
    )


class _Pair(NamedTuple):
    a: Measured
    b: Measured
    same: bool
    weight: float


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on numbers of different origins that answer one question."""
    told = [Numbers(list(measured(reading)), cases.lexicon) for reading in cases.readings]
    for i, j, near in _near(cases, told):
        for pair in _matched(cases, told[i], told[j], near):
            verdict = _judged(cases, pair)
            if verdict is not None:
                yield cases.of(pair.a.passage, pair.b.passage), verdict


_Near = list[tuple[int, int]]


def _near(cases: CaseMaker, told: Sequence[Numbers]) -> Iterator[tuple[int, int, _Near | None]]:
    """Pairs of reports of different origins, and which of their passages are worth a look; None for all of them."""
    like, passages = cases.matcher.like, cases.matcher.passages
    if isinstance(like, Close):
        for i, j in itertools.combinations(range(len(told)), 2):
            if cases.readings[i].origin != cases.readings[j].origin:
                yield i, j, None
        return
    near: dict[tuple[int, int], _Near] = defaultdict(list)
    for a, b in like.pairs():
        i, j = passages[a].source, passages[b].source
        if passages[a].amounts and passages[b].amounts and cases.readings[i].origin != cases.readings[j].origin:
            near[i, j].append((a, b))
    for (i, j), found in sorted(near.items()):
        yield i, j, found


def _matched(cases: CaseMaker, ours: Numbers, theirs: Numbers, near: _Near | None) -> Iterator[_Pair]:
    """Each number with its likeliest counterpart, likeliest first, each used once."""
    model = _model()
    pairs: list[_Pair] = []
    for a, b, told in comparable_pairs(cases, ours, theirs, near):
        weight = model.bias + sum(w * x for w, x in zip(model.weights, told, strict=True))
        pairs.append(_Pair(a, b, a.amount.near(b.amount), weight))
    pairs.sort(key=lambda p: (-p.weight - _ALIKE_COUNTS * p.same, p.a.amount.span, p.b.amount.span))
    used: set[tuple[int, int]] = set()
    for pair in pairs:
        ends = {(x.reading.source, x.amount.span.start) for x in (pair.a, pair.b)}
        if not used & ends and (pair.same or not barred(cases, pair.a, pair.b)):
            used |= ends
            yield pair


def _judged(cases: CaseMaker, pair: _Pair) -> Verdict | None:
    a, b = pair.a.amount, pair.b.amount
    case = cases.of(pair.a.passage, pair.b.passage)
    values = case.values((a.span, a.said), (b.span, b.said))
    facts = (pair.a.fact, pair.b.fact) if pair.a.fact is not None and pair.b.fact is not None else None
    if pair.same:
        return _one_number(case, pair) if pair.weight >= _least(pair) and not _by_chance(cases, pair) else None
    if pair.weight >= _model().rest and (working := _rest(pair)):
        return Verdict("compatible", "number", "the rest of a whole", working, values, weight=0.8, issue="number")
    if pair.weight >= _model().apart - _FATED and case.later is not None and _grown(pair, case.later):
        first, last = (a, b) if case.later else (b, a)
        why = f"{pair.a.fate.capitalize()}: {first.said}, then {last.said} in a later report."
        return Verdict("update", "number", "later toll", why, values, facts, weight=1.6, issue=f"toll {pair.a.fate}")
    if pair.weight >= _model().apart and case.later is not None and _gone_on(pair, case.later):
        first, last = (a, b) if case.later else (b, a)
        why = f"{first.said}, then {last.said} in a later report."
        return Verdict("update", "number", "later number", why, values, facts, weight=1.6, issue="number")
    if a.meets(b) or pair.weight < _model().apart or _single(a) or _single(b):
        return None
    if _rest(pair):
        return None
    if further(pair.a) != further(pair.b):
        return _with_one(case, pair)
    why = f"{a.said} against {b.said}."
    later = case.later if case.later is not None else _by_its_word(pair)
    if later is not None and (_since(pair, later) or _revised(pair, later) or _of_its_day(pair, case.later)):
        first, last = (a, b) if later else (b, a)
        why = f"{first.said}, then {last.said} in a later report."
        return Verdict("update", "number", "later number", why, values, facts, weight=1.6, issue="number")
    return Verdict("conflict", "number", "different numbers", why, values, facts, weight=1.7, issue="number")


def _single(amount: Amount) -> bool:
    """True for less than two of what is counted; one hour, one tonne or one percent are as good a measure as two."""
    return amount.dimension.partition(" ")[0] in ("count", "") and amount.value / amount.factor < _FEWEST


def _since(pair: _Pair, later: bool) -> bool:
    """True where the earlier report expects what the later one tells."""
    first, last = (pair.a, pair.b) if later else (pair.b, pair.a)
    if first.fact is None or last.fact is None or last.fact.status in OPEN:
        return False
    return first.fact.status in OPEN and not _AHEAD.search(last.reading.text(last.passage.span))


def _grown(pair: _Pair, later: bool) -> bool:
    """True where both count the dead, the hurt or the like, and the later report more of them."""
    first, last = (pair.a, pair.b) if later else (pair.b, pair.a)
    return bool(first.fate) and first.fate == last.fate and last.amount.value > first.amount.value


def _gone_on(pair: _Pair, later: bool) -> bool:
    """True where the earlier report tells what had come about up to its day, and the later one of more.

    "Some 40 patients have been moved", then 57 in a report of a later day.
    """
    first, last = (pair.a, pair.b) if later else (pair.b, pair.a)
    if first.fact is None or last.amount.value <= first.amount.value or not _count(first.amount):
        return False
    if days_between(first.reading, last.reading) < _DAYS:
        return False
    act = first.fact.predicate
    head = first.reading.text((max(first.passage.span.start, act.start - _SIDE), act.end)).split(" ")
    words = first.reading.text(act.span).split(" ")
    return _PERFECT.search(" ".join(head[: len(head) - len(words) + 1])) is not None


def _count(amount: Amount) -> bool:
    return amount.dimension.partition(" ")[0] == "count"


def _rest(pair: _Pair) -> str:
    """The working where two numbers are parts that make up a whole: 85 and 15 percent, 7 and 17 hours a day."""
    a, b = pair.a.amount, pair.b.amount
    if a.dimension == "share" == b.dimension and {a.change, b.change} in ({None}, {None, "down"}):
        whole, parts = 1.0, a.value + b.value
    elif a.unit == b.unit == "hour per day":
        whole, parts = _DAY, a.value / a.factor + b.value / b.factor
    else:
        return ""
    if not math.isclose(whole, parts, rel_tol=1e-6) or math.isclose(a.value, b.value):
        return ""
    return f"{a.said} + {b.said} = {'100%' if whole < _DAY else '24 hours'}."


def _revised(pair: _Pair, later: bool) -> bool:
    """True where the later report says beside its number that it is the newer one."""
    before, after = _beside(pair.b if later else pair.a)
    return _NEWER.search(before) is not None or _FIRST.search(f"{before[-_SIDE:]} {after}") is not None


def _by_its_word(pair: _Pair) -> bool | None:
    """Which report is the later one, where only one of two says that its number is the newer; None where none does."""
    ours, theirs = _revised(pair, False), _revised(pair, True)
    return None if ours == theirs else theirs


def _of_its_day(pair: _Pair, later: bool | None) -> bool:
    """True where reports count people or cases as they stand on the day: "so far", "continue to be treated"."""
    if later is None or not all(x.amount.dimension.startswith("count") for x in (pair.a, pair.b)):
        return False
    return any(_TO_DATE.search(" ".join(_beside(x))) is not None for x in (pair.a, pair.b))


def _beside(number: Measured) -> tuple[str, str]:
    """What a passage says before a number, and just after it."""
    text, span, within = number.reading.article.text, number.amount.span, number.passage.span
    before = text[max(within.start, span.start - 2 * _SIDE) : span.start]
    return before, text[span.end : min(within.end, span.end + _SIDE)]


def _least(pair: _Pair) -> float:
    """How much must show that two equal numbers are one: little where they have digits that chance does not repeat."""
    a, b = pair.a.amount, pair.b.amount
    digits = sorted((_digits(a), _digits(b)))
    telling = digits[1] if math.isclose(a.value, b.value, rel_tol=1e-9) else digits[0]
    if telling < _TELLING:
        return _model().same
    return _model().same_words if a.unit == b.unit else _model().converted


def _digits(amount: Amount) -> int:
    """Digits of a number before its closing noughts: 2 of 4,500."""
    return len(f"{abs(amount.value / amount.factor):.6g}".replace(".", "").strip("0"))


def _by_chance(cases: CaseMaker, pair: _Pair) -> bool:
    """True for a small number of unlike things that unlike acts happened to: "two clerks", "two clients"."""
    a, b, lexicon = pair.a, pair.b, cases.lexicon
    if _round(a.amount) and _round(b.amount) and not about_one(cases, a, b):
        return True
    if max(a.amount.value, b.amount.value) > _SMALL or a.noun is None or b.noun is None:
        return False
    if lexicon.alike(a.noun, b.noun) >= SAME_NOUN:
        return False
    return all(acts_alike(x, y, lexicon) < SAME_NOUN for x in a.acts for y in b.acts)


def _round(amount: Amount) -> bool:
    """True for a number of one digit and noughts."""
    value = amount.value / amount.factor
    return float(f"{value:.1g}") == value


def _with_one(case: Case, pair: _Pair) -> Verdict | None:
    """``With 25 others`` in one, ``26 men`` in the other."""
    others, all_ = (pair.a, pair.b) if further(pair.a) else (pair.b, pair.a)
    if others.amount.value + 1 != all_.amount.value:
        return None
    a, b = pair.a.amount, pair.b.amount
    values = case.values((a.span, a.said), (b.span, b.said))
    why = f"1 + {others.amount.said} = {all_.amount.said}."
    return Verdict("compatible", "number", "one and the others", why, values, weight=0.8, issue="number")


def _one_way(case: Case, a: Amount, b: Amount) -> bool:
    """True where two equal numbers are written alike, or by the same noun: "640", "640 inmates"."""
    return a.unit == b.unit or case.ours.text(a.span).split()[:1] == case.theirs.text(b.span).split()[:1]


def _one_number(case: Case, pair: _Pair) -> Verdict | None:
    """Agreement on a number, with the working where it is put otherwise."""
    a, b = pair.a.amount, pair.b.amount
    values = case.values((a.span, a.said), (b.span, b.said))
    plain = all(math.isfinite(end) for end in (a.low, a.high, b.low, b.high))
    if math.isclose(a.value, b.value, rel_tol=1e-9) and plain and _one_way(case, a, b):
        said = max(a.said, b.said, key=len)
        return Verdict("agreed", None, "same number", f"Both give {said}.", values, weight=0.3, issue=a.said)
    rule, working = worked(a, b, case.ours.text(a.span), case.theirs.text(b.span))
    return Verdict("compatible", "number", rule, working, values, weight=0.5, issue="number")
