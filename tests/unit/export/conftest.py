"""A story of three invented reports, set against each other by hand, and Markdown read as GitHub reads it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from briefing.export import Dossier
from briefing.model import (
    Alignment,
    Anchor,
    Annotation,
    Article,
    Claim,
    ClaimValue,
    Correction,
    Findings,
    Furniture,
    Located,
    Mention,
    OriginGroup,
    Quote,
    Span,
    Story,
    StoryEntity,
    StoryMention,
    Suggestion,
    Time,
)

POST = (
    "VELMAR (ANA) - Forty boats blocked the harbour of Velmar on Tuesday, police said. Two ferries with 600 passengers "
    'were turned away.\n\n"We will stay until the minister comes," said Ana Ruiz, who heads the union. The quota was '
    "cut by a fifth in March, costing the port $3 million."
)
TIMES = (
    "About 40 vessels closed the port of Velmar on 11 March, according to police. The ferries carried 450 passengers."
    "\n\nAnna Ruiz of the fishermen's union said they would not move. The cut of 20 percent came in March."
)
COPY = "Two ferries with 600 passengers were turned away, the port said. Nobody was hurt in Velmar."


def place(article: Article, words: str) -> Located:
    start = article.text.index(words)
    return Located(article=article.id, start=start, end=start + len(words))


def value(article: Article, words: str, worth: str) -> ClaimValue:
    at = place(article, words)
    return ClaimValue(article=article.id, start=at.start, end=at.end, value=worth)


def sentences(text: str) -> tuple[Span, ...]:
    found = (Span(*each.span()) for each in re.finditer(r"[^\s][^\n]*?[.](?=\s|$)", text))
    dateline = len("VELMAR (ANA) - ") if text.startswith("VELMAR (ANA)") else 0
    return tuple(Span(max(span.start, dateline), span.end) for span in found)


def findings(article: Article, **more: Any) -> Findings:
    return Findings(
        article=article.id, text_hash=article.text_hash, pipeline="p", sentences=sentences(article.text), **more
    )


@pytest.fixture
def articles() -> tuple[Article, ...]:
    return (
        Article(
            id="post",
            title="Boats block harbour",
            source="Velmar Post",
            published="2014-03-11",
            text=POST,
            url="https://post.example/boats",
            title_from="metadata",
            furniture=(Furniture(start=0, end=14, kind="dateline"),),
        ),
        Article(id="times", title="Port closed", source="Osten Times", published="2014-03-12T08:00:00Z", text=TIMES),
        Article(id="copy", title="Ferries turned away", text=COPY, file="/home/x/copy.txt", title_from="made"),
    )


@pytest.fixture
def dossier(articles: tuple[Article, ...]) -> Dossier:
    post, times, copy = articles

    def claim(id_: str, status: Any, *passages: Located, **more: Any) -> Claim:
        origins = 2 if status != "single" else 1
        return Claim(id=id_, status=status, passages=passages, origins=origins, **more)

    claims = (
        claim(
            "c1",
            "agreed",
            place(post, "Forty boats blocked the harbour of Velmar on Tuesday, police said."),
            place(times, "About 40 vessels closed the port of Velmar on 11 March, according to police."),
            attributed=True,
        ),
        claim(
            "c2",
            "agreed",
            place(post, "Forty boats blocked the harbour"),
            place(times, "About 40 vessels closed the port"),
        ),
        claim(
            "c3",
            "conflict",
            place(post, "Two ferries with 600 passengers were turned away."),
            place(times, "The ferries carried 450 passengers."),
            place(copy, "Two ferries with 600 passengers were turned away"),
            kind="number",
            values=(
                value(post, "600", "600 passengers"),
                value(times, "450", "450 passengers"),
                value(copy, "600", "600 passengers"),
            ),
            why="600 passengers against 450 passengers",
            rule="numbers",
        ),
        claim(
            "c4",
            "compatible",
            place(post, "The quota was cut by a fifth in March"),
            place(times, "The cut of 20 percent"),
            kind="number",
            values=(value(post, "a fifth", "20%"), value(times, "20 percent", "20%")),
            why="1/5 = 20%.",
        ),
        claim("c5", "single", place(copy, "Nobody was hurt in Velmar.")),
        claim("c6", "single", place(post, "costing the port $3 million"), sure=False),
        claim(
            "c7",
            "update",
            place(post, "We will stay until the minister comes"),
            place(times, "they would not move"),
            why="later",
        ),
    )
    ruiz = place(post, "Ana Ruiz")
    other = place(times, "Anna Ruiz")
    said = place(post, "We will stay until the minister comes,")
    story = Story(
        id="s-post",
        title="Boats block harbour",
        articles=("post", "times", "copy"),
        origins=(
            OriginGroup(articles=("post", "copy"), rule="r", why="the same words"),
            OriginGroup(articles=("times",)),
        ),
        entities=(
            StoryEntity(
                id="e1",
                name="Ana Ruiz",
                type="PERSON",
                roles=("head of the union",),
                mentions=(
                    StoryMention(article="post", start=ruiz.start, end=ruiz.end, entity="e"),
                    StoryMention(article="times", start=other.start, end=other.end, entity="e"),
                ),
                forms=(("post", "Ana Ruiz", 1), ("times", "Anna Ruiz", 1)),
            ),
        ),
        suggestions=(Suggestion(a="e1", b="e1", rule="r", why="alike"),),
        alignments=(Alignment(a=place(post, "Two ferries"), b=place(times, "The ferries"), score=0.8),),
        claims=claims,
    )
    tuesday, eleventh = place(post, "Tuesday"), place(times, "11 March")
    found = {
        "post": findings(
            post,
            times=(Time(start=tuesday.start, end=tuesday.end, type="DATE", value="2014-03-11"),),
            quotes=(
                Quote(id="q", content=(said.span,), source=(ruiz.span,), speaker="Ana Ruiz", entity="e", kind="direct"),
            ),
            mentions=(Mention(id="m", start=ruiz.start, end=ruiz.end, type="PERSON", entity="e"),),
        ),
        "times": findings(
            times, times=(Time(start=eleventh.start, end=eleventh.end, type="DATE", value="2014-03-11"),)
        ),
        "copy": findings(copy),
    }
    anchor = place(times, "450 passengers")
    return Dossier(
        story=story,
        articles=articles,
        findings=found,
        annotations=(
            Annotation(
                id="a-1",
                created="2024-01-01T00:00:00.000Z",
                modified="2024-01-01T00:00:00.000Z",
                motivation="assessing",
                claim="c3",
                judge="disputed",
                note="ask the port",
                confidence=4,
                anchors=(
                    Anchor(article="times", text_hash="h", start=anchor.start, end=anchor.end, exact="450 passengers"),
                ),
            ),
        ),
        corrections=(
            Correction(id="k-1", created="2024-01-02T00:00:00.000Z", kind="grade", subject="Velmar Post", value="B"),
        ),
    )


class Rendered:
    """Markdown as GitHub reads it: tokens, headings, the text of paragraphs, footnotes by number."""

    def __init__(self, markdown: str) -> None:
        parser = MarkdownIt("gfm-like", {"html": True, "linkify": True}).use(footnote_plugin).use(front_matter_plugin)
        self.tokens = parser.parse(markdown)
        self.inline = [child for token in self.tokens for child in token.children or []]
        self.headings = [
            (int(token.tag[1]), self.tokens[index + 1].content)
            for index, token in enumerate(self.tokens)
            if token.type == "heading_open"
        ]
        self.notes: dict[str, str] = {}
        self.body: list[str] = []
        note: str | None = None
        for token in self.tokens:
            if token.type == "footnote_open":
                note = str(token.meta.get("label"))
            elif token.type == "footnote_close":
                note = None
            elif token.type == "inline":
                words = "".join(self._words(child) for child in token.children or [])
                if note is not None:
                    self.notes[note] = words
                else:
                    self.body.append(words)

    @staticmethod
    def _words(token: Any) -> str:
        if token.type in {"softbreak", "hardbreak"}:
            return " "
        return token.content if token.type in {"text", "text_special", "code_inline"} else ""
