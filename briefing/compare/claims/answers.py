"""What a report answers to the questions that reports of an event answer: was he dismissed, was a ransom paid?

The questions are those of :mod:`briefing.compare.claims.questions`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.compare.alignment.facts import SAYING, nominal
from briefing.compare.claims.frames import speaks
from briefing.compare.claims.polarity import ahead_of
from briefing.compare.claims.questions import Question, Way, begun, by_first, by_word, pattern
from briefing.compare.kept import kept
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Fact, Span

_SUPPOSED = frozenset({"conditional", "hedged"})
_NEGATIVE = frozenset({"negated", "denied"})
_IF = re.compile(r"\b(?:if|whether|unless)\b[^.;,]{0,40}$", re.IGNORECASE)
_SPLIT_NOT = re.compile(r"\b(?:not|never)\b[^.;,]{0,25}\b(?:who|that|which)\s*$", re.IGNORECASE)
"""What stands before the clause in "it was not he who invited them"."""
_WORD = re.compile(r"\w+")
_NEGATOR = re.compile(r"\b(?:not|never|hardly|nor)\s+|n['’]t\b(?=\s)", re.IGNORECASE)
_SAYS_NO = re.compile(
    r"\b(?:no|not|never|nothing|nobody|none|without|nor|unable|refus\w+|den(?:y|ied|ies|ying)|reject\w*|declin\w+|disput\w+"
    r"|fail\w*|lack\w*|rul(?:ed|es|ing|e) out)\b|n['’]t\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:no ?one|nobody|none|neither|nor|no|not (?:a|one)(?: single)?)\s+(?:[\w’'-]+\s+){0,3}$", re.I
)
_ASKED = re.compile(
    r"\b(?:whether|if|asked|demanded|called (?:on|for)|should|would|could|may|might|must|unless|until)\b[^.;]*$", re.I
)
_LEFT_OPEN = re.compile(
    r"\b(?:whether|if|asked|demanded|called (?:on|for)|urged|could|may|might|unless|until|threaten\w*)\b[^.;]*$", re.I
)
_COULD = re.compile(
    r"\b(?:right|rights|chance|time|days|weeks|months|able|free|opportunity|entitled|possible|deadline|option|power|powers)"
    r" (?:in which |within which )?to\s+$",
    re.IGNORECASE,
)
"""What stands before an act that somebody may do: "thirty days to appeal"."""
_SINCE = re.compile(r"\b(?:since (?:\d{4}|then|last|the \d)|yet|so far|as yet|still)\b", re.IGNORECASE)
"""What has not been since, or not yet, may have been before, or be soon."""
_OTHERS = (
    listed("ordinals")
    | {"co", "deputy", "vice", "assistant", "former", "other", "another", "acting", "new"}
    | {"most", "some", "many", "several", "few", "half", "rest", "remaining", "others"}
)
_PART = re.compile(
    r"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|some|several|many|most|half|part)"
    r" of (?:the|its|their|his|her|these|those)\b"
)
"""Some of several: what holds of six of the ten says nothing of the other four."""
_PREFIX = 4
_NOTHING = frozenset({"nothing", "no", "neither"})
"""What makes a participle before it say the contrary: "drunk nothing"."""
_NEAR = 24
_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were|about|ought|going|due|plan\w*|intend\w*|intention|expected) (?:of|to))"
    r"(?: (?:be|have to|\w+ly))?\s*$",
    re.IGNORECASE,
)
"""What stands before a predicate that is still to come, in the eyes of whoever speaks."""
_CORE = ("patient", "agent", "recipient")
_OF_SUBJECT = ("side", "named")
"""Bearers that stand before an expression; what follows it is another: "losing to Tarn City"."""
_TOO_WIDE = listed("too_wide") | {"one", "nobody", "none", "everyone", "everybody"}
SPEAKERS = frozenset(
    [
        *(
            "lawyer",
            "counsel",
            "attorney",
            "defence",
            "defense",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "secretary",
        ),
        *(
            "chief",
            "head",
            "director",
            "chairman",
            "chairwoman",
            "chair",
            "president",
            "executive",
            "manager",
            "leader",
        ),
        *("owner", "board", "management", "family", "side", "team", "captain", "coach"),
    ]
)
"""Who speaks for the body or person that is named with them."""


class Answer(NamedTuple):
    """What a passage answers to a question.

    Attributes:
        way: The answer's name.
        yes: False where the passage says that it is not so.
        span: The words that say so.
        names: Story entities that it is of.
        things: Nouns of what it is of, the head first.
        planned: True for what is still to come.
        others: Words among them that tell one of several from another: "second", "co-", "former".
    """

    question: Question
    way: str
    yes: bool
    passage: Passage
    fact: Fact | None
    span: Span
    names: frozenset[str]
    things: tuple[Word, ...]
    others: frozenset[str] = frozenset()
    planned: bool = False


@kept
def answers(reading: Reading) -> tuple[Answer, ...]:
    """All answers of a report, in order, each question's once a passage."""
    found: dict[tuple[int, str, str, bool], Answer] = {}
    for passage in reading.passages:
        for answer in _answers(reading, passage):
            if answer.question.plain and not answer.yes:
                continue
            found.setdefault((passage.number, answer.question.name, answer.way, answer.yes), answer)
    return tuple(found.values())


