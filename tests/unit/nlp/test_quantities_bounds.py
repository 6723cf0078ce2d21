"""How exact a quantity is, and whether it is a rise or a fall."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Findings

Analyse = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Close to 90 homes burnt.", "~"),
        ("An estimated 90 homes burnt.", "~"),
        ("Some 90-odd homes burnt.", "~"),
        ("90 homes or so burnt.", "~"),
        ("No fewer than 90 homes burnt.", ">"),
        ("A little over 90 homes burnt.", ">"),
        ("Upwards of 90 homes burnt.", ">"),
        ("90 or more homes burnt.", ">"),
        ("The damage exceeds $90 million.", ">"),
        ("Boys aged 90 or over were asked.", ">"),
        ("As many as 90 homes burnt.", "<"),
        ("Just shy of 90 homes burnt.", "<"),
        ("Not more than 90 homes burnt.", "<"),
        ("The number of homes burnt did not exceed 90.", "<"),
        ("The damage has never exceeded $90 million.", "<"),
        ("Ninety people at most fit in.", "<"),
        ("He paid £90 plus costs.", "="),
        ("The plane turned around 90 minutes later.", "="),
    ],
)
def test_a_bound_is_read_on_either_side_of_the_number(analyse: Analyse, text: str, bound: str) -> None:
    (found,) = analyse(text, published="2009-06-17").quantities
    assert found.bound == bound


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Profit jumped by a third to €2.1bn.", ["up", None]),
        ("Brent fell 38 cents to $71.02.", ["down", None]),
        ("The index lost 152 points, or 0.9 percent, to 16,402.", ["down", "down", None]),
        ("Prices dropped 0.2 percent and 1.4 percent in turn.", ["down", "down"]),
        ("Ministers lifted the levy by 2 percentage points.", ["up"]),
        ("Fares will go up by 60 pence to £3.", ["up", None]),
        ("The shares were off 22 percent.", ["down"]),
        ("It closed down 3 cents at A$4.12.", ["down", None]),
        ("Output contracted at an annual rate of 1.5 percent.", ["down"]),
        ("Attendance dropped by 5,000.", ["down"]),
        ("Revenue rose to $3.4 billion from $2.9 billion.", [None, None]),
        ("Turnout was 62%, down from 71%.", [None, None]),
        ("The start-up raised $12 million.", [None]),
        ("The rocket lifts 70 tonnes.", [None]),
        ("Rebels gunned down 14 people.", [None]),
        ("The climber fell about 150 metres.", [None]),
        ("The river rose 3 metres.", ["up"]),
    ],
)
def test_only_the_step_of_a_change_has_a_direction(analyse: Analyse, text: str, changes: list[str | None]) -> None:
    assert [found.change for found in analyse(text, published="2009-06-17").quantities] == changes
