"""What a bare number counts where its noun stands earlier: "Of the 45 patients, nine left", "the 28", "scored 398"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from briefing.model import Quantity
from briefing.nlp.quantities.units import cues

_FURTHEST = 140
"""Characters from a whole to its parts."""
_NEAR = 60
_OF_THE = re.compile(r"\b[Oo]f (?:the|its|his|her|their|our|these|those|all|some|about|nearly) $")
_THE = re.compile(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose) $")
_LOOK_BACK = 12
_FURTHEST_RESTATED = 160
_LARGEST_STEP = 5
_TOLD = re.compile(
    r"\b(?:(?:put|puts|placed|given|estimated|reckoned|counted|recorded|listed)(?: it| them| that)? at"
    r"|(?:revised|corrected|raised|lowered|increased|reduced|amended) to"
    r"|(?:say|says|said|claim|claims|claimed|insist|insists|insisted|counted|reported|speak of|speaks of|spoke of)"
    r"(?: it (?:is|was)| there (?:are|were)| only)?) $"
)
_EXTENT = re.compile(r" (?:wide|long|high|deep|tall|thick|across|broad)\b")
_PART_OF = re.compile(r" (?:out )?of (?:the |its |his |her |their |some |about |nearly )?")
_ENDED = re.compile(r"(?:$|[.,;:)\n]| (?:and|but|while|after|following|by|on|yesterday)\b)")
_COUNTED = frozenset({"counted", "as before", "casualties", "people", "tally"})


def with_elided(quantities: Sequence[Quantity], text: str) -> list[Quantity]:
    """The quantities, bare numbers with the unit of what they were counted as or counted out of before.

    Args:
        quantities: By start.
        text: Of the report.
    """
    found: list[Quantity] = []
    named: dict[object, str] = {}
    whole: Quantity | None = None
    for at, quantity in enumerate(quantities):
        before = text[max(0, quantity.start - _LOOK_BACK) : quantity.start]
        if quantity.unit is None and not isinstance(quantity.value, tuple):
            unit = named.get(quantity.value) if _THE.search(before) else None
            if unit is None and whole is not None and _goes_on(text, whole, quantity):
                unit = whole.unit
            if unit is None and found and _scored(text, found[-1], quantity):
                unit = found[-1].unit
            if unit is None and found:
                unit = _restated(text, found, quantity)
            if unit is None and at + 1 < len(quantities):
                unit = _of_its_whole(text, quantity, quantities[at + 1])
            if unit is None and found:
                unit = _across(text, found[-1], quantity)
            if unit is not None:
                quantity = msgspec.structs.replace(quantity, unit=unit, rule="as before")
        if quantity.unit is not None and quantity.rule in _COUNTED:
            named[quantity.value] = quantity.unit
            if _OF_THE.search(before):
                whole = quantity
        found.append(quantity)
    return found


def _goes_on(text: str, whole: Quantity, part: Quantity) -> bool:
    """Whether the part stands in the sentence of its whole and is smaller."""
    between = text[whole.end : part.start]
    if len(between) > _FURTHEST or re.search(r"[.!?;]\s|\n", between) or isinstance(whole.value, tuple):
        return False
    return not isinstance(part.value, tuple) and 0 < part.value < whole.value and text[part.end : part.end + 1] == " "


def _of_its_whole(text: str, part: Quantity, whole: Quantity) -> str | None:
    """As in "fewer than 30 of the 200 displaced", "12 by 5 kilometres": the unit of the amount right behind."""
    if isinstance(whole.value, tuple) or isinstance(part.value, tuple):
        return None
    if whole.rule == "measure" and text[part.end : whole.start] in (" by ", " x ", " × "):
        return whole.unit
    return (
        whole.unit
        if part.value < whole.value and whole.rule in _COUNTED and _PART_OF.fullmatch(text[part.end : whole.start])
        else None
    )


def _across(text: str, before: Quantity, quantity: Quantity) -> str | None:
    """As in "30 metres wide and ten deep"."""
    if before.rule != "measure" or quantity.start - before.end > _NEAR or not _EXTENT.match(text, quantity.end):
        return None
    return before.unit if _EXTENT.match(text, before.end) else None


def _scored(text: str, before: Quantity, quantity: Quantity) -> bool:
    """As in "won 412,306 votes, while Tukur scored 398,172"."""
    words = cues()["scores"]
    between = text[before.end : quantity.start]
    if before.unit not in words["scored_units"] or len(between) > _NEAR or re.search(r"[.!?;]\s|\n", between):
        return False
    return between.split()[-1:] != [] and between.split()[-1] in words["scoring"]


def _restated(text: str, found: Sequence[Quantity], quantity: Quantity) -> str | None:
    """The unit of one amount told twice: "put at 2 million litres, is now put at 3", "120 tonnes. The Serbs say 90".

    None where amounts of several units stand near: then nothing tells which of them is meant.
    """
    if isinstance(quantity.value, tuple) or not _TOLD.search(text[max(0, quantity.start - 40) : quantity.start]):
        return None
    if not _ENDED.match(text, quantity.end):
        return None
    units: set[str] = set()
    for before in found[-4:]:
        between = text[before.end : quantity.start]
        if before.unit is None or len(between) > _FURTHEST_RESTATED or "\n" in between:
            continue
        if before.rule == "age" or isinstance(before.value, tuple) or not before.value > 0:
            continue
        if 1 / _LARGEST_STEP < quantity.value / before.value < _LARGEST_STEP:
            units.add(before.unit)
    return units.pop() if len(units) == 1 else None
