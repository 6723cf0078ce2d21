"""Numbers in every way news writes them, with their units and what they count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Findings
from briefing.nlp.numerals import read

Analyse = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40 000", 4e4),
        ("1\u202f234\u202f567.5", 1234567),
        ("1 414 021 100", 1414021100),
        ("a hundred and twenty", 120),
        ("nineteen thousand four hundred", 19400),
        ("three lakh crore", 3e12),
        ("2.07 billion", 2070000000),
        ("five point five", 5.5),
        ("two point five million", 2.5e6),
        ("one million and a half", 1.5e6),
        ("a quarter of a million", 250000),
        ("three-quarters of a million", 750000),
        ("half a million", 5e5),
        ("11-and-a-half", 11.5),
        ("1.3 x 10^6", 1.3e6),
        ("2×10⁻³", 0.002),
        ("2⅜", 2.375),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, value: float) -> None:
    first = read(text)[0]
    assert first.kind == "number"
    assert first.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("They owe 2bn dollars.", 2e9, "USD"),
        ("They owe US$2.0 billion.", 2e9, "USD"),
        ("A $400 million fund was set up.", 4e8, "USD"),
        ("In 2008 $30 million was spent.", 3e7, "USD"),
        ("The bank wants Rs 2.5 lakh crore.", 2.5e12, "INR"),
        ("Each voucher is worth HK$5,000.", 5000, "HKD"),
        ("They sold it for 3.2 billion reais.", 3.2e9, "BRL"),
        ("It cost three dollars 50 cents.", 3.5, "USD"),
        ("The dividend was 11c.", 11, "cent"),
        ("The lorry carried 2m tonnes.", 2e6, "tonne"),
        ("The bank granted a 900m facility.", 9e8, "facility"),
        ("The yacht is 31m long.", 31, "metre"),
        ("He is 6-foot-5.", 6 + 5 / 12, "foot"),
        ("Rain fell at 25mm an hour.", 25, "millimetre per hour"),
        ("The limit is 95 g/km.", 95, "gram per kilometre"),
        ("The car can seat four.", 4, None),
        ("Customs seized 4,000 pounds of cocaine.", 4000, "pound-mass"),
        ("He was fined 4,000 pounds.", 4000, "GBP"),
        ("The fine was 400 pounds.", 400, "GBP"),
        ("The rocket can launch 140,000 pounds of cargo.", 140000, "pound-mass"),
        ("It pulls a full 80,000-pound load.", 80000, "pound-mass"),
        ("He was 75.", 75, "year of age"),
        ("It was minus 12C in the capital.", -12, "celsius"),
        ("A magnitude 6.3 quake was felt.", 6.3, "magnitude"),
        ("Michael Novak, 67, was arrested.", 67, "year of age"),
        ("She died when he turned 38.", 38, "year of age"),
        ("A city of 350,000 was cut off.", 350000, "person"),
        ("The father of four was freed.", 4, "child"),
        ("The death toll rose to 83.", 83, "person"),
        ("Earthquake: 32 dead.", 32, "person"),
        ("More were hurt, and 51 were taken to hospital.", 51, "person"),
        ("One and a half million people voted.", 1.5e6, "people"),
        ("The 15-nation bloc met.", 15, "nation"),
        ("They tested 3,000 samples a day.", 3000, "sample per day"),
    ],
)
def test_a_number_has_the_unit_that_a_reader_gives_it(
    analyse: Analyse, text: str, value: float, unit: str | None
) -> None:
    (found,) = analyse(text, published="2009-06-17").quantities
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The dollar bought 98.4 yen, up from 97.9.", ["JPY", "JPY"]),
        ("The motion was carried by 312 votes to 205.", ["vote", "vote"]),
        ("The case has 25 defendants, five of whom are in jail.", ["defendant", "defendant"]),
        ("The blast killed 17 and wounded 40 others.", ["person", "person"]),
        ("The number of cases rose by 400 to 2,300.", ["case", "case"]),
        ("Forty of the 124 passengers survived.", ["passenger", "passenger"]),
    ],
)
def test_a_bare_number_has_the_unit_that_the_sentence_gave_before(
    analyse: Analyse, text: str, units: list[str]
) -> None:
    assert [found.unit for found in analyse(text, published="2009-06-17").quantities] == units


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It will hire 200-300 engineers.", (200, 300)),
        ("They need 1.5m-2m barrels.", (1.5e6, 2e6)),
        ("He offered 40 to 50 million euros.", (4e7, 5e7)),
        ("Surges of six to eight feet are likely.", (6, 8)),
        ("The price went from $20 in 2008 to $29 in 2020.", (20, 29)),
        ("Children aged 5 to 11 may come.", (5, 11)),
        ("They expect $4-5 billion.", (4e9, 5e9)),
    ],
)
def test_the_two_ends_of_a_range_are_one_quantity(analyse: Analyse, text: str, ends: tuple[float, float]) -> None:
    (found,) = analyse(text, published="2021-06-17").quantities
    assert found.value == ends


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Gold added $6 to $1,288 an ounce.", [6, 1288]),
        ("Attendance rose by 400 to 2,300.", [400, 2300]),
        ("Prices were $20 $30 and $40.", [20, 30, 40]),
        ("It struck 40 miles (64 km) off the coast.", [40, 64]),
    ],
)
def test_a_step_and_a_level_are_two_quantities(analyse: Analyse, text: str, values: list[float]) -> None:
    assert [found.value for found in analyse(text, published="2009-06-17").quantities] == values
