"""What an export is made of: one story with its articles, what was found in them, and what the person added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePath

import msgspec

from briefing.model import Annotation, Article, Claim, Correction, Findings, Ledger, Story


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """One story, complete.

    Attributes:
        story: The story as compared.
        articles: Its articles, in the story's order.
        findings: By article id; an article that is not analysed yet is missing.
        annotations, corrections: What the person added to these articles.
        ledger: What each source adds, and how each words things; None where it has not been drawn up.
        previous: The Markdown exported earlier, whose kept blocks survive; empty where there is none.
    """

    story: Story
    articles: tuple[Article, ...]
    findings: Mapping[str, Findings] = {}
    annotations: tuple[Annotation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    ledger: Ledger | None = None
    previous: str = ""

    def judgement(self, claim: Claim) -> Annotation | None:
        """The person's judgement of a claim: by its id, or by its passages where the id has changed since."""
        judged = [note for note in self.annotations if note.judge is not None and note.claim is not None]
        for note in judged:
            if note.claim == claim.id:
                return note
        passages = {(passage.article, passage.start, passage.end) for passage in claim.passages}
        for note in judged:
            if not note.orphan and {(a.article, a.start, a.end) for a in note.anchors} == passages:
                return note
        return None


def labels(articles: tuple[Article, ...]) -> dict[str, str]:
    """A short name for each article, no two alike: its outlet, with the day or the file where that does not tell."""
    plain = {article.id: article.source or f"unnamed source ({_file(article)})" for article in articles}
    named: dict[str, str] = {}
    for article in articles:
        label = plain[article.id]
        if Counter(plain.values())[label] > 1:
            alike = [other for other in articles if plain[other.id] == label]
            days = {other.published[:10] if other.published else None for other in alike}
            told = article.published[:10] if article.published and len(days) == len(alike) else _file(article)
            label = f"{label} ({told})"
        if label in named.values():
            label = f"{label} {article.id}"
        named[article.id] = label
    return named


def _file(article: Article) -> str:
    return PurePath(article.file).stem or article.id
