from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import QuoteNotFound
from briefing.model import Article
from briefing.store import anchor_at, find_again, find_quote

TEXT = (
    "The council met on Monday. The mayor said the bridge would open in May.\n\n"
    "Engineers disagreed. The mayor said the bridge was safe, and the council met again on Friday."
)


def anchored(words: str, text: str = TEXT, nth: int = 0) -> tuple[Article, int]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Article(id="x", text=text), start


def found_in(new: str, words: str, nth: int = 0) -> str | None:
    report, start = anchored(words, nth=nth)
    found = find_again(anchor_at(report, (start, start + len(words))), new)
    return found.span.of(new) if found else None


def test_words_are_found_after_something_was_put_before_them() -> None:
    assert found_in("UPDATED: a new lead. " + TEXT, "would open in May") == "would open in May"


def test_the_right_one_of_two_alike_is_found_by_its_surroundings() -> None:
    report, start = anchored("The mayor said the bridge", nth=1)
    new = "Correction. " + TEXT
    found = find_again(anchor_at(report, (start, start + len("The mayor said the bridge"))), new)
    assert found is not None
    assert new[found.span.end :].startswith(" was safe")


def test_slightly_changed_words_are_found_between_their_neighbours() -> None:
    new = TEXT.replace("would open in May", "would open in early May")
    assert found_in(new, "the bridge would open in May") == "the bridge would open in early May"


def test_words_that_are_gone_are_not_found_elsewhere() -> None:
    assert found_in(TEXT.replace("Engineers disagreed. ", ""), "Engineers disagreed.") is None
    assert found_in("An entirely different report about a ferry.", "would open in May") is None


def test_words_that_may_be_in_two_places_are_not_guessed() -> None:
    assert found_in("mayor mayor", "mayor") is None


def test_an_anchor_keeps_its_words_and_their_surroundings() -> None:
    report, start = anchored("Engineers disagreed.")
    anchor = anchor_at(report, (start, start + len("Engineers disagreed.")))
    assert anchor.exact == "Engineers disagreed."
    assert anchor.prefix.endswith("May.\n\n")
    assert anchor.suffix.startswith(" The mayor said")
    assert len(anchor.prefix) == len(anchor.suffix) == 32


@pytest.mark.parametrize("span", [(5, 5), (-1, 3), (0, 10_000)])
def test_a_span_without_words_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(QuoteNotFound):
        anchor_at(Article(id="x", text=TEXT), span)


def test_a_quotation_is_found_whatever_its_white_space_and_marks() -> None:
    report = Article(id="x", text="He called it “open\n  discrimination” – and left.")
    assert find_quote(report, '"open discrimination" - and').of(report.text) == "“open\n  discrimination” – and"


def test_a_quotation_that_stands_twice_must_be_told_which() -> None:
    report = Article(id="x", text=TEXT)
    with pytest.raises(QuoteNotFound, match="2 times"):
        find_quote(report, "The mayor said")
    assert find_quote(report, "The mayor said", nth=1).start == TEXT.index("The mayor said", 40)
    with pytest.raises(QuoteNotFound, match="only 2"):
        find_quote(report, "The mayor said", nth=2)


def test_words_that_are_not_there_are_refused() -> None:
    with pytest.raises(QuoteNotFound, match="does not stand"):
        find_quote(Article(id="x", text=TEXT), "the ferry sank")


@given(st.text(min_size=1, max_size=80), st.text(max_size=40), st.data())
def test_words_unique_in_the_new_text_are_found_exactly_or_not_at_all(
    text: str, before: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchor_at(Article(id="x", text=text), (start, end))
    new = before + text
    found = find_again(anchor, new)
    if found is not None:
        assert 0 <= found.span.start < found.span.end <= len(new)
        if new.count(anchor.exact) == 1:
            assert found.span.of(new) == anchor.exact
