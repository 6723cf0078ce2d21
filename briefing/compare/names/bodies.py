"""When two names of organisations, places or things may be one's, judged by the words alone."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from briefing.compare.frequency import article_share
from briefing.compare.names.folding import american, key
from briefing.compare.names.people import Match
from briefing.compare.names.sounding import alike
from briefing.compare.states import states

Key = tuple[str, ...]

SPELLED = 0.86
"""Words of things less alike than this are two words."""
TOLD = 3
"""Words that two names must share before "National" alone tells nobody apart: the Directorate of Mine Safety."""
SURE = 0.99
"""Names of states less alike than this are two states: Niger and Nigeria, Dominica and the Dominican Republic."""
COMMON = 0.004
"""English words in at least this share of articles are not names that transliteration spells in two ways."""
_NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})
_OFFICES = frozenset({"ministry", "department"})
_DIFFERENT = Match("different", "", "")


class Office(NamedTuple):
    """A ministry: its field, however the name is turned, and its nation where the name tells it.

    Attributes:
        field: All words of it, in one form.
        parts: The same by what "and" joins: agriculture, and food.
        nation: The state that it is of.
    """

    field: frozenset[str]
    parts: frozenset[frozenset[str]]
    nation: str | None


@functools.lru_cache(maxsize=50_000)
def core(name: str) -> Key:
    """A name's words without legal forms, ships' prefixes and "Republic of".

    >>> core("PT Samudra Lines")
    ('samudra', 'lines')
    """
    found = list(_legal_words(key(name)))
    while len(found) > 1 and (found[0] in _table("before") or found[0] in _table("ships")):
        del found[0]
    while len(found) > 1 and found[-1] in _legal():
        found.pop()
        if len(found) > 1 and found[-1] == "and":
            found.pop()
    if len(found) > 2 and found[:2] == ["republic", "of"]:
        del found[:2]
    return tuple(found)


def legal_form(name: str) -> int | None:
    """A number for the legal form that ends a name ("Inc." and "Incorporated" are one), None where there is none."""
    found = _legal_words(key(name))
    return _legal().get(found[-1]) if len(found) > 1 else None


@functools.lru_cache(maxsize=50_000)
def canonical(name: str) -> Key:
    """The words that stand for what a name names: those of its usual name for places and bodies of many names."""
    found = core(name)
    return _same().get(found, found)


def acronyms(name: str) -> frozenset[str]:
    """Initials by which a name may be called: with and without its small words and legal form."""
    whole, bare = key(name), core(name)
    found: set[str] = set()
    for parts in (whole, bare):
        for chosen in (parts, tuple(word for word in parts if word not in _table("links"))):
            if 2 <= len(chosen) <= 8:
                found.add("".join(word[0] for word in chosen))
    return frozenset(found)


@functools.lru_cache(maxsize=50_000)
def office(name: str) -> Office | None:
    """A ministry's field and nation; None where the name is no ministry's."""
    found = key(name)
    if not _OFFICES & set(found):
        return None
    nation: str | None = None
    parts: list[set[str]] = [set()]
    for word in found:
        state = state_of((word,))
        if state and word not in ("united", "home"):
            nation = state
        elif word == "and":
            parts.append(set())
        elif word not in _table("links") and word not in _OFFICES and word != "republic":
            parts[-1].add(_data()["fields"].get(word, word))
    told = frozenset(frozenset(part - {""}) for part in parts if part - {""})
    return Office(frozenset(word for part in told for word in part), told, nation)


@functools.lru_cache(maxsize=50_000)
def national(name: str) -> tuple[Key, str] | None:
    """What every state has one of, and the state: (("national", "bank"), "Moldova"); None for any other name."""
    found = key(name)
    at = found.index("of") if "of" in found[2:] else 0
    if at and (nation := state_of(_bare(found[at + 1 :]))):
        rest = found[:at]
    else:
        size = next((size for size in (1, 2) if state_of(found[:size]) and len(found) > size + 1), 0)
        nation, rest = state_of(found[:size]), found[size:]
    if not nation or len(rest) < 2 or not all(map(_is_common, rest)):
        return None
    return rest, nation


def _bare(name: Key) -> Key:
    return name[1:] if name[:1] == ("the",) else name


@functools.lru_cache(maxsize=100_000)
def compare_bodies(one: str, other: str) -> Match:
    """Whether two names may be one organisation's, place's or thing's.

    ``same`` for one name in two spellings or under its acronym; ``maybe`` where one is a part of the other, which holds
    only if there is nothing else that it may be a part of.
    """
    a, b = canonical(one), canonical(other)
    if not a or not b:
        return _DIFFERENT
    if a == b:
        return _same_words(one, other)
    for x, y, short, full in ((a, b, one, other), (b, a, other, one)):
        if len(x) == 1 < len(y) and x[0] in acronyms(full):
            return Match("same", "acronym", f"“{short}” are the initials of “{full}”")
    if numbers(a) != numbers(b) or _directions(a) != _directions(b) or _two_states(a, b):
        return _DIFFERENT
    if found := _nationals(one, other):
        return found
    ministries = office(one), office(other)
    if ministries[0] and ministries[1]:
        return _ministries(ministries[0], ministries[1], one, other)
    if "".join(a) == "".join(b):
        return Match("same", "same-name", f"“{one}” and “{other}” differ in spaces and hyphens alone")
    if _turned(a, b):
        return Match("same", "same-words", f"“{one}” and “{other}” are the same words in another order")
    if len(a) == len(b) and all(_spelled(x, y) for x, y in zip(a, b, strict=True)):
        return Match("same", "transliteration", f"“{one}” and “{other}” are two spellings of one name")
    return _part(a, b, one, other)


def _same_words(one: str, other: str) -> Match:
    if key(one) == key(other):
        return Match("same", "same-name", f"“{one}” and “{other}” are the same name")
    if core(one) != core(other):
        return Match("same", "known-names", f"“{one}” and “{other}” are two names of one")
    forms = legal_form(one), legal_form(other)
    if None not in forms and forms[0] != forms[1]:
        return Match("maybe", "legal-form", f"“{one}” and “{other}” differ in the legal form")
    return Match("same", "same-name", f"“{one}” and “{other}” differ in the legal form or prefix alone")


def _nationals(one: str, other: str) -> Match | None:
    """Bodies that every state has: one with its state's name, and one with another's, or with none."""
    told = national(one), national(other)
    rests = tuple(found[0] if found else key(name) for found, name in zip(told, (one, other), strict=True))
    if told == (None, None) or rests[0] != rests[1]:
        return None
    if None not in told:
        same = told[0] == told[1]
        why = f"“{one}” and “{other}” are the same body of the same state"
        return Match("same", "same-words", why) if same else _DIFFERENT
    return Match("maybe", "same-body", f"“{one}” and “{other}” are the same words, with and without the state")


def _ministries(a: Office, b: Office, one: str, other: str) -> Match:
    if a.nation and b.nation and a.nation != b.nation:
        return _DIFFERENT
    if a.field != b.field:
        if a.parts and b.parts and (a.parts < b.parts or b.parts < a.parts):
            why = f"“{one}” and “{other}” are ministries of one field, which one name tells more fully"
            return Match("maybe", "same-ministry", why)
        return _DIFFERENT
    verdict = Match("same", "same-ministry", f"“{one}” and “{other}” are one ministry")
    return verdict if a.nation == b.nation else verdict._replace(verdict="maybe")


def _part(a: Key, b: Key, one: str, other: str) -> Match:
    """One name within the other: its beginning, or all but the kind of place."""
    (x, short), (y, full) = sorted(((a, one), (b, other)), key=lambda pair: len(pair[0]))
    kinds = [frozenset(name) & _table("kinds") for name in (x, y)]
    if kinds[0] and kinds[1] and not any(kinds[0] | kinds[1] <= same for same in _kinds()):
        return _DIFFERENT
    bare, rest = without_kinds(x), without_kinds(y)
    if bare and len(bare) == len(rest) and all(_spelled(p, q) for p, q in zip(bare, rest, strict=True)):
        return Match("same", "kind-of-place", f"“{short}” and “{full}” differ in the word for its kind alone")
    if ("of" not in y and any(state_of((word,)) for word in y[len(x) :])) or _is_another(x, y):
        return _DIFFERENT
    if (
        len(x) < len(y)
        and all(_spelled(p, q) for p, q in zip(x, y, strict=False))
        and not all(_is_common(word) for word in x)
    ):
        return Match("maybe", "part-of-name", f"“{short}” is the beginning of “{full}”")
    return _DIFFERENT


def _is_another(short: Key, full: Key) -> bool:
    """True for a name that is named after the shorter one, or goes on where that is whole already.

    As in the Voss Foundation, the Regional Court of Appeal, the Workers' Party Youth League, Kestner Polska; "Marlow
    Foods" may be Marlow, and "Marlow Energy Works" Marlow Energy.
    """
    rest = full[len(short) :]
    if not rest:
        return False
    if rest[0] == "of":
        return not _table("levels").isdisjoint(rest)
    if full[-1] in _table("offshoots") or full[-1] in _table("branches"):
        return True
    return (ends_in_head(short) or (len(short) > 1 and short[-1] in _table("kinds"))) and not _table(
        "business"
    ).issuperset(rest)


def ends_in_head(name: Key) -> bool:
    """True for a name of several words that is whole by its last: the Bar Association."""
    return len(name) > 1 and name[-1] in _table("heads")


def kind_of_place(name: Key) -> str:
    """What a name's word for its kind makes it: ``water`` (Tamba River), ``built``, ``towns``, ``area``; or nothing."""
    words = _table("kinds") & {*name}
    if not words:
        return ""
    return next((kind for kind in ("built", "water", "towns") if words & _table(kind)), "area")


