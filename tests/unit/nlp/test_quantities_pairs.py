"""Two numbers told together: levels of a change, sides of a result or vote, and counts whose noun stands earlier."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Findings

Analyse = Callable[..., Findings]
Told = list[tuple[float | tuple[float, float], str | None]]


def _told(analyse: Analyse, text: str) -> Told:
    return [(quantity.value, quantity.unit) for quantity in analyse(text, published="2009-06-17").quantities]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ban was shortened from four years to two.", [(4, "year"), (2, "year")]),
        ("The fine was reduced from 200,000 leva to 120,000 leva.", [(200_000, "BGN"), (120_000, "BGN")]),
        ("He raised the fare from 20 to 25 euros.", [(20, "EUR"), (25, "EUR")]),
        ("She cut the price of a ticket from 240 euros to 150 euros.", [(240, "EUR"), (150, "EUR")]),
        ("The toll rose from 12 to 17 on Monday.", [(12, "person"), (17, "person")]),
        ("The bank cut its rate from 5 percent to 4.5 percent.", [(5, "percent"), (4.5, "percent")]),
    ],
)
def test_a_change_has_two_levels(analyse: Analyse, text: str, told: Told) -> None:
    assert _told(analyse, text) == told


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Tickets cost from $20 to $35.", (20, 35)),
        ("Prices range from 5 to 9 euros.", (5, 9)),
        ("The repair takes from three to five days.", (3, 5)),
        ("The crossing is from 30 to 40 km long.", (30, 40)),
        ("They raised the forecast from 3 to 5 percent to 5 to 7 percent.", (3, 5)),
    ],
)
def test_a_stretch_stays_one_range(analyse: Analyse, text: str, ends: tuple[float, float]) -> None:
    assert _told(analyse, text)[0][0] == ends


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rovers won 2-1 after a late goal.", [(2, "goal"), (1, "goal")]),
        ("The football team suffered a 3-0 defeat.", [(3, "goal"), (0, "goal")]),
        ("Levent beat Haydut 4:2 with a goal in each half.", [(4, "goal"), (2, "goal")]),
        ("The basketball side won 102-98.", [(102, "point"), (98, "point")]),
        ("The court ruled 5-4 that the law was void.", [(5, "vote"), (4, "vote")]),
        ("Senators voted 61-38 in favour.", [(61, "vote"), (38, "vote")]),
        ("The assembly approved it by 391 votes against 28.", [(391, "vote"), (28, "vote")]),
        ("The motion passed with 52 votes for and 34 against.", [(52, "vote"), (34, "vote")]),
    ],
)
def test_both_sides_of_a_result_are_told(analyse: Analyse, text: str, told: Told) -> None:
    assert _told(analyse, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "He won the final 6-4, 7-5.",
        "The match starts at 4:30.",
        "She beat the 2009-10 record.",
    ],
)
def test_what_looks_like_a_result_is_none(analyse: Analyse, text: str) -> None:
    assert _told(analyse, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Of the 45 patients, nine have left the clinic.", [(45, "patient"), (9, "patient")]),
        ("They saved 31 tourists. Of the 31, twelve were children.", [(31, "tourist"), (31, "tourist"), (12, "child")]),
        ("Sanu won 412,306 votes, while Tukar scored 398,172.", [(412_306, "vote"), (398_172, "vote")]),
        ("The mine has 640 workers, and some 430 of the 640 signed.", [(640, "worker"), (430, None), (640, "worker")]),
        ("Results from 37 polling units were lost.", [(37, "polling unit")]),
        ("The crash was near the runway. Three trucks burned.", [(3, "truck")]),
        ("He hit a woman of 34, police said.", [(34, "year of age")]),
    ],
)
def test_a_bare_number_counts_what_was_counted_before(analyse: Analyse, text: str, told: Told) -> None:
    assert _told(analyse, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He may not work for a year and a half.", [(1.5, "year")]),
        ("They hung there for six hours and a half.", [(6.5, "hour")]),
        ("An hour and a half later the road was open.", [(1.5, "hour")]),
    ],
)
def test_a_unit_and_a_half_is_one_length(analyse: Analyse, text: str, told: Told) -> None:
    assert _told(analyse, text) == told


def test_pesos_are_those_of_the_country_whose_cities_are_named(analyse: Analyse) -> None:
    assert _told(analyse, "The mayor of Medellín asked for 9 billion pesos.") == [(9_000_000_000, "COP")]
