"""Summaries of whole stories, read in, analysed and compared as they are in earnest."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing.compare import compare_story, group
from briefing.export import Dossier, to_csv, to_json, to_markdown
from briefing.export.escaping import visible
from briefing.ingest import read
from briefing.model import Article
from tests.unit.export.conftest import Rendered
from tests.unit.export.test_markdown import FOOTNOTE, QUOTED, section

ROOT = Path(__file__).parents[3]
FOLDERS = (ROOT / "seeds", *sorted(path for path in (ROOT / "tests/fixtures/stories").iterdir() if path.is_dir()))


@pytest.fixture(scope="session", params=FOLDERS, ids=lambda folder: str(folder.name))
def real(request: pytest.FixtureRequest, analyser: Any) -> Dossier:
    found = [article for article in read([request.param]) if isinstance(article, Article)]
    findings = {article.id: analyser.analyse(article) for article in found}
    (only,) = group(found, findings, together=True)
    articles = {article.id: article for article in found}
    story = compare_story(only, articles, findings)
    return Dossier(story=story, articles=tuple(articles[id_] for id_ in story.articles), findings=findings)


@cache
def markdown_of(key: str) -> str:
    return to_markdown([_DOSSIERS[key]])


_DOSSIERS: dict[str, Dossier] = {}


@pytest.fixture
def markdown(real: Dossier) -> str:
    _DOSSIERS[real.story.id] = real
    return markdown_of(real.story.id)


def test_every_footnote_is_used_defined_and_exact(real: Dossier, markdown: str) -> None:
    texts = {article.id: article.text for article in real.articles}
    rendered = Rendered(markdown)
    assert set(re.findall(r"\[\^(\d+)\](?!:)", markdown)) == set(rendered.notes)
    for words in rendered.notes.values():
        found = FOOTNOTE.search(words)
        assert found is not None
        assert found[4] == visible(texts[found[1]][int(found[2]) : int(found[3])])


def test_every_quotation_of_the_claims_stands_in_a_source(real: Dossier, markdown: str) -> None:
    texts = [visible(article.text) for article in real.articles]
    for heading in ("The bottom line", "Agreed", "Reported by one source only", "Timeline", "Quotations"):
        if f"## {heading}" in markdown:
            for line in Rendered(section(markdown, heading)).body:
                assert all(any(words in text for text in texts) for words in QUOTED.findall(line)), line


def test_the_bottom_line_adds_no_number(markdown: str) -> None:
    prose = re.sub(r"<!--.*?-->", "", section(markdown, "The bottom line"), flags=re.DOTALL)
    plain = "".join(Rendered(prose).body)
    while plain != (plain := QUOTED.sub("", plain)):
        pass
    plain = re.sub(r"“.*?”", "", plain)
    assert len(plain.split()) > 4
    assert not re.search(r"\d", re.sub(r"\[\^\d+\]|Dala 24|\([\w.]+\)", "", plain))


def test_the_summary_is_the_same_every_time(real: Dossier, markdown: str) -> None:
    assert to_markdown([real]) == markdown
    assert to_json([real]) == to_json([real])
    assert to_csv([real]) == to_csv([real])


def test_no_line_is_told_twice_in_a_section(markdown: str) -> None:
    for part in markdown.split("\n## ")[1:]:
        lines = [line for line in part.split("\n[^")[0].split("\n") if line.strip().startswith("- ")]
        assert len(lines) == len(set(lines)), part.split("\n")[0]
