"""Numbers as they can be set against each other: a dimension, a range that they leave open, a plain way to say them.

A number in news is rarely exact. ``187`` is; ``3.74 billion`` stands for everything that rounds to it; ``about 40`` for
anything near; ``nearly 190`` for a little less; ``at least 17`` for that and more. Two numbers can both hold where the
ranges that they leave open meet.
"""

from __future__ import annotations

import functools
import math
import re
import tomllib
from typing import NamedTuple

from briefing.compare.lexicon import DATA
from briefing.model import Bound, Quantity, Span, Time

ABOUT = 0.08
"""How far "about" may be from the truth, as a share of the number, where its last digit allows no more."""
ROUNDED = 0.125
"""How far a rounded number may be from the truth at most, as a share of it: 200 stands for 187, hardly for 150."""
SHORT_OF = 0.14
"""How far below "nearly" or "almost" the truth may lie."""
OVER = 0.30
"""How far above "more than" the truth may lie for the two to confirm each other."""
A_DOZEN = 0.1
"""How far "a dozen" or "two dozen" may be from the truth."""
IMPERIAL = 1.20095
"""An imperial gallon is this many American ones; a report does not say which it means."""
ABOUT_A_MONTH = 0.09
"""How far a length in months may be from one in weeks that is called the same: "four weeks", "a month"."""

_ISO_DURATION = re.compile(
    r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)
_MEASURED = frozenset({"length", "mass", "volume", "area", "speed"})
_KINDS = frozenset({"category", "sort", "type", "variety"})
"""Of goods and the like: one report's categories are another's kinds."""
_WHOLE = 0.5
"""Half of the last digit of a whole number that does not end in noughts."""
_RATES = frozenset({"year", "month", "week", "day"})
"""What a measure may be given for: "24,000 tonnes a year" are tonnes, and the sentence tells of what."""
_PARTS = ("year", "month", "week", "day", "hour", "minute", "second")
_MORE = re.compile(r"\b(?:more than|over|at least|upwards of|no less than)\s+(?:an?\b|one\b|\w+$|\d)", re.IGNORECASE)
_LESS = re.compile(r"\b(?:less than|under|at most|no more than|up to)\s+(?:an?\b|one\b|\w+$|\d)", re.IGNORECASE)
_SHORT_OF = re.compile(r"\b(?:nearly|almost|just under|just short of|close to|approaching)\b", re.IGNORECASE)

_DOZENS = re.compile(r"\bdozen$|\bscore$|\bdozen\b[\w\s-]{0,30}$", re.IGNORECASE)


class Amount(NamedTuple):
    """A number with what it measures.

    Attributes:
        span: Its words.
        dimension: ``money USD``, ``length``, ``share``, or what is counted; empty for a bare number.
        value: In the dimension's base unit; the middle of a range.
        low, high: Between these the source says it lies, rounding included; ``inf`` where open.
        near_low, near_high: Between these a reader takes it to lie.
        exact: False for rounded, bounded and vague numbers.
        said: How it is written out in a working ("2,000,000,000 USD").
        change: Direction, where it is a rise or fall by that much.
        unit: Its own unit.
        factor: Base units in one unit.
    """

    span: Span
    dimension: str
    value: float
    low: float
    high: float
    near_low: float
    near_high: float
    exact: bool
    said: str
    change: str | None = None
    unit: str | None = None
    factor: float = 1.0

    def meets(self, other: Amount) -> bool:
        """True where both numbers can hold of one thing."""
        return self._overlap((self.low, self.high), other, (other.low, other.high))

    def near(self, other: Amount) -> bool:
        """True where a reader would take the two for the same number."""
        if self.unit != other.unit and _rate(self.unit) and _rate(other.unit) and _rate(self.unit) != _rate(other.unit):
            return False
        return self._overlap((self.near_low, self.near_high), other, (other.near_low, other.near_high))

    def _overlap(self, ours: tuple[float, float], other: Amount, theirs: tuple[float, float]) -> bool:
        slack = self._rounding() + other._rounding() if self.unit != other.unit else self._coarser(other)
        return ours[0] <= _slightly_above(theirs[1]) + slack and theirs[0] <= _slightly_above(ours[1]) + slack

    def _rounding(self) -> float:
        """What a measure loses when it is told in another unit: 25 kilometres become 15 miles, not 15.5."""
        if not self.exact or self.dimension not in _MEASURED:
            return 0.0
        return half_digit(self.value / self.factor) * self.factor

    def _coarser(self, other: Amount) -> float:
        """What the one that has fewer digits may have lost by rounding: 5.3 metres are 5.28, 8 percent 7.9."""
        if not (self.exact and other.exact) or self.dimension not in {*_MEASURED, "share"}:
            return 0.0
        finer, coarser = sorted((half_digit(self.value / self.factor), half_digit(other.value / other.factor)))
        return coarser * self.factor if finer < coarser <= _WHOLE else 0.0


