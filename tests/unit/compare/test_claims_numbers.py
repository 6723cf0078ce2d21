from __future__ import annotations

import math

import pytest

from briefing.compare.amounts import amount_of, duration_of, half_digit, plural, say, seconds_of
from briefing.model import Quantity, Time
from tests.unit.compare.conftest import Tell

DAY = "2015-03-10"


def amount(value: float, unit: str | None, bound: str = "=", words: str = "") -> object:
    quantity = Quantity(start=len(words), end=len(words) + 3, value=value, unit=unit, bound=bound)  # type: ignore[arg-type]
    return amount_of(quantity, words + "xxx")


@pytest.mark.parametrize(
    ("value", "half"), [(190, 5), (187, 0.5), (3.74, 0.005), (2_000_000_000, 500_000_000), (0.25, 0.005), (0, 0)]
)
def test_closing_zeros_say_how_a_number_was_rounded(value: float, half: float) -> None:
    assert math.isclose(half_digit(value), half)


def test_tonnes_and_kilograms_meet_in_one_unit() -> None:
    one, other = amount(1200, "tonne"), amount(1_200_000, "kilogram")
    assert one.dimension == other.dimension == "mass"  # type: ignore[attr-defined]
    assert one.near(other)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("one", "other", "one_thing"),
    [
        ((25, "kilometre"), (15, "mile"), True),
        ((5, "kilometre"), (3, "mile"), True),
        ((40, "acre"), (16, "hectare"), True),
        ((25, "kilometre"), (18, "mile"), False),
        ((9, "foot"), (2, "metre"), False),
        ((24, "kilometre"), (25, "kilometre"), False),
        ((5.3, "metre"), (5.28, "metre"), True),
        ((5.3, "metre"), (5.2, "metre"), False),
        ((8, "percent"), (7.9, "percent"), True),
        ((8, "percent"), (7.4, "percent"), False),
        ((21, "month"), (2, "year"), False),
    ],
)
def test_a_measure_told_in_another_unit_is_rounded_again(
    one: tuple[float, str], other: tuple[float, str], one_thing: bool
) -> None:
    assert amount(*one).near(amount(*other)) is one_thing  # type: ignore[attr-defined]


def test_nearly_leaves_room_below_and_none_above() -> None:
    nearly = amount(190, "people", "~", "nearly ")
    assert nearly.near(amount(187, "people"))  # type: ignore[attr-defined]
    assert not nearly.near(amount(198, "people"))  # type: ignore[attr-defined]


def test_at_least_is_open_above_and_closed_below() -> None:
    floor = amount(17, "people", ">")
    assert floor.meets(amount(31, "people"))  # type: ignore[attr-defined]
    assert not floor.meets(amount(12, "people"))  # type: ignore[attr-defined]


def test_lengths_of_time_come_to_seconds_and_vague_ones_to_none() -> None:
    assert seconds_of("PT4M12S") == 252
    assert seconds_of("P1W") == 7 * 86400
    assert seconds_of("PXD") is None
    assert seconds_of("2009-06-14") is None
    assert duration_of(Time(start=0, end=4, type="DURATION", value="PXY"), "some") is None


def test_numbers_are_written_out_as_a_reader_would() -> None:
    assert say(2e9, 2e9, "USD") == "2,000,000,000 USD"
    assert say(25, 25, "percent") == "25%"
    assert say(3, 5, "body") == "3 to 5 bodies"
    assert [plural(noun) for noun in ("mile per hour", "person", "inch", "day", "crew")] == [
        "miles per hour",
        "people",
        "inches",
        "days",
        "crew",
    ]


def test_one_mass_in_two_units_is_compatible_and_the_working_is_shown(tell: Tell) -> None:
    told = tell(
        ("The tanker Miralda spilled 1,200 tonnes of oil off Vask on Monday. The harbour was closed.", DAY),
        ("About 1.2 million kilograms of oil leaked from the tanker Miralda off Vask. Fishermen burned tyres.", DAY),
    )
    (claim,) = told.about("1,200 tonnes", "1.2 million kilograms")
    assert (claim.status, claim.kind) == ("compatible", "number")
    assert "1,200 tonnes = 1,200,000 kilograms" in claim.why


