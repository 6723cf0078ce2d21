"""When the same event was, by each source: the same day, the same once worked out, or two days."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from collections.abc import Iterator

from briefing.compare.alignment.facts import EMPTY, FactPair
from briefing.compare.alignment.slots import fact_at
from briefing.compare.claims.agreement import ahead
from briefing.compare.claims.case import Case, Verdict
from briefing.compare.claims.frames import frame, speaks
from briefing.compare.kept import kept
from briefing.compare.lexicon import listed
from briefing.compare.periods import DAY, Period
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact

_STRONG = 0.35
"""Facts this strong may differ in their date and still be one event."""
_FIRM = 0.5
"""Passages this near may hold one event whose predicates are worded far apart."""
_SHARED = 0.3
"""Passages this near that name one day in other words are on one matter."""
_OFF_SCORE = 0.2
_CORE = 0.6
_ONE = 0.75
"""Those who take part must be this alike where two dates are to be of one event."""
_WEEK_APART = dt.timedelta(days=5)
_WORDS = re.compile(r"[a-z]+|\d+")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_AGAIN = re.compile(
    r"\b(?:again|another|(?:had|was|were|it) last|last been|once more|second|third|fourth|next|last year|previous"
    r"|earlier|every|each|anniversary|annual\w*|original\w*)\b",
    re.IGNORECASE,
)
_PUBLISHING = listed("publishing")
_STOP = listed("date_filler")
_MONTHS = {name.lower(): name[:3].lower() for name in calendar.month_name[1:]} | {"sept": "sep"}


def dates(case: Case) -> Iterator[Verdict]:
    """Verdicts on the dates of facts that are one event, then on dates of passages that are one matter."""
    if not case.a.periods or not case.b.periods:
        return
    told: set[tuple[int, int]] = set()
    for pair in case.pairs(0.0):
        if not (pair.one_event or pair.strength >= _STRONG):
            continue
        if {pair.a.predicate.lemma, pair.b.predicate.lemma} & EMPTY or speaks(pair.a) or speaks(pair.b):
            continue
        ours, theirs = of_fact(case.a, pair.a), of_fact(case.b, pair.b)
        if len(ours) != 1 or len(theirs) != 1 or (ours[0].span.start, theirs[0].span.start) in told:
            continue
        told.add((ours[0].span.start, theirs[0].span.start))
        yield from _compare(case, pair, ours[0], theirs[0])
    yield from _shared(case, told)


@kept
def of_fact(passage: Passage, fact: Fact) -> list[Period]:
    """The dates that say when the fact was: its time arguments, else what its clause alone holds."""
    timed = [a.span for a in fact.arguments if a.role == "time"]
    own = [p for p in passage.periods if any(span.overlaps(p.span) for span in timed)]
    return own or [p for p in passage.periods if fact_at(passage.facts, p.span) == fact]


def _compare(case: Case, pair: FactPair, a: Period, b: Period) -> Iterator[Verdict]:
    facts = (pair.a, pair.b)
    values = case.values((a.span, shown(a)), (b.span, shown(b)))
    if a.meets(b):
        if a.same(b):
            yield alike(case, a, b, facts)
        return
    if not tellable(a, b) or ahead(pair) or case.aligned.score < _OFF_SCORE or not _one_and_the_same(case, pair, a, b):
        return
    if same_words(case, a, b):
        return
    planned = pair.a.status == pair.b.status == "planned"
    why = f"{shown(a)} against {shown(b)}."
    if planned and case.later is not None:
        yield Verdict("update", "date", "new date", why, values, facts, weight=1.8, issue="date")
        return
    yield Verdict("conflict", "date", "different dates", why, values, facts, weight=2.0, issue="date")


def _one_and_the_same(case: Case, pair: FactPair, a: Period, b: Period) -> bool:
    """True where the facts are surely one: who took part is alike throughout. Whole months and years ask for more."""
    shared = frame(case, pair.a, pair.b)
    if {pair.a.predicate.lemma, pair.b.predicate.lemma} & _PUBLISHING and not one_paper(case, pair.a, pair.b):
        return False
    if shared.clash or another_time(case, pair.a, pair.b) or pair.features.predicate < _CORE:
        return False
    if not shared.known:
        bare = all({x.role for x in fact.arguments} & {"agent", "patient"} for fact in (pair.a, pair.b))
        return bare and a.grain == b.grain and case.aligned.score >= _FIRM
    if shared.actors < _ONE or shared.least < _ONE:
        return False
    return (a.fine and b.fine) or case.aligned.score >= _FIRM


def another_time(case: Case, a: Fact, b: Fact) -> bool:
    """True where one of the two says that it tells of another time: "again", "a second", "every".

    Words of a date say only when it was: "in February last year".
    """
    return _again(case.ours, case.a, a) != _again(case.theirs, case.b, b)


def _again(reading: Reading, passage: Passage, fact: Fact) -> bool:
    dated = [period.span for period in passage.periods]
    return any(
        not any(span.start <= fact.start + found.start() < span.end for span in dated)
        for found in _AGAIN.finditer(reading.text(fact.span))
    )


def one_paper(case: Case, a: Fact, b: Fact) -> bool:
    """True where what was published is called by one word."""
    ours = {case.ours.head(x) for x in a.arguments if x.role == "patient"}
    return bool(ours & {case.theirs.head(x) for x in b.arguments if x.role == "patient"})


def same_words(case: Case, a: Period, b: Period) -> bool:
    """True for the same words in two reports ("on Wednesday"), which may only have been resolved to two weeks.

    So may any two days that both reckon from when they appeared and that are a week apart: "two days ago", "on Friday".
    """
    ours, theirs = case.ours.text(a.span), case.theirs.text(b.span)
    if a.apart(b) >= _WEEK_APART and not (_named_day(ours) or _named_day(theirs)):
        return True
    return _wording(ours) == _wording(theirs)


def _named_day(words: str) -> bool:
    """True for a date of its own: a number or a month is in it."""
    return any(char.isdigit() for char in words) or any(word in _MONTHS for word in words.casefold().split())


def tellable(a: Period, b: Period) -> bool:
    """True where two dates that do not meet cannot be one by loose wording: a day at least, or hours on a clock.

    An hour without a day tells nothing against another day: which one the text spoke of is easily mistaken.
    """
    if a.zoned != b.zoned and "minute" in (a.grain, b.grain):
        return False
    if (a.lone or b.lone) and a.start.date() != b.start.date():
        return False
    if a.vague or b.vague:
        return a.apart(b) >= dt.timedelta(hours=2)
    if a.fine and b.fine:
        return a.apart(b) >= dt.timedelta(hours=1) or {a.grain, b.grain} <= {"day", "part"}
    return a.apart(b) > dt.timedelta(days=3) and a.grain == b.grain


def _shared(case: Case, told: set[tuple[int, int]]) -> Iterator[Verdict]:
    """Days that both passages name in other words, where the passages are plainly on one matter."""
    if case.aligned.score < _SHARED:
        return
    for a in case.a.periods:
        for b in case.b.periods:
            if (a.span.start, b.span.start) in told or a.grain == "decade" or not a.same(b):
                continue
            if not (a.fine and b.fine) and (a.grain != b.grain or a.value != b.value):
                continue
            if not one_wording(case.ours, a, case.theirs, b):
                yield alike(case, a, b, None)


def one_wording(ours: Reading, a: Period, theirs: Reading, b: Period) -> bool:
    """True for two dates that are one and are given in the same words."""
    mine, its = _wording(ours.text(a.span)), _wording(theirs.text(b.span))
    return (mine <= its or its <= mine) and a.zoned == b.zoned and _clock(a, b)


def alike(case: Case, a: Period, b: Period, facts: tuple[Fact, Fact] | None) -> Verdict:
    """The verdict on two dates that are one: agreed in the same words, compatible with the working in others."""
    ours, theirs = case.ours.text(a.span), case.theirs.text(b.span)
    values = case.values((a.span, shown(a)), (b.span, shown(b)))
    score = case.aligned.score
    if one_wording(case.ours, a, case.theirs, b):
        return Verdict(
            "agreed", None, "same date", f"Both say {shown(b)}.", values, facts, weight=0.4 * score, issue="date"
        )
    why = f"{_working(case.ours, ours, a)}; {_working(case.theirs, theirs, b)}."
    return Verdict(
        "compatible", "date", "same date, otherwise worded", why, values, facts, weight=0.45 + 0.5 * score, issue="date"
    )


def _clock(a: Period, b: Period) -> bool:
    return not (a.zoned and b.zoned) or a.value[-6:] == b.value[-6:]


@functools.lru_cache(maxsize=4096)
def _wording(words: str) -> frozenset[str]:
    found = _WORDS.findall(_ORDINAL.sub("", words.casefold().replace(".", "")))
    return frozenset(_MONTHS.get(word, word) for word in found) - _STOP


def _working(reading: Reading, words: str, period: Period) -> str:
    """How the words come to the date: ``“yesterday”, in a report of 2008-10-23, is 2008-10-22``."""
    relative = not any(letter.isdigit() for letter in words) and period.fine
    report = f", {_report(reading)}," if relative and _report(reading) else ""
    zone = ""
    if period.zoned:
        zone = f" = {period.start:%Y-%m-%d %H:%M} UTC"
    return f"“{words.strip()}”{report} is {shown(period)}{zone}"


def _report(reading: Reading) -> str:
    """When it appeared, in words."""
    if reading.window is None:
        return f"in a report of {reading.day}" if reading.day else ""
    first, last = reading.window
    days = f"of {first}" if first == last else f"of {first} to {last}"
    return f"in a report without a date, by what the others tell {days}"


def shown(period: Period) -> str:
    """A period for a reader: ``2013-05-18 23:00``, ``end of 2009-05``, ``06-14`` where the year is unknown."""
    value, _, mod = period.value.partition(" ")
    if period.yearless:
        month = calendar.month_name[period.start.month]
        value = f"{period.whole_start.day} {month}" if period.fine else month
    value = value.replace("T", " ", 1)
    for code, words in _PARTS.items():
        value = value.replace(code, words)
    named = {"START": "start of", "EARLY": "start of", "MID": "middle of", "END": "end of", "LATE": "end of"}
    about = {"APPROX": "about"}
    before = named.get(mod) or about.get(mod)
    return f"{before} {value}" if before else value


_PARTS = {
    " MO": " morning",
    " MI": " midday",
    " AF": " afternoon",
    " EV": " evening",
    " NI": " night",
    "-WE": " weekend",
}
_PARTS |= {"-SP": " spring", "-SU": " summer", "-FA": " autumn", "-WI": " winter"}

__all__ = ["DAY", "alike", "dates", "of_fact", "one_paper", "same_words", "shown", "tellable"]
