from __future__ import annotations

import pytest

from briefing.ingest.dateline import find_dateline
from briefing.ingest.dates import parse_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2009-06-14", "2009-06-14"),
        ("2009-06-14T08:00:00Z", "2009-06-14T08:00:00Z"),
        ("2009-06-14T08:00:00+05:30", "2009-06-14T08:00:00+05:30"),
        ("2009-06-14 08:00", "2009-06-14T08:00:00"),
        ("20090614", "2009-06-14"),
        ("14 June 2009", "2009-06-14"),
        ("June 14th, 2009", "2009-06-14"),
        ("Sunday, 14 June 2009 10:05 GMT", "2009-06-14T10:05:00+00:00"),
        ("Jun 14, 2009 8:00pm EDT", "2009-06-14T20:00:00-04:00"),
        ("Sun, 14 Jun 2009 10:05:00 +0200", "2009-06-14T10:05:00+02:00"),
        ("14.06.2009", "2009-06-14"),
        ("31/12/2009", "2009-12-31"),
        ("12/31/2009", "2009-12-31"),
        ("31-12-2009", "2009-12-31"),
        ("10:05 XYZ, 14 June 2009", "2009-06-14"),
    ],
)
def test_dates_of_metadata_become_iso_8601(written: str, iso: str) -> None:
    assert parse_date(written) == iso


@pytest.mark.parametrize(
    "written",
    ["", "yesterday", "2009", "June 2009", "14 June", "03/04/2009", "03-04-2009", "31 February 2009", "2009-13-45",
     "0000-00-00", "1244937600", "x" * 5000, None],
)  # fmt: skip
def test_what_is_no_single_day_is_no_date(written: str | None) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("opening", "marked", "place", "agency"),
    [
        ("VELMAR, March 11 (ANA) - Boats", "VELMAR, March 11 (ANA) -", "VELMAR", "ANA"),
        ("(RFE/RL) -- Belarus has", "(RFE/RL) --", None, "RFE/RL"),
        ("MAKASSAR, Indonesia -- At least", "MAKASSAR, Indonesia --", "MAKASSAR", None),
        ("Beijing (dpa) - China", "Beijing (dpa) -", "Beijing", "dpa"),
        ("ST. PETERSBURG, Fla. (AP) _ A man", "ST. PETERSBURG, Fla. (AP) _", "ST. PETERSBURG", "AP"),
        ("WASHINGTON — The", "WASHINGTON —", "WASHINGTON", None),
        ("TOKYO, Feb. 3, Kyodo - Japan", "TOKYO, Feb. 3, Kyodo -", "TOKYO", "Kyodo"),
        ("(CNN) How could", "(CNN)", None, "CNN"),
        ("BRUSSELS | Mon Jun 14, 2010 8:00am EDT (Reuters) - The", "BRUSSELS | Mon Jun 14, 2010 8:00am EDT (Reuters) -",
         "BRUSSELS", "Reuters"),
    ],
)  # fmt: skip
def test_datelines_of_all_kinds_are_read(opening: str, marked: str, place: str | None, agency: str | None) -> None:
    found = find_dateline(opening)
    assert found is not None
    assert opening[: found.end] == marked
    assert (found.place, found.agency) == (place, agency)


@pytest.mark.parametrize(
    "opening",
    ["NATO - the alliance that", "The pact (CSTO) -- a body of", "Mr Smith - who left", "Lukashenka (left) - seen",
     "The minister said - and meant it", "FILE - In this picture", "It was 2009 - a year of"],
)  # fmt: skip
def test_sentences_with_a_dash_are_no_datelines(opening: str) -> None:
    found = find_dateline(opening)
    assert found is None
