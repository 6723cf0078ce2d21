"""The component: drafts of all rules, the doubled ones taken out, made into records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.training import Example

from briefing.model import Quote, QuoteKind, Span
from briefing.nlp import extensions
from briefing.nlp.names.agents import is_aged
from briefing.nlp.quotes.carrying import Carrying
from briefing.nlp.quotes.colons import colon_attributions
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.looking_back import looking_back
from briefing.nlp.quotes.mending import mend
from briefing.nlp.quotes.nested import without_echoes
from briefing.nlp.quotes.nominal import nominal_attributions
from briefing.nlp.quotes.parting import parted
from briefing.nlp.quotes.quoted import quoted_after_report, quoted_speech
from briefing.nlp.quotes.reading import Reading
from briefing.nlp.quotes.reported import reported_speech
from briefing.nlp.quotes.scorer import score_quotes
from briefing.nlp.quotes.speakers import Speakers, source_span


@Language.factory(
    "briefing_quotes",
    assigns=["doc._.quotes"],
    requires=["token.dep", "token.head", "doc.sents"],
    default_score_weights={"quotes_content_f": 0.5, "quotes_speaker_f": 0.5},
)
def make_quotes(nlp: Language, name: str) -> Quotes:
    """The component."""
    return Quotes()


class Quotes:
    """Writes ``doc._.quotes``, every attribution in the order of the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the attributions of ``doc``; ``doc._.mentions`` and ``doc._.entities`` may be empty."""
        extensions.register()
        reading = Reading(doc)
        drafts = quoted_speech(reading)
        reported = _without_doubles(drafts, reported_speech(reading))
        drafts += reported + quoted_after_report(reading, drafts, reported)
        drafts += nominal_attributions(reading)
        drafts += colon_attributions(reading)
        drafts += list(looking_back(reading, drafts))
        drafts = [draft for draft in drafts if not _only_a_time(doc, draft)]
        drafts.sort(key=lambda draft: (min(draft.content), [t.i for t in draft.cue]))
        mend(doc, drafts)
        speakers = Speakers(doc)
        records = Carrying(reading, speakers).run((draft, _record(reading, speakers, draft)) for draft in drafts)
        kept = without_echoes(reading, records)
        single = (part for _, quote in kept for part in parted(reading.text, quote))
        doc._.quotes = tuple(msgspec.structs.replace(quote, id=f"q{n}") for n, quote in enumerate(single, 1))
        return doc

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, float]:
        """See :func:`~briefing.nlp.quotes.scorer.score_quotes`."""
        return score_quotes(examples)


def _only_a_time(doc: Doc, draft: Draft) -> bool:
    """True for a draft whose content is a day: "pressed by deputies on Tuesday"."""
    if draft.quoted or draft.rule not in _PHRASES or len(draft.content) != 1:
        return False
    return any(time.start <= draft.content[0].start and draft.content[0].end <= time.end for time in doc._.times)


_PHRASES = frozenset({"verb-preposition", "passive-clause", "verb-object", "verb-charge"})
"""Rules whose content may be a bare noun."""


def _without_doubles(quoted: list[Draft], reported: Iterable[Draft]) -> list[Draft]:
    """Reported speech that is not the clause around a quotation already attributed by the same cue."""
    by_cue: dict[int, list[Draft]] = {}
    for draft in quoted:
        for token in draft.cue:
            by_cue.setdefault(token.i, []).append(draft)
    kept: list[Draft] = []
    for draft in reported:
        rivals = {id(r): r for token in draft.cue for r in by_cue.get(token.i, ())}.values()
        if not any(a.overlaps(b) for r in rivals for a in r.content for b in draft.content):
            kept.append(draft)
    return kept


def _record(reading: Reading, speakers: Speakers, draft: Draft) -> Quote:
    head = None if draft.subject is None or _reported(draft, draft.subject) else draft.subject
    timed = head is not None and any(time.start <= head.idx < time.end for time in reading.doc._.times)
    if head is not None and timed and not is_aged(head):
        head = None  # "yesterday" says nothing: the parse was wrong
    name, entity = speakers.resolve(head) if head is not None else (None, None)
    told = f", {speakers.described}" if head is not None and speakers.described else ""
    if draft.described is not None and entity is None:
        name = draft.described.of(reading.text) if head is not None else None
    via = speakers.resolve(draft.via)[0] if draft.via is not None else None
    return Quote(
        id="",
        content=tuple(_unmarked(reading, span) for span in draft.content),
        cue=_cue(reading.text, draft.cue),
        source=_source(reading, draft, head),
        speaker=name,
        entity=entity,
        kind=_kind(reading, draft),
        via=via,
        rule=draft.rule + told,
    )


def _reported(draft: Draft, head: Token) -> bool:
    """True where the supposed speaker's word stands in what was said: the parse was wrong."""
    return any(span.contains((head.idx, head.idx + len(head))) for span in draft.content)


def _source(reading: Reading, draft: Draft, head: Token | None) -> tuple[Span, ...]:
    if draft.described is not None:
        return (draft.described,)
    return (source_span(reading.doc, head),) if head is not None else ()


def _cue(text: str, tokens: list[Token]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for token in sorted(tokens, key=lambda t: t.i):
        span = Span(token.idx, token.idx + len(token))
        if spans and not text[spans[-1].end : span.start].strip():
            spans[-1] = spans[-1].hull(span)
        else:
            spans.append(span)
    return tuple(spans)


def _unmarked(reading: Reading, span: Span) -> Span:
    """Without quotation marks where they enclose all of it."""
    for quotation in reading.touching(span):
        if quotation.outer == span and quotation.inner.length:
            return quotation.inner
    return span


def _kind(reading: Reading, draft: Draft) -> QuoteKind:
    length = sum(span.length for span in draft.content)
    marked = sum(span.shared(quotation.outer) for span in draft.content for quotation in reading.touching(span))
    if draft.quoted or marked >= length:
        return "direct"
    return "mixed" if marked else "indirect"
