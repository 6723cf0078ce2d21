"""The word lists of ``lexicon.toml``, ``nations.toml`` and ``given.toml``, ready to be asked."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, Literal

from briefing.model import EntityType

Gender = Literal["f", "m"]


@functools.cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


def _words(*path: str) -> frozenset[str]:
    table: Any = _table("lexicon.toml")
    for step in path:
        table = table[step]
    return frozenset(table)


def fold(text: str) -> str:
    """``text`` in lower case without accents, for comparing names."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


_INITIALS = re.compile(r"(?<!\w)(?:\w\.){2,}\w?")
_WORD = re.compile(r"[\w&]+")


@functools.lru_cache(maxsize=16384)
def key_of(text: str) -> tuple[str, ...]:
    """The words by which two spellings of one name are the same: folded, initials joined, no leading article.

    >>> key_of("the U.S. Congress")
    ('us', 'congress')
    """
    joined = _INITIALS.sub(lambda match: match.group().replace(".", ""), text.replace("’", "'"))
    joined = re.sub(r"'s\b|'(?=\s|$)", "", joined)
    words = tuple(_WORD.findall(fold(joined)))
    return words[1:] if len(words) > 1 and words[0] == "the" else words


MEN_TITLES = _words("titles", "m")
WOMEN_TITLES = _words("titles", "f")
TITLES = MEN_TITLES | WOMEN_TITLES | _words("titles", "any")
SPELLED_OUT: dict[str, str] = dict(_table("lexicon.toml")["abbreviations"])
COURTESY = MEN_TITLES | WOMEN_TITLES | {"dr", "prof", "professor", "rev", "hon"}
SHORT_RANKS = frozenset(
    f"{rank.lower()}."
    for rank in tomllib.loads(files("briefing.nlp").joinpath("titles.toml").read_text("utf-8"))["ranks"]
)
MEN_ROLES = _words("offices", "m")
WOMEN_ROLES = _words("offices", "f")
OFFICES = MEN_ROLES | WOMEN_ROLES | _words("offices", "any")
LEADERS = _words("offices", "leader")
LOOSE = _words("offices", "loose")
BODY_HEADS = _words("bodies", "heads")
FOREIGN_HEADS = _words("bodies", "foreign_heads")
SUFFIXES = _words("bodies", "suffixes")
BUSINESS = SUFFIXES | _words("bodies", "business")
MAKERS = _words("bodies", "makers")
POSTS = _words("posts", "words")
RANKS = _words("ranks", "words")
ANY_COMPANY = _words("bodies", "any_company")
TRADES = _words("bodies", "trades")
OFFSHOOTS = _words("bodies", "offshoots")
PUBLIC = _words("bodies", "public")
LEARNED = _words("bodies", "learned")
BEFORE_PLACES = _words("bodies", "before_places")
LEVELS = _words("bodies", "levels")
PRESS = _words("bodies", "press")
COMPANY = _words("bodies", "company")
BODY_NOUNS = _words("bodies", "body")
WATER = _words("places", "water")
LAND = _words("places", "land")
LAND_FIRST = _words("places", "land_first")
FOREIGN_LAND = _words("places", "foreign_land")
PLACE_ENDINGS = tuple(_words("places", "endings"))
NUMBERED = _words("things", "numbered")
DISTINGUISHING = _words("bodies", "distinguishing")
CALLINGS = _words("offices", "callings")
ROYAL = _words("titles", "royal")
SPEAKERS = _words("speech", "labels")
SUPPORTERS = _words("bodies", "supporters")
AREAS = _words("places", "areas")
FACILITIES = _words("places", "facilities")
AREAS_AROUND: dict[str, EntityType] = dict(_table("lexicon.toml")["places"]["areas_around"])
BUILT = _words("places", "built")
SETTLED = _words("places", "settled")
RIVERS = _words("places", "rivers")
PLACE_NOUNS = _words("places", "nominal")
EVENTS = _words("things", "events")
LAWS = _words("things", "laws")
SHIPS = _words("things", "ships")
JUNK = _words("junk", "words")
CALENDAR = _words("junk", "calendar")
PARTICLES = _words("junk", "particles")
NAME_PARTICLES = _words("junk", "name_particles")
UNITS = _words("junk", "units")
COMPOUNDED = _words("junk", "compounded")
SPEECH = _words("speech", "verbs")
HUMAN_VERBS = _words("human", "verbs")
HUMAN_NOUNS = _words("human", "nouns")
SURNAME_ENDINGS = tuple(_words("human", "surnames"))
TAKEN = _words("human", "taken")
FIGHTERS = _words("human", "fighters")
SUFFERED = _words("human", "suffer")
CONTESTS = _words("bodies", "contests")
BODY_ENDINGS = tuple(_words("bodies", "endings"))
KIN = _words("human", "kin")
MOTION = _words("human", "motion")
FOLK = _words("human", "folk")
TRIBES = _words("human", "tribes")
STAKES = _words("bodies", "stakes")
SCIENCES = _words("ministries", "sciences")
MINISTRY_FIELDS = _words("ministries", "fields")


