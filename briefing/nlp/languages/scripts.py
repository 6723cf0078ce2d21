"""Letters that are not Latin, and which language they speak for."""

from __future__ import annotations

import re
from collections import Counter

from briefing.nlp.languages.lexicon import words

_LETTERS = {
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "ru": "\u0400-\u052f",
    "hy": "\u0530-\u058f",
    "he": "\u0590-\u05ff",
    "ar": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "or": "\u0b00-\u0b7f",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "lo": "\u0e80-\u0eff",
    "bo": "\u0f00-\u0fff",
    "my": "\u1000-\u109f",
    "ka": "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    "am": "\u1200-\u139f\u2d80-\u2ddf",
    "km": "\u1780-\u17ff",
    "mn": "\u1800-\u18af",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "ja": "\u3040-\u30ff\u31f0-\u31ff",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
}
"""Script -> the language that most texts in it are in."""

_SCRIPTS = {code: re.compile(f"[{letters}]") for code, letters in _LETTERS.items()}
_ANY = re.compile(f"[{''.join(_LETTERS.values())}]")
_SHARED = {"ru": ("ru", "bg", "sr"), "hi": ("hi", "mr", "ne"), "ar": ()}
"""Scripts whose languages only letters or little words tell apart: those of which there are lists of words."""
_DENSE = frozenset({"zh", "ja", "ko"})

ENOUGH = 12
"""Letters of another script that are a passage and no name; of Chinese, Japanese and Korean a third as many."""

MOSTLY, NEARLY_ALL = 0.5, 0.85
FEW = 3
LETTERS = 60
"""One letter in so many must be one of those for a language to be told by them."""


def has_other_letters(text: str) -> bool:
    """True where one letter at least is not Latin."""
    return _ANY.search(text) is not None


def other_script(text: str, letters: int, english: int) -> str | None:
    """The language of a text whose letters are mostly not Latin; None where they are, or are few.

    Args:
        text: The passage.
        letters: How many letters it has.
        english: How many little words of English; with some, it is English about names in their own letters.
    """
    if not has_other_letters(text):
        return None
    counts = {code: len(script.findall(text)) for code, script in _SCRIPTS.items()}
    total = sum(counts.values())
    code = max(counts, key=lambda each: counts[each])
    share = MOSTLY if english < FEW else NEARLY_ALL
    if total < share * letters or total < (ENOUGH // 3 if code in _DENSE else ENOUGH):
        return None
    if code == "zh" and counts["ja"] * 10 > total:
        return "ja"
    return _told_apart(text, code) if code in _SHARED else code


def _told_apart(text: str, code: str) -> str:
    """By the letters that few languages have, else by the little words."""
    lists = words()
    chars = Counter(text.lower())
    letters = {each: sum(chars[char] for char in own) for each, own in lists.letters.items()}
    best = max(letters, key=lambda each: letters[each])
    if letters[best] * LETTERS >= len(text):
        return best
    # By white space: vowel signs are no letters to a regular expression.
    found = Counter(
        each
        for word in text.lower().split()
        for each in lists.languages.get(word.strip(".,:;«»"), ())
        if each in _SHARED[code]
    )
    return max(found, key=lambda each: (found[each], each == code)) if found else code
