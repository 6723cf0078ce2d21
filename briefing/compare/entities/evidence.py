"""Whether two candidates are one: names first, then whatever else the articles tell of them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from briefing.compare.entities.local import Kind, Local, generic
from briefing.compare.names.bodies import (
    Key,
    acronyms,
    canonical,
    compare_bodies,
    core,
    kind_of_place,
    national,
    office,
    state_of,
)
from briefing.compare.names.folding import fold, key
from briefing.compare.names.people import Match, compare_people, is_loose, namesakes, person
from briefing.compare.names.sounding import alike
from briefing.model import Link

EVIDENT = 2.0
"""Likeness from which an article itself shows that a short form is one."""
RATHER_A_PERSON = 0.6
"""What an article takes for a person may be short for a body only where no person bears the name."""
DIFFERENT = Match("different", "", "")
_SMALL = frozenset({"the", "its", "his", "her", "their", "for", "and", "former", "then", "new", "current"})
_WORD = re.compile(r"[a-z]{3,}")
_OF = re.compile(r" (?:of|for|to|in|at|from|on|and|with|who|that)\b.*")
_LOWER = frozenset({"deputy", "vice", "assistant"})
_HEAD_OF_BODY = {"head": "chief", "chair": "chief", "chairman": "chief", "chairwoman": "chief", "boss": "chief"}


class Candidate:
    """Locals that are taken for one, and what they tell together.

    Attributes:
        members: The locals, in order of the story.
        links: Why they are taken for one.
        blocks: Under what it is found by others; filled when first asked for.
    """

    def __init__(self, members: Iterable[Local], links: Iterable[Link] = ()) -> None:
        self.members = sorted(members, key=lambda local: (local.place, local.mentions[0].start))
        self.links = list(links)
        self.blocks: frozenset[object] | None = None

    @cached_property
    def kind(self) -> Kind:
        """The kind of most members; a sure person makes all of them a person."""
        if any(local.sure for local in self.members):
            return "person"
        kinds = [local.kind for local in self.members]
        return max(kinds, key=kinds.count)

    @cached_property
    def sure(self) -> bool:
        """True for a person who is shown to be one."""
        return any(local.sure for local in self.members)

    @cached_property
    def articles(self) -> frozenset[str]:
        """Where it is named."""
        return frozenset(local.article for local in self.members)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The fullest form of each member, each once, in order of the story."""
        return tuple(dict.fromkeys(local.name for local in self.members))

    @cached_property
    def full_names(self) -> tuple[str, ...]:
        """Names of two parts and more, of a person."""
        return tuple(name for name in self.names if len(person(name).parts) > 1)

    @cached_property
    def form_keys(self) -> frozenset[Key]:
        """Words of every form."""
        return frozenset(canonical(form) for local in self.members for form in local.forms)

    @cached_property
    def spelled(self) -> frozenset[Key]:
        """Words of every form as spelled, known names not brought under one."""
        return frozenset(key(form) for local in self.members for form in local.forms)

    @cached_property
    def types(self) -> frozenset[str]:
        """What the articles take it for."""
        return frozenset(local.entity.type for local in self.members)

    @cached_property
    def is_area(self) -> bool:
        """True for what is spoken of as a region alone."""
        return all(local.used == {"area"} for local in self.members)

    @cached_property
    def is_settled(self) -> bool:
        """True for what is spoken of as a town anywhere."""
        return any("settled" in local.used for local in self.members)

    @cached_property
    def genders(self) -> frozenset[str]:
        """What shows of a person's sex."""
        return frozenset(local.entity.gender for local in self.members if local.entity.gender)

    @cached_property
    def nations(self) -> frozenset[str]:
        """States whose body it is."""
        told = {local.nation for local in self.members if local.nation}
        told |= {found.nation for name in self.names if (found := office(name)) and found.nation}
        told |= {state[1] for name in self.names if (state := national(name))}
        return frozenset(told)

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """What the articles call it, as offices."""
        roles = dict.fromkeys(role for local in self.members for role in local.entity.roles)
        return tuple(found for role in roles if (found := office_in(role)) is not None)

    def joined(self, other: Candidate, link: Link | None) -> Candidate:
        """Both as one."""
        return Candidate(
            [*self.members, *other.members], [*self.links, *other.links, *([link] if link is not None else [])]
        )


class Office(NamedTuple):
    """What an article calls somebody: the words as they stand, the noun ("deputy" with it), and the other words."""

    words: str
    noun: str
    rest: frozenset[str]


@functools.lru_cache(maxsize=20_000)
def office_in(role: str) -> Office | None:
    """The office that a description names; None for a word that tells nobody from another ("man", "brother")."""
    found = [word for word in _WORD.findall(_OF.sub("", fold(role))) if word not in _SMALL]
    if not found or is_loose(found[-1]):
        return None
    noun = " ".join([*(word for word in found[:-1] if word in _LOWER), _HEAD_OF_BODY.get(found[-1], found[-1])])
    rest = {word for word in _WORD.findall(fold(role)) if word not in _SMALL and word not in noun and len(word) > 2}
    return Office(role, noun, frozenset(rest - {found[-1], "of", "from", "with"}))


