"""What one source says happened and another that it did not: the same event, affirmed and negated.

"The council was told" and "the council was not informed"; "shook hands" and "refused to shake his hand"; "no one was
hurt" and "six passengers were injured"; "they have agreed on overtime" and "there is no agreement on overtime".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from briefing.compare.alignment.facts import EMPTY, arguments_alike, nominal
from briefing.compare.claims.case import Case, CaseMaker, Verdict
from briefing.compare.claims.dates import of_fact
from briefing.compare.claims.deeds import accomplished, of_other
from briefing.compare.claims.frames import Frame, frame, predicates, speaks
from briefing.compare.claims.telling import standings, words
from briefing.compare.kept import kept
from briefing.compare.lexicon import Word, listed
from briefing.compare.periods import Period
from briefing.compare.reading import Passage, Reading
from briefing.model import Fact, Span

_NEGATIVE = frozenset({"negated", "denied"})
_DENIED = frozenset({"denied"})
_TOLD = frozenset({"stated", "attributed"})
_UNSURE = frozenset({"conditional", "hedged"})
_AHEAD = re.compile(
    r"\b(?:will (?:not|never)|won['’]t|would (?:not|never)|wouldn['’]t|shall not|not going to|not to)\b"
    r"|\b(?:(?:about|going) to|(?:intention|thought|question) of)\b",
    re.IGNORECASE,
)
"""What is refused for the future is no denial of what has been."""
_BEFORE = 16
"""Characters before a clause in which its "about to" stands."""
_STILL = re.compile(
    r"\b(?:yet|still|so far|until now|as yet|for now|(?:has|have) (?:not|never)|(?:has|have)n['’]t)\b"
    r"|\b(?:no one|nobody|none|no \w+) (?:has|have)\b",
    re.IGNORECASE,
)
_SPLIT_NOT = re.compile(r"\b(?:not|never|no)\b[^.;]{0,25}$", re.IGNORECASE)
"""What stands before the clause in "it was not he who invited them"."""
_IF = re.compile(r"(?:if|unless|whether|in case)\b", re.IGNORECASE)
_SELF = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_SCORE = 0.2
_SCORE_ALONE = 0.12
"""The same of sentences that say nothing else: "No one was hurt"."""
_PLAINLY = 0.6
_SAME = 0.7
_ALIKE = 0.6
_HALF = 0.5
_WHOLLY = 0.9
_ORDINALS = listed("ordinals")
_MEASURES = listed("measures")
_NO_NEWS = listed("no_news")
"""Predicates that many things can and cannot be said of at once."""
_SAYS_LITTLE = EMPTY | _NO_NEWS


def polarity(case: Case) -> Iterator[Verdict]:
    """Verdicts on events that one passage affirms and the other negates."""
    if case.aligned.score < _least(case) or not (_negates(case.a) or _negates(case.b)):
        return
    for mine in case.a.facts:
        for its in case.b.facts:
            if (mine.status in _NEGATIVE) == (its.status in _NEGATIVE) or not _one_act(case, mine, its):
                continue
            if {mine.status, its.status} & _UNSURE:
                if _feared(case, mine, its):
                    yield _averted(case, mine, its)
                continue
            if _denied(case, mine, its):
                yield said_and_denied(case, mine, its)
            elif _after_all(case, mine, its):
                yield _done_after_all(case, mine, its)


def _one_act(case: Case, mine: Fact, its: Fact) -> bool:
    """True for predicates that say something, and the same: what all else rests on."""
    lemmas = mine.predicate.lemma, its.predicate.lemma
    return _SAYS_LITTLE.isdisjoint(lemmas) and predicates(case, mine, its) >= _SAME


def _least(case: Case) -> float:
    """How near two passages must be to deny each other."""
    return _SCORE_ALONE if len(case.a.facts) == len(case.b.facts) == 1 else _SCORE


@kept
def _negates(passage: Passage) -> bool:
    """True where a passage says of anything that it is not so."""
    return any(fact.status in _NEGATIVE for fact in passage.facts)


def across(cases: CaseMaker) -> Iterator[tuple[Case, Verdict]]:
    """Verdicts on what somebody named is said to have done and to deny, however far apart the sentences are."""
    denied = [list(_of_named(reading, _DENIED)) for reading in cases.readings]
    told = [list(_of_named(reading, _TOLD)) for reading in cases.readings]
    for i, j in itertools.permutations(range(len(cases.readings)), 2):
        if cases.readings[i].origin == cases.readings[j].origin:
            continue
        for passage, negative, agent in denied[i]:
            for other, positive, doer in told[j]:
                if agent != doer or negative.predicate.lemma != positive.predicate.lemma:
                    continue
                case = cases.of(passage, other)
                mine, its = (negative, positive) if passage is case.a else (positive, negative)
                if not _one_act(case, mine, its) or case.aligned.score >= _SCORE:
                    continue
                if _denied(case, mine, its) and not _bare(mine, its):
                    yield case, said_and_denied(case, mine, its)


def _bare(a: Fact, b: Fact) -> bool:
    """True where either has nothing besides its doer that could show it to be the same event."""
    return any(not [x for x in fact.arguments if x.role in ("patient", "other", "attribute")] for fact in (a, b))


def _of_named(reading: Reading, standing: frozenset[str]) -> Iterator[tuple[Passage, Fact, str]]:
    for passage in reading.passages:
        for fact in passage.facts:
            if fact.status in standing and not nominal(fact):
                for argument in fact.arguments:
                    agent = reading.entity.get(argument.entity or "") if argument.role == "agent" else None
                    if agent is not None:
                        yield passage, fact, agent


def _denied(case: Case, mine: Fact, its: Fact) -> bool:
    """True where two of like predicates are one event, and the positive one is told as a fact."""
    if speaks(mine) or speaks(its) or of_two_speakers(case, mine, its) or counted_apart(case, mine, its):
        return False
    shared = frame(case, mine, its)
    if shared.clash or not _one_event(case, shared, mine, its):
        return False
    ours = mine.status in _NEGATIVE
    negative, reading = (mine, case.ours) if ours else (its, case.theirs)
    positive, asserting = (its, case.theirs) if ours else (mine, case.ours)
    ahead = ahead_of(reading, negative)
    if _IF.match(reading.text(negative.span)):
        return False
    if (positive.status == "planned") != ahead or not affirms(asserting, positive) or not _one_time(case, mine, its):
        return False
    return nominal(negative) == nominal(positive) or negative.rule.endswith("determiner")


def ahead_of(reading: Reading, fact: Fact) -> bool:
    """True for what is said not to be meant for the future: "will not go", "no intention of going"."""
    return _AHEAD.search(reading.article.text, max(0, fact.start - _BEFORE), fact.end) is not None


def of_two_speakers(case: Case, mine: Fact, its: Fact) -> bool:
    """True where one says "I" or "we" and the other is not said by or of the same: "I am sure", "we are not sure"."""
    for reading, fact, other_reading, other in (
        (case.ours, mine, case.theirs, its),
        (case.theirs, its, case.ours, mine),
    ):
        tokens = reading.findings.tokens
        if not any(tokens[i].lemma in _SELF for x in fact.arguments for i in reading.tokens(x.span)):
            continue
        speaker = reading.speaker(fact.quote)
        if speaker is None or speaker not in {other_reading.speaker(other.quote), *other_reading.names(other.span)}:
            return True
    return False


def _feared(case: Case, mine: Fact, its: Fact) -> bool:
    """True where one says what might come and the other, of a like predicate and not earlier, that it did not."""
    first = mine.status in _NEGATIVE
    negative, reading = (mine, case.ours) if first else (its, case.theirs)
    if case.later is first and case.later is not None:
        return False
    shared = frame(case, mine, its)
    return (
        not shared.clash
        and shared.known
        and shared.least >= _ALIKE
        and finite(reading, negative)
        and not ahead_of(reading, negative)
        and same_object(case, mine, its)
    )


def _after_all(case: Case, mine: Fact, its: Fact) -> bool:
    """True where the later report tells as done what by the earlier would not be: "would not sign", "signed"."""
    if case.later is None:
        return False
    first, reading, last, other = (mine, case.ours, its, case.theirs)
    if not case.later:
        first, reading, last, other = (its, case.theirs, mine, case.ours)
    if first.status not in _NEGATIVE or not ahead_of(reading, first) or not accomplished(other, last):
        return False
    shared = frame(case, mine, its)
    alike = shared.known and shared.actors >= _ALIKE and shared.least >= _HALF
    return alike and not shared.clash and not of_other(case, mine, its)


def _done_after_all(case: Case, mine: Fact, its: Fact) -> Verdict:
    why = f"“{words(case, mine, True)}”, “{words(case, its, False)}”: ruled out in one report, done by the later."
    values = standings(case, mine, its)
    return Verdict("update", "outcome", "done after all", why, values, (mine, its), weight=1.5, issue="plan")


def _averted(case: Case, mine: Fact, its: Fact) -> Verdict:
    why = f"“{words(case, mine, True)}”, “{words(case, its, False)}”: open in one report, not so in the other."
    values = standings(case, mine, its)
    return Verdict("update", "outcome", "did not come", why, values, (mine, its), weight=1.5, issue="plan")


def _one_event(case: Case, shared: Frame, mine: Fact, its: Fact) -> bool:
    if shared.known:
        return _same_actors(case, shared, mine, its) and same_object(case, mine, its)
    bare = {x.role for fact in (mine, its) for x in fact.arguments} & {"agent", "patient"}
    return (
        bool(bare)
        and _same_complement(case, mine, its)
        and case.aligned.score >= (_PLAINLY if shared.predicate < 1.0 else _least(case))
    )


def _same_actors(case: Case, shared: Frame, mine: Fact, its: Fact) -> bool:
    """True where those who take part are alike; what is done to one thing may be done by people called otherwise."""
    if shared.bearers < _ALIKE:
        return False
    if shared.least >= _ALIKE:
        return True
    patients = [[x for x in fact.arguments if x.role == "patient"] for fact in (mine, its)]
    if not all(patients) or case.aligned.score < _HALF:
        return False
    agents = [
        case.ours.entity.get(x.entity or "") or case.theirs.entity.get(x.entity or "")
        for fact in (mine, its)
        for x in fact.arguments
        if x.role == "agent"
    ]
    alike = arguments_alike(patients[0][0], patients[1][0], case.ours, case.theirs, case.lexicon)
    return alike >= _WHOLLY and not any(agents)


def _same_complement(case: Case, mine: Fact, its: Fact) -> bool:
    """False where both have a complement, and it is not the same: "paid for locks", "paid a ransom"."""
    ours, theirs = ([x for x in fact.arguments if x.role in ("other", "attribute")] for fact in (mine, its))
    likest = [arguments_alike(x, y, case.ours, case.theirs, case.lexicon) for x in ours for y in theirs]
    return not likest or max(likest) >= _HALF


def same_object(case: Case, mine: Fact, its: Fact) -> bool:
    """False where both have something besides what they share, and it is not the same: "paid a fine", "paid rent"."""
    shared = [
        (x.span, y.span)
        for x in mine.arguments
        for y in its.arguments
        if arguments_alike(x, y, case.ours, case.theirs, case.lexicon) >= _ALIKE
    ]
    ours = _things(case.ours, mine, [x for x, _ in shared])
    theirs = _things(case.theirs, its, [y for _, y in shared])
    return not ours or not theirs or any(case.lexicon.alike(x, y) >= _HALF for x in ours for y in theirs)


def counted_apart(case: Case, mine: Fact, its: Fact) -> bool:
    """True for "in the first blast" and "in the second blast"."""
    ours, theirs = _counted(case.ours, mine), _counted(case.theirs, its)
    return any(noun == other and first != second for noun, first in ours for other, second in theirs)


@kept
def _counted(reading: Reading, fact: Fact) -> set[tuple[str, str]]:
    tokens = reading.findings.tokens
    inside = reading.tokens(fact.core or fact.span)
    return {(tokens[tokens[i].head].lemma, tokens[i].lemma) for i in inside if tokens[i].lemma in _ORDINALS}


def _things(reading: Reading, fact: Fact, shared: list[Span]) -> list[Word]:
    """Nouns of a fact's clause outside its doer, its times and what is shared."""
    out = [*shared, fact.predicate.span, *(x.span for x in fact.arguments if x.role in ("agent", "time"))]
    tokens = reading.findings.tokens
    return [
        Word(tokens[i].lemma, tokens[i].pos)
        for i in reading.tokens(fact.core or fact.span)
        if tokens[i].pos in ("NOUN", "PROPN")
        and tokens[i].lemma not in _MEASURES
        and not any(span.start <= tokens[i].start < span.end for span in out)
    ]


