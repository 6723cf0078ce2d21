"""JSON for other programs: each story and article in ``briefing/1``, annotations as W3C Web Annotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from briefing.export.dossier import Dossier
from briefing.model import SCHEMA, Anchor, Annotation, Article, Claim, Findings, analysis_record, story_record

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def to_json(dossiers: Sequence[Dossier]) -> str:
    """One JSON object with all stories, the same bytes for the same library."""
    record = {"schema": SCHEMA, "generator": "briefing", "stories": [_story(dossier) for dossier in dossiers]}
    return msgspec.json.encode(record).decode() + "\n"


def web_annotation(note: Annotation) -> dict[str, Any]:
    """An annotation in the W3C Web Annotation Data Model; what the model has no word for is in a ``briefing`` key."""
    bodies = [_body(note.note, "commenting")] if note.note else []
    bodies += [_body(tag, "tagging") for tag in note.tags]
    bodies += [_body(note.judge, "assessing")] if note.judge else []
    own = {"claim": note.claim, "colour": note.colour, "confidence": note.confidence, "orphan": note.orphan or None}
    record: dict[str, Any] = {
        "@context": CONTEXT,
        "id": f"urn:briefing:annotation:{quote(note.id)}",
        "type": "Annotation",
        "motivation": note.motivation,
        "created": note.created,
        "modified": note.modified,
        "body": bodies,
        "target": [_target(anchor) for anchor in note.anchors],
    }
    if said := {key: value for key, value in own.items() if value is not None}:
        record["briefing"] = said
    return record


def _story(dossier: Dossier) -> dict[str, Any]:
    return {
        **story_record(dossier.story),
        "claims": [_claim(dossier, claim, record) for claim, record in _claims(dossier)],
        "article_records": [_article(article, dossier.findings.get(article.id)) for article in dossier.articles],
        "annotations": [web_annotation(note) for note in sorted(dossier.annotations, key=lambda note: note.id)],
        "corrections": [msgspec.to_builtins(word) for word in sorted(dossier.corrections, key=lambda word: word.id)],
    }


def _claims(dossier: Dossier) -> list[tuple[Claim, dict[str, Any]]]:
    return list(zip(dossier.story.claims, story_record(dossier.story)["claims"], strict=True))


def _claim(dossier: Dossier, claim: Claim, record: dict[str, Any]) -> dict[str, Any]:
    """A claim's record with its passages' words and the person's judgement."""
    texts = {article.id: article.text for article in dossier.articles}
    passages = [
        {**place, "exact": texts.get(place["article"], "")[place["start"] : place["end"]]}
        for place in record["passages"]
    ]
    note = dossier.judgement(claim)
    return {
        **record,
        "passages": passages,
        "sure": claim.sure,
        "attributed": claim.attributed,
        "judge": note.judge if note else None,
    }


def _article(article: Article, findings: Findings | None) -> dict[str, Any]:
    """The article with its findings; with none where it is not analysed yet."""
    nothing = Findings(article=article.id, text_hash=article.text_hash, pipeline="")
    marks = [{"start": mark.start, "end": mark.end, "kind": mark.kind} for mark in article.furniture]
    return {**analysis_record(article, findings or nothing), "sha256": article.text_hash, "furniture": marks}


def _body(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose, "format": "text/plain"}


def _target(anchor: Anchor) -> dict[str, Any]:
    return {
        "source": f"urn:briefing:article:{quote(anchor.article, safe='')}",
        "selector": [
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
            {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix},
        ],
        "briefing": {"sha256": anchor.text_hash},
    }
