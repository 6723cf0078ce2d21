from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell


def _called(tell: Tell, one: str, other: str) -> set[str]:
    first = f"The negotiator, {one} Lomidze, and Temur Abashidze left the talks on the contract on Monday."
    second = f"Talks on the contract ended Monday: negotiator {other} Lomidze and Temur Abashidze had left them."
    told = tell((first, "2012-02-28"), (second, "2012-02-28"))
    return {claim.rule for claim in told.story.claims if claim.status == "conflict"}


@pytest.mark.parametrize(("one", "other"), [("Gia", "Giorgi"), ("Alek", "Alexander"), ("Tamaz", "Tamaz")])
def test_a_short_form_of_a_given_name_is_no_other_person(tell: Tell, one: str, other: str) -> None:
    assert "one person, two names" not in _called(tell, one, other)


def test_two_given_names_of_one_negotiator_differ(tell: Tell) -> None:
    assert "one person, two names" in _called(tell, "Giorgi", "Merab")
