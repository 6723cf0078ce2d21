from __future__ import annotations

from pathlib import Path

import pytest

from briefing.ingest import read
from briefing.model import Article
from tests.unit.ingest.conftest import ReadOne

BODY = "Fishermen in the port of Velmar blocked the harbour on Tuesday in protest at new limits on cod, police said.\n"


def marks(article: Article) -> list[tuple[str, str]]:
    return [(mark.kind, mark.span.of(article.text)) for mark in article.furniture]


def test_headline_byline_and_dateline_are_told_from_the_report(read_one: ReadOne) -> None:
    article = read_one(
        "a.txt", f"Boats block Velmar harbour over quota\nBy Iris Holm in Velmar\n\nVELMAR, March 11 (ANA) - {BODY}"
    )
    assert article.title == "Boats block Velmar harbour over quota"
    assert article.title_from == "text"
    assert article.author == "Iris Holm in Velmar"
    assert (article.source, article.source_from) == ("ANA", "text")
    assert article.place == "VELMAR"
    assert marks(article) == [
        ("headline", "Boats block Velmar harbour over quota"),
        ("byline", "By Iris Holm in Velmar"),
        ("dateline", "VELMAR, March 11 (ANA) -"),
    ]


def test_the_whole_file_is_the_text(read_one: ReadOne) -> None:
    content = f"  Boats block harbour  \n\n{BODY}\n\tLast line of it, with a tab. \n\n"
    assert read_one("a.txt", content).text == content


def test_newlines_of_other_systems_become_ours_and_the_byte_order_mark_goes(read_one: ReadOne) -> None:
    article = read_one("a.txt", b"\xef\xbb\xbfHarbour blocked\r\n\r\nBoats lay across it.\rNobody passed.\r\n")
    assert article.text == "Harbour blocked\n\nBoats lay across it.\nNobody passed.\n"


def test_control_and_direction_characters_are_kept_for_the_screen_to_show(read_one: ReadOne) -> None:
    hostile = "The \x1b[31mminister\x1b[0m said \u202eon od lliw ew\u202c and left.\n"
    assert read_one("a.txt", hostile).text == hostile


def test_a_report_without_headline_gets_one_from_its_lead(read_one: ReadOne) -> None:
    article = read_one("a.txt", "VELMAR (AP) — " + BODY + "Forty boats lay across the entrance from dawn.\n")
    assert article.title_from == "made"
    assert article.title.rstrip("…") in BODY
    assert len(article.title) <= 91
    assert not any(mark.kind == "headline" for mark in article.furniture)


def test_a_made_headline_does_not_end_within_a_list(read_one: ReadOne) -> None:
    article = read_one(
        "a.txt",
        "Harbours in Velmar, Osten, Grimholm and five other towns of the western coast were shut on Tuesday as boats "
        "blocked them.",
    )
    assert article.title.startswith("Harbours in Velmar, Osten, Grimholm")


def test_a_text_wrapped_at_a_column_is_read_by_paragraphs(read_one: ReadOne) -> None:
    article = read_one(
        "a.txt",
        "Fishermen in the port of Velmar blocked the harbour on Tuesday in\n"
        "protest at new limits on the cod catch, and two ferries with six\n"
        "hundred passengers on board were turned away, police said.\n\n"
        "Talks broke down last week. The ministry said it would not negotiate\n"
        "under pressure, and that it had cut the quota after scientists\n"
        "warned of a collapse.\n",
    )
    assert article.title_from == "made"
    assert marks(article) == []


def test_closing_credit_names_the_source_whether_on_its_own_line_or_after_the_last_sentence(read_one: ReadOne) -> None:
    alone = read_one("a.txt", BODY + "Talks broke down last week.\nReuters")
    after = read_one("b.txt", BODY + "Talks broke down last week. (Reuters)")
    assert alone.source == after.source == "Reuters"
    assert marks(alone) == [("credit", "Reuters")]
    assert marks(after) == [("credit", "(Reuters)")]


