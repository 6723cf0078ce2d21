"""What the figures for names count."""

from __future__ import annotations

import pytest

from briefing.model import EntityType, Mention
from briefing.nlp.names.scoring import score_mentions


def at(start: int, end: int, entity: str = "a", label: EntityType = "PERSON") -> Mention:
    return Mention(id=f"{start}-{end}", start=start, end=end, type=label, entity=entity)


def test_the_right_mentions_score_one() -> None:
    gold = [at(0, 5), at(10, 15), at(20, 30, "b", "ORG")]
    figures = score_mentions([(gold, gold)])
    assert figures["mentions_f"] == figures["names_f"] == figures["entities_f"] == figures["mentions_overlap_f"] == 1.0
    assert figures["names_f_ORG"] == 1.0


def test_nothing_found_scores_nothing() -> None:
    figures = score_mentions([([at(0, 5), at(10, 15)], [])])
    assert figures["names_f"] == figures["mentions_overlap_f"] == 0.0
    assert (figures["entities_p"], figures["entities_r"]) == (1.0, 0.5)


def test_a_wrong_type_counts_for_the_mention_and_not_for_the_name() -> None:
    figures = score_mentions([([at(0, 5, label="ORG")], [at(0, 5, label="GPE")])])
    assert (figures["mentions_f"], figures["names_f"], figures["mentions_type"]) == (1.0, 0.0, 0.0)


def test_a_name_cut_short_is_found_and_not_exact() -> None:
    figures = score_mentions([([at(0, 20)], [at(5, 20)])])
    assert (figures["mentions_f"], figures["mentions_overlap_r"]) == (0.0, 1.0)


def test_two_entities_thrown_together_cost_precision() -> None:
    gold = [at(0, 5, "a"), at(10, 15, "b")]
    figures = score_mentions([(gold, [at(0, 5, "x"), at(10, 15, "x")])])
    assert figures["entities_p"] == pytest.approx(0.5)
    assert figures["entities_r"] == pytest.approx(1.0)


def test_entities_of_two_articles_are_never_one() -> None:
    one = ([at(0, 5, "a")], [at(0, 5, "e1")])
    other = ([at(0, 5, "b")], [at(0, 5, "e1")])
    assert score_mentions([one, other])["entities_f"] == 1.0
