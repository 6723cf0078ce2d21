"""Contrary words of one thing ("heavy seas", "the sea was calm"), and things that one source says were not there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from briefing.compare.alignment.facts import clause_words, nominal
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.index import Index, Senses, meetings
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span, Token

_BEARER = 0.8
_COVERED = 0.55
_ORDERING = listed("ordering")
"""Words that tell one of several from another ("the earlier offer", "the latest offer"), not what it is like."""
_SCORE = 0.08
_ORDERED_SCORE = 0.3
_EMPTY_THINGS = listed("absent_for_nothing")
_ORDINALS = listed("ordinals")
_ONE_SORT = 0.8
_BEHIND = 16
_SINCE = re.compile(r"\b(?:since|before|until|till|yet|so far|currently|at present|more|longer|other)\b", re.IGNORECASE)
"""What is missing for a time, or besides what there is, may have been there."""
_STATIVE = frozenset(["split", "divide", "unite"])
_DETERMINED = frozenset({"det", "poss", "nummod", "predet"})
_TOO_WIDE = listed("too_wide")
"""Nouns that stand for another thing in each sentence."""
_POINTING = frozenset({"it", "they", "he", "she", "we", "this", "that", "who", "which"})


class _Quality(NamedTuple):
    bearer: Word
    lemma: str
    passage: Passage
    span: Span


_Pair = TypeVar("_Pair")
_NOT_THERE = frozenset({"negated", "denied", "planned", "conditional"})
_Told = tuple[Passage, Fact]
_Absent = tuple[Passage, Fact, frozenset[Word], Span]
"""What a report says was not there: the passage, the fact, its words, and where it is named."""


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on contrary qualities of one thing, and on things denied."""
    found = [list(_qualities(reading)) for reading in cases.readings]
    counted = [list(_counted(reading)) for reading in cases.readings]
    opposed = _met(meetings(cases, found, _against(cases, found)))
    ordered = _met(meetings(cases, counted, _alike(cases, counted, 1.0)))
    denied = _met(_denials(cases))
    for i, j in sorted({*opposed, *ordered, *denied, *((j, i) for i, j in denied)}):
        if i > j:
            continue
        for one, other in _by_lemma(found[i], opposed.get((i, j), ())):
            case = cases.of(one.passage, other.passage)
            if case.aligned.score >= _SCORE:
                yield case, _contrary(case, one, other)
        yield from _ordered(cases, ordered.get((i, j), ()))
        yield from _denied(cases, denied.get((i, j), ()), here=True)
        yield from _denied(cases, denied.get((j, i), ()), here=False)


def _met(found: Iterable[tuple[int, int, list[_Pair]]]) -> dict[tuple[int, int], list[_Pair]]:
    return {(i, j): pairs for i, j, pairs in found}


def _alike(
    cases: CaseMaker, rows: Sequence[Sequence[_Quality]], least: float
) -> Callable[[_Quality], Mapping[int, Sequence[_Quality]]]:
    """Finds what is said of the like of what a quality is said of."""
    index = Index(rows, lambda other: (other.bearer,))
    senses = Senses((quality.bearer for row in rows for quality in row), cases.lexicon, least)
    return lambda one: index.find(senses.near(one.bearer))


def _against(
    cases: CaseMaker, rows: Sequence[Sequence[_Quality]]
) -> Callable[[_Quality], Mapping[int, Sequence[_Quality]]]:
    """Finds what is contrary to a quality, and said of one thing."""
    index = Index(rows, lambda other: ((other.lemma, other.bearer),))
    senses = Senses((quality.bearer for row in rows for quality in row), cases.lexicon, _BEARER)
    told = {quality.lemma for row in rows for quality in row} - _ORDERING
    against = {lemma: sorted(cases.lexicon.contraries(lemma) & told) for lemma in told}

    def find(one: _Quality) -> Mapping[int, Sequence[_Quality]]:
        contrary = against.get(one.lemma, ())
        return index.find((lemma, bearer) for lemma in contrary for bearer in senses.near(one.bearer))

    return find


def _by_lemma(
    qualities: Sequence[_Quality], pairs: Sequence[tuple[_Quality, _Quality]]
) -> list[tuple[_Quality, _Quality]]:
    """The pairs in the order in which an article first has each quality."""
    if len(pairs) < 2:
        return list(pairs)
    first = {lemma: at for at, lemma in enumerate(dict.fromkeys(quality.lemma for quality in qualities))}
    return sorted(pairs, key=lambda pair: (first[pair[0].lemma], pair[1].lemma))


