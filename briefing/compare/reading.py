"""An article as the comparison reads it: passages of reporting with their words, names, amounts and dates.

Everything later steps ask for is looked up once here, so that judging thousands of pairs of passages stays cheap.
"""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from briefing.compare.amounts import Amount, amount_of, duration_of
from briefing.compare.lexicon import Word, listed
from briefing.compare.periods import Period, Window, period_of
from briefing.compare.states import state_named
from briefing.model import Argument, Article, Fact, Findings, Located, Mention, Quote, Span, StoryEntity
from briefing.model.span import made

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_LIGHT = listed("light")
"""Lemmas that say nothing about the matter of a sentence."""
LONGEST = 700
"""Code points of a passage: one that is longer than several sentences points at nothing."""
_FEWEST_LETTERS = 8
_STATES = frozenset({"GPE", "NORP", "ORG", "LOC", "FAC"})
"""Types under which the recogniser files states; it is often wrong about which."""

_Found = TypeVar("_Found", Amount, Period)


@dataclass(frozen=True, eq=False)
class Passage:
    """One sentence of reporting.

    Attributes:
        number: Position among all passages of the story.
        source: Position of its article in the story.
        sentence: Index in the findings.
        span: Its code points.
        words: Content words, names left out.
        names: Story entities it mentions, pronouns resolved, in order.
        amounts, periods: Numbers and dates in it.
        facts: Its facts, reporting verbs included.
        first, last: Range of its tokens.
        kept: What was found of it and its facts so far, by what found it: see :func:`briefing.compare.kept.kept`.
    """

    number: int
    source: int
    sentence: int
    span: Span
    words: tuple[Word, ...]
    names: tuple[str, ...]
    amounts: tuple[Amount, ...]
    periods: tuple[Period, ...]
    facts: tuple[Fact, ...]
    first: int
    last: int
    kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def vocabulary(self) -> frozenset[Word]:
        """Its content words, each once."""
        return frozenset(self.words)


