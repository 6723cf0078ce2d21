"""Why it happened, by each source: the same reason, or two.

A reason is found by the words that lead it in (``causes.toml``), with what it is the reason of and who gives it.
Reasons answer each other where what they explain is one event.
"""

from __future__ import annotations

import functools
import itertools
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from briefing.compare.alignment.facts import EMPTY, SAYING, predicates_alike
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.causation import DELIBERATE, EVENTS, below, causations
from briefing.compare.kept import kept
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span, Token

_SAME_EFFECT = 0.7
_SAME_CAUSE = 0.34
_OTHER_CAUSE = 0.1
"""Between these two shares of common words, two reasons may be one in other words: nothing is said."""
_LONGEST = 320
_TOPIC = 3
"""Passages that open an article: what they tell is what it is about."""
_QUARRELS = listed("quarrels")
"""Nouns for what goes on between the parties: as a subject, they stand for the story's main event."""
_MEASURES = frozenset({"punish", "retaliate", "penalise", "penalize"})
"""Verbs that name a measure without saying which: the story's own."""
_NO_NEWS = listed("no_news")
"""What somebody thinks or wants is not what the report is about."""
_TIMES = frozenset({"weekend", "night", "summer", "winter", "period", "decade", "holiday", "season", "evening", "past"})
_SHORT = 40
_TOO_WIDE = listed("too_wide")
_THIS = frozenset({"this", "it", "that", "they", "these"})


