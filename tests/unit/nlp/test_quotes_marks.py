"""Quotation marks: what stands in them, and what is only an apostrophe."""

from __future__ import annotations

import itertools

import pytest

from briefing.nlp.quotes.marks import quotations


def inside(text: str) -> list[str]:
    """The words of each quotation."""
    return [quotation.inner.of(text) for quotation in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        'He said: "No deal."',
        "He said: “No deal.”",
        "He said: „No deal.“",
        "He said: «No deal.»",
        "He said: ''No deal.''",
        "He said: ``No deal.''",
        "He said: ‘No deal.’",
        "He said: 'No deal.'",
    ],
)
def test_every_kind_of_mark_is_read(text: str) -> None:
    assert inside(text) == ["No deal."]


@pytest.mark.parametrize(
    "text",
    [
        "The workers' rights and the minister's car aren't the union's.",
        "The miners’ leader says they’re out.",
        "Rock 'n' roll of the '90s.",
        "’Tis the season, and it’s cold.",
        "A 6'2\" guard stood by.",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert inside(text) == []


def test_a_possessive_plural_does_not_close_a_single_quotation() -> None:
    assert inside("‘The workers’ hall is shut,’ she said.") == ["The workers’ hall is shut,"]
    assert inside("'The workers' hall is shut,' she said.") == ["The workers' hall is shut,"]


def test_an_apostrophe_does_not_close_a_single_quotation() -> None:
    assert inside("‘We don’t know,’ he said. ‘It’s late.’") == ["We don’t know,", "It’s late."]


def test_inner_marks_belong_to_the_outer_quotation() -> None:
    assert inside("“He told me ‘go home’ and left,” she said.") == ["He told me ‘go home’ and left,"]
    assert inside("''I would use the word 'old-school,''' said Reyes.") == ["I would use the word 'old-school,'"]


def test_a_mark_without_its_partner_swallows_nothing() -> None:
    assert inside('He said "no and left.\n\nThe road is closed.') == []
    assert inside('The pipe is 12" wide. "It leaks," she said.') == ["It leaks,"]


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_with_a_mark() -> None:
    text = "“We waited all night.\n\n“Nobody came,” she said."
    first, second = quotations(text)
    assert first.inner.of(text) == "We waited all night."
    assert first.continues
    assert second.inner.of(text) == "Nobody came,"
    assert second.resumed


def test_hostile_text_is_read_in_one_pass() -> None:
    for text in ('"a" ' * 20_000, "“said " * 20_000, "'s said, " * 20_000, "'" * 50_000, '"' * 50_000, "‘ " * 20_000):
        found = quotations(text)
        assert all(a.outer.end <= b.outer.start for a, b in itertools.pairwise(found))
