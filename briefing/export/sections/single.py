"""What one origin alone reports, source by source, in the order of its text."""

from __future__ import annotations

from briefing.export.page import Page, bullets
from briefing.model import Span

WORDING = 220


def single(page: Page) -> str:
    """Every claim of one origin under the name of its source; what a reprint copies stands with the original."""
    told: dict[str, dict[Span, str]] = {article.id: {} for article in page.dossier.articles}
    copies: dict[tuple[str, Span], list[tuple[str, Span]]] = {}
    claims = [(claim, voice) for claim in page.claims("single") for voice in page.voices(claim)[:1]]
    for _, voice in claims:
        if original := page.copied_from(voice.articles[0], voice.span):
            copies.setdefault(original, []).append((voice.articles[0], voice.span))
    for claim, voice in claims:
        article, span = voice.articles[0], voice.span
        if page.copied_from(article, span) is None:
            words = page.tell(article, span, limit=WORDING)
            sentence = page.sentence_span(article, span.start) or span
            others = copies.pop((article, sentence), [])
            also = ", ".join(f"{page.name(other)}{page.mark(other, at)}" for other, at in others)
            told[article][span] = f"{words}{f' (also in {also})' if also else ''}{page.verdict(claim)}"
    for (article, sentence), others in copies.items():
        also = ", ".join(f"{page.name(other)}{page.mark(other, at)}" for other, at in others)
        told[article][sentence] = f"{page.quote(article, sentence, limit=WORDING)} (also in {also})"
    return "\n\n".join(
        f"### {page.name(article)}\n\n{bullets(lines[span] for span in sorted(lines))}"
        for article, lines in told.items()
        if lines
    )
