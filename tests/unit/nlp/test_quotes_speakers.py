"""Whom a pronoun or a description speaks for, across sentences: every text here is invented."""

from __future__ import annotations

from typing import Any

import pytest


def speakers(analyse: Any, text: str) -> list[str | None]:
    """The speaker of each attribution, without its article."""
    return [quote.speaker and quote.speaker.lower().removeprefix("the ") for quote in analyse(text).quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Residents gathered outside the hall. They said nobody had told them.", "residents"),
        ("Residents said they were angry, and they demanded a meeting with the mayor.", "residents"),
        ("The teachers' union ended its strike. “We got what we wanted,” they said.", "teachers' union"),
        ("Officials opened the road at noon. They said it was safe.", "officials"),
        ("The federation has suspended the runner, it announced on Tuesday.", "federation"),
        ("The federation met in Riga. “We had no choice,” it said in a statement.", "federation"),
        ("A doctor in Riga saw the child first. She said the fever was high.", "doctor in riga"),
    ],
)
def test_a_pronoun_speaks_for_the_last_subject_that_can(analyse: Any, text: str, speaker: str) -> None:
    assert (speakers(analyse, text)[-1] or "").removeprefix("a ") == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose in May. They said the drought was over.",
        "The ministry suspended two doctors. They have denied the claims.",
        "Anna Berg and Maria Lind met in Riga. She said the talks went well.",
    ],
)
def test_where_two_may_be_meant_or_nobody_can_speak_the_pronoun_stays_alone(analyse: Any, text: str) -> None:
    assert speakers(analyse, text)[-1] is None


def test_a_man_who_comes_between_is_whom_he_means(analyse: Any) -> None:
    text = (
        '"They are punishing us," said Rustam Orlov, the farm minister.\n\n'
        'A Western diplomat in Riga agreed with him: the tests, he said, were "a joke".'
    )
    assert speakers(analyse, text)[-1] == "a western diplomat in riga"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Aurelia Airlines cancelled 40 flights on Friday. The airline said crews were ill.", "aurelia airlines"),
        (
            "Milan Kos, the director of the Dunav brewery, resigned. The head of the brewery said he was tired.",
            "milan kos",
        ),
        ("Prime Minister Anatol Rusu met voters. The head of government said taxes would fall.", "anatol rusu"),
        ("Professor Edda Lang was suspended in May. The professor denies any fraud.", "edda lang"),
        (
            "The drivers' union rejected the offer. The National Union of Bus Drivers (NUBD) will strike on Monday.",
            "national union of bus drivers",
        ),
        ("Uzbekistan closed the border on Monday. Tashkent said the fruit was laced with poison.", "uzbekistan"),
        ("Hungary closed the border on Monday. The Hungarian government said it had no choice.", "hungary"),
    ],
)
def test_a_description_speaks_for_whom_it_means(analyse: Any, text: str, speaker: str) -> None:
    assert speakers(analyse, text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Aurelia Airlines sued Borealis Airlines on Friday. The carrier said it had lost money.", "carrier"),
        ("Glasmer Plc closed its works on Friday. The union said 200 jobs would go.", "union"),
        ("The mayor – a former teacher and a gambler – told the council she would not stand again.", "mayor"),
    ],
)
def test_a_description_of_two_or_of_another_kind_stays_a_description(analyse: Any, text: str, speaker: str) -> None:
    assert speakers(analyse, text)[-1] == speaker


def test_how_a_pronoun_was_understood_reaches_the_record(analyse: Any) -> None:
    quote = analyse("Residents gathered outside the hall. They said nobody had told them.").quotes[-1]
    assert quote.rule == "verb-clause, speaker as the last subject"
