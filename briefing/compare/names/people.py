"""When two names of people may be one person's, judged by the words alone."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping
from typing import Literal, NamedTuple

from briefing.compare.names.folding import words
from briefing.compare.names.sounding import alike, gendered, onset, sounded

Verdict = Literal["same", "maybe", "different"]

SURNAME = 0.85
"""Surnames less alike than this are two surnames."""
GIVEN = 0.87
"""Given names at least this alike are one; ``CLOSE`` ones need another sign."""
CLOSE = 0.62
NEARLY = 0.74
"""Surnames at least this alike may be one where everything else agrees."""


_OF = frozenset({"bin", "ibn", "bint", "ben"})
"""Between these, order tells the son from the father."""


_PLAIN = frozenset({"jr", "sr", "junior", "senior"})
"""Generations that stand behind a surname alone: "Bravo senior"."""


class Match(NamedTuple):
    """What two names say of each other, by which rule, and why in words for a reader."""

    verdict: Verdict
    rule: str
    why: str


_DIFFERENT = Match("different", "", "")


class PersonName(NamedTuple):
    """A person's name in parts: folded words without titles, and the generation ("jr") if it gives one."""

    parts: tuple[str, ...]
    generation: str


@functools.lru_cache(maxsize=50_000)
def person(name: str) -> PersonName:
    """The parts of a name; a surname given first with a comma ("AL BEN ALI, Isa") is put last."""
    if name.count(",") == 1:
        last, first = name.split(",")
        if words(first) and not _words()["generations"] & set(words(first)):
            name = f"{first} {last}"
    found = list(words(name))
    while titles := _titles_in_front(found):
        del found[:titles]
    told = found[-1] in _words()["generations"] if len(found) > 2 else len(found) == 2 and found[-1] in _PLAIN
    generation = found.pop() if told else ""
    return PersonName(tuple(found), generation)


def is_title(word: str) -> bool:
    """True for a word that stands in front of people's names: "Mr", "Gen."."""
    found = words(word)
    return len(found) == 1 and (found[0] in _words()["titles"] or found[0] in _words()["light_titles"])


def is_loose(role: str) -> bool:
    """True for what so many are called that it tells nobody from another: "man", "brother", "spokesman"."""
    return role in _words()["loose_roles"]


def _titles_in_front(parts: list[str]) -> int:
    """How many words in front are a title; a title that may be a name needs two words after it."""
    if len(parts) > 2 and " ".join(parts[:2]) in _words()["paired_titles"]:
        return 2
    if len(parts) > 1 and parts[0] in _words()["titles"]:
        return 1
    return int(len(parts) > 2 and parts[0] in _words()["light_titles"])


@functools.lru_cache(maxsize=100_000)
def compare_people(one: str, other: str) -> Match:
    """Whether two full names (two words or more each) may be one person's.

    ``same`` where surname and given name agree, one of them spelled or shortened otherwise at most; ``maybe`` where
    both are close and another sign must decide; ``different`` where a given name or a surname is another.
    """
    a, b = person(one), person(other)
    joined = [sounded("".join(parts)) for parts in (a.parts, b.parts)]
    if len(a.parts) < 2 or len(b.parts) < 2:
        run = max(len(a.parts), len(b.parts)) > 1 and joined[0] == joined[1]
        return Match("same", "run-together", f"“{one}” is “{other}” without the space") if run else _DIFFERENT
    if a.generation and b.generation and a.generation[0] != b.generation[0]:
        return _DIFFERENT
    if bool(a.generation) != bool(b.generation):
        return _generations(one, other, compare_people(" ".join(a.parts), " ".join(b.parts)))
    if a.parts == b.parts:
        return Match("same", "same-name", f"“{one}” and “{other}” are the same name")
    if joined[0] == joined[1]:
        return Match("same", "transliteration", f"“{one}” and “{other}” are two spellings of one name")
    if _family_first(a.parts) and _family_first(b.parts):
        return _DIFFERENT
    found = _western(a.parts, b.parts, one, other)
    if found.verdict == "different":
        found = _turned(a.parts, b.parts, one, other)
    return found


def _generations(one: str, other: str, bare: Match) -> Match:
    """Names of which one alone says which generation is meant: the father's may be the other."""
    if bare.verdict == "different":
        return bare
    return Match("maybe", "generation", f"“{one}” and “{other}”: one name, but one of them may be the father's")


def _western(a: tuple[str, ...], b: tuple[str, ...], one: str, other: str) -> Match:
    """Given name first, surname last; words between may be left out, but not be others."""
    short, full = sorted((a, b), key=len)
    last = alike(short[-1], full[-1])
    if last < SURNAME:
        found = _shortened(short, full, one, other)
        return found if found.verdict != "different" else _close_surnames(short, full, last, one, other)
    if not _middles_agree(short[1:-1], full[1:-1]):
        return _DIFFERENT
    given = _given(short[0], full[0])
    if given is None and short[0] in _words()["particles"] and len(full) > len(short):
        given = "left out" if full[-len(short) :] == short else None
    if given is None:
        return _DIFFERENT
    surname = "the surname" if last == 1 else "a surname spelled another way"
    why = f"“{one}” and “{other}”: {surname}, and {_GIVEN_WORDS[given]}"
    if given == "close" or (last < 0.9 and given not in ("equal", "spelled", "form")):
        return Match("maybe", "close-given-name", why)
    rule = {"equal": "same-name", "spelled": "transliteration"}.get(given, f"given-name-{given.replace(' ', '-')}")
    if last < 1 and rule == "same-name":
        rule = "transliteration"
    return Match("same", rule, why)


