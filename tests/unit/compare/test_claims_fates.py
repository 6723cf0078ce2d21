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
