from __future__ import annotations

import pytest

from briefing.ingest.furniture import Rule, furniture_rules, recognise
from briefing.ingest.outlets import clean, without_outlet


@pytest.mark.parametrize("rule", furniture_rules().rules, ids=lambda rule: str(rule.name))
def test_every_rule_knows_the_line_that_asked_for_it(rule: Rule) -> None:
    found = recognise(rule.example, tail=rule.tail)
    assert found is not None
    assert (found.rule, found.kind) == (rule.name, rule.kind)


def test_credits_count_only_after_the_last_paragraph() -> None:
    line = "(Reporting by Jane Roe; Editing by John Doe)"
    assert recognise(line) is None
    assert recognise(line, tail=True) is not None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("The Guardian | World", "The Guardian"),
        ("World | The Guardian", "The Guardian"),
        ("Velmar Post - Home", "Velmar Post"),
        ("Tages-Anzeiger", "Tages-Anzeiger"),
        (" Lincolnshire Courier &amp; Post ", "Lincolnshire Courier & Post"),
        ("", None),
        ("x" * 200, None),
    ],
)
def test_an_outlet_is_named_without_its_sections(written: str, name: str | None) -> None:
    assert clean(written) == name


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Boats block harbour | Velmar Post", "Boats block harbour"),
        ("Boats block harbour - Velmar Post", "Boats block harbour"),
        ("Boats block harbour - again", "Boats block harbour - again"),
        ("Velmar - a harbour in fear", "Velmar - a harbour in fear"),
    ],
)
def test_a_page_title_loses_the_name_of_its_site_and_nothing_else(written: str, title: str) -> None:
    assert without_outlet(written, "Velmar Post") == title
