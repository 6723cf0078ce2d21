"""Which words say alike and which say the opposite: WordNet's senses and our own table of newspaper words.

Two lemmas are alike as far as they share a sense, weighted by how common the sense is; a sense and its parent
("ferry", "ship") count less. ``data/words.toml`` adds what WordNet keeps apart and newspapers do not.
"""

from __future__ import annotations

import functools
import gzip
import itertools
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).parent / "data"

_BY_RANK = (1.0, 0.85, 0.7, 0.6)
"""Weight of a word's first, second, third, fourth sense."""
_REMEMBERED = 400_000
"""Pairs of words whose likeness is remembered; news has a few tens of thousands a story."""
_PARENT = 0.62
_DERIVED = 0.95
_GROUPED = 1.0
_LETTERS = {"NOUN": "n", "PROPN": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "a", "NUM": "n"}


class Word(NamedTuple):
    """A lemma with its universal part of speech."""

    lemma: str
    pos: str


class Lexicon:
    """The senses of words.

    Args:
        senses: ``(letter, lemma) -> sense codes``, most common first; a code with ``+`` is the verb that a noun
            derives from.
        parents: Sense code -> codes of what it is a kind of.
        opposites: WordNet's antonyms, pairs of ``(letter, lemma)``.
        groups: Lemmas of one meaning, whatever their part of speech.
        opposed: Pairs of lemmas whose groups say the opposite.
        opposed_words: Pairs of lemmas that do so without their groups.
    """

    def __init__(
        self,
        senses: Mapping[tuple[str, str], tuple[str, ...]],
        parents: Mapping[str, tuple[str, ...]],
        opposites: Iterable[tuple[tuple[str, str], tuple[str, str]]],
        groups: Iterable[tuple[str, ...]] = (),
        opposed: Iterable[tuple[str, str]] = (),
        opposed_words: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._senses = senses
        self._parents = parents
        self._groups: dict[str, list[str]] = defaultdict(list)
        for number, group in enumerate(groups):
            for lemma in group:
                self._groups[lemma].append(f"={number}")
        self._opposites: dict[str, set[str]] = defaultdict(set)
        self._antonyms: dict[str, set[str]] = defaultdict(set)
        for a, b in opposites:
            if a[0] == "a":
                self._antonyms[a[1]].add(b[1])
                self._antonyms[b[1]].add(a[1])
        for first, second in opposed:
            for one, other in itertools.product(self._grouped(first), self._grouped(second)):
                self._opposites[one].add(other)
                self._opposites[other].add(one)
        for one, other in opposed_words:
            self._opposites[one].add(other)
            self._opposites[other].add(one)
        self._known: dict[Word, dict[str, float]] = {}
        self._events: dict[str, dict[str, float]] = {}
        self._likeness: dict[tuple[Word, Word], float] = {}

    def _grouped(self, lemma: str) -> set[str]:
        """The lemma and those of its groups."""
        mine = set(self._groups.get(lemma, ()))
        return {lemma, *(other for other, codes in self._groups.items() if mine & set(codes))}

    def concepts(self, word: Word) -> dict[str, float]:
        """What the word can mean: concept -> weight, the lemma itself among them with weight 1."""
        known = self._known.get(word)
        if known is not None:
            return known
        found: dict[str, float] = {f"'{word.lemma}": 1.0}
        letter = _LETTERS.get(word.pos, "n")
        codes = self._senses.get((letter, word.lemma), ())
        own = 0
        for code in codes:
            if code.startswith("+"):
                weight, code = _DERIVED * _BY_RANK[0], code[1:]
            else:
                weight = _BY_RANK[min(own, len(_BY_RANK) - 1)]
                own += 1
            found[code] = max(found.get(code, 0.0), weight)
            for parent in self._parents.get(code, ()):
                found[parent] = max(found.get(parent, 0.0), _PARENT * weight)
        for group in self._groups.get(word.lemma, ()):
            found[group] = _GROUPED
        self._known[word] = found
        return found

    def knows(self, noun: str) -> bool:
        """True for a noun that the lexicon has a sense of."""
        return ("n", noun) in self._senses

    def alike(self, a: Word, b: Word) -> float:
        """How far two words can say the same, from 0 to 1."""
        if a.lemma == b.lemma:
            return 1.0
        known = self._likeness.get((a, b))
        if known is None:
            known = _likest(self.concepts(a), self.concepts(b))
            if len(self._likeness) >= _REMEMBERED:
                self._likeness.clear()
            self._likeness[a, b] = self._likeness[b, a] = known
        return known

    def events_alike(self, a: str, b: str) -> float:
        """How far two lemmas can say the same, each as a verb or as a noun."""
        return 1.0 if a == b else _likest(self.concepts_of_event(a), self.concepts_of_event(b))

    def concepts_of_event(self, lemma: str) -> Mapping[str, float]:
        """What a lemma can mean as a verb or as a noun: concept -> weight."""
        known = self._events.get(lemma)
        if known is None:
            known = dict(self.concepts(Word(lemma, "VERB")))
            for concept, weight in self.concepts(Word(lemma, "NOUN")).items():
                known[concept] = max(known.get(concept, 0.0), weight)
            self._events[lemma] = known
        return known

    def opposed(self, a: str, b: str) -> bool:
        """True where two lemmas say the opposite of one event ("open", "close"; "approve", "reject").

        WordNet's antonyms of verbs and nouns are left out: they are as often two sides of one event ("buy", "sell").
        """
        return b in self._opposites.get(a, ())

    def opposites(self, lemma: str) -> Set[str]:
        """All lemmas of which :meth:`opposed` holds."""
        return self._opposites.get(lemma, frozenset())

    def contrary(self, a: str, b: str) -> bool:
        """True where two qualities exclude each other ("calm", "rough"), by our table or WordNet's adjectives."""
        return self.opposed(a, b) or b in self._antonyms.get(a, ())

    def contraries(self, lemma: str) -> frozenset[str]:
        """All lemmas of which :meth:`contrary` holds."""
        return frozenset(self._opposites.get(lemma, ())) | frozenset(self._antonyms.get(lemma, ()))


def _likest(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """The weight of the concept that both have most."""
    shared = ours.keys() & theirs.keys()
    return max([ours[concept] * theirs[concept] for concept in shared]) if shared else 0.0


@functools.lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    return tomllib.loads((DATA / "lists.toml").read_text("utf-8"))


def listed(name: str) -> frozenset[str]:
    """The lemmas of one word list of ``lists.toml``."""
    return frozenset(_lists()[name].split())


def listed_kinds(name: str) -> dict[str, frozenset[str]]:
    """The named word lists of one table of ``lists.toml``, in its order."""
    return {kind: frozenset(words.split()) for kind, words in _lists()[name].items()}


@functools.lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon, read once a process (about 0.1 s)."""
    with gzip.open(DATA / "wordnet.txt.gz", "rt", encoding="ascii") as file:
        words, kinds, antonyms = file.read().split("\n\n")
    senses: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in words.splitlines():
        name, codes = line.split("\t")
        senses[name[0], name[2:]] = tuple(codes.split(" "))
    parents = {code: tuple(up.split(" ")) for code, up in (line.split("\t") for line in kinds.splitlines())}
    opposites = [((a[0], a[2:]), (a[0], b)) for a, b in (line.split("\t") for line in antonyms.strip().splitlines())]
    table = tomllib.loads((DATA / "words.toml").read_text("utf-8"))
    return Lexicon(
        senses,
        parents,
        opposites,
        (tuple(group.split(", ")) for group in table["alike"]),
        (tuple(pair.split(" / ")) for pair in table["opposed"]),
        (tuple(pair.split(" / ")) for pair in table["opposed_words"]),
    )
