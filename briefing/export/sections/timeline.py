"""The days that the reports name, in order, with every source's account of each."""

from __future__ import annotations

import calendar
import re
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
        for time in found.times if found else ():
            moment = _moment(time)
            if found is None or moment is None or not article.reports(time.span):
                continue
            passage = _passage(found, time)
            if page.copied_from(article.id, passage):
                continue
            account = Account(order, time.start, article.id, time.span, passage)
            days.setdefault(moment, {}).setdefault((article.id, passage), account)
    blocks = []
    for moment in sorted(days, key=_when):
        lines = [f"- **{moment.title}**"]
        for account in sorted(days[moment].values()):
            words = page.quote(account.article, account.passage, limit=WORDING, focus=[account.words])
            lines.append(f"  - {page.name(account.article)}: {words}")
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


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


def _when(moment: Moment) -> tuple[bool, int, int, int]:
    return (not moment.year, moment.year, moment.month or 13, moment.day or 32)


def _passage(found: Findings, time: Time) -> Span:
    """The least fact that holds the expression and who did it, else the sentence."""
    facts = [fact.span for fact in found.facts if fact.span.contains(time.span) and _tells_who(fact)]
    sentences = [sentence for sentence in found.sentences if sentence.overlaps(time.span)]
    return min(facts or sentences or [time.span], key=lambda span: (span.length, span.start))


def _tells_who(fact: Fact) -> bool:
    return any(argument.role == "agent" and fact.span.contains(argument.span) for argument in fact.arguments)
