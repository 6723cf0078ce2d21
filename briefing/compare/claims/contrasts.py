"""Answers to one question that exclude each other, by reports of one event: "freed by soldiers", "for a ransom".

Two are of one matter where what they are of is the same, or what they are of and the sentences around are alike.
"""

from __future__ import annotations

import datetime as dt
import functools
import math
import operator
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.compare.claims.absences import absences
from briefing.compare.claims.answers import Answer, answers
from briefing.compare.claims.bearers import bearers
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.index import Index, meetings
from briefing.compare.claims.polarity import counted_apart, since
from briefing.compare.kept import kept
from briefing.compare.lexicon import DATA, Word
from briefing.compare.periods import Period
from briefing.compare.reading import Reading
from briefing.model import Span

RULE = "contrary answers"
SINCE = "another answer since"
_LIKE = 0.85
_SHOWN = 90
_WIDEST = 0.3
"""A rank further from that of the rivals tells no more."""
_ANEW = re.compile(
    r"\b(?:again|no longer|any ?more|ha(?:s|ve|d) become|since been|meanwhile|resumed|restored|reopened)\b"
    r"|\b(?:later|eventually|finally|subsequently) \w+ed\b",
    re.IGNORECASE,
)
_LOOSELY = frozenset({"former", "new", "acting", "other", "another"})
_FOR = re.compile(r"\s*\b(?:for|to)\b")
_FEW = 30
_AKIN = 0.25
"""Things less alike than this are two."""
_OF_ONE = ("one", "named")
_SOME = ("some", "none")
_HAVING = frozenset({"have", "possess", "own", "hold", "carry", "wear"})
_ABOUT = dt.timedelta(hours=36)
_LONG_AGO = dt.timedelta(days=45)


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on answers that exclude each other."""
    bias, weights, enough = _weights()
    told: dict[tuple[int, int], list[tuple[float, Answer, Answer]]] = defaultdict(list)
    for one, other, found in met(cases):
        shown = bias + sum(map(operator.mul, weights, found))
        if shown >= enough:
            told[one.passage.number, other.passage.number].append((shown, one, other))
    for rows in told.values():
        kept_rows: list[tuple[Answer, Answer]] = []
        for _, one, other in sorted(rows, key=lambda row: -row[0]):
            if not any(one.span.overlaps(x.span) or other.span.overlaps(y.span) for x, y in kept_rows):
                kept_rows.append((one, other))
                if not moved_on(cases, one, other):
                    yield _verdict(cases, one, other)
                elif cases.later(one.passage.source, other.passage.source) is not None:
                    yield _renewed(cases, one, other)


def met(cases: CaseMaker) -> Iterator[tuple[Answer, Answer, Signs]]:
    """All answers that exclude each other and may be of one matter, with what shows it."""
    without = absences(cases.readings, cases.lexicon)
    rows = [(*answers(reading), *more) for reading, more in zip(cases.readings, without, strict=True)]
    index = Index(rows, lambda answer: (answer.question.name,))
    for i, j, pairs in meetings(cases, rows, lambda answer: index.find((answer.question.name,))):
        for one, other in pairs:
            if excluded(one, other):
                found = signs(cases, one, other, rows[i], rows[j])
                if found is not None:
                    yield one, other, found


def excluded(one: Answer, other: Answer) -> bool:
    """True where both cannot hold; a plan says nothing against what has been, unless the question is of plans."""
    if one.planned != other.planned and not one.question.ahead:
        return False
    if one.way == other.way:
        return one.yes != other.yes
    return one.yes and other.yes


class Signs(NamedTuple):
    """What is weighed for two answers; the names are those of the data file."""

    weight: float
    """How far the question by itself is of one matter."""
    same: float
    """They are of one that is named."""
    like: float
    """They are of things called alike."""
    akin: float
    """They are of things that reports put for each other."""
    score: float
    """The alignment's view of the sentences."""
    rank: float
    """How far the likeness of their meaning stands above the best rival's."""
    few: float
    """How few answers to the question either report gives."""
    both: float
    """A report gives both answers of one that is named alike: the matter is in dispute."""
    turns: float
    """The answer changes in the course of events."""


@functools.lru_cache(maxsize=1)
def _weights() -> tuple[float, tuple[float, ...], float]:
    """The bias, the weights, and the least sum for a conflict."""
    table = tomllib.loads((DATA / "answers.toml").read_text("utf-8"))["signs"]
    return table["bias"], tuple(table[name] for name in Signs._fields), table["conflict"]


