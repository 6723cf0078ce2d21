"""How fast articles are analysed, with how much memory, and how both grow.

*The bare model* is the installed spaCy package as ``spacy.load`` gives it, all its components running but the
``senter`` that it leaves off itself; it reads the same texts through ``nlp.pipe`` in batches of the same size. *The
whole* is :class:`briefing.nlp.Analyser`: the same model, its attribute ruler compiled and sentences' ends found before
the parser, all components of ``briefing.nlp``, and the records made. Both run in this process, one after the other
several times over; processor time is counted, since other programs take their share of the clock. Sentence vectors
belong to the comparison.
"""

from __future__ import annotations

import functools
import itertools
import warnings
from typing import Any

import spacy

from briefing.compare import compare_story, group
from briefing.model import Article
from briefing.nlp import Analyser
from briefing.nlp.analysis import check_model
from briefing.nlp.findings import findings_of
from briefing.nlp.legible import legible
from briefing.nlp.pipeline import COMPONENTS, docs
from briefing.nlp.sentences import Sentences
from tests.bench import texts
from tests.bench.memory import of_a_worker
from tests.bench.timing import interleaved, processor_seconds
from tests.bench.workers import two_against_one

Row = tuple[str, str, str]

COUNT = 32
_BATCH = 16
_LENGTHS = (2_000, 4_000, 8_000)
"""Words of the shortest text of a kind, and of its doubles."""
_LONG = 200_000


def run() -> list[Row]:
    """Every figure of the language room but how right it is."""
    analyser = Analyser()
    bare = bare_model()
    articles = texts.articles(COUNT)
    rows, apart = _whole(analyser, bare, articles)
    rows += _shares(analyser, articles, apart)
    rows += _growth(analyser)
    rows.append(_comparison(analyser, texts.originals()))
    rows.append(two_against_one(articles * 2))
    return rows + of_a_worker(_LONG)


def bare_model() -> Any:
    """The model alone, as its package gives it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return spacy.load(check_model(), exclude=["senter"])


def _whole(analyser: Analyser, bare: Any, articles: list[Article]) -> tuple[list[Row], float]:
    whole, alone = interleaved(
        lambda: _used_up(analyser.analyse_many(articles)),
        lambda: _used_up(bare.pipe((article.text for article in articles), batch_size=_BATCH)),
    )
    words = sum(len(article.text.split()) for article in articles)
    to = f"the bare model ({words / whole:,.0f} against {words / alone:,.0f} words/s)"
    return [("whole analysis", f"{whole / alone:.2f} x", to)], alone


def _used_up(iterator: Any) -> None:
    for _ in iterator:
        pass


def _shares(analyser: Analyser, articles: list[Article], bare: float) -> list[Row]:
    """Each component's time, of the bare model's."""
    nlp = analyser.nlp
    taken = {"legible text": processor_seconds(lambda: [legible(article) for article in articles])}
    with nlp.select_pipes(disable=list(COMPONENTS)):
        parsed = list(docs(nlp, articles))
    with nlp.select_pipes(enable=["tok2vec", "tagger"]):
        tagged = [doc for doc, _ in docs(nlp, articles)]
    find_ends = Sentences()
    taken["sentences"] = processor_seconds(lambda: [find_ends(doc) for doc in tagged])
    for name in COMPONENTS:
        component: Any = nlp.get_pipe(name)
        taken[name.removeprefix("briefing_")] = processor_seconds(functools.partial(_applied, component, parsed))
    taken["records"] = processor_seconds(lambda: [findings_of(doc, article, "") for doc, article in parsed])
    return [(f"  {name}", f"{part / bare:.1%}", "of the bare model's time") for name, part in taken.items()]


def _applied(component: Any, parsed: list[tuple[Any, Article]]) -> None:
    for doc, _ in parsed:
        component(doc)


def _growth(analyser: Analyser) -> list[Row]:
    """What a text twice as long takes, by kind of text: 2 where time grows with the length."""
    rows: list[Row] = []
    source = " \n".join(article.text for article in texts.articles(2 * _LENGTHS[-1] // 550))
    for kind, make in texts.KINDS.items():
        times = [_analysing(analyser, make(_cut(source, length))) for length in _LENGTHS]
        steps = [later / earlier for earlier, later in itertools.pairwise(times)]
        rows.append((f"twice as long: {kind}", f"{max(steps):.1f} x", f"half of it ({times[-1]:.1f} s)"))
    return rows


def _cut(text: str, words: int) -> str:
    """As much of the text as holds so many words."""
    return text[: int(len(text) * words / len(text.split()))]


def _analysing(analyser: Analyser, text: str) -> float:
    return processor_seconds(lambda: analyser.analyse(Article(id="x", text=text, published="2001-01-01")))


def _comparison(analyser: Analyser, articles: list[Article]) -> Row:
    """Two reports of one event compared, sentence vectors included."""
    pair = articles[:2]
    findings = {article.id: analyser.analyse(article) for article in pair}
    (one,) = group(pair, findings, together=True)
    by_id = {article.id: article for article in pair}
    analysed = processor_seconds(lambda: _used_up(analyser.analyse_many(pair)))
    compared = processor_seconds(lambda: compare_story(one, by_id, findings))
    return "comparison of two reports", f"{compared / analysed:.2f} x", "their analysis"
