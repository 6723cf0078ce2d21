"""The model's tokeniser, kept from words without end.

spaCy's tokeniser takes a run of characters without white space apart mark by mark, and looks at the whole of what is
left each time: 10,000 quotation marks in a row take it minutes. No word of a text is that long. Runs longer than
:data:`LONGEST` are cut here, by letters and marks alone; all else goes to the model's tokeniser as before.
"""

from __future__ import annotations

import re
from typing import Any

import numpy
from spacy.attrs import NORM
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

LONGEST = 100
"""Characters of the longest run that the model's tokeniser takes apart itself: more than any English word has."""

_LONG_RUN = re.compile(rf"\S{{{LONGEST + 1},}}")
_PARTS = re.compile(r"(?:https?://|www\.)\S{1,2000}|[^\W_]{1,60}|([\W_])\1{19,59}|[\W_]")
"""An address stays whole, as far as it is one; words are words; each mark is a token, but a rule drawn of one mark."""


class Bounded:
    """A tokeniser that takes a time in proportion to the text, whatever the text.

    Args:
        inner: The model's own.
    """

    def __init__(self, inner: Tokenizer) -> None:
        self.inner = inner
        self.vocab: Vocab = inner.vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of ``text``, whose tokens and spaces come to exactly ``text``."""
        if _LONG_RUN.search(text) is None:
            return self.inner(text)  # type: ignore[no-any-return]
        words: list[str] = []
        spaces: list[bool] = []
        norms: list[int] = []
        at = 0
        for run in _LONG_RUN.finditer(text):
            self._read(text[at : run.start()], words, spaces, norms)
            parts = [part.group() for part in _PARTS.finditer(run.group())]
            words += parts
            norms += [self.vocab[part].norm for part in parts]
            at = run.end()
            spaced = at < len(text) and text[at] == " "
            spaces += [False] * (len(parts) - 1) + [spaced]
            at += spaced
        self._read(text[at:], words, spaces, norms)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc.from_array([NORM], numpy.asarray(norms, dtype="uint64").reshape(-1, 1))  # type: ignore[arg-type]
        return doc

    def _read(self, text: str, words: list[str], spaces: list[bool], norms: list[int]) -> None:
        if text:
            for token in self.inner(text):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
                norms.append(token.norm)

    def __getattr__(self, name: str) -> Any:
        """All else that a pipeline asks of its tokeniser: saving, loading, memory zones."""
        if name == "inner":
            raise AttributeError(name)
        return getattr(self.inner, name)