def signs(
    cases: CaseMaker, one: Answer, other: Answer, ours: Sequence[Answer], theirs: Sequence[Answer]
) -> Signs | None:
    """What shows two answers that exclude each other to be of one matter; None where they are plainly not."""
    same = bearers(cases, one, other)
    if same is None or not _one_time(cases, one, other):
        return None
    if _others(one, other) or _of_another(cases, one, other) or _narrower(cases, one, other):
        return None
    if _other_matter(cases, one, other) or _of_two(cases, one, other):
        return None
    case = cases.of(one.passage, other.passage)
    told = [[x for x in row if x.question is one.question] for row in (ours, theirs)]
    both = any(_excluded_by(x, other) for x in told[1]) or any(_excluded_by(x, one) for x in told[0])
    return Signs(
        one.question.weight,
        *same,
        case.aligned.score,
        max(-_WIDEST, min(_WIDEST, case.aligned.features.meaning_rank)),
        1.0 / math.sqrt(len(told[0]) * len(told[1])),
        float(both),
        float(one.question.turns),
    )


def _others(one: Answer, other: Answer) -> bool:
    """True for "the second pilot" and "the pilot"; that he is "former" does not part somebody from his name."""
    told = one.others ^ other.others
    loose = one.question.bearer == "scene" or bool(one.names) != bool(other.names) or bool(one.names & other.names)
    return bool(told - _LOOSELY if loose else told)


def _of_another(cases: CaseMaker, one: Answer, other: Answer) -> bool:
    """True for "in the first blast" and "in the second"."""
    if one.fact is None or other.fact is None:
        return False
    case = cases.of(one.passage, other.passage)
    mine, its = (one.fact, other.fact) if one.passage is case.a else (other.fact, one.fact)
    return counted_apart(case, mine, its)


def _other_matter(cases: CaseMaker, one: Answer, other: Answer) -> bool:
    """True where those who answer do it to unlike things, "won the election" and "lost his case"; or where what there
    was none of is had by two unlike people, "the pilot", "the co-pilot".
    """
    if one.question.bearer in _OF_ONE:
        ours, theirs = (_objects(cases.readings[x.passage.source], x) for x in (one, other))
    elif one.question.bearer == "scene" and len(one.question.kin) == 1 and one.way in _SOME:
        ours, theirs = (_holders(cases.readings[x.passage.source], x) for x in (one, other))
    else:
        return False
    return bool(ours and theirs) and all(cases.lexicon.alike(x, y) < _AKIN for x in ours for y in theirs)


def _done_since(cases: CaseMaker, one: Answer, other: Answer) -> bool:
    """True where a later report tells as done what an earlier one says is not to be: events have moved on."""
    for ahead, told in ((one, other), (other, one)):
        if ahead.planned and not told.planned and cases.later(ahead.passage.source, told.passage.source):
            return True
    return False


def _of_two(cases: CaseMaker, one: Answer, other: Answer) -> bool:
    """True where others did it than refused to: "Uzbekistan refused to sign", "four states signed"."""
    if one.question.bearer in _OF_ONE:
        return False
    ours, theirs = (_doers(cases.readings[x.passage.source], x) for x in (one, other))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _doers(reading: Reading, answer: Answer) -> frozenset[str]:
    """Who does it by name, where the answer is in the verb."""
    if answer.fact is None or not answer.fact.predicate.span.overlaps(answer.span):
        return frozenset()
    return frozenset(
        name for x in answer.fact.arguments if x.role == "agent" for name in reading.names((x.start, x.end))
    )


def _objects(reading: Reading, answer: Answer) -> list[Word]:
    """To what the bearer did it: heads of what follows the predicate, other than names."""
    if answer.fact is None or not answer.fact.predicate.span.overlaps(answer.span):
        return []
    after = [x for x in answer.fact.arguments if x.role == "patient" and x.start >= answer.fact.predicate.end]
    heads = [reading.head(x) for x in after]
    return [head for head in heads if head is not None and head.pos == "NOUN" and head not in answer.things]


def _holders(reading: Reading, answer: Answer) -> list[Word]:
    """Who had it or had none of it, where a clause says that of somebody."""
    if answer.fact is None or answer.fact.predicate.lemma not in _HAVING:
        return []
    heads = [reading.head(x) for x in answer.fact.arguments if x.role == "agent"]
    return [head for head in heads if head is not None and head.pos == "NOUN"]


