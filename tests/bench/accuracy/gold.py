"""Annotated news, read into the records that the components make.

A set is a folder with ``docs.jsonl`` (articles, in the input form of ``briefing/1``) and ``gold.jsonl`` (one object an
article, under the same ``id``). Offsets count code points of the article's text. README.md beside this file names the
public sets and the keys of their gold.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefing.ingest import read
from briefing.model import Argument, Article, Fact, Mention, Predicate, Quantity, Quote, Span, Time

Answers = tuple[Any, ...]
"""Records of one kind: all quotations, or all times, of one article."""


class Annotated(NamedTuple):
    """An article with the right answers of one component."""

    article: Article
    answers: Answers


def annotated(folder: Path, part: str, answers: Callable[[Mapping[str, Any], str], Answers]) -> list[Annotated]:
    """The articles of a set that have gold, in the order of the file.

    Args:
        folder: Holds ``docs<part>.jsonl`` and ``gold<part>.jsonl``.
        part: Empty, or a suffix such as ``-dev``.
        answers: Makes an article's records of its gold and its text.
    """
    lines = (folder / f"gold{part}.jsonl").read_text("utf-8").splitlines()
    gold = {str(row["id"]): row for row in map(json.loads, lines)}
    articles = [item for item in read([folder / f"docs{part}.jsonl"]) if isinstance(item, Article)]
    return [Annotated(each, answers(gold[each.id], each.text)) for each in articles if each.id in gold]


def quotes(row: Mapping[str, Any], text: str) -> Answers:
    """Attributions: ``{"attributions": [{"source", "cue", "content": [[start, end], ...]}]}``."""
    return tuple(
        Quote(
            id=f"g{i}",
            content=_spans(each["content"]),
            cue=_spans(each["cue"]),
            source=_spans(each["source"]),
        )
        for i, each in enumerate(row["attributions"])
        if each["content"]
    )


def times(row: Mapping[str, Any], text: str) -> Answers:
    """Time expressions: ``{"times": [{"start", "end", "type", "value"}]}``."""
    return tuple(Time(**{key: each[key] for key in ("start", "end", "type", "value")}) for each in row["times"])


def quantities(row: Mapping[str, Any], text: str) -> Answers:
    """Quantities without places: ``{"quantities": [{"value", "unit", "normalized_unit", "change"}]}``.

    Each is given the whole text as its span, so that any place in it will do. ``change`` mixes bounds and directions.
    """
    return tuple(
        Quantity(
            start=0,
            end=len(text),
            value=tuple(each["value"]) if isinstance(each["value"], list) else each["value"],
            unit="|".join(filter(None, (each["normalized_unit"], each["unit"]))) or None,
            bound=each["change"] if each["change"] in ("=", "~", "<", ">") else "=",
            change=each["change"] if each["change"] in ("up", "down") else None,
        )
        for each in row["quantities"]
    )


def facts(row: Mapping[str, Any], text: str) -> Answers:
    """Events with participants: ``{"events": [{"start", "end", "participants": [{"start", "end", "role"}]}]}``."""
    return tuple(
        Fact(
            id=f"g{i}",
            start=event["start"],
            end=event["end"],
            sentence=0,
            predicate=Predicate(start=event["start"], end=event["end"], lemma=""),
            arguments=tuple(
                Argument(role=each["role"], start=each["start"], end=each["end"])
                for each in event["participants"]
                if each["start"] is not None
            ),
        )
        for i, event in enumerate(row["events"])
    )


def mentions(row: Mapping[str, Any], text: str) -> Answers:
    """Named mentions: ``{"mentions": [{"start", "end", "instance"}]}``; types are not compared."""
    return tuple(
        Mention(id=f"g{i}", start=each["start"], end=each["end"], type="ORG", entity=each["instance"])
        for i, each in enumerate(row["mentions"])
    )


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


class StoryGold(NamedTuple):
    """One article of an invented story with what a careful reader found in it.

    Attributes:
        quotes: Their ``speaker`` is the entity's name, or ``unnamed: ...``.
        statuses: Stretches of text and the status of what they state.
        forms: Every form of each entity in this article, by the entity's name.
    """

    article: Article
    quotes: tuple[Quote, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    statuses: tuple[tuple[Span, str], ...]
    forms: Mapping[str, tuple[str, ...]]


def stories(folder: Path) -> Iterator[StoryGold]:
    """Every article of every story below ``folder``."""
    for path in sorted(folder.glob("*/gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        for key, about in gold["articles"].items():
            (article,) = (item for item in read([path.parent / about["file"]]) if isinstance(item, Article))
            yield _of_story(article, key, gold)


def _of_story(article: Article, key: str, gold: Mapping[str, Any]) -> StoryGold:
    text = article.text

    def mine(kind: str, words: str) -> list[tuple[Mapping[str, Any], Span]]:
        rows = [row for row in gold[kind] if row["article"] == key]
        placed = [(row, place(text, row[words], row.get("nth", 0))) for row in rows]
        return [(row, span) for row, span in placed if span is not None]

    return StoryGold(
        article,
        tuple(
            Quote(id=f"g{i}", content=(span,), speaker=row["speaker"], kind=row["kind"])
            for i, (row, span) in enumerate(mine("quotes", "content"))
        ),
        tuple(Time(start=s.start, end=s.end, type="DATE", value=row["value"]) for row, s in mine("times", "text")),
        tuple(
            Quantity(
                start=s.start,
                end=s.end,
                value=tuple(row["value"]) if isinstance(row["value"], list) else row["value"],
                unit=row["unit"],
            )
            for row, s in mine("quantities", "text")
        ),
        tuple((span, row["status"]) for row, span in mine("status", "text")),
        {each["name"]: tuple(each["forms"].get(key, ())) for each in gold["entities"] if each["forms"].get(key)},
    )


def place(text: str, words: str, nth: int) -> Span | None:
    """The ``nth`` place of ``words`` in the text; None where the text does not hold them."""
    start = -1
    for _ in range(nth + 1):
        start = text.find(words, start + 1)
        if start < 0:
            return None
    return Span(start, start + len(words))