class Reason(NamedTuple):
    """Why something happened, as one passage gives it.

    Attributes:
        passage: Where it stands.
        cause: The words that give the reason.
        events: Predicates of what it explains.
        parties: Names that take part in what it explains.
        main: True where it explains what the article as a whole is about.
        name: Of the row that found it.
        things: Common nouns that take part in what it explains.
    """

    passage: Passage
    cause: Span
    events: frozenset[str]
    parties: frozenset[str]
    main: bool
    name: str
    things: frozenset[str] = frozenset()


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on the reasons that different origins give for one event, wherever in the articles they stand."""
    given = [[r for passage in reading.passages for r in reasons(reading, passage)] for reading in cases.readings]
    for i, j in itertools.combinations(range(len(given)), 2):
        if cases.readings[i].origin == cases.readings[j].origin:
            continue
        pairs = [(one, other) for one in given[i] for other in given[j] if _one_event(cases, one, other)]
        likeness = {(one.cause, other.cause): _causes_alike(cases, one, other) for one, other in pairs}
        for one, other in pairs:
            alike = likeness[one.cause, other.cause]
            if alike >= _SAME_CAUSE:
                case = cases.of(one.passage, other.passage)
                yield case, _same(case, one, other)
            elif alike <= _OTHER_CAUSE and not any(
                value >= _SAME_CAUSE for (x, y), value in likeness.items() if x == one.cause or y == other.cause
            ):
                case = cases.of(one.passage, other.passage)
                yield case, _different(case, one, other)


def _one_event(cases: CaseMaker, one: Reason, other: Reason) -> bool:
    """True where two reasons are given for one event."""
    if one.main and other.main:
        return True
    shared = bool(one.parties & other.parties or one.things & other.things)
    if not one.main and not other.main and not shared:
        return False
    if one.things and other.things and not shared:
        return False
    return any(predicates_alike(x, y, cases.lexicon) >= _SAME_EFFECT for x in one.events for y in other.events)


def _causes_alike(cases: CaseMaker, one: Reason, other: Reason) -> float:
    ours = _words(cases.readings[one.passage.source], one.cause)
    theirs = _words(cases.readings[other.passage.source], other.cause)
    if not ours or not theirs:
        return (_SAME_CAUSE + _OTHER_CAUSE) / 2
    like = cases.matcher.like
    return max(like.shared(ours, theirs), like.shared(theirs, ours))


def _same(case: Case, one: Reason, other: Reason) -> Verdict:
    texts = case.ours.text(one.cause), case.theirs.text(other.cause)
    values = case.values((one.cause, _short(texts[0])), (other.cause, _short(texts[1])))
    why = f"Both give the reason: “{_short(texts[0])}”, “{_short(texts[1])}”."
    return Verdict("agreed", "reason", "same reason", why, values, weight=0.8, issue="reason")


def _different(case: Case, one: Reason, other: Reason) -> Verdict:
    texts = case.ours.text(one.cause), case.theirs.text(other.cause)
    values = case.values((one.cause, _short(texts[0])), (other.cause, _short(texts[1])))
    who = _said_by(case.ours, one), _said_by(case.theirs, other)
    why = f"{who[0]}“{_short(texts[0])}” against {who[1]}“{_short(texts[1])}”."
    return Verdict("conflict", "reason", "different reasons", why, values, weight=2.0, issue="reason")


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 80 else words[:77].rsplit(" ", 1)[0] + " ..."


def _said_by(reading: Reading, given: Reason) -> str:
    """``Russia: `` where somebody is quoted with the reason."""
    quotes = [q for q in reading.findings.quotes if any(c.overlaps(given.cause) for c in q.content) and q.speaker]
    return f"{quotes[-1].speaker}: " if quotes else ""


@kept
def _words(reading: Reading, span: Span) -> frozenset[Word]:
    told = reading.words(span)
    words = {w for w in told if w.pos not in ("PROPN", "ADV") and w.lemma not in _FILLER}
    words |= {Word("arson", "NOUN") for w in told if w.lemma in DELIBERATE}
    return frozenset(words | {Word(name, "NAME") for name in reading.names(span)})


_FILLER = listed("reason_filler")


def reasons(reading: Reading, passage: Passage) -> list[Reason]:
    """The reasons that a passage gives."""
    found = [
        *_caused(reading, passage),
        *_marked(reading, passage),
        *_verbs(reading, passage),
        *_charges(reading, passage),
    ]
    unique: dict[Span, Reason] = {}
    for one in found:
        if 0 < one.cause.length <= _LONGEST and (one.events or one.main) and not _a_time(reading, passage, one.cause):
            unique.setdefault(one.cause, one)
    return [one for one in unique.values() if not any(c != one.cause and c.contains(one.cause) for c in unique)]


def _a_time(reading: Reading, passage: Passage, cause: Span) -> bool:
    """True for "over the weekend", "for seven and a half years": no reason."""
    if {word.lemma for word in reading.words(cause)} & _TIMES and cause.length <= _SHORT:
        return True
    spans = [p.span for p in passage.periods] + [x.span for x in passage.amounts if x.dimension == "duration"]
    return any(2 * cause.shared(span) >= cause.length for span in spans)


def _caused(reading: Reading, passage: Passage) -> Iterator[Reason]:
    for given in causations(reading, passage):
        events = given.events or _topic(reading)
        yield Reason(passage, given.cause, events, frozenset(passage.names), given.main, given.name)


def _marked(reading: Reading, passage: Passage) -> Iterator[Reason]:
    tokens = reading.findings.tokens
    for i in range(passage.first, passage.last):
        for row in table()["marker"]:
            if tokens[i].lemma != row["lemma"]:
                continue
            if "next" in row and not _followed(tokens, i, passage.last, row["next"]):
                continue
            found = _cause_of_marker(tokens, i, passage, row)
            if found is None:
                continue
            governor, cause = found
            if tokens[governor].lemma in (_NO_NEWS - EMPTY) | SAYING:
                continue
            yield _reason(reading, passage, cause, governor, row["name"])


def _followed(tokens: tuple[Token, ...], i: int, end: int, lemma: str) -> bool:
    """True where the next word is the preposition, not the mark of an infinitive ("due to decide")."""
    return i + 1 < end and tokens[i + 1].lemma == lemma and tokens[i + 1].dep != "aux"


def _cause_of_marker(
    tokens: tuple[Token, ...], i: int, passage: Passage, row: dict[str, Any]
) -> tuple[int, Span] | None:
    """The token that a marker's reason explains, and the reason."""
    inside = range(passage.first, passage.last)
    if tokens[i].dep == "mark":
        clause = tokens[i].head
        return (tokens[clause].head, _after(tokens, clause, i, inside)) if tokens[clause].head != clause else None
    governor = tokens[i].head
    if governor not in inside or tokens[i].dep not in ("prep", "agent", "acomp", "advmod", "amod"):
        return None
    if row.get("before") and tokens[governor].lemma not in row["before"]:
        return None
    markers = (i, i + 1) if "next" in row else (i,)
    given = [j for j in inside if j > i and tokens[j].head in markers and tokens[j].dep in ("pobj", "pcomp")]
    if not given:
        return None
    if "object" in row:
        heads = [j for j in given if tokens[j].lemma in row["object"]]
        if not heads:
            return None
        return governor, below(tokens, heads[0], inside)
    span = below(tokens, given[-1], inside)
    return governor, span


def _after(tokens: tuple[Token, ...], top: int, mark: int, inside: range) -> Span:
    whole = below(tokens, top, inside)
    return Span(max(whole.start, tokens[mark].end + 1), whole.end)


