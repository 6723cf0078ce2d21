"""Numbers and units against specifications written elsewhere; fixtures/recognizers/README.md says whose."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.model import Findings

Analyse = Callable[..., Findings]

_SPECS = json.loads((Path(__file__).parents[2] / "fixtures/recognizers/quantities.json").read_text("utf-8"))


@pytest.mark.parametrize("spec", _SPECS["same"], ids=lambda spec: str(spec["input"]))
def test_the_number_and_unit_are_those_of_the_specification(analyse: Analyse, spec: dict[str, Any]) -> None:
    (found,) = analyse(spec["input"]).quantities
    assert found.value == pytest.approx(spec["value"])
    assert spec["unit"] is None or found.unit == spec["unit"]


@pytest.mark.parametrize("spec", _SPECS["otherwise"], ids=lambda spec: f"{spec['kind']}: {spec['input']}")
def test_what_is_read_otherwise_is_read_as_the_fixture_says(analyse: Analyse, spec: dict[str, Any]) -> None:
    assert [found.value for found in analyse(spec["input"]).quantities] == pytest.approx(spec["ours"])
