"""What other programs get: JSON and CSV."""

from __future__ import annotations

import csv
import io
import json

import msgspec

from briefing.export import Dossier, to_csv, to_json
from briefing.export.interchange import web_annotation


def test_json_holds_stories_articles_and_annotations_with_exact_places(dossier: Dossier) -> None:
    record = json.loads(to_json([dossier]))
    assert record["schema"] == "briefing/1"
    (story,) = record["stories"]
    texts = {article["id"]: article["text"] for article in story["article_records"]}
    assert story["articles"] == list(texts) == ["post", "times", "copy"]
    for claim in story["claims"]:
        for passage in claim["passages"]:
            assert texts[passage["article"]][passage["start"] : passage["end"]] == passage["exact"]
    assert {claim["id"]: claim["judge"] for claim in story["claims"] if claim["judge"]} == {"c3": "disputed"}
    assert story["corrections"][0]["kind"] == "grade"


def test_an_annotation_is_a_web_annotation(dossier: Dossier) -> None:
    record = web_annotation(dossier.annotations[0])
    assert record["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert record["type"] == "Annotation"
    assert record["motivation"] == "assessing"
    assert [(body["value"], body["purpose"]) for body in record["body"]] == [
        ("ask the port", "commenting"),
        ("disputed", "assessing"),
    ]
    position, quotation = record["target"][0]["selector"]
    assert dossier.articles[1].text[position["start"] : position["end"]] == quotation["exact"] == "450 passengers"
    assert record["briefing"] == {"claim": "c3", "confidence": 4}


def test_csv_has_a_row_for_each_claim_and_passage(dossier: Dossier) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv([dossier]))))
    assert len(rows) == sum(len(claim.passages) for claim in dossier.story.claims)
    texts = {article.id: article.text for article in dossier.articles}
    for row in rows:
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["words"].removeprefix("'")
    assert {row["value"] for row in rows if row["claim"] == "c3"} == {"600 passengers", "450 passengers"}


def test_no_cell_is_a_formula(dossier: Dossier) -> None:
    formulas = ["=cmd()", "+1", "-1", "@x", "\t=1", "\r=1"]
    for formula in formulas:
        post = msgspec.structs.replace(dossier.articles[0], title=formula, source=formula)
        text = to_csv([msgspec.structs.replace(dossier, articles=(post, *dossier.articles[1:]))])
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]
