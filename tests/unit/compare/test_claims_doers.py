"""Who did what is done once, by each of two reports; all news here is invented."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell

_A = "Reporters were at the place on Monday morning. "
_B = "The day began with rain over the whole valley. "


def _conflicts(tell: Tell, first: str, second: str) -> set[str]:
    told = tell((_A + first, "2015-03-10"), (_B + second, "2015-03-10"))
    return {claim.rule for claim in told.story.claims if claim.status == "conflict" and claim.kind == "name"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge was built by Kestrel Engineering.", "Norlund Group built the bridge in two years."),
        ("The report was written by Hanna Orlov.", "Peter Blaskin wrote the report, officials said."),
        ("The hearing was chaired by Judge Martin Kovac.", "Judge Elena Sorensen chaired the hearing."),
        ("The tower was designed by Arvo Lindqvist.", "Maria Santos designed the tower."),
    ],
)
def test_two_doers_of_one_deed_conflict(tell: Tell, first: str, second: str) -> None:
    assert "one deed, two doers" in _conflicts(tell, first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge was built by Kestrel Engineering.", "Norlund Group built the station."),
        ("The bridge was built by Kestrel Engineering.", "Kestrel built the bridge in two years."),
        ("Hanna Orlov wrote a report on the mine.", "Peter Blaskin wrote a report on the fire."),
        ("The hearing in Lomar was chaired by Martin Kovac.", "Elena Sorensen chaired the hearing in Brask."),
        ("The report was written by Hanna Orlov.", "The report was not written by Peter Blaskin."),
    ],
)
def test_other_deeds_do_not(tell: Tell, first: str, second: str) -> None:
    assert "one deed, two doers" not in _conflicts(tell, first, second)
