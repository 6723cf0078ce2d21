"""Bytes to text: which encoding a file is in.

In this order, the first that fits: a byte order mark, UTF-8, the pattern of zero bytes of UTF-16, what an HTML page
declares, UTF-8 with a few broken bytes, Windows-1252 where its reading looks like English, and last what
``charset-normalizer`` finds likeliest.
"""

from __future__ import annotations

import codecs
import re

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
SAMPLE = 1 << 16
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^<>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{2,40})", re.I
)
_ODD_IN_ENGLISH = re.compile(r"[a-z][\u00c0-\u00de\u0080-\u009f][a-z ]|[\u00c0-\u00ff\u0080-\u009f]{3}")
"""A capital with an accent within a word, or three accented letters in a row: another encoding read as cp1252."""


def binary_kind(content: bytes) -> str | None:
    """What a file is that holds no text ("a PDF document"), or None where it may be text."""
    for magic, kind in MAGIC:
        if content.startswith(magic):
            return kind
    if _wide(content) is not None:
        return None
    sample = content[:SAMPLE]
    if b"\0" in sample:
        return "binary data"
    controls = sum(byte < 0x20 and byte not in b"\t\n\r\f\b\x1b" for byte in sample)
    return "binary data" if controls > max(8, len(sample) // 20) else None


def decode(content: bytes) -> str:
    """The text of a file, byte order mark removed.

    Every sequence of bytes gives some text: what cannot be read as anything else is read as Windows-1252.
    """
    if encoding := _wide(content):
        return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if (declared := _declared(content)) and (text := _strict(content, declared)) is not None:
        return text
    if (text := _mended_utf8(content)) is not None:
        return text
    text = content.decode("cp1252", "replace")
    few = sum(byte >= 0x80 for byte in content[:SAMPLE]) * 8 < len(content[:SAMPLE])
    if few and "\ufffd" not in text and not _ODD_IN_ENGLISH.search(text):
        return text
    return _likeliest(content) or text


def _wide(content: bytes) -> str | None:
    """The encoding where a byte order mark or the places of zero bytes show it."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding
    sample = content[: 1 << 12]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.7 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.7 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None


def _declared(content: bytes) -> str | None:
    """What the first kilobytes of an HTML page say of its encoding; ``latin-1`` means Windows-1252 on the web."""
    found = _DECLARED.search(content[:4096])
    if found is None:
        return None
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return None
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _mended_utf8(content: bytes) -> str | None:
    """UTF-8 in which a few bytes of Windows-1252 stand, each read as what it is; None where most are not UTF-8."""
    text = content.decode("utf-8", "surrogateescape")
    broken = sum(1 for character in text if "\udc80" <= character <= "\udcff")
    sound = sum(1 for character in text if character > "\x7f") - broken
    if broken * 10 > sound:
        return None
    return re.sub("[\udc80-\udcff]", lambda found: bytes([ord(found[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _likeliest(content: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(content[:SAMPLE]).best()
    if best is None:
        return None
    western = best.encoding.startswith("mac_") and best.encoding not in {"mac_cyrillic", "mac_greek", "mac_turkish"}
    return _strict(content, "mac_roman" if western else best.encoding)
