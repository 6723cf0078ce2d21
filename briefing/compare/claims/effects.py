"""What a filler is told of: the act or event, who and what takes part, and whether it is what the report is about.

A cause, a place, a doer is told of an act: "the blaze was caused by", "it was the work of", "resigned because of". Two
reports tell of one act where its words mean the same and something that takes part is in both, or where it is the
event that both are about.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from briefing.compare.alignment.facts import EMPTY, SAYING, predicates_alike
from briefing.compare.claims.case import CaseMaker
from briefing.compare.claims.causes import ANY, CAUSES, EVENTS, MEASURES, MISHAPS, PUNISHING
from briefing.compare.claims.happenings import kinds_of
from briefing.compare.claims.syntax import OBJECT, SUBJECT, Syntax, syntax
from briefing.compare.kept import kept
from briefing.compare.lexicon import Word, lexicon, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span

_SAME = 0.7
_THING = 0.84
_RELATED = 0.4
_TOPIC = 3
"""Passages that open an article: what they tell is what it is about."""
DEATHS = frozenset({"die", "dead", "deceased", "decease", "death", "kill", "perish", "fatality", "demise"})
QUARRELS = listed("quarrels")
_THIS = frozenset({"this", "it", "that", "they", "these", "which", "matter", "decision", "move", "affair", "event"})
_NOTHING = (listed("too_wide") | listed("anybody") | listed("measures") | EMPTY) - {"body", "victim", "dead"}
_CORE = frozenset({"agent", "patient", "recipient", "other", "place", "attribute"})


class Effect(NamedTuple):
    """An act or event as one passage tells of it.

    Attributes:
        events: Lemmas that name it.
        parties: Story entities that take part.
        things: Nouns of what takes part.
        main: True where it is what the article is about.
        bare: True where the words do not say what kind of event it is ("it", "the accident").
        core: Of the things, those that it happens to or that do it.
    """

    events: frozenset[str]
    parties: frozenset[str]
    things: frozenset[Word]
    main: bool
    bare: bool
    core: frozenset[Word] = frozenset()


def effect_of(reading: Reading, passage: Passage, at: int | None, without: Span) -> Effect:
    """What a token stands for, as an act; the words of ``without`` take no part in it."""
    parse = syntax(reading, passage)
    if at is None:
        return _of_any_mishap(passage)
    token = parse.tokens[at]
    if token.lemma == "be" and not any(not _within(parse, k, without) for k in parse.kids(at, ("acomp", "attr"))):
        subject = parse.kid(at, SUBJECT)
        if subject is not None and parse.tokens[subject].lemma not in CAUSES:
            at, token = subject, parse.tokens[subject]
    if token.lemma in QUARRELS and token.pos == "NOUN" and not _definite(parse, at):
        at = _governing(parse, at)
        token = parse.tokens[at]
    started = parse.kid(at, (*OBJECT, "nsubjpass")) if token.lemma in ("start", "set", "light") else None
    if started is not None and parse.tokens[started].lemma in EVENTS:
        at, token = started, parse.tokens[started]
    if token.lemma in ANY:
        return _of_any_mishap(passage)
    if token.pos == "PRON" or token.lemma in _THIS or (token.lemma in QUARRELS and _definite(parse, at)):
        return _as_told_before(reading, passage)
    if token.lemma in MEASURES:
        told = _as_told_before(reading, passage)
        return told._replace(events=told.events | PUNISHING | {token.lemma})
    if token.pos in ("NOUN", "PROPN"):
        return _of_noun(reading, parse, at, without)
    return _of_verb(reading, parse, at, without)


def _of_any_mishap(passage: Passage) -> Effect:
    """What is blamed on something, where a report does not say what, and "the accident": the mishap it is about."""
    return Effect(MISHAPS, frozenset(passage.names), frozenset(), True, True)


def _definite(parse: Syntax, at: int) -> bool:
    words = {parse.word(k) for k in parse.kids(at, ("det", "poss"))}
    return bool(words & {"the", "this", "that", "their", "its"}) or parse.tokens[at].dep in SUBJECT


def _governing(parse: Syntax, at: int) -> int:
    """Of "stormed out in a row over fees", the storming out."""
    above = parse.tokens[at].head
    if parse.tokens[above].dep == "prep" and parse.tokens[above].head in parse.inside:
        return parse.tokens[above].head
    return at


def _of_noun(reading: Reading, parse: Syntax, at: int, without: Span) -> Effect:
    lemma = parse.tokens[at].lemma
    span = parse.below(at)
    parties = frozenset(
        n for m in reading.mentions(span) if not m.span.overlaps(without) for n in reading.names(m.span)
    )
    things = {
        Word(parse.tokens[k].lemma, "NOUN")
        for k in parse.all_below(at)
        if k != at and parse.tokens[k].pos == "NOUN" and not _within(parse, k, without)
    }
    numbered = any(parse.tokens[k].pos == "NUM" for k in parse.all_below(at))
    main = _about(reading, {lemma}) or (lemma in EVENTS and _definite(parse, at) and not numbered and not parties)
    core = _telling(things)
    if main and not things and not parties:
        things = set(_opening(reading, parse.passage))
    return Effect(frozenset({lemma}), parties, _telling(things), main, False, core)


def _of_verb(reading: Reading, parse: Syntax, at: int, without: Span) -> Effect:
    fact = _fact(parse, at)
    events = {fact.predicate.lemma if fact is not None else parse.verb(at)}
    parties: set[str] = set()
    things: set[Word] = set()
    core: set[Word] = set()
    for argument in fact.arguments if fact is not None else ():
        if argument.role not in _CORE or argument.span.overlaps(without):
            continue
        entity = reading.entity.get(argument.entity or "")
        parties.update([entity] if entity is not None else [])
        parties.update(reading.names(argument.span))
        head = reading.head(argument)
        things.update([Word(head.lemma, "NOUN")] if head is not None and head.pos in ("NOUN", "PROPN") else [])
        if head is not None and head.pos == "NOUN" and argument.role in ("agent", "patient"):
            core.add(Word(head.lemma, "NOUN"))
    for k in (*parse.kids(at, (*OBJECT, *SUBJECT)), *parse.objects(at, ("on", "from", "of", "in", "out", "into"))):
        if parse.tokens[k].pos == "NOUN" and not _within(parse, k, without):
            things.add(Word(parse.tokens[k].lemma, "NOUN"))
            if {parse.tokens[at].lemma} & EMPTY:
                events.add(parse.tokens[k].lemma)
    if events & (MISHAPS | EMPTY):
        events.update(
            parse.tokens[k].lemma for k in parse.kids(at, SUBJECT) if parse.tokens[k].lemma in EVENTS - {"it"}
        )
    events -= EMPTY
    if "bring down" in events:
        events.add("collapse")
    pronoun = [k for k in parse.kids(at, (*OBJECT, *SUBJECT)) if parse.tokens[k].pos == "PRON"]
    before = _before(reading, parse.passage) if pronoun else None
    if before is not None and any(parse.tokens[k].lemma in ("this", "that", "these") for k in pronoun):
        events.update(f.predicate.lemma for f in before.facts if f.predicate.lemma not in SAYING | EMPTY)
        parties.update(before.names)
    elif before is not None and not parties:
        things.update(_subjects(reading, before))
        parties.update(before.names[:1])
    return Effect(
        frozenset(events), frozenset(parties), _telling(things), _about(reading, events), False, _telling(core)
    )


def _fact(parse: Syntax, at: int) -> Fact | None:
    found = parse.fact(at)
    if found is None:
        start = parse.tokens[at].start
        found = next((f for f in parse.passage.facts if f.predicate.start <= start < f.predicate.end), None)
    return found


def _as_told_before(reading: Reading, passage: Passage) -> Effect:
    """What "it" stands for: what the passage before tells, and what the article is about."""
    before = _before(reading, passage)
    events = set(_topic(reading))
    parties: set[str] = set(passage.names)
    things: set[Word] = set()
    if before is not None:
        events |= {f.predicate.lemma for f in before.facts if f.predicate.lemma not in SAYING | EMPTY}
        parties |= set(before.names)
        things |= set(_subjects(reading, before))
    things |= set(_opening(reading, passage))
    return Effect(frozenset(events), frozenset(parties), _telling(things), True, True)


def _subjects(reading: Reading, passage: Passage) -> list[Word]:
    heads = [reading.head(x) for f in passage.facts for x in f.arguments if x.role in ("agent", "patient")]
    return [Word(h.lemma, "NOUN") for h in heads if h is not None and h.pos == "NOUN"]


def _opening(reading: Reading, at: Passage) -> list[Word]:
    """Nouns of what takes part in what an article opens with, another passage left out."""
    opening = [p for p in reading.passages[:2] if p.number != at.number]
    heads = [reading.head(x) for p in opening for f in p.facts for x in f.arguments if x.role != "time"]
    nouns = {Word(h.lemma, "NOUN") for h in heads if h is not None and h.pos == "NOUN"}
    return [*nouns, *(w for p in opening for w in p.words if w.lemma in EVENTS or w.lemma in MISHAPS)]


def _telling(things: Collection[Word]) -> frozenset[Word]:
    return frozenset(w for w in things if w.lemma not in _NOTHING)


def _within(parse: Syntax, k: int, span: Span) -> bool:
    return span.start <= parse.tokens[k].start < span.end


def _before(reading: Reading, passage: Passage) -> Passage | None:
    at = passage.number - reading.passages[0].number
    return reading.passages[at - 1] if at > 0 else None


def _about(reading: Reading, events: Collection[str]) -> bool:
    """True where the article's opening tells of the event."""
    words = lexicon()
    return any(predicates_alike(x, y, words) >= _SAME for x in events for y in _topic(reading))