@functools.cache
def kinds() -> dict[str, EntityType]:
    """Common noun -> the type of what it is said of."""
    table = _table("lexicon.toml")["kinds"]
    return {noun: label for label, nouns in table.items() for noun in nouns}


@functools.cache
def owned() -> dict[str, EntityType]:
    """Common noun -> the type of what owns it: ``ORG`` of "shares", ``GPE`` of "outskirts"."""
    return {noun: label for label, nouns in _table("lexicon.toml")["owned"].items() for noun in nouns}


@functools.cache
def doers() -> dict[str, EntityType]:
    """Verb -> the type of what does so: ``ORG`` of "publish", ``PRODUCT`` of "capsize"."""
    return {verb: label for label, verbs in _table("lexicon.toml")["doers"].items() for verb in verbs}


@functools.cache
def known_bodies() -> frozenset[tuple[str, ...]]:
    """Agencies and bodies that everyone writes about, as keys."""
    return frozenset(key_of(name) for part in ("agencies", "known") for name in _table("lexicon.toml")["bodies"][part])


@functools.cache
def agencies() -> frozenset[tuple[str, ...]]:
    """News agencies and broadcasters, as keys."""
    return frozenset(key_of(name) for name in _table("lexicon.toml")["bodies"]["agencies"])


@functools.cache
def states() -> dict[tuple[str, ...], str]:
    """State's key, or that of another of its names -> the state."""
    table = _table("nations.toml")
    known = {key_of(name): name for name in table["states"]}
    return known | {key_of(alias): name for alias, name in table["aliases"].items()}


@functools.cache
def namesakes() -> dict[str, str]:
    """State -> another that its short name may mean."""
    return dict(_table("nations.toml")["namesakes"])


_REALM = frozenset(
    {"republic", "kingdom", "islamic", "federal", "democratic", "people", "federation", "state", "of", "the"}
)


def state_named(key: tuple[str, ...]) -> str | None:
    """The state with this name, "Republic of" and its like left out; None where it is none."""
    return states().get(key) or states().get(tuple(word for word in key if word not in _REALM))


@functools.cache
def capitals() -> dict[tuple[str, ...], str]:
    """Capital's key -> its state."""
    return {key_of(row[0]): name for name, row in _table("nations.toml")["states"].items() if row[0]}


@functools.cache
def demonyms() -> dict[tuple[str, ...], str]:
    """Key of an adjective or a people, singular or plural -> its state, or "" for a people without one."""
    known: dict[tuple[str, ...], str] = {}
    table = _table("nations.toml")
    for state, (_, *words) in table["states"].items():
        known |= dict.fromkeys(_numbers(words), state)
    return dict.fromkeys(_numbers(table["peoples"]["names"]), "") | known


_NO_PLURAL = ("s", "sh", "ch", "ese")


def _numbers(words: list[str]) -> list[tuple[str, ...]]:
    """Keys of each word and of its plural."""
    plural = [
        word.replace("man", "men") if word.endswith("man") else word + "s"
        for word in words
        if not word.endswith(_NO_PLURAL)
    ]
    return [key_of(word) for word in (*words, *plural)]