@dataclass(frozen=True, eq=False)
class Reading:
    """One article of the story.

    Attributes:
        source: Its position in the story.
        origin: Number of its origin.
        entity: Entity id of the findings -> id of the story's entity; a state under any of its names ("Tashkent", "the
            Uzbeks") is ``state:`` and its name.
        passages: Sentences of reporting, in order.
        window: When it appeared, by what the others tell, where it has no date and that can be told.
        kept: What was found of it, its facts, arguments and passages so far, as of a passage.
    """

    source: int
    article: Article
    findings: Findings
    origin: int
    entity: Mapping[str, str]
    passages: tuple[Passage, ...] = field(default=())
    window: Window | None = None
    kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)

    def stays(self, now: Reading, number: int) -> bool:
        """True where the article stands where it stood, says what it said, and its names are whose they were.

        Args:
            now: It as it is now, without its passages.
            number: Of its first passage in the story now.
        """
        ours, theirs = self.findings, now.findings
        return (
            (self.source, self.origin) == (now.source, now.origin)
            and (ours.text_hash, ours.pipeline) == (theirs.text_hash, theirs.pipeline)
            and (self.window, ours.times) == (now.window, theirs.times)
            and self.article == now.article
            and self.entity == now.entity
            and (not self.passages or self.passages[0].number == number)
        )

    @property
    def day(self) -> dt.date | None:
        """The day of publication, where it is known or can be told exactly."""
        if self.window is not None and self.window.first == self.window.last:
            return self.window.first
        return self.article.day

    @cached_property
    def quotes(self) -> dict[str, Quote]:
        """Quotations by id."""
        return {quote.id: quote for quote in self.findings.quotes}

    @cached_property
    def slots(self) -> dict[Span, Any]:
        """What governs each number looked at so far: filled by the alignment."""
        return {}

    @cached_property
    def token_starts(self) -> list[int]:
        """Starts of the tokens, for looking one up by its place."""
        return [token.start for token in self.findings.tokens]

    @cached_property
    def mention_starts(self) -> list[int]:
        """Starts of the mentions."""
        return [mention.start for mention in self.findings.mentions]

    def text(self, span: tuple[int, int]) -> str:
        """The words of a span."""
        return self.article.text[span[0] : span[1]]

    def located(self, span: tuple[int, int]) -> Located:
        """A span as a passage of this article."""
        return Located(article=self.article.id, start=span[0], end=span[1])

    def tokens(self, span: tuple[int, int]) -> range:
        """Indices of the tokens that begin within a span."""
        starts = self.token_starts
        first = bisect.bisect_left(starts, span[0])
        return range(first, bisect.bisect_left(starts, span[1], first))

    def words(self, span: tuple[int, int]) -> list[Word]:
        """Content words of a span, names and all."""
        inside = self.tokens(span)
        return [word for word in self._content[inside.start : inside.stop] if word is not None]

    @cached_property
    def content(self) -> frozenset[Word]:
        """All content words, names and all."""
        return frozenset(word for word in self._content if word is not None)

    @cached_property
    def _content(self) -> list[Word | None]:
        """Each token as a content word; None for others."""
        return [made(Word, (t.lemma, t.pos)) if t.pos in _CONTENT else None for t in self.findings.tokens]

    @cached_property
    def _common(self) -> list[Word | None]:
        """The content words but proper nouns, as of :attr:`_content`."""
        return [None if word is None or word.pos == "PROPN" else word for word in self._content]

    @cached_property
    def _name_words(self) -> list[tuple[int, Word]]:
        """The end of each mention, and whom it names, as a word."""
        return [(end, made(Word, (name, "NAME"))) for end, name in self._named]

    @cached_property
    def _named(self) -> list[tuple[int, str]]:
        """The end of each mention, and whom it names in the story."""
        entity, article = self.entity, self.article.id
        return [(m.end, entity.get(m.entity, f"{article}:{m.entity}")) for m in self.findings.mentions]

    @cached_property
    def _mentions(self) -> dict[tuple[int, int], Sequence[Mention]]:
        """Mentions of the spans asked for so far."""
        return {}

    @cached_property
    def _heads(self) -> dict[tuple[int, int], Word | None]:
        """Head words of the spans asked for so far."""
        return {}

    def mentions(self, span: tuple[int, int]) -> Sequence[Mention]:
        """Mentions within a span, in order."""
        known = self._mentions.get(span)
        if known is None:
            low = bisect.bisect_left(self.mention_starts, span[0])
            high = bisect.bisect_left(self.mention_starts, span[1])
            known = [mention for mention in self.findings.mentions[low:high] if mention.end <= span[1]]
            self._mentions[span] = known
        return known

    def names(self, span: tuple[int, int]) -> list[str]:
        """Story entities that a span mentions, pronouns resolved, in order."""
        low = bisect.bisect_left(self.mention_starts, span[0])
        high = bisect.bisect_left(self.mention_starts, span[1], low)
        return [name for end, name in self._named[low:high] if end <= span[1]]

    def terms(self, spans: Iterable[tuple[int, int]]) -> frozenset[Word]:
        """Content words of some spans but proper nouns, and whom the spans name, as words of a kind of their own."""
        starts, common, mentions, named = self.token_starts, self._common, self.mention_starts, self._name_words
        found: set[Word | None] = set()
        for start, end in spans:
            first = bisect.bisect_left(starts, start)
            found.update(common[first : bisect.bisect_left(starts, end, first)])
            low = bisect.bisect_left(mentions, start)
            high = bisect.bisect_left(mentions, end, low)
            if low < high:
                found.update([word for last, word in named[low:high] if last <= end])
        return frozenset(word for word in found if word is not None)

    def head(self, argument: Argument) -> Word | None:
        """The head word of an argument."""
        span = argument.head or argument.span
        if span not in self._heads:
            found = self.tokens(span)
            tokens = self.findings.tokens
            self._heads[span] = Word(tokens[found[-1]].lemma, tokens[found[-1]].pos) if found else None
        return self._heads[span]

    def speaker(self, quote_id: str | None) -> str | None:
        """Who said what a quotation holds: a story entity's id, else the speaker in lower case."""
        quote = self.quotes.get(quote_id or "")
        if quote is None:
            return None
        if quote.entity is not None:
            return self.entity.get(quote.entity, f"{self.article.id}:{quote.entity}")
        return (quote.speaker or "").lower() or None


