"""A small pattern language over lexemes, so that the rules for times can be a table.

A pattern is a row of elements divided by spaces::

    [ the? EDGE of {period} ]      "the end of last year"
    for|over [ NUM:n UNIT ]        "over 33 years": the first word is asked for, but not part of the expression

``word`` is that word in lower case, ``CLASS`` a word of that class of ``lexicon.toml`` (its value is kept under the
class's name, or under ``name`` for ``CLASS:name``), ``a|b`` one of them, ``?`` makes an element optional,
``( x y / z )`` is a choice of rows, ``{name}`` a row defined in the table, ``~`` in front of an element wants no space
before it, and ``[ ]`` mark the expression where words around it only are its setting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.errors import BriefingError
from briefing.nlp.numerals import Lexeme

Value = float | str
Classes = Mapping[str, Value]
"""The classes of one lexeme, each with its value."""


class BrokenPattern(BriefingError):
    """A pattern of the rule table does not parse."""

    title = "Broken rule table"


@dataclass(frozen=True, slots=True)
class Slot:
    """One lexeme: one of some words or classes."""

    words: frozenset[str]
    classes: tuple[tuple[str, str], ...]
    optional: bool
    attached: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several rows; ``firsts`` are what each may begin with, None where it may be empty."""

    rows: tuple[tuple[Element, ...], ...]
    optional: bool
    firsts: tuple[frozenset[str] | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """Where the expression begins (``[``) or ends (``]``)."""

    opens: bool


Element = Slot | Choice | Edge


class State(NamedTuple):
    """How far a match has come: next lexeme, kept values, expression's lexemes."""

    at: int
    values: tuple[tuple[str, Value], ...] = ()
    first: int = -1
    last: int = -1


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern; ``prefixes`` are the words and classes that the first two lexemes of a match may have."""

    source: str
    elements: tuple[Element, ...]
    prefixes: frozenset[tuple[frozenset[str], ...]] = frozenset()

    def matches(self, lexemes: Sequence[Lexeme], classes: Sequence[Classes], at: int) -> Iterator[State]:
        """Every way to match from lexeme ``at`` on; ``first``/``last`` are the expression's lexemes, both inclusive."""
        for state in _match(self.elements, 0, lexemes, classes, State(at)):
            if state.at > at:
                first = state.first if state.first >= 0 else at
                last = state.last if state.last >= 0 else state.at - 1
                if first <= last:
                    yield State(state.at, state.values, first, last)


def parse(source: str, rows: Mapping[str, str]) -> Pattern:
    """The pattern written as ``source``; ``rows`` are the rows that ``{name}`` stands for.

    Raises:
        BrokenPattern: Brackets that do not close, or an unknown row.
    """
    words = _words(source, rows, 0)
    elements, rest = _row(words, 0, source)
    if rest != len(words):
        raise BrokenPattern(f"The pattern {source!r} has a bracket too many.")
    return Pattern(source, elements, frozenset(_prefixes(elements, 2)))


def _words(source: str, rows: Mapping[str, str], depth: int) -> list[str]:
    words: list[str] = []
    for word in source.split():
        name = word.rstrip("?")
        if not (name.startswith("{") and name.endswith("}")):
            words.append(word)
            continue
        if name[1:-1] not in rows or depth > 8:
            raise BrokenPattern(f"The pattern {source!r} names the row {name}, which is not defined.")
        words += ["(", *_words(rows[name[1:-1]], rows, depth + 1), ")" + word[len(name) :]]
    return words


def _row(words: Sequence[str], at: int, source: str) -> tuple[tuple[Element, ...], int]:
    """Elements from word ``at`` to the end of this row."""
    elements: list[Element] = []
    while at < len(words):
        word = words[at]
        if word in ("/", ")", ")?"):
            return tuple(elements), at
        if word == "(":
            choice, at = _choice(words, at + 1, source)
            elements.append(choice)
            continue
        elements.append(Edge(word == "[") if word in "[]" else _slot(word))
        at += 1
    return tuple(elements), at


def _choice(words: Sequence[str], at: int, source: str) -> tuple[Choice, int]:
    rows: list[tuple[Element, ...]] = []
    while True:
        row, at = _row(words, at, source)
        rows.append(row)
        if at >= len(words):
            raise BrokenPattern(f"The pattern {source!r} does not close a bracket.")
        if words[at] != "/":
            return Choice(tuple(rows), words[at] == ")?", tuple(map(_first, rows))), at + 1
        at += 1


def _first(row: tuple[Element, ...]) -> frozenset[str] | None:
    prefixes = _prefixes(row, 1)
    return None if () in prefixes else frozenset().union(*(keys for (keys,) in prefixes))


def _slot(word: str) -> Slot:
    optional = len(word) > 1 and word.endswith("?")
    attached = len(word) > 1 and word.startswith("~")
    names = word.removeprefix("~" if attached else "").removesuffix("?" if optional else "").split("|")
    classes = []
    literal = set()
    for name in names:
        class_, _, kept = name.partition(":")
        if class_.isupper() and class_.isalpha():
            classes.append((class_, kept or class_))
        else:
            literal.add(name)
    return Slot(frozenset(literal), tuple(classes), optional, attached)


def _prefixes(elements: tuple[Element, ...], count: int) -> set[tuple[frozenset[str], ...]]:
    """What the first ``count`` lexemes of a match may be: words and classes; shorter where the match may end before."""
    if count == 0 or not elements:
        return {()}
    element, rest = elements[0], elements[1:]
    if isinstance(element, Edge):
        return _prefixes(rest, count)
    if isinstance(element, Choice):
        found = {prefix for row in element.rows for prefix in _prefixes(row + rest, count)}
    else:
        keys = element.words | {class_ for class_, _ in element.classes}
        found = {(keys, *prefix) for prefix in _prefixes(rest, count - 1)}
    return found | _prefixes(rest, count) if element.optional else found


def _match(
    elements: Sequence[Element], k: int, lexemes: Sequence[Lexeme], classes: Sequence[Classes], state: State
) -> Iterator[State]:
    for at in range(k, len(elements)):
        element = elements[at]
        if isinstance(element, Edge):
            state = _edge(element, state)
            continue
        if isinstance(element, Choice):
            yield from _branches(element, elements, at, lexemes, classes, state)
        elif element.optional:
            taken = _take(element, lexemes, classes, state)
            if taken is not None:
                yield from _match(elements, at + 1, lexemes, classes, taken)
        else:
            taken = _take(element, lexemes, classes, state)
            if taken is None:
                return
            state = taken
            continue
        if not element.optional:
            return
    yield state


def _edge(edge: Edge, state: State) -> State:
    at, values, first, last = state
    return State(at, values, at, last) if edge.opens else State(at, values, first, at - 1)


def _branches(
    choice: Choice,
    elements: Sequence[Element],
    k: int,
    lexemes: Sequence[Lexeme],
    classes: Sequence[Classes],
    state: State,
) -> Iterator[State]:
    """What follows each row of the choice; rows that cannot begin here are not tried."""
    within = state.at < len(lexemes)
    for row, first in zip(choice.rows, choice.firsts, strict=True):
        if first is not None and not (
            within and (lexemes[state.at].lower in first or not first.isdisjoint(classes[state.at]))
        ):
            continue
        for inner in _match(row, 0, lexemes, classes, state):
            yield from _match(elements, k + 1, lexemes, classes, inner)


def _take(slot: Slot, lexemes: Sequence[Lexeme], classes: Sequence[Classes], state: State) -> State | None:
    at, values, first, last = state
    if at >= len(lexemes):
        return None
    lexeme = lexemes[at]
    if slot.attached and lexeme.spaced:
        return None
    if lexeme.lower in slot.words:
        return State(at + 1, values, first, last)
    found = classes[at]
    for class_, name in slot.classes:
        if class_ in found:
            return State(at + 1, (*values, (name, found[class_])), first, last)
    return None
