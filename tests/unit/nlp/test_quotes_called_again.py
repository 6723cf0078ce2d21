"""Speakers who are called something else the second time: bodies by kind, people by role, those without a name."""

from __future__ import annotations

from typing import Any

import pytest


def last_speaker(analyse: Any, text: str) -> str | None:
    """Speaker of the last quotation."""
    speaker: str | None = analyse(text).quotes[-1].speaker
    return speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rovers United sacked Dieter Falk on Friday. The club said it would name a successor.", "Rovers United"),
        (
            "The Nordic Grid Authority fined Halden Power on Monday. The regulator said it had been ignored.",
            "Nordic Grid Authority",
        ),
        (
            "The Nordic Grid Authority fined Halden Power on Monday. The company said it would pay.",
            "Halden Power",
        ),
        ("Ofwat has cleared the firm of dumping. The watchdog said the spills were legal.", "Ofwat"),
        (
            "The World Meteorological Union met in Rome. The body warned that harvests could fall.",
            "World Meteorological Union",
        ),
        (
            "Inspectors found rats in the Hotel Splendide. The hotel said that the animals were pets.",
            "Hotel Splendide",
        ),
        ("The ferry turned back. Its Danish owner, Nordlys Lines, said the sea was rough.", "Nordlys Lines"),
    ],
)
def test_a_body_is_known_by_its_kind(analyse: Any, text: str, speaker: str) -> None:
    assert last_speaker(analyse, text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Esra Polat, a doctor at the scene, wept. The doctor said the girl would live.", "Esra Polat"),
        ("Elena Vasquez withdrew on Monday. The Spaniard said she was heartbroken.", "Elena Vasquez"),
        ("Tobias Rehn, 31, swam the channel. The 31-year-old said it was cold.", "Tobias Rehn"),
        ("Zainab Tukur lost by a hair. The former senator said she would go to court.", "Zainab Tukur"),
        ("A guest, who gave her name only as Marie Duval, said the soup was cold.", "Marie Duval"),
    ],
)
def test_a_person_is_known_by_a_role_a_people_or_an_age(analyse: Any, text: str, speaker: str) -> None:
    assert last_speaker(analyse, text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Aurelia Airlines sued Borealis Airlines. The airline said it had lost money.", "the airline"),
        ("Lena Ferrante beat Ida Holm in four sets. The Italian said she was tired.", "the Italian"),
        ("Anna Berg was fined 300 crowns. The judge said she had been reckless.", "the judge"),
        ("Anna Berg was hurt. A nurse held her hand. The nurse said she was calm.", "the nurse"),
    ],
)
def test_where_two_may_be_meant_it_stays_a_description(analyse: Any, text: str, speaker: str) -> None:
    assert last_speaker(analyse, text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Two people familiar with the plan said the bank would close. The pair said it was certain.",
            "two people familiar with the plan",
        ),
        (
            "Two people familiar with the plan said the bank would close. One of them said it was certain.",
            "one of two people familiar with the plan",
        ),
        (
            "A senior official at the treasury said the budget was late. The official said there was no money.",
            "a senior official at the treasury",
        ),
        ("An internal memo shows that the tank leaked. It blames a rusted valve.", "an internal memo"),
        (
            "Her husband says she was arrested. A retired colleague was blunter. “It is a lie,” he said.",
            "a retired colleague",
        ),
        (
            "Growers are losing millions, according to Exfrut, the exporters' association. It says half is lost.",
            "Exfrut",
        ),
    ],
)
def test_who_has_no_name_is_taken_up(analyse: Any, text: str, speaker: str) -> None:
    assert last_speaker(analyse, text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Reached at her home outside Bergen, Ms Solbakken, 54, insisted that she had hidden nothing.", "Solbakken"),
        ("Two lorries had broken down on the road, its spokeswoman, Halima Lawan, told NBW.", "Halima Lawan"),
        ("“My son is no cheat,” declared in front of our microphone Stoyan Petrov, his father.", "Stoyan Petrov"),
        ("The bird, says Kadri Tamm, who led the study, knows the difference.", "Kadri Tamm"),
        ("“It is over for coal.” With those words Ingrid Paulsen closed the last pit.", "Ingrid Paulsen"),
        ("“We shall be back.” That promise came from Dennis Obi, the captain.", "Dennis Obi"),
        ("The bridge carried no permit and no lights, as its owners later admitted.", "its owners"),
    ],
)
def test_a_speaker_is_found_where_the_words_lie_otherwise(analyse: Any, text: str, speaker: str) -> None:
    assert last_speaker(analyse, text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The union appealed to the Supreme Court yesterday.",
        "She did not want to comment on the letters of the director.",
        "Gunmen attacked a pumping station near the border.",
        "The tower holds the record, and a taller one is being built.",
        "It should be recalled that the last flood, thirteen years ago, claimed 57 lives.",
    ],
)
def test_deeds_and_silence_are_no_words(analyse: Any, text: str) -> None:
    assert not analyse(text).quotes


def test_a_number_that_the_parser_took_for_the_clause_does_not_cut_it(analyse: Any) -> None:
    text = "The pair told the paper that 35 bitcoin, then worth about two million crowns, were paid in November."
    quote = analyse(text).quotes[0]
    assert text[quote.content[0].start : quote.content[-1].end].endswith("were paid in November")