def read_articles(
    articles: Sequence[Article],
    findings: Mapping[str, Findings],
    origins: Mapping[str, int],
    entities: Iterable[StoryEntity],
    earlier: Mapping[str, Reading] | None = None,
    appeared: Mapping[str, Window] | None = None,
) -> tuple[Reading, ...]:
    """The articles of a story, in their order, with passages numbered throughout.

    Args:
        articles: In the story's order.
        findings: By article id.
        origins: Article id -> number of its origin.
        entities: Of the story.
        earlier: Articles as they were read for an earlier comparison, by id; those that stayed as they were are taken
            as they are, with all that was found of them.
        appeared: Article id -> when it appeared, of those without a date of which that can be told.
    """
    earlier, appeared = earlier or {}, appeared or {}
    of_story: dict[str, dict[str, str]] = {article.id: {} for article in articles}
    for entity in entities:
        for mention in entity.mentions:
            if mention.article in of_story:
                of_story[mention.article][mention.entity] = entity.id
    for article in articles:
        for known in findings[article.id].entities:
            state = state_named(known.name) if known.type in _STATES else None
            if state is not None:
                of_story[article.id][known.id] = f"state:{state}"
    readings: list[Reading] = []
    number = 0
    for source, article in enumerate(articles):
        found, window = findings[article.id], appeared.get(article.id)
        blank = Reading(source, article, found, origins[article.id], of_story[article.id], window=window)
        reading = earlier.get(article.id)
        if reading is None or not reading.stays(blank, number):
            passages = _passages(blank, number)
            reading = Reading(source, article, found, blank.origin, blank.entity, passages, window)
        number += len(reading.passages)
        readings.append(reading)
    return tuple(readings)


def _passages(reading: Reading, number: int) -> tuple[Passage, ...]:
    found = reading.findings
    facts: dict[int, list[Fact]] = {}
    for fact in found.facts:
        facts.setdefault(fact.sentence, []).append(fact)
    starts = [span.start for span in found.sentences]
    amounts = _by_sentence(starts, _amounts(reading))
    periods = _by_sentence(starts, (p for p in map(period_of, found.times) if p is not None))
    passages: list[Passage] = []
    for index, sentence in enumerate(found.sentences):
        if not reading.article.reports(sentence):
            continue
        span = Span(sentence.start, min(sentence.end, sentence.start + LONGEST))
        letters = filter(str.isalpha, reading.text(span))
        if next(itertools.islice(letters, _FEWEST_LETTERS - 1, None), None) is None:
            continue
        tokens = reading.tokens(span)
        passages.append(
            Passage(
                number + len(passages),
                reading.source,
                index,
                span,
                _matter(reading, span),
                tuple(dict.fromkeys(reading.names(span))),
                tuple(amounts.get(index, ())),
                tuple(periods.get(index, ())),
                tuple(facts.get(index, ())),
                tokens.start,
                tokens.stop,
            )
        )
    return tuple(passages)


def _matter(reading: Reading, span: Span) -> tuple[Word, ...]:
    """Content words outside names, light ones left out."""
    low = bisect.bisect_left(reading.mention_starts, span.start)
    high = bisect.bisect_left(reading.mention_starts, span.end)
    named = [m.span for m in reading.findings.mentions[low:high] if m.form != "nominal"]
    tokens = reading.findings.tokens
    words: list[Word] = []
    at = 0
    for i in reading.tokens(span):
        token = tokens[i]
        while at < len(named) and named[at].end <= token.start:
            at += 1
        if at < len(named) and named[at].start <= token.start:
            continue
        lemma = token.lemma
        if token.pos in _CONTENT and lemma not in _LIGHT and (lemma.isalnum() or any(map(str.isalnum, lemma))):
            words.append(made(Word, (token.lemma, token.pos)))
    return tuple(words)


def _amounts(reading: Reading) -> Iterable[Amount]:
    text = reading.article.text
    taken: list[Span] = []
    for quantity in reading.findings.quantities:
        taken.append(quantity.span)
        yield amount_of(quantity, text)
    for time in reading.findings.times:
        if time.type == "DURATION" and not any(span.overlaps(time.span) for span in taken):
            amount = duration_of(time, text)
            if amount is not None:
                yield amount


def _by_sentence(starts: Sequence[int], found: Iterable[_Found]) -> dict[int, list[_Found]]:
    """What stands in each sentence, by start."""
    rows: dict[int, list[_Found]] = {}
    for one in found:
        rows.setdefault(bisect.bisect_right(starts, one.span.start) - 1, []).append(one)
    for row in rows.values():
        row.sort(key=lambda one: one.span)
    return rows
