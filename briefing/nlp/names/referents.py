"""Who is who within one article: names that stand for the same person, body or place come together."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from briefing.model import EntityType
from briefing.nlp.names import lexicon, matching
from briefing.nlp.names.candidates import Name
from briefing.nlp.names.labels import votes_of
from briefing.nlp.names.lexicon import Gender
from briefing.nlp.names.matching import Key
from briefing.nlp.names.votes import Votes

PLACES = frozenset({"GPE", "LOC", "FAC"})
NEAR = 60
"""Tokens within which the last-named of two people of one surname is meant by the bare surname."""


@dataclass(slots=True, eq=False)
class Referent:
    """One person, body, place or thing, with all names the article has for it.

    Attributes:
        names: Its mentions by name, in order of the text once all are in.
        forms: Number of mentions by key.
        votes: Evidence for its type.
        gender: Of a person, where something shows it.
        roles: Descriptions in the order of the text.
    """

    label: EntityType
    votes: Votes
    names: list[Name] = field(default_factory=list)
    forms: Counter[Key] = field(default_factory=Counter)
    gender: Gender | None = None
    roles: list[str] = field(default_factory=list)

    @property
    def full(self) -> Key:
        """Its fullest form."""
        return max(self.forms, key=lambda key: (len(key), self.forms[key]))

    @property
    def first(self) -> int:
        """Token of its first mention."""
        return min(name.start for name in self.names)

    def take(self, names: Iterable[Name], rule: str = "") -> None:
        """Add mentions; ``rule`` says why they belong here, where it was not for the very same words."""
        for name in names:
            if rule:
                name.rule = rule
            self.names.append(name)
            self.forms[name.key] += 1


class Grouping:
    """Brings the names of one Doc together, fullest forms first.

    Args:
        doc: The parsed text.
        names: All names, in order of the text.
        kinds: Furniture by token.
    """

    def __init__(self, doc: Doc, names: Sequence[Name], kinds: list[str]) -> None:
        self.doc = doc
        self.kinds = kinds
        self.votes = votes_of(doc, names, kinds)
        self.by_key: dict[Key, list[Name]] = {}
        for name in names:
            self.by_key.setdefault(name.key, []).append(name)
        self.defined = _definitions(doc, names)
        self.referents: list[Referent] = []
        self._nations = dict(_owners(doc, names))

    def run(self) -> list[Referent]:
        """The referents in order of first mention, with names in order and types settled."""
        keys = sorted(self.by_key, key=lambda key: (-len(key), self.by_key[key][0].start))
        later: list[Key] = []
        for key in keys:
            label = self.votes[key].best()
            if label == "PERSON" and len(key) > 1:
                self._full_person(key)
            elif len(key) > 1 and label != "PERSON":
                self._full_other(key, label)
            else:
                later.append(key)
        for key in later:
            self._single(key, self.votes[key].best())
        for referent in self.referents:
            referent.names.sort(key=lambda name: name.start)
            referent.label = referent.votes.best()
        return sorted(self.referents, key=lambda referent: referent.first)

    def _new(self, key: Key, label: EntityType, names: list[Name] | None = None) -> Referent:
        referent = Referent(label, Votes(self.votes[key]))
        referent.take(self.by_key[key] if names is None else names)
        self.referents.append(referent)
        return referent

    def _join(self, referent: Referent, key: Key, rule: str) -> None:
        referent.take(self.by_key[key], rule)
        referent.votes.add(self.votes[key])

    def _full_person(self, key: Key) -> None:
        for referent in self.referents:
            if referent.label == "PERSON" and any(matching.same_person(key, form) for form in referent.forms):
                self._join(referent, key, "same surname and given name")
                return
        if not any(name.title for name in self.by_key[key]) and self._body_short(key):
            return
        self._new(key, "PERSON")

    def _body_short(self, key: Key) -> bool:
        """Attach what looks like a person to the company named before whose name begins so (Samudra Jaya Lines)."""
        for referent in self.referents:
            if referent.label == "ORG" and self._short_score(key, "ORG", referent) > 1:
                self._join(referent, key, "short form")
                return True
        return False

    def _full_other(self, key: Key, label: EntityType) -> None:
        """A name of several words that is no person's: a ministry, a place with its kind, a short form."""
        office = matching.ministry(key)
        if office is not None:
            self._ministry(key, office)
            return
        state = lexicon.state_named(key)
        for referent in self.referents:
            if state and any(lexicon.state_named(form) == state for form in referent.forms):
                self._join(referent, key, "one state")
                return
        if (key in self.defined and self._acronym(key)) or (label != "NORP" and self._short(key, label)):
            return
        self._new(key, label)

    def _ministry(self, key: Key, office: tuple[frozenset[str], str | None]) -> None:
        """A ministry without a nation's name may be any nation's: its owner tells, else the only one there is."""
        groups: dict[str | None, list[Name]] = {}
        for name in self.by_key[key]:
            groups.setdefault(office[1] or self._nations.get(name), []).append(name)
        for nation, names in groups.items():
            same = [
                referent
                for referent in self.referents
                if any((other := matching.ministry(form)) and other[0] == office[0] for form in referent.forms)
            ]
            fitting = [referent for referent in same if self._nation(referent) == nation]
            if not fitting and len(same) == 1 and (nation is None or self._nation(same[0]) is None):
                fitting = same
            if len(fitting) == 1:
                fitting[0].take(names, "same ministry")
                fitting[0].votes.add(self.votes[key])
            else:
                self._new(key, "ORG", names)

    def _nation(self, referent: Referent) -> str | None:
        for name in referent.names:
            office = matching.ministry(name.key)
            if office and (nation := office[1] or self._nations.get(name)):
                return nation
        return None

    def _single(self, key: Key, label: EntityType) -> None:
        if key in lexicon.states() or key in lexicon.demonyms():
            self._nation_word(key, label)
            return
        if self._acronym(key):
            return
        firm = key in lexicon.capitals() or key in lexicon.regions() or key in lexicon.known_bodies()
        titled = any(name.title for name in self.by_key[key])
        if (not firm or titled) and self._person_part(key, label):
            return
        if not firm and label != "NORP" and self._short(key, label):
            return
        self._new(key, label)

    def _nation_word(self, key: Key, label: EntityType) -> None:
        lookup = lexicon.state_named if key in lexicon.states() else lexicon.demonyms().get
        state = lookup(key)
        for referent in self.referents:
            if state and any(lookup(form) == state for form in referent.forms):
                self._join(referent, key, "one people" if lookup != lexicon.state_named else "one state")
                return
            if key in lexicon.states() and any(matching.is_acronym_of(key, form) for form in referent.forms):
                self._join(referent, key, "acronym")
                return
        if any(name.title for name in self.by_key[key]) and self._person_part(key, "PERSON"):
            return
        self._new(key, label)

    def _acronym(self, key: Key) -> bool:
        """Attach an acronym to the name it was defined for, else to the only name with these initials."""
        full = self.defined.get(key)
        for referent in self.referents:
            if full is not None and full in referent.forms:
                self._join(referent, key, "acronym defined in the text")
                return True
        if not any(sum(map(str.isupper, name.text(self.doc))) > 1 for name in self.by_key[key]):
            return False
        fitting = [
            referent
            for referent in self.referents
            if referent.label != "PERSON" and any(matching.is_acronym_of(key, form) for form in referent.forms)
        ]
        if len(fitting) == 1:
            self._join(fitting[0], key, "acronym")
        return len(fitting) == 1

    def _person_part(self, key: Key, label: EntityType) -> bool:
        """Attach a surname or given name to the one person it can mean; each mention alone where there are several."""
        people = [
            (max(matching.part_of_person(key, form) for form in referent.forms), referent)
            for referent in self.referents
            if referent.label == "PERSON"
        ]
        top = max((score for score, _ in people), default=0)
        fitting = [referent for score, referent in people if score == top]
        first = self.by_key[key][0].start
        if top == 0 or (label != "PERSON" and not any(who.first < first for who in fitting)):
            return False
        if top < 3 and label not in ("PERSON", "ORG"):
            return False
        if label != "PERSON" and self._prefers_body(key, fitting):
            return False
        if len(fitting) == 1:
            self._join(fitting[0], key, "surname" if top == 3 else "given name")
            return True
        unclear = [name for name in self.by_key[key] if not self._nearest(name, fitting)]
        if unclear:
            self._new(key, "PERSON", unclear)
        return True

    def _prefers_body(self, key: Key, people: list[Referent]) -> bool:
        """True where the word is rather the short form of a body named before these people: Ford, the motor company."""
        bodies = [who.first for who in self.referents if who.label == "ORG" and self._short_score(key, "ORG", who) > 1]
        return bool(bodies) and min(bodies) < min(who.first for who in people)

    def _nearest(self, name: Name, people: list[Referent]) -> bool:
        """Give a bare surname to the person named last before it, unless two are named in one breath."""
        sentence = self.doc[name.start].sent.start
        last = sorted(
            (
                (max((n.start for n in person.names if n.start < name.start), default=-1), i)
                for i, person in enumerate(people)
            ),
            reverse=True,
        )
        (near, who), (other, _) = last[0], last[1]
        if near < 0 or (other >= 0 and self.doc[near].sent.start == self.doc[other].sent.start != sentence):
            return False
        if name.start - near > NEAR and other >= 0 and near - other < NEAR:
            return False
        people[who].take([name], "surname, the person named last")
        return True

    def _short(self, key: Key, label: EntityType) -> bool:
        """Attach a short form of a body, place or thing to the one longer name it can mean."""
        scored: list[tuple[int, int, int, Referent]] = []
        for referent in self.referents:
            score = self._short_score(key, label, referent)
            if score:
                scored.append((score, sum(referent.forms.values()), -referent.first, referent))
        if not scored:
            return False
        top = max(scored, key=lambda row: row[:3])
        rivals = [row for row in scored if row[0] == top[0] and row[3] is not top[3]]
        if rivals and top[0] == 1:
            return False
        self._join(top[3], key, "short form")
        return True

    def _short_score(self, key: Key, label: EntityType, referent: Referent) -> int:
        if referent.label in ("PERSON", "NORP"):
            return 0
        if referent.label in PLACES:
            fits = any(matching.short_of_place(key, form) for form in referent.forms)
            return 3 if fits and label in PLACES | {"PERSON", "ORG"} else 0
        if self._placed(key):
            return 0
        score = max(matching.short_of_body(key, form) for form in referent.forms)
        if score == 2 and not self._introduced(key, referent) and not _corporate(key, referent):
            return 0
        if score == 1 and len(key) == 1 and not self._definite(key):
            return 0
        return score

    def _placed(self, key: Key) -> bool:
        """True for a word that the article uses as a place: "in Makassar"."""
        if self.votes[key].best() not in PLACES:
            return False
        return lexicon.state_of(key) is not None or any(
            name.start and self.doc[name.start - 1].lower_ in ("in", "near", "outside") for name in self.by_key[key]
        )

    def _introduced(self, key: Key, referent: Referent) -> bool:
        """True where the full name comes before its short form in the reporting, as news introduces names."""
        first = next((name.start for name in self.by_key[key] if self.kinds[name.start] != "headline"), None)
        return first is None or any(name.start < first for name in referent.names)

    def _definite(self, key: Key) -> bool:
        """True where "the" stands before some mention: "the Compact" takes up a name, "Compact" need not."""
        return all(name.start and self.doc[name.start - 1].lower_ == "the" for name in self.by_key[key]) or not (
            key[0] in lexicon.BODY_HEADS or key[0] in lexicon.LAWS or key[0] in lexicon.EVENTS
        )


