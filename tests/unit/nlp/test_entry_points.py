from __future__ import annotations

import importlib.metadata

import pytest
import spacy

from briefing.nlp import check_model
from briefing.nlp.pipeline import COMPONENTS


def test_every_component_is_an_entry_point_of_spacy() -> None:
    names = {point.name for point in importlib.metadata.entry_points(group="spacy_factories")}
    assert {*COMPONENTS, "briefing_sentences"} <= names


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_component_works_in_another_pipeline() -> None:
    nlp = spacy.load(check_model())
    nlp.add_pipe("briefing_times")
    assert [time.value for time in nlp("The bridge at Halden opened on 3 May 2011.")._.times] == ["2011-05-03"]
