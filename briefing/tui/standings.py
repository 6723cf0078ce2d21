"""How each source stands to each claim: a table of claims by sources, a cell worked out when it is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from briefing.model import Claim, Located, out_before
from briefing.tui.sheets import StorySheets, differs

Stand = Literal["tells", "differs", "copy", "silent", "earlier", "elsewhere"]


class Cell(NamedTuple):
    """What one source has of one claim.

    Attributes:
        stand: Tells it; tells it with a value of its own; carries a copy of another's report; says nothing; says
            nothing and was out before all that tell it; has it in a claim that is set apart from this one.
        words: The words on which a difference turns; empty where there are none.
        place: Where it stands in the source.
        origin: The article whose copy this is.
    """

    stand: Stand
    words: str = ""
    place: Located | None = None
    origin: str = ""


class Standings:
    """The cells of one story.

    Args:
        sheets: The story, compared.
    """

    def __init__(self, sheets: StorySheets) -> None:
        self.sheets = sheets
        groups = sheets.story.origins if sheets.story else ()
        self._origin = {article: group.articles for group in groups for article in group.articles}
        self._cells: dict[str, dict[str, Cell]] = {}

    def cell(self, claim: Claim, article: str) -> Cell:
        """What an article has of a claim."""
        return self.row(claim)[article]

    def row(self, claim: Claim) -> dict[str, Cell]:
        """What every article has of a claim."""
        if claim.id not in self._cells:
            near = {place.article: place for place in self._near(claim)}
            self._cells[claim.id] = {article: self._cell(claim, article, near) for article in self.sheets.articles}
        return self._cells[claim.id]

    def _cell(self, claim: Claim, article: str, near: dict[str, Located]) -> Cell:
        own = claim.of(article)
        if own:
            values = [value for value in claim.values if value.article == article]
            words = ""
            if values and differs(claim):
                words = " ".join(values[0].span.of(self.sheets.sheets[article].article.text).split())
            place = next((p for p in own if values and p.span.contains(values[0].span)), own[0])
            group = self._origin.get(article, ())
            first = next((other for other in group if claim.of(other)), article)
            if first != article:
                return Cell("copy", words, place, first)
            return Cell("differs" if differs(claim) else "tells", words, place)
        if article in near:
            return Cell("elsewhere", place=near[article])
        tellers = [self.sheets.sheets[p.article].article for p in claim.passages if p.article in self.sheets.sheets]
        early = out_before(self.sheets.sheets[article].article, tellers)
        return Cell("earlier" if early else "silent")

    def _near(self, claim: Claim) -> Iterator[Located]:
        """Passages of other claims that share words with this one: their articles are not silent on the matter."""
        for passage in claim.passages:
            sheet = self.sheets.sheets.get(passage.article)
            for index in sheet.sentences_of(passage.start, passage.end) if sheet else ():
                for other in self.sheets.claims_at(passage.article, index):
                    if other is not claim and any(
                        place.span.overlaps(passage.span) for place in other.of(passage.article)
                    ):
                        yield from other.passages
