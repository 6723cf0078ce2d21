"""A story of many reports: its cost, and that of one report more."""

from __future__ import annotations

import itertools
import random

import msgspec
import pytest

from briefing.compare import Group, compare_story
from briefing.compare.alignment.facts import FactPair
from briefing.compare.claims.index import MOST, Beside
from briefing.compare.earlier import Earlier
from briefing.compare.reading import Passage
from tests.unit.compare.conftest import Tell, Told

REPORTS = 60


def _beside() -> Beside:
    """Reports of which the nearer are those that stand nearer in the story; all of them are near their neighbours."""
    return Beside(REPORTS, [(i, j) for i, j in itertools.combinations(range(REPORTS), 2) if j - i < 9])


def test_what_few_reports_have_is_set_against_all_of_them() -> None:
    beside = _beside()
    for first in (0, 17, REPORTS - MOST):
        few = {report: ["toll"] for report in range(first, first + MOST)}
        assert all(set(beside.nearest(report, few)) == set(few) for report in range(REPORTS))


def test_of_what_all_reports_have_each_is_set_against_the_nearest() -> None:
    beside = _beside()
    everywhere = {report: ["toll"] for report in range(REPORTS)}
    kept = {report: set(beside.nearest(report, everywhere)) for report in everywhere}
    for report, others in kept.items():
        assert MOST - 1 <= len(others - {report}) <= 3 * MOST
    assert {29, 31} <= kept[30]


@pytest.mark.parametrize("having", range(1, REPORTS + 1))
def test_the_nearest_are_those_near_enough_however_many_have_it(having: int) -> None:
    beside = _beside()
    found = {report: ["toll"] for report in range(having)}
    for report in range(0, REPORTS, 7):
        assert set(beside.nearest(report, found)) == {j for j in found if beside.meet(report, j, having)}


def test_two_reports_are_set_against_each_other_from_either_side() -> None:
    beside = _beside()
    everywhere = {report: ["toll"] for report in range(REPORTS)}
    kept = {report: set(beside.nearest(report, everywhere)) for report in everywhere}
    assert all(i in kept[j] for i in kept for j in kept[i])


def test_the_work_for_what_all_have_grows_with_the_story_not_with_its_square() -> None:
    pairs = []
    for count in (50, 200):
        beside = Beside(count, [(i, (i + step) % count) for i in range(count) for step in (1, 2, 3)])
        everywhere = {report: ["toll"] for report in range(count)}
        pairs.append(sum(len(beside.nearest(report, everywhere)) for report in everywhere))
    assert pairs[1] < 5 * pairs[0]


_PLACES = ("harbour", "bridge", "school", "market", "ferry", "tunnel", "library", "stadium", "airport", "hospital")
_ACTS = ("reopened", "was closed", "was sold", "was flooded", "caught fire", "was evacuated")
_WHO = ("police", "firefighters", "the council", "two witnesses", "an engineer", "the owners")
_HARM = ("were hurt", "were taken to hospital", "had to leave", "lost their jobs", "were treated at the scene")


def _reports(count: int) -> list[tuple[str, str]]:
    """Reports that tell of the same matters in an order, and partly with figures, of their own."""
    chance = random.Random(4)
    made = []
    for number in range(count):
        lines = [f"Mayor Tove Halden told outlet {number} that the {_PLACES[number % 10]} would be rebuilt."]
        for _ in range(6):
            what, people = chance.choice(_PLACES), chance.choice((12, 14, 30, 45))
            day, who = chance.choice(("Monday", "Tuesday", "Friday")), chance.choice(_WHO)
            lines.append(
                chance.choice(
                    (
                        f"The {what} of Marlund {chance.choice(_ACTS)} on {day}, {who} said.",
                        f"On {day} {people} people {chance.choice(_HARM)} at the {what}, according to {who}.",
                        f"{who.capitalize()} denied that {people} people {chance.choice(_HARM)} near the {what}.",
                    )
                )
            )
        made.append((" ".join(lines), f"2024-05-{6 + number // 8:02}"))
    return made


def _joined(told: Told, count: int, earlier: Earlier | None) -> bytes:
    """The story of the first articles, as JSON."""
    group = Group(id="story", title="A story", articles=tuple(told.articles)[:count])
    story = compare_story(group, told.articles, told.findings, None, (), earlier)
    return msgspec.json.encode(story)


def test_an_article_that_joins_gives_what_a_whole_comparison_at_the_same_rarities_gives(tell: Tell) -> None:
    told = tell(*_reports(24), vectors=False)
    assert len(told.story.origins) > 20
    earlier = Earlier()
    for count in (20, 21, 22, 23, 24, 20):
        joined = _joined(told, count, earlier)
        assert joined == _joined(told, count, Earlier(earlier.rarity))


def test_how_rare_words_are_is_counted_anew_when_a_story_has_grown_by_a_tenth(tell: Tell) -> None:
    told = tell(*_reports(24), vectors=False)
    earlier = Earlier()
    counted = []
    for count in (20, 21, 22, 23):
        _joined(told, count, earlier)
        counted.append(len(earlier.rarity.articles))
    assert counted == [20, 20, 22, 22]
    assert _joined(told, 24, Earlier()) == _joined(told, 24, None)


def test_pairs_of_articles_that_stayed_as_they_were_are_not_looked_at_again(
    tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tell(*_reports(22), vectors=False)
    looked: list[tuple[int, int]] = []

    def look(a: Passage, b: Passage, *_: object) -> list[FactPair]:
        looked.append((a.source, b.source))
        return []

    monkeypatch.setattr("briefing.compare.alignment.fact_pairs", look)
    earlier = Earlier()
    _joined(told, 21, earlier)
    first = len(looked)
    looked.clear()
    _joined(told, 22, earlier)
    assert first > 200
    assert len(looked) < first / 3
