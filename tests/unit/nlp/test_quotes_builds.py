"""Attributions in official, translated and set-off words: every text here is invented."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest


class Said(NamedTuple):
    """One attribution in plain words."""

    speaker: str | None
    content: str


def found(analyse: Any, text: str) -> list[Said]:
    """Every attribution, the stretches of its content joined, without marks and stops at its end."""
    return [
        Said(
            quote.speaker and quote.speaker.lower().removeprefix("the "),
            " | ".join(span.of(text).rstrip(",.") for span in quote.content),
        )
        for quote in analyse(text).quotes
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Two ferries collided near Lazina, the press service of the ministry has communicated.",
            Said("press service of the ministry", "Two ferries collided near Lazina"),
        ),
        (
            "The delegation has been delayed by a week, a source within the ministry informed us.",
            Said("a source within the ministry", "The delegation has been delayed by a week"),
        ),
        (
            "The minister will travel on Friday, his office specified.",
            Said("his office", "The minister will travel on Friday"),
        ),
        ("As was announced, the airport will reopen on Saturday.", Said(None, "the airport will reopen on Saturday")),
        ("Rescuers work in three shifts, it was specified.", Said(None, "Rescuers work in three shifts")),
        ("The court let it be known that the ruling would be late.", Said("court", "that the ruling would be late")),
        ("In the opinion of the expert Asen Kolev, the ban is unfair.", Said("asen kolev", "the ban is unfair")),
        ("Anna Berg denied having taken money.", Said("anna berg", "having taken money")),
        (
            "Unless it rains, the minister warned, half of the wheat will be lost.",
            Said("minister", "Unless it rains | half of the wheat will be lost"),
        ),
        (
            "Six miners died, union men say, two of them underground.",
            Said("union men", "Six miners died | two of them underground"),
        ),
        ("The bus, Anna Berg said, “came out of nowhere”.", Said("anna berg", "The bus | came out of nowhere")),
        ("“What we have here,” as Anna Berg put it, “is a joke.”", Said("anna berg", "What we have here | is a joke")),
        ("Anna Berg was blunt. “The tests were rushed.”", Said("anna berg", "The tests were rushed")),
        ("For Anna Berg, the answer is simple. “Turn it off.”", Said("anna berg", "Turn it off")),
        ("“We want bread, not promises.” — Nadia Belov, nurse", Said("nadia belov", "We want bread, not promises")),
        (
            "“They will forget us by Monday.” — a man in the crowd",
            Said("a man in the crowd", "They will forget us by Monday"),
        ),
        (
            "“The numbers are small.\n\n“What we can say,” Anna Berg added, “is that nobody died.”",
            Said("anna berg", "The numbers are small | What we can say | is that nobody died"),
        ),
        (
            "The hearing has been postponed, TASS reported with reference to the lawyer Oleg Marin.",
            Said("oleg marin", "The hearing has been postponed"),
        ),
    ],
)
def test_official_translated_and_set_off_words_are_read(analyse: Any, text: str, said: Said) -> None:
    assert said in found(analyse, text)


def test_a_report_of_a_report_gives_both_their_words(analyse: Any) -> None:
    text = "The expert Petar Donev assessed that the wall had been weak, the agency Focus reported."
    assert [said.speaker for said in found(analyse, text)] == ["focus", "petar donev"]


@pytest.mark.parametrize(
    "text",
    [
        "The company recalled 40,000 bottles of syrup.",
        "Police questioned two men on Monday.",
        "The club dismissed its coach.",
        "The flood claimed forty lives.",
        "The hospital admitted 40 patients.",
        "The board thanked him.",
        "Two guards, neither of whom wanted to be named, were hurt.",
        "The union called off its strike on Friday.",
        "The union called a 24-hour strike for Friday.",
        "The mayor called a vote for the second week of May.",
    ],
)
def test_deeds_are_no_words(analyse: Any, text: str) -> None:
    assert found(analyse, text) == []


def test_only_the_aside_belongs_to_a_cue_between_dashes(analyse: Any) -> None:
    text = "The mayor – a former teacher and, her friends say, a gambler – lost the vote."
    (said,) = found(analyse, text)
    assert said == Said("her friends", "a former teacher and | a gambler")


@pytest.mark.parametrize("text", ['http://a.b/chttp://a.b/c:""""', "“”", "“Yes.”", "“Yes.” —", "— “Yes.” — “No.”"])
def test_marks_around_nothing_are_read_without_harm(analyse: Any, text: str) -> None:
    assert all(said.speaker is None for said in found(analyse, text))
