"""What the screen knows of a story: its articles, what was found in them, and what the person added.

Nothing here draws; nothing here changes the library.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import PurePath
from typing import Literal, NamedTuple

from briefing.model import (
    Account,
    Annotation,
    Article,
    Claim,
    ClaimStatus,
    Credibility,
    Entry,
    Fact,
    Findings,
    Judgement,
    Ledger,
    Located,
    Span,
    Story,
    StoryEntity,
    Wording,
    language_name,
)
from briefing.tui.layout import paragraphs

SALIENCE: tuple[ClaimStatus, ...] = ("conflict", "update", "compatible", "agreed", "single")
"""Which standing a sentence shows where several claims rest on it."""

DIFFERENCES: frozenset[ClaimStatus] = frozenset({"conflict", "update", "compatible"})


def differs(claim: Claim) -> bool:
    """Whether the sources' accounts differ; not where they may merely be on one matter, worded otherwise."""
    return claim.status in DIFFERENCES and not (claim.status == "compatible" and claim.kind is None)


def telling(claim: Claim) -> tuple[int, bool]:
    """Sorts claims: differences first, then what is agreed, what may be on one matter, and what one alone tells."""
    if claim.status == "compatible" and not differs(claim):
        return SALIENCE.index("agreed"), True
    return SALIENCE.index(claim.status), False


Kind = Literal["all", "differences", "conflict", "update", "compatible", "agreed", "single", "unjudged"]


class Only(NamedTuple):
    """What claims are narrowed to, besides their kind: a matter, a source, an entity, what is sure or not."""

    by: Literal["nothing", "matter", "source", "entity", "certainty"] = "nothing"
    value: str = ""


EVERYTHING = Only()
KINDS: tuple[Kind, ...] = ("all", "differences", "conflict", "update", "compatible", "agreed", "single", "unjudged")