def without_kinds(name: Key) -> Key:
    """A name without small words and the kind of place that it is: ("oybek",) of "Oybek crossing"."""
    return tuple(word for word in name if word not in _table("kinds") and word not in _table("links"))


def numbers(name: Key) -> Key:
    """The words of a name that count: figures and Roman numerals, which tell things apart."""
    return tuple(word for word in name[1:] if word in _NUMERALS or any(map(str.isdigit, word)))


def state_of(name: Key) -> str | None:
    """The state that words name, by its own name or as its people; not by its capital."""
    return _state_names().get(name)


def is_people(name: Key) -> bool:
    """True for the adjective or the people of a state."""
    return name in _people() or (
        len(name[-1]) > 3 and name[-1].endswith("s") and (*name[:-1], name[-1][:-1]) in _people()
    )


def _turned(a: Key, b: Key) -> bool:
    """Department of State and State Department: the same words but for small ones, and "National" of many."""
    bags = [sorted(word for word in name if word not in _table("links")) for name in (a, b)]
    if "of" not in (*a, *b):
        return False
    bare = [[word for word in bag if word != "national"] for bag in bags]
    return (bags[0] == bags[1] and len(bags[0]) > 1) or (bare[0] == bare[1] and len(bare[0]) >= TOLD)


def _spelled(one: str, other: str) -> bool:
    """One word in two spellings; a common English word has one."""
    if one == other or (min(len(one), len(other)) > 4 and one.removesuffix("s") == other.removesuffix("s")):
        return True
    if _is_common(one) or _is_common(other) or min(len(one), len(other)) < 4:
        return False
    if state_of((one,)) or state_of((other,)):
        return alike(one, other) >= SURE
    return alike(one, other) >= SPELLED


