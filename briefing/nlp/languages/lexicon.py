"""The little words of each language, and the English words that a reader knows."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+")
"""Letters in a row: apostrophes and hyphens part words."""


class Words(NamedTuple):
    """The lists of ``words.toml``, turned for look-up.

    Attributes:
        english: The little words of English.
        languages: Little word -> the other languages that have it.
        telling: Little words of other languages that are none of English.
        codes: The other languages, by how many people write them within each family.
        letters: Language -> its letters beyond those that most languages of its script use.
    """

    english: frozenset[str]
    languages: dict[str, tuple[str, ...]]
    telling: frozenset[str]
    codes: tuple[str, ...]
    letters: dict[str, frozenset[str]]


@cache
def words() -> Words:
    """The lists, read once. Each word stands in them with and without its accents, as in lines of capitals."""
    data = tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))
    lists = {code: text.split() for code, text in data["words"].items()}
    english = frozenset(lists.pop("en"))
    languages: dict[str, list[str]] = {}
    for code, listed in lists.items():
        for word in {*listed, *(bare(word) for word in listed if len(word) > 2)}:
            languages.setdefault(word, []).append(code)
    return Words(
        english=english,
        languages={word: tuple(codes) for word, codes in languages.items()},
        telling=frozenset(languages) - english,
        codes=tuple(lists),
        letters={code: frozenset(letters) for code, letters in data["letters"].items()},
    )


def bare(word: str) -> str:
    """The word without accents."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


@cache
def known() -> frozenset[str]:
    """Some 20,000 frequent words of English text: the whole words of the sentence encoder's vocabulary."""
    lines = files("briefing.nlp").joinpath("data/bert-base-uncased-vocab.txt").read_text("utf-8").split("\n")
    return frozenset(word for word in lines if len(word) > 2 and word.isalpha() and word.isascii())
