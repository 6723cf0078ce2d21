"""The scorer of times gives known figures on known cases."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.training import Example

from briefing.model import Time
from briefing.nlp import extensions
from briefing.nlp.times import score_times
from briefing.nlp.times.scoring import measure

GOLD = (
    Time(start=0, end=6, type="DATE", value="2009-06-14"),
    Time(start=10, end=20, type="DURATION", value="P3D"),
)


def test_all_right_is_one() -> None:
    assert set(measure([(GOLD, GOLD)]).values()) == {1.0}


def test_nothing_found_is_zero() -> None:
    assert set(measure([(GOLD, ())]).values()) == {0.0}


def test_a_loose_span_counts_as_relaxed_and_its_value_counts() -> None:
    found = (GOLD[0], Time(start=14, end=20, type="DURATION", value="P3D"))
    figures = measure([(GOLD, found)])
    assert (figures["times_strict_f"], figures["times_f"], figures["times_value_f"]) == (0.5, 1.0, 1.0)


def test_a_wrong_value_leaves_the_span_right() -> None:
    found = (GOLD[0], Time(start=10, end=20, type="SET", value="P4D"))
    figures = measure([(GOLD, found)])
    assert (figures["times_strict_f"], figures["times_type_f"], figures["times_value_f"]) == (1.0, 0.5, 0.5)


def test_a_time_found_twice_counts_once() -> None:
    found = (Time(start=10, end=14, type="DURATION", value="P3D"), GOLD[1])
    figures = measure([(GOLD[1:], found)])
    assert figures["times_p"] == 0.5
    assert figures["times_strict_r"] == 1.0


def test_an_answer_without_a_value_is_never_right() -> None:
    unknown = (Time(start=0, end=6, type="DATE"),)
    assert measure([(unknown, unknown)])["times_value_f"] == 0.0


def test_docs_are_scored_by_their_times() -> None:
    extensions.register()
    blank: Any = spacy.blank("en")
    want, got = blank("Sunday in three days"), blank("Sunday in three days")
    want._.times, got._.times = GOLD, GOLD[:1]
    assert score_times([Example(got, want)])["times_r"] == pytest.approx(0.5)
