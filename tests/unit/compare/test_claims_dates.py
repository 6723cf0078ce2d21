from __future__ import annotations

import datetime as dt

import pytest

from briefing.compare.claims.dates import shown
from briefing.compare.periods import Period, period_of
from briefing.model import Time
from tests.unit.compare.conftest import Tell

DAY = "2015-03-10"


def period(value: str, mod: str | None = None) -> Period:
    found = period_of(Time(start=0, end=1, type="DATE", value=value, mod=mod))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2009-06-14", dt.datetime(2009, 6, 14), dt.datetime(2009, 6, 15)),
        ("2009-12", dt.datetime(2009, 12, 1), dt.datetime(2010, 1, 1)),
        ("2009-W24", dt.datetime(2009, 6, 8), dt.datetime(2009, 6, 15)),
        ("2009-H2", dt.datetime(2009, 7, 1), dt.datetime(2010, 1, 1)),
        ("2009-WI", dt.datetime(2009, 12, 1), dt.datetime(2010, 3, 1)),
        ("2013-05-19T23:00", dt.datetime(2013, 5, 19, 23), dt.datetime(2013, 5, 19, 23, 1)),
        ("2013-05-19TNI", dt.datetime(2013, 5, 19, 18), dt.datetime(2013, 5, 20, 6)),
    ],
)
def test_a_timex_value_is_a_stretch_of_time(value: str, start: dt.datetime, end: dt.datetime) -> None:
    found = period(value)
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize("value", ["PRESENT_REF", "2009-02-30", "2009-W60", "0000-01", "soon", "P3D", "9999-12"])
def test_what_cannot_be_placed_is_left_out(value: str) -> None:
    assert period_of(Time(start=0, end=1, type="DATE", value=value)) is None


def test_late_may_is_the_end_of_may_and_not_its_start() -> None:
    assert period("2009-05", "END").same(period("2009-05", "LATE"))
    assert not period("2009-05", "START").meets(period("2009-05", "END"))


def test_a_day_without_a_year_meets_that_day_of_any_year() -> None:
    assert period("XXXX-06-06").same(period("2009-06-06"))
    assert not period("XXXX-06-06").meets(period("2009-06-08"))
    assert period("XXXX-02-29").apart(period("2009-03-05")) > dt.timedelta(days=3)


def test_clock_times_of_two_zones_are_one_moment() -> None:
    assert period("2019-12-12T06:42+10:30").same(period("2019-12-11T20:12Z"))


def test_a_local_hour_and_a_zoned_one_are_never_told_apart() -> None:
    assert period("2019-12-12T06:42").meets(period("2019-12-11T20:12Z"))


def test_periods_are_shown_in_words() -> None:
    assert shown(period("2013-05-18T23:00")) == "2013-05-18 23:00"
    assert shown(period("XXXX-05", "END")) == "end of May"
    assert shown(period("XXXX-06-06")) == "6 June"


def test_two_days_for_one_event_conflict(tell: Tell) -> None:
    told = tell(
        ("Norland's parliament passed the water law on 4 March. Turnout was high.", DAY),
        ("The water law was passed by Norland's parliament on 6 March. Farmers cheered outside.", DAY),
    )
    (claim,) = [c for c in told.story.claims if c.status == "conflict"]
    assert claim.kind == "date"
    assert {value.value for value in claim.values} == {"2015-03-04", "2015-03-06"}


def test_yesterday_and_a_weekday_are_worked_out_to_one_day(tell: Tell) -> None:
    told = tell(
        ("Norland's parliament passed the water law yesterday. Turnout was high.", DAY),
        ("The water law was passed by Norland's parliament on Monday. Farmers cheered outside.", DAY),
    )
    assert any(c.status == "compatible" and c.kind == "date" and "2015-03-09" in c.why for c in told.story.claims)
    assert all(c.status != "conflict" for c in told.story.claims)


def test_two_events_on_two_days_do_not_conflict(tell: Tell) -> None:
    told = tell(
        ("Norland's parliament passed the water law on 4 March.", DAY),
        ("Norland's king signed the water law on 9 March.", DAY),
    )
    assert all(c.status != "conflict" for c in told.story.claims)


def test_days_on_which_things_were_said_do_not_conflict(tell: Tell) -> None:
    told = tell(
        ("The minister said on Monday that the water law would pass.", DAY),
        ("The minister said on Friday that the water law would pass, and left.", DAY),
    )
    assert all(c.status != "conflict" for c in told.story.claims)


def test_one_weekday_in_reports_of_two_days_is_no_conflict(tell: Tell) -> None:
    told = tell(
        ("Norland's parliament passed the water law on Wednesday. Turnout was high.", DAY),
        ("The water law was passed by Norland's parliament on Wednesday. Farmers cheered outside.", "2015-03-11"),
    )
    assert all(c.status != "conflict" for c in told.story.claims)
