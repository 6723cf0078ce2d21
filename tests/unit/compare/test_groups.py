"""Which reports a reader finds under one story."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import pytest

from briefing.compare.groups import SMALL, Group, Grouper, group, published_order
from briefing.model import Article, Findings, Token

Analyse = Callable[..., Findings]

STORM = (
    ("st1", "2015-03-02", "Cyclone Orla tears roofs off homes in Port Vesper",
     "Cyclone Orla tore the roofs off hundreds of homes in Port Vesper on Monday and cut power to half the island of "
     "Tamoa. Two people were killed by falling trees, the Tamoa disaster office said. Winds reached 190 kilometres an "
     "hour at the airport, which stayed shut."),
    ("st2", "2015-03-03", "Two dead as cyclone batters Tamoa",
     "At least two people died when Cyclone Orla swept over Tamoa, the island's disaster office said on Tuesday. Trees "
     "and roofs littered the streets of Port Vesper, where half of all homes had no electricity. The airport was to "
     "reopen in the evening."),
    ("st3", "2015-03-15", "Tamoa counts the cost of Orla",
     "Two weeks after Cyclone Orla flattened much of Port Vesper on March 2, families on Tamoa still sleep in schools. "
     "The disaster office puts the damage to homes and power lines at 40 million dollars. Rebuilding the roofs will "
     "take a year."),
)  # fmt: skip
RATES = (
    ("ra1", "2015-03-05", "Norland central bank keeps rate at 2.5 percent",
     "The central bank of Norland kept its main interest rate at 2.5 percent on Thursday, as economists had expected. "
     "Governor Ingrid Holt said inflation of 1.9 percent left no reason to move before the summer."),
    ("ra2", "2015-03-06", "Norland leaves rates alone as inflation stays low",
     "Norland's central bank left its key interest rate unchanged at 2.5 percent on Thursday. Inflation stood at 1.9 "
     "percent in February and Governor Ingrid Holt saw no reason to act."),
    ("rb1", "2015-06-04", "Norland central bank cuts rate to 2.25 percent",
     "The central bank of Norland cut its main interest rate to 2.25 percent on Thursday, a surprise to most "
     "economists. Governor Ingrid Holt said the krone had risen too fast since the election of May 10."),
    ("rb2", "2015-06-05", "Surprise rate cut weakens the Norland krone",
     "The krone fell after Norland's central bank cut its key interest rate by a quarter point to 2.25 percent on "
     "Thursday. Governor Ingrid Holt told reporters that the currency had risen too fast after the May election."),
)  # fmt: skip
OTHER = (
    ("ot1", "2015-03-03", "Chess title stays with Varga",
     "Hungarian grandmaster Judit Varga kept her chess title in Lima with a draw in the twelfth game on Monday."),
    ("ot2", None, "Old mill burns down in Ashby",
     "A disused cotton mill in Ashby burned to the ground overnight. Nobody was hurt, firefighters said."),
)  # fmt: skip


@pytest.fixture(scope="module")
def library(analyse: Analyse) -> tuple[Mapping[str, Article], Mapping[str, Findings]]:
    articles = {
        id: Article(id=id, text=text, title=title, published=published)
        for id, published, title, text in (*STORM, *RATES, *OTHER)
    }
    return articles, {id: analyse(**msgspec.structs.asdict(article)) for id, article in articles.items()}


@pytest.fixture
def groups(library: Any) -> Callable[..., list[tuple[str, ...]]]:
    def run(ids: str, **options: Any) -> list[tuple[str, ...]]:
        return [found.articles for found in full(library, ids, **options)]

    return run


def full(library: Any, ids: str, **options: Any) -> tuple[Group, ...]:
    articles, findings = library
    return group([articles[id] for id in ids.split()], findings, **options)


def test_reports_of_one_event_are_one_story_and_of_others_are_not(groups: Any) -> None:
    assert groups("st1 st2 ot1 ot2 ra1") == [("st1", "st2"), ("ot1",), ("ra1",), ("ot2",)]


def test_a_late_report_joins_its_story(groups: Any) -> None:
    assert ("st1", "st2", "st3") in groups("st1 st2 st3 ra1 ra2 ot1")


def test_two_decisions_of_one_bank_are_two_stories(groups: Any) -> None:
    assert groups("ra1 ra2 rb1 rb2") == [("ra1", "ra2"), ("rb1", "rb2")]


def test_two_reports_alone_are_judged_as_in_company(groups: Any) -> None:
    assert groups("st1 st2") == [("st1", "st2")]
    assert groups("st1 ot1") == [("st1",), ("ot1",)]


def test_a_story_stands_under_the_id_of_its_first_article(library: Any) -> None:
    found = full(library, "st2 st1 ot2")
    assert [one.id for one in found] == ["s-st1", "s-ot2"]
    assert found[0].title in {STORM[0][2], STORM[1][2]}


def test_the_order_of_the_input_changes_nothing(library: Any) -> None:
    ids = [row[0] for row in (*STORM, *RATES, *OTHER)]
    wanted = full(library, " ".join(ids))
    for seed in range(3):
        random.Random(seed).shuffle(ids)
        assert full(library, " ".join(ids)) == wanted


def test_a_given_story_is_not_grouped_again(library: Any) -> None:
    articles, findings = library
    given = [
        msgspec.structs.replace(articles[id], story=story) for id, story in (("st1", "x"), ("ot1", "x"), ("st2", "y"))
    ]
    found = group([*given, articles["st3"]], findings)
    assert [(one.id, one.articles) for one in found] == [("x", ("st1", "ot1")), ("y", ("st2",)), ("s-st3", ("st3",))]


def test_the_readers_move_wins_and_stays(groups: Any, library: Any) -> None:
    assert groups("st1 st2 ot1", moved={"ot1": "s-st1"}) == [("st1", "ot1", "st2")]
    assert groups("st1 st2 ot1", moved={"st2": "s-mine"}) == [("st1",), ("ot1",), ("st2",)]
    assert [one.id for one in full(library, "st2 ot1", moved={"ot1": "s-st2"})] == ["s-st2"]


def test_together_is_one_story(groups: Any) -> None:
    assert groups("st1 ot1 rb1", together=True) == [("st1", "ot1", "rb1")]


def test_an_article_that_joins_later_ends_where_it_would_have_been(library: Any) -> None:
    articles, findings = library
    grouper = Grouper()
    for id in ("st1", "ra1", "ot1"):
        grouper.add(articles[id], findings[id])
    grouper.groups()
    grouper.add(articles["st2"], findings["st2"])
    assert grouper.groups() == full(library, "ot1 ra1 st2 st1")
    grouper.remove("st2")
    assert grouper.groups() == full(library, "ot1 ra1 st1")


def test_articles_stand_by_time_with_unknown_last() -> None:
    def dated(id: str, published: str | None) -> Article:
        return Article(id=id, text="", published=published)

    articles = [
        dated("e", None),
        dated("d", "2015-03-02T09:00:00+02:00"),
        dated("c", "2015-03-02T08:30:00+00:00"),
        dated("b", "2015-03-01"),
        dated("a", None),
    ]
    assert [article.id for article in sorted(articles, key=published_order)] == ["b", "d", "c", "a", "e"]


def test_nothing_and_empty_articles_are_grouped_without_a_fall() -> None:
    assert group([], {}) == ()
    empty = [Article(id=id, text="") for id in "ab"]
    findings = {a.id: Findings(article=a.id, text_hash=a.text_hash, pipeline="") for a in empty}
    assert [one.articles for one in group(empty, findings)] == [("a",), ("b",)]


def grown(count: int, later: int) -> tuple[Grouper, list[Article], dict[str, Findings]]:
    """A library too large to be grouped anew each time, and the reports that are still to come."""
    articles, findings = invented(count)
    random.Random(5).shuffle(articles)
    grouper = Grouper()
    for article in articles[later:]:
        grouper.add(article, findings[article.id])
    grouper.groups()
    return grouper, articles[:later], findings


def test_reports_that_join_a_large_library_one_by_one_end_in_their_stories() -> None:
    grouper, coming, findings = grown(SMALL + 100, 12)
    for article in coming:
        grouper.add(article, findings[article.id])
        found = grouper.groups()
        assert sum(len(one.articles) for one in found) == len({id for one in found for id in one.articles})
    assert {one.articles for one in found} == {one.articles for one in group(*invented(SMALL + 100))}


def test_reports_that_leave_a_large_library_leave_their_stories() -> None:
    grouper, coming, findings = grown(SMALL + 100, 4)
    for article in coming:
        grouper.add(article, findings[article.id])
    before = grouper.groups()
    for article in coming:
        grouper.remove(article.id)
    gone = {article.id for article in coming}
    kept = {ids for one in before if (ids := tuple(id for id in one.articles if id not in gone))}
    assert {one.articles for one in grouper.groups()} == kept


def test_a_move_in_a_large_library_stands_and_can_be_taken_back() -> None:
    grouper, _, _ = grown(SMALL + 100, 0)
    before = grouper.groups()
    one, other = before[0], before[1]
    moved = {other.articles[-1]: one.id}
    after = {found.id: found.articles for found in grouper.groups(moved=moved)}
    assert set(after[one.id]) == {*one.articles, other.articles[-1]}
    assert after[other.id] == other.articles[:-1]
    assert grouper.groups() == before


def test_a_new_version_in_a_large_library_moves_to_the_story_it_tells_now() -> None:
    grouper, _, findings = grown(SMALL + 100, 0)
    one, other = grouper.groups()[:2]
    mover, model = one.articles[-1], findings[other.articles[0]]
    articles, _ = invented(SMALL + 100)
    known = {article.id: article for article in articles}
    text = known[model.article].text
    grouper.add(msgspec.structs.replace(known[mover], text=text), msgspec.structs.replace(model, article=mover))
    found = {id: set(each.articles) for each in grouper.groups() for id in each.articles}
    assert mover in found[other.articles[0]]
    assert mover not in found[one.articles[0]]


def test_what_joins_makes_a_story_of_its_own_where_it_is_like_none() -> None:
    grouper, _, _ = grown(SMALL + 100, 0)
    count = len(grouper.groups())
    alone = Article(id="z", text="Quite otherwise", published="2015-03-02")
    token = Token(0, 5, "otherwise", "NOUN", "ROOT", 0)
    grouper.add(alone, Findings(article="z", text_hash="", pipeline="", tokens=(token,)))
    found = grouper.groups()
    assert len(found) == count + 1
    assert ("z",) in {one.articles for one in found}


def invented(count: int) -> tuple[list[Article], dict[str, Findings]]:
    """Four reports an event; words of the event, words that all events share, words of the report."""
    articles: list[Article] = []
    findings: dict[str, Findings] = {}
    chance = random.Random(7)
    for number in range(count):
        event = number // 4
        words = [f"event{event}w{k}" for k in range(20)] + [f"common{chance.randrange(400)}" for _ in range(40)]
        words += [f"own{number}w{k}" for k in range(20)]
        article = Article(id=f"{number:05}", text=" ".join(words), published=f"2015-03-{1 + event % 28:02}")
        tokens: list[Token] = []
        at = 0
        for word in words:
            pos = "PROPN" if word.startswith("event") else "NOUN"
            tokens.append(Token(at, at + len(word), word, pos, "dep", len(tokens)))
            at += len(word) + 1
        articles.append(article)
        findings[article.id] = Findings(article=article.id, text_hash="", pipeline="", tokens=tuple(tokens))
    return articles, findings
