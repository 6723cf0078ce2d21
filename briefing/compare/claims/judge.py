"""From verdicts on pairs of passages to the claims of a story."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from briefing.compare.alignment import Aligned, Matcher
from briefing.compare.claims import (
    apart,
    contraries,
    contrasts,
    counts,
    days,
    denials,
    derived,
    firsts,
    forecasts,
    fulfilled,
    gaps,
    monthly,
    moved,
    namesakes,
    offsets,
    otherwise,
    persons,
    plans,
    polarity,
    quotations,
    rates,
    reason,
    terms,
    tolls,
    turns,
    votes,
    workings,
)
from briefing.compare.claims.agreement import PERHAPS, agreement
from briefing.compare.claims.case import Case, CaseMaker, Value, Verdict
from briefing.compare.claims.dates import dates
from briefing.compare.claims.issues import Ruling, issues
from briefing.compare.claims.lists import lists
from briefing.compare.claims.numbers import numbers
from briefing.compare.claims.outcome import outcome
from briefing.compare.claims.places import places
from briefing.compare.claims.sequence import sequence
from briefing.compare.claims.vetoes import vetoed
from briefing.compare.kept import kept
from briefing.compare.reading import Passage, Reading
from briefing.model import Claim, ClaimValue, Fact, FactRef, Located, Span
from briefing.model.span import made

_RULES = (numbers, dates, outcome, lists, agreement)
"""The families of rules, each a function of one case."""
_ACROSS = (
    tolls.across,
    persons.across,
    reason.across,
    contraries.across,
    days.across,
    quotations.across,
    votes.across,
    namesakes.across,
    forecasts.across,
    plans.across,
    turns.across,
    moved.across,
    firsts.across,
    fulfilled.across,
    workings.across,
    derived.across,
    gaps.across,
    rates.across,
    offsets.across,
    monthly.across,
    otherwise.across,
    terms.across,
    polarity.across,
    apart.across,
    denials.across,
    contrasts.across,
    counts.across,
)
"""Those that bring their own pairs, each a function of the whole story."""
_WORKED = frozenset({"worked out", "rate", "rate and whole", "currency", "difference", "the rest"})
"""Rules by which numbers that are unlike come to the same, so that they are in no conflict."""
_RANK = {"conflict": 4, "update": 3, "compatible": 2, "agreed": 1, "single": 0}


def judge(
    matcher: Matcher, aligned: Sequence[Aligned], parted: Set[tuple[int, int]] = frozenset()
) -> tuple[Claim, ...]:
    """All claims of the story; every passage of reporting is in one at least.

    Args:
        matcher: The story's passages and measures.
        aligned: Its pairs of passages, the doubtful ones included.
        parted: Numbers of passages that the person said have nothing to do with each other; no claim joins them.
    """
    readings = matcher.readings
    rulings: list[Ruling] = []
    cases = CaseMaker(matcher, aligned)
    cases.order(sequence(cases))
    for pair in aligned:
        rulings.extend(_rulings(cases.of(pair.a, pair.b)))
    for rule in _ACROSS:
        rulings.extend(_ruling(case, verdict) for case, verdict in rule(cases) if not vetoed(case, verdict))
    rulings = [r for r in rulings if (r.a.number, r.b.number) not in parted]
    claims = [_claim(group, readings) for group in issues(_without_contradicted(rulings))]
    claims = _without_repeats(claims)
    told = {place for claim in claims for place in claim.passages}
    claims.extend(_singles(readings, told))
    order = {reading.article.id: reading.source for reading in readings}
    unique = {claim.id: claim for claim in claims}
    return tuple(
        sorted(
            unique.values(), key=lambda c: (order[c.passages[0].article], c.passages[0].start, -_RANK[c.status], c.id)
        )
    )


def _without_contradicted(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Rulings without agreement on words that another ruling shows to differ."""
    against = [r for r in rulings if r.verdict.status in ("conflict", "update")]
    apart = {(r.a.number, r.b.number) for r in against}
    facts = {(r.a.number, r.b.number, f.id) for r in against for f in r.verdict.facts or ()}
    conflicts = {
        (r.a.number, r.b.number, f.id) for r in against if r.verdict.status == "conflict" for f in r.verdict.facts or ()
    }
    renewed = {
        (value.source, value.span)
        for r in against
        if r.verdict.status == "update" and r.verdict.kind == "number"
        for value in r.verdict.values
    }
    told_otherwise = {
        (r.a.number, r.b.number)
        for r in against
        if r.verdict.kind in ("outcome", "reason") and r.verdict.rule != contrasts.RULE
    }
    worked: dict[frozenset[int], list[Ruling]] = defaultdict(list)
    for r in rulings:
        if r.verdict.rule in _WORKED:
            sources = {value.source for value in r.verdict.values}
            for some in {frozenset(sources), *(frozenset({source}) for source in sources)}:
                worked[some].append(r)
    plainly = {
        (r.a.number, r.b.number)
        for r in rulings
        if r.verdict.status == "compatible" and r.verdict.kind == "number" and r.verdict.rule != "worked out"
    }
    since = {(r.a.number, r.b.number, f.id) for r in against if r.verdict.issue == "yet" for f in r.verdict.facts or ()}
    kept: list[Ruling] = []
    for ruling in rulings:
        pair = (ruling.a.number, ruling.b.number)
        if ruling.verdict.rule == contrasts.RULE and pair in told_otherwise:
            continue
        if ruling.verdict.rule == "worked out" and pair in plainly:
            continue
        if ruling.verdict.status == "conflict":
            told_values = {(value.source, value.span) for value in ruling.verdict.values}
            if told_values and told_values <= renewed:
                continue
            accounts = worked.get(frozenset(source for source, _ in told_values), ())
            if any(_accounts_for(other, ruling) for other in accounts):
                continue
            if any((*pair, fact.id) in since for fact in ruling.verdict.facts or ()):
                continue
        if ruling.verdict.issue == "plan" and any((*pair, fact.id) in conflicts for fact in ruling.verdict.facts or ()):
            continue
        if (ruling.verdict.status == "agreed" or ruling.verdict.issue in ("matter", "event")) and pair in apart:
            told = ruling.verdict.facts
            if told is None and ruling.verdict.issue in ("matter", "event"):
                continue
            if told is not None and any((*pair, fact.id) in facts for fact in told):
                continue
        kept.append(ruling)
    return kept


