"""Two bearers of one surname in a text: whom a bare or titled surname means, and when nobody is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import Analyse
from tests.unit.nlp.test_names_merging import meant

TOLD = [
    (
        "Viktor Sandor, the governor, lost to Bela Sandor, a dentist. Ilona Sandor, for the count, gave the figures. "
        '"We wish him well," Governor Sandor said.',
        "Sandor#4",
        "Viktor Sandor",
    ),
    (
        "Dora Welland, the younger sister of the outgoing mayor, Piet Welland, won the vote on Sunday. A clerk, Saskia "
        "Welland, counted. Mayor Welland denied that he had helped.",
        "Welland#4",
        "Piet Welland",
    ),
    (
        "Mr Aldous, who beat Jane Aldous by nine votes, is no relative of hers. Rupert Aldous will be sworn in.",
        "Aldous",
        "Rupert Aldous",
    ),
    (
        "Rabbi Saul Winkel and his sister, Dana Winkel, a senator, quarrelled. Rabbi Winkel wants the school closed.",
        "Winkel#3",
        "Saul Winkel",
    ),
    (
        "Senator Ruth Calder voted no. Her husband, Dean Calder, owns the mine. Mr Calder did not return calls.",
        "Calder#3",
        "Dean Calder",
    ),
    (
        "Mayor Piet Hoorn and his son, Joris Hoorn, were on the boat.\n\nMayor Hoorn was unhurt.",
        "Hoorn#3",
        "Piet Hoorn",
    ),
]


@pytest.mark.parametrize(("text", "mention", "name"), TOLD)
def test_a_surname_means_the_bearer_whom_office_sex_or_the_text_points_to(
    analyse: Analyse, text: str, mention: str, name: str
) -> None:
    found = meant(analyse(text), text, mention)
    assert found
    assert found == meant(analyse(text), text, name)


OPEN = [
    (
        "Marcus Bell will step down. Linda Bell, a lawyer, was named to succeed him. Bell, 61, had served since 2010.",
        "Bell#3",
    ),
    ("The twins Arjun Mehra and Karan Mehra opened a shop. Mehra said that business was good.", "Mehra#3"),
    ("Coach Dusan Jovic was sent off. Nikola Jovic, the goalkeeper, was booked. Jovic saved a penalty.", "Jovic#3"),
]


@pytest.mark.parametrize(("text", "mention"), OPEN)
def test_a_surname_of_two_is_left_open_where_nothing_tells_them_apart(
    analyse: Analyse, text: str, mention: str
) -> None:
    findings = analyse(text)
    full = [meant(findings, text, word) for word in (mention.split("#")[0], f"{mention.split('#')[0]}#2")]
    assert meant(findings, text, mention) not in full


TWO = [
    (
        "Luis Arrieta Filho was elected. His father, Luis Arrieta, had held the post.",
        "Luis Arrieta Filho",
        "Luis Arrieta#2",
    ),
    ("The mayor, Jorge Quintana, lost to Jorge Quintana Ruiz.", "Jorge Quintana", "Jorge Quintana Ruiz"),
    ("Robert Dunmore and Bob Dunmore, his grandson, sold the farm.", "Robert Dunmore", "Bob Dunmore"),
    ("Norvane Group sold a firm. Norvane Shipping went to a fund.", "Norvane Group", "Norvane Shipping"),
]


@pytest.mark.parametrize(("text", "one", "other"), TWO)
def test_father_and_son_and_parent_and_subsidiary_stay_two(analyse: Analyse, text: str, one: str, other: str) -> None:
    findings: Any = analyse(text)
    assert meant(findings, text, one) != meant(findings, text, other)
