"""Who is who: people, bodies and places under every spelling, with the roles the sources give them."""

from __future__ import annotations

from briefing.export.escaping import inline
from briefing.export.page import Page, bullets
from briefing.model import EntityType, StoryEntity, StoryMention

PEOPLE: tuple[EntityType, ...] = ("PERSON",)
BODIES: tuple[EntityType, ...] = ("ORG",)
PLACES: tuple[EntityType, ...] = ("GPE", "LOC", "FAC", "NORP")
OTHERS: tuple[EntityType, ...] = ("EVENT", "PRODUCT", "WORK", "LAW")
TABLES = (("People", PEOPLE), ("Bodies", BODIES), ("Other names", OTHERS))
MOST_ROLES = 3


def who(page: Page) -> str:
    """A table a kind: name, roles, and each source's spellings with the place of the first; places in a line."""
    named = sorted((entity for entity in page.story.entities if _reported(page, entity)), key=_prominence)
    blocks = []
    for heading, types in TABLES:
        rows = [_row(page, entity) for entity in named if entity.type in types]
        if rows:
            blocks.append(
                f"### {heading}\n\n| Name | Described as | As spelled by |\n|---|---|---|\n" + "\n".join(rows)
            )
    places = [_place(page, entity) for entity in named if entity.type in PLACES]
    if places:
        blocks.append(f"### Places and peoples\n\n{', '.join(places)}.")
    merged = [line for entity in named if (line := _reasons(entity))]
    if merged:
        blocks.append("### Spellings taken for one\n\n" + bullets(merged))
    return "\n\n".join(blocks)


def _reported(page: Page, entity: StoryEntity) -> list[StoryMention]:
    """Its mentions in the reporting itself, credits and bylines left out."""
    return [
        mention
        for mention in entity.mentions
        if (article := page.articles.get(mention.article)) is not None and article.reports(mention.span)
    ]


def _prominence(entity: StoryEntity) -> tuple[int, int, str]:
    return -len({mention.article for mention in entity.mentions}), -len(entity.mentions), entity.id


def _row(page: Page, entity: StoryEntity) -> str:
    spelled = []
    for article, forms in _spellings(page, entity).items():
        names = ", ".join(f"“{inline(form)}”{mark}" for form, mark in forms.items())
        spelled.append(f"{page.name(article)}: {names}")
    roles = ", ".join(inline(role) for role in entity.roles[:MOST_ROLES])
    return f"| {inline(entity.name)} | {roles} | {'; '.join(spelled)} |"


def _place(page: Page, entity: StoryEntity) -> str:
    """The name with its footnotes, and other spellings in brackets."""
    marks: dict[str, str] = {}
    for forms in _spellings(page, entity).values():
        for form, mark in forms.items():
            marks[form] = marks.get(form, "") + mark
    own = marks.pop(entity.name, "")
    others = ", ".join(f"“{inline(form)}”{mark}" for form, mark in marks.items())
    return f"{inline(entity.name, start=True)}{own}{f' ({others})' if others else ''}"


def _spellings(page: Page, entity: StoryEntity) -> dict[str, dict[str, str]]:
    """For each article the forms it uses in its reporting, with the footnote of the sentence that has each first."""
    mentions = sorted(_reported(page, entity), key=lambda mention: mention.start)
    spelled: dict[str, dict[str, str]] = {}
    for article in page.articles:
        text = page.articles[article].text
        for form in (form for of, form, _ in entity.forms if of == article):
            first = next((m for m in mentions if m.article == article and form in m.span.of(text)), None)
            if first is not None:
                sentence = page.sentence_span(article, first.start) or first.span
                spelled.setdefault(article, {})[form] = page.mark(article, sentence)
    return spelled


def _reasons(entity: StoryEntity) -> str:
    """Why different spellings were taken for one name; the same spelling needs no reason."""
    differing = [link for link in entity.links if link.a.casefold() != link.b.casefold()]
    said = dict.fromkeys(inline(link.why) for link in differing)
    return f"{inline(entity.name, start=True)}: {'; '.join(said)}" if said else ""