def _topic(reading: Reading) -> frozenset[str]:
    """Predicates, and nouns for events, of what an article opens with."""
    return _topic_of(reading, reading.passages)


@kept
def _topic_of(reading: Reading, passages: tuple[Passage, ...]) -> frozenset[str]:
    found: set[str] = set()
    for passage in passages[:_TOPIC]:
        found.update(f.predicate.lemma for f in passage.facts)
        tokens = reading.findings.tokens
        found.update(
            tokens[i].lemma
            for i in range(passage.first, passage.last)
            if tokens[i].pos == "NOUN" and tokens[i].lemma in EVENTS
        )
    return frozenset(found - SAYING - EMPTY)


def one_event(cases: CaseMaker, one: Effect, other: Effect) -> float:
    """How surely two effects are one event, from 0 to 1."""
    shared = bool(one.parties & other.parties) or any(
        cases.lexicon.alike(x, y) >= _THING for x in one.things for y in other.things
    )
    mishaps = bool(one.events & MISHAPS and other.events & MISHAPS)
    if _deaths_of_it(one, other) or _deaths_of_it(other, one):
        return 0.0
    if one.bare or other.bare:
        both = one.main and other.main
        if MISHAPS in (one.events, other.events):
            punished = bool((one.events | other.events) & (PUNISHING - MISHAPS))
            return 0.0 if not both or (punished and not mishaps) else 0.8 if mishaps else 0.6
        return (0.8 if both else 0.5) if shared and acts_alike(cases, one, other) else 0.0
    alike = acts_alike(cases, one, other)
    if alike and shared:
        return 1.0
    clash = bool(one.parties and other.parties and one.things and other.things and not shared)
    clash = clash or (not one.parties & other.parties and _unlike(cases, one.core, other.core))
    if not one.main or not other.main or clash:
        return 0.0
    return 0.8 if alike else 0.6 if shared and mishaps else 0.0


def _deaths_of_it(one: Effect, other: Effect) -> bool:
    """True where the one is that people died, and the other what they may have died in: each has its own cause."""
    return bool(one.events & DEATHS) and one.events <= DEATHS and bool(other.events - DEATHS) and not _told(other)


def _told(effect: Effect) -> bool:
    """True where an effect is the death of somebody among other things."""
    return bool(effect.events & DEATHS) and effect.events != MISHAPS


def _unlike(cases: CaseMaker, ours: frozenset[Word], theirs: frozenset[Word]) -> bool:
    """True where both name what it happens to, and nothing of it is alike."""
    return bool(ours and theirs) and not any(cases.lexicon.alike(x, y) >= _RELATED for x in ours for y in theirs)


def acts_alike(cases: CaseMaker, one: Effect, other: Effect) -> bool:
    """True where two effects are named by words of one sense."""
    if one.events & other.events:
        return True
    for x in one.events:
        for y in other.events:
            if predicates_alike(x, y, cases.lexicon) >= _SAME:
                return True
            if kinds_of(x, False, cases.lexicon) & kinds_of(y, False, cases.lexicon):
                return True
    return False
