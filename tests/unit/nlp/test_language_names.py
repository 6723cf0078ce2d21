"""Whatever language a passage is found to be in, a reader is told its name."""

from __future__ import annotations

from briefing.model import language_name
from briefing.nlp.languages import scripts
from briefing.nlp.languages.lexicon import words


def test_every_language_that_can_be_found_has_a_name() -> None:
    known = words()
    codes = {*scripts._LETTERS, *known.letters, *(code for found in known.languages.values() for code in found)}
    assert [code for code in sorted(codes) if language_name(code) == code] == []
    assert len(codes) > 80


def test_a_language_that_no_list_knows_is_said_to_be_unknown() -> None:
    assert language_name(None) == "a language not known"
