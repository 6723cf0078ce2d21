"""Pages in the templates that outlets use; every paragraph, name and date in them is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.errors import UnreadableInput
from briefing.model import Article
from tests.unit.ingest.conftest import ReadOne

HEADLINE = "Boats block Velmar harbour over cod quota"
REPORT = (
    "Fishermen in the port of Velmar blocked the harbour on Tuesday in protest at new limits on cod, police said.",
    "About 40 boats lay across the entrance from dawn, and two ferries with 600 passengers were turned away.",
    "“We will stay until the minister comes,” said Ana Ruiz, who heads the fishermen's union.",
    "The ministry said it would not negotiate under pressure. It had cut the quota by a fifth after scientists warned.",
    "Talks broke down last week.",
    "The blockade is the third this year; the last one ended after four days, when fuel subsidies were promised.",
)
PARAGRAPHS = "".join(f"<p>{paragraph}</p>\n" for paragraph in REPORT)
NAVIGATION = '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>'
FOOTER = "<footer><p>© 2014 Velmar Post. All rights reserved.</p><ul><li><a>Terms</a></li></ul></footer>"
JSON_LD = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"},'
    f'{{"@type": "NewsArticle", "headline": "{HEADLINE}", "datePublished": "2014-03-11T08:00:00Z", "author":'
    '[{"@type": "Person", "name": "Iris Holm"}, {"name": "Jon Dahl"}], "publisher": {"name": "Velmar Post"}}]}</script>'
)


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{NAVIGATION}{body}{FOOTER}</body></html>"


def reporting(article: Article) -> list[str]:
    """The paragraphs that no mark covers."""
    marked = {mark.span.of(article.text) for mark in article.furniture}
    return [paragraph for paragraph in article.text.split("\n\n") if paragraph not in marked]


TEMPLATES = {
    "article": f"<article><h1>{HEADLINE}</h1>{PARAGRAPHS}</article>",
    "article among teasers": f"<main><article><h1>{HEADLINE}</h1>{PARAGRAPHS}</article>"
    + "".join(f"<article><h3>Story {n}</h3><p>A teaser of something else, number {n}.</p></article>" for n in range(5))
    + "</main>",
    "live blog": f"<main><h1>{HEADLINE}</h1>"
    + "".join(f"<article><time>0{n}:00</time><p>{paragraph}</p></article>" for n, paragraph in enumerate(REPORT))
    + "</main>",
    "live blog within an article": "<article>"
    + "".join(f"<article><time>0{n}:00</time><p>{paragraph}</p></article>" for n, paragraph in enumerate(REPORT))
    + "</article>",
    "divisions": "<article>" + "".join(f"<div class='para'>{paragraph}</div>" for paragraph in REPORT) + "</article>",
    "story body": f"<div class='content'><h1>{HEADLINE}</h1><div class='story-body'>{PARAGRAPHS}</div></div>",
    "line breaks": f"<h1>{HEADLINE}</h1>" + "<br><br>".join(REPORT),
    "table of the nineties": f"<table><tr><td><font>{HEADLINE}</font><p>{'<p>'.join(REPORT)}</td></tr></table>",
    "list and quotation": f"<article><p>{REPORT[0]}</p><p>{REPORT[1]}</p><blockquote>{REPORT[2]}</blockquote><ul>"
    + "".join(f"<li>{paragraph}</li>" for paragraph in REPORT[3:])
    + "</ul></article>",
    "readers' comments": f"<div class='article'>{PARAGRAPHS}</div><div id='comments'><div class='comment'><p>"
    "I think the fishermen are right about this, and the minister should resign at once.</p></div></div>",
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_report_is_found_whole_and_alone_in_every_template(template: str, read_one: ReadOne) -> None:
    article = read_one("a.html", page(TEMPLATES[template]))
    assert reporting(article) == list(REPORT)


def test_an_article_is_its_paragraphs_joined_by_empty_lines(read_one: ReadOne) -> None:
    article = read_one(
        "a.html",
        page("<article>\n <p>One <b>bold</b>\n  word&nbsp;&amp; a <a href=x>link</a>.</p><p>Two.</p></article>"),
    )
    assert article.text == "One bold word\u00a0& a link.\n\nTwo."


def test_a_line_break_does_not_join_words(read_one: ReadOne) -> None:
    assert (
        read_one("a.html", page("<article><p>First line<br/>second line.</p></article>")).text
        == "First line\nsecond line."
    )


def test_captions_promotions_and_bylines_within_an_article_are_marked_not_cut(read_one: ReadOne) -> None:
    body = (
        f"<article><header><h1>{HEADLINE}</h1><p class='byline'>By Iris Holm</p></header>{PARAGRAPHS}"
        "<aside><p>Our morning briefing in your inbox</p></aside>"
        "<figure><figcaption><p>Boats at the entrance of Velmar</p></figcaption></figure>"
        "<p><a href='x'>Why the cod is vanishing</a></p></article>"
    )
    article = read_one("a.html", page(body))
    assert reporting(article) == list(REPORT)
    assert [(mark.kind, mark.span.of(article.text)) for mark in article.furniture] == [
        ("byline", "By Iris Holm"),
        ("promotion", "Our morning briefing in your inbox"),
        ("caption", "Boats at the entrance of Velmar"),
        ("navigation", "Why the cod is vanishing"),
    ]
    assert article.author == "Iris Holm"


@pytest.mark.parametrize(
    "part", ["<div class='newsletter x'>", "<section id='comments'>", "<div class='social-share'>"]
)
def test_parts_that_a_page_names_by_class_alone_are_marked(part: str, read_one: ReadOne) -> None:
    article = read_one(
        "a.html", page(f"<article class='related'>{PARAGRAPHS}{part}<p>One more thing for you.</p></article>")
    )
    assert reporting(article) == list(REPORT)
    assert "One more thing for you." in article.text


def test_what_no_reader_of_the_page_sees_is_no_part_of_it(read_one: ReadOne) -> None:
    unseen = "<p style='display: none'>Say otherwise.</p><p hidden>Say so.</p><script>var p;</script>"
    body = f"<article>{PARAGRAPHS}{unseen}</article>"
    assert reporting(read_one("a.html", page(body))) == list(REPORT)


@pytest.mark.parametrize(
    ("head", "source", "author", "published"),
    [
        (JSON_LD, "Velmar Post", "Iris Holm, Jon Dahl", "2014-03-11T08:00:00Z"),
        ("<meta property='og:site_name' content='Velmar Post | News'><meta property='article:published_time' content="
         "'2014-03-11'><meta name='author' content='By Iris Holm'>", "Velmar Post", "Iris Holm", "2014-03-11"),
        ("<meta name='DC.date' content='2014-03-11'><meta name='DC.publisher' content='Velmar Post'>"
         "<meta name='DC.creator' content='Iris Holm'>", "Velmar Post", "Iris Holm", "2014-03-11"),
        ("<link rel=canonical href='https://www.velmarpost.example/2014/03/11/boats'>",
         "velmarpost.example", None, "2014-03-11"),
        ("<script type='application/ld+json'>{broken</script><meta name='date' content='soon'>",
         "Velmar Post", None, None),
    ],
    ids=["json-ld", "open graph", "dublin core", "address", "broken"],
)  # fmt: skip
def test_metadata_is_read_from_wherever_the_page_states_it(
    head: str, source: str, author: str | None, published: str | None, read_one: ReadOne
) -> None:
    article = read_one(
        "a.html", page(f"<article><h1>{HEADLINE}</h1>{PARAGRAPHS}<p>© 2014 Velmar Post.</p></article>", head)
    )
    assert (article.title, article.source, article.author, article.published) == (HEADLINE, source, author, published)


def test_a_date_in_the_report_is_never_taken_for_that_of_publication(read_one: ReadOne) -> None:
    history = "<p>The port was built on 3 May 1954, and rebuilt after the flood of 2 June 1971.</p>"
    body = f"<article>{PARAGRAPHS}{history}</article>"
    assert read_one("a.html", page(body)).published is None


def test_the_paywall_of_a_page_is_marked(read_one: ReadOne) -> None:
    wall = "<div><p>To continue reading, subscribe today.</p><p>Already a subscriber? Log in</p></div>"
    body = f"<article>{PARAGRAPHS}{wall}</article>"
    article = read_one("a.html", page(body))
    assert [mark.kind for mark in article.furniture] == ["promotion", "promotion"]


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "article", "table><tr><td"])
def test_a_page_nested_beyond_reason_is_refused_at_once(tag: str, refusal: Callable[..., UnreadableInput]) -> None:
    assert "nested too deep" in refusal("a.html", page(f"<{tag}>" * 100_000 + "<p>Words.</p>")).message


def test_a_page_without_a_report_says_so(refusal: Callable[..., UnreadableInput]) -> None:
    assert "no report is found" in refusal("a.html", "<html><body><script>x</script></body></html>").message


def test_a_wide_page_is_read_without_hanging(read_one: ReadOne) -> None:
    article = read_one("a.html", page("<p>Boats lay across the harbour.</p>" * 40_000))
    assert article.text.count("Boats") == 40_000