def _rate(unit: str | None) -> str:
    """What a measure is given for, if for anything: the year of "24,000 tonnes a year"."""
    time = (unit or "").partition(" per ")[2]
    return time if time in _RATES else ""


def _slightly_above(end: float) -> float:
    return end + abs(end) * 1e-9


@functools.lru_cache(maxsize=1)
def units() -> dict[str, tuple[str, float]]:
    """Unit name -> dimension and factor to its base unit."""
    table = tomllib.loads((DATA / "units.toml").read_text("utf-8"))
    return {name: (dimension, float(factor)) for dimension, row in table.items() for name, factor in row.items()}


def amount_of(quantity: Quantity, text: str) -> Amount:
    """The amount that a quantity of the findings states; ``text`` is the article's."""
    unit = quantity.unit
    low, high = quantity.value if isinstance(quantity.value, tuple) else (quantity.value, quantity.value)
    dimension, factor = _dimension(unit)
    words = text[max(0, quantity.start - 24) : quantity.end]
    return _amount(
        Span(quantity.start, quantity.end), dimension, unit, (low, high), factor, quantity.bound, words, quantity.change
    )


def duration_of(time: Time, text: str) -> Amount | None:
    """The amount that a duration states (``PT4M12S``: 252 seconds); None where its length is open."""
    seconds = seconds_of(time.value or "")
    if seconds is None:
        return None
    words = text[max(0, time.start - 24) : time.end]
    bound: Bound = "~" if time.mod == "APPROX" else "<" if _LESS.search(words) else ">" if _MORE.search(words) else "="
    unit = _unit_of(time.value or "")
    factor = units()[unit][1]
    value = seconds / factor
    return _amount(Span(time.start, time.end), "duration", unit, (value, value), factor, bound, words, None)


def _unit_of(value: str) -> str:
    """The unit of a duration of one part (``P4W``: week), else the second."""
    match = _ISO_DURATION.fullmatch(value)
    parts = [part for part, n in zip(_PARTS, match.groups(), strict=True) if n] if match else []
    return parts[0] if len(parts) == 1 else "second"


def seconds_of(value: str) -> float | None:
    """Length of a TIMEX3 duration in seconds; None where it is none, or open (``PXD``)."""
    match = _ISO_DURATION.fullmatch(value)
    if match is None or not any(match.groups()):
        return None
    table = units()
    return sum(float(n) * table[part][1] for n, part in zip(match.groups(), _PARTS, strict=True) if n)


def _dimension(unit: str | None) -> tuple[str, float]:
    if unit is None:
        return "", 1.0
    if unit in units():
        return units()[unit]
    if len(unit) == 3 and unit.isupper():
        return f"money {unit}", 1.0
    base, per, time = unit.partition(" per ")
    if per and base in units() and time in _RATES:
        return units()[base]
    noun = unit.lower()
    return f"count {'kind' if noun in _KINDS else noun}", 1.0


