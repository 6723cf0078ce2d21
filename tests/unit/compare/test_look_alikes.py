"""Names that look alike, in two short reports each: who must not be made one, and who must not be made two.

``look_alikes.txt`` has the pairs of reports, by kind. ``[2 Bravo senior]`` is a name and the number of whom it means;
``[~2 Bravo]`` may stay alone, as a reader might leave it open, but is nobody else either.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from briefing.compare.entities import link_entities
from briefing.model import Article

_KIND = re.compile(r"^# (.+)\n")
_NAME = re.compile(r"\[(?P<open>~?)(?P<who>\w+) (?P<words>[^\]]+)\]")


class Marked(NamedTuple):
    """A name in a report: from, to, whom it means, and whether it may stay alone."""

    article: str
    start: int
    end: int
    who: str
    open: bool


class Scene(NamedTuple):
    """Two reports with their names."""

    kind: str
    articles: tuple[Article, ...]
    names: tuple[Marked, ...]


def _scene(kind: str, number: int, block: str) -> Scene:
    articles: list[Article] = []
    names: list[Marked] = []
    for side, line in zip("ab", block.strip().splitlines(), strict=True):
        text, at, id = "", 0, f"{kind}-{number}-{side}"
        for mark in _NAME.finditer(line):
            text += line[at : mark.start()]
            names.append(Marked(id, len(text), len(text) + len(mark["words"]), mark["who"], bool(mark["open"])))
            text, at = text + mark["words"], mark.end()
        articles.append(
            Article(id=id, text=text + line[at:], source=f"Outlet {side}", published=f"2012-05-0{1 + (side == 'b')}")
        )
    return Scene(kind, tuple(articles), tuple(names))


def _scenes() -> list[Scene]:
    found: list[Scene] = []
    kind = ""
    for number, block in enumerate(Path(__file__).with_name("look_alikes.txt").read_text("utf-8").split("\n---\n")):
        if match := _KIND.match(block):
            kind, block = match[1], block[match.end() :]
        found.append(_scene(kind, number, block))
    return found


SCENES = _scenes()


@pytest.fixture(scope="module")
def linked(analyser: Any) -> dict[str, list[tuple[int, int, str]]]:
    """By article: where each name stands, and the story's entity that it is."""
    articles = [article for scene in SCENES for article in scene.articles]
    findings = {found.article: found for found in analyser.analyse_many(articles)}
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for scene in SCENES:
        for entity in link_entities(scene.articles, findings)[0]:
            for mention in entity.mentions:
                places[mention.article].append((mention.start, mention.end, entity.id))
    return places


def _entity(name: Marked, places: dict[str, list[tuple[int, int, str]]]) -> str | None:
    """The entity whose mention covers a name best."""
    best, most = None, 0.0
    for start, end, entity in places[name.article]:
        shared = min(end, name.end) - max(start, name.start)
        if shared / (max(end, name.end) - min(start, name.start)) > most:
            best, most = entity, shared / (max(end, name.end) - min(start, name.start))
    return best


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: f"{scene.kind}: {scene.names[0].article[-4:]}")
def test_look_alikes_are_nobody_else(scene: Scene, linked: dict[str, list[tuple[int, int, str]]]) -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    made: dict[str, set[str]] = defaultdict(set)
    for name in scene.names:
        entity = _entity(name, linked)
        if entity is not None:
            meant[entity].add(name.who)
        if not name.open:
            made[name.who].add(entity or "missed")
    assert [who for who in meant.values() if len(who) > 1] == []
    assert {who: entities for who, entities in made.items() if len(entities) > 1} == {}


def test_every_kind_of_look_alike_has_at_least_five_pairs_of_reports() -> None:
    kinds = [scene.kind for scene in SCENES]
    assert len(set(kinds)) > 20
    assert min(kinds.count(kind) for kind in kinds) >= 5
