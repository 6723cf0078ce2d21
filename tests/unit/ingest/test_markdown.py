from __future__ import annotations

from tests.unit.ingest.conftest import ReadOne

BODY = "Forty boats lay across the entrance of Velmar harbour from dawn, police said."


def test_front_matter_gives_the_metadata_and_the_rest_is_the_text(read_one: ReadOne) -> None:
    article = read_one(
        "a.md",
        '---\ntitle: "Boats block harbour"\nsource: Velmar Post\nauthor: By Iris Holm\npublished: 2014-03-11\n'
        f"url: https://velmarpost.example/1\n---\n\n{BODY}\n",
    )
    assert article.text == BODY + "\n"
    assert (article.title, article.source, article.author) == ("Boats block harbour", "Velmar Post", "Iris Holm")
    assert (article.published, article.url) == ("2014-03-11", "https://velmarpost.example/1")
    assert article.title_from == article.source_from == article.published_from == "metadata"


def test_a_time_with_its_zone_is_kept_as_written(read_one: ReadOne) -> None:
    assert (
        read_one("a.md", f"---\npublished: 2014-03-11T08:00:00+05:00\n---\n{BODY}").published
        == "2014-03-11T08:00:00+05:00"
    )


def test_front_matter_that_is_not_quite_yaml_is_read_line_by_line(read_one: ReadOne) -> None:
    article = read_one("a.md", f"---\ntitle: Velmar: boats block harbour\nsource: Velmar Post\n---\n{BODY}")
    assert (article.title, article.source) == ("Velmar: boats block harbour", "Velmar Post")


def test_other_names_and_lists_are_understood(read_one: ReadOne) -> None:
    article = read_one(
        "a.md",
        "---\nheadline: Boats\nPublisher: {name: Velmar Post}\nauthors: [Iris Holm, Jon Dahl]\n"
        f"date: 11 March 2014\n---\n{BODY}",
    )
    assert (article.title, article.source, article.author, article.published) == (
        "Boats", "Velmar Post", "Iris Holm, Jon Dahl", "2014-03-11",
    )  # fmt: skip


def test_a_date_that_is_none_is_left_unknown(read_one: ReadOne) -> None:
    assert read_one("a.md", f"---\npublished: last spring\n---\n{BODY}").published is None


def test_without_front_matter_a_heading_is_the_headline(read_one: ReadOne) -> None:
    article = read_one("a.md", f"# Boats block harbour\n\n{BODY}\n")
    assert article.title == "Boats block harbour"
    assert article.text.startswith("# Boats")
    assert [mark.kind for mark in article.furniture] == ["headline"]


def test_a_rule_between_paragraphs_is_no_front_matter(read_one: ReadOne) -> None:
    content = f"---\n{BODY}\n---\nTalks broke down last week.\n"
    assert "Talks broke down" in read_one("a.md", content).text


def test_yaml_that_would_explode_or_recurse_does_no_harm(read_one: ReadOne) -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\ntitle: *c"
    assert read_one("a.md", f"---\n{bomb}\n---\n{BODY}").text == BODY
    assert read_one("b.md", f"---\ntitle: {'[' * 5000}\n---\n{BODY}").text == BODY


def test_yaml_makes_no_objects(read_one: ReadOne) -> None:
    article = read_one("a.md", f"---\ntitle: !!python/object/apply:os.getcwd []\nsource: Velmar Post\n---\n{BODY}")
    assert article.source == "Velmar Post"
    assert "/" not in article.title
