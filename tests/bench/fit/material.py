"""Annotated reports as the comparison reads them: what the weights are learnt from.

Two kinds: pairs of reports of which every pair of sentences is labelled, and stories with their gold. Nothing else may
be learnt from; public sets are there to measure on.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefing.compare.alignment import Matcher, align
from briefing.compare.claims.case import CaseMaker
from briefing.compare.entities import link_entities
from briefing.compare.origins import find_origins
from briefing.compare.reading import Passage, read_articles
from briefing.ingest import read
from briefing.model import Article, Span
from briefing.nlp import Analyser
from briefing.nlp.vectors import embed
from tests.bench.accuracy.gold import place
from tests.bench.accuracy.pairs import DAYS, in_print
from tests.bench.fit.tellings import is_taught

Place = tuple[str, Span]
"""An article's id, and a stretch of its text."""
_OF_STORIES = {"agreements": "agree", "derived_equal": "equal", "conflicts": "differ", "updates": "update"}
_STORIES = ("stories", "unseen")


class Labelled(NamedTuple):
    """Two stretches that a reader set beside each other.

    Attributes:
        label: ``agree``, ``equal``, ``differ`` or ``update``.
        ends: Where they stand.
        values: The words on which it turns, where they are given; else the stretches again.
        clauses: True where the stretches are the clauses that make the claim rather than whole sentences.
    """

    label: str
    ends: tuple[Place, Place]
    values: tuple[Place, Place]
    clauses: bool


class Event(NamedTuple):
    """Some reports of one event, compared, with their labels.

    Attributes:
        name: Of the event; nothing of one event is learnt from when another part of it is checked.
        cases: The reports as the rules see them.
        labelled: What belongs together; any other two passages make no common claim.
        unsure: Stretches of which that is not so: their claim is partly elsewhere.
        alone: Stretches whose claim no other report makes.
        whole: True where the labels are of whole sentences: they do not tell on which words of them they turn.
        taught: True where the sentence encoder was taught with them: how near it finds them tells nothing of others.
    """

    name: str
    cases: CaseMaker
    labelled: tuple[Labelled, ...]
    unsure: tuple[Place, ...] = ()
    alone: tuple[Place, ...] = ()
    taught: bool = False
    whole: bool = False

    def is_on(self, passage: Passage, where: Place) -> bool:
        """Whether a passage and a stretch are mostly one."""
        span = passage.span
        article = self.cases.readings[passage.source].article.id
        return article == where[0] and 2 * span.shared(where[1]) >= min(span.length, where[1].length) > 0

    def joins(self, a: Passage, b: Passage, ends: tuple[Place, Place]) -> bool:
        """Whether two passages, in whatever order, are two stretches."""
        first, second = ends
        return (self.is_on(a, first) and self.is_on(b, second)) or (self.is_on(a, second) and self.is_on(b, first))

    def labels(self, a: Passage, b: Passage) -> set[str]:
        """All labels of two passages."""
        return {each.label for each in self.labelled if self.joins(a, b, each.ends)}


