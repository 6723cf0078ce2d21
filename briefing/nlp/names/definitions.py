"""What the text says of a name beside it: another name in brackets, the nation that owns it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from briefing.nlp.names import lexicon
from briefing.nlp.names.matching import Key
from briefing.nlp.names.spans import Name

_ALSO = re.compile(
    r",? (?:(?:also|better|commonly|locally|widely) )?(?:known|abbreviated|called) (?:as |by )?(?:the )?[\"“‘']?|, or "
)
_APART = 6
"""Tokens between a name and another one given for it."""


def definitions(doc: Doc, names: Sequence[Name]) -> dict[Key, Key]:
    """Other name -> the name it was given for: in brackets, or after "known as"."""
    found: dict[Key, Key] = {}
    for full, short in itertools.pairwise(names):
        if short.start - full.end > _APART or len(short.key) > len(full.key) or full.label == "PERSON":
            continue
        closed = short.end < len(doc) and doc[short.end].text == ")"
        bracketed = short.start == full.end + 1 and doc[full.end].text == "(" and closed
        if (bracketed and _may_name(full, short)) or _ALSO.fullmatch(between(doc, full, short)):
            found.setdefault(short.key, full.key)
    return found


def _may_name(full: Name, short: Name) -> bool:
    """True where what stands in brackets is no place beside the name ("Springfield College (Ohio)")."""
    return lexicon.listed_label(short.key) in (None, "ORG") and len(full.key) > 1


def owners(doc: Doc, names: Sequence[Name]) -> Iterator[tuple[Name, str]]:
    """Names with the nation in front of them or after "of": "Belarus's Foreign Ministry"."""
    for one, other in itertools.pairwise(names):
        if other.start - one.end > _APART:
            continue
        words = between(doc, one, other).strip().lower()
        if words in ("", "'s", "’s", "'", "’") and (state := lexicon.state_of(one.key)):
            yield other, state
        elif words in ("of", "of the", "in") and (state := lexicon.state_of(other.key)):
            yield one, state


def between(doc: Doc, one: Name, other: Name) -> str:
    """The text between two names."""
    return doc[one.end - 1].whitespace_ + doc[one.end : other.start].text_with_ws
