"""The table of units, read once, and the search for one beside a number."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from briefing.nlp.numerals import Lexeme, read
from briefing.nlp.quantities import currencies

HYPHENS = frozenset("-‐‑")
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a currency.

    Attributes:
        name: As the findings give it.
        per: How many of the written unit make one of the named (100 pence a pound sterling).
        seconds: Its length in seconds where it measures time, else 0.
        family: Of a currency whose name several bear, that name; ``currencies.py`` tells which one is meant.
    """

    name: str
    per: float = 1.0
    seconds: float = 0.0
    family: str = ""

    @property
    def time(self) -> bool:
        """Whether it measures time."""
        return self.seconds > 0

    @property
    def money(self) -> bool:
        """Whether it is a currency (its name is an ISO 4217 code) or a coin."""
        return bool(self.family) or (len(self.name) == 3 and self.name.isupper())


@dataclass(frozen=True, slots=True)
class _Index:
    words: dict[tuple[str, ...], Unit]
    symbols: dict[tuple[str, ...], Unit]
    prefixes: dict[str, Unit]


@cache
def _index() -> _Index:
    index = _Index({}, {}, {})
    for row in _rows():
        unit = Unit(row["name"], float(row.get("per", 1)), float(row.get("time", 0)))
        for words in row.get("words", ()):
            index.words[tuple(lexeme.lower for lexeme in read(words))] = unit
        for symbol in row.get("symbols", ()):
            index.symbols[tuple(lexeme.text for lexeme in read(symbol))] = unit
            if unit.money and symbol not in ("p", "kn"):
                index.prefixes.setdefault(symbol, unit)
    _add_families(index)
    return index


def _add_families(index: _Index) -> None:
    """The names that several currencies bear, bare and behind an adjective: "lei", "Moldovan lei"."""
    for words, code in currencies.adjectives():
        index.words.setdefault(tuple(lexeme.lower for lexeme in read(words)), Unit(code))
    for family in currencies.families().values():
        unit = Unit(family.default or family.name, family=family.name)
        for noun in family.nouns:
            index.words[tuple(lexeme.lower for lexeme in read(noun))] = unit
        for symbol in family.symbols:
            index.symbols[tuple(lexeme.text for lexeme in read(symbol))] = index.prefixes[symbol] = unit


@cache
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(files(__package__).joinpath("units.toml").read_text("utf-8"))["unit"]
    return rows


def names_of_units() -> Iterator[tuple[str, str]]:
    """Every way to write a unit, and the unit's name; units of which many make one (pence) are left out."""
    for row in _rows():
        if "per" not in row:
            yield from (
                (written, row["name"]) for written in (row["name"], *row.get("words", ()), *row.get("symbols", ()))
            )


@cache
def cues() -> dict[str, Any]:
    """What ``cues.toml`` holds."""
    return tomllib.loads(files(__package__).joinpath("cues.toml").read_text("utf-8"))


def unit_at(lexemes: Sequence[Lexeme], at: int) -> tuple[int, Unit] | None:
    """The longest unit that begins at lexeme ``at``: the index of its last lexeme and the unit."""
    index = _index()
    for count in range(min(_LONGEST, len(lexemes) - at), 0, -1):
        part = lexemes[at : at + count]
        unit = index.symbols.get(tuple(lexeme.text for lexeme in part))
        if unit is not None and all(not lexeme.spaced for lexeme in part[1:]):
            return at + count - 1, unit
        unit = index.words.get(tuple(lexeme.lower for lexeme in part))
        if unit is not None:
            return at + count - 1, unit
    return None


def currency_before(lexemes: Sequence[Lexeme], at: int) -> tuple[int, Unit] | None:
    """The sign or code of a currency that ends right before lexeme ``at``: its first lexeme and the currency."""
    for count in (4, 3, 2, 1):
        first = at - count
        if first < 0:
            continue
        part = lexemes[first:at]
        if any(lexeme.kind == "number" for lexeme in part):
            continue
        written = "".join((" " if lexeme.spaced and n else "") + lexeme.text for n, lexeme in enumerate(part))
        unit = _index().prefixes.get(written)
        attached = not part[0].spaced and first > 0 and lexemes[first - 1].text[-1:].isalpha()
        if unit is not None and not (attached and written.isalpha()):
            return first, unit
    return None