def _is_common(word: str) -> bool:
    return article_share(word) >= COMMON


def _directions(name: Key) -> Key:
    return tuple(word for word in name if word in _table("directions"))


def _two_states(a: Key, b: Key) -> bool:
    known = state_of(a), state_of(b)
    return None not in known and known[0] != known[1]


@functools.cache
def _data() -> Mapping[str, Any]:
    text = importlib.resources.files("briefing.compare").joinpath("data", "bodies.toml").read_text("utf-8")
    table: Mapping[str, Any] = tomllib.loads(text)
    return table


@functools.cache
def _table(name: str) -> frozenset[str]:
    return frozenset(_data()[name])


@functools.cache
def _kinds() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in _data()["same_kinds"])


@functools.cache
def _legal() -> Mapping[str, int]:
    forms: Sequence[str] = _data()["legal"]
    return {word: number for number, line in enumerate(forms) for word in line.split()}


def _legal_words(words: Key) -> Key:
    """A name with a legal form of several words at either end brought to its short form."""
    for phrase, short in _phrases():
        size = len(phrase)
        if len(words) > size and words[-size:] == phrase:
            return (*words[:-size], short)
        if len(words) > size and words[:size] == phrase:
            return (short, *words[size:])
    return words


@functools.cache
def _phrases() -> tuple[tuple[Key, str], ...]:
    """Legal forms of several words, the longest first, with their short forms."""
    pairs = [line.split(" = ") for line in _data()["phrases"]]
    return tuple(sorted(((key(long), short) for long, short in pairs), key=lambda pair: -len(pair[0])))


@functools.cache
def _same() -> Mapping[Key, Key]:
    """Words of a name -> those of the usual name."""
    table: dict[Key, Key] = {}
    for line in _data()["same"]:
        names = [core(name) for name in line.split(";")]
        table.update((name, names[0]) for name in names)
    return table


@functools.cache
def _state_names() -> Mapping[Key, str]:
    table: dict[Key, str] = {}
    for state in states():
        for name in (state.name, *state.people):
            table.setdefault(tuple(map(american, key(name))), state.name)
    for other, usual in _same().items():
        if usual in table:
            table.setdefault(other, table[usual])
    return table


@functools.cache
def _people() -> frozenset[Key]:
    return frozenset(key(name) for state in states() for name in state.people)
