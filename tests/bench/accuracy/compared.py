"""How right the comparison is: on annotated stories, and on public sets of events, entities and predicates.

A claim or an alignment joins two annotated passages where it has a passage on each. A passage is on a stretch of text
where they share half of the shorter one.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from briefing.compare import compare_story, group
from briefing.ingest import read
from briefing.model import Article, Claim, Findings, Span, Story
from briefing.nlp import Analyser
from briefing.nlp.vectors import embed
from tests.bench.accuracy.gold import place

Row = tuple[str, str, str]
Place = tuple[str, Span]
"""An article's key in the gold, and a stretch of its text."""
_TOGETHER = frozenset({"agreed", "compatible"})
_MEASURED = frozenset({"number", "date"})


class Compared(NamedTuple):
    """Articles as the program sees them together."""

    articles: Mapping[str, Article]
    findings: Mapping[str, Findings]
    story: Story


def compared(analyser: Analyser, articles: Sequence[Article]) -> Compared:
    """Analyse some articles and compare them as one story."""
    findings = {a.id: f for a, f in zip(articles, analyser.analyse_many(articles), strict=True)}
    by_id = {article.id: article for article in articles}
    (together,) = group(articles, findings, together=True)
    vectors = {
        id: embed([span.of(by_id[id].text) for span in found.sentences])
        for id, found in findings.items()
        if found.sentences
    }
    return Compared(by_id, findings, compare_story(together, by_id, findings, vectors))


class _Told:
    """One annotated story beside what the program made of it."""

    def __init__(self, analyser: Analyser, path: Path) -> None:
        self.gold = json.loads(path.read_text("utf-8"))
        files = {key: path.parent / about["file"] for key, about in self.gold["articles"].items()}
        found = {key: next(a for a in read([file]) if isinstance(a, Article)) for key, file in files.items()}
        self.made = compared(analyser, list(found.values()))
        self.text = {key: article.text for key, article in found.items()}
        self.key = {article.id: key for key, article in found.items()}
        self.reprints = {frozenset(pair) for pair in self.gold.get("reprints", ())}

    def find(self, key: str, row: Any, nth: int = 0) -> Span | None:
        """The stretch that an annotation names: a string, or an object with ``text`` and perhaps ``nth``."""
        words, nth = (row, nth) if isinstance(row, str) else (row["text"], row.get("nth", nth))
        return place(self.text[key], words, nth)

    def pair(self, row: Mapping[str, Any]) -> list[Place]:
        """The two stretches of a pair; fewer where the text lacks one."""
        ends = [(key, self.find(key, row[key])) for key in self.text if key in row]
        return [(key, span) for key, span in ends if span is not None]

    @cached_property
    def links(self) -> list[list[Place]]:
        """The program's aligned passages."""
        ends = [(pair.a, pair.b) for pair in self.made.story.alignments]
        return [[(self.key[end.article], end.span) for end in pair] for pair in ends]

    def places(self, claim: Claim) -> list[Place]:
        """A claim's passages."""
        return [(self.key[passage.article], passage.span) for passage in claim.passages]

    def joined(self, pair: Sequence[Place], statuses: Iterable[str]) -> list[Claim]:
        """Claims of these statuses that join a pair."""
        wanted = set(statuses)
        found = (claim for claim in self.made.story.claims if claim.status in wanted)
        return [c for c in found if len(pair) == 2 and all(_on(self.places(c), end) for end in pair)]

    def aligned(self, pair: Sequence[Place]) -> bool:
        """Whether an alignment joins a pair."""
        return len(pair) == 2 and any(all(_on(link, end) for end in pair) for link in self.links)

    def elsewhere(self, places: Sequence[Place], key: str) -> bool:
        """Whether some passage is another source's, reprints of the same left out."""
        return any(other != key and frozenset((other, key)) not in self.reprints for other, _ in places)


def _on(places: Iterable[Place], wanted: Place) -> bool:
    key, span = wanted
    return any(other == key and 2 * place.shared(span) >= min(place.length, span.length) > 0 for other, place in places)


