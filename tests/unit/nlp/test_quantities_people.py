"""Bare numbers that count people, their ages, and amounts told again without their unit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Findings

Analyse = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Nine were acquitted on Monday.", 9, "person"),
        ("Some 2,100 still sleep under canvas.", 2100, "person"),
        ("At least 14 of them were detained.", 14, "person"),
        ("Three of them said that they had not been paid.", 3, "person"),
        ("Two of them, who asked not to be named, showed the letters.", 2, "person"),
        ("The injured, 57 at last count, were flown to the capital.", 57, "person"),
        ("Police put the crowd at upwards of 8,000.", 8000, "person"),
        ("Fourteen of them are in intensive care.", 14, "person"),
        ("Six were found guilty.", 6, "person"),
        ("The museum draws 2m visitors.", 2e6, "visitor"),
        ("Seven co-defendants took the stand.", 7, "co-defendant"),
        ("A boy of nine was pulled from the rubble.", 9, "year of age"),
        ("She died in her sleep at 94.", 94, "year of age"),
        ("The court freed a 14yo girl.", 14, "year of age"),
        ("The storm hit 40 Americans.", 40, "american"),
        ("Anna Kowalska (51) chairs the council.", 51, "year of age"),
        ("The law protects anyone under 16.", 16, "year of age"),
        ("The accused, 27, denies the charge.", 27, "year of age"),
        ("They played in front of 22,000.", 22000, "person"),
        ("A 3,000-strong crowd cheered.", 3000, "person"),
        ("At 34, she was the youngest minister.", 34, "year of age"),
        ("The island was hit by a 6.1 quake.", 6.1, "magnitude"),
        ("The flaw has hit over 2m Windows users.", 2e6, "user"),
        ("One in every 500 customers was exposed.", 0.2, "percent"),
        ("A father of four drowned.", 4, "child"),
        ("The quake had a magnitude of 6.1.", 6.1, "magnitude"),
        ("The race took four hours, 12 minutes and nine seconds.", 15129, "second"),
    ],
)
def test_a_bare_number_counts_what_is_told_of_it(analyse: Analyse, text: str, value: float, unit: str) -> None:
    (found,) = analyse(text, published="2009-06-17").quantities
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The leak was first given as 300 litres and is now put at 450.", ["litre", "litre"]),
        ("The ministry says 120 tonnes escaped. The opposition says 90.", ["tonne", "tonne"]),
        ("Some 120 tonnes escaped, 100 miles upstream. The opposition says 90.", ["tonne", "mile", None]),
        ("Of the 310 stranded, 45 have been flown out.", ["person", "person"]),
        ("Fewer than 30 of the 200 invited came.", ["person", "person"]),
        ("The field measures 12 by 5 kilometres.", ["kilometre", "kilometre"]),
        ("The crater is 30 metres wide and ten deep.", ["metre", "metre"]),
        ("About 60 were hurt, ten of them badly.", ["person", "person"]),
        ("The bus, with 44 aboard, had 16 alive.", ["person", "person"]),
        ("Sales were N450bn, or TSh900bn.", ["NGN", "TZS"]),
        ("Two sisters aged 8 and 11 are missing.", ["sister", "year of age", "year of age"]),
    ],
)
def test_a_second_number_has_the_unit_of_the_first(analyse: Analyse, text: str, units: list[str | None]) -> None:
    assert [quantity.unit for quantity in analyse(text, published="2009-06-17").quantities] == units


@pytest.mark.parametrize(
    "text",
    [
        "The road was shut between junctions 15 and 16.",
        "Articles 5 and 6 of the treaty say so.",
        "The Twenty20 match was called off.",
        "A thirty-something driver fled.",
        "Form 10-K was filed late.",
        "They saw Ocean's Eleven again.",
        "The line is +44 20 7946 0123.",
    ],
)
def test_a_number_in_a_name_is_no_quantity(analyse: Analyse, text: str) -> None:
    assert not analyse(text, published="2009-06-17").quantities
