"""The component: the status of each fact, and the attribution that holds it."""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

import msgspec
from spacy.tokens import Doc, Token
from spacy.training import Example

from briefing.model import Article, Fact, Quote, Span, Status, Time
from briefing.nlp import extensions
from briefing.nlp.status.contents import of_contents
from briefing.nlp.status.denials import announcing_quotes, denying_quotes, in_attribution, is_announced
from briefing.nlp.status.lexicon import status_lexicon
from briefing.nlp.status.operators import Operator
from briefing.nlp.status.scope import Scopes
from briefing.nlp.status.scorer import score_status

PRECEDENCE: tuple[Status, ...] = ("denied", "conditional", "hedged", "negated", "planned", "attributed")
"""Where several statuses hold a fact, the first of these is its status.

Denied comes first: "denied that it might have failed", and a speaker's own denial. A condition holds whatever it makes
possible ("might be lifted if", "will raise it if", "will not fly until"). A hedge stands over negation and plan ("may
not be known", "would probably sell", "is understood to be flying in"), and its adverb over a condition beside it
("would probably take ten days once work resumed"); a negation over a plan ("has no intention of going"), and any of
these over the attribution that holds them: "said that it had signed nothing" is negated, "said it would sign" planned.
One thing alone is attributed though negated, what others are merely reported to say: "reports that trucks had not been
chained down".
"""

_CALENDAR = re.compile(r"\d{4}(?:-\d\d){0,2}(?![\w-])|\d{4}-\d\d-\d\dT")
_AT = frozenset({" ", " on ", " in ", " this ", " at "})
_PRESENT = frozenset({"VBZ", "VBP"})


class FactStatus:
    """Sets ``status`` and ``quote`` of each fact in ``doc._.facts``."""

    def __call__(self, doc: Doc) -> Doc:
        """Judge the facts of ``doc``."""
        extensions.register()
        cues = status_lexicon()
        scopes = Scopes(doc, cues)
        starts = {fact.predicate.start for fact in doc._.facts}
        words = _words_at(doc, starts)
        holders = innermost(doc._.facts, doc._.quotes)
        quotes = {quote.id: quote for quote in doc._.quotes}
        ahead = _times_ahead(doc)
        starts_ahead = {time.start for time in ahead}
        judged: list[Fact] = []
        held: dict[int, Quote] = {}
        denying, announcing = denying_quotes(doc, cues), announcing_quotes(doc)
        for fact in doc._.facts:
            word = words[fact.predicate.start]
            quote = quotes.get(holders.get(fact.id, "")) or _shared(word, held)
            if quote is not None:
                held[word.i] = quote
            operators = set(scopes.operators(word))
            operators |= of_contents(word, scopes.operators(word), starts, cues)
            if ahead and _is_scheduled(fact, word, ahead, starts_ahead):
                operators.add(Operator("planned", "time-ahead"))
            if quote is not None:
                if quote.id in announcing and is_announced(word):
                    operators.add(Operator("planned", "announced"))
                operators.add(in_attribution(word, operators, quote, denying, cues))
            status, rule = decide(operators)
            judged.append(
                msgspec.structs.replace(
                    fact,
                    status=status,
                    quote=quote.id if quote else None,
                    rule=f"{fact.rule} + {rule}" if rule else fact.rule,
                )
            )
        doc._.facts = tuple(judged)
        return doc

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Figures for ``nlp.evaluate``; see :func:`~briefing.nlp.status.scorer.score_status`."""
        return score_status(examples)


def decide(operators: Iterable[Operator]) -> tuple[Status, str]:
    """The status that takes precedence among the operators, with its rule; stated where there is none."""
    held = list(operators)
    if any(operator.rule.startswith("hearsay-") for operator in held):
        held = [operator for operator in held if operator.status != "negated"]
    if Operator("hedged", "adverb") in held:  # "would probably take ten days once work resumed"
        held = [operator for operator in held if operator.rule != "consequence"]
    found = sorted(held, key=lambda operator: (PRECEDENCE.index(operator.status), operator.rule))
    return (found[0].status, found[0].rule) if found else ("stated", "")


def innermost(facts: Iterable[Fact], quotes: Iterable[Quote]) -> dict[str, str]:
    """Id of each fact that somebody's words hold -> id of the shortest such attribution.

    One sweep over both in text order; a heap keeps the attributions begun, the shortest first.
    """
    spans = sorted((span.start, span.end, quote.id) for quote in quotes for span in quote.content)
    begun: list[tuple[int, int, str]] = []
    held: dict[str, str] = {}
    at = 0
    for fact in sorted(facts, key=lambda fact: fact.predicate.start):
        place = fact.predicate
        while at < len(spans) and spans[at][0] <= place.start:
            start, end, name = spans[at]
            heapq.heappush(begun, (end - start, end, name))
            at += 1
        while begun and begun[0][1] <= place.start:
            heapq.heappop(begun)
        if begun and place.end <= begun[0][1]:
            held[fact.id] = begun[0][2]
    return held


def _words_at(doc: Doc, starts: set[int]) -> dict[int, Token]:
    """The words that begin at these characters."""
    at = {start: place for place, start in enumerate(doc.to_array("IDX").tolist())}
    return {start: doc[at[start]] for start in starts}


def _shared(word: Token, held: dict[int, Quote]) -> Quote | None:
    """The attribution set between two verbs of one subject: "they came at dawn, survivors said, and burned it"."""
    if word.dep_ != "conj" or word.pos_ != "VERB" or any(child.dep_.startswith("nsubj") for child in word.children):
        return None
    quote = held.get(word.head.i)
    between = quote is not None and any(word.head.idx < cue.start < word.idx for cue in quote.cue)
    return quote if between else None


def _times_ahead(doc: Doc) -> list[Time]:
    """Days, months and years after the day of publication, where it is known; in order, none overlapping."""
    article: Article | None = doc._.article
    day = article.day.isoformat() if article and article.day else ""
    return [time for time in doc._.times if day and _CALENDAR.match(time.value or "") and time.value[: len(day)] > day]


def _is_scheduled(fact: Fact, word: Token, ahead: list[Time], starts: set[int]) -> bool:
    """True for what is told in the present tense, or named as an event, with a time to come: "arrive on 8 October".

    What is announced "for 8 October" is announced now.
    """
    text = extensions.text_of(word.doc)
    spans = [
        argument.span
        for argument in fact.arguments
        if argument.role == "time" and not text.endswith("for ", 0, argument.start)
    ]
    noun = word.pos_ in ("NOUN", "PROPN")
    end = fact.predicate.end
    if noun and any(end + len(joint) in starts and text.startswith(joint, end) for joint in _AT):
        return True
    if not any(_holds_one(span, ahead) for span in spans):
        return False
    if noun or word.tag_ in _PRESENT:
        return True
    helpers = (child for child in word.children if child.dep_ in ("aux", "auxpass") and child.lemma_ == "be")
    return word.tag_ in ("VBG", "VBN") and any(child.tag_ in _PRESENT for child in helpers)


def _holds_one(span: Span, times: list[Time]) -> bool:
    """Whether one of the times has a code point in the span; the last that begins before its end is the one to ask."""
    at = bisect_left(times, span.end, key=lambda time: time.start)
    return at > 0 and times[at - 1].end > span.start
