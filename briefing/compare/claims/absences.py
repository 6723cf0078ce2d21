"""What one report says there was none of, and another tells of: "no siren sounded", "the sirens howled".

A question of its own for each noun that any report denies; what shows that two answers are of one matter is weighed as
for the questions of the data files (see :mod:`briefing.compare.claims.contrasts`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.compare.claims.answers import Answer, fact_around, told_apart
from briefing.compare.claims.index import Senses
from briefing.compare.claims.polarity import ahead_of
from briefing.compare.claims.questions import Question, Way
from briefing.compare.lexicon import Lexicon, Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Span

_WEIGHT = 0.15
_AS_SUBJECT = 0.05
"""The weight where what is denied is what the thing did: "not one employee will be moved"."""
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BEING = frozenset({"be", "exist", "remain", "come", "arrive", "appear", "sound", "occur", "happen", "take"})
_LIKE = 0.85
_NEAR = 0.6
_NONE = re.compile(
    r"\b(?:no|without any|not (?:one|any|(?:a|one) single))\s+((?:[\w’'-]+\s+){0,2})$",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|nor|without|not (?:a|an|any|one))\b", re.IGNORECASE)
_WILL = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) to|promise\w*|pledge\w*|plan(?:s|ned)?|intend\w*)\b", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|yet|so far|still|for now|until now|any ?more|no longer)\b", re.IGNORECASE)
_REACH = 45
_OPEN = re.compile(
    r"\b(?:no|not|never|nor|nobody|none|nothing|without|hardly|barely|free|whether|if|unless|should|could|might|may"
    r"|would have|asked|demand\w*|call\w* (?:for|off)|want\w*|urg\w+|wish\w*|hop(?:e|ed|es|ing)|ruled? out|refus\w+"
    r"|declin\w+|den(?:y|ies|ied)|reject\w*|lack\w*|lost|stop\w*|cancel\w*|clos\w+|shut|drop\w*|until|instead"
    r"|laid off|only|used to|fear\w*|threat\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Where a thing is named, and need not have been there."""
_SUPPOSED = frozenset({"conditional", "hedged", "negated", "denied"})
_IDLE = listed("too_wide") | frozenset(
    [
        *("doubt", "matter", "way", "wonder", "idea", "mean", "means", "case", "question", "choice", "time", "place"),
        *(
            "reason",
            "secret",
            "use",
            "news",
            "word",
            "one",
            "thing",
            "problem",
            "plan",
            "intention",
            "comment",
            "hurry",
        ),
        *("sense", "longer", "part", "point", "sign", "trace", "exception", "end", "need", "chance", "fault", "day"),
        *("year", "man", "issue"),
    ]
)
"""Nouns that "no" makes an expression with, or that are everywhere."""
_ANY = frozenset(
    ["second", "other", "new", "further", "extra", "special", "such", "single", "additional", "more", "real"]
)
"""Words before a noun that leave its sort open."""
_MORE = frozenset(
    ["the", "this", "that", "so", "longer", "more", "less", "fewer", "later", "sooner", "better", "worse"]
)


def absences(readings: Sequence[Reading], lexicon: Lexicon) -> list[list[Answer]]:
    """The answers of each report to whether there was what any report says there was none of."""
    denied = [list(_denied(reading)) for reading in readings]
    sorts = {word: sort for row in denied for word, _, _, sort in row}
    weights = {word: _AS_SUBJECT for row in denied for word, *_ in row}
    for reading, row in zip(readings, denied, strict=True):
        weights.update((word, _WEIGHT) for word, _, span, _ in row if not _does(reading, span))
    senses = Senses(sorts, lexicon, _LIKE)
    rows: list[list[Answer]] = []
    for reading, row in zip(readings, denied, strict=True):
        found = [_answer(reading, passage, (word, weights[word]), word, span, "none") for word, passage, span, _ in row]
        for passage in reading.passages:
            if not _named(passage, senses) or _OPEN.search(reading.text(passage.span)):
                continue
            told = _told(reading, passage, senses, sorts, lexicon)
            found.extend(
                _answer(reading, passage, (noun, weights[noun]), word, span, "some") for noun, word, span in told
            )
        rows.append(found)
    return rows


