"""What each report tells of one act: who or what was in it, when, where, and whether it was at all.

Two reports may tell of one act so far apart, and in such other words, that their sentences are never laid side by side:
"it walked away on 12 March", "pulled out of the deal last week". Acts are found by what kind of act they are, and are
one where enough besides is shared: whoever did it, what it was done to, what else stands in the clause.
"""

from __future__ import annotations

import functools
import math
import tomllib
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.compare.alignment.facts import EMPTY, arguments_alike, nominal
from briefing.compare.claims.case import Case, CaseMaker
from briefing.compare.claims.frames import speaks
from briefing.compare.claims.index import Index, Senses, meetings
from briefing.compare.kept import kept
from briefing.compare.lexicon import DATA, Lexicon, Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Argument, Fact, Span

_SENSE = 0.84
"""Senses of an act's word that weigh less are not what it means in news."""
_ALIKE = 0.85
_APART = 0.15
_COMMON = 0.9
"""Words that are less rare in the story than this say little of what is shared."""
_PARTY = 0.8
_DOCUMENT = frozenset({"document"})
_PAPERS = listed("dated_papers")
_MOVING = {"take": "transfer", "bring": "transfer", "go": "travel", "get": "travel", "come": "travel"}
_PASSING = listed("undergoing")
_DOING = listed("doing")
"""Verbs that say no more than that what is named beside them was done: "handed in his resignation"."""
_OF_TWO_WORDS = {("change", "hand"): "change hands", ("take", "oath"): "swear in", ("take", "office"): "swear in"}
"""Acts that a verb makes with its object."""
_ENDLESS = 600
"""Code points of what is no sentence: captions and headlines strung together."""
_FEW = 4
_SHARE = 0.08
_MOST = 24
"""Of an act that an article tells more often, no single telling can be told from the others."""
_TOO_WIDE = (
    frozenset({"report", "statement", "document", "news", "conference"})
    | listed("too_wide")
    | listed("anybody")
    | listed("measures")
)


class Happening(NamedTuple):
    """One telling of an act.

    Attributes:
        kinds: What kinds of act it is: codes that happenings of two reports must share.
        parties: Story entities that take part.
        things: Nouns of what takes part, names left out.
        names: Words of the names among them.
    """

    passage: Passage
    fact: Fact
    kinds: frozenset[str]
    parties: frozenset[str]
    things: frozenset[Word]
    names: frozenset[str]


@functools.lru_cache(maxsize=1)
def _acts() -> dict[str, frozenset[str]]:
    rows = tomllib.loads((DATA / "acts.toml").read_text("utf-8"))["acts"]
    table: dict[str, set[str]] = defaultdict(set)
    for number, row in enumerate(rows):
        for lemma in row.split(", "):
            table[lemma].add(f"act {number}")
    return {lemma: frozenset(codes) for lemma, codes in table.items()}


def act_codes(lemma: str) -> frozenset[str]:
    """Codes of the rows of the table of acts that a lemma stands in."""
    return _acts().get(lemma, frozenset())


@functools.lru_cache(maxsize=16384)
def kinds_of(lemma: str, noun: bool, lexicon: Lexicon) -> frozenset[str]:
    """Codes of the kinds of act that a lemma can stand for."""
    senses = lexicon.concepts(Word(lemma, "NOUN" if noun else "VERB"))
    return frozenset(code for code, weight in senses.items() if weight >= _SENSE) | _acts().get(lemma, frozenset())


@kept
def happenings(reading: Reading, lexicon: Lexicon) -> tuple[Happening, ...]:
    """All acts of an article that somebody or something takes part in."""
    return tuple(_happenings(reading, lexicon))


