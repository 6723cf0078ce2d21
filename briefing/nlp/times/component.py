"""``briefing_times``: time expressions of a Doc, resolved against the day of publication (TIMEX3)."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec
from spacy.tokens import Doc, Token
from spacy.training import Example

from briefing.model import Article, Span, Time
from briefing.nlp import extensions
from briefing.nlp.numerals import Lexeme, read
from briefing.nlp.times.anchors import Dated, anchor_of, day_by_weekday
from briefing.nlp.times.context import Context, Resolved, Tense, day_of
from briefing.nlp.times.guards import GUARDS
from briefing.nlp.times.lexicon import classify
from briefing.nlp.times.place import Place
from briefing.nlp.times.quoted import SPEAKING, Quotations
from briefing.nlp.times.relative import PROBES, relative
from briefing.nlp.times.rules import Match, candidates
from briefing.nlp.times.scoring import score_times
from briefing.nlp.times.tense import of_an_event, tense_of

_PAGE = frozenset({"navigation", "promotion", "footer"})
"""Furniture in which nothing is looked for; headline, byline and dateline do tell times."""
_REMEMBERED = 3
"""Sentences after which "the previous year" no longer counts from a year or month that was named."""
_DAY_REMEMBERED = 6
"""The same for days: "the day before", "later in the day"."""


_DATES = frozenset({"iso date", "day of a year", "day of a month", "day and clock time", "clock time on a day"})
_NAMED_DAYS = frozenset({"weekday", "day of a month", "day of a year", "weekday from here"})
_ONLY_RESOLVED = frozenset({"then"})
"""Rules whose words are a time only where the text has named one: "since then"."""
_PLACED = frozenset({"DATE", "TIME"})
_FROM_HERE = frozenset({"day from here", "tonight", "part of this day", "part of a day", "clock time and part", "ago"})


class Times:
    """Finds time expressions and writes ``doc._.times``."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.times``."""
        extensions.register()
        lexemes = read(extensions.text_of(doc))
        doc._.times = tuple(_Reading(doc, lexemes).times())
        return doc

    def score(self, examples: Iterable[Example], **_: object) -> dict[str, float]:
        """How well the component does on examples with times of their own; see :func:`score_times`."""
        return score_times(examples)


