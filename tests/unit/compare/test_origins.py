"""What is a reprint, and what only shares words: a quotation, a statement, background."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from briefing.compare.media import credited
from briefing.compare.origins import find_origins
from briefing.compare.shingles import quotations
from briefing.model import Article, Findings, Furniture, OriginGroup

Analyse = Callable[..., Findings]

WIRE = (
    "A freighter carrying timber ran aground off the northern tip of Sorrel Island early on Monday, coast guards said. "
    "All eleven sailors were lifted off by helicopter within two hours and brought to the town of Merrow.\n\n"
    "The hull was holed below the water line and a thin film of oil could be seen drifting towards the bird sanctuary "
    "on the western shore. Volunteers laid floating barriers across the mouth of the bay before nightfall.\n\n"
    "It was the third grounding near the island since the lighthouse was automated six years ago. Fishermen have long "
    "asked the government to station a tug there, but the money has been refused twice.\n\n"
    "Salvage crews were waiting for the wind to drop before trying to pull the vessel free at high tide."
)
OWN = (
    "Timber lay scattered along two miles of beach yesterday after a cargo ship struck rocks at Sorrel. "
    "Its crew, most of them from Chile, drank tea in the church hall at Merrow and waited for dry clothes.\n\n"
    "Rangers counted forty guillemots with oil on their wings by evening and feared many more would follow. "
    "Schoolchildren were sent home early so that the bus could carry barriers to the harbour.\n\n"
    "People here remember when keepers lived in the tower and no captain needed telling where the reef was. "
    "A petition for a rescue tug gathered nine hundred names in the spring and came to nothing.\n\n"
    "Engineers hope that the weather will let them work on Wednesday morning."
)
SPEECH = (
    "\n\n“We shall leave no stone unturned until we know why a modern ship with two working radars sailed straight "
    "onto a reef that has been on every chart for three hundred years, and until those who sent her out with half a "
    "crew and no pilot have answered for it before a court of law in this country,” the minister said."
)


@pytest.fixture(scope="module")
def compare(analyse: Analyse) -> Callable[..., tuple[OriginGroup, ...]]:
    def run(*articles: Article) -> tuple[OriginGroup, ...]:
        return find_origins(articles, {a.id: told(analyse, a) for a in articles})

    return run


def told(analyse: Analyse, article: Article) -> Findings:
    return analyse(**msgspec.structs.asdict(article))


def report(id: str, text: str, **fields: Any) -> Article:
    return Article(id=id, text=text, **fields)


def ids(origins: tuple[OriginGroup, ...]) -> list[set[str]]:
    return [set(origin.articles) for origin in origins]


def test_a_trimmed_and_retitled_reprint_is_no_second_origin(compare: Any) -> None:
    trimmed = "\n\n".join(WIRE.split("\n\n")[:2]).replace("early on Monday, coast guards said", "on Monday")
    found = compare(
        report("a", WIRE, source="Coast Wire", title="Freighter aground"),
        report("b", trimmed, source="The Merrow Mail", title="Drama on the rocks"),
    )
    assert ids(found) == [{"a", "b"}]
    assert found[0].articles[0] == "a"
    assert found[0].rule == "shared-wording"
    assert "The Merrow Mail" in found[0].why
    assert "%" in found[0].why


def test_a_reprint_in_another_order_with_a_paragraph_of_its_own_is_none_either(compare: Any) -> None:
    parts = WIRE.split("\n\n")
    mixed = "\n\n".join(
        [parts[2], parts[0], "Our reporter spoke to nobody at the harbour office, which was shut.", parts[1]]
    )
    assert ids(compare(report("a", WIRE), report("b", mixed))) == [{"a", "b"}]


def test_two_reports_of_one_event_are_two_origins(compare: Any) -> None:
    assert ids(compare(report("a", WIRE), report("b", OWN))) == [{"a"}, {"b"}]


def test_a_long_quotation_in_both_makes_no_reprint(compare: Any) -> None:
    assert ids(compare(report("a", WIRE + SPEECH * 2), report("b", OWN + SPEECH * 2))) == [{"a"}, {"b"}]


def test_shared_background_makes_no_reprint(compare: Any) -> None:
    background = "\n\n" + WIRE.split("\n\n")[2]
    assert ids(compare(report("a", WIRE), report("b", OWN + background))) == [{"a"}, {"b"}]


def test_one_agencys_credit_without_its_words_proves_nothing(compare: Any) -> None:
    def signed(text: str) -> str:
        return text + "\nReuters"

    marks = [(Furniture(start=len(text) + 1, end=len(text) + 8, kind="credit"),) for text in (WIRE, OWN)]
    found = compare(
        report("a", signed(WIRE), furniture=marks[0], source="The Merrow Mail"),
        report("b", signed(OWN), furniture=marks[1], source="Island Post"),
    )
    assert ids(found) == [{"a"}, {"b"}]
    assert [origin.agency for origin in found] == ["Reuters", "Reuters"]


def test_agency_copy_between_own_paragraphs_is_the_agencys(compare: Any) -> None:
    parts = OWN.split("\n\n")
    mixed = "\n\n".join([parts[0], WIRE.split("\n\n")[1], parts[1], parts[2]])
    wire = report("a", WIRE, source="Coast Wire")
    assert ids(compare(wire, report("b", mixed, source="Island Post"))) == [{"a"}, {"b"}]
    found = compare(wire, report("b", mixed, source="Island Post", author="Coast Wire and staff"))
    assert ids(found) == [{"a", "b"}]
    assert (found[0].rule, found[0].agency) == ("agency-copy", "Coast Wire")


def test_a_digest_of_two_sources_does_not_make_them_one(compare: Any) -> None:
    digest = "\n\n".join(WIRE.split("\n\n")[:2] + OWN.split("\n\n")[:1])
    found = compare(report("a", WIRE), report("b", OWN), report("c", digest))
    assert {"b"} in ids(found)
    assert {"a", "c"} in ids(found)


def test_british_and_american_spelling_hide_no_reprint(compare: Any) -> None:
    text = (
        "Labour organisers apologised to neighbours of the harbour theatre. Neighbours criticised the behaviour of "
        "fibre crews who travelled metres from the centre. Councillors honoured the organisers, favoured modernised "
        "harbour defence and authorised labour programmes. The theatre apologised, neighbours travelled, and the "
        "centre recognised the labour of harbour councillors, organised by travellers whose behaviour honoured all."
    )
    other = re.sub(r"our(?=s|ed|\b)", "or", text).replace("ised", "ized").replace("isers", "izers")
    other = re.sub(r"(metre|theatre|centre|fibre)", lambda found: found[1][:-2] + "er", other)
    other = other.replace("travelle", "travele").replace("defence", "defense").replace("programme", "program")
    assert ids(compare(report("a", text), report("b", other))) == [{"a", "b"}]


def test_the_sample_reports_are_two_origins(seeds: Path, compare: Any) -> None:
    from briefing.ingest import read

    articles = [article for article in read([seeds]) if isinstance(article, Article)]
    found = compare(*articles)
    assert len(found) == 2
    assert {origin.agency for origin in found} == {"RFE/RL", "Reuters"}


def test_a_dateline_and_a_byline_tell_the_agency() -> None:
    text = "MERROW, May 3 (AFP) - Rain fell."
    article = report("a", text, furniture=(Furniture(start=0, end=21, kind="dateline"),), author="Ana Petrov, Reuters")
    assert list(credited(article)) == ["AFP", "Reuters"]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = 'He said "no.\nIt rained. "Yes," she said.'
    assert [text[start:end] for start, end in quotations(text)] == ['"no.\n', '"Yes,"']


def test_empty_and_tiny_reports_are_origins_of_their_own(compare: Any) -> None:
    assert ids(compare(report("a", "Rain."), report("b", "Snow."), report("c", "…"))) == [{"a"}, {"b"}, {"c"}]
