"""Of what two answers to one question are: of the same by name, of things called alike, of two sides of a dispute."""

from __future__ import annotations

from collections import defaultdict

from briefing.compare.claims.answers import SPEAKERS, Answer
from briefing.compare.claims.case import CaseMaker
from briefing.compare.kept import kept
from briefing.compare.lexicon import Word
from briefing.compare.reading import Passage

_LIKE = 0.85
_SHORT_WORD = 3
_AROUND = 0.5
"""What it counts that a noun stands elsewhere in the sentence."""
_BY_TITLE = 0.25
"""What it counts that one has a name, and the other a title."""


def bearers(cases: CaseMaker, one: Answer, other: Answer) -> tuple[float, float, float] | None:
    """How far what two answers are of is the same: by name, by noun, by kind; None where it is not."""
    question = one.question
    if question.bearer == "kin" and not question.any_akin(*(_of_clause(cases, x) for x in (one, other))):
        return None
    if one.names & other.names:
        return 1.0, 0.0, 0.0
    if question.bearer == "named":
        return None
    if question.bearer == "side":
        return _sides(cases, one, other)
    if one.names and other.names and question.bearer == "one":
        return None
    if question.bearer == "place":
        akin = question.any_akin(_of_clause(cases, one), _of_clause(cases, other))
        return (0.0, 0.0, 1.0) if akin else None
    if question.bearer == "thing" and one.names and other.names and set(one.things[:1]) & set(other.things[:1]):
        return None
    if question.turns and any(question.akin(x, x) for x in set(one.things[:1]) & set(other.things[:1])):
        return 0.0, 1.0, 1.0
    if any(cases.lexicon.alike(x, y) >= _LIKE for x in one.things[:2] for y in other.things[:2]):
        return 0.0, 1.0, 0.0
    if _called_so(cases, one, other):
        return 0.0, 1.0, 0.0
    if question.any_akin(one.things, other.things):
        return 0.0, 0.0, 1.0
    ours, theirs = _nouns(one.passage), _nouns(other.passage)
    if not theirs.isdisjoint(one.things) or not ours.isdisjoint(other.things):
        return 0.0, _AROUND, 0.0
    if question.any_akin(ours, theirs):
        return 0.0, 0.0, _AROUND
    if question.bearer == "one" and _by_title(one, other):
        return 0.0, 0.0, _BY_TITLE
    known = all(answer.names or answer.things for answer in (one, other))
    return None if question.bearer == "thing" or (known and question.bearer == "one") else (0.0, 0.0, 0.0)


def _by_title(one: Answer, other: Answer) -> bool:
    """True where one has a name, and the other is called by what people are called to whom the question is put."""
    return any(
        named.names and not called.names and any(called.question.akin(x, x) for x in called.things[:1])
        for named, called in ((one, other), (other, one))
    )


def _sides(cases: CaseMaker, one: Answer, other: Answer) -> tuple[float, float, float] | None:
    """As :func:`bearers`, of the sides of a dispute: two that are kin of two rows are on two sides."""
    question = one.question
    if question.any_akin(one.things, other.things):
        return 0.0, 0.0, 1.0
    if all(any(question.akin(x, x) for x in row) for row in (one.things, other.things)):
        return None
    if any(cases.lexicon.alike(x, y) >= _LIKE for x in one.things[:2] for y in other.things[:2]):
        return 0.0, 1.0, 0.0
    if _called_so(cases, one, other):
        return 0.0, 1.0, 0.0
    if any(word.lemma in SPEAKERS for x in (one, other) for word in x.passage.words) and (
        one.names & set(other.passage.names) or other.names & set(one.passage.names)
    ):
        return _AROUND, 0.0, 0.0
    if _called_alike(cases, one, other):
        return 0.0, _AROUND, 0.0
    if one.names and other.names:
        return None
    if set(one.passage.names) & (other.names or set(other.passage.names)) or one.names & set(other.passage.names):
        return _AROUND, 0.0, 0.0
    return None if all(answer.names or answer.things for answer in (one, other)) else (0.0, 0.0, 0.0)


def _called_alike(cases: CaseMaker, one: Answer, other: Answer) -> bool:
    """True for "the manufacturers" and "the Association of Manufacturers", "the Church" and "the Catholic Church"."""
    words = _name_words(cases)
    ours, theirs = ([words.get(name, frozenset()) for name in x.names] for x in (one, other))
    if any(x and y and (x <= y or y <= x) for x in ours for y in theirs):
        return True
    return any(
        x.lemma in row or f"{x.lemma}s" in row
        for rows, answer in ((ours, other), (theirs, one))
        for row in rows
        for x in answer.things[:1]
    )


@kept
def _name_words(cases: CaseMaker) -> dict[str, frozenset[str]]:
    """The longer words of each name."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in cases.readings:
        for mention in reading.findings.mentions:
            name = reading.entity.get(mention.entity)
            text = reading.text(mention.span)
            if name is not None and mention.form == "name":
                found[name].update(word.casefold() for word in text.split() if len(word) > _SHORT_WORD)
    return {name: frozenset(words) for name, words in found.items()}


def _called_so(cases: CaseMaker, one: Answer, other: Answer) -> bool:
    """True where one is named, and the other is a word by which any report calls that name."""
    return any(
        thing.lemma in _called(cases).get(name, ())
        for named, called in ((one, other), (other, one))
        for name in named.names
        for thing in called.things[:1]
    )


def _of_clause(cases: CaseMaker, answer: Answer) -> list[Word]:
    """The words of the clause."""
    span = answer.span if answer.fact is None else (answer.fact.core or answer.fact.span).hull(answer.span)
    return cases.readings[answer.passage.source].words(span)


@kept
def _nouns(passage: Passage) -> set[Word]:
    """The nouns of the sentence."""
    return {word for word in passage.words if word.pos == "NOUN"}


@kept
def _called(cases: CaseMaker) -> dict[str, set[str]]:
    """The words by which any report calls somebody named: "the minister"."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in cases.readings:
        for entity in reading.findings.entities:
            found[reading.entity.get(entity.id, "")].update(word for role in entity.roles for word in role.split())
    return found


__all__ = ["bearers"]
