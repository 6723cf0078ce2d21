"""What one origin alone reports, source by source, in the order of its text."""

from __future__ import annotations

from briefing.export.page import Page, bullets

WORDING = 220


def single(page: Page) -> str:
    """Every claim of one origin, under the name of its source."""
    told: dict[str, list[tuple[int, str]]] = {page.name(article.id): [] for article in page.dossier.articles}
    for claim in page.claims("single"):
        for voice in page.voices(claim)[:1]:
            words = page.quote(voice.articles[0], voice.span, limit=WORDING)
            told.setdefault(page.voice_name(voice), []).append((voice.span.start, f"{words}{page.verdict(claim)}"))
    return "\n\n".join(
        f"### {name}\n\n{bullets(line for _, line in sorted(lines))}" for name, lines in told.items() if lines
    )
