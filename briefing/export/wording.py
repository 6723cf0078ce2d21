"""How sources are quoted: contiguous words between quotation marks, dots outside where a passage was cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.export.escaping import inline
from briefing.model import Span

WHOLE = 10_000
_LEADS_ON = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "and",
        "or",
        "but",
        "that",
        "as",
        "from",
        "its",
    }
)
"""Words after which nobody stops."""
_BREAK = re.compile(r"[,;:](?=\s)|\s[-–—]{1,2}\s")


def join_names(names: Sequence[str]) -> str:
    """As written: "A and B", "A, B and C"."""
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks and commas at its ends, and without the quotation marks that enclose all of it."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    for opening, closing in ('""', "“”", "‘’"):
        inside = text[start + 1 : end - 1]
        if (
            end - start > 2
            and text[start] == opening
            and text[end - 1] == closing
            and not {opening, closing} & set(inside)
        ):
            return Span(start + 1, end - 1)
    return Span(start, end)


def quoted(text: str, span: Span, *, limit: int = WHOLE, focus: Sequence[Span] = (), stop: bool = True) -> str:
    """The words of a span as escaped Markdown in quotation marks.

    Args:
        text: The article's text.
        span: What is quoted.
        limit: About how many code points to show; a longer passage is cut at a clause or word, and dots outside the
            quotation marks say so.
        focus: What must stay, set in bold.
        stop: Whether a full stop at the end is shown; within a sentence of ours it is not.
    """
    shown = excerpt(text, trimmed(text, span), limit, focus)
    before = "… " if shown.start > trimmed(text, span).start else ""
    after = " …" if shown.end < trimmed(text, span).end else ""
    if not stop and not after and text[shown.start : shown.end].endswith("."):
        shown = Span(shown.start, shown.end - 1)
    return f"{before}“{_with_bold(text, shown, focus)}”{after}"


def excerpt(text: str, span: Span, limit: int, focus: Sequence[Span] = ()) -> Span:
    """A contiguous part of a span of about ``limit`` code points that holds the focus."""
    if span.length <= limit + limit // 4:
        return span
    kept = [part for part in focus if span.contains(part)]
    start = span.start
    if kept and max(part.end for part in kept) - start > limit:
        first = min(part.start for part in kept)
        start = _word_start(text, max(span.start, first - limit // 2))
    end = max([start + limit, *(part.end for part in kept)])
    return Span(start, _clause_end(text, start, min(end, span.end), span.end, [part.end for part in kept]))


def _clause_end(text: str, start: int, end: int, limit: int, keep: Sequence[int]) -> int:
    """The last clause break in the second half of the stretch, else the last word's end."""
    if end >= limit:
        return limit
    least = max([start + (end - start) // 2, *keep])
    breaks = [found.start() for found in _BREAK.finditer(text, start, end) if found.start() >= least]
    if breaks:
        return breaks[-1]
    blank = text.rfind(" ", least, end)
    if blank <= start:
        return end
    while (before := text.rfind(" ", least, blank)) > start and text[before + 1 : blank].casefold() in _LEADS_ON:
        blank = before
    return blank


def _word_start(text: str, position: int) -> int:
    blank = text.rfind(" ", 0, position)
    return blank + 1 if position and blank >= 0 and position - blank < 40 else position


def _with_bold(text: str, span: Span, focus: Sequence[Span]) -> str:
    pieces: list[str] = []
    at = span.start
    for part in sorted(set(focus)):
        if not span.contains(part) or part.start < at or not _stands_alone(text, part):
            continue
        pieces += [_piece(text, at, part.start), f"**{inline(text[part.start : part.end])}**"]
        at = part.end
    pieces.append(_piece(text, at, span.end))
    return "".join(pieces).strip()


def _piece(text: str, start: int, end: int) -> str:
    """Escaped words with the blanks at their ends kept as one."""
    words = text[start:end]
    if not words.strip():
        return " " if words else ""
    return f"{' ' if words[0].isspace() else ''}{inline(words)}{' ' if words[-1].isspace() else ''}"


def _stands_alone(text: str, part: Span) -> bool:
    """Bold marks work only where no letter or digit touches them, and no blank lies within."""
    before, after = text[part.start - 1 : part.start], text[part.end : part.end + 1]
    inside = text[part.start : part.end]
    return bool(inside) and inside == inside.strip() and not before.isalnum() and not after.isalnum()
