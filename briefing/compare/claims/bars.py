"""What keeps two numbers apart, whatever else is alike: they answer two questions."""

from __future__ import annotations

import re

from briefing.compare.amounts import Amount
from briefing.compare.claims.case import Case, CaseMaker
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.frames import frame
from briefing.compare.claims.measures import SAME_NOUN, Measured, acts_alike, long_ago, standing, told_of_old, whole
from briefing.compare.claims.rivals import able, led_by, shifted
from briefing.compare.claims.signs import FEW_WORDS, OPEN
from briefing.compare.kinds import of_a_place
from briefing.compare.lexicon import listed
from briefing.compare.reading import Passage
from briefing.compare.states import state_named

_NEGATIVE = frozenset({"negated", "denied"})
_EACH = re.compile(
    r"\s*(?:\w+ )?(?:an?|per|each|every) (?:year|month|week|day|hour|season|head|person)\b|\s*annually\b"
)
_YEARLY = re.compile(
    r"\b(?:yearly|annual(?:ly)?|monthly|weekly|daily|hourly"
    r"|(?:an?|per|each|every) (?:year|month|week|day|hour|season|head|person))\b",
    re.IGNORECASE,
)
_SCARCELY = re.compile(r"\b(?:barely|hardly|scarcely|not even|not quite)\b", re.IGNORECASE)
_MAY = re.compile(
    r"\b(?:certified|licen[cs]ed|designed|built|rated|permitted|allowed|capacity|room|space|seats?|limit(?:ed)?|maximum|quota)\b"
    r"[^,;.]{0,24}$",
    re.IGNORECASE,
)
_ESTIMATING = frozenset(
    ["estimate", "put", "forecast", "predict", "project", "expect", "reckon", "calculate", "count", "measure", "record"]
)
"""Predicates of which the doer only says how much it is."""
_WANTING, _GIVING = listed("wanting"), listed("giving")
_CHANCE = 12
"""Numbers up to this make a sum with a third by chance."""
_ADDED = re.compile(
    r"\b(?:more|others?|another|rest|remaining|includ(?:ing|es?|ed)|of whom|of which|of them|besides|plus|total"
    r"|altogether|together|both|in all|rais(?:ed|es|ing)|brought|brings|bringing|lift(?:ed|ing|s))\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s*of (?:the|its|their|his|her|those|these|\S+['’]s|\d)", re.IGNORECASE)
"""Directly behind a number that is a part: "seven of the nine"."""
_TIMES = re.compile(
    r"\b(?:doubl\w+|twice|twofold|half|halv\w+)\b|\b(tripl\w+|trebl\w+|three times|threefold)\b", re.IGNORECASE
)
_CLOSE = 0.06
"""How far a working may miss a rounded number, as a share of it."""


def barred(cases: CaseMaker, a: Measured, b: Measured) -> bool:
    """True where two numbers that are not the same answer two questions, whatever else is alike.

    Either sentence has the other's number as well ("from 4.5 to 6"), one is the whole of which a part is told, one is
    where a change begins, one is denied, one comes out of the other, or others did it on another day.
    """
    if _holds(a.passage, b.amount) or _holds(b.passage, a.amount) or whole(a) != whole(b) or _worked(a, b):
        return True
    if a.amount.dimension in ("share", "duration") and not about_one(cases, a, b):
        return True
    if a.amount.dimension == "duration" and (shifted(a.reading, a.amount) or shifted(b.reading, b.amount)):
        return True
    if a.fate and b.fate and (a.fate != b.fate or told_of_old(a) != told_of_old(b)):
        return True
    if _rate(a) != _rate(b) and not (_told_as_rate(a) and _told_as_rate(b)) and not about_one(cases, a, b):
        return True
    if led_by(a.reading, a.amount) != led_by(b.reading, b.amount):
        return True
    if _other_people(a, b):
        return True
    if _denied(a) != _denied(b) and _one_act(cases, a, b):
        return True
    if _room(a) != _room(b) or _wanted(a, b) or _wanted(b, a):
        return True
    case = cases.of(a.passage, b.passage)
    first, second = (a, b) if case.a is a.passage else (b, a)
    open_ = standing(a, OPEN) != standing(b, OPEN)
    return _clash(case, first, second) or (open_ and _other_days(first, second))


def _denied(one: Measured) -> bool:
    """True where the clause is denied; "barely half joined in" says only how few they were."""
    return standing(one, _NEGATIVE) and _SCARCELY.search(_before(one)) is None


def _before(one: Measured) -> str:
    text, start = one.reading.article.text, one.amount.span.start
    return text[max(one.passage.span.start, start - 16) : one.amount.span.end]


def _other_people(a: Measured, b: Measured) -> bool:
    """True for people of two places: "13 Nepalis", "six Indians"."""
    if a.noun is None or b.noun is None or not (of_a_place(a.noun.lemma) and of_a_place(b.noun.lemma)):
        return False
    ours, theirs = (state_named(noun.lemma.title()) or noun.lemma.removesuffix("s") for noun in (a.noun, b.noun))
    return ours != theirs


