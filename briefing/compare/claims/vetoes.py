"""What no rule may tell, whatever speaks for it."""

from __future__ import annotations

import re

from briefing.compare.alignment.facts import nominal
from briefing.compare.claims.case import Case, Verdict
from briefing.compare.claims.tolls import fate_of
from briefing.model import Fact

_NEGATIVE = frozenset({"negated", "denied"})
_SOFT = ("object-of-", "infinitive-avoid", "infinitive-stop", "infinitive-cease", "preposition-")
"""Rules of what is not told as a fact and yet not told as untrue: "opposed the launch", "avoided flying over it"."""
_UNDONE = ("infinitive-fail", "noun-failure", "noun-refusal")
_RANGES = frozenset({"bound", "rounding"})
"""Rules by which numbers that are not the same may be one."""
_YEAR = re.compile(r"\d{4}")
_LONGEST = 60
"""Days between two reports of which what differs may be one matter; later ones look back on other days."""
_LONGEST_FOR_DATES = 21
"""The same for days: a report of another month counts from other events."""


def vetoed(case: Case, verdict: Verdict) -> bool:
    """True for what must not be told: it would claim an order or a conflict that the reports do not show."""
    if verdict.status == "update":
        return case.later is None
    if verdict.status != "conflict":
        return verdict.rule in _RANGES and _of_two_tolls(case, verdict)
    return _far_apart(case, verdict) or _only_unwanted(verdict) or _of_another_year(verdict)


def _of_two_tolls(case: Case, verdict: Verdict) -> bool:
    """True for the missing of one report and the dead of the other, which one number may well confirm by chance."""
    if len(verdict.values) != len((case.a, case.b)):
        return False
    fates = [
        fate_of(reading, passage, amount)
        for value, reading, passage in zip(verdict.values, (case.ours, case.theirs), (case.a, case.b), strict=True)
        for amount in passage.amounts
        if amount.span == value.span
    ]
    return len(set(fates)) > 1 and None not in fates


def _far_apart(case: Case, verdict: Verdict) -> bool:
    """True where the reports are so far apart in time that they may well be about two events."""
    ours, theirs = case.ours.day, case.theirs.day
    if ours is None or theirs is None:
        return False
    return abs((theirs - ours).days) > (_LONGEST_FOR_DATES if verdict.kind == "date" else _LONGEST)


def _only_unwanted(verdict: Verdict) -> bool:
    """True where one fact stands against another that nobody says did not happen."""
    if verdict.facts is None or verdict.rule != "said and denied":
        return False
    one_word = verdict.facts[0].predicate.lemma == verdict.facts[1].predicate.lemma
    return any(_soft(fact) or (not one_word and _left_undone(fact)) for fact in verdict.facts)


def _left_undone(fact: Fact) -> bool:
    """True for what somebody failed, or is blamed for refusing, to do: an act by another word is another act."""
    return fact.status == "negated" and any(marker in fact.rule for marker in _UNDONE)


def _soft(fact: Fact) -> bool:
    if fact.status == "negated" and any(marker in fact.rule for marker in _SOFT):
        return True
    return fact.status in _NEGATIVE and nominal(fact) and not fact.rule.endswith("determiner")


def _of_another_year(verdict: Verdict) -> bool:
    """True for a day against a bare year that is not its own: what was so "since 2009" is no other date of this."""
    if verdict.kind != "date":
        return False
    told = [value.value for value in verdict.values]
    bare = {value for value in told if _YEAR.fullmatch(value)}
    fine = {match[0] for value in told if value not in bare and (match := _YEAR.search(value))}
    return bool(bare and fine and not bare & fine)