def _verbs(reading: Reading, passage: Passage) -> Iterator[Reason]:
    rows = {row["lemma"]: row for row in table()["verb"]}
    for fact in passage.facts:
        row = rows.get(fact.predicate.lemma)
        if row is None:
            continue
        role, other = ("patient", "agent") if row["reason"] == "object" else ("agent", "patient")
        given = [x for x in fact.arguments if x.role == role]
        explained = [x for x in fact.arguments if x.role == other]
        if not given or not explained:
            continue
        if row["reason"] == "object":
            yield Reason(passage, given[0].span, _topic(reading), frozenset(), True, row["name"])
        else:
            head = reading.head(explained[0])
            events = frozenset({head.lemma}) if head is not None else frozenset()
            yield Reason(
                passage, given[0].span, events, frozenset(reading.names(explained[0].span)), False, row["name"]
            )


@kept
def _topic(reading: Reading) -> frozenset[str]:
    """Predicates of what an article opens with."""
    return frozenset(
        fact.predicate.lemma
        for passage in reading.passages[:_TOPIC]
        for fact in passage.facts
        if fact.predicate.lemma not in SAYING and fact.predicate.lemma not in EMPTY
    )


def _charges(reading: Reading, passage: Passage) -> Iterator[Reason]:
    """A charge by the author of a measure in the sentence after it."""
    row = table()["accusing"]
    before = _before(reading, passage)
    if before is None:
        return
    measures = [
        f for f in before.facts if f.predicate.lemma in row["measures"] and f.status not in ("negated", "denied")
    ]
    saying = [f for f in passage.facts if f.predicate.lemma in row["cues"]]
    faults = [f for f in passage.facts if f.predicate.lemma in row["faults"]]
    if not measures or not saying or not faults:
        return
    authors = {name for x in measures[0].arguments if x.role == "agent" for name in reading.names(x.span)}
    for said in saying:
        speakers = {name for x in said.arguments if x.role == "agent" for name in reading.names(x.span)}
        content = [f for f in faults if said.span.contains(f.span)]
        if speakers & (authors or set(before.names)) and content:
            cause = min(content, key=lambda f: f.start).span
            events = frozenset({measures[0].predicate.lemma})
            yield Reason(passage, cause, events, frozenset(before.names), False, row["name"])


def _reason(reading: Reading, passage: Passage, cause: Span, governor: int, name: str) -> Reason:
    """A reason with what it explains: the fact of the governing word, or of the sentence that a pronoun points to."""
    tokens = reading.findings.tokens
    governor = _explained(tokens, governor, passage)
    fact = next((f for f in passage.facts if f.predicate.start <= tokens[governor].start < f.predicate.end), None)
    lemma = fact.predicate.lemma if fact is not None else tokens[governor].lemma
    subjects = {
        tokens[i].lemma
        for i in range(passage.first, passage.last)
        if tokens[i].head == governor and tokens[i].dep in ("nsubj", "nsubjpass", "dobj")
    }
    main = lemma in _MEASURES or (lemma == "be" and bool(subjects & (_QUARRELS | _THIS)))
    events = {lemma} - EMPTY
    if lemma.partition(" ")[0] == "be" and subjects & EVENTS:
        main, events = True, subjects & EVENTS
    parties = {party for x in (fact.arguments if fact is not None else ()) for party in reading.names(x.span)}
    before = _before(reading, passage)
    if subjects & _THIS and before is not None:
        events |= {f.predicate.lemma for f in before.facts if f.predicate.lemma not in SAYING | EMPTY}
        parties |= set(before.names)
    if main and not subjects & EVENTS - _THIS:
        events |= _topic(reading)
    things = _things(reading, fact, cause) if not main else frozenset[str]()
    return Reason(passage, cause, frozenset(events), frozenset(parties), main, name, things)


def _things(reading: Reading, fact: Fact | None, cause: Span) -> frozenset[str]:
    """Common nouns of those who take part, the reason left out."""
    core = [
        x for x in (fact.arguments if fact else ()) if x.role in ("agent", "patient") and not x.span.overlaps(cause)
    ]
    heads = [reading.head(argument) for argument in core]
    return frozenset(x.lemma for x in heads if x is not None and x.pos == "NOUN" and x.lemma not in _TOO_WIDE)


def _explained(tokens: tuple[Token, ...], governor: int, passage: Passage) -> int:
    """The word that a reason explains: of "stormed out in a row over fees", the storming out."""
    if tokens[governor].lemma in _QUARRELS and tokens[governor].pos == "NOUN":
        above = tokens[governor].head
        if tokens[above].dep == "prep" and passage.first <= tokens[above].head < passage.last:
            return tokens[above].head
    return governor


def _before(reading: Reading, passage: Passage) -> Passage | None:
    at = passage.number - reading.passages[0].number
    return reading.passages[at - 1] if at > 0 else None


@functools.lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The rows of ``causes.toml``."""
    return tomllib.loads((Path(__file__).parent / "causes.toml").read_text("utf-8"))
