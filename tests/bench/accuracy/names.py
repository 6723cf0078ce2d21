"""The invented reports with marked names: the model's own names against ours."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from briefing.model import Article, Mention
from briefing.nlp.names import scoring
from briefing.nlp.names.pieces import LABELS
from briefing.nlp.pipeline import docs
from tests.bench.accuracy.sets import Row

_MARK = re.compile(r"\{(?P<type>[A-Z]+):(?P<entity>\w+) (?P<words>[^{}]+)\}")
"""A name as it is marked: ``{PERSON:rahimov Otabek Rahimov}``."""
_FRINGE = re.compile(r"(?:(?:the|an?)\s+)?(?P<name>.*?)(?:['’]s?)?\s*", re.IGNORECASE | re.DOTALL)
"""What the model takes for part of a name, and the gold does not."""
_NAMED = ("name", "short", "acronym")


def marked(path: Path) -> tuple[Article, tuple[Mention, ...]]:
    """A marked report as plain text, with its names."""
    mentions: list[Mention] = []
    text, at, source = "", 0, path.read_text("utf-8")
    for mark in _MARK.finditer(source):
        text += source[at : mark.start()]
        start = len(text)
        text += mark["words"]
        mentions.append(
            Mention(id=f"g{len(mentions)}", start=start, end=len(text), type=mark["type"], entity=mark["entity"])  # type: ignore[arg-type]
        )
        at = mark.end()
    return Article(id=path.stem, text=text + source[at:]), tuple(mentions)


def rows(nlp: Language, folder: Path) -> list[Row]:
    """Names with the right span and type, and the mentions brought together, before and after our component."""
    told = [marked(path) for path in sorted(folder.glob("*.txt"))]
    found = [doc for doc, _ in docs(nlp, [article for article, _ in told])]
    gold = [mentions for _, mentions in told]
    bare = scoring.score_mentions(zip(gold, map(by_model, found), strict=True))
    ours = scoring.score_mentions(zip(gold, map(by_us, found), strict=True))
    against = f"{len(told)} invented reports from {len(told)} countries"
    shown = {
        "names: span and type": "names_f",
        "organisations": "names_f_ORG",
        "people": "names_f_PERSON",
        "places with a government": "names_f_GPE",
        "entities (B-cubed)": "entities_f",
    }
    return [
        (what, f"{ours[name]:.3f}", f"{against}; {bare[name]:.3f} by the model alone") for what, name in shown.items()
    ]


def by_us(doc: Doc) -> list[Mention]:
    """The component's names, without pronouns and descriptions."""
    return [mention for mention in doc._.mentions if mention.form in _NAMED]


def by_model(doc: Doc) -> list[Mention]:
    """The model's names without articles and possessive endings; those of the same words are one entity."""
    found: list[Mention] = []
    entities: dict[str, str] = defaultdict(lambda: f"e{len(entities)}")
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        name = _FRINGE.fullmatch(ent.text)
        if label and name:
            start, end = (ent.start_char + place for place in name.span("name"))
            entity = entities[name["name"].lower()]
            found.append(Mention(id=f"m{len(found)}", start=start, end=end, type=label, entity=entity))
    return found
