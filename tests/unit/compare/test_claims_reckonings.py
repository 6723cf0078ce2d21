"""What clocks, calendars, ordinals and prices each come to across two reports; all news here is invented."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

_A = "Reporters were at the place in the morning. "
_B = "The day began with rain over the whole valley. "


@pytest.mark.parametrize(
    ("first", "second", "days", "rule"),
    [
        (
            "The tug Belmor left the pier at 9:20 on Tuesday and sent its last signal 17 minutes later.",
            "The Belmor was last heard of at 9:37 on Tuesday.",
            ("2015-03-11", "2015-03-11"),
            "so much later",
        ),
        (
            "Thirty-four people have been found in the rubble, 15 of them dead.",
            "Nineteen people were pulled alive from the rubble.",
            ("2015-03-11", "2015-03-11"),
            "what is left",
        ),
        (
            "About 640 families, counted at five people each, sleep in the schools of Lomar.",
            "Some 3,200 people sleep in the schools of Lomar.",
            ("2015-03-11", "2015-03-11"),
            "so much each",
        ),
        (
            "The truce between Ostra and Vell is the fourth since May.",
            "Three earlier truces between Ostra and Vell have failed.",
            ("2015-03-11", "2015-03-11"),
            "number of the like",
        ),
        (
            "The strike at the port of Almar went into its third day on Wednesday.",
            "Dockers walked off the job at the port of Almar on Monday.",
            ("2015-03-11", "2015-03-11"),
            "day of its course",
        ),
        (
            "The strike at the port of Almar went into its third day on Wednesday.",
            "At the port of Almar the strike entered a fifth day on Friday.",
            ("2015-03-11", "2015-03-13"),
            "day of its course",
        ),
    ],
)
def test_what_is_reckoned_is_shown_with_the_working(
    tell: Tell, first: str, second: str, days: tuple[str, str], rule: str
) -> None:
    told = tell((_A + first, days[0]), (_B + second, days[1]))
    assert rule in {claim.rule for claim in told.story.claims if claim.status == "compatible"}
    assert not [claim for claim in told.story.claims if claim.status == "conflict"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The tug Belmor left the pier at 9:20 on Tuesday and sent its last signal 17 minutes later.",
            "The Belmor was last heard of at 9:52 on Tuesday.",
        ),
        (
            "Thirty-four people have been found in the rubble, 15 of them dead.",
            "Nineteen people joined the choir of Lomar.",
        ),
        (
            "The strike at the port of Almar went into its third day on Wednesday.",
            "Dockers walked off the job at the port of Almar on Tuesday.",
        ),
        (
            "The truce between Ostra and Vell is the fourth since May.",
            "Two earlier truces between Ostra and Vell have failed.",
        ),
    ],
)
def test_what_does_not_come_out_is_not_called_the_same(tell: Tell, first: str, second: str) -> None:
    rules = {"so much later", "what is left", "so much each", "number of the like", "day of its course"}
    told = tell((_A + first, "2015-03-11"), (_B + second, "2015-03-11"))
    assert not rules & {claim.rule for claim in told.story.claims}
