"""A text all in capitals, in the letters that it would be written in otherwise.

In capitals the model takes every other word for a name. Written small where a word is a common one, and with a capital
only where something speaks for a name, the sentences are read well, and names that nothing speaks for are missed
rather than made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.nlp.languages.lexicon import known, words
from briefing.nlp.names import lexicon

LOUD = 0.7
"""Share of words in capitals from which on capitals say nothing."""
FEWEST = 12
"""Words of the shortest text of which that is said."""
LONGEST = 30
"""Letters of the longest word that may be a name."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_OPENS = re.compile(r"(?:^|[.!?…:][\"'”’»)\]]*\s|\n)[\s\"'“‘«(\[]*$")
_DATELINE = re.compile(
    r"^[A-Z][A-Z.' ]{1,30}(?:, ?[A-Z][A-Z.' ]{1,30})?(?:, ?[A-Z]{3,9}\.? [0-9]{1,2})? ?"
    r"(?:\([A-Z/ -]{2,30}\))? ?[-–—]{1,2} ",
    re.MULTILINE,
)
_ALWAYS = """
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december mr mrs ms dr god christmas easter ramadan i
"""
_CALENDAR = frozenset(_ALWAYS.split())
_MONTH_AND_DAY = re.compile(r"(?:[0-9]{1,2} MAY|MAY [0-9]{1,4})\b")
_BOTH = """
art bill carol charity dale dawn dean drew earl faith frank gene glen grace guy hank harry heath hope iris ivy jack joy
lance lily mark mercy miles nick norm olive pat penny ray rich rob rose ruby sandy skip sue victor violet wade ward
"""
_WORDS_TOO = frozenset(_BOTH.split())
"""Given names that are common words as well: a name only before a word that is none."""
_FIRST = ("", "un", "in", "im", "re", "dis", "mis", "over", "out", "under", "pre", "non", "anti", "inter", "co")
_LAST = (
    *("s", "es", "d", "ed", "ing", "ly", "er", "ers", "est", "ness", "able", "ation", "ations", "ate", "ates", "ated"),
    *("al", "ity", "ary", "ies", "ied", "ism", "ist", "ists", "ment", "ments", "ous", "ive", "ful", "less", "ings"),
)
"""What words are made with, before and after others."""


def recased(text: str) -> str:
    """The text in its likely letters where it is all in capitals, as long as before; else the text itself."""
    if text.count("e") > text.count("E"):
        return text
    found = [match for match in _WORD.finditer(text) if len(match.group()) > 1 or match.group() in "AI"]
    if sum(match.group().isupper() for match in found) < max(FEWEST, LOUD * len(found)):
        return text
    datelines = [match.span() for match in _DATELINE.finditer(text)]
    kept = {at for start, end in datelines for at in range(start, end)}
    openings = {end for _, end in datelines}
    named = _named(text, found)
    parts: list[str] = []
    at = 0
    for i, match in enumerate(found):
        name = i in named or match.start() in openings
        seen = _written(text, match, name, match.start() in kept)
        parts += (text[at : match.start()], seen)
        at = match.end()
    return "".join((*parts, text[at:]))


def _written(text: str, match: re.Match[str], name: bool, kept: bool) -> str:
    """The word in its likely letters."""
    word = match.group()
    if not word.isupper() or len(word.lower()) != len(word) or len(word.capitalize()) != len(word):
        return word
    lower = word.lower()
    around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    if lower in _CALENDAR:
        return word.capitalize()
    if kept or around == "()" or _is_initials(lower):
        return word
    opens = _OPENS.search(text[max(0, match.start() - 8) : match.start()])
    return word.capitalize() if name or opens is not None else lower


def _is_initials(lower: str) -> bool:
    return len(lower) < 6 and lower not in words().english and lexicon.key_of(lower) in lexicon.known_bodies()


def _named(text: str, found: list[re.Match[str]]) -> set[int]:
    """Indexes of the words that something speaks for being names: lists, or that no list of words has them."""
    lower = [match.group().lower() for match in found]
    named: set[int] = set()
    family: set[str] = set()
    for i, word in enumerate(lower):
        after = lower[i + 1] if i + 1 < len(lower) and text[found[i].end() : found[i + 1].start()] == " " else ""
        if word in words().english and word != "may":
            continue
        if after and _is_listed(f"{word} {after}"):
            named |= {i, i + 1}
        elif lexicon.gender_of_given(word.capitalize()) and (word not in _WORDS_TOO or not is_common(after)):
            named.add(i)
            if after and after not in words().english:
                named.add(i + 1)
                family.add(after)
        elif _is_listed(word) or not is_common(word) or (word == "may" and _dated(text, found[i])):
            named.add(i)
    return named | {i for i, word in enumerate(lower) if word in family}


def _dated(text: str, match: re.Match[str]) -> bool:
    return _MONTH_AND_DAY.search(text[max(0, match.start() - 3) : match.end() + 3]) is not None


def _is_listed(name: str) -> bool:
    key = lexicon.key_of(name)
    return key in lexicon.states() or key in lexicon.demonyms() or key in lexicon.capitals() or key in lexicon.regions()


@cache
def _known() -> frozenset[str]:
    return known() | words().english


def is_common(word: str) -> bool:
    """True for a word of the language, in any of its forms, or put together from two."""
    stem = re.split("[’']", word)[0]
    if stem in _known() or len(stem) > LONGEST:
        return True
    for cut in range(3, len(stem) - 2):
        if stem[:cut] in _known() and (stem[cut:] in _known() or stem[cut:].removesuffix("s") in _known()):
            return True
    return any(len(base) > 3 and base in _known() for base in _bases(stem))


def _bases(stem: str) -> Iterator[str]:
    """What may be left of a word without a first or last part that words are made with; with "e" where one went."""
    for first in _FIRST:
        if not stem.startswith(first):
            continue
        rest = stem[len(first) :]
        yield rest
        for last in _LAST:
            if rest.endswith(last):
                yield rest[: -len(last)]
                yield f"{rest[: -len(last)]}e"
                yield f"{rest[: -len(last)]}y"
