"""The invented stories in three formats: every passage that a careful reader marked is found in the text as read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.ingest import read
from briefing.model import Article

STORIES = sorted(path for path in (Path(__file__).parents[2] / "fixtures" / "stories").iterdir() if path.is_dir())


def passages(gold: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every (article, words) of the annotation."""
    for key, listed in gold.items():
        if key in {"story", "title", "articles", "not_same", "reprints"}:
            continue
        for item in listed:
            for article in gold["articles"]:
                yield from ((article, words) for words in [item.get(article)] if isinstance(words, str))
                yield from ((article, words) for words in item.get("forms", {}).get(article, []))
            if "article" in item:
                yield from ((item["article"], item[field]) for field in ("text", "content", "cue") if item.get(field))


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: str(path.name))
def test_every_marked_passage_is_in_the_text(folder: Path) -> None:
    gold = json.loads((folder / "gold.json").read_text())
    read_in = {name: next(read([folder / listed["file"]])) for name, listed in gold["articles"].items()}
    texts = {name: article.text for name, article in read_in.items() if isinstance(article, Article)}
    found = list(passages(gold))
    assert len(found) > 100
    assert [(name, words) for name, words in found if words not in texts[name]] == []


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: str(path.name))
def test_sources_and_days_are_those_of_the_story_or_unknown(folder: Path) -> None:
    gold = json.loads((folder / "gold.json").read_text())
    for listed in gold["articles"].values():
        article = next(read([folder / listed["file"]]))
        assert isinstance(article, Article)
        if article.published is not None:
            assert article.published[:10] == listed["published"]
        if listed["file"].endswith(".txt"):
            initials = "".join(word[0] for word in listed["source"].split())
            assert article.source in {None, listed["source"], initials}
        else:
            assert article.source == listed["source"]


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: str(path.name))
def test_what_is_no_reporting_is_marked(folder: Path) -> None:
    gold = json.loads((folder / "gold.json").read_text())
    for item in gold["boilerplate"]:
        article = next(read([folder / gold["articles"][item["article"]]["file"]]))
        assert isinstance(article, Article)
        start = article.text.index(item["text"])
        assert not article.reports((start, start + len(item["text"]))), item["text"]
