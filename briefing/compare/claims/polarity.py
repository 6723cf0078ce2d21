"""What one source says happened and another that it did not: the same event, affirmed and negated.

"The council was told" and "the council was not informed"; "shook hands" and "refused to shake his hand"; "no one was
hurt" and "six passengers were injured"; "they have agreed on overtime" and "there is no agreement on overtime".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.compare.alignment.facts import EMPTY, arguments_alike, nominal
from briefing.compare.claims.case import Case, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.frames import Frame, frame, speaks
from briefing.compare.lexicon import listed
from briefing.compare.reading import Reading
from briefing.model import Fact, Span

_NEGATIVE = frozenset({"negated", "denied"})
_UNSURE = frozenset({"conditional", "hedged"})
_AHEAD = re.compile(
    r"\b(?:will (?:not|never)|won['’]t|would (?:not|never)|wouldn['’]t|shall not|not going to|not to)\b", re.IGNORECASE
)
"""What is refused for the future is no denial of what has been."""
_STILL = re.compile(r"\b(?:yet|still|so far|until now|as yet|for now)\b", re.IGNORECASE)
_SCORE = 0.2
_PLAINLY = 0.6
_SAME = 0.7
_ALIKE = 0.6
_HALF = 0.5
_NO_NEWS = listed("no_news")
"""Predicates that many things can and cannot be said of at once."""


def polarity(case: Case) -> Iterator[Verdict]:
    """Verdicts on events that one passage affirms and the other negates."""
    if case.aligned.score < _SCORE:
        return
    for mine in case.a.facts:
        for its in case.b.facts:
            if (mine.status in _NEGATIVE) == (its.status in _NEGATIVE) or {mine.status, its.status} & _UNSURE:
                continue
            if _denied(case, mine, its):
                yield _verdict(case, mine, its)


def _denied(case: Case, mine: Fact, its: Fact) -> bool:
    """True where the two are one event, and the positive one is told as a fact."""
    if {mine.predicate.lemma, its.predicate.lemma} & (EMPTY | _NO_NEWS) or speaks(mine) or speaks(its):
        return False
    shared = frame(case, mine, its)
    if shared.predicate < _SAME or shared.clash or not _one_event(case, shared, mine, its):
        return False
    ours = mine.status in _NEGATIVE
    negative, reading = (mine, case.ours) if ours else (its, case.theirs)
    positive, asserting = (its, case.theirs) if ours else (mine, case.ours)
    ahead = _AHEAD.search(reading.text(negative.span)) is not None
    if (positive.status == "planned") != ahead or not _told(asserting, positive) or not _one_time(case, mine, its):
        return False
    return nominal(negative) == nominal(positive) or negative.rule.endswith("determiner")


def _one_event(case: Case, shared: Frame, mine: Fact, its: Fact) -> bool:
    if shared.known:
        return shared.bearers >= _ALIKE and shared.least >= _ALIKE and _same_object(case, mine, its)
    bare = {x.role for fact in (mine, its) for x in fact.arguments} & {"agent", "patient"}
    return bool(bare) and case.aligned.score >= (_PLAINLY if shared.predicate < 1.0 else _SCORE)


def _same_object(case: Case, mine: Fact, its: Fact) -> bool:
    """False where one has an object that the other, which says what it was done to or for in other words, has not."""
    objects = [[x for x in fact.arguments if x.role in ("patient", "attribute", "other")] for fact in (mine, its)]
    if not all(objects) or not any(x.role == "patient" for x in (*objects[0], *objects[1])):
        return True
    return any(
        arguments_alike(x, y, case.ours, case.theirs, case.lexicon) >= _HALF for x in objects[0] for y in objects[1]
    )


def _told(reading: Reading, fact: Fact) -> bool:
    """True for a finite clause: infinitives and participles say what might be, or what is said beside the matter."""
    if nominal(fact):
        return False
    words = reading.text(fact.span).casefold()
    return not words.startswith("to ") and not reading.text(fact.predicate.span).casefold().split(" ")[0].endswith(
        "ing"
    )


def _one_time(case: Case, a: Fact, b: Fact) -> bool:
    ours, theirs = of_fact(case.a, a), of_fact(case.b, b)
    return not ours or not theirs or any(x.meets(y) for x in ours for y in theirs)


def _verdict(case: Case, mine: Fact, its: Fact) -> Verdict:
    texts = _words(case.ours, mine), _words(case.theirs, its)
    values = case.values(_value(mine), _value(its))
    facts = (mine, its)
    negative_first = (mine.status in _NEGATIVE) == (case.later is not False)
    first = (case.ours, mine) if case.later is not False else (case.theirs, its)
    if case.later is not None and negative_first and _STILL.search(first[0].text(first[1].span)):
        why = f"Not so in the earlier report (“{texts[0]}”), so in the later (“{texts[1]}”)."
        return Verdict("update", "outcome", "since done", why, values, facts, weight=1.6, issue="outcome")
    why = f"“{texts[0]}” against “{texts[1]}”."
    return Verdict("conflict", "outcome", "said and denied", why, values, facts, weight=2.0, issue="outcome")


def _value(fact: Fact) -> tuple[Span, str]:
    return fact.predicate.span, f"{fact.predicate.lemma} ({fact.status})"


def _words(reading: Reading, fact: Fact) -> str:
    """The fact's clause, shortened for one line."""
    words = " ".join(reading.text(fact.span).split())
    return words if len(words) <= 90 else words[:87].rsplit(" ", 1)[0] + " ..."
