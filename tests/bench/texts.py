"""Texts to measure with: the articles of the repository put together anew, and texts of hostile kinds."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

from briefing.ingest import read
from briefing.model import Article

FOLDER = os.environ.get("BENCH_ARTICLES", "")
"""A folder of articles to read instead of the repository's."""
_WORDS = 550
"""Words of an article that is put together; news of agencies are about as long."""


def originals() -> list[Article]:
    """The sample reports and the invented stories, or what is in :data:`FOLDER`."""
    if FOLDER:
        places = [Path(FOLDER)]
    else:
        places = [Path("seeds"), *sorted(place for place in Path("tests/fixtures/stories").iterdir() if place.is_dir())]
    return [item for item in read(places) if isinstance(item, Article)]


def articles(count: int, seed: int = 1) -> list[Article]:
    """As many articles, no two alike: the repository's paragraphs in another order, with new names and figures.

    Those of :data:`FOLDER` are taken as they are.
    """
    made = originals()
    if FOLDER:
        return made[:count]
    chance = random.Random(seed)
    paragraphs = [line for article in made for line in article.text.splitlines() if line.strip()]
    return [_article(number, paragraphs, chance) for number in range(count)]


def _article(number: int, paragraphs: list[str], chance: random.Random) -> Article:
    lines: list[str] = []
    while sum(len(line.split()) for line in lines) < _WORDS:
        lines.append(changed(chance.choice(paragraphs), chance))
    return Article(id=f"bench{number}", text="\n\n".join(lines), published="2012-09-22")


def changed(paragraph: str, chance: random.Random) -> str:
    """A paragraph with other figures, and some other names."""
    return " ".join(_changed(word, chance) for word in paragraph.split(" "))


def _changed(word: str, chance: random.Random) -> str:
    """Now and then another figure, or a name that nobody has read yet."""
    if word.isdecimal():
        return str(chance.randrange(10 ** len(word)))
    if word.istitle() and word.isalpha() and chance.random() < 0.05:
        return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(3)).title()
    return word


def _plain(text: str) -> str:
    return text


def _unpunctuated(text: str) -> str:
    return "".join(char for char in text if char.isalnum() or char == " ")


def _one_line(text: str) -> str:
    return " ".join(text.split())


KINDS: dict[str, Callable[[str], str]] = {
    "news": _plain,
    "no punctuation": _unpunctuated,
    "all capitals": str.upper,
    "one line": _one_line,
    "every word in quotation marks": lambda text: " ".join(f'"{word}"' for word in text.split()),
    "only quotation marks": lambda text: '"' * (len(text) // 8),
    "dates to come": lambda text: "The plan is due on 3 May 2030; they meet in June 2031. " * (len(text) // 55),
    "a list of names": lambda text: ", ".join(word for word in text.split() if word.istitle()) + ".",
    "a table of figures": lambda text: "\n".join(
        f"{len(word)} | {word} | 1,{len(word):03d} | 4%" for word in text.split()
    ),
}
"""What becomes of news, by kind."""
