"""What a report foresees, and what it tells as done: a plan is no wish, purpose or duty, a deed is in the past."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path

from briefing.compare.alignment.facts import arguments_alike, nominal
from briefing.compare.claims.case import Case
from briefing.compare.reading import Reading
from briefing.model import Argument, Fact

_MAY = frozenset({"auxiliary-may", "auxiliary-might", "auxiliary-could", "open-question"})
_HAVE = re.compile(r"\b(?:have|had|has|’ve|'ve|was|were|did)\b", re.IGNORECASE)
_WHETHER_TO = re.compile(
    r"\b(?:whether|if)\s+(?:or not\s+)?(?:to\b|\w+(?:\s\w+){0,3}\s(?:will|would|should|can)\b)", re.IGNORECASE
)
_TOLD = frozenset({"stated", "attributed"})
_ONE_THING = 0.4
_NOUNS = ("NOUN", "PROPN")
_HOLDING = frozenset({"hold", "take", "make", "give", "stage", "conduct", "play", "meet", "pass", "reach"})
"""Verbs of which the noun beside them is the act."""
_BARE = frozenset({"amod", "acl", "xcomp", "pcomp"})
"""Where a participle or infinitive stands without a subject of its own."""


@functools.lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    table = tomllib.loads((Path(__file__).parent / "deeds.toml").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}


def foreseen(fact: Fact) -> bool:
    """True for what a report says will be, is to be, or is promised, expected or meant by those who can do it."""
    if fact.status != "planned":
        return False
    way, _, word = _shown_by(fact).partition("-")
    if way == "auxiliary":
        return word in _lists()["will"] and (word != "should" or any(x.role == "time" for x in fact.arguments))
    if way == "adjective" or (way == "object" and word.removeprefix("of-") in _lists()["object_of"]):
        return True
    if word == "for":
        return way in _lists()["meant"]
    return f"{way}-{word}" == "time-ahead" or (
        way in ("infinitive", "passive", "noun", "clause") and word in _lists()["meant"]
    )


def in_doubt(reading: Reading, fact: Fact) -> bool:
    """True for what may yet come: "may be sent to France", "whether to suspend him"; not for what may have been."""
    if fact.status != "hedged" or _shown_by(fact) not in _MAY:
        return False
    text = reading.text(fact.span)
    if _shown_by(fact) == "open-question":
        return _WHETHER_TO.search(reading.article.text[max(0, fact.start - 40) : fact.end]) is not None
    return _HAVE.search(text[: fact.predicate.end - fact.start]) is None


def threatened(fact: Fact) -> bool:
    """True for what would come of something else: "if negligence were proved the licence would be withdrawn"."""
    return fact.status == "conditional" and _shown_by(fact) == "consequence"


def _shown_by(fact: Fact) -> str:
    return fact.rule.rpartition("+ ")[2].split(" ")[0]


def accomplished(reading: Reading, fact: Fact) -> bool:
    """True for a finite clause in the past or the perfect: "landed", "has been withdrawn", not "lands" or "to land"."""
    if nominal(fact) or fact.status not in _TOLD:
        return False
    tokens = reading.findings.tokens
    inside = reading.tokens(fact.predicate.span)
    verb = next((i for i in inside if tokens[i].pos in ("VERB", "AUX")), None)
    if verb is None:
        return False
    word = reading.text((tokens[verb].start, tokens[verb].end)).casefold()
    helpers = {
        reading.text((tokens[i].start, tokens[i].end)).casefold()
        for i in range(max(0, verb - 6), verb)
        if tokens[i].head == verb and tokens[i].dep in ("aux", "auxpass")
    }
    if helpers:
        return (
            bool(helpers & _lists()["helpers"])
            and "to" not in helpers
            and not (word.endswith("ing") and "been" not in helpers)
        )
    if word.endswith("ing") or tokens[verb].dep in _BARE:
        return False
    if word == tokens[verb].lemma:
        return word in _lists()["unchanged"]
    lemma = tokens[verb].lemma
    return word not in (f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies", "is", "are")


def of_other(case: Case, mine: Fact, its: Fact) -> bool:
    """True where it is done to another thing, or by whom it is done to: "will hire pilots", "hired a director"."""
    if {mine.predicate.lemma, its.predicate.lemma} & _HOLDING:
        return False
    ours, theirs = ([x for x in fact.arguments if x.role == "patient"] for fact in (mine, its))
    if ours and theirs:
        return max(_alike(case, x, y) for x in ours for y in theirs) < _ONE_THING
    agents = [[x for x in fact.arguments if x.role == "agent"] for fact in (mine, its)]
    patients, doers = (ours, agents[1]) if ours else (theirs, agents[0])
    if not patients or not doers or not agents[0] or not agents[1]:
        return False
    crossed = [(x, y) if ours else (y, x) for x in patients for y in doers]
    straight = max(_alike(case, x, y) for x in agents[0] for y in agents[1])
    return straight < _ONE_THING <= max(_alike(case, x, y) for x, y in crossed)


def _alike(case: Case, x: Argument, y: Argument) -> float:
    shared = {w.lemma for w in case.ours.words(x.span) if w.pos in _NOUNS} & {
        w.lemma for w in case.theirs.words(y.span) if w.pos in _NOUNS
    }
    named = set(case.ours.names(x.span)) & set(case.theirs.names(y.span))
    return max(arguments_alike(x, y, case.ours, case.theirs, case.lexicon), 1.0 if shared or named else 0.0)
