"""A story of many reports: what most of them tell is not set against each other by all pairs."""

from __future__ import annotations

import itertools

from briefing.compare.claims.index import MOST, Beside

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
