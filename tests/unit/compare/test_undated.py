"""When a report without a date appeared, and what that tells of its times."""

from __future__ import annotations

import datetime as dt

import pytest

from briefing.compare import Group, compare_story
from briefing.compare.earlier import Earlier
from briefing.compare.periods import Window
from briefing.compare.undated import resolved, windows
from briefing.model import Article, Findings
from briefing.nlp.vectors import embed
from tests.unit.compare.conftest import Tell

DAY = "2017-11-20"
AGENCY = (
    "The freighter Alma Rosa ran aground on a reef off Port Kessel on Sunday with 22 sailors on board, officials said. "
    "Harbour master Jon Rybak said that the ship had left Dunmore on Saturday evening with a load of timber."
)


def placed(analyser: object, others: list[tuple[str, str]], text: str) -> tuple[Window | None, dict[str, str | None]]:
    reports = [*others, (text, None)]
    articles = [Article(id=str(i), text=told, published=day) for i, (told, day) in enumerate(reports)]
    found = {a.id: f for a, f in zip(articles, analyser.analyse_many(articles), strict=True)}  # type: ignore[attr-defined]
    rows = {a.id: embed([s.of(a.text) for s in found[a.id].sentences]) for a in articles}
    window = windows(articles, found, rows).get(articles[-1].id)
    findings: Findings = found[articles[-1].id]
    times = resolved(findings, window).times if window else findings.times
    return window, {time.span.of(text): time.value for time in times}


def test_yesterday_is_the_day_that_another_report_dates(analyser: object) -> None:
    text = (
        "Twenty-two sailors were on board the freighter Alma Rosa when she ran on a reef near Port Kessel yesterday. "
        "She is thought to have left Dunmore on Saturday evening, Jon Rybak, the harbour master, said."
    )
    window, values = placed(analyser, [(AGENCY, "2017-11-12")], text)
    assert window == Window(dt.date(2017, 11, 13), dt.date(2017, 11, 13))
    assert (values["yesterday"], values["Saturday evening"]) == ("2017-11-12", "2017-11-11TEV")


def test_a_lead_is_not_older_than_the_event(analyser: object) -> None:
    text = (
        "A tug pulled the freighter Alma Rosa off the reef at dawn on Friday, and her master was charged there. "
        "The captain is to come before a judge next month."
    )
    window, _ = placed(analyser, [(AGENCY, "2017-11-12"), (AGENCY, "2017-11-13")], text)
    assert window is not None
    assert window.first >= dt.date(2017, 11, 17)


def test_a_dateline_without_a_year_is_of_the_others_year(analyser: object) -> None:
    text = (
        "PORT KESSEL, Nov 14 (Meridian) - The master of the freighter Alma Rosa was charged with neglect on Tuesday, "
        "the police said."
    )
    window, values = placed(analyser, [(AGENCY, "2017-11-12")], text)
    assert window == Window(dt.date(2017, 11, 14), dt.date(2017, 11, 14))
    assert values["Tuesday"] == "2017-11-14"


@pytest.mark.parametrize("others", [[], [(AGENCY, None)]])
def test_nothing_is_told_where_no_report_has_a_date(analyser: object, others: list[tuple[str, str]]) -> None:
    window, values = placed(analyser, others, "The freighter Alma Rosa ran aground on Sunday with 22 men on board.")
    assert window is None
    assert values["Sunday"] is None


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("opening", ["", "PORT KESSEL, Nov 14 (Meridian) - "])
def test_the_ends_of_the_calendar_break_nothing(analyser: object, day: str, opening: str) -> None:
    text = (
        f"{opening}The freighter Alma Rosa ran aground on a reef off Port Kessel yesterday with 22 men on board, and "
        "the owners expect to refloat her next month, or in the spring. The weather was bad last week."
    )
    placed(analyser, [(AGENCY, day)], text)
    placed(analyser, [(AGENCY, day), (AGENCY, "2017-11-12")], text)


