"""The rule table: each rule reads the wording that asked for it, and none fails where little is known."""

from __future__ import annotations

import datetime as dt

import pytest

from briefing.nlp.numerals import read
from briefing.nlp.times.context import Context
from briefing.nlp.times.guards import GUARDS
from briefing.nlp.times.lexicon import classify
from briefing.nlp.times.rules import Match, Rule, candidates, rules


def matches(words: str) -> list[Match]:
    lexemes = read(f"He said {words}.")
    return list(candidates(lexemes, classify(lexemes)))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_reads_its_own_case(rule: Rule) -> None:
    assert any(match.rule is rule for match in matches(rule.case))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
@pytest.mark.parametrize(
    "known",
    [
        {"day": None},
        {"day": None, "dateline": (2, 28), "spoken": "2008-Q1"},
        {"day": dt.date(2009, 6, 17), "spoken": "2008-W19", "spoken_day": None},
        {"day": dt.date(2199, 12, 31), "spoken": "2199-12-31", "spoken_day": dt.date(2199, 12, 31)},
        {"day": dt.date(1600, 1, 1), "spoken": "BC0300"},
    ],
    ids=["nothing", "dateline", "week", "the last year of news", "the first"],
)
def test_a_rule_gives_a_value_or_none_whatever_is_known(rule: Rule, known: dict[str, object]) -> None:
    for match in matches(rule.case):
        found = match.rule.resolve(match.slots, Context(**{**known, "text": rule.case.lower()}))  # type: ignore[arg-type]
        assert found.value is None or found.value


def test_every_condition_of_the_table_is_known() -> None:
    assert {rule.guard for rule in rules()} - {""} == set(GUARDS)
