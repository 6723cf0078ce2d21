"""What is no conflict, since events went on, others did it, or it is said of others of them."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

FIRST, LATER = "2025-03-05", "2025-03-09"


def statuses(tell: Tell, one: str, other: str, rule: str = "", days: tuple[str, str] = (FIRST, LATER)) -> set[str]:
    told = tell(
        (f"{one} A light wind blew from the west all day.", days[0]),
        (f"The market in the old square stayed busy until dark. {other}", days[1]),
    )
    return {claim.status for claim in told.story.claims if not rule or claim.rule == rule}


NOT_CONTRARY = [
    (
        "Chairman Boris Calvo denied newspaper reports that he was about to resign.",
        "The chairman, Boris Calvo, handed in his resignation on Saturday.",
    ),
    (
        "Ostrany walked out of the talks and refused to sign the water treaty.",
        "Velmark signed the water treaty after Ostrany had left.",
    ),
    (
        "Ostrany refused to sign the water treaty on Friday.",
        "The delegates of Velmark signed the water treaty on Friday, leaving Ostrany behind.",
    ),
    ("Three of the seven stolen statues were found.", "Four of the seven stolen statues have not been found."),
    ("Nora Lund won the race in Harstad.", "Nora Lund lost her appeal in Harstad."),
    (
        "Pal Reiss, the skipper, tested negative for alcohol and was questioned.",
        "Paul Reiss, the skipper, had drunk nothing, a breath test showed.",
    ),
    ("The lake above Orley has lost two thirds of its water.", "The lake above Orley holds only a third of its water."),
    (
        "The governor blamed sabotage for the blackout in Orley.",
        "Two patients of the hospital in Orley died of their illnesses in the blackout.",
    ),
    (
        "Relatives of patients who died when Honduras was plunged into darkness besieged a hospital yesterday.",
        "The ministry raised to five the number of persons deceased at the San Telmo Hospital as a consequence of the "
        "electrical collapse of 11 May.",
    ),
    ("The dam at Orley burst on Sunday at about 4 a.m.", "The dam at Orley burst at 3:52 in the morning, police said."),
]


@pytest.mark.parametrize(("one", "other"), NOT_CONTRARY, ids=[one[:24] for one, _ in NOT_CONTRARY])
def test_what_can_both_be_is_not_held_against_each_other(tell: Tell, one: str, other: str) -> None:
    assert "conflict" not in statuses(tell, one, other)


def test_what_nobody_had_the_intention_of_and_came_is_an_update(tell: Tell) -> None:
    one, other = "Ines Calvo has no intention of stepping down, she said.", "Ines Calvo stepped down on Saturday."
    assert statuses(tell, one, other, "done after all") == {"update"}


def test_the_same_paper_refused_and_signed_by_one_is_a_conflict(tell: Tell) -> None:
    one, other = "Ostrany refused to sign the water treaty.", "Ostrany signed the water treaty on Wednesday."
    assert statuses(tell, one, other, "said and denied", (FIRST, FIRST)) == {"conflict"}


COUNTS = [
    (
        "So far 140 villagers have been treated at the clinic in Sorn.",
        "The clinic in Sorn treated 260 villagers.",
    ),
    (
        "The spill at Sorn let out 300 tonnes of oil, the coast guard said.",
        "The coast guard has raised its estimate of the oil that the spill at Sorn let out to 520 tonnes.",
    ),
]


@pytest.mark.parametrize(("one", "other"), COUNTS, ids=["of its day", "by its word"])
def test_a_number_that_went_on_is_an_update(tell: Tell, one: str, other: str) -> None:
    assert "conflict" not in statuses(tell, one, other, "different numbers")
    assert "update" in statuses(tell, one, other, "later number")


def test_a_number_of_the_same_day_is_a_conflict(tell: Tell) -> None:
    one, other = "The clinic in Sorn treated 140 villagers.", "The clinic in Sorn treated 260 villagers."
    assert "conflict" in statuses(tell, one, other, "different numbers")


SO_FAR = (
    "Some 40 patients have been moved from the flooded hospital in Orley to other towns.",
    "In all 57 patients of the flooded hospital in Orley had been moved to other towns, the ministry said.",
)


def test_more_of_what_had_come_about_by_the_earlier_day_is_an_update(tell: Tell) -> None:
    assert "conflict" not in statuses(tell, *SO_FAR)
    assert statuses(tell, *SO_FAR, rule="later number") == {"update"}


def test_less_of_it_or_more_of_it_a_day_later_is_a_conflict(tell: Tell) -> None:
    fewer = (SO_FAR[0], SO_FAR[1].replace("57", "31"))
    assert statuses(tell, *fewer, rule="different numbers") == {"conflict"}
    assert statuses(tell, *SO_FAR, rule="different numbers", days=(FIRST, "2025-03-06")) == {"conflict"}


SINCE = [
    ("The road to Ardle has been closed since the flood.", "The road to Ardle was reopened to traffic on Saturday."),
    ("Nobody has been arrested over the theft in Ardle.", "Three men were later arrested over the theft in Ardle."),
]


@pytest.mark.parametrize(("one", "other"), SINCE)
def test_an_answer_that_the_later_report_says_has_changed_is_an_update(tell: Tell, one: str, other: str) -> None:
    told = statuses(tell, one, other)
    assert "update" in told
    assert "conflict" not in told


def test_it_is_none_where_the_reports_are_of_one_day(tell: Tell) -> None:
    assert not statuses(tell, *SINCE[0], rule="another answer since", days=(FIRST, FIRST))


@pytest.mark.parametrize(("last", "contrary"), [(FIRST, True), (None, False)])
def test_what_changes_with_time_is_not_held_against_a_report_of_no_known_day(
    tell: Tell, last: str | None, contrary: bool
) -> None:
    one, other = "The ferry to Ardle is not running.", "The ferry to Ardle is running as usual."
    found = statuses(tell, one, other, days=(FIRST, last))  # type: ignore[arg-type]
    assert ("conflict" in found) is contrary
