"""Numbers that count nothing for a reader are passed over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.model import Findings

Analyse = Callable[..., Findings]


@pytest.mark.parametrize(
    "text",
    [
        "The M25 was closed in both directions.",
        "He drove a Boeing 737 simulator.",
        "The Su-27 crashed near the base.",
        "Tengger-1 was lost over the sea.",
        "Flight 447 vanished over the Atlantic.",
        "The Group of Eight met in Italy.",
        "The Group of 20 met in Pittsburgh.",
        "He won the Formula One title.",
        "BBC One broadcast it.",
        "She ranked No. 2 in the world.",
        "He is the number one seed.",
        "Call 020 7946 0958 for details.",
        "She lives at 221 Baker Street.",
        "The firm is at 16-18 Industrial Avenue.",
        "Article 5 of the treaty was invoked.",
        "Order 66 was issued to Unit 731.",
        "Take bus 38 from Platform 9.",
        "See page 12 of the report.",
        "Read Kill Bill: Vol. 1 again.",
        "The Android 8.1 update is out.",
        "The team ended with an 8-8 record.",
        "Police were called at 6.10 and came at once.",
        "Hide Caption 27 of 59",
        "No one was hurt.",
        "They blamed one another.",
        "One day it will end.",
        "He bargained over one paper and printed another.",
        "It was a one-time levy.",
        "The two were seen in May.",
        "The new one is better.",
        "The film is from 1999.",
        "A 9/11 memorial opened.",
        "The code SCP-173m was found.",
        "They won a place in the 2012 playoffs.",
        "He lives in the 12000 block of Main Street.",
        "Bugs were found in Internet Explorer 8 and 9.",
        "A third was also shot.",
    ],
)
def test_a_number_that_counts_nothing_is_no_quantity(analyse: Analyse, text: str) -> None:
    assert analyse(text, published="2009-06-17").quantities == ()


@pytest.mark.parametrize(
    "text",
    [
        "Police Arrest Seven in Raid on Bank",
        "Only one of the bodies was found.",
        "He died one day later.",
        "Eight ministers resigned.",
        "Image caption More than 50 people were taken to hospital",
    ],
)
def test_a_number_like_those_that_counts_is_kept(analyse: Analyse, text: str) -> None:
    assert len(analyse(text, published="2009-06-17").quantities) == 1
