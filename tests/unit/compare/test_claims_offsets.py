"""Days that one report names and another reckons from a length of time."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

ONE_DAY = [
    (
        "The Tarna burst its banks on 23 February and swept away the bridge at Dol.",
        "The first looters came to Dol on 27 February, four days after the Tarna burst its banks.",
    ),
    (
        "Judges told the pickets on 10 June to clear the road to the Kolm yard within two days.",
        "The term that the judges set the pickets at the Kolm yard ran out on 12 June.",
    ),
    (
        "The truce in Zarand took effect on Monday, 2 June, and is to run for 14 days.",
        "The truce in Zarand lapses on 16 June.",
    ),
    (
        "On Tuesday, 10 June, rebels freed 11 soldiers whom they had held for 23 days.",
        "The 11 soldiers were seized by the rebels on 18 May.",
    ),
    (
        "The findings on the Velmet syrup reached the agency on 5 June, five days before the recall.",
        "The agency ordered the recall of the Velmet syrup on 10 June.",
    ),
]


@pytest.mark.parametrize(("one", "other"), ONE_DAY)
def test_a_day_reckoned_is_the_day_named(tell: Tell, one: str, other: str) -> None:
    told = tell((f"{one} A guard slept.", "2025-06-11"), (f"A market was held on the square. {other}", "2025-06-12"))
    joined = [c for c in told.story.claims if len({p.article for p in c.passages}) == 2]
    assert {c.status for c in joined} & {"agreed", "compatible"}
    assert "conflict" not in {c.status for c in joined}


def test_a_length_that_fits_by_chance_joins_nothing(tell: Tell) -> None:
    told = tell(
        ("The mother of the soldier walked for two days to the camp.", "2025-06-12"),
        ("The council of Dol met on 10 June. It talked of the bridge.", "2025-06-12"),
    )
    assert not [c for c in told.story.claims if c.rule == "day reckoned"]
