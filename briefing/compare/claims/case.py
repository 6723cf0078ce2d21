"""What a rule is handed, and what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from typing import Any, NamedTuple

from briefing.compare.alignment import Aligned, Matcher
from briefing.compare.alignment.facts import FactPair
from briefing.compare.alignment.likeness import Close
from briefing.compare.chronology import order
from briefing.compare.claims.index import Beside
from briefing.compare.earlier import Earlier
from briefing.compare.lexicon import Word
from briefing.compare.reading import Passage, Reading
from briefing.model import ClaimKind, ClaimStatus, Fact, Span
from briefing.model.span import made


class Value(NamedTuple):
    """The words on which a verdict turns, in one article, and what they come to."""

    source: int
    span: Span
    value: str


class Verdict(NamedTuple):
    """What one rule says of one pair of passages.

    Attributes:
        status: Agreed, compatible, update or conflict.
        kind: What it is about; None for plain agreement.
        rule: Name of the rule.
        why: One line for a reader; the working where something was worked out.
        values: The words that agree or differ.
        facts: The two facts it rests on, where it rests on facts.
        sure: False where the person should decide.
        weight: Which of two verdicts on the same words stands; higher wins.
        issue: Verdicts of one status, kind and issue on passages that hang together are one claim.
    """

    status: ClaimStatus
    kind: ClaimKind | None
    rule: str
    why: str
    values: tuple[Value, ...] = ()
    facts: tuple[Fact, Fact] | None = None
    sure: bool = True
    weight: float = 1.0
    issue: str = ""


class Case:
    """Two passages with all that rules ask for.

    Attributes:
        a: The first passage; it stands in the earlier article of the story.
        b: The second.
        ours: The first passage's article.
        theirs: The second passage's article.
        readings: All articles of the story.
        lexicon: Which words are alike or opposed.
        like: How alike the story's words and passages are.
        later: True where b's article appeared after a's, False before, None where unknown or the same day.
        aligned: The pair; scored when it is first asked for, since a rule that turns on no score does without.
        kept: What was found of the story so far, by what found it.
    """

    __slots__ = ("_cases", "a", "aligned", "b", "kept", "later", "lexicon", "like", "ours", "readings", "theirs")

    aligned: Aligned
    later: bool | None

    def __init__(self, cases: CaseMaker, a: Passage, b: Passage) -> None:
        self.a, self.b = a, b
        self.readings = cases.readings
        self.ours, self.theirs = cases.readings[a.source], cases.readings[b.source]
        self.lexicon, self.like = cases.lexicon, cases.matcher.like
        self.kept = cases.kept
        self._cases = cases

    def __getattr__(self, name: str) -> Any:
        """Fills in, at the first asking, what many a case is never asked for."""
        if name == "aligned":
            self.aligned = self._cases.scored(self.a, self.b)
            return self.aligned
        if name == "later":
            self.later = self._cases.later(self.a.source, self.b.source)
            return self.later
        raise AttributeError(name)

    @property
    def threshold(self) -> float:
        """The least score of passages that are on one matter."""
        return self._cases.matcher.scorer.threshold

    @property
    def earlier(self) -> Earlier:
        """What earlier comparisons of the story left."""
        return self._cases.matcher.earlier

    def pairs(self, least: float) -> Sequence[FactPair]:
        """Facts of both that are likely one event, strongest first."""
        pairs = self.aligned.pairs
        return [pair for pair in pairs if pair.strength >= least] if least > 0 else pairs

    def shared(self, ours: Set[Word], theirs: Set[Word]) -> float:
        """The share of words, by rarity, that others have or say by a word of like sense."""
        return self.like.shared(ours, theirs)

    def values(self, ours: tuple[Span, str], theirs: tuple[Span, str]) -> tuple[Value, Value]:
        """One value of each passage."""
        return made(Value, (self.a.source, *ours)), made(Value, (self.b.source, *theirs))

    def called(self, source: int) -> str:
        """How a line for the reader names an article."""
        article = self.readings[source].article
        return article.source or article.title or f"source {source + 1}"


class CaseMaker:
    """Makes cases of any two passages, also of those that alignment did not propose.

    Args:
        matcher: The story's passages and measures.
        aligned: Its pairs of passages, which are not scored again.
    """

    def __init__(self, matcher: Matcher, aligned: Sequence[Aligned]) -> None:
        self.matcher = matcher
        self.readings = matcher.readings
        self.lexicon = matcher.lexicon
        self._known = {(pair.a.number, pair.b.number): pair for pair in aligned}
        self._later: dict[tuple[int, int], bool | None] = {}
        self.told: Counter[str] = Counter(name for passage in matcher.passages for name in passage.names)
        """How many passages tell of each name."""
        self.kept: dict[Any, dict[Any, Any]] = {}
        """What was found of the story so far, by what found it: see :func:`briefing.compare.kept.kept`."""

    @cached_property
    def beside(self) -> Beside | None:
        """Which reports are near each other; None in a story of so few that every two are set against each other."""
        matcher = self.matcher
        if isinstance(matcher.like, Close):
            return None
        source = [passage.source for passage in matcher.passages]
        return Beside(len(self.readings), ((source[i], source[j]) for i, j in matcher.like.pairs()))

    def of(self, a: Passage, b: Passage) -> Case:
        """The case of two passages of different articles, the earlier article's first."""
        if a.source > b.source:
            a, b = b, a
        return Case(self, a, b)

    def scored(self, a: Passage, b: Passage) -> Aligned:
        """The pair of two passages, as the alignment has it or, where it has not, scored now."""
        pair = self._known.get((a.number, b.number))
        if pair is None:
            looked = self.matcher.look(a, b)
            pair = self._known[a.number, b.number] = Aligned(a, b, self.matcher.scorer.score(looked), (), looked)
        return pair

    def later(self, one: int, other: int) -> bool | None:
        """True where the article at ``other`` appeared after the one at ``one``, None where that cannot be known."""
        if one > other:
            turned = self.later(other, one)
            return None if turned is None else not turned
        if (one, other) not in self._later:
            self._later[one, other] = publication_order(self.readings[one], self.readings[other])
        return self._later[one, other]

    def unordered(self, one: int, other: int) -> bool:
        """True where one of two articles has no date, and nothing known of them by themselves tells their order."""
        dated = all(self.readings[i].article.day is not None for i in (one, other))
        return not dated and self.later(one, other) is None

    def order(self, later: Mapping[tuple[int, int], bool]) -> None:
        """Take the order of some articles as told: their positions, the lower first -> whether the second is later."""
        self._later.update(later)


def publication_order(a: Reading, b: Reading) -> bool | None:
    """True where ``b`` appeared later than ``a``, False where earlier, None where that cannot be known.

    Dates alone order only different days; times order hours where both have a time.
    """
    one, other = a.article, b.article
    if one.day is None or other.day is None:
        return order(a, b)
    first, second = one.moment, other.moment
    if first is not None and second is not None and (first.tzinfo is None) == (second.tzinfo is None):
        return None if first == second else first < second
    return None if one.day == other.day else one.day < other.day