def _close_surnames(short: tuple[str, ...], full: tuple[str, ...], last: float, one: str, other: str) -> Match:
    """One given name, and surnames that are nearly one; or one of two surnames left out ("María Cárdenas [López]")."""
    given = _given(short[0], full[0])
    if given not in ("equal", "spelled", "form") or not _middles_agree(short[1:-1], full[1:-1]):
        return _DIFFERENT
    if last >= NEARLY and len(short) == len(full):
        why = f"“{one}” and “{other}”: {_GIVEN_WORDS[given]}, and surnames that are close"
        return Match("maybe", "close-surname", why)
    if len(full) > 3 and len(short) == 2 and any(alike(short[-1], word) >= 0.9 for word in full[2:-1]):
        why = f"“{one}” and “{other}”: {_GIVEN_WORDS[given]}, and one of two surnames left out"
        return Match("maybe", "one-surname", why)
    return _DIFFERENT


_GIVEN_WORDS = {
    "equal": "the same given name",
    "spelled": "one given name in two spellings",
    "form": "two forms of one given name",
    "initial": "the initial of the given name",
    "close": "given names that are close",
    "left out": "a longer form of the name",
}


def _family_first(parts: tuple[str, ...]) -> bool:
    """True for "Kim Yo Jong": short parts after a family name, none of which may be left out."""
    return parts[0] in _words()["family_first"] and all(1 < len(part) <= 6 for part in parts)


def _shortened(short: tuple[str, ...], full: tuple[str, ...], one: str, other: str) -> Match:
    """The first words of a longer name ("Felipe Calderón" of "Felipe Calderón Hinojosa")."""
    begins = len(short) < len(full) and all(alike(x, y) >= 0.9 for x, y in zip(short, full, strict=False))
    if begins and len(full) <= len(short) + 2 and not any(gendered(short[-1], word) for word in full[len(short) :]):
        return Match("same", "shorter-name", f"“{one}” and “{other}”: one name goes on where the other ends")
    return _DIFFERENT


def _turned(a: tuple[str, ...], b: tuple[str, ...], one: str, other: str) -> Match:
    """Surname first in one of them, as in Chinese, Korean and Hungarian names, or with an initial ("B. Ganzorig")."""
    turned = f"“{one}” and “{other}”: the same words, surname first in one of them"
    if sorted(map(sounded, a)) == sorted(map(sounded, b)) and not _OF & {*a}:
        return Match("same", "name-order", turned)
    if len(a) == len(b) == 2:
        if all(len(word) > 1 for word in (*a, *b)):
            fits = alike(a[0], b[1]) >= 0.9 and alike(a[1], b[0]) >= 0.9
            return Match("same", "name-order", turned) if fits else _DIFFERENT
        for x, y in _both(a, b):
            if len(x[0]) == 1 < len(y[0]) and alike(x[1], y[0]) >= 0.9 and y[1].startswith(x[0]):
                why = f"“{one}” and “{other}”: the same name with the other part as an initial"
                return Match("same", "name-order", why)
    for x, y in _both(a, b):
        if len(x) > 2 and len(y) > 1 and (x[1:] + x[:1]) == y:
            return Match("same", "name-order", turned)
    return _DIFFERENT


def namesakes(one: str, other: str) -> bool:
    """True for full names of one surname, in whichever place, whose given names begin alike."""
    a, b = person(one).parts, person(other).parts
    return len(a) > 1 and len(b) > 1 and alike(a[-1], b[-1]) >= 0.95 and onset(a[0]) == onset(b[0])


def _both(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return ((a, b), (b, a))


def _given(one: str, other: str) -> str | None:
    """How two given names agree, or None where they are two names."""
    if one == other:
        return "equal"
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else None
    if sounded(one) == sounded(other):
        return "spelled"
    if given_forms(one) & given_forms(other):
        return "form"
    if min(len(one), len(other)) >= 4 and (one.endswith(other) or other.endswith(one)):
        return "close"
    score = alike(one, other)
    if score < CLOSE or onset(one) != onset(other):
        return None
    known = bool(given_forms(one) and given_forms(other))
    return "spelled" if score >= GIVEN and not known else "close"


def _middles_agree(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Words between given name and surname: those of the shorter must be found, in order, in the longer."""
    short = tuple(word for word in short if word not in _words()["particles"])
    rest = [word for word in full if word not in _words()["particles"]]
    if short and rest and all(len(word) == 1 for word in (*short, *rest)):
        return list(short) == rest
    for word in short:
        while rest and _given(word, rest[0]) in (None, "close"):
            rest.pop(0)
        if not rest:
            return False
        rest.pop(0)
    return True


@functools.cache
def _words() -> Mapping[str, frozenset[str]]:
    """Titles, particles and generations."""
    text = importlib.resources.files("briefing.compare").joinpath("data", "person-names.toml").read_text("utf-8")
    return {kind: frozenset(found) for kind, found in tomllib.loads(text).items()}


def given_forms(given: str) -> frozenset[int]:
    """Numbers of the names that a folded given name is a form of: "bill" and "william" share one."""
    return _forms().get(given, frozenset())


@functools.cache
def _forms() -> Mapping[str, frozenset[int]]:
    """Given name -> the numbers of the lists that it is in."""
    text = importlib.resources.files("briefing.compare").joinpath("data", "given-names.toml").read_text("utf-8")
    lists: dict[str, set[int]] = {}
    for number, line in enumerate(tomllib.loads(text)["names"]):
        for name in line.split():
            lists.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in lists.items()}
