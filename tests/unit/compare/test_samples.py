"""What is said of the two sample reports: the first thing that a new reader sees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from briefing.compare import compare_story, group
from briefing.ingest import read
from briefing.model import Article, Claim
from briefing.nlp.vectors import embed


@pytest.fixture(scope="module", params=[None, "2009-06-14"], ids=["undated", "dated"])
def claims(request: Any, seeds: Path, analyser: Any) -> list[Claim]:
    found = [each for each in read([seeds]) if isinstance(each, Article)]
    articles = {a.id: msgspec.structs.replace(a, published=a.published or request.param) for a in found}
    findings = dict(zip(articles, analyser.analyse_many(articles.values()), strict=True))
    vectors = {i: embed([s.of(articles[i].text) for s in f.sentences]) for i, f in findings.items()}
    (together,) = group(list(articles.values()), findings, together=True)
    return list(compare_story(together, articles, findings, vectors).claims)


def test_they_differ_on_the_reason_of_the_ban_and_on_nothing_else(claims: list[Claim]) -> None:
    assert [claim.kind for claim in claims if claim.status == "conflict"] == ["reason"]


def test_two_reports_of_one_day_do_not_update_each_other(claims: list[Claim]) -> None:
    assert not [claim.why for claim in claims if claim.status == "update"]


def test_the_last_quarter_of_the_loan_is_half_a_billion(claims: list[Claim]) -> None:
    workings = [claim.why for claim in claims if claim.status == "compatible"]
    assert "1/4 x 2,000,000,000 USD = 500,000,000 USD." in workings


def test_they_agree_on_much(claims: list[Claim]) -> None:
    assert len([claim for claim in claims if claim.status == "agreed"]) >= 8
