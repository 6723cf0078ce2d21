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
    (
        "Swimmer Ines Tavora lost her medal. The jury heard Tavora for an hour and did not believe what she told it of "
        "the pills. Her trainer, who had come from Porto with three boxes of papers, was not let in, and neither was "
        "the doctor who had signed for the pills at the pharmacy of the Olympic village in August, when all the team "
        "was there and nobody, as he says, had been told that the rules were new and that the lists had grown longer "
        "by eleven names since the games before. Papers were handed over later. "
        'A decision was due in a week. "We had no choice," said the head of the union, Duarte-Luz Tavora.\n\nTavora '
        "gave the medal back on Friday.",
        "Tavora#4",
    ),
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


FIRMS = [
    (
        "{firm} will appeal. “We were cheaper,” said {head}, its chief executive. {bare}, which built a bridge, "
        "has 300 men."
    ),
    ("{firm} will appeal. Its chief executive, {head}, said so. {bare} doubled its bid in May."),
    ("{firm} will appeal. Its chief executive, {head}, said so. {bare}, listed in Vienna, lost ground."),
    ("{firm} will appeal. Its chief executive, {head}, said so. A rival acquired {bare} in 2003."),
]


@pytest.mark.parametrize("text", FIRMS)
def test_a_bare_name_used_as_a_firms_is_not_its_heads(analyse: Analyse, text: str) -> None:
    text = text.format(firm="Hollenbach Tiefbau AG", head="Otto Hollenbach", bare="Hollenbach")
    findings = analyse(text)
    assert meant(findings, text, "Hollenbach#3") == meant(findings, text, "Hollenbach Tiefbau AG")


def test_a_bare_name_that_speaks_stays_its_heads(analyse: Analyse) -> None:
    text = (
        "Hollenbach Tiefbau AG will appeal, its head, Otto Hollenbach, said. Mr Hollenbach called it a scandal. "
        "Hollenbach, which built a bridge, has 300 men."
    )
    findings = analyse(text)
    assert meant(findings, text, "Hollenbach#3") == meant(findings, text, "Otto Hollenbach")
    assert meant(findings, text, "Hollenbach#4") != meant(findings, text, "Otto Hollenbach")
