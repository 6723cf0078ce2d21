"""Plain agreement: two passages, or a fact of each, say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.compare.alignment.facts import SAYING, FactPair, arguments_alike, nominal, party_of, roles
from briefing.compare.claims.case import Case, Verdict
from briefing.compare.claims.rivals import comparable, disputed
from briefing.compare.kept import kept
from briefing.compare.lexicon import Word, listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact

PERHAPS = "perhaps the same event"
"""Rule of what is offered, not told."""
FACT_STRONG = 0.2
"""Facts of this strength are one event in passages that are on one matter."""
_FACT_LIKELY = 0.12
"""The same where the passages are on one matter anyhow."""
_SURE = 0.6
"""Passages this near agree where no fact shows it; nearer ones than the alignment asks for are offered."""
_SAME_SPEAKER = 0.6
_BEYOND_DOUBT = 0.8
_LEAST = 0.2
"""Passages this near may hold one event."""
_PLAIN = 0.6
"""Facts this alike are one event in passages that tell of other matters as well."""
_SAME_WORDS = 0.6
"""Facts whose predicate says little ("be") are one where their words are."""
_NEGATIVE = frozenset({"negated", "denied"})
_DENYING = listed("denying")
_REFUSING = frozenset({"decline", "refuse"})
_INFINITIVE = re.compile(r"\s+to\b")
_MEASURES = listed("measures")
_RELATED = 0.3
"""Predicates less alike than this tell of two events, whatever else is alike."""
_DOUBTFUL = 0.4
_ALIKE = 0.75
"""Heads less alike than this are not two words for one thing."""
_SHARED = 0.12
"""Of what passages say besides whom it is about, this share must be common."""
_OPEN = frozenset({"planned", "hedged", "conditional"})


def agreement(case: Case) -> Iterator[Verdict]:
    """Verdicts of agreement on two passages: one for each pair of facts that is one event, or one for the whole."""
    threshold = case.threshold
    if case.aligned.score < min(threshold, _LEAST):
        return
    found = [
        pair
        for pair in best_pairs(case, FACT_STRONG if case.aligned.score < _SURE else _FACT_LIKELY)
        if not polar(pair) and not ahead(pair)
    ]
    found = [pair for pair in found if _one_sense(case, pair)]
    chosen = [pair for pair in found if not _part_of_another(case, pair, found)]
    told = False
    unlike = False
    said: list[FactPair] = []
    for pair in chosen:
        saying = pair.features.saying > 0
        named = saying and _one_speaker(case, pair)
        if not saying and _holds_rivals(case, pair) and _apart(case):
            continue
        if saying and not _one_saying(case, pair) and not (named and _matter_shared(case)):
            continue
        if _two_things(case, pair):
            unlike = True
            break
        if case.aligned.score < threshold and not _plain(pair):
            continue
        told = told or not saying
        said.append(pair)
        rule, why = ("same speaker", _spoken(case, pair)) if named else ("same event", _why(case, pair))
        weight = 0.3 * case.aligned.score
        issue = "saying" if saying else "event"
        yield Verdict("agreed", None, rule, why, facts=(pair.a, pair.b), weight=weight, issue=issue)
    if case.aligned.score < threshold:
        return
    for pair in _left(case, said):
        why, facts = _why(case, pair, sure=False), (pair.a, pair.b)
        yield Verdict("compatible", None, PERHAPS, why, facts=facts, sure=False, weight=0.05, issue="event")
    if not told and not unlike and denies(case.a) == denies(case.b):
        if case.aligned.score >= _SURE and not _apart(case) and _matter_shared(case):
            why = "Both say it in words of like meaning."
            yield Verdict("agreed", None, "same matter", why, weight=0.2, issue="matter")
        else:
            why = "Both seem to tell of the same."
            yield Verdict("compatible", None, "perhaps the same matter", why, weight=0.1, issue="matter", sure=False)


def _apart(case: Case) -> bool:
    """True where numbers, days or predicates of the passages do not go together."""
    return disputed(case) or opposite(case) or _no_number_shared(case) or _no_day_shared(case)


def _left(case: Case, told: list[FactPair]) -> Iterator[FactPair]:
    """Facts that are likely one event, each used once, and in no verdict yet."""
    left, right = {pair.a.id for pair in told}, {pair.b.id for pair in told}
    for pair in case.pairs(FACT_STRONG):
        if polar(pair) or (pair.features.empty and pair.features.cover_most < _SAME_WORDS):
            continue
        if pair.a.id not in left and pair.b.id not in right:
            left.add(pair.a.id)
            right.add(pair.b.id)
            yield pair


def _one_saying(case: Case, pair: FactPair) -> bool:
    """True for sayings of passages that are one matter beyond doubt, where nothing speaks for another speaker."""
    return case.aligned.score >= _BEYOND_DOUBT and pair.strength >= _PLAIN and pair.features.clash == 0


def _plain(pair: FactPair) -> bool:
    """True for facts that are one event by themselves, whatever else their passages tell."""
    f = pair.features
    return pair.strength >= _PLAIN and not f.saying and f.predicate >= _PLAIN and (f.core >= _PLAIN and f.clash == 0)


def _two_things(case: Case, pair: FactPair) -> bool:
    """True where one role is filled by unlike things of other names: "the bridge of Arlo", "the station of Elbo"."""
    for role, head, names in _named_things(case.ours, pair.a):
        for other, its, others in _named_things(case.theirs, pair.b):
            if role == other and names.isdisjoint(others) and case.lexicon.alike(head, its) < _ALIKE:
                return True
    return False


@kept
def _named_things(reading: Reading, fact: Fact) -> list[tuple[str, Word, frozenset[str]]]:
    """Of what has a name beside its noun in one of the two roles: the role, the noun, the names."""
    told = [(role, party_of(reading, x)) for role, x in roles(fact) if role in ("agent", "patient")]
    return [(role, x.head, x.names) for role, x in told if x.names and x.head is not None and x.head.pos == "NOUN"]


def _one_sense(case: Case, pair: FactPair) -> bool:
    """False where predicates exclude each other, or are of two matters, conditions or ways to refuse."""
    if case.lexicon.opposed(pair.a.predicate.lemma, pair.b.predicate.lemma):
        return False
    unlike = pair.features.predicate < _RELATED and (pair.features.core < _PLAIN or pair.features.clash > 0)
    if unlike or (pair.a.status == "conditional") != (pair.b.status == "conditional"):
        return False
    if case.aligned.score < _DOUBTFUL and pair.strength < _DOUBTFUL:
        return False
    return _to_do(case.ours, pair.a) == _to_do(case.theirs, pair.b)


def _to_do(reading: Reading, fact: Fact) -> bool:
    """True for what is refused with an infinitive: "declined to comment" rejects nothing."""
    return fact.predicate.lemma in _REFUSING and _INFINITIVE.match(reading.article.text, fact.predicate.end) is not None


def _matter_shared(case: Case) -> bool:
    """True where the passages share more than whom they are about, a number, or a day."""
    ours, theirs = _matter(case.ours, case.a), _matter(case.theirs, case.b)
    return case.shared(ours, case.b.vocabulary) >= _SHARED or case.shared(theirs, case.a.vocabulary) >= _SHARED


@kept
def _matter(reading: Reading, passage: Passage) -> frozenset[Word]:
    """Words of a passage without its subjects, measures, numbers and days."""
    agents = [x.span for f in passage.facts for role, x in roles(f) if role == "agent"]
    about = {word for span in agents for word in reading.words(span)}
    days = {word for period in passage.periods for word in reading.words(period.span)}
    return frozenset(
        w for w in passage.words if w not in about and w not in days and w.pos != "NUM" and w.lemma not in _MEASURES
    )


def _holds_rivals(case: Case, pair: FactPair) -> bool:
    """True where both facts hold a number of one measure, and none that is the same."""
    if not case.a.amounts or not case.b.amounts:
        return False
    a, b = pair.a.span, pair.b.span
    ours = [x for x in case.a.amounts if a.contains(x.span)]
    theirs = [y for y in case.b.amounts if b.contains(y.span)]
    return any(comparable(x, y) for x in ours for y in theirs) and not any(x.near(y) for x in ours for y in theirs)


def _no_number_shared(case: Case) -> bool:
    """True where both have numbers of one measure, and not one that is the same."""
    pairs = [(x, y) for x in case.a.amounts for y in case.b.amounts if x.dimension and x.dimension == y.dimension]
    return bool(pairs) and not any(x.near(y) for x in case.a.amounts for y in case.b.amounts)


def _no_day_shared(case: Case) -> bool:
    """True where both name days or hours, and not one that meets."""
    ours, theirs = ([p for p in passage.periods if p.fine] for passage in (case.a, case.b))
    return bool(ours and theirs) and not any(x.meets(y) for x in ours for y in theirs)


def opposite(case: Case) -> bool:
    """True where a predicate of one passage excludes one of the other."""
    ours, theirs = _predicates(case.a), _predicates(case.b)
    return any(not theirs.isdisjoint(case.lexicon.opposites(lemma)) for lemma in ours)


@kept
def _predicates(passage: Passage) -> frozenset[str]:
    """The predicates of a passage but those that introduce what is said."""
    return frozenset(fact.predicate.lemma for fact in passage.facts) - SAYING


def _part_of_another(case: Case, pair: FactPair, found: list[FactPair]) -> bool:
    """True for a lone word ("growing"), and for an infinitive within a pair that says it whole ("due to take part")."""
    ours, theirs = case.ours.text((pair.a.start, pair.a.end)), case.theirs.text((pair.b.start, pair.b.end))
    if " " not in ours.strip() or " " not in theirs.strip():
        return True
    return (
        ours.startswith("to ")
        and theirs.startswith("to ")
        and any(
            other.a.span.contains(pair.a.span) and other.b.span.contains(pair.b.span)
            for other in found
            if other is not pair and other.a.predicate.lemma.startswith("be ")
        )
    )


def best_pairs(case: Case, least: float) -> list[FactPair]:
    """Pairs of facts that are one event, each fact used once, strongest first; event nouns are left out."""
    left: set[str] = set()
    right: set[str] = set()
    chosen: list[FactPair] = []
    for pair in case.pairs(least):
        if pair.features.nominal or pair.a.id in left or pair.b.id in right:
            continue
        if pair.features.empty and pair.features.cover_most < _SAME_WORDS:
            continue
        left.add(pair.a.id)
        right.add(pair.b.id)
        chosen.append(pair)
    return chosen


def polar(pair: FactPair) -> bool:
    """True where one fact is negated or denied and the other is not."""
    return (pair.a.status in _NEGATIVE) != (pair.b.status in _NEGATIVE)


def ahead(pair: FactPair) -> bool:
    """True where one fact is still to come, or in doubt, and the other has happened."""
    return (pair.a.status in _OPEN) != (pair.b.status in _OPEN)


@kept
def denies(passage: Passage) -> bool:
    """True where a passage says that something is not so."""
    return any(
        (fact.status in _NEGATIVE and not nominal(fact)) or fact.predicate.lemma in _DENYING for fact in passage.facts
    )


def _one_speaker(case: Case, pair: FactPair) -> bool:
    mine = [x for x in pair.a.arguments if x.role == "agent"]
    its = [x for x in pair.b.arguments if x.role == "agent"]
    return any(arguments_alike(x, y, case.ours, case.theirs, case.lexicon) >= _SAME_SPEAKER for x in mine for y in its)


def _spoken(case: Case, pair: FactPair) -> str:
    """Whom both have it from, by a name rather than a pronoun."""
    for reading, fact in ((case.ours, pair.a), (case.theirs, pair.b)):
        for agent in fact.arguments:
            head = reading.head(agent)
            if agent.role == "agent" and head is not None and head.pos != "PRON":
                return f"Both have it from {reading.text(agent.span)}."
    return "Both have it from the same speaker."


def _why(case: Case, pair: FactPair, *, sure: bool = True) -> str:
    ours, theirs = case.ours.text(pair.a.predicate.span), case.theirs.text(pair.b.predicate.span)
    if ours.casefold() == theirs.casefold():
        return f"Both say “{ours}”." if sure else f"Both say “{ours}”, perhaps of one event."
    return f"“{ours}” and “{theirs}” {'tell the same' if sure else 'may tell of one event'}."


__all__ = ["FACT_STRONG", "PERHAPS", "SAYING", "agreement", "ahead", "best_pairs", "polar"]
