from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model import Annotation, Article
from briefing.model.article import content_id
from briefing.store import Library, anchor_at
from briefing.store.person import new_id, now

Note = Callable[..., Annotation]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path) -> Library:
    return Library(folder)


def article(text: str = "The mayor opened the bridge.", **fields: str) -> Article:
    return Article(**{"id": content_id(text, fields.get("source")), "text": text, **fields})  # type: ignore[arg-type]


def note(on: Article, words: str, says: str = "") -> Annotation:
    start = on.text.index(words)
    moment = now()
    return Annotation(
        id=new_id("a"),
        created=moment,
        modified=moment,
        motivation="commenting",
        anchors=(anchor_at(on, (start, start + len(words))),),
        note=says,
    )
