"""Amounts: a number or range with its sign, currency or unit, and how exact it is. No parse is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.model import Bound
from briefing.nlp.numerals import Lexeme, scaled
from briefing.nlp.quantities.units import HYPHENS, Unit, cues, currency_before, unit_at

DASHES = HYPHENS | frozenset("–—−")
_MINUS = frozenset("-−–")
LETTER_MAGNITUDES = {"m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "k": 1e3, "K": 1e3, "T": 1e12, "t": 1e12}
_SHARES = frozenset({"percent", "percentage point", "basis point", "times"})
_POUND = frozenset({"pound", "pounds"})
_STERLING, _MASS = Unit("GBP", family="pound"), Unit("pound-mass")
_LETTERS = {"R": Unit("ZAR"), "N": Unit("NGN")}
_MASS_BELOW = 2000
_TELLING = 6
"""Words on either side that tell pounds of money from pounds of weight."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written with what stands directly around it.

    Attributes:
        first, last: Its lexemes, both inclusive, bound words included.
        number: The lexeme of its (last) number.
        value: The number or the two ends of a range, in ``unit``.
        unit: None where no unit or currency stands beside it.
        bound: How exact.
        sign: "+" or "-" where one is written before it.
        rule: Name of the rule that made it.
    """

    first: int
    last: int
    number: int
    value: float | tuple[float, float]
    unit: Unit | None = None
    bound: Bound = "="
    sign: str = ""
    rule: str = "number"

    @property
    def high(self) -> float:
        """The number, or the second end."""
        return self.value[1] if isinstance(self.value, tuple) else self.value


def single(lexemes: Sequence[Lexeme], at: int, *, sterling: bool) -> Amount:
    """The amount whose number is lexeme ``at``, with sign, currency and unit; no range, no bound.

    Args:
        lexemes: Of the text.
        at: Index of a number.
        sterling: Whether "pounds" is money in this text where nothing else tells.
    """
    value, first, last, sign = lexemes[at].value, at, at, ""
    if _minus_sign(lexemes, at):
        first, sign = at - 1, "-"
    money = currency_before(lexemes, first) or _by_letter(lexemes, first, at)
    if money is not None:
        first = money[0]
    if not sign and first and lexemes[first - 1].text == "+" and not lexemes[first].spaced:
        first, sign = first - 1, "+"
    if not sign and first and _says_minus(lexemes, first):
        first, sign = first - (2 if lexemes[first - 1].text in HYPHENS else 1), "-"
    value, last = _scaled(lexemes, at, value, money=money is not None)
    value = -value if sign == "-" else value
    if money is not None:
        after = unit_at(lexemes, last + 1) if last + 1 < len(lexemes) else None
        if after is not None and after[1].money and after[1].name == money[1].name and not _opens(lexemes, after[0]):
            last = after[0]
        elif last + 1 < len(lexemes) and lexemes[last + 1].text in ("US", "U.S.") and money[1].name == "USD":
            last += 1
        return Amount(first, last, at, value, money[1], sign=sign, rule="money")
    found = _unit_after(lexemes, last, value, sterling=sterling)
    if found is None:
        return Amount(first, last, at, value, sign=sign)
    end, unit = found
    return Amount(first, end, at, value / unit.per, unit, sign=sign, rule=_rule_of(unit))


def _by_letter(lexemes: Sequence[Lexeme], first: int, at: int) -> tuple[int, Unit] | None:
    """As in "R15 million", "N120,000"; the R of "the R15" is a road's."""
    if not first or lexemes[first - 1].text not in _LETTERS or lexemes[first].spaced or not lexemes[first - 1].spaced:
        return None
    return (first - 1, _LETTERS[lexemes[first - 1].text]) if lexemes[at].scaled > 1 or "," in lexemes[at].text else None


def _rule_of(unit: Unit) -> str:
    if unit.money or unit.name in ("cent", "sen"):
        return "money"
    if unit.name in ("percent", "percentage point", "basis point", "times"):
        return unit.name
    return "age" if unit.name.endswith("of age") else "duration" if unit.time else "measure"


def _minus_sign(lexemes: Sequence[Lexeme], at: int) -> bool:
    """A dash that belongs to the number: "-5", "$-50.8bn", but not "COVID -19"."""
    if not at or lexemes[at - 1].text not in _MINUS or lexemes[at].spaced or not lexemes[at].figures:
        return False
    if [lexeme.text for lexeme in lexemes[max(0, at - 3) : at - 1]] == ["+", "/"]:
        return False
    if not lexemes[at - 1].spaced:
        return currency_before(lexemes, at - 1) is not None or lexemes[max(0, at - 2)].text == "("
    share = "." in lexemes[at].text or (at + 1 < len(lexemes) and lexemes[at + 1].text == "%")
    return share or not (at > 1 and lexemes[at - 2].text.isupper() and len(lexemes[at - 2].text) > 1)


