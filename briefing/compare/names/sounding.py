"""How alike two words sound, as far as transliteration into English goes.

Lukashenka and Lukashenko, Yakubov and Yaqubov and Yoqubov, Khujand and Khojand differ in letters that transliteration
systems choose between: one letter or digraph for one sound, and vowels. Ivanov and Ivanova, Niger and Nigeria differ in
letters that no system chooses: those keep words apart. A weighted edit distance over sounds says which.
"""

from __future__ import annotations

import functools
import itertools
import re

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|tsh", "C"),
        (r"shch|sch|sh|sz", "S"),
        (r"cz|ch", "C"),
        (r"dzh|dj|zh", "J"),
        (r"^j(?=[aeou])|(?<=[nrld])j(?=[aeou])|(?<=a)j(?=a)", "J"),
        (r"ci(?=[aou])", "C"),
        (r"kh|gh(?=[aeiouy])|h", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ts|tz", "c"),
        (r"ck|q|c(?=[aourlknt]|$)", "k"),
        (r"x", "ks"),
        (r"w|(?<=[bdfghklmnprstz])ou(?=a)", "v"),
        (r"ff$", "v"),
        (r"(?<=[aeou])[yj](?=[aeou])", ""),
        (r"^[yji]e", "e"),
        (r"[yij]{1,2}$|iy|yi|ij|ii|y|j", "i"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_TURNED = 0.5
"""What two letters cost that changed places, as they do in haste."""
_VOWELS = frozenset("aeiou")
_NEAR = {frozenset(pair): cost for pair, cost in (
    ("ao", 0.2), ("ou", 0.2), ("ei", 0.2), ("ae", 0.25), ("ai", 0.7), ("oi", 0.8), ("au", 0.6), ("eo", 0.4),
    ("iu", 0.6), ("eu", 0.5), ("uv", 0.3), ("gh", 0.3), ("hk", 0.4), ("gk", 0.7), ("sz", 0.4), ("sc", 0.5),
    ("sS", 0.5), ("SC", 0.6), ("JS", 0.6), ("Jz", 0.5), ("JC", 0.5), ("cC", 0.5), ("ck", 0.6), ("Ck", 0.5),
    ("Jc", 0.5), ("bv", 0.7), ("td", 0.6), ("bp", 0.7), ("fv", 0.5), ("gJ", 0.5), ("cz", 0.4),
)}  # fmt: skip
_SWAPS: dict[str, dict[str, float]] = {
    letter: {other: cost for pair, cost in _NEAR.items() if letter in pair for other in pair - {letter}}
    for letter in frozenset().union(*_NEAR)
}
"""Letter -> what it costs to put another for it; that of letters not told is a whole letter."""
_FEMININE = re.compile(r"(?:(?<=ov)|(?<=ev)|(?<=yov)|(?<=in)|(?<=yn)|(?<=un))a$|(?<=sk)(?:aya|aia|aja|a)$|(?<=ck)a$")
_MASCULINE = re.compile(r"(?<=[sc]k)(?:iy|ij|ii|yi|y|i)$")


@functools.lru_cache(maxsize=50_000)
def sounded(word: str) -> str:
    """A folded word as a string of sounds: the same for spellings that differ by transliteration alone."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


@functools.lru_cache(maxsize=200_000)
def alike(one: str, other: str) -> float:
    """How alike two folded words sound, from 0 to 1.

    Words of three letters or fewer are alike only where all sounds are the same, and a man's surname and a woman's
    (Petrov, Petrova) are never alike.
    """
    if one == other:
        return 1.0
    if gendered(one, other):
        return 0.0
    a, b = sounded(one), sounded(other)
    if a == b:
        return 0.99
    if min(len(one), len(other)) <= 3 or abs(len(a) - len(b)) > 3 or any(map(str.isdigit, one + other)):
        return 0.0
    return max(0.0, 1.0 - _distance(a, b) / ((len(a) + len(b)) / 2))


_COARSE = str.maketrans("ghzcSCJbvfd", "kkssssspppt")


@functools.lru_cache(maxsize=50_000)
def coarse(word: str) -> str:
    """A few letters that all spellings of a folded word have in common, for finding candidates."""
    found = sounded(word).translate(_COARSE)
    bare = "".join(letter for letter in found if letter not in _VOWELS and letter not in "k")
    return bare[:3] or found[:2]


def onset(word: str) -> str:
    """How a folded word begins, the same for all spellings: vowels are one class, and g, h, j, k, s."""
    first = sounded(word)[:1].translate(_COARSE)
    return "a" if first in _VOWELS else "k" if first == "s" else first


@functools.lru_cache(maxsize=50_000)
def letters(word: str) -> str:
    """The consonants of a folded word, each once, in the alphabet's order: the same where letters changed places."""
    return "".join(sorted({*sounded(word).translate(_COARSE)} - _VOWELS))


def gendered(one: str, other: str) -> bool:
    """True where two folded surnames are the man's and the woman's form of one: Ivanov and Ivanova."""
    stems = [_stem(word) for word in (one, other)]
    if (stems[0] == one) == (stems[1] == other):
        return False
    bare = [_MASCULINE.sub("", stem) for stem in stems]
    return sounded(bare[0]) == sounded(bare[1])


@functools.lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """A folded surname without the ending that makes it a woman's."""
    return _FEMININE.sub("", word)


def _distance(a: str, b: str) -> float:
    """Edit distance with cheap vowels and cheap silent letters; a lost last vowel costs most of a letter."""
    drops, lasting = _drops(b), _drops(a)
    before: list[float] = []
    above = [0.0, *itertools.accumulate(drops)]
    for i, letter in enumerate(a):
        drop, near = lasting[i], _SWAPS.get(letter, {})
        left = above[0] + drop
        row = [left]
        for j, other in enumerate(b):
            least = above[j] + (0.0 if letter == other else near.get(other, 1.0))
            left += drops[j]
            if left < least:
                least = left
            left = above[j + 1] + drop
            if left < least:
                least = left
            if i and j and letter == b[j - 1] != a[i - 1] == other:
                least = min(least, before[j - 1] + _TURNED)
            row.append(least)
            left = least
        before, above = above, row
    return above[-1]


@functools.lru_cache(maxsize=50_000)
def _drops(word: str) -> tuple[float, ...]:
    """What it costs to leave out each letter."""
    end = len(word) - 1
    return tuple(
        0.35 if x == "h" else (0.7 if at == end else 0.5) if x in _VOWELS else 1.0 for at, x in enumerate(word)
    )
