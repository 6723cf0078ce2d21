"""How well quantities are found: places that overlap, with the same value, unit, bound and direction."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from spacy.training import Example

from briefing.model import Quantity
from briefing.nlp.quantities.units import names_of_units

Same = Callable[[Quantity, Quantity], bool]


def score_quantities(examples: Iterable[Example]) -> dict[str, float]:
    """F of the values alone, and of values with the right unit, with the right bound, with the right change.

    Each is counted by itself, one found quantity for one of the gold. "Change" is the direction where there is one and
    the bound where there is none, the way NewsQuant labels it in one field.

    Args:
        examples: Whose reference Docs hold the right answers in ``doc._.quantities``. Gold without places has the whole
            text as its span.

    Returns:
        ``quantities_value_f``, ``quantities_unit_f``, ``quantities_bound_f`` and ``quantities_change_f``, from 0 to 1.
    """
    tests: dict[str, Same] = {
        "value": same_value,
        "unit": lambda a, b: same_value(a, b) and same_unit(a.unit, b.unit),
        "bound": lambda a, b: same_value(a, b) and a.bound == b.bound,
        "change": lambda a, b: same_value(a, b) and (a.change or a.bound) == (b.change or b.bound),
    }
    right, total = dict.fromkeys(tests, 0), 0
    for example in examples:
        got: Sequence[Quantity] = example.predicted._.quantities
        gold: Sequence[Quantity] = example.reference._.quantities
        total += len(got) + len(gold)
        for name, same in tests.items():
            right[name] += _matched(got, gold, same)
    return {f"quantities_{name}_f": 2 * count / total if total else 0.0 for name, count in right.items()}


def _matched(got: Sequence[Quantity], gold: Sequence[Quantity], same: Same) -> int:
    """How many of the gold have a found quantity of their own."""
    left, count = list(got), 0
    for quantity in gold:
        found = next((q for q in left if q.span.overlaps(quantity.span) and same(q, quantity)), None)
        if found is not None:
            left.remove(found)
            count += 1
    return count


def same_value(one: Quantity, other: Quantity) -> bool:
    """Whether the numbers are equal, ranges end by end."""
    if isinstance(one.value, tuple) and isinstance(other.value, tuple):
        return all(math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8) for a, b in zip(one.value, other.value, strict=True))
    if isinstance(one.value, tuple) or isinstance(other.value, tuple):
        return False
    return math.isclose(one.value, other.value, rel_tol=1e-5, abs_tol=1e-8)


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are the same, however they are written; the head noun stands for a longer phrase.

    ``USD`` is ``dollars`` and ``US$``, ``percent`` is ``%`` and ``percentage``, ``player`` is ``first-team players``.
    Gold that names a unit in two ways has both, with "|" between.
    """
    return any(_alike(_name(one), _name(written)) for written in (other or "").split("|"))


def _alike(a: str, b: str) -> bool:
    return a == b or (bool(a and b) and (_heads(a, b) or _heads(b, a)))


def _heads(noun: str, phrase: str) -> bool:
    words = phrase.split()
    if len(words) < 2 or phrase in _written().values():
        return False
    return noun in (_name(words[-1]), _name(phrase.split(" of ")[0]))


def _name(unit: str | None) -> str:
    written = " ".join((unit or "").lower().replace("_", " ").split())
    if written in ("", "-"):
        return ""
    table = _written()
    words = written.split()
    forms = (written, " ".join(map(_singular, words)), " ".join([_singular(words[0]), *words[1:]]))
    return next((table[form] for form in forms if form in table), forms[1])


def _singular(word: str) -> str:
    """A rough lemma of a counted noun."""
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses", "zes")) else word.removesuffix("s")


@cache
def _written() -> dict[str, str]:
    """Ways to write a unit, in lower case, and its name. The first in the table stands where two are written alike."""
    table = {"people": "person", "men and women": "person", "percentage": "percent", "women": "woman", "men": "man"}
    table |= {"children": "child"}
    for written, name in names_of_units():
        table.setdefault(written.lower(), name.lower())
    return table | {"dollar": "usd", "cents": "cent", "us cent": "cent", "pence": "penny", "p": "penny"}
