"""How fast articles are analysed and compared."""

from __future__ import annotations

from pathlib import Path

from briefing.compare import compare_story, group
from briefing.ingest import read
from briefing.model import Article
from briefing.nlp import Analyser
from tests.bench.timing import median_of

SEEDS = Path("seeds")


def run() -> list[tuple[str, str, str]]:
    """Our components against the bare model; a comparison against the analysis of its articles."""
    articles = [item for item in read([SEEDS]) if isinstance(item, Article)] * 4
    analyser = Analyser()
    ours = [name for name in analyser.nlp.pipe_names if name.startswith("briefing_")]
    whole = median_of(lambda: list(analyser.analyse_many(articles)))
    with analyser.nlp.select_pipes(disable=ours):
        bare = median_of(lambda: list(analyser.nlp.pipe(article.text for article in articles)))
    words = sum(len(article.text.split()) for article in articles)
    rows = [
        (
            "analysis",
            f"{whole / bare:.2f} x",
            f"the bare model ({words / whole:,.0f} against {words / bare:,.0f} words/s)",
        )
    ]
    pair = articles[:2]
    findings = {article.id: analyser.analyse(article) for article in pair}
    (one,) = group(pair, findings)
    by_id = {article.id: article for article in pair}
    compared = median_of(lambda: compare_story(one, by_id, findings))
    rows.append(("comparison of the two samples", f"{compared / (whole / 4):.2f} x", "their analysis"))
    return rows
