"""What a later report tells of a plan, a threat, a doubt or a state of an earlier one."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

EARLY, LATE = "2025-03-05", "2025-03-12"

UPDATES = [
    (
        "The regulator may revoke the licence of Telvon Bank.",
        "The regulator revoked the licence of Telvon Bank on Friday.",
    ),
    ("Engineers hope to restore power to the island by Sunday.", "Power was restored to the island on Saturday night."),
    (
        "Mayor Ida Kolb has promised to publish the audit of the tram project.",
        "The audit of the tram project was published by Mayor Kolb on Monday.",
    ),
    ("Anna Bright is in custody.", "Anna Bright was released on bail on Thursday."),
    ("The actor Jon Vale is in hospital with burns.", "Jon Vale, the actor, was discharged from hospital on Friday."),
    (
        "Police are looking for the driver, Omar Sell, who fled after the crash.",
        "Omar Sell, the driver, was arrested at the border on Sunday.",
    ),
    (
        "The committee is considering the proposal of Duna Energy for a wind park.",
        "The committee approved the proposal of Duna Energy for a wind park.",
    ),
    (
        "Lena Horn, the finance minister, is under investigation for fraud.",
        "Prosecutors have charged Lena Horn, the finance minister, with fraud.",
    ),
    (
        "The ministry expects the first vaccines to arrive in Kaluma next week.",
        "The first vaccines arrived in Kaluma on Tuesday.",
    ),
    ("The court will rule on the appeal of Nora Vint on Thursday.", "The court rejected the appeal of Nora Vint."),
    ("The road to Zell is blocked by snow.", "The road to Zell was cleared on Saturday."),
    (
        "The prime minister said he would not call an early election.",
        "The prime minister called an early election for May.",
    ),
    (
        "Talks between the airline Norvik and its pilots are continuing.",
        "The airline Norvik and its pilots reached an agreement on Friday.",
    ),
    (
        "Surgeons plan to separate the twins next week.",
        "The twins were separated on Monday in an operation of nine hours.",
    ),
    (
        "Investors must decide by Friday whether to accept the offer for Dalco.",
        "Investors accepted the offer for Dalco.",
    ),
    ("A curfew has been in force in Dorna since Sunday.", "The curfew in Dorna was lifted on Monday."),
    (
        "The outbreak of measles in Dorna has infected 212 people; 212 cases were recorded by Tuesday.",
        "The number of people infected by the outbreak of measles in Dorna rose to 348.",
    ),
    (
        "Two dock workers were killed by the blast at the port of Dorna.",
        "A third victim, a crane driver, has died of burns after the blast at Dorna.",
    ),
    (
        "At least 19 people have died in the outbreak of cholera in Kaluma.",
        "In Kaluma the number of people killed by the outbreak of cholera rose to 26.",
    ),
]

NO_UPDATES = [
    ("The museum wants to buy a painting by Orla Finn.", "The museum bought a printing press in May."),
    ("The airline plans to hire 200 pilots.", "The airline hired a new chief executive in March."),
    ("The mayor went to the hospital to thank the nurses.", "The mayor thanked the voters after the election."),
    ("The company must repay the loan by 2030.", "The company repaid a bond of 20 million euros last year."),
    ("The army may have used gas in the attack.", "The army used helicopters to bring food."),
    ("The team will play in Rome on Sunday.", "The team played in Paris in 2009."),
    ("The government plans to close three schools in Harn.", "The government closed its embassy in Quito."),
    ("The road to Zell is blocked by snow.", "The road to Marn was repaired in June."),
    ("The minister told reporters that the price would rise.", "The price of tea rose in 2011."),
    ("The city may ban cars from the old town.", "The city banned kites from the beach."),
    ("They have been detained since May.", "Two bears were released into the wild."),
    ("Farmers are asked to keep their animals inside.", "Farmers kept their tractors on the road for two days."),
]


def _around(sentence: str, *, first: bool) -> str:
    """The sentence beside another of the report, so that it is not all that the report says."""
    other = "A light wind blew from the west all day."
    return f"{sentence} {other}" if first else f"The market in the old square stayed busy until dark. {sentence}"


@pytest.mark.parametrize(("before", "after"), UPDATES, ids=[before for before, _ in UPDATES])
def test_what_came_of_a_plan_or_a_state_is_an_update(tell: Tell, before: str, after: str) -> None:
    told = tell((_around(before, first=True), EARLY), (_around(after, first=False), LATE))
    statuses = {claim.status for claim in told.story.claims}
    assert "update" in statuses
    assert "conflict" not in statuses


@pytest.mark.parametrize(("before", "after"), NO_UPDATES, ids=[before for before, _ in NO_UPDATES])
def test_a_deed_of_another_thing_is_no_update(tell: Tell, before: str, after: str) -> None:
    told = tell((_around(before, first=True), EARLY), (_around(after, first=False), LATE))
    assert not {claim.status for claim in told.story.claims} & {"update", "conflict"}


@pytest.mark.parametrize(("before", "after"), UPDATES[:4], ids=[before for before, _ in UPDATES[:4]])
def test_an_order_that_is_not_known_makes_no_update(tell: Tell, before: str, after: str) -> None:
    told = tell((_around(before, first=True), None), (_around(after, first=False), None))
    assert "update" not in {claim.status for claim in told.story.claims}


FIRST_OR_MOVED = [
    (
        "Nobody has been arrested over the fire at the mill of Dorna.",
        "Two brothers were arrested on Sunday over the fire at the mill of Dorna.",
        "nobody held, since held",
    ),
    (
        "The cause of the fire at the mill of Dorna is not yet known.",
        "A spark from a welder caused the fire at the mill of Dorna, inspectors said.",
        "cause unknown, since named",
    ),
    (
        "Work on the bridge at Dorna is due to start in May.",
        "Work on the bridge at Dorna will start not in May, as was planned, but in September.",
        "new date",
    ),
    (
        "The council of Dorna will present its budget on March 20.",
        "The council of Dorna put off its budget, which will now be presented on April 3.",
        "new date",
    ),
    (
        "Mayor Ida Kolb rejected calls for her resignation.",
        "Mayor Ida Kolb handed in her resignation on Monday.",
        "in office, since out",
    ),
    (
        "The search for the sailors off Dorna continues.",
        "The search for the sailors off Dorna was ended on Tuesday.",
        "going on, since over",
    ),
]


@pytest.mark.parametrize(("first", "second", "rule"), FIRST_OR_MOVED)
def test_what_had_not_come_yet_or_was_set_for_another_day_is_revised(
    tell: Tell, first: str, second: str, rule: str
) -> None:
    told = tell((first, EARLY), (second, LATE))
    assert rule in {claim.rule for claim in told.story.claims if claim.status == "update"}
    assert not [claim for claim in told.story.claims if claim.status == "conflict"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Nobody has been arrested over the fire at the mill of Dorna.",
            "Nobody has been arrested over the fire at the mill of Dorna, where thieves were caught in 2011.",
        ),
        (
            "Work on the bridge at Dorna is due to start in May.",
            "A choir in Zell put off its concert, which will now be held in September.",
        ),
        (
            "Mayor Ida Kolb rejected calls for a new school.",
            "Mayor Ida Kolb submitted her budget on Monday.",
        ),
    ],
)
def test_what_only_looks_like_it_is_no_revision(tell: Tell, first: str, second: str) -> None:
    told = tell((first, EARLY), (second, LATE))
    assert {claim.rule for claim in told.story.claims}.isdisjoint({rule for _, _, rule in FIRST_OR_MOVED})
