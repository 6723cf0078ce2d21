"""Whoever and whatever an article tells of without a name: "a doctor", "another company"."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from spacy.tokens import Doc, Token

_INDEFINITE = frozenset({"a", "an", "another", "one", "some"})
_NO_REFERENCE = frozenset({"appos", "attr", "compound", "amod", "nmod", "oprd"})


class Strangers:
    """Where an article introduces somebody or something by a noun alone.

    Args:
        doc: The parse.
    """

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._found: dict[str, list[int]] | None = None

    def between(self, noun: str, start: int, end: int) -> bool:
        """True where one called so comes in between two code points."""
        at = self._all().get(noun, [])
        index = bisect_right(at, start)
        return index < len(at) and at[index] < end

    def any(self, noun: str) -> bool:
        """True where one called so comes in anywhere."""
        return bool(self._all().get(noun))

    def _all(self) -> dict[str, list[int]]:
        if self._found is None:
            self._found = defaultdict(list)
            common = self._doc.vocab.strings["NN"]
            for i, tag in enumerate(self._doc.to_array("TAG").tolist()):
                if tag == common and _introduced(token := self._doc[i]):
                    self._found[token.lemma_.lower()].append(token.idx)
        return self._found


def _introduced(noun: Token) -> bool:
    """True for a noun after "a" that neither describes what is named nor is named right after."""
    if noun.dep_ in _NO_REFERENCE or not any(
        c.dep_ in ("det", "nummod") and c.lower_ in _INDEFINITE for c in noun.lefts
    ):
        return False
    return not any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.rights)