def _corporate(key: Key, referent: Referent) -> bool:
    """True where only words for a line of business are left out, so that the order does not matter: Apple Computer."""
    if referent.label != "ORG":
        return False
    return any(form[: len(key)] == key and set(form[len(key) :]) <= lexicon.BUSINESS for form in referent.forms)


_ALSO = re.compile(
    r",? (?:(?:also|better|commonly|locally|widely) )?(?:known|abbreviated|called) (?:as |by )?(?:the )?[\"“‘']?|, or "
)


def _definitions(doc: Doc, names: Sequence[Name]) -> dict[Key, Key]:
    """Other name -> the name it was given for: in brackets, or after "known as"."""
    found: dict[Key, Key] = {}
    for full, short in itertools.pairwise(names):
        if short.start - full.end > 6 or len(short.key) > len(full.key):
            continue
        closed = short.end < len(doc) and doc[short.end].text == ")"
        if short.start == full.end + 1 and doc[full.end].text == "(" and closed and _may_name(full, short):
            found.setdefault(short.key, full.key)
        between = doc.text[_end(doc, full.end - 1) : doc[short.start].idx]
        if _ALSO.fullmatch(between) and full.label != "PERSON":
            found.setdefault(short.key, full.key)
    return found


def _may_name(full: Name, short: Name) -> bool:
    """True where what stands in brackets is no place or person beside the name ("Smith (Ohio)")."""
    return full.label != "PERSON" and lexicon.listed_label(short.key) in (None, "ORG") and len(full.key) > 1


def _end(doc: Doc, at: int) -> int:
    return int(doc[at].idx) + len(doc[at])


def _owners(doc: Doc, names: Sequence[Name]) -> Iterable[tuple[Name, str]]:
    """Names with the nation in front of them or after "of": "Belarus's Foreign Ministry"."""
    for before, name in itertools.pairwise(names):
        between = doc[before.end : name.start].text.strip().lower()
        if between in ("", "'s", "’s", "'", "’") and (state := lexicon.state_of(before.key)):
            yield name, state
    for name, after in itertools.pairwise(names):
        between = doc[name.end : after.start].text.strip().lower()
        if between in ("of", "of the", "in") and (state := lexicon.state_of(after.key)):
            yield name, state
