"""Entities: everyone and everything under all spellings, with the reason of every merge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from briefing.model import StoryEntity, Suggestion, WordingKind
from briefing.tui.sheets import StorySheets
from briefing.tui.widgets.panels.base import PanelView, Row, Situation
from briefing.tui.widgets.panels.claims import worded
from briefing.tui.widgets.rows import FAINT, both_ends, counted, hang, source, stack, styled

TYPE_WORDS: dict[str, str] = {
    "PERSON": "person",
    "ORG": "body",
    "GPE": "place",
    "LOC": "place",
    "FAC": "building",
    "NORP": "people",
    "EVENT": "event",
    "PRODUCT": "product",
    "WORK": "work",
    "LAW": "law",
}

WORDED_AS: dict[WordingKind, str] = {
    "act": "The act, as told by",
    "saying": "Brought in as a speaker by",
    "entity": "Called by",
}


class EntitiesPanel(PanelView):
    """The entities of a story."""

    context = "entities"
    nothing = "People, bodies and places come with the comparison."

    def rows(self, situation: Situation, width: int) -> Sequence[Row]:
        """A row an entity, the most mentioned first; a mark before the one that is lit."""
        suggested = {id for s in _suggestions(situation.sheets) for id in (s.a, s.b)}
        return [
            Row(entity.id, self._row(entity, situation, width, entity.id in suggested))
            for entity in situation.sheets.entities
        ]

    def rests_on(self, situation: Situation) -> tuple[object, ...]:
        """The story and what is lit."""
        return situation.sheets, situation.entity

    def following(self, situation: Situation) -> str:
        """The lit entity."""
        return situation.entity

    def entity(self, entity_id: str = "") -> StoryEntity | None:
        """The entity of this id, or the current one."""
        wanted = entity_id or self.current
        entities = self.situation.sheets.entities if self.situation else ()
        return next((entity for entity in entities if entity.id == wanted), None)

    def suggestion(self, entity_id: str = "") -> Suggestion | None:
        """The first suggestion about the current entity."""
        wanted = entity_id or self.current
        suggestions = _suggestions(self.situation.sheets) if self.situation else ()
        return next((s for s in suggestions if wanted in (s.a, s.b)), None)

    def _row(self, entity: StoryEntity, situation: Situation, width: int, suggested: bool) -> Content:
        lit = entity.id == situation.entity
        mark = styled(f"{self.glyphs.mark} " if lit else "  ", "$mention")
        name = source(entity.name, "bold $mention" if lit else "")
        doubt = styled("? ", "bold $accent") if suggested else Content()
        tail = styled(f"{TYPE_WORDS[entity.type]} {len(entity.mentions):>3}", FAINT)
        return both_ends(mark.append(name), doubt.append(tail), width)

    def detail(self, situation: Situation, row: str, width: int) -> Content:
        """Spellings and counts by source, roles, reasons, suggestions."""
        entity = self.entity(row)
        if entity is None:
            return Content()
        return stack(self._detail(entity, situation.sheets, width))

    def _detail(self, entity: StoryEntity, sheets: StorySheets, width: int) -> Iterator[Content]:
        yield both_ends(source(entity.name, "bold"), styled(TYPE_WORDS[entity.type], FAINT), width)
        for role in entity.roles[:6]:
            yield hang(Content("  "), source(role, "italic $faint"), width)
        yield from self._suggested(entity, sheets, width)
        yield from self._reasons(entity, width)
        for article, sheet in sheets.sheets.items():
            mentions = sum(mention.article == article for mention in entity.mentions)
            if not mentions:
                continue
            yield Content()
            yield both_ends(source(sheet.name, "bold"), styled(counted(mentions, "mention"), FAINT), width)
            for form_article, form, count in entity.forms:
                if form_article == article:
                    yield both_ends(Content("  ").append(source(form)), styled(f"{count}", FAINT), width)
        for wording in sheets.wordings(entity.id):
            yield Content()
            yield styled(WORDED_AS[wording.kind], FAINT)
            for article, words in worded(wording, self.glyphs.times):
                lead = source(f"  {sheets.labels.get(article, '')}  ", "bold", cells=width // 2)
                yield hang(lead, source(words), width)
        yield Content()
        yield from styled("S split   J join   R name   Y type", FAINT).wrap(width)

    def _suggested(self, entity: StoryEntity, sheets: StorySheets, width: int) -> Iterator[Content]:
        """With whom it may be one, for the person to decide."""
        names = {other.id: other.name for other in sheets.entities}
        for suggestion in _suggestions(sheets):
            if entity.id in (suggestion.a, suggestion.b):
                other = suggestion.b if suggestion.a == entity.id else suggestion.a
                yield Content()
                yield hang(styled("? ", "bold $accent"), source(f"Perhaps also {names.get(other, other)}"), width)
                yield hang(Content("  "), source(suggestion.why, FAINT), width)
                yield styled("  + the same   - not the same", "$accent")

    def _reasons(self, entity: StoryEntity, width: int) -> Iterator[Content]:
        """Why its spellings were taken for one."""
        if entity.links:
            yield Content()
            yield styled("Taken for one because", FAINT)
        for link in entity.links:
            if link.a.casefold() != link.b.casefold():
                yield hang(Content("  "), source(f"{link.a} = {link.b}", "bold"), width)
            yield hang(Content("  "), source(link.why), width)
            if link.rule and link.rule != "reader":
                yield hang(Content("  "), styled(f"rule {link.rule}", FAINT), width)


def _suggestions(sheets: StorySheets) -> Sequence[Suggestion]:
    return sheets.story.suggestions if sheets.story else ()