def story_rows(analyser: Analyser, folder: Path, called: str) -> list[Row]:
    """The figures of the stories below ``folder``, and what they are called."""
    told = [_Told(analyser, path) for path in sorted(folder.glob("*/gold.json"))]
    count: Counter[str] = Counter()
    wanted: dict[Hashable, Hashable] = {}
    given: dict[Hashable, Hashable] = {}
    for story in told:
        for part in (_agreements, _only, _conflicts, _equal, _updates, _origins):
            count.update(part(story))
        count.update(_entities(story, wanted, given))
    _, _, f = b_cubed(wanted, given)
    against = f"{len(told)} {called}"
    return [
        ("agreements found", _share(count["agreed"], count["agreements"]), against),
        ("  by a claim", _share(count["claimed"], count["agreements"]), against),
        ("sentences of one source tied to another", _share(count["tied"], count["only"]), against),
        ("conflicts: precision", _share(count["conflict right"], count["conflict told"]), against),
        ("conflicts: issues found", _share(count["conflict found"], count["conflicts"]), against),
        ("  of numbers and dates", _share(count["measured found"], count["measured"]), against),
        ("false conflicts a story", f"{count['conflict told'] - count['conflict right']} in {len(told)}", against),
        ("equal once worked out: found", _share(count["equal found"], count["equal"]), against),
        ("  called a conflict", _share(count["equal wrong"], count["equal"]), against),
        ("updates found", _share(count["update found"], count["updates"]), against),
        ("  called a conflict", _share(count["update wrong"], count["updates"]), against),
        ("entities across sources, B-cubed F", f"{f:.3f}", against),
        ("pairs that are two, made one", f"{count['merged']} of {count['two']}", against),
        ("reprints: precision", _share(count["reprint right"], count["reprint told"]), against),
        ("reprints: recall", _share(count["reprint right"], count["reprints"]), against),
    ]


def _agreements(story: _Told) -> Counter[str]:
    count: Counter[str] = Counter()
    for row in story.gold["agreements"]:
        pair = story.pair(row)
        claimed = bool(story.joined(pair, _TOGETHER))
        count.update(agreements=1, claimed=claimed, agreed=claimed or story.aligned(pair))
    return count


def _only(story: _Told) -> Counter[str]:
    count: Counter[str] = Counter()
    joining = [story.places(c) for c in story.made.story.claims if c.status in _TOGETHER] + story.links
    for row in story.gold["only"]:
        key, span = row["article"], story.find(row["article"], row)
        tied = span and any(_on(places, (key, span)) and story.elsewhere(places, key) for places in joining)
        count.update(only=1, tied=bool(tied))
    return count


def _conflicts(story: _Told) -> Counter[str]:
    pairs = [story.pair(row) for row in story.gold["conflicts"]]
    issues: dict[Hashable, list[bool]] = defaultdict(list)
    measured: set[Hashable] = set()
    right: set[str] = set()
    for number, (row, pair) in enumerate(zip(story.gold["conflicts"], pairs, strict=True)):
        found = story.joined(pair, ["conflict"])
        issue = row.get("group", -1 - number)
        issues[issue].append(bool(found))
        right |= {claim.id for claim in found}
        if row["kind"] in _MEASURED:
            measured.add(issue)
    told = [claim for claim in story.made.story.claims if claim.status == "conflict"]
    return Counter(
        {
            "conflicts": len(issues),
            "conflict found": sum(map(any, issues.values())),
            "measured": len(measured),
            "measured found": sum(any(issues[issue]) for issue in measured),
            "conflict told": len(told),
            "conflict right": len(right),
        }
    )


def _flagged(story: _Told, row: Mapping[str, Any], pair: Sequence[Place]) -> bool:
    """Whether a pair is called a conflict; where they hold a true one too, only if it is about these words."""
    found = story.joined(pair, ["conflict"])
    if any(story.pair(other) == pair for other in story.gold["conflicts"]):
        words = [(key, str(row[f"{key}_value"])) for key in story.text if f"{key}_value" in row]
        spans = [(key, span) for key, told in words if (span := story.find(key, told)) is not None]
        found = [
            claim
            for claim in found
            if any(story.key[v.article] == key and v.span.overlaps(span) for v in claim.values for key, span in spans)
        ]
    return bool(found)


