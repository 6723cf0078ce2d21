"""Which words an expression needs: it is tried on sentences that have one of them, and missed on none."""

from __future__ import annotations

import re

import pytest

from briefing.compare.claims.expressions import Begun, needed
from briefing.compare.claims.questions import questions


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("votes", {"votes"}),
        ("(?:the )?(?:dam|reservoirs?)", {"dam", "reservoir", "reservoirs"}),
        (r"(?:(?!no\b)\w+ ){0,3}(?:against|it down)\b", {"against", "it"}),
        (r"(?:on )?fines?\b", {"fine", "fines"}),
        (r"[^.;]{0,60}?\b(?:found|left)", {"found", "left"}),
        (r"(?:free|at liberty)\b(?! to)", {"free", "at"}),
        ("", set()),
        ("to (?:go|leave)|from office", set()),
        ("(?:work(?:ed|s)?|strike)", set()),
        ("licen[cs]e", set()),
        (r"back\bhandcuff", set()),
        ("silent(?:ly)?", set()),
    ],
)
def test_the_words_of_which_one_must_be_there(rest: str, words: set[str]) -> None:
    assert needed(rest) == words


def test_those_that_may_be_there_keep_their_order() -> None:
    begun = Begun([("a", "votes"), ("b", ""), ("c", "(?:seats|votes)"), ("d", "nothing")])
    assert [row for row, _ in begun.likely({"votes", "for"})] == ["a", "b", "c"]
    assert [row for row, _ in begun.likely({"for"})] == ["b"]


def test_every_expression_of_the_data_matches_only_where_a_needed_word_is() -> None:
    rests = {rest for question in questions() for way in question.ways for _, rest in way.says}
    told = [rest for rest in rests if needed(rest)]
    assert len(told) > len(rests) / 2
    for rest in told:
        for word in needed(rest):
            assert re.search(rf"(?<!\w){word[:-1]}", rest), (rest, word)
