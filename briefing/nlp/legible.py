"""What the model is given to read of an article, and how its places lead back to the article's own text.

The article's text is never changed: offsets count what the source wrote. But a model that meets ``Qu\u00adill`` or
``ﬁre`` for the first time reads neither, so it is handed what a reader sees on the page: without signs of no width,
with letters put together, not all in capitals, and with line ends in place of the passages that are not English.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import NamedTuple

import msgspec

from briefing.model import Article, Foreign
from briefing.nlp.capitals import recased
from briefing.nlp.languages import foreign_passages, veiled
from briefing.nlp.places import Change, Places

_BYTE = r"[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
"""What the second and later bytes of a character in UTF-8 are as characters of Windows-1252."""
_RULES = {
    "escape sequence": r"\x1b\[[0-9;?]{0,20}[A-Za-z]",
    "tag": r"</?(?:a|abbr|article|aside|b|blockquote|body|br|button|div|em|figure|figcaption|font|footer|form|h[1-6]"
    r"|head|header|hr|html|i|iframe|img|input|li|link|main|meta|nav|noscript|ol|p|picture|pre|q|s|script|section|small"
    r"|source|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|title|tr|u|ul|video)(?:\s[^<>]{0,500})?/?>",
    "character reference": r"&(?:[A-Za-z]{2,24}[0-9]{0,2}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});",
    "garbled": r"[\u00c2\u00c3]BYTE|\u00e2BYTE{2}|\u00f0BYTE{3}".replace("BYTE", _BYTE),
    "emoji": r" ?(?:[\U0001f000-\U0001faff\u2600-\u275a\u2764-\u2767\u2794\u27a1\u2b05-\u2b55]"
    r"[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff\u2640\u2642]*)+",
    "composed": r"[^\W\d_][\u0300-\u036f]{1,8}",
    "unseen": r"[\x00-\x08\x0e-\x1b\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    r"\u20e3\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]+",
    "line": r"[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]",
    "mark": r"[\x80-\x84\x86-\x9f\u275b-\u275e]",
    "half": r"[\ud800-\udfff]",
    "apostrophe": r"(?<=[a-z])\ufffd(?=(?:s|t|d|re|ve|ll)\b)",
    "letter": r"[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]",
}
_ODD = re.compile("|".join(f"(?P<{name.replace(' ', '_')}>{rule})" for name, rule in _RULES.items()))
_PLAIN = re.compile(
    r"[\n\r\t -%'-;=-~\u00a0-\u00ac\u00ae-\u00c1\u00c4-\u00e1\u00e3-\u00ef\u00f1-\u02ff"
    r"\u2010-\u2027\u2030-\u205f\u20a0-\u20cf]*"
)
"""Characters with which no rule begins: letters and marks of print, without tags and references."""
_SCRIPTED = re.compile(r"<(script|style)\b[^<>]{0,500}>.{0,100000}?</\1\s{0,9}>", re.IGNORECASE | re.DOTALL)
_BLOCKS = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|table|section|article|blockquote)\b", re.IGNORECASE)
_MARKS = {"\u275b": "‘", "\u275c": "’", "\u275d": "“", "\u275e": "”"}


class Legible(NamedTuple):
    """An article as the model reads it.

    Attributes:
        article: With the text to read; furniture counted in it.
        foreign: Passages that are not in it, counted in ``text``.
        text: The text to read before these were veiled.
        places: Back to the article's own text; None where the two count alike.
    """

    article: Article
    foreign: tuple[Foreign, ...] = ()
    text: str = ""
    places: Places | None = None


def legible(article: Article) -> Legible:
    """What the model is given of ``article``."""
    text, places = _readable(article.text)
    foreign = foreign_passages(text)
    seen = recased(veiled(text, foreign))
    if seen == article.text:
        return Legible(article, (), text)
    furniture = article.furniture
    if places is not None:
        furniture = tuple(
            msgspec.structs.replace(mark, start=places.read(mark.start), end=places.read(mark.end))
            for mark in furniture
        )
    read = msgspec.structs.replace(article, text=seen, furniture=furniture)
    return Legible(read, foreign, text, places)


def _readable(text: str) -> tuple[str, Places | None]:
    """The text as a reader sees it, and its places where they changed."""
    if _PLAIN.fullmatch(text):
        return text, None
    changes: list[Change] = []
    parts: list[str] = []
    at = 0
    for start, end, seen in _odd(text):
        parts += (text[at:start], seen)
        changes.append(Change(start, end, len(seen)))
        at = end
    if not changes:
        return text, None
    return "".join((*parts, text[at:])), Places(changes)


def _odd(text: str) -> list[tuple[int, int, str]]:
    """Stretches that are seen otherwise than they are written, in order, and what is seen."""
    found: list[tuple[int, int, str]] = []
    scripts = [match.span() for match in _SCRIPTED.finditer(text)] if "</" in text else []
    for begin, end in [*scripts, (len(text), len(text))]:
        before = found[-1][1] if found else 0
        for match in _ODD.finditer(text, before, begin):
            seen = _seen(match)
            if seen != match.group():
                found.append((*match.span(), seen))
        if begin < end:
            found.append((begin, end, " "))
    return found


def _seen(match: re.Match[str]) -> str:
    """What a reader sees where ``match`` is written."""
    written = match.group()
    rule = match.lastgroup
    if rule == "tag":
        return "\n" if _BLOCKS.match(written) else " "
    if rule == "character_reference":
        return html.unescape(written)
    if rule == "garbled":
        return _repaired(written)
    if rule == "composed":
        return unicodedata.normalize("NFC", written)
    if rule == "letter":
        return unicodedata.normalize("NFKC", written)
    if rule == "line":
        return " " if written == "\x0b" else "\n"
    if rule == "apostrophe":
        return "’"
    if rule == "mark":
        return _MARKS.get(written) or written.encode("latin-1").decode("cp1252", "replace")
    return "\N{REPLACEMENT CHARACTER}" if rule == "half" else ""


def _repaired(written: str) -> str:
    """What bytes of UTF-8 meant that were read as Windows-1252; the same where they were none."""
    try:
        octets = bytes(ord(char) if ord(char) < 0x100 else char.encode("cp1252")[0] for char in written)
        return octets.decode("utf-8")
    except UnicodeError:
        return written
