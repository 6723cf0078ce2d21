"""Whether two tellings of an act are of one and the same: by whom or what it is done to, or who does it."""

from __future__ import annotations

from briefing.compare.alignment.facts import arguments_alike, nominal
from briefing.compare.claims.case import Case
from briefing.compare.claims.dates import of_fact
from briefing.compare.kinds import kinds_of
from briefing.compare.lexicon import listed
from briefing.compare.reading import Reading
from briefing.model import Argument, Fact

_ALIKE = 0.84
_TOO_WIDE = (
    listed("too_wide") | listed("anybody") | {"suspect", "company", "body", "group", "team", "official", "troop"}
)
_DEFINITE = frozenset({"the", "its", "his", "her", "their", "this", "that", "these", "those", "all", "both"})
_VEHICLES = frozenset({"vehicle", "ship", "aircraft"})
_ANOTHER = (listed("another") | listed("ordinals") | {"also"}) - {"first", "single"}
_STATES = "state:"


def one_who(case: Case, mine: Fact, its: Fact) -> bool:
    """True where two acts of one kind befall the same person or thing, and no day speaks against it."""
    ours, theirs = _bearer(mine), _bearer(its)
    if ours is None or theirs is None or not _one(case, ours, theirs):
        return False
    if _means(case.ours, mine) and _means(case.theirs, its):
        return False
    days, others = of_fact(case.a, mine), of_fact(case.b, its)
    return not days or not others or any(x.meets(y) for x in days for y in others)


def others(case: Case, mine: Fact, its: Fact) -> bool:
    """True where one tells of other people than the other: "two men", "a third man"."""
    told = [
        {
            reading.findings.tokens[i].lemma
            for x in fact.arguments
            if x.role == "patient"
            for i in reading.tokens(x.span)
        }
        for reading, fact in ((case.ours, mine), (case.theirs, its))
    ]
    return len({bool(words & _ANOTHER) for words in told}) > 1


def _means(reading: Reading, fact: Fact) -> bool:
    """True where a report tells in what people or things were moved: of two such tellings each may be one leg."""
    patients = [x.span for x in fact.arguments if x.role == "patient"]
    inside = (i for i in reading.tokens(fact.span) if reading.findings.tokens[i].pos == "NOUN")
    means = (reading.findings.tokens[i] for i in inside)
    return any(
        kinds_of(t.lemma) & _VEHICLES and not any(span.start <= t.start < span.end for span in patients) for t in means
    )


def _bearer(fact: Fact) -> Argument | None:
    """Whom or what an act befalls; of one that nobody undergoes, who does it."""
    if nominal(fact):
        return None
    found = [x for x in fact.arguments if x.role == "patient"] or [x for x in fact.arguments if x.role == "agent"]
    return found[0] if len(found) == 1 else None


def _one(case: Case, x: Argument, y: Argument) -> bool:
    named = [reading.entity.get(z.entity or "") for reading, z in ((case.ours, x), (case.theirs, y))]
    if None not in named:
        return named[0] == named[1] and not str(named[0]).startswith(_STATES) and _people_or_things(case.ours, x)
    heads = case.ours.head(x), case.theirs.head(y)
    if any(head is None or head.pos not in ("NOUN", "ADJ", "VERB") or head.lemma in _TOO_WIDE for head in heads):
        return False
    if not all(_definite(reading, z) for reading, z in ((case.ours, x), (case.theirs, y))):
        return False
    return arguments_alike(x, y, case.ours, case.theirs, case.lexicon) >= _ALIKE


def _people_or_things(reading: Reading, x: Argument) -> bool:
    """False for a body or a state, which does the same in many places."""
    types = {e.id: e.type for e in reading.findings.entities}
    head = reading.head(x)
    person = head is not None and "person" in kinds_of(head.lemma)
    return types.get(x.entity or "") in ("PERSON", "PRODUCT", "WORK", "EVENT") or person


def _definite(reading: Reading, x: Argument) -> bool:
    words = reading.text(x.span).casefold().split()
    return bool(words) and (words[0] in _DEFINITE or any(word.endswith(("'s", "\u2019s")) for word in words[:3]))


__all__ = ["one_who", "others"]
