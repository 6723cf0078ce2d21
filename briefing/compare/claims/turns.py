"""What has changed from one report to the next: a state that ended, a figure that was revised "from" the old one.

"Has been in force since Saturday" in one report and "was lifted last Friday" in a later one are no conflict, nor are
"banned for four years" and "cut the ban from four years to two": the second says itself what went before.
"""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.compare.alignment.facts import nominal
from briefing.compare.amounts import Amount, say
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.deeds import accomplished, foreseen
from briefing.compare.claims.frames import frame
from briefing.compare.claims.telling import standings, words
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span

_TOLD = frozenset({"stated", "attributed"})
_TOO_WIDE = listed("too_wide")
_SAME = 0.9
_LIKE = 0.6
_RARE = 1.2
"""A word rarer than this is one that two passages of a story hardly share by chance."""
_FROM = re.compile(r"\bfrom\s+(?:about|around|some|nearly|the)?\s*$", re.IGNORECASE)
_TO = re.compile(r"\S\s+to\s+\S")
_BETWEEN = re.compile(r"\s+to\s+(?:about |some |just |only )?", re.IGNORECASE)
_CHANGED = listed("changing")
_BEHIND = 24
"""Code points after "is" in which a state may be named: "is now in force", "remains in police custody"."""
_UPON = frozenset({"vote", "decide", "rule", "deliberate", "bid", "offer"})
"""Verbs whose matter follows "on" or "for"."""
_IN_TALKS = "in talks, since agreed"
_TALKS = frozenset({"talk", "negotiation", "discussion"})
_GOING_ON = frozenset(
    {"continue", "resume", "begin", "start", "hold", "go", "open", "be", "drag", "stall", "enter", "remain"}
)
_DEALS = frozenset(
    {"agreement", "deal", "accord", "settlement", "compromise", "pact", "contract", "truce", "ceasefire"}
)
_REACHING = frozenset({"reach", "strike", "sign", "clinch", "conclude", "make", "seal", "agree", "announce"})
_IT = frozenset({"it", "they", "which", "that"})
_PEOPLE = listed("persons")
_HANDING_IN = frozenset({"submit", "tender", "hand in", "offer", "announce", "present", "hand"})
_REBUFFING = frozenset({"reject", "resist", "dismiss", "ignore", "rebuff", "defy", "refuse", "shrug off", "brush off"})
_CALLS = frozenset({"call", "demand", "appeal", "pressure"})
_OUT = re.compile(r"\b(?:resign\w*|quit|step down|stand down|departure|go)\b", re.IGNORECASE)
_CALLED_FOR = 70
"""Code points behind "rejected" within which it is told what had been called for."""
_BEING = frozenset({"be", "remain", "stay", "keep"})


class _Turn(NamedTuple):
    name: str
    before: frozenset[str]
    after: frozenset[str]
    state: frozenset[str]
    planned: bool


@functools.lru_cache(maxsize=1)
def turns() -> tuple[_Turn, ...]:
    """States that end, with the words for them."""
    table = tomllib.loads((Path(__file__).parent / "turns.toml").read_text("utf-8"))
    return tuple(
        _Turn(
            row["name"],
            _lemmas(row["before"]),
            _lemmas(row["after"]),
            _lemmas(row["state"]),
            row.get("planned", False),
        )
        for row in table["turn"]
    )


@functools.lru_cache(maxsize=1)
def _turning() -> frozenset[str]:
    """All lemmas by which a state begins or ends."""
    return frozenset().union(*(t.before | t.after for t in turns()))