def _equal(story: _Told) -> Counter[str]:
    count: Counter[str] = Counter()
    for row in story.gold["derived_equal"]:
        pair = story.pair(row)
        found = bool(story.joined(pair, _TOGETHER))
        count.update({"equal": 1, "equal found": found, "equal wrong": _flagged(story, row, pair)})
    return count


def _updates(story: _Told) -> Counter[str]:
    issues: dict[Hashable, tuple[bool, bool]] = {}
    for number, row in enumerate(story.gold["updates"]):
        pair, issue = story.pair(row), row.get("group", -1 - number)
        found, wrong = issues.get(issue, (False, False))
        issues[issue] = (found or bool(story.joined(pair, ["update"])), wrong or _flagged(story, row, pair))
    return Counter(
        {
            "updates": len(issues),
            "update found": sum(found for found, _ in issues.values()),
            "update wrong": sum(wrong for _, wrong in issues.values()),
        }
    )


def _origins(story: _Told) -> Counter[str]:
    wanted = {frozenset(pair) for pair in story.gold.get("reprints", ()) if len(pair) == 2}
    told = {
        frozenset((story.key[a], story.key[b]))
        for origin in story.made.story.origins
        for a in origin.articles
        for b in origin.articles
        if a != b
    }
    return Counter({"reprints": len(wanted), "reprint told": len(told), "reprint right": len(wanted & told)})


def _entities(story: _Told, wanted: dict[Hashable, Hashable], given: dict[Hashable, Hashable]) -> Counter[str]:
    """Every place of a form that only one entity has in its article, under the gold's and the program's entity."""
    name = story.gold["story"]
    mentions: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for entity in story.made.story.entities:
        for mention in entity.mentions:
            mentions[story.key[mention.article]].append((mention.span, entity.id))
    under: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entity in story.gold["entities"]:
        for key, rows in entity["forms"].items():
            for form in rows:
                forms[key][form].add(entity["name"])
    for key, table in forms.items():
        taken: list[Span] = []
        for form in sorted(table, key=lambda form: (-len(form), form)):
            for span in _whole_words(story.text[key], form):
                if any(span.overlaps(other) for other in taken):
                    continue
                taken.append(span)
                found = _nearest(span, mentions[key])
                under[form] |= {found} if found else set()
                if len(table[form]) == 1:
                    wanted[name, key, span] = (name, *table[form])
                    if found:
                        given[name, key, span] = (name, found)
    pairs = [pair[:2] for pair in story.gold.get("not_same", ())]
    return Counter({"two": len(pairs), "merged": sum(bool(under[a] & under[b]) for a, b in pairs)})


def _whole_words(text: str, form: str) -> Iterator[Span]:
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield Span(start, end)
        start = text.find(form, start + 1)


def _nearest(span: Span, mentions: Sequence[tuple[Span, str]]) -> str | None:
    """The entity whose mention shares most with a span."""
    best = max(mentions, key=lambda each: each[0].shared(span) / max(1, each[0].hull(span).length), default=None)
    return best[1] if best and best[0].overlaps(span) else None


def set_rows(analyser: Analyser, data: Path) -> list[Row]:
    """The figures of those public sets that lie below ``data``."""
    found: list[Row] = []
    for part in ("", "-ecb"):
        if (data / "grouping" / f"docs{part}.jsonl").exists():
            found += _grouping(analyser, data / "grouping", part)
    if (data / "entities" / "docs.jsonl").exists():
        found += _cross_document(analyser, data / "entities")
    if (data / "alignment" / "docs.jsonl").exists():
        found += _alignment(analyser, data / "alignment")
    return found


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _articles(path: Path) -> list[Article]:
    return [each for each in read([path]) if isinstance(each, Article)]


def _by_story(analyser: Analyser, folder: Path) -> dict[str, Compared]:
    """Every story of a set whose articles say which they belong to."""
    stories: dict[str, list[Article]] = defaultdict(list)
    for article in _articles(folder / "docs.jsonl"):
        stories[article.story or article.id].append(article)
    return {name: compared(analyser, articles) for name, articles in stories.items()}