def _qualities(reading: Reading) -> Iterator[_Quality]:
    """Adjectives with their noun; adverbs, and verbs that say how a thing stands, with their subject."""
    tokens = reading.findings.tokens
    for passage in reading.passages:
        children: dict[int, list[int]] = defaultdict(list)
        for i in range(passage.first, passage.last):
            children[tokens[i].head].append(i)
        for i in range(passage.first, passage.last):
            token = tokens[i]
            bearer = _bearer(tokens, i, children)
            if bearer is None or any(tokens[k].dep == "neg" for k in (*children[i], *children[token.head])):
                continue
            noun = tokens[bearer]
            if noun.pos == "NOUN" and noun.lemma not in _TOO_WIDE and token.lemma not in _ORDINALS:
                yield _Quality(Word(noun.lemma, noun.pos), token.lemma, passage, Span(token.start, token.end))


def _bearer(tokens: tuple[Token, ...], i: int, children: dict[int, list[int]]) -> int | None:
    """The noun that a word is said of; "dirty water" is said of none, "the dirty water" is."""
    token = tokens[i]
    if token.pos == "ADJ" and token.dep == "amod":
        return token.head if any(tokens[k].dep in _DETERMINED for k in children[token.head]) else None
    if token.pos in ("ADJ", "NOUN") and (token.dep == "oprd" or _described(tokens, token)):
        verb = token.head if token.dep == "oprd" else tokens[token.head].head
        objects = [k for k in children[verb] if tokens[k].dep in ("dobj", "nsubjpass")]
        return objects[0] if objects else None
    if token.pos in ("ADJ", "NOUN") and token.dep in ("acomp", "attr"):
        return _subject(tokens, token.head, children)
    if token.pos == "ADV" and token.dep == "advmod" and tokens[token.head].pos in ("VERB", "AUX"):
        return _subject(tokens, token.head, children)
    if token.pos == "VERB" and token.lemma in _STATIVE:
        return _subject(tokens, i, children)
    return None


def _described(tokens: tuple[Token, ...], token: Token) -> bool:
    """True for what follows "described it as"."""
    above = tokens[token.head]
    return token.dep in ("pobj", "pcomp", "amod", "prep") and above.lemma == "as" and tokens[above.head].pos == "VERB"


def _subject(tokens: tuple[Token, ...], verb: int, children: dict[int, list[int]]) -> int | None:
    """The subject of a verb; of "said it had rejected", the board that said it."""
    subjects = [k for k in children[verb] if tokens[k].dep in ("nsubj", "nsubjpass")]
    if not subjects:
        return None
    if tokens[subjects[0]].lemma in _POINTING and tokens[verb].dep == "ccomp":
        above = [k for k in children[tokens[verb].head] if tokens[k].dep == "nsubj"]
        return above[0] if above else None
    return subjects[0]


def _ordered(cases: CaseMaker, pairs: Iterable[tuple[_Quality, _Quality]]) -> Iterator[tuple[Case, Verdict]]:
    """``It was its first failure``, ``it was the second failure``: one event, counted as two."""
    for one, other in pairs:
        if one.bearer != other.bearer or one.lemma == other.lemma:
            continue
        if not set(one.passage.names) & set(other.passage.names):
            continue
        case = cases.of(one.passage, other.passage)
        if case.aligned.score >= _ORDERED_SCORE:
            texts = f"{one.lemma} {one.bearer.lemma}", f"{other.lemma} {other.bearer.lemma}"
            values = case.values((one.span, texts[0]), (other.span, texts[1]))
            why = f"“{texts[0]}” against “{texts[1]}”."
            yield case, Verdict("conflict", "number", "counted apart", why, values, weight=1.9, issue="ordinal")


def _counted(reading: Reading) -> Iterator[_Quality]:
    """Ordinals with the noun that a passage says an event to be."""
    tokens = reading.findings.tokens
    for passage in reading.passages:
        for i in range(passage.first, passage.last):
            noun = tokens[i].head
            if tokens[i].lemma not in _ORDINALS or tokens[i].dep != "amod":
                continue
            copular = tokens[_root(tokens, noun)].lemma == "be" and tokens[noun].dep == "conj"
            said = (
                tokens[noun].dep == "attr"
                or copular
                or (tokens[noun].dep == "conj" and tokens[tokens[noun].head].dep == "attr")
            )
            if said and not any(
                tokens[k].pos == "ADJ" and tokens[k].head == noun and k != i for k in range(passage.first, passage.last)
            ):
                yield _Quality(
                    Word(tokens[noun].lemma, tokens[noun].pos),
                    tokens[i].lemma,
                    passage,
                    Span(tokens[i].start, tokens[noun].end),
                )