def _answers(reading: Reading, passage: Passage) -> Iterator[Answer]:
    if reading.text(passage.span).rstrip().endswith("?"):
        return
    for fact in passage.facts:
        if nominal(fact) or speaks(fact):
            continue
        for how, question, way in by_word().get(fact.predicate.lemma, ()):
            if how == "is" or _supposed(fact) or _COULD.search(_before(reading, fact.predicate.span)):
                continue
            span, told = fact.predicate.span, _bearers(fact, how)
            answer = _answer(reading, passage, fact, question, way, span, told, negated(fact))
            if not question.only or answer.names or any(question.akin(x, x) for x in answer.things[:1]):
                yield answer
    yield from _shown(reading, passage)
    yield from _said(reading, passage)


def _supposed(fact: Fact | None) -> bool:
    """True for what is only supposed; a plan is not."""
    return fact is not None and fact.status in _SUPPOSED


def _planned(reading: Reading, fact: Fact | None) -> bool:
    """True for what is still to come, or will not."""
    if fact is None or fact.status == "planned":
        return fact is not None
    before = Span(max(0, fact.predicate.start - _NEAR), fact.predicate.start)
    if _TO_COME.search(reading.text(before)):
        return True
    return fact.status in _NEGATIVE and ahead_of(reading, fact)


def negated(fact: Fact | None) -> bool:
    """True for what is not so, by the report or by whoever speaks."""
    return fact is not None and fact.status in _NEGATIVE


def _bearers(fact: Fact, how: str) -> list[Argument]:
    """Of whom or what a predicate is said."""
    roles = ("patient", "recipient") if how == "to" else ("agent", "patient")
    for role in roles:
        found = [x for x in fact.arguments if x.role == role]
        if found:
            return found
    return []


def _shown(reading: Reading, passage: Passage) -> Iterator[Answer]:
    """Adjectives and participles, with the noun that they are said of."""
    tokens, table = reading.findings.tokens, by_word()
    for i in range(passage.first, passage.last):
        token = tokens[i]
        for how, question, way in table.get(token.lemma, ()):
            if how != "is" or token.pos not in ("ADJ", "ADV", "VERB", "NOUN"):
                continue
            if i + 1 < passage.last and tokens[i + 1].lemma in _NOTHING:
                continue
            fact = fact_around(passage, Span(token.start, token.end))
            if _supposed(fact):
                continue
            bearer = token.head if token.dep in ("amod", "advmod") and tokens[token.head].pos == "NOUN" else None
            no = any(tokens[k].dep == "neg" and tokens[k].head in (i, token.head) for k in range(passage.first, i))
            no = no or (bearer is None and negated(fact))
            if bearer is not None:
                whole = Span(min(tokens[bearer].start, token.start), tokens[bearer].end)
                things = (Word(tokens[bearer].lemma, tokens[bearer].pos),)
                names = frozenset(reading.names(whole))
                span = Span(token.start, token.end)
                yield Answer(
                    question, way.name, not no, passage, fact, span, names, things, planned=_planned(reading, fact)
                )
            elif fact is not None:
                told = _bearers(fact, "by")
                yield _answer(reading, passage, fact, question, way, Span(token.start, token.end), told, no)


def _said(reading: Reading, passage: Passage) -> Iterator[Answer]:
    """Expressions; each is looked for as it stands, and without a "not"."""
    text = reading.text(passage.span)
    for question, way, start, end in _expressions(text):
        yield from _told(reading, passage, question, way, (start, end), None)
    bare, removed = _without_negators(text)
    for question, way, start, end in _expressions(bare) if removed else ():
        if any(start - 4 <= at <= end for at, _ in removed):
            yield from _told(reading, passage, question, way, (_back(start, removed), _back(end, removed)), True)


@functools.lru_cache(maxsize=8192)
def _expressions(text: str) -> list[tuple[Question, Way, int, int]]:
    """Expressions with where they begin and end; of a sentence that reports took over, looked for once."""
    table = by_first()
    told: list[tuple[Question, Way, int, int]] = []
    words = [(match[0].casefold(), match) for match in _WORD.finditer(text)]
    said = {word for word, _ in words}
    for first, likely in [(match, begun(word).likely(said)) for word, match in words if word in table]:
        for (question, way), rest in likely:
            found = pattern(rest).match(text, first.end())
            if found is not None:
                told.append((question, way, first.start(), found.end()))
    return told


