"""The component: the status of each fact, and the attribution that holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import msgspec
from spacy.tokens import Doc, Token

from briefing.model import Fact, Quote, Status
from briefing.nlp import extensions
from briefing.nlp.status.lexicon import StatusLexicon, status_lexicon
from briefing.nlp.status.operators import Operator
from briefing.nlp.status.scope import Scopes

PRECEDENCE: tuple[Status, ...] = ("denied", "conditional", "hedged", "negated", "planned", "attributed")
"""Where several statuses hold a fact, the first of these is its status: "may not be known" is hedged."""


class FactStatus:
    """Sets ``status`` and ``quote`` of each fact in ``doc._.facts``."""

    def __call__(self, doc: Doc) -> Doc:
        """Judge the facts of ``doc``."""
        extensions.register()
        cues = status_lexicon()
        scopes = Scopes(doc, cues)
        token_at = {token.idx: token for token in doc}
        holders = innermost(doc._.facts, doc._.quotes)
        quotes = {quote.id: quote for quote in doc._.quotes}
        judged: list[Fact] = []
        for fact in doc._.facts:
            word = token_at[fact.predicate.start]
            quote = quotes.get(holders.get(fact.id, ""))
            operators = set(scopes.operators(word))
            if quote is not None:
                operators.add(_held(word, operators, quote, doc, cues))
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


def decide(operators: Iterable[Operator]) -> tuple[Status, str]:
    """The status that takes precedence among the operators, with its rule; stated where there is none."""
    found = sorted(operators, key=lambda operator: (PRECEDENCE.index(operator.status), operator.rule))
    return (found[0].status, found[0].rule) if found else ("stated", "")


def innermost(facts: Iterable[Fact], quotes: Iterable[Quote]) -> dict[str, str]:
    """Id of each fact that somebody's words hold -> id of the shortest such attribution.

    A sweep over both in text order: quotes nest, so few are open at a time.
    """
    spans = sorted((span.start, span.end, quote.id) for quote in quotes for span in quote.content)
    starts = [start for start, _, _ in spans]
    longest = max((end - start for start, end, _ in spans), default=0)
    held: dict[str, str] = {}
    for fact in facts:
        at = fact.predicate
        best: tuple[int, str] | None = None
        for start, end, name in reversed(spans[: bisect_right(starts, at.start)]):
            if at.start - start > longest:
                break
            if at.end <= end and (best is None or (end - start, name) < best):
                best = (end - start, name)
        if best is not None:
            held[fact.id] = best[1]
    return held


def _held(word: Token, operators: set[Operator], quote: Quote, doc: Doc, cues: StatusLexicon) -> Operator:
    """Attributed; denied where the speaker negates what others say of the matter."""
    negated = any(operator.status == "negated" for operator in operators)
    if negated:
        span = [doc.char_span(cue.start, cue.end, alignment_mode="expand") for cue in quote.cue]
        if any(token.lemma_.lower() in cues.insisting for cue in span if cue is not None for token in cue):
            return Operator("denied", "negated-by-insisting-speaker")
        said_of = [child for child in word.children if child.dep_ in {"attr", "acomp", "dobj", "nsubj"}]
        if any(token.lemma_.lower() in cues.denials for token in (word, *said_of)):
            return Operator("denied", "idiom-of-denial")
    return Operator("attributed", "in-attribution")