def shared_office(a: Candidate, b: Candidate) -> tuple[Office, Office] | None:
    """An office that both are said to hold, the one told most fully; none where what it is of differs."""
    pairs = [
        (x, y)
        for x in a.offices
        for y in b.offices
        if x.noun == y.noun and (x.rest & y.rest or not x.rest or not y.rest)
    ]
    return max(pairs, key=lambda pair: (len(pair[0].rest & pair[1].rest), pair[0].words), default=None)


def told_alike(offices: tuple[Office, Office]) -> str:
    """The offices as a reader is shown them."""
    one, other = (office.words for office in offices)
    return f"both are called “{one}”" if fold(one) == fold(other) else f"one is called “{one}”, the other “{other}”"


def compare(a: Candidate, b: Candidate) -> Match:
    """What the names of two candidates say, weighed with gender, roles and nation."""
    if a.kind == "people" or b.kind == "people":
        return DIFFERENT
    if a.kind == b.kind == "person":
        return _people(a, b)
    if a.sure or b.sure:
        return _person_and_thing(a, b)
    return _bodies(a, b)


def contradicts(a: Candidate, b: Candidate) -> bool:
    """True where two people's full names, or two bodies' states, cannot be one's: nothing else then makes them one."""
    if a.kind == b.kind == "person" and a.full_names and b.full_names:
        return any(compare_people(x, y).verdict == "different" for x in a.full_names for y in b.full_names)
    if _river_and_state(a, b) or _region_and_town(a, b):
        return True
    if a.nations and b.nations and not a.nations & b.nations:
        return any(generic(name) or office(name) for name in (*a.names, *b.names))
    return False


def _river_and_state(a: Candidate, b: Candidate) -> bool:
    """True for the Niger and Niger: one is a state in every article, the other water or land."""
    return {a.types, b.types} == {frozenset({"LOC"}), frozenset({"GPE"})} and any(state_of(key(n)) for n in a.names)


def _region_and_town(a: Candidate, b: Candidate) -> bool:
    """True for the Kharsk of "the Kharsk region" alone, and the one that has a mayor."""
    return (a.is_area and b.is_settled) or (b.is_area and a.is_settled)


def _people(a: Candidate, b: Candidate) -> Match:
    """Two full names; a surname alone is placed later, when all full names are known."""
    if not a.full_names or not b.full_names:
        return DIFFERENT
    found = [compare_people(x, y) for x in a.full_names for y in b.full_names]
    if any(match.verdict == "different" for match in found):
        return _namesakes(a, b)
    best = min(found, key=lambda match: match.verdict == "maybe")
    if a.genders and b.genders and not a.genders & b.genders:
        return best._replace(verdict="maybe", rule="gender-differs") if best.rule == "same-name" else DIFFERENT
    if best.verdict == "maybe" and best.rule != "generation":
        shared = shared_office(a, b)
        if shared:
            return Match("same", "close-name-and-role", f"{best.why}; {told_alike(shared)}")
    return best


def _namesakes(a: Candidate, b: Candidate) -> Match:
    """Two given names, but one surname and one office: for the reader to decide."""
    if a.genders and b.genders and not a.genders & b.genders:
        return DIFFERENT
    shared = shared_office(a, b)
    pairs = [(x, y) for x in a.full_names for y in b.full_names if namesakes(x, y)]
    if not shared or not shared[0].rest & shared[1].rest or not pairs or a.articles & b.articles:
        return DIFFERENT
    why = f"“{pairs[0][0]}” and “{pairs[0][1]}” share the surname, and {told_alike(shared)}"
    return Match("maybe", "surname-and-role", why)


def _person_and_thing(a: Candidate, b: Candidate) -> Match:
    """A person and something of exactly the same full name is a slip of one article's types."""
    for x in a.full_names:
        if any(key(x) == key(y) for y in b.names):
            return Match("same", "same-name", f"“{x}” has one type here and another there")
    return DIFFERENT


def _bodies(a: Candidate, b: Candidate) -> Match:
    found = [compare_bodies(x, y) for x in a.names for y in b.names]
    same = [match for match in found if match.verdict == "same"]
    maybe = [match for match in found if match.verdict == "maybe"]
    if not (same or maybe) or contradicts(a, b):
        return DIFFERENT
    same = [match for match in same if match.rule != "acronym" or not _is_spelled_out(a, b)]
    same = [match for match in same if match.rule != "kind-of-place" or _one_place(a, b)]
    if same:
        return same[0]
    if maybe and a.nations & b.nations and maybe[0].rule in ("same-body", "same-ministry"):
        state = " and ".join(sorted(a.nations & b.nations))
        return maybe[0]._replace(verdict="same", why=f"{maybe[0].why}; both are {state}'s")
    return maybe[0] if maybe else DIFFERENT