def test_a_share_of_a_whole_is_worked_out(tell: Tell) -> None:
    told = tell(
        ("The city of Dorne will lend the museum a third of the $90 million repair cost, the mayor said.", DAY),
        ("The museum said the city of Dorne would lend it $30 million for the repairs. It opens in May.", DAY),
    )
    assert any("1/3 x 90,000,000 USD = 30,000,000 USD" in claim.why for claim in told.story.claims)
    assert all(claim.status != "conflict" for claim in told.story.claims)


def test_two_counts_of_one_thing_conflict_and_both_are_named(tell: Tell) -> None:
    told = tell(
        ("The factory at Brell employed 420 welders when it closed on Friday. The town has one school.", DAY),
        ("When it closed on Friday, the factory at Brell employed 260 welders. Its owner lives abroad.", DAY),
    )
    (claim,) = [c for c in told.story.claims if c.status == "conflict"]
    assert claim.kind == "number"
    assert {value.value for value in claim.values} == {"420 welders", "260 welders"}


def test_counts_of_two_things_never_conflict(tell: Tell) -> None:
    told = tell(
        ("The manifest listed 142 passengers on the ferry Una.", DAY),
        ("The ferry Una, built in 1987, was certified to carry 150 passengers, port papers show.", DAY),
    )
    assert all(claim.status != "conflict" for claim in told.story.claims)


def test_a_higher_toll_in_a_later_report_is_an_update(tell: Tell) -> None:
    told = tell(
        ("At least 12 people died when a bridge collapsed in Torvik on Monday, police said. Trains stopped.", DAY),
        (
            "Rescuers searched the river at Torvik. Nineteen people are now known to have died in the collapse.",
            "2015-03-12",
        ),
    )
    (claim,) = [c for c in told.story.claims if c.rule == "later toll"]
    assert claim.status == "update"
    assert "12 people, then 19 people" in claim.why


def test_two_tolls_at_the_same_time_conflict(tell: Tell) -> None:
    told = tell(
        ("Eleven people died when a bridge collapsed in Torvik on Monday, police said. Trains stopped.", DAY),
        ("A bridge fell into the river at Torvik on Monday, killing 14 people, the hospital said.", DAY),
    )
    assert [c.kind for c in told.story.claims if c.status == "conflict"] == ["number"]


def test_the_toll_of_an_older_disaster_is_left_alone(tell: Tell) -> None:
    told = tell(
        ("Eleven people died when a bridge collapsed in Torvik on Monday, police said.", DAY),
        ("A bridge fell into the river at Torvik on Monday. In January 2012 a landslide there killed 40 people.", DAY),
    )
    assert all(claim.status not in ("conflict", "update") for claim in told.story.claims)


def test_a_fraction_in_words_is_the_rougher_of_two(tell: Tell) -> None:
    told = tell(
        ("Shares in Aldor closed 14.6 percent lower in Vask on Tuesday.", "2015-03-10"),
        ("Aldor's shares lost about a seventh of their value in Vask on Tuesday.", "2015-03-10"),
    )
    assert "14.6% is nearly “about a seventh”." in [claim.why for claim in told.story.claims]


@pytest.mark.parametrize(("told", "one_thing"), [(11, True), (13, True), (9, False), (15, False)])
def test_a_dozen_is_no_exact_number(told: int, one_thing: bool) -> None:
    text = "A dozen passengers"
    dozen = amount_of(Quantity(start=0, end=len("A dozen"), value=12, unit="passenger"), text)
    assert dozen.near(amount(told, "passenger")) is one_thing  # type: ignore[arg-type]
    assert dozen.meets(amount(told, "passenger")) is one_thing  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The pact of Orley would abolish duty on 340 categories of goods.",
            "The pact of Orley will do away with customs duty on 430 kinds of goods.",
        ),
        (
            "The flood destroyed 112 houses, seven bridges and the intake of the half-built dam at Orley.",
            "At Orley 112 houses, nine bridges and two schools were destroyed, according to the district office.",
        ),
    ],
)
def test_numbers_of_one_thing_among_others_are_set_against_each_other(tell: Tell, one: str, other: str) -> None:
    told = tell((one, DAY), (other, DAY))
    assert [claim.rule for claim in told.story.claims if claim.status == "conflict"] == ["different numbers"]


def test_the_missing_are_not_confirmed_by_the_dead(tell: Tell) -> None:
    told = tell(
        ("At least 38 people were killed and more than 60 are missing after a glacier lake burst in Orley.", DAY),
        ("The search for those missing in the Orley flood was called off: the number of deceased has reached 67.", DAY),
    )
    assert not [claim for claim in told.story.claims if claim.rule == "bound"]