def test_an_agency_within_a_sentence_is_no_credit(read_one: ReadOne) -> None:
    article = read_one("a.txt", BODY + '"We will stay," the union\'s leader told Reuters.')
    assert article.source is None
    assert article.source_from == "unknown"


def test_the_outlet_that_holds_the_copyright_stands_above_the_agency_that_wrote(read_one: ReadOne) -> None:
    article = read_one(
        "a.txt", f"Boats block harbour\nMeridian Press\n\nVELMAR -- {BODY}\n(c) 2014 Velmar Post. All rights reserved."
    )
    assert article.source == "Velmar Post"
    assert [kind for kind, _ in marks(article)] == ["headline", "credit", "dateline", "footer"]


def test_a_dateline_without_year_leaves_the_date_unknown(read_one: ReadOne) -> None:
    article = read_one("a.txt", f"Boats block harbour\n\nVELMAR, March 11 (ANA) - {BODY}")
    assert (article.published, article.published_from) == (None, "unknown")


def test_a_timestamp_with_its_year_dates_the_report(read_one: ReadOne) -> None:
    article = read_one("a.txt", f"Boats block harbour\nTuesday 11 March 2014\n\n{BODY}")
    assert (article.published, article.published_from) == ("2014-03-11", "text")


def test_a_date_within_the_headline_or_the_report_is_not_its_date(read_one: ReadOne) -> None:
    article = read_one(
        "a.txt",
        f"Ten years on, what we know of the fire of 11 March 2004 in Velmar\n\n{BODY}It began on March 11, 2004.",
    )
    assert article.published is None
    assert article.title.startswith("Ten years on")


def test_sentences_that_begin_like_furniture_stay_reporting(read_one: ReadOne) -> None:
    lines = [
        "By Tuesday the river had risen by a metre, and the town was cut off.",
        "Home secretary Ann Reed said the plan was dead.",
        'Sign up or leave, he told them. "Subscribe to our cause," she said.',
        "Video showed boats across the entrance of the harbour.",
        "Read in parliament, the letter caused an uproar.",
        "NATO - the alliance of 29 states - declined to comment.",
        "Copyright law was at the heart of the case, the judge said in her ruling on Tuesday.",
    ]
    article = read_one("a.txt", "Boats block harbour\n\n" + "\n\n".join(lines))
    assert [kind for kind, _ in marks(article)] == ["headline"]


@pytest.mark.parametrize(
    "line",
    [
        "Accessibility links",
        "Breaking News",
        "READ MORE: How the ferry sank",
        "Sign up for our newsletter",
        "Advertisement",
    ],
)
def test_furniture_of_the_page_is_marked_wherever_it_stands(line: str, read_one: ReadOne) -> None:
    article = read_one("a.txt", f"{line}\n\nBoats block harbour\n\n{BODY}\n{line}\n\nTalks broke down last week.\n")
    assert article.title == "Boats block harbour"
    assert sum(words == line for _, words in marks(article)) == 2


def test_the_sample_reports_are_read_as_a_person_reads_them(seeds: Path) -> None:
    first, second = [article for article in read([seeds]) if isinstance(article, Article)]
    assert first.title == "Belarus Leader Snubs Moscow Security Pact Summit"
    assert (first.source, second.source) == ("RFE/RL", "Reuters")
    assert ("caption", "Belarusian President Alyaksandr Lukashenka") in marks(first)
    assert ("dateline", "(RFE/RL) --") in marks(first)
    assert second.title_from == "made"
    assert second.text.startswith(second.title)
    assert first.published is second.published is None


@pytest.mark.parametrize("line", ["By Reuters", "Reuters in Velmar", "AFP", "From AFP", "Associated Press, Velmar"])
def test_an_agency_in_a_byline_is_the_source_and_no_author(line: str, read_one: ReadOne) -> None:
    article = read_one("a.txt", f"Boats block harbour\n{line}\n\n{BODY}")
    assert article.source in {"Reuters", "AFP", "Associated Press"}
    assert article.author is None
    assert marks(article)[1] == ("credit", line)
