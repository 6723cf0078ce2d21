"""Numbers that count nothing though a unit stands beside them, and numbers that count though none does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefing.model import Article, Findings, Furniture

Analyse = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Not one euro of the grant was spent.", []),
        ("The motion passed by two votes to one.", [2, 1]),
        ("The search lasted less than half an hour.", [30]),
        ("Half an hour later the roof fell in.", []),
        ("Seven died at once and an eighth in hospital.", [7]),
        ("One suspect was shot dead, a second was wounded and a third escaped.", [1]),
        ("Sales fell by a fifth and profits by a quarter.", [20, 25]),
        ("Inspectors found that 88 out of 120 wells were foul.", [88, 120]),
        ("Nine out of ten patients recovered.", [90]),
        ("The jail, built for 200 men and housing 640, was shut.", [200, 640]),
        ("The toll rose from 12 on Monday to 19 on Friday.", [12, 19]),
        ("Barely half of the 2.4m registered voters turned out.", [50, 2.4e6]),
        ("The ruling, from which one of the three judges dissented, was read out.", [1, 3]),
        ("One man died and another was hurt.", [1]),
    ],
)
def test_each_number_that_counts_is_found_and_no_other(analyse: Analyse, text: str, values: list[float]) -> None:
    assert [found.value for found in analyse(text).quantities] == values


@pytest.mark.parametrize(
    "text", ["The pair, both 26, were arrested.", "They freed the driver, 26, from the cab.", "Ana Vidal, 26, won."]
)
def test_an_age_between_commas_is_an_age(analyse: Analyse, text: str) -> None:
    assert [(found.value, found.unit) for found in analyse(text).quantities] == [(26, "year of age")]


def test_a_number_of_the_headline_that_the_report_tells_itself_is_told_once(analyser: Any) -> None:
    """A headline is no claim of its own; what it alone tells is kept."""
    text = "Seventeen drowned as ferry sinks\n\nSeventeen people drowned on Monday when a ferry sank off Rindai."
    alone = "Seventeen drowned as ferry sinks\n\nA ferry sank off Rindai on Monday, and many people drowned."
    assert _values(analyser, text) == [17]
    assert _values(analyser, alone) == [17]


def _values(analyser: Any, text: str) -> list[object]:
    end = text.index("\n")
    article = Article(id="x", text=text, furniture=(Furniture(start=0, end=end, kind="headline"),))
    return [found.value for found in analyser.analyse(article).quantities]