def _happenings(reading: Reading, lexicon: Lexicon) -> Iterator[Happening]:
    for passage in reading.passages:
        if passage.span.length >= _ENDLESS:
            continue
        for fact in passage.facts:
            dated, moved = _dates_document(reading, fact), _moves(reading, fact)
            if (fact.predicate.lemma in EMPTY and not dated and moved is None) or speaks(fact):
                continue
            parties: set[str] = set()
            things: set[Word] = set()
            names: set[str] = set()
            for argument in fact.arguments:
                if argument.role == "time":
                    continue
                entity = reading.entity.get(argument.entity or "")
                if entity is not None:
                    parties.add(entity)
                span = argument.span
                nouns, capitalised = _nouns(reading, span)
                parties.update(reading.names(span))
                things.update(nouns)
                names.update(capitalised)
            if not any(x.role in ("agent", "patient") for x in fact.arguments):
                parties.update(passage.names)
            if parties or things:
                kinds = _DOCUMENT if dated else kinds_of(moved or fact.predicate.lemma, nominal(fact), lexicon)
                for head in _undergone(reading, fact):
                    kinds |= kinds_of(head, True, lexicon)
                yield Happening(
                    passage,
                    fact,
                    kinds,
                    frozenset(parties),
                    frozenset(things),
                    frozenset(names),
                )


def _moves(reading: Reading, fact: Fact) -> str | None:
    """What a verb that says little does where it has a goal: transferring, of "was taken to a hospital"."""
    for (verb, object_), act in _OF_TWO_WORDS.items():
        if fact.predicate.lemma == verb:
            heads = (reading.head(x) for x in fact.arguments if x.role != "agent")
            if any(head is not None and head.lemma == object_ for head in heads):
                return act
    for lemma, moving in _MOVING.items():
        if fact.predicate.lemma == lemma and any(x.role in ("place", "recipient") for x in fact.arguments):
            before = reading.article.text[max(0, fact.predicate.start - 24) : fact.predicate.start].casefold().split()
            return "release" if lemma == "go" and before[-2:-1] == ["let"] else moving
    return None


def _dates_document(reading: Reading, fact: Fact) -> bool:
    """True for what gives the date of a letter or the like: "a letter dated 21 June", "the letter is of 12 July"."""
    if fact.predicate.lemma not in ("be", "date") or not any(x.role == "time" for x in fact.arguments):
        return False
    heads = (reading.head(x) for x in fact.arguments if x.role in ("patient", "agent"))
    return any(head is not None and head.lemma in _PAPERS for head in heads)


def _undergone(reading: Reading, fact: Fact) -> Iterator[str]:
    """Nouns that name the act beside a verb that says little: "passed an inspection", "the handover took place"."""
    if fact.predicate.lemma in ("take place", "happen", "occur"):
        heads = (reading.head(x) for x in fact.arguments if x.role in ("patient", "agent"))
        yield from (head.lemma for head in heads if head is not None and head.pos == "NOUN")
    if fact.predicate.lemma in _PASSING or fact.predicate.lemma.partition(" ")[0] in _DOING:
        for argument in fact.arguments:
            head = reading.head(argument)
            if argument.role == "patient" and head is not None and head.pos == "NOUN":
                yield head.lemma


def _nouns(reading: Reading, span: Span) -> tuple[list[Word], list[str]]:
    """The nouns of some words outside their names, and the capitalised ones, names and all."""
    tokens, text = reading.findings.tokens, reading.article.text
    nouns: list[Word] = []
    capitalised: list[str] = []
    named = [(m.start, m.end) for m in reading.mentions(span) if m.form == "name"]
    for i in reading.tokens(span):
        token = tokens[i]
        if token.pos not in ("NOUN", "PROPN"):
            continue
        if text[token.start].isupper():
            capitalised.append(token.lemma.casefold())
        if token.lemma not in _TOO_WIDE and not any(start <= token.start < end for start, end in named):
            nouns.append(Word(token.lemma, "NOUN"))
    return nouns, capitalised


def by_kind(found: list[Happening]) -> dict[str, list[Happening]]:
    """Happenings by the codes of their kinds; of an act told too often, none."""
    table: dict[str, list[Happening]] = defaultdict(list)
    for one in found:
        for code in one.kinds:
            table[code].append(one)
    return {code: row for code, row in table.items() if len(row) <= _MOST}


_Table = Mapping[str, list[Happening]]


