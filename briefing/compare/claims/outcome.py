"""What came of it: one source says it happened and another that it did not, or that it still may.

Plans that were carried out and states that have since changed are updates, never conflicts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from briefing.compare.alignment.facts import EMPTY, SAYING, FactPair, arguments_alike, clause_words, nominal
from briefing.compare.alignment.slots import fact_at
from briefing.compare.claims.agreement import polar
from briefing.compare.claims.case import Case, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.deeds import accomplished, foreseen, in_doubt, of_other, threatened
from briefing.compare.claims.opposites import bearers, opposites
from briefing.compare.claims.polarity import polarity
from briefing.compare.claims.telling import standings, words
from briefing.compare.kept import kept
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage
from briefing.model import Fact

_POLAR = 0.4
_PLANNED = 0.3
_OPPOSED_CORE = 0.6
_NEGATIVE = frozenset({"negated", "denied"})
_OPEN = frozenset({"planned", "hedged", "conditional"})
_KNOWING = frozenset(
    {"know", "clear", "establish", "determine", "certain", "identify", "explain", "unknown", "unclear"}
)
_ASKED = frozenset({"fate", "cause", "number", "whereabouts", "reason", "extent", "identity", "time", "night", "day"})
_SETTLED = 0.6
_OFF = listed("called_off") | {"put off", "call off", "push back"}
_PLAN_SCORE = 0.2
_SAME_WORDS = 0.4


def outcome(case: Case) -> Iterator[Verdict]:
    """Verdicts on facts of which one source has the contrary, or only the plan."""
    told = _told(case.a) | _told(case.b)
    for pair in case.pairs(0.0) if _OPEN & told else ():
        if {pair.a.predicate.lemma, pair.b.predicate.lemma} & SAYING:
            continue
        verdict = _plan(case, pair)
        if verdict is not None:
            yield verdict
    yield from polarity(case) if _NEGATIVE & told else ()
    yield from opposites(case)
    yield from _dated_plan(case) if "planned" in told else ()
    yield from _called_off(case)
    yield from _settled(case) if _NEGATIVE & told else ()


@kept
def _told(passage: Passage) -> frozenset[str]:
    """How the facts of a passage stand: what only some rules ask about is in few passages."""
    facts = passage.facts
    return frozenset({fact.status for fact in facts} | {standing(passage, fact) for fact in facts})


def _one_time(case: Case, pair: FactPair) -> bool:
    ours, theirs = of_fact(case.a, pair.a), of_fact(case.b, pair.b)
    return not ours or not theirs or any(x.meets(y) for x in ours for y in theirs)


def _plan(case: Case, pair: FactPair) -> Verdict | None:
    """A plan in one source, the deed in the other."""
    mine, its = standing(case.a, pair.a), standing(case.b, pair.b)
    if nominal(pair.a) and nominal(pair.b):
        return None
    if (mine in _OPEN) == (its in _OPEN) or polar(pair) or case.aligned.score < _PLAN_SCORE:
        return None
    if pair.strength < _PLANNED and not pair.one_event:
        return None
    if pair.a.predicate.lemma in EMPTY or pair.b.predicate.lemma in EMPTY:
        return None
    if pair.features.clash > 0.5 or not _one_time(case, pair) or of_other(case, pair.a, pair.b):
        return None
    plan, deed = (pair.a, pair.b) if mine in _OPEN else (pair.b, pair.a)
    if not _to_come(case, plan, pair) or not _done(case, deed, pair) or _long_before(case, plan, deed, pair):
        return None
    deed_is_later = case.later if deed is pair.b else (None if case.later is None else not case.later)
    if deed.status in _NEGATIVE or ("conditional" in (mine, its) and not (deed_is_later and pair.strength >= _POLAR)):
        return None
    values = standings(case, pair.a, pair.b)
    facts = (pair.a, pair.b)
    planned = words(case, plan, plan is pair.a)
    done = words(case, deed, deed is pair.a)
    if {"hedged", "conditional"} & {mine, its}:
        rule, why = "since settled", f"Open in one report (“{planned}”), settled in the other (“{done}”)."
        if deed_is_later is None:
            why = f"Told with a doubt in one report (“{planned}”), without in the other (“{done}”)."
            return Verdict(
                "compatible", "outcome", "hedged in one", why, values, facts, weight=1.1, issue="plan", sure=False
            )
    else:
        rule, why = "planned, since done", f"Planned in one report (“{planned}”), done in the other (“{done}”)."
    if deed_is_later is False:
        return Verdict("compatible", "outcome", rule, why, values, facts, weight=1.2, issue="plan")
    return Verdict("update", None, rule, why, values, facts, weight=1.5, issue="plan")


def _to_come(case: Case, plan: Fact, pair: FactPair) -> bool:
    """True for what is yet to come: a noun stands as the verb that governs it."""
    first = plan is pair.a
    reading, passage = (case.ours, case.a) if first else (case.theirs, case.b)
    above = fact_at(passage.facts, plan.predicate.span) if nominal(plan) else plan
    told = plan if above is None or foreseen(plan) else above
    return foreseen(told) or in_doubt(reading, told) or (threatened(told) and not nominal(plan))


def _done(case: Case, deed: Fact, pair: FactPair) -> bool:
    """True for a clause in the past."""
    return accomplished(case.ours if deed is pair.a else case.theirs, deed)


def _long_before(case: Case, plan: Fact, deed: Fact, pair: FactPair) -> bool:
    """True where the deed is dated to before the report that has only the plan."""
    passage = case.a if deed is pair.a else case.b
    day = (case.ours if plan is pair.a else case.theirs).day
    if day is None:
        return False
    return any(not p.yearless and p.end.date() < day - dt.timedelta(days=1) for p in of_fact(passage, deed))


def _dated_plan(case: Case) -> Iterator[Verdict]:
    """A plan and a deed of one day and of the same people, however they are worded.

    "Will send investigators on Monday" is carried out by "the investigators, who flew in on Monday".
    """
    if case.aligned.score < _PLAN_SCORE or not case.a.periods or not case.b.periods:
        return
    for mine in case.a.facts:
        for its in case.b.facts:
            planned = [fact.status == "planned" for fact in (mine, its)]
            plan, deed = (mine, its) if planned[0] else (its, mine)
            if (
                planned[0] == planned[1]
                or not foreseen(plan)
                or not accomplished(case.ours if deed is mine else case.theirs, deed)
                or {mine.predicate.lemma, its.predicate.lemma} & (SAYING | EMPTY)
            ):
                continue
            deed_is_later = case.later if deed is its else (None if case.later is None else not case.later)
            ours, theirs = of_fact(case.a, mine), of_fact(case.b, its)
            if deed_is_later is False or not any(x.fine and y.fine and x.same(y) for x in ours for y in theirs):
                continue
            said = clause_words(case.ours, mine), clause_words(case.theirs, its)
            if (
                max(case.shared(*said), case.shared(*said[::-1])) < _SAME_WORDS
                or _core_alike(case, mine, its) < _OPPOSED_CORE
            ):
                continue
            told = words(case, plan, plan is mine), words(case, deed, deed is mine)
            why = f"Planned in one report (“{told[0]}”), done in the other (“{told[1]}”)."
            yield Verdict(
                "update",
                None,
                "planned, since done",
                why,
                standings(case, mine, its),
                (mine, its),
                weight=1.3,
                issue="plan",
            )


def _settled(case: Case) -> Iterator[Verdict]:
    """What the earlier report says is not known, and the later tells."""
    if case.later is None or case.aligned.score < _PLAN_SCORE:
        return
    earlier, later = (case.a, case.b) if case.later else (case.b, case.a)
    reading, other = (case.ours, case.theirs) if case.later else (case.theirs, case.ours)
    for fact in earlier.facts:
        if not set(fact.predicate.lemma.split()) & _KNOWING or fact.status not in _NEGATIVE:
            continue
        asked = frozenset(w for w in reading.words(fact.span) if w.pos in ("NOUN", "PROPN") and w.lemma not in _ASKED)
        names = set(reading.names(fact.span))
        for told in later.facts:
            if told.status not in ("stated", "attributed") or told.predicate.lemma in SAYING | EMPTY or nominal(told):
                continue
            telling = frozenset(other.words(told.span))
            if not (names & set(other.names(told.span)) or asked) or case.shared(asked, telling) < _SETTLED:
                continue
            ours, theirs = (fact, told) if case.later else (told, fact)
            values, facts = standings(case, ours, theirs), (ours, theirs)
            why = f"Open in the earlier report (“{words(case, fact, bool(case.later))}”), told in the later."
            yield Verdict("update", "outcome", "since known", why, values, facts, weight=1.3, issue="plan")
            return


def _called_off(case: Case) -> Iterator[Verdict]:
    """What one report expects and the other says to be put off or called off: an update by the later report."""
    if case.aligned.score < _PLAN_SCORE or not (_calls_off(case.a) or _calls_off(case.b)):
        return
    for mine in case.a.facts:
        for its in case.b.facts:
            for off, plan in ((mine, its), (its, mine)):
                if off.predicate.lemma not in _OFF or off.status in _OPEN | _NEGATIVE or plan.predicate.lemma in _OFF:
                    continue
                if standing(case.b if plan is its else case.a, plan) != "planned" or not _is_off(case, off, plan, mine):
                    continue
                values, facts = standings(case, mine, its), (mine, its)
                told = words(case, plan, plan is mine), words(case, off, off is mine)
                later = case.later if off is its else (None if case.later is None else not case.later)
                why = f"Expected in one report (“{told[0]}”), called off or put off in the other (“{told[1]}”)."
                if later is not False:
                    yield Verdict("update", "outcome", "since called off", why, values, facts, weight=1.9, issue="off")
                return


@kept
def _calls_off(passage: Passage) -> bool:
    """True where a passage says that anything is put off or called off."""
    return any(fact.predicate.lemma in _OFF for fact in passage.facts)


def _is_off(case: Case, off: Fact, plan: Fact, mine: Fact) -> bool:
    """True where what is off takes part in the plan, or is the planned thing by another word."""
    ours, theirs = (case.ours, case.theirs) if off is mine else (case.theirs, case.ours)
    for bearer in bearers(off):
        head = ours.head(bearer)
        for argument in plan.arguments:
            if (
                argument.role in ("agent", "patient")
                and arguments_alike(bearer, argument, ours, theirs, case.lexicon) >= _OPPOSED_CORE
            ):
                return True
        if head is not None and case.lexicon.alike(head, Word(plan.predicate.lemma, "VERB")) >= _OPPOSED_CORE:
            return True
    return False


def _core_alike(case: Case, a: Fact, b: Fact) -> float:
    """How far any of those who take part in one takes part in the other."""
    core = ("agent", "patient")
    return max(
        (
            arguments_alike(x, y, case.ours, case.theirs, case.lexicon)
            for x in a.arguments
            for y in b.arguments
            if x.role in core and y.role in core
        ),
        default=0.0,
    )


@kept
def standing(passage: Passage, fact: Fact) -> str:
    """How a fact stands; a noun stands as the verb that governs it ("due to decide on the creation of a force")."""
    if not nominal(fact) or fact.status != "stated":
        return fact.status
    above = fact_at(passage.facts, fact.predicate.span)
    return above.status if above is not None else fact.status