def _root(tokens: tuple[Token, ...], at: int) -> int:
    """The root of a token's sentence."""
    for _ in range(60):
        if tokens[at].head == at:
            break
        at = tokens[at].head
    return at


def _contrary(case: Case, one: _Quality, other: _Quality) -> Verdict:
    a, b = case.ours.text(one.span), case.theirs.text(other.span)
    why = f"{one.bearer.lemma.capitalize()}: “{a}” against “{b}”."
    values = case.values((one.span, f"{a} ({one.bearer.lemma})"), (other.span, f"{b} ({other.bearer.lemma})"))
    issue = f"quality {one.bearer.lemma}"
    return Verdict("conflict", "outcome", "contrary words of one thing", why, values, weight=1.8, issue=issue)


def _denials(cases: CaseMaker) -> Iterator[tuple[int, int, list[tuple[_Absent, _Told]]]]:
    """Things that one source says were not there, and what another tells by some of the same words."""
    absent = [list(_absent(reading)) for reading in cases.readings]
    told = [
        [(p, f) for p in r.passages for f in p.facts if f.status not in _NOT_THERE] if any(absent) else []
        for r in cases.readings
    ]
    index = Index(told, lambda each: clause_words(cases.readings[each[0].source], each[1]))
    similar = cases.matcher.like.similar

    def find(one: _Absent) -> Mapping[int, Sequence[_Told]]:
        return index.find(near for word in one[2] for near in (word, *similar.get(word, ())))

    yield from meetings(cases, absent, find, both_ways=True)


def _denied(cases: CaseMaker, pairs: Iterable[tuple[_Absent, _Told]], *, here: bool) -> Iterator[tuple[Case, Verdict]]:
    """Things that one source says were not there, and the other has."""
    had: set[tuple[str, int, int]] = set()
    for (passage, fact, words, span), (other, positive) in pairs:
        key = (fact.id, span.start, other.number)
        if key in had or (len(words) == 1 and not set(passage.names) & set(other.names)):
            continue
        if cases.matcher.like.shared(words, clause_words(cases.readings[other.source], positive)) < _COVERED:
            continue
        if not _there(cases, cases.readings[passage.source], span, cases.readings[other.source], positive):
            continue
        had.add(key)
        case = cases.of(passage, other)
        if case.aligned.score >= _SCORE:
            yield case, _absence(case, here, fact, positive, span)


def _there(cases: CaseMaker, reading: Reading, span: Span, other: Reading, positive: Fact) -> bool:
    """True where a clause has the missing thing itself, and tells of it as a fact."""
    inside, tokens = reading.tokens(span), reading.findings.tokens
    if not inside or other.text(positive.span).casefold().startswith("to "):
        return False
    top = next((i for i in inside if tokens[i].head not in inside), inside[0])
    head = Word(tokens[top].lemma, tokens[top].pos)
    heads = [other.head(argument) for argument in positive.arguments]
    predicate = Word(positive.predicate.lemma, "NOUN" if nominal(positive) else "VERB")
    return any(x is not None and cases.lexicon.alike(head, x) >= _ONE_SORT for x in (*heads, predicate))


def _absent(reading: Reading) -> Iterator[_Absent]:
    """``There was no N``: the noun with its modifiers; bare common nouns say too little."""
    for passage in reading.passages:
        for fact in passage.facts:
            if fact.predicate.lemma != "be" or fact.status not in ("negated", "denied"):
                continue
            for argument in fact.arguments:
                words = frozenset(
                    word
                    for word in reading.words(argument.span)
                    if word.pos in ("NOUN", "ADJ", "VERB") and word.lemma not in _EMPTY_THINGS
                )
                head = reading.head(argument)
                text = reading.text(argument.span).casefold()
                if (
                    head is None
                    or head.lemma in _EMPTY_THINGS
                    or len(words) < 2
                    or not text.startswith(("no ", "any "))
                    or _SINCE.search(reading.article.text[argument.span.start : argument.span.end + _BEHIND])
                ):
                    continue
                yield passage, fact, words, argument.span


def _absence(case: Case, first: bool, absent: Fact, positive: Fact, span: Span) -> Verdict:
    mine, its = (absent, positive) if first else (positive, absent)
    reading, other = (case.ours, case.theirs) if first else (case.theirs, case.ours)
    thing, claim = reading.text(span), " ".join(other.text(positive.span).split())[:80]
    spans = ((span, thing), (positive.span, claim))
    values = case.values(*(spans if first else spans[::-1]))
    why = f"“{thing}” against “{claim}”."
    return Verdict("conflict", "outcome", "said not to be there", why, values, (mine, its), weight=1.9, issue="absent")