def _says_minus(lexemes: Sequence[Lexeme], first: int) -> bool:
    words = [lexeme.lower for lexeme in lexemes[max(0, first - 3) : first]]
    if words == ["plus", "or", "minus"]:
        return False
    words = words[-2:]
    return words[-1:] == ["minus"] or (len(words) == 2 and words[0] == "minus" and words[1] in HYPHENS)


def _scaled(lexemes: Sequence[Lexeme], at: int, value: float, *, money: bool) -> tuple[float, int]:
    """The value with a letter behind it that scales it: ``£405m``, ``4.3M``."""
    if at + 1 < len(lexemes) and lexemes[at].scaled == 1 and not lexemes[at + 1].spaced and lexemes[at].figures:
        letter = lexemes[at + 1].text
        scale = LETTER_MAGNITUDES.get(letter)
        closed = at + 2 >= len(lexemes) or lexemes[at + 2].spaced or not lexemes[at + 2].text[0].isalnum()
        if scale and closed and (money or letter in "MBkKb" or (letter == "m" and _millions(lexemes, at + 2))):
            return scaled(value, scale), at + 1
    return value, at


def _millions(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether an "m" right before lexeme ``at`` means millions: "the 900m facility", "2m tonnes", "1.5m-2m barrels"."""
    if at + 2 < len(lexemes) and lexemes[at].text in DASHES and lexemes[at + 1].kind == "number":
        return lexemes[at + 2].text == "m" and not lexemes[at + 2].spaced and _millions(lexemes, at + 3)
    if at + 1 < len(lexemes) and lexemes[at].text in HYPHENS and not lexemes[at].spaced:
        found = unit_at(lexemes, at + 1)
        return found is not None and found[1].money
    if at >= len(lexemes) or not lexemes[at].spaced or lexemes[at].kind != "word":
        return False
    found = unit_at(lexemes, at)
    if found is not None:
        return found[1].name not in ("inch", "knot") and lexemes[at].text.lower() != "in"
    many = cues()["words"]["in_millions"]
    described = (
        lexemes[at].lower not in cues()["words"]["no_adjectives"]
        and at + 1 < len(lexemes)
        and lexemes[at + 1].lower in many
    )
    return described or lexemes[at].lower in many


def _unit_after(lexemes: Sequence[Lexeme], last: int, value: float, *, sterling: bool) -> tuple[int, Unit] | None:
    at = last + 1
    if at >= len(lexemes):
        return None
    hyphen = lexemes[at].text in HYPHENS and not lexemes[at].spaced
    if hyphen:
        at += 1
        if at >= len(lexemes) or lexemes[at].spaced:
            return None
    if lexemes[at].lower in _POUND:
        scaled = lexemes[last].scaled > 1
        longer = unit_at(lexemes, at)
        if longer is not None:
            return longer
        of = at + 1 < len(lexemes) and lexemes[at + 1].lower == "of"
        told = _weighed_or_paid(lexemes, last, at)
        money = scaled or (not of and (sterling or value >= _MASS_BELOW))
        return at, _STERLING if (money if told is None else told) else _MASS
    found = _with_rate(lexemes, unit_at(lexemes, at))
    if found is None or not _plausible(lexemes, last, found, hyphen=hyphen):
        return None
    if found[1].money and _opens(lexemes, found[0]):
        return None
    return found


def _weighed_or_paid(lexemes: Sequence[Lexeme], last: int, at: int) -> bool | None:
    """Whether pounds are money by the words around: "a 500-pound fine"; False for weight, None where none tells."""
    words = [x.lower for x in (*lexemes[max(0, last - _TELLING) : last], *lexemes[at + 1 : at + 1 + _TELLING])]
    paid, weighed = (any(word in cues()["words"][kind] for word in words) for kind in ("of_money", "of_weight"))
    return None if paid == weighed else paid


def _opens(lexemes: Sequence[Lexeme], sign: int) -> bool:
    """Whether the currency sign belongs to the next number: "in 2008 $30", "$20 $37"."""
    after = lexemes[sign + 1] if sign + 1 < len(lexemes) else None
    return after is not None and after.kind == "number" and not after.spaced


def _with_rate(lexemes: Sequence[Lexeme], found: tuple[int, Unit] | None) -> tuple[int, Unit] | None:
    """The unit with what it is measured by: "feet per century". Money stays money."""
    if found is None or found[1].money:
        return found
    rate = rate_after(lexemes, found[0]) or _measured_by(lexemes, found[0])
    if rate is None or found[1].name in _SHARES:
        return found
    return rate[0], Unit(f"{found[1].name} per {rate[1]}")


def _measured_by(lexemes: Sequence[Lexeme], last: int) -> tuple[int, str] | None:
    """The "/km" or "per cubic metre" behind a unit: its last lexeme and the unit's name."""
    at = last + 1
    if at + 1 >= len(lexemes):
        return None
    slash = lexemes[at].text == "/" and not (lexemes[at].spaced or lexemes[at + 1].spaced)
    unit = unit_at(lexemes, at + 1) if slash or lexemes[at].lower == "per" else None
    return (unit[0], unit[1].name) if unit is not None and not unit[1].money else None


def rate_after(lexemes: Sequence[Lexeme], last: int) -> tuple[int, str] | None:
    """The "per day" or "a day" behind lexeme ``last``: its last lexeme and the unit of time."""
    at = last + 1
    if at + 1 >= len(lexemes) or lexemes[at].lower not in ("per", "a", "an"):
        return None
    unit = unit_at(lexemes, at + 1)
    after = lexemes[unit[0] + 1].lower if unit and unit[0] + 1 < len(lexemes) else ""
    if unit is None or not unit[1].time or after in cues()["words"]["no_rate_before"]:
        return None
    return unit[0], unit[1].name


def _plausible(lexemes: Sequence[Lexeme], last: int, found: tuple[int, Unit], *, hyphen: bool) -> bool:
    """One letter is a unit only right behind figures, and "second" only where it is no ordinal."""
    end, unit = found
    written = lexemes[last + 1 + hyphen]
    if (
        written.text in "′″"
        and end + 1 < len(lexemes)
        and not lexemes[end + 1].spaced
        and lexemes[end + 1].lower == "s"
    ):
        return False
    if len(written.text) <= 2 and written.text.isalpha():
        joined = end + 1 < len(lexemes) and not lexemes[end + 1].spaced and lexemes[end + 1].text[0].isalnum()
        if not lexemes[last].figures or joined:
            return False
        if len(written.text) == 1 and written.spaced and written.text in "shlLtx":
            return False
    if unit.name in ("bar", "UZS") and not lexemes[last].figures:
        return False
    return not (unit.name == "second" and written.kind == "ordinal" and not (hyphen or lexemes[last].figures))


def and_a_half(lexemes: Sequence[Lexeme], last: int) -> bool:
    """Whether lexeme ``last`` is followed by "and a half"."""
    return [lexeme.lower for lexeme in lexemes[last + 1 : last + 4]] == ["and", "a", "half"]


def with_smaller(lexemes: Sequence[Lexeme], amount: Amount, *, sterling: bool) -> Amount:
    """As in "four minutes and 12 seconds" (252 seconds), "two hours, 4 minutes and 11 seconds", "5 ft 2 in"."""
    at = amount.last + 1
    if amount.unit is None or isinstance(amount.value, tuple) or at + 1 >= len(lexemes):
        return amount
    if (inches := _joined_inches(lexemes, amount)) is not None:
        return inches
    if and_a_half(lexemes, amount.last) and not amount.unit.money:
        return replace(amount, last=amount.last + 3, value=amount.value + 0.5 / amount.unit.per, rule="two units")
    number = at + 1 if lexemes[at].lower in ("and", ",") else at
    if number >= len(lexemes) or lexemes[number].kind != "number":
        return amount
    other = single(lexemes, number, sterling=sterling)
    if lexemes[at].text == ",":
        other = with_smaller(lexemes, other, sterling=sterling)
        if other.rule != "two units" or not amount.unit.time:
            return amount
    if amount.unit.name == "foot" and other.unit is None and _inches(lexemes, number):
        other = replace(other, last=number + 1, unit=Unit("inch"))
    if other.unit is None or other.first != number or not other.high >= 0:
        return amount
    if 0 < other.unit.seconds < amount.unit.seconds:
        value = amount.value * round(amount.unit.seconds / other.unit.seconds) + other.high
        return replace(amount, last=other.last, number=other.number, value=value, unit=other.unit, rule="two units")
    parts = cues()["smaller"].get(amount.unit.name, {}).get(other.unit.name)
    if parts is None or other.high >= parts or not isinstance(amount.value, float):
        return amount
    value = amount.value + other.high / parts
    return replace(amount, last=other.last, number=other.number, value=value, rule="two units")


def _joined_inches(lexemes: Sequence[Lexeme], amount: Amount) -> Amount | None:
    """As in "6-foot-5"."""
    at = amount.last + 1
    other = lexemes[at + 1]
    if amount.unit is None or amount.unit.name != "foot" or lexemes[at].text not in HYPHENS or other.kind != "number":
        return None
    if lexemes[at].spaced or other.spaced or not other.value < 12 or unit_at(lexemes, at + 2) is not None:
        return None
    return replace(amount, last=at + 1, number=at + 1, value=amount.high + other.value / 12, rule="two units")


def _inches(lexemes: Sequence[Lexeme], number: int) -> bool:
    """As in "5 ft 2 in": the "in" behind feet and a number, with nothing that it could be the preposition of."""
    if number + 1 >= len(lexemes) or lexemes[number + 1].lower != "in":
        return False
    after = lexemes[number + 2].lower if number + 2 < len(lexemes) else "."
    return not after[0].isalnum() or after in ("tall", "long", "high", "wide", "deep", "thick", "or")
