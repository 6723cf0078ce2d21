"""How many died, were hurt, saved, missing or held, by each source.

A count of casualties is about the story's main event wherever in the report it stands, and it grows from report to
report: a higher one in a later report revises the earlier, two at the same time conflict.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.alignment.slots import fact_at, slot_of
from briefing.compare.amounts import Amount
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.numbers import worked
from briefing.compare.kept import kept
from briefing.compare.kinds import kinds_of
from briefing.compare.lexicon import listed, listed_kinds
from briefing.compare.reading import Passage, Reading
from briefing.model import Span

TOLLS = listed_kinds("tolls")
"""What is counted, by the lemmas that govern the number."""
_COUNTED = listed("casualties")
_ILLNESS = listed("illnesses")
_TOTALS = frozenset({"toll", "count", "survivor", "number", "total"})
_WIDEST = 3.0
_OPENING = 4
_OLD = dt.timedelta(days=45)
"""An event dated this long before the report is another one."""
_ANOTHER = re.compile(
    r"\b(?:more(?! than)|another|other|further|additional|least of|single|last (?:year|month))\b", re.IGNORECASE
)
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = re.compile(
    rf"\b(?:a|the|its|their) (?P<nth>{'|'.join(_ORDINALS)}) (?:victim|person|man|woman|patient|soldier|child|worker"
    r"|passenger|miner|officer|policeman|student|pupil|boy|girl|body|death|fatality|casualty)\b",
    re.IGNORECASE,
)
_WANING = frozenset({"injured", "missing", "held"})
"""Those who become fewer as some are found, freed or go home."""
_LEFT = re.compile(r"\b(?:still|remain\w*|left|now)\b", re.IGNORECASE)
_BESIDE = 48
_TOLD = frozenset({"stated", "attributed"})
_PART = re.compile(r"\s*(?:\w+ )?of (?:the|them|those|its|his|her|their)\b", re.IGNORECASE)
"""``Three of the 23``: the first is a part, the second all."""


_SOME = listed("some_people")


class _Toll(NamedTuple):
    kind: str
    amount: Amount
    passage: Passage
    total: bool
    leading: bool


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on the tolls of different origins."""
    found = [_main(list(_tolls(reading))) for reading in cases.readings]
    for i, j in itertools.combinations(range(len(found)), 2):
        if cases.readings[i].origin == cases.readings[j].origin:
            continue
        for kind in sorted(found[i].keys() & found[j].keys()):
            one, other = found[i][kind], found[j][kind]
            case = cases.of(one.passage, other.passage)
            verdict = _compare(case, one, other)
            if verdict is not None:
                yield case, verdict


def _main(tolls: list[_Toll]) -> dict[str, _Toll]:
    """The toll of each kind that a report gives: what it calls a toll, else its highest count."""
    main: dict[str, _Toll] = {}
    for toll in sorted(tolls, key=lambda t: (not t.total, -t.amount.value, t.amount.span)):
        main.setdefault(toll.kind, toll)
    return main


def _tolls(reading: Reading) -> Iterator[_Toll]:
    for passage in reading.passages:
        if _past(reading, passage):
            continue
        for amount in passage.amounts:
            kind, _, noun = amount.dimension.partition(" ")
            if kind not in ("count", "") or (not amount.exact and amount.value <= 0):
                continue
            if noun and noun not in _COUNTED and not any(noun in lemmas for lemmas in TOLLS.values()):
                continue
            around = reading.article.text[
                amount.span.start - 12 if amount.span.start > 12 else 0 : amount.span.end + 20
            ]
            after = reading.article.text[amount.span.end : amount.span.end + 24]
            if _ANOTHER.search(around) or _PART.match(after) or amount.value < 2:
                continue
            toll = _kind(reading, passage, amount, noun)
            if toll is not None:
                yield toll
        yield from _nth_victims(reading, passage)


def _nth_victims(reading: Reading, passage: Passage) -> Iterator[_Toll]:
    """``A third victim died in hospital``: three so far."""
    died = any(f.predicate.lemma in TOLLS["dead"] and f.status in _TOLD for f in passage.facts)
    match = _NTH.search(reading.text(passage.span)) if died else None
    if match is not None:
        nth = _ORDINALS.index(match["nth"].casefold()) + 2.0
        span = Span(passage.span.start + match.start(), passage.span.start + match.end())
        amount = Amount(span, "count victim", nth, nth, nth, nth, nth, True, f"{nth:.0f} victims", None, "victim")
        yield _Toll("dead", amount, passage, False, False)


def _kind(reading: Reading, passage: Passage, amount: Amount, noun: str) -> _Toll | None:
    slot = slot_of(reading, amount.span)
    fact = fact_at(passage.facts, amount.span)
    if fact is not None and fact.status in ("planned", "conditional", "negated", "denied"):
        return None
    near = [noun, *(word.lemma for word in slot.nouns), slot.predicate]
    near += [
        word
        for f in passage.facts
        if any(x.span.contains(amount.span) for x in f.arguments)
        for word in f.predicate.lemma.split()
    ]
    if fact is not None:
        near += [*fact.predicate.lemma.split(), *reading.text(fact.predicate.span).casefold().split()]
        near += [word.lemma for x in fact.arguments for word in reading.words(x.span) if word.pos in ("ADJ", "ADV")]
    following = reading.article.text[amount.span.end : amount.span.end + 14].casefold().split()
    near += following[:1]
    around = {word.lemma for word in slot.around}
    if _TOTALS & around:
        near += _counted_before(reading, passage, amount)
    if not noun and not _TOTALS & {*near, *around}:
        return None
    if not noun:
        near += list(around)
        near += [word.lemma for word in passage.words if word.pos in ("VERB", "NOUN")] if "number" in near else []
    for kind, lemmas in TOLLS.items():
        if lemmas & set(near) and (kind != "ill" or _of_illness(reading, reading.passages)):
            return _Toll(kind, amount, passage, "toll" in near or "count" in near, _leading(reading, passage))
    for kind, lemmas in TOLLS.items():
        if noun and lemmas & around and kind != "ill":
            return _Toll(kind, amount, passage, False, _leading(reading, passage))
    return None


