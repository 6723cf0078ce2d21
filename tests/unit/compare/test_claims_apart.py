"""What two reports tell of one act in sentences that have little else in common."""

from __future__ import annotations

import pytest

from briefing.model import Claim
from tests.unit.compare.conftest import Tell, Told

DAY = "2017-09-20"
OPENING = "A ferry dispute divides the island of Korra, where the shipping line Halvard has lost its licence. "
REST = "The islanders live by sheep and by tourists. Bakers ran short of flour at the weekend. "


def both(tell: Tell, first: str, second: str) -> Told:
    """Two reports of one day in which a sentence of each stands among others."""
    texts = f"{OPENING}{REST}{first}", f"{OPENING}{second} Rain is forecast. The school on the island has nine pupils."
    return tell(*((text, DAY) for text in texts))


def conflicts(told: Told) -> list[Claim]:
    return [claim for claim in told.story.claims if claim.status == "conflict"]


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        (
            "date",
            "Halvard pulled out of the talks on 4 September.",
            "It was Halvard that walked away, on 11 September.",
        ),
        (
            "date",
            "The line bought the vessel in March from a yard in Riga.",
            "Papers show that the vessel was purchased in June.",
        ),
        (
            "date",
            "The harbour office closed the quay on Monday.",
            "The quay had been shut on 12 September, a fisherman said.",
        ),
        (
            "date",
            "The inquiry, which opened in March last year, has heard 40 islanders.",
            "The inquiry was opened in November 2015.",
        ),
        (
            "date",
            "The lawyer Nils Aaby stepped down late on Monday after a quarrel.",
            "Nils Aaby handed in his resignation on Tuesday morning for reasons of health.",
        ),
        (
            "date",
            "Halvard left the talks in the capital on Friday.",
            "Halvard had left the talks in the capital on the evening of Thursday, 14 September.",
        ),
        (
            "place",
            "The vessel was acquired from a dealer in Poland.",
            "Halvard bought the vessel from a broker in Spain, a document shows.",
        ),
        (
            "outcome",
            "Halvard dismissed a report that it was planning to terminate the contract.",
            "According to two directors, Halvard had intended to tear up the contract.",
        ),
        (
            "outcome",
            "The lifeboats had not been inspected since 2013.",
            "The lifeboats had passed an inspection in May, a captain said.",
        ),
        (
            "outcome",
            "The council of the island voted unanimously.",
            "The decision was carried by five votes to two in the council.",
        ),
        ("number", "Halvard has sold 19 ferries since 2010.", "Halvard, whose 14 ferries went to Greece, is in debt."),
    ],
)
def test_one_act_told_otherwise_far_apart_is_a_conflict(tell: Tell, kind: str, first: str, second: str) -> None:
    assert kind in {claim.kind for claim in conflicts(both(tell, first, second))}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Halvard issued a statement on Monday.", "A report on the line was published on 11 September."),
        ("The lifeboats were inspected in May 2013.", "The lifeboats were inspected again in August 2016."),
        ("Halvard bought the vessel in March.", "The island council bought a bus in June."),
        ("The quay was closed on Monday.", "The quay is to be closed on 12 October for repairs."),
        ("The museum has paid for new locks.", "The museum denied that it had paid a fine."),
        ("The council voted unanimously for the budget.", "The council voted for the budget in the afternoon."),
        (
            "A quarter of the line's 40 million crowns of debt is due.",
            "The line must repay 10 million crowns this year.",
        ),
        ("Halvard sold 19 ferries.", "Halvard sold two of the ferries to Greece."),
        ("It was not the mayor who invited Halvard to the island.", "The mayor did not invite Halvard to the island."),
    ],
)
def test_two_acts_that_look_like_one_are_no_conflict(tell: Tell, first: str, second: str) -> None:
    assert not conflicts(both(tell, first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The prisoners were handed over at the Friendship Bridge on Saturday, the ministry said.",
            "The handover took place at Tirana Airport, a relative said, after hours of waiting.",
        ),
        (
            "Its inmates were taken in army lorries to Mocuba, where a warehouse had been fenced off.",
            "The prison's 580 detainees were transferred on Friday to Quelimane, the director said.",
        ),
        (
            "The rebel leader Jean-Paul Ngoma was captured in the village of Lubero, the army said.",
            "Soldiers seized Jean-Paul Ngoma in a hotel in Goma, a waiter said.",
        ),
        (
            "Ousted president Karim Bello fled to Morocco, his party said.",
            "Karim Bello flew to Qatar, airport staff say, with eleven suitcases.",
        ),
    ],
)
def test_where_the_same_people_were_or_went_is_a_conflict_of_place(tell: Tell, first: str, second: str) -> None:
    assert "place" in {c.kind for c in conflicts(both(tell, first, second))}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Two people were arrested in Lyon on Monday.", "A third man was arrested in Marseille on Monday."),
        ("The girls were flown by helicopter to Maidu.", "The girls were brought in lorries to Kumshe."),
        ("The tram crashed near London.", "The tram crashed in Croydon, where people stood by the rails."),
        ("The minister Anna Orlov was met in Oslo province.", "The minister Anna Orlov was met in Drammen."),
    ],
)
def test_other_people_other_legs_and_wider_places_are_not(tell: Tell, first: str, second: str) -> None:
    assert "place" not in {c.kind for c in conflicts(both(tell, first, second))}
