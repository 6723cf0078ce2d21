"""The spaCy pipeline: the model's components, then ours; and texts of any length through it."""

from __future__ import annotations

import importlib
import importlib.util
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from briefing.model import Article
from briefing.nlp import extensions, sentences
from briefing.nlp.legible import legible
from briefing.nlp.recogniser import compile_recogniser
from briefing.nlp.ruler import compile_ruler
from briefing.nlp.tokenising import Bounded

COMPONENTS = (
    "briefing_names",
    "briefing_times",
    "briefing_quantities",
    "briefing_quotes",
    "briefing_facts",
    "briefing_status",
)
"""In the order in which they run; each is the factory of ``briefing.nlp.<name without prefix>``."""

PIECE = 60_000
"""Characters that the model reads at once. Longer texts go through it in pieces: its memory grows with the piece."""

DENSE = 20_000
"""Tokens that the model reads at once; as many characters of news hold two thirds of that, a table or marks more."""


def load(folder: Path) -> Language:
    """The model in ``folder`` with our components, those before the parser included."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy.load(folder, exclude=["senter"])
    compile_ruler(nlp)
    compile_recogniser(nlp)
    sentences.keep_ranks_whole(nlp)
    nlp.tokenizer = Bounded(nlp.tokenizer)
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
    """Each article's Doc, in order, with ``doc._.article`` and ``doc._.legible`` set before any component runs.

    The Doc and ``doc._.article`` hold what is legible of the article; the article beside the Doc is as it came.

    Articles longer than :data:`PIECE` are read by the model in pieces and by our components whole, so that names and
    pronouns are resolved across the whole text.
    """
    extensions.register()
    short: list[tuple[Doc, Article]] = []
    size = tokens = 0
    for article in articles:
        length = len(article.text)
        doc = _made(nlp, article) if length <= PIECE else None
        count = len(doc) if doc is not None else 0
        if len(short) == _BATCH or size + length > PIECE or tokens + count > DENSE:
            yield from _together(nlp, short)
            short, size, tokens = [], 0, 0
        if doc is None or count > DENSE:
            yield _in_pieces(nlp, article), article
        else:
            short.append((doc, article))
            size, tokens = size + length, tokens + count
    yield from _together(nlp, short)


_BATCH = 16
"""Articles that the model reads together, if they are no longer than one piece."""


def _together(nlp: Language, made: list[tuple[Doc, Article]]) -> Iterator[tuple[Doc, Article]]:
    yield from nlp.pipe(made, as_tuples=True, batch_size=_BATCH)


def _made(nlp: Language, article: Article) -> Doc:
    read = legible(article)
    doc = nlp.make_doc(read.article.text)
    doc._.article, doc._.legible = read.article, read
    return doc


def _in_pieces(nlp: Language, article: Article) -> Doc:
    """The Doc of a long article: the model on each piece, our components on the whole."""
    read = legible(article)
    whole = put_together(nlp, list(read_in_pieces(nlp, read.article)), read.article)
    whole._.legible = read
    return whole


def read_in_pieces(nlp: Language, article: Article, limit: int = 0) -> Iterator[Doc]:
    """The pieces of what is legible of an article, at least one, read by the model alone and one at a time.

    Args:
        nlp: The whole pipeline.
        article: As the model reads it.
        limit: Characters of a piece, where that shall be less than :data:`PIECE`.
    """
    for made in _pieces_made(nlp, article, 0, len(article.text), limit) if article.text else [nlp.make_doc("")]:
        with nlp.select_pipes(disable=_ours(nlp)):
            doc = nlp(made)
        doc.user_data.clear()
        doc.tensor = doc.tensor[:0].copy()  # the model's rows: of a long text as large as all the rest
        yield doc


def put_together(nlp: Language, read: list[Doc], article: Article) -> Doc:
    """The Doc of an article whose pieces the model has read, after our components; the list is emptied."""
    whole = Doc.from_docs(read, ensure_whitespace=False, exclude=["tensor", "user_data"])  # type: ignore[call-arg]
    assert whole is not None
    read.clear()
    whole._.article = article
    for name in _ours(nlp):
        whole = nlp.get_pipe(name)(whole)
    return whole


def _ours(nlp: Language) -> list[str]:
    return [name for name in nlp.pipe_names if name in COMPONENTS]


def _pieces_made(nlp: Language, article: Article, begin: int, stop: int, limit: int = 0) -> Iterator[Doc]:
    """Pieces of ``[begin, stop)``, each short enough for the model in characters and in tokens."""
    for start, end in pieces(article.text[begin:stop], limit or PIECE):
        doc = nlp.make_doc(article.text[begin + start : begin + end])
        if len(doc) > DENSE:
            denser = (end - start) * DENSE // len(doc)
            yield from _pieces_made(nlp, article, begin + start, begin + end, denser)
            continue
        doc._.article = stretch(article, begin + start, begin + end)
        yield doc


def stretch(article: Article, start: int, end: int) -> Article:
    """The article's stretch ``[start, end)`` as an article of its own, with its furniture."""
    marks = tuple(
        msgspec.structs.replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in article.furniture
        if mark.start < end and start < mark.end
    )
    return msgspec.structs.replace(article, text=article.text[start:end], furniture=marks)


def pieces(text: str, limit: int = PIECE) -> Iterator[tuple[int, int]]:
    """Stretches of at most ``limit`` characters that cover ``text``, cut at the best place in the last half of each.

    A paragraph's end is best, then a line's, a sentence's, a space; a text without any is cut through.
    """
    start = 0
    while len(text) - start > limit:
        half, end = start + limit // 2, start + limit
        for mark in ("\n\n", "\n", ". ", " "):
            at = text.rfind(mark, half, end)
            if at >= 0:
                end = at + len(mark)
                break
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)
