"""What two reports answer otherwise of accidents, crimes, illness, weather, sport, war and traffic."""

from __future__ import annotations

import pytest

from briefing.compare.claims.questions import questions
from tests.unit.compare.conftest import Tell
from tests.unit.compare.test_claims_answers import compared, conflicts

OTHERWISE = [
    (
        "The bridge over the Ombla gave way under the flood on Friday.",
        "The bridge over the Ombla held, the flood having gone down on Friday.",
    ),
    ("No lives were lost when the ferry Brno sank.", "Eleven passengers drowned when the ferry Brno sank."),
    (
        "Not a drop of oil has leaked from the tanker, the owner said.",
        "Oil has leaked from the tanker, divers reported.",
    ),
    (
        "Nobody has been arrested over the robbery at Turku, police said.",
        "Police arrested three men over the robbery at Turku.",
    ),
    ("The bear that killed a shepherd near Sinaia was shot dead.", "The bear was released into the wild near Sinaia."),
    ("The tram left the rails at Harbour Street.", "The tram stayed on the rails at Harbour Street, the company said."),
    ("The captain was the last to leave the ship.", "The captain was in the first lifeboat, passengers said."),
    ("The referee gave a penalty in the last minute.", "There was no penalty; the referee waved play on."),
    ("The soldiers on the bridge returned fire.", "The soldiers on the bridge held their fire."),
    ("The sprinter Dana Hruska failed a doping test.", "Dana Hruska tested negative, her federation said."),
    ("The road to Vama was blocked by farmers all Monday.", "The road to Vama stayed open all Monday, police said."),
    ("The syrup has been taken off the shelves.", "The syrup is still on sale, the chemists said."),
]

TOGETHER = [
    ("The bridge at Ombla gave way.", "The dam at Ombla held."),
    ("Ana Bartos was killed in the crash.", "Petra Dolezal survived the crash."),
    ("Lessons had not been cancelled despite the storm.", "The schools stayed open despite the storm."),
    ("The road to Vama was blocked on Monday.", "The road to Vama was opened again on Wednesday."),
    ("The search for the crew continues.", "The fighting in the north has ended."),
    ("Most of the climbers are missing.", "One of the climbers was found alive."),
    ("It is not known whether the bear was shot dead.", "The bear was released into the wild."),
    ("The goal was disallowed in the first match.", "The goal stood in the second match."),
    ("Bilal Haddad was turned back at the border.", "Aid sent by Bilal Haddad has arrived."),
]


@pytest.mark.parametrize(("one", "other"), OTHERWISE, ids=[one[:30] for one, _ in OTHERWISE])
def test_answers_that_exclude_each_other_conflict(tell: Tell, one: str, other: str) -> None:
    assert conflicts(compared(tell, one, other))


@pytest.mark.parametrize(("one", "other"), TOGETHER, ids=[one[:30] for one, _ in TOGETHER])
def test_what_is_of_another_thing_or_time_stands_together(tell: Tell, one: str, other: str) -> None:
    assert not conflicts(compared(tell, one, other))


def test_no_two_questions_have_one_name() -> None:
    names = [question.name for question in questions()]
    assert len(names) == len(set(names))
