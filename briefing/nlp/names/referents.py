"""One person, body, place or thing of an article, and the directory in which names look for theirs."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc

from briefing.model import EntityType
from briefing.nlp.names.lexicon import Gender
from briefing.nlp.names.matching import Key
from briefing.nlp.names.spans import Name
from briefing.nlp.names.usage import Usage, usage
from briefing.nlp.names.votes import Votes

PLACES = frozenset({"GPE", "LOC", "FAC"})
CROWD = 150
"""Referents of one article that may share a word of their names before it tells nothing, and costs much to look up."""


@dataclass(slots=True, eq=False)
class Referent:
    """One person, body, place or thing, with all names the article has for it.

    Attributes:
        label: Its type; while names are still coming in, that of its fullest form.
        votes: Evidence for its type.
        number: Its place in the directory.
        names: Its mentions by name, in order of the text once all are in.
        forms: Number of mentions by key.
        gender: Of a person, where something shows it.
        roles: Descriptions in the order of the text.
    """

    label: EntityType
    votes: Votes
    number: int = 0
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

    def has(self, fits: Callable[[Key], object]) -> bool:
        """True where ``fits`` holds of one of its forms."""
        return any(fits(form) for form in self.forms)


@dataclass(frozen=True)
class Evidence:
    """What grouping goes by: the text, its furniture, the votes, and each name's mentions in order."""

    doc: Doc
    kinds: list[str]
    votes: dict[Key, Votes]
    mentions: dict[Key, list[Name]]

    @functools.cached_property
    def sentences(self) -> list[int]:
        """The first token of each sentence, and the length of the text."""
        starts = self.doc.to_array("SENT_START").tolist()
        return [*(i for i, start in enumerate(starts) if start == 1 or not i), len(starts)]

    @functools.cached_property
    def breaks(self) -> list[int]:
        """Tokens that break the line."""
        return [token.i for token in self.doc if token.is_space and "\n" in token.text]

    def used(self, key: Key) -> set[Usage]:
        """How the mentions of a name are used, as far as a place may bear it."""
        known = self._usages
        found: set[Usage] = set()
        for name in self.mentions[key]:
            if name not in known:
                known[name] = usage(self.doc, name)
            found.add(known[name])
        return found

    @functools.cached_property
    def _usages(self) -> dict[Name, Usage]:
        return {}

    def after(self, key: Key, *words: str) -> Iterator[bool]:
        """For each mention, whether one of ``words`` stands right before it."""
        return (name.start > 0 and self.doc[name.start - 1].lower_ in words for name in self.mentions[key])


class Directory:
    """The referents so far, found again by the words of their names.

    Args:
        evidence: Where mentions and votes come from.
    """

    def __init__(self, evidence: Evidence) -> None:
        self.all: list[Referent] = []
        self.evidence = evidence
        self._by_word: dict[str, dict[int, Referent]] = {}
        self._by_letter: dict[str, dict[int, Referent]] = {}

    def sharing(self, key: Key) -> list[Referent]:
        """Referents whose names share a word with ``key``, in order of entry; a word of a crowd tells nobody."""
        found: dict[int, Referent] = {}
        for word in key:
            bearers = self._by_word.get(word, {})
            if len(bearers) <= CROWD:
                found |= bearers
        return [found[number] for number in sorted(found)]

    def beginning(self, letter: str) -> list[Referent]:
        """Referents whose name's first or second word begins with ``letter``: those an acronym may stand for."""
        return [who for _, who in sorted(self._by_letter.get(letter, {}).items(), key=lambda row: row[0])]

    def new(self, key: Key, label: EntityType, names: list[Name] | None = None) -> Referent:
        """Enter a referent with all mentions of ``key``, or with ``names`` alone."""
        who = Referent(label, Votes(self.evidence.votes[key]), len(self.all))
        self.all.append(who)
        self._take(who, key, self.evidence.mentions[key] if names is None else names)
        return who

    def join(self, who: Referent, key: Key, rule: str, names: Iterable[Name] | None = None) -> None:
        """Give ``who`` the mentions of ``key``, or ``names`` alone, by the rule of that name."""
        names = self.evidence.mentions[key] if names is None else list(names)
        for name in names:
            name.rule = rule
        who.votes.add(self.evidence.votes[key])
        self._take(who, key, names)

    def _take(self, who: Referent, key: Key, names: list[Name]) -> None:
        who.names.extend(names)
        who.forms[key] += len(names)
        for word in key:
            self._by_word.setdefault(word, {})[who.number] = who
        for word in key[:2] if len(key) > 1 else ():
            self._by_letter.setdefault(word[0], {})[who.number] = who
