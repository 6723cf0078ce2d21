"""Why it happened, by each source: the same reason, or two.

A reason is found by the words that lead it in (``causes.toml``), with what it is the reason of and who gives it.
Reasons answer each other where what they explain is one event; they are two where they are of two sorts, or where one
report says that the other's is none.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.causation import causations
from briefing.compare.claims.causes import DELIBERATE, EVENTS, UNNAMED, table
from briefing.compare.claims.doing import people
from briefing.compare.claims.effects import Effect, effect_of, one_event
from briefing.compare.claims.index import MOST
from briefing.compare.claims.syntax import Syntax, syntax
from briefing.compare.kept import kept
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span

_SAME_CAUSE = 0.34
_OTHER_CAUSE = 0.1
"""Between these two shares of common words, two reasons may be one in other words: nothing is said."""
_UNLIKE_SORTS = 0.25
"""The second share for reasons of two sorts."""
_DENIABLE = 0.5
_LIKELY = 0.6
_SURE = 0.8
_LONGEST = 320
_NO_NEWS = listed("no_news")
"""What somebody thinks or wants is not what the report is about."""
_TIMES = frozenset({"weekend", "night", "summer", "winter", "period", "decade", "holiday", "season", "evening", "past"})
_SHORT = 40
_OPEN = frozenset({"conditional"})
_CIRCUMSTANCES = frozenset({"died when", "began", "citing", "brought about"})
"""Ways to give a cause that may as well give an occasion."""
_EVENT_ITSELF = (EVENTS - {"leak", "fault", "defect", "failure", "malfunction"}) | {"what", "attack", "wound", "injury"}
_FILLER = listed("reason_filler")


class Reason(NamedTuple):
    """Why something happened, as one passage gives it.

    Attributes:
        passage: Where it stands.
        cause: The words that give the reason.
        effect: What it explains.
        name: Of the row that found it.
        denied: True where the passage says that it was not the reason.
        shared: True where it is given as one of several.
        sole: True where it is given as the cause.
    """

    passage: Passage
    cause: Span
    effect: Effect
    name: str
    denied: bool = False
    shared: bool = False
    sole: bool = False


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on the reasons that different origins give for one event, wherever in the articles they stand."""
    given = [[r for passage in reading.passages for r in reasons(reading, passage)] for reading in cases.readings]
    giving = [i for i, row in enumerate(given) if row]
    for i, j in itertools.combinations(giving, 2):
        near = cases.beside is None or len(giving) <= MOST or cases.beside.meet(i, j, len(giving))
        if near and cases.readings[i].origin != cases.readings[j].origin:
            yield from _two_reports(cases, given[i], given[j])


def _two_reports(cases: CaseMaker, ours: list[Reason], theirs: list[Reason]) -> Iterator[tuple[Case, Verdict]]:
    pairs = [(one, other, one_event(cases, one.effect, other.effect)) for one in ours for other in theirs]
    pairs = [(one, other, likely) for one, other, likely in pairs if likely >= _DENIABLE]
    alike = {(one.cause, other.cause): _causes_alike(cases, one, other) for one, other, _ in pairs}
    known = {
        cause
        for one, other, _ in pairs
        if alike[one.cause, other.cause] >= _SAME_CAUSE and one.denied == other.denied
        for cause in (("a", one.cause), ("b", other.cause))
    }
    for one, other, likely in pairs:
        likeness = alike[one.cause, other.cause]
        if one.denied and other.denied:
            continue
        if _people(cases, one) and _people(cases, other):
            continue
        case = cases.of(one.passage, other.passage)
        if one.denied == other.denied and likely < _LIKELY:
            continue
        if one.denied != other.denied:
            if likeness >= _SAME_CAUSE or (likely >= _LIKELY and _one_sort(cases, one, other)):
                yield case, _different(case, one, other, "a reason denied")
        elif likeness >= _SAME_CAUSE:
            yield case, _same(case, one, other)
        elif (
            likeness <= (_UNLIKE_SORTS if _sorts_apart(cases, one, other) else _OTHER_CAUSE)
            and ("a", one.cause) not in known
            and ("b", other.cause) not in known
            and not (one.shared or other.shared)
            and _two_sorts(cases, one, other, likely)
        ):
            yield case, _different(case, one, other, "different reasons")


def _people(cases: CaseMaker, one: Reason) -> bool:
    """True where somebody is blamed: who did it, not why it happened."""
    return people(cases.readings[one.passage.source], one.passage, one.cause)


def _causes_alike(cases: CaseMaker, one: Reason, other: Reason) -> float:
    ours = _words(cases.readings[one.passage.source], one.cause)
    theirs = _words(cases.readings[other.passage.source], other.cause)
    if not ours or not theirs:
        return (_SAME_CAUSE + _OTHER_CAUSE) / 2
    like = cases.matcher.like
    return max(like.shared(ours, theirs), like.shared(theirs, ours))


def _two_sorts(cases: CaseMaker, one: Reason, other: Reason, likely: float) -> bool:
    """True for causes of two sorts; where a sort is not known, for two that are each given as the cause."""
    ours = _sorts(cases.readings[one.passage.source], one.cause)
    theirs = _sorts(cases.readings[other.passage.source], other.cause)
    if "died when" in (one.name, other.name):
        return False
    if ours and theirs:
        return not ours & theirs
    if {one.name, other.name} & _CIRCUMSTANCES:
        return False
    return likely >= _SURE and ((one.sole and other.sole) or bool(ours or theirs))


