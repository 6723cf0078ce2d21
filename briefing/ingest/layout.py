"""What stands where in a report's text: headline, byline, dateline, credit, and the furniture of its page.

The text is read from the top to its first paragraph (the head), from the end to its last (the tail), and line by line
between. Everything found is marked, nothing is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from briefing.ingest.byline import read_agency_line, read_byline
from briefing.ingest.dateline import Dateline, find_dateline
from briefing.ingest.dates import find_dates, parse_date, without_dates
from briefing.ingest.furniture import recognise
from briefing.ingest.imprint import imprint_date, is_label
from briefing.ingest.lead import headline_from
from briefing.ingest.lines import Line, split_lines
from briefing.ingest.outlets import agency, clean, looks_like_outlet
from briefing.model import Furniture, FurnitureKind

HEAD_LINES = 16
TAIL_LINES = 8
LONGEST_HEADLINE = 200
_CLOSING = re.compile(
    r"(?<=[.!?\"”’)])\s+(?:[-–—]{1,2}\s?)?[(\[]?(?P<name>[A-Z][\w./-]*(?: [A-Z][\w./-]*){0,3})[)\]]?\.?$"
)
_DATED_TOO = frozenset({"navigation", "credit", "byline"})
"""Furniture of the page that may hold the day of publication beside what it is known by."""
_SIGNED = " -–—([©_*/])."


class Layout(NamedTuple):
    """What the text itself tells of a report.

    Attributes:
        marks: Furniture by start, not overlapping.
        headline: As it stands in the text; None where it has none.
        made: A headline made from the lead.
        publisher: The outlet named by a copyright or subscription line.
        agency: Who signed the report, in a dateline, a credit or a line of its own.
        published: From a timestamp or dateline that names its year.
    """

    marks: tuple[Furniture, ...]
    headline: str | None = None
    made: str = ""
    publisher: str | None = None
    agency: str | None = None
    author: str | None = None
    place: str | None = None
    published: str | None = None


def lay_out(text: str, *, title: str | None = None, marked: Iterable[Furniture] = ()) -> Layout:
    """Reads the layout of a text.

    Args:
        text: The normalised text.
        title: The headline where metadata gave one, to find it again in the text.
        marked: Furniture the format itself knows, such as the captions of a page.
    """
    return _Reading(text, title, marked).layout()


class _Reading:
    """One pass over one text; collects marks by line and the few things the lines tell."""

    def __init__(self, text: str, title: str | None, marked: Iterable[Furniture]) -> None:
        self.text = text
        self.title = _plain(title or "")
        self.lines = split_lines(text)
        self.given = tuple(marked)
        self.kinds: dict[int, FurnitureKind] = {}
        self.parts: list[Furniture] = []
        self.headline: str | None = None
        self.publisher: str | None = None
        self.signed: str | None = None
        self.author: str | None = None
        self.dateline: Dateline | None = None
        self.published: str | None = None

    def layout(self) -> Layout:
        covered = {mark.start: mark.kind for mark in self.given}
        for index, line in enumerate(self.lines):
            if kind := covered.get(line.start):
                self.kinds[index] = kind
            else:
                self._page_furniture(index, line, tail=False)
        body = self._head()
        self._tail(body)
        for index, line in enumerate(self.lines):
            if index not in self.kinds and len(line.text) < 40 and _signers(line.text):
                self.kinds[index] = "credit"
        lead = self._lead(body)
        return Layout(
            self._marks(),
            self.headline,
            headline_from(lead) if lead else "",
            self.publisher,
            self.signed,
            self.author,
            self.dateline.place if self.dateline else None,
            self.published or (self.dateline.date if self.dateline else None),
        )

    def _page_furniture(self, index: int, line: Line, *, tail: bool) -> bool:
        found = recognise(line.text, tail=tail)
        if found is None:
            return False
        self.kinds[index] = found.kind
        source = clean(found.source)
        if source and found.kind == "credit":
            self.signed = self.signed or agency(source) or source
        elif source:
            self.publisher = self.publisher or source
        if found.kind == "timestamp":
            self._date(line.text)
        return True

    def _date(self, line: str) -> None:
        if self.published is None and not re.match(r"(?:last )?(?:updated|modified)", line, re.IGNORECASE):
            self.published = parse_date(line[:LONGEST_HEADLINE])

    def _head(self) -> int:
        """Reads down to the first paragraph of the report; its index, or the number of lines where there is none."""
        headings: list[int] = []
        body = len(self.lines)
        for index, line in enumerate(self.lines[:HEAD_LINES]):
            if index in self.kinds:
                if self.kinds[index] in _DATED_TOO:
                    self.published = self.published or imprint_date(line.text)
                continue
            if (dateline := find_dateline(line.text)) is not None:
                self.dateline, body = dateline, index
                self.signed = self.signed or dateline.agency
                self.parts.append(Furniture(start=line.start, end=line.start + dateline.end, kind="dateline"))
                break
            if not self._told_in_head(index, line, headings):
                if self._is_body(line, headings):
                    body = index
                    break
                headings.append(index)
        if body < len(self.lines) or len(self.lines) > HEAD_LINES:
            self._headings(headings, body)
        else:
            body = headings[0] if headings else body
        return body

    def _told_in_head(self, index: int, line: Line, headings: list[int]) -> bool:
        """Marks a byline, a timestamp or the line of an agency or outlet."""
        day = imprint_date(line.text) if headings else None
        if line.prose and day is not None:
            self.kinds[index] = "timestamp"
            self.published = self.published or day
            return True
        if len(line.text) > LONGEST_HEADLINE or line.prose:
            return False
        author = None if read_agency_line(line.text) else read_byline(line.text)
        if author is not None and (headings or index + 1 < len(self.lines)):
            self.kinds[index] = "byline"
            self.author = self.author or author
            self.published = self.published or imprint_date(line.text)
        elif day is not None:
            self.kinds[index] = "timestamp"
            self.published = self.published or day
        elif _is_timestamp(line.text):
            self.kinds[index] = "timestamp"
            self._date(line.text)
        elif (known := agency(line.text.strip(_SIGNED)) or read_agency_line(line.text)) or (
            headings and looks_like_outlet(line.text)
        ):
            self.kinds[index] = "credit"
            self.signed = self.signed or known or line.text
        else:
            return False
        return True

    def _is_body(self, line: Line, headings: list[int]) -> bool:
        if _plain(line.text) == self.title and self.title:
            return False
        asks = not headings and line.gap and line.text[-1] in "?!" and line.words <= 16
        leads_on = line.text[-1] == ":" and line.words >= 8
        return len(line.text) > LONGEST_HEADLINE or leads_on or (line.prose and not asks) or not _has_letters(line.text)

    def _headings(self, headings: list[int], body: int) -> None:
        """The first heading (or the one metadata names) is the headline; a name right above the report, a caption."""
        known = [index for index in headings if self.title and _plain(self.lines[index].text) == self.title]
        for index in headings:
            line = self.lines[index]
            if self.headline is None and (index in known or not known):
                self.headline = line.text.lstrip("# ").rstrip("# ")
                self.kinds[index] = "headline"
            elif index == body - 1 and not self.lines[body].gap and _is_label(line.text):
                self.kinds[index] = "caption"
            else:
                self.kinds[index] = "headline"

    def _tail(self, body: int) -> None:
        """Reads up from the end to the last paragraph."""
        for index in range(len(self.lines) - 1, max(body, len(self.lines) - TAIL_LINES - 1), -1):
            line = self.lines[index]
            if index in self.kinds or self._page_furniture(index, line, tail=True):
                continue
            bare = line.text.strip(_SIGNED)
            signers = _signers(line.text[:LONGEST_HEADLINE])
            if signers or looks_like_outlet(bare):
                self.kinds[index] = "credit"
                if len(signers) < 2:
                    self.signed = self.signed or (signers[0] if signers else bare)
                continue
            self._closing_credit(line)
            break

    def _closing_credit(self, line: Line) -> None:
        """A known agency's name after the last full stop of the last paragraph."""
        offset = max(0, len(line.text) - 80)
        found = _CLOSING.search(line.text[offset:])
        if found is not None and (known := agency(found["name"])):
            start = line.start + offset + found.start() + len(found[0]) - len(found[0].lstrip())
            self.parts.append(Furniture(start=start, end=line.end, kind="credit"))
            self.signed = self.signed or known

    def _lead(self, body: int) -> str:
        for index in range(body, len(self.lines)):
            if index not in self.kinds:
                line = self.lines[index]
                start = self.dateline.end if self.dateline and index == body else 0
                return line.text[start : start + 1000].strip()
        return self.lines[0].text[:1000]

    def _marks(self) -> tuple[Furniture, ...]:
        whole = [
            Furniture(start=self.lines[index].start, end=self.lines[index].end, kind=kind)
            for index, kind in self.kinds.items()
        ]
        marks: list[Furniture] = []
        for mark in sorted([*whole, *self.parts], key=lambda mark: (mark.start, -mark.end)):
            if not marks or mark.start >= marks[-1].end:
                marks.append(mark)
        return tuple(marks)


def _plain(line: str) -> str:
    return " ".join(re.findall(r"\w+", line[: 2 * LONGEST_HEADLINE].casefold()))


def _is_timestamp(line: str) -> bool:
    """A date with its year, or nothing but figures of one, and little beside it ("Xinhua | 15 September 2017")."""
    if re.fullmatch(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}", line):
        return True
    return any(date.iso for date in find_dates(line)) and is_label(without_dates(line), most=4)


def _signers(line: str) -> list[str]:
    """The known agencies that a line consists of: "(Reuters)", "AP - AFP"; empty where it holds anything else."""
    names = [name for name in re.split(r"\s?[/,&]\s?|\s+(?:and|-)\s+", line.strip(_SIGNED)) if name]
    known = [agency(name) for name in names]
    return [name for name in known if name] if names and all(known) else []


def _has_letters(line: str) -> bool:
    return any(character.isalpha() for character in line)


def _is_label(line: str) -> bool:
    """True for a name with a role and no sentence: "Belarusian President Alyaksandr Lukashenka"."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if len(word) > 3]
    return bool(words) and len(line.split()) <= 6 and all(word[0].isupper() for word in words)
