"""What is worked out across reports, and what a later report changes, in invented sentences."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

_A = "The ferry Corin ran aground off Lessa on Monday. "
_B = "Divers are looking at the hull of the Corin off Lessa. "


@pytest.mark.parametrize(
    ("first", "second", "days", "rule"),
    [
        (
            "The coach was carrying 41 pupils and three teachers from Lessa.",
            "Nobody was hurt, though 44 people were on the coach.",
            ("2015-03-10", "2015-03-11"),
            "sum",
        ),
        (
            "Under the rules the owner has 21 days to appeal.",
            "The appeal of the owner has to be lodged by 31 March.",
            ("2015-03-10", "2015-03-11"),
            "term",
        ),
        (
            "The lighthouse had been dark for five months.",
            "It was the harbourmaster who said that the lighthouse had been dark since October.",
            ("2015-03-10", "2015-03-11"),
            "length of time",
        ),
        (
            "The boiler was 40 years old.",
            "A plate on the boiler shows that it was built in 1975.",
            ("2015-03-10", "2015-03-11"),
            "age",
        ),
        (
            "About three quarters of the crew were foreign, said the union Marina.",
            "Marina counts 30 of the 40 sailors as foreign.",
            ("2015-03-10", "2015-03-11"),
            "part of a whole",
        ),
    ],
)
def test_what_comes_to_the_same_is_shown_with_its_working(
    tell: Tell, first: str, second: str, days: tuple[str, str], rule: str
) -> None:
    told = tell((_A + first, days[0]), (_B + second, days[1]))
    rules = {claim.rule for claim in told.story.claims if claim.status == "compatible"}
    assert rule in rules
    assert not [claim for claim in told.story.claims if claim.status == "conflict"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The coach was carrying 41 pupils and three teachers.", "A bakery in Lessa sold 44 loaves."),
        ("The owner has 21 days to appeal.", "The swimming pool opens on 31 March."),
        ("The boiler was 40 years old.", "The school of Lessa was built in 1975."),
        ("The lighthouse had been dark for five months.", "The baker has been mayor since October."),
    ],
)
def test_a_sum_that_comes_out_by_chance_joins_nothing(tell: Tell, first: str, second: str) -> None:
    told = tell((_A + first, "2015-03-10"), (_B + second, "2015-03-11"))
    assert not told.about(first.rstrip("."), second.rstrip("."), status="compatible")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The harbour has been closed since the accident.", "The harbour was reopened on Thursday."),
        ("The mate has been detained.", "The mate was released on Thursday without charge."),
        ("Two sailors are missing.", "The two sailors were found alive on a raft."),
        ("A curfew was imposed on the island.", "The curfew was lifted on Thursday night."),
        ("The minister has yet to sign the order.", "The minister signed the order on Thursday."),
        ("The court banned the captain for four years.", "The ban of the captain was cut from four years to two."),
        ("The dockers threatened to strike from Wednesday.", "After three days of strike the dockers went home."),
    ],
)
def test_a_later_report_ends_or_revises_what_an_earlier_one_tells(tell: Tell, first: str, second: str) -> None:
    told = tell((_A + first, "2015-03-10"), (_B + second, "2015-03-13"))
    statuses = told.statuses(first.split()[-1].rstrip("."), second.split()[-1].rstrip("."))
    assert "update" in {claim.status for claim in told.story.claims}
    assert "conflict" not in statuses


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The mate has been detained.", "The captain was released on Thursday without charge."),
        ("The harbour has been closed.", "The school was reopened on Thursday."),
        ("The dockers threatened to strike from Wednesday.", "The dockers called off the strike."),
    ],
)
def test_what_ended_elsewhere_or_never_began_is_not_an_update_of_it(tell: Tell, first: str, second: str) -> None:
    told = tell((_A + first, "2015-03-10"), (_B + second, "2015-03-13"))
    updates = [c for c in told.story.claims if c.status == "update"]
    assert not [c for c in updates if c.rule in ("held, since free", "shut, since open", "expected, since past")]


def test_a_dateline_puts_an_undated_report_before_a_dated_one(tell: Tell) -> None:
    body = "Two sailors are missing and rescuers from three islands are searching for them in heavy seas this evening."
    first = (
        f"Ferry aground off Lessa\nBy Ann Holm\n\nLESSA, March 10 (NBW) - The ferry Corin ran aground off Lessa. {body}"
    )
    told = tell((first, None), (_B + "The two sailors were found alive on a raft.", "2015-03-13"))
    assert any(c.status == "update" and c.rule == "missing, since found" for c in told.story.claims)


def test_without_any_date_nothing_is_said_to_have_changed(tell: Tell) -> None:
    told = tell((_A + "The harbour has been closed.", None), (_B + "The curfew was lifted.", None))
    assert not [c for c in told.story.claims if c.status == "update"]


def test_part_of_the_wounded_is_no_toll_and_all_of_them_are(tell: Tell) -> None:
    told = tell(
        (_A + "19 people were hurt when the ferry struck the rock.", "2015-03-10"),
        (_B + "Of the 23 people who were hurt, one is still in hospital.", "2015-03-13"),
    )
    assert any(c.status == "update" and c.rule == "later toll" for c in told.story.claims)
