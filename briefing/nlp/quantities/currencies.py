"""Currencies that share a name: which lei, pesos or crowns are meant, by the countries that the text names.

Where the text names none of a name's countries, the commonest currency stands for it, and where none is commonest the
bare name: nothing is guessed.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from briefing.nlp.numerals import Lexeme, read


@dataclass(frozen=True, slots=True)
class Family:
    """The currencies of one name.

    Attributes:
        name: In the singular.
        nouns: Every way to write it.
        symbols: Abbreviations, exactly as written.
        default: Code without evidence; empty where nothing tells.
        of: Country -> code.
        said: Only an adjective tells it from the default, never the country of the report.
    """

    name: str
    nouns: tuple[str, ...]
    symbols: tuple[str, ...]
    default: str
    of: Mapping[str, str] = field(hash=False)
    said: bool = False


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("currencies.toml").read_text("utf-8"))


@cache
def families() -> dict[str, Family]:
    """Every name that several currencies bear."""
    return {
        name: Family(
            name,
            tuple(row["nouns"]),
            tuple(row.get("symbols", ())),
            row["default"],
            row["of"],
            row.get("said", False),
        )
        for name, row in _tables()["family"].items()
    }


def adjectives() -> Iterator[tuple[str, str]]:
    """Each currency as an adjective tells it, with its code: ("moldovan lei", "MDL")."""
    countries = _tables()["country"]
    for family in families().values():
        nouns = family.nouns or ("pound", "pounds")
        for country, code in family.of.items():
            yield from ((f"{said} {noun}", code) for said in countries[country] for noun in nouns)


@cache
def _countries() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word of a name -> the names that begin with it, the longest first, each with its country."""
    rows: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for country, names in _tables()["country"].items():
        for name in names:
            words = tuple(lexeme.lower for lexeme in read(name))
            rows.setdefault(words[0], []).append((words, country))
    return {first: tuple(sorted(row, key=lambda pair: -len(pair[0]))) for first, row in rows.items()}


class Countries:
    """The countries that a text names, in its order; looked for once, when first asked.

    Args:
        lexemes: Of the text.
    """

    def __init__(self, lexemes: Sequence[Lexeme]) -> None:
        self._lexemes = lexemes
        self._named: list[tuple[int, str]] | None = None

    def currency(self, family: str, at: int) -> str:
        """The code of the currency of that family meant at code point ``at``; the bare name where nothing tells.

        The country that the text names most decides, of several named alike the last before ``at``.
        """
        row = families()[family]
        if self._named is None:
            self._named = list(_named(self._lexemes))
        found = [(start, country) for start, country in self._named if country in row.of]
        if row.said or not found:
            return row.default or row.name
        counts = Counter(country for _, country in found)
        most = max(counts.values())
        leading = [(start, country) for start, country in found if counts[country] == most]
        before = [country for start, country in leading if start < at]
        return row.of[before[-1] if before else leading[0][1]]


def _named(lexemes: Sequence[Lexeme]) -> Iterator[tuple[int, str]]:
    table, at = _countries(), 0
    while at < len(lexemes):
        step = 1
        for words, country in table.get(lexemes[at].lower, ()) if lexemes[at].text[0].isupper() else ():
            if len(words) == 1 or tuple(lexeme.lower for lexeme in lexemes[at : at + len(words)]) == words:
                yield lexemes[at].start, country
                step = len(words)
                break
        at += step
