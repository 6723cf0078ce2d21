"""Footnotes: one for each stretch of a source that is cited, with its exact words and its place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from briefing.export.escaping import inline
from briefing.model import Article, Findings


class Footnotes:
    """The footnotes of one story, numbered by first use; the same stretch has the same number throughout.

    Args:
        start: Number of the first; a summary of several stories numbers them through.
    """

    def __init__(self, start: int = 1) -> None:
        self._start = start
        self._numbers: dict[tuple[str, int, int], int] = {}

    def mark(self, article: str, span: tuple[int, int]) -> str:
        """The mark to set behind a statement: ``[^3]``."""
        key = (article, span[0], span[1])
        number = self._numbers.setdefault(key, self._start + len(self._numbers))
        return f"[^{number}]"

    @property
    def next_number(self) -> int:
        """The number that the next new footnote will have."""
        return self._start + len(self._numbers)

    def definitions(
        self, articles: Mapping[str, Article], findings: Mapping[str, Findings], labels: Mapping[str, str]
    ) -> list[str]:
        """The footnotes themselves, in order: source, place, exact words."""
        places = {
            article: Places(articles[article], findings.get(article))
            for article in {cited for cited, _, _ in self._numbers}
        }
        return [
            f"[^{number}]: {inline(labels[article])}, {places[article].of(start)} (`{_code(article)}` {start}–{end}): "
            f"“{inline(articles[article].text[start:end])}”"
            for (article, start, end), number in self._numbers.items()
        ]


class Places:
    """Places of one article as a reader counts them; lines of furniture and headings count as paragraphs."""

    def __init__(self, article: Article, findings: Findings | None) -> None:
        self._paragraphs: list[int] = []
        start = 0
        for line in article.text.split("\n"):
            if line.strip():
                self._paragraphs.append(start)
            start += len(line) + 1
        told = findings.sentences if findings else ()
        self._sentences = [sentence.start for sentence in told if article.reports(sentence)]

    def of(self, at: int) -> str:
        """Where a code point stands: "paragraph 5, sentence 2"."""
        paragraph = bisect_right(self._paragraphs, at)
        if not self._sentences:
            return f"paragraph {paragraph}"
        before = bisect_left(self._sentences, self._paragraphs[paragraph - 1]) if paragraph else 0
        return f"paragraph {paragraph}, sentence {max(1, bisect_right(self._sentences, at) - before)}"


def _code(article: str) -> str:
    """An id within backticks: it may hold anything but a backtick or a control character."""
    return "".join(character for character in article if character.isprintable() and character != "`") or "-"
