"""CSV for spreadsheets: one row for each claim and passage."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from briefing.export.dossier import Dossier, labels
from briefing.export.escaping import csv_cell, visible

COLUMNS = (
    "story", "story_title", "claim", "status", "kind", "source", "article", "title", "published", "start", "end",
    "words", "value", "why", "rule", "origins", "sure", "attributed", "judgement", "note",
)  # fmt: skip
HEADER = ",".join(COLUMNS)


def to_csv(dossiers: Sequence[Dossier]) -> str:
    """RFC 4180 with newlines as ``\\n``; what a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for dossier in dossiers:
        for row in _rows(dossier):
            writer.writerow([csv_cell(visible(cell)) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue()


def _rows(dossier: Dossier) -> list[tuple[str | int, ...]]:
    articles = {article.id: article for article in dossier.articles}
    named = labels(dossier.articles)
    rows: list[tuple[str | int, ...]] = []
    for claim in dossier.story.claims:
        note = dossier.judgement(claim)
        for passage in claim.passages:
            article = articles[passage.article]
            values = [
                value.value
                for value in claim.values
                if value.article == passage.article and passage.span.contains(value.span)
            ]
            rows.append((
                dossier.story.id, dossier.story.title, claim.id, claim.status, claim.kind or "", named[article.id],
                article.id, article.title, article.published or "", passage.start, passage.end,
                passage.span.of(article.text), "; ".join(values), claim.why, claim.rule, claim.origins,
                "yes" if claim.sure else "no", "yes" if claim.attributed else "no",
                (note.judge or "") if note else "", note.note if note else "",
            ))  # fmt: skip
    return rows
