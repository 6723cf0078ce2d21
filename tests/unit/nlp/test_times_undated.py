"""Reports without a date of publication: only what the text proves stands for their day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.ingest.article import make_article
from briefing.model import Article, ArticleRecord, Findings

BODY = (
    "Officials said at least 17 people had drowned when a ferry sank. Rescuers will resume their search on Tuesday. "
    "The captain was held yesterday by the police of the island.\n\n"
    "The vessel had left Rindai on Saturday with 60 people on board, the agency said in a statement on its website."
)
TITLE = "Seventeen drowned as ferry sinks off Sulawesi"


def read(analyser: object, text: str) -> dict[str, str | None]:
    article: Article = make_article(ArticleRecord(text=text), name="a", file="a.txt")
    analyse: Callable[[Article], Findings] = analyser.analyse  # type: ignore[attr-defined]
    return {time.span.of(article.text): time.value for time in analyse(article).times}


@pytest.mark.parametrize(
    "opening",
    [
        "By Jane Doe\nSunday 19 May 2013\n\n",
        "MAKASSAR, Indonesia, May 19, 2013 (Meridian) - ",
        "MAKASSAR, Indonesia (May 19, 2013) – ",
        "MAKASSAR (Meridian) — May 19, 2013 — ",
        "Published 10:05 GMT, 19 May 2013\n\n",
        "By Jane Doe, Meridian | May 19, 2013\n\n",
    ],
)
def test_a_full_date_at_the_head_is_the_reports_day(analyser: object, opening: str) -> None:
    found = read(analyser, f"{TITLE}\n\n{opening}{BODY}")
    assert (found["yesterday"], found["Saturday"], found["Tuesday"]) == ("2013-05-18", "2013-05-18", "2013-05-21")


@pytest.mark.parametrize(
    "told", ["today, 19 May 2013, that", "today (May 19, 2013) that", "yesterday, May 18, 2013, that"]
)
def test_a_date_told_of_today_is_the_reports_day(analyser: object, told: str) -> None:
    found = read(analyser, f"{TITLE}\n\n" + BODY.replace("said at least", f"said {told} at least"))
    assert (found["Saturday"], found["Tuesday"]) == ("2013-05-18", "2013-05-21")


def test_a_last_line_with_place_and_date_is_the_reports_day(analyser: object) -> None:
    assert read(analyser, f"{TITLE}\n\n{BODY}\n\nMakassar, May 19, 2013")["Saturday"] == "2013-05-18"


def test_a_dateline_without_a_year_gives_days_without_a_year(analyser: object) -> None:
    found = read(analyser, f"{TITLE}\n\nMAKASSAR, May 19 (Meridian) - {BODY}")
    assert found == {"May 19": "XXXX-05-19", "Tuesday": None, "yesterday": "XXXX-05-18", "Saturday": None}


def test_a_dateline_that_names_its_weekday_gives_the_others(analyser: object) -> None:
    found = read(analyser, f"{TITLE}\n\nMAKASSAR, Sunday, May 19 (Meridian) — {BODY}")
    assert (found["Tuesday"], found["Saturday"]) == ("XXXX-05-21", "XXXX-05-18")


LEAD = "Seventeen people drowned off Rindai on Sunday, officials said. The agency will search until Tuesday."


def test_a_dateline_is_of_the_year_in_which_its_day_falls_on_the_weekday_of_the_lead(analyser: object) -> None:
    found = read(analyser, f"{TITLE}\n\nMAKASSAR, May 19 (Meridian) - {LEAD} The ship was built in 2012.")
    assert (found["May 19"], found["Sunday"], found["Tuesday"]) == ("2013-05-19", "2013-05-19", "2013-05-21")


@pytest.mark.parametrize(
    ("lead", "past"),
    [
        (LEAD, "The ship was built in 2009."),
        (LEAD, "The ship will be scrapped by 2012."),
        (LEAD, "The ship had sailed for years."),
        (LEAD.replace("on Sunday", "on Saturday or Sunday"), "The ship was built in 2012."),
        ("Rescuers will resume the search on Sunday, officials said.", "The ship was built in 2012."),
        (LEAD, "The line has run it since 2012."),
        (LEAD, "The ship was built in 2012. A bridge will open in 2024, and a tunnel by 2030."),
    ],
    ids=[
        "no year near fits",
        "a year to come",
        "no year",
        "two weekdays",
        "a day to come",
        "a year since when",
        "plans that lie too far ahead",
    ],
)
def test_without_a_past_year_and_the_weekday_of_the_lead_a_dateline_keeps_no_year(
    analyser: object, lead: str, past: str
) -> None:
    assert read(analyser, f"{TITLE}\n\nMAKASSAR, May 19 (Meridian) - {lead} {past}")["May 19"] == "XXXX-05-19"


@pytest.mark.parametrize(
    "told",
    [
        "said on Sunday, May 19, 2013, that at least",
        "said the law of May 19, 2013 was broken and that at least",
        "“I was there today, May 19, 2013,” said one, at least",
    ],
)
def test_a_date_that_may_be_another_days_proves_nothing(analyser: object, told: str) -> None:
    found = read(analyser, f"{TITLE}\n\n" + BODY.replace("said at least", told))
    assert (found["Tuesday"], found["Saturday"]) == (None, None)


@pytest.mark.parametrize(
    ("last", "day"),
    [
        ("Harian Utara, Kota Kinabalu, Sunday, 19 May 2013", "2013-05-18"),
        ("The Voice of Rindai, 19 May 2013", "2013-05-18"),
        ("The trial of the shipowner had been set for 19 May 2013.", None),
        ("The Ministry of Transport of Rindai Opened The Port on 19 May 2013.", None),
    ],
)
def test_a_paper_and_a_date_as_the_last_line_are_the_reports_own(analyser: object, last: str, day: str | None) -> None:
    assert read(analyser, f"{TITLE}\n\n{BODY}\n\n{last}")["yesterday"] == day