def _lemmas(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Updates: what a later report tells as ended or revised."""
    changes = [[change for p in r.passages for change in _changes(r, p)] for r in cases.readings]
    changed = [frozenset(change.passage.number for change in row) for row in changes]
    steps = [list(_steps(reading)) for reading in cases.readings]
    waiting = [
        [(p, f) for p in r.passages for f in p.facts if f.status == "negated" and "yet" in f.rule]
        for r in cases.readings
    ]
    for i, j in itertools.permutations(range(len(cases.readings)), 2):
        ours, theirs = cases.readings[i], cases.readings[j]
        if ours.origin == theirs.origin or cases.later(i, j) is False:
            continue
        if changes[j]:
            yield from _revised(cases, ours, theirs, changes[j], changed[i])
        if cases.later(i, j):
            yield from _ended(cases, steps[i], steps[j])
            yield from _not_yet(cases, waiting[i], theirs)


class _Change(NamedTuple):
    """A figure that a sentence says was changed, "from" one to another."""

    passage: Passage
    span: Span
    amount: Amount
    old: float
    new: float


def _changes(reading: Reading, passage: Passage) -> Iterator[_Change]:
    """``Reduced from 200,000 to 120,000``, ``cut from four years to two``: changes of one thing, told by their verb."""
    if not any(f.predicate.lemma in _CHANGED and f.status in _TOLD for f in passage.facts):
        return
    text = reading.article.text
    for at, amount in enumerate(passage.amounts):
        if not _FROM.search(text[max(0, amount.span.start - 24) : amount.span.start]):
            continue
        if amount.low != amount.high and _TO.search(reading.text(amount.span)):
            yield _Change(passage, amount.span, amount, amount.low, amount.high)
        elif at + 1 < len(passage.amounts):
            after = passage.amounts[at + 1]
            of_one = after.dimension in ("", amount.dimension) or after.dimension.startswith("count")
            if of_one and _BETWEEN.fullmatch(text[amount.span.end : after.span.start]):
                new = after.value if after.dimension == amount.dimension else after.value * amount.factor
                yield _Change(passage, Span(amount.span.start, after.span.end), amount, amount.value, new)


def _revised(
    cases: CaseMaker, ours: Reading, theirs: Reading, changes: list[_Change], known: frozenset[int]
) -> Iterator[tuple[Case, Verdict]]:
    """``Four years`` in one report, ``from four years to two`` in another that is not the earlier one.

    Args:
        cases: The story.
        ours: The report with the old figure.
        theirs: The other.
        changes: What the other tells of changes.
        known: Passages of the first that tell of a change themselves.
    """
    for passage, span, change, old, new in changes:
        for other, amount in ((p, x) for p in ours.passages if p.number not in known for x in p.amounts):
            if amount.dimension != change.dimension or abs(amount.value - old) > 1e-6 * abs(old):
                continue
            if any(x.value == new for x in other.amounts) or not _one_matter(cases, other, passage):
                continue
            case = cases.of(other, passage)
            told = say(new / change.factor, new / change.factor, change.unit)
            values = ((amount.span, amount.said), (span, told))
            why = f"{amount.said}, then {told}: “{' '.join(theirs.text(span).split())}”."
            shown = case.values(*(values if case.a is other else values[::-1]))
            yield case, Verdict("update", "number", "revised from", why, shown, weight=1.9, issue="number")


def _one_matter(cases: CaseMaker, a: Passage, b: Passage) -> bool:
    """True where two passages name the same and share a word, or share two words that are not everywhere."""
    rare = cases.matcher.like.rarity
    shared = {
        x.lemma
        for x in a.words
        for y in b.words
        if x.pos != "NUM" and x.lemma not in _TOO_WIDE and rare.get(x.lemma, 0.0) >= _RARE
        and cases.lexicon.alike(x, y) >= _LIKE
    }  # fmt: skip
    return bool(set(a.names) & set(b.names)) or len(shared) >= 1


class _Step(NamedTuple):
    """A fact that begins or ends a state, of some things or of somebody named.

    Attributes:
        begins, ends: Names of the turns.
    """

    passage: Passage
    fact: Fact
    things: frozenset[Word]
    names: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]


def _ended(cases: CaseMaker, ours: list[_Step], theirs: list[_Step]) -> Iterator[tuple[Case, Verdict]]:
    for end in theirs:
        for name in sorted(end.ends):
            found = next((step for step in ours if name in step.begins and _one_thing(cases, step, end)), None)
            if found is None or any(name in step.ends and _one_thing(cases, step, end) for step in ours):
                continue
            case = cases.of(found.passage, end.passage)
            facts = (found.fact, end.fact) if case.a is found.passage else (end.fact, found.fact)
            shown = [words(case, fact, ours=n == 0) for n, fact in enumerate(facts)]
            first, last = shown if case.a is found.passage else shown[::-1]
            why = f"{name.capitalize()}: “{first}”, then “{last}”."
            values = standings(case, *facts)
            yield case, Verdict("update", "outcome", name, why, values, facts, weight=1.5, issue="state")


def _not_yet(cases: CaseMaker, waiting: list[tuple[Passage, Fact]], theirs: Reading) -> Iterator[tuple[Case, Verdict]]:
    """``Has yet to sign`` in one report, ``signed`` in a later one."""
    for passage, fact in waiting:
        for other, done in ((p, f) for p in theirs.passages for f in p.facts):
            if nominal(done) or done.status not in _TOLD or fact.predicate.lemma != done.predicate.lemma:
                continue
            case = cases.of(passage, other)
            facts = (fact, done) if case.a is passage else (done, fact)
            shared = frame(case, *facts)
            if shared.clash or not shared.known or shared.actors < _SAME or shared.least < _LIKE:
                continue
            why = f"Not yet in one report, since done: “{words(case, done, ours=case.a is other)}”."
            values = standings(case, *facts)
            yield case, Verdict("update", "outcome", "not yet, since done", why, values, facts, weight=1.9, issue="yet")


def _steps(reading: Reading) -> Iterator[_Step]:
    for passage in reading.passages:
        for fact in passage.facts:
            if nominal(fact) or (fact.status not in _TOLD and not foreseen(fact)):
                continue
            lemma = fact.predicate.lemma
            lemmas = {lemma, lemma.partition(" ")[0], lemma.partition(" ")[2]} - _BEING
            of_noun = _of_noun(reading, fact)
            lemmas |= of_noun
            told = fact.status in _TOLD
            state = _state(reading, fact)
            begins = ends = frozenset[str]()
            if state or not _turning().isdisjoint(lemmas):
                begins = frozenset(
                    t.name for t in turns() if (told or t.planned) and (lemmas & t.before or state & t.state)
                )
                ends = frozenset(t.name for t in turns() if lemmas & t.after and accomplished(reading, fact))
            talks, deal = _bargaining(reading, fact) if told else (False, False)
            if talks or deal:
                parties = frozenset(name for x in fact.arguments for name in reading.names(x.span))
                on, over = (frozenset({_IN_TALKS}) if said else frozenset[str]() for said in (talks, deal))
                yield _Step(passage, fact, frozenset(), parties, on, over)
            if not begins and not ends:
                continue
            things, names = _bearers(reading, passage, fact) if not of_noun else (frozenset(), _doers(reading, fact))
            if things or names:
                yield _Step(passage, fact, things, names, begins, ends)


def _of_noun(reading: Reading, fact: Fact) -> set[str]:
    """The verb that a verb and its noun come to: "submitted his resignation", "rejected calls to quit"."""
    lemma = fact.predicate.lemma
    if lemma not in _HANDING_IN | _REBUFFING:
        return set()
    patients = [x for x in fact.arguments if x.role == "patient"]
    heads = {head.lemma for x in patients if (head := reading.head(x)) is not None}
    if lemma in _HANDING_IN:
        return {"resign"} if "resignation" in heads else set()
    behind = reading.article.text[fact.predicate.end : fact.predicate.end + _CALLED_FOR]
    return {"refuse resign"} if heads & _CALLS and _OUT.search(behind) else set()


def _doers(reading: Reading, fact: Fact) -> frozenset[str]:
    return frozenset(name for x in fact.arguments if x.role == "agent" for name in reading.names(x.span))


def _bearers(reading: Reading, passage: Passage, fact: Fact) -> tuple[frozenset[Word], frozenset[str]]:
    """Of what or whom a fact is said: the patients, else who alone takes part; "seven of the coins" are coins.

    What a pronoun stands for is one of the things of its sentence; people of a place are told by the place.
    """
    things: set[Word] = set()
    names: set[str] = set()
    patients = [x for x in fact.arguments if x.role == "patient"]
    others = [x for x in fact.arguments if x.role in ("other", "place")]
    upon = [x for x in others if x.role == "other"] if fact.predicate.lemma in _UPON else []
    for argument in upon or patients or [x for x in fact.arguments if x.role == "agent"]:
        word = reading.head(argument)
        if word is not None and word.pos == "NUM":
            word = next((w for w in reading.words(argument.span) if w.pos == "NOUN"), None)
        if word is not None and word.pos == "PRON" and argument.entity is None and word.lemma in _IT:
            things.update(_core_nouns(reading, passage))
        elif word is not None and word.pos == "NOUN" and word.lemma not in _TOO_WIDE:
            things.add(word)
        if word is not None and word.lemma in _PEOPLE:
            names.update(name for x in (argument, *others) for name in reading.names(x.span))
        if argument.entity is not None and argument.entity in reading.entity:
            names.add(reading.entity[argument.entity])
        elif upon:
            names.update(reading.names(argument.span))
    if fact.predicate.lemma in _UPON and not upon:
        things.update(_upon(reading, passage, fact))
    return frozenset(things), frozenset(names)


def _upon(reading: Reading, passage: Passage, fact: Fact) -> Iterator[Word]:
    """Nouns after "rule on", "vote on", "bid for", where the clause has no argument of them."""
    tokens = reading.findings.tokens
    verbs = reading.tokens(fact.predicate.span)
    for i in range(passage.first, passage.last):
        mark = tokens[tokens[i].head]
        noun = tokens[i].dep == "pobj" and tokens[i].pos == "NOUN" and tokens[i].lemma not in _TOO_WIDE
        if noun and mark.lemma in ("on", "for") and mark.head in verbs:
            yield Word(tokens[i].lemma, "NOUN")


def _core_nouns(reading: Reading, passage: Passage) -> Iterator[Word]:
    for fact in passage.facts:
        for argument in fact.arguments:
            head = reading.head(argument)
            noun = head is not None and head.pos == "NOUN" and head.lemma not in _TOO_WIDE
            if head is not None and noun and argument.role in ("agent", "patient"):
                yield head


def _bargaining(reading: Reading, fact: Fact) -> tuple[bool, bool]:
    """Whether a fact says that there are talks, and whether that they came to something."""
    heads = {head.lemma for x in fact.arguments if (head := reading.head(x)) is not None}
    lemma = fact.predicate.lemma.partition(" ")[0]
    return bool(heads & _TALKS) and lemma in _GOING_ON, bool(heads & _DEALS) and lemma in _REACHING


def _state(reading: Reading, fact: Fact) -> set[str]:
    """The words for the state that something is in: of ``is in custody``, ``remains shut``."""
    first, _, rest = fact.predicate.lemma.partition(" ")
    if first not in _BEING:
        return set()
    shown = rest.split()
    for argument in fact.arguments:
        if argument.role in ("attribute", "place", "other"):
            shown += [word.lemma for word in reading.words(argument.span)[:2]]
    behind = reading.tokens(Span(fact.predicate.end, fact.predicate.end + _BEHIND))
    shown += [reading.findings.tokens[i].lemma for i in behind if reading.findings.tokens[i].dep == "pobj"]
    return set(shown)


def _one_thing(cases: CaseMaker, a: _Step, b: _Step) -> bool:
    if a.names & b.names:
        return True
    if a.names and b.names:
        return False
    return any(cases.lexicon.alike(x, y) >= _SAME for x in a.things for y in b.things)


__all__ = ["across", "turns"]
