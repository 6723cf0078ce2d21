"""HTML pages: the paragraphs of the report, joined by empty lines.

Where a page marks its report with ``<article>``, the text is every ``<p>`` in it (and sentences that stand in list
items or quotations without one); what lies in an aside, a caption or a form is marked as furniture. Other pages go
through trafilatura, which finds the report by density and structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing.errors import UnreadableInput
from briefing.ingest.article import make_article
from briefing.ingest.cleaning import newlines
from briefing.ingest.decoding import decode
from briefing.ingest.material import Material
from briefing.ingest.page import read_metadata
from briefing.model import Article, ArticleRecord, Furniture, FurnitureKind

SHORT = 200
"""Below this many code points, an ``<article>`` may be a teaser, and trafilatura is asked as well."""
LARGE = 30_000
"""Above this many elements, a page's paragraphs are taken as they are: weighing them would take minutes."""
AROUND: dict[str, FurnitureKind] = {
    "figcaption": "caption", "figure": "caption", "nav": "navigation", "aside": "promotion", "form": "promotion",
    "footer": "footer", "button": "navigation", "menu": "navigation", "dialog": "navigation",
}  # fmt: skip
"""Elements of a page that hold no reporting, and what a paragraph in one is marked as."""
CLASSES: dict[str, FurnitureKind] = {
    **dict.fromkeys(("comment", "comments", "comment-list", "comments-area"), "promotion"),
    **dict.fromkeys(("newsletter", "newsletter-signup", "promo", "paywall", "subscribe"), "promotion"),
    **dict.fromkeys(("related", "related-articles", "related-stories", "related-links", "most-read"), "promotion"),
    **dict.fromkeys(("breadcrumb", "breadcrumbs", "share", "social-share", "sharing", "pagination"), "navigation"),
    **dict.fromkeys(("caption", "wp-caption-text", "image-caption", "photo-caption"), "caption"),
}
"""Whole class names and ids of such parts, where a page has no element for them."""
SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "object", "head", "textarea", "select"}
)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Paragraph(NamedTuple):
    """The text of one element, and what it is marked as when it is no reporting."""

    text: str
    kind: FurnitureKind | None


def read_html(material: Material) -> Iterator[Article | UnreadableInput]:
    """The one article of a saved page."""
    tree = parse(decode(material.content).replace("\0", ""), material.name)
    paragraphs = _report(tree)
    if not paragraphs:
        raise UnreadableInput(
            f"{material.name}: no report is found on this page.", "Save its text as a .txt file instead."
        )
    text, marked = _joined(paragraphs)
    found = read_metadata(tree)
    record = ArticleRecord(
        text=text, title=found.title, source=found.source, author=found.author, published=found.published, url=found.url
    )
    yield make_article(record, name=material.name, file=material.file, marked=marked)


def parse(page: str, name: str) -> Any:
    """The page as an lxml tree.

    Raises:
        UnreadableInput: It holds no element, or its elements are nested deeper than any page's are: the parser leaves
            out what lies deeper, so that words would be lost without a word.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        tree = None
    if any("depth" in entry.message.casefold() for entry in parser.error_log):
        raise UnreadableInput(f"{name}: its elements are nested too deep to be read as a page.")
    if tree is None:
        raise UnreadableInput(f"{name}: holds no page.")
    return tree


def _report(tree: Any) -> list[Paragraph]:
    """The report's paragraphs: those of the one ``<article>`` that holds most, of a live blog's, else trafilatura's."""
    outermost = [element for element in tree.iter("article") if next(element.iterancestors("article"), None) is None]
    found = [_paragraphs(element) for element in outermost]
    sizes = [_size(paragraphs) for paragraphs in found]
    chosen: list[Paragraph] = max(found, key=_size, default=[])
    if 2 * _size(chosen) < sum(sizes):
        live_blog = len({element.getparent() for element in outermost}) == 1
        chosen = [paragraph for paragraphs in found for paragraph in paragraphs] if live_blog else []
    if _size(chosen) >= SHORT:
        return chosen
    extracted = _extracted(tree) if sum(1 for _ in tree.iter()) <= LARGE else _paragraphs(tree)
    if chosen and _size(extracted) < 3 * _size(chosen):
        return chosen
    return extracted or chosen or _paragraphs(tree)


def _size(paragraphs: list[Paragraph]) -> int:
    """Code points of reporting."""
    return sum(len(paragraph.text) for paragraph in paragraphs if paragraph.kind is None)


def _extracted(tree: Any) -> list[Paragraph]:
    import trafilatura

    text = trafilatura.extract(
        tree, output_format="txt", include_comments=False, include_tables=False, deduplicate=False
    )
    return [Paragraph(line.strip(), None) for line in newlines(text or "").split("\n") if line.strip()]


def _paragraphs(root: Any) -> list[Paragraph]:
    """Every ``<p>`` under an element, and list items and quotations that hold sentences of their own."""
    paragraphs = []
    for element in root.iter("p", "li", "blockquote"):
        if element.tag != "p" and element.find(".//p") is not None:
            continue
        kind = _surroundings(element, root)
        if kind == "hidden":
            continue
        text = _text(element)
        linked = sum(len(_text(link)) for link in element.iter("a"))
        if element.tag != "p" and (kind or 2 * linked > len(text) or not _SENTENCE.search(text) or text.count(" ") < 3):
            continue
        if any(character.isalnum() for character in text):
            paragraphs.append(Paragraph(text, kind or ("navigation" if linked >= len(text) else None)))
    return paragraphs


def _surroundings(element: Any, root: Any) -> Any:
    """What the elements around a paragraph make of it; ``hidden`` where no reader of the page sees it."""
    kind: str | None = None
    while element is not None:
        if element.tag in SKIPPED or element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
            return "hidden"
        if element is root:
            break
        named = f"{element.get('class') or ''} {element.get('id') or ''}".casefold().split()
        kind = kind or AROUND.get(element.tag) or next((CLASSES[name] for name in named if name in CLASSES), None)
        element = element.getparent()
    return kind


def _text(element: Any) -> str:
    """The words of an element with single spaces; a ``<br>`` is a newline."""
    pieces: list[str] = []
    for event, node in _walk(element):
        if event == "start" and node.tag == "br":
            pieces.append("\v")
        words = node.text if event == "start" and node.tag not in SKIPPED else node.tail if event == "end" else None
        if words and not (event == "end" and node is element):
            pieces.append(words.replace("\v", " "))
    lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(pieces).split("\v"))
    return "\n".join(line for line in lines if line)


def _walk(element: Any) -> Any:
    from lxml import etree

    return etree.iterwalk(element, events=("start", "end"))


def _joined(paragraphs: list[Paragraph]) -> tuple[str, tuple[Furniture, ...]]:
    """The text, and the marks at their places in it."""
    marked = []
    start = 0
    for paragraph in paragraphs:
        if paragraph.kind:
            marked.append(Furniture(start=start, end=start + len(paragraph.text), kind=paragraph.kind))
        start += len(paragraph.text) + 2
    return "\n\n".join(paragraph.text for paragraph in paragraphs), tuple(marked)