def _grouping(analyser: Analyser, folder: Path, part: str) -> list[Row]:
    articles = _articles(folder / f"docs{part}.jsonl")
    findings = {a.id: f for a, f in zip(articles, analyser.analyse_many(articles), strict=True)}
    given = {id: one.id for one in group(articles, findings) for id in one.articles}
    wanted = {row["id"]: row["group"] for row in _lines(folder / f"gold{part}.jsonl")}
    p, r, f = b_cubed(wanted, given)
    return [(f"stories{part}, B-cubed F", f"{f:.3f}", f"precision {p:.3f}, recall {r:.3f}, {len(wanted)} articles")]


def _cross_document(analyser: Analyser, folder: Path) -> list[Row]:
    mentions: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for made in _by_story(analyser, folder).values():
        for entity in made.story.entities:
            for mention in entity.mentions:
                mentions[mention.article].append((mention.span, f"{made.story.id} {entity.id}"))
    wanted: dict[Hashable, Hashable] = {}
    given: dict[Hashable, Hashable] = {}
    for row in _lines(folder / "gold.jsonl"):
        for number, mention in enumerate(row["mentions"]):
            wanted[row["id"], number] = (row.get("story"), mention["instance"])
            found = _nearest(Span(mention["start"], mention["end"]), mentions[row["id"]])
            if found:
                given[row["id"], number] = found
    p, r, f = b_cubed(wanted, given)
    against = f"precision {p:.3f}, recall {r:.3f}, {len(wanted)} mentions"
    return [
        ("entities across articles, B-cubed F", f"{f:.3f}", against),
        ("  mentions found", _share(len(given), len(wanted)), against),
    ]


def _alignment(analyser: Analyser, folder: Path) -> list[Row]:
    pairs: dict[tuple[str, str], set[tuple[Span, Span]]] = defaultdict(set)
    for made in _by_story(analyser, folder).values():
        spans = {(id, fact.id): fact.predicate.span for id, f in made.findings.items() for fact in f.facts}
        for claim in made.story.claims:
            for one in claim.facts:
                for other in claim.facts:
                    if one.article != other.article:
                        ends = (spans[one.article, one.fact], spans[other.article, other.fact])
                        pairs[one.article, other.article].add(ends)
    right = told = wanted = 0
    for row in _lines(folder / "gold.jsonl"):
        gold = [(Span(*pair["a"]), Span(*pair["b"])) for pair in row["pairs"]]
        found = sorted(pairs[row["a"], row["b"]])
        wanted, told = wanted + len(gold), told + len(found)
        right += _matched(gold, found, lambda x, y: x[0].overlaps(y[0]) and x[1].overlaps(y[1]))
    f = 2 * right / max(1, told + wanted)
    against = f"precision {_share(right, told)}, recall {_share(right, wanted)}, {wanted} pairs"
    return [("predicates that say the same, F", f"{f:.3f}", against)]


_Pair = tuple[Span, Span]


def _matched(wanted: Sequence[_Pair], found: Sequence[_Pair], alike: Callable[[_Pair, _Pair], bool]) -> int:
    """How many of the wanted have one of the found to themselves, taken in order."""
    left = list(found)
    count = 0
    for each in wanted:
        match = next((other for other in left if alike(each, other)), None)
        if match is not None:
            left.remove(match)
            count += 1
    return count


def b_cubed(wanted: Mapping[Hashable, Hashable], given: Mapping[Any, Hashable]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F (Bagga and Baldwin 1998); what is given no cluster is alone in one."""
    if not wanted:
        return 0.0, 0.0, 0.0
    label = {item: given.get(item, ("alone", item)) for item in wanted}
    gold, found = Counter(wanted.values()), Counter(label.values())
    both = Counter((wanted[item], label[item]) for item in wanted)
    p = sum(both[wanted[i], label[i]] / found[label[i]] for i in wanted) / len(wanted)
    r = sum(both[wanted[i], label[i]] / gold[wanted[i]] for i in wanted) / len(wanted)
    return p, r, 2 * p * r / (p + r)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "none to find"
