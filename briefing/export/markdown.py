"""The Markdown summary: front matter, the stories one after the other, footnotes, and the words kept."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.export.dossier import Dossier
from briefing.export.escaping import inline, scalar
from briefing.export.footnotes import Footnotes
from briefing.export.keep import KeptBlocks
from briefing.export.page import Page
from briefing.export.sections import SECTIONS
from briefing.export.table import HEADER
from briefing.model import ClaimStatus

MARKER = "briefing-summary/1"
JSON_MARKER = '{"schema":"briefing/1","generator":"briefing"'
ADVICE = "<!-- What stands between keep marks is yours and survives the next export; all else is made anew. -->"
STATUSES: tuple[ClaimStatus, ...] = ("agreed", "compatible", "update", "conflict", "single")


def to_markdown(dossiers: Sequence[Dossier]) -> str:
    """The summary of one story or several, as GitHub Markdown.

    Args:
        dossiers: In the order wanted; the first that has an earlier export gives the kept blocks.
    """
    kept = KeptBlocks(next((dossier.previous for dossier in dossiers if dossier.previous), ""))
    parts = [_front_matter(dossiers), ADVICE]
    number = 1
    for dossier in dossiers:
        footnotes = Footnotes(number)
        page = Page(dossier, footnotes)
        parts.append(_story(page, kept))
        definitions = footnotes.definitions(page.articles, page.findings, page.labels)
        if definitions:
            parts.append("\n".join(definitions))
        number = footnotes.next_number
    if rest := kept.rest():
        parts += ["# Kept from an earlier summary", *rest]
    return "\n\n".join(parts) + "\n"


def is_ours(text: str) -> bool:
    """True for a file that an export of ours wrote, whatever its format, so that it may be written again."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return text.startswith((f"---\nformat: {MARKER}\n", JSON_MARKER, f"{HEADER}\n"))


def _story(page: Page, kept: KeptBlocks) -> str:
    title = inline(page.story.title or page.story.id)
    parts = [f"# {title}"]
    for heading, write, slot in SECTIONS:
        own = kept.of_section(title, heading)
        content = write(page)
        if not (content or slot or own):
            continue
        parts.append(f"## {heading}")
        parts += [content] if content else []
        parts += own
        if slot:
            parts.append(kept.slot(f"{page.story.id}/{slot}"))
    return "\n\n".join(parts)


def _front_matter(dossiers: Sequence[Dossier]) -> str:
    """What the summary was made from: each source with the hash of its text, and counts. No date of today."""
    lines = ["---", f"format: {MARKER}", "stories:"]
    for dossier in dossiers:
        story = dossier.story
        lines += [f"  - id: {scalar(story.id)}", f"    title: {scalar(story.title)}", "    counts:"]
        counts = {"articles": len(dossier.articles), "origins": len(story.origins)}
        told = [claim.status for claim in story.claims if claim.sure or claim.status == "single"]
        counts |= {status: told.count(status) for status in STATUSES}
        counts |= {"undecided": len(story.claims) - len(told), "annotations": len(dossier.annotations)}
        lines += [f"      {name}: {count}" for name, count in counts.items()]
        lines.append("    sources:" if dossier.articles else "    sources: []")
        for article in dossier.articles:
            lines += [
                f"      - id: {scalar(article.id)}",
                f"        source: {scalar(article.source)}",
                f"        title: {scalar(article.title)}",
                f"        published: {scalar(article.published)}",
                f"        url: {scalar(article.url)}",
                f"        sha256: {article.text_hash}",
            ]
    if not dossiers:
        lines[-1] = "stories: []"
    return "\n".join([*lines, "---"])
