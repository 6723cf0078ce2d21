"""Numbers of two reports that answer one question in other words; all news here is invented."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

_A = "Reporters were at the place on Monday morning. "
_B = "The day began with rain over the whole valley. "
_DAYS = ("2015-03-10", "2015-03-12")


def _statuses(tell: Tell, first: str, second: str, days: tuple[str, str] = ("2015-03-10", "2015-03-10")) -> set[str]:
    told = tell((_A + first, days[0]), (_B + second, days[1]))
    return {claim.status for claim in told.story.claims if claim.kind == "number"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Nine firms have moved their warehouses to Brask.", "Twelve companies relocated their depots to Brask."),
        ("The ferry can go 40 knots, the Orla yard said.", "The Orla yard puts the ferry's speed at 34 knots."),
        ("About 60 gunmen stormed the barracks of Tilo.", "Some ninety attackers overran the barracks of Tilo."),
        ("The licence will cost 180 pounds.", "Each permit will set the owner back 240 pounds."),
        ("The union says 4,300 workers joined the walkout.", "According to the firm 2,900 employees took part in it."),
        ("Sixteen aircraft were grounded in Lomar.", "In Lomar a total of 21 planes had to stay on the ground."),
        ("The judge fined Mr Vell 60,000 euros.", "Mr Vell must pay a fine of 90,000 euros."),
        ("Seven ships lay off Port Hask waiting for a berth.", "Eleven vessels waited for a berth off Port Hask."),
        (
            "The quota lets Ostra catch 9,000 tonnes a year.",
            "Ostra's yearly catch is limited to 7,200 tonnes by the quota.",
        ),
        (
            "The bank pays 4.2 million francs a year to the opera.",
            "Every year the bank pays the opera 2.9 million francs.",
        ),
        ("The lights of the hospital went out for an hour.", "The hospital's lights were out for five hours."),
        (
            "The new works at Gorm will give work to 900 people.",
            "The new works at Gorm will employ 600, or 650 jobs in all.",
        ),
        ("About 150 people sat in the lorry.", "More than 220 human beings sat in the lorry."),
        ("The union says 80 percent joined the strike.", "The firm says barely half of the staff joined the strike."),
    ],
)
def test_two_numbers_for_one_question_conflict(tell: Tell, first: str, second: str) -> None:
    assert "conflict" in _statuses(tell, first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The rate was raised from 4 to 6 percent by the Bank of Ostra.", "The Bank of Ostra's rate was 4 percent."),
        ("Fourteen of the line's 70 jets are parked at Hob.", "The line has 70 jets, 14 of them parked at Hob."),
        ("Three climbers died near Sorrel.", "Two climbers were hurt near Sorrel."),
        ("In 1984 a dam burst at Lund killed nine people.", "Three people died when the dam at Orsk burst on Sunday."),
        ("The hall was certified for 150 guests.", "There were 120 guests in the hall."),
        ("The company expects 300 new jobs by 2030.", "The plant at Gorm has 250 beds for night workers."),
        ("He earned 400,000 dollars in prize money last season.", "His sponsor pays him 250,000 dollars a year."),
        ("There were nine Finns on the bus.", "There were fourteen Danes on the bus."),
        ("The mill uses 90 tonnes of ore a day.", "The mill uses 90 tonnes of ore a year."),
    ],
)
def test_two_numbers_for_two_questions_do_not(tell: Tell, first: str, second: str) -> None:
    assert "conflict" not in _statuses(tell, first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The order takes effect after four weeks.", "The order will take effect in a month."),
        ("He lived in the shed with 25 others, a farm hand said.", "The shed housed 26 men, a farm hand said."),
        ("Norlund owns 85 percent of the mine at Tarn.", "The state holds 15 percent of the mine at Tarn."),
        ("The lights of the hospital went out for 52 minutes.", "The hospital's lights went out for almost an hour."),
        ("Some 400 million gallons of sludge ran out of the pit.", "The pit lost 1.8 million cubic metres of sludge."),
    ],
)
def test_numbers_that_come_to_one_are_shown_with_the_working(tell: Tell, first: str, second: str) -> None:
    assert _statuses(tell, first, second) == {"compatible"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The flood has killed 26 people in Lenz.", "The bodies of 34 people were found in Lenz after the flood."),
        (
            "The mud was put at 1.8 million tonnes.",
            "The mud, first estimated at 1.8 million tonnes, weighs 2.6 million.",
        ),
        ("One man is missing.", "Three people are now missing."),
    ],
)
def test_a_later_report_revises_the_number(tell: Tell, first: str, second: str) -> None:
    found = _statuses(tell, first, second, ("2015-03-10", "2015-03-12"))
    assert "conflict" not in found


def test_what_was_on_offer_is_not_what_came_of_a_plan(tell: Tell) -> None:
    first = "The fleet is to be allowed 6,200 tonnes of cod."
    assert _statuses(tell, first, "On offer for the fleet had been 4,100 tonnes of cod.", _DAYS) == {"conflict"}
    assert _statuses(tell, first, "The fleet was allowed 4,100 tonnes of cod.", _DAYS) == {"update"}