_LEAST_ALIGNMENT = 0.5
_UNKNOWN = ", source unknown"
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]{0,2}\s+(?=[\"'“‘(\[]?[A-Z0-9])")


def source_name(entry: Entry | Article) -> str:
    """The source; where it is unknown, the file the article came in, and that it is unknown."""
    if entry.source:
        return entry.source
    return f"{PurePath(entry.file).name}{_UNKNOWN}" if entry.file else "source unknown"


class Sheet:
    """One article with its sentences and what is known of each.

    Args:
        article: As the library gives it.
        findings: None until it has been analysed; its sentences are then guessed from the punctuation.
    """

    def __init__(self, article: Article, findings: Findings | None = None) -> None:
        self.article = article
        self.findings = findings

    @property
    def name(self) -> str:
        """The source, or what stands for it."""
        return source_name(self.article)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """By start, none empty; never without one."""
        found = self.findings.sentences if self.findings else tuple(guessed_sentences(self.article.text))
        return tuple(span for span in found if span.length > 0) or (Span(0, len(self.article.text)),)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds a code point, or of the nearest before it."""
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def sentences_of(self, start: int, end: int) -> range:
        """Indices of the sentences that a stretch touches."""
        first = self.sentence_at(start)
        if self.sentences[first].end <= start and first + 1 < len(self.sentences):
            first += 1
        return range(first, max(first, self.sentence_at(max(start, end - 1))) + 1)

    @cached_property
    def first_of_reporting(self) -> int:
        """Index of the first sentence that is reporting, not a headline or navigation."""
        for index, span in enumerate(self.sentences):
            if self.article.reports(span):
                return index
        return 0

    def language_of(self, index: int) -> str:
        """The language of a sentence that is not English, and so was not analysed; empty for all others."""
        passages = self.findings.foreign if self.findings else ()
        found = next((each for each in passages if each.span.overlaps(self.sentences[index])), None)
        return language_name(found.language) if found else ""

    def facts_of(self, index: int) -> tuple[Fact, ...]:
        """Facts found in a sentence."""
        return tuple(fact for fact in self.findings.facts if fact.sentence == index) if self.findings else ()


def guessed_sentences(text: str) -> Iterator[Span]:
    """Sentences by their punctuation, to read by until the article has been analysed."""
    for start, end in paragraphs(text):
        cuts = [start, *(match.end() for match in _SENTENCE_END.finditer(text, start, end)), end]
        for left, right in pairwise(cuts):
            stretch = text[left:right].rstrip()
            if stretch:
                yield Span(left, left + len(stretch))


class StorySheets:
    """The articles of one story set against each other, as far as they have been compared.

    Args:
        id, title: Of the story.
        sheets: In the story's order.
        story: None until it has been compared.
        annotations: The person's, of these articles.
        judged: Those of them that judge a claim, by the claim's id.
        grades: The person's grades of outlets, from A to F.
        ledger: None until it has been drawn up.
    """

    def __init__(
        self,
        id: str,
        title: str,
        sheets: Sequence[Sheet],
        story: Story | None = None,
        annotations: Iterable[Annotation] = (),
        judged: Mapping[str, Annotation] | None = None,
        grades: Mapping[str, str] | None = None,
        ledger: Ledger | None = None,
    ) -> None:
        self.id = id
        self.title = title
        self.sheets: Mapping[str, Sheet] = {sheet.article.id: sheet for sheet in sheets}
        self.story = story
        self.annotations: tuple[Annotation, ...] = tuple(annotations)
        self.judged: Mapping[str, Annotation] = judged or {}
        self.grades: Mapping[str, str] = grades or {}
        self.ledger = ledger
        self._on: dict[str, frozenset[str]] = {}

    def with_ledger(self, ledger: Ledger) -> StorySheets:
        """The same story with its ledger."""
        sheets = tuple(self.sheets.values())
        return StorySheets(self.id, self.title, sheets, self.story, self.annotations, self.judged, self.grades, ledger)

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of its articles, in order."""
        return tuple(self.sheets)

    @property
    def several(self) -> bool:
        """True where there is something to compare."""
        return len(self.sheets) > 1

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What there is to judge: claims that only repeat a part of another are left to it; none of a lone article."""
        claims = self.story.claims if self.story and self.several else ()
        return tuple(claim for claim in claims if claim.within is None)

    @cached_property
    def entities(self) -> tuple[StoryEntity, ...]:
        """People, bodies and places, the most mentioned first."""
        found = self.story.entities if self.story else ()
        return tuple(sorted(found, key=lambda entity: -len(entity.mentions)))

    @cached_property
    def _claims_by_sentence(self) -> dict[tuple[str, int], list[Claim]]:
        found: dict[tuple[str, int], list[Claim]] = {}
        for claim in self.claims:
            for passage in claim.passages:
                sheet = self.sheets.get(passage.article)
                for index in sheet.sentences_of(passage.start, passage.end) if sheet else ():
                    at = found.setdefault((passage.article, index), [])
                    if claim not in at:
                        at.append(claim)
        for claims in found.values():
            claims.sort(key=telling)
        return found

    def claims_at(self, article: str, sentence: int) -> Sequence[Claim]:
        """Claims that rest on a sentence, the most telling first."""
        return self._claims_by_sentence.get((article, sentence), ())

    def standing(self, article: str, sentence: int) -> ClaimStatus | None:
        """How a sentence stands to the other sources; None where nothing is claimed of it."""
        claims = self.claims_at(article, sentence)
        return claims[0].status if claims else None

    def counterpart(self, article: str, sentence: int, other: str, claim: Claim | None = None) -> Span | None:
        """The passage of another article on the same matter.

        Args:
            article: Where the reader is.
            sentence: Index of the sentence there.
            other: The article asked for.
            claim: The claim being looked at, whose passage goes before all others.
        """
        if claim and claim.of(article) and claim.of(other):
            return claim.of(other)[0].span
        for each in self.claims_at(article, sentence):
            if each.of(other):
                return each.of(other)[0].span
        span = self.sheets[article].sentences[sentence]
        best: tuple[float, Located] | None = None
        for alignment in self.story.alignments if self.story else ():
            for here, there in ((alignment.a, alignment.b), (alignment.b, alignment.a)):
                on_the_same = here.article == article and there.article == other and span.overlaps(here.span)
                if on_the_same and alignment.score > (best[0] if best else _LEAST_ALIGNMENT):
                    best = (alignment.score, there)
        return best[1].span if best else None

    def judgement(self, claim: Claim) -> Annotation | None:
        """What the person said of a claim."""
        return self.judged.get(claim.id)

    def of_kind(self, kind: Kind, only: Only = EVERYTHING) -> tuple[Claim, ...]:
        """Claims of a kind, in the order of the reading: differences first where all are asked for."""
        claims = self.claims if only == EVERYTHING else tuple(c for c in self.claims if self._is_of(c, only))
        if kind in ("all", "differences", "unjudged"):
            claims = tuple(sorted(claims, key=telling))
        if kind == "all":
            return claims
        if kind == "differences":
            return tuple(claim for claim in claims if differs(claim))
        if kind == "unjudged":
            return tuple(claim for claim in claims if self.judged_as(claim) is None)
        return tuple(claim for claim in claims if claim.status == kind)

    def _is_of(self, claim: Claim, only: Only) -> bool:
        if only.by == "matter":
            return claim.kind == only.value
        if only.by == "source":
            return any(passage.article == only.value for passage in claim.passages)
        if only.by == "entity":
            return claim.id in self._claims_on(only.value)
        return claim.sure is (only.value == "sure")

    def _claims_on(self, entity_id: str) -> frozenset[str]:
        """Ids of the claims in whose words an entity is mentioned."""
        if entity_id not in self._on:
            entity = next((each for each in self.entities if each.id == entity_id), None)
            found: set[str] = set()
            for mention in entity.mentions if entity else ():
                sheet = self.sheets.get(mention.article)
                for claim in self.claims_at(mention.article, sheet.sentence_at(mention.start)) if sheet else ():
                    if any(passage.span.contains(mention.span) for passage in claim.of(mention.article)):
                        found.add(claim.id)
            self._on[entity_id] = frozenset(found)
        return self._on[entity_id]

    def judged_as(self, claim: Claim) -> Judgement | None:
        """How the person judged a claim; a note or grade on it alone judges nothing."""
        found = self.judged.get(claim.id)
        return found.judge if found else None

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """A name for each article, no two alike: its source, with the day or a number where that does not tell."""
        names = {id: sheet.name.removesuffix(_UNKNOWN) for id, sheet in self.sheets.items()}
        days = {id: sheet.article.published or "" for id, sheet in self.sheets.items()}
        labels: dict[str, str] = {}
        for id, name in names.items():
            alike = [other for other in names if names[other] == name]
            if len(alike) > 1:
                dated = len({days[other][:10] for other in alike}) == len(alike) and days[id]
                name = f"{name} {days[id][5:10] if dated else alike.index(id) + 1}"
            labels[id] = name
        return labels

    # The ledger

    @cached_property
    def _accounts(self) -> Mapping[str, Account]:
        return {account.article: account for account in self.ledger.accounts} if self.ledger else {}

    @cached_property
    def _credibility(self) -> Mapping[str, Credibility]:
        return {each.claim: each for each in self.ledger.credibility} if self.ledger else {}

    @cached_property
    def claims_by_id(self) -> Mapping[str, Claim]:
        """All that is claimed, by id."""
        return {claim.id: claim for claim in self.story.claims} if self.story else {}

    def account(self, article: str) -> Account | None:
        """What an article adds and leaves out."""
        return self._accounts.get(article)

    def credibility(self, claim: Claim) -> Credibility | None:
        """What a claim may be worth, as suggested."""
        return self._credibility.get(claim.id)

    def wordings(self, subject: str) -> tuple[Wording, ...]:
        """How the sources word an entity, what it says, or the act of a claim."""
        return tuple(each for each in self.ledger.wordings if each.subject == subject) if self.ledger else ()

    def grade(self, article: str) -> str:
        """The person's grade of an article's outlet; empty where there is none."""
        return self.grades.get(self.sheets[article].article.source or "", "")

    # The person's marks

    def annotations_at(self, article: str, span: tuple[int, int]) -> tuple[Annotation, ...]:
        """The person's annotations that touch a stretch, judgements of claims left out; the closest fit first."""
        found = [
            annotation
            for annotation in self.annotations
            if not annotation.claim and not annotation.orphan
            for anchor in annotation.anchors
            if anchor.article == article and anchor.span.overlaps(span)
        ]
        return tuple(sorted(found, key=lambda each: _misfit(each, article, span)))

    def entity_at(self, article: str, span: tuple[int, int]) -> StoryEntity | None:
        """The entity named first in a stretch."""
        named = [
            (mention.start, number)
            for number, entity in enumerate(self.entities)
            for mention in entity.mentions
            if mention.article == article and span[0] <= mention.start < span[1]
        ]
        return self.entities[min(named)[1]] if named else None


def _misfit(annotation: Annotation, article: str, span: tuple[int, int]) -> int:
    return min(abs(a.start - span[0]) + abs(a.end - span[1]) for a in annotation.anchors if a.article == article)
