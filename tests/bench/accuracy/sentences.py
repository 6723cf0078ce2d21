"""The repository's sentences whose clauses have a status, and what the pronouns of the stories mean."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from briefing.ingest import read
from briefing.model import Article
from briefing.nlp.pipeline import docs
from briefing.nlp.status.scorer import confusion
from tests.bench.accuracy.sets import Row
from tests.statuses import marked_sentences, wanted_and_found


def status_rows(nlp: Language, path: Path) -> tuple[list[Row], str]:
    """The share of clauses with the right status, and the confusion matrix as lines of text."""
    given = marked_sentences(path)
    articles = [Article(id=str(i), text=sentence.text) for i, sentence in enumerate(given)]
    read_off = zip(docs(nlp, articles), given, strict=True)
    pairs = [pair for (doc, _), sentence in read_off for pair in wanted_and_found(sentence, doc._.facts)]
    right = sum(wanted == found for wanted, found in pairs)
    row = ("status, share right", f"{right / len(pairs):.3f}", f"{len(pairs)} clauses of invented sentences")
    table = confusion(pairs)
    widths = [max(len(line[column]) for line in table) for column in range(len(table[0]))]
    lines = ("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) for line in table)
    return [row], "\n".join(lines)


def pronoun_rows(nlp: Language, path: Path, folders: tuple[Path, ...]) -> list[Row]:
    """Precision and recall of the pronouns annotated in ``path``, whose files lie in one of the folders."""
    gold = json.loads(path.read_text("utf-8"))
    files = [next(folder / each["file"] for folder in folders if (folder / each["file"]).is_file()) for each in gold]
    articles = [item for item in read(files) if isinstance(item, Article)]
    count: Counter[str] = Counter()
    for (doc, _), file, each in zip(docs(nlp, articles), files, gold, strict=True):
        for pronoun in each["pronouns"]:
            count.update(_judged(doc, pronoun, _spelled(file)))
    against = f"{sum(len(each['pronouns']) for each in gold)} pronouns of {len(gold)} articles"
    return [
        ("pronouns: precision", f"{count['right'] / count['answered']:.3f}", against),
        ("pronouns: recall", f"{count['recalled'] / count['wanted']:.3f}", against),
    ]


def _spelled(file: Path) -> dict[str, set[str]]:
    """All spellings of the story's names, where it has a gold."""
    path = file.parent / "gold.json"
    entities = json.loads(path.read_text("utf-8"))["entities"] if path.is_file() else []
    return {each["name"]: {form for forms in each["forms"].values() for form in forms} for each in entities}


def _judged(doc: Doc, pronoun: dict[str, Any], spelled: dict[str, set[str]]) -> Iterator[str]:
    wanted = bool(pronoun["refers"]) and "open" not in pronoun
    if wanted:
        yield "wanted"
    mention = next((m for m in doc._.mentions if m.start == pronoun["start"]), None)
    if mention is None:
        return
    yield "answered"
    forms = next({*e.forms, e.name} for e in doc._.entities if e.id == mention.entity)
    if any(forms & {name, *spelled.get(name, ())} for name in pronoun["refers"]):
        yield "right"
        if wanted:
            yield "recalled"
