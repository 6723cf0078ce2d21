"""When two names are forms of one name: rules on their words alone, as ``lexicon.key_of`` gives them."""

from __future__ import annotations

from typing import Literal

from briefing.nlp.names import lexicon

Key = tuple[str, ...]

_LINKS = frozenset({"of", "and", "the", "for", "de", "on", "in", "&", "to", "la", "et"})
_GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "filho", "neto", "sobrinho", "hijo", "fils"})
_MINISTRIES = frozenset({"ministry", "department"})
_NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})


def is_acronym_of(short: Key, full: Key) -> bool:
    """True where ``short`` is the first letters of ``full``: CSTO, U.S., BFTU of "Bakers and Food Trades Union".

    Small words and the endings of companies' names may be left out.
    """
    if len(short) != 1 or len(full) < 2 or not 2 <= len(short[0]) <= 8:
        return False
    letters = short[0]
    bare = without_suffixes(full)
    content = tuple(word for word in full if word not in _LINKS)
    options = (full, content, bare, tuple(word for word in bare if word not in _LINKS))
    return any("".join(word[0] for word in words) == letters for words in options if len(words) > 1)


def without_suffixes(key: Key) -> Key:
    """A company's name without Inc, Plc, PT and their like."""
    words = key
    while len(words) > 1 and words[-1] in lexicon.SUFFIXES:
        words = words[:-1]
    while len(words) > 1 and words[0] in ("pt", "oao", "ooo", "zao"):
        words = words[1:]
    return words if len(words) == 1 or words[-1] not in ("&", "and") else key


def same_person(one: Key, other: Key) -> bool:
    """True for two full names of one person: an initial, a middle name or a short given name may differ.

    Middle names that both have must agree, and so must what tells father and son apart: George H. W. Bush is not
    George W. Bush.
    """
    if _generation(one) and _generation(other) and _generation(one) != _generation(other):
        return False
    one, other = _spread(_personal(one)), _spread(_personal(other))
    short, full = sorted((one, other), key=len)
    if len(short) < 2:
        return False
    if short[-1] != full[-1]:
        return len(short) > 1 and full[: len(short)] == short and len(full) == len(short) + 1
    if len(short) < len(full) and full[-len(short) :] == short and short[0] in lexicon.PARTICLES:
        return True
    return _same_given(short[0], full[0]) and _agree(short[1:-1], full[1:-1])


def _agree(one: Key, other: Key) -> bool:
    """True for middle names of which none contradicts another: "R." and "Robert"."""
    rows = [[word for word in middle if word not in lexicon.NAME_PARTICLES] for middle in (one, other)]
    return all(
        short == full or (min(len(short), len(full)) == 1 and short[0] == full[0])
        for short, full in zip(*rows, strict=False)
    )


def _spread(key: Key) -> Key:
    """A person's name with initials written together taken apart: "J.R. Moss"."""
    return (*(part for word in key[:-1] for part in (word if _are_initials(word) else (word,))), *key[-1:])


def _are_initials(word: str) -> bool:
    return len(word) == 2 and not set(word) & _VOWELS


_VOWELS = frozenset("aeiouy")


def _generation(key: Key) -> str:
    """``j`` of junior, ``s`` of senior; empty where the name says neither."""
    return next((word[0] for word in key[2:] if word in _GENERATIONS), "")


def _personal(key: Key) -> Key:
    return (*key[:2], *(word for word in key[2:] if word not in _GENERATIONS))


def _same_given(one: str, other: str) -> bool:
    short, full = sorted((one, other), key=len)
    if short == full or (len(short) == 1 and full.startswith(short)):
        return True
    if full in lexicon.nicknames().get(short, ()) or short in lexicon.nicknames().get(full, ()):
        return True
    return len(short) >= 3 and full.startswith(short) and short not in ("mar", "jan")


def part_of_person(short: Key, full: Key) -> int:
    """How well ``short`` may stand for the person ``full``: 3 surname, 2 given name, 1 another part, 0 not at all."""
    full = _personal(full)
    if len(short) >= len(full) or (len(full) == 2 and full[1] in _GENERATIONS):
        return 0
    if full[-len(short) :] == short:
        return 3
    if len(short) == 1 and full[0] == short[0]:
        return 2
    return 1 if len(short) == 1 and len(short[0]) > 2 and short[0] in full[1:-1] else 0


