"""Who said what: quotations in the speakers' own words, by speaker; the same words in two sources are told once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from briefing.export.escaping import inline
from briefing.export.page import Page, bullets
from briefing.export.wording import quoted, trimmed
from briefing.model import Quote, Span

FEWEST_WORDS = 3


class Said(NamedTuple):
    """One quotation of one article."""

    article: str
    quote: Quote
    words: str


def quotations(page: Page) -> str:
    """Direct quotations under the name of each speaker, who said most first."""
    speakers = _speakers(page)
    spoken: dict[str, dict[str, list[Said]]] = {}
    for article in page.dossier.articles:
        found = page.findings.get(article.id)
        for quote in _outermost(found.quotes if found else ()):
            words = " … ".join(quoted(article.text, span) for span in quote.content)
            plain = " ".join(re.findall(r"\w+", words.casefold()))
            if plain.count(" ") < FEWEST_WORDS - 1 or not article.reports(quote.span):
                continue
            speaker = speakers.get((article.id, quote.entity or "")) or quote.speaker or ""
            spoken.setdefault(speaker, {}).setdefault(plain, []).append(Said(article.id, quote, words))
    blocks = []
    for speaker in sorted(spoken, key=lambda name: (not name, -len(spoken[name]), name)):
        lines = [_line(page, said) for said in spoken[speaker].values()]
        blocks.append(f"**{inline(speaker) if speaker else 'Speaker not named'}**\n\n{bullets(lines)}")
    return "\n\n".join(blocks)


def _outermost(quotes: Iterable[Quote]) -> list[Quote]:
    """Quotations in their speakers' own words that lie in no other's."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end)):
        if quote.kind != "indirect" and not (kept and kept[-1].span.contains(quote.span)):
            kept.append(quote)
    return kept


def _line(page: Page, said: list[Said]) -> str:
    """The words, and each source that has them with the footnotes that show the words and the speaker's name."""
    told = []
    for one in said:
        told.append(f"{page.name(one.article)}{page.mark(one.article, _whole(page, one))}{_named(page, one)}")
    via = next((f", by way of {inline(one.quote.via)}" for one in said if one.quote.via), "")
    return f"{said[0].words} ({', '.join(told)}{via})"


def _whole(page: Page, said: Said) -> Span:
    """From the beginning of the sentence of the first words to the end of the sentence of the last."""
    parts = [*said.quote.content, *said.quote.source, *said.quote.cue]
    span = Span(min(part.start for part in parts), max(part.end for part in parts))
    first, last = page.sentence_span(said.article, span.start), page.sentence_span(said.article, span.end - 1)
    return trimmed(page.articles[said.article].text, span.hull(first or span).hull(last or span))


def _named(page: Page, said: Said) -> str:
    """The footnote where the speaker is named, when the quotation's own sentences do not name them."""
    found = page.findings[said.article]
    text = page.articles[said.article].text
    whole = _whole(page, said)
    if not said.quote.speaker or said.quote.speaker in whole.of(text):
        return ""
    named = [m.span for m in found.mentions if m.entity == said.quote.entity and m.form == "name"]
    before = [span for span in named if span.start <= whole.start] or named
    sentence = page.sentence_span(said.article, before[-1].start) if before else None
    return page.mark(said.article, sentence) if sentence else ""


def _speakers(page: Page) -> dict[tuple[str, str], str]:
    """The story's name of each article's entity."""
    return {
        (mention.article, mention.entity): entity.name for entity in page.story.entities for mention in entity.mentions
    }