def _counted_before(reading: Reading, passage: Passage, amount: Amount) -> list[str]:
    """Lemmas between a total and its number: "the number of people killed by the outbreak rose to 26"."""
    tokens = reading.findings.tokens
    inside = [i for i in range(passage.first, passage.last) if tokens[i].start < amount.span.start]
    first = next((i for i in reversed(inside) if tokens[i].lemma in _TOTALS), None)
    return [] if first is None else [tokens[i].lemma for i in inside if i >= first]


@kept
def _of_illness(reading: Reading, passages: tuple[Passage, ...]) -> bool:
    """True for a report of an illness that spreads, whose "cases" are of it."""
    return any(word.lemma in _ILLNESS for passage in passages for word in passage.words)


def fate_of(reading: Reading, passage: Passage, amount: Amount) -> str | None:
    """Which toll a number belongs to, by the words that govern it: ``dead``, ``hurt`` ...; None for no toll."""
    kind, _, noun = amount.dimension.partition(" ")
    if kind not in ("count", "") or (noun and noun not in _COUNTED and "person" not in kinds_of(noun)):
        return None
    toll = _kind(reading, passage, amount, noun)
    return toll.kind if toll is not None else None


def _leading(reading: Reading, passage: Passage) -> bool:
    return passage.number - reading.passages[0].number < _OPENING


def _past(reading: Reading, passage: Passage) -> bool:
    """True where a passage tells of an event long before the report."""
    day = reading.day
    if day is None:
        return any(p.grain in ("year", "month") for p in passage.periods)
    report = dt.datetime.combine(day, dt.time())
    return any(not p.yearless and report - p.end > _OLD for p in passage.periods)


def _compare(case: Case, one: _Toll, other: _Toll) -> Verdict | None:
    a, b, kind = one.amount, other.amount, one.kind
    values = case.values((a.span, f"{a.said}, {kind}"), (b.span, f"{b.said}, {kind}"))
    issue = f"toll {kind}"
    if a.value == b.value and a.exact and b.exact:
        return Verdict("agreed", None, "same toll", f"Both count {b.said} ({kind}).", values, weight=0.9, issue=issue)
    if case.later is not None and _grew(case, a, b):
        first, last = (a, b) if case.later else (b, a)
        why = f"{kind.capitalize()}: {first.said}, then {last.said} in a later report."
        return Verdict("update", "number", "later toll", why, values, weight=1.9, issue=issue)
    if case.later is not None and kind in _WANING and _fell(case, one, other):
        first, last = (a, b) if case.later else (b, a)
        why = f"{kind.capitalize()}: {first.said}, then {last.said} left in a later report."
        return Verdict("update", "number", "later toll", why, values, weight=1.9, issue=issue)
    if a.near(b):
        rule, working = worked(a, b, case.ours.text(a.span), case.theirs.text(b.span))
        return Verdict("compatible", "number", rule, working, values, weight=1.1, issue=issue)
    if a.meets(b):
        why = f"{kind.capitalize()}: {a.said} and {b.said} leave room for each other."
        return Verdict("compatible", "number", "open toll", why, values, weight=1.0, issue=issue)
    near = max(a.value, b.value) <= _WIDEST * min(a.value, b.value)
    if kind == "dead" and near and not _some_of(a, b) and (case.later is not None or (one.leading and other.leading)):
        why = f"{kind.capitalize()}: {a.said} against {b.said}."
        return Verdict("conflict", "number", "different tolls", why, values, weight=2.0, issue=issue)
    return None


def _fell(case: Case, one: _Toll, other: _Toll) -> bool:
    """True where the later report has fewer, and says that they are those who are left."""
    first, last, reading = (one, other, case.theirs) if case.later else (other, one, case.ours)
    within = last.passage.span
    start, end = max(within.start, last.amount.span.start - _BESIDE), last.amount.span.end + _BESIDE
    around = reading.article.text[start : min(within.end, end)]
    return last.amount.value < first.amount.value and _LEFT.search(around) is not None


def _some_of(a: Amount, b: Amount) -> bool:
    """True where the lesser number counts those of one sex, age or calling, who may be some of the others."""
    less, more = sorted((a, b), key=lambda x: x.value)
    noun = less.dimension.partition(" ")[2]
    return noun in _SOME and noun != more.dimension.partition(" ")[2]


def _grew(case: Case, a: Amount, b: Amount) -> bool:
    """True where the later report has more; of survivors and missing, the figure may only be nearer the truth."""
    first, last = (a, b) if case.later else (b, a)
    return last.value > first.near_high or (first.value < last.value and not first.near(last))
