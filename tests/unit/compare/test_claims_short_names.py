from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell


def _called(tell: Tell, one: str, other: str) -> set[str]:
    told = tell(
        f"The chief negotiator, {one} Lomidze, and Temur Abashidze left the talks on the contract on Monday.",
        f"The talks on the contract ended on Monday when chief negotiator {other} Lomidze and Temur Abashidze left them.",
    )
    return {claim.rule for claim in told.story.claims if claim.status == "conflict"}


@pytest.mark.parametrize(("one", "other"), [("Gia", "Giorgi"), ("Alek", "Alexander"), ("Tamaz", "Tamaz")])
def test_a_short_form_of_a_given_name_is_no_other_person(tell: Tell, one: str, other: str) -> None:
    assert "one person, two names" not in _called(tell, one, other)


def test_two_given_names_of_one_negotiator_differ(tell: Tell) -> None:
    assert "one person, two names" in _called(tell, "Giorgi", "Merab")
