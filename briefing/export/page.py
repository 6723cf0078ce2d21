"""What every section of a story's summary works with: names of the sources, quoting with footnotes, claims in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from briefing.export.dossier import Dossier, labels
from briefing.export.escaping import inline
from briefing.export.footnotes import Footnotes
from briefing.export.reprints import SentenceIndex, word_set
from briefing.export.wording import WHOLE, join_names, quoted
from briefing.model import Claim, ClaimStatus, ClaimValue, Located, Span

CREDIBILITY = {
    1: "confirmed by other sources", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable",
    6: "cannot be judged",
}  # fmt: skip
"""The Admiralty code's credibility of an information."""


LARGE_PART = 0.6
"""From which share of a sentence on a passage needs no bold to stand out in it."""


class Voice(NamedTuple):
    """One origin's account of a claim: its articles that carry it, the fullest first, and the passages of the first."""

    articles: tuple[str, ...]
    passages: tuple[Located, ...]

    @property
    def span(self) -> Span:
        """The longest passage."""
        return max((passage.span for passage in self.passages), key=lambda span: span.length)


class Page:
    """One story on the way to paper.

    Args:
        dossier: The story.
        footnotes: Takes every citation; shared by the stories of one file.
    """

    def __init__(self, dossier: Dossier, footnotes: Footnotes) -> None:
        self.dossier = dossier
        self.story = dossier.story
        self.footnotes = footnotes
        self.articles = {article.id: article for article in dossier.articles}
        self.findings = dossier.findings
        self.labels = labels(dossier.articles)
        self._order = {article.id: index for index, article in enumerate(dossier.articles)}
        self._origins = [group.articles for group in self.story.origins]
        self._indexes: dict[str, SentenceIndex] = {}

    def quote(
        self, article: str, span: Span, *, limit: int = WHOLE, focus: Sequence[Span] = (), stop: bool = True
    ) -> str:
        """Words of a source in quotation marks, with their footnote; arguments as of :func:`quoted`."""
        words = quoted(self.articles[article].text, span, limit=limit, focus=focus, stop=stop)
        return f"{words}{self.mark(article, span)}"

    def tell(
        self, article: str, span: Span, *, limit: int = WHOLE, focus: Sequence[Span] = (), stop: bool = True
    ) -> str:
        """Words of a source as :meth:`quote` gives them; a scrap of a sentence is told within its sentence, in bold.

        "to sign a treaty" alone would hide that somebody refused to.
        """
        return self.tell_parts(article, self.in_context(article, span), [span], limit=limit, focus=focus, stop=stop)

    def tell_parts(
        self,
        article: str,
        whole: Span,
        parts: Sequence[Span],
        *,
        limit: int = WHOLE,
        focus: Sequence[Span] = (),
        stop: bool = True,
    ) -> str:
        """A stretch of a source, with those parts of it in bold that it is told for, unless they are most of it."""
        meant = sum(span.length for span in _joined(parts))
        small = meant < LARGE_PART * whole.length and meant <= limit
        return self.quote(article, whole, limit=limit, focus=focus or (_joined(parts) if small else ()), stop=stop)

    def cite(self, article: str, span: Span) -> str:
        """The footnote that :meth:`tell` sets."""
        return self.mark(article, self.in_context(article, span))

    def in_context(self, article: str, span: Span) -> Span:
        """The words that :meth:`tell` gives: the passage, or the sentence it cannot do without."""
        whole = self.sentence_span(article, span.start)
        if whole is None or not whole.contains(span) or self.is_independent(article, span):
            return span
        return whole

    def is_independent(self, article: str, span: Span) -> bool:
        """True where a passage begins as a sentence does."""
        words = span.of(self.articles[article].text).lstrip(" \"'“‘(")
        return not words[:1].islower()

    def mark(self, article: str, span: Span) -> str:
        """A footnote alone: of the whole sentence, where only its marks of punctuation are missing."""
        return self.footnotes.mark(article, self._with_punctuation(article, span))

    def name(self, *articles: str) -> str:
        """The names of sources, escaped: "RFE/RL and Reuters"."""
        return join_names([inline(self.labels[article], start=True) for article in articles])

    def voice_name(self, voice: Voice) -> str:
        """The source of an account, with those that carry the same copy in brackets."""
        first, *others = voice.articles
        return f"{self.name(first)} (also in {self.name(*others)})" if others else self.name(first)

    def voices(self, claim: Claim) -> list[Voice]:
        """A claim's accounts, one an origin, in the story's order."""
        carrying = {passage.article for passage in claim.passages if passage.article in self.articles}
        groups = [*self._origins, *((article,) for article in carrying if not self._has_origin(article))]
        voices = []
        for group in groups:
            told = tuple(article for article in group if article in carrying)
            if told:
                voices.append(Voice(told, claim.of(told[0])))
        return sorted(voices, key=lambda voice: self._order[voice.articles[0]])

    def claims(self, *statuses: ClaimStatus) -> list[Claim]:
        """Claims of these kinds, those the reports rank highest first.

        Left out are those whose every passage lies within another's, and those that are offered without certainty and
        not judged by the person yet (see :meth:`undecided`); what one source alone says is always told. An agreement
        whose words hold what sources differ on is left to that difference, which quotes them.
        """
        chosen = [
            claim
            for claim in self.story.claims
            if claim.status in statuses and self._is_cited(claim) and not self._is_open(claim)
            if not self._holds_contested(claim)
        ]
        by_place: dict[tuple[str, int], list[Claim]] = {}
        for claim in chosen:
            for passage in claim.passages:
                by_place.setdefault((passage.article, self.sentence(passage)), []).append(claim)
        order = {claim.id: index for index, claim in enumerate(chosen)}
        kept = []
        for claim in chosen:
            first = claim.passages[0]
            wider = [each for each in by_place[(first.article, self.sentence(first))] if self._within(claim, each)]
            if not any(not self._within(each, claim) or order[each.id] < order[claim.id] for each in wider):
                kept.append(claim)
        return sorted(kept, key=self._rank)

    def undecided(self) -> list[Claim]:
        """Claims of several origins that are for the person to decide, the highest ranking first."""
        return sorted(filter(self._is_open, filter(self._is_cited, self.story.claims)), key=self._rank)

    def copied_from(self, article: str, span: Span) -> tuple[str, Span] | None:
        """Where a reprint has its words from: a sentence of an earlier article of its origin that is near the same."""
        group = next((group for group in self._origins if article in group), ())
        words = word_set(span.of(self.articles[article].text))
        for original in group[: group.index(article)] if group else ():
            if (sentence := self._index(original).alike(words)) is not None:
                return original, sentence
        return None

    def _index(self, article: str) -> SentenceIndex:
        """The sentences of an article by their words, read once."""
        if article not in self._indexes:
            found = self.findings.get(article)
            text = self.articles[article].text if article in self.articles else ""
            self._indexes[article] = SentenceIndex(text, found.sentences if found else ())
        return self._indexes[article]

    def values(self, claim: Claim, article: str) -> list[Span]:
        """The words of one article on which a claim turns."""
        return [value.span for value in claim.values if value.article == article]

    def sentence(self, passage: Located) -> int:
        """Index of the sentence in which a passage begins; its start where the article is not analysed."""
        found = self.findings.get(passage.article)
        return bisect_right(found.sentences, passage.start, key=_start) - 1 if found else passage.start

    def sentence_span(self, article: str, at: int) -> Span | None:
        """The sentence that holds a code point."""
        found = self.findings.get(article)
        if found is None:
            return None
        index = bisect_right(found.sentences, at, key=_start) - 1
        return found.sentences[index] if index >= 0 and found.sentences[index].end > at else None

    def _with_punctuation(self, article: str, span: Span) -> Span:
        sentence = self.sentence_span(article, span.start)
        if sentence is None or not sentence.contains(span):
            return span
        text = self.articles[article].text
        around = text[sentence.start : span.start] + text[span.end : sentence.end]
        return span if any(character.isalnum() for character in around) else sentence

    def verdict(self, claim: Claim) -> str:
        """The person's judgement of a claim, to stand behind it; empty where there is none."""
        note = self.dossier.judgement(claim)
        if note is None or note.judge is None:
            return ""
        said: list[str] = [note.judge]
        if note.confidence in CREDIBILITY:
            said.append(CREDIBILITY[note.confidence])
        words = f": {inline(note.note)}" if note.note.strip() else ""
        return f" — *analyst: {', '.join(said)}*{words}"

    def position(self, passage: Located) -> float:
        """How far down its article a passage stands, from 0 to 1."""
        return passage.start / max(1, len(self.articles[passage.article].text))

    def _rank(self, claim: Claim) -> tuple[int, float, str]:
        places = [self.position(passage) for passage in claim.passages]
        return -claim.origins, sum(places) / len(places), claim.id

    def _within(self, inner: Claim, outer: Claim) -> bool:
        """True where every passage of one claim lies within a passage of the other, and it turns on nothing else."""
        if inner is outer or not set(inner.values) <= set(outer.values):
            return False
        return all(
            any(
                other.article == passage.article
                and self._with_punctuation(other.article, other.span).contains(passage.span)
                for other in outer.passages
            )
            for passage in inner.passages
        )

    def _holds_contested(self, claim: Claim) -> bool:
        """True of an agreement that would quote, as agreed, the very words of a conflict."""
        return claim.status == "agreed" and any(
            passage.article == value.article and passage.span.contains(value.span)
            for passage in claim.passages
            for value in self._contested
        )

    @cached_property
    def _contested(self) -> tuple[ClaimValue, ...]:
        return tuple(
            v for claim in self.story.claims if claim.status == "conflict" and claim.sure for v in claim.values
        )

    def _is_open(self, claim: Claim) -> bool:
        return not claim.sure and claim.status != "single" and self.dossier.judgement(claim) is None

    def _is_cited(self, claim: Claim) -> bool:
        return bool(claim.passages) and all(passage.article in self.articles for passage in claim.passages)

    def _has_origin(self, article: str) -> bool:
        return any(article in group for group in self._origins)


def _start(sentence: Span) -> int:
    return sentence.start


def bullets(lines: Iterable[str]) -> str:
    """A Markdown list."""
    return "\n".join(f"- {line}" for line in lines)


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same code points as spans that do not overlap, by start."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1].hull(span)
        else:
            joined.append(span)
    return tuple(joined)