def _accounts_for(worked: Ruling, conflict: Ruling) -> bool:
    """True where the numbers that a conflict sets against each other come to the same by a calculation."""
    told = conflict.verdict.values
    return bool(told) and all(
        any(x.source == y.source and x.span.overlaps(y.span) for y in worked.verdict.values) for x in told
    )


def _rulings(case: Case) -> Iterator[Ruling]:
    """The verdicts on one pair: those of evidence, and plain agreement where none of them speaks against it."""
    pair, earlier = case.aligned, case.earlier
    counted, dated, came, listed, agreed = earlier.judged(pair, _RULES, case)
    # Places ask other reports as well: whether any of them says that one place lies in another.
    told: list[Verdict] = [*counted, *dated, *places(case), *came, *listed]
    strong = [v for v in told if v.status != "agreed"]
    against = any(v.status in ("conflict", "update") for v in strong)
    if against:
        told += [v for v in agreed if v.rule == PERHAPS]
    else:
        told += agreed if not strong else [v for v in agreed if v.facts is not None]
    plain = [v for v in told if v.status == "agreed" and v.rule in ("same number", "same date")]
    if plain and len(told) > len(plain):
        told = [v for v in told if v not in plain]
    if not told and case.aligned.given:
        why = "The reader set them beside each other."
        told.append(Verdict("compatible", None, "linked by the reader", why, weight=0.2, issue="matter"))
    for verdict in told:
        if not vetoed(case, verdict):
            yield _ruling(case, verdict)


def _ruling(case: Case, verdict: Verdict) -> Ruling:
    a_span, b_span = case.a.span, case.b.span
    if verdict.facts is not None:
        cut = _core if verdict.rule == "same event" else _clause
        a_span, b_span = cut(case.a, verdict.facts[0]), cut(case.b, verdict.facts[1])
        for value in verdict.values:
            if value.source == case.a.source:
                a_span = a_span.hull(value.span)
            else:
                b_span = b_span.hull(value.span)
    told = (case.a, case.b, a_span, b_span, verdict, case.aligned.score, _attributed(case, verdict))
    return made(Ruling, told)


@kept
def _clause(passage: Passage, fact: Fact) -> Span:
    """The fact's clause, within the passage."""
    return made(Span, (max(fact.start, passage.span.start), min(fact.end, passage.span.end)))


@kept
def _core(passage: Passage, fact: Fact) -> Span:
    """The fact's clause without those beside it, which may say what the other source does not."""
    core = fact.core or fact.span
    return made(Span, (max(core.start, passage.span.start), min(core.end, passage.span.end)))