def short_of_body(short: Key, full: Key) -> int:
    """How well ``short`` may stand for the body ``full``: 3 only an ending is gone, 2 its first words, 1 its last.

    Numbers and numerals tell things apart: "Bintang Selatan" is not "Bintang Selatan II".
    """
    one, other = without_suffixes(_unshipped(short)), without_suffixes(_unshipped(full))
    if numbers(one) != numbers(other):
        return 0
    if one == other:
        return 3
    if len(one) >= len(other):
        return 0
    if other[: len(one)] == one:
        return 0 if _GROUPS & {*short[len(one) :]} - {*full} or _is_another(one, full) else 2
    return 1 if other[-len(one) :] == one and other[-len(one) - 1] not in lexicon.DISTINGUISHING else 0


def _is_another(whole: Key, full: Key) -> bool:
    """True where a whole name goes on as another's: the Workers' Party Youth League, the Regional Court of Appeal.

    "Corvane Energy Plc" is still Corvane Energy, and "the Union" the Union of Teachers.
    """
    rest = full[len(whole) :]
    if rest[0] == "of":
        return not lexicon.LEVELS.isdisjoint(rest)
    kinds = (lexicon.BODY_HEADS, lexicon.BUSINESS, lexicon.WATER, lexicon.AREAS, lexicon.FACILITIES)
    whole_already = len(whole) > 1 and any(whole[-1] in words for words in kinds)
    return whole_already and rest[0] not in _LINKS and not lexicon.BUSINESS.issuperset(rest)


_GROUPS = frozenset({"group", "holding", "holdings"})
"""Endings that tell a parent from the firms that bear its name: Norvane Group and Norvane Shipping."""


def numbers(key: Key) -> tuple[str, ...]:
    """The words of a name that count: figures and Roman numerals."""
    return tuple(word for word in key[1:] if word in _NUMERALS or any(char.isdigit() for char in word))


def _unshipped(key: Key) -> Key:
    return key[1:] if len(key) > 1 and key[0] in lexicon.SHIPS else key


Kind = Literal["area", "land", "town", "water", "built"]
"""What a name that is left at its bare words is a name of: a region, an island, a river, a dam."""


def kind_left_out(short: Key, full: Key) -> Kind | None:
    """What sort of place ``full`` is where it is ``short`` with a word for its kind; None where it is not.

    South Sulawesi is not Sulawesi, and the Gulf of Aden not Aden.

    >>> kind_left_out(("sughd",), ("sughd", "region"))
    'area'
    """
    if len(full) > 2 and full[1] == "of" and full[0] in lexicon.WATER:
        return None
    generic = lexicon.AREAS | lexicon.WATER | lexicon.LAND | lexicon.FACILITIES | _SMALL
    if len(short) >= len(full) or tuple(word for word in full if word not in generic) != short:
        return None
    words = {*full} - {*short}
    if words & lexicon.FACILITIES:
        return "built"
    if words & lexicon.WATER:
        return "water"
    if words & lexicon.LAND:
        return "land"
    return "town" if words & lexicon.SETTLED else "area"


_SMALL = frozenset({"of", "the", "space", "air", "hydropower", "power", "nuclear", "military", "border"})


def short_of_place(short: Key, full: Key) -> bool:
    """True where ``full`` is ``short`` with a word for its kind that may be left out: Sughd and Sughd Region."""
    return kind_left_out(short, full) in ("area", "land", "town")


def ministry(key: Key) -> tuple[frozenset[str], str | None] | None:
    """A ministry's field and nation, however the name is turned; None where it is no ministry.

    >>> ministry(("ministry", "of", "health", "of", "uzbekistan"))
    (frozenset({'health'}), 'Uzbekistan')
    """
    if not _MINISTRIES & set(key):
        return None
    nation: str | None = None
    field: set[str] = set()
    for word in key:
        state = lexicon.states().get((word,)) or lexicon.demonyms().get((word,))
        if state:
            nation = state
        elif word not in _LINKS and word not in _MINISTRIES and word != "republic":
            field.add(word)
    return frozenset(field), nation
