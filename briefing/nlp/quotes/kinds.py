"""What kinds of bodies and people there are, and what they are called again: the lists of ``kinds.toml``."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any

from briefing.nlp.names import lexicon

Kinds = frozenset[str]

_ENDINGS = {
    "bank": "bank",
    "air": "airline",
    "jet": "airline",
    "gaz": "utility",
    "energo": "utility",
    "pharma": "drugmaker",
}
"""Ends of one-word names that tell the kind: "Sberbank", "Ryanair"."""
_OFFICE = ("of", 3, 8)
"""How offices that watch over something are named in one word, and how long: "Ofwat", "Ofcom"."""
_JOINTS = frozenset({"of", "for", "in", "on", "to", "at", "and"})


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "kinds.toml").read_text("utf-8"))


@functools.cache
def _by_word(key: str) -> dict[str, Kinds]:
    """Word -> the kinds of bodies in whose list it is."""
    found: dict[str, Kinds] = {}
    for kind, lists in _table()["bodies"].items():
        for word in lists[key].split():
            found[word] = found.get(word, frozenset()) | {kind}
    return found


@functools.cache
def listed(section: str, key: str = "words") -> frozenset[str]:
    """The words of one list."""
    return frozenset(_table()[section].get(key, "").split())


def called(noun: str) -> Kinds:
    """The kinds of bodies that a noun may mean: ``regulator`` and more of "watchdog"; none of a noun for no body."""
    return _by_word("called").get(noun, frozenset())


def trade(word: str) -> Kinds:
    """The kinds that a word of a name or beside a noun shows: ``miner`` of "mining"."""
    return _by_word("shown").get(word, frozenset())


@functools.lru_cache(maxsize=4096)
def of_name(name: str) -> Kinds:
    """The kinds that the words of a name show: the word that the rest belongs to before the others.

    >>> sorted(of_name("Ministry of Food"))
    ['ministry']
    """
    key = lexicon.key_of(name)
    if (
        len(key) == 1
        and key[0].startswith(_OFFICE[0])
        and _OFFICE[1] < len(key[0]) <= _OFFICE[2]
        and name[:1].isupper()
    ):
        return frozenset({"regulator"})
    joint = next((n for n, word in enumerate(key) if n and word in _JOINTS), len(key))
    head = key[joint - 1] if key else ""
    shown = trade(head)
    for word in key if not shown else ():
        shown |= trade(word)
    if not shown and head:
        shown = frozenset(kind for end, kind in _ENDINGS.items() if head.endswith(end) and len(head) > len(end) + 1)
    return shown


def of_role(role: str) -> Kinds:
    """The kinds that a description tells: ``club`` of "second-division club", ``miner`` of "mining group"."""
    noun = role_noun(role)
    parts = role.lower().replace("-", " ").split()
    beside = trade(parts[parts.index(noun) - 1]) if noun in parts[1:] else frozenset()
    return (called(noun) & beside) or trade(noun)


@functools.lru_cache(maxsize=4096)
def role_noun(role: str) -> str:
    """The noun of a description: ``doctor`` of "doctor at the scene"."""
    words = [word.strip(".,").lower() for word in role.replace("’", "'").split()]
    joint = next((n for n, word in enumerate(words) if n and word in _BESIDE), len(words))
    noun = words[joint - 1] if words else ""
    return lexicon.SPELLED_OUT.get(noun, noun)


_BESIDE = frozenset({"of", "for", "at", "in", "to", "from", "on", "with", "who", "and", "under", "by"})


@functools.cache
def roles_called(noun: str) -> frozenset[str]:
    """The roles whose holder may be called so: "senator" and more for "lawmaker"; the noun itself is not among them."""
    return listed("people", noun)
