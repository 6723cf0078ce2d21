"""Numbers that one report gives in parts and another whole: they come to the same, and are never a conflict."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

COMES_TO = [
    (
        "The flood displaced 4,200 households with an average of five members each.",
        "Some 21,000 people were displaced by the flood, the council said.",
    ),
    (
        "The caterer was paid 1.2 million pounds over three years for the meals.",
        "For the meals the caterer received £400,000 a year.",
    ),
    (
        "The toll on the Arrabal bridge is to double to 6 euros in April.",
        "Drivers now pay 3 euros to cross the Arrabal bridge.",
    ),
    (
        "The ministry ordered 90,000 masks at $1.20 apiece from Velmet.",
        "The order for masks from Velmet is worth 108,000 dollars.",
    ),
    (
        "The freighter brought 45,000 tonnes of wheat, three quarters of what Tarsia had bought.",
        "Tarsia had bought 60,000 tonnes of wheat from Canada.",
    ),
    (
        "Pilots of Norvik rejected the offer by 360 votes to 40.",
        "The offer of Norvik was turned down by 90 percent of the pilots who voted.",
    ),
    (
        "Some 1,150 welders and 250 electricians of the Kolm yard walked out.",
        "The 1,400 strikers of the Kolm yard will be paid until May.",
    ),
    (
        "Dalco must pay 72 million crowns, a fifth less than the regulator had announced.",
        "The regulator announced that it would fine Dalco 90 million crowns.",
    ),
]
BESIDE = "The weather was mild.", "A market was held on the square."


@pytest.mark.parametrize(("one", "other"), COMES_TO)
def test_parts_and_the_whole_are_the_same(tell: Tell, one: str, other: str) -> None:
    told = tell((f"{one} {BESIDE[0]}", "2019-03-04"), (f"{BESIDE[1]} {other}", "2019-03-05"))
    joined = [c for c in told.story.claims if len({p.article for p in c.passages}) == 2]
    assert {c.status for c in joined} & {"agreed", "compatible"}
    assert "conflict" not in {c.status for c in joined}


CHANCE = [
    ("The mayor has 60 beds for guests and hopes to have twice as many.", "A bus with 120 pupils broke down in Ruhl."),
    ("Shares of Dalco fell 4 percent to 63 dollars.", "A ticket to the lake costs 70 dollars."),
]


@pytest.mark.parametrize(("one", "other"), CHANCE)
def test_numbers_of_other_things_are_not_worked_out(tell: Tell, one: str, other: str) -> None:
    told = tell((f"{one} {BESIDE[0]}", "2019-03-04"), (f"{BESIDE[1]} {other}", "2019-03-05"))
    assert not [c for c in told.story.claims if c.rule == "worked out"]
