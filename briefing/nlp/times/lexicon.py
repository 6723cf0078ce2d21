"""The classes of words that the rules for times speak of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from briefing.nlp.numerals import Lexeme
from briefing.nlp.times.patterns import Classes, Value

_DOT_CLOCK = re.compile(r"(\d{1,2})\.([0-5]\d)")
_BOTH = 2
"""Figures of an hour; one that begins with a nought is no decimal fraction: "05.15"."""
_NONE: Classes = MappingProxyType({})
FIRST_YEAR, LAST_YEAR = 1500, 2199
"""Four figures outside these are a number."""


@cache
def tables() -> dict[str, Any]:
    """What ``lexicon.toml`` holds."""
    return tomllib.loads(files(__package__).joinpath("lexicon.toml").read_text("utf-8"))


@cache
def _by_word() -> dict[str, tuple[tuple[str, Value, bool], ...]]:
    """Word in lower case -> (class, value, whether it needs a capital letter)."""
    rows: dict[str, tuple[tuple[str, Value, bool], ...]] = {}
    for class_, table in tables()["classes"].items():
        capital = table.get("capital", ())
        for word, value in table["words"].items():
            rows[word] = (*rows.get(word, ()), (class_, value, capital is True or (capital and word in capital)))
    return rows


@cache
def holidays() -> dict[str, str]:
    """Name in lower case -> its day as a code of the lexicon."""
    table: dict[str, str] = tables()["holidays"] | tables()["lone_holidays"]
    return table


def holiday_rows() -> dict[str, str]:
    """The names as rows of the pattern language: ``{holiday}`` those sure in themselves, ``{lone}`` the others."""
    return {
        "holiday": f"( {' / '.join(_row(name) for name in tables()['holidays'])} )",
        "lone": f"( {' / '.join(_row(name) for name in tables()['lone_holidays'])} )",
    }


def _row(name: str) -> str:
    return " ".join(re.sub(r"['.]", lambda found: " '|’ " if found[0] == "'" else " . ", name).split())


def classify(lexemes: Sequence[Lexeme]) -> list[Classes]:
    """The classes of each lexeme, with their values."""
    known = _by_word()
    return [
        _classes(lexeme)
        if lexeme.kind not in ("word", "symbol") or lexeme.lower in known or lexeme.text[0].isupper()
        else _NONE
        for lexeme in lexemes
    ]


def _classes(lexeme: Lexeme) -> Classes:
    classes: dict[str, Value] = {
        class_: value
        for class_, value, capital in _by_word().get(lexeme.lower, ())
        if not capital or lexeme.text[0].isupper()
    }
    if lexeme.kind == "number":
        classes["NUM"] = lexeme.value
        classes |= _figures(lexeme)
    elif lexeme.kind == "ordinal":
        classes["ORDINAL"] = lexeme.value
        if 1 <= lexeme.value <= 31:
            classes["DAY"] = lexeme.value
            if lexeme.text[0].isdecimal():
                classes["NTH"] = lexeme.value
    elif lexeme.kind == "clock":
        parts = [int(part) for part in lexeme.text.split(":")]
        if parts[0] <= 24 and max(parts[1:]) < 60:
            classes["CLOCK"] = ":".join(f"{part:02d}" for part in parts)
    elif lexeme.kind == "date":
        classes["ISO"] = lexeme.text
    elif lexeme.kind == "word" and lexeme.text[0].isupper() and len(lexeme.text) > 2:
        classes["CITY"] = lexeme.text
    return classes


def _figures(lexeme: Lexeme) -> Classes:
    """What a number may be beside a number: a year, a day of the month, an hour."""
    classes: dict[str, Value] = {}
    if lexeme.text.isdecimal():
        if len(lexeme.text) == 4:
            if FIRST_YEAR <= lexeme.value <= LAST_YEAR:
                classes["YEAR"] = lexeme.value
            classes["FOURFIGURES"] = lexeme.text
        elif len(lexeme.text) <= 2:
            if 1 <= lexeme.value <= 31:
                classes["DAY"] = lexeme.value
            if lexeme.value <= 24:
                classes["HOUR"] = lexeme.value
    elif lexeme.figures and (found := _DOT_CLOCK.fullmatch(lexeme.text)) and int(found[1]) < 24:
        classes["DOTCLOCK"] = f"{int(found[1]):02d}:{found[2]}"
        if lexeme.text.startswith("0") and len(found[1]) == _BOTH:
            classes["ZEROCLOCK"] = classes["DOTCLOCK"]
    elif not lexeme.figures and lexeme.value <= 12 and lexeme.value == int(lexeme.value):
        classes["HOUR"] = lexeme.value
    return classes
