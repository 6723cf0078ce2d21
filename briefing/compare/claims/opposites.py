"""Predicates that exclude each other, of the same things: opened and closed, voted in favour and opposed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.compare.alignment.facts import SAYING, arguments_alike, nominal
from briefing.compare.claims.case import Case, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.deeds import accomplished, foreseen
from briefing.compare.claims.telling import standings, words
from briefing.compare.kept import kept
from briefing.compare.lexicon import Lexicon, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Fact

_NEGATIVE = frozenset({"negated", "denied"})
_OPEN = frozenset({"planned", "hedged", "conditional"})
_SCORE = 0.17
_ALIKE = 0.6
_ONE_NOUN = 0.75
_REVERSING = listed("reversing")
"""Predicates that undo a state, and so come after it."""
_FINAL = listed("final")
"""Predicates of what happens to a thing once."""
_OF_AGENT = listed("of_agent")
"""Predicates of fate, presence and victory: what they tell, they tell of their agent."""
_SIDES = frozenset({"support", "oppose", "back", "reject", "approve", "endorse", "vote for", "vote against"})
"""Predicates that tell which side somebody is on: they are of who takes it."""
_VOTING = frozenset({"vote", "speak", "argue", "come out", "decide", "rule"})
_WHOLE = re.compile(r"(?:all|both|each|every|none)\b", re.IGNORECASE)
_SIDE = re.compile(r"\s+(?:\w+\s+){0,2}?(against|for|in favou?r)\b", re.IGNORECASE)


def opposites(case: Case) -> Iterator[Verdict]:
    """Predicates that exclude each other, of the same things."""
    if case.aligned.score < _SCORE:
        return
    if _against(case.ours, case.lexicon, case.a).isdisjoint(_stances(case.theirs, case.b)):
        return
    for mine in case.a.facts:
        for its in case.b.facts:
            if {mine.predicate.lemma, its.predicate.lemma} & SAYING:
                continue
            if not _excluded(case, mine, its) or (mine.status in _NEGATIVE) != (its.status in _NEGATIVE):
                continue
            if {mine.status, its.status} & {"conditional", "hedged"}:
                continue
            if _bearers_alike(case, mine, its) < _ALIKE or not _ones_day(case, mine, its):
                continue
            undone = _undone(mine, its)
            if undone is not None and {mine.status, its.status} <= {"stated", "attributed"}:
                if case.later is not (undone is mine) or case.later is None:
                    values = standings(case, mine, its)
                    why = f"“{words(case, mine, True)}” and “{words(case, its, False)}”: the one undoes the other."
                    yield Verdict(
                        "update", "outcome", "state changed", why, values, (mine, its), weight=1.4, issue="state"
                    )
            elif case.later and mine.status == its.status == "stated" and not _once(case, mine, its):
                values = standings(case, mine, its)
                why = f"“{words(case, mine, True)}” in the earlier report, “{words(case, its, False)}” in the later."
                yield Verdict("update", "outcome", "state changed", why, values, (mine, its), weight=1.4, issue="state")
            elif case.later and foreseen(mine) and accomplished(case.theirs, its):
                values = standings(case, mine, its)
                why = f"“{words(case, mine, True)}” was planned; the later report: “{words(case, its, False)}”."
                yield Verdict("update", None, "not as planned", why, values, (mine, its), weight=1.4, issue="plan")
            elif (mine.status in _OPEN) == (its.status in _OPEN) and not (
                _beside(case.ours, mine) or _beside(case.theirs, its)
            ):
                yield _conflict(case, mine, its, "contrary outcomes")


@kept
def _beside(reading: Reading, fact: Fact) -> bool:
    """True for a participle that is told beside the matter: "missing since 2014", "after being hired"."""
    return not nominal(fact) and reading.text(fact.span).partition(" ")[0].endswith("ing")


@kept
def _stances(reading: Reading, passage: Passage) -> frozenset[str]:
    """The predicates of a passage, and their last words."""
    told = [_stance(reading, fact) for fact in passage.facts]
    return frozenset(told) | {stance.rpartition(" ")[2] for stance in told}


@kept
def _against(reading: Reading, lexicon: Lexicon, passage: Passage) -> frozenset[str]:
    """What excludes any predicate of a passage."""
    return frozenset().union(*(lexicon.opposites(stance) for stance in _stances(reading, passage)))


def _once(case: Case, a: Fact, b: Fact) -> bool:
    """True for what happens to a thing once, so that no later report renews an earlier: "passed", "failed"."""
    if not {a.predicate.lemma, b.predicate.lemma} & _FINAL:
        return False
    agents = [[x for x in fact.arguments if x.role == "agent"] for fact in (a, b)]
    return not all(agents) or _bearers_alike(case, a, b) >= _ALIKE


def _undone(a: Fact, b: Fact) -> Fact | None:
    """The fact that undoes the other, where one alone says so by its predicate ("reopen", "lift")."""
    undoing = [fact for fact in (a, b) if _REVERSING & set(fact.predicate.lemma.split())]
    return undoing[0] if len(undoing) == 1 else None


def _excluded(case: Case, a: Fact, b: Fact) -> bool:
    """True where the predicates, or their last words ("stay open", "closure"), exclude each other."""
    ours, theirs = _stance(case.ours, a), _stance(case.theirs, b)
    last = ours.rpartition(" ")[2], theirs.rpartition(" ")[2]
    return case.lexicon.opposed(ours, theirs) or case.lexicon.opposed(*last)


@kept
def _stance(reading: Reading, fact: Fact) -> str:
    """The predicate; of "voted in favour" and "voted against it", which side was taken."""
    lemma = fact.predicate.lemma
    if lemma not in _VOTING:
        return lemma
    found = _SIDE.match(reading.article.text, fact.predicate.end)
    if found is None:
        return lemma
    return "oppose" if found[1].casefold() == "against" else "support"


def _bearers_alike(case: Case, a: Fact, b: Fact) -> float:
    """How far it is one thing that the two contrary predicates are said of.

    What bears the predicate is the patient, else the only one who takes part; of a noun ("the closure of two plants"),
    any argument.
    """
    ours, theirs = bearers(a), bearers(b)
    if {_stance(case.ours, a), _stance(case.theirs, b)} <= _SIDES:
        ours, theirs = (_of_role(fact, "agent") for fact in (a, b))
    elif a.predicate.lemma in _OF_AGENT and b.predicate.lemma in _OF_AGENT:
        mine, its = ([x for x in _of_role(fact, "patient") if x not in of] for fact, of in ((a, ours), (b, theirs)))
        if mine and its and max(_one_bearer(case, x, y) for x in mine for y in its) < _ALIKE:
            return 0.0
    return max((_one_bearer(case, x, y) for x in ours for y in theirs), default=0.0)


def _one_bearer(case: Case, a: Argument, b: Argument) -> float:
    """How far two arguments are one thing; a recorder is no recording, three of the crew are not two of it."""
    if _some(case.ours, case.a, a) and _some(case.theirs, case.b, b):
        return 0.0
    names, others = set(case.ours.names(a.span)), set(case.theirs.names(b.span))
    if names and others and not names & others:
        return 0.0
    alike = arguments_alike(a, b, case.ours, case.theirs, case.lexicon)
    mine, its = case.ours.head(a), case.theirs.head(b)
    if mine is not None and its is not None and mine.pos == its.pos == "NOUN":
        return alike if case.lexicon.alike(mine, its) >= _ONE_NOUN else 0.0
    return alike


def bearers(fact: Fact) -> list[Argument]:
    """Of what a fact is said: its patients, else who alone takes part; of fate, presence and victory whose it is."""
    if nominal(fact):
        return [x for x in fact.arguments if x.role not in ("time", "place")]
    first, second = ("agent", "patient") if fact.predicate.lemma in _OF_AGENT else ("patient", "agent")
    return _of_role(fact, first) or _of_role(fact, second)


def _of_role(fact: Fact, role: str) -> list[Argument]:
    return [argument for argument in fact.arguments if argument.role == role]


def _some(reading: Reading, passage: Passage, argument: Argument) -> bool:
    """True for "two climbers", not for "all nine plants": others may have fared otherwise."""
    if _WHOLE.match(reading.text(argument.span)):
        return False
    return any(argument.span.contains(amount.span) for amount in passage.amounts)


def _ones_day(case: Case, a: Fact, b: Fact) -> bool:
    ours, theirs = of_fact(case.a, a), of_fact(case.b, b)
    return bool(case.later) or not ours or not theirs or any(x.meets(y) for x in ours for y in theirs)


def _conflict(case: Case, a: Fact, b: Fact, rule: str) -> Verdict:
    why = f"“{words(case, a, True)}” against “{words(case, b, False)}”."
    return Verdict("conflict", "outcome", rule, why, standings(case, a, b), (a, b), weight=2.0, issue="outcome")
