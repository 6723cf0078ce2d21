"""The day of a plain text report that stands among the lines above its first paragraph."""

from __future__ import annotations

import pytest

from briefing.ingest.article import make_article
from briefing.model import Article, ArticleRecord

_BODY = "The court in the capital shortened the ban of the player yesterday, a spokesman said. It gave no reasons."


def _read(line: str) -> Article:
    text = f"Court halves the ban of a player\n\n{line}\n\n{_BODY}\n\nThe club said nothing.\n"
    return make_article(ArticleRecord(text=text), name="report.txt", file="")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Radio Lipa, Zelen, 5 July 2019. Text: Ana Ivova. Translated from Serbian.", "2019-07-05"),
        ("Zelen, 14 March 2019", "2019-03-14"),
        ("Posted: 3 May 2019", "2019-05-03"),
        ("By Ana Ivova | 12 June 2018, 14:05", "2018-06-12T14:05:00"),
        ("By Ana Ivova, Zelen, 12 June 2018", "2018-06-12"),
        ("Ana Ivova, legal correspondent, 12 June 2018", "2018-06-12"),
        ("From our correspondent in Zelen, 12 June 2018", "2018-06-12"),
        ("Lipa Post / Business / 12 June 2018 / Ana Ivova", "2018-06-12"),
        ("Ana Ivova · 12 Jun 2018 · 4 min read", "2018-06-12"),
        ("Text and sound: Ana Ivova. Zelen, Tuesday 12 June 2018, 18:30.", "2018-06-12T18:30:00"),
    ],
)
def test_the_day_among_the_lines_of_the_head_is_the_day_of_publication(line: str, published: str) -> None:
    article = _read(line)
    assert (article.published, article.published_from) == (published, "text")
    assert any(line.startswith(article.text[mark.start : mark.end][:8]) for mark in article.furniture)


@pytest.mark.parametrize(
    "line",
    [
        "Posted: 3 May",
        "What the union agreed with the company on 12 June 2018",
        "Talks began on 12 June 2018, officials say",
        "The union, founded on 12 June 2018, has no money",
        "The talks began on 12 June 2018. Nobody came.",
        "Five things we learned, 12 June 2018 to 3 July 2018",
    ],
)
def test_a_day_that_the_report_tells_of_is_not_its_own(line: str) -> None:
    assert _read(line).published is None


def test_the_author_is_named_without_the_day() -> None:
    assert _read("By Ana Ivova | 12 June 2018, 14:05").author == "Ana Ivova"
