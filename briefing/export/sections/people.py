"""Who is who: people, bodies and places under every spelling, with the roles the sources give them."""

from __future__ import annotations

from briefing.export.escaping import inline
from briefing.export.page import Page, bullets
from briefing.model import EntityType, StoryEntity

PEOPLE: tuple[EntityType, ...] = ("PERSON",)
BODIES: tuple[EntityType, ...] = ("ORG",)
PLACES: tuple[EntityType, ...] = ("GPE", "LOC", "FAC", "NORP")
OTHERS: tuple[EntityType, ...] = ("EVENT", "PRODUCT", "WORK", "LAW")
GROUPS = (("People", PEOPLE, 1), ("Bodies", BODIES, 1), ("Places and peoples", PLACES, 3), ("Other names", OTHERS, 2))
"""Heading, types, and from how many mentions on one that a single source names is listed."""
MOST_ROLES = 3


def who(page: Page) -> str:
    """A table a kind: name, roles, and each source's spellings with the place of the first."""
    blocks = []
    for heading, types, least in GROUPS:
        chosen = [entity for entity in page.story.entities if entity.type in types and _counts(entity, least)]
        rows = [_row(page, entity) for entity in sorted(chosen, key=_prominence) if entity.forms]
        if rows:
            blocks.append(
                f"### {heading}\n\n| Name | Described as | As spelled by |\n|---|---|---|\n" + "\n".join(rows)
            )
    merged = [_reasons(entity) for entity in page.story.entities if entity.links]
    if merged:
        blocks.append("### Spellings taken for one\n\n" + bullets(merged))
    return "\n\n".join(blocks)


def _counts(entity: StoryEntity, least: int) -> bool:
    return len({mention.article for mention in entity.mentions}) > 1 or len(entity.mentions) >= least


def _prominence(entity: StoryEntity) -> tuple[int, int, str]:
    return -len({mention.article for mention in entity.mentions}), -len(entity.mentions), entity.id


def _row(page: Page, entity: StoryEntity) -> str:
    spelled = []
    for article in page.dossier.articles:
        forms = [form for of, form, _ in entity.forms if of == article.id]
        if forms:
            names = ", ".join(f"“{inline(form)}”{_first(page, entity, article.id, form)}" for form in forms)
            spelled.append(f"{page.name(article.id)}: {names}")
    roles = ", ".join(inline(role) for role in entity.roles[:MOST_ROLES])
    return f"| {inline(entity.name)} | {roles} | {'; '.join(spelled)} |"


def _first(page: Page, entity: StoryEntity, article: str, form: str) -> str:
    """The footnote of the sentence where a source first spells the name so."""
    text = page.articles[article].text
    for mention in sorted(entity.mentions, key=lambda mention: mention.start):
        if mention.article == article and form in mention.span.of(text):
            sentence = page.sentence_span(article, mention.start)
            return page.mark(article, sentence or mention.span)
    return ""


def _reasons(entity: StoryEntity) -> str:
    said = dict.fromkeys(f"“{inline(link.a)}” and “{inline(link.b)}”: {inline(link.why)}" for link in entity.links)
    return f"{inline(entity.name)} — {'; '.join(said)}"