def test_what_comes_later_in_an_undated_report_is_an_update(tell: Tell) -> None:
    first = (
        "A fire at the Hallam paper mill killed nine workers on Monday, the fire chief said. "
        "The blaze in Hallam began in the drying hall on Monday morning."
    )
    last = (
        "The fire at the paper mill in Hallam killed 12 workers, the fire chief said on Thursday. "
        "Relatives of the dead waited in the rain in front of the town's small hospital for hours."
    )
    claims = tell((first, "2019-04-01"), (last, None)).about("killed")
    assert {claim.status for claim in claims if claim.kind == "number"} == {"update"}


PLANNED = (
    "Engineers hope to restore power to the island of Sorre by Sunday. A light wind blew from the west all day. "
    "The ministry expects the first vaccines to arrive in Kaluma next week."
)
DONE = (
    "Power was restored to the island of Sorre on Saturday night. The market in the old square stayed busy until dark. "
    "The first vaccines arrived in Kaluma on Tuesday."
)


@pytest.mark.parametrize("turned", [False, True])
def test_without_any_date_the_report_that_tells_as_done_what_another_foresees_is_the_later(
    tell: Tell, turned: bool
) -> None:
    reports = [(PLANNED, None), (DONE, None)]
    told = tell(*(reversed(reports) if turned else reports))
    assert [claim for claim in told.story.claims if claim.status == "update"]
    assert not [claim for claim in told.story.claims if claim.status == "conflict"]


@pytest.mark.parametrize(
    ("last", "status"),
    [("Hallam Post, Thursday, 4 April 2019", "update"), ("The mill had opened in the spring of 1908", "conflict")],
)
def test_a_paper_and_a_date_as_the_last_line_tell_the_order(tell: Tell, last: str, status: str) -> None:
    first = "A fire at the Hallam paper mill killed nine workers, the fire chief said."
    other = f"The fire at the paper mill in Hallam killed 12 workers, the fire chief said.\n\n{last}"
    claims = tell((first, "2019-04-01"), (other, None)).about("killed")
    assert {claim.status for claim in claims if claim.kind == "number"} == {status}


YESTERDAY = (
    "Twenty-two sailors were on board the freighter Alma Rosa when she ran on a reef near Port Kessel yesterday. "
    "She is thought to have left Dunmore on Saturday evening, Jon Rybak, the harbour master, said."
)


def test_the_reason_tells_how_the_day_was_come_by(tell: Tell) -> None:
    told = tell((AGENCY, "2017-11-12"), (YESTERDAY, None))
    ways = [claim.why for claim in told.story.claims if "“yesterday”" in claim.why]
    assert ways
    assert all("in a report without a date, by what the others tell of 2017-11-13" in why for why in ways)


def test_a_report_that_joins_may_tell_when_another_appeared(analyser: object) -> None:
    others = {f"o{i}": (f"The council of Orley met {i} times to speak of its {i} bridges.", DAY) for i in range(12)}
    texts = {"b": (YESTERDAY, None), **others, "z": (AGENCY, "2017-11-12")}
    articles = {id_: Article(id=id_, text=text, published=day, source=id_) for id_, (text, day) in texts.items()}
    found = dict(zip(articles, analyser.analyse_many(articles.values()), strict=True))  # type: ignore[attr-defined]
    rows = {id_: embed([s.of(articles[id_].text) for s in each.sentences]) for id_, each in found.items()}
    earlier = Earlier()
    groups = [Group(id="s", title="", articles=ids) for ids in (tuple(articles)[:-1], tuple(articles))]
    compare_story(groups[0], articles, found, rows, (), earlier)
    joined = compare_story(groups[1], articles, found, rows, (), earlier)
    assert any("by what the others tell of 2017-11-13" in claim.why for claim in joined.claims)
    assert joined == compare_story(groups[1], articles, found, rows, (), Earlier(earlier.rarity))
