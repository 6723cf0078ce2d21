"""One plain spelling for the many ways of writing the same letters; for comparing only, never shown."""

from __future__ import annotations

import functools
import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ə": "a",
        "ŋ": "n", "ħ": "h", "ĸ": "k", "ŧ": "t", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "’": "'", "‘": "'", "`": "'",
        "´": "'",
    }
)  # fmt: skip
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
        "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
        "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
        "ё": "yo", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
        "ђ": "dj", "џ": "dz", "қ": "q", "ғ": "gh", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ә": "a", "ө": "o", "ү": "u",
        "ұ": "u", "һ": "h", "ң": "n",
    }
)  # fmt: skip
_GREEK = str.maketrans("αβγδεζηθικλμνξοπρσςτυφχψω", "avgdeziuiklmnxoprsstyfhpo")

_POSSESSIVE = re.compile(r"(?<=\w)'s?$")
_WORD = re.compile(r"[a-z0-9+]+(?:'[a-z]+)*|&")
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?")
_ENDINGS = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"(?<=\w{3})is(e|ed|es|er|ers|ing)$"), r"iz\1"),
    (re.compile(r"(?<=[aeo])ll(ed|ing|er|ers|or|ors)$"), r"l\1"),
    (re.compile(r"(?<=\w{2})our(s?|ed|ing|able|ite)$"), r"or\1"),
    (re.compile(r"(?<=\w{2})tre(s?)$"), r"ter\1"),
    (re.compile(r"^(def|off|lic|pret)ence$"), r"\1ense"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"^programme(s?)$"), r"program\1"),
)
_KEPT = frozenset({"our", "hour", "four", "tour", "your", "pour", "sour", "flour", "seymour", "darfour"})


@functools.lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Lower case, Latin letters without marks: ``fold("Łukašenka") == "lukasenka"``; Cyrillic and Greek are spelled."""
    parted = unicodedata.normalize("NFKD", text.casefold().translate(_CYRILLIC).translate(_LETTERS))
    return "".join(char for char in parted if not unicodedata.combining(char)).translate(_GREEK)


@functools.lru_cache(maxsize=50_000)
def words(name: str) -> tuple[str, ...]:
    """A name's words, folded: hyphens part, initials with full stops are one word, possessive endings go.

    >>> words("Belarus's Kim Jong-un, U.S.")
    ('belarus', 'kim', 'jong', 'un', 'us')
    """
    plain = _INITIALS.sub(lambda match: match.group().replace(".", ""), fold(name))
    found = (
        _POSSESSIVE.sub("", match.group() + "'" * plain.startswith("'", match.end())) for match in _WORD.finditer(plain)
    )
    return tuple(word.replace("'", "") for word in found if word)


@functools.lru_cache(maxsize=50_000)
def american(word: str) -> str:
    """The American spelling of a folded word ("organisation", "centre", "defence"), others as they are."""
    if word in _KEPT:
        return word
    for pattern, replacement in _ENDINGS:
        changed = pattern.sub(replacement, word)
        if changed != word:
            return changed
    return word


@functools.lru_cache(maxsize=50_000)
def key(name: str) -> tuple[str, ...]:
    """What two spellings of one name have in common: words in one spelling, "and" for "&", no leading article."""
    found = tuple("and" if word == "&" else american(word) for word in words(name))
    return found[1:] if len(found) > 1 and found[0] == "the" else found
