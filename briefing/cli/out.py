"""Standard output: tables for people, JSON for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from briefing.model.languages import language_name
from briefing.model.visible import visible, visible_line

if TYPE_CHECKING:
    from rich.console import Console

    from briefing.model import Annotation, Article, Citation, Findings, Ledger, Quantity, Silence, Story, Time
    from briefing.workspace import StoryListing

SIGNS = {"agreed": "=", "compatible": "≈", "update": "↻", "conflict": "≠", "single": "·"}
"""How a claim's standing is shown, here and on the screen."""


def write(text: str) -> None:
    """Text as it is, in UTF-8 whatever the locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


def line(text: str = "") -> None:
    """One line for a person."""
    write(visible_line(text) + "\n")


def json_line(record: Any) -> None:
    """One JSON object on one line."""
    sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
    sys.stdout.buffer.flush()


def console() -> Console:
    """Rich's console on standard output, with no markup in anything it prints."""
    from rich.console import Console

    return Console(markup=False, highlight=False, emoji=False, soft_wrap=False)


def table(columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[str]]) -> None:
    """A table for a person.

    Args:
        columns: Heading and style of each; the style ``"fold"`` is for the column that takes the remaining width.
        rows: Cells, shown as they are.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=SIMPLE_HEAD, pad_edge=False)
    for heading, style in columns:
        wide = style == "fold"
        grid.add_column(heading, style=None if wide else style, ratio=1 if wide else None, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(visible(cell)) for cell in row))
    console().print(grid)


def listing(stories: Sequence[StoryListing], read: frozenset[str]) -> None:
    """Stories with their articles."""
    for story in stories:
        origins = f", {story.origins} origins" if story.compared and story.origins > 1 else ""
        counts = "  ".join(f"{SIGNS[s]}{story.counts[s]}" for s in SIGNS if story.counts.get(s))
        articles = f"{len(story.articles)} article{'s' if len(story.articles) != 1 else ''}"
        line(f"{story.title or story.id}  ({articles}{origins})  {counts}".rstrip())
        for entry in story.articles:
            mark = " " if entry.id in read else "●"
            source, day = entry.source or "source unknown", entry.published[:10] if entry.published else "date unknown"
            line(f"  {mark} {entry.id}  {day:<12}  {source}  {entry.title}")


def listing_record(stories: Sequence[StoryListing], read: frozenset[str]) -> dict[str, Any]:
    """``briefing list --json``."""
    return {
        "articles": [
            {
                "id": entry.id,
                "title": entry.title or None,
                "source": entry.source,
                "author": entry.author,
                "published": entry.published,
                "url": entry.url,
                "story": story.id,
                "story_title": story.title,
                "file": entry.file or None,
                "read": entry.id in read,
            }
            for story in stories
            for entry in story.articles
        ]
    }


def findings(article: Article, found: Findings, *, explain: bool = False) -> None:
    """What was found in one article, for a person; with the rule behind each finding where ``explain`` is set."""
    line(f"{article.title or article.id}")
    line(f"{article.source or 'source unknown'}, {article.published or 'date unknown'}, {article.id}")
    columns = [("", "bold"), ("words", "fold"), ("finding", "fold"), ("rule", "fold")]
    rows = list(_found(article.text, found))
    table(columns if explain else columns[:-1], rows if explain else [row[:-1] for row in rows])


def _found(text: str, found: Findings) -> Iterator[tuple[str, str, str, str]]:
    """Kind, words, finding and rule of each."""
    rules: dict[str, list[str]] = {}
    for mention in found.mentions:
        known = rules.setdefault(mention.entity, [])
        if mention.rule not in known:
            known.append(mention.rule)
    for e in found.entities:
        roles = f" · {', '.join(e.roles[:2])}" if e.roles else ""
        yield "who", e.name, e.type + roles, ", ".join(rules.get(e.id, ()))
    for q in found.quotes:
        via = f", by way of {q.via}" if q.via else ""
        words = " … ".join(_clip(span.of(text)) for span in q.content)
        yield "said", f"“{words}”", f"{q.speaker or 'unnamed'}{via} ({q.kind})", q.rule
    for t in found.times:
        yield "when", t.span.of(text), _time(t), t.rule
    for n in found.quantities:
        whole = f", of {_clip(n.part_of.of(text))}" if n.part_of else ""
        yield "how many", n.span.of(text), _quantity(n) + whole, n.rule
    for p in found.foreign:
        yield "unread", _clip(p.span.of(text)), f"{language_name(p.language)}: not analysed", p.rule
    for f in found.facts:
        yield "fact", _clip(f.span.of(text)), f"{f.predicate.lemma} · {f.status}", f.rule


def story(found: Story, articles: dict[str, Article]) -> None:
    """What the articles of a story say together, for a person."""
    line(found.title or found.id)
    line(f"{len(found.articles)} articles, {len(found.origins)} origins")
    rows = []
    for claim in found.claims:
        words = "\n".join(
            f"{articles[p.article].source or p.article}: {_clip(p.span.of(articles[p.article].text))}"
            for p in claim.passages
        )
        rows.append(
            (SIGNS[claim.status], f"{claim.status}{' · ' + claim.kind if claim.kind else ''}", words, claim.why)
        )
    table([("", "bold"), ("standing", "bold"), ("words", "fold"), ("why", "fold")], rows)


def ledger(book: Ledger, found: Story, articles: dict[str, Article]) -> None:
    """The account of each source of a story, and how the sources word things, for a person."""
    names = {id: article.source or article.title or id for id, article in articles.items()}
    claims = {claim.id: claim for claim in found.claims}

    def words(claim_id: str) -> str:
        place = claims[claim_id].passages[0]
        return _clip(place.span.of(articles[place.article].text))

    for account in book.accounts:
        line(
            f"{names[account.article]}: {_claims(len(account.alone))} alone; "
            f"without it {_claims(len(account.loses))} lost, {_claims(len(account.weakens))} down to one origin"
        )
        rows = [("leaves out", words(silence.claim), _could_not_know(silence)) for silence in account.silent]
        for voice in account.voices:
            times = f"{len(voice.statements)} times" if len(voice.statements) > 1 else "once"
            rows.append(("quotes", voice.name, times + (", nobody else does" if voice.alone else "")))
        rows += [("relies on", cited.name, f"for {_counted(cited)}") for cited in account.cites]
        table([("", "bold"), ("what", "fold"), ("", "")], rows)
    kinds = {"entity": "called", "act": "told as", "saying": "brought in with"}
    rows = [
        (kinds[each.kind], _clip(each.name), "; ".join(f"{names[w.place.article]}: {w.words}" for w in each.words))
        for each in book.wordings
    ]
    if rows:
        table([("", "bold"), ("who or what", "fold"), ("words", "fold")], rows)


def _claims(count: int) -> str:
    return f"{count} claim{'' if count == 1 else 's'}"


def _could_not_know(silence: Silence) -> str:
    return {True: "it was out before the others", False: "", None: "dates unknown"}[silence.earlier]


def _counted(cited: Citation) -> str:
    if cited.how == "credit":
        return "its copy"
    return f"{len(cited.places)} statement{'' if len(cited.places) == 1 else 's'}"


def notes(annotations: Sequence[Annotation], titles: dict[str, str]) -> None:
    """Annotations, for a person."""
    table(
        [("id", "bold"), ("article", "fold"), ("words", "fold"), ("says", "fold")],
        [
            (a.id, titles.get(a.anchors[0].article, ""), _clip(" … ".join(x.exact for x in a.anchors)), _says(a))
            for a in annotations
            if a.anchors
        ],
    )


def note_record(annotation: Annotation) -> dict[str, Any]:
    """One annotation of ``briefing notes --json``."""
    record: dict[str, Any] = msgspec.to_builtins(annotation)
    record.pop("type", None)
    return {
        "id": annotation.id,
        "article": annotation.anchors[0].article if annotation.anchors else None,
        "quote": annotation.anchors[0].exact if annotation.anchors else None,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "judge": annotation.judge,
        **{key: value for key, value in record.items() if key not in {"id", "note", "tags", "judge"}},
    }


def _says(annotation: Annotation) -> str:
    parts = [annotation.judge or "", annotation.note, " ".join(f"#{tag}" for tag in annotation.tags)]
    if annotation.orphan:
        parts.append("(its words are no longer in the article)")
    return " ".join(part for part in parts if part)


def _time(time: Time) -> str:
    return f"{time.value or 'not resolved'}{f', {time.mod.lower()}' if time.mod else ''}"


def _quantity(quantity: Quantity) -> str:
    value, unit = quantity.value, quantity.unit
    number = f"{value:,.10g}" if isinstance(value, float | int) else f"{value[0]:,.10g} to {value[1]:,.10g}"
    bound = "" if quantity.bound == "=" else f"{quantity.bound} "
    return f"{bound}{number}{f' {unit}' if unit else ''}{f', {quantity.change}' if quantity.change else ''}"


def _clip(text: str, most: int = 160) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
