"""What is missing: what a source leaves out that others have, what is not known, what a person has to decide."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.export.escaping import inline
from briefing.export.page import Page, bullets
from briefing.export.sections.agreement import tersest
from briefing.model import StoryEntity, language_name, out_before

WORDING = 120


def gaps(page: Page) -> str:
    """Silences, unknowns and open questions."""
    silences, unknown, undecided = _silences(page), _unknown(page), _undecided(page)
    blocks = []
    if silences:
        blocks.append(
            "### Left out by one, reported by others\n\nTo leave something out is not to deny it.\n\n"
            + bullets(silences)
        )
    if unknown:
        blocks.append("### Not known\n\n" + bullets(unknown))
    if undecided:
        blocks.append("### For the reader to decide\n\n" + bullets(undecided))
    return "\n\n".join(blocks)


def _silences(page: Page) -> list[str]:
    """Where there are three origins or more: what all but one of them report."""
    ranked = {claim.id: claim for claim in page.claims("agreed", "compatible")}
    missing: dict[str, dict[str, None]] = {}
    for article, silent in _silent(page):
        for claim in [claim for id, claim in ranked.items() if id in silent]:
            teller = tersest(page, page.voices(claim))
            words = page.tell(teller.articles[0], teller.span, limit=WORDING)
            unaware = " (it was out before those that have it)" if silent[claim.id] else ""
            missing.setdefault(page.name(article), {})[f"\n  - {words}{unaware}"] = None
    return [f"{name} does not have:{''.join(lines)}" for name, lines in missing.items()]


def _silent(page: Page) -> Iterator[tuple[str, dict[str, bool | None]]]:
    """The first article of each origin that leaves something out: claims by id, and whether it could not know them."""
    origins = [group.articles for group in page.story.origins]
    if page.dossier.ledger is not None:
        for account in page.dossier.ledger.accounts:
            if any(account.article == group[0] for group in origins):
                yield account.article, {each.claim: each.earlier for each in account.silent}
        return
    for group in origins if len(origins) > 2 else []:
        left_out: dict[str, bool | None] = {}
        for claim in page.claims("agreed"):
            telling = {passage.article for passage in claim.passages}
            if not telling & set(group) and all(telling & set(other) for other in origins if other != group):
                left_out[claim.id] = out_before(page.articles[group[0]], [page.articles[id] for id in telling])
        yield group[0], left_out


def _unknown(page: Page) -> list[str]:
    lines = []
    for article in page.dossier.articles:
        missing = [
            *(["its source"] if not article.source else []),
            *(["its date of publication"] if not article.published else []),
        ]
        if missing:
            title = f", “{inline(article.title)}”" if article.title else ""
            lines.append(f"{page.name(article.id)}{title}: {' and '.join(missing)}.")
        if article.id not in page.findings:
            lines.append(f"{page.name(article.id)}: not analysed yet.")
        elif foreign := page.findings[article.id].foreign:
            languages = sorted({language_name(passage.language) for passage in foreign})
            passages = "1 passage" if len(foreign) == 1 else f"{len(foreign)} passages"
            lines.append(f"{page.name(article.id)}: {passages} in {' and '.join(languages)}, not analysed.")
    return lines


def _undecided(page: Page) -> list[str]:
    """Names that may be one, and claims offered without certainty."""
    entities = {entity.id: entity for entity in page.story.entities}
    lines = []
    for suggestion in page.story.suggestions:
        a, b = entities.get(suggestion.a), entities.get(suggestion.b)
        if a and b:
            lines.append(f"{_name(a)} and {_name(b)} may be the same: {inline(suggestion.why)}")
    for claim in page.undecided():
        told = (
            f"{page.name(voice.articles[0])}: {page.tell(voice.articles[0], voice.span, limit=WORDING, stop=False)}"
            for voice in page.voices(claim)
        )
        lines.append(f"{'; '.join(told)}. *{inline(claim.why)}*" if claim.why else "; ".join(told))
    return lines


def _name(entity: StoryEntity) -> str:
    return f"“{inline(entity.name)}”"
