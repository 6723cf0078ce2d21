"""Numbers that count nothing, beside the same words where they do: "one resident said", "five years ago"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Findings

Analyse = Callable[..., Findings]


def values(analyse: Analyse, text: str) -> list[object]:
    return [quantity.value for quantity in analyse(text, published="2009-06-17").quantities]


@pytest.mark.parametrize(
    "text",
    [
        "One resident said the smell had woken her.",
        "One senior official, who asked not to be named, called the plan a mistake.",
        "The plan is dead, according to one aide.",
        "Not one lorry came back.",
        "Five years ago the mine was sold.",
        "The bank was fined two months ago.",
        "They offered a three-year plan.",
        "The two men were seen near the harbour.",
        "He was one of the 28 pickers.",
        "The band did one hell of a job.",
        "It has a mode with Zero Shutter Lag for sport.",
        "A Long March 4C rocket will carry the probe.",
        "A neighbour called 911.",
        "The roof was gone in a minute or two.",
        "Her second marriage failed, as did a third.",
        "She is a three-time champion.",
        "At one point the crowd fell silent.",
    ],
)
def test_what_counts_nothing_is_no_quantity(analyse: Analyse, text: str) -> None:
    assert values(analyse, text) in ([], [28])


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Only one resident said the smell had woken her.", [1]),
        ("The crash killed one resident.", [1]),
        ("He was away for five years.", [5]),
        ("He faces a 12-year sentence.", [12]),
        ("After a 19-day strike the drivers went back.", [19]),
        ("The judge spoke at the end of a 16-month trial.", [16]),
        ("The union contests the two acquittals.", [2]),
        ("One of the three brakes failed.", [1, 3]),
        ("A group of ten men arrived.", [10]),
    ],
)
def test_the_same_words_count_elsewhere(analyse: Analyse, text: str, want: list[object]) -> None:
    assert values(analyse, text) == want
