"""Currencies that share a name, votes told as two numbers, comparisons with an earlier time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Findings

Analyse = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Moldova will spend 300 million lei on heating.", "MDL"),
        ("Romania will spend 300 million lei on heating.", "RON"),
        ("The town will spend 300 million lei on heating.", "RON"),
        ("A farmer in Romania was paid 400 Moldovan lei.", "MDL"),
        ("Belgrade will pay 1.2 million dinars.", "RSD"),
        ("Baghdad will pay 1.2 million dinars.", "IQD"),
        ("The town will pay 1.2 million dinars.", "dinar"),
        ("In Colombia a loaf costs 3,000 pesos.", "COP"),
        ("Pakistan was fined Rs 300 million.", "PKR"),
        ("The fund in Norway lost 40 billion crowns.", "NOK"),
        ("In Cairo the subsidy costs 4 billion pounds.", "EGP"),
        ("The castle was sold for 4 million pounds.", "GBP"),
        ("Canada paid 300 dollars for the stamp.", "USD"),
        ("Canada paid 300 Canadian dollars for the stamp.", "CAD"),
        ("The canton got 23.5 million convertible marks.", "BAM"),
        ("The thief took R15 million from the van.", "ZAR"),
    ],
)
def test_a_shared_name_is_the_currency_of_the_country_that_the_text_names(
    analyse: Analyse, text: str, unit: str
) -> None:
    (quantity,) = analyse(text, published="2009-06-17").quantities
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The judges voted four to three to uphold the ban.", [(4, "vote"), (3, "vote")]),
        ("The council ruled by five to two against him.", [(5, "vote"), (2, "vote")]),
        ("The motion was carried by 212 votes to 198.", [(212, "vote"), (198, "vote")]),
        ("Parliament passed the bill 88 to 41.", [(88, "vote"), (41, "vote")]),
    ],
)
def test_the_two_sides_of_a_vote_are_votes(analyse: Analyse, text: str, wanted: list[tuple[float, str | None]]) -> None:
    assert [(found.value, found.unit) for found in analyse(text, published="2009-06-17").quantities] == wanted


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Exports were 8 per cent lower than a year earlier.", "down"),
        ("Car sales were 11 percent higher in June.", "up"),
        ("The tower is 8 per cent higher than the church.", None),
    ],
)
def test_a_comparison_with_an_earlier_time_is_a_change(analyse: Analyse, text: str, change: str | None) -> None:
    assert analyse(text, published="2009-06-17").quantities[0].change == change


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Twice as many people came.", 2, "times"),
        ("He argued for half a percentage point.", 0.5, "percentage point"),
        ("They used half a tonne of salt.", 0.5, "tonne"),
        ("Half as many people came.", 50, "percent"),
        ("One voter in eight stayed at home.", 12.5, "percent"),
        ("Three dinars in every four come from abroad.", 75, "percent"),
        ("Passenger numbers tripled to 3.3 million.", 3_300_000, None),
        ("Rents were set at 4bn kronor.", 4_000_000_000, "SEK"),
    ],
)
def test_parts_and_multiples_in_words_have_their_value(
    analyse: Analyse, text: str, value: float, unit: str | None
) -> None:
    found = analyse(text, published="2009-06-17").quantities[0]
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize("text", ["Novak scored twice as United won.", "The herd slept half an hour."])
def test_a_word_of_multiples_or_parts_alone_is_no_quantity(analyse: Analyse, text: str) -> None:
    assert analyse(text, published="2009-06-17").quantities == ()


def test_goals_in_some_games_are_no_share(analyse: Analyse) -> None:
    found = analyse("He scored four goals in five games.", published="2009-06-17").quantities
    assert [(quantity.value, quantity.unit) for quantity in found] == [(4, "goal"), (5, "game")]
