"""Who holds a place that one person holds, by each of two reports; all news here is invented."""

from __future__ import annotations

import pytest

from tests.unit.compare.conftest import Tell


def _conflicts(tell: Tell, first: str, second: str) -> set[str]:
    told = tell((first, "2015-03-10"), (second, "2015-03-11"))
    return {claim.rule for claim in told.story.claims if claim.status == "conflict" and claim.kind == "name"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The driver who died in the crash was identified as Peter Novak, 34. Police said he had been alone.",
            "A man died on Sunday. The victim, named by the police as Josef Dvorak, had no passengers.",
        ),
        (
            "The mayor of Lodwar, Peter Ekai, opened the new well on Sunday. It will serve 4,000 people.",
            "On Sunday the mayor of Lodwar, Grace Lokwang, opened a well which is to serve 4,000 people.",
        ),
        (
            "Havlaks Group named Kristin Aas as its new chief executive on Monday, the chairman said.",
            "Havlaks Group gets a new head. Peter Brekke will run the company from May, the chairman said.",
        ),
        (
            "Erik Holm resigned as head of Havlaks on Monday. Finance director Kristin Aas stands in for him.",
            "Erik Holm has left Havlaks. Until a successor is found the company will be run by Peter Brekke.",
        ),
        (
            "Two parties met at the border. Colonel Juhani Salo, who led the Lomari delegation, said nothing.",
            "The Lomari party was headed by General Aki Rinne. Nobody shook hands at the border.",
        ),
    ],
)
def test_two_people_in_one_place_conflict(tell: Tell, first: str, second: str) -> None:
    assert "one place, two people" in _conflicts(tell, first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The victims were identified as Maria Lopez, 23, and her daughter Ana Lopez.",
            "Police named one of the dead as Clara Lopez, a child of three.",
        ),
        (
            "The company named Erik Holm as finance director on Monday.",
            "The company has a new chief executive, Anita Lund. Finance director Erik Holm joins from Telbar.",
        ),
        (
            "The mayor of Lodwar, Peter Ekai, opened the new well on Sunday.",
            "The former mayor of Lodwar, Grace Lokwang, opened a school on Friday.",
        ),
        (
            "Colonel Juhani Salo led the Lomari delegation to the talks on Monday.",
            "The delegation from Orsk was headed by General Aki Rinne on Monday.",
        ),
        (
            "Erik Holm resigned as head of Havlaks on Monday. Finance director Kristin Aas will stand in for him.",
            "Erik Holm is no longer head of Havlaks. Peter Brekke will run the company from May.",
        ),
    ],
)
def test_people_in_other_places_do_not(tell: Tell, first: str, second: str) -> None:
    assert not _conflicts(tell, first, second)
