"""What the words of a passage say of its language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Literal, NamedTuple

from briefing.nlp.languages.lexicon import WORD, known, words
from briefing.nlp.languages.scripts import has_other_letters, other_script

FEWEST = 7
"""Words of the shortest passage that is judged."""
SHARE = 0.15
"""Share of little words of a language in the least clear running text; most languages have twice as many."""
TYPES = 3
"""Different little words, none of them English, below which a passage has too few to tell."""
CONTENT = 3
"""Words in small letters that are no little words: running text has them, a list of names has none."""
FAMILIAR = 0.5
"""Share of well-known English words among those from which on a passage counts as English."""
STRANGE = 0.2
"""Share of well-known English words up to which a longer passage is in some other language, or unreadable."""
LONG = 14
FAIRLY_LONG = 10
SHORT = 6
"""Words in small letters that such a passage has at least: fewer where two little words name the language, and fewer
still where three words have letters that English does not."""
LITTLE = 0.04
"""Share of little English words up to which a passage may be in a language that no list has."""

_GARBLED = re.compile(
    r"[\x80-\xbf\xc2-\xc5\xcc-\xd1\ufffd\u0152\u0153\u0160\u0161\u017d\u017e\u2018-\u203a\u20ac\u2122]"
)
"""What bytes of one encoding look like in another."""
_NO_WIDTH = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


class Verdict(NamedTuple):
    """``english``, ``foreign`` (with its language where that is known) or ``unsure``, and the rule that told."""

    kind: Literal["english", "foreign", "unsure"]
    language: str | None = None
    rule: str = ""


ENGLISH, UNSURE = Verdict("english"), Verdict("unsure")


def judge(passage: str) -> Verdict:
    """The language of a passage, as far as its own words tell."""
    text = _plain(passage)
    found = WORD.findall(text)
    lower = list(map(str.lower, found))
    little = words()
    english = [word for word in lower if word in little.english]
    script = other_script(text, sum(map(len, found)), len(english))
    if script is not None:
        return Verdict("foreign", script, "script")
    if _garbled(text):
        return Verdict("foreign", None, "garbled")
    loud = sum(word.isupper() for word in found) * 2 > len(found)
    others = counted(text)
    language = max(others, key=lambda code: others[code], default=None)
    best = others[language] if language else 0
    own = sum(language not in little.languages.get(word, ()) for word in english)
    if own > 1 and len(english) * 5 >= len(found) and len(english) >= best:
        return ENGLISH
    if len(found) < FEWEST:
        return UNSURE
    content = [word for word, shown in zip(lower, found, strict=True) if _tells(word, shown, loud)]
    strangers = sum(word not in known() for word in content)
    if _in_other_words(found, lower, own, best, loud) and strangers >= (1 - FAMILIAR) * max(CONTENT, len(content)):
        return Verdict("foreign", language, "little-words")
    needed = FAIRLY_LONG if best > 1 else LONG
    if sum(not word.isascii() for word in content) >= TYPES:
        needed = SHORT
    strange = (
        not loud
        and len(content) >= needed
        and own <= LITTLE * len(found)
        and strangers >= (1 - STRANGE) * len(content)
        and text.count(",") * 4 < len(found)
    )
    return Verdict("foreign", language if best > 1 else None, "strange-words") if strange else UNSURE


def counted(text: str) -> Counter[str]:
    """How many words speak for each other language; single letters do not count.

    A word with a capital inside a text in small letters is a name's ("De Jong", "La Paz") and does not count.
    """
    found = WORD.findall(_plain(text))
    loud = sum(word.isupper() for word in found) * 2 > len(found)
    languages = words().languages
    counts: Counter[str] = Counter()
    for i, word in enumerate(map(str.lower, found)):
        if word in languages and len(word) > 1 and (loud or i == 0 or found[i][0].islower()):
            counts.update(languages[word])
    return counts


def english_only(text: str) -> bool:
    """True where a glance shows that no passage of the text can be in another language."""
    if not text.isascii() and (has_other_letters(text) or _garbled(text)):
        return False
    found = WORD.findall(text.lower())
    little = words()
    if len(little.telling.intersection(found)) >= TYPES:
        return False
    if not text.isascii() and sum(not word.isascii() for word in found) >= TYPES:
        return False
    return len(found) < FEWEST or sum(map(little.english.__contains__, found)) * 8 >= len(found)


def speaks_english(text: str) -> bool:
    """True where the few words around a quotation are English: "she said", "Macron tweeted"."""
    lower = WORD.findall(text.lower())
    little = words()
    if not little.telling.isdisjoint(lower):
        return sum(map(little.english.__contains__, lower)) > 2
    return any(word in little.english or (word in known() and word in text) for word in lower if len(word) > 1)


def _in_other_words(found: list[str], lower: list[str], english: int, best: float, loud: bool) -> bool:
    telling = words().telling
    seen = {word for word, shown in zip(lower, found, strict=True) if word in telling and (loud or shown[0].islower())}
    types, share = (TYPES + 1, 2 * SHARE) if loud else (TYPES, SHARE)
    return len(seen) >= types and best >= share * len(found) and best >= 2 * english


def _tells(word: str, shown: str, loud: bool) -> bool:
    """True for a word that is neither a little one nor a name."""
    little = words()
    return len(word) > 2 and (loud or shown.islower()) and word not in little.telling and word not in little.english


def _plain(text: str) -> str:
    """With letters and accents put together, and without signs of no width inside words."""
    return text if text.isascii() else _NO_WIDTH.sub("", unicodedata.normalize("NFC", text))


def _garbled(text: str) -> bool:
    if text.isascii():
        return False
    solid = len(text) - text.count(" ")
    return len(_GARBLED.findall(text)) * 2 > solid and solid > 2 * FEWEST
