"""What the analyst noted, judged and corrected."""

from __future__ import annotations

from briefing.export.escaping import inline, visible
from briefing.export.page import CREDIBILITY, Page, bullets
from briefing.export.wording import trimmed
from briefing.model import Annotation, Correction, CorrectionKind, Span

CORRECTIONS: dict[CorrectionKind, str] = {
    "source": "Source of {subject} set to {value}.",
    "published": "Date of {subject} set to {value}.",
    "title": "Title of {subject} set to {value}.",
    "story": "{subject} moved to story {value}.",
    "merge": "{subject} and {value} are the same.",
    "split": "{subject} and {value} are not the same.",
    "rename": "{subject} is named {value}.",
    "retype": "{subject} is of the type {value}.",
    "link": "Passages linked: {subject}, {value}.",
    "unlink": "Passages unlinked: {subject}, {value}.",
    "grade": "{subject} is graded {value}.",
}


def notes(page: Page) -> str:
    """Judgements, notes and highlights by their place in the articles; then what the analyst set right."""
    order = {article.id: index for index, article in enumerate(page.dossier.articles)}
    mine = sorted(page.dossier.annotations, key=lambda note: (_place(note, order), note.created, note.id))
    blocks = [bullets(_note(page, note) for note in mine)] if mine else []
    if page.dossier.corrections:
        said = (
            _correction(page, word)
            for word in sorted(page.dossier.corrections, key=lambda word: (word.created, word.id))
        )
        blocks.append("### Set right by the analyst\n\n" + bullets(said))
    return "\n\n".join(blocks)


def _place(note: Annotation, order: dict[str, int]) -> tuple[int, int]:
    return min(
        ((order.get(anchor.article, len(order)), anchor.start) for anchor in note.anchors), default=(len(order), 0)
    )


def _note(page: Page, note: Annotation) -> str:
    """One annotation: the words it stands on, the judgement, the note, its tags."""
    quoted = "; ".join(dict.fromkeys(_anchor(page, note, index) for index in range(len(note.anchors))))
    said = []
    if note.judge:
        said.append(f"**{note.judge.capitalize()}.**")
    if note.confidence in CREDIBILITY:
        said.append(f"Credibility: {CREDIBILITY[note.confidence]}.")
    if note.note.strip():
        said.append(_paragraphs(note.note))
    if note.tags:
        said.append("Tags: " + ", ".join(inline(tag) for tag in note.tags) + ".")
    return f"{quoted or 'On the story'}{' — ' if said else ''}{' '.join(said)}"


def _anchor(page: Page, note: Annotation, index: int) -> str:
    anchor = note.anchors[index]
    article = page.articles.get(anchor.article)
    holds = article is not None and not note.orphan and article.text[anchor.start : anchor.end] == anchor.exact
    if holds and article is not None:
        return page.quote(anchor.article, trimmed(article.text, Span(anchor.start, anchor.end)))
    return f"“{inline(anchor.exact)}” (words no longer in the article)"


def _correction(page: Page, word: Correction) -> str:
    def named(value: str) -> str:
        return page.name(value) if value in page.articles else inline(value, start=True)

    return CORRECTIONS[word.kind].format(subject=named(word.subject), value=named(word.value))


def _paragraphs(note: str) -> str:
    """A note of several lines stays within its list item."""
    lines = [inline(line, start=True) for line in note.split("\n") if visible(line)]
    return "\\\n  ".join(lines)