def _named(passage: Passage, senses: Senses) -> bool:
    """True where a passage names anything that is denied somewhere."""
    return any(word.pos == "NOUN" and senses.near(word) for word in passage.vocabulary)


def _denied(reading: Reading) -> Iterator[tuple[Word, Passage, Span, tuple[Word, ...]]]:
    """The nouns of which a report says that there was none: where, and of what sort."""
    tokens, text = reading.findings.tokens, reading.article.text
    for passage in reading.passages:
        told = reading.text(passage.span)
        if _NO.search(told) is None or _SINCE.search(told):
            continue
        for i in range(passage.first, passage.last):
            token = tokens[i]
            if token.pos != "NOUN" or token.lemma in _IDLE or (i + 1 < passage.last and tokens[i + 1].pos == "NOUN"):
                continue
            found = _NONE.search(text[max(passage.span.start, token.start - _REACH) : token.start])
            if found is None or not _MORE.isdisjoint(found[1].casefold().split()):
                continue
            if text[token.end : token.end + 5].casefold().startswith((" but ", " than", " othe", "'s ", "’s ")):
                continue
            sort = tuple(
                Word(x.lemma, x.pos)
                for x in tokens[max(passage.first, i - 2) : i]
                if x.pos in ("NOUN", "ADJ", "NUM", "PROPN") and x.start >= token.start - len(found[1])
            )
            span = Span(token.start - len(found[0]), token.end)
            yield Word(token.lemma, "NOUN"), passage, span, tuple(x for x in sort if x.lemma not in _ANY)


def _told(
    reading: Reading, passage: Passage, senses: Senses, sorts: Mapping[Word, tuple[Word, ...]], lexicon: Lexicon
) -> Iterator[tuple[Word, Word, Span]]:
    """The things of a passage that another report denies: as it calls them, as they are called here, and where."""
    for i in range(passage.first, passage.last):
        token = reading.findings.tokens[i]
        if token.pos != "NOUN":
            continue
        span, word = Span(token.start, token.end), Word(token.lemma, "NOUN")
        fact = fact_around(passage, span)
        if fact is not None and fact.status in _SUPPOSED:
            continue
        for noun in senses.near(word):
            if all(any(lexicon.alike(x, y) >= _NEAR for y in passage.vocabulary) for x in sorts[noun]):
                yield noun, word, span


def _does(reading: Reading, span: Span) -> bool:
    """True where the noun that ends a span is the subject of a verb that says more than that it was there."""
    tokens = reading.findings.tokens
    noun = tokens[reading.tokens(span)[-1]]
    return noun.dep in _SUBJECT and tokens[noun.head].lemma not in _BEING


def _answer(reading: Reading, passage: Passage, noun: tuple[Word, float], word: Word, span: Span, way: str) -> Answer:
    fact = fact_around(passage, span)
    planned = fact is not None and (fact.status == "planned" or ahead_of(reading, fact))
    planned = planned or _WILL.search(reading.text(passage.span)) is not None
    others = told_apart(reading, [x for x in fact.arguments if x.role == "agent"]) if fact is not None else frozenset()
    question = _question(noun[0].lemma, noun[1])
    return Answer(question, way, True, passage, fact, span, frozenset(), (word,), others, planned=planned)


@functools.cache
def _question(noun: str, weight: float) -> Question:
    ways = tuple(Way(name, frozenset(), frozenset(), frozenset(), ()) for name in ("some", "none"))
    kin = (frozenset({noun}),)
    return Question(
        f"whether there was any {noun}", weight, "outcome", "scene", False, False, False, True, False, kin, ways
    )


__all__ = ["absences"]
