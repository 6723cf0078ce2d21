"""Times: which words name one, and what they resolve to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from briefing.model import Findings, Furniture
from briefing.nlp.times.holidays import easter

Analyse = Callable[..., Findings]
DAY = "2009-06-17"  # a Wednesday


def values(analyse: Analyse, text: str, **fields: Any) -> dict[str, str | None]:
    found = analyse(text, **{"published": DAY, **fields})
    return {time.span.of(text): time.value for time in found.times}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The minister resigned on Tuesday.", "Tuesday", "2009-06-16"),
        ("The two sides will meet on Friday.", "Friday", "2009-06-19"),
        ("The court ruled on Wednesday.", "Wednesday", "2009-06-17"),
        ("He arrived late last Thursday.", "late last Thursday", "2009-06-11"),
        ("The mayor resigned yesterday.", "yesterday", "2009-06-16"),
        ("Police searched the house on Thursday night.", "Thursday night", "2009-06-11TNI"),
        ("The bridge fell last night.", "last night", "2009-06-16TNI"),
        ("The treaty was signed on June 6th.", "June 6th", "2009-06-06"),
        ("He was born on 24 February 1955 in Osh.", "24 February 1955", "1955-02-24"),
        ("The law passed in January.", "January", "2009-01"),
        ("In late May, the bank withheld the money.", "late May", "2009-05"),
        ("Exports fell last week.", "last week", "2009-W24"),
        ("The plant will open next month.", "next month", "2009-07"),
        ("The deal collapsed three days ago.", "three days ago", "2009-06-14"),
        ("Sales fell in the fourth quarter of 2005.", "the fourth quarter of 2005", "2005-Q4"),
        ("Prices rose in the first half of the year.", "the first half of the year", "2009-H1"),
        ("The road opened in the spring of 2010.", "the spring of 2010", "2010-SP"),
        ("Snow has fallen since the weekend.", "the weekend", "2009-W24-WE"),
        ("The film is set in the early 1990s.", "the early 1990s", "199"),
        ("The siege lasted for three days.", "three days", "P3D"),
        ("The flight took four minutes and 12 seconds.", "four minutes and 12 seconds", "PT4M12S"),
        ("The council meets every Monday.", "every Monday", "XXXX-WXX-1"),
        ("The town is currently under water.", "currently", "PRESENT_REF"),
        ("The polls close in ten days.", "ten days", "2009-06-27"),
        ("The crew will build the wall in ten days.", "ten days", "P10D"),
        ("Following Monday's debate, both flew to Osh.", "Monday", "2009-06-15"),
        ("Sales rose in the third quarter of the fiscal year.", "the third quarter of the fiscal year", "FY2009-Q3"),
        ("She praised the host of Monday's debate. The debate on Monday will be long.", "Monday", "2009-06-22"),
        ("She praised the host of Monday night's debate. It will be held on Monday.", "Monday night", "2009-06-22TNI"),
        ("She praised the host of Monday night's debate. It ended on Monday.", "Monday night", "2009-06-15TNI"),
        ("The train left at 16:15 UTC on Tuesday.", "16:15 UTC on Tuesday", "2009-06-16T16:15Z"),
    ],
)
def test_a_time_means_what_a_reader_takes_it_to_mean(analyse: Analyse, text: str, words: str, value: str) -> None:
    assert values(analyse, text).get(words) == value


def test_two_ways_to_name_the_end_of_may_have_one_value(analyse: Analyse) -> None:
    first = analyse("The loan was frozen at the end of May.", published=DAY).times[0]
    second = analyse("The loan was frozen in late May.", published=DAY).times[0]
    assert (first.value, first.mod) == (second.value, second.mod) == ("2009-05", "END")


def test_the_day_before_counts_from_the_day_the_text_spoke_of(analyse: Analyse) -> None:
    found = values(analyse, "The envoys walked out on May 13. They had been shown the text the evening before.")
    assert found["the evening before"] == "2009-05-12TEV"


def test_yesterday_in_a_quotation_counts_from_the_day_it_was_spoken(analyse: Analyse) -> None:
    found = values(analyse, '"We buried him this morning," he told the paper on Monday.')
    assert found == {"this morning": "2009-06-15TMO", "Monday": "2009-06-15"}


def test_local_time_in_a_named_city_has_that_citys_offset(analyse: Analyse) -> None:
    found = values(analyse, "The rocket rose on Tuesday. It left the pad at 4:12 a.m. Ulaanbaatar time.")
    assert found["4:12 a.m. Ulaanbaatar time"] == "2009-06-16T04:12+08:00"


def test_without_a_day_of_publication_nothing_relative_is_guessed(analyse: Analyse) -> None:
    text = "On June 14 he said it began yesterday, on Monday, and would end on 3 July 2010."
    found = values(analyse, text, published=None)
    assert found == {"June 14": "XXXX-06-14", "yesterday": None, "Monday": None, "3 July 2010": "2010-07-03"}


def test_a_date_in_the_dateline_stands_for_a_missing_day_of_publication(analyse: Analyse) -> None:
    text = "OSH, June 17, 2009 -- The dam broke yesterday."
    mark = Furniture(start=0, end=text.index(" --"), kind="dateline")
    assert values(analyse, text, published=None, furniture=(mark,))["yesterday"] == "2009-06-16"


@pytest.mark.parametrize(
    "text",
    [
        "Russia withheld the last quarter of a $2-billion loan.",
        "A 70-year-old man was rescued.",
        "Theresa May spoke in the house.",
        "The ferry carried 1987 passengers.",
        "There was a fall of 38 per cent.",
    ],
)
def test_what_only_looks_like_a_time_is_none(analyse: Analyse, text: str) -> None:
    assert values(analyse, text) == {}


def test_a_date_whose_month_cannot_be_told_stays_unresolved(analyse: Analyse) -> None:
    found = values(analyse, "The papers are dated 03/04/2009 and 23/04/2009.")
    assert found == {"03/04/2009": None, "23/04/2009": "2009-04-23"}


def test_the_days_of_a_range_are_both_in_its_month(analyse: Analyse) -> None:
    found = values(analyse, "The fair ran from 3 to 5 June.")
    assert found == {"3": "2009-06-03", "5 June": "2009-06-05"}


def test_times_in_the_pages_navigation_are_left_out(analyse: Analyse) -> None:
    text = "Most read yesterday\nThe dam broke on Monday."
    mark = Furniture(start=0, end=19, kind="navigation")
    assert list(values(analyse, text, furniture=(mark,))) == ["Monday"]


def test_each_time_says_which_rule_made_it(analyse: Analyse) -> None:
    (time,) = analyse("The minister resigned on Tuesday.", published=DAY).times
    assert time.rule == "weekday"


@pytest.mark.parametrize(("year", "day"), [(2009, dt.date(2009, 4, 12)), (2024, dt.date(2024, 3, 31))])
def test_easter_is_on_its_sunday(year: int, day: dt.date) -> None:
    assert easter(year) == day
