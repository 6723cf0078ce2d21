"""The component: predications with their participants, as records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc, Token
from spacy.training import Example

from briefing.model import Argument, Article, Fact, Mention, Predicate, Role, Span
from briefing.nlp import extensions
from briefing.nlp.facts.lexicon import lexicon
from briefing.nlp.facts.mending import mend
from briefing.nlp.facts.nominal import of_noun
from briefing.nlp.facts.participants import Found, Participants, governed
from briefing.nlp.facts.phrases import clause, coordinated_names, phrase, trimmed
from briefing.nlp.facts.predicates import Predication, predications
from briefing.nlp.facts.scorer import score_facts


class Facts:
    """Writes ``doc._.facts``; their status is set by ``briefing_status``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the facts of ``doc``."""
        extensions.register()
        mend(doc)
        words = lexicon()
        times = _time_tokens(doc)
        starts = _sentence_starts(doc)
        mentions = _mentioned(doc)
        participants = Participants(words, times, {index: mention.type for index, mention in mentions.items()})
        facts: list[Fact] = []
        found = predications(doc, words, _furniture(doc) | times)
        for predication in sorted(found, key=lambda predication: predication.first):
            sentence = bisect_right(starts, predication.token.idx) - 1
            arguments = _arguments(predication, _found(predication, participants), mentions)
            facts.append(_fact(len(facts), predication, arguments, sentence))
        doc._.facts = tuple(facts)
        return doc

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, float]:
        """Figures for ``nlp.evaluate``; see :func:`~briefing.nlp.facts.scorer.score_facts`."""
        return score_facts(examples)


def _found(predication: Predication, participants: Participants) -> Iterable[Found]:
    """Role and head word of who and what takes part."""
    if predication.name is not None:
        return [("patient", predication.name), ("attribute", predication.token)]
    if predication.kind == "noun":
        return of_noun(predication.token, participants)
    if predication.kind == "attribution":
        return [("agent", source) for source in governed(predication.token.nbor(1))]
    return participants.of_verb(predication.token)


def _fact(number: int, predication: Predication, arguments: list[Argument], sentence: int) -> Fact:
    doc = predication.token.doc
    last = doc[predication.last]
    whole, core = _extent(predication)
    return Fact(
        id=f"f{number}",
        start=whole.start,
        end=whole.end,
        sentence=max(0, sentence),
        predicate=Predicate(start=doc[predication.first].idx, end=last.idx + len(last.text), lemma=predication.lemma),
        arguments=tuple(arguments),
        rule=predication.rule,
        core=core if core != whole else None,
    )


def _extent(predication: Predication) -> tuple[Span, Span]:
    """The clause of a verb and its core; twice the phrase of a noun, or a name with what it is said to be."""
    token, name = predication.token, predication.name
    if predication.kind == "attribution":
        whole = trimmed(token, token.right_edge)
        return whole, whole
    if name is None and predication.kind != "noun":
        return clause(token)
    whole = phrase(token, outside=name)
    if name is not None:
        whole = whole.hull(phrase(name, outside=token))
    return whole, whole


def _arguments(predication: Predication, found: Iterable[Found], mentions: dict[int, Mention]) -> list[Argument]:
    token, name = predication.token, predication.name
    seen: set[tuple[Role, int]] = set()
    arguments: list[Argument] = []
    for role, first in found:
        names = coordinated_names(first) if name is None else []
        for head in names or [first]:
            if (role, head.i) in seen or (head == token and name is None) or _stands_for_nothing(head):
                continue
            seen.add((role, head.i))
            span = phrase(head, outside=name if head == token else token, together=not names and name is None)
            mention = mentions.get(head.i)
            if mention is not None and mention.form == "name":
                span = span.hull(mention.span)
            word = Span(head.idx, head.idx + len(head.text))
            entity = _entity(head, mentions)
            arguments.append(Argument(role=role, start=span.start, end=span.end, head=word, entity=entity))
    return arguments


def _stands_for_nothing(head: Token) -> bool:
    """True for "that" and "which" of which it is not known what they stand for."""
    return head.tag_ in {"WDT", "IN"} and head.lower_ in {"that", "which"}


def _sentence_starts(doc: Doc) -> list[int]:
    """Where each sentence with a word in it begins: the sentences of ``Findings.sentences``."""
    firsts = (next((token for token in sentence if not token.is_space), None) for sentence in doc.sents)
    return [first.idx for first in firsts if first is not None]


def _mentioned(doc: Doc) -> dict[int, Mention]:
    """Token index -> the innermost mention that the token is in."""
    found: dict[int, Mention] = {}
    for mention in sorted(doc._.mentions, key=lambda mention: mention.start - mention.end):
        found.update(dict.fromkeys(_tokens_in(doc, mention.span), mention))
    return found


def _entity(head: Token, mentions: dict[int, Mention]) -> str | None:
    """The entity of a head word, or of its apposition ("its president, Nana Adu")."""
    near = [head, *(child for child in head.rights if child.dep_ == "appos")]
    return next((mentions[token.i].entity for token in near if token.i in mentions), None)


def _furniture(doc: Doc) -> frozenset[int]:
    """Indexes of the tokens that are no reporting: marked stretches other than the headline."""
    article: Article | None = doc._.article
    marks = [mark.span for mark in article.furniture if mark.kind != "headline"] if article else []
    return frozenset(index for mark in marks for index in _tokens_in(doc, mark))


def _tokens_in(doc: Doc, stretch: Span) -> range:
    span = doc.char_span(stretch.start, stretch.end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


def _time_tokens(doc: Doc) -> frozenset[int]:
    """Indexes of the tokens of time expressions; the model's own where no component has found any."""
    if not doc._.times:
        return frozenset(token.i for token in doc if token.ent_type_ in {"DATE", "TIME"})
    return frozenset(index for time in doc._.times for index in _tokens_in(doc, time.span))
