"""The comparison: how its cost grows with the library and with a story, and what one more article costs."""

from __future__ import annotations

import datetime as dt
import math
import random
import statistics
import zlib
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from briefing.compare import Group, compare_story
from briefing.compare.grouping.profile import Profile, profile
from briefing.compare.groups import Grouper
from briefing.ingest import read
from briefing.model import Article, Entry
from briefing.nlp import Analyser
from briefing.nlp.vectors import embed
from tests.bench import texts
from tests.bench.timing import processor_seconds

Row = tuple[str, str, str]
LIBRARIES = (1_000, 2_000, 5_000, 10_000)
JOINING = 40
STORIES = (25, 50, 200)
FOLDERS = (Path("tests/fixtures/stories"), Path("tests/fixtures/unseen"), Path("tests/fixtures/names"))
_WORDS = 700
_OF_THE_EVENT = 0.4
"""Share of an article's paragraphs that tell the story; the rest is its own."""
_KEPT = 4
"""Of ten words so many are the same in all copies of an event, as in news of one kind; the others are its own."""


def run() -> list[Row]:
    """Seconds of processor time, and their growth."""
    analyser = Analyser()
    return [*_libraries(analyser), *_stories(analyser)]


def _libraries(analyser: Analyser) -> list[Row]:
    originals = _pool()
    findings = analyser.analyse_many(originals)
    known = [(article, profile(article, found)) for article, found in zip(originals, findings, strict=True)]
    rows: list[Row] = []
    before: tuple[int, float] | None = None
    for count in LIBRARIES:
        library = _copies(known, count + JOINING)
        grouper = Grouper()
        for article, told in library[:count]:
            grouper.add_profile(article, told)
        taken = processor_seconds(grouper.groups)
        growth = f"growing as n^{math.log(taken / before[1], count / before[0]):.2f}" if before else ""
        rows.append((f"stories of {count:,} articles", f"{taken:.2f} s", growth))
        before = (count, taken)
    joining = []
    for article, told in library[count:]:
        grouper.add_profile(article, told)
        joining.append(processor_seconds(grouper.groups))
    middle, most = statistics.median(joining), max(joining)
    rows.append((f"one more beside {count:,}", f"{1000 * middle:.0f} ms", f"{1000 * most:.0f} ms at most"))
    return rows


def _pool() -> list[Article]:
    """All articles of the repository."""
    return [each for folder in FOLDERS for each in read([folder]) if isinstance(each, Article)]


def _copies(known: Sequence[tuple[Article, Profile]], count: int) -> list[tuple[Entry, Profile]]:
    """As many articles, in events of their own: the same reports with other words, some weeks apart, in no order."""
    made: list[tuple[Entry, Profile]] = []
    for number in range(math.ceil(count / len(known))):
        for article, told in known:
            day = (told.published or dt.date(2015, 3, 2).toordinal()) + 9 * number
            terms = {block: {_own(t, number): n for t, n in table.items()} for block, table in told.terms.items()}
            days = frozenset(each + 9 * number for each in told.told)
            name = f"{article.id} {number}"
            published = dt.date.fromordinal(day).isoformat()
            made.append(
                (
                    Entry(id=name, title=article.title, source=article.source, published=published),
                    told._replace(article=name, terms=terms, published=day, told=days),
                )
            )
    random.Random(3).shuffle(made)
    return made[:count]


def _own(term: str, number: int) -> str:
    return term if zlib.crc32(term.encode()) % 10 < _KEPT else f"{term} {number}"


def _stories(analyser: Analyser) -> list[Row]:
    rows: list[Row] = []
    for count in STORIES:
        articles = _coverage(count)
        findings = {a.id: f for a, f in zip(articles, analyser.analyse_many(articles), strict=True)}
        by_id = {article.id: article for article in articles}
        vectors = {i: embed([s.of(by_id[i].text) for s in found.sentences]) for i, found in findings.items()}
        together = Group(id="story", title="", articles=tuple(by_id))

        def compare(together=together, by_id=by_id, findings=findings, vectors=vectors) -> None:  # type: ignore[no-untyped-def]
            compare_story(together, by_id, findings, vectors)

        words = sum(len(article.text.split()) for article in articles) // count
        rows.append((f"a story of {count} articles", f"{processor_seconds(compare):.1f} s", f"of {words} words each"))
    return rows


def _coverage(count: int) -> list[Article]:
    """One event told by many: paragraphs of its reports with other figures and names, among paragraphs of others."""
    chance = random.Random(11)
    event = [
        p for each in read([FOLDERS[0] / "ferry-sulawesi"]) if isinstance(each, Article) for p in _paragraphs(each)
    ]
    others = [p for each in _pool() for p in _paragraphs(each) if p not in set(event)]
    chance.shuffle(others)
    supply = cycle(others)
    made = []
    for number in range(count):
        lines: list[str] = []
        while sum(len(line.split()) for line in lines) < _WORDS:
            paragraph = chance.choice(event) if chance.random() < _OF_THE_EVENT else next(supply)
            lines.append(texts.changed(paragraph, chance))
        text = "\n\n".join(lines)
        made.append(Article(id=f"n{number:03}", text=text, source=f"Outlet {number}", published="2012-09-22"))
    return made


def _paragraphs(article: Article) -> list[str]:
    return [line for line in article.text.splitlines() if len(line.split()) > 8]
