"""Whose fate, presence or victory it is: contrary only of the same one."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

DAY = "2015-03-10"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The pilot of the glider died in the crash near Sorrel.",
            "The pilot survived the glider's crash near Sorrel.",
        ),
        ("The Vaskan envoy stayed away from the talks in Brell.", "The Vaskan envoy attended the talks in Brell."),
        ("Orlin won the election in Vask on Sunday.", "Orlin lost the election in Vask on Sunday."),
    ],
)
def test_contrary_fates_of_one_conflict(tell: Tell, one: str, other: str) -> None:
    story = tell((f"{one} Rain fell.", DAY), (f"{other} The wind was strong.", DAY)).story
    assert [c.kind for c in story.claims if c.status == "conflict"] == ["outcome"]
    assert not [c for c in story.claims if c.status == "agreed"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The pilot died in the crash near Sorrel.", "A passenger survived the crash near Sorrel."),
        ("Orlin won the election in Vask.", "Orlin lost his court case in Vask."),
        ("The Vaskan envoy attended the talks in Brell.", "The envoy of Norland stayed away from the talks in Brell."),
    ],
)
def test_fates_of_others_do_not(tell: Tell, one: str, other: str) -> None:
    story = tell((f"{one} Rain fell.", DAY), (f"{other} The wind was strong.", DAY)).story
    assert not [c for c in story.claims if c.status == "conflict"]


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("Vask opposed the launch of the rocket.", "The rocket was launched from Brell on Sunday.", DAY),
        ("The board rejected the earlier offer of Aldor.", "The board will review the latest offer of Aldor.", DAY),
        ("The mill at Brell burned down on Monday.", "The mill at Brell burned down on Friday.", "2015-06-30"),
        ("Two tons of grain fell into the lake.", "Nine tons of grain fell into the lake.", "2016-03-10"),
    ],
)
def test_what_nobody_sets_against_the_other_is_no_conflict(tell: Tell, one: str, other: str, later: str) -> None:
    story = tell((f"{one} Rain fell.", DAY), (f"{other} The wind was strong.", later)).story
    assert not [c for c in story.claims if c.status == "conflict"]


def test_what_was_demanded_is_no_rival_of_what_was_paid(tell: Tell) -> None:
    story = tell(
        ("The hackers demanded 120 bitcoin from the insurer Velmark in October. Rain fell.", DAY),
        ("The insurer Velmark paid 35 bitcoin to the hackers in October. The wind was strong.", DAY),
    ).story
    assert not [c for c in story.claims if c.status == "conflict"]
