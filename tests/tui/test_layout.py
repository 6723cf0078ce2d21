"""Lines of text: every row is a stretch of the source, and none is too wide."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.model import Article
from briefing.tui.layout import Layout, paragraphs, words
from briefing.tui.sheets import Sheet, guessed_sentences
from briefing.tui.widgets.chooser import Chooser
from briefing.tui.widgets.layers import Layers

_TEXT = st.text(alphabet=st.sampled_from(list("ab cde.,-\n\n [/]日é\u0301👩\u200d\ufe0f\x1b\t")), max_size=300)


@given(_TEXT, st.integers(8, 60))
@settings(max_examples=150, deadline=None)
def test_rows_hold_every_word_once_and_in_order(text: str, width: int) -> None:
    layout = Layout(text, width)
    rows = [layout.shown[line.start : line.end] for line in layout.lines]
    assert "".join("".join(rows).split()) == "".join(layout.shown.split())
    assert all(a.end <= b.start for a, b in zip(layout.lines, layout.lines[1:], strict=False))


@given(st.text(alphabet="abc defg日本 .", max_size=400), st.integers(8, 60))
@settings(max_examples=100, deadline=None)
def test_no_row_is_wider_than_asked(text: str, width: int) -> None:
    layout = Layout(text, width)
    assert all(cell_len(layout.shown[line.start : line.end]) <= width for line in layout.lines)


@given(_TEXT, st.integers(8, 60))
@settings(max_examples=100, deadline=None)
def test_a_code_point_is_found_in_the_row_that_draws_it(text: str, width: int) -> None:
    layout = Layout(text, width)
    for row, line in enumerate(layout.lines):
        for offset in range(line.start, line.end):
            assert layout.row_of(offset) == row


def test_a_hard_wrapped_letter_flows_and_a_list_of_lines_does_not() -> None:
    wrapped = (
        "\n".join(["The council met on Monday evening and spoke of the road at"] * 4) + " length.\n\nThen it rose.\n"
    )
    assert len(paragraphs(wrapped)) == 2
    assert len(paragraphs("One sentence here.\nAnother there.\nA third one.")) == 3


def test_a_very_long_article_is_laid_out_at_once() -> None:
    text = "\n\n".join("The minister said on Monday that the ferry had left the port late. " * 12 for _ in range(280))
    assert len(text.split()) > 40_000
    begun = time.perf_counter()
    layout = Layout(text, 60)
    list(words(text, 0, len(text)))
    assert time.perf_counter() - begun < 1.5
    assert layout.height > 3_000


def test_sentences_are_guessed_until_they_are_found() -> None:
    text = 'The port closed. "We wait," said Mr. Oduya. Nobody knew why.\n\nThe U.S. base stays open.'
    guessed = [text[a:b] for a, b in guessed_sentences(text)]
    assert guessed[0] == "The port closed."
    assert "".join("".join(guessed).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["* * *", "", "\n\n"])
def test_an_article_without_words_cannot_be_selected_from(text: str) -> None:
    with pytest.raises(ValueError, match="without words"):
        Chooser(Sheet(Article(id="x", text=text)), 0)


def test_a_selection_grows_and_shrinks_by_whole_sentences() -> None:
    sheet = Sheet(Article(id="x", text="One two three. Four five six. Seven eight nine."))
    chooser = Chooser(sheet, 1)
    chooser.take_sentence()

    def selected() -> str:
        return sheet.article.text[slice(*chooser.span)]

    assert selected() == "Four five six."
    chooser.by_sentences(1)
    assert selected() == "Four five six. Seven eight nine."
    chooser.by_sentences(-1)
    assert selected() == "Four five six."
    chooser.other_end()
    chooser.by_sentences(-1)
    assert selected() == "One two three. Four five six."
    chooser.by_sentences(1)
    assert selected() == "Four five six."


def test_layers_tell_what_is_drawn_in_a_row() -> None:
    layers = Layers()
    assert layers.put("word", [(10, 20), (15, 25), (40, 45)])
    assert not layers.put("word", [(10, 25), (40, 45)])
    layers.put("here", [(0, 100)])
    assert list(layers.within(18, 42)) == [(18, 42, "here"), (18, 25, "word"), (40, 42, "word")]