@functools.cache
def regions() -> frozenset[tuple[str, ...]]:
    """Parts of the world, as keys."""
    return frozenset(key_of(name) for name in _table("nations.toml")["regions"]["names"])


@functools.cache
def pairs() -> frozenset[tuple[str, ...]]:
    """Places whose one name has "and" in it, as keys."""
    return frozenset(key_of(name) for name in _table("nations.toml")["regions"]["pairs"])


@functools.cache
def directions() -> frozenset[str]:
    """Capitalised points of the compass that are regions after "the"."""
    return frozenset(_table("nations.toml")["regions"]["directions"])


def listed_label(key: tuple[str, ...]) -> EntityType | None:
    """The type of a name that a list settles: a state, a people, a part of the world, a news agency."""
    if state_named(key):
        return "GPE"
    if key in demonyms():
        return "NORP"
    if key in regions():
        return "LOC"
    return "ORG" if key in agencies() or key in _listed_bodies() else None


@functools.cache
def _listed_bodies() -> frozenset[tuple[str, ...]]:
    """Bodies whose names recognisers cut, as keys."""
    return frozenset(key_of(name) for name in _table("lexicon.toml")["bodies"]["listed"])


def listed_from(key: tuple[str, ...]) -> tuple[int, ...]:
    """How many more words listed bodies have whose names begin with these, most first."""
    return _beginnings().get(key, ())


@functools.cache
def _beginnings() -> dict[tuple[str, ...], tuple[int, ...]]:
    known: dict[tuple[str, ...], set[int]] = {}
    for key in _listed_bodies():
        for size in range(1, len(key)):
            known.setdefault(key[:size], set()).add(len(key) - size)
    return {key: tuple(sorted(sizes, reverse=True)) for key, sizes in known.items()}


@functools.cache
def _first_words() -> dict[str, int]:
    """First word of each listed name -> how many words the longest such name has."""
    known: dict[str, int] = {}
    for key in itertools.chain(states(), demonyms(), regions(), agencies(), _short_listed()):
        known[key[0]] = max(known.get(key[0], 0), len(key))
    return known


def _short_listed() -> Iterator[tuple[str, ...]]:
    return (key for key in _listed_bodies() if len(key) < _LONGEST)


def longest_listed(text: str) -> int:
    """How many tokens the longest listed name that begins with this token may have; 0 where none does."""
    words = key_of(text)
    if not words:
        return 0
    count = _LONGEST if words[0] in _REALM else _first_words().get(words[0], 0)
    return count + (1 < count < _LONGEST)


_LONGEST = 4
"""Tokens of the longest listed name, a hyphen counted: "South", "-", "East", "Asia"."""


def stands_alone(key: tuple[str, ...]) -> bool:
    """True for a name so well known that it is no short form of a longer one: Moscow, Asia, Congress."""
    return key in capitals() or key in regions() or key in known_bodies()


def is_body_word(word: str) -> bool:
    """True for a common noun that a longer name ends with and that may stand for it: ministry, compact, summit."""
    return word in BODY_HEADS or word in BODY_NOUNS or word in LAWS or word in EVENTS or word in FACILITIES


@functools.cache
def nicknames() -> dict[str, frozenset[str]]:
    """Short given name -> those it is short for: Bill -> William."""
    return {short: frozenset(full) for short, full in _table("given.toml")["nicknames"].items()}


@functools.cache
def _given() -> dict[str, Gender]:
    table = _table("given.toml")
    men: dict[str, Gender] = {fold(name): "m" for name in table["m"].split()}
    women: dict[str, Gender] = {fold(name): "f" for name in table["f"].split()}
    both = men.keys() & women.keys()
    return {name: gender for name, gender in (men | women).items() if name not in both}


def gender_of_given(name: str) -> Gender | None:
    """The sex of those who bear this given name, where it is almost always one."""
    return _given().get(fold(name))


def state_of(key: tuple[str, ...]) -> str | None:
    """The state that a name, capital's name or adjective belongs to; None where it is none of these."""
    return state_named(key) or demonyms().get(key) or capitals().get(key) or None
