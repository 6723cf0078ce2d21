from __future__ import annotations

from briefing.nlp import Analyser
from briefing.nlp.columns import texts_of, tokens_with


def test_columns_hold_what_the_tokens_say(analyser: Analyser) -> None:
    doc = analyser.nlp("Kari Nes was told that 40 workers had left.\n\n“Who pays?” she asked. 😀")
    assert texts_of(doc) == [token.text for token in doc]
    subjects = {"nsubj", "nsubjpass"}
    assert [token.i for token in tokens_with(doc, "DEP", subjects)] == [t.i for t in doc if t.dep_ in subjects]
    assert [token.i for token in tokens_with(doc, "POS", {"VERB"})] == [t.i for t in doc if t.pos_ == "VERB"]
    assert not list(tokens_with(analyser.nlp.make_doc(""), "DEP", subjects))
    assert texts_of(analyser.nlp.make_doc("")) == []
