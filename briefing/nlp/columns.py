"""The words of a Doc by column: an attribute of all tokens at once takes a fraction of asking each token."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.attrs import IDS, ORTH
from spacy.tokens import Doc, Token


def texts_of(doc: Doc) -> list[str]:
    """The text of each token."""
    strings = doc.vocab.strings
    codes = doc.to_array(ORTH).tolist()
    text = {code: strings[code] for code in set(codes)}
    return [text[code] for code in codes]


def tokens_with(doc: Doc, attribute: str, values: Iterable[str]) -> Iterator[Token]:
    """The tokens whose ``attribute`` ("DEP", "POS") is one of the values when the first is asked for, in order."""
    wanted = {doc.vocab.strings[value] for value in values}
    for i, code in enumerate(doc.to_array(IDS[attribute]).tolist()):
        if code in wanted:
            yield doc[i]
