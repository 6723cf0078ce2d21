"""The recogniser that reads a text at once finds the names that spaCy's own finds, on any text."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
import spacy
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from briefing.nlp.analysis import check_model
from briefing.nlp.recogniser import Recogniser, compile_recogniser

TEXTS = [
    "",
    " \n",
    "Zurich",
    "Prime Minister Ana Duarte of Portugal met Bank of Lisbon officials on Tuesday, 4 May 2010, in the European Union.",
    "ROSSO (Agence Nord) -- Two men paid 3.5 million euros for the Treaty of Ghent.\n\nThe Dutch said 40 percent had.",
    "The Ministry of Health, Labour, Welfare, Sport, Youth, Culture, Fisheries, Forests, Roads, Mines and Trade of "
    "Mali and the Ministry of Trade said so in the first week of the second month of the third quarter of 2011",
    " ".join(["North Sea Oil and Gas of the"] * 12) + " 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24",
    "NATO " * 60,
    "\N{GRINNING FACE} \u200f\u05d3\u05d5\u05d3 \u05dc\u05d5\u05d9 said \u201cno\u201d in Tel Aviv \ufffd\ufffd",
]


def load() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(check_model(), exclude=["senter", "lemmatizer", "attribute_ruler"])


@pytest.fixture(scope="module")
def models_own() -> Any:
    return load()


@pytest.fixture(scope="module")
def at_once() -> Any:
    nlp = load()
    compile_recogniser(nlp)
    assert isinstance(nlp.get_pipe("ner"), Recogniser)
    return nlp


def names(doc: Doc) -> list[tuple[int, int, str, int, str]]:
    spans = {token.i: (span.start, span.end) for span in doc.ents for token in span}
    return [(*spans.get(token.i, (-1, -1)), token.ent_iob_, token.i, token.ent_type_) for token in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_has_the_names_that_the_models_recogniser_finds(models_own: Any, at_once: Any, text: str) -> None:
    assert names(at_once(text)) == names(models_own(text))


def test_texts_read_together_have_the_same_names_and_keep_their_order(models_own: Any, at_once: Any) -> None:
    texts = TEXTS * 3
    assert [(doc.text, names(doc)) for doc in at_once.pipe(texts, batch_size=16)] == [
        (doc.text, names(doc)) for doc in models_own.pipe(texts, batch_size=16)
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_names_longer_than_those_that_are_read_together_go_on(
    models_own: Any, at_once: Any, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.nlp.recogniser.TOGETHER", 2)
    assert names(at_once(text)) == names(models_own(text))


def test_names_that_were_set_before_are_kept(models_own: Any, at_once: Any) -> None:
    found = []
    for nlp in (models_own, at_once):
        with nlp.select_pipes(disable=["ner"]):
            doc = nlp("Rosso Verde opened an office in Lisbon.")
        doc.set_ents([Span(doc, 0, 2, label="ORG")], default="missing")
        found.append(names(nlp.get_pipe("ner")(doc)))
    assert found[0] == found[1]


def test_a_recogniser_that_searches_otherwise_is_left_as_it_is() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("beam_ner").add_label("ORG")  # type: ignore[attr-defined]
    compile_recogniser(nlp)
    assert isinstance(nlp.get_pipe("beam_ner"), EntityRecognizer)
