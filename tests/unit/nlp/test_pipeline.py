"""Texts of every kind and length go through the pipeline, and sentences end where a reader would end them."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from briefing.model import Article, Findings, Furniture
from briefing.nlp import analysis, pipeline
from briefing.nlp.analysis import Analyser, check_model
from tests.conftest import Analyse


def sentences(findings: Findings, text: str) -> list[str]:
    return [span.of(text) for span in findings.sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Border Crossing Shut As Talks Over Gas Price Break Down",
        "Rubio: I Still Believe Trump Can Be Beaten",
        "Mr. Lukin met Dr. Hale and Gen. J. R. Moss in the U.S. embassy.",
        "“Who pays for the bridge?” Mr Orlov asked.",
        '"We will not sign," said Kari Nes, who leads the talks.',
        "The ministry ... is forced to cancel the visit.",
        "The plan (the third this year!) was dropped.",
        "The train left at 4 p.m. on Monday.",
        "The convoy of Capt. Mira Holt met Adj. Sr. Comr. Lukas Sambara near Osh.",
        "Lt. Col. Anna Vik and Maj. Gen. Ruud Haan waited for Supt. J. Roe.",
    ],
)
def test_one_sentence_stays_one(analyse: Analyse, text: str) -> None:
    assert sentences(analyse(text), text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He met Samuel Zbogar.Belarus then signed.", 2),
        ('"I will not go." She left the hall.', 2),
        ("The vote failed. It will be held again.", 2),
        ("A first line\nA second line", 2),
        ("He retired as a Lt. Col. The army said nothing.", 2),
        ('The mayor said: "It is over. We have lost."\n\nNobody answered.', 3),
    ],
)
def test_two_sentences_stay_two(analyse: Analyse, text: str, count: int) -> None:
    assert len(sentences(analyse(text), text)) == count


def test_a_closing_quotation_mark_is_never_a_sentence(analyse: Analyse) -> None:
    text = '"They bargained over one paper."\n\nThe door closed. "Good."\n'
    assert '"' not in sentences(analyse(text), text)


def test_a_marked_headline_is_one_sentence_whatever_it_holds(analyse: Analyse) -> None:
    text = "Talks Fail. What Now? Ask Oslo\n\nThe talks failed on Monday."
    end = text.index("\n")
    findings = analyse(text, furniture=(Furniture(start=0, end=end, kind="headline"),))
    assert findings.sentences[0] == (0, end)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Fishermen in the port of Velmar blocked the harbour on\nTuesday in protest at new limits on cod, and "
            "two ferries with\nsix hundred passengers on board were turned away. The\nministry said it would not "
            "negotiate with anybody who was\nblocking a port.",
            2,
        ),
        ("The senator has\nrepeatedly pledged\nto ban drilling.", 1),
        ("The mine was closed, according to the\nMinistry of Labour\n.", 1),
        ("Shopping list\nmilk\neggs\nflour", 4),
        ("Talks fail in Oslo\nby Jane Doe\nThe talks failed on Monday.", 3),
        ("The talks failed\nThe envoys left Oslo.", 2),
    ],
)
def test_a_line_ends_a_sentence_only_where_something_whole_is_said(analyse: Analyse, text: str, sentences: int) -> None:
    assert len(analyse(text).sentences) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t \n",
        "😀😀 👩‍👩‍👧 Belarus 🎉",
        "a\x00b\x1b[31mRed\x07 Moscow said\u202e so.\u200b",
        "قال الرئيس إن روسيا. שלום עולם Moscow said.",
        ". . . . ...",
        '"' * 300,
        "(" * 200 + ")" * 200,
        "\n" * 2000,
        "x" * 50_000,
        "BELARUS LEADER " * 100,
        "Ivan, " * 300,
    ],
    ids=[
        "empty",
        "blank",
        "emoji",
        "control",
        "rtl",
        "dots",
        "quotes",
        "brackets",
        "lines",
        "word",
        "capitals",
        "list",
    ],
)
def test_no_text_breaks_the_analysis(analyse: Analyse, text: str) -> None:
    findings = analyse(text)
    assert all(0 <= span.start < span.end <= len(text) for span in findings.sentences)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in findings.mentions)


@pytest.mark.parametrize("text", ["", "abc", "a b " * 1000, "x" * 5000, "One. Two. " * 500, "p\n\nq" * 700])
def test_pieces_cover_a_text_without_gap_or_overlap(text: str) -> None:
    spans = list(pipeline.pieces(text, limit=100))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(0 < end - start <= 100 for start, end in spans)


def test_pieces_are_cut_between_paragraphs_where_there_are_any() -> None:
    text = ("word " * 15).strip() + "\n\n"
    assert all(text[end - 2 : end] == "\n\n" for text in [text * 20] for _, end in pipeline.pieces(text, limit=200))


def test_a_text_read_in_pieces_keeps_offsets_and_knows_who_is_who(
    analyser: Analyser, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = "Finance Minister Olga Stepanova resigned on Monday. Nobody had expected it.\n\n"
    text = first + "The market fell by two percent. " * 20 + "\n\nStepanova left by the back door."
    monkeypatch.setattr(pipeline, "PIECE", 300)
    findings = analyser.analyse(Article(id="x", text=text, furniture=(Furniture(start=0, end=7, kind="byline"),)))
    last = max(findings.mentions, key=lambda mention: mention.start)
    assert text[last.start : last.end] == "Stepanova"
    assert next(e.name for e in findings.entities if e.id == last.entity) == "Olga Stepanova"
    assert findings.sentences[-1].of(text) == "Stepanova left by the back door."
    assert len(findings.tokens) == len({token.start for token in findings.tokens})


def test_articles_come_back_in_the_order_they_went_in(analyser: Analyser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "PIECE", 60)
    texts = ["Oslo.", "Bergen is wet. " * 10, "Rome.", "Paris is dry. " * 10, "Bonn."]
    found = analyser.analyse_many(Article(id=str(i), text=text) for i, text in enumerate(texts))
    assert [findings.article for findings in found] == ["0", "1", "2", "3", "4"]


def test_a_worker_takes_a_new_pipeline_when_the_old_one_has_met_too_many_words(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []

    class Growing:
        grown = 0

        def __init__(self, model: str) -> None:
            made.append(self)

        def analyse_many(self, articles: Any) -> Any:
            self.grown += 60
            return iter(articles)

    monkeypatch.setattr(analysis, "Analyser", Growing)
    monkeypatch.setattr(analysis, "_analysers", {})
    monkeypatch.setattr(analysis, "GROWTH", 100)
    for _ in range(5):
        analysis.analyse_batch("any", [Article(id="x", text="Oslo.")])
    assert [each.grown for each in made] == [120, 120, 60]


def test_the_same_text_gives_the_same_findings(analyser: Analyser) -> None:
    article = Article(id="x", text="Kari Nes met Ivan Lukanov in Oslo. She said the CSTO was late.")
    assert analyser.analyse(article) == analyser.analyse(article)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_names_component_works_in_another_pipeline_and_scores_itself() -> None:
    import spacy
    from spacy.training import Example

    from briefing.model import Mention

    nlp: Any = spacy.load(check_model())
    nlp.add_pipe("briefing_names")
    text = "Kari Nes resigned. Nes gave no reason."
    doc = nlp(text)
    assert [entity.name for entity in doc._.entities] == ["Kari Nes"]
    reference = nlp.make_doc(text)
    reference._.mentions = (
        Mention(id="m1", start=0, end=8, type="PERSON", entity="a"),
        Mention(id="m2", start=19, end=22, type="PERSON", entity="a"),
    )
    figures = nlp.get_pipe("briefing_names").score([Example(doc, reference)])
    assert figures["mentions_f"] == figures["entities_f"] == figures["mentions_type"] == 1.0


def test_asking_for_the_pipelines_name_imports_no_spacy() -> None:
    script = "import sys, briefing.nlp as n; n.pipeline_id(); n.check_model(); print('spacy' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