def _narrower(cases: CaseMaker, one: Answer, other: Answer) -> bool:
    """True where what there was none of is of a sort that the other does not name: "no licence for music"."""
    for no, yes in ((one, other), (other, one)):
        text = cases.readings[no.passage.source].text(no.span).casefold()
        if not text.startswith("no "):
            continue
        sorts = [x for x in _behind(cases.readings[no.passage.source], no) if not no.question.akin(x, x)]
        told = [x for x in yes.passage.words if x.pos == "NOUN"]
        if any(all(cases.lexicon.alike(x, y) < _LIKE for y in told) for x in sorts):
            return True
    return False


def _behind(reading: Reading, answer: Answer) -> list[Word]:
    """The nouns that say of what sort: those after "for" or "to" behind the words."""
    match = _FOR.match(reading.article.text, answer.span.end)
    if match is None:
        return []
    return [word for word in reading.words(Span(match.end(), match.end() + _FEW)) if word.pos == "NOUN"][:1]


def moved_on(cases: CaseMaker, one: Answer, other: Answer) -> bool:
    """True where events have changed the answer, or may have: neither report is wrong."""
    return _since_changed(cases, one, other) or _done_since(cases, one, other)


def _since_changed(cases: CaseMaker, one: Answer, other: Answer) -> bool:
    """True where the later report says that it has changed ("fit for use again"), or dates it after the earlier."""
    later = cases.later(one.passage.source, other.passage.source)
    if one.question.turns and not all(cases.readings[x.passage.source].day for x in (one, other)):
        return True
    last = [other] if later else [one] if later is False else [one, other]
    if later is not None:
        day = cases.readings[(one if later else other).passage.source].day
        if day is not None and any(not x.yearless and x.start.date() > day for x in _times(last[0])):
            return True
    return any(_anew(cases.readings[x.passage.source], x) for x in last)


@kept
def _anew(reading: Reading, answer: Answer) -> bool:
    """True where a passage says that something has changed: "will meet again", "was restored"."""
    return _ANEW.search(reading.text(answer.passage.span)) is not None


def _excluded_by(x: Answer, y: Answer) -> bool:
    """True for answers of one report that exclude each other, of the same."""
    return excluded(x, y) and bool(x.names & y.names or set(x.things[:1]) & set(y.things[:1]))


def _one_time(cases: CaseMaker, one: Answer, other: Answer) -> bool:
    """False where days are told that lie apart, or one tells of long ago."""
    if one.planned != other.planned:
        return True
    ours, theirs = _times(one), _times(other)
    if ours and theirs:
        return any(x.meets(y) or abs(x.start - y.start) < _ABOUT for x in ours for y in theirs)
    for answer, row in ((one, ours), (other, theirs)):
        day = cases.readings[answer.passage.source].day
        if day is not None and any(
            not x.yearless and x.end.date() < day - _LONG_AGO and not since(cases.readings[answer.passage.source], x)
            for x in row
        ):
            return False
    return True


def _times(answer: Answer) -> list[Period]:
    return [] if answer.fact is None else list(of_fact(answer.passage, answer.fact))


def _verdict(cases: CaseMaker, one: Answer, other: Answer) -> tuple[Case, Verdict]:
    case = cases.of(one.passage, other.passage)
    told = [_words(reading, answer) for reading, answer in ((case.ours, one), (case.theirs, other))]
    why = f"{one.question.name.capitalize()}: “{told[0]}” against “{told[1]}”."
    said = [answer.way if answer.yes else f"not {answer.way}" for answer in (one, other)]
    values = case.values((one.span, said[0]), (other.span, said[1]))
    facts = (one.fact, other.fact) if one.fact is not None and other.fact is not None else None
    verdict = Verdict("conflict", one.question.kind, RULE, why, values, facts, weight=1.9)
    return case, verdict._replace(issue=one.question.name)


def _renewed(cases: CaseMaker, one: Answer, other: Answer) -> tuple[Case, Verdict]:
    """The same answers where the later report tells what has become of it."""
    case, verdict = _verdict(cases, one, other)
    first, last = (one, other) if cases.later(one.passage.source, other.passage.source) else (other, one)
    told = [_words(cases.readings[x.passage.source], x) for x in (first, last)]
    why = f"{one.question.name.capitalize()}: “{told[0]}”, then “{told[1]}” in a later report."
    return case, verdict._replace(status="update", rule=SINCE, why=why, weight=1.5)


def _words(reading: Reading, answer: Answer) -> str:
    """The clause, shortened for one line."""
    span = answer.span if answer.fact is None else answer.fact.span.hull(answer.span)
    words = " ".join(reading.text(span).split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 3].rsplit(" ", 1)[0] + " ..."


__all__ = ["Signs", "across", "met", "moved_on"]
