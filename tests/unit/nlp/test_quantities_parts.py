"""Parts keep the whole that they are taken of, and nothing is counted twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Findings

Analyse = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "value", "unit", "whole"),
    [
        ("A third of the 900m facility has been drawn.", 100 / 3, "percent", "the 900m facility"),
        ("Forty of the 124 passengers survived.", 40, "passenger", "the 124 passengers"),
        ("Twelve of 15 members voted for it.", 12, "member", "15 members"),
        ("Six of its 20 ships are idle.", 6, "ship", "its 20 ships"),
        ("Two in five voters stayed at home.", 40, "percent", "voters"),
        ("One in eight of the workers was ill.", 12.5, "percent", "the workers"),
        ("Nine out of ten Swedes trust the police.", 90, "percent", "Swedes"),
        ("Half the crew deserted.", 50, "percent", "the crew"),
        ("He sold half his shares.", 50, "percent", "his shares"),
        ("Three-quarters of those polled said yes.", 75, "percent", "those polled"),
        ("Ten per cent of its gas comes from Norway.", 10, "percent", "its gas"),
        ("Half the $40m went on fees.", 50, "percent", "the $40m"),
        ("One of the three brakes failed.", 1, "brake", "the three brakes"),
        ("Dozens of the hostages were freed.", (12, 120), "hostage", "the hostages"),
        ("All but two of the 33 miners are well.", 2, "miner", "the 33 miners"),
        ("Five of them were released.", 5, None, "them"),
    ],
)
def test_a_part_points_to_its_whole(
    analyse: Analyse, text: str, value: float | tuple[float, float], unit: str | None, whole: str
) -> None:
    part = analyse(text, published="2009-06-17").quantities[0]
    assert part.value == pytest.approx(value)
    assert part.unit == unit
    assert part.part_of is not None
    assert part.part_of.of(text) == whole


@pytest.mark.parametrize("text", ["Dozens of people were hurt.", "Thousands of homes burnt.", "He is 60 years of age."])
def test_what_is_counted_is_not_a_whole(analyse: Analyse, text: str) -> None:
    (found,) = analyse(text, published="2009-06-17").quantities
    assert found.part_of is None


@pytest.mark.parametrize(
    "text",
    [
        "A third of the 900m facility has been drawn.",
        "Two in five of the 300 firms agreed.",
        "Half the $40m went on fees.",
        "Nearly a quarter of the 1,200 staff will go.",
    ],
)
def test_part_and_whole_are_counted_once_each(analyse: Analyse, text: str) -> None:
    found = analyse(text, published="2009-06-17").quantities
    assert len(found) == 2
    assert found[0].end <= found[1].start
