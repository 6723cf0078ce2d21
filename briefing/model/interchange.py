"""The ``briefing/1`` form of articles, findings and stories: what other programs read and write.

Offsets count Unicode code points of the ``text`` in the same record. Field names and their order are fixed.
"""

from __future__ import annotations

from typing import Any

import msgspec

from briefing.model.article import Article
from briefing.model.findings import Fact, Findings
from briefing.model.ledger import Ledger
from briefing.model.span import Span
from briefing.model.story import Claim, Story

SCHEMA = "briefing/1"


class ArticleRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One input object: an article as other programs hand it over. Unknown keys are ignored."""

    text: str
    id: str | None = None
    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    story: str | None = None


def analysis_record(article: Article, findings: Findings) -> dict[str, Any]:
    """One line of ``briefing analyse --json``: the article and all that was found in it.

    Where passages were left out because they are not English, a last key ``foreign`` says which.
    """
    record: dict[str, Any] = {
        "schema": SCHEMA,
        "id": article.id,
        "title": article.title or None,
        "source": article.source,
        "author": article.author,
        "published": article.published,
        "url": article.url,
        "text": article.text,
        "sentences": [list(span) for span in findings.sentences],
        "mentions": [
            {"id": m.id, "start": m.start, "end": m.end, "type": m.type, "entity": m.entity} for m in findings.mentions
        ],
        "quotes": [
            {
                "id": q.id,
                "content": [list(s) for s in q.content],
                "cue": [list(s) for s in q.cue],
                "source": [list(s) for s in q.source],
                "speaker": q.speaker,
                "entity": q.entity,
                "kind": q.kind,
            }
            for q in findings.quotes
        ],
        "times": [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in findings.times],
        "quantities": [
            {
                "start": q.start,
                "end": q.end,
                "value": [_number(v) for v in q.value] if isinstance(q.value, tuple) else _number(q.value),
                "unit": q.unit,
                "bound": q.bound,
                "change": q.change,
            }
            for q in findings.quantities
        ],
        "facts": [_fact_record(fact) for fact in findings.facts],
    }
    if findings.foreign:
        record["foreign"] = [{"start": f.start, "end": f.end, "language": f.language} for f in findings.foreign]
    return record


def explained_record(article: Article, findings: Findings) -> dict[str, Any]:
    """``briefing analyse --json --explain``: the record with further keys, none of the documented ones changed.

    Every finding carries its ``rule``. Beside that: ``form`` of a mention; ``via`` of a quotation; ``mod`` of a time;
    ``counted`` and ``part_of`` of a quantity; ``entity`` of a fact's argument; the article's ``entities`` with their
    forms and roles; the passages that are ``foreign``, none included; and the ``pipeline`` that found all this.
    """
    record = analysis_record(article, findings)
    further: dict[str, list[dict[str, Any]]] = {
        "mentions": [{"form": m.form, "rule": m.rule} for m in findings.mentions],
        "quotes": [{"via": q.via, "rule": q.rule} for q in findings.quotes],
        "times": [{"mod": t.mod, "rule": t.rule} for t in findings.times],
        "quantities": [
            {"counted": _pair(q.counted), "part_of": _pair(q.part_of), "rule": q.rule} for q in findings.quantities
        ],
        "facts": [{"rule": f.rule} for f in findings.facts],
    }
    for key, rows in further.items():
        record[key] = [{**known, **more} for known, more in zip(record[key], rows, strict=True)]
    for known, fact in zip(record["facts"], findings.facts, strict=True):
        for argument, found in zip(known["arguments"], fact.arguments, strict=True):
            argument["entity"] = found.entity
    record["entities"] = [
        {"id": e.id, "name": e.name, "type": e.type, "forms": e.forms, "roles": e.roles, "gender": e.gender}
        for e in findings.entities
    ]
    record["foreign"] = [
        {"start": f.start, "end": f.end, "language": f.language, "rule": f.rule} for f in findings.foreign
    ]
    record["pipeline"] = findings.pipeline
    return record


def story_record(story: Story) -> dict[str, Any]:
    """One line of ``briefing compare --json``: what the articles of one story say together."""
    return {
        "schema": SCHEMA,
        "story": story.id,
        "title": story.title,
        "articles": list(story.articles),
        "origins": [list(group.articles) for group in story.origins],
        "entities": [
            {
                "id": entity.id,
                "name": entity.name,
                "type": entity.type,
                "mentions": [{"article": m.article, "start": m.start, "end": m.end} for m in entity.mentions],
            }
            for entity in story.entities
        ],
        "alignments": [
            {
                "a": {"article": pair.a.article, "start": pair.a.start, "end": pair.a.end},
                "b": {"article": pair.b.article, "start": pair.b.start, "end": pair.b.end},
                "score": round(pair.score, 4),
            }
            for pair in story.alignments
        ],
        "claims": [_claim_record(claim) for claim in story.claims],
    }


def ledger_record(ledger: Ledger) -> dict[str, Any]:
    """The further key ``ledger`` of ``briefing compare --json --ledger``: a :class:`Ledger`'s fields by name."""
    record: dict[str, Any] = msgspec.to_builtins(ledger)
    record.pop("story")
    for account in record["accounts"]:
        for key in ("alone", "silent", "voices", "cites", "loses", "weakens"):
            account.setdefault(key, [])
    return record


def _fact_record(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "start": fact.start,
        "end": fact.end,
        "sentence": fact.sentence,
        "predicate": {"start": fact.predicate.start, "end": fact.predicate.end, "lemma": fact.predicate.lemma},
        "arguments": [{"role": a.role, "start": a.start, "end": a.end} for a in fact.arguments],
        "status": fact.status,
        "quote": fact.quote,
    }


def _claim_record(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "status": claim.status,
        "kind": claim.kind,
        "passages": [{"article": p.article, "start": p.start, "end": p.end} for p in claim.passages],
        "facts": [{"article": f.article, "fact": f.fact} for f in claim.facts],
        "values": [{"article": v.article, "start": v.start, "end": v.end, "value": v.value} for v in claim.values],
        "why": claim.why,
        "rule": claim.rule,
        "origins": claim.origins,
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _number(value: float) -> int | float:
    """A whole number without its decimal point."""
    return int(value) if value == int(value) and abs(value) < 1e15 else value