def _without_negators(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without "not" and "never", and where in it how much is gone."""
    removed: list[tuple[int, int]] = []
    kept_text, last, gone = [], 0, 0
    for match in _NEGATOR.finditer(text):
        kept_text.append(text[last : match.start()])
        removed.append((match.start() - gone, match.end() - match.start()))
        gone += match.end() - match.start()
        last = match.end()
    return "".join((*kept_text, text[last:])), removed


def _back(at: int, removed: list[tuple[int, int]]) -> int:
    return at + sum(length for place, length in removed if place <= at)


def _told(
    reading: Reading, passage: Passage, question: Question, way: Way, place: tuple[int, int], no: bool | None
) -> Iterator[Answer]:
    """The answer that an expression gives; ``no`` is None where its standing tells whether it is so."""
    span = Span(passage.span.start + place[0], passage.span.start + place[1])
    fact = fact_around(passage, span)
    if _supposed(fact):
        return
    text, before = reading.text(span), reading.article.text[passage.span.start : span.start]
    if (no or negated(fact)) and _SINCE.search(reading.text(passage.span)):
        return
    asked = _LEFT_OPEN if question.ahead else _ASKED
    if (fact is None and asked.search(before)) or _IF.search(before):
        return
    if _COULD.search(before):
        return
    if no is None and (
        _SPLIT_NOT.search(before) or (fact is not None and _SPLIT_NOT.search(_before(reading, fact.span)))
    ):
        no = True
    if no is None:
        no = not _SAYS_NO.search(text) and (negated(fact) or _NOBODY.search(before) is not None)
    arguments = [] if fact is None else [x for x in fact.arguments if x.role in _CORE and not span.contains(x.span)]
    subject = [x for x in arguments if x.start < span.start]
    if question.bearer in _OF_SUBJECT or (question.bearer == "one" and subject):
        told = subject
    else:
        told = arguments if question.bearer == "one" else [x for x in arguments if x.role != "agent"] or arguments
    yield _answer(reading, passage, fact, question, way, span, told, no)


def _before(reading: Reading, span: Span) -> str:
    return reading.article.text[max(0, span.start - 40) : span.start]


def fact_around(passage: Passage, span: Span) -> Fact | None:
    """The clause in which some words stand: the narrowest one, or the one whose predicate they hold."""
    around = [f for f in passage.facts if not nominal(f) and f.span.overlaps(span)]
    around = [f for f in around if f.predicate.lemma not in SAYING] or [f for f in around if not speaks(f)]
    held = [f for f in around if span.overlaps(f.predicate.span)]
    return min(held or around, key=lambda f: (f.core or f.span).length, default=None)


def _answer(
    reading: Reading,
    passage: Passage,
    fact: Fact | None,
    question: Question,
    way: Way,
    span: Span,
    told: list[Argument],
    no: bool,
) -> Answer:
    names: set[str] = set()
    things: list[Word] = []
    for argument in told:
        head = reading.head(argument)
        own = reading.entity.get(argument.entity or "")
        names.update({own} if own is not None else reading.names(argument.span))
        if question.bearer == "side" and (own is None or _speaks_for(reading, argument)):
            names.update(reading.names(argument.span))
        if head is not None and head.pos == "NOUN" and head.lemma not in _TOO_WIDE:
            things.append(head)
        kinds = ("NOUN",) if names else ("NOUN", "PROPN")
        things.extend(w for w in reading.words(argument.span) if w.pos in kinds and w.lemma not in _TOO_WIDE)
    if not names and not things:
        things = [w for w in passage.words if w.pos == "NOUN" and question.akin(w, w)]
    nouns, others = tuple(dict.fromkeys(things)), told_apart(reading, told)
    return Answer(
        question,
        way.name,
        not no,
        passage,
        fact,
        span,
        frozenset(names),
        nouns,
        others,
        planned=_planned(reading, fact),
    )


def told_apart(reading: Reading, told: Iterable[Argument]) -> frozenset[str]:
    """What tells those of whom something is said from others of their kind: "second", "co-", "six of"."""
    around = [_around(reading, x) for x in told]
    words = {word for text in around for word in _WORD.findall(text) if word in _OTHERS}
    return frozenset(words | {f"{part[1]} of" for text in around for part in _PART.finditer(text)})


def _speaks_for(reading: Reading, argument: Argument) -> bool:
    """True for "the firm's manager, Craig Dunmore"."""
    return any(word.lemma in SPEAKERS for word in reading.words(argument.span))


def _around(reading: Reading, argument: Argument) -> str:
    """An argument's words, with the first half of a word that is cut in two: "co-pilot"."""
    return reading.article.text[max(0, argument.start - _PREFIX) : argument.end].casefold()


__all__ = ["SPEAKERS", "Answer", "answers", "fact_around", "negated", "told_apart"]
