"""Choosing words: a caret that goes from word to word, then a selection that grows from where it stood."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from briefing.tui.layout import words

if TYPE_CHECKING:
    from briefing.tui.sheets import Sheet


class Chooser:
    """A selection of whole words.

    Args:
        sheet: The article.
        sentence: Where the caret begins, on the first word.

    Raises:
        ValueError: The article has no words.
    """

    def __init__(self, sheet: Sheet, sentence: int) -> None:
        self.sheet = sheet
        self._words = list(words(sheet.article.text, 0, len(sheet.article.text)))
        if not self._words:
            raise ValueError("an article without words")
        self._starts = [start for start, _ in self._words]
        self._fixed = self._moving = self._first_of(sentence)
        self.anchored = False

    def _first_of(self, sentence: int) -> int:
        start = self.sheet.sentences[sentence].start
        return min(bisect.bisect_left(self._starts, start), len(self._words) - 1)

    def _last_of(self, sentence: int) -> int:
        end = self.sheet.sentences[sentence].end
        return max(self._first_of(sentence), bisect.bisect_left(self._starts, end) - 1)

    @property
    def sentence(self) -> int:
        """The sentence in which the moving end stands."""
        return self.sheet.sentence_at(self._words[self._moving][0])

    @property
    def span(self) -> tuple[int, int]:
        """Code points of the selection; whole sentences with the marks that open and close them."""
        first, last = sorted((self._fixed, self._moving))
        start, end = self._words[first][0], self._words[last][1]
        opening, closing = self.sheet.sentence_at(start), self.sheet.sentence_at(end - 1)
        if self.anchored and first == self._first_of(opening) and last == self._last_of(closing):
            return self.sheet.sentences[opening].start, self.sheet.sentences[closing].end
        return start, end

    def anchor(self) -> None:
        """From here on, moving stretches the selection."""
        self.anchored = True

    def take_sentence(self) -> None:
        """Select the whole sentence of the moving end."""
        sentence = self.sentence
        self._fixed, self._moving, self.anchored = self._first_of(sentence), self._last_of(sentence), True

    def by_words(self, count: int) -> None:
        """Move by words."""
        self._moving = min(max(self._moving + count, 0), len(self._words) - 1)
        if not self.anchored:
            self._fixed = self._moving

    def by_sentences(self, count: int) -> None:
        """Move by a sentence: the caret to the first word of one, a selection to the far end of one."""
        sentence = self.sentence
        if not self.anchored:
            self._fixed = self._moving = self._first_of(self._near(sentence + count))
        elif count > 0:
            self._moving = self._forward(sentence)
        else:
            self._moving = self._back(sentence)

    def _forward(self, sentence: int) -> int:
        """The moving end a sentence on: away from the fixed end to a sentence's last word, towards it to a first."""
        if self._moving < self._fixed:
            start = self._first_of(self._near(sentence + 1))
            return start if start <= self._fixed else self._last_of(sentence)
        done = self._moving >= self._last_of(sentence)
        return self._last_of(self._near(sentence + 1 if done else sentence))

    def _back(self, sentence: int) -> int:
        """As :meth:`_forward`, the other way."""
        if self._moving > self._fixed:
            end = self._last_of(self._near(sentence - 1))
            return end if end >= self._fixed and sentence else self._first_of(sentence)
        done = self._moving <= self._first_of(sentence)
        return self._first_of(self._near(sentence - 1 if done else sentence))

    def _near(self, sentence: int) -> int:
        return min(max(sentence, 0), len(self.sheet.sentences) - 1)

    def other_end(self) -> None:
        """Let the other end move from now on."""
        self._fixed, self._moving = self._moving, self._fixed

    def between(self, start: int, end: int) -> None:
        """Select all words between two code points, in whichever order."""
        self._fixed = max(0, bisect.bisect_right(self._starts, start) - 1)
        self._moving = max(0, bisect.bisect_right(self._starts, end) - 1)
        self.anchored = True
