from __future__ import annotations

import itertools

import numpy as np
import pytest

from briefing.compare.alignment import CLOSE, wide
from briefing.compare.alignment.likeness import Close
from briefing.compare.alignment.weights import Weighed
from briefing.compare.alignment.wide import Wide
from briefing.compare.lexicon import Word, lexicon
from briefing.compare.reading import read_articles
from briefing.compare.states import capital_of, state_named
from briefing.model import Correction
from tests.unit.compare.conftest import Tell, Told

DAY = "2015-03-10"
LAW = "Norland's parliament passed a law on river water on Wednesday after a night of debate."
SAME = "After debating all night, the parliament of Norland adopted the river water law on Wednesday."
PLACES = [
    "bridge of Arlo",
    "library of Bexa",
    "harbour of Corm",
    "museum of Dusk",
    "station of Elbo",
    "school of Fenna",
    "theatre of Gorl",
    "hospital of Hask",
    "market of Immer",
    "cinema of Jolt",
    "stadium of Karn",
    "brewery of Lusk",
    "mill of Morn",
]
HERONS = "Herons nest along the Brell, where fishermen mend their nets in winter."
TRAINS = "The price of a train ticket to the coast rises by two crowns in May."


def aligned(told: Told) -> set[tuple[str, str]]:
    texts = {id_: article.text for id_, article in told.articles.items()}
    return {
        (texts[x.a.article][x.a.start : x.a.end], texts[x.b.article][x.b.start : x.b.end])
        for x in told.story.alignments
    }


@pytest.mark.parametrize("vectors", [True, False])
def test_the_same_news_in_other_words_and_order_is_aligned_and_the_rest_is_not(tell: Tell, vectors: bool) -> None:
    told = tell((f"{LAW} {HERONS}", DAY), (f"{TRAINS} {SAME}", DAY), vectors=vectors)
    assert aligned(told) == {(LAW, SAME)}
    assert all(0 < x.score <= 1 for x in told.story.alignments)


def test_nothing_is_aligned_where_nothing_is_shared(tell: Tell) -> None:
    told = tell((HERONS, DAY), (TRAINS, DAY))
    assert not told.story.alignments
    assert {claim.status for claim in told.story.claims} == {"single"}


def test_one_passage_may_have_two_counterparts(tell: Tell) -> None:
    both = "Anna Brandt resigned as mayor of Dorne on Monday and flew to Vask on Tuesday."
    told = tell(
        (both, DAY),
        (f"{TRAINS} Anna Brandt stepped down as mayor of Dorne on Monday. On Tuesday, Brandt flew to Vask.", DAY),
    )
    assert len([pair for pair in aligned(told) if pair[0] == both]) == 2


def test_headlines_and_bylines_are_never_aligned(tell: Tell) -> None:
    told = tell((f"{LAW} {HERONS}", DAY), (f"{SAME} {TRAINS}", DAY))
    marked = {(place.article, place.start) for x in told.story.alignments for place in (x.a, x.b)}
    furniture = {(id_, mark.start) for id_, article in told.articles.items() for mark in article.furniture}
    assert not marked & furniture


REPORTS = (
    f"{LAW} {HERONS} Anna Brandt resigned as mayor of Dorne on Monday.",
    f"{TRAINS} {SAME} Mayor Anna Brandt of Dorne stepped down on Monday, her office said.",
    f"Brandt, the mayor of Dorne, has resigned. {SAME} Two herons were seen at the Brell in spring.",
)


