"""Why something happened, by each of two reports; all news here is invented."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell


def _conflicts(tell: Tell, first: str, second: str) -> set[str | None]:
    told = tell((first, "2015-03-10"), (second, "2015-03-11"))
    return {claim.kind for claim in told.story.claims if claim.status == "conflict"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "A fire gutted a mill at Orsa on Monday. The blaze was caused by an electrical fault, a fire officer said.",
            "Flames swept through the mill at Orsa. The fire was started deliberately by a worker, police say.",
        ),
        (
            "Finance minister Ilze Kalnina resigned because of a dispute over pensions, her spokesman said.",
            "The finance minister, Ilze Kalnina, has quit for health reasons, the cabinet office said.",
        ),
        (
            "Nyala told parliament that contaminated boreholes were the source of the epidemic.",
            "Doctors fight the epidemic. The bacterium comes, they believe, from the lake itself.",
        ),
        (
            "A tanker struck the jetty at Lomar because of strong wind, port officials said.",
            "The harbour master blames the failure of a tug's engine, and not the weather, for the tanker's collision "
            "with the jetty at Lomar.",
        ),
        (
            "Teachers in Dorlo went on strike on Monday over unpaid wages.",
            "The teachers in Dorlo walked out in protest at the planned merger of village schools, a leader said.",
        ),
        (
            "The footbridge at Nashim collapsed on Saturday. Engineers attributed the collapse to corroded cables.",
            "Overcrowding brought the footbridge at Nashim down, the mayor maintained.",
        ),
        (
            "Flights from Kolo were halted on Wednesday owing to a software failure.",
            "Nothing flew from Kolo on Wednesday. The stoppage stemmed from a walkout of controllers, pilots say.",
        ),
    ],
)
def test_two_sorts_of_cause_for_one_event_conflict(tell: Tell, first: str, second: str) -> None:
    assert "reason" in _conflicts(tell, first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The airline cancelled 40 flights on Friday because of fog.",
            "Fog grounded 40 flights on Friday. Two men were arrested because they had hit a steward.",
        ),
        (
            "The road to Lomar was closed because of snow.",
            "The mill at Orsa was closed because demand had collapsed.",
        ),
        (
            "The tank burst on Monday. The accident was caused by a frozen valve.",
            "The tank burst on Monday. Frost was to blame, an engineer said.",
        ),
        (
            "An official who asked not to be named because the talks are secret said a deal was near.",
            "A deal is near, said an official, who declined to be identified because he feared for his job.",
        ),
        (
            "Seven people died as a result of the crash, police said.",
            "Seven people died in the crash, which was caused by ice.",
        ),
        ("The cause of the crash is unclear, police said.", "The crash was caused by ice, police said."),
    ],
)
def test_one_cause_or_two_events_do_not(tell: Tell, first: str, second: str) -> None:
    assert "reason" not in _conflicts(tell, first, second)


def test_a_cause_that_another_report_rules_out_is_a_conflict(tell: Tell) -> None:
    first = "The crash at Brask was caused by ice on the wings, investigators said."
    assert "reason" in _conflicts(tell, first, "The plane fell at Brask. The crash was not caused by ice, Orlov said.")
