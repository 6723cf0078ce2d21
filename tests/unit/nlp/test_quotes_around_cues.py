"""Where the clause ends and who said it, with the cue behind or within it: every text here is invented."""

from __future__ import annotations

from typing import Any

import pytest


def found(analyse: Any, text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of every attribution, the stretches of its content joined."""
    return [(quote.speaker, " | ".join(span.of(text) for span in quote.content)) for quote in analyse(text).quotes]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The dam could fail within days, engineers told the governor on Friday.",
            ("engineers", "The dam could fail within days"),
        ),
        (
            "Fiat made an offer of 5bn euros, Germany's economy minister told Bild, and it might be raised later.",
            ("Germany's economy minister", "Fiat made an offer of 5bn euros | and it might be raised later"),
        ),
        (
            "She wanted to sell the shares to Temasek, her lawyer, Ann Tan, said.",
            ("Ann Tan", "She wanted to sell the shares to Temasek"),
        ),
        (
            "Inflation would slow, the bank's chief economist, Ruth Adler, predicted.",
            ("Ruth Adler", "Inflation would slow"),
        ),
        (
            "The mine had been closed for months, the union's leader, who asked not to be named, said.",
            ("the union's leader", "The mine had been closed for months"),
        ),
        (
            "The gunmen came from the north, survivors said, and burned the school.",
            ("survivors", "The gunmen came from the north | and burned the school"),
        ),
        (
            "The vote will be held in May, officials say, if the roads are clear by then.",
            ("officials", "The vote will be held in May | if the roads are clear by then"),
        ),
        (
            "It was not clear, officials said, whether the pilot had survived.",
            ("officials", "It was not clear | whether the pilot had survived"),
        ),
        ("The fire began, firefighters said, in a kitchen.", ("firefighters", "The fire began | in a kitchen")),
        (
            "At least 17 people drowned, officials said, and rescuers were searching for dozens more.",
            ("officials", "At least 17 people drowned"),
        ),
        ("The minister promised the farmers to raise milk prices.", ("the minister", "to raise milk prices")),
        (
            "According to Reuters, citing two officials, the ship was carrying arms.",
            ("two officials", "the ship was carrying arms"),
        ),
        (
            "Nikkei reported, citing people familiar with the matter, that Toyota would cut output.",
            ("people familiar with the matter", "that Toyota would cut output"),
        ),
    ],
)
def test_a_sentence_is_said_as_far_as_it_goes(analyse: Any, text: str, said: tuple[str, str]) -> None:
    assert found(analyse, text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "The company had offered 2.5 percent, less than half of what drivers asked for.",
        "The man whom police described as the ringleader was arrested in Oslo.",
        "The ministry has not commented on the allegations.",
    ],
)
def test_nothing_is_said_where_nobody_says_it(analyse: Any, text: str) -> None:
    assert found(analyse, text) == []


def test_who_after_a_description_is_the_one_named(analyse: Any) -> None:
    text = "The plan was rejected by Anna Berg, the finance minister, who called it absurd."
    assert found(analyse, text) == [("Anna Berg", "The plan"), ("Anna Berg", "it absurd")]


def test_a_woman_s_words_are_not_carried_to_the_man_before_her(analyse: Any) -> None:
    text = "Mr Oleg Marin said his house was gone. He wept. “Here comes the flood,” she said."
    assert [speaker for speaker, _ in found(analyse, text)][-1] != "Oleg Marin"
