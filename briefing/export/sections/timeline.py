"""The days that the reports name, in order, with every source's account of each."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from typing import NamedTuple

from briefing.export.page import Page
from briefing.model import Fact, Findings, Span, Time

WORDING = 160
_VALUE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T.*)?")


class Moment(NamedTuple):
    """A day, month or year; the year 0 stands for one that is not given, 0 for a month or day that is not."""

    year: int
    month: int
    day: int

    @property
    def title(self) -> str:
        """As written: "6 June 2009", "June 2009", "2009", "6 June"."""
        named = [
            str(self.day) if self.day else "",
            calendar.month_name[self.month],
            str(self.year) if self.year else "",
        ]
        return " ".join(filter(None, named))


class Account(NamedTuple):
    """What one article says of a moment: by which words it names it, and the passage."""

    order: int
    at: int
    article: str
    words: Span
    passage: Span


def timeline(page: Page) -> str:
    """Days, months and years by date; what names no year comes last."""
    days: dict[Moment, dict[tuple[str, Span], Account]] = {}
    for order, article in enumerate(page.dossier.articles):
        found = page.findings.get(article.id)
        if found is None:
            continue
        clauses = _Clauses(found)
        for time in found.times:
            moment = _moment(time)
            if moment is None or not article.reports(time.span):
                continue
            passage = clauses.around(time)
            if page.copied_from(article.id, passage):
                continue
            account = Account(order, time.start, article.id, time.span, passage)
            days.setdefault(moment, {}).setdefault((article.id, passage), account)
    dated = [_account(page, moment, days[moment]) for moment in sorted(days) if moment.year]
    yearless = [_account(page, moment, days[moment]) for moment in sorted(days) if not moment.year]
    lists = ["\n".join(dated)] if dated else []
    return "\n\n".join([*lists, "No year is given for:", "\n".join(yearless)] if yearless else lists)


def _account(page: Page, moment: Moment, told: dict[tuple[str, Span], Account]) -> str:
    """A day and what each source says of it."""
    lines = [f"- **{moment.title}**"]
    for account in sorted(told.values()):
        words = page.quote(account.article, account.passage, limit=WORDING, focus=[account.words])
        lines.append(f"  - {page.name(account.article)}: {words}")
    return "\n".join(lines)


def _moment(time: Time) -> Moment | None:
    """The moment of an expression that names one; None for durations, seasons, weeks and the present."""
    value = _VALUE.fullmatch(time.value or "")
    if value is None or time.type not in {"DATE", "TIME"}:
        return None
    year = 0 if value["year"] == "XXXX" else int(value["year"])
    month, day = int(value["month"] or 0), int(value["day"] or 0)
    if not (year or month) or month > 12 or day > 31:
        return None
    return Moment(year, month, day)


class _Clauses:
    """The facts of one article that tell who did something, by sentence."""

    def __init__(self, found: Findings) -> None:
        self._sentences = found.sentences
        self._starts = [sentence.start for sentence in found.sentences]
        self._facts: dict[int, list[Span]] = {}
        for fact in filter(_tells_who, found.facts):
            self._facts.setdefault(fact.sentence, []).append(fact.span)

    def around(self, time: Time) -> Span:
        """The least fact that holds an expression and who did it, else the sentence."""
        index = max(0, bisect_right(self._starts, time.start) - 1)
        sentences = self._sentences[index : index + 1] or (time.span,)
        facts = [span for span in self._facts.get(index, []) if span.contains(time.span)]
        return min(facts or sentences, key=lambda span: (span.length, span.start))


def _tells_who(fact: Fact) -> bool:
    return any(argument.role == "agent" and fact.span.contains(argument.span) for argument in fact.arguments)