def _amount(
    span: Span,
    dimension: str,
    unit: str | None,
    ends: tuple[float, float],
    factor: float,
    bound: Bound,
    words: str,
    change: str | None,
) -> Amount:
    low, high = ends
    half = half_digit(low) if low == high else 0.0
    exact = bound == "=" and low == high and (half <= 0.5 or low == 0)
    open_low, open_high = low - (half if not exact else 0.0), high + (half if not exact else 0.0)
    close = min(half, abs(high) * ROUNDED)
    near_low, near_high = (open_low, open_high) if exact else (low - close, high + close)
    vague = max(abs(high) * ABOUT, close)
    if exact and _DOZENS.search(words):
        exact, vague = False, abs(high) * A_DOZEN
        open_low, open_high, near_low, near_high = low - vague, high + vague, low - vague, high + vague
    if _SHORT_OF.search(words):
        open_low, open_high, near_low, near_high = low * (1 - SHORT_OF), high, low * (1 - SHORT_OF), high
    elif bound == "~":
        open_low, open_high, near_low, near_high = low - vague, high + vague, low - vague, high + vague
    elif bound == ">":
        open_low, open_high, near_low, near_high = low, math.inf, low, high * (1 + OVER)
    elif bound == "<":
        open_low, open_high, near_low, near_high = -math.inf, high, low * (1 - OVER), high
    if unit == "month":
        near_low, near_high = near_low - abs(near_low) * ABOUT_A_MONTH, near_high + abs(near_high) * ABOUT_A_MONTH
        open_low, open_high = min(open_low, near_low), max(open_high, near_high)
    if unit == "gallon":
        near_high, open_high = near_high * IMPERIAL, open_high * IMPERIAL
    ends_open = (open_low * factor, open_high * factor)
    ends_near = (near_low * factor, near_high * factor)
    middle = (low + high) / 2
    spoken = say(low, high, unit)
    return Amount(span, dimension, middle * factor, *ends_open, *ends_near, exact, spoken, change, unit, factor)


def half_digit(value: float) -> float:
    """Half a unit of the last digit that is not a closing zero: 5 for 190, 0.5 for 187, 0.005 for 3.74.

    Numbers above a thousand with a scale word were multiplied out, so that closing zeros say how they were rounded.
    """
    if value == 0 or not math.isfinite(value):
        return 0.0
    digits = f"{abs(value):.6g}"
    mantissa, _, exponent = f"{float(digits):.5e}".partition("e")
    significant = mantissa.rstrip("0").rstrip(".")
    places = len(significant.partition(".")[2])
    return float(0.5 * 10 ** (int(exponent) - places))


def say(low: float, high: float, unit: str | None) -> str:
    """A number in full, with its unit: ``500,000,000 USD``, ``25%``, ``12 nautical miles``."""
    numbers = plain(low) if low == high else f"{plain(low)} to {plain(high)}"
    if unit is None:
        return numbers
    if unit == "percent":
        return f"{numbers}%"
    if len(unit) == 3 and unit.isupper():
        return f"{numbers} {unit}"
    return f"{numbers} {unit if low == high == 1 else plural(unit)}"


_PLURALS = {"foot": "feet", "inch": "inches", "person": "people", "child": "children", "man": "men", "woman": "women"}
_UNCHANGED = frozenset({"hertz", "people", "crew", "police", "dead", "staff", "times", "aircraft", "personnel"})


def plural(noun: str) -> str:
    """The plural of a unit or of a counted noun; the first word's of "mile per hour"."""
    first, per, rest = noun.partition(" of " if " of " in noun else " per ")
    if first in _UNCHANGED or first.endswith("s"):
        return noun
    if first in _PLURALS:
        return _PLURALS[first] + per + rest
    if first.endswith("y") and first[-2:-1] not in "aeiou":
        return f"{first[:-1]}ies{per}{rest}"
    return f"{first}{'es' if first.endswith(('ch', 'sh', 'x', 'z')) else 's'}{per}{rest}"


def plain(value: float) -> str:
    """A number without exponent: ``2,000,000,000``, ``47.5``, ``0.25``."""
    if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)):
        return f"{round(value):,}"
    return f"{value:,.4f}".rstrip("0").rstrip(".")