def meeting(
    cases: CaseMaker,
    ours: Sequence[_Table],
    theirs: Sequence[_Table],
    marks: Callable[[Happening], Iterable[Hashable]] = lambda _: (None,),
    *,
    both_ways: bool = False,
) -> Iterator[tuple[int, int, list[tuple[Happening, Happening]]]]:
    """Tellings of one kind of act in two articles of different origins, each pair once.

    Args:
        cases: The story.
        ours: Of each article, happenings by kind.
        theirs: The same, of which others are met.
        marks: What two tellings must have in common besides their kind.
        both_ways: Whether the second article may be the one that stands first in the story.
    """
    tellings = [[(code, act) for code, row in table.items() for act in row] for table in theirs]
    index = Index(tellings, lambda told: ((told[0], mark) for mark in marks(told[1])))
    ours_told = [[(code, act) for code, row in table.items() for act in row] for table in ours]

    def met(told: tuple[str, Happening]) -> Mapping[int, Sequence[tuple[str, Happening]]]:
        return index.find((told[0], mark) for mark in marks(told[1]))

    for i, j, pairs in meetings(cases, ours_told, met, both_ways=both_ways):
        found: dict[tuple[str, str], tuple[Happening, Happening]] = {}
        for (_, one), (_, other) in pairs:
            found.setdefault((one.fact.id, other.fact.id), (one, other))
        yield i, j, list(found.values())


def evidence(cases: CaseMaker, one: Happening, other: Happening) -> float:
    """How much shows two tellings of a kind of act to be of one act: about 1 for each rare thing or party shared."""
    rarity, likest = cases.matcher.like.rarity, _likest(cases, other.things)
    shared = math.fsum(
        likest[word] * (1.0 if rarity.get(word.lemma, 1.0) >= _COMMON else 0.6) for word in one.things if word in likest
    )
    parties = one.parties & other.parties
    if parties:
        return shared + min(math.fsum(_weight(cases, party) for party in parties), 1.6)
    return shared + _PARTY * bool(one.names & other.names)


def things_shared(cases: CaseMaker, one: Happening, other: Happening) -> bool:
    """True where a thing, not only a party, is in both."""
    return not one.things.isdisjoint(_likest(cases, other.things))


@kept
def _likest(cases: CaseMaker, things: frozenset[Word]) -> dict[Word, float]:
    """Words for any of some things, and how much alike."""
    found: dict[Word, float] = {}
    for thing in things:
        for word in _senses(cases).near(thing):
            found[word] = max(found.get(word, 0.0), cases.lexicon.alike(word, thing))
    return found


@kept
def _senses(cases: CaseMaker) -> Senses:
    """The words for all things that are in any act of the story."""
    acts = (act for reading in cases.readings for act in happenings(reading, cases.lexicon))
    return Senses((thing for act in acts for thing in act.things), cases.lexicon, _ALIKE)


def _weight(cases: CaseMaker, party: str) -> float:
    """What it says that a party is shared: little of one that the whole story is about."""
    return 1.0 if cases.told[party] <= max(_FEW, _SHARE * len(cases.matcher.passages)) else 0.7


def unlike(case: Case, mine: Fact, its: Fact) -> float:
    """What speaks against one act: 2 where it was done by or to others that are named, 0.5 where to another thing."""
    found = 0.0
    for role in ("patient", "agent"):
        if role == "patient" and {mine.predicate.lemma, its.predicate.lemma} & _PASSING:
            continue
        ours = [x for x in mine.arguments if x.role == role and _told(case.ours, x)]
        theirs = [x for x in its.arguments if x.role == role and _told(case.theirs, x)]
        if not ours or not theirs:
            continue
        best = max(arguments_alike(x, y, case.ours, case.theirs, case.lexicon) for x in ours for y in theirs)
        if best >= _APART or _words(case.ours, ours) & _words(case.theirs, theirs):
            continue
        named = any(_named(case.ours, x) for x in ours) and any(_named(case.theirs, y) for y in theirs)
        found = max(found, 2.0 if named else 0.5 if role == "patient" else 0.0)
    return found


def _named(reading: Reading, argument: Argument) -> bool:
    return reading.entity.get(argument.entity or "") is not None


def _words(reading: Reading, arguments: list[Argument]) -> set[str]:
    return {w.lemma for argument in arguments for w in reading.words(argument.span) if w.pos in ("NOUN", "PROPN")}


def _told(reading: Reading, argument: Argument) -> bool:
    head = reading.head(argument)
    return head is not None and (head.pos != "PRON" or argument.entity is not None)
