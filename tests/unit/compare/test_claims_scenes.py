"""Twenty-three invented stories of two short reports each: what every pair of sentences should be called.

The first twenty of ``scenes.txt`` were written before the rules were looked at, the rest before they were run on it. A
line is a pair of sentences (or one that stands alone), with what a careful reader would say of it; ``?`` marks what the
rules do not get yet.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.model import Claim
from tests.unit.compare.conftest import Tell, Told


class Pair(NamedTuple):
    """One line of a scene."""

    scene: str
    known: bool
    status: str
    first: str
    second: str


class Scene(NamedTuple):
    """Two reports of one event."""

    name: str
    days: tuple[str, str]
    lines: tuple[Pair, ...]

    def texts(self) -> tuple[str, str]:
        """The two reports; the second tells its matter in another order."""
        first = [line.first for line in self.lines if line.status != "b"]
        second = [line.second or line.first for line in self.lines if line.status != "a"]
        return " ".join(first), " ".join([second[0], *second[4:], *second[1:4]])


@functools.cache
def scenes() -> tuple[Scene, ...]:
    """All scenes of the file."""
    found: list[Scene] = []
    for block in (Path(__file__).parent / "scenes.txt").read_text("utf-8").strip().split("\n\n"):
        head, *rows = block.splitlines()
        name, first_day, second_day = (part.strip() for part in head.removeprefix("==").split("|"))
        lines = []
        for row in rows:
            status, *sentences = (part.strip() for part in row.split(" | "))
            lines.append(Pair(name, not status.startswith("?"), status.lstrip("? "), *[*sentences, ""][:2]))
        found.append(Scene(name, (first_day, second_day), tuple(lines)))
    return tuple(found)


def pairs() -> Iterator[object]:
    """Every pair of sentences, those not got yet as expected failures."""
    for scene in scenes():
        for line in scene.lines:
            marks = () if line.known else (pytest.mark.xfail(reason="not got yet", strict=False),)
            if line.second:
                yield pytest.param(line, id=f"{scene.name}-{line.status}-{line.first[:28]}", marks=marks)


@pytest.fixture(scope="module")
def told_of(tell: Tell) -> dict[str, Told]:
    """Every scene, compared."""
    return {scene.name: tell(*zip(scene.texts(), scene.days, strict=True)) for scene in scenes()}


def claims_on(told: Told, first: str, second: str) -> list[Claim]:
    """Sure claims that set these two sentences side by side."""

    def holds(claim: Claim, article: str, sentence: str) -> bool:
        start = told.articles[article].text.index(sentence)
        return any(p.article == article and start <= p.start < start + len(sentence) for p in claim.passages)

    both = [claim for claim in told.story.claims if len({p.article for p in claim.passages}) > 1 and claim.sure]
    return [claim for claim in both if holds(claim, "a", first) and holds(claim, "b", second)]


@pytest.mark.parametrize("pair", pairs())
def test_a_pair_is_called_what_a_careful_reader_calls_it(pair: Pair, told_of: dict[str, Told]) -> None:
    called = {claim.status for claim in claims_on(told_of[pair.scene], pair.first, pair.second)}
    expected, *_ = pair.status.split()
    if expected == "none":
        assert not called
    elif expected == "compatible" or expected == "agreed":
        assert called & {"agreed", "compatible"}
        assert "conflict" not in called
    else:
        assert expected in called


def test_hardly_anything_is_tied_that_stands_alone(told_of: dict[str, Told]) -> None:
    """At most one in twenty of the sentences that one report alone has, counted over all scenes."""
    alone = tied = 0
    for scene in scenes():
        told = told_of[scene.name]
        for line in scene.lines:
            if line.status not in ("a", "b"):
                continue
            alone += 1
            start = told.articles[line.status].text.index(line.first)
            tied += any(
                claim.sure
                and len({p.article for p in claim.passages}) > 1
                and any(p.article == line.status and start <= p.start < start + len(line.first) for p in claim.passages)
                for claim in told.story.claims
            )
    assert tied <= alone / 20


def test_no_conflict_is_made_of_two_matters(told_of: dict[str, Told]) -> None:
    """Of all sentences that are no pair, none conflicts."""
    for scene in scenes():
        told = told_of[scene.name]
        rows = [line for line in scene.lines if line.second]
        for one in rows:
            for other in rows:
                if one is not other:
                    made = claims_on(told, one.first, other.second)
                    assert not [claim for claim in made if claim.status == "conflict"], (one.first, other.second)
