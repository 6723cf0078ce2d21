"""Who is who within one article: names that stand for the same person, body or place come together."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from briefing.model import EntityType
from briefing.nlp.names import lexicon, matching, surnames
from briefing.nlp.names.bearers import told_apart
from briefing.nlp.names.context import acts_as_person, is_corporate, is_personal, is_traded
from briefing.nlp.names.definitions import definitions, owners
from briefing.nlp.names.labels import votes_of
from briefing.nlp.names.matching import Key
from briefing.nlp.names.referents import PLACES, Directory, Evidence, Referent
from briefing.nlp.names.regions import told_from_towns
from briefing.nlp.names.short_forms import fit, introduced, is_placed, long_form_of
from briefing.nlp.names.spans import Name
from briefing.nlp.names.usage import usage
from briefing.nlp.names.votes import Votes

PLACED = 1.5
"""Votes ahead that make a word a place, though people named after it bear it as their surname."""


class Grouping:
    """Brings the names of one Doc together, fullest forms first.

    Args:
        doc: The parsed text.
        names: All names, in order of the text.
        kinds: Furniture by token.
    """

    def __init__(self, doc: Doc, names: Sequence[Name], kinds: list[str]) -> None:
        names = surnames.completed(doc, names)
        told_from_towns(doc, names)
        mentions: dict[Key, list[Name]] = {}
        for name in names:
            mentions.setdefault(name.key, []).append(name)
        self.evidence = Evidence(doc, kinds, votes_of(doc, names, kinds), mentions)
        self.directory = Directory(self.evidence)
        self._defined = definitions(doc, names)
        self._nations = dict(owners(doc, names))
        self._states: dict[str, Referent] = {}
        self._peoples: dict[str, Referent] = {}
        self._ministries: dict[frozenset[str], list[Referent]] = {}

    def run(self) -> list[Referent]:
        """The referents in order of first mention, with names in order and types settled."""
        mentions, votes = self.evidence.mentions, self.evidence.votes
        for key in sorted(mentions, key=lambda key: (-len(key), mentions[key][0].start)):
            label = votes[key].best()
            if len(key) == 1:
                self._single(key, label)
            elif label == "PERSON":
                self._full_person(key)
            else:
                self._full_other(key, label)
        for who in itertools.chain.from_iterable(self._ministries.values()):
            if nation := self._owner(who):
                who.roles.append(f"of {nation}")
        for who in self.directory.all:
            who.names.sort(key=lambda name: name.start)
            who.label = who.votes.best()
        return sorted(self.directory.all, key=lambda who: who.first)

    def _full_person(self, key: Key) -> None:
        if (elder := surnames.of_generation(key, self.directory, self.evidence)) is not None:
            self.directory.join(elder, key, "surname, by generation")
            return
        sharing = self.directory.sharing(key)
        same = [
            who for who in sharing if who.label == "PERSON" and who.has(lambda form: matching.same_person(key, form))
        ]
        same = [who for who in same if not told_apart(key, who, self.evidence)]
        if same:
            if len(same) == 1:
                self.directory.join(same[0], key, "same surname and given name")
            else:
                self.directory.new(key, "PERSON")
            return
        if not self._titled(key):
            for who in sharing:
                if who.label == "ORG" and fit(key, "ORG", who, self.evidence) > 1:
                    self.directory.join(who, key, "short form")
                    return
        top, people = surnames.people_for(key, self.directory)
        if top == 3 and len(people) == 1:
            self.directory.join(people[0], key, "surname")
            return
        self.directory.new(key, "PERSON")

    def _full_other(self, key: Key, label: EntityType) -> None:
        """A name of several words that is no person's: a ministry, a place with its kind, a short form."""
        if office := matching.ministry(key):
            self._ministry(key, *office)
        elif state := lexicon.state_named(key):
            self._nation(key, state, self._states, "one state")
        elif key in self._defined and self._acronym(key):
            return
        elif not self._of_nations(key) and not self._surname_of_several(key, label) and not self._short(key, label):
            self.directory.new(key, label)

    def _surname_of_several(self, key: Key, label: EntityType) -> bool:
        """Join Ravn-Holt and Suu Kyi to the person, whatever the recogniser took them for."""
        return not lexicon.is_body_word(key[-1]) and self._person(key, label)

    def _of_nations(self, key: Key) -> bool:
        """Tell bodies of the same name apart by their places: the Supreme Courts of Kenya and of Ghana."""
        if not lexicon.is_body_word(key[-1]):
            return False
        groups: dict[str, list[Name]] = {}
        last = next((self._nations[name] for name in self.evidence.mentions[key] if name in self._nations), "")
        for name in self.evidence.mentions[key]:
            last = self._nations.get(name, last)
            groups.setdefault(last, []).append(name)
        if len(groups) < 2:
            return False
        for names in groups.values():
            self.directory.new(key, "ORG", names)
        return True

    def _single(self, key: Key, label: EntityType) -> None:
        if lexicon.stands_alone(key) or lexicon.state_named(key):
            self._rivers(key)
            self._namesakes(key)
            if not self.evidence.mentions[key]:
                return
        elif self._half_of_state(key):
            return
        if self._titled(key) and label == "PERSON" and self._person(key, label):
            return
        if state := lexicon.states().get(key):
            if state not in self._states and self._acronym(key):
                return
            self._nation(key, state, self._states, "one state")
        elif key in lexicon.demonyms():
            self._nation(key, lexicon.demonyms()[key] or key[0], self._peoples, "one people")
        elif not self._acronym(key) and not self._person(key, label) and not self._short(key, label):
            if label == "PERSON" and any(name.title for name in self.evidence.mentions[key]):
                self._placed(key)
            mentions = self.evidence.mentions[key]
            for names in surnames.by_sex(mentions) if label == "PERSON" else [mentions]:
                self.directory.new(key, label, names)

    def _namesakes(self, key: Key) -> None:
        """Give what people alone do to the person called like a place: "Washington lives in Los Angeles"."""
        mentions, doc = self.evidence.mentions, self.evidence.doc
        personal = [name for name in mentions[key] if acts_as_person(doc, name)]
        if not personal:
            return
        people = surnames.people_for(key, self.directory)[1]
        if people:
            self._apart(key, personal, "PERSON", lambda: self._give(key, people, "surname"))
        elif len(personal) < len(mentions[key]) and all(name.title for name in personal):
            self._apart(key, personal, "PERSON", lambda: self.directory.new(key, "PERSON"))

    def _rivers(self, key: Key) -> None:
        """Tell the Niger from Niger."""
        doc = self.evidence.doc
        if key[0] not in lexicon.RIVERS:
            return
        rivers = [name for name in self.evidence.mentions[key] if usage(doc, name) == "water"]
        if rivers and len(rivers) < len(self.evidence.mentions[key]):
            self._apart(key, rivers, "LOC", lambda: self.directory.new(key, "LOC"))

    def _traded(self, key: Key) -> None:
        """Give "Ford shares" and "Ford, which" to the company, where people are called Ford as well.

        A text that calls a firm by the bare name means the firm by it wherever nothing tells of a person.
        """
        doc = self.evidence.doc
        named = self.evidence.mentions[key]
        traded = [name for name in named if is_traded(doc, name) or is_corporate(doc, name)]
        if not traded:
            return
        bodies = [
            who for who in self.directory.sharing(key) if who.label == "ORG" and fit(key, "ORG", who, self.evidence)
        ]
        if len(bodies) == 1:
            if any(is_corporate(doc, name) for name in traded):
                traded = [name for name in named if name in traded or not _may_speak(doc, name)]
            self._apart(key, traded, "ORG", lambda: self.directory.join(bodies[0], key, "short form"))
        else:
            self._apart(key, traded, "ORG", lambda: self.directory.new(key, "ORG"))

    def _personal(self, key: Key) -> None:
        """Make "Advani, 66," a person's, where his firm bears the name."""
        doc = self.evidence.doc
        personal = [name for name in self.evidence.mentions[key] if len(key) == 1 and is_personal(doc, name)]
        if personal:
            self._apart(key, personal, "PERSON", lambda: self.directory.new(key, "PERSON"))

    def _placed(self, key: Key) -> None:
        """Give "in Karvina" to the town, where a club or a person bears its name."""
        placed = [name for name in self.evidence.mentions[key] if is_placed(self.evidence.doc, name)]
        if placed:
            self._apart(key, placed, "GPE", lambda: self.directory.new(key, "GPE"))

    def _apart(self, key: Key, names: list[Name], label: EntityType, act: Callable[[], object]) -> None:
        """Do ``act`` as if ``names`` were all mentions of ``key``, and of this type; the others are left."""
        mentions, votes = self.evidence.mentions, self.evidence.votes
        rest, known = [name for name in mentions[key] if name not in names], votes[key]
        mentions[key], votes[key] = names, Votes({label: 1.0})
        act()
        mentions[key], votes[key] = rest, known

    def _give(self, key: Key, people: list[Referent], rule: str) -> None:
        surnames.give(key, people, rule, self.directory, self.evidence)

    def _half_of_state(self, key: Key) -> bool:
        """Join "the North" to North Korea, where the article names one state so."""
        if key[0] not in ("north", "south", "east", "west") or not all(self.evidence.after(key, "the")):
            return False
        halves = [who for who in self.directory.sharing(key) if who.label == "GPE" and lexicon.state_named(who.full)]
        if len(halves) == 1 and halves[0].full[0] == key[0]:
            self.directory.join(halves[0], key, "half of a state")
            return True
        return False

    def _titled(self, key: Key) -> bool:
        return any(name.title for name in self.evidence.mentions[key])

    def _nation(self, key: Key, state: str, known: dict[str, Referent], rule: str) -> None:
        if state not in known and len(key) == 1 and (other := lexicon.namesakes().get(state)) in known:
            state = other
        if state in known:
            self.directory.join(known[state], key, rule)
        else:
            known[state] = self.directory.new(key, "GPE" if known is self._states else "NORP")

    def _ministry(self, key: Key, field: frozenset[str], nation: str | None) -> None:
        """A ministry without a nation's name may be any nation's: its owner tells, else the only one there is."""
        groups: dict[str | None, list[Name]] = {}
        for name in self.evidence.mentions[key]:
            groups.setdefault(nation or self._nations.get(name), []).append(name)
        for owner, names in groups.items():
            same = self._ministries.setdefault(field, [])
            fitting = [who for who in same if self._owner(who) == owner]
            if not fitting and len(same) == 1 and None in (owner, self._owner(same[0])):
                fitting = same
            if len(fitting) == 1:
                self.directory.join(fitting[0], key, "same ministry", names)
            else:
                same.append(self.directory.new(key, "ORG", names))

    def _owner(self, who: Referent) -> str | None:
        """The nation that a ministry is known to be of."""
        for name in who.names:
            office = matching.ministry(name.key)
            if nation := (office and office[1]) or self._nations.get(name):
                return nation
        return None

    def _acronym(self, key: Key) -> bool:
        """Attach an acronym to the name it was defined for, else to the only name with these initials."""
        if full := self._defined.get(key):
            for who in self.directory.sharing(full):
                if full in who.forms:
                    loud = any(
                        sum(map(str.isupper, name.text(self.evidence.doc))) > 1 for name in self.evidence.mentions[key]
                    )
                    self.directory.join(who, key, f"{'acronym' if loud else 'other name'} defined in the text")
                    return True
        if not self._loud(key):
            return False
        fitting = [
            who
            for who in self.directory.beginning(key[0][0])
            if who.label != "PERSON" and who.has(lambda form: matching.is_acronym_of(key, form))
        ]
        if len(fitting) == 1 and not introduced(key, fitting[0], self.evidence):
            return False
        if len(fitting) == 1:
            self.directory.join(fitting[0], key, "acronym")
            if state := lexicon.states().get(key):
                self._states.setdefault(state, fitting[0])
        return len(fitting) == 1

    def _loud(self, key: Key) -> bool:
        """True for an acronym by its look."""
        doc = self.evidence.doc
        return any(sum(map(str.isupper, name.text(doc))) > 1 for name in self.evidence.mentions[key])

    def _person(self, key: Key, label: EntityType) -> bool:
        """Attach a surname or a given name to a person named in full, unless it is rather a place or a body."""
        if lexicon.stands_alone(key) and not self._titled(key):
            return False
        top, people = surnames.people_for(key, self.directory)
        if not people:
            return False
        placed = label in PLACES and (top < 3 or self.evidence.votes[key].margin() >= PLACED)
        if label != "PERSON" and (placed or top < 3) and not self._follows(key, people):
            return False
        if label != "PERSON" and ((top < 3 and label != "ORG") or self._prefers_body(key, people)):
            return False
        self._traded(key)
        self._placed(key)
        given = "given name" if lexicon.gender_of_given(key[0]) else "name in front"
        self._give(key, people, "surname" if top == 3 else given)
        return True

    def _follows(self, key: Key, people: list[Referent]) -> bool:
        """True where one of the people is named in full before, headlines apart."""
        kinds = self.evidence.kinds
        first = next((name.start for name in self.evidence.mentions[key] if kinds[name.start] != "headline"), None)
        return first is None or any(who.first < first for who in people)

    def _prefers_body(self, key: Key, people: list[Referent]) -> bool:
        """True where the word is rather the short form of a body named before these people: Ford, the motor company."""
        bodies = [
            who.first
            for who in self.directory.sharing(key)
            if who.label == "ORG" and fit(key, "ORG", who, self.evidence) > 1
        ]
        return bool(bodies) and min(bodies) < min(who.first for who in people)

    def _short(self, key: Key, label: EntityType) -> bool:
        """Attach a short form to its long form; peoples, capitals and well-known names stand for themselves."""
        if label == "NORP" or (len(key) == 1 and lexicon.stands_alone(key)):
            return False
        who = long_form_of(key, label, self.directory, self.evidence)
        if who is not None:
            if who.label == "ORG":
                self._placed(key)
                if who.full[0] == key[0]:
                    self._personal(key)
            if self.evidence.mentions[key]:
                self.directory.join(who, key, "short form")
        return who is not None


def _may_speak(doc: Doc, name: Name) -> bool:
    """True for a mention that may be a person's: "Berg said", "Mr Berg", "Berg, 51,"."""
    root = name.span(doc).root
    speaks = root.dep_ == "nsubj" and root.head.lemma_ in lexicon.SPEECH
    return speaks or acts_as_person(doc, name) or is_personal(doc, name)
