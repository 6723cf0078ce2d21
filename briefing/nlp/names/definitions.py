"""What the text says of a name beside it: another name in brackets, the nation that owns it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from briefing.nlp.names import lexicon
from briefing.nlp.names.matching import Key
from briefing.nlp.names.spans import Name

_GIVEN = r"(?:(?:also|better|commonly|locally|widely|formerly|officially) )?(?:known|abbreviated|called|referred to)"
_LETTERS = r"(?:its |the )?(?:\w+[ -]){0,2}(?:acronym|initials|abbreviation)s?,? ?(?:of |as |is )?"
_ALSO = re.compile(
    rf",? (?:which is |that is )?{_GIVEN} (?:as |by )?(?:{_LETTERS})?(?:the )?[\"“‘']?"
    r"|,? or (?:the )?|,? alias [\"“‘']?"
)
_STANDS = re.compile(r",? (?:which )?(?:stands|short) for (?:the )?[\"“‘']?", re.IGNORECASE)
_APART = 6
"""Tokens between a name and another one given for it."""


def definitions(doc: Doc, names: Sequence[Name]) -> dict[Key, Key]:
    """Other name -> the name it was given for: in brackets, or after "known as"."""
    found: dict[Key, Key] = {}
    for one, other in itertools.pairwise(name for name in names if name.label != "NORP"):
        if other.start - one.end > _APART or one.rule == "dateline":
            continue
        words = between(doc, one, other)
        full, short = (one, other) if len(other.key) <= len(one.key) else (other, one)
        closed = other.end < len(doc) and doc[other.end].text == ")"
        if closed and other.start == one.end + 1 and words.strip() == "(":
            if one.label != "PERSON" and _may_name(full, short) and (full is one or _is_initials(doc, short, full)):
                found.setdefault(short.key, full.key)
        elif full is one and one.end < other.start and _ALSO.fullmatch(words):
            if words.strip(", ") not in ("or", "or the") or _is_initials(doc, short, full):
                found.setdefault(short.key, full.key)
        elif full is other and _STANDS.fullmatch(words):
            found.setdefault(short.key, full.key)
    return found


def _is_loud(doc: Doc, name: Name) -> bool:
    """True for an acronym by its look."""
    text = name.text(doc)
    return len(name.key) == 1 and sum(map(str.isupper, text)) > 1


def _is_initials(doc: Doc, short: Name, full: Name) -> bool:
    """True where "or" gives another name, not another thing: "the Islamic State, or ISIS"."""
    return _is_loud(doc, short) and full.label == "ORG" and len(full.key) > 1 and _fits(short.key, full.key)


def _fits(short: Key, full: Key) -> bool:
    """True where a body's name may be spelled out behind its letters, in another language too: "ELN"."""
    return full[0][0] == short[0][0] or (len(full) > 2 and full[-1] in lexicon.BODY_HEADS)


def _may_name(full: Name, short: Name) -> bool:
    """True where what stands in brackets is no place beside the name ("Springfield College (Ohio)")."""
    return lexicon.listed_label(short.key) in (None, "ORG") and len(full.key) > 1


def owners(doc: Doc, names: Sequence[Name]) -> Iterator[tuple[Name, str]]:
    """Names with the nation in front of them or after "of": "Belarus's Foreign Ministry"."""
    for one, other in itertools.pairwise(name for name in names if name.label != "NORP"):
        if other.start - one.end > _APART:
            continue
        words = between(doc, one, other).strip().lower()
        if words in ("", "'s", "’s", "'", "’") and (state := lexicon.state_of(one.key)):
            yield other, state
        elif words in ("of", "of the", "in") and (state := lexicon.state_of(other.key)):
            yield one, state
        elif words in ("of", "of the") and one.label == "ORG" and other.label == "GPE":
            yield one, " ".join(other.key)


def between(doc: Doc, one: Name, other: Name) -> str:
    """The text between two names."""
    return doc[one.end - 1].whitespace_ + doc[one.end : other.start].text_with_ws
