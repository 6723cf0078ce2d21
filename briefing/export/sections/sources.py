"""The reports themselves: outlet, title, date, length, origin and grade; and what each adds."""

from __future__ import annotations

from briefing.export.escaping import inline, link
from briefing.export.page import Page
from briefing.export.sections.accounts import accounts
from briefing.model import Article

_TITLED = {"made": " (made from its opening words)", "reader": " (set by the analyst)"}
_TOLD = {"text": " (from its text)", "reader": " (set by the analyst)"}


def sources(page: Page) -> str:
    """One row a report, in the story's order; articles of one origin share a letter."""
    grades = {word.subject: word.value for word in page.dossier.corrections if word.kind == "grade"}
    rows = ["| Source | Title | Published | Words | Origin | Grade |", "|---|---|---|---:|---|---|"]
    for article in page.dossier.articles:
        grade = grades.get(article.source or "") or grades.get(article.id) or "—"
        named = page.name(article.id) + _TOLD.get(article.source_from, "")
        rows.append(
            f"| {named} | {_title(article)} | {_published(article)} "
            f"| {len(article.text.split()):,} | {_origin(page, article)} | {inline(grade)} |"
        )
    reasons = [
        f"Origin {_letter(index)}: {page.name(*group.articles)} — {inline(group.why)}."
        for index, group in enumerate(page.story.origins)
        if len(group.articles) > 1 and group.why
    ]
    added = accounts(page)
    return "\n\n".join(["\n".join(rows), *reasons, *([added] if added else [])])


def _title(article: Article) -> str:
    return link(article.title or article.id, article.url) + _TITLED.get(article.title_from, "")


def _published(article: Article) -> str:
    if not article.published:
        return "unknown"
    return inline(article.published.replace("T", " ")) + _TOLD.get(article.published_from, "")


def _origin(page: Page, article: Article) -> str:
    for index, group in enumerate(page.story.origins):
        if article.id in group.articles:
            return _letter(index)
    return "—"


def _letter(index: int) -> str:
    """A, B ... Z, AA, AB ..."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
