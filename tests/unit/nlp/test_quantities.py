"""Quantities: numbers with their unit, bound, change, and what they count."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc
from spacy.training import Example

from briefing.model import Findings, Quantity
from briefing.nlp.quantities import Quantities
from briefing.nlp.quantities.scoring import same_unit

Analyse = Callable[..., Findings]


def only(analyse: Analyse, text: str) -> Quantity:
    (quantity,) = analyse(text, published="2009-06-17").quantities
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The pact is worth $1.2-billion.", 1.2e9, "USD"),
        ("The pact is worth 1.2 billion US dollars.", 1.2e9, "USD"),
        ("They paid €36bn for it.", 3.6e10, "EUR"),
        ("It faces a 90m-euro fine.", 9e7, "EUR"),
        ("One household in 16 is without water.", 6.25, "percent"),
        ("The unit brings in £405m.", 4.05e8, "GBP"),
        ("The fine was Rs 5 crore.", 5e7, "INR"),
        ("Shares closed at A$2.17.", 2.17, "AUD"),
        ("They offered 530 pence for it.", 5.3, "GBP"),
        ("The stamp costs 60 cents.", 60, "cent"),
        ("The ship sank 22km from land.", 22, "kilometre"),
        ("The plant makes 600 megawatts.", 600, "megawatt"),
        ("Winds reached 155mph.", 155, "mile per hour"),
        ("The rocket weighed 1,200 kilograms.", 1200, "kilogram"),
        ("About 160 trucks were stuck.", 160, "truck"),
        ("Twenty-three bodies were found.", 23, "body"),
        ("Rates rose by a quarter of a percentage point.", 0.25, "percentage point"),
        ("Three president debates are planned.", 3, "debate"),
        ("The margin is plus or minus 4 percentage points.", 4, "percentage point"),
        ("A poll by HuffPollster gives 4.3 points.", 4.3, "point"),
        ("Prices range from $5 on the street to $9.", (5, 9), "USD"),
        ("They banned 500 kinds of cheese.", 500, "kind"),
        ("The attack killed nine.", 9, "person"),
        ("Prices rose by a fifth.", 20, "percent"),
        ("Two-thirds of the voters stayed at home.", 200 / 3, "percent"),
        ("Residues were at five times the level.", 5, "times"),
        ("Contact was lost after four minutes and 12 seconds.", 252, "second"),
    ],
)
def test_a_number_has_its_value_in_its_unit(analyse: Analyse, text: str, value: float, unit: str) -> None:
    found = only(analyse, text)
    assert found.unit == unit
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It will cost between 5 and 10 percent.", (5, 10)),
        ("It was going 15-22 miles per hour.", (15, 22)),
        ("The price is $3 billion to $5 billion.", (3e9, 5e9)),
        ("They need 33-35 billion euros.", (3.3e10, 3.5e10)),
        ("Dozens of people were hurt.", (12, 120)),
    ],
)
def test_a_range_has_both_ends(analyse: Analyse, text: str, ends: tuple[float, float]) -> None:
    assert only(analyse, text).value == ends


@pytest.mark.parametrize(
    ("words", "bound"),
    [("about", "~"), ("nearly", "~"), ("at least", ">"), ("more than", ">"), ("up to", "<"), ("fewer than", "<")],
)
def test_words_before_a_number_say_how_exact_it_is(analyse: Analyse, words: str, bound: str) -> None:
    text = f"The fire drove out {words} 300 families."
    found = only(analyse, text)
    assert (found.bound, found.span.of(text)) == (bound, f"{words} 300")


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Exports rose by 11 percent.", "up"),
        ("Shares fell 5 percent.", "down"),
        ("The index was up 2.8%.", "up"),
        ("There was a fall of 38 per cent.", "down"),
        ("Unemployment stands at 11 percent.", None),
    ],
)
def test_a_rise_or_fall_by_so_much_is_told_from_a_level(analyse: Analyse, text: str, change: str | None) -> None:
    assert only(analyse, text).change == change


def test_a_part_of_a_sum_points_to_the_sum(analyse: Analyse) -> None:
    text = "Russia withheld the last quarter of a $2-billion loan to Belarus."
    part, whole = analyse(text, published="2009-06-17").quantities
    assert (part.value, part.unit, whole.value) == (25, "percent", 2e9)
    assert part.part_of is not None
    assert part.part_of.of(text) == "a $2-billion loan"


def test_the_same_length_in_another_unit_is_as_vague(analyse: Analyse) -> None:
    first, second = analyse("The road is nearly 1,300 miles (2,080 km) long.").quantities
    assert (first.bound, second.bound, second.unit) == ("~", "~", "kilometre")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Support fell from 58 percent in the last poll to 55 percent.", [58, 55]),
        ("Shares: AAPL +0.9% MSFT -1.2 % IBM -3%", [0.9, -1.2, -3]),
    ],
)
def test_each_level_and_each_step_of_a_list_is_a_quantity(analyse: Analyse, text: str, values: list[float]) -> None:
    assert [found.value for found in analyse(text).quantities] == values


@pytest.mark.parametrize(
    "text",
    [
        "He resigned on June 14, 2009.",
        "The G20 met in Pittsburgh.",
        "They flew in a Boeing 747.",
        "He was the third to leave.",
        "A third ferry joined the search.",
        "Call 555-1234 for help.",
        "The film is from the 1990s.",
        "The one who left was angry.",
        "He leads in a four-way race.",
        "She quit a 9-to-5 job.",
    ],
)
def test_what_counts_nothing_is_no_quantity(analyse: Analyse, text: str) -> None:
    assert analyse(text, published="2009-06-17").quantities == ()


def test_a_number_of_a_hundred_thousand_digits_is_passed_over(analyse: Analyse) -> None:
    found = analyse("The code " + "7" * 100_000 + " opened 3 doors.").quantities
    assert [quantity.value for quantity in found] == [3]


def test_the_score_is_full_for_itself_and_none_for_nothing(nlp: Any) -> None:
    doc = Doc(nlp.vocab, words=["3", "doors"])
    empty = Doc(nlp.vocab, words=["3", "doors"])
    doc._.quantities = (Quantity(start=0, end=1, value=3, unit="door"),)
    component = Quantities()
    assert component.score([Example(doc, doc)])["quantities_unit_f"] == 1
    assert component.score([Example(empty, doc)])["quantities_unit_f"] == 0


@pytest.mark.parametrize(
    ("found", "gold", "right"),
    [
        ("USD", "$", True),
        ("USD", "dollars", True),
        ("percent", "%", True),
        ("player", "first-team players", True),
        ("kilometre", "km", True),
        ("barrel", "-|barrels", True),
        ("EUR", "dollar", False),
        (None, "-", True),
        ("soldier", "civilian", False),
    ],
)
def test_a_unit_is_right_however_it_is_written(found: str | None, gold: str, right: bool) -> None:
    assert same_unit(found, gold) is right
