"""The compiled attribute ruler writes what spaCy's own writes, on any text."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.attrs import DEP, LEMMA, MORPH, POS, TAG
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from briefing.nlp.analysis import check_model
from briefing.nlp.ruler import CompiledRuler

TEXTS = [
    "",
    " \n",
    "It is said that there were men who got what they didn't want. Do you know? I ain't. You haven't done it.",
    "There's nothin' to see. Y'all gonna go; gotta leave. Let's ask him: he let's us.",
    "While the U.S. was away, that man, whom I'd met, wasn't being himself \u2014 nor were its allies.",
    "MOSCOW \u2014 Not all that glitters is gold, she's said.\n\nThose that had had it knew that it did.",
]


@pytest.fixture(scope="module")
def model() -> Any:
    return spacy.load(check_model(), exclude=["senter", "ner", "lemmatizer"])


@pytest.fixture(scope="module")
def ruler(model: Any) -> AttributeRuler:
    found: AttributeRuler = model.get_pipe("attribute_ruler")
    return found


def written(doc: Doc) -> list[list[int]]:
    found: list[list[int]] = doc.to_array([TAG, POS, MORPH, LEMMA, DEP]).tolist()
    return found


def same(ruler: AttributeRuler, doc: Doc) -> bool:
    other = doc.copy()
    return written(ruler(doc)) == written(CompiledRuler(ruler)(other))


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("text", TEXTS)
def test_words_get_the_parts_of_speech_that_the_models_ruler_gives(
    model: Any, ruler: AttributeRuler, text: str
) -> None:
    with model.select_pipes(disable=["attribute_ruler"]):
        assert same(ruler, model(text))


def test_patterns_of_several_words_and_of_any_attribute_hold_too() -> None:
    nlp = spacy.blank("en")
    ruler = AttributeRuler(nlp.vocab)
    ruler.add([[{"LOWER": "new"}, {"LOWER": "york"}]], {"POS": "PROPN"}, index=1)
    ruler.add([[{"IS_ALPHA": True}]], {"POS": "X"})
    ruler.add([[{"LOWER": {"REGEX": "^y"}}]], {"LEMMA": "y", "POS": "NOUN"})
    ruler.add([[{"LOWER": {"NOT_IN": ["new", "york"]}}]], {"LEMMA": "other"})
    ruler.add([[{"LOWER": "very", "OP": "+"}, {"LOWER": "old"}]], {"POS": "ADV"}, index=-2)
    assert same(ruler, nlp("New York, the very very old yard of New York 12"))