def test_near_passages_are_the_same_however_many_articles_are_multiplied_at_once(
    tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tell(*((text, DAY) for text in REPORTS))
    articles = list(told.articles.values())
    number = {article.id: i for i, article in enumerate(articles)}
    readings = read_articles(articles, told.findings, number, told.story.entities)
    rows = np.random.default_rng(4).normal(size=(sum(len(r.passages) for r in readings), 16)).astype(np.float32)
    at_once = list(Wide(readings, rows, lexicon()).pairs())
    monkeypatch.setattr(wide, "_CELLS", 1)
    assert list(Wide(readings, rows, lexicon()).pairs()) == at_once


@pytest.mark.parametrize("rarities", itertools.permutations((0.1, 0.2, 0.3, 1e9)))
def test_how_rare_words_are_together_does_not_hang_on_their_order(rarities: tuple[float, ...]) -> None:
    words = tuple(enumerate(rarities))
    assert Weighed(words, ()).whole == Weighed(words[::-1], ()).whole


@pytest.mark.parametrize("vectors", [True, False])
def test_a_wide_story_measures_its_pairs_as_a_close_one_does(tell: Tell, vectors: bool) -> None:
    told = tell(*((text, DAY) for text in REPORTS))
    articles = list(told.articles.values())
    number = {article.id: i for i, article in enumerate(articles)}
    readings = read_articles(articles, told.findings, number, told.story.entities)
    chance = np.random.default_rng(4)
    count = sum(len(reading.passages) for reading in readings)
    rows = chance.normal(size=(count, 16)).astype(np.float32) if vectors else None
    close, many = Close(readings, rows, lexicon()), Wide(readings, rows, lexicon())
    near = set(many.pairs())
    assert near
    assert near <= set(close.pairs())
    for pair in close.pairs():
        assert np.allclose(np.hstack(many.measured(*pair)[:5]), np.hstack(close.measured(*pair)[:5]), atol=1e-4)
    for pair in near:
        assert all(
            w <= c + 1e-4 for w, c in zip(many.measured(*pair).rivals, close.measured(*pair).rivals, strict=True)
        )


def test_of_many_articles_the_same_news_is_aligned_in_all(tell: Tell) -> None:
    own = [f"The {place} was closed for repairs." for place in PLACES]
    told = tell(*((f"{SAME if i % 2 else LAW} {own[i]}", DAY) for i in range(len(own))))
    assert len(told.articles) > CLOSE
    law = {claim.id for claim in told.about("parliament")}
    sources = {passage.article for claim in told.story.claims if claim.id in law for passage in claim.passages}
    assert sources == set(told.articles)
    assert not told.about("closed for repairs", status="agreed")


def place(told_text: str, article: str, words: str) -> str:
    start = told_text.index(words)
    return f"{article}:{start}-{start + len(words)}"


def correction(kind: str, subject: str, value: str) -> Correction:
    return Correction(id=f"k-{kind}", created="2015-03-11T00:00:00.000Z", kind=kind, subject=subject, value=value)  # type: ignore[arg-type]


def test_what_the_person_links_is_aligned_and_what_is_unlinked_is_not(tell: Tell) -> None:
    first, second = f"{LAW} {HERONS}", f"{TRAINS} {SAME}"
    link = correction("link", place(first, "a", HERONS), place(second, "b", TRAINS))
    unlink = correction("unlink", place(first, "a", LAW), place(second, "b", SAME))
    told = tell((first, DAY), (second, DAY), corrections=[link, unlink])
    assert aligned(told) == {(HERONS, TRAINS)}
    assert [x.score for x in told.story.alignments] == [1.0]
    assert not [claim for claim in told.about(LAW, SAME) if len(claim.passages) > 1]


def test_the_last_word_on_a_pair_stands(tell: Tell) -> None:
    first, second = f"{LAW} {HERONS}", f"{TRAINS} {SAME}"
    where = place(first, "a", LAW), place(second, "b", SAME)
    told = tell((first, DAY), (second, DAY), corrections=[correction("unlink", *where), correction("link", *where)])
    assert (LAW, SAME) in aligned(told)


def test_a_link_to_nowhere_says_nothing(tell: Tell) -> None:
    odd = [correction("link", "a:0-9", "nowhere"), correction("unlink", "z:1-2", "b:0-5"), correction("link", "", "")]
    told = tell((HERONS, DAY), (TRAINS, DAY), corrections=odd)
    assert not told.story.alignments


@pytest.mark.parametrize(
    ("a", "b"), [("sink", "go down"), ("arrest", "capture"), ("die", "kill"), ("freeze", "withhold"), ("sign", "ink")]
)
def test_words_of_like_sense_are_known(a: str, b: str) -> None:
    assert lexicon().alike(Word(a, "VERB"), Word(b, "VERB")) >= 0.8


@pytest.mark.parametrize(("a", "b"), [("sink", "sign"), ("arrest", "release"), ("rise", "fall"), ("meet", "eat")])
def test_words_of_unlike_sense_are_kept_apart(a: str, b: str) -> None:
    assert lexicon().alike(Word(a, "VERB"), Word(b, "VERB")) < 0.5


def test_contraries_are_known_and_perspectives_are_none() -> None:
    words = lexicon()
    assert words.opposed("rise", "fall")
    assert words.opposed("increase", "drop"), "a group's words share its contraries"
    assert words.contrary("calm", "stormy")
    assert not words.opposed("buy", "sell")
    assert not words.opposed("arrive", "leave")


def test_governments_answer_to_their_states_and_towns_to_their_countries() -> None:
    assert state_named("the Uzbeks") == state_named("Tashkent") == "Uzbekistan"
    assert state_named("Niger") != state_named("Nigeria")
    assert capital_of("Tbilisi") == "Georgia"
    assert capital_of("Georgia") is None
