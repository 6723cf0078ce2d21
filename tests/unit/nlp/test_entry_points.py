"""Each component by itself in a pipeline of somebody else's: it loads, finds, scores itself, and its finds are kept."""

from __future__ import annotations

import importlib.metadata
from typing import Any

import msgspec
import pytest
import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from briefing.nlp import check_model
from briefing.nlp.pipeline import COMPONENTS

TEXT = (
    "“We are leaving,” said Anna Berg on 3 May 2011. Berg told reporters that 40 workers had not been paid. "
    "The bridge at Halden opened."
)
ALONE = {
    "briefing_names": ("mentions", "mentions_f"),
    "briefing_times": ("times", "times_value_f"),
    "briefing_quantities": ("quantities", "quantities_value_f"),
    "briefing_quotes": ("quotes", "quotes_content_f"),
    "briefing_facts": ("facts", "facts_predicate_f"),
}
"""Component -> what it finds, and a figure that its scorer gives."""


@pytest.fixture(scope="module")
def plain() -> Any:
    """The bare model, to which a component is added and taken from again."""
    return spacy.load(check_model())


def evaluated(nlp: Any, reference: Doc) -> dict[str, Any]:
    figures: dict[str, Any] = nlp.evaluate([Example(nlp.make_doc(reference.text), reference)])
    return figures


def test_every_component_is_an_entry_point_of_spacy() -> None:
    names = {point.name for point in importlib.metadata.entry_points(group="spacy_factories")}
    assert {*COMPONENTS, "briefing_sentences"} <= names


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("name", ALONE)
def test_a_component_works_alone_and_scores_itself(plain: Any, name: str) -> None:
    field, figure = ALONE[name]
    component = plain.add_pipe(name)
    try:
        doc = plain(TEXT)
        found = getattr(doc._, field)
        assert len(found) > 1 or name in ("briefing_times", "briefing_quantities")
        assert all(each.rule for each in found)
        assert evaluated(plain, doc)[figure] == 1.0
        setattr(doc._, field, found[:-1])
        assert evaluated(plain, doc)[figure] < 1.0
        assert figure in {*plain.get_pipe_meta(name).default_score_weights}
        assert hasattr(component, "score")
    finally:
        plain.remove_pipe(name)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_status_of_facts_is_scored_where_facts_are_found(plain: Any) -> None:
    names = ("briefing_facts", "briefing_status")
    for name in names:
        plain.add_pipe(name)
    try:
        doc = plain(TEXT)
        assert evaluated(plain, doc)["status_accuracy"] == 1.0
        doc._.facts = tuple(msgspec.structs.replace(fact, status="denied") for fact in doc._.facts)
        assert evaluated(plain, doc)["status_accuracy"] == 0.0
    finally:
        for name in names:
            plain.remove_pipe(name)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_sentences_are_found_and_scored_in_another_pipeline(plain: Any) -> None:
    plain.add_pipe("briefing_sentences", before="parser")
    try:
        doc = plain(TEXT)
        assert len(list(doc.sents)) == 3
        reference = Doc(doc.vocab, words=[token.text for token in doc], sent_starts=[token.i == 0 for token in doc])
        figures = plain.get_pipe("briefing_sentences").score([Example(doc, reference)])
        assert figures == {"sents_p": 0.0, "sents_r": 0.0, "sents_f": 0.0}
        assert plain.get_pipe("briefing_sentences").score([Example(doc, doc.copy())])["sents_f"] == 1.0
    finally:
        plain.remove_pipe("briefing_sentences")


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_what_is_found_is_kept_with_the_doc(plain: Any) -> None:
    for name in COMPONENTS:
        plain.add_pipe(name)
    try:
        doc = plain(TEXT)
        packed = DocBin([], store_user_data=True, docs=[doc]).to_bytes()
        (back,) = DocBin().from_bytes(packed).get_docs(plain.vocab)
        for field in ("entities", "mentions", "times", "quantities", "quotes", "facts"):
            assert getattr(doc._, field)
            assert tuple(getattr(back._, field)) == getattr(doc._, field)
    finally:
        for name in COMPONENTS:
            plain.remove_pipe(name)