@kept
def affirms(reading: Reading, fact: Fact) -> bool:
    """True for a finite clause that no "not" before it takes back."""
    before = reading.article.text[max(0, fact.start - 30) : fact.start]
    return finite(reading, fact) and _SPLIT_NOT.search(before) is None


@kept
def finite(reading: Reading, fact: Fact) -> bool:
    """True for a finite clause: infinitives and participles say what might be, or what is said beside the matter."""
    if nominal(fact):
        return False
    words = reading.text(fact.span).casefold()
    return not words.startswith("to ") and not reading.text(fact.predicate.span).casefold().split(" ")[0].endswith(
        "ing"
    )


def _one_time(case: Case, a: Fact, b: Fact) -> bool:
    ours, theirs = of_fact(case.a, a), of_fact(case.b, b)
    if not ours or not theirs:
        return True
    for reading, fact, mine, its in ((case.ours, a, ours, theirs), (case.theirs, b, theirs, ours)):
        if fact.status in _NEGATIVE and any(since(reading, x) and x.same(y) for x in mine for y in its):
            return False
    return any(x.meets(y) for x in ours for y in theirs)


def since(reading: Reading, period: Period) -> bool:
    """True for "since 1990": what has not been since then may have been then."""
    return reading.article.text[: period.span.start].casefold().endswith(("since ", "since the ", "since last "))


def said_and_denied(case: Case, mine: Fact, its: Fact) -> Verdict:
    """The verdict on an act that is told and denied: an update where what is not so yet is so in the later report."""
    texts = words(case, mine, True), words(case, its, False)
    values = standings(case, mine, its)
    facts = (mine, its)
    negative_first = (mine.status in _NEGATIVE) == (case.later is not False)
    first = (case.ours, mine) if case.later is not False else (case.theirs, its)
    if case.later is not None and negative_first and _STILL.search(first[0].text(first[1].span)):
        why = f"Not so in the earlier report (“{texts[0]}”), so in the later (“{texts[1]}”)."
        return Verdict("update", "outcome", "since done", why, values, facts, weight=1.6, issue="outcome")
    why = f"“{texts[0]}” against “{texts[1]}”."
    return Verdict("conflict", "outcome", "said and denied", why, values, facts, weight=2.0, issue="outcome")