def events(fixtures: Path, analyser: Analyser) -> Iterator[Event]:
    """All events of ``fixtures``."""
    for path in sorted((fixtures / "pairs").glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            told = json.loads(line)
            yield _of_pair(f"{path.stem}-{number}", told, analyser)._replace(taught=is_taught(told, number))
    for path in sorted((fixtures / "tellings" / "reports").glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            told = json.loads(line)
            if not is_taught(told, number):
                yield _of_reports(f"{path.stem}-{number}", told, analyser)
    for folder in _STORIES:
        for path in sorted((fixtures / folder).glob("*/gold.json")):
            yield _of_story(path, json.loads(path.read_text("utf-8")), analyser)


def _cases(name: str, articles: Sequence[Article], analyser: Analyser) -> CaseMaker:
    findings = {a.id: found for a, found in zip(articles, analyser.analyse_many(articles), strict=True)}
    vectors = {a.id: embed([span.of(a.text) for span in findings[a.id].sentences]) for a in articles}
    origins = find_origins(articles, findings)
    number = {id_: i for i, origin in enumerate(origins) for id_ in origin.articles}
    entities, _ = link_entities(articles, findings, ())
    matcher = Matcher(read_articles(articles, findings, number, entities), vectors)
    return CaseMaker(matcher, align(matcher))


def _of_pair(name: str, told: Mapping[str, Any], analyser: Analyser) -> Event:
    texts = {side: in_print(told[side]) for side in DAYS}
    articles = [
        Article(id=side, text=text, source=f"Outlet {side.upper()}", published=DAYS[side])
        for side, (text, _) in texts.items()
    ]
    labelled: list[Labelled] = []
    for row in told["pairs"]:
        whole: list[Place] = [(side, texts[side][1][row[side]]) for side in DAYS]
        clauses = [_within(texts[side][0], span, row.get(f"{side}_text")) for side, span in whole]
        given = [(side, span) for (side, _), span in zip(whole, clauses, strict=True) if span is not None]
        ends = (whole[0], whole[1])
        values = (given[0], given[1]) if len(given) == 2 else ends
        labelled.append(Labelled(row["label"], ends, values, len(given) == 2))
    beside = [{row[side] for row in told["pairs"]} for side in DAYS]
    alone = [
        (side, span)
        for side, used in zip(DAYS, beside, strict=True)
        for i, span in enumerate(texts[side][1])
        if i not in used
    ]
    return Event(name, _cases(name, articles, analyser), tuple(labelled), alone=tuple(alone))


def _of_reports(name: str, told: Mapping[str, Any], analyser: Analyser) -> Event:
    texts = {letter: in_print(sentences) for letter, sentences in told["reports"].items()}
    articles = [
        Article(id=letter, text=text, source=f"Outlet {letter.upper()}", published=DAYS.get(letter, max(DAYS.values())))
        for letter, (text, _) in texts.items()
    ]

    def place(key: str) -> Place:
        return key[0], texts[key[0]][1][int(key[1:])]

    labelled: list[Labelled] = []
    for matter in told["matters"]:
        first = matter["agree"]
        pairs = [(one, other, "agree") for one, other in itertools.combinations(first, 2)]
        others = {"differ": [key for _, key in matter.get("differ", ())]}
        others |= {label: matter.get(label, []) for label in ("equal", "update")}
        pairs += [(one, other, label) for label, keys in others.items() for other in keys for one in first]
        for one, other, label in pairs:
            if one[0] != other[0]:
                ends = (place(one), place(other))
                labelled.append(Labelled(label, ends, ends, False))
    on_something = {end for each in labelled for end in each.ends}
    everything = {(letter, span) for letter, (_, spans) in texts.items() for span in spans}
    alone = tuple(sorted(everything - on_something))
    return Event(name, _cases(name, articles, analyser), tuple(labelled), alone=alone, whole=True)


def _within(text: str, sentence: Span, words: str | None) -> Span | None:
    """Where words of a sentence stand."""
    at = text.find(words, sentence.start, sentence.end) if words else -1
    return Span(at, at + len(words)) if words and at >= 0 else None


def _of_story(path: Path, gold: Mapping[str, Any], analyser: Analyser) -> Event:
    articles: dict[str, Article] = {}
    for key, about in gold["articles"].items():
        articles[key] = next(item for item in read([path.parent / about["file"]]) if isinstance(item, Article))
    reprints = {key for group in gold.get("reprints", ()) for key in group[1:]}
    cases = _cases(path.parent.name, [a for key, a in articles.items() if key not in reprints], analyser)

    def found(key: str, words: str, nth: int = 0) -> list[Place]:
        span = place(articles[key].text, words, nth)
        return [(articles[key].id, span)] if span is not None else []

    labelled: list[Labelled] = []
    for kind, label in _OF_STORIES.items():
        for row in gold.get(kind, ()):
            keys = [key for key in articles if key in row][:2]
            ends = [end for key in keys for end in found(key, row[key], row.get(f"{key}_nth", 0))]
            if len(keys) < 2 or len(ends) < 2:
                continue
            values = [
                (id_, _within(articles[key].text, span, row.get(f"{key}_value")) or span)
                for key, (id_, span) in zip(keys, ends, strict=True)
            ]
            labelled.append(Labelled(label, (ends[0], ends[1]), (values[0], values[1]), kind == "agreements"))
    several = [
        tuple(end for row in gold.get(kind, ()) for end in found(row["article"], row["text"], row.get("nth", 0)))
        for kind in ("shared", "only")
    ]
    return Event(path.parent.name, cases, tuple(labelled), several[0], several[1])
