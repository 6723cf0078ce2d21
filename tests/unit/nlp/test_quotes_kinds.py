"""Kinds of attribution in the prose of agencies, broadsheets and translated news: every text here is invented."""

from __future__ import annotations

from typing import Any

import pytest


def found(analyse: Any, text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of every attribution."""
    return [(quote.speaker, " | ".join(span.of(text) for span in quote.content)) for quote in analyse(text).quotes]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        # What is to be done.
        ("The court ordered that the ship be released by Friday.", "the court", "that the ship be released by Friday"),
        (
            "The regulator demanded that the airline refund every passenger, and gave it ten days.",
            "the regulator",
            "that the airline refund every passenger",
        ),
        ("Residents were told by the water company to boil every drop.", "the water company", "to boil every drop"),
        (
            "The agency had required the company to drain the pond.",
            "the agency",
            "the company to drain the pond",
        ),
        (
            "Engineers at the dam had already asked in April for the level to be lowered.",
            "engineers at the dam",
            "the level to be lowered",
        ),
        # What is not ruled out, agreed with or told.
        ("The bank did not rule out closing more branches.", "the bank", "closing more branches"),
        ("The minister refused to rule out new taxes.", "the minister", "new taxes"),
        ("He would not be drawn on whether the wall had been altered.", None, "whether the wall had been altered"),
        ("The trainer denied being approached.", "the trainer", "being approached"),
        # Charges and names.
        (
            "The deputy reproached the government with having sold the forest for nothing.",
            "the deputy",
            "the government with having sold the forest for nothing",
        ),
        (
            "Customs officers suspect the captain of having thrown the crates overboard.",
            "Customs officers",
            "the captain of having thrown the crates overboard",
        ),
        (
            "The army has called the reports “fabricated” and blamed a foreign power for spreading them.",
            "the army",
            "the reports “fabricated”",
        ),
        ("Police put the crowd at upwards of 8,000.", "police", "the crowd at upwards of 8,000"),
        # Where a report ends.
        (
            "The crew had been drinking, the tribunal ruled after six weeks, and in return lost the right to any pay.",
            "the tribunal",
            "The crew had been drinking | and in return lost the right to any pay",
        ),
        (
            "The reactor is safe, the operator insists, although inspectors found cracks in two pipes.",
            "the operator",
            "The reactor is safe",
        ),
        (
            "The bridge was closed at noon and reopened at four, according to the police.",
            "the police",
            "The bridge was closed at noon and reopened at four",
        ),
        (
            "Some 300 houses were flooded, according to the prefecture, and the water was still rising at dawn.",
            "the prefecture",
            "Some 300 houses were flooded",
        ),
        (
            "About 3,000 people, according to a police estimate, gathered in front of the courthouse.",
            "a police estimate",
            "About 3,000 people",
        ),
        # Whose view, ground or claim it is.
        ("In the opinion of the ombudsman the search was unlawful.", "the ombudsman", "the search was unlawful"),
        (
            "He was fined because in the opinion of the jury he had hidden the letters.",
            "the jury",
            "he had hidden the letters",
        ),
        (
            "The judge refused bail on the ground that the suspects might flee.",
            "the judge",
            "the suspects might flee",
        ),
        ("The view that the peso is too strong is shared by exporters.", "exporters", "that the peso is too strong"),
        ("For the governor, “the city is calm”.", "the governor", "the city is calm"),
        (
            "Judging by the minister's words, the road will open in May.",
            "the minister's words",
            "the road will open in May",
        ),
        (
            "The imports were halted in June, it follows from the statement of the commission.",
            "the commission",
            "The imports were halted in June",
        ),
        # The sentence before.
        (
            "The talks will take place in Astana. This was announced by the foreign ministry.",
            "foreign ministry",
            "The talks will take place in Astana",
        ),
        (
            "The grain is fit to eat. Such is the verdict of the state laboratory.",
            "the state laboratory",
            "The grain is fit to eat",
        ),
        # Parses that go astray.
        (
            "The coach insisted he was calm, but admitted his memory of the match was “not perfect”.",
            "the coach",
            "his memory of the match was “not perfect”",
        ),
        (
            "“Nobody answered him,” the lawyer pointed out, adding that an appeal would be lodged on Monday.",
            "the lawyer",
            "that an appeal would be lodged on Monday",
        ),
    ],
)
def test_who_said_what(analyse: Any, text: str, speaker: str | None, content: str) -> None:
    assert (speaker, content) in found(analyse, text)


@pytest.mark.parametrize(
    "text",
    [
        "As we reported yesterday, the ferry sank off the cape.",
        "We recall that the tax was raised in 2011.",
        "The party he once hoped to lead has expelled him.",
        "The defence appealed on Wednesday against the sentence.",
        "If the tender proves to have been rigged, the bank may ask for its money back.",
        "Neither side would confirm that talks had begun.",
        "The regulator has not said a word in public.",
        "She was referring to the strike of 2009.",
        "The striker claimed his tenth goal of the season.",
    ],
)
def test_what_is_no_statement(analyse: Any, text: str) -> None:
    assert found(analyse, text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to its chairwoman, Ines Correia, the cooperative has not paid since June.", "Ines Correia"),
        (
            "He used to tell friends that money bored him. This week Karl Ost, a banker, was charged with theft.",
            "Karl Ost",
        ),
        (
            "The lawyer said his client was innocent. In his words, the money was put there by an unknown woman.",
            "the lawyer",
        ),
        (
            "A captain told it otherwise: a merchant had handed over the money, he said, and left.",
            "a captain",
        ),
        (
            "Northern Motors Ltd halted its exports in May. The company said the tests were wrong.",
            "Northern Motors Ltd",
        ),
        ("The editors are sure of their figures, though they warn of errors.", "the editors"),
    ],
)
def test_who_speaks_last(analyse: Any, text: str, speaker: str) -> None:
    assert found(analyse, text)[-1][0] == speaker


def test_a_place_before_a_colon_does_not_speak(analyse: Any) -> None:
    assert found(analyse, "Varna: the bridge that nobody wanted\n\nThe bridge was opened on Friday.") == []
