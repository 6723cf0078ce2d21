"""The questions that reports of an event answer, with the answers that exclude each other and the words for each.

They are data (``data/answers/``, a file for each beat); what the words mean stands at the head of ``general.toml``.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from briefing.compare.claims.expressions import Begun
from briefing.compare.lexicon import DATA, Word
from briefing.model import ClaimKind

_ANY_FORM = re.compile(r"(?<![\w)\]])\+([a-z]{3,})")
_BETWEEN = r"(?:(?!\b(?:not|never|no|nor|nobody|nothing)\b|n['’]t)[^.;]){0,60}?\b"
"""What "..." stands for in an expression."""
_SHORT = {
    "<a>": r"(?:(?:an?|the|its|his|her|their|our|my|any|all|this|that|these|those|such|every|each|both|some) )?",
    "<w>": r"(?:(?!no\b|not\b)[\w’'%-]+ ){0,2}",
    "<w3>": r"(?:(?!no\b|not\b)[\w’'%,-]+ ){0,4}",
    "<will>": r"(?:will|would|shall|is to|are to|was to|were to|is going to|are going to|['’]ll|['’]d)",
    "<be>": r"(?:is|are|was|were|been|being|be|gets?|got)",
    "<his>": r"(?:its|his|her|their|the)",
}
"""What stands for it in an expression."""


class Way(NamedTuple):
    """One answer to a question, with the words for it.

    Attributes:
        to, by: Verbs of which the patient, and the agent, is what the answer is of.
        shown: Words that stand with what they are said of.
        says: Expressions: the forms of the first word, and what follows it.
    """

    name: str
    to: frozenset[str]
    by: frozenset[str]
    shown: frozenset[str]
    says: tuple[tuple[frozenset[str], str], ...]


class Question(NamedTuple):
    """What reports answer; see ``data/answers/general.toml`` for what the attributes mean."""

    name: str
    weight: float
    kind: ClaimKind
    bearer: str
    turns: bool
    whole: bool
    ahead: bool
    plain: bool
    only: bool
    kin: tuple[frozenset[str], ...]
    ways: tuple[Way, ...]

    def akin(self, x: Word, y: Word) -> bool:
        """True for nouns that reports put for each other here."""
        return any(x.lemma in row and y.lemma in row for row in self.kin)

    def any_akin(self, ours: Iterable[Word], theirs: Iterable[Word]) -> bool:
        """True where any of ours is put for any of theirs."""
        lemmas, others = [x.lemma for x in ours], [y.lemma for y in theirs]
        return any(not row.isdisjoint(lemmas) and not row.isdisjoint(others) for row in self.kin)


@functools.lru_cache(maxsize=1)
def questions() -> tuple[Question, ...]:
    """The questions of the data files."""
    files = sorted((DATA / "answers").glob("*.toml"))
    rows = [row for file in files for row in tomllib.loads(file.read_text("utf-8"))["question"]]
    return tuple(
        Question(
            row["name"],
            row["weight"],
            row.get("kind", "outcome"),
            row["bearer"],
            row.get("turns", False),
            row.get("whole", False),
            row.get("ahead", False),
            row.get("plain", False),
            row.get("only", False),
            tuple(frozenset(kin.replace("_", " ") for kin in line.split()) for line in row.get("kin", ())),
            tuple(_way(name, words) for name, words in row["answers"].items()),
        )
        for row in rows
    )


def _way(name: str, words: dict[str, str | list[str]]) -> Way:
    to, by, shown = (
        frozenset(w.replace("_", " ") for w in str(words.get(key, "")).split()) for key in ("to", "by", "is")
    )
    return Way(name, to, by, shown, tuple(_expression(row) for row in words.get("says", ())))


def _expression(row: str) -> tuple[frozenset[str], str]:
    first, _, rest = row.partition(" ")
    forms = frozenset(form for word in first.split("|") for form in (_forms(word[1:]) if word[0] == "+" else (word,)))
    for short, full in _SHORT.items():
        rest = rest.replace(short + " ", full if full.endswith(("?", "}")) else full + " ")
        rest = rest.replace(short, full)
    rest = _ANY_FORM.sub(lambda found: f"(?:{'|'.join(_forms(found[1]))})", rest)
    return forms, (
        rest.replace(r"\w+ ", r"(?!no\b)\w+ ").replace(" ... ", " ...").replace("... ", "...").replace("...", _BETWEEN)
    )


def _forms(verb: str) -> tuple[str, ...]:
    """A regular verb in all its forms, the ones with a doubled letter left out."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    return verb, verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s"), verb + "ed", verb + "ing"


@functools.cache
def pattern(rest: str) -> re.Pattern[str]:
    """What follows the first word, made only once that word is met."""
    return re.compile(rf"\s*(?:{rest})(?!\w)", re.IGNORECASE)


@functools.lru_cache(maxsize=1)
def by_word() -> dict[str, list[tuple[str, Question, Way]]]:
    """Which answers a lemma gives, and how: ``to``, ``by`` or ``is``."""
    table: dict[str, list[tuple[str, Question, Way]]] = defaultdict(list)
    for question in questions():
        for way in question.ways:
            for how, lemmas in (("to", way.to), ("by", way.by), ("is", way.shown)):
                for lemma in sorted(lemmas):
                    table[lemma].append((how, question, way))
    return table


@functools.lru_cache(maxsize=1)
def by_first() -> dict[str, list[tuple[tuple[Question, Way], str]]]:
    """Which expressions begin with a word."""
    table: dict[str, list[tuple[tuple[Question, Way], str]]] = defaultdict(list)
    for question in questions():
        for way in question.ways:
            for first, rest in way.says:
                for word in sorted(first):
                    table[word].append(((question, way), rest))
    return table


@functools.cache
def begun(word: str) -> Begun[tuple[Question, Way]]:
    """The expressions that begin with a word, sorted out once that word is met."""
    return Begun(by_first()[word])


__all__ = ["Question", "Way", "begun", "by_first", "by_word", "pattern", "questions"]