def _sorts_apart(cases: CaseMaker, one: Reason, other: Reason) -> bool:
    ours = _sorts(cases.readings[one.passage.source], one.cause)
    theirs = _sorts(cases.readings[other.passage.source], other.cause)
    return bool(ours and theirs and not ours & theirs)


def _one_sort(cases: CaseMaker, one: Reason, other: Reason) -> bool:
    ours = _sorts(cases.readings[one.passage.source], one.cause)
    theirs = _sorts(cases.readings[other.passage.source], other.cause)
    return bool(ours & theirs)


@functools.lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sort, words in table()["sorts"].items():
        for word in words.split():
            found.setdefault(word, set()).add(sort)
    return {word: frozenset(sorts) for word, sorts in found.items()}


@kept
def _sorts(reading: Reading, cause: Span) -> frozenset[str]:
    """What sorts of cause a cause's words show."""
    tokens = reading.findings.tokens
    shown: set[str] = set()
    for i in reading.tokens(cause):
        shown |= _table().get(tokens[i].lemma, frozenset())
        shown |= _table().get(reading.text((tokens[i].start, tokens[i].end)).casefold(), frozenset())
    weather = {"wind_and_sea", "wet", "cold", "sight", "heat", "lightning"}
    if shown & weather:
        shown.add("weather")
    elif "weather" in shown:
        shown |= weather
    technical = {"electrical", "mechanical", "software"}
    if "defect" in shown and not shown & technical:
        shown |= technical
    if shown & technical:
        shown.add("defect")
    return frozenset(shown)


def _same(case: Case, one: Reason, other: Reason) -> Verdict:
    texts = case.ours.text(one.cause), case.theirs.text(other.cause)
    values = case.values((one.cause, _short(texts[0])), (other.cause, _short(texts[1])))
    why = f"Both give the reason: “{_short(texts[0])}”, “{_short(texts[1])}”."
    return Verdict("agreed", "reason", "same reason", why, values, weight=0.8, issue="reason")


def _different(case: Case, one: Reason, other: Reason, rule: str) -> Verdict:
    texts = [
        f"{_said_by(reading, r)}{'not ' if r.denied else ''}“{_short(reading.text(r.cause))}”"
        for reading, r in ((case.ours, one), (case.theirs, other))
    ]
    values = case.values(
        (one.cause, _short(case.ours.text(one.cause))), (other.cause, _short(case.theirs.text(other.cause)))
    )
    why = f"{texts[0]} against {texts[1]}."
    return Verdict("conflict", "reason", rule, why, values, weight=2.0, issue="reason")


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


@kept
def reasons(reading: Reading, passage: Passage) -> list[Reason]:
    """The reasons that a passage gives."""
    unique: dict[Span, Reason] = {}
    for one in (*_given(reading, passage), *_charges(reading, passage)):
        if 0 < one.cause.length <= _LONGEST and one.effect.events and not _a_time(reading, passage, one.cause):
            unique.setdefault(one.cause, one)
    return [one for one in unique.values() if not any(c != one.cause and c.contains(one.cause) for c in unique)]


def _given(reading: Reading, passage: Passage) -> Iterator[Reason]:
    parse = syntax(reading, passage)
    for one in causations(reading, passage):
        if one.effect is not None and parse.tokens[one.effect].lemma in _NO_NEWS - {"be", "appear"}:
            continue
        fact = parse.fact(one.effect) if one.effect is not None else None
        if fact is not None and fact.status in _OPEN and not _noun(fact):
            continue
        if one.effect is not None and parse.tokens[one.effect].lemma in UNNAMED:
            continue
        if _only_the_event(parse, one.cause):
            continue
        effect = effect_of(reading, passage, one.effect, one.cause)
        yield Reason(
            passage, one.cause, effect, one.name, one.denied or _is_denied(passage, one.cause), one.shared, one.sole
        )


def _only_the_event(parse: Syntax, cause: Span) -> bool:
    """True for "the incident" as what people died of: it is what happened, not why."""
    words = [k for k in parse.inside if cause.start <= parse.tokens[k].start < cause.end]
    nouns = {parse.tokens[k].lemma for k in words if parse.tokens[k].pos in ("NOUN", "VERB", "PROPN")}
    return bool(nouns) and nouns <= _EVENT_ITSELF


def _is_denied(passage: Passage, cause: Span) -> bool:
    """True where somebody denies what the sentence gives as the reason: "denied that ice had caused it"."""
    holding = [f for f in passage.facts if f.span.contains(cause) and f.status == "denied" and not _noun(f)]
    return bool(holding)


def _noun(fact: Fact) -> bool:
    return "noun" in fact.rule.partition(" ")[0]


def _a_time(reading: Reading, passage: Passage, cause: Span) -> bool:
    """True for "over the weekend", "for seven and a half years": no reason."""
    if {word.lemma for word in reading.words(cause)} & _TIMES and cause.length <= _SHORT:
        return True
    spans = [p.span for p in passage.periods] + [x.span for x in passage.amounts if x.dimension == "duration"]
    return any(2 * cause.shared(span) >= cause.length for span in spans)


def _charges(reading: Reading, passage: Passage) -> Iterator[Reason]:
    """A charge by the author of a measure in the sentence after it."""
    row = table()["accusing"]
    at = passage.number - reading.passages[0].number
    before = reading.passages[at - 1] if at > 0 else None
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
            effect = Effect(events, frozenset(before.names), frozenset(), False, False)
            yield Reason(passage, cause, effect, row["name"])
