"""The scorer of attributions gives known figures on known cases."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from briefing.model import Quote, Span
from briefing.nlp import extensions
from briefing.nlp.quotes import score_quotes
from briefing.nlp.quotes.scorer import score as score_pairs

TEXT = "Marta said the bridge is safe. Jonas said it shook."


def quote(start: int, end: int, speaker: str) -> Quote:
    said, name = TEXT.rindex("said", 0, start), TEXT.index(speaker)
    return Quote(
        id="q",
        content=(Span(start, end),),
        cue=(Span(said, said + 4),),
        source=(Span(name, name + len(speaker)),),
        speaker=speaker,
    )


GOLD = (quote(11, 29, "Marta"), quote(42, 50, "Jonas"))


def score(*predicted: Quote) -> dict[str, float]:
    extensions.register()
    blank: Any = spacy.blank("en")
    want, got = blank(TEXT), blank(TEXT)
    assert isinstance(want, Doc)
    want._.quotes, got._.quotes = GOLD, predicted
    return score_quotes([Example(got, want)])


def test_all_right_is_one() -> None:
    assert set(score(*GOLD).values()) == {1.0}


def test_nothing_found_is_zero() -> None:
    assert set(score().values()) == {0.0}


def test_a_wrong_speaker_costs_only_the_speaker() -> None:
    figures = score(GOLD[0], quote(42, 50, "Marta"))
    assert figures["quotes_found_f"] == 1.0
    assert figures["quotes_speaker_f"] == pytest.approx(0.5)
    assert figures["quotes_source_f"] == pytest.approx(0.5)
    assert figures["quotes_cue_f"] == 1.0


def test_a_source_that_nobody_names_is_right_only_unnamed() -> None:
    nameless = msgspec.structs.replace(GOLD[0], source=(), speaker=None)
    assert score_pairs([((nameless,), (nameless,))])["quotes_source_f"] == 1.0
    assert score_pairs([((nameless,), (GOLD[0],))])["quotes_source_f"] == 0.0


def test_a_missed_cue_costs_recall_alone() -> None:
    figures = score(GOLD[0])
    assert (figures["quotes_cue_p"], figures["quotes_cue_r"]) == (1.0, 0.5)


def test_a_content_half_found_costs_code_points() -> None:
    figures = score(GOLD[0], quote(45, 50, "Jonas"))
    assert figures["quotes_found_f"] == 1.0
    assert figures["quotes_content_p"] == 1.0
    assert figures["quotes_content_r"] == pytest.approx(23 / 26)


def test_one_guess_cannot_stand_for_two() -> None:
    figures = score(quote(11, 29, "Marta"), quote(11, 28, "Marta"))
    assert figures["quotes_found_f"] == pytest.approx(0.5)
