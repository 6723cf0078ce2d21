"""An article of any length is analysed, part by part where it must be, and reads as one."""

from __future__ import annotations

import pytest

from briefing.model import Article
from briefing.nlp import Analyser, parts, pipeline
from tests.unit.nlp.invariants import check

LEAD = "Finance Minister Olga Stepanova resigned on 3 May 2024. Nobody had expected it.\n\n"
FILLER = "The market fell by two percent, traders said. " * 20 + "\n\n"
TAIL = "“I am tired,” Olga Stepanova told reporters. She left by the back door."


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "PIECE", 300)
    monkeypatch.setattr(parts, "PART", 120)


@pytest.mark.usefixtures("small_parts")
def test_an_article_in_parts_is_one_article(analyser: Analyser) -> None:
    text = LEAD + FILLER + TAIL
    found = analyser.analyse(Article(id="x", text=text))
    check(text, found)
    (minister,) = (entity for entity in found.entities if entity.name == "Olga Stepanova")
    named = [each.span.of(text) for each in found.mentions if each.entity == minister.id]
    assert named[0] == named[-2] == "Olga Stepanova"
    assert named[-1] == "She"
    assert (minister.gender, found.quotes[-1].entity) == ("f", minister.id)
    assert [quantity.value for quantity in found.quantities] == [2.0] * 20
    assert len(found.quotes) == 21
    held = [fact for fact in found.facts if fact.quote == found.quotes[-1].id]
    assert [fact.span.of(text) for fact in held] == ["I am tired"]


@pytest.mark.usefixtures("small_parts")
def test_words_of_a_part_hang_on_words_of_the_same_sentence(analyser: Analyser) -> None:
    text = LEAD + FILLER + TAIL
    found = analyser.analyse(Article(id="x", text=text))
    starts = [span.start for span in found.sentences]
    for token in found.tokens:
        head = found.tokens[token.head]
        assert sum(start <= token.start for start in starts) == sum(start <= head.start for start in starts)


def test_parts_change_nothing_where_nothing_crosses_them(analyser: Analyser, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Olga Stepanova resigned on 3 May 2024.\n\n" + "Trains ran late on Monday, she said. \n\n" * 3
    monkeypatch.setattr(pipeline, "PIECE", 50)
    whole = analyser.analyse(Article(id="x", text=text))
    monkeypatch.setattr(parts, "PART", 10)
    apart = analyser.analyse(Article(id="x", text=text))
    assert apart.sentences == whole.sentences
    assert [(token.start, token.end) for token in apart.tokens] == [(token.start, token.end) for token in whole.tokens]
    assert [fact.span for fact in apart.facts] == [fact.span for fact in whole.facts]
    assert [quote.content for quote in apart.quotes] == [quote.content for quote in whole.quotes]


def test_a_text_of_marks_goes_to_the_model_in_smaller_pieces(
    analyser: Analyser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "PIECE", 400)
    monkeypatch.setattr(pipeline, "DENSE", 50)
    text = "7 , " * 70 + "Rain fell in Oslo. " * 30
    read = list(pipeline.read_in_pieces(analyser.nlp, Article(id="x", text=text)))
    assert "".join(doc.text for doc in read) == text
    assert max(map(len, read)) <= 50
    check(text, analyser.analyse(Article(id="x", text=text)))


@pytest.mark.parametrize("text", ["\u200b" * 400, " " * 400, "ﬁ\u00ad" * 200])
@pytest.mark.usefixtures("small_parts")
def test_a_long_text_of_nothing_to_read_is_no_error(analyser: Analyser, text: str) -> None:
    check(text, analyser.analyse(Article(id="x", text=text)))


@pytest.mark.usefixtures("small_parts")
def test_a_passage_in_another_language_stands_in_a_long_article(analyser: Analyser) -> None:
    french = "Le gouvernement a annoncé lundi que les travaux du pont commenceraient au printemps, dit la maire."
    text = LEAD + FILLER + french + "\n\n" + FILLER + TAIL
    found = analyser.analyse(Article(id="x", text=text))
    check(text, found)
    assert [each.span.of(text).strip() for each in found.foreign] == [french]


@pytest.mark.parametrize("mark", ["-", '"', "=", "—", "(", "."])
def test_a_rule_drawn_of_one_mark_is_a_few_tokens(analyser: Analyser, mark: str) -> None:
    text = f"The talks failed.\n{mark * 3000}\nAnna Berg resigned."
    found = analyser.analyse(Article(id="x", text=text))
    check(text, found)
    assert len(found.tokens) < 80
    assert [entity.name for entity in found.entities] == ["Anna Berg"]
