"""One act that two reports put on two days, in other words; and what is said or shown often, which is no one act."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

TWO_DAYS = [
    (
        "The barrier above Tarnow gave way at 11 p.m. on Thursday, 23 August.",
        "At Tarnow the barrier failed at 1.30 a.m. on Friday, 24 August.",
    ),
    (
        "The walkout at the Kolm yard began on 18 August.",
        "The stoppage at the Kolm yard had begun on 21 August, the union said.",
    ),
]
TOLD_OFTEN = [
    (
        "Energia confirmed on Wednesday, 22 August, that it had lost contact with the satellite Angora.",
        "Energia confirmed on Friday, 24 August, that the satellite Angora was answering again.",
    ),
    (
        "Lena Musk unveiled the roadster Tarn on 14 August.",
        "On 22 August Lena Musk unveiled plans to sell the roadster Tarn abroad.",
    ),
]
BESIDE = "The weather was mild.", "A market was held on the square."


@pytest.mark.parametrize(("one", "other"), TWO_DAYS)
def test_one_act_on_two_days_is_a_conflict(tell: Tell, one: str, other: str) -> None:
    told = tell((f"{one} {BESIDE[0]}", "2012-08-25"), (f"{BESIDE[1]} {other}", "2012-08-26"))
    assert "date" in {c.kind for c in told.story.claims if c.status == "conflict"}


@pytest.mark.parametrize(("one", "other"), TOLD_OFTEN)
def test_what_is_said_or_shown_twice_is_no_conflict(tell: Tell, one: str, other: str) -> None:
    told = tell((f"{one} {BESIDE[0]}", "2012-08-25"), (f"{BESIDE[1]} {other}", "2012-08-26"))
    assert not [c for c in told.story.claims if c.status == "conflict" and c.kind == "date"]
