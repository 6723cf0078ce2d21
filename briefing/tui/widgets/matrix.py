"""Claims by sources: a row a claim, a column a source, and in each cell a sign for what the source has of the claim.

Only what is in view is drawn, so that a story of many sources and hundreds of claims is moved through at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from briefing.model import Claim
from briefing.tui import messages
from briefing.tui.commands.bindings import bind
from briefing.tui.sheets import EVERYTHING, differs
from briefing.tui.standings import Cell, Standings
from briefing.tui.widgets.panels.claims import JUDGED_STYLE, KIND_WORDS, heading, only_words
from briefing.tui.widgets.rows import FAINT, both_ends, hang, short_day, source, stack, styled

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from briefing.tui.commands import Keymap
    from briefing.tui.glyphs import Glyphs
    from briefing.tui.sheets import StorySheets
    from briefing.tui.widgets.panels.base import Situation

_NARROWEST, _WIDEST = 9, 30
"""Least and greatest width of a column."""
_DETAIL_FROM = 15
"""Height from which on the words of the current cell are shown."""
_HERE, _ROW = "$block-cursor-foreground on $block-cursor-background bold", "on $here"
"""How the current cell and row are drawn; themes without colours of their own add a text style."""


class Matrix(Vertical, can_focus=True):
    """The table.

    Args:
        keys: Keys of the commands.
        glyphs: The signs to draw with.
    """

    def __init__(self, keys: Keymap, glyphs: Glyphs, *, id: str | None = None) -> None:
        super().__init__(id=id)
        bind(self, ("matrix",), keys)
        self.glyphs = glyphs
        self.border_title = "Claims by source"
        self.sheets: StorySheets | None = None
        self.claims: tuple[Claim, ...] = ()
        self.row = self.column = 0
        self._top = self._left = 0
        self._label_width = self._each = 1
        self._drawn: dict[tuple[str, tuple[str, ...], int, int], Content] = {}
        self._standings: Standings | None = None
        self._shown: Situation | None = None
        self.head = Static("", classes="matrix-head", markup=False)
        self.body = Static("", classes="matrix-body", markup=False)
        self.foot = Static("", classes="matrix-foot", markup=False)

    def compose(self) -> ComposeResult:
        """Names of the sources, the rows, the words of the current cell and the meaning of the signs."""
        yield self.head
        yield self.body
        yield self.foot

    # What is shown

    @property
    def claim(self) -> Claim | None:
        """The claim of the current row."""
        return self.claims[self.row] if self.claims else None

    @property
    def article(self) -> str:
        """The article of the current column."""
        return self.sheets.articles[self.column] if self.sheets else ""

    @property
    def cell(self) -> Cell | None:
        """The current cell."""
        return self._standings.cell(self.claim, self.article) if self._standings and self.claim else None

    def show(self, situation: Situation) -> None:
        """Show a story under a filter; the current claim and source stay where they are still there."""
        claim, article = self.claim, self.article
        if self._standings is None or self.sheets is not situation.sheets:
            self._standings = Standings(situation.sheets)
            self._drawn.clear()
        self._shown, self.sheets = situation, situation.sheets
        self.claims = situation.sheets.of_kind(situation.kind, situation.only)
        ids = [each.id for each in self.claims]
        self.row = ids.index(claim.id) if claim and claim.id in ids else min(self.row, max(0, len(ids) - 1))
        articles = situation.sheets.articles
        self.column = articles.index(article) if article in articles else 0
        self.draw()

    def begin_at(self, claim_id: str, article: str) -> None:
        """Go to a claim and a source, where they are in the table."""
        self.row = next((n for n, each in enumerate(self.claims) if each.id == claim_id), self.row)
        if self.sheets and article in self.sheets.articles:
            self.column = self.sheets.articles.index(article)
        self.draw()

    def step(self, rows: int = 0, columns: int = 0) -> None:
        """Move by rows and columns."""
        self.go(self.row + rows, self.column + columns)

    def go(self, row: int, column: int) -> None:
        """Go to a cell, or the nearest there is."""
        if self.sheets is None or not self.claims:
            return
        before = self.row
        self.row = min(max(row, 0), len(self.claims) - 1)
        self.column = min(max(column, 0), len(self.sheets.articles) - 1)
        self.draw()
        if self.row != before:
            self.post_message(messages.RowShown("matrix", self.claims[self.row].id))

    @property
    def page(self) -> int:
        """Rows in view."""
        return max(1, self.body.size.height)

    # Drawing

    def on_resize(self) -> None:
        """Fit the table; how many rows there is room for is known only then."""
        self.draw()
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Draw what is in view."""
        width = self.scrollable_content_region.width
        if self.sheets is None or not width:
            return
        count = len(self.sheets.articles)
        label = min(46, max(14, int(width * 0.36)))
        each = min(_WIDEST, max(_NARROWEST, (width - label) // max(1, count)))
        in_view = max(1, min(count, (width - label) // each))
        label = width - in_view * each
        self._left = min(max(self._left, self.column - in_view + 1), self.column, count - in_view)
        self._top = max(0, min(max(self._top, self.row - self.page + 1), self.row, len(self.claims) - self.page))
        self._label_width, self._each = label, each
        columns = self.sheets.articles[self._left : self._left + in_view]
        self.head.update(stack(self._head(columns, label, each)))
        self.body.update(stack(self._rows(columns, label, each)) if self.claims else self._nothing())
        self.foot.update(stack(self._foot(width)))
        place = f"claim {self.row + 1} of {len(self.claims)}" if self.claims else ""
        if in_view < count:
            place += f" {self.glyphs.dot} sources {self._left + 1} to {self._left + in_view} of {count}"
        self.border_subtitle = place

    def _nothing(self) -> Content:
        return styled("No claims here. Press f or F for others.", FAINT)

    def _head(self, columns: tuple[str, ...], label: int, each: int) -> Iterator[Content]:
        """Names in two rows, dates below them, a line."""
        assert self.sheets is not None
        assert self._shown is not None
        kind, only = self._shown.kind, self._shown.only
        corner = KIND_WORDS[kind] if only == EVERYTHING or kind != "all" else ""
        narrowed = only_words(only, self.sheets)
        corners = [styled(corner or narrowed, "bold $accent" if (corner or narrowed) != KIND_WORDS["all"] else FAINT)]
        corners += [styled(narrowed if corner else "", "bold $accent")]
        names = {article: _in_two(self.sheets.labels[article], each - 1) for article in columns}
        rows = [0, 1] if any(first for first, _ in names.values()) else [1]
        for number in (*rows, 2):
            row = (corners.pop(0) if corners else Content()).truncate(label - 1, ellipsis=True, pad=True).append(" ")
            for article in columns:
                style = "bold" if number < 2 else FAINT
                if article == self.article:
                    style = "bold $primary" if number < 2 else "$primary"
                day = short_day(self.sheets.sheets[article].article.day) or "no date"
                words = names[article][number] if number < 2 else day
                row = row.append(source(words, style).truncate(each - 1, ellipsis=True, pad=True)).append(" ")
            yield row
        yield styled(self.glyphs.rule * (label + each * len(columns)), "$frame")

    def _rows(self, columns: tuple[str, ...], label: int, each: int) -> Iterator[Content]:
        for number in range(self._top, min(len(self.claims), self._top + self.page)):
            claim = self.claims[number]
            if number == self.row:
                row = self._row(claim, columns, label, each, here=self.article)
                yield row.stylize_before(self._styled_as(_ROW, "here-style"))
                continue
            key = (claim.id, columns, label, each)
            if key not in self._drawn:
                self._drawn[key] = self._row(claim, columns, label, each)
            yield self._drawn[key]

    def _row(self, claim: Claim, columns: tuple[str, ...], label: int, each: int, here: str = "") -> Content:
        assert self._standings is not None
        cells = self._standings.row(claim)
        pieces: list[Content | str] = [self._label(claim, label)]
        for article in columns:
            pieces += [self._sign(cells[article], claim, each - 1, here=article == here), " "]
        return Content.assemble(*pieces)

    def _label(self, claim: Claim, width: int) -> Content:
        """Standing, the person's judgement, the first words."""
        assert self.sheets is not None
        judged = self.sheets.judged_as(claim)
        sign = styled(f"{self.glyphs.standing(claim.status)}", f"bold ${claim.status}")
        mark = styled(self.glyphs.judged(judged), JUDGED_STYLE[judged]) if judged else Content(" ")
        first = claim.passages[0] if claim.passages else None
        sheet = self.sheets.sheets.get(first.article) if first else None
        words = sheet.article.text[first.start : first.end] if sheet and first else claim.why
        doubt = Content(" ") if claim.sure else styled("?", FAINT)
        lead = Content.assemble(sign, mark, doubt, " ")
        return lead.append(source(words[: 4 * width])).truncate(width - 1, ellipsis=True, pad=True).append(" ")

    def _sign(self, cell: Cell, claim: Claim, width: int, *, here: bool) -> Content:
        glyph, style = self._meaning(cell, claim)
        content = styled(glyph, style)
        if cell.words:
            words = source(cell.words[: 4 * width], "" if here else f"${claim.status}")
            content = Content.assemble(content, " ", words)
        content = content.truncate(width, ellipsis=True, pad=True)
        return content.stylize(self._styled_as(_HERE, "block-cursor-text-style")) if here else content

    def _styled_as(self, style: str, variable: str) -> str:
        """A style with what the theme adds to it."""
        added = self.app.theme_variables.get(variable, "none")
        return style if added == "none" else f"{style} {added}"

    def notify_style_update(self) -> None:
        """Another theme, other styles."""
        super().notify_style_update()
        self.draw()

    def _meaning(self, cell: Cell, claim: Claim) -> tuple[str, str]:
        """The sign of a cell, and how it is drawn."""
        return {
            "tells": (self.glyphs.tells, f"${claim.status}"),
            "differs": (self.glyphs.standing(claim.status), f"bold ${claim.status}"),
            "copy": (self.glyphs.copy, f"${claim.status}"),
            "silent": (self.glyphs.silent, FAINT),
            "earlier": (self.glyphs.earlier, FAINT),
            "elsewhere": (self.glyphs.elsewhere, "$accent"),
        }[cell.stand]

    def _foot(self, width: int) -> Iterator[Content]:
        """The current cell in words, and what the signs mean."""
        yield styled(self.glyphs.rule * width, "$frame")
        claim, cell = self.claim, self.cell
        if claim and cell and self.sheets and self.size.height >= _DETAIL_FROM:
            name = source(self.sheets.labels[self.article], "bold")
            says = styled(f"  {self._says(cell)}", FAINT)
            standing = styled(heading(claim), f"bold ${claim.status}")
            yield both_ends(name.append(says), standing, width)
            place = cell.place
            text = self.sheets.sheets[self.article].article.text
            words = hang(
                Content("  "), source(place.span.of(text) if place else claim.why, "" if place else FAINT), width
            )
            rows = [*words.split("\n"), Content(), Content()][:2]
            if len(words.split("\n")) > 2:
                rows[-1] = rows[-1].rstrip().truncate(width - 2).append(self.glyphs.ellipsis)
            yield from rows
        yield self._legend(width)

    def _says(self, cell: Cell) -> str:
        """A cell in words."""
        assert self.sheets is not None
        return {
            "tells": "tells it",
            "differs": "has its own account of it",
            "copy": f"carries the copy of {self.sheets.labels.get(cell.origin, '')}",
            "silent": "says nothing of it, which is not to deny it",
            "earlier": "says nothing of it: it was out before those that do",
            "elsewhere": "has it in a claim set apart from this one",
        }[cell.stand]

    def _legend(self, width: int) -> Content:
        signs = self.glyphs
        account = "".join(signs.standing(status) for status in ("conflict", "update", "compatible"))
        parts = [
            (signs.tells, "tells it"),
            (account, "differs"),
            (signs.copy, "same copy"),
            (signs.silent, "silent"),
            (signs.earlier, "out before"),
            (signs.elsewhere, "elsewhere"),
        ]
        pieces = [Content.assemble(styled(sign, "bold"), " ", styled(words, FAINT)) for sign, words in parts]
        return Content("  ").join(pieces).truncate(width, ellipsis=True)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Go to a cell; a click on the current one is Enter there."""
        row, cell = event.screen_y - self.body.region.y, event.screen_x - self.body.region.x - self._label_width
        if self.sheets is None or cell < 0 or not 0 <= row < min(self.page, len(self.claims) - self._top):
            return
        event.stop()
        chosen = self._top + row, min(self._left + cell // self._each, len(self.sheets.articles) - 1)
        if chosen == (self.row, self.column):
            self.post_message(messages.CellChosen())
        else:
            self.go(*chosen)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """On by a few rows."""
        event.stop()
        self.step(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Back by a few rows."""
        event.stop()
        self.step(-3)


def _in_two(name: str, width: int) -> tuple[str, str]:
    """A name in two rows, broken at a space where there is one."""
    if len(name) <= width:
        return "", name
    cut = name.rfind(" ", 0, width + 1)
    return (name[:cut], name[cut + 1 :]) if cut > 0 else (name, "")


def next_difference(claims: tuple[Claim, ...], row: int, way: int) -> int:
    """The row of the next claim on which accounts differ, round the end; the same row where there is none."""
    found = [number for number, claim in enumerate(claims) if differs(claim)]
    beyond = [number for number in found if (number - row) * way > 0]
    return (beyond or found or [row])[0 if way > 0 else -1]