def _attributed(case: Case, verdict: Verdict) -> bool:
    """True where both sources give it as somebody's word."""
    if verdict.facts is not None:
        return all(fact.quote is not None for fact in verdict.facts)
    return _given_by_others(case.a) and _given_by_others(case.b)


@kept
def _given_by_others(passage: Passage) -> bool:
    """True where all that a passage tells is somebody's word."""
    return bool(passage.facts) and all(fact.quote is not None for fact in _telling(passage))


def _telling(passage: Passage) -> list[Fact]:
    """Facts of a passage besides the saying."""
    return [fact for fact in passage.facts if fact.status != "stated" or fact.quote is not None] or list(passage.facts)


def _claim(group: Sequence[Ruling], readings: Sequence[Reading]) -> Claim:
    best = max(group, key=lambda r: (r.verdict.weight, r.score))
    spans: dict[tuple[int, Span], None] = {}
    facts: dict[tuple[int, str], None] = {}
    values: dict[tuple[int, Span], Value] = {}
    for ruling in group:
        spans[ruling.a.source, ruling.a_span] = None
        spans[ruling.b.source, ruling.b_span] = None
        if ruling.verdict.facts is not None:
            facts[ruling.a.source, ruling.verdict.facts[0].id] = None
            facts[ruling.b.source, ruling.verdict.facts[1].id] = None
        for value in ruling.verdict.values:
            values.setdefault((value.source, value.span), value)
    widest = sorted(_widest(spans))
    return Claim(
        id=_claim_id(widest, readings, best.verdict),
        status=best.verdict.status,
        kind=best.verdict.kind,
        passages=tuple(readings[source].located(span) for source, span in widest),
        facts=tuple(FactRef(article=readings[s].article.id, fact=f) for s, f in sorted(facts)),
        values=tuple(
            ClaimValue(article=readings[s].article.id, start=span.start, end=span.end, value=value.value)
            for (s, span), value in sorted(values.items())
        ),
        why=best.verdict.why,
        rule=best.verdict.rule,
        origins=len({readings[source].origin for source, _ in spans}),
        sure=all(ruling.verdict.sure for ruling in group),
        attributed=all(ruling.attributed for ruling in group),
    )


def _without_repeats(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without those that turn on the same words as another of their status and kind."""
    kept: list[Claim] = []
    turning: dict[tuple[str, str | None, str, int], set[int]] = defaultdict(set)
    for claim in sorted(claims, key=lambda c: (-len(c.values), -len(c.passages), c.id)):
        places = {(claim.status, claim.kind, value.article, value.start) for value in claim.values}
        others = [turning[place] for place in places]
        if others and others[0].intersection(*others[1:]):
            continue
        for place in places:
            turning[place].add(len(kept))
        kept.append(claim)
    return kept


def _widest(spans: Iterable[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """The passages without those that lie within another."""
    kept: list[tuple[int, Span]] = []
    for source, span in sorted(spans, key=lambda place: (place[0], place[1].start, -place[1].end)):
        if not any(s == source and other.contains(span) for s, other in kept):
            kept.append((source, span))
    return kept


def _singles(readings: Sequence[Reading], told: set[Located]) -> Iterator[Claim]:
    """What one article alone says: its passages that no other claim touches."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for place in told:
        spans[place.article].append(place.span)
    for reading in readings:
        for passage in reading.passages:
            if any(span.overlaps(passage.span) for span in spans[reading.article.id]):
                continue
            quoted = [fact for fact in passage.facts if fact.quote is not None]
            yield Claim(
                id=_claim_id([(reading.source, passage.span)], readings, None),
                status="single",
                passages=(reading.located(passage.span),),
                facts=tuple(FactRef(article=reading.article.id, fact=fact.id) for fact in passage.facts),
                why="No other source says it.",
                rule="only here",
                attributed=bool(quoted),
            )


def _claim_id(places: Sequence[tuple[int, Span]], readings: Sequence[Reading], verdict: Verdict | None) -> str:
    """``c-`` and 10 hexadecimal digits of the passages' articles and words, and of what the claim is about."""
    digest = hashlib.sha256((f"{verdict.kind} {verdict.issue}" if verdict else "").encode())
    for source, span in places:
        article = readings[source].article
        digest.update(f"\0{article.id}\0{span.of(article.text)}".encode("utf-8", "surrogatepass"))
    return "c-" + digest.hexdigest()[:10]