def _is_spelled_out(a: Candidate, b: Candidate) -> bool:
    """True where the letters already stand for another name in one of the two."""
    for one, other in ((a, b), (b, a)):
        for letters in (canonical(name) for name in one.names if len(canonical(name)) == 1):
            full = [name for name in one.names if letters[0] in acronyms(name)]
            if full and any(letters[0] in acronyms(name) for name in other.names):
                return True
    return False


def _one_place(a: Candidate, b: Candidate) -> bool:
    """True where names that differ in the kind of place are used alike: not one as a town, the other as its dam.

    A region's name alone is the region's unless a town is spoken of, a dam's only where it is a spot ("at Zarafod"), a
    river's only behind "the".
    """
    kinds = {kind_of_place(canonical(name)) for one in (a, b) for name in one.names} - {""}
    bare = [one for one in (a, b) if not all(kind_of_place(canonical(name)) for name in one.names)]
    used = {use for one in bare for local in one.members for use in local.used if not kind_of_place(key(local.name))}
    if not used:
        return True
    if "built" in kinds:
        return used <= {"spot", "built"} or ("built" in used and not used & {"settled", "inside"})
    if "water" in kinds:
        own = any(state_of(key(local.name)) for one in bare for local in one.members)
        return used <= {"water"} or ("water" in used and not own and used <= {"water", ""})
    if "towns" in kinds and any(name.split()[-1].islower() for one in (a, b) for name in one.names):
        return used != {"area"}
    return "settled" not in used


def part_of(short: Candidate, full: Candidate) -> float:
    """How well a candidate of one word, or of the beginning of a name, may be short for another; 0 where it may not.

    Above ``EVIDENT`` where articles call the fuller one by exactly these words, the more the higher; a surname, or the
    beginning of a name, comes to 1 at most, a given name to 0.6.
    """
    if "people" in (short.kind, full.kind) or short is full or _adjectives(short):
        return 0.0
    name = short.names[0]
    words = canonical(name)
    if full.kind == "person" and full.full_names:
        return _part_of_person(short, full)
    if short.sure or contradicts(short, full) or (_places(short) and _bodies_all(full)) or _named_after(short, full):
        return 0.0
    if words not in {canonical(other) for other in full.names}:
        calling = {local.article for local in full.members if words in map(canonical, local.forms)}
        if calling:
            return EVIDENT + len(calling)
    matches = [compare_bodies(name, other) for other in full.names if len(core(other)) > len(words)]
    if not any(match.rule == "part-of-name" for match in matches):
        return 0.0
    return 1.0 if short.kind == "thing" else RATHER_A_PERSON


def _places(candidate: Candidate) -> bool:
    """True for what every article takes for a place: a town is not short for its club."""
    return all(local.entity.type in ("GPE", "LOC", "FAC") for local in candidate.members)


def _named_after(short: Candidate, full: Candidate) -> bool:
    """True for what is no place, or a building, and bears a town's name: "Riga" is not short for "Riga Castle"."""
    towns = all(local.entity.type == "GPE" for local in short.members)
    return towns and not any(local.entity.type in ("GPE", "LOC") for local in full.members)


def _is_placed(candidate: Candidate) -> bool:
    """True for what is spoken of as a place is: "in Houston", "from Houston"."""
    return any(local.used & {"settled", "inside", "spot"} for local in candidate.members)


def _bodies_all(candidate: Candidate) -> bool:
    return all(local.entity.type in ("ORG", "PERSON") for local in candidate.members)


def _adjectives(candidate: Candidate) -> bool:
    """True for what every article takes for a people or a faith: "Soviet" is not short for the Soviet Union."""
    return all(local.entity.type == "NORP" for local in candidate.members)


def _part_of_person(short: Candidate, full: Candidate) -> float:
    parts, generation = person(short.names[0])
    if generation and not any(person(name).generation == generation for name in full.full_names):
        return 0.0
    if len(parts) != 1 or (short.genders and full.genders and not short.genders & full.genders):
        return 0.0
    if short.kind != "person" and ((parts,) != tuple(short.form_keys) or (_places(short) and _is_placed(short))):
        return 0.0
    word, best = parts[0], 0.0
    used = {form for local in full.members for form in local.forms}
    if any(person(form).parts == parts for form in used):
        best = EVIDENT + (1.0 if short.kind == "person" else 0.5)
    for name in full.full_names:
        likeness = alike(word, person(name).parts[-1])
        if likeness >= (0.9 if len(word) > 4 else 0.99):
            best = max(best, likeness)
        elif short.kind == "person" and len(word) > 3 and person(name).parts[0] == word:
            best = max(best, 0.6)
    return best if short.kind == "person" or best >= EVIDENT else 0.0
