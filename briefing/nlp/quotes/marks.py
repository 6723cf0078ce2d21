"""Quotation marks: which opens, which closes, and which is only an apostrophe.

Marks are paired within a paragraph, in one pass over the text. Typographic, straight, doubled (``''``), angled and low
marks are known, single marks where they are not apostrophes. A mark without its partner makes no quotation, except that
a paragraph left open continues in the next one that opens with the same kind of mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.model import Span

_MARK = re.compile(r"'(?:(?<=\S')(?=''(?!'))|'|)|``|\"|“|”|„|«|»|‘|’")
_PARAGRAPH = re.compile(r"[^\n]+")
_OPENERS = {"“": "”", "„": "“”", "«": "»", "``": "''", "‘": "’"}
_SINGLE = frozenset("‘’'")
_ELISIONS = re.compile(r"(?:em|til|tis|twas|cause|bout|n|neath|round|\d\ds?)\b", re.IGNORECASE)
_TERMINAL = frozenset(",.!?…;—–-")


class Quotation(NamedTuple):
    """A stretch in quotation marks.

    Attributes:
        outer: With its marks.
        inner: Without them.
        continues: Its paragraph ends without a closing mark, and the next goes on with an opening one.
        resumed: It goes on from such a paragraph.
    """

    outer: Span
    inner: Span
    continues: bool = False
    resumed: bool = False


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost stretches in quotation marks, in order; they do not overlap."""
    found: list[Quotation] = []
    left_open: _Open | None = None
    for paragraph in _PARAGRAPH.finditer(text):
        pairs, still_open = _pair(text, Span(*paragraph.span()))
        if left_open is not None:
            first = pairs[0].outer.start if pairs else still_open.at if still_open else -1
            if first >= 0 and not text[paragraph.start() : first].strip() and _kind(text[first]) == left_open.kind:
                found.append(Quotation(Span(left_open.at, left_open.end), Span(left_open.inner, left_open.end), True))
                if pairs and pairs[0].outer.start == first:
                    pairs[0] = pairs[0]._replace(resumed=True)
        found.extend(pairs)
        left_open = still_open
    return tuple(_resumed(found))


class _Open(NamedTuple):
    at: int
    inner: int
    end: int
    kind: str


def _resumed(found: list[Quotation]) -> Iterator[Quotation]:
    continues = False
    for quotation in found:
        yield quotation._replace(resumed=True) if continues else quotation
        continues = quotation.continues


def _kind(mark: str) -> str:
    return "single" if mark in _SINGLE else "double"


def _pair(text: str, paragraph: Span) -> tuple[list[Quotation], _Open | None]:
    """The pairs of one paragraph, and what is still open at its end."""
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    pairs: list[Quotation] = []
    opened: re.Match[str] | None = None
    n = 0
    while n < len(marks):
        mark = marks[n]
        n += 1
        single = mark.group() in _SINGLE
        if opened is None:
            if not _opens(text, mark, paragraph):
                continue
            if single:
                closing = _single_close(text, marks, n, paragraph)
                if closing is not None:
                    pairs.append(_quotation(mark, marks[closing]))
                    n = closing + 1
                continue
            opened = mark
        elif not single and _closes(text, opened, mark, paragraph):
            pairs.append(_quotation(opened, mark))
            opened = None
        elif not single and mark.group() in ("“", "„", "«"):
            opened = mark
    if opened is None:
        return pairs, None
    return pairs, _Open(opened.start(), opened.end(), paragraph.end, _kind(opened.group()))


def _quotation(opening: re.Match[str], closing: re.Match[str]) -> Quotation:
    text, start, end = opening.string, opening.end(), closing.start()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(Span(opening.start(), closing.end()), Span(start, end))


def _spaced(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """True for an angled mark set off by a space, as French sets it: "« No deal »"."""
    return mark.group() == "«" and text[mark.end() : paragraph.end].strip() != ""


def _opens(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if before.isalnum() or (after.isspace() and not _spaced(text, mark, paragraph)):
        return False
    if mark.group() in ("”", "»", "’"):
        return False
    if mark.group() in _OPENERS:
        return mark.group() != "‘" or not _ELISIONS.match(text, mark.end())
    if mark.group() == "'":
        return (before.isspace() or before in '([—–-/"“:') and not _ELISIONS.match(text, mark.end())
    return not (before in ".,!?" and not after.isalnum())


def _closes(text: str, opening: re.Match[str], mark: re.Match[str], paragraph: Span) -> bool:
    if opening.group() in _OPENERS and opening.group() != "``":
        return mark.group() in (*_OPENERS[opening.group()], '"')
    if mark.group() in ("“", "„", "«", "``"):
        return False
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    return not before.isspace() or not after.isalnum()


def _single_close(text: str, marks: list[re.Match[str]], n: int, paragraph: Span) -> int | None:
    """Index of the mark that closes a single quotation opened before ``n``; apostrophes are passed over.

    A mark after an s and before a space may be a possessive plural ("workers' rights"): it closes only where no surer
    mark follows before the next opening.
    """
    unsure: int | None = None
    for index in range(n, len(marks)):
        mark = marks[index]
        if mark.group() == "‘" or (mark.group() == "'" and _opens(text, mark, paragraph)):
            break
        if mark.group() not in ("’", "'"):
            continue
        before = text[mark.start() - 1]
        after = text[mark.end()] if mark.end() < paragraph.end else " "
        if after.isalnum() or before.isspace():
            continue
        if before in "sS" and after == " ":
            unsure = index
            continue
        return index
    return unsure
