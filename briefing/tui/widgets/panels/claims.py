"""Claims: what is agreed, what differs, what one source alone tells; with the words, the rule and the working."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from briefing.model import Annotation, Claim, ClaimKind, Wording
from briefing.tui.glyphs import CREDIBILITY, STATUS_WORDS
from briefing.tui.sheets import EVERYTHING, Kind, Only, StorySheets, differs
from briefing.tui.widgets.panels.base import PanelView, Row, Situation
from briefing.tui.widgets.rows import FAINT, both_ends, counted, hang, source, stack, styled

JUDGED_STYLE = {"confirmed": "bold $agreed", "disputed": "bold $conflict", "unsure": "bold $accent"}
KIND_WORDS: dict[Kind, str] = {
    "all": "all claims",
    "differences": "differences",
    "conflict": "conflicts",
    "update": "updates",
    "compatible": "compatible",
    "agreed": "agreed",
    "single": "only here",
    "unjudged": "not yet judged",
}
MATTERS: dict[ClaimKind, str] = {
    "number": "on numbers",
    "date": "on dates",
    "place": "on places",
    "name": "on names",
    "outcome": "on outcomes",
    "reason": "on reasons",
    "attribution": "on who said it",
}
_NAME_ROOM = 11


class ClaimsPanel(PanelView):
    """The claims of a story."""

    context = "claims"

    def rows(self, situation: Situation, width: int) -> Sequence[Row]:
        """A row a claim: differences with each source's words, the others with their first words."""
        sheets = situation.sheets
        return [
            Row(claim.id, self._row(claim, sheets, width)) for claim in sheets.of_kind(situation.kind, situation.only)
        ]

    def rests_on(self, situation: Situation) -> tuple[object, ...]:
        """The story and the filter."""
        return situation.sheets, situation.kind, situation.only

    def nothing_text(self, situation: Situation) -> str:
        """Why there are none."""
        if not situation.sheets.several:
            return "This story has one article so far. Claims are made where several can be compared."
        if situation.sheets.story is None:
            return "The articles are being compared. Read on; claims will come."
        narrowed = only_words(situation.only, situation.sheets)
        words = ", ".join(each for each in (KIND_WORDS[situation.kind], narrowed) if each)
        return f"No claims here ({words}). Press f or F for others."

    def following(self, situation: Situation) -> str:
        """The claim of the current sentence; the current one goes before others there."""
        claims = situation.sheets.claims_at(situation.article, situation.sentence)
        ids = [claim.id for claim in claims]
        return "" if not ids or self.current in ids else ids[0]

    def claim(self, claim_id: str = "") -> Claim | None:
        """The claim of this id, or the current one."""
        wanted = claim_id or self.current
        claims = self.situation.sheets.claims if self.situation else ()
        return next((claim for claim in claims if claim.id == wanted), None)

    def _row(self, claim: Claim, sheets: StorySheets, width: int) -> Content:
        sign = styled(f"{self.glyphs.standing(claim.status)} ", f"bold ${claim.status}")
        judgement = sheets.judgement(claim)
        judged = Content()
        if judgement and judgement.judge:
            judged = styled(self.glyphs.judged(judgement.judge), JUDGED_STYLE[judgement.judge])
        doubtful = styled(" ?", FAINT) if not claim.sure else Content()
        if differs(claim):
            head = styled(heading(claim), f"${claim.status}").append(doubtful)
            rows = [both_ends(sign.append(head), judged, width)]
            for name, words in told(claim, sheets):
                lead = source(f"  {name}", FAINT, cells=_NAME_ROOM).pad_right(0)
                lead = lead.append(" " * max(1, _NAME_ROOM + 1 - lead.cell_length))
                rows.append(lead.append(source(words, cells=max(4, width - lead.cell_length))))
            return stack(rows)
        first = claim.passages[0] if claim.passages else None
        words = _words(sheets, first.article, first.start, first.end) if first else claim.why
        if claim.status != "single":
            head = both_ends(sign.append(source(words)), judged, width)
            return stack([head, both_ends(source(f"  {claim.why}", FAINT), doubtful, width)]) if claim.why else head
        name = sheets.sheets[first.article].name if first and first.article in sheets.sheets else ""
        tail = source(name, FAINT, cells=_NAME_ROOM).append(doubtful)
        if judged:
            tail = tail.append(" " if tail else "").append(judged)
        text = source(words, cells=max(8, 2 * (width - 2) - tail.cell_length - 4))
        body = hang(sign, text, width)
        rows = body.split("\n")
        if tail:
            rows[-1:] = (
                [both_ends(rows[-1], tail, width)]
                if rows[-1].cell_length + tail.cell_length + 1 <= width
                else [rows[-1], both_ends(Content("  "), tail, width)]
            )
        return stack(rows)

    def detail(self, situation: Situation, row: str, width: int) -> Content:
        """Every source's words, what they come to, why, and the rule."""
        claim = self.claim(row)
        if claim is None:
            return Content()
        return stack(self._detail(claim, situation.sheets, width))

    def _detail(self, claim: Claim, sheets: StorySheets, width: int) -> Iterator[Content]:
        style = f"bold ${claim.status}"
        head = styled(f"{self.glyphs.standing(claim.status)} {heading(claim)}", style)
        yield both_ends(head, styled(counted(claim.origins, "origin"), FAINT), width)
        judgement = sheets.judgement(claim)
        if judgement:
            yield from self._judgement(judgement, width)
        yield Content()
        if claim.why:
            yield from source(claim.why, f"${claim.status}").wrap(width)
        yield from styled(rule_line(claim), FAINT).wrap(width)
        yield from self._worth(claim, sheets, width)
        yield from self._passages(claim, sheets, width)
        yield from self._wording(claim, sheets, width)

    def _judgement(self, judgement: Annotation, width: int) -> Iterator[Content]:
        """What the person said of a claim."""
        if judgement.judge:
            sign = self.glyphs.judged(judgement.judge)
            yield styled(f"{sign} you: {judgement.judge}", JUDGED_STYLE[judgement.judge])
        if judgement.confidence:
            words = f"{judgement.confidence} {CREDIBILITY[judgement.confidence]}"
            yield hang(styled("your grade ", FAINT), styled(words, "bold $accent"), width)
        if judgement.note:
            yield hang(styled(f"{self.glyphs.note} ", "$accent"), source(judgement.note), width)

    def _worth(self, claim: Claim, sheets: StorySheets, width: int) -> Iterator[Content]:
        """The digit suggested for the information, and why; apart from it, the person's grades of the sources."""
        suggested = sheets.credibility(claim)
        if suggested is None:
            return
        yield Content()
        digit = styled(f"{suggested.digit} {CREDIBILITY[suggested.digit]}", "bold")
        yield hang(styled("suggested ", FAINT), digit.append(source(f"  {suggested.why}", FAINT)), width)
        graded = [
            f"{sheets.labels[article]} {sheets.grade(article) or self.glyphs.ellipsis}"
            for article in dict.fromkeys(passage.article for passage in claim.passages)
            if article in sheets.sheets
        ]
        if any(sheets.grade(passage.article) for passage in claim.passages if passage.article in sheets.sheets):
            yield hang(styled("sources   ", FAINT), source("   ".join(graded)), width)

    def _wording(self, claim: Claim, sheets: StorySheets, width: int) -> Iterator[Content]:
        """With which words each source tells the act, where they differ."""
        for wording in sheets.wordings(claim.id):
            yield Content()
            yield styled("Worded as", FAINT)
            for article, words in worded(wording, self.glyphs.times):
                lead = source(f"  {sheets.labels.get(article, '')}  ", "bold", cells=width // 2)
                yield hang(lead, source(words), width)

    def _passages(self, claim: Claim, sheets: StorySheets, width: int) -> Iterator[Content]:
        for passage in claim.passages:
            sheet = sheets.sheets.get(passage.article)
            if sheet is None:
                continue
            yield Content()
            yield source(sheet.name, "bold", cells=width)
            words = source(sheet.article.text[passage.start : passage.end])
            for value in claim.values:
                if value.article == passage.article and passage.span.contains(value.span):
                    words = words.stylize(
                        f"bold ${claim.status}", value.start - passage.start, value.end - passage.start
                    )
            yield hang(Content("  "), words, width)
            for value in claim.values:
                if value.article == passage.article and passage.span.contains(value.span) and value.value:
                    yield hang(styled(f"  {self.glyphs.arrow} ", FAINT), source(value.value, FAINT), width)


def heading(claim: Claim) -> str:
    """The status, and what a difference is about: ``conflict of number``."""
    words = STATUS_WORDS[claim.status]
    if claim.kind is None:
        return words
    return f"{words} of {claim.kind}" if claim.status == "conflict" else f"{words}: {claim.kind}"


def only_words(only: Only, sheets: StorySheets) -> str:
    """What claims are narrowed to besides their kind; empty where they are not."""
    if only == EVERYTHING:
        return ""
    if only.by == "source":
        return f"told by {sheets.labels.get(only.value, only.value)}"
    if only.by == "entity":
        return f"about {next((e.name for e in sheets.entities if e.id == only.value), only.value)}"
    if only.by == "certainty":
        return "sure" if only.value == "sure" else "for you to decide"
    return next((words for matter, words in MATTERS.items() if matter == only.value), only.value)


def worded(wording: Wording, times: str) -> Iterator[tuple[str, str]]:
    """Each article with its words for a matter, the most frequent first: ``said ×3, claimed``."""
    told: dict[str, list[str]] = {}
    for each in wording.words:
        count = f" {times}{each.count}" if each.count > 1 else ""
        told.setdefault(each.place.article, []).append(f"{each.words}{count}")
    for article, words in told.items():
        yield article, ", ".join(words)


def rule_line(claim: Claim) -> str:
    """By which rule, and what qualifies it."""
    parts = [f"rule {claim.rule}" if claim.rule else "", "as said by someone" if claim.attributed else ""]
    parts.append("" if claim.sure else "not sure: for you to decide")
    return "; ".join(part for part in parts if part)


def told(claim: Claim, sheets: StorySheets) -> Iterator[tuple[str, str]]:
    """Each source's name and the words that make the difference, in the story's order."""
    seen: set[str] = set()
    for passage in claim.passages:
        if passage.article in seen or passage.article not in sheets.sheets:
            continue
        seen.add(passage.article)
        values = [value for value in claim.values if value.article == passage.article]
        span = (values[0].start, values[0].end) if values else (passage.start, passage.end)
        yield sheets.sheets[passage.article].name, _words(sheets, passage.article, *span)


def _words(sheets: StorySheets, article: str, start: int, end: int) -> str:
    sheet = sheets.sheets.get(article)
    return sheet.article.text[start:end] if sheet else ""