class _Reading:
    """One pass through one Doc, in the order of the text, since times count from earlier ones."""

    def __init__(self, doc: Doc, lexemes: Sequence[Lexeme]) -> None:
        self.doc = doc
        self.lexemes = lexemes
        self.text = extensions.text_of(doc)
        self.article: Article | None = doc._.article
        self.starts: list[int] = doc.to_array("IDX").tolist()
        self.quotations = Quotations(self.text)
        self.spoken_on: dict[int, dt.date] = {}
        self.coming: set[int] = set()
        self.sentences = _sentence_numbers(doc)
        moment = _moment(self.article)
        self.context = Context(
            day=self.article.day if self.article else None, moment=moment, offset=_offset(self.article)
        )
        self.spoken_at = self.day_at = 0

    def times(self) -> list[Time]:
        """The times, by start; none overlaps another."""
        matches = [match for match in candidates(self.lexemes, classify(self.lexemes)) if self._allowed(match)]
        chosen = _longest(matches)
        if self.context.day is None:
            self._read_anchor(chosen)
        known = self._resolved(chosen)
        if self.context.day is None:
            known = self._told_from_publication(chosen, known)
        return [time for time in known if time.value or time.relative or time.rule not in _ONLY_RESOLVED]

    def _resolved(self, matches: Sequence[Match]) -> list[Time]:
        """What they mean, as far as the context tells."""
        self.spoken_on = self._days_of_speech(matches)
        self.coming = self._coming_weekdays(matches)
        self.spoken_at = self.day_at = 0
        return [self._time(match) for match in matches]

    def _told_from_publication(self, matches: Sequence[Match], known: Sequence[Time]) -> list[Time]:
        """The same times, with what hangs on the day of publication, which nothing here tells."""
        shown: list[list[str | None]] = []
        for day in PROBES:
            self.context = Context(day=day, offset=self.context.offset)
            shown.append([time.value for time in self._resolved(matches)])
        found: list[Time] = []
        for time, *values in zip(known, *shown, strict=True):
            hangs = time.type in _PLACED and len(set(values)) > 1
            fits = relative(dict(zip(PROBES, values, strict=True))) if hangs else None
            found.append(msgspec.structs.replace(time, relative=fits) if fits else time)
        return found

    def _days_of_speech(self, matches: Sequence[Match]) -> dict[int, dt.date]:
        """Sentence -> the one day that it names outside its quotation marks, where the tense is past."""
        named: dict[int, dt.date] = {}
        for match in matches:
            token = self._token(match)
            if match.rule.name not in _NAMED_DAYS or self.quotations.holds(token.idx) or not _telling(token):
                continue
            context = replace(self.context, tense=lambda: "past")
            if there := day_of(match.rule.resolve(match.slots, context).value):
                named[self.sentences[token.i]] = there
        return named

    def _coming_weekdays(self, matches: Sequence[Match]) -> set[int]:
        """The weekdays of which the text says elsewhere that they lie ahead, and nowhere that they are past."""
        tenses: dict[int, set[str]] = {}
        for match in matches:
            token = self._token(match)
            if "WEEKDAY" in match.slots and "REL" not in match.slots and not of_an_event(token):
                tenses.setdefault(int(match.slots["WEEKDAY"]), set()).add(tense_of(token))
        return {weekday for weekday, found in tenses.items() if "future" in found and "past" not in found}

    def _tense(self, match: Match, token: Token) -> Tense:
        """Of the verb that a time belongs to; "Monday's debate" is to come where the text tells so elsewhere."""
        if self.coming and int(match.slots.get("WEEKDAY", 0)) in self.coming and of_an_event(token):
            return "future"
        return tense_of(token)

    def _allowed(self, match: Match) -> bool:
        start, end = self.lexemes[match.first].start, self.lexemes[match.last].end
        if self.article and any(
            mark.kind in _PAGE and mark.start < end and start < mark.end for mark in self.article.furniture
        ):
            return False
        if "\n" in self.text[start:end] or self._runs_on(match.last):
            return False
        if not match.rule.guard:
            return True
        return GUARDS[match.rule.guard](Place(self.lexemes, match.first, match.last, self._token(match)))

    def _runs_on(self, last: int) -> bool:
        """As in "March 4C": letters hang on the figure that would end the expression."""
        follows = self.lexemes[last + 1] if last + 1 < len(self.lexemes) else None
        return follows is not None and follows.kind == "word" and not follows.spaced and self.lexemes[last].figures

    def _token(self, match: Match) -> Token:
        return self.doc[max(0, bisect_right(self.starts, self.lexemes[match.last].start) - 1)]

    def _time(self, match: Match) -> Time:
        token = self._token(match)
        context = self.context
        sentence = self.sentences[token.i]
        if sentence - self.spoken_at >= _REMEMBERED:
            context.spoken = None
        if sentence - self.day_at >= _DAY_REMEMBERED:
            context.spoken_day = None
        start, end = self.lexemes[match.first].start, self.lexemes[match.last].end
        context.text = self._words(match)
        context.tense = lambda: self._tense(match, token)
        found = match.rule.resolve(match.slots, self._as_spoken(match, context, sentence))
        self._remember(found, sentence)
        return Time(start=start, end=end, type=found.type, value=found.value, mod=found.mod, rule=match.rule.name)

    def _words(self, match: Match) -> str:
        words = self.text[self.lexemes[match.first].start : self.lexemes[match.last].end]
        return re.sub(r"\s+", " ", words.lower().replace("’", "'"))

    def _as_spoken(self, match: Match, context: Context, sentence: int) -> Context:
        """Inside quotation marks, "yesterday" counts from the day the sentence says the words were spoken."""
        if match.rule.name not in _FROM_HERE or not self.quotations.holds(self._token(match).idx):
            return context
        return replace(context, day=self.spoken_on.get(sentence, context.day), moment=None)

    def _remember(self, found: Resolved, sentence: int) -> None:
        if found.value and found.type in ("DATE", "TIME") and found.value[:4].isdecimal():
            self.context.spoken, self.spoken_at = found.value, sentence
            if there := day_of(found.value):
                self.context.spoken_day, self.day_at = there, sentence

    def _read_anchor(self, matches: Sequence[Match]) -> None:
        """Without a day of publication, the day that the text proves it to be of stands for it."""
        anchor = anchor_of(self.text, self.article.furniture if self.article else (), self._dates(matches))
        self.context.day, self.context.dateline = anchor.day, anchor.dateline
        self.context.dateline_weekday = anchor.weekday
        if anchor.dateline and (weekday := anchor.weekday or self._weekday_of_lead(matches)):
            years = [(year, ahead) for match in matches for year, ahead in [self._year_told(match)] if year]
            latest = max((year for year, ahead in years if not ahead), default=0)
            first = min((year for year, ahead in years if ahead and year > latest), default=None)
            self.context.day = day_by_weekday(anchor.dateline, weekday, latest, first) if latest else None

    def _weekday_of_lead(self, matches: Sequence[Match]) -> int:
        """The one weekday on which the sentence after the dateline says that something happened; else 0."""
        marks = self.article.furniture if self.article else ()
        behind = next((mark.end for mark in marks if mark.kind == "dateline"), None)
        if behind is None:
            return 0
        lead: int | None = None
        days: set[int] = set()
        for match in matches:
            token = self._token(match)
            if token.idx < behind or self.quotations.holds(token.idx):
                continue
            lead = self._sentence_after(behind) if lead is None else lead
            if self.sentences[token.i] != lead:
                break
            if match.rule.name == "weekday":
                days.add(int(match.slots["WEEKDAY"]) if tense_of(token) == "past" else 0)
        return days.pop() if len(days) == 1 else 0

    def _sentence_after(self, offset: int) -> int:
        return self.sentences[min(bisect_right(self.starts, offset), len(self.sentences) - 1)]

    def _year_told(self, match: Match) -> tuple[int, bool]:
        """The year that an expression names outright, and whether the text looks forward to it.

        0 for none, and for a bare year that something has gone on since, which is as often long ago as not.
        """
        value = match.rule.resolve(match.slots, Context(None, text=self._words(match))).value or ""
        if not re.match(r"(?:19|20)\d\d(?!\d)", value):
            return 0, False
        before = self.text[max(0, self.lexemes[match.first].start - 6) : self.lexemes[match.first].start].lower()
        if before.endswith("since ") and len(value) == len("2009"):
            return 0, False
        ahead = before.endswith(("by ", "until ", "till ")) or tense_of(self._token(match)) == "future"
        return int(value[:4]), ahead

    def _dates(self, matches: Sequence[Match]) -> list[Dated]:
        dates: list[Dated] = []
        for match in matches:
            span = Span(self.lexemes[match.first].start, self.lexemes[match.last].end)
            if match.rule.name == "day from here":
                shift, quoted = int(match.slots["DAYWORD"]), self.quotations.holds(span.start)
                dates.append(Dated(span, "", shift=shift, quoted=quoted))
            elif match.rule.name in _DATES:
                value = match.rule.resolve(match.slots, self.context).value or ""
                weekday = int(match.slots.get("WEEKDAY", match.slots.get("SHORTDAY", 0)))
                dates.append(Dated(span, value, weekday))
        return dates


def _telling(token: Token) -> bool:
    """Whether the day tells when something was said: "told the paper on Monday"."""
    verb = token.head.head if token.dep_ == "pobj" else token.head
    return verb.lemma_.lower() in SPEAKING


def _longest(matches: Sequence[Match]) -> list[Match]:
    """Matches that do not overlap: the longer of two, then the earlier rule; by place."""
    taken: set[int] = set()
    chosen: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.rule.order, m.first)):
        places = range(match.first, match.last + 1)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.first)


def _sentence_numbers(doc: Doc) -> list[int]:
    """The number of the sentence that each token is in."""
    starts = doc.to_array("SENT_START") == 1
    starts[:1] = False
    numbers: list[int] = starts.cumsum().tolist()
    return numbers


def _moment(article: Article | None) -> dt.datetime | None:
    """When it came out; midnight sharp is how many pages write a day without an hour."""
    moment = article.moment if article else None
    return moment if moment is not None and moment.time() != dt.time() else None


def _offset(article: Article | None) -> str:
    moment = article.moment if article else None
    if moment is None or moment.tzinfo is None:
        return ""
    written = moment.strftime("%z")
    return f"{written[:3]}:{written[3:5]}"