def _wanted(a: Measured, b: Measured) -> bool:
    """True where one is what somebody asked for or offered, the other what came of it."""
    ours, theirs = ({act.partition(" ")[0] for act in one.acts} for one in (a, b))
    return not _WANTING.isdisjoint(ours) and _WANTING.isdisjoint(theirs) and not _GIVING.isdisjoint(theirs)


def _room(one: Measured) -> bool:
    """True for what something may hold or do, not for what is: "certified to carry 150", "room for 150"."""
    if not one.amount.dimension.startswith("count"):
        return False
    text, span = one.reading.article.text, one.amount.span
    within = text[max(one.passage.span.start, span.start - 40) : span.start]
    return _MAY.search(within) is not None or (one.fact is not None and able(one.reading, one.fact))


def _rate(one: Measured) -> bool:
    """True for so much a year, a month or the like."""
    return _EACH.match(one.reading.article.text, one.amount.span.end) is not None


def _told_as_rate(one: Measured) -> bool:
    """True where the sentence says anywhere that it is so much a year or the like: "yearly", "every month"."""
    return _rate(one) or _YEARLY.search(one.reading.text(one.passage.span)) is not None


def _worked(a: Measured, b: Measured) -> bool:
    """True where one number comes out of the other and a third beside either of them."""
    x, y = a.amount, b.amount
    beside = [z for p, own in ((a.passage, x), (b.passage, y)) for z in p.amounts if z is not own]
    less, more = sorted((abs(x.value), abs(y.value)))
    if not less:
        return False
    for passage, reading in ((a.passage, a.reading), (b.passage, b.reading)):
        if (times := _TIMES.search(reading.text(passage.span))) and abs(more / less - (3 if times[1] else 2)) < _CLOSE:
            return True
    by_chance = more / x.factor <= _CHANCE and not (_added(a) or _added(b))
    for z in beside:
        shares = (z.value, 1 - z.value) if z.dimension == "share" and 0 < z.value < 1 else ()
        if any(abs(less - share * more) <= _CLOSE * less for share in shares):
            return True
        if by_chance or z.change is not None or not _counted_alike(z, x):
            continue
        if any(abs(sum_ - abs(z.value)) < 1e-6 * more for sum_ in (more - less, more + less)):
            return True
    return False


def _added(one: Measured) -> bool:
    """True where the words beside a number say that it is a part, or a sum."""
    behind = _OF_THEM.match(one.reading.article.text, one.amount.span.end, one.passage.span.end)
    return behind is not None or _ADDED.search(_around(one)) is not None


def _around(one: Measured) -> str:
    """The words near a number, within its sentence."""
    text, span, within = one.reading.article.text, one.amount.span, one.passage.span
    return text[max(within.start, span.start - 30) : min(within.end, span.end + 30)]


def _one_act(cases: CaseMaker, a: Measured, b: Measured) -> bool:
    return any(acts_alike(x, y, cases.lexicon) >= SAME_NOUN for x in a.acts for y in b.acts)


def _counted_alike(z: Amount, x: Amount) -> bool:
    return z.dimension == x.dimension or {a.dimension.partition(" ")[0] for a in (z, x)} <= {"count", ""}


def about_one(cases: CaseMaker, a: Measured, b: Measured) -> bool:
    """True where the things, the acts or the words beside two numbers are alike."""
    lexicon, like = cases.lexicon, cases.matcher.like
    return (
        any(lexicon.alike(x, y) >= SAME_NOUN for x in a.things for y in b.things)
        or any(acts_alike(x, y, lexicon) >= SAME_NOUN for x in a.acts for y in b.acts)
        or like.shared(a.words, b.passage.vocabulary) >= FEW_WORDS
        or like.shared(b.words, a.passage.vocabulary) >= FEW_WORDS
    )


def _holds(passage: Passage, amount: Amount) -> bool:
    kind = amount.dimension.partition(" ")[0]
    return any(
        x.near(amount) and (x.dimension == amount.dimension or {x.dimension.partition(" ")[0], kind} <= {"count", ""})
        for x in passage.amounts
    )


def _other_days(a: Measured, b: Measured) -> bool:
    ours = of_fact(a.passage, a.fact) if a.fact is not None else []
    theirs = of_fact(b.passage, b.fact) if b.fact is not None else []
    if ours and theirs:
        return not any(x.meets(y) for x in ours for y in theirs)
    return any(long_ago(reading, p) for reading, row in ((a.reading, ours), (b.reading, theirs)) for p in row)


def _clash(case: Case, a: Measured, b: Measured) -> bool:
    if any(x.fact is not None and x.fact.predicate.lemma.partition(" ")[0] in _ESTIMATING for x in (a, b)):
        return False
    return (
        a.fact is not None and b.fact is not None and frame(case, a.fact, b.fact, (a.amount.span, b.amount.span)).clash
    )
