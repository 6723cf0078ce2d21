"""Stories made of a few invented sentences, read by the real pipeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import ascii_lowercase, ascii_uppercase
from typing import Any, NamedTuple

import pytest

from briefing.compare import Group, compare_story
from briefing.model import Article, Claim, Correction, Findings, Story
from briefing.nlp.vectors import embed


class Told(NamedTuple):
    """A compared story with its texts at hand."""

    story: Story
    articles: dict[str, Article]
    findings: dict[str, Findings]

    def words(self, claim: Claim) -> list[str]:
        """The words of a claim's passages."""
        return [self.articles[p.article].text[p.start : p.end] for p in claim.passages]

    def about(self, *words: str, status: str | None = None) -> list[Claim]:
        """Claims of several sources that hold every one of these words in some passage."""
        found = []
        for claim in self.story.claims:
            said = " | ".join(self.words(claim))
            if all(word in said for word in words) and (status is None or claim.status == status):
                found.append(claim)
        return found

    def statuses(self, *words: str) -> set[str]:
        """Statuses of the claims that hold these words."""
        return {claim.status for claim in self.about(*words)}


Tell = Callable[..., Told]


@pytest.fixture(scope="session")
def tell(analyser: Any) -> Tell:
    """``tell((text, day), (text, day))`` compares invented reports, with ids a, b, c ... in the order given."""

    def run(*reports: tuple[str, str | None], corrections: Sequence[Correction] = (), vectors: bool = True) -> Told:
        articles = {
            ascii_lowercase[i]: Article(
                id=ascii_lowercase[i], text=text, published=day, source=f"Outlet {ascii_uppercase[i]}"
            )
            for i, (text, day) in enumerate(reports)
        }
        findings = dict(zip(articles, analyser.analyse_many(articles.values()), strict=True))
        rows = {
            id_: embed([articles[id_].text[s.start : s.end] for s in found.sentences])
            for id_, found in findings.items()
        }
        group = Group(id="story", title="A story", articles=tuple(articles))
        story = compare_story(group, articles, findings, rows if vectors else None, corrections)
        return Told(story, articles, findings)

    return run
