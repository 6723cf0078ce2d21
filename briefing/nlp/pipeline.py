"""The spaCy pipeline: the model's components, then ours."""

from __future__ import annotations

import importlib
import importlib.util
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from briefing.model import Article
from briefing.nlp import extensions

COMPONENTS = (
    "briefing_names",
    "briefing_times",
    "briefing_quantities",
    "briefing_quotes",
    "briefing_facts",
    "briefing_status",
)
"""In the order in which they run; each is the factory of ``briefing.nlp.<name without prefix>``."""


def load(folder: Path) -> Language:
    """The model in ``folder`` with our components, those before the parser included."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy.load(folder)
    importlib.import_module("briefing.nlp.sentences")
    nlp.add_pipe("briefing_sentences", before="parser")
    for name in COMPONENTS:
        module = "briefing.nlp." + name.removeprefix("briefing_")
        spec = importlib.util.find_spec(module)
        if spec is None or spec.origin is None:
            continue
        importlib.import_module(module)
        nlp.add_pipe(name)
    return nlp


def docs(nlp: Language, articles: Iterable[Article]) -> Iterator[tuple[Doc, Article]]:
    """Each article's Doc, in order, with ``doc._.article`` set before any component runs."""

    def made() -> Iterator[tuple[Doc, Article]]:
        for article in articles:
            doc = nlp.make_doc(article.text)
            doc._.article = article
            yield doc, article

    extensions.register()
    yield from nlp.pipe(made(), as_tuples=True, batch_size=16)
