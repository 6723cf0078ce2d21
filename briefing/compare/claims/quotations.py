"""Whose words they are, by each source: the same quotation, from the same mouth or from two.

Reports translate and trim what they quote: "nobody should have let a lake of poison sit above our roofs" and "no one
should have allowed a lake of poison to sit above people's roofs" are one remark.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.index import Index, Senses, meetings
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Quote, Span

_FEWEST_WORDS = 4
_FEWEST_MATTER = 2
_SAME = 0.75
"""Share of the shorter quotation's matter that the longer has in the same sense."""
_HALF = 0.5
"""The same of the longer's."""
_ALIKE = 0.8
_WHOLE = 3
"""Words of matter of which so many may be shared by chance in no two remarks."""
_PHRASE = 4
"""Words in a row that no two remarks of fewer words of matter share by chance."""
_LIGHT = listed("light")
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "NUM", "PROPN"})
_NOT = frozenset({"not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "cannot"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "prof", "professor"})


class _Quoted(NamedTuple):
    quote: Quote
    passage: Passage
    span: Span
    words: tuple[str, ...]
    matter: frozenset[Word]
    speaker: str | None
    reading: Reading


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on direct quotations that two origins carry in the same words, or nearly."""
    found = [list(_quoted(reading)) for reading in cases.readings]
    index = Index(found, lambda quoted: quoted.matter)
    senses = Senses((word for row in found for quoted in row for word in quoted.matter), cases.lexicon, _ALIKE)
    common = Counter(word for row in found for quoted in row for word in quoted.matter)

    def find(one: _Quoted) -> Mapping[int, Sequence[_Quoted]]:
        """Quotations that may have half of the matter: they have one at least of all but the commonest half."""
        rarest = sorted(one.matter, key=lambda word: (common[word], word))
        least = rarest[: len(rarest) - math.ceil(_HALF * len(rarest)) + 1]
        return index.find(word for mine in least for word in senses.near(mine))

    for _, _, pairs in meetings(cases, found, find):
        for one, other in pairs:
            if _one_remark(senses, one, other):
                case = cases.of(one.passage, other.passage)
                yield case, _verdict(case, one, other)


def _quoted(reading: Reading) -> Iterator[_Quoted]:
    tokens = reading.findings.tokens
    for quote in reading.findings.quotes:
        if quote.kind == "indirect":
            continue
        for passage in reading.passages:
            parts = [content for content in quote.content if content.overlaps(passage.span)]
            if not parts:
                continue
            span = Span(max(parts[0].start, passage.span.start), min(parts[-1].end, passage.span.end))
            words = tuple(reading.text(span).casefold().replace("’", "'").split())
            matter = frozenset(
                Word(tokens[i].lemma, tokens[i].pos)
                for i in reading.tokens(span)
                if tokens[i].pos in _CONTENT and tokens[i].lemma not in _LIGHT
            )
            if len(words) >= _FEWEST_WORDS and len(matter) >= _FEWEST_MATTER:
                yield _Quoted(quote, passage, span, words, matter, reading.speaker(quote.id), reading)


def _one_remark(senses: Senses, one: _Quoted, other: _Quoted) -> bool:
    """True where either has the other's matter, by the same words or by words of the same sense."""
    shared = [
        sum(word in its or not its.isdisjoint(senses.near(word)) for word in mine) / len(mine)
        for mine, its in ((one.matter, other.matter), (other.matter, one.matter))
    ]
    if max(shared) < _SAME or min(shared) < _HALF or _denies(one) != _denies(other):
        return False
    fewest = min(len(one.matter), len(other.matter))
    return fewest > _WHOLE or _phrase(one.words, other.words) >= _PHRASE


def _denies(quoted: _Quoted) -> bool:
    return any(word in _NOT or word.endswith("n't") for word in quoted.words)


def _phrase(ours: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    """How many words in a row two quotations share."""
    mine, its = ([word.strip(".,;:!?\"'“”‘’") for word in words] for words in (ours, theirs))
    best = 0
    ending = [0] * (len(its) + 1)
    for word in mine:
        before = 0
        for at, other in enumerate(its, 1):
            before, ending[at] = ending[at], before + 1 if word == other else 0
            best = max(best, ending[at])
    return best


def _verdict(case: Case, one: _Quoted, other: _Quoted) -> Verdict:
    names = one.quote.speaker or "unnamed", other.quote.speaker or "unnamed"
    values = case.values((one.span, names[0]), (other.span, names[1]))
    if _two_persons(case, one, other):
        why = f"The same words from {names[0]} and from {names[1]}."
        return Verdict("conflict", "attribution", "same words, two speakers", why, values, weight=2.0, issue="speaker")
    why = f"Both quote {names[0] if one.quote.speaker else names[1]} with the same words."
    sure = one.speaker == other.speaker
    return Verdict("agreed", None, "same quotation", why, values, weight=1.2, issue="quotation", sure=sure)


def _two_persons(case: Case, one: _Quoted, other: _Quoted) -> bool:
    """True where each report says in the sentence itself that a person said it, and they cannot be one."""
    if None in (one.speaker, other.speaker, one.quote.entity, other.quote.entity) or one.speaker == other.speaker:
        return False
    if one.speaker in other.passage.names or other.speaker in one.passage.names:
        return False
    if _phrase(one.words, other.words) < _PHRASE and min(len(one.matter), len(other.matter)) < 2 * _WHOLE:
        return False
    if not all(_person(x) and _told_there(x) for x in (one, other)):
        return False
    ours, theirs = (_name(x) for x in (one, other))
    if not ours or not theirs or ours <= theirs or theirs <= ours:
        return False
    shared = ours & theirs
    return not shared or not any(_namesake_at_home(x, shared) for x in (one, other))


def _person(quoted: _Quoted) -> bool:
    """True for a person: a body may be spoken for by anybody of its own."""
    return any(e.id == quoted.quote.entity and e.type == "PERSON" for e in quoted.reading.findings.entities)


def _told_there(quoted: _Quoted) -> bool:
    """True where the speaker stands in the same sentence, or beside it, and is not only carried on."""
    near = Span(max(0, quoted.passage.span.start - 2), quoted.passage.span.end + 2)
    sources = [source for source in quoted.quote.source if source.overlaps(near)]
    pronoun = all(quoted.reading.text(source).casefold() in ("he", "she", "they", "it") for source in sources)
    return bool(quoted.quote.cue and sources) and (not pronoun or " " in (quoted.quote.speaker or ""))


def _name(quoted: _Quoted) -> frozenset[str]:
    words = (quoted.quote.speaker or "").casefold().replace("-", " ").replace(".", " ").split()
    return frozenset(word for word in words if word not in _TITLES)


def _namesake_at_home(quoted: _Quoted, shared: frozenset[str]) -> bool:
    """True where the report knows another person of the shared name: which one is meant is not certain."""
    return any(
        entity.type == "PERSON" and entity.id != quoted.quote.entity and shared & set(entity.name.casefold().split())
        for entity in quoted.reading.findings.entities
    )
